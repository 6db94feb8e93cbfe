"""Figures in the making, and what only their neighbours can tell: whom "others" are, who fights, what runs up over time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord import lexicon
from onrecord.quantify.numbers import Quantity
from onrecord.records import Cast, Parse, Span, Token

RUNNING = re.compile(
    r"\bsince\b|\bover the (?:past|last|course)|\bso far\b|\bto date\b|\ba total of\b|\bin total\b|\bduring (?:the|this) (?:operation|campaign|war|period|year)"
    r"|\b(?:in|during|for) (?:19|20)\d\d\b|\b(?:19|20)\d\d and (?:19|20)\d\d|\btotals?\b|\bthis year\b|\blast year\b|\bover (?:\w+ )?(?:months|years)\b"
    r"|\bin the (?:past|last|first) (?:\w+ )?(?:weeks?|months?|years?)\b|\b(?:the|this) (?:operation|campaign|offensive) (?:has |have )?killed",
    re.IGNORECASE,
)
COUNTABLE = frozenset(
    (
        "killed",
        "wounded",
        "casualties",
        "captured",
        "freed",
        "displaced",
        "recruited",
        "destroyed",
        "attacks",
        "territory",
        "missing",
        "other",
    )
)
ELLIPTIC = frozenset(("other", "others", "one", "ones", "more", "rest", "dead", "wounded", "injured"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before it is bound: its quantity, noun, class of noun, measure and sentence."""

    quantity: Quantity
    noun: Token
    kind: str | None
    measure: str
    rule: str
    sent: int
    whom_span: Span | None
    whom: str | None = None
    status: str = "unknown"
    cumulative: bool = False


def settle(parse: Parse, cast: Cast, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with their actor, status and whether they run up over time."""
    out: list[Draft] = []
    for draft in drafts:
        before = out[-1] if out and draft.sent - out[-1].sent <= 1 else None
        whom = _whom(parse, cast, draft, before)
        status = _status(draft, cast, whom, before)
        out.append(replace(draft, whom=whom, status=status, cumulative=_is_cumulative(parse, draft)))
    return out


def _whom(parse: Parse, cast: Cast, draft: Draft, before: Draft | None) -> str | None:
    """The actor counted: the one its noun resolves to, a body its noun belongs to, or the one counted just before ("120 others")."""
    if draft.kind in ("attack", "territory", "munition"):
        return None
    mention = cast.at(draft.noun.i)
    elliptic = draft.noun.text.casefold() in ELLIPTIC or draft.noun.pos in ("NUM", "ADJ")
    if mention and mention.actor and not elliptic:
        return mention.actor
    if draft.kind == "object":
        owner = next(
            (m for k in parse.kids(draft.noun, "compound", "poss", "nmod", "amod") if (m := cast.at(k.i)) and m.actor), None
        )
        return owner.actor if owner else None
    if elliptic and before and before.sent == draft.sent:
        return before.whom
    return mention.actor if mention else None


def _status(draft: Draft, cast: Cast, whom: str | None, before: Draft | None) -> str:
    """combatant, civilian or unknown, by the noun and then by the actor."""
    if draft.kind not in ("person", None):
        return "unknown"
    row = lexicon.index("people").get(draft.noun.lemma) or lexicon.index("people").get(draft.noun.text.casefold())
    if draft.noun.text.casefold() in ELLIPTIC and before and before.sent == draft.sent:
        return before.status
    kind = row["kind"] if row else cast.actor(whom).kind if whom else ""
    if kind == "civilians" and draft.noun.lemma in (
        "suspect",
        "member",
        "commander",
        "leader",
        "guard",
        "general",
        "colonel",
        "captain",
    ):
        kind = cast.actor(whom).kind if whom else ""
    return {"armed_group": "combatant", "state_force": "combatant", "coalition": "combatant", "civilians": "civilian"}.get(
        kind, "unknown"
    )


def _is_cumulative(parse: Parse, draft: Draft) -> bool:
    """Whether a figure is a toll over a period: its sentence names one, or tells it in the perfect tense of a campaign."""
    if draft.measure not in COUNTABLE:
        return False
    start, end = parse.sentences[draft.sent].span
    return bool(RUNNING.search(parse.text, start, end))
