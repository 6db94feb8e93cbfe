"""What a report yields: the records of the coding manual, section 2."""

from dataclasses import dataclass, field

from onrecord.records.spans import Span

ARMED = frozenset(("state_force", "armed_group", "coalition"))  # the kinds of actor that bear arms


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the text that is not the report's own prose.

    `kind` ∈ section, title, byline, dateline, caption, credit, form, link, other.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read, before coding. `text` is canonical; `published` is an ISO date or None."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    section: str | None = None
    published: str | None = None
    language: str = "en"
    url: str | None = None
    furniture: tuple[Furniture, ...] = ()
    name: str | None = None  # what the caller calls it: a file's stem, a JSONL id
    sha256: str | None = None  # of the bytes it was read from
    published_rule: str | None = None  # where `published` came from: caller, sidecar, page, file, dateline, message, title
    raw: bytes | None = field(default=None, repr=False, compare=False)  # the bytes it was read from, for the book


@dataclass(frozen=True, slots=True)
class Report:
    """The head of a coding."""

    id: str
    title: str | None
    outlet: str | None
    byline: str | None
    section: str | None
    published: str | None
    language: str
    text: str
    furniture: tuple[Furniture, ...]
    url: str | None = None
    name: str | None = None
    sha256: str | None = None
    published_rule: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A real-world person or body.

    `kind` ∈ state_force, armed_group, coalition, government, party, international_org, ngo, media, person, civilians,
    unnamed.
    """

    id: str
    name: str
    kind: str
    mentions: tuple[Span, ...]
    rule: str
    country: str | None = None  # ISO 3166-1 alpha-2
    parent: str | None = None  # id of the body this one belongs to
    rivals: tuple[str, ...] = ()  # countries that it may be of, where its name is one that several have


@dataclass(frozen=True, slots=True)
class Place:
    """A place with UCDP `where_prec` (1 exact … 7 international); coordinates in degrees, None when unresolved."""

    id: str
    name: str
    mentions: tuple[Span, ...]
    lat: float | None
    lon: float | None
    where_prec: int
    rule: str
    country: str | None = None
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: EDTF value (None when nothing anchors it) and UCDP `date_prec` (1 day … 5 over a month)."""

    id: str
    span: Span
    edtf: str | None
    date_prec: int
    rule: str
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A proposition the report does not vouch for itself.

    `mode` ∈ direct, indirect, mixed; `attitude` ∈ asserts, estimates, denies, confirms, declines, predicts, threatens,
    promises, urges, asks; `said` is a time id; `via` the ids of the statements inside this one.
    """

    id: str
    source: str | None
    source_span: Span | None
    cue: Span
    content: tuple[Span, ...]
    mode: str
    attitude: str
    channel: str | None
    addressee: str | None
    said: str | None
    via: tuple[str, ...]
    rule: str
    rivals: tuple[str, ...] = ()  # ids of other actors the source may be


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as the report gives it; `low` and `high` are the numbers its words allow, None when open.

    `bound` ∈ exact, at_least, more_than, at_most, fewer_than, about, between, vague; `measure` ∈ killed, wounded,
    casualties, missing, captured, freed, displaced, recruited, strength, destroyed, attacks, territory,
    territory_share, other; `status` ∈ combatant, civilian, mixed, unknown.
    """

    id: str
    span: Span
    low: float | None
    high: float | None
    bound: str
    measure: str
    whom: str | None
    whom_span: Span | None
    status: str
    time: str | None
    place: str | None
    statement: str | None
    part_of: str | None
    cumulative: bool
    event: str | None
    rule: str
    rivals: tuple[str, ...] = ()
    supersedes: str | None = None  # id of the earlier toll that this one updates: "rose to six", "revised down from nine"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or is said to; `realis` ∈ actual, threatened, planned, denied, hypothetical, generic."""

    id: str
    type: str
    trigger: Span
    by: tuple[str, ...]
    to: tuple[str, ...]
    time: str | None
    place: str | None
    realis: str
    statement: str | None
    figures: tuple[str, ...]
    instrument: Span | None
    rule: str
    rivals: tuple[str, ...] = ()
    things: tuple[Span, ...] = ()  # what is hit and is nobody: buildings, vehicles, lines
    mentions: tuple[Span, ...] = ()  # other words that tell of it: "died in hospital" of the one who was shot


@dataclass(frozen=True, slots=True)
class Coding:
    """All records of one report, and the version of the program that made them."""

    report: Report
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    version: str = ""
