"""What stands before the first paragraph of prose, and the short lines between paragraphs."""

from collections import Counter

from onrecord.read.marks import Marks
from onrecord.read.page import Block

HEADER_LONGEST = 30  # paragraphs; a longer head is no head
TITLE_WORDS = 4  # a title has so many words, a section line fewer
SUBHEAD_WORDS = 12
CAPTION_WORDS = 70  # a paragraph with a photo credit at its end is a caption up to here
REPEAT_WORDS = 8  # a paragraph of so many words that is printed again is a caption or a pull quote


def mark_header(text: str, blocks: list[Block], marks: Marks) -> None:
    """Label captions (also their repeats), then section lines, title and standfirst before the first prose."""
    _mark_captions(text, blocks, marks)
    body = next((i for i, block in enumerate(blocks) if block.prose), None)
    if body is None or body > HEADER_LONGEST:
        return
    lines = [b for b in blocks[:body] if b.kind is None and not b.closed_for_title()]
    title = next((b for b in lines if b.count >= TITLE_WORDS), lines[-1] if lines else None)
    if title is None:
        return
    before = True
    for block in lines:
        if block is title:
            before = False
            _label(text, block, marks, "title" if block.count > 1 else "other")
        else:
            _label(text, block, marks, "section" if before else "other")


def _mark_captions(text: str, blocks: list[Block], marks: Marks) -> None:
    """Label paragraphs that end in a photo credit, and those printed twice (both copies when they stand before the prose)."""
    seen: set[str] = set()
    copies = Counter(b.words for b in blocks if b.kind is None and b.count >= REPEAT_WORDS)
    others = sum(b.prose and copies[b.words] == 1 for b in blocks)
    for i, block in enumerate(blocks):
        if block.kind is not None or block.count > CAPTION_WORDS:
            continue
        credited = marks.ends_with(block.span, "credit") and (others > 1 or not block.prose)
        twin = copies[block.words] > 1 and others > 0 and _repeats_at_once(blocks, i)
        if credited or twin or block.words in seen:
            _label(text, block, marks, "caption")
        elif copies[block.words] > 1:
            seen.add(block.words)


def _repeats_at_once(blocks: list[Block], i: int) -> bool:
    """Whether a paragraph is printed again with nothing but furniture between: a picture's text and its caption."""
    for j in range(i + 1, len(blocks)):
        if blocks[j].kind is None:
            return blocks[j].words == blocks[i].words
    return False


def _label(text: str, block: Block, marks: Marks, kind: str) -> None:
    marks.add(text, block.span, kind)
    block.kind, block.prose = kind, False


def mark_subheads(text: str, blocks: list[Block], marks: Marks) -> None:
    """Label short lines without a stop that stand between paragraphs of prose."""
    rest = [b for b in blocks if b.kind is None]
    headings = [b for a, b, c in zip(rest, rest[1:], rest[2:], strict=False) if a.prose and c.prose and _is_subhead(b)]
    if 2 * len(headings) > sum(b.prose for b in rest):
        return
    for block in headings:
        _label(text, block, marks, "other")


def _is_subhead(block: Block) -> bool:
    opens = block.words[0].isupper() or block.words[0] in "'\"‘“0123456789¿"
    return not block.prose and opens and block.count <= SUBHEAD_WORDS and not block.closed and ":" not in block.words
