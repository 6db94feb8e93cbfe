"""The settings page: keys, graphic content and saved filters, all kept by the person's own browser."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.web.answers import KEYS, need, page

FIXED = ("Enter", "Esc", "1-9")


def settings(request: Request) -> Response:
    """What a person can set; static/settings.js does the rest."""
    need(request, "read")
    bindable = [(key, words) for keys, words in KEYS for key in keys.split() if keys not in FIXED]
    return page(request, "settings.html.j2", bindable=bindable)


ROUTES = [Route("/settings", settings)]
