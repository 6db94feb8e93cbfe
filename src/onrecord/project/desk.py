"""The desk's use cases: what an analyst sees of a report, and what becomes of a decision.

Everything an analyst does is a decision in the book: accepting, rejecting or editing a record, a flag, a note, the state of a
report. Taking back is withdrawing, so that undo has no limit and the history keeps both.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import uuid4

from onrecord.errors import UsageError
from onrecord.project.decisions import older_codings
from onrecord.project.states import VERDICTS, States, change_of, state_of
from onrecord.records import Coding, Decision, Finding, Ref
from onrecord.review import by_id, check_change, check_words, reviewed
from onrecord.review.adding import Move
from onrecord.store import Book, Draft, Listed, Seen, Wanted

MARKS = ("done", "second coder", "out of scope", "in progress")  # states that a person can set
CLOSED = ("done", "out of scope")
VOTES = ("yes", "no")  # whether a record is right
LONGEST_NOTE = 1_500  # characters


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


@dataclass(frozen=True)
class ReportView:
    """A report as one person sees it: the coding with decisions, rejected records still in it, and what was said of each."""

    coding: Coding
    decisions: tuple[Decision, ...]
    findings: tuple[Finding, ...]
    state: str

    @cached_property
    def _of(self) -> dict[str, tuple[Decision, ...]]:
        """The decisions by record; a report is read once and asked about each of its records."""
        out: dict[str, list[Decision]] = {}
        for decision in self.decisions:
            for record in {ref.record for ref in decision.subject}:
                out.setdefault(record, []).append(decision)
        return {record: tuple(made) for record, made in out.items()}

    @cached_property
    def _fired(self) -> dict[str, tuple[Finding, ...]]:
        out: dict[str, list[Finding]] = {}
        for finding in self.findings:
            for record in {ref.record for ref in finding.records}:
                out.setdefault(record, []).append(finding)
        return {record: tuple(found) for record, found in out.items()}

    def of(self, record: str) -> tuple[Decision, ...]:
        """The live decisions on a record ("" for the report), oldest first."""
        return self._of.get(record, ())

    def verdict(self, record: str) -> str:
        """What was decided of a record: accept, reject, edit, or "" when nothing was."""
        return next((d.verdict for d in reversed(self.of(record)) if d.verdict in VERDICTS), "")

    def plus(self, made: Sequence[Decision], gone: Sequence[Decision] = ()) -> "ReportView":
        """The view after decisions that leave the records as they are: accepted, rejected, noted; without those withdrawn."""
        return replace(self, decisions=(*(d for d in self.decisions if d not in gone), *made))

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
        return self._fired.get(record, ())

    def open_records(self, records: Iterable[str]) -> list[str]:
        """Those of the records that nobody decided on or flagged, no check fired for, and no rival stands beside."""
        there = by_id(self.coding)
        plain = (r for r in records if r in there and not getattr(there[r], "rivals", ()))
        return [r for r in plain if not (self.verdict(r) or self.flagged(r) or self.fired(r))]


class Desk:
    """The book as one person works on it; `blind` hides what others decided."""

    def __init__(
        self,
        book: Book,
        person: str,
        blind: bool = False,
        states: States | None = None,
        undone: list[tuple[Decision, ...]] | None = None,
    ) -> None:
        self.book, self.person, self.blind = book, person, blind
        self.states = states or States(book)
        self.undone = [] if undone is None else undone  # steps to redo, the last undone at the end

    def queue(self, wanted: Wanted, state: str | None, limit: int, offset: int) -> Queue:
        """The reports of a state (all of them for None) that fit what is wanted."""
        found, states = self.states.standing(wanted, state), self.states.current()
        some = found[offset : offset + limit]
        findings, decided = self.book.finding_counts(some), self.book.decided_counts(VERDICTS, some)
        rows = (Row(r, decided.get(r.id, 0), findings.get(r.id, 0), states.get(r.id, "new")) for r in self.book.listed(some))
        return Queue(tuple(rows), len(found), self.states.counts())

    def report(self, report: str) -> ReportView:
        """A report with all that was decided of it. UsageError when there is no such report."""
        found = self.book.dossier(report)
        if found is None:
            raise UsageError(f"{report}: no such report in the book")
        shown = tuple(d for d in found.decisions if not self.blind or d.by == self.person or d.verdict in ("note", "state"))
        standing = [d for d in shown if d.verdict in ("accept", "edit", "add")]
        folded = reviewed(found.coding, standing, older_codings(self.book, found))
        return ReportView(folded, shown, found.findings, state_of(found.decisions, len(found.findings)))

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
        if verdict == "edit":
            check_change(self.report(report).coding, records[0], json.dumps(change, ensure_ascii=False))
        elif len(records) > 1:
            change = {"step": uuid4().hex}
        self.undone.clear()
        words = json.dumps(change, ensure_ascii=False, sort_keys=True) if change else None
        knew = Seen(Ref(report, records[0]), seen, VERDICTS, self.person if self.blind else None) if seen is not None else None
        return self.book.decide_all((Draft(verdict, (Ref(report, one),), reason, words) for one in records), self.person, knew)

    def make(self, report: str, moves: Sequence[Move]) -> tuple[Decision, ...]:
        """Several moves on records of a report in one step, such as a split or a merge. UsageError for words the manual lacks."""
        self.undone.clear()
        step = {"step": uuid4().hex} if len(moves) > 1 else {}
        drafts = []
        for move in moves:
            told = (move.change or {}).get("record") if move.verdict == "add" else move.change
            check_words(move.record, told if isinstance(told, dict) else {})
            words = json.dumps({**(move.change or {}), **step}, ensure_ascii=False, sort_keys=True)
            drafts.append(Draft(move.verdict, (Ref(report, move.record),), move.reason, words))
        return self.book.decide_all(drafts, self.person)

    def flag(self, report: str, record: str, view: ReportView | None = None) -> ReportView:
        """Flag a record, or take the flag off one that this person flagged; `view` is the report as it was just read."""
        view = view or self.report(report)
        mine = self._mine(view, record, "flag")
        return self._instead(view, mine, () if mine else [Draft("flag", (Ref(report, record),))])

    def vote(self, report: str, record: str, word: str, view: ReportView | None = None) -> ReportView:
        """Say whether a record is right, in place of what this person said before; said twice, it is taken back."""
        view = view or self.report(report)
        mine = self._mine(view, record, "vote")
        again = any(change_of(d).get("right") == word for d in mine)
        vote = Draft("vote", (Ref(report, record),), None, json.dumps({"right": word}))
        return self._instead(view, mine, () if again else [vote])

    def _mine(self, view: ReportView, record: str, verdict: str) -> list[Decision]:
        return [d for d in view.of(record) if d.verdict == verdict and d.by == self.person]

    def _instead(self, view: ReportView, gone: Sequence[Decision], drafts: Sequence[Draft]) -> ReportView:
        """What a person says in place of what they said; the view after it."""
        if drafts:
            self.undone.clear()
        made = self.book.decide_all(drafts, self.person, instead_of=[d.id for d in gone])
        return view.plus(made, gone)

    def mark(self, report: str, state: str) -> tuple[Decision, ...]:
        """Say what state a report is in, in place of what this person said before. UsageError for no such state."""
        if state not in MARKS:
            raise UsageError(f"{state}: is no state to set; use one of {', '.join(MARKS)}")
        return self.decide(report, [""], "state", change={"state": state})

    def following(self, report: str) -> str | None:
        """The next report on which this person has something left to do, in the order they were added."""
        order, states = self.states.standing(Wanted(), None), self.states.current()
        later = order[order.index(report) + 1 :] if report in order else []
        return next((name for name in later if name not in states or self._is_left(name, states[name])), None)

    def _is_left(self, report: str, state: str) -> bool:
        return state not in CLOSED and not self._finished(report)

    def _finished(self, report: str) -> bool:
        """Whether this person said last that a report is done, and others have not."""
        made = self.book.decisions("state", report=report)
        return "done" in [change_of(d).get("state") for d in made if d.by == self.person][-1:]

    def undo(self) -> tuple[Decision, ...]:
        """Withdraw this person's newest step that stands; the decisions taken back, none when there is nothing to undo."""
        last = self.book.newest_decision(self.person)
        if last is None:
            return ()
        step = str(change_of(last).get("step", ""))
        together = self.book.decisions(by=self.person, step=step, report=last.subject[0].report) if step else [last]
        self.undone.append(tuple(together))
        return self.book.withdraw_all([d.id for d in reversed(together)], self.person)

    def redo(self) -> tuple[Decision, ...]:
        """Decide again what was undone last; nothing when something was decided since."""
        if not self.undone:
            return ()
        drafts = [Draft(d.verdict, d.subject, d.reason, d.change) for d in self.undone.pop()]
        return self.book.decide_all(drafts, self.person)
