"""Draft the mentions that are common nouns for people and bodies."""

from functools import cache

from onrecord import lexicon
from onrecord.actors.drafts.draft import ARTICLES, Draft
from onrecord.actors.drafts.kinds import body_noun, paired_noun, person_noun
from onrecord.actors.drafts.owners import owner_of
from onrecord.actors.drafts.together import together
from onrecord.actors.names import fold
from onrecord.actors.nations import demonyms
from onrecord.records import Parse, Token

OWNERS = frozenset(("coalition", "government", "regime", "rebel", "insurgent", "militant", "army", "military", "police"))
MALE = frozenset(("man", "boy", "husband", "son", "brother", "father", "spokesman", "king", "gunman", "policeman", "serviceman"))
FEMALE = frozenset(("woman", "girl", "wife", "daughter", "sister", "mother", "spokeswoman", "queen", "policewoman", "nun"))
ACCUSING = frozenset("accuse suspect convict absolve acquit".split())


def noun_draft(parse: Parse, token: Token, named: dict[int, Draft], inside: set[int]) -> Draft | None:
    """The draft of a common noun for people or a body, with the name it belongs to as its anchor."""
    kind = (
        paired_noun(parse, token)
        or person_noun(token)
        or (body_noun(token) if token.i not in inside else None)
        or _somebody(parse, token)
        or _speaking_thing(parse, token)
    )
    if kind is None or (token.i in inside and token.tag not in ("NNS", "NNPS", "NN")):
        return None
    if token.dep in ("compound", "amod", "nmod") and not _owns(parse, token):
        return None
    span = parse.noun_phrase(
        token, stop=lambda t: t.dep == "prep" and (t.lemma not in ("of", "for") or _is_charge(parse, token, t))
    )
    told = parse.kid(token, "relcl") if token.pos in ("PRON", "DET") else None
    both = together(parse, token, reporting())
    if both is not None:
        span, kind = (span[0], both), "unnamed"
    if told is not None:
        span = (span[0], max(span[1], parse.tree_span(told)[1]))  # "all those who refuse to join" are named by their clause
    name = ARTICLES.sub("", parse.text[span[0] : span[1]])
    country = next((demonyms()[w] for t in parse.tokens_in(span) if (w := fold(t.text)) in demonyms()), None)
    plural = token.tag in ("NNS", "NNPS", "DT") or token.lemma in ("police", "personnel", "people", "staff", "militia", "crowd")
    first = parse.tokens_in(span)[:1]
    definite = bool(first) and first[0].text.casefold() in ("the", "these", "those", "this", "that")
    sex = "m" if token.lemma in MALE else "f" if token.lemma in FEMALE else ""
    form = "group" if plural or both or body_noun(token) else "role"
    return Draft(
        span,
        token.i,
        form,
        name,
        kind,
        f"actors.noun.{kind}",
        None,
        country,
        plural,
        sex,
        owner_of(parse, token, named),
        definite,
    )


def _is_charge(parse: Parse, noun: Token, of: Token) -> bool:
    """Whether "of" opens what somebody is accused of: "accused the army of killings", not "the members of the army"."""
    verb, what = parse.head(noun), parse.kid(of, "pobj")
    accused = noun.dep == "dobj" and verb.lemma in ACCUSING and parse.kid(verb, "prep") is None
    return (
        accused
        and of.lemma == "of"
        and (what is None or (person_noun(what) is None and body_noun(what) is None and what.pos == "NOUN"))
    )


def _somebody(parse: Parse, token: Token) -> str | None:
    """People without a noun: "someone", "all those who refuse"."""
    word = token.text.casefold()
    if word in ("someone", "somebody"):
        return "unnamed"
    told = parse.kid(token, "relcl") is not None and word in ("those", "anyone", "everyone", "anybody", "everybody", "whoever")
    return "civilians" if told else None


def _speaking_thing(parse: Parse, token: Token) -> str | None:
    """ "unnamed" for a noun that is no word for people but reports: "the hospital counted", "initial assessments indicate"."""
    if token.pos != "NOUN" or token.dep != "nsubj" or token.i > parse.head(token).i + 3:
        return None
    if token.lemma in happenings() or token.lemma in lexicon.words("arms"):
        return None  # "attacks claimed by the group have killed 30", "rockets slammed into homes"
    verb = parse.head(token)
    toll = parse.kid(verb, "dobj") if verb.lemma in reporting("toll") else None
    says = verb.lemma in reporting() or (toll is not None and toll.lemma in ("toll", "number", "figure"))
    return "unnamed" if says and verb.pos == "VERB" else None


@cache
def happenings() -> frozenset[str]:
    """Nouns that name an event."""
    return frozenset(row["word"] for row in lexicon.rows("triggers") if row["pos"] == "noun")


@cache
def reporting(kind: str = "verb") -> frozenset[str]:
    """Verbs that report, or those that report only over a toll."""
    return frozenset(row["word"] for row in lexicon.rows("cues") if row["pos"] == kind)


def _owns(parse: Parse, token: Token) -> bool:
    """Whether a noun before a noun is an actor of its own: "coalition airstrikes", not "police officers" or "army base"."""
    governor = parse.head(token)
    return token.lemma in OWNERS and not person_noun(governor) and not body_noun(governor) and governor.pos == "NOUN"
