"""What stands before the first paragraph of prose, the short lines between paragraphs, and the notes after the last."""

from onrecord.read.marks import Marks
from onrecord.read.page import Block
from onrecord.read.patterns import end_kind

HEADER_LONGEST = 30  # paragraphs; a longer head is no head
TITLE_WORDS = 4  # a title has so many words, a section line fewer
SUBHEAD_WORDS = 8
CAPTION_WORDS = 70  # a paragraph with a photo credit at its end is a caption up to here
REPEAT_WORDS = 8  # a paragraph of so many words that is printed again is a caption or a pull quote


def mark_header(text: str, blocks: list[Block], marks: Marks) -> None:
    """Label section lines, title and standfirst before the first prose."""
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


def mark_captions(text: str, blocks: list[Block], marks: Marks) -> None:
    """Label paragraphs that end in a photo credit with all their copies, and a paragraph that is printed again later."""
    others = sum(b.prose for b in blocks)
    short = [b for b in blocks if b.kind is None and b.count <= CAPTION_WORDS]
    credited = {b.words for b in short if marks.ends_with(b.span, "credit") and (others > 1 or not b.prose)}
    seen: set[str] = set()
    for block in short:
        if block.words in credited or block.words in seen:
            _label(text, block, marks, "caption")
        elif block.count >= REPEAT_WORDS:
            seen.add(block.words)


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


def mark_end(text: str, blocks: list[Block], marks: Marks) -> None:
    """Label the notes on writers and agencies after the last paragraph, going back from the end; one paragraph at least stays."""
    left = sum(block.kind is None for block in blocks)
    for block in reversed(blocks):
        if block.kind is not None:
            continue
        kind = end_kind(block.words) if left > 1 else None
        if kind is None:
            return
        _label(text, block, marks, kind)
        left -= 1
