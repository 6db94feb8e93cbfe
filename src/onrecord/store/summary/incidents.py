"""The incidents of the summary: those that linking made, and events that stand alone."""

import sqlite3
from collections.abc import Collection

from onrecord.records import Incident
from onrecord.records.edtf import ends
from onrecord.store.summary.packing import packed, unpacked


def put_incident(db: sqlite3.Connection, one: Incident, *, linked: bool, shown: bool) -> None:
    """Put an incident into the summary."""
    first, last = ends(one.edtf)
    end = last or first
    words = f"{one.type} {one.place or ''} {one.edtf or ''} {one.country or ''}".casefold()
    row = (
        *(one.id, int(linked), int(shown), one.events[0].report, one.edtf or "~"),
        *(first.isoformat() if first else None, end.isoformat() if end else None),
        *(one.lon if one.lat is not None else None, one.lat if one.lon is not None else None, one.where_prec or 1),
        *(words, len({ref.report for ref in one.events}), packed(one)),
    )
    db.execute("insert or replace into incidents values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def show_again(db: sqlite3.Connection, some: Collection[str] | None = None) -> None:
    """Show the incidents that hold an event which is there: all linked ones and those alone that none holds, or some linked ones."""
    alive = (
        "exists (select 1 from members m join events e on e.report = m.report and e.record = m.record"
        " where m.incident = incidents.id)"
    )
    if some is not None:
        for name in some:
            db.execute(f"update incidents set shown = {alive} where id = ? and linked = 1", (name,))
        return
    db.execute(f"update incidents set shown = {alive} where linked = 1")
    db.execute(
        "update incidents set shown = not exists (select 1 from events e join members m on m.report = e.report and m.record = e.record"
        " where e.report = incidents.report and e.alone = incidents.id) where linked = 0"
    )


def incident_of(body: bytes) -> Incident:
    """An incident as it was put."""
    return unpacked(body, Incident)
