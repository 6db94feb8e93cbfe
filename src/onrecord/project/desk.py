"""The desk's use cases: what an analyst sees of a report, and what becomes of a decision.

Everything an analyst does is a decision in the book: accepting, rejecting or editing a record, a flag, a note, the state of a
report. Taking back is withdrawing, so that undo has no limit and the history keeps both.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from onrecord.errors import MovedError, UsageError
from onrecord.records import Coding, Decision, Finding, Ref
from onrecord.review import check_change, reviewed
from onrecord.review.adding import Move
from onrecord.store import Book, Listed, Wanted

VERDICTS = ("accept", "reject", "edit", "add")  # those that say what a record is worth
STATES = ("new", "in progress", "second coder", "disagreement", "check fired", "done", "out of scope")
MARKS = ("done", "second coder", "out of scope", "in progress")  # states that a person can set
VOTES = ("yes", "no")  # whether a record is right
LONGEST_NOTE = 1_500  # characters
REVIEWERS = ("reviewer", "manager")


@dataclass(frozen=True, slots=True)
class Row:
    """A report in a queue."""

    report: Listed
    decided: int
    findings: int
    state: str


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of a queue: its rows, how many there are in all, and how many stand in each state."""

    rows: tuple[Row, ...]
    total: int
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as one person sees it: the coding with decisions, rejected records still in it, and what was said of each."""

    coding: Coding
    decisions: tuple[Decision, ...]
    findings: tuple[Finding, ...]
    state: str

    def of(self, record: str) -> tuple[Decision, ...]:
        """The live decisions on a record ("" for the report), oldest first."""
        return tuple(d for d in self.decisions if any(ref.record == record for ref in d.subject))

    def verdict(self, record: str) -> str:
        """What was decided of a record: accept, reject, edit, or "" when nothing was."""
        return next((d.verdict for d in reversed(self.of(record)) if d.verdict in VERDICTS), "")

    def plus(self, made: Sequence[Decision]) -> "ReportView":
        """The view after decisions that leave the records as they are: accepted, rejected, noted."""
        return replace(self, decisions=(*self.decisions, *made))

    def newest(self, record: str) -> str:
        """The id of the newest decision on what a record is worth, "" when there is none."""
        return next((d.id for d in reversed(self.of(record)) if d.verdict in VERDICTS), "")

    def flagged(self, record: str) -> bool:
        """Whether somebody flagged a record."""
        return any(d.verdict == "flag" for d in self.of(record))

    def votes(self, record: str, word: str) -> int:
        """How many people say that a record is right ("yes") or not ("no")."""
        return sum(d.verdict == "vote" and change_of(d).get("right") == word for d in self.of(record))

    def fired(self, record: str) -> tuple[Finding, ...]:
        """The findings about a record."""
        return tuple(f for f in self.findings if any(ref.record == record for ref in f.records))

    def open_records(self, records: Iterable[str]) -> list[str]:
        """Those of the records that nobody decided on, flagged or had a check fire for."""
        return [r for r in records if not (self.verdict(r) or self.flagged(r) or self.fired(r))]


def state_of(decisions: Iterable[Decision], findings: int) -> str:
    """The queue that a report stands in, from the live decisions on it and the number of its open findings."""
    made = list(decisions)
    marks = {d.by: str(change_of(d).get("state")) for d in made if d.verdict == "state"}
    asked = any(change_of(d).get("state") == "second coder" for d in made if d.verdict == "state")
    finished = [who for who, mark in marks.items() if mark == "done"]
    if "out of scope" in marks.values():
        return "out of scope"
    if len(finished) > 1 and differing(made, finished):
        return "disagreement"
    if finished and (len(finished) > 1 or not asked):
        return "done"
    if asked:
        return "second coder"
    if findings:
        return "check fired"
    return "in progress" if marks or any(d.verdict in VERDICTS for d in made) else "new"


def differing(decisions: Iterable[Decision], coders: Collection[str]) -> list[str]:
    """The records on which the coders' last words differ and which nobody else has decided since."""
    last: dict[str, dict[str, tuple[str, str | None]]] = {}
    settled: set[str] = set()
    for decision in decisions:
        if decision.verdict in VERDICTS:
            record = decision.subject[0].record
            if decision.by in coders:
                last.setdefault(record, {})[decision.by] = (decision.verdict, edit_of(decision))
            else:
                settled.add(record)
    return [r for r, words in last.items() if r not in settled and len({words.get(c, ("", None)) for c in coders}) > 1]


def edit_of(decision: Decision) -> str | None:
    """The fields an edit sets, None for another verdict."""
    if decision.verdict != "edit":
        return None
    return json.dumps({name: to for name, to in change_of(decision).items() if name != "step"}, sort_keys=True)


def change_of(decision: Decision) -> dict[str, object]:
    """What a decision carries besides its verdict."""
    found: dict[str, object] = json.loads(decision.change) if decision.change else {}
    return found


