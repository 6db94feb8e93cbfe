"""Messages copied from channels and chats: their headers are furniture, and each dates the words that follow it."""

import pytest

from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import quote

BODY = "Two farmers were wounded in Gao yesterday."


@pytest.mark.parametrize(
    ("header", "sender"),
    [
        ("[03.07.2023 14:05]", None),
        ("[3 Jul 2023 at 14:05]:", None),
        ("Sahel Notes, [3 Jul 2023 at 14:05]:\n", "Sahel Notes"),
        ("Sahel Notes, [July 3, 2023 2:05 PM]\n", "Sahel Notes"),
        ("Forwarded from a friend\nSahel Notes, [03.07.2023 14:05:09]\n", "Sahel Notes"),
        ("[2023-07-03, 14:05:11] Awa Traore:", "Awa Traore"),
        ("2023-07-03, 14:05 - Awa:", "Awa"),
    ],
)
def test_one_message(header: str, sender: str | None) -> None:
    """The day in a message's header is that of the report, and who sent it wrote it; neither is told of."""
    coding = code(read_text(f"{header} {BODY}"))
    assert (coding.report.published, coding.report.published_rule, coding.report.byline) == ("2023-07-03", "dateline", sender)
    assert [t.edtf for t in coding.times] == ["2023-07-02"]
    assert [a.name for a in coding.actors] == ["Two farmers"]


@pytest.mark.parametrize(
    "text",
    [
        f"[03/07/2023, 14:05] Awa: {BODY}",
        f"A film shows the road.\n\n[03.07.2023 14:05] {BODY}",
        f"[03.07.2023 14:05] is the stamp of the film. {BODY}",
        f"Omar, [3 dead, 14:05]: {BODY}",
        f"[32.13.2023 14:05] {BODY}",
    ],
    ids=["day and month could change places", "after prose", "part of a sentence", "no day", "no such day"],
)
def test_no_day(text: str) -> None:
    """Where no header opens the text, or its day could be two, the report has no day."""
    coding = code(read_text(text))
    assert coding.report.published is None
    assert coding.times[-1].edtf is None


@pytest.mark.parametrize(
    ("stamps", "published"),
    [
        (("[3 Jul 2023, 14:05] Awa:", "[9 Jul 2023, 09:10] Issa:"), None),
        (("[03/07/2023, 14:05:11] Awa:", "[29/07/2023, 09:10:00] Issa:"), None),
        (("7/3/23, 2:05 PM - Awa:", "7/29/23, 9:10 AM - Issa:"), None),
        (("[3 Jul 2023, 14:05] Awa:", "[9 Jul 2023, 09:10] Issa:"), "2024-01-01"),
    ],
)
def test_several_messages(stamps: tuple[str, str], published: str | None) -> None:
    """Each message is told from its own day; the report is of the last of them unless the caller knows better."""
    last = "2023-07-09" if "9 Jul" in stamps[1] else "2023-07-29"
    coding = code(read_text(f"{stamps[0]} A shop burned today.\n{stamps[1]} It was shot at yesterday.", published=published))
    assert coding.report.published == (published or last)
    told = [(quote(coding.report.text, t.span), t.edtf) for t in coding.times]
    assert told == [("today", "2023-07-03"), ("yesterday", f"{last[:-1]}8")]
