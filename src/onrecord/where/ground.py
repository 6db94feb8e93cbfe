"""The ground of a report: the countries it speaks of and the places that only one reading fits."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from onrecord import lexicon
from onrecord.records import Parse
from onrecord.where.find import Found, Known, fold_name
from onrecord.where.folding import fold
from onrecord.where.gazetteer import Candidate, look_up
from onrecord.where.score import Context, lies_in

ANCHORS = 40
DOMINANT = 8  # times the people of the next place of the name
TOWN = 20_000  # people of a town that a division may be named after
SENT_FROM = 3  # mentions that the country of the dateline counts for


@cache
def nationalities() -> dict[str, str]:
    """Country codes by folded country name, alias and demonym."""
    return {word: code for word, code in lexicon.peoples(fold).items() if code}


@cache
def namesakes() -> frozenset[str]:
    """Folded names of countries that divisions of other countries bear too ("Georgia")."""
    rows = look_up(list(nationalities()))
    return frozenset(n for n, options in rows.items() if any(c.prec == 4 and c.country != nationalities()[n] for c in options))


def countries_spoken_of(parse: Parse, head: str) -> Counter[str]:
    """How often each country is spoken of, by name or nationality, in the text and its head."""
    words = [t.text for t in parse if t.text[:1].isupper()]
    words += re.findall(r"[A-Z][\w.]+", head)
    pairs = re.findall(r"(?=\b([A-Z][\w.]+ [A-Z][\w.]+)\b)", parse.text[:20_000] + " " + head)
    told = nationalities().keys() - namesakes()
    return Counter(nationalities()[f] for w in (*words, *pairs) if (f := fold(w)) in told)


def options_of(found: Found, known: Known) -> tuple[Candidate, ...]:
    return named(found.name, known)


def named(name: str, known: Known) -> tuple[Candidate, ...]:
    return known.get(fold(name)) or known.get(fold_name(name)) or ()


def _fitting(options: Sequence[Candidate], around: Sequence[Candidate]) -> Sequence[Candidate]:
    """The candidates that lie in the country or division named around them; all where none is named or it is a town."""
    wholes = [c for c in around if c.prec >= 4]
    return [place for place in options if any(lies_in(place, whole) for whole in wholes)] if wholes else options


def context_of(names: Sequence[Found], known: Known, spoken: Counter[str]) -> Context:
    """The countries spoken of, and the places that only one reading fits: the ground the others are measured from."""
    context = Context(spoken)
    for found in names:
        options = [c for c in _fitting(options_of(found, known), named(found.within, known)) if c.prec < 6]
        inside = [c for c in options if not context.spoken or c.country in context.spoken]
        if found.sent_from and (inside or options):
            context.near.append((inside or options)[0])
            context.spoken[(inside or options)[0].country] += SENT_FROM
        elif found.label == "place" and inside and inside[0].population > TOWN and is_alone(inside):
            context.near.append(inside[0])
        elif found.label == "place" and options and not inside and options[0].population > 2 * TOWN and is_alone(options):
            context.spoken[options[0].country] += 1
        elif inside and inside[0].prec == 4 and inside[0].country:
            context.spoken[inside[0].country] += 1
    for place in context.near[:ANCHORS]:
        context.spoken[place.country] += 1
    context.near = context.near[:ANCHORS]
    return context


def is_alone(options: Sequence[Candidate]) -> bool:
    return len(options) == 1 or options[0].population > DOMINANT * max(1, options[1].population)
