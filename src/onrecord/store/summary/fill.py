"""What goes into the summary: abstracts of reports, incidents and findings, each in place of what was there of it."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from onrecord.ledger.abstracts import BETWEEN, Abstract, EventLine, FigureLine
from onrecord.records import Finding, Incident
from onrecord.store.summary.incidents import put_incident, show_again
from onrecord.store.summary.packing import Quoted, packed

OPENING = 200  # characters of a report that stand for its title where it has none
RANKS = {"error": 0, "warning": 1, "note": 2}
TOTAL = "total"  # the scope in which running totals replace one another; of other figures it is their incident
# Of the figures of one thing the newest replaces the older ones; of several as new, the first in the book.
LATER = """
update figures set later = made.later from (
  select f.rowid as at_row,
    case when given < first_value(given) over newest then first_value(report || char(31) || record) over newest end as later
  from {some} figures f where f.thing != '' and f.scope != '' {same}
  window newest as (partition by f.thing, f.scope order by given desc, place, at)
) as made where figures.rowid = made.at_row and figures.later is not made.later
"""
TOUCHED = "touched t cross join"  # read first, whatever the planner thinks
SAME = "and f.thing = t.thing and f.scope = t.scope"


def clear(db: sqlite3.Connection) -> None:
    """Empty the summary: it was made of another book."""
    for table in (
        "due",
        "pending",
        "reports",
        "actors",
        "names",
        "events",
        "members",
        "incidents",
        "figures",
        "told",
        "findings",
    ):
        db.execute(f"delete from {table}")
    db.execute("update position set seq = 0, hash = ''")


def has(db: sqlite3.Connection, report: str, digest: str) -> bool:
    """Whether the abstract of a report is there and was made of the coding with this digest."""
    return db.execute("select 1 from reports where report = ? and digest = ?", (report, digest)).fetchone() is not None


def put(db: sqlite3.Connection, made: Abstract, digest: str) -> None:
    """Put the abstract of a report in place of the one before."""
    report = made.report.id
    take_out(db, [report])
    head = packed(replace(made.report, text=made.report.text.lstrip()[:OPENING], furniture=()))
    db.execute("insert into reports values (?, ?, ?, ?)", (report, made.place, digest, head))
    db.executemany("insert into actors values (?, ?, ?, ?)", [(report, n, k, n.casefold()) for n, k in made.actors])
    held = {
        row["record"]: row["incident"] for row in db.execute("select record, incident from members where report = ?", (report,))
    }
    db.executemany("insert into events values (?, ?, ?, ?, ?, ?)", [_event(report, line, held) for line in made.events])
    for line in made.events:
        if line.alone is not None:
            put_incident(db, line.alone, linked=False, shown=line.event.id not in held)
    show_again(db, set(held.values()))
    rows = [_figure(at, made.place, line) for at, line in enumerate(made.figures)]
    db.executemany(f"insert into figures values ({', '.join('?' * 15)})", rows)
    told = [(report, line.entry.ref.record, event) for line in made.figures for event in line.events]
    db.executemany("insert into told values (?, ?, ?)", told)
    _place(db, "and figures.report = ?", (report,))
    _touch(db, report)


def _place(db: sqlite3.Connection, only: str = "", given: Sequence[str] = ()) -> None:
    """Say of which incident figures are: the only one that the events they tell of are of."""
    events = "from told t join events e on e.report = t.report and e.record = t.event and e.incident != ''"
    one = f"select max(e.incident) {events} where t.report = figures.report and t.record = figures.record having count(distinct e.incident) = 1"
    db.execute(f"update figures set incident = coalesce(({one}), '') where incident is not coalesce(({one}), '') {only}", given)
    db.execute(f"update figures set scope = incident where scope not in (incident, ?) {only}", (TOTAL, *given))


def take_out(db: sqlite3.Connection, reports: Collection[str]) -> None:
    """Leave nothing of some reports."""
    for report in reports:
        _touch(db, report)
        held = {row["incident"] for row in db.execute("select incident from members where report = ?", (report,))}
        for table in ("reports", "actors", "events", "figures", "told"):
            db.execute(f"delete from {table} where report = ?", (report,))
        db.execute("delete from incidents where linked = 0 and report = ?", (report,))
        show_again(db, held)


def _touch(db: sqlite3.Connection, report: str) -> None:
    """Remember that it may have changed which figures are the newest of what this report tells of."""
    db.execute(
        "insert or ignore into touched select thing, scope from figures where report = ? and thing != '' and scope != ''",
        (report,),
    )


def settle(db: sqlite3.Connection, *, everything: bool = False) -> None:
    """Find again which figures are replaced by later ones: of the touched things, or of all."""
    if everything:
        db.execute("update figures set later = null where later is not null and scope = ''")
        db.execute(LATER.format(some="", same=""))
    elif db.execute("select 1 from touched limit 1").fetchone():
        db.execute(LATER.format(some=TOUCHED, same=SAME))
    db.execute("delete from touched")


def relinked(db: sqlite3.Connection, members: Sequence[tuple[str, str, str]], incidents: Iterable[Incident]) -> None:
    """Put the incidents of a linking in place of the last one's."""
    db.execute("delete from incidents where linked = 1")
    db.execute("delete from members")
    db.executemany("insert into members values (?, ?, ?)", members)
    for incident in incidents:
        put_incident(db, incident, linked=True, shown=False)
    show_again(db)
    held = "(select m.incident from members m where m.report = events.report and m.record = events.record)"
    db.execute(f"update events set incident = coalesce({held}, alone) where incident != coalesce({held}, alone)")
    _place(db)
    settle(db, everything=True)


def checked(db: sqlite3.Connection, findings: Iterable[Finding], gone: Collection[str]) -> None:
    """Put the findings of a check in place of the last one's; `gone` are the ids of those that are dismissed."""
    db.execute("delete from findings")
    rows = ((one.id, int(one.id in gone), RANKS.get(one.severity, 3), one.rule) for one in findings)
    db.executemany("insert into findings values (?, ?, ?, ?)", rows)


def dismissed(db: sqlite3.Connection, findings: Iterable[str], gone: Collection[str]) -> None:
    """Say of some findings whether they are dismissed."""
    db.executemany("update findings set gone = ? where id = ?", [(int(one in gone), one) for one in findings])


def _event(report: str, line: EventLine, held: dict[str, str]) -> tuple[object, ...]:
    own, event = line.alone.id if line.alone else "", line.event
    return report, event.id, held.get(event.id, own), own, line.sentence, BETWEEN.join(line.dead)


def _figure(at: int, place: int, line: FigureLine) -> tuple[object, ...]:
    entry = line.entry
    of = (entry.ref.report, entry.ref.record, place, at, *entry.figure.span, "", entry.figure.measure)
    scope = TOTAL if line.running else ""
    return (*of, line.start, line.given, line.thing, scope, None, line.names, packed(Quoted(entry, line.sentence)))
