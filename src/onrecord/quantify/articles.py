"""Articles that count one (or a couple): "a soldier was killed", "destroyed a tank". Not "a spokesman said", not an attack."""

from collections.abc import Iterator, Sequence

from onrecord import lexicon
from onrecord.quantify.counted import class_of, first_listed, is_aged, is_found_dead, is_included, whom_span
from onrecord.quantify.draft import Draft
from onrecord.quantify.governors import CROWDS
from onrecord.quantify.measure import OF_ANYTHING, measure_of
from onrecord.quantify.numbers import Quantity
from onrecord.quantify.roll import VICTIMS, told_of_victims
from onrecord.quantify.senses import FATES, nouns
from onrecord.records import Parse, Token

OF_THINGS = frozenset(("destroyed", "other"))
WANTED = {"person": FATES, "object": OF_THINGS, "munition": OF_THINGS, "unit": OF_THINGS}
DEFAULT = "quantify.measure.default"
UNTOLD = (DEFAULT, "quantify.measure.after")
INVARIABLE = frozenset(("headquarters", "barracks", "works", "gasworks", "waterworks", "crossroads", "premises"))
ARTICLES = frozenset(("a", "an", "another"))
INQUIRIES = frozenset(("investigation", "inquiry", "probe"))
HIT = frozenset(("engage", "suppress", "neutralize", "neutralise", "degrade"))
SPEAKING = frozenset(("say", "tell", "add", "report", "confirm"))
UNREAL = frozenset(("would", "could", "may", "might", "if", "to", "can", "should"))


