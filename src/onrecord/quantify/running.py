"""Tolls over a period or a campaign: which figures run up, by the words of their sentence."""

import re

from onrecord.lexicon.extremes import is_superlative
from onrecord.quantify.draft import Draft
from onrecord.records import Parse, Token

PERIOD = re.compile(
    r"\bover the (?:past|last|course)|\bso far\b|\bto date\b|\b(?:in|a) total\b(?! of)|\btotals?\b(?! of)|\bin all\b|\boverall\b|\beventually\b"
    r"|\b(?:since|during|throughout) (?:the|this|its|his|their) (?:operation|campaign|war|period|year|offensive|month|conflict)"
    r"|\b(?:in|during|for) (?:19|20)\d\d\b|\b(?:19|20)\d\d and (?:19|20)\d\d|\bth(?:is|at) (?:year|month)\b|\blast (?:year|month)\b"
    r"|\b(?:over|in) (?:\w+ )?(?:months|years)\b|\b(?:with)?in the (?:past|last|first) (?:\w+ )?(?:weeks?|months?|years?)\b"
    r"|\b(?:in|within|over) (?:the|a) (?:space|course|span) of (?:\w+ ){1,2}(?:days|weeks|months|years)\b"
    r"|\b(?:the|this) (?:operation|campaign|offensive|war|conflict) (?:has |have |had )?(?:killed|left|claimed)",
    re.IGNORECASE,
)
TOLL_OF_PERIOD = re.compile(
    r"\b(?:year|month|decade)[’']s\s+(?:\w+\s+)?(?:tolls?|tally|count|total)\b|\b(?:homicide|murder)\s+(?:toll|tally|count|total)\b",
    re.I,
)  # "pushing the year's toll to 85"
KILLINGS = frozenset(("killing", "homicide", "murder", "slaying"))
AS_OF = re.compile(r"\b(?:as of|homicides? mark|straight year)\b", re.IGNORECASE)  # "as of Monday, there had been 299 killings"
TOTAL_OF = re.compile(r"\btotals? of\b", re.IGNORECASE)  # "a total of nine men were held" in a raid, "a total of 60 raids"
MONTH = re.compile(
    r"\b(?:in|during) (?:(?:early|late|mid)[ -])?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?! \d)",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
ACTS = frozenset(("clash", "attack", "airstrike", "strike", "raid", "bombing", "operation", "ambush", "battle", "shooting"))
COUNTABLE = frozenset(
    ("killed", "wounded", "casualties", "captured", "freed", "displaced", "recruited", "destroyed", "attacks", "territory",
     "territory_share", "missing", "other")
)  # fmt: skip


def is_cumulative(parse: Parse, draft: Draft, before: Draft | None) -> bool:
    """Whether a figure is a toll over a period or campaign; an article counts one case and never is."""
    if draft.measure not in COUNTABLE or draft.rule == "quantify.article":
        return False
    start, end = parse.sentences[draft.sent].span
    if TOLL_OF_PERIOD.search(parse.text, start, draft.quantity.span[0]):
        return True
    if draft.noun.lemma in KILLINGS and AS_OF.search(parse.text, start, end):
        return True
    if TOTAL_OF.search(parse.text, start, end) and (draft.kind != "person" or _is_perfect(parse, draft)):
        return True
    for told in (PERIOD.search(parse.text, start, end), MONTH.search(parse.text, start, end)):
        if told and not _is_aside(parse, draft, told.start()) and not _is_one_act(parse, draft):
            return True
    return _is_since(parse, draft) or _is_in_acts(parse, draft) or _runs_on(parse, draft, before)


def _is_one_act(parse: Parse, draft: Draft) -> bool:
    """Whether one act is told of, whenever it was: "In May, a bomb killed six", "six died in a raid last year"."""
    verbs = [t for t in parse.ancestors(draft.noun) if t.pos == "VERB"]
    if draft.measure == "attacks":
        return False
    told = [t for verb in verbs[:2] for t in parse.kids(verb, "nsubj", "nsubjpass")]
    preps = [k for verb in verbs[:2] for k in parse.kids(verb, "prep", "agent") if k.lemma in ("in", "by", "during")]
    told += [t for k in preps for t in parse.kids(k, "pobj")]
    return any(t.tag == "NN" and t.i != draft.noun.i and any(k.lemma in ("a", "an") for k in parse.kids(t, "det")) for t in told)


def _is_aside(parse: Parse, draft: Draft, offset: int) -> bool:
    """Whether words stand in a relative clause about others: "six men, one of whom took part in the raid in May, were held"."""
    index = parse.index_at(offset)
    for token in parse.ancestors(parse[index]) if index >= 0 else ():
        if token.dep == "relcl":
            first, last = parse.subtree(token)
            return not first <= draft.noun.i < last
    return False


def _is_since(parse: Parse, draft: Draft) -> bool:
    """ "Since Monday, six have died"; not the six told inside the clause that "since" opens."""
    for token in parse.sentence_tokens(draft.sent):
        if token.lemma != "since":
            continue
        opened = parse.head(token) if token.dep == "mark" else token
        if is_superlative(parse, token):
            continue  # "the deadliest raid since 2014 killed six"
        first, last = parse.subtree(opened)
        if not first <= draft.noun.i < last and not _is_aside(parse, draft, token.start):
            return True
    return False


def _is_in_acts(parse: Parse, draft: Draft) -> bool:
    """ "Six were killed in clashes": several acts, not one."""
    if draft.measure not in ("killed", "wounded", "casualties"):
        return False
    verb = next((t for t in parse.ancestors(draft.noun) if t.pos == "VERB"), None)
    told = [verb, *(k for k in parse.kids(verb, "conj") if k.pos == "VERB")] if verb is not None else []
    return any(
        k.lemma in ("in", "during") and _is_plural_act(parse.kid(k, "pobj")) for each in told for k in parse.kids(each, "prep")
    )


def _is_plural_act(noun: Token | None) -> bool:
    return noun is not None and noun.lemma in ACTS and noun.tag == "NNS"


def _verb_of(parse: Parse, draft: Draft) -> tuple[Token | None, set[str]]:
    """The verb over a counted noun, and the auxiliaries and adverbs it stands with."""
    verb = next((t for t in parse.ancestors(draft.noun) if t.pos == "VERB"), None)
    return verb, {k.text.casefold() for k in parse.kids(verb, "aux", "advmod")} if verb else set()


def _is_perfect(parse: Parse, draft: Draft) -> bool:
    """Whether it "has" or "have" been done."""
    return bool(_verb_of(parse, draft)[1] & {"has", "have"})


def _runs_on(parse: Parse, draft: Draft, before: Draft | None) -> bool:
    """A perfect after a running toll goes on counting: "They have destroyed 90 trucks"."""
    verb, words = _verb_of(parse, draft)
    perfect = _is_perfect(parse, draft)
    if before is None or not before.cumulative:
        return perfect and "already" in words
    if draft.sent == before.sent and verb is not None:
        return before.noun.i in {t.i for t in parse.ancestors(draft.noun)} or parse.head(before.noun).i == verb.i
    return perfect
