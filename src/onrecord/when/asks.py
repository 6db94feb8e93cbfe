"""Which sentences have to be parsed for their times: most times are found and valued by their words alone."""

import re
from bisect import bisect_left
from collections.abc import Callable

from onrecord.records import Document, Span
from onrecord.when.find import Core, cores
from onrecord.when.messages import in_datelines
from onrecord.when.plausible import told_by_words
from onrecord.when.spans import may_open

TENSED = frozenset(  # with no year of their own, the tense of the clause tells which day or year is meant
    "day_month month_day days_month month_days month named weekday season_alone".split()
)
BEGINS = re.compile(r"\b(?:beg[iau]n|start|launch|commenc|open|kick)", re.IGNORECASE)  # the verbs of "the war began on 3 May"


def asks_tree(doc: Document) -> Callable[[Span], bool]:
    """Tells of a stretch of a document whether a time in it hangs on the syntax tree; `when` needs the trees of such only."""
    found = cores(doc.text)
    dated = doc.published is not None or len(in_datelines(doc)) > 1
    asking = [core.span[0] for core in found if _asks(doc.text, core, dated)]
    begun = [core.span[0] for core in found] if any(core.rule == "of_event" for core in found) else []
    return lambda span: _holds(asking, span) or (_holds(begun, span) and BEGINS.search(doc.text, *span) is not None)


def _holds(starts: list[int], span: Span) -> bool:
    return bisect_left(starts, span[0]) < bisect_left(starts, span[1])


def _asks(text: str, core: Core, dated: bool) -> bool:
    """Whether the tree decides if a core is a time, which year or week it is of, or if it opens an interval."""
    open_year = core.rule == "the_weekend" or (dated and core.rule in TENSED and not core.parts.keys() & {"year", "short"})
    return open_year or told_by_words(text, core) is None or may_open(text, core)
