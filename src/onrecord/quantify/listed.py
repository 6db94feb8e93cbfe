"""Figures of one list share what is done to it: "two soldiers, a driver and five rebels were killed"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.quantify.draft import Draft
from onrecord.quantify.senses import FATES
from onrecord.records import Parse

DEFAULT = "quantify.measure.default"
JOINT = re.compile(r"\s*(?:,|,?\s+and|,?\s+as well as|,?\s+along with)\s+", re.IGNORECASE)
OF_ALL = re.compile(r"(?:\bOut of|\bOf|\bAmong) (?:the|these|those|all)? ?$")
DEED_OF = re.compile(
    r"(?P<fatal>\b(?:fatal|deadly)\s+)?\b(?P<deed>shooting|killing|murder|slaying|death)s?\s+of\s+(?:[\w'’-]+\s+){0,4}?[\w'’-]+(?:,|,?\s+and)\s+$",
    re.IGNORECASE,
)  # a list whose first has no number: "the killing of a mayor's wife, two guards"
PASSIVE = re.compile(
    r"\W+(?:were|was|have been|has been|had been|are|is|died|dead|killed|wounded|injured|(?:sustained|suffered|received)\s+(?:\w+\s+){0,3}?(?:injur|wound|burn)\w*)\b",
    re.IGNORECASE,
)
TOLD_AFTER = re.compile(r"\W+(?:\w+\s+)?(?:were|was|have|has|had|are|is|\w+ed)\b")


def listed(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; one of which nothing is told takes what is told of its neighbour in the same list of people."""
    out = list(drafts)
    for i in range(len(out) - 2, -1, -1):
        if OF_ALL.search(parse.text, max(0, out[i].quantity.span[0] - 14), out[i].quantity.span[0]):
            continue  # "Of the 1,200 guards, 300 were killed"
        if _is_untold(out[i]) and _is_joined(parse, out[i], out[i + 1]) and _is_subject(parse, out, i):
            out[i] = replace(out[i], measure=out[i + 1].measure, rule="quantify.measure.list")
    out = [_of_deed(parse, d) if _is_untold(d) or (d.kind == "person" and d.noun.dep == "npadvmod") else d for d in out]
    for i in range(1, len(out)):
        if _is_untold(out[i]) and _is_joined(parse, out[i - 1], out[i]) and not _is_told_after(parse, out[i]):
            out[i] = replace(out[i], measure=out[i - 1].measure, rule="quantify.measure.list")
    return out


def _of_deed(parse: Parse, draft: Draft) -> Draft:
    """A figure with the deed that the list it goes on was done by: "the fatal shooting of his wife, two sons"."""
    start = draft.quantity.span[0]
    found = DEED_OF.search(parse.text, max(0, start - 90), start)
    acts = draft.noun.dep in ("nsubj", "nsubjpass") and parse.head(draft.noun).pos in ("VERB", "AUX")
    if found is None or acts:
        return draft  # "after the shooting of a trader, two suspects fled"
    hit = found["deed"].casefold() == "shooting" and not found["fatal"]
    return replace(draft, measure="casualties" if hit else "killed", rule="quantify.measure.list")


def _is_untold(draft: Draft) -> bool:
    return draft.rule == DEFAULT and draft.kind == "person" and draft.quantity.bound != "vague"


def _is_joined(parse: Parse, first: Draft, second: Draft) -> bool:
    """Whether two figures of people stand side by side in a list."""
    told = second if _is_untold(first) else first
    if first.sent != second.sent or told.measure not in FATES or told.kind not in ("person", None):
        return False
    return bool(JOINT.fullmatch(parse.text, _end(first), second.quantity.span[0]))


def _is_subject(parse: Parse, drafts: Sequence[Draft], i: int) -> bool:
    """Whether what is told stands after the list: nothing can be told of its first member before it."""
    last = next((j for j in range(i + 1, len(drafts)) if not _is_next(parse, drafts, j)), len(drafts) - 1)
    return bool(PASSIVE.match(parse.text, _end(drafts[last])))


def _is_next(parse: Parse, drafts: Sequence[Draft], j: int) -> bool:
    """Whether another member of the list follows a figure."""
    return j + 1 < len(drafts) and bool(JOINT.fullmatch(parse.text, _end(drafts[j]), drafts[j + 1].quantity.span[0]))


def _is_told_after(parse: Parse, draft: Draft) -> bool:
    """Whether a new clause begins with the figure: "killed two guards, and six men were held", "after the raid, two men fled"."""
    verb = parse.head(draft.noun)
    acts = draft.noun.dep in ("nsubj", "nsubjpass") and verb.pos in ("VERB", "AUX") and verb.i > draft.noun.i
    return acts or TOLD_AFTER.match(parse.text, _end(draft)) is not None


def _end(draft: Draft) -> int:
    return max(draft.quantity.span[1], draft.whom_span[1] if draft.whom_span else 0)
