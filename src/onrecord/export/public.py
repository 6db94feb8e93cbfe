"""What may be published: names and words of unofficial sources and victims masked, places coarsened, each withholding logged.

Masked characters become U+2588, one for one, so that every offset still fits. The log names records, never what they held.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.export.formats import Row
from onrecord.export.withheld_names import OFFICIAL, in_address, name_words, pattern_of
from onrecord.ledger.reading import KILLINGS
from onrecord.records import Actor, Coding, Incident, Place, Report, Statement

Coarsened = TypeVar("Coarsened", Place, Incident)
MASK = "█"
WITHHELD = "[withheld]"
MASKED = re.compile(f"{MASK}+(?:\\s+{MASK}+)*")
HARMED = frozenset(("abduction", "torture", "sexual_violence", "detention", "attack", "crackdown")) | KILLINGS
COARSE = 1  # decimals of a degree that are kept: about eleven kilometres
HOLDS = "holds a withheld name"
MIN_PREC = 2  # no published point claims to be more exact


@dataclass(frozen=True, slots=True)
class Withheld:
    """A record of which something was not published, and why."""

    report: str
    record: str
    what: str
    why: str


def redacted(codings: Iterable[Coding]) -> tuple[list[Coding], list[Withheld]]:
    """The codings as they may be published, and the log of what they lack. A person withheld in one is withheld in all."""
    kept: list[Coding] = []
    log: list[Withheld] = []
    whole = list(codings)
    full = {name for coding in whole for name in _full_names(coding)}
    for coding in whole:
        public, lacking = _redacted(coding, full)
        kept.append(public)
        log += lacking
    return kept, log


def _full_names(coding: Coding) -> Iterator[str]:
    """The names of several words of persons that are withheld; a first name alone may be anybody's in another report."""
    hidden = _hidden_actors(coding)
    return (a.name.casefold() for a in coding.actors if a.id in hidden and a.kind == "person" and " " in a.name)


def readable(row: Row) -> Row:
    """A row of a table with a word in place of masked characters; tables give no offsets."""
    return {column: MASKED.sub(WITHHELD, value) if isinstance(value, str) else value for column, value in row.items()}


def _redacted(coding: Coding, full: Collection[str]) -> tuple[Coding, list[Withheld]]:
    hidden = _hidden_actors(coding)
    same = (a for a in coding.actors if a.kind == "person" and a.name.casefold() in full)
    hidden |= {a.id: "withheld in another report" for a in same if a.id not in hidden}
    spoken = [s for s in coding.statements if _is_hidden(s, hidden)]
    secret = _Secret.of(coding, [a for a in coding.actors if a.id in hidden], spoken)
    report = _masked_report(coding, secret, spoken)
    actors = tuple(_anonymous(a, n) if a.id in hidden else secret.freed_actor(a, n) for n, a in enumerate(coding.actors))
    public = replace(
        coding,
        report=report,
        actors=actors,
        places=tuple(replace(coarse(p), name=secret.freed(coarse(p).name)) for p in coding.places),
        statements=tuple(_public_statement(s, secret, _is_hidden(s, hidden)) for s in coding.statements),
    )
    hidden |= {a.id: HOLDS for a, b in zip(coding.actors, actors, strict=True) if a.id not in hidden and a.name != b.name}
    return public, list(_logged(coding, report, hidden, spoken))


def _logged(coding: Coding, public: Report, hidden: Mapping[str, str], spoken: Iterable[Statement]) -> Iterator[Withheld]:
    report = coding.report
    yield from (Withheld(report.id, actor, "name", why) for actor, why in hidden.items())
    yield from (Withheld(report.id, p.id, "place", "coarsened") for p in coding.places if p.where_prec <= MIN_PREC)
    yield from (Withheld(report.id, s.id, "words", hidden.get(s.source or "", "unnamed source")) for s in spoken)
    if report.byline:
        yield Withheld(report.id, report.id, "byline", "name of a person")
    yield from (
        Withheld(report.id, report.id, what, HOLDS) for what in ("title", "url") if getattr(report, what) != getattr(public, what)
    )


