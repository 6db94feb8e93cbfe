"""Codings made by hand, record by record: what a test is not about gets a plain value."""

from onrecord.records import Actor, Coding, Event, Figure, Place, Report, Span, Statement, Time


class Made:
    """A report in the making; every method adds a record and gives its id. Words are found in the text, first place first."""

    def __init__(self, id: str, text: str, *, outlet: str | None = "Wire", published: str | None = "2017-05-10") -> None:
        self.id, self.text = id, text
        self._head = Report(id, f"Title of {id}", outlet, None, None, published, "en", text, ())
        self._actors: list[Actor] = []
        self._places: list[Place] = []
        self._times: list[Time] = []
        self._statements: list[Statement] = []
        self._figures: list[Figure] = []
        self._events: list[Event] = []

    def span(self, words: str) -> Span:
        """Where words stand first."""
        at = self.text.index(words)
        return at, at + len(words)

    def actor(self, name: str, kind: str = "armed_group", country: str | None = None) -> str:
        """Somebody named in the text."""
        self._actors.append(Actor(f"a{len(self._actors)}", name, kind, (self.span(name),), "made", country))
        return self._actors[-1].id

    def place(self, name: str, lat: float | None, lon: float | None, *, prec: int = 1, country: str | None = "YE") -> str:
        """A place of the text."""
        self._places.append(Place(f"p{len(self._places)}", name, (self.span(name),), lat, lon, prec, "made", country))
        return self._places[-1].id

    def time(self, words: str, edtf: str | None, prec: int = 1) -> str:
        """A time of the text."""
        self._times.append(Time(f"t{len(self._times)}", self.span(words), edtf, prec, "made"))
        return self._times[-1].id

    def says(self, who: str | None, cue: str, content: str, *, via: tuple[str, ...] = (), attitude: str = "asserts") -> str:
        """A statement."""
        said = Statement(
            f"s{len(self._statements)}",
            who,
            None,
            self.span(cue),
            (self.span(content),),
            "indirect",
            attitude,
            None,
            None,
            None,
            via,
            "made",
        )
        self._statements.append(said)
        return said.id

    def event(
        self,
        type: str,
        trigger: str,
        *,
        by: tuple[str, ...] = (),
        to: tuple[str, ...] = (),
        time: str | None = None,
        place: str | None = None,
        said: str | None = None,
        realis: str = "actual",
    ) -> str:
        """Something that happened."""
        made = Event(f"e{len(self._events)}", type, self.span(trigger), by, to, time, place, realis, said, (), None, "made")
        self._events.append(made)
        return made.id

    def figure(
        self,
        words: str,
        low: float | None,
        high: float | None,
        bound: str = "exact",
        *,
        counted: str | None = None,
        measure: str = "killed",
        whom: str | None = None,
        status: str = "unknown",
        event: str | None = None,
        said: str | None = None,
        time: str | None = None,
        place: str | None = None,
        part_of: str | None = None,
        cumulative: bool = False,
    ) -> str:
        """A count."""
        made = Figure(
            f"f{len(self._figures)}",
            self.span(words),
            low,
            high,
            bound,
            measure,
            whom,
            self.span(counted) if counted else None,
            status,
            time,
            place,
            said,
            part_of,
            cumulative,
            event,
            "made",
        )
        self._figures.append(made)
        return made.id

    def coding(self) -> Coding:
        """All of it."""
        return Coding(
            self._head,
            tuple(self._actors),
            tuple(self._places),
            tuple(self._times),
            tuple(self._statements),
            tuple(self._figures),
            tuple(self._events),
            "test",
        )


def raid(
    id: str = "r1",
    words: str = "six",
    low: float | None = 6,
    high: float | None = 6,
    bound: str = "exact",
    *,
    counted: str = "soldiers",
    speaker: str = "The governor",
    outlet: str | None = "Wire",
    published: str | None = "2017-05-10",
    day: str | None = "2017-05-09",
) -> Coding:
    """A report of rebels who raid a post near Taiz: one speaker, one toll."""
    text = f"{speaker} said {words} {counted} were killed when Northern Rebels raided a post in Taiz on 9 May."
    made = Made(id, text, outlet=outlet, published=published)
    who = made.actor(speaker, "person")
    rebels = made.actor("Northern Rebels")
    army = made.actor(counted, "state_force", "YE")
    said = made.says(who, "said", text[len(speaker) + 6 :])
    event = made.event(
        "attack",
        "raided",
        by=(rebels,),
        to=(army,),
        time=made.time("9 May", day),
        place=made.place("Taiz", 13.5795, 44.0209),
        said=said,
    )
    made.figure(words, low, high, bound, counted=counted, whom=army, status="combatant", event=event, said=said)
    return made.coding()
