"""What pages over the whole book ask of the summary, a page at a time."""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.ledger import Entry, Happening
from onrecord.ledger.abstracts import BETWEEN
from onrecord.records import Incident, Ref, Report
from onrecord.store.summary.incidents import incident_of
from onrecord.store.summary.packing import Quoted, unpacked

AT_ONCE = 500  # names in one query


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figures: of an incident, of a measure, of some reports, with a name that holds some words or is one of some (nothing for any)."""

    incident: str = ""
    measure: str = ""
    within: str = ""
    exactly: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """How many figures were asked for, and some of them with their sentences."""

    total: int
    entries: tuple[Entry, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """An incident and how many reports tell of it."""

    incident: Incident
    reports: int


@dataclass(frozen=True, slots=True)
class Dated:
    """An incident and the first and last day it may have been on, as ISO dates."""

    incident: Incident
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Spotted:
    """A place of a precision: how many incidents are there, and the first of them."""

    lon: float
    lat: float
    prec: int
    many: int
    first: Incident


def incidents(db: sqlite3.Connection, words: str, limit: int, offset: int) -> tuple[int, list[Held]]:
    """How many incidents there are whose type, place, day or country hold some words, and a page of them in order of time."""
    where, given = ("and instr(words, ?)", (words,)) if words else ("", ())
    total = _number(db, f"select count(*) from incidents where shown = 1 {where}", given)
    page = f"select body, reports from incidents where shown = 1 {where} order by sort, id limit ? offset ?"
    return total, [Held(incident_of(row["body"]), row["reports"]) for row in db.execute(page, (*given, limit, offset))]


def all_incidents(db: sqlite3.Connection, limit: int, offset: int) -> list[Incident]:
    """A page of the incidents: those that linking made, then events that stand alone."""
    page = "select body from incidents where shown = 1 order by linked desc, id limit ? offset ?"
    return [incident_of(row["body"]) for row in db.execute(page, (limit, offset))]


def is_linked(db: sqlite3.Connection) -> bool:
    """Whether linking made any of the incidents."""
    return db.execute("select 1 from incidents where shown = 1 and linked = 1 limit 1").fetchone() is not None


def dated(db: sqlite3.Connection, limit: int, offset: int) -> tuple[int, int, list[Dated]]:
    """How many incidents have a first day, how many there are, and a page of the dated ones in order of time."""
    total = _number(db, "select count(*) from incidents where shown = 1")
    known = _number(db, "select count(*) from incidents where shown = 1 and first is not null")
    page = "select body, first, last from incidents where shown = 1 and first is not null order by first, id limit ? offset ?"
    rows = db.execute(page, (limit, offset))
    return known, total, [Dated(incident_of(row["body"]), row["first"], row["last"]) for row in rows]


def spots(db: sqlite3.Connection, most: int) -> tuple[int, list[Spotted]]:
    """How many incidents have a place, and the places with most incidents."""
    grouped = (
        "select lon, lat, prec, count(*) as many, min((1 - linked) || id) as first from incidents"
        " where shown = 1 and lon is not null group by lon, lat, prec order by many desc, first limit ?"
    )
    rows = db.execute(grouped, (most,)).fetchall()
    placed = _number(db, "select count(*) from incidents where shown = 1 and lon is not null")
    return placed, [Spotted(r["lon"], r["lat"], r["prec"], r["many"], _first(db, r["first"])) for r in rows]


def _first(db: sqlite3.Connection, name: str) -> Incident:
    row = db.execute("select body from incidents where id = ? and linked = ?", (name[1:], 1 - int(name[0]))).fetchone()
    return incident_of(row["body"])


def actors(db: sqlite3.Connection, words: str, limit: int, offset: int) -> tuple[int, list[tuple[str, str, int]]]:
    """How many names with a kind there are, those with some words only, and a page of them with how often, most first."""
    where, given = ("where instr(folded, ?)", (words.casefold(),)) if words else ("", ())
    total = _number(db, f"select count(*) from names {where}", given)
    page = f"select name, kind, many from names {where} order by many desc, name, kind limit ? offset ?"
    return total, [(row["name"], row["kind"], row["many"]) for row in db.execute(page, (*given, limit, offset))]


def names_with(db: sqlite3.Connection, words: Sequence[str], is_meant: Callable[[str], bool]) -> list[str]:
    """The most frequent of the names that hold one of some words and are meant."""
    any_of = " or ".join(["instr(folded, ?)"] * len(words))
    rows = db.execute(f"select name from names where {any_of} order by many desc, name", tuple(words))
    return list(islice(dict.fromkeys(row["name"] for row in rows if is_meant(row["name"])), AT_ONCE))


def reports_naming(db: sqlite3.Connection, name: str, limit: int, offset: int) -> tuple[int, list[str]]:
    """How many reports have an actor of a name, and a page of them in the order they were added."""
    named = "from (select distinct report from actors where folded = ?) join reports using (report)"
    total = _number(db, f"select count(*) {named}", (name.casefold(),))
    page = db.execute(f"select report {named} order by place limit ? offset ?", (name.casefold(), limit, offset))
    return total, [row["report"] for row in page]


def figures(db: sqlite3.Connection, asked: Asked, limit: int | None, offset: int = 0) -> Figures:
    """The figures that are asked for, in the order of what they tell of."""
    where, given = _conditions(asked)
    total = _number(db, f"select count(*) from figures {where}", given)
    order = "order by start, incident, measure, given, report, began, ended limit ? offset ?"
    page = f"select rowid from figures {where} {order}"  # of the index alone; the rest is read of the page only
    rows = [
        db.execute("select body, incident, later from figures where rowid = ?", (row[0],)).fetchone()
        for row in db.execute(page, (*given, -1 if limit is None else limit, offset)).fetchall()
    ]
    quoted = [_quoted(row) for row in rows]
    return Figures(total, tuple(one.entry for one in quoted), tuple(one.sentence for one in quoted))


def _conditions(asked: Asked) -> tuple[str, list[object]]:
    within = asked.within.casefold()
    found = [
        (c, v) for c, v in (("incident = ?", asked.incident), ("measure = ?", asked.measure), ("instr(names, ?)", within)) if v
    ]
    parts, given = [condition for condition, _ in found], list[object](value for _, value in found)
    if asked.exactly:
        parts.append(f"({' or '.join(['instr(names, ?)'] * len(asked.exactly))})")
        given += [f"{BETWEEN}{name.casefold()}{BETWEEN}" for name in asked.exactly]
    if asked.reports:
        parts.append(f"report in ({', '.join('?' * len(asked.reports))})")
        given += asked.reports
    return ("where " + " and ".join(parts) if parts else ""), given


def _quoted(row: sqlite3.Row) -> Quoted:
    kept = unpacked(row["body"], Quoted)
    later = Ref(*row["later"].split(BETWEEN)) if row["later"] else None
    return Quoted(replace(kept.entry, incident=row["incident"] or None, superseded_by=later), kept.sentence)


def meant(db: sqlite3.Connection, start: str, most: int = 6) -> list[str]:
    """The ids of incidents that are or begin with what is given; the one that is it alone, when there is one."""
    found = db.execute(
        "select distinct id from incidents where shown = 1 and id >= ? and id < ? order by id limit ?",
        (start, start + "\U0010ffff", most),
    )
    names = [row["id"] for row in found]
    return [start] if start in names else names


def incident_named(db: sqlite3.Connection, name: str) -> Incident | None:
    """An incident by its id."""
    row = db.execute("select body from incidents where shown = 1 and id = ? order by linked desc", (name,)).fetchone()
    return incident_of(row["body"]) if row else None


def there(db: sqlite3.Connection, refs: Sequence[Ref]) -> list[Ref]:
    """Those of some events that are in the book."""
    query = "select 1 from events where report = ? and record = ?"
    return [ref for ref in refs if db.execute(query, (ref.report, ref.record)).fetchone()]


def happenings(db: sqlite3.Connection, measures: Mapping[str, Collection[str]]) -> Iterator[Happening]:
    """Incidents with their dead and those of their figures that stand, of the measures asked for: what estimates are made of."""
    for incident in filter(None, (incident_named(db, name) for name in measures)):
        asked = tuple(measures[incident.id])
        stand = (
            "select body, incident, later from figures where incident = ? and later is null"
            f" and measure in ({', '.join('?' * len(asked))}) order by place, at"
        )
        entries = db.execute(stand, (incident.id, *asked))
        dead = dict.fromkeys(name for ref in incident.events for name in _dead(db, ref))
        yield Happening(incident, (), tuple(_quoted(row).entry for row in entries), tuple(dead))


def _dead(db: sqlite3.Connection, ref: Ref) -> list[str]:
    row = db.execute("select dead from events where report = ? and record = ?", (ref.report, ref.record)).fetchone()
    return row["dead"].split(BETWEEN) if row and row["dead"] else []


def findings(db: sqlite3.Connection, limit: int, offset: int) -> tuple[int, list[str]]:
    """How many findings there are, and a page of them: those that are not dismissed first, the worst of them first."""
    page = db.execute("select id from findings order by gone, rank, rule, id limit ? offset ?", (limit, offset))
    return _number(db, "select count(*) from findings"), [row["id"] for row in page]


def open_findings(db: sqlite3.Connection, limit: int, offset: int) -> list[str]:
    """A page of the findings that nobody dismissed, in the order of their ids."""
    page = db.execute("select id from findings where gone = 0 order by id limit ? offset ?", (limit, offset))
    return [row["id"] for row in page]


def sentence(db: sqlite3.Connection, ref: Ref) -> str:
    """The sentence a figure or event stands in, "" when it is gone."""
    row = db.execute("select body from figures where report = ? and record = ?", (ref.report, ref.record)).fetchone()
    if row:
        return unpacked(row["body"], Quoted).sentence
    row = db.execute("select sentence from events where report = ? and record = ?", (ref.report, ref.record)).fetchone()
    return str(row["sentence"]) if row else ""


def heads(db: sqlite3.Connection, reports: Sequence[str]) -> dict[str, Report]:
    """The heads of some reports, with the opening of their text only."""
    out: dict[str, Report] = {}
    for some in _slices(reports):
        rows = db.execute(f"select report, head from reports where report in ({', '.join('?' * len(some))})", some)
        out |= {row["report"]: unpacked(row["head"], Report) for row in rows}
    return out


def _slices(names: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(names), AT_ONCE):
        yield names[start : start + AT_ONCE]


def _number(db: sqlite3.Connection, query: str, given: Sequence[object] = ()) -> int:
    return int(db.execute(query, given).fetchone()[0])
