"""Label what is not prose in a text, and read from it what it says about the report."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.read.dateline import Dateline, dateline
from onrecord.read.dates import latest_stamped, message_date, period_end, stated_date
from onrecord.read.glued import inline_title, mark_glued
from onrecord.read.header import mark_captions, mark_end, mark_header, mark_subheads
from onrecord.read.marks import Marks
from onrecord.read.messages import Header, mark_messages
from onrecord.read.page import Block, blocks_of
from onrecord.read.paste import mark_around
from onrecord.read.patterns import is_list_heading, mark_inline
from onrecord.records import Furniture, Span
from onrecord.records.layout import paragraphs

WIKI_HEADING = re.compile(r"={2,6} ?[^=\n]{1,80}? ?={2,6}")
BYLINE = re.compile(r"^(?:By|BY|(?:Written|Reported|Posted|Published|Story) by:?)\s+")
HOLDER = re.compile(
    r"(?:Copyright|©|\([cC]\))[\s©]*(?:\d{4}(?:[-–]\d{4})?,?)?\s*(?:by\s+|,\s*)?"
    r"(?P<name>[A-Z][\w&.'’-]*(?: [A-Z&][\w&.'’-]*){0,4})"
)
BYLINE_WORDS = 16  # a longer note on writers names more than the one who wrote
DATELINE_WITHIN = 3  # a dateline stands before one of the first paragraphs of prose


@dataclass(frozen=True, slots=True)
class Labelled:
    """The furniture of a text and what it says: None where it says nothing."""

    furniture: tuple[Furniture, ...]
    title: str | None
    byline: str | None
    section: str | None
    outlet: str | None
    published: str | None
    published_rule: str | None = None  # dateline, message (a date-time group), title (the period's last day)


def labelled(text: str, known: Iterable[Furniture] = (), *, titled: bool = False) -> Labelled:
    """The furniture of a text, in order and without overlaps, with title, byline, section, outlet and date.

    `known` is furniture that the page's own markup gave away; `titled` says that it also gave the title, so that none is
    looked for in the lines before the prose.
    """
    marks = Marks()
    for piece in known:
        marks.add(text, piece.span, piece.kind)
    spans = paragraphs(text)
    _mark_link_lists(text, spans, marks)
    mark_inline(text, spans, marks)
    mark_glued(text, spans, marks)
    messages = mark_messages(text, spans, marks)
    blocks = blocks_of(text, spans, marks)
    if not titled:
        mark_around(text, blocks, marks)
    opening = _opened(text, blocks, messages) if messages else _mark_dateline(text, blocks, marks)
    mark_captions(text, blocks, marks)
    if not titled:
        mark_header(text, blocks, marks)
        _mark_inline_title(text, blocks, marks)
    mark_subheads(text, blocks, marks)
    mark_end(text, blocks, marks)
    return _read(text, marks.kept(), opening)


def _mark_link_lists(text: str, spans: list[Span], marks: Marks) -> None:
    """Label what stands under "See also" and "References": to the next heading, or while lines go on that are no prose."""
    heads = [m.span() for m in WIKI_HEADING.finditer(text)] if "==" in text else []
    for i, head in enumerate(heads):
        if is_list_heading(text[slice(*head)]):
            marks.add(text, head, "other")
            marks.add(text, (head[1], heads[i + 1][0] if i + 1 < len(heads) else len(text)), "link")
    under = False
    for start, end in spans:
        words = text[start : min(end, start + 400)]
        if is_list_heading(words):
            under = True
            marks.add(text, (start, end), "link")
        elif under and (words[0] in "*^[•↑-" or words[-1] not in '.!"”'):
            marks.add(text, (start, end), "link")
        else:
            under = False


def _mark_dateline(text: str, blocks: list[Block], marks: Marks) -> Dateline | None:
    """Label the dateline, if one of the first paragraphs has it."""
    tried = 0
    for block in blocks:
        if block.kind is not None:
            continue
        start = next((a for a, _ in marks.free(block.span)), block.span[0])
        if (found := dateline(text, (start, block.span[1]), prose=block.prose)) is not None:
            for piece in found.furniture:
                marks.add(text, piece.span, piece.kind)
            block.prose = True
            return found
        tried += block.prose
        if tried == DATELINE_WITHIN:
            break
    return None


def _opened(text: str, blocks: list[Block], messages: list[Header]) -> Dateline:
    """The headers of messages as one dateline with their latest day; what stands on the line of one is prose."""
    heads = {at for header in messages for at in (header.stamp[0], header.sender[0] if header.sender else header.stamp[0])}
    for block in blocks:
        block.prose = block.prose or (block.kind is None and block.span[0] in heads)
    day = latest_stamped([text[slice(*header.stamp)] for header in messages])
    return Dateline((), day or "", None, messages[0].stamp[1])


def _mark_inline_title(text: str, blocks: list[Block], marks: Marks) -> None:
    """Label a title that is the first sentence of the first paragraph."""
    if blocks and blocks[0].prose and marks.free(blocks[0].span)[:1] and marks.free(blocks[0].span)[0][0] == blocks[0].span[0]:
        span = inline_title(text, blocks[0].span)
        if span is not None:
            marks.add(text, span, "title")


def _read(text: str, furniture: tuple[Furniture, ...], opening: Dateline | None) -> Labelled:
    """What the furniture says about the report."""
    words: dict[str, list[str]] = {}
    for piece in furniture:
        words.setdefault(piece.kind, []).append(re.sub(r"\s+", " ", text[slice(*piece.span)]))
    dates = [opening.words] if opening else []
    dates += [w for w in words.get("other", [])[:6] if len(w) < 90 and not HOLDER.search(w)]
    titles = words.get("title", [None])
    published, rule = _published(text, dates, titles[0] or "")
    return Labelled(
        furniture=furniture,
        title=_title(titles[0]),
        byline=next((BYLINE.sub("", w).rstrip(":") for w in words.get("byline", []) if len(w.split()) <= BYLINE_WORDS), None),
        section=" / ".join(dict.fromkeys(words["section"])) if "section" in words else None,
        outlet=(opening.outlet if opening else None) or _holder(words.get("other", [])),
        published=published,
        published_rule=rule,
    )


def _published(text: str, dates: list[str], title: str) -> tuple[str | None, str | None]:
    """The day a report states at its head, and where: in its dateline, its message's date-time group, its title's period."""
    stated = next((day for words in dates if (day := stated_date(words))), None)
    found = ((stated, "dateline"), (message_date(text), "message"), (period_end(title), "title"))
    return next(((day, rule) for day, rule in found if day), (None, None))


def _title(words: str | None) -> str | None:
    """A title without the full stop that joined it to the prose; an abbreviation keeps its own."""
    if words is None:
        return None
    return words[:-1] if re.search(r"[a-z]{5,}\.$|\b(?:[Cc]ity|[Ww]ar)\.$", words) and not words.endswith("...") else words


def _holder(notes: list[str]) -> str | None:
    """The outlet that a copyright line names."""
    found = (match for words in notes if (match := HOLDER.match(words.lstrip("("))))
    return next((match["name"].rstrip(".") for match in found), None)
