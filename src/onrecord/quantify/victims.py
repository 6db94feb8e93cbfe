"""What happened to those told of as "the victims", and whether "the victim" was counted before."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.quantify.draft import WINDOW, Draft
from onrecord.quantify.roll import VICTIMS
from onrecord.records import Parse

REACH = 4  # sentences between one who is hurt and "the victim"


def victims(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those told as "the victims" with the harm told before them, but none for one counted before.

    "A man was shot. The victim was a trader" counts one.
    """
    out = [d for i, d in enumerate(drafts) if not (_is_the_victim(parse, d) and _is_one_hurt(drafts[max(0, i - WINDOW) : i], d))]
    for i, draft in enumerate(out):
        if draft.rule == VICTIMS and draft.measure == "casualties":
            harm = next(
                (
                    d.measure
                    for d in reversed(out[max(0, i - WINDOW) : i])
                    if d.kind == "person" and d.measure in ("killed", "wounded")
                ),
                None,
            )
            out[i] = replace(draft, measure=harm or draft.measure)
    return out


def _is_the_victim(parse: Parse, draft: Draft) -> bool:
    """Whether somebody is what a single victim is said to be: "the victim was a trader"."""
    subject = parse.kid(parse.head(draft.noun), "nsubj") if draft.rule == VICTIMS else None
    return subject is not None and draft.noun.dep == "attr" and subject.tag == "NN" and subject.lemma in ("victim", "deceased")


def _is_one_hurt(before: Sequence[Draft], draft: Draft) -> bool:
    """Whether one person was counted as hurt or killed in the sentences before."""
    near = (d for d in before if 0 <= draft.sent - d.sent <= REACH and d.kind == "person")
    return any(d.quantity.low == d.quantity.high == 1 and d.measure in ("killed", "wounded", "casualties") for d in near)
