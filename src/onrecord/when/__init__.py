"""Find time expressions and give each its EDTF value and UCDP precision."""

from datetime import date

from onrecord.records import Document, Parse, Time, record_id
from onrecord.when.edtf import Value
from onrecord.when.find import Core, cores
from onrecord.when.modify import combined
from onrecord.when.plausible import is_time, looks_ahead
from onrecord.when.resolve import Narrative, value


def when(doc: Document, parse: Parse) -> tuple[Time, ...]:
    """The times of a document in the order of the text.

    `doc.published` anchors relative dates; without it a year the text does not state stays `XXXX`, and a purely relative
    expression has no value.
    """
    anchor = date.fromisoformat(doc.published) if doc.published else None
    story = Narrative(anchor)
    found: list[tuple[Core, Value]] = []
    kept = [core for core in cores(doc.text) if is_time(doc.text, parse, core)]
    years = _years_by_sentence(parse, kept)
    for core in kept:
        sent = parse.sentence_at(core.span[0])
        story.sentence_year = years.get(sent if sent is not None else -1)
        story.future = looks_ahead(parse, core)
        made = value(core, story)
        if made is not None:
            found.append((core, made))
    return _records(doc, combined(doc.text, found, anchor))


def _years_by_sentence(parse: Parse, kept: list[Core]) -> dict[int, int]:
    """Years that full dates state, by sentence."""
    out: dict[int, int] = {}
    for core in kept:
        sent = parse.sentence_at(core.span[0])
        if sent is not None and "year" in core.parts and core.rule not in ("year", "years", "season"):
            out.setdefault(sent, int(core.parts["year"]))
    return out


def _records(doc: Document, found: list[tuple[Core, Value]]) -> tuple[Time, ...]:
    taken: set[str] = set()
    out = []
    for core, made in found:
        time_id = record_id(doc.id, "time", core.span, taken)
        taken.add(time_id)
        out.append(Time(time_id, core.span, made.edtf, made.prec, f"when.{core.rule}", made.rivals))
    return tuple(out)
