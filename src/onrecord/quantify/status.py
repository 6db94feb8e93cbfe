"""Whether those a figure counts fight: combatant, civilian, mixed or unknown."""

import re

from onrecord import lexicon
from onrecord.quantify.counted import is_aged
from onrecord.quantify.draft import ELLIPTIC, Draft
from onrecord.records import Actor, Cast, Parse, Token

OF_KIND = {"armed_group": "combatant", "state_force": "combatant", "coalition": "combatant", "civilians": "civilian"}
ANYBODY = frozenset(("people", "person", "other", "one", "man", "foreigner", "more", "national", "local", "body", "casualty"))
FORMER = re.compile(r"\b(?:former|ex|retired|surrendered|off-duty civilian)\b", re.IGNORECASE)
HAVE = frozenset(("have", "number", "field", "command", "lead"))
CIVIL = frozenset(("civilian", "civil", "private", "school", "bank"))  # "a private guard", "civilian deaths"
HIRED = frozenset(("guard", "contractor", "company", "firm", "agent", "employee", "worker"))  # those whose security is a trade
ARMED = re.compile(
    r"\b(?:service|military|army|militia|armed|combat|insurgent|rebel|militant|fighter|police|commando|battalion|platoon|squad"
    r"|(?:task|security|border|reserve|special|auxiliary) forces?)\b",
    re.IGNORECASE,
)


def status_of(parse: Parse, cast: Cast, draft: Draft, whom: str | None, before: Draft | None) -> str:
    """The status of those counted: by their noun, the body they belong to, the actor, or the ones counted just before."""
    noun = draft.noun
    row = _row(noun)
    if draft.kind in ("object", "territory", "munition") or (draft.kind == "attack" and row is None):
        return "unknown"
    if draft.rule == "quantify.partition" and before and is_anybody(noun):
        return before.status
    if draft.measure == "strength" and is_anybody(noun) and (owner := owner_of(parse, cast, noun)):
        return OF_KIND.get(owner.kind, "unknown")
    words = parse.text[draft.quantity.span[1] : draft.whom_span[1]] if draft.whom_span else ""
    if FORMER.search(words):
        return "civilian"
    if row is not None:
        return (_of_body(parse, cast, noun, words) if row["by"] else None) or row["status"]
    if _has_civil(parse, noun) or is_aged(noun):
        return "civilian"
    if noun.text.casefold() in ELLIPTIC and before and before.sent == draft.sent:
        return before.status
    return OF_KIND.get(_kind(cast, noun, whom), "unknown")


def is_anybody(noun: Token) -> bool:
    """Whether a noun says nothing of who fights: "people", "others", "Yemenis", a bare number."""
    return noun.lemma in ANYBODY or noun.ent == "NORP" or noun.pos in ("NUM", "ADJ")


def _row(noun: Token) -> lexicon.Row | None:
    table = lexicon.index("statuses")
    return table.get(noun.lemma) or table.get(noun.text.casefold())


def _kind(cast: Cast, noun: Token, whom: str | None) -> str:
    """The kind of actor counted: by the noun, else by the actor it resolves to."""
    people, word = lexicon.index("people"), noun.text.casefold()
    row = people.get(noun.lemma) or people.get(word)
    if row is None and noun.pos == "PROPN":
        row = people.get(word.removesuffix("s"))  # "two Commandos"
    return row["kind"] if row else cast.actor(whom).kind if whom else ""


def _of_body(parse: Parse, cast: Cast, noun: Token, words: str) -> str | None:
    """What the body that a noun's phrase names makes of its members: "two members of the militia"."""
    if _has_civil(parse, noun):
        return "civilian"
    if ARMED.search(words):
        return "combatant"
    kinds = {m.actor and cast.actor(m.actor).kind for m in cast.within(parse.tree_span(noun)) if m.head != noun.i}
    found = {OF_KIND[k] for k in kinds if k in OF_KIND and k != "civilians"}
    return next(iter(found)) if len(found) == 1 else None


def owner_of(parse: Parse, cast: Cast, noun: Token) -> Actor | None:
    """The body that has so many men: "the group, which has some 300 men", "the group holds the hill and has 300 men"."""
    verb = parse.head(noun)
    first = parse.head(verb) if verb.dep == "conj" and not parse.kid(verb, "nsubj") else verb
    subject = parse.kid(first, "nsubj") if noun.dep == "dobj" and verb.lemma in HAVE else None
    if subject is not None and subject.pos == "PRON" and first.dep == "relcl":
        subject = parse.head(first)
    mention = cast.at(subject.i) if subject is not None else None
    return cast.actor(mention.actor) if mention and mention.actor else None


def _has_civil(parse: Parse, noun: Token) -> bool:
    words = {k.text.casefold() for k in parse.kids(noun, "amod", "compound", "nmod")}
    return bool(words & CIVIL) or ("security" in words and noun.lemma in HIRED)
