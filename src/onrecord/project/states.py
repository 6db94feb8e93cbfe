"""The queue each report stands in: derived from the decisions on it and its open findings, kept up to date from the log."""

import json
from collections import Counter
from collections.abc import Collection, Iterable
from threading import Lock

from onrecord.records import Decision
from onrecord.store import NEVER, Book, Changed, Wanted

VERDICTS = ("accept", "reject", "edit", "add")  # those that say what a record is worth
STATES = ("new", "in progress", "second coder", "disagreement", "check fired", "done", "out of scope")
MANY = 200  # changed reports from which on all are counted anew


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


class States:
    """The states of a book's reports, those that are new left out; each question is answered as the book is now."""

    def __init__(self, book: Book) -> None:
        self._book, self._lock = book, Lock()
        self._position = NEVER
        self._states: dict[str, str] = {}
        self._order: list[str] | None = None
        self._outlets: list[str] | None = None

    def current(self) -> dict[str, str]:
        """The state of each report that is not new."""
        with self._lock:
            self._catch_up()
            return self._states

    def counts(self) -> dict[str, int]:
        """How many reports stand in each state."""
        found = Counter(self.current().values())
        return {name: found[name] for name in STATES} | {"new": len(self._ordered()) - found.total()}

    def outlets(self) -> list[str]:
        """The outlets of the book's reports."""
        self.current()
        if self._outlets is None:
            self._outlets = self._book.outlets()
        return self._outlets

    def standing(self, wanted: Wanted, state: str | None) -> list[str]:
        """The reports that stand in a state (any for None) and fit what is wanted, in the order they were added."""
        states = self.current()
        found = self._ordered() if wanted == Wanted() else self._book.matching(wanted)
        return found if state is None else [report for report in found if states.get(report, "new") == state]

    def _ordered(self) -> list[str]:
        order = self._order
        if order is None:
            order = self._order = self._book.matching(Wanted())
        return order

    def _catch_up(self) -> None:
        """Look again at the reports that the log tells of, or at all of them where there are many."""
        begun = self._position != NEVER
        changed = self._book.since(self._position) if begun else None
        if changed is None or changed.checked:
            self._position = changed.position if changed else self._book.position()
            self._states, self._order, self._outlets = self._all(), None, None
        elif changed.position != self._position:
            self._look_again(changed)
            self._position = changed.position

    def _look_again(self, changed: Changed) -> None:
        if changed.reports:
            self._order = self._outlets = None
        findings = {said.record for said in changed.said if said.verdict == "dismiss"}
        touched = changed.reports | {said.report for said in changed.said if said.report}
        if len(touched) + len(findings) > MANY:
            self._states = self._all()
            return
        touched |= set(self._book.reports_of(findings) if findings else ())
        self._states = self._without_new({**self._states, **self._of(touched)})

    def _of(self, some: Collection[str]) -> dict[str, str]:
        """The states of a handful of reports."""
        fired = self._book.finding_counts(some)
        made: dict[str, list[Decision]] = {report: [] for report in some}
        for decision in self._book.decisions_about(some):
            for report in {ref.report for ref in decision.subject} & made.keys():
                made[report].append(decision)
        return {report: state_of(decisions, fired.get(report, 0)) for report, decisions in made.items()}

    def _without_new(self, states: dict[str, str]) -> dict[str, str]:
        return {report: state for report, state in states.items() if state != "new"}

    def _all(self) -> dict[str, str]:
        """The states of all reports that are not new."""
        findings, marked = self._book.finding_counts(), dict[str, list[Decision]]()
        for decision in self._book.decisions("state"):
            marked.setdefault(decision.subject[0].report, []).append(decision)
        out = dict.fromkeys(self._book.decided_counts(VERDICTS), "in progress")
        out |= dict.fromkeys(findings, "check fired")
        several = [r for r, marks in marked.items() if len({d.by for d in marks if change_of(d).get("state") == "done"}) > 1]
        for report, marks in marked.items():
            out[report] = state_of(marks, findings.get(report, 0))
        for start in range(0, len(several), MANY):
            out |= self._of(several[start : start + MANY])
        return out
