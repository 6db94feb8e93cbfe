"""Parts and wholes: "seven guards, six of them locals", "including two children", counts of places that add up."""

import re
from collections.abc import Sequence

from onrecord.quantify.counted import partitive_of
from onrecord.quantify.draft import Draft
from onrecord.quantify.numbers import Quantity
from onrecord.records import Parse

INCLUDING = re.compile(
    r"\b(?:including|among (?:them|whom|those)|of (?:whom|which|them|those)|with|comprising)\b[^.;]*$", re.IGNORECASE
)
ADDED_UP = frozenset(("killed", "wounded", "casualties", "captured", "freed", "attacks"))
OF_WHOM = re.compile(r"\bof (?:whom|which)\s*$", re.IGNORECASE)
OF_WHOM_AFTER = re.compile(r"\s+of (?:whom|which)\b", re.IGNORECASE)
NEAR = 2  # sentences a breakdown of people may stand from its whole
FAR = 25  # sentences a breakdown of attacks by place may run on


def parts(parse: Parse, drafts: Sequence[Draft]) -> dict[int, int]:
    """Index of the whole by index of the part."""
    out: dict[int, int] = {}
    for i in range(len(drafts)):
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
    partitive = partitive_of(parse, draft.quantity) if draft.quantity.low != 0 else None
    lead = parse.text[drafts[i - 1].quantity.span[1] : draft.quantity.span[0]] if i and drafts[i - 1].sent == draft.sent else ""
    if partitive is None and not INCLUDING.search(lead):
        return None
    if draft.rule == "quantify.partition":
        return next((j for j in range(i - 1, -1, -1) if drafts[j].rule != draft.rule), None)
    victims = partitive is not None and partitive.lemma == "victim"
    same = partitive.lemma if partitive is not None and partitive.pos == "NOUN" and not victims else None
    for j in range(i - 1, -1, -1):
        other = drafts[j]
        if draft.sent - other.sent > 1:
            return None
        if victims and other.kind == "attack":
            return j
        if same is not None and other.noun.lemma not in (same, "other"):
            continue
        if _can_hold(other, draft) and (other.kind == draft.kind or draft.kind is None or other.kind is None):
            return j
    return None


def _can_hold(whole: Draft, part: Draft) -> bool:
    """Whether one figure is big enough to hold another and counts the same kind of thing."""
    if whole.measure != part.measure and part.measure not in ("strength", "killed", "wounded", "other", "freed"):
        return False
    most = whole.quantity.high if whole.quantity.high is not None else float("inf")
    least = part.quantity.low if part.quantity.low is not None else 0.0
    return least <= most and whole.quantity.low != 0


def _added_up(drafts: Sequence[Draft], i: int, known: dict[int, int]) -> list[int]:
    """Figures after a whole that plainly add up to it: a run of two or more, same measure, exact.

    Counts of attacks may run on for many sentences; people must be broken down nearby or within one sentence.
    """
    whole = drafts[i]
    if whole.quantity.bound != "exact" or not whole.quantity.low or whole.quantity.low < 2 or whole.measure not in ADDED_UP:
        return []
    rows = [
        j
        for j in range(i + 1, len(drafts))
        if drafts[j].sent - whole.sent <= FAR and _may_be_part(drafts[j], whole) and known.get(j, i) == i
    ]
    for first in range(len(rows)):
        total, taken = 0.0, list[int]()
        for j in rows[first:]:
            total, taken = total + (drafts[j].quantity.low or 0.0), [*taken, j]
            if total >= whole.quantity.low:
                break
        near = drafts[taken[-1]].sent - whole.sent <= NEAR or drafts[taken[0]].sent == drafts[taken[-1]].sent
        if total == whole.quantity.low and len(taken) > 1 and (near or whole.measure == "attacks"):
            return taken
    return []


def _may_be_part(part: Draft, whole: Draft) -> bool:
    low = part.quantity.low
    same = part.measure == whole.measure and part.kind == whole.kind
    return same and low is not None and part.quantity.bound == "exact" and 0 < low < (whole.quantity.low or 0)


def partition(parse: Parse, quantity: Quantity, before: Sequence[Draft]) -> Draft | None:
    """A part told with its whole's measure: "seven guards, of whom six were locals and one a Turk", "and the rest are Iraqis"."""
    sent = parse.sentence_at(quantity.span[0])
    if not before or before[-1].sent != sent or before[-1].kind not in ("person", None):
        return None
    whole, index = before[-1], parse.index_at(quantity.number[1] - 1)
    lead = parse.text[whole.quantity.span[1] : quantity.span[0]]
    opens = OF_WHOM.search(lead) or OF_WHOM_AFTER.match(parse.text, quantity.span[1])
    goes_on = whole.rule == "quantify.partition" and re.search(r"\b(?:and|,)\W*$", lead)
    if index < 0 or not (opens or goes_on):
        return None
    verb = parse.head(parse[index])
    noun = parse.kid(verb, "attr", "acomp") if verb.pos in ("AUX", "VERB") else None
    noun = noun if noun and noun.start > quantity.span[0] else parse[index]
    return Draft(
        quantity, noun, "person", whole.measure, "quantify.partition", whole.sent, noun.span if noun.i != index else None
    )
