"""What stands before every page: the host asked for, the session, the person's rights, forged forms, and the headers of the answer.

The desk answers to 127.0.0.1 only, so the dangers are other pages open in the same browser: names that rebind to this address
(the host header is checked), forms and scripts of other sites (origin, a token a form cannot know, strict same-site cookies),
and markup in reports (a content policy under which nothing in a page runs but our own files).
"""

import secrets
import time
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "onrecord"
HEADER = "x-csrf-token"
IDLE = 12 * 3600  # seconds after which an unused session ends
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
OPEN = ("/enter", "/sign-in", "/static/", "/health")  # paths that need no session
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
RIGHTS = {  # what each role may do; a role further down may do all that stands above
    "reader": frozenset(("read",)),
    "coder": frozenset(("read", "add", "decide")),
    "reviewer": frozenset(("read", "add", "decide", "adjudicate", "link", "export")),
    "manager": frozenset(("read", "add", "decide", "adjudicate", "link", "export", "manage")),
}


@dataclass(slots=True)
class Session:
    """A signed-in person. `csrf` is the word that every change must carry."""

    person: str
    role: str
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    seen: float = field(default_factory=time.monotonic)

    def may(self, right: str) -> bool:
        """Whether the person's role has a right."""
        return right in RIGHTS[self.role]


class Sessions:
    """The sessions of a running desk, in memory only: they end with it."""

    def __init__(self) -> None:
        self._open: dict[str, Session] = {}

    def start(self, person: str, role: str) -> str:
        """A new session; its key is for the cookie."""
        key = secrets.token_urlsafe(32)
        self._open[key] = Session(person, role)
        return key

    def find(self, key: str | None) -> Session | None:
        """The session of a cookie's key, None when there is none or it has been idle too long."""
        session = self._open.get(key or "")
        if session is None or key is None:
            return None
        if time.monotonic() - session.seen > IDLE:
            del self._open[key]
            return None
        session.seen = time.monotonic()
        return session

    def end(self, key: str | None) -> None:
        """Sign out."""
        self._open.pop(key or "", None)


class Guard:
    """The middleware that does all of it; `hosts` are the values of the Host header that are answered."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], sessions: Sessions) -> None:
        self._app, self._hosts, self._sessions = app, hosts, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it before it reaches the desk."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        session = self._sessions.find(request.cookies.get(COOKIE))
        scope["session"] = session
        refusal = self._refused(request, session)
        await (refusal or self._app)(scope, receive, _with_headers(send, scope["path"]))

    def _refused(self, request: Request, session: Session | None) -> Response | None:
        """Why a request is not let through; None when it is."""
        if request.headers.get("host", "").lower() not in self._hosts:
            return PlainTextResponse("This desk answers only to the address that it printed.\n", 400)
        changes = request.method not in SAFE
        if changes and _is_foreign(request.headers, self._hosts):
            return PlainTextResponse("This request came from another page and was refused.\n", 403)
        if request.url.path.startswith(OPEN):
            return None
        if session is None:
            return _sign_in(request)
        if changes and not secrets.compare_digest(request.headers.get(HEADER, "").encode(), session.csrf.encode()):
            return _said(request, "This form is out of date; load the page again.", 403)
        return None


def _is_foreign(headers: Headers, hosts: frozenset[str]) -> bool:
    """Whether a change was asked for by a page of another origin."""
    origin = headers.get("origin")
    if origin is not None and origin.partition("://")[2].lower() not in hosts:
        return True
    return headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")


def _sign_in(request: Request) -> Response:
    """To the sign-in page for a page, a plain refusal for anything else."""
    if request.method in SAFE and not request.url.path.startswith("/api/"):
        return RedirectResponse("/sign-in", 303)
    return _said(request, "Sign in first.", 401)


def _said(request: Request, words: str, status: int) -> Response:
    if request.url.path.startswith("/api/"):
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
