"""Where two coders of a report differ, record by record, for a reviewer to settle."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.project.desk import ReportView
from onrecord.project.states import VERDICTS, change_of, differing
from onrecord.records import Coding, Decision, Span
from onrecord.review import by_id, reviewed
from onrecord.review.adding import record_of
from onrecord.review.kinds import spans
from onrecord.web.answers import need, page
from onrecord.web.coders import done_by
from onrecord.web.reviewing import desk_of
from onrecord.web.shown import one

AROUND = 70  # characters shown on either side of a coder's words


@dataclass(frozen=True, slots=True)
class Word:
    """What one coder left of a record: in words, with the reason given, and where it stands in the text, around it and itself."""

    who: str
    says: str
    reason: str
    quote: tuple[str, str, str] | None


def differences(request: Request) -> Response:
    """Record by record, what the coders of a report decided differently."""
    need(request, "adjudicate")
    name, desk = request.path_params["report"], desk_of(request)
    view = desk.report(name)
    names = sorted(done_by(desk.book.decisions("state")).get(name, set()))
    machine = desk.book.codings(name)
    made = [d for d in view.decisions if d.verdict in VERDICTS]
    left = {who: reviewed(machine[0], [d for d in made if d.by == who], machine[1:]) for who in names}
    rows = [
        (one(view.coding, record), [_word(who, last_of(view, who, record), left[who], record, machine) for who in names])
        for record in differing(view.decisions, names)
    ]
    return page(request, "differences.html.j2", report=view.coding.report, rows=rows, names=names)


def last_of(view: ReportView, who: str, record: str) -> Decision | None:
    """A coder's last word on a record, None when there is none."""
    return next((d for d in reversed(view.of(record)) if d.by == who and d.verdict in VERDICTS), None)


def _word(who: str, last: Decision | None, left: Coding, record: str, machine: Sequence[Coding]) -> Word:
    there = by_id(left).get(record)
    quote = _quoted(left.report.text, spans(there)[0]) if there is not None else None
    return Word(who, _says(last, made_by_hand(record, machine)), (last.reason if last else None) or "", quote)


def _says(last: Decision | None, by_hand: bool) -> str:
    """A coder's word as the choice that it is."""
    if last is None:
        return "has no such record: drop it" if by_hand else "left it as it was: keep it so"
    edit = ", ".join(f"{field.replace('_', ' ')} {value}" for field, value in change_of(last).items() if field != "step")
    return {"accept": "accepts it", "reject": "rejects it", "add": "added it: keep it"}.get(last.verdict, f"edits it: {edit}")


def _quoted(text: str, span: Span) -> tuple[str, str, str]:
    """Words in the text, with whole words of what stands around them."""
    start, end = span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    before = before if start <= AROUND else before.partition(" ")[2]
    after = after if end + AROUND >= len(text) else after.rpartition(" ")[0]
    return f"…{before}" if start > AROUND else before, text[start:end], f"{after} …" if end + AROUND < len(text) else after


def made_by_hand(record: str, machine: Iterable[Coding]) -> bool:
    """Whether no coding of the program has a record: a coder added it."""
    return not any(record in by_id(coding) for coding in machine)


async def settle(request: Request) -> Response:
    """A reviewer's word on a record that coders differ on: as one of them left it, with a reason."""
    need(request, "adjudicate")
    given = {name: str(value) for name, value in (await request.form()).items()}
    name, record, desk = request.path_params["report"], request.path_params["record"], desk_of(request)
    if not given.get("reason", "").strip():
        raise HTTPException(400, "Settling a difference needs its reason.")
    view, who = desk.report(name), given.get("who", "")
    names = done_by(desk.book.decisions("state")).get(name, set())
    if who not in names or record not in differing(view.decisions, names):
        raise HTTPException(400, "Choose whose word stands; it may have been settled meanwhile.")
    verdict, change = as_left(view, who, record, desk.book.codings(name), names)
    desk.decide(name, [record], verdict, given["reason"], change)
    return Response(status_code=204, headers={"HX-Redirect": f"/differences/{name}"})


def as_left(
    view: ReportView, who: str, record: str, machine: Sequence[Coding], names: Collection[str]
) -> tuple[str, dict[str, object] | None]:
    """The verdict and edit that make a record what one coder left, whatever the others made of it.

    A record that another coder added and this one did not is rejected; fields that others edited go back to what they were.
    """
    last = last_of(view, who, record)
    if last is None and made_by_hand(record, machine):
        return "reject", None
    if last is not None and last.verdict == "reject":
        return "reject", None
    edits = [d for d in view.of(record) if d.verdict == "edit" and d.by in names]
    theirs = [change_of(d) for d in edits if d.by == who]
    was = _before(record, machine, view)
    fields = {field: was[field] for d in edits for field in change_of(d) if field in was}
    change = {**fields, **{field: value for edit in theirs for field, value in edit.items() if field != "step"}}
    return ("edit", change) if change else ("accept", None)


def _before(record: str, machine: Sequence[Coding], view: ReportView) -> dict[str, object]:
    """The fields of a record before anybody edited it: as the program coded it or a coder added it."""
    for coding in machine:
        if (there := by_id(coding).get(record)) is not None:
            return dict(msgspec.to_builtins(there))
    added = next(d.change or "" for d in view.of(record) if d.verdict == "add")
    return dict(msgspec.to_builtins(record_of(added)))


ROUTES = [
    Route("/differences/{report}", differences),
    Route("/differences/{report}/{record}", settle, methods=["POST"]),
]
