"""Whether a word tells again of a happening told before: "the attack", the same victim or toll, a detail of the one shooting."""

from collections.abc import Sequence

from onrecord.events.governors import is_light
from onrecord.events.scene import Scene
from onrecord.events.setting import Setting
from onrecord.events.syntax import VERBAL, is_done_to, surface_subject, undergoers
from onrecord.events.triggers import MEANS, Trigger
from onrecord.records import Cast, Figure, Parse, Token

FAMILY = {
    "attack": "attack",
    "bombing": "attack",
    "suicide_bombing": "attack",
    "airstrike": "attack",
    "shelling": "attack",
    "crackdown": "attack",
    "armed_clash": "clash",
}
ONCE = frozenset(("killing", "execution", "assassination", "abduction"))  # what a person suffers once
SEIZED = frozenset(("abduction", "arrest", "release", "detention"))
TOLLS = frozenset(("killed", "wounded", "casualties"))
KNOWN_OF = frozenset("claim carry perpetrate mastermind orchestrate".split())  # verbs whose definite object was told before
SIDES = frozenset(("armed_group", "state_force", "coalition", "government", "party", "international_org"))
GUNFIRE = frozenset("shoot shooting fire open gun gunfire".split())  # words of which each tells a shooting
KNIVES = frozenset(("stab", "stabbing", "knife"))
AGES = ("year-old", "year old", "month-old", "years old")
VAGUE = frozenset(("incident", "violence", "call", "respond", "dispatch", "summon"))  # words that go on about what was told last
DYING = frozenset(("die", "pronounce", "lose"))
BEDSIDES = frozenset(("scene", "hospital", "center", "centre", "clinic", "site", "infirmary"))
CAMPAIGNS = frozenset("operation offensive campaign siege invasion war".split())  # too long for a death to be theirs alone
FOLLOWS = 2  # sentences in which deaths without a means go on about the one before
LATER = 12  # sentences in which deaths at the scene or in hospital are those of the blow told
LEAD = 2  # sentences that tell what a report is about
Toll = frozenset[tuple[float | None, float | None, str]]


