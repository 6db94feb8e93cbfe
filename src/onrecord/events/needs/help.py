"""What must stand around a word of help or of a pact."""

from onrecord.events.needs.words import Condition, object_of, subject_of
from onrecord.events.nouns import is_body
from onrecord.events.syntax import agents, is_passive, objects_of_prepositions, outer
from onrecord.records import Parse, Token

SIGNING = frozenset("sign reach strike broker agree conclude negotiate announce violate break implement honour accept".split())
GOODS = frozenset(
    "aid food medicine shelter supply water relief assistance support weapon arm training intelligence money equipment".split()
)
GIVING = frozenset("provide give offer receive lend render send deliver extend pledge".split())
BLOWS = frozenset(("strike", "airstrike", "bombardment", "shelling", "raid"))
PROJECTS = frozenset(
    "process plan idea proposal policy initiative candidate resolution talk agreement position reform law measure cause bill".split()
)


def _counsel(parse: Parse, verb: Token) -> bool:
    """Advice of those who train and assist, not news: "advised the family of his death"."""
    return _party(parse, verb) and not any(True for _ in objects_of_prepositions(parse, verb, "of", "about", "against", "on"))


def _party(parse: Parse, verb: Token) -> bool:
    """One body helps another."""
    subject, target = subject_of(parse, verb), object_of(parse, verb)
    if verb.lemma == "arm" and is_passive(parse, verb) and not agents(parse, verb):
        return False  # "men armed with rifles"
    if any(t.lemma in BLOWS for t in agents(parse, verb)):
        return False  # "supported by air strikes": the strikes are the event
    if target is not None and target.lemma.casefold() in ("operation", "mission", "campaign"):
        return False
    helped = target is not None and is_body(parse, target) and target.tag != "PRP"
    return helped and (subject is None or is_body(parse, subject))


def _relief(parse: Parse, verb: Token) -> bool:
    target = object_of(parse, verb)
    to = any(is_body(parse, t) for t in objects_of_prepositions(parse, verb, "to", "for"))
    return target is not None and (target.lemma in GOODS or parse.kid(target, "compound") is not None) and to


def _pact(parse: Parse, noun: Token) -> bool:
    above = parse.head(outer(parse, noun))
    return above.lemma in SIGNING or bool(
        {k.lemma for k in parse.kids(noun, "compound", "amod")} & {"peace", "ceasefire", "truce"}
    )


def _help(parse: Parse, noun: Token) -> bool:
    """Help that somebody gives: "the support of the coalition", "gave assistance to the villagers"."""
    if PROJECTS & {t.lemma for t in objects_of_prepositions(parse, noun, "for")}:
        return False  # "support for the peace process"
    given = outer(parse, noun).dep == "dobj" and parse.head(outer(parse, noun)).lemma in GIVING
    giver = any(is_body(parse, t) for t in objects_of_prepositions(parse, noun, "of", "from", "by"))
    provided = any(k.lemma in GIVING for k in parse.kids(noun, "acl"))
    return given or provided or (giver and noun.dep == "pobj" and parse.head(noun).lemma == "with")


HELP_NEEDS: dict[str, Condition] = {
    "party": _party,
    "relief": _relief,
    "pact": _pact,
    "help": _help,
    "counsel": _counsel,
}
