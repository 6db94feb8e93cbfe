"""PDF files: their words in paragraphs, without page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.errors import EmptyReport, OversizedReport, UnreadableFile
from onrecord.read.aside import asked

MOST_PAGES = 2_000
MOST_WORDS = 10_000_000  # characters of a whole file
RUNNING = 3  # pages that a line opens or closes for it to be a running head
SHORT = 0.8  # of a usual line: a line shorter than that which ends a sentence ends its paragraph
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
ENDED = re.compile(r"[.!?:][\"'”’)\]]*$")
BROKEN = "-"  # a word broken at the end of its line
SECONDS = 60  # for one file; a usual report takes less than one
FAULTS = {
    "locked": "is locked with a password; unlock it and save a copy",
    "broken": "is no whole PDF; fetch or save it again",
    "slow": "takes over {seconds} seconds to read; print it to a new PDF, or give its words as text",
    "died": "ended the process that reads PDF files; print it to a new PDF, or give its words as text",
}


def pdf_text(content: bytes, name: str) -> str:
    """The words of a PDF, paragraphs separated by a blank line.

    UnreadableFile for one that is broken, locked or reads on without end, OversizedReport for one too long, EmptyReport for pictures of words.
    """
    pages = [page for page in _pages(content, name) if page]
    running = _running(pages)
    lines = [line for page in pages for line in _without(page, running)]
    text = "\n\n".join(_paragraphs(lines))
    if not text.strip():
        raise EmptyReport(f"{name}: the PDF holds no text, perhaps a scan; run it through text recognition and give that")
    return text


def _pages(content: bytes, name: str) -> list[list[str]]:
    """The lines of each page, as the process that reads PDF files gives them."""
    reply = asked({"pages": MOST_PAGES, "words": MOST_WORDS}, content, SECONDS)
    if "lines" in reply:
        return [[str(line) for line in page] for page in reply["lines"]]
    if "pages" in reply:
        raise OversizedReport(f"{name}: has {reply['pages']:,} pages, more than {MOST_PAGES:,}; split it into reports")
    if "words" in reply:
        raise OversizedReport(f"{name}: has over {MOST_WORDS:,} characters; split it into reports")
    raise UnreadableFile(f"{name}: {FAULTS[reply['fault']].format(seconds=SECONDS)}")


def _running(pages: list[list[str]]) -> set[str]:
    """The lines, numbers aside, that open or close several pages."""
    edges = Counter(NUMBER.sub("#", line) for page in pages for line in {page[0], page[-1]})
    return {line for line, count in edges.items() if count >= RUNNING}


def _without(page: list[str], running: set[str]) -> list[str]:
    """A page's lines less a running head, a running foot and the page number."""
    first, last = 0, len(page)
    while first < last and _is_edge(page[first], running):
        first += 1
    while last > first and _is_edge(page[last - 1], running):
        last -= 1
    return page[first:last]


def _is_edge(line: str, running: set[str]) -> bool:
    return not line or NUMBER.sub("#", line) in running or PAGE_NUMBER.fullmatch(line) is not None


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines run together until one is blank, or ends a sentence short of a usual line, or is a heading."""
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    words = ""
    for line in lines:
        broken = words.endswith(BROKEN) and words[-2:-1].isalpha() and line != ""
        words = _joined(words, line) if broken else f"{words} {line}".strip()
        whole = not line or (len(line) < SHORT * usual and (ENDED.search(line) or words == line))
        if words and whole:
            yield words
            words = ""
    if words:
        yield words


def _joined(words: str, line: str) -> str:
    """A word put together again; the hyphen stays before a capital ("Anglo-American")."""
    return (words.removesuffix(BROKEN) if line[0].islower() else words) + line
