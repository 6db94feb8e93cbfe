"""Tell a country that acts ("Kenya sent troops") from a country where something lies or happens ("clashes in Kenya")."""

from onrecord import lexicon
from onrecord.records import Parse, Token
from onrecord.where.names import PLACE_LABELS
from onrecord.where.nouns import noun_kind

OFFICIAL = frozenset(
    ("ministry", "embassy", "consulate", "headquarters", "side", "area", "zone", "block")
)  # no part of its ground
GROUND = frozenset(
    ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "interior", "heartland", "countryside")
)
ACTING = frozenset(("nsubj", "agent", "poss"))
RULED = frozenset(("government", "army", "president", "republic", "ministry", "parliament", "embassy", "ambassador", "military"))
STAGES = frozenset(
    "scene site hub centre center epicentre epicenter home battleground battlefield target focus stage country".split()
)
DEALT_WITH = frozenset(("accuse", "urge", "blame", "help", "support", "tell", "ask", "warn", "condemn", "include"))


def acts(parse: Parse, token: Token) -> bool:
    """Whether a country here acts rather than lies somewhere: subject, owner, modifier of a force or office, party to a deal."""
    governor = parse.head(token)
    if token.dep == "nsubj" and _is_stage(parse, governor):
        return False
    if token.dep == "poss" and _is_ground(governor):
        return False
    if token.dep in ACTING:
        return True
    after = parse[token.i + 1] if token.i + 1 < len(parse) else token
    if after.text == "-" and after.start == token.end:
        return True  # "US-led"
    if token.dep in ("compound", "nmod", "amod"):
        return not (token.i > 1 and parse[token.i - 1].text == "," and parse[token.i - 2].ent in PLACE_LABELS)
    if token.dep == "pobj":
        verb = parse.head(governor)
        return governor.lemma in ("by", "against", "with") or (
            governor.lemma == "of" and verb.lemma in RULED and not _joined(parse, verb)
        )
    if token.dep in ("dobj", "nsubjpass", "iobj", "dative"):
        return governor.lemma in DEALT_WITH
    if token.dep != "conj" or token.head == token.i:
        return False
    return acts(parse, governor) or governor.text.casefold() in lexicon.words("bodies")


def _is_ground(owned: Token) -> bool:
    """Whether what a country owns lies in it: "Nigeria's Borno state", "Colombia's jails", "the country's east"."""
    if owned.lemma in GROUND or owned.ent in PLACE_LABELS:
        return True
    return bool(noun_kind(owned)) and owned.lemma not in OFFICIAL


def _is_stage(parse: Parse, verb: Token) -> bool:
    """Whether a verb tells what happens in its subject: "Iraq saw more attacks", "Kenya was the scene of fighting"."""
    if verb.lemma in ("see", "witness", "suffer", "experience", "endure"):
        return True
    what = parse.kid(verb, "attr") if verb.lemma in ("be", "become", "remain") else None
    return what is not None and what.lemma in STAGES


def _joined(parse: Parse, noun: Token) -> bool:
    """Whether people stand beside a government ("the government and people of Iraq"): then the country is where they live."""
    return any(t.lemma == "people" for t in parse.conjuncts(noun))
