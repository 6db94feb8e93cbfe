"""What may be published: names and words of unofficial sources and victims masked, places coarsened, each withholding logged.

Masked characters become U+2588, one for one, so that every offset still fits. The log names records, never what they held.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.export.formats import Row
from onrecord.ledger.reading import KILLINGS
from onrecord.records import Actor, Coding, Incident, Place, Report, Span, Statement

Coarsened = TypeVar("Coarsened", Place, Incident)
MASK = "█"
WITHHELD = "[withheld]"
MASKED = re.compile(f"{MASK}+(?:\\s+{MASK}+)*")
OFFICIAL = frozenset(("state_force", "armed_group", "coalition", "government", "party", "international_org", "ngo", "media"))
HARMED = frozenset(("abduction", "torture", "sexual_violence", "detention", "attack", "crackdown")) | KILLINGS
COARSE = 1  # decimals of a degree that are kept: about eleven kilometres
MIN_PREC = 2  # no published point claims to be more exact


@dataclass(frozen=True, slots=True)
class Withheld:
    """A record of which something was not published, and why."""

    report: str
    record: str
    what: str
    why: str


def redacted(codings: Iterable[Coding]) -> tuple[list[Coding], list[Withheld]]:
    """The codings as they may be published, and the log of what they lack."""
    kept: list[Coding] = []
    log: list[Withheld] = []
    for coding in codings:
        public, lacking = _redacted(coding)
        kept.append(public)
        log += lacking
    return kept, log


def readable(row: Row) -> Row:
    """A row of a table with a word in place of masked characters; tables give no offsets."""
    return {column: MASKED.sub(WITHHELD, value) if isinstance(value, str) else value for column, value in row.items()}


def _redacted(coding: Coding) -> tuple[Coding, list[Withheld]]:
    hidden = _hidden_actors(coding)
    spots = {p.id for p in coding.places if p.where_prec == MIN_PREC}
    report = coding.report
    log = [Withheld(report.id, actor, "name", why) for actor, why in hidden.items()]
    log += [Withheld(report.id, p.id, "place", "coarsened") for p in coding.places if p.where_prec <= MIN_PREC]
    spoken = [s for s in coding.statements if _is_hidden(s, hidden)]
    log += [Withheld(report.id, s.id, "words", hidden.get(s.source or "", "unnamed source")) for s in spoken]
    people = [a for a in coding.actors if a.id in hidden]
    spans = [*_named(coding, people), *(m for p in coding.places if p.id in spots for m in p.mentions)]
    spans += [span for s in spoken for span in (*s.content, *([s.source_span] if s.source_span else []))]
    if report.byline:
        log.append(Withheld(report.id, report.id, "byline", "name of a person"))
    public = replace(
        coding,
        report=_masked_report(report, spans, people),
        actors=tuple(_anonymous(a, n) if a.id in hidden else a for n, a in enumerate(coding.actors)),
        places=tuple(coarse(p) for p in coding.places),
        statements=tuple(replace(s, channel=None, addressee=None) if _is_hidden(s, hidden) else s for s in coding.statements),
    )
    return public, log


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


def _named(coding: Coding, people: list[Actor]) -> Iterator[Span]:
    """Where the people stand in the text: their mentions, and every word of their names wherever it occurs."""
    yield from (span for actor in people for span in actor.mentions)
    if (pattern := _name_words(people)) is not None:
        yield from (found.span() for found in pattern.finditer(coding.report.text))


def _name_words(people: Iterable[Actor]) -> re.Pattern[str] | None:
    words = {w for a in people if a.kind == "person" for w in re.findall(r"[\w'’-]{3,}", a.name) if w[:1].isupper()}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b") if words else None


def _masked_report(report: Report, spans: Iterable[Span], people: list[Actor]) -> Report:
    letters = list(report.text)
    for start, end in spans:
        letters[start:end] = (c if c.isspace() else MASK for c in letters[start:end])
    pattern = _name_words(people)
    title = pattern.sub(WITHHELD, report.title) if pattern and report.title else report.title
    return replace(report, text="".join(letters), title=title, byline=None, name=None, sha256=None)


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
