"""Mail and feeds: words, subject, sender and day; what is broken is told."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from onrecord.read import Unread, read_path
from onrecord.records import Document

WORDS = "Ten people were killed in a raid near the river on Monday, officials said.\n"


def mail(words: str = WORDS, subject: str = "Raid kills ten") -> EmailMessage:
    """A message of an early morning in Aden, the evening before in Greenwich."""
    made = EmailMessage()
    made["Subject"], made["From"], made["Date"] = subject, "Desk <desk@example.org>", "Tue, 07 Feb 2017 01:30:00 +0300"
    made.set_content(words)
    return made


def found(path: Path) -> tuple[list[Document], list[str]]:
    """The documents of a path and its errors."""
    both = list(read_path(path))
    return [d for d in both if isinstance(d, Document)], [str(u.error) for u in both if isinstance(u, Unread)]


def test_a_message(tmp_path: Path) -> None:
    """Plain text comes before HTML; subject, sender and the sender's own day are the head."""
    message = mail()
    message.add_alternative("<html><body><p>In HTML.</p></body></html>", subtype="html")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    ((doc,), errors) = found(tmp_path)
    assert (doc.text.strip(), doc.title, doc.byline, doc.published, doc.published_rule, doc.name) == (
        WORDS.strip(), "Raid kills ten", "Desk", "2017-02-07", "file", "a",
    )  # fmt: skip
    assert errors == []


def test_a_message_in_html(tmp_path: Path) -> None:
    """A message without plain text is read as a page."""
    message = EmailMessage()
    message["Subject"] = "=?utf-8?q?R=C3=A1id?="
    message.set_content(f"<html><body><script>alert(1)</script><p>{WORDS}</p><p>{WORDS}</p></body></html>", subtype="html")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    ((doc,), _) = found(tmp_path)
    assert "Ten people" in doc.text and "alert" not in doc.text and doc.title == "Ráid"


def test_attachments(tmp_path: Path) -> None:
    """Readable attachments are reports of their own under the message's day, others are named, pictures passed over."""
    message = mail()
    message.add_attachment(b"Six were wounded, police said.", "text", "plain", filename="../more.txt")
    message.add_attachment(b"PK", "application", "zip", filename="all.zip")
    message.add_attachment(b"\x89PNG", "image", "png", filename="map.png")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    docs, errors = found(tmp_path)
    assert [(d.text.strip(), d.published) for d in docs] == [
        (WORDS.strip(), "2017-02-07"),
        ("Six were wounded, police said.", "2017-02-07"),
    ]
    assert len(errors) == 1 and "a.eml/all.zip: is application/zip" in errors[0]


BOUNDARY = b"Subject: x\nContent-Type: multipart/mixed; boundary=B\n\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no mail"),
        (b"\n\nonly words", "no mail"),
        (b"Subject: x\n\n", "holds no words"),
        (BOUNDARY, "holds no words"),
        (BOUNDARY + b"--B\n\nword\n" * 2_000, "parts"),
    ],
)
def test_broken_mail(tmp_path: Path, content: bytes, told: str) -> None:
    """A message without head, words or end is told of."""
    (tmp_path / "a.eml").write_bytes(content)
    docs, (error,) = found(tmp_path)
    assert docs == [] and told in error and error.startswith(str(tmp_path / "a.eml"))


@pytest.mark.parametrize(
    "head",
    [
        b"Date: yesterday\n", b"Date: Tue, 99 Feb 2017 99:99:99\n", b"Content-Type: text/plain; charset=no-such\n",
        b"From: <<>>,,\n", b"Subject: =?utf-8?b?////?=\n", b"Content-Transfer-Encoding: base64\n", b"Subject: \xff\xfe\x00\n",
    ],
)  # fmt: skip
def test_mail_with_a_broken_head(tmp_path: Path, head: bytes) -> None:
    """A head that cannot be read gives no field, and the words are read all the same."""
    (tmp_path / "a.eml").write_bytes(head + b"X-Other: y\n\n" + WORDS.encode())
    (docs, errors) = found(tmp_path)
    assert (len(docs), errors) == (1, []) and docs[0].published is None


