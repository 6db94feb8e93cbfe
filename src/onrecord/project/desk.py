"""The desk's use cases: what an analyst sees of a report, and what becomes of a decision.

Everything an analyst does is a decision in the book: accepting, rejecting or editing a record, adding one, a flag, a note, the
state of a report. Taking back is withdrawing, so that undo has no limit and the history keeps both.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import uuid4

from onrecord.errors import UsageError
from onrecord.records import Coding, Decision, Finding, Ref
from onrecord.review import reviewed
from onrecord.store import Book

VERDICTS = frozenset(("accept", "reject", "edit", "add"))  # those that say what a record is worth
STATES = ("new", "in progress", "second coder", "disagreement", "check fired", "done", "out of scope")
MARKS = ("done", "second coder", "out of scope", "in progress")  # states that a person can set
LONGEST_NOTE = 1_500  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """A report in a queue."""

    id: str
    name: str
    title: str
    outlet: str
    published: str
    figures: int
    events: int
    statements: int
    decided: int
    findings: int
    flags: int
    state: str
    coders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as one person sees it: the machine's coding, the coding with decisions, and what was said of each record."""

    machine: Coding
    coding: Coding
    decisions: tuple[Decision, ...]
    findings: tuple[Finding, ...]
    state: str

    def of(self, record: str) -> tuple[Decision, ...]:
        """The live decisions on a record ("" for the report), oldest first."""
        return tuple(d for d in self.decisions if d.subject[0].record == record)

    def verdict(self, record: str) -> str:
        """What was decided of a record: accept, reject, edit, add, or "" when nothing was."""
        return next((d.verdict for d in reversed(self.of(record)) if d.verdict in VERDICTS), "")

    def fired(self, record: str) -> tuple[Finding, ...]:
        """The findings about a record."""
        return tuple(f for f in self.findings if any(ref.record == record for ref in f.records))


def state_of(decisions: Iterable[Decision], findings: int, two: bool = False) -> str:
    """The queue that a report with these live decisions stands in; `two` asks for two coders."""
    marks: dict[str, str] = {}
    touched, second = False, two
    for decision in decisions:
        if decision.verdict == "state":
            mark = details(decision)["state"]
            marks[decision.by] = mark
            second = second or mark == "second coder"
        touched = touched or decision.verdict in VERDICTS
    finished = [who for who, mark in marks.items() if mark == "done"]
    if "out of scope" in marks.values():
        return "out of scope"
    if finished and (len(finished) > 1 or not second):
        return "done"
    if second and (finished or "second coder" in marks.values()):
        return "second coder"
    if findings:
        return "check fired"
    return "in progress" if touched or marks else "new"


def details(decision: Decision) -> dict[str, object]:
    """What a decision carries besides its verdict."""
    found: dict[str, object] = json.loads(decision.change) if decision.change else {}
    return found


class Desk:
    """The book as one person works on it; `blind` hides what others decided."""

    def __init__(self, book: Book, person: str, blind: bool = False) -> None:
        self.book, self.person, self.blind = book, person, blind
        self.undone: list[tuple[Decision, ...]] = []  # steps to redo, the last undone at the end

    def seen(self, report: str) -> tuple[Decision, ...]:
        """The live decisions on a report that this person may see."""
        live = self.book.decisions_on(report)
        return tuple(d for d in live if not self.blind or d.by == self.person)

    def report(self, report: str) -> ReportView:
        """A report with all that was decided of it. UsageError when there is no such report."""
        codings = self.book.codings(report)
        if not codings:
            raise UsageError(f"{report}: no such report in the book")
        decisions, findings = self.seen(report), self.open_findings(report)
        folded = reviewed(codings[0], [d for d in decisions if d.verdict in VERDICTS])
        return ReportView(codings[0], folded, decisions, findings, state_of(decisions, len(findings)))

    def open_findings(self, report: str) -> tuple[Finding, ...]:
        """The findings about a report that nobody has dismissed."""
        return tuple(self.book.findings_on(report))

    def decide(
        self, report: str, records: Sequence[str], verdict: str, reason: str | None = None, **change: object
    ) -> tuple[Decision, ...]:
        """Decide on records of one report in one step. UsageError for a record that is not there or a reason that is missing."""
        if verdict == "reject" and not (reason or "").strip():
            raise UsageError("a rejection needs its reason")
        if verdict == "note" and not 0 < len((reason or "").strip()) <= LONGEST_NOTE:
            raise UsageError(f"a note has between 1 and {LONGEST_NOTE} characters")
        self.undone.clear()
        step = json.dumps({"step": uuid4().hex[:12], **change}, ensure_ascii=False, sort_keys=True)
        return tuple(self.book.decide(verdict, (Ref(report, r),), self.person, reason, step) for r in records)

    def undo(self) -> tuple[Decision, ...]:
        """Withdraw this person's newest step that stands; the decisions taken back, none when there is nothing to undo."""
        mine = [d for d in self.book.decisions() if d.by == self.person]
        if not mine:
            return ()
        step = details(mine[-1]).get("step", mine[-1].id)
        undone = [d for d in mine if details(d).get("step", d.id) == step]
        self.undone.append(tuple(undone))
        return tuple(self.book.withdraw(d.id, self.person) for d in reversed(undone))

    def redo(self) -> tuple[Decision, ...]:
        """Decide again what was undone last; nothing when something was decided since."""
        if not self.undone:
            return ()
        return tuple(self.book.decide(d.verdict, d.subject, self.person, d.reason, d.change) for d in self.undone.pop())