@dataclass(frozen=True, slots=True)
class _Secret:
    """The people whose names are withheld, the words of these names, and what finds them."""

    people: tuple[Actor, ...]
    words: frozenset[str]
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, coding: Coding, people: Iterable[Actor], spoken: Iterable[Statement]) -> "_Secret":
        kept = tuple(people)
        words = name_words(coding, kept, spoken)
        return cls(kept, frozenset(words), pattern_of(words))

    def freed(self, words: str) -> str:
        """Words with each name in them withheld."""
        return self.pattern.sub(WITHHELD, words) if self.pattern else words

    def freed_actor(self, actor: Actor, number: int) -> Actor:
        """An actor who is not withheld, under a name that holds no withheld one ("relatives of Mrs Traore")."""
        name = self.freed(actor.name)
        left = name.replace(WITHHELD, "").strip()
        return replace(actor, name=name) if left else _anonymous(actor, number)


def _public_statement(said: Statement, secret: _Secret, hidden: bool) -> Statement:
    if hidden:
        return replace(said, channel=None, addressee=None)
    channel, addressee = (secret.freed(words) if words else words for words in (said.channel, said.addressee))
    return replace(said, channel=channel, addressee=addressee)


def _is_hidden(said: Statement, hidden: Mapping[str, str]) -> bool:
    """Whether words are an unofficial source's, or somebody's whom the text names and the coding could not tell."""
    return said.source in hidden or (said.source is None and said.source_span is not None)


def _hidden_actors(coding: Coding) -> dict[str, str]:
    """Actors whose names are withheld, and why: sources that speak for no body, and persons that were harmed."""
    kinds = {a.id: a.kind for a in coding.actors}
    parents = {a.id: kinds.get(a.parent or "") for a in coding.actors}
    sources = {s.source for s in coding.statements if s.source}
    hidden = {a: "unofficial source" for a in sources if kinds.get(a) not in OFFICIAL and parents.get(a) not in OFFICIAL}
    harmed = (a for e in coding.events if e.type in HARMED for a in e.to)
    return hidden | {a: "victim" for a in harmed if kinds.get(a) == "person"}


def _masked_report(coding: Coding, secret: _Secret, spoken: Iterable[Statement]) -> Report:
    """The head with what is withheld masked: mentions, every word of the names wherever it occurs, words spoken, spots in a town."""
    report, letters = coding.report, list(coding.report.text)
    spans = [span for actor in secret.people for span in actor.mentions]
    spans += [span for place in coding.places if place.where_prec == MIN_PREC for span in place.mentions]
    spans += [span for said in spoken for span in (*said.content, *([said.source_span] if said.source_span else []))]
    if secret.pattern:
        spans += [found.span() for found in secret.pattern.finditer(report.text)]
    for start, end in spans:
        letters[start:end] = (c if c.isspace() else MASK for c in letters[start:end])
    title = secret.freed(report.title) if report.title else report.title
    url = None if report.url and in_address(report.url, secret.words) else report.url
    return replace(report, text="".join(letters), title=title, url=url, byline=None, name=None, sha256=None)


def _anonymous(actor: Actor, number: int) -> Actor:
    return replace(actor, name=f"{WITHHELD} {actor.kind} {number + 1}")


def coarse(where: Coarsened) -> Coarsened:
    """A place or an incident with its point rounded and no name for a spot inside a town."""
    if where.where_prec is None or where.where_prec > MIN_PREC:
        return where
    lat, lon = (round(x, COARSE) if x is not None else None for x in (where.lat, where.lon))
    exact = where.where_prec < MIN_PREC
    if isinstance(where, Place):
        return replace(where, name=where.name if exact else WITHHELD, lat=lat, lon=lon, where_prec=MIN_PREC, rivals=())
    return replace(where, place=where.place if exact else WITHHELD, lat=lat, lon=lon, where_prec=MIN_PREC)
