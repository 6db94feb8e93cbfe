"""Use cases of triage: see what was said of reports before coding, and say otherwise."""

import json
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.project import existing_book, one_report
from onrecord.project.batch import store_one
from onrecord.project.coder import document_of
from onrecord.project.said import said_by_hand
from onrecord.records import Decision, Ref
from onrecord.store import Triaged

KINDS = ("relevant", "irrelevant", "background", "repeats")
RELEVANCE = ("relevant", "irrelevant")


@dataclass(frozen=True, slots=True)
class Said:
    """A report with what triage said of it, and what a person said instead ("" for nothing)."""

    report: Triaged
    by_hand: str

    @property
    def relevance(self) -> str:
        """What holds: the person's word before the rules'."""
        return self.by_hand or self.report.triage.relevance


def triage_of_book(book: str, which: str | None = None) -> list[Said]:
    """The reports that were triaged, all or those that are `which` ∈ KINDS; a person's word on relevance goes first."""
    if which is not None and which not in KINDS:
        raise UsageError(f"{which}: is no kind of report; use one of {', '.join(KINDS)}")
    with existing_book(book) as keeper:
        by_hand = said_by_hand(keeper)
        said = [Said(one, by_hand.get(one.id, "")) for one in keeper.triaged(None if which in RELEVANCE else which)]
    return [one for one in said if which not in RELEVANCE or one.relevance == which]


def said_of(book: str, wanted: str) -> Said:
    """What was said of one report. UsageError when there is none, or it came before triage did."""
    with existing_book(book) as keeper:
        report = one_report(keeper, book, wanted)
        found = keeper.triaged(report=report)
        if not found:
            raise UsageError(f"{report}: was never triaged; code it again")
        return Said(found[0], said_by_hand(keeper).get(report, ""))


def say(book: str, wanted: str, relevance: str, reason: str, by: str) -> Decision:
    """Say that a report is relevant or not, with the reason. One that becomes relevant and has no records is coded at once.

    UsageError for a report or word that there is not, or a reason that is missing.
    """
    if relevance not in RELEVANCE:
        raise UsageError(f"{relevance}: is no relevance; use one of {', '.join(RELEVANCE)}")
    if not reason.strip():
        raise UsageError("a change of triage needs its reason; give it with --reason")
    with existing_book(book) as keeper:
        report = one_report(keeper, book, wanted)
        for earlier in keeper.decisions("triage", report=report):
            keeper.withdraw(earlier.id, by)
        made = keeper.decide("triage", (Ref(report, ""),), by, reason.strip(), json.dumps({"relevance": relevance}))
        held = keeper.codings(report)[0]
        if relevance == "relevant" and not (held.events or held.figures or held.statements):
            store_one(keeper, document_of(held.report), keeper.report_bytes(report))
    return made
