"""Answers: pages from templates, and errors in words."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from onrecord.errors import BookError, MovedError, OnrecordError, UsageError
from onrecord.project.states import VERDICTS
from onrecord.store.summary import Left
from onrecord.web.sessions import Session
from onrecord.web.words import calm, count, titled

Answering = TypeVar("Answering", bound=Callable[..., Any])
PAGES = (
    *(("/", "Reports"), ("/add", "Add"), ("/incidents", "Incidents"), ("/map", "Map"), ("/timeline", "Timeline")),
    *(("/actors", "Actors"), ("/ledger", "Ledger"), ("/checks", "Checks"), ("/exports", "Export"), ("/coders", "Coders")),
)
KEYS = (
    *(
        ("j k", "next record or row, previous record or row"),
        ("J K", "next report, previous report"),
        ("q", "the list of reports"),
        ("a", "accept"),
        ("x", "reject, with a reason"),
    ),
    *(
        ("e", "edit"),
        ("Enter", "accept and go to the next open one; after the last: done, next report"),
        ("s", "to the sentence of the record"),
        ("f", "flag"),
        ("c", "note"),
    ),
    *(
        ("A", "accept what is shown: open, without flag, check or rival"),
        ("u U", "undo, redo"),
        ("d D", "report done, done and on to the next"),
    ),
    *(
        ("+ -", "your vote: right, not right"),
        ("m", "mark to merge; again on the record to keep"),
        ("Z", "split off the selected words"),
    ),
    *(("F E S T P R", "add the selected words: figure, event, statement, time, place, actor"), ("1-9", "take a rival")),
    *(("y h n", "on an incident: same, unsure, different"), ("/", "search"), ("Esc", "close, cancel"), ("?", "these keys")),
)


@cache
def environment() -> Environment:
    """The templates; everything in them is escaped, and a name that is not there is an error."""
    made = Environment(
        loader=PackageLoader("onrecord.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(titled=titled, calm=calm, count=count)
    return made


def page(request: Request, template: str, status: int = 200, behind: Left | None = None, **values: Any) -> HTMLResponse:
    """A page for the person who asks; `behind` is what of the book it does not show yet."""
    session: Session | None = request.scope.get("session")
    common: dict[str, Any] = {
        "session": session,
        "pages": PAGES,
        "keys": KEYS,
        "here": request.url.path,
        "q": request.query_params.get("q", ""),
    }
    common |= {"behind": behind, "address": str(request.url.replace(scheme="", netloc=""))}
    return HTMLResponse(environment().get_template(template).render({**common, **values}), status)


def session_of(request: Request) -> Session:
    """The session that the guard found."""
    found: Session = request.scope["session"]
    return found


def need(request: Request, right: str) -> Session:
    """The session, when the person's role has the right; 403 otherwise."""
    session = session_of(request)
    if not session.may(right):
        raise HTTPException(403, f"Your role ({session.role}) may not do this.")
    return session


def unblinded(answer: Answering) -> Answering:
    """An answer that shows what is decided in the whole book: not for a coder, who works blind, once others have decided."""

    @wraps(answer)
    def asked(request: Request, *given: Any) -> Any:
        session = session_of(request)
        if session.role == "coder" and request.app.state.book.others_decided(session.person, VERDICTS):
            raise HTTPException(403, "You code blind, and this page shows what others decided. A reviewer may open it.")
        return answer(request, *given)

    return asked  # type: ignore[return-value]


def plainly(request: Request, words: str, status: int) -> Response:
    """A refusal: words for a page, JSON for the JSON side."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": words}, status)
    return PlainTextResponse(f"{words}\n", status)


async def refused(request: Request, error: Exception) -> Response:
    """An error of ours in its own words: 400 for a wrong call, 409 where somebody was quicker, 503 for the book."""
    kinds = ((MovedError, 409), (UsageError, 400), (BookError, 503))
    return plainly(request, str(error), next((status for kind, status in kinds if isinstance(error, kind)), 422))


async def missing(request: Request, error: Exception) -> Response:
    """An HTTP error in plain words."""
    if isinstance(error, HTTPException):
        return plainly(request, error.detail, error.status_code)
    return plainly(request, "Something went wrong.", 500)


HANDLERS = {OnrecordError: refused, HTTPException: missing}
