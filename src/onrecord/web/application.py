"""The desk as a web application on one book."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.project.states import States
from onrecord.project.summing import Summing
from onrecord.store import Book
from onrecord.web import (
    adding,
    api,
    coders,
    composing,
    differences,
    incidents,
    ledgers,
    overview,
    reviewing,
    searching,
    settings,
)
from onrecord.web.answers import HANDLERS
from onrecord.web.entry import Words
from onrecord.web.guard import COOKIE, Guard
from onrecord.web.people import Door, person_of
from onrecord.web.sessions import Sessions


def application(book: Book, owner: str, port: int) -> Starlette:
    """The application. `owner` is whom the words of entry sign in, as manager; `port` the one it will be served on."""
    sessions = Sessions(partial(person_of, book))
    hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))
    routes = [
        *adding.ROUTES,
        *api.ROUTES,
        *incidents.ROUTES,
        *ledgers.ROUTES,
        *overview.ROUTES,
        *searching.ROUTES,
        *coders.ROUTES,
        *composing.ROUTES,
        *differences.ROUTES,
        *reviewing.ROUTES,
        *settings.ROUTES,
        Route("/health", health),
        Mount("/static", StaticFiles(packages=[("onrecord.web", "static")]), name="static"),
    ]
    summing = Summing(book)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        summing.close()

    cookie = COOKIE.format(port=port)
    guard = Middleware(Guard, hosts=hosts, cookie=cookie, sessions=sessions)
    app = Starlette(routes=routes, middleware=[guard], exception_handlers=HANDLERS, lifespan=lifespan)
    app.state.book, app.state.owner, app.state.sessions, app.state.cookie = book, owner, sessions, cookie
    app.state.words, app.state.door = Words(), Door(book)
    app.state.states, app.state.summing = States(book), summing
    return app


def health(_: Request) -> Response:
    """That the desk is there; for scripts that start it."""
    return PlainTextResponse("ready\n")
