"""Words that the tree coordinates with others though a new clause begins with them."""

from onrecord import lexicon
from onrecord.events.syntax import VERBAL, is_passive, objects_of_prepositions, surface_subject
from onrecord.records import Parse, Token

LISTED = 4  # words from one noun of a list to the next
STARTING = frozenset("break erupt occur take happen start begin rage flare continue resume unfold ensue".split())
REST = frozenset(("another", "other", "others", "more"))


def coordinated(parse: Parse, token: Token) -> list[Token]:
    """A word and those coordinated with it, as far as they are no subject of a clause of their own."""
    listed = parse.conjuncts(token)
    if len(listed) < 2:
        return listed
    listed = [t for t in listed if t.i == token.i or not is_rest(parse, t)]
    return _without_speakers(parse, listed)


def is_rest(parse: Parse, token: Token) -> bool:
    """Whether a word opens what befell the rest: "killed by a mine and another wounded by a sniper"."""
    if token.dep != "conj" or token.lemma not in REST:
        return False
    after = parse.tokens[token.i + 1 : token.i + 3]
    return any(t.tag == "VBN" and (t.i == token.i + 1 or after[0].lemma == "be") for t in after)


def whole_of(parse: Parse, token: Token) -> list[Token]:
    """Those of whom "another" is one more: the subject of the passive before it."""
    verb = next((t for t in parse.ancestors(token) if t.pos in VERBAL), None)
    return surface_subject(parse, verb) if verb is not None and is_passive(parse, verb) else []


def sharing(parse: Parse, noun: Token) -> list[Token]:
    """The noun whose prepositions hold for one without any: "the kidnapping and murder of a student", wherever they hang."""
    if noun.pos not in ("NOUN", "PROPN") or parse.kid(noun, "prep", "agent") is not None:
        return []
    first = parse.head(noun)
    if noun.dep == "conj" and first.pos == "NOUN" and parse.kid(noun, "det", "poss") is None:
        return [first] if all(k.i > noun.i for k in parse.kids(first, "prep", "agent")) else []
    listed = [t for t in parse.conjuncts(noun)[1:] if t.pos in ("NOUN", "PROPN")]
    near = bool(listed) and listed[-1].i - noun.i <= LISTED * len(listed)
    return listed[-1:] if near and parse.kid(listed[-1], "det", "poss") is None else []


def across(parse: Parse, noun: Token) -> list[Token]:
    """Those named after "and" in "between X and Y": the other side."""
    return [t for pair in between(parse, noun) for t in parse.conjuncts(pair)[1:]]


def between(parse: Parse, noun: Token) -> list[Token]:
    """The first of those a noun is between, where the tree hangs that on its verb too: "clashes broke out between X and Y"."""
    own = list(objects_of_prepositions(parse, noun, "between", "among"))
    verb = parse.head(noun)
    starting = noun.dep == "nsubj" and verb.lemma in STARTING
    return own or (list(objects_of_prepositions(parse, verb, "between", "among")) if starting else [])


def _without_speakers(parse: Parse, listed: list[Token]) -> list[Token]:
    """A list without those who speak after it: "killing five villagers, nurses and a mayor said"."""
    after = max(parse.subtree(t)[1] for t in listed)
    if after >= len(parse) or not _speaks(parse, parse[after]):
        return listed
    cut = next((n for n, t in enumerate(listed) if n and parse[parse.subtree(t)[0] - 1].text == ","), len(listed))
    return listed[:cut]


def _speaks(parse: Parse, verb: Token) -> bool:
    """Whether a word is a verb of saying that the tree leaves without a subject."""
    row = lexicon.index("cues").get(verb.lemma) if verb.pos in VERBAL else None
    return row is not None and "clause" in row["frame"].split(",") and parse.kid(verb, "nsubj", "nsubjpass", "aux") is None
