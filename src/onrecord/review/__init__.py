"""The reviewed state of a report: its machine coding with the decisions of analysts applied, computed and never stored."""

from collections.abc import Iterable

from onrecord.records import Coding, Decision
from onrecord.review.adding import with_added
from onrecord.review.carry import carried
from onrecord.review.change import ALLOWED, check_change, check_words, edited
from onrecord.review.kinds import Record, by_id, every, mapped, without

__all__ = ["ALLOWED", "REVIEWED", "Record", "by_id", "check_change", "check_words", "reviewed", "unmatched"]

REVIEWED = ("accept", "reject", "edit", "add")


def reviewed(coding: Coding, decisions: Iterable[Decision], older: Iterable[Coding] = ()) -> Coding:
    """The coding after the decisions on its records, in the order they were made.

    The last word on a record stands: rejected, it is left out and nothing refers to it; accepted or edited, it stays, with
    its edits. One that the coding no longer has is taken from `older` codings of the same report, newest first, and stands
    in place of undecided records that overlap it, so a newer version of the program loses no decision.
    """
    made = _by_record(coding, decisions)
    rejected = {record for record, verdicts in made.items() if verdicts[-1].verdict == "reject"}
    coding = with_added(coding, [one for verdicts in made.values() for one in verdicts])
    coding = carried(coding, [record for record in made if record not in rejected], made.keys(), older)
    coding = mapped(coding, lambda record: edited(record, made.get(record.id, ())))
    return without(coding, rejected)


def unmatched(coding: Coding, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions on records of the report that this coding does not have."""
    made = list(decisions)
    there = {record.id for record in every(with_added(coding, made))}
    return tuple(one for found in _by_record(coding, made).items() if found[0] not in there for one in found[1])


def _by_record(coding: Coding, decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The live decisions on a report's records, by record."""
    out: dict[str, list[Decision]] = {}
    for made in decisions:
        if made.verdict in REVIEWED and made.withdrawn_at is None and made.subject[0].report == coding.report.id:
            out.setdefault(made.subject[0].record, []).append(made)
    return out
