"""The verb that the tree has lost to a counted noun: after an aside, a name, another verb."""

from itertools import pairwise

from onrecord.records import Parse, Span, Token

OPENERS = {",": ",", "-": "-", "–": "–", "—": "—", "(": ")"}
NAMING = ("", "identified as", "named", "named as", "called", "known as")
AGAIN = frozenset(("them", "him", "her", "both"))
REACH = 40  # tokens a sentence may be broken for


def resumed(parse: Parse, noun: Token) -> tuple[Token, str] | None:
    """The verb that goes on after names or an apposition, which the tree often loses: "Four workers - Ali and Omar - were hurt"."""
    tokens = parse.sentence_tokens(noun.sent)
    rest = [t for t in tokens if t.i > noun.i][:REACH]
    if not rest or rest[0].text not in OPENERS:
        return None
    closer = OPENERS[rest[0].text]
    for here, after in pairwise(rest[1:]):
        if here.text == closer and after.tag in ("VBD", "VBZ", "VBP", "VBN"):
            verbs = [t for t in tokens if after.i <= t.i <= after.i + 4 and t.pos == "VERB"]
            passive = after.pos == "AUX" or after.tag == "VBN"
            return (verbs[0], "patient" if passive and verbs[0].tag == "VBN" else "agent") if verbs else None
    return None


def interrupted(parse: Parse, noun: Token) -> tuple[Token, str] | None:
    """The passive that comes back after a long aside: "Six men, wanted for arson in the north, were arrested"."""
    tokens = [t for t in parse.sentence_tokens(noun.sent) if t.i > noun.i][: 2 * REACH]
    if not tokens or noun.dep not in ("nsubj", "nsubjpass", "ROOT", "dep", "npadvmod"):
        return None
    for before, aux in pairwise(tokens):
        if aux.lemma in ("be", "have") and aux.tag in ("VBD", "VBP", "VBZ") and before.text in (",", ")", "-", "–", "—"):
            verb = next((t for t in tokens if aux.i < t.i <= aux.i + 4 and t.pos == "VERB"), None)
            return (verb, "patient") if verb is not None and verb.tag == "VBN" else None
    return None


def renamed(parse: Parse, noun: Token) -> tuple[Token, str] | None:
    """The verb that the tree has given to a name beside the noun: "A driver, Ali alias Omar was killed"."""
    if noun.dep != "ROOT" or noun.pos not in ("NOUN", "PROPN"):
        return None
    for verb in [t for t in parse.sentence_tokens(noun.sent) if t.i > noun.i][:REACH]:
        subject = parse.kid(verb, "nsubjpass", "nsubj") if verb.pos == "VERB" else None
        if subject is not None and subject.pos == "PROPN" and subject.i > noun.i:
            between = parse.text[noun.end : parse.noun_phrase(subject)[0]]
            side = "patient" if subject.dep == "nsubjpass" else "agent"
            return (verb, side) if between.strip(" ,").casefold() in NAMING else None
    return None


def joined(parse: Parse, noun: Token) -> tuple[Token, str] | None:
    """The second verb of a clause whose first tells nothing: "two men were seized and later shot", "seized two men and shot them"."""
    verb = parse.head(noun)
    if verb.pos != "VERB" or noun.dep not in ("nsubjpass", "dobj", "nsubj", "conj"):
        return None
    if noun.dep in ("nsubj", "conj"):
        return _goes_on(parse, verb, noun)
    for after in parse.kids(verb, "conj"):
        own = parse.kid(after, "nsubj", "nsubjpass", "dobj")
        again = (own is not None and own.dep == "dobj" and own.text.casefold() in AGAIN) or _is_both(parse, after)
        if after.pos == "VERB" and (again or (noun.dep == "nsubjpass" and own is None and after.tag in ("VBN", "VBD"))):
            return after, "patient"
    return None


def _goes_on(parse: Parse, verb: Token, noun: Token) -> tuple[Token, str] | None:
    """What befell those who did something first, or whom the tree joins to a verb: "ran outside and were hit"."""
    for after in parse.kids(verb, "conj"):
        if after.pos == "VERB" and after.i > noun.i and not parse.kid(after, "nsubj", "nsubjpass"):
            return after, "patient" if parse.kid(after, "auxpass") else "agent"
    return None


def _is_both(parse: Parse, verb: Token) -> bool:
    """Whether "both" stands as the object right after a verb: "caught two raiders and killed both with a missile"."""
    after = parse[verb.i + 1] if verb.i + 1 < len(parse) else verb
    return after.text.casefold() == "both" and after.dep != "dobj" and not parse.kid(verb, "dobj")


def subjectless(parse: Parse, span: Span, noun: Token) -> tuple[Token, str] | None:
    """The verb that has no subject because the bound of the number hides it: "In excess of 50 guards died"."""
    tokens = parse.tokens_in((span[0], noun.end))
    top = next((t for t in tokens if not (span[0] <= parse.head(t).start < noun.end)), None)
    verb = parse.head(top) if top is not None and top.pos == "ADP" else None
    if verb is None or verb.pos != "VERB" or verb.i < noun.i or parse.kid(verb, "nsubj", "nsubjpass"):
        return None
    return verb, "patient" if parse.kid(verb, "auxpass") else "agent"
