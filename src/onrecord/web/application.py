"""The desk as a web application on one book."""

import secrets

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.project.states import States
from onrecord.store import Book
from onrecord.web import adding, api, coders, composing, overview, reviewing, settings
from onrecord.web.accounts import Accounts
from onrecord.web.answers import HANDLERS
from onrecord.web.guard import Guard, Sessions
from onrecord.web.people import Door


def application(book: Book, owner: str, port: int, token: str | None = None) -> Starlette:
    """The application. `owner` is who the token signs in, as manager; `port` the one it will be served on."""
    sessions = Sessions()
    hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))
    routes = [
        *adding.ROUTES,
        *api.ROUTES,
        *overview.ROUTES,
        *coders.ROUTES,
        *composing.ROUTES,
        *reviewing.ROUTES,
        *settings.ROUTES,
        Route("/health", health),
        Mount("/static", StaticFiles(packages=[("onrecord.web", "static")]), name="static"),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Guard, hosts=hosts, sessions=sessions)], exception_handlers=HANDLERS)
    app.state.book, app.state.owner, app.state.sessions = book, owner, sessions
    app.state.token = token or secrets.token_urlsafe(24)
    app.state.door, app.state.desks, app.state.accounts = Door(book), {}, Accounts(book)
    app.state.states = States(book)
    return app


def health(_: Request) -> Response:
    """That the desk is there; for scripts that start it."""
    return PlainTextResponse("ready\n")
