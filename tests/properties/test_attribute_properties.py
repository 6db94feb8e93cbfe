"""Whatever the text, its statements can be found, and every span of theirs fits it."""

from contextlib import suppress
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.actors import actors
from onrecord.attribute import attribute
from onrecord.attribute.quotations import quotations
from onrecord.errors import ReportError
from onrecord.parse import parse
from onrecord.read import read_text
from onrecord.records import Document, Span
from onrecord.segment import segment
from onrecord.when import when

PIECES = st.sampled_from(
    [
        "Omar al-Haddad said ",
        "he said",
        ", adding that ",
        "according to ",
        "nine people had died",
        "The mayor's office, which denied it, ",
        "reportedly",
        "threatened to ",
        "it was believed that ",
        "reports of ",
        "told Radio Hill",
        " by telephone",
        "Brig. ",
        "as ",
        "called it ",
        "neither confirmed nor denied ",
        "“",
        "”",
        '"',
        '""',
        "''",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "[",
        "]",
        "(",
        ")",
        ":",
        ";",
        ",",
        ".",
        "…",
        " ",
        "\n",
        "\n\n",
        "—",
        "-",
        "SAID THE ARMY",
        "\u00a0",
        "\ufffd",
        "İ",
        "\u2028",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.one_of(PIECES, PIECES, st.text(max_size=4)), max_size=30).map("".join))


def fits(span: Span, text: str) -> bool:
    """Whether a span lies inside the text and holds something."""
    return 0 <= span[0] < span[1] <= len(text)


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_statements_of_any_text(text: str) -> None:
    """No text stops the coder but by an error of ours; spans fit, contents are in order and hold letters or digits."""
    with suppress(ReportError):
        _check(read_text(text))


def _check(doc: Document) -> None:
    tree = parse(doc, segment(doc))
    cast = actors(doc, tree)
    found = attribute(doc, tree, cast, when(doc, tree))
    known = {s.id for s in found}
    assert len(known) == len(found)
    for s in found:
        spans = [s.cue, *s.content, *([s.source_span] if s.source_span else [])]
        assert s.content
        assert all(fits(span, doc.text) for span in spans)
        assert list(s.content) == sorted(s.content)
        assert all(any(c.isalnum() for c in doc.text[a:b]) for a, b in s.content)
        assert set(s.via) <= known - {s.id}
        assert s.source is None or cast.actor(s.source)


@given(TEXTS)
@settings(deadline=None)
def test_quotations_of_any_text(text: str) -> None:
    """Quotations lie inside the text, in order and apart."""
    found = quotations(text)
    assert all(fits(span, text) for span in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
