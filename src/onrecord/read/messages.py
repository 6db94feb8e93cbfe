"""Headers of messages copied from a channel or a chat: "Front News, [3 Jul 2023 at 14:05]:", "[03/07/2023, 14:05] Omar: …"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.read.dateline import FULL
from onrecord.read.marks import Marks
from onrecord.read.page import STOPPED
from onrecord.records import Span

CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
STAMP = rf"(?:{FULL}|\d{{1,2}}/\d{{1,2}}/\d{{2}}),?(?: at)? {CLOCK}"
SENDER = r"[^\s,\[\]:][^,\[\]:\n]{0,60}?"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:(?P<sender>{SENDER}), ?)?(?P<stamp>\[{STAMP}\]:?)(?!\s*[a-z])",
        rf"(?P<stamp>\[{STAMP}\]) (?P<sender>{SENDER}:)(?=\s)",
        rf"(?P<stamp>{STAMP} [-–]) (?P<sender>{SENDER}:)(?=\s)",
    )
)
LONGEST = 160
OPENS_WITHIN = 3  # the first message's header stands at the head of one of the first paragraphs


class Header(NamedTuple):
    """The header of a message: where its day and minute stand, and who sent it."""

    stamp: Span
    sender: Span | None


def mark_messages(text: str, blocks: Sequence[Span], marks: Marks) -> list[Header]:
    """Label the headers of a text that opens with one: the minute as a dateline, who sent it as a byline."""
    if not _opens(text, blocks[:OPENS_WITHIN]):
        return []
    found = [header for block in blocks if (header := _header(text, block)) is not None]
    for header in found:
        marks.add(text, header.stamp, "dateline")
        if header.sender is not None:
            marks.add(text, header.sender, "byline")
    return found


def _opens(text: str, blocks: Sequence[Span]) -> bool:
    """Whether one of these paragraphs has a header, and nothing before it is a sentence."""
    for block in blocks:
        if _header(text, block) is not None:
            return True
        if STOPPED.search(text, max(block[0], block[1] - 8), block[1]):
            return False
    return False


def _header(text: str, block: Span) -> Header | None:
    """The header at the start of a paragraph, in the form that reads furthest."""
    head = text[block[0] : min(block[1], block[0] + LONGEST)]
    matches = [match for form in FORMS if (match := form.match(head))]
    if not matches:
        return None
    match = max(matches, key=lambda m: m.end())
    stamp, sender = ((block[0] + a, block[0] + b) for a, b in (match.span("stamp"), match.span("sender")))
    return Header(stamp, sender if match["sender"] else None)
