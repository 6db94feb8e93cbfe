"""The settings page: keys, graphic content and saved filters, all kept by the person's own browser."""

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.web.answers import KEYS, need, page

FIXED = ("Enter", "Esc", "1-9")


def settings(request: Request) -> Response:
    """What a person can set; static/settings.js does the rest."""
    need(request, "read")
    bindable = [pair for keys, words in KEYS if keys not in FIXED for pair in _apart(keys.split(), words)]
    return page(request, "settings.html.j2", bindable=bindable)


def _apart(keys: list[str], words: str) -> Iterator[tuple[str, str]]:
    """Each key with its own words, where the sheet of keys names several in one line ("undo, redo")."""
    what, _, rest = words.partition(": ") if ": " in words else ("", "", words)
    parts = rest.replace(";", ",").split(", ") if len(keys) > 1 else [rest]
    for key, part in zip(keys, parts, strict=True):
        yield key, f"{what}: {part}" if what else part


ROUTES = [Route("/settings", settings)]