class Desk:
    """The book as one person works on it; `blind` hides what others decided."""

    def __init__(self, book: Book, person: str, blind: bool = False) -> None:
        self.book, self.person, self.blind = book, person, blind
        self.undone: list[tuple[Decision, ...]] = []  # steps to redo, the last undone at the end

    def queue(self, wanted: Wanted, state: str | None, limit: int, offset: int) -> Queue:
        """The reports of a state (all of them for None) that fit what is wanted."""
        findings, decided = self.book.finding_counts(), self.book.decided_counts(VERDICTS)
        states = self._states(findings, decided)
        if state == "new":
            wanted = replace(wanted, without=frozenset(states))
        elif state is not None:
            only = frozenset(report for report, at in states.items() if at == state)
            wanted = replace(wanted, only=only)
        total, found = self.book.page(wanted, limit, offset)
        rows = tuple(Row(r, decided.get(r.id, 0), findings.get(r.id, 0), states.get(r.id, "new")) for r in found)
        counts = {name: sum(at == name for at in states.values()) for name in STATES}
        counts["new"] = self.book.report_count() - len(states)
        return Queue(rows, total, counts)

    def _states(self, findings: dict[str, int], decided: dict[str, int]) -> dict[str, str]:
        """The state of each report that is not new."""
        marked: dict[str, list[Decision]] = {}
        for decision in self.book.decisions("state"):
            marked.setdefault(decision.subject[0].report, []).append(decision)
        out = dict.fromkeys(decided, "in progress")
        out |= dict.fromkeys(findings, "check fired")
        for report, marks in marked.items():
            several = len({d.by for d in marks if change_of(d).get("state") == "done"}) > 1
            out[report] = state_of(self.book.decisions(report=report) if several else marks, findings.get(report, 0))
        return out

    def report(self, report: str) -> ReportView:
        """A report with all that was decided of it. UsageError when there is no such report."""
        codings = self.book.codings(report)
        if not codings:
            raise UsageError(f"{report}: no such report in the book")
        live = self.book.decisions(report=report)
        shown = tuple(d for d in live if not self.blind or d.by == self.person or d.verdict in ("note", "state"))
        dismissed = {ref.record for d in self.book.decisions("dismiss") for ref in d.subject}
        findings = tuple(f for f in self.book.findings_about(report) if f.id not in dismissed)
        folded = reviewed(codings[0], [d for d in shown if d.verdict in ("accept", "edit", "add")], codings[1:])
        return ReportView(folded, shown, findings, state_of(live, len(findings)))

    def decide(
        self,
        report: str,
        records: Sequence[str],
        verdict: str,
        reason: str | None = None,
        change: dict[str, object] | None = None,
        seen: str | None = None,
    ) -> tuple[Decision, ...]:
        """Decide on records of one report in one step. UsageError for what cannot be decided, or a reason that is missing.

        `seen` is the newest decision on the record that the person knew of ("" for none): MovedError when there is a newer one.
        """
        reason = (reason or "").strip() or None
        if verdict == "reject" and reason is None:
            raise UsageError("a rejection needs its reason")
        if verdict == "note" and reason is None:
            raise UsageError("a note needs words")
        if reason is not None and len(reason) > LONGEST_NOTE:
            raise UsageError(f"at most {LONGEST_NOTE:,} characters; these are {len(reason):,}")
        if seen is not None and seen != (newest := self._newest(report, records[0])):
            raise MovedError(f"{records[0]}: {newest or 'a withdrawal'} came after what you saw; look at it and decide again")
        if verdict == "edit":
            check_change(self.report(report).coding, records[0], json.dumps(change, ensure_ascii=False))
        elif len(records) > 1:
            change = {"step": uuid4().hex}
        self.undone.clear()
        words = json.dumps(change, ensure_ascii=False, sort_keys=True) if change else None
        return tuple(self.book.decide(verdict, (Ref(report, record),), self.person, reason, words) for record in records)

    def _newest(self, report: str, record: str) -> str:
        """The newest decision on what a record is worth that this person may see."""
        made = (d for d in self.book.decisions(report=report) if not self.blind or d.by == self.person)
        return next((d.id for d in reversed(list(made)) if d.verdict in VERDICTS and d.subject[0].record == record), "")

    def make(self, report: str, moves: Sequence[Move]) -> tuple[Decision, ...]:
        """Several moves on records of a report in one step, such as a split or a merge."""
        self.undone.clear()
        step = {"step": uuid4().hex} if len(moves) > 1 else {}
        out = []
        for move in moves:
            words = json.dumps({**(move.change or {}), **step}, ensure_ascii=False, sort_keys=True)
            out.append(self.book.decide(move.verdict, (Ref(report, move.record),), self.person, move.reason, words))
        return tuple(out)

    def flag(self, report: str, record: str) -> None:
        """Flag a record, or take the flag off one that this person flagged."""
        mine = [d for d in self.report(report).of(record) if d.verdict == "flag" and d.by == self.person]
        for decision in mine:
            self.book.withdraw(decision.id, self.person)
        if not mine:
            self.decide(report, [record], "flag")

    def vote(self, report: str, record: str, word: str) -> None:
        """Say whether a record is right, in place of what this person said before; said twice, it is taken back."""
        mine = [d for d in self.report(report).of(record) if d.verdict == "vote" and d.by == self.person]
        for decision in mine:
            self.book.withdraw(decision.id, self.person)
        if not any(change_of(d).get("right") == word for d in mine):
            self.decide(report, [record], "vote", change={"right": word})

    def mark(self, report: str, state: str) -> tuple[Decision, ...]:
        """Say what state a report is in, in place of what this person said before. UsageError for no such state."""
        if state not in MARKS:
            raise UsageError(f"{state}: is no state to set; use one of {', '.join(MARKS)}")
        return self.decide(report, [""], "state", change={"state": state})

    def undo(self) -> tuple[Decision, ...]:
        """Withdraw this person's newest step that stands; the decisions taken back, none when there is nothing to undo."""
        last = self.book.newest_decision(self.person)
        if last is None:
            return ()
        step = str(change_of(last).get("step", ""))
        together = self.book.decisions(by=self.person, step=step) if step else [last]
        self.undone.append(tuple(together))
        return tuple(self.book.withdraw(d.id, self.person) for d in reversed(together))

    def redo(self) -> tuple[Decision, ...]:
        """Decide again what was undone last; nothing when something was decided since."""
        if not self.undone:
            return ()
        return tuple(self.book.decide(d.verdict, d.subject, self.person, d.reason, d.change) for d in self.undone.pop())
