"""Reports as they come from coding: stored with what triage said, and known again by the key of what they were coded from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, insert, select, update

from onrecord.errors import ForgottenReport
from onrecord.records import Coding, Triage
from onrecord.store import reports
from onrecord.store.reports import Stored
from onrecord.store.tables import codings, taken
from onrecord.store.triage import put_triage

LEFT_OUT = "/left out"  # ends the version of a coding that was not made: the report is kept, marked, without records
RULES = 12  # characters of the rules' digest that a version carries in the book


@dataclass(frozen=True, slots=True)
class Arrival:
    """A coding to be stored: the bytes it was read from, the rules it was made under and the key it is known by ("" for none).

    `left_out` when triage kept it from being coded; `triage` and `sketch` are what is stored of it for other reports.
    """

    coding: Coding
    raw: bytes | None = None
    rules: str = ""
    key: str = ""
    left_out: bool = False
    triage: Triage | None = None
    sketch: tuple[int, ...] = ()


def add_all(db: Connection, arrivals: Iterable[Arrival]) -> Iterator[Stored | ForgottenReport]:
    """Store several; one whose words were erased on purpose is refused and the others go on."""
    for one in arrivals:
        try:
            yield add(db, one)
        except ForgottenReport as error:  # raised before anything is written
            yield error


def add(db: Connection, one: Arrival) -> Stored:
    """Store a report with its coding and triage. What was left out never stands over a coding that the book has."""
    version = one.coding.version
    if one.rules:
        version = f"{version}+{one.rules[:RULES]}{LEFT_OUT if one.left_out else ''}"
    stored = reports.add(db, one.coding, one.raw, version, only_first=one.left_out)
    if one.triage is not None:
        put_triage(db, replace(one.triage, report=stored.report), one.coding.report.text, one.sketch)
    if one.key:
        _remember(db, one, stored.report)
    return stored


def _remember(db: Connection, one: Arrival, report: str) -> None:
    """Let the key lead to the report's coding; keys that led to one that was left out follow."""
    anchor = one.coding.report.published or ""
    same = (codings.c.report == report, codings.c.anchor == anchor)
    newest = db.execute(select(codings.c.id).where(*same).order_by(codings.c.id.desc()).limit(1)).scalar()
    if newest is None:  # left out, and coded with another day before
        newest = db.execute(select(codings.c.id).where(codings.c.report == report).order_by(codings.c.id.desc())).scalar()
    db.execute(delete(taken).where(taken.c.key == one.key))
    db.execute(insert(taken).values(key=one.key, coding=newest, report=one.coding.report.id))
    if not one.left_out:
        out = select(codings.c.id).where(*same, codings.c.version.endswith(LEFT_OUT, autoescape=True))
        db.execute(update(taken).where(taken.c.coding.in_(out)).values(coding=newest))


def known(db: Connection, key: str, every: bool = False) -> tuple[Coding, Stored] | None:
    """The coding that a key leads to; with `every`, none that was left out."""
    query = select(codings.c.report, codings.c.version, codings.c.body, taken.c.report.label("given"))
    row = db.execute(query.join(taken, taken.c.coding == codings.c.id).where(taken.c.key == key)).first()
    if row is None or (every and row.version.endswith(LEFT_OUT)):
        return None
    held = reports.decoded(row.report, row.body)
    coding = replace(held, report=replace(held.report, id=row.given))
    return coding, Stored(row.report, False, False, row.report != row.given)
