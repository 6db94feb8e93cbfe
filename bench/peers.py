"""Published tools that find quotations, run beside the program where they are installed."""

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from onrecord.parse import model

NAMES = ("textacy",)
Peer = Callable[[str], list[dict[str, Any]]]


def find(name: str) -> Peer | None:
    """The peer as a function from a text to its attributions; None when it is not installed."""
    return _textacy if name == "textacy" and find_spec("textacy") else None


def _textacy(text: str) -> list[dict[str, Any]]:
    """textacy's `direct_quotations` over the same parser; it stops at a text whose marks are not balanced, which then has none."""
    doc = model()(text)
    found = import_module("textacy.extract").direct_quotations(doc)
    return list(_written(text, found))


def _written(text: str, found: Iterator[Any]) -> Iterator[dict[str, Any]]:
    try:
        for quote in found:
            yield {
                "source_spans": [_span(quote.speaker)] if quote.speaker else [],
                "cue_spans": [_span(quote.cue)] if quote.cue else [],
                "content_spans": [(quote.content.start_char, quote.content.end_char)],
                "rule": "textacy",
            }
    except ValueError:
        return


def _span(tokens: list[Any]) -> tuple[int, int]:
    return (tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
