"""Draft the mentions that are pronouns of the third person and relative pronouns."""

from onrecord.actors.drafts.draft import Draft
from onrecord.records import Parse, Token

PERSON_PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
GROUP_PRONOUNS = frozenset(("they", "them", "their", "theirs", "themselves"))
THING_PRONOUNS = frozenset(("it", "its", "itself"))
RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))


def pronoun_draft(parse: Parse, token: Token) -> Draft | None:
    """The draft of a third-person or relative pronoun."""
    word = token.text.casefold()
    form = "possessive" if token.dep == "poss" else "pronoun"
    if word in PERSON_PRONOUNS:
        return Draft(token.span, token.i, form, token.text, "person", "actors.pronoun.person", sex=PERSON_PRONOUNS[word])
    if word in GROUP_PRONOUNS:
        return Draft(token.span, token.i, form, token.text, "", "actors.pronoun.group", plural=True)
    if word in THING_PRONOUNS and not _is_expletive(parse, token):
        return Draft(token.span, token.i, form, token.text, "", "actors.pronoun.body")
    if word in RELATIVES and token.tag in ("WP", "WDT", "WP$") and parse.head(token).i != token.i:
        return Draft(token.span, token.i, "relative", token.text, "", "actors.pronoun.relative")
    return None


def _is_expletive(parse: Parse, token: Token) -> bool:
    """Whether an "it" stands for nobody: "it is believed that", "it was raining"; not "it said that"."""
    verb = parse.head(token)
    empty = ("be", "seem", "appear", "rain", "snow") if token.dep == "nsubj" else ("believe", "report", "say")
    clause = token.dep in ("nsubj", "nsubjpass") and bool(parse.kid(verb, "ccomp", "csubj"))
    return token.tag == "EX" or (clause and verb.lemma in empty)
