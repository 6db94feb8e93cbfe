"""Articles that count one: "a soldier was killed", "destroyed a tank". Not "a spokesman said", not an attack."""

from collections.abc import Iterator, Sequence

from onrecord.quantify.counted import class_of, whom_span
from onrecord.quantify.draft import Draft
from onrecord.quantify.measure import measure_of
from onrecord.quantify.numbers import Quantity
from onrecord.records import Parse, Token

OF_PEOPLE = frozenset(("killed", "wounded", "captured", "freed", "missing", "casualties"))
OF_THINGS = frozenset(("destroyed",))
UNREAL = frozenset(("would", "could", "may", "might", "if", "to", "can", "should"))


def articles(parse: Parse, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The figures that an article gives."""
    counted = {d.noun.i for d in drafts}
    for token in parse:
        if token.lemma not in ("a", "an") or token.dep != "det" or parse.head(token).tag not in ("NN", "NNP"):
            continue
        noun = parse.head(token)
        if noun.dep == "appos":
            continue
        if noun.i not in counted and (draft := _draft(parse, token, noun)):
            yield draft


def _draft(parse: Parse, article: Token, noun: Token) -> Draft | None:
    kind = class_of(noun) or ("object" if noun.pos == "NOUN" else None)
    if kind not in ("person", "object", "munition"):
        return None
    quantity = Quantity(article.span, article.span, 1.0, 1.0, "exact")
    found = _told_of_victims(parse, noun) or measure_of(parse, quantity, noun, kind)
    if found is None or found[1] in ("quantify.measure.noun", "quantify.measure.after") or not _is_real(parse, noun):
        return None
    measure, rule = found
    if measure not in (OF_PEOPLE if kind == "person" else OF_THINGS) or (rule.endswith(".agent") and measure != "killed"):
        return None
    if kind != "person" and class_of(noun) is None and not rule.endswith("patient"):
        return None
    return Draft(quantity, noun, kind, measure, "quantify.article", article.sent, whom_span(parse, quantity, noun))


def _told_of_victims(parse: Parse, noun: Token) -> tuple[str, str] | None:
    """ "The dead were a farmer and a nurse": what the subject of "be" says of them."""
    first = noun
    while first.dep == "conj" and first.head != first.i:
        first = parse.head(first)
    verb = parse.head(first)
    subject = parse.kid(verb, "nsubj") if first.dep == "attr" and verb.lemma == "be" else None
    if subject is None or (
        subject.lemma not in ("victim", "deceased", "dead") and subject.text.casefold() not in ("dead", "killed", "deceased")
    ):
        return None
    words = parse.text[slice(*parse.noun_phrase(subject))].casefold()
    return ("killed" if "dece" in words or "dead" in words or "killed" in words else "casualties"), "quantify.measure.victims"


def _is_real(parse: Parse, noun: Token) -> bool:
    """Whether the clause tells something that happened."""
    for token in parse.ancestors(noun):
        if token.pos == "VERB":
            return not any(k.text.casefold() in UNREAL for k in parse.kids(token, "aux", "mark"))
    return True
