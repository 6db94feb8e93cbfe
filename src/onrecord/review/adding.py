"""Records that an analyst adds to a coding: made from a selection of its text, split off another, or what a merge leaves.

Everything here gives moves, each a verdict on one record, which a desk decides in one step; `reviewed` applies them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from onrecord.errors import UsageError
from onrecord.records import Actor, Coding, Decision, Event, Figure, Place, Span, Statement, Time, overlap, record_id
from onrecord.review.kinds import FIELDS, MANY, ONE, Record, by_id, every, references, spans, with_records, without

RULE = "review.add"
TYPES: Mapping[str, type] = {kind.__name__.casefold(): kind for kind in FIELDS}


@dataclass(frozen=True, slots=True)
class Move:
    """One verdict of a step: on which record, why, and what it changes."""

    verdict: str
    record: str
    reason: str | None = None
    change: dict[str, object] | None = None


def with_added(coding: Coding, decisions: Iterable[Decision]) -> Coding:
    """The coding with the records that live `add` decisions hold; what they refer to and is not there is left out."""
    there, more = by_id(coding), dict[str, Record]()
    for made in decisions:
        if made.verdict == "add" and made.change is not None and made.subject[0].record not in there:
            record = record_of(made.change)
            more[record.id] = record
    if not more:
        return coding
    for record in more.values():
        field = FIELDS[type(record)]
        coding = with_records(coding, {field: (*getattr(coding, field), record)})
    return without(coding, {held for record in more.values() for held in references(record)} - by_id(coding).keys())


def record_of(change: str) -> Record:
    """The record that an `add` holds as {"kind": …, "record": {…}}. UsageError when it is none."""
    try:
        given = msgspec.json.decode(change, type=dict[str, object])
        made: Record = msgspec.convert(given.get("record"), type=TYPES[str(given.get("kind"))])
    except (msgspec.MsgspecError, KeyError) as error:
        raise UsageError(f"no record to add: {error}; use one of {', '.join(TYPES)} with all its fields") from None
    return made


def _add(record: Record, reason: str | None = None) -> Move:
    fields = msgspec.to_builtins(record)
    return Move("add", record.id, reason, {"kind": type(record).__name__.casefold(), "record": fields})


def selected(coding: Coding, kind: str, span: Span) -> Move:
    """A new figure, event, statement, time, place or actor from a stretch of text. UsageError for none such.

    The fields that the words alone do not give are those of the nearest record of the kind, to be edited, or the plainest.
    """
    start, end = _trimmed(coding.report.text, span)
    name = record_id(coding.report.id, kind, (start, end), by_id(coding))
    words = coding.report.text[start:end]
    here = (start, end)
    plain: dict[str, Record] = {
        "figure": Figure(
            id=name,
            span=here,
            low=_number(words),
            high=_number(words),
            bound="exact",
            measure="killed",
            whom=None,
            whom_span=None,
            status="unknown",
            time=None,
            place=None,
            statement=None,
            part_of=None,
            cumulative=False,
            event=_nearest(coding, start),
            rule=RULE,
        ),
        "event": Event(name, "other", here, (), (), None, None, "actual", None, (), None, RULE),
        "statement": Statement(name, None, None, here, (here,), "indirect", "asserts", None, None, None, (), RULE),
        "time": Time(name, here, None, 5, RULE),
        "place": Place(name, words, (here,), None, None, 6, RULE),
        "actor": Actor(name, words, "unnamed", (here,), RULE),
    }
    if kind not in plain:
        raise UsageError(f"{kind}: is no kind of record; use one of {', '.join(plain)}")
    return _add(plain[kind])


def _trimmed(text: str, span: Span) -> Span:
    """The selection without the blanks around it. UsageError when nothing is left or it lies outside the text."""
    start, end = span
    if not 0 <= start < end <= len(text) or not (words := text[start:end]).strip():
        raise UsageError("select words of the report first")
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def _number(words: str) -> float | None:
    digits = "".join(c for c in words if c in "0123456789.").strip(".")
    return float(digits) if digits.count(".") < 2 and digits else None


def _nearest(coding: Coding, start: int) -> str | None:
    """The event whose trigger is nearest, within the stretch of a long sentence."""
    near = sorted((abs(event.trigger[0] - start), event.id) for event in coding.events)
    return near[0][1] if near and near[0][0] < 300 else None


def split(coding: Coding, record: str, span: Span) -> list[Move]:
    """A record in two: the selection becomes a second one like it, the first keeps the rest of its words.

    UsageError when the selection is all of the first, or there is no such record.
    """
    first = _found(coding, record)
    span = _trimmed(coding.report.text, span)
    rest = [part for held in spans(first) for part in _less(held, span)]
    if not rest:
        raise UsageError(f"{record}: nothing would be left of it; select a part of its words")
    kind = type(first).__name__.casefold()
    second = _at(first, record_id(coding.report.id, kind, span, by_id(coding)), (span,))
    kept = _at(first, first.id, tuple(rest))
    moves = [_add(second, f"split off {record}")]
    return moves if kept == first else [*moves, Move("edit", record, f"split, {second.id}", _changes(first, kept))]


def _less(held: Span, gone: Span) -> list[Span]:
    """What is left of a span without another: the part before and the part after."""
    if not overlap(held, gone):
        return [held]
    parts = ((held[0], min(held[1], gone[0])), (max(held[0], gone[1]), held[1]))
    return [(start, end) for start, end in parts if start < end]


def _at(record: Record, name: str, here: tuple[Span, ...]) -> Record:
    """A record under an id and at spans; one of a kind that stands at one span takes the first."""
    if isinstance(record, Actor | Place):
        return replace(record, id=name, mentions=here)
    if isinstance(record, Statement):
        return replace(record, id=name, content=here)
    if isinstance(record, Event):
        return replace(record, id=name, trigger=here[0])
    return replace(record, id=name, span=here[0])


def _changes(was: Record, now: Record) -> dict[str, object]:
    """The fields in which two records differ, as an edit holds them."""
    old, new = msgspec.to_builtins(was), msgspec.to_builtins(now)
    return {name: value for name, value in new.items() if value != old[name] and name not in ("id", "rule")}


def merged(coding: Coding, kept: str, gone: Sequence[str]) -> list[Move]:
    """Records of one kind made one: the kept one takes the others' spans, whatever named them names it, and they go.

    UsageError when they are not of one kind.
    """
    first, others = _found(coding, kept), [_found(coding, name) for name in gone if name != kept]
    if not others or any(type(other) is not type(first) for other in others):
        raise UsageError(f"{kept}: is merged with one or more others of its kind; choose them")
    names = {other.id for other in others}
    together = tuple(sorted({span for one in (first, *others) for span in spans(one)}))
    bigger = _at(first, first.id, together) if isinstance(first, Actor | Place | Statement) else first
    changed = [(one, _pointed(bigger if one is first else one, names, kept)) for one in every(coding) if one.id not in names]
    edits = [Move("edit", one.id, f"merged, {kept}", change) for one, now in changed if (change := _changes(one, now))]
    return [*edits, *(Move("reject", other.id, f"merged into {kept}") for other in others)]


def _pointed(record: Record, names: set[str], kept: str) -> Record:
    """A record whose references to some name another; never itself."""
    new: dict[str, object] = {}
    for field in ONE.get(type(record), ()):
        if getattr(record, field) in names:
            new[field] = kept if record.id != kept else None
    for field in MANY.get(type(record), ()):
        if names & set(getattr(record, field)):
            held = (kept if one in names else one for one in getattr(record, field))
            new[field] = tuple(dict.fromkeys(one for one in held if one != record.id))
    return replace(record, **new) if new else record  # type: ignore[arg-type]


def _found(coding: Coding, record: str) -> Record:
    there = by_id(coding)
    if record not in there:
        raise UsageError(f"{record}: no such record in {coding.report.id}; `onrecord show --json` lists them")
    return there[record]