def articles(parse: Parse, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The figures that an article gives."""
    counted = {d.noun.i for d in drafts}
    sentences = {d.sent for d in drafts}
    worded = {i for d in drafts for i in range(*d.quantity.span)}  # the article of "a number of guards"
    for token in parse:
        noun = parse.head(token)
        if token.lemma == "another" and (draft := _another(parse, token, noun)):
            yield draft
        if token.dep == "det" and noun.i not in counted and (draft := _next(parse, token, noun)):
            yield draft
        if token.start in worded or token.lemma not in ARTICLES or token.dep != "det" or not _is_one(noun) or noun.i in counted:
            continue
        if _is_body_of_one(parse, noun) or _is_of_number(parse, noun):
            continue
        if is_included(parse, noun) and noun.sent not in sentences:
            continue  # part of nothing that is counted
        if (noun.dep != "appos" or _is_listed(parse, noun)) and (
            draft := _draft(parse, token, noun, noun.sent in sentences and _is_broken_down(parse, noun, drafts))
        ):
            yield draft


def _another(parse: Parse, token: Token, noun: Token) -> Draft | None:
    """ "One was killed and another injured": the pronoun is one more."""
    if token.dep == "det" and (noun.pos == "NUM" or (noun.pos in ("NOUN", "PROPN", "ADJ") and noun.lemma not in nouns())):
        return None  # "another 30 were hurt", "another attack"
    if token.i + 1 < len(parse) and parse[token.i + 1].pos == "NUM":
        return None  # "another 16 people"
    quantity = Quantity(token.span, token.span, 1.0, 1.0, "exact")
    found = measure_of(parse, quantity, token, "person" if _is_named(parse, token) else None)
    if found is None or found[0] not in FATES:
        return None
    return Draft(quantity, token, "person", found[0], "quantify.article", token.sent, None)


def _next(parse: Parse, article: Token, ordinal: Token) -> Draft | None:
    """ "Two men were killed and a third was wounded": the ordinal alone is one more."""
    alone = ordinal.ent == "ORDINAL" and ordinal.i == article.i + 1 and ordinal.dep != "amod"
    if article.lemma != "a" or not alone or parse.kid(ordinal, "prep") is not None:
        return None
    span = (article.start, ordinal.end)
    quantity = Quantity(span, span, 1.0, 1.0, "exact")
    found = measure_of(parse, quantity, ordinal, "person")
    if found is None or found[0] not in FATES or not _is_real(parse, ordinal):
        return None
    return Draft(quantity, ordinal, "person", found[0], "quantify.article", article.sent, None)


def _is_body_of_one(parse: Parse, noun: Token) -> bool:
    """Whether a body is told with an article of whose it was, which counts the dead: "a charred body of a farmer"."""
    of = next((k for k in parse.kids(noun, "prep") if k.lemma == "of"), None) if is_found_dead(parse, noun) else None
    whose = parse.kid(of, "pobj") if of is not None else None
    return whose is not None and any(k.lemma in ARTICLES for k in parse.kids(whose, "det"))


def _is_of_number(parse: Parse, noun: Token) -> bool:
    """Whether the people of a group are counted with it: "a family of six", not "a child of six"."""
    if class_of(noun) == "person" and noun.lemma not in CROWDS:
        return False
    of = next((k for k in parse.kids(noun, "prep") if k.lemma == "of"), None)
    number = parse.kid(of, "pobj") if of is not None else None
    return number is not None and number.pos == "NUM"


def _is_named(parse: Parse, pronoun: Token) -> bool:
    """Whether a name stands beside the pronoun: "another, Ali Omar, was hurt"."""
    after = parse.tokens[pronoun.i + 1 : pronoun.i + 3]
    return [t.text for t in after[:1]] == [","] and after[-1].pos == "PROPN"


def _is_one(noun: Token) -> bool:
    """Whether a noun with an article is one: not "a few men", but "a tribal", "a barracks"."""
    return (
        noun.tag in ("NN", "NNP") or noun.text.casefold() in INVARIABLE or noun.lemma in lexicon.index("people") or is_aged(noun)
    )


def _is_listed(parse: Parse, noun: Token) -> bool:
    """Whether an apposition is one of a list: "a boy, a girl and two men", not "a neighbour, a farmer, died"."""
    governor = parse.head(noun)
    counted = (
        governor.pos == "NUM" or parse.kid(governor, "nummod") or any(k.lemma in ARTICLES for k in parse.kids(governor, "det"))
    )
    return bool(counted) and any(parse.kid(t, "conj") for t in (noun, governor))


def _is_broken_down(parse: Parse, noun: Token, drafts: Sequence[Draft]) -> bool:
    """Whether somebody is one of those told after a toll: "nine dead: eight guards and a nurse"."""
    start = parse.noun_phrase(first_listed(parse, noun))[0]
    if not parse.text[max(0, start - 2) : start].rstrip().endswith((":", "(")):
        return False
    return any(d.sent == noun.sent and d.quantity.span[1] < start and d.measure in FATES for d in drafts)


def _speaks(parse: Parse, noun: Token) -> bool:
    """Whether a cue stands right behind a noun that the tree lists with the dead: "killing nine, witnesses and an officer said"."""
    after = parse.tokens[noun.i + 1 : noun.i + 2]
    return noun.dep in ("conj", "appos") and any(t.lemma in SPEAKING and t.tag in ("VBD", "VBZ", "VBP") for t in after)


def _draft(parse: Parse, article: Token, noun: Token, listed: bool) -> Draft | None:
    if noun.lemma in INQUIRIES or _speaks(parse, noun):
        return None  # "a murder investigation"
    kind = "person" if is_found_dead(parse, noun) else class_of(noun) or _by_fate(parse, article, noun)
    if kind not in ("person", "object", "munition", "unit"):
        return None
    ordinal = next((k for k in parse.kids(noun, "amod") if k.i == article.i + 1 and k.ent == "ORDINAL"), article)
    span = (article.start, ordinal.end)
    count = (
        2.0 if noun.lemma == "couple" and all(k.lemma != "of" for k in parse.kids(noun, "prep")) else 1.0
    )  # "an elderly couple"
    quantity = Quantity(span, span, count, count, "exact")
    found = told_of_victims(parse, noun) or measure_of(parse, quantity, noun, kind)
    if found is not None and found[1] == DEFAULT and kind == "person" and (is_included(parse, noun) or listed):
        return Draft(quantity, noun, kind, found[0], DEFAULT, article.sent, whom_span(parse, quantity, noun))
    if found is None or found[1] in UNTOLD or not _is_real(parse, noun) or _is_anothers(parse, noun):
        return None
    measure, rule = found
    if measure not in WANTED[kind] or (rule.endswith(".agent") and measure not in ("killed", "wounded", "captured")):
        return None
    if measure == "other" and not _is_hit(parse, noun):
        return None
    if kind == "object" and class_of(noun) is None and not (rule.endswith("patient") or _is_in_objects(parse, noun)):
        return None
    rule = rule if rule == VICTIMS else "quantify.article"
    return Draft(quantity, noun, kind, measure, rule, article.sent, whom_span(parse, quantity, noun))


def _is_in_objects(parse: Parse, noun: Token) -> bool:
    """Whether a thing stands in a list that is the object of a verb: "damaged a school, a bakery and two clinics"."""
    first = noun
    while first.dep in ("conj", "appos") and first.head != first.i:
        first = parse.head(first)
    return first.dep == "dobj" and (first.i != noun.i or parse.kid(noun, "conj", "appos") is not None)


def _by_fate(parse: Parse, article: Token, noun: Token) -> str | None:
    """What an unknown noun must be by what is done to it: only people are wounded or abducted."""
    if noun.pos not in ("NOUN", "PROPN"):
        return None
    of = next((k for k in parse.kids(noun, "prep") if k.lemma == "of"), None)
    whole = parse.kid(of, "pobj") if of is not None else None
    if whole is not None and whole.pos != "PROPN" and class_of(whole) == "person":
        return None  # "struck a group of fighters" counts no group
    if whole is not None and whole.pos != "PROPN":
        return "object"  # "a total of 40 guards died", not "an RSM of the Rifles was killed"
    if parse.head(noun).lemma in OF_ANYTHING:
        return None  # "lost a leg", "executed a manoeuvre"
    if noun.ent == "GPE":
        return "object"  # "a Gao, Mali, man died"
    quantity = Quantity(article.span, article.span, 1.0, 1.0, "exact")
    found = measure_of(parse, quantity, noun, "person")
    harmed = (
        found is not None
        and found[0] in ("killed", "wounded")
        and found[1] in ("quantify.measure.patient", "quantify.measure.agent")
        and first_listed(parse, noun).dep != "pobj"  # "killed a man after a crash"
    )
    return "person" if harmed else "object"


def _is_anothers(parse: Parse, noun: Token) -> bool:
    """Whether a thing is only named in telling of somebody: "a woman who was in a shop was killed", "a man from a channel"."""
    if class_of(noun) is not None or noun.dep != "pobj" or parse.head(noun).lemma == "of":
        return False
    return any(t.dep == "relcl" or t.pos == "PROPN" or class_of(t) == "person" for t in parse.ancestors(parse.head(noun)))


def _is_hit(parse: Parse, noun: Token) -> bool:
    """Whether a thing is named as engaged or suppressed, alone or in a list."""
    return any(t.lemma in HIT for t in parse.ancestors(noun) if t.pos == "VERB")


def _is_real(parse: Parse, noun: Token) -> bool:
    """Whether the clause tells something that happened."""
    for token in parse.ancestors(noun):
        if token.pos == "VERB":
            return not any(k.text.casefold() in UNREAL for k in parse.kids(token, "aux", "mark"))
    return True
