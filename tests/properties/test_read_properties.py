"""Whatever comes in, a document or one of our own errors comes out, and every span fits the text."""

from contextlib import suppress
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import EmptyReport, ReportError
from onrecord.read import read_bytes, read_html, read_text
from onrecord.records import Document
from onrecord.segment import segment

PIECES = st.sampled_from(
    [
        "Ten people were killed in a raid on the bridge on Monday, officials said.",
        "KABUL (AP) — ",
        "By Ana Ruiz",
        "\n",
        "\n\n",
        " ",
        "[Photo by Ana Ruiz]",
        "==See also==",
        "* ",
        "[1][2]",
        '"',
        "“",
        "”",
        "'",
        ".",
        "…",
        "the endThe",
        "Share",
        "Read more: ",
        "U.S.",
        "\r\n",
        "\u2028",
        "\u00a0",
        "0 Comment(s)",
        "© 2014 Example",
        "LIMA, 3 MAY 90 -- [TEXT] ",
        ".       ",
        "\x1c",
        "\ufffd",
        "İ",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join))
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<h1>",
        "</h1>",
        "<title>",
        "</title>",
        "<script>",
        "</script>",
        "<style>",
        "<!--",
        "-->",
        "<",
        ">",
        "<b",
        "&amp;",
        "&#0;",
        "&#x110000;",
        "<li>",
        "<table><tr><td>",
        "<html>",
        "<body>",
        "<article>",
        "<figcaption>",
        "<br/>",
        '<meta charset="utf-7">',
        '<meta property="article:published_time" content="2017-02-30">',
        "<![CDATA[",
        "<?xml version='1.0'?>",
        '<script type="application/ld+json">{"@type":"Article","author":[[{}]],"publisher":5}</script>',
        "<time datetime='x'>",
    ]
)
PAGES = st.lists(st.one_of(TAGS, PIECES, st.text(max_size=8)), max_size=40).map("".join)


def check(doc: Document) -> None:
    """Furniture and sentences lie inside the text, in order and apart; sentences are trimmed and start in no furniture."""
    hidden = [f.span for f in doc.furniture]
    sentences = [s.span for s in segment(doc)]
    for spans in (hidden, sentences):
        assert all(0 <= a < b <= len(doc.text) for a, b in spans)
        assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(doc.text[a:b] == doc.text[a:b].strip() for a, b in sentences)
    assert not any(x <= a < y or x < b <= y for a, b in sentences for x, y in hidden)


@given(TEXTS)
def test_any_text(text: str) -> None:
    """Any text with words is read; it is the canonical text itself, and reading it again gives the same document."""
    try:
        doc = read_text(text)
    except EmptyReport:
        assert not text.strip("\ufeff").strip()
        return
    assert doc.text == text.removeprefix("\ufeff")
    assert doc == read_text(text)
    check(doc)


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_any_page(page: str) -> None:
    """Any markup is read or refused by an error of ours."""
    with suppress(ReportError):
        check(read_html(page))


@given(
    st.one_of(
        st.binary(), TEXTS.map(lambda t: t.encode("utf-16-le", "replace")), TEXTS.map(lambda t: t.encode("cp1252", "replace"))
    )
)
@settings(max_examples=100, deadline=None)
def test_any_bytes(content: bytes) -> None:
    """Any bytes are read or refused by an error of ours that names the file."""
    try:
        check(read_bytes(content, name="a.txt"))
    except ReportError as error:
        assert str(error).startswith("a.txt: ")
