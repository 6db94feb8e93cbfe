"""The self-contained page."""

import re
from base64 import b64encode
from hashlib import sha256

from onrecord.export.page import page, pieces
from onrecord.pipeline import code
from onrecord.read import read_text

HOSTILE = 'Gunmen killed two guards. <script>alert(1)</script> <img src=x onerror="alert(2)"> "Five fell," said Omar Haddad.'


def test_pieces_are_the_text() -> None:
    """Cut at every edge of a span, the pieces together are the text again."""
    coding = code(read_text(HOSTILE))
    shown = re.search(r'<article class="text".*?>(.*?)</article>', page([coding]), re.S)
    assert shown
    plain = re.sub(r"<[^>]+>", "", shown[1])
    for mark, char in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        plain = plain.replace(mark, char)
    assert plain == HOSTILE


def test_no_cards_one_piece() -> None:
    """A text without records is one piece."""
    assert [p.text for p in pieces("Nothing happened.", [])] == ["Nothing happened."]


def test_markup_in_a_report_is_shown_not_obeyed() -> None:
    """Scripts and handlers of a report never reach the page as markup."""
    html = page([code(read_text(HOSTILE))])
    assert html.count("<script>") == 1
    assert "<img" not in html


def test_nothing_is_loaded_from_elsewhere() -> None:
    """The page names no address to load from, and its policy lets only its own style and script run."""
    html = page([code(read_text(HOSTILE))])
    assert not re.search(r'(?:src|href)="(?!#)', html)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;")
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        assert body
        assert b64encode(sha256(body[1].encode()).digest()).decode() in policy[1].replace("&#43;", "+").replace("&#61;", "=")


def test_several_reports_have_ids_of_their_own() -> None:
    """The same report twice on one page gives no id twice."""
    coding = code(read_text("Gunmen killed two guards in Baghdad, officials said."))
    ids = re.findall(r' id="([^"]+)"', page([coding, coding]))
    assert len(ids) == len(set(ids))
