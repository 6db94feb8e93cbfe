"""How likely a deed is to have a template: signs of the deed, and how the message reads as a whole.

The signs of a deed and the stems of a message have points of the table, log odds in hundredths, that `bench.muc4_fit` fitted on the
training messages: those of the stems tell a report of incidents from other news, and a part of their sum goes to each deed.
"""

import re
from collections.abc import Sequence
from datetime import date

from bench.muc4_choice import HOPELESS, Points, Ranked, chance, total
from bench.muc4_names import named
from bench.muc4_page import Page
from onrecord.records import Coding, Event

SPOKEN = re.compile(
    r"\[(?:communique|speech|editorial|commentary|interview|statement|news conference|address|message|letter|article)", re.I
)
HEAD = 400  # characters in which a message says what kind of text it is
LONG = 1500  # characters from which a message tells much besides
OLD = 60  # days after which a deed is no news
MANY = 5  # deeds of a message beyond which no more are counted
GRADES = ((50, "sure"), (-50, "likely"), (-150, "maybe"))  # what the best candidate of a role says about the deed
EXPECTED = (0.3, 0.6, 0.9, 1.2, 1.6, 2.0, 2.5, 3.0)  # how many roles may be expected to be right
TOLD = {  # what the sentences of a deed speak of besides
    "told of a day": r"\w+day|last night|tonight|this (?:morning|afternoon)|at (?:dawn|noon|midnight)|hours",
    "told of a fight": r"combat\w*|clash\w*|fight\w*|offensive|battle\w*|confrontation\w*|skirmish\w*",
    "told of a practice": r"acts of|violence|terrorism|terrorist acts|campaign|wave of|always|every|continu\w+|frequent\w*|often|war",
    "told of an inquiry": r"investigat\w*|trial|court|judges?|accused|arrest\w*|suspects?|confess\w*|charged|sentenced|evidence",
    "told of protest": r"condemn\w*|repudiat\w*|deplor\w*|protest\w*|outrage|mourning|funeral|burial",
    "told of the past": r"anniversary|recall\w*|(?:in|since) (?:\w+ )?19\d\d|(?:years?|months?) ago|last year|since|history",
    "told with a claim": r"claim\w*|responsib\w*|credit",
    "told with we": r"we|our|us|i|my|you",
}
ENDING = re.compile(r"(?:ations?|ing|ers?|ed|es|s|ly)$")
RELEVANCE = ("relevance", "relevance")  # the row of the deed's table with the part of the message's points, in percent


def worth(table: Points, held: set[str], message: float) -> float:
    """The points of a deed: those of its signs and a part of those of its message."""
    return total(table, held) + table.get(RELEVANCE, 0.0) / 100 * message


def relevance(page: Page, table: Points) -> float:
    """The points of a message for its stems."""
    return total(table, stems(page) | {"any"})


def stems(page: Page) -> set[str]:
    """The words of a message without their endings; no names are among them."""
    names = [a.mentions for a in page.coding.actors if named(a)] + [p.mentions for p in page.coding.places]
    text = list(page.text)
    for start, end in (span for mentions in names for span in mentions):
        text[start:end] = " " * (end - start)
    cut = ((word, ENDING.sub("", word)) for word in set(re.findall(r"[a-z]{3,}", "".join(text).casefold())))
    return {short if len(short) > 3 else word for word, short in cut}


def grades(found: Ranked) -> set[str]:
    """How good the best candidate for each role is, and how many roles may be expected to be right."""
    values = {role: rows[0][0] if rows else HOPELESS for role, rows in found.items()}
    right = sum(chance(value) for value in values.values())
    out = {f"{role} {next((word for least, word in GRADES if v > least), 'poor')}" for role, v in values.items()}
    return out | {f"more than {least} right" for least in EXPECTED if right > least}


def signs(page: Page, kind: str, events: Sequence[Event], number: int, among: int) -> set[str]:
    """The signs that hold of a deed with a type and one or more events, the `number`th `among` those of its message."""
    lead = events[0]
    out = {"any", kind, f"by {lead.type}", lead.rule.split("+")[0], f"deeds {min(among, MANY)}"}
    out |= {sign for sign, holds in (_of_sides(page, events) | _of_place(page, events, number)).items() if holds}
    for figure in page.coding.figures:
        if any(figure.id in e.figures for e in events):
            out |= {f"{figure.measure} {figure.status}", figure.bound}
    told = " ".join(page.words(page.spans[n]) for n in sorted({page.sentence(e.trigger[0]) for e in events}))
    return out | {sign for sign, words in TOLD.items() if re.search(rf"\b(?:{words})\b", told)}


def _of_sides(page: Page, events: Sequence[Event]) -> dict[str, bool]:
    """Signs of who did it and who was hit."""
    by, to = ({a.kind for a in page.side(list(events), side)} for side in ("by", "to"))
    measures = {f.measure for f in page.coding.figures for e in events if f.id in e.figures}
    return {
        "by a group": "armed_group" in by,
        "by troops": "state_force" in by,
        "by somebody": bool(by),
        "to somebody": bool(to),
        "to a person": "person" in to,
        "to troops": "state_force" in to,
        "to civilians": "civilians" in to,
        "to a thing": any(e.things for e in events),
        "with a weapon": any(e.instrument for e in events),
        "with a toll": bool(measures & {"killed", "wounded"}),
    }


def _of_place(page: Page, events: Sequence[Event], number: int) -> dict[str, bool]:
    """Signs of when and where it was, and of where and how it is told."""
    lead, text, ages = events[0], page.text, _ages(page.coding, events)
    noun = lead.rule.startswith("events.noun")
    return {
        "on a day": any(0 <= n <= OLD for n in ages),
        "long ago": any(n > OLD for n in ages),
        "at a place": any(e.place for e in events),
        "told twice": len(events) > 1,
        "told thrice": len(events) > 2,
        "in the lead": lead.trigger[0] < HEAD,
        "after another": number > 0,
        "after two": number > 1,
        "after three": number > 2,
        "deeds in the plural": noun and text[lead.trigger[0] : lead.trigger[1]].casefold().endswith("s"),
        "a noun": noun,
        "all in statements": all(e.statement for e in events),
        "denied": lead.realis == "denied",
        "threatened": lead.realis == "threatened",
        "spoken": bool(SPOKEN.search(text[:HEAD])),
        "long message": len(text) > LONG,
        "longer message": len(text) > 2 * LONG,
    }


def _ages(coding: Coding, events: Sequence[Event]) -> list[int]:
    """Days between the deed and the report, by each of its times that can be told."""
    dates = {t.id: t.edtf or "" for t in coding.times}
    out: list[int] = []
    for event in events:
        told = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", dates.get(event.time or "", ""))
        if told is not None and coding.report.published:
            day, month = told[3] or "28", told[2] or "12"
            out.append((date.fromisoformat(coding.report.published) - date(int(told[1]), int(month), int(day))).days)
    return out
