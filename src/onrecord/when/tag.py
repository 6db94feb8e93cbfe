"""Tag the time expressions of a text with their values, in the order of the text: the one tagger behind records and benchmarks."""

import re
from bisect import bisect_right
from collections import deque
from datetime import date

from onrecord.records import Document, Parse
from onrecord.when import chain, dates, festivals, lengths, relative
from onrecord.when.clause import Clause
from onrecord.when.counted import after_dated
from onrecord.when.find import Core, cores
from onrecord.when.messages import days_of_messages, in_datelines
from onrecord.when.modify import Found, modified, with_clocks
from onrecord.when.plausible import is_time
from onrecord.when.story import Narrative, is_history, outliers

RULES = {**dates.RULES, **festivals.RULES, **relative.RULES, **lengths.RULES, **chain.RULES}
HEADING = re.compile(r"={2,}")


def tagged(doc: Document, parse: Parse) -> list[Found]:
    """Each time expression with its value; the plain value leaves out what "early" or "the end of" make of it."""
    anchor = date.fromisoformat(doc.published) if doc.published else None
    kept = [core for core in cores(doc.text) if is_time(doc.text, parse, core)]
    heads = in_datelines(doc)
    order = dates.day_first([*heads, *kept], anchor)
    story = Narrative(anchor, history=is_history(kept, anchor), outliers=outliers(kept), day_first=order)
    sent = deque(days_of_messages(heads, order))
    years, breaks = _years_by_sentence(parse, kept), _headings(doc)
    out: list[Found] = []
    last = 0
    for core in kept:
        here = parse.sentence_at(core.span[0])
        story.sentence_year = _nearest(years.get(-1 if here is None else here, []), core)
        while sent and sent[0][0] < core.span[0]:
            story.begin(sent.popleft()[1])
        story.clause = Clause(parse, core)
        goes_on = bisect_right(breaks, core.span[0]) == bisect_right(breaks, last)
        story.fresh = story.fresh and goes_on
        if not goes_on and not story.history:
            story.year = None  # a new part of a report needs a year of its own
        last = core.span[0]
        made = RULES[core.rule](core, story)
        if made is not None:
            found = modified(doc.text, core, made)
            story.move(core, found.value)
            if out and (counted := after_dated(doc.text, out[-1], found)) is not None:
                out[-1] = counted
                story.move(counted.core, counted.value)
            out.append(found)
    return with_clocks(doc.text, out)


def _headings(doc: Document) -> list[int]:
    """Where a new part of the text begins."""
    marks = [m.start() for m in HEADING.finditer(doc.text)]
    return sorted(marks + [f.span[0] for f in doc.furniture if f.kind == "other"])


def _years_by_sentence(parse: Parse, kept: list[Core]) -> dict[int, list[tuple[int, int]]]:
    """(offset, year) of the full dates of each sentence."""
    out: dict[int, list[tuple[int, int]]] = {}
    for core in kept:
        if "year" in core.parts and core.rule not in ("year", "years", "season", "quarter", "numeric"):
            sent = parse.sentence_at(core.span[0])
            out.setdefault(-1 if sent is None else sent, []).append((core.span[0], int(core.parts["year"])))
    return out


def _nearest(years: list[tuple[int, int]], core: Core) -> int | None:
    """The year stated nearest after a core in its sentence, else nearest before it."""
    after = [year for at, year in years if at >= core.span[0]]
    return after[0] if after else years[-1][1] if years else None
