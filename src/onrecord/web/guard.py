"""What stands before every page: the host asked for, the session, the person's rights, forged forms, and the headers of the answer.

The desk answers to 127.0.0.1 only, so the dangers are other pages open in the same browser and other people of the machine:
names that rebind to this address (the host header is checked), forms and scripts of other sites (origin, a token a form cannot
know, strict same-site cookies), markup in reports (a content policy under which nothing in a page runs but our own files),
cookies that reach another user's server (peer.py), and bodies that fill the memory.
"""

import secrets

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import OnrecordError
from onrecord.web.peer import Peers
from onrecord.web.sessions import Session, Sessions

COOKIE = "onrecord-{port}"  # browsers keep one jar for all ports: two desks must not take each other's
HEADER = "x-csrf-token"
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
ENTRY = "/enter"  # opened from a page of the user's own disk, so its origin is none; its word cannot be guessed
OPEN = frozenset((ENTRY, "/sign-in", "/health"))  # paths that need no session
FILES = "/static/"  # nor do these
LARGEST = 1_000_000  # bytes of what is sent
LARGEST_OF = {"/add": 500_000_000}
TOO_LARGE = "This is more than the desk takes at once."
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """The middleware that does all of it; `hosts` are the values of the Host header that are answered."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], cookie: str, sessions: Sessions) -> None:
        self._app, self._hosts, self._cookie, self._sessions = app, hosts, cookie, sessions
        self._peers = Peers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it before it reaches the desk."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            answer = await self._refused(Request(scope)) or self._app
            await answer(scope, _limited(receive, scope["path"]), _with_headers(send, scope["path"]))
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _refused(self, request: Request) -> Response | None:
        """Why a request is not let through; None when it is, with its session put beside it."""
        path, changes = request.scope["path"], request.method not in SAFE
        if request.headers.get("host", "").lower() not in self._hosts:
            return PlainTextResponse("This desk answers only to the address that it printed.\n", 400)
        if changes and path != ENTRY and _is_foreign(request.headers, self._hosts):
            return PlainTextResponse("This request came from another page and was refused.\n", 403)
        if _length(request.headers) > LARGEST_OF.get(path, LARGEST):
            return _said(request, TOO_LARGE, 413)
        if path.startswith(FILES):
            return None
        try:
            session = await run_in_threadpool(self._session, request)
        except OnrecordError as error:
            return _said(request, str(error), 503)
        request.scope["session"] = session
        return None if path in OPEN else _without(request, session, changes)

    def _session(self, request: Request) -> Session | None:
        uid = request.scope["uid"] = self._peers.uid_of(request.scope)
        return self._sessions.find(request.cookies.get(self._cookie), uid)


def _without(request: Request, session: Session | None, changes: bool) -> Response | None:
    """The answer to whom no session lets in, or no word lets change anything."""
    if session is None:
        return _sign_in(request)
    if changes and not secrets.compare_digest(request.headers.get(HEADER, "").encode(), session.csrf.encode()):
        return _said(request, "This form is out of date; load the page again.", 403)
    return None


def _length(headers: Headers) -> int:
    told = headers.get("content-length", "")
    return int(told) if told.isdecimal() and len(told) < 20 else 0


def _limited(receive: Receive, path: str) -> Receive:
    """A receive that ends with 413 when more comes than the path takes, whatever its length was said to be."""
    most, had = LARGEST_OF.get(path, LARGEST), 0

    async def receiving() -> Message:
        nonlocal had
        message = await receive()
        had += len(message.get("body", b""))
        if had > most:
            raise HTTPException(413, TOO_LARGE)
        return message

    return receiving


def _is_foreign(headers: Headers, hosts: frozenset[str]) -> bool:
    """Whether a change was asked for by a page of another origin."""
    origin = headers.get("origin")
    if origin is not None and origin.lower() not in {f"http://{host}" for host in hosts}:
        return True
    return headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")


def _sign_in(request: Request) -> Response:
    """To the sign-in page for a page, a plain refusal for anything else."""
    if request.method in SAFE and not request.scope["path"].startswith("/api/"):
        return RedirectResponse("/sign-in", 303)
    return _said(request, "Sign in first.", 401)


def _said(request: Request, words: str, status: int) -> Response:
    if request.scope["path"].startswith("/api/"):
        return JSONResponse({"error": words}, status)
    return PlainTextResponse(f"{words}\n", status)


def _with_headers(send: Send, path: str) -> Send:
    """A send that puts the protective headers on an answer."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            if not path.startswith("/static/"):
                headers["cache-control"] = "no-store"
        await send(message)

    return sending
