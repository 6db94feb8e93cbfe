"""Tolls that update an earlier one: "the toll rose to six", "revised down from nine"."""

import re
from collections.abc import Sequence

from onrecord.quantify.draft import WINDOW, Draft
from onrecord.quantify.numbers import COUNT
from onrecord.records import Parse

CHANGE = (
    r"(?:rose|rises?|risen|rising|climb(?:s|ed|ing)?|increas(?:es?|ed|ing)|grew|grown|jump(?:s|ed)?|went up|gone up|up|fell|falls|fallen"
    r"|drop(?:s|ped)?|down|revised?|revising|raised|lowered|updated|corrected|reduced|cut)"
)
TO = re.compile(
    rf"\b{CHANGE}\b{COUNT}(?:\s+(?:sharply|further|again|late|early|today|upwards?|downwards?|up|down|on \w+))*\s+to\s+(?:at\s+)?$",
    re.IGNORECASE,
)
FROM = re.compile(
    rf"\b(?:{CHANGE}{COUNT}(?:\s+(?:up|down))?\s+from|(?:initial|first|previous|earlier) (?:toll|count|figure|estimate|report)s? of)"
    rf"\s+(?:an?\s+)?(?:earlier\s+|initial\s+|previous\s+)?(?:(?:toll|count|figure|estimate)\s+of\s+)?$",
    re.IGNORECASE,
)
REACH = 60  # characters before a figure that may tell of the change


def updates(parse: Parse, drafts: Sequence[Draft]) -> dict[int, int]:
    """Index of the earlier toll by index of the one that supersedes it."""
    out: dict[int, int] = {}
    olds = {i for i in range(len(drafts)) if _is_old(parse, drafts, i)}
    for old in olds:
        new = _nearest(
            drafts,
            old,
            [
                j
                for j in range(max(0, old - WINDOW), min(len(drafts), old + WINDOW))
                if j not in olds and drafts[j].sent == drafts[old].sent
            ],
        )
        if new is not None:
            out.setdefault(new, old)
    for i, draft in enumerate(drafts):
        if (
            i not in out
            and i not in olds
            and (
                draft.rule == "quantify.corrected"
                or TO.search(parse.text, max(0, draft.quantity.span[0] - REACH), draft.quantity.span[0])
            )
        ):
            before = _nearest(drafts, i, range(max(0, i - WINDOW), i))
            if before is not None:
                out[i] = before
    return out


def _is_old(parse: Parse, drafts: Sequence[Draft], i: int) -> bool:
    """Whether a figure is given as what was said before: "up from four", "down to seven from nine"."""
    start = drafts[i].quantity.span[0]
    if FROM.search(parse.text, max(0, start - REACH), start):
        return True
    before = drafts[i - 1].quantity.span if i else (0, 0)
    bare = parse.text[before[1] : start].strip().casefold() == "from"
    return bare and bool(TO.search(parse.text, max(0, before[0] - REACH), before[0]))


def _nearest(drafts: Sequence[Draft], i: int, among: Sequence[int]) -> int | None:
    """The nearest other figure of the same measure and another number."""
    draft = drafts[i]
    fitting = [
        j
        for j in among
        if j != i
        and drafts[j].measure == draft.measure
        and drafts[j].kind in (draft.kind, None, "person")
        and drafts[j].rule != "quantify.article"
        and (drafts[j].quantity.low, drafts[j].quantity.high) != (draft.quantity.low, draft.quantity.high)
    ]
    return min(fitting, key=lambda j: abs(j - i), default=None)
