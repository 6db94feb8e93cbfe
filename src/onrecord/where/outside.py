"""Places named outside the prose: the dateline, and titles, whose words the parser does not see."""

import re
from collections.abc import Iterator

from onrecord.records import Document
from onrecord.where.find import Found
from onrecord.where.folding import fold
from onrecord.where.nouns import abbreviations, noun_kind_of

DATELINE = re.compile(r"\s*(?P<town>[A-Z][\w.' -]+?)(?:,\s*(?P<region>[A-Z][\w.' ]+?))?\s*(?:\(|,|--|—|–|\s-|$)")

IN_TITLE = re.compile(
    r"\b(?P<before>[Ii]n|[Nn]ear|[Aa]t|[Aa]cross|[Ii]nside|[Oo]utside) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
)


def dateline(doc: Document) -> Iterator[Found]:
    """The place a report was sent from."""
    for furniture in doc.furniture:
        if furniture.kind != "dateline":
            continue
        match = DATELINE.match(doc.text, *furniture.span)
        if match is None:
            continue
        for group in ("town", "region"):
            if match[group]:
                short = abbreviations().get(match[group].strip())
                words = short["means"] if short else " ".join(match[group].split()).title()
                kind = "division" if short else ""
                holds = fold(match["town"]) if group == "region" else ""
                span = match.span(group)
                yield Found(span, span, words, -1, kind, before="in", label="place", holds=holds, sent_from=True)
        return


def headlines(doc: Document) -> Iterator[Found]:
    """Names behind a preposition in titles ("Truce holds in Taiz")."""
    for furniture in doc.furniture:
        if furniture.kind == "title":
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
