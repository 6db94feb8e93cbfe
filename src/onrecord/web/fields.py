"""The form by which a record is edited: a field for each value of it, with the choices the manual allows."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.export.brief import Reader
from onrecord.records import Actor, Coding, Event, Figure, Place, Statement, Time
from onrecord.review import ALLOWED, Record

CERTAINTY_OF_DATE = (("1", "1 exact day"), ("2", "2 two to six days"), ("3", "3 a week"), ("4", "4 a month"), ("5", "5 longer"))
CERTAINTY_OF_PLACE = (
    *(("1", "1 exact place"), ("2", "2 near, or inside"), ("3", "3 district"), ("4", "4 province"), ("5", "5 linear or vague")),
    *(("6", "6 country"), ("7", "7 international")),
)
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """An input: its name and words, its kind (choice, flag, number, text), what it holds, and what it may hold."""

    name: str
    words: str
    kind: str
    chosen: object
    options: Options = ()
    many: bool = False
    empty: bool = True
    hint: str = ""


def fields_of(coding: Coding, record: Record) -> list[Field]:
    """The inputs for a record."""
    reader = Reader(coding)
    actors = tuple((a.id, a.name) for a in sorted(coding.actors, key=lambda a: a.name.casefold()))
    times = tuple((t.id, f"{reader.words(t.span)} ({t.edtf or 'no value'})") for t in coding.times)
    places = tuple((p.id, p.name) for p in coding.places)
    match record:
        case Figure():
            figures = tuple((f.id, reader.words(f.span)) for f in coding.figures if f.id != record.id)
            return [
                *(Field(n, n, "number", _shown(getattr(record, n)), hint="open") for n in ("low", "high")),
                *(_word(record, name) for name in ("bound", "measure", "status")),
                _one("whom", record.whom, actors),
                _one("time", record.time, times),
                _one("place", record.place, places),
                _one("part_of", record.part_of, figures),
                Field("cumulative", "cumulative", "flag", record.cumulative),
            ]
        case Event():
            sides = [Field(n, n, "choice", getattr(record, n), actors, many=True) for n in ("by", "to")]
            return [
                _word(record, "type"),
                _word(record, "realis"),
                *sides,
                _one("time", record.time, times),
                _one("place", record.place, places),
            ]
        case Statement():
            texts = [Field(n, n, "text", getattr(record, n) or "") for n in ("channel", "addressee")]
            return [
                _one("source", record.source, actors),
                _word(record, "mode"),
                _word(record, "attitude"),
                *texts,
                _one("said", record.said, times),
            ]
        case Time():
            hint = "2017-01-24, 2016-10/.., XXXX-03-01"
            precision = Field("date_prec", "precision", "choice", (str(record.date_prec),), CERTAINTY_OF_DATE, empty=False)
            return [Field("edtf", "EDTF", "text", record.edtf or "", hint=hint), precision]
        case Place():
            precision = Field("where_prec", "precision", "choice", (str(record.where_prec),), CERTAINTY_OF_PLACE, empty=False)
            return [
                Field("name", "name", "text", record.name),
                *(Field(n, n, "number", _shown(getattr(record, n))) for n in ("lat", "lon")),
                precision,
            ]
        case Actor():
            return [
                Field("name", "name", "text", record.name),
                _word(record, "kind"),
                Field("country", "country", "text", record.country or "", hint="two letters"),
            ]


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _word(record: Record, name: str) -> Field:
    options = tuple((word, word.replace("_", " ")) for word in ALLOWED[name])
    return Field(name, name, "choice", (getattr(record, name),), options, empty=False)


def _one(name: str, chosen: str | None, options: Options) -> Field:
    return Field(name, name.replace("_", " "), "choice", (chosen,), options)


def change_from(fields: list[Field], given: Mapping[str, list[str]]) -> dict[str, object]:
    """The fields whose value a form changed. UsageError for a number that is none."""
    out: dict[str, object] = {}
    for field in fields:
        was, now = _value(field, field.chosen), _value(field, given.get(field.name, []))
        if was != now:
            out[field.name] = now
    return out


def _value(field: Field, raw: object) -> object:
    words = (
        [str(w) for w in raw if w is not None]
        if isinstance(raw, list | tuple)
        else []
        if raw in ("", None, False)
        else [str(raw)]
    )
    first = words[0].strip() if words else ""
    if field.kind == "flag":
        return bool(words)
    if field.many:
        return sorted(words)
    if field.kind == "number":
        return _number(field.name, first) if first else None
    if field.name in ("date_prec", "where_prec"):
        return int(first) if first.isdecimal() else None
    return first or None


def _number(name: str, words: str) -> float:
    try:
        return float(words)
    except ValueError:
        raise UsageError(f"{name}: {words!r} is no number; leave it empty for an open end") from None
