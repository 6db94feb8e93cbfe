"""Parts and wholes: "seven guards, six of them locals", "including two children", counts of places that add up."""

import re
from collections.abc import Sequence

from onrecord.quantify.counted import partitive_of
from onrecord.quantify.draft import Draft
from onrecord.records import Parse

INCLUDING = re.compile(
    r"\b(?:including|among (?:them|whom|those)|of (?:whom|which|them|those)|with|comprising)\b[^.;]*$", re.IGNORECASE
)
NEAR = 2  # sentences a breakdown of people may stand from its whole
FAR = 25  # sentences a breakdown of attacks by place may run on


def parts(parse: Parse, drafts: Sequence[Draft]) -> dict[int, int]:
    """Index of the whole by index of the part."""
    out: dict[int, int] = {}
    for i, draft in enumerate(drafts):
        whole = _worded(parse, drafts, i)
        if whole is not None:
            out[i] = whole
    for i in range(len(drafts)):
        for part in _added_up(drafts, i, out):
            out.setdefault(part, i)
    return {part: whole for part, whole in out.items() if part != whole}


def _worded(parse: Parse, drafts: Sequence[Draft], i: int) -> int | None:
    """The whole that the words say a figure is part of."""
    draft = drafts[i]
    partitive = partitive_of(parse, draft.quantity)
    lead = parse.text[drafts[i - 1].quantity.span[1] : draft.quantity.span[0]] if i and drafts[i - 1].sent == draft.sent else ""
    if partitive is None and not INCLUDING.search(lead):
        return i - 1 if _continues(parse, drafts, i) else None
    for j in range(i - 1, -1, -1):
        other = drafts[j]
        if draft.sent - other.sent > 1:
            return None
        if _can_hold(other, draft) and (other.kind == draft.kind or draft.kind is None or other.kind is None):
            return j
    return None


def _continues(parse: Parse, drafts: Sequence[Draft], i: int) -> bool:
    return False


def _can_hold(whole: Draft, part: Draft) -> bool:
    """Whether one figure is big enough to hold another and counts the same kind of thing."""
    if whole.measure != part.measure and part.measure not in ("strength", "killed", "wounded", "other", "freed"):
        return False
    most = whole.quantity.high if whole.quantity.high is not None else float("inf")
    least = part.quantity.low if part.quantity.low is not None else 0.0
    return least <= most and whole.quantity.low != 0


def _added_up(drafts: Sequence[Draft], i: int, known: dict[int, int]) -> list[int]:
    """Figures after a whole that plainly add up to it: same measure, exact, two or more of them, none left out."""
    whole = drafts[i]
    if whole.quantity.bound != "exact" or not whole.quantity.low or whole.quantity.low < 2 or i in known:
        return []
    reach = FAR if whole.measure == "attacks" else NEAR
    total, taken = 0.0, []
    for j in range(i + 1, len(drafts)):
        part = drafts[j]
        if part.sent - whole.sent > reach:
            break
        if (
            part.measure != whole.measure
            or part.quantity.low is None
            or part.quantity.bound not in ("exact", "about")
            or known.get(j, i) != i
        ):
            continue
        if part.quantity.low >= whole.quantity.low or part.kind != whole.kind:
            continue
        total, taken = total + part.quantity.low, [*taken, j]
        if total == whole.quantity.low and len(taken) > 1:
            return taken
        if total > whole.quantity.low:
            return []
    return []