def test_mail_nested_without_end(tmp_path: Path) -> None:
    """A message nested thousands deep is told of in a moment."""
    layers = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000))
    (tmp_path / "a.eml").write_bytes(b"Subject: x\n" + layers)
    _, errors = found(tmp_path)
    assert len(errors) == 1


def test_an_mbox(tmp_path: Path) -> None:
    """Messages are told apart by their From lines; a quoted one is words; a bad message does not stop the next."""
    quoted = mail(f"{WORDS}\n>From the north came more.\n").as_bytes()
    parts = (quoted, b"\n\nno head", mail(subject="Second").as_bytes())
    (tmp_path / "a.mbox").write_bytes(
        b"".join(b"From desk@example.org Tue Feb  7 01:30:00 2017\n" + part + b"\n\n" for part in parts)
    )
    docs, errors = found(tmp_path)
    assert [d.title for d in docs] == ["Raid kills ten", "Second"]
    assert "\nFrom the north" in docs[0].text
    assert len(errors) == 1 and f"{tmp_path / 'a.mbox'}:2" in errors[0]


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire &amp; Co</title>
<item><title>Raid &lt;b&gt;kills&lt;/b&gt; ten</title><link>http://example.org/1</link><author>A. Reporter</author>
<pubDate>Tue, 07 Feb 2017 01:30:00 +0300</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Ten people were killed.</p><script>x()</script><p>Six were wounded.</p>]]></content:encoded></item>
<item><title>Nothing</title><link>http://example.org/2</link></item>
<item><title>Third</title><description>A third report.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Raid</title><link href="http://example.org/1"/>
<id>1</id><published>2017-02-07T01:30:00+03:00</published><summary>Ten people were killed.</summary></entry></feed>"""


def test_an_rss_feed(tmp_path: Path) -> None:
    """An entry's content comes before its summary; title, author, address and its own day are the head; an empty one is named."""
    (tmp_path / "a.rss").write_text(RSS)
    docs, errors = found(tmp_path)
    first = docs[0]
    assert first.text == "Ten people were killed.\n\nSix were wounded."
    assert (first.title, first.outlet, first.url, first.published) == (
        "Raid kills ten",
        "Wire & Co",
        "http://example.org/1",
        "2017-02-07",
    )
    assert (first.published_rule, docs[1].text, len(docs)) == ("file", "A third report.", 2)
    assert len(errors) == 1 and f"{tmp_path / 'a.rss'}:2: the entry holds no words" in errors[0]


def test_an_atom_feed(tmp_path: Path) -> None:
    """Atom is read like RSS, under .xml too."""
    (tmp_path / "a.xml").write_text(ATOM)
    ((doc,), _) = found(tmp_path)
    assert (doc.title, doc.outlet, doc.published, doc.text) == ("Raid", "Wire", "2017-02-07", "Ten people were killed.")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<html><body>words</body></html>", "is no RSS or Atom feed"),
        ("http://example.org/feed", "is no RSS or Atom feed"),
        (
            '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
            "is no RSS",
        ),
        ("<rss><channel></channel></rss>", "no entry"),
    ],
)
def test_no_feed(tmp_path: Path, content: str, told: str) -> None:
    """A page, an address (never fetched), a feed that swells and an empty one are told of."""
    (tmp_path / "a.xml").write_text(content)
    docs, (error,) = found(tmp_path)
    assert docs == [] and told in error


def test_a_feed_that_breaks_off(tmp_path: Path) -> None:
    """The entries before the break are read, and the break is told."""
    (tmp_path / "a.rss").write_text(RSS[: RSS.index("<item><title>Third")] + "<item><tit")
    docs, errors = found(tmp_path)
    assert [d.title for d in docs] == ["Raid kills ten"]
    assert any("breaks off" in error for error in errors)
