"""Places named outside the prose: the dateline, and titles, whose words the parser does not see."""

import re
from collections.abc import Iterator

from onrecord.records import Document
from onrecord.where.find import Found
from onrecord.where.folding import fold
from onrecord.where.nouns import abbreviations, noun_kind_of

DATELINE = re.compile(r"\s*\(?(?P<town>[A-Z][\w.' -]+?)(?:,\s*(?P<region>[A-Z][\w.' ]+?))?\s*(?:[(),]|--|—|–|\s-|$)")

OF_TITLE = re.compile(r"\W*(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?: (?:region|province|state|district))?)(?=:)")
IN_TITLE = re.compile(
    r"\b(?P<before>[Ii]n|[Nn]ear|[Aa]t|[Aa]cross|[Ii]nside|[Oo]utside) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
)


def dateline(doc: Document) -> Iterator[Found]:
    """The place a report was sent from."""
    for furniture in doc.furniture:
        if furniture.kind != "dateline":
            continue
        match = DATELINE.match(doc.text, *furniture.span)
        if match is None or match["town"] == doc.outlet:  # "(Wire) —"
            continue
        for group in ("town", "region"):
            if match[group]:
                words = _means(match[group])
                kind = "division" if match[group].strip() in abbreviations() else ""
                holds = fold(match["town"]) if group == "region" else ""
                span = match.span(group)
                around = _means(match["region"]) if group == "town" and match["region"] else ""
                yield Found(span, span, words, -1, kind, "in", "place", fold(around), holds=holds, sent_from=True)
        return


def _means(words: str) -> str:
    """A name in a dateline as it is looked up: a short one in full, capitals as a title has them."""
    short = abbreviations().get(words.strip())
    return short["means"] if short else " ".join(words.split()).title()


def headlines(doc: Document) -> Iterator[Found]:
    """Names behind a preposition in titles ("Truce holds in Taiz"), and a country or division that one opens with ("Mali: …")."""
    for furniture in doc.furniture:
        if furniture.kind == "title":
            if opening := OF_TITLE.match(doc.text, *furniture.span):
                words = " ".join(opening["name"].split())
                yield Found(opening.span("name"), opening.span("name"), words, -1, noun_kind_of(words))
            for match in IN_TITLE.finditer(doc.text, *furniture.span):
                words = " ".join(match["name"].split())
                yield Found(match.span("name"), match.span("name"), words, -1, noun_kind_of(words), match["before"].casefold())


def titles(doc: Document, names: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where titles and captions name one of these places, with the span of the name."""
    words = sorted({n for n in names if len(n) > 2}, key=len, reverse=True)
    if not words:
        return
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words) + r")\b")
    for furniture in doc.furniture:
        if furniture.kind in ("title", "caption", "section"):
            for match in pattern.finditer(doc.text, *furniture.span):
                yield " ".join(match[0].split()), match.span()
