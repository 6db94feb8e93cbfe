"""Long lists, a page at a time."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

ROWS = 100  # of a page
DEEPEST = 9  # digits of a number of rows


@dataclass(frozen=True, slots=True)
class Pager:
    """Which rows of how many are shown, and the addresses of the pages before and after, "" where there are none."""

    first: int
    last: int
    total: int
    before: str
    after: str


def offset_of(request: Request) -> int:
    """The row that a page is asked to begin with."""
    given = request.query_params.get("from", "")
    return int(given) if given.isdecimal() and len(given) <= DEEPEST else 0


def pager(request: Request, total: int, size: int = ROWS) -> Pager:
    """The pager of the page that is asked for."""
    offset = offset_of(request)
    before = _address(request, max(0, offset - size)) if offset else ""
    after = _address(request, offset + size) if offset + size < total else ""
    return Pager(min(offset + 1, total), min(offset + size, total), total, before, after)


def _address(request: Request, offset: int) -> str:
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "from" and value]
    return f"{request.url.path}?{urlencode([*kept, ('from', str(offset))])}"
