"""Find the actor that a noun phrase repeats: the same words, "the …" with the same noun, "the group"."""

import re
from collections.abc import Callable

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.drafts.kinds import body_noun
from onrecord.actors.names import fold
from onrecord.actors.resolve.register import Entity, Register
from onrecord.actors.resolve.salience import latest, speaks
from onrecord.records import Parse, Token

NUMBERED = re.compile(r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")
VICTIMS = frozenset(("victim", "deceased", "individual", "captive", "injured", "dead"))
CAPTIVES = frozenset(("captive", "hostage", "detainee", "prisoner", "abductee"))
CAPTURING = frozenset(
    "abduct kidnap seize hold capture detain free release rescue liberate take arrest imprison jail ransom keep".split()
)
ATTACKERS = frozenset(("attacker", "assailant", "raider", "gunman", "shooter", "killer", "abductor", "kidnapper", "kidnaper"))
PEOPLE = frozenset(("man", "woman", "person", "people"))
SEXES = {"men": ("women", "girls"), "women": ("men", "boys")}
NEAR = 4  # sentences
GENERIC_BODIES = frozenset(
    ("group", "organization", "organisation", "movement", "gang", "militia", "network", "watchdog", "faction", "cell")
)
GENERIC_WORDS = frozenset(
    "same whole entire military security armed terrorist criminal rebel militant extremist jihadist islamist watchdog monitoring"
    " rights advocacy non governmental nongovernmental media drug paramilitary insurgent".split()
)
GENERIC_FORCES = frozenset(("unit", "garrison", "battalion", "brigade", "command", "detachment", "patrol", "force"))


def again(book: Register, draft: Draft) -> Entity | None:
    """A noun phrase that repeats one before it: same words, or "the …" with the same head noun."""
    head, exact = book.parse[draft.head], fold(draft.name)
    for other, entity in reversed(book.by_noun.get((head.lemma, draft.kind), ())[-12:]):
        before = fold(other.name)
        if before == exact and (draft.definite or draft.form == "group" or len(exact.split()) > 1):
            return entity
        if (
            NUMBERED.match(exact)
            and NUMBERED.match(before)
            and exact.split()[0] == before.split()[0]
            and _is_same_count(exact, before)
        ):
            return entity
        if draft.definite and other.plural == draft.plural and (_fits(exact, before) or _is_same_role(exact, before)):
            return entity
    if not draft.definite:
        return None
    if head.lemma in ATTACKERS:
        if _is_told_apart(book.parse, head):
            return None
        return _only_near(book, draft, lambda d, e: e.kind == "armed_group" and e.plural == draft.plural and _acts(book.parse, d))
    if draft.form == "role":
        return _titled(book, draft) or (
            _last_speaker(book, draft) if head.lemma in ("source", "spokesman", "spokeswoman") else None
        )
    if head.lemma in PEOPLE and NUMBERED.match(exact) and len(exact.split()) == len("two men".split()):
        return _only_near(book, draft, lambda d, e: _is_counted_so(book.parse, exact, d))
    if head.lemma in CAPTIVES and (held := latest(book, draft, lambda d, e: _is_held(book.parse, d, e))) is not None:
        return held
    if head.lemma in VICTIMS:
        return latest(book, draft, lambda d, e: e.kind == "civilians" and d.form == "group")
    return _latest_body(book, draft) if body_noun(head) else None


def _is_told_apart(parse: Parse, noun: Token) -> bool:
    """Whether a noun is qualified by what was not told before: "the attackers of the embassy in Paris"."""
    inside = [t for k in parse.kids(noun, "prep", "compound", "nmod", "amod") for t in parse.tokens[slice(*parse.subtree(k))]]
    words = {t.lemma for t in inside if t.pos == "PROPN" or (t.pos == "NOUN" and t.dep == "pobj")}
    return bool(words) and words.isdisjoint(t.lemma for t in parse.tokens[: noun.i] if t.i not in {k.i for k in inside})


def _only_near(book: Register, draft: Draft, fits: Callable[[Draft, Entity], bool]) -> Entity | None:
    """The only actor told of without a name in the sentences just before that fits; None where there are two."""
    sent = book.parse[draft.head].sent
    near = [pair for k in range(max(0, sent - NEAR), sent + 1) for pair in book.by_sentence.get(k, ())]
    found = {e.number: e for d, e in near if d.head < draft.head and not e.named and fits(d, e)}
    return next(iter(found.values())) if len(found) == 1 else None


def _acts(parse: Parse, draft: Draft) -> bool:
    """Whether somebody does what a verb tells."""
    return parse[draft.head].dep in ("nsubj", "agent") or parse.head(parse[draft.head]).dep == "agent"


def _is_counted_so(parse: Parse, exact: str, other: Draft) -> bool:
    """Whether people were told in the same number, and of no other sex: "the two women" after "two nurses", not "two men"."""
    before, noun = fold(other.name), exact.split()[-1]
    same = other.form == "group" and before.split()[0] == exact.split()[0]
    return same and parse[other.head].text.casefold() not in SEXES.get(noun, ())


def _is_held(parse: Parse, draft: Draft, entity: Entity) -> bool:
    """Whether people are told as taken, held or freed: whom "the captives" can mean."""
    token = parse[draft.head]
    while token.dep == "conj" and token.head != token.i:
        token = parse.head(token)
    taken = token.dep in ("dobj", "nsubjpass") and parse.head(token).lemma in CAPTURING
    return taken and entity.kind not in ("armed_group", "state_force", "coalition", "government")


def _titled(book: Register, draft: Draft) -> Entity | None:
    """The only person who bears this title: "the Foreign Secretary" after "Foreign Secretary Omar Haddad"."""
    words = {w for w in fold(draft.name).split() if w not in ("former", "local", "of", "the")}
    known = [e for e in book.persons if e.kind == "person" and words and words <= e.roles]
    return known[0] if len(known) == 1 else None


def _last_speaker(book: Register, draft: Draft) -> Entity | None:
    """Who spoke last: "the source added"."""
    return latest(book, draft, lambda d, e: speaks(book.parse, d.head) and e.kind not in ("armed_group", "civilians"), 4)


def _is_same_count(one: str, other: str) -> bool:
    """Whether two counted phrases may be one group: "six American guards", "six guards"."""
    return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())


def _fits(short: str, full: str) -> bool:
    """Whether a shorter phrase can repeat a fuller one: it adds no words."""
    return set(short.split()) <= set(full.split())


def _is_same_role(one: str, other: str) -> bool:
    """Whether two phrases share more than their noun: "army spokesman in Berlin", "the German army spokesman"."""
    return len(set(one.split()) & set(other.split())) >= 3


def _latest_body(book: Register, draft: Draft) -> Entity | None:
    """ "the group", "the ministry", "the same unit": the last body of that kind, or with that noun in its name."""
    token = book.parse[draft.head]
    others = [
        t for t in book.parse.tokens_in(draft.span) if t.i != draft.head and t.pos not in ("DET", "PRON", "NUM", "PART", "PUNCT")
    ]
    if any(t.lemma not in GENERIC_WORDS for t in others):
        return None  # "the Northern Battalion" is no second mention of another
    if token.lemma in GENERIC_BODIES:
        return latest(book, draft, lambda d, e: e.named and e.kind in ("armed_group", "ngo"))
    if token.lemma in GENERIC_FORCES:
        return latest(book, draft, lambda d, e: e.kind == "state_force" and d.form != "role")
    return latest(
        book, draft, lambda d, e: (e.named or d.form == "group") and e.kind == draft.kind and token.lemma in fold(e.name)
    )