class Retelling:
    """What a report has told so far, and which of it a trigger tells again."""

    def __init__(self, parse: Parse, cast: Cast, figures: Sequence[Figure], scene: Scene) -> None:
        self.parse, self.cast = parse, cast
        self.tolls = _tolls(parse, figures)
        self.setting = Setting(parse, scene)

    def of(self, trigger: Trigger, before: Sequence[Trigger]) -> Trigger | None:
        """The event a trigger mentions again: of its own type or as many, just told or told most often, the last told first."""
        recap = next((e for e in before if e.type == trigger.type and self._is_recap(trigger, e)), None)
        if recap is not None:
            return recap
        spoken = next((e for e in reversed(before) if self._is_of_plan(trigger, e)), None)
        if spoken is not None:
            return spoken
        told = [*reversed(before)]
        told.sort(key=lambda event: self._nearness(trigger, event))
        return next((e for e in told if self._tells_of(trigger, e)), None) or self._only_one(trigger, before)

    def _is_of_plan(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether a trigger goes on about an act that is only spoken of: "planned to murder him and film the killing"."""
        if trigger.type != event.type or event.realis == "actual":
            return False
        here = trigger.token.sent == event.token.sent and trigger.definite and trigger.token.pos == "NOUN" and not trigger.to
        same = trigger.realis == event.realis and bool(trigger.to) and set(trigger.to) == set(event.to)
        return here or (same and not _differs(trigger.by, event.by) and self.setting.fits(trigger, event))

    def _nearness(self, trigger: Trigger, event: Trigger) -> tuple[bool, bool, float]:
        """What puts one event before another as that meant by a trigger: "the attack" long after is the one a report is about."""
        noun = trigger.definite and trigger.token.pos == "NOUN"
        kin = event.type == trigger.type or (trigger.type == "attack" and noun and event.type in FAMILY)
        often = 0 if not noun or trigger.token.sent - self._last(event, trigger) <= 1 else 1 / (2 + len(event.also))
        return not kin, noun and event.plural != trigger.plural, often

    def fullness(self, trigger: Trigger) -> int:
        """How much a mention tells: who, to whom, when, where."""
        return bool(trigger.by) + bool(trigger.to) + self.setting.told(trigger)

    def _tells_of(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether a trigger tells of an event again, as far as the two show by themselves."""
        parse, cast = self.parse, self.cast
        far = trigger.token.sent - event.token.sent
        if trigger.type == "harm" and trigger.token.lemma.casefold() in VAGUE:
            told = trigger.definite or trigger.frame != "noun"
            return event.type in (*MEANS, "killing") and 0 < far <= FOLLOWS and told and event.realis == "actual"
        if trigger.type == "harm":
            return event.type in MEANS and self._goes_on(event, trigger)
        kin = event.type == trigger.type or (FAMILY.get(event.type) and FAMILY.get(event.type) == FAMILY.get(trigger.type))
        if kin and (self._mentions_again(trigger, event, far) or _tells_one_thing(parse, trigger, event, far)):
            return True
        if kin and self._hits_the_same(trigger, event):
            return True
        if kin and trigger.definite and trigger.realis == event.realis == "actual" and self._same_toll(trigger, event):
            return True
        if kin and (called := _called(parse, trigger)) and called == _called(parse, event):
            return True
        if {trigger.type, event.type} <= ONCE and _same_victim(cast, trigger, event):
            return True
        if trigger.type == "arrest" == event.type and _same_victim(cast, trigger, event) and self.setting.fits(trigger, event):
            return True
        if _is_by_bomber(parse, trigger, event):
            return True
        if trigger.type == "aid" == event.type and _is_same_help(trigger, event):
            return True
        deaths = trigger.type == "killing" and event.type in (*MEANS, "killing")
        if deaths and trigger.token.pos == "NOUN" and self._mentions_again(trigger, event, far):
            return True
        if deaths and far > 0 and self._same_toll(trigger, event):
            return True
        if trigger.type == "destruction" and event.type in (*MEANS, "destruction") and is_done_to(parse, trigger.token):
            return self._goes_on(event, trigger) and bool(_is_known_thing(parse, trigger.token))
        hit = trigger.token.lemma == "shoot" and event.type == "attack" and is_done_to(parse, trigger.token)
        return bool(hit or (deaths and event.type in MEANS)) and self._goes_on(event, trigger)

    def _same_toll(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether the sentences of both give the same number of dead or hurt."""
        none: Toll = frozenset()
        return bool(self.tolls.get(trigger.token.sent, none) & self.tolls.get(event.token.sent, none))

    def _only_one(self, trigger: Trigger, before: Sequence[Trigger]) -> Trigger | None:
        """The one blow a report is about, where a trigger tells a detail of it: who was shot where, who died in hospital."""
        if trigger.realis != "actual" or trigger.plural:
            return None
        blows = [e for e in before if e.realis == "actual" and not e.plural and (e.type in MEANS or e.type == "killing")]
        told = [e for e in blows if self._agree(trigger, e)]
        taken = [e for e in before if e.type == trigger.type in SEIZED and e.realis == "actual" and not e.plural]
        if len(taken) == 1 and self._takes_the_same(trigger, taken[0]) and self._agree(trigger, taken[0]):
            return taken[0]
        fits = len(told) == 1 and (self._is_detail(trigger, told[0]) or self._is_outcome(trigger, told[0]))
        return told[0] if fits else None

    def _takes_the_same(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether the one told to be taken (or let go) again is known: "kidnapped the girl", "the kidnapped girl", the same name."""
        one, other = trigger.to, event.to
        if one and set(one) == set(other):
            return len(one) == 1 and self.cast.actor(one[0]).kind == "person"
        verb = trigger.token
        whom = next(iter(undergoers(self.parse, verb)), None) if verb.pos in VERBAL else None
        whom = self.parse.head(verb) if verb.dep == "amod" else whom
        single = whom is not None and whom.tag == "NN" and any(k.text.casefold() == "the" for k in self.parse.kids(whom, "det"))
        persons = [a for a in (*one, *other) if self.cast.actor(a).kind == "person"]
        return single and len(other) <= 1 and len(set(persons)) <= 1

    def _is_detail(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether both are shootings, or a bombing of the first sentences is told at length."""
        if trigger.type == "attack" and event.type in ("attack", "killing"):
            return any(words & self._words(trigger) and words & self._words(event) for words in (GUNFIRE, KNIVES))
        lead = event.token.sent - self.parse[0].sent < LEAD
        return lead and trigger.type == event.type and trigger.type in ("bombing", "suicide_bombing")

    def _is_outcome(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether somebody is said to have died of the blow: "died at the scene", "was pronounced dead in hospital"."""
        if trigger.type != "killing" or trigger.token.lemma not in DYING or event.type not in MEANS:
            return False
        if trigger.token.sent - self._last(event, trigger) > LATER:
            return False
        return bool(BEDSIDES & {t.lemma.casefold() for t in _objects(self.parse, trigger.token)})

    def _agree(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether nothing tells the two apart: the words, the day, the place, the sides."""
        if self.setting.is_other(trigger) or _is_kin(self.parse, self.cast, trigger) or not self.setting.fits(trigger, event):
            return False
        return not _differs(named_of(self.cast, trigger.by), named_of(self.cast, event.by)) and not _differs(
            _sides(self.cast, trigger.to), _sides(self.cast, event.to)
        )

    def _words(self, trigger: Trigger) -> set[str]:
        """Lemmas of all the mentions of an event."""
        return {t.lemma.casefold() for s in (trigger.span, *trigger.also) for t in self.parse.tokens_in(s)}

    def _last(self, event: Trigger, trigger: Trigger) -> int:
        """The sentence of the last mention of an event before a trigger."""
        told = (self.parse.sentence_at(s[0]) for s in (event.span, *event.also) if s[0] < trigger.span[0])
        return max((s for s in told if s is not None), default=event.token.sent)

    def _mentions_again(self, trigger: Trigger, event: Trigger, far: int) -> bool:
        """Whether a definite noun ("the attack", "these strikes") points back at an actual event by and to the same people."""
        cast, parse = self.cast, self.parse
        points_back = trigger.definite and trigger.realis == "actual" == event.realis
        governor = parse.head(trigger.token).lemma
        if not points_back or (trigger.token.dep == "dobj" and is_light(governor) and governor not in KNOWN_OF):
            return False  # "launched the long-awaited offensive" is news
        if far > (2 if trigger.plural else 30):
            return False
        if _is_next(trigger, event, far):  # "a force attacked a prison … The attack killed two guards"
            return not _differs(named_of(cast, trigger.to), named_of(cast, event.to)) and not _differs(trigger.by, event.by)
        fits = (trigger.plural == event.plural or not trigger.plural) and self.setting.fits(trigger, event)
        apart = _known if trigger.type in ONCE else _sides
        return (
            fits
            and not _differs(apart(cast, trigger.to), event.to if trigger.type in ONCE else _sides(cast, event.to))
            and not _differs(named_of(cast, trigger.by), named_of(cast, event.by))
        )

    def _hits_the_same(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether both are done to one convoy or one crew, told as known the second time; people in general are hit more than once."""
        hit = set(trigger.to) & set(event.to)
        known = any(self.cast.actor(a).kind == "unnamed" and not self.cast.actor(a).name.endswith("s") for a in hit)
        return known and trigger.realis == "actual" == event.realis and not trigger.plural and self._agree(trigger, event)

    def _is_recap(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether a report sums up what it told at its start: "The strikes were carried out as part of …"."""
        verb = self.parse.head(trigger.token)
        carried = trigger.token.dep == "nsubjpass" and is_light(verb.lemma) and verb.tag == "VBN"
        known = trigger.definite and trigger.realis == event.realis == "actual"
        return carried and known and trigger.plural and event.plural and not _differs(trigger.by, event.by)

    def _goes_on(self, event: Trigger, trigger: Trigger) -> bool:
        """Whether harm without an agent, a means, a place or a day of its own is what the event just told did."""
        parse, token = self.parse, trigger.token
        last = self._last(event, trigger)
        far = token.sent - last
        if event.plural or not 0 <= far <= FOLLOWS or trigger.by or event.realis != "actual" or trigger.realis != "actual":
            return False
        if parse.sentences[token.sent].block - parse.sentences[last].block > 1:
            return False
        if event.token.lemma.casefold() in CAMPAIGNS or any(self.cast.actor(a).kind == "person" for a in trigger.to):
            return False
        return (
            self.setting.is_of_day(trigger, event)
            and not _has_setting(parse, token)
            and (token.pos in VERBAL or trigger.frame == "suffer")
        )


def _has_setting(parse: Parse, token: Token) -> bool:
    """Whether a clause names a day or a place; "a 17-year-old girl" is neither."""
    first, last = parse.subtree(token)
    inside = [parse[i] for i in range(first, last)]
    return any(t.ent in ("GPE", "LOC") or (t.ent == "DATE" and not _is_age(parse, t.i)) for t in inside)


def _is_age(parse: Parse, i: int) -> bool:
    words = parse.text[max(0, parse[i].start - 10) : parse[i].end + 10].casefold()
    return any(age in words for age in AGES)


def _objects(parse: Parse, token: Token) -> list[Token]:
    """What stands behind the prepositions of a verb or its complement."""
    out = []
    for word in (token, *parse.kids(token, "oprd", "acomp", "xcomp", "ccomp", "dobj", "prt")):
        for prep in parse.kids(word, "prep"):
            out += list(parse.kids(prep, "pobj"))
    return out


def _called(parse: Parse, trigger: Trigger) -> str:
    """The name of an operation: "Iron Fist" of "Operation Iron Fist"; "" of what has none."""
    first = trigger.token.i + 1
    if trigger.token.text.casefold() != "operation":
        return ""
    last = first
    while last < len(parse) and parse[last].text[:1].isupper() and parse[last].sent == trigger.token.sent:
        last += 1
    return parse.text[parse[first].start : parse[last - 1].end].casefold() if last > first else ""


def _is_known_thing(parse: Parse, verb: Token) -> bool:
    """Whether what a passive verb tells of was told before: "The equipment was destroyed near the field"."""
    subject = parse.kid(verb, "nsubjpass")
    return subject is not None and any(k.text.casefold() == "the" for k in parse.kids(subject, "det"))


def _is_kin(parse: Parse, cast: Cast, trigger: Trigger) -> bool:
    """Whether the one who is hit belongs to the one who hits ("shot his wife"): an act of its own, whoever else was hit."""
    obj = parse.kid(trigger.token, "dobj")
    return obj is not None and any(k.tag == "PRP$" for k in parse.kids(obj, "poss")) and bool(trigger.by)


def _is_by_bomber(parse: Parse, trigger: Trigger, event: Trigger) -> bool:
    """Whether a bomber is said to have carried out the blow: "the blast was carried out by a suicide bomber"."""
    if trigger.token.lemma not in ("bomber", "attacker") or trigger.token.sent != parse.sentence_at(max(_starts(event))):
        return False
    by = parse.head(trigger.token)
    told = {t.i for t in surface_subject(parse, parse.head(by))} if by.lemma == "by" else set()
    return any(parse.index_at(start) in told for start in _starts(event)) and event.realis == trigger.realis


def _starts(event: Trigger) -> list[int]:
    return [span[0] for span in (event.span, *event.also)]


def _is_same_help(trigger: Trigger, event: Trigger) -> bool:
    """Whether the same help the same in both."""
    shared = set(trigger.by) & set(event.by) and set(trigger.to) & set(event.to)
    return bool(shared) and trigger.realis == event.realis == "actual"


def _same_victim(cast: Cast, trigger: Trigger, event: Trigger) -> bool:
    """Whether the same named person, and nobody else, is killed (or abducted) in both."""
    kin = trigger.type == event.type if SEIZED & {trigger.type, event.type} else True
    named = set(trigger.to) & set(event.to)
    alone = len(trigger.to) == 1 == len(event.to)
    real = trigger.realis == event.realis == "actual"
    return kin and real and alone and all(cast.actor(a).kind == "person" for a in named) and bool(named)


def _is_next(trigger: Trigger, event: Trigger, far: int) -> bool:
    """Whether a definite noun takes up the one act of its kind in the sentence before."""
    return far == 1 and trigger.type == event.type and not trigger.plural and not event.plural


def _sides(cast: Cast, actors: Sequence[str]) -> list[str]:
    """The actors that make one blow another: bodies; "23 civilians" may be among "33 people", John among the dead."""
    return [a for a in actors if cast.actor(a).kind in SIDES]


def _known(cast: Cast, actors: Sequence[str]) -> list[str]:
    """The actors that are told apart by name."""
    return [a for a in actors if cast.actor(a).kind not in ("civilians", "unnamed")]


def _tells_one_thing(parse: Parse, trigger: Trigger, event: Trigger, far: int) -> bool:
    """Whether two words of one sentence name one happening."""
    return far == 0 and event.realis == trigger.realis and _near(parse, event, trigger) and not _differs(trigger.by, event.by)


def named_of(cast: Cast, actors: Sequence[str]) -> list[str]:
    """The actors that have a name, or are the forces of a country."""
    return [
        a for a in actors if cast.actor(a).rule.startswith("actors.name") or cast.actor(a).kind in ("state_force", "government")
    ]


def _differs(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both name somebody and nobody in common."""
    return bool(one) and bool(other) and not set(one) & set(other)


def _near(parse: Parse, one: Trigger, other: Trigger) -> bool:
    """Whether two triggers of a sentence tell one thing: "suicide bomber … rammed", "opened fire … shooting"."""
    up = {t.i for t in parse.ancestors(other.token)} | {t.i for t in parse.ancestors(one.token)}
    if one.token.i not in up and other.token.i not in up:
        return False
    low = other.token if one.token.i in {t.i for t in parse.ancestors(other.token)} else one.token
    if low.dep == "conj" and one.type == other.type == "aid" and abs(one.token.i - other.token.i) == 2:
        return True  # "advising and assisting"
    if low.dep == "conj":
        return low.pos in VERBAL and one.type == other.type and (not one.to or not other.to or set(one.to) == set(other.to))
    if low.dep == "dobj" and low.lemma in ("bomb", "shell", "rocket", "missile", "grenade", "mortar"):
        return True  # "dropping barrel bombs"
    if low.dep == "compound":
        return True  # "car bomb attacks"
    return low.dep in ("advcl", "acl", "nsubj", "dobj", "pobj", "xcomp") and not other.plural


def _tolls(parse: Parse, figures: Sequence[Figure]) -> dict[int, Toll]:
    """The numbers of dead and hurt by sentence, "one" left out."""
    out: dict[int, set[tuple[float | None, float | None, str]]] = {}
    for fig in figures:
        sent = parse.sentence_at(fig.span[0])
        if sent is not None and fig.measure in TOLLS and (fig.low or fig.high) not in (None, 1.0):
            out.setdefault(sent, set()).add((fig.low, fig.high, fig.measure))
    return {sent: frozenset(rows) for sent, rows in out.items()}
