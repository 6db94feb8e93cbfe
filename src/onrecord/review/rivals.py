"""The rivals of a record as edits, so that one key takes one."""

from onrecord.records import Coding, Event, Figure, Place, Statement, Time
from onrecord.review.change import ALLOWED
from onrecord.review.edtf import edtf_flaw
from onrecord.review.kinds import Record, by_id

MOST_RIVALS = 9  # as many as there are keys


def candidates(coding: Coding, record: Record) -> list[tuple[str, dict[str, object]]]:
    """What a record's rivals would make of it: their words and the edit each is."""
    return _candidates(by_id(coding), record)


def all_candidates(coding: Coding) -> dict[str, list[tuple[str, dict[str, object]]]]:
    """The same of every record that has rivals, by its id."""
    there = by_id(coding)
    return {name: found for name, record in there.items() if (found := _candidates(there, record))}


def _candidates(there: dict[str, Record], record: Record) -> list[tuple[str, dict[str, object]]]:
    found = (_candidate(there, record, rival) for rival in getattr(record, "rivals", ()))
    return [one for one in found if one is not None][:MOST_RIVALS]


def _candidate(there: dict[str, Record], record: Record, rival: str) -> tuple[str, dict[str, object]] | None:
    named = str(getattr(there.get(rival), "name", rival))
    match record:
        case Statement() if rival in there:
            return named, {"source": rival}
        case Figure() if rival in ALLOWED["measure"]:
            return rival, {"measure": rival}
        case Figure() if rival in there:
            return named, {"whom": rival}
        case Event() if rival in ALLOWED["type"]:
            return rival, {"type": rival}
        case Time() if not edtf_flaw(rival):
            return rival, {"edtf": rival}
        case Place():
            name, _, country = rival.rpartition(", ")
            return rival, {"name": name or rival, "country": country or None, "lat": None, "lon": None}
    return None
