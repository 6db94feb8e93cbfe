"""Search, and the book as tables."""

import tempfile
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from onrecord.export.formats import formats
from onrecord.ledger import profiles
from onrecord.project.account import account_of
from onrecord.project.exports import write
from onrecord.web.answers import need, page, session_of
from onrecord.web.reviewing import desk_of
from onrecord.web.words import titled


def search(request: Request) -> Response:
    """Where words stand in reports and records."""
    wanted = request.query_params.get("q", "").strip()
    book = desk_of(request).book
    hits = book.search(wanted, 100) if wanted else []
    titles = {found.id: titled(found) for found in book.listed({hit.report for hit in hits})}
    shown = [(hit, [(piece[:1] == "\x02", piece.strip("\x02\x03")) for piece in _cut(hit.snippet)]) for hit in hits]
    return page(request, "search.html.j2", hits=shown, titles=titles)


def _cut(snippet: str) -> list[str]:
    """A snippet in pieces; a found one begins with U+0002."""
    return [piece for part in snippet.split("\x02") for piece in _marked(part)] if "\x02" in snippet else [snippet]


def _marked(part: str) -> list[str]:
    found, closed, rest = part.partition("\x03")
    return ["\x02" + found, rest] if closed else [found]


def exports(request: Request) -> Response:
    """The formats, and what was exported before."""
    need(request, "read")
    book = desk_of(request).book
    return page(
        request, "exports.html.j2", formats=sorted(formats()), profiles=list(profiles()), done=list(reversed(book.exports()))[:50]
    )


def download(request: Request) -> Response:
    """The book in a format, or the method card that belongs to it."""
    session, asked = session_of(request), request.query_params
    if not session.may("export"):
        raise HTTPException(403, f"Your role ({session.role}) may not do this.")
    fmt, by, public = asked.get("format", "ledger"), asked.get("profile", "ucdp"), asked.get("public") == "yes"
    folder = tempfile.TemporaryDirectory()
    out = Path(folder.name) / f"onrecord-{fmt}"
    book = request.app.state.book
    made = write(account_of(book), fmt, out, by, public=public)
    name = f"onrecord-{fmt}{made.format.suffix}"
    path = Path(f"{out}.card.md") if asked.get("card") == "yes" else out
    shown = f"{name}.card.md" if asked.get("card") == "yes" else name
    return FileResponse(path, filename=shown, background=BackgroundTask(folder.cleanup))


ROUTES = [
    Route("/search", search),
    Route("/exports", exports),
    Route("/download", download),
]
