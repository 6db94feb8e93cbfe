"""Signing in, and bringing reports in: pasted text or files."""

import secrets
from pathlib import PurePath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import OnrecordError, UsageError
from onrecord.project.adding import Added, add_report
from onrecord.web.answers import need, page
from onrecord.web.guard import COOKIE
from onrecord.web.reviewing import desk_of

MOST_FILES = 200
LARGEST = 50_000_000  # bytes of one file


def enter(request: Request) -> Response:
    """Sign in with the token of the address that the program printed."""
    state = request.app.state
    if not secrets.compare_digest(request.query_params.get("token", "").encode(), state.token.encode()):
        raise HTTPException(403, "This address is not, or no longer, good; start the desk again and use the one it prints.")
    return _signed_in(request, state.owner, "manager")


def _signed_in(request: Request, person: str, role: str) -> Response:
    answer = RedirectResponse("/", 303)
    answer.set_cookie(COOKIE, request.app.state.sessions.start(person, role), httponly=True, samesite="strict", path="/")
    return answer


def sign_in_page(request: Request) -> Response:
    """The form to sign in with a name and a password."""
    return page(request, "sign_in.html.j2", error="")


async def sign_in(request: Request) -> Response:
    """Sign in with a name and a password."""
    given = await request.form()
    name, password = str(given.get("person", "")), str(given.get("password", ""))
    try:
        role = await run_in_threadpool(request.app.state.door.role_of, name, password)
    except UsageError as error:
        return page(request, "sign_in.html.j2", 429, error=str(error))
    if role is None:
        return page(request, "sign_in.html.j2", 403, error="Name or password are wrong.")
    return _signed_in(request, name, role)


def sign_out(request: Request) -> Response:
    """End the session."""
    request.app.state.sessions.end(request.cookies.get(COOKIE))
    answer = Response(status_code=204, headers={"HX-Redirect": "/sign-in"})
    answer.delete_cookie(COOKIE)
    return answer


def add_page(request: Request) -> Response:
    """The form to paste a report or choose files."""
    need(request, "add")
    return page(request, "add.html.j2", outcomes=())


async def add(request: Request) -> Response:
    """Code and store what was pasted or chosen; each report with its outcome."""
    need(request, "add")
    given = await request.form(max_files=MOST_FILES, max_part_size=LARGEST)
    meta = {name: str(given.get(name) or "").strip() or None for name in ("title", "outlet", "url", "published")}
    reports = [
        (
            f"pasted.{'html' if str(given.get('text', '')).lstrip().startswith('<') else 'txt'}",
            str(given.get("text") or "").encode(),
        )
    ]
    for file in given.getlist("files"):
        if isinstance(file, UploadFile) and file.filename:
            reports.append((PurePath(file.filename.replace("\\", "/")).name, await file.read(LARGEST + 1)))
    outcomes = [await run_in_threadpool(_added, request, name, content, meta) for name, content in reports if content.strip()]
    if not outcomes:
        raise UsageError("paste a report or choose a file first")
    return page(request, "add.html.j2", outcomes=outcomes)


def _added(request: Request, name: str, content: bytes, meta: dict[str, str | None]) -> Added:
    try:
        return add_report(desk_of(request).book, name, content, LARGEST, **meta)
    except OnrecordError as error:
        return Added(name, None, str(error))


ROUTES = [
    Route("/enter", enter),
    Route("/sign-in", sign_in_page),
    Route("/sign-in", sign_in, methods=["POST"]),
    Route("/sign-out", sign_out, methods=["POST"]),
    Route("/add", add_page),
    Route("/add", add, methods=["POST"]),
]
