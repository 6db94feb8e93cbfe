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


@dataclass(frozen=True, slots=True)
class Named:
    """What the fields of a report's records may name: ids, each with the words it is known by."""

    actors: Options
    times: Options
    places: Options
    figures: Options


def fields_of(coding: Coding, record: Record) -> list[Field]:
    """The inputs for a record."""
    reader = Reader(coding)
    named = Named(
        actors=tuple((a.id, a.name) for a in sorted(coding.actors, key=lambda a: a.name.casefold())),
        times=tuple((t.id, f"{reader.words(t.span)} ({t.edtf or 'no value'})") for t in coding.times),
        places=tuple((p.id, p.name) for p in coding.places),
        figures=tuple((f.id, reader.words(f.span)) for f in coding.figures if f.id != record.id),
    )
    match record:
        case Figure():
            return _of_figure(record, named)
        case Event():
            return _of_event(record, named)
        case Statement():
            return _of_statement(record, named)
        case Time():
            return _of_time(record)
        case Place():
            return _of_place(record)
        case Actor():
            return _of_actor(record)


def _of_figure(fig: Figure, named: Named) -> list[Field]:
    return [
        *(Field(n, n, "number", _shown(getattr(fig, n)), hint="open") for n in ("low", "high")),
        *(_word(fig, name) for name in ("bound", "measure", "status")),
        _one("whom", fig.whom, named.actors),
        _one("time", fig.time, named.times),
        _one("place", fig.place, named.places),
        _one("part_of", fig.part_of, named.figures),
        Field("cumulative", "cumulative", "flag", fig.cumulative),
    ]


def _of_event(event: Event, named: Named) -> list[Field]:
    return [
        *(_word(event, name) for name in ("type", "realis")),
        *(Field(n, n, "choice", getattr(event, n), named.actors, many=True) for n in ("by", "to")),
        _one("time", event.time, named.times),
        _one("place", event.place, named.places),
    ]


def _of_statement(said: Statement, named: Named) -> list[Field]:
    return [
        _one("source", said.source, named.actors),
        *(_word(said, name) for name in ("mode", "attitude")),
        *(Field(n, n, "text", getattr(said, n) or "") for n in ("channel", "addressee")),
        _one("said", said.said, named.times),
    ]


def _of_time(time: Time) -> list[Field]:
    edtf = Field("edtf", "EDTF", "text", time.edtf or "", hint="2017-01-24, 2016-10/.., XXXX-03-01")
    return [edtf, _precision("date_prec", time.date_prec, CERTAINTY_OF_DATE)]


def _of_place(place: Place) -> list[Field]:
    return [
        Field("name", "name", "text", place.name),
        *(Field(n, n, "number", _shown(getattr(place, n))) for n in ("lat", "lon")),
        _precision("where_prec", place.where_prec, CERTAINTY_OF_PLACE),
    ]


def _of_actor(actor: Actor) -> list[Field]:
    country = Field("country", "country", "text", actor.country or "", hint="two letters")
    return [Field("name", "name", "text", actor.name), _word(actor, "kind"), country]


def _precision(name: str, chosen: int, options: Options) -> Field:
    return Field(name, "precision", "choice", (str(chosen),), options, empty=False)


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
