"""Signing in, and bringing reports in: pasted text or files."""

from pathlib import PurePath

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import OnrecordError, UsageError
from onrecord.project.adding import Added, add_report
from onrecord.web.answers import need, page
from onrecord.web.reviewing import desk_of
from onrecord.web.sessions import Session

MOST_FILES = 200
LARGEST = 50_000_000  # bytes of one file
USED = "This address was used, or is too old. Press Enter in the window where the desk runs: it prints another."
GUESSING = CapacityLimiter(2)  # passwords looked at at a time: many guesses at once hold nobody else up


async def enter(request: Request) -> Response:
    """Sign in with a word of entry: from the address that the program printed, or from the page that it opened.

    The word is good once; the browser that used it may load the address again.
    """
    given = request.query_params if request.method == "GET" else await request.form()
    if request.app.state.words.take(str(given.get("token", ""))):
        answer = _signed_in(request, Session(request.app.state.owner, "manager"))
        return answer if request.method == "GET" else _onwards(answer)
    if request.method == "GET" and request.scope["session"] is not None:
        return RedirectResponse("/", 303)
    return page(request, "sign_in.html.j2", 403, error=USED)


def _onwards(signed_in: Response) -> Response:
    """The cookie, and a page that goes on by itself: a redirect from a page of the disk would not carry the cookie."""
    page = '<!doctype html><html lang="en"><title>onrecord</title><meta http-equiv="refresh" content="0;url=/"><a href="/">To the desk</a>'
    return HTMLResponse(page, headers={"set-cookie": signed_in.headers["set-cookie"]})


def _signed_in(request: Request, session: Session) -> Response:
    """A session opened in place of the one that the browser had."""
    state = request.app.state
    state.sessions.end(request.cookies.get(state.cookie))
    session.uid = request.scope["uid"]
    answer = RedirectResponse("/", 303)
    answer.set_cookie(state.cookie, state.sessions.start(session), httponly=True, samesite="strict", path="/")
    return answer


def sign_in_page(request: Request) -> Response:
    """The form to sign in with a name and a password."""
    return page(request, "sign_in.html.j2", error="")


async def sign_in(request: Request) -> Response:
    """Sign in with a name and a password."""
    given = await request.form()
    name, password = str(given.get("person", "")), str(given.get("password", ""))
    try:
        entry = await to_thread.run_sync(request.app.state.door.entry_of, name, password, limiter=GUESSING)
    except UsageError as error:
        return page(request, "sign_in.html.j2", 429, error=str(error))
    if entry is None:
        return page(request, "sign_in.html.j2", 403, error="Name or password are wrong.")
    return _signed_in(request, Session(name, entry["role"], entry["secret"]))


def sign_out(request: Request) -> Response:
    """End the session."""
    state = request.app.state
    state.sessions.end(request.cookies.get(state.cookie))
    answer = Response(status_code=204, headers={"HX-Redirect": "/sign-in"})
    answer.delete_cookie(state.cookie)
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
    Route("/enter", enter, methods=["GET", "POST"]),
    Route("/sign-in", sign_in_page),
    Route("/sign-in", sign_in, methods=["POST"]),
    Route("/sign-out", sign_out, methods=["POST"]),
    Route("/add", add_page),
    Route("/add", add, methods=["POST"]),
]
