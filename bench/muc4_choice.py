"""Which deeds are worth a template and which candidates fill it: signs, each (or two together) with points of the table.

The points are log odds, in hundredths, that `bench.muc4_fit` fitted on the training messages.
"""

import re
from collections.abc import Callable, Iterable, Sequence, Set
from datetime import date
from functools import cache
from math import exp
from pathlib import Path

from bench.muc4_candidates import ROLES, candidates, fold_same
from bench.muc4_page import Page
from bench.muc4_signs import Candidate
from onrecord.records import Coding, Event

SPOKEN = re.compile(
    r"\[(?:communique|speech|editorial|commentary|interview|statement|news conference|address|message|letter|article)", re.I
)
HEAD = 400  # characters in which a message says what kind of text it is
LONG = 1500  # characters from which a message tells much besides
OLD = 60  # days after which a deed is no news
MOST = 8  # fills of a role
HOPELESS = -400  # points below which a candidate is not looked at
GRADES = ((50, "sure"), (-50, "likely"), (-150, "maybe"))  # what the best candidate of a role says about the deed
EXPECTED = (0.3, 0.6, 0.9, 1.2, 1.6, 2.0, 2.5, 3.0)  # how many roles may be expected to be right
Points = dict[tuple[str, str], float]
Ranked = dict[str, list[tuple[float, Candidate]]]


@cache
def points(role: str) -> Points:
    """The points of the signs for a role, or for the "deed" itself."""
    rows = (line.split("\t") for line in Path(__file__).with_name("muc4_points.tsv").read_text("utf-8").splitlines()[2:])
    return {(one, other): float(value) for name, one, other, value in rows if name == role}


def total(table: Points, signs: Set[str]) -> float:
    """The points of the signs that hold."""
    return sum(value for (one, other), value in table.items() if one in signs and other in signs)


def ranked(
    page: Page,
    kind: str,
    events: Sequence[Event],
    others: Sequence[Event],
    rules: dict[str, list[str]],
    tables: Callable[[str], Points],
) -> Ranked:
    """The candidates for each role of a deed with their points, the best first, one for each entity; `rules` are the rules' fills."""
    return {role: best(candidates(page, role, kind, events, others, rules[role]), tables(role)) for role in ROLES}


def best(found: Iterable[Candidate], table: Points) -> list[tuple[float, Candidate]]:
    """Candidates with their points, the best first, none that is another's entity."""
    out: list[tuple[float, Candidate]] = []
    for value, one in sorted(((total(table, one.signs), one) for one in found), key=lambda row: -row[0]):
        if value < HOPELESS or len(out) == MOST:
            break
        if not any(fold_same(one, other) for _, other in out):
            out.append((value, one))
    return out


def fills(found: Ranked, tables: Callable[[str], Points]) -> dict[str, list[list[str]]]:
    """The fills of each role: the best candidate and the others, each from its least points."""
    out: dict[str, list[list[str]]] = {}
    for role, rows in found.items():
        first, more = (tables("least")[role, place] for place in ("first", "more"))
        out[role] = [[one.words] for i, (value, one) in enumerate(rows) if value >= (more if i else first)]
    return out


def worth(page: Page, kind: str, events: Sequence[Event], number: int, found: Ranked, tables: Callable[[str], Points]) -> bool:
    """Whether a deed, the `number`th of its message, has points enough for a template."""
    return total(tables("deed"), signs(page, kind, events, number) | grades(found)) >= tables("least")["deed", "first"]


def grades(found: Ranked) -> set[str]:
    """How good the best candidate for each role is, and how many roles may be expected to be right."""
    values = {role: rows[0][0] if rows else HOPELESS for role, rows in found.items()}
    right = sum(1 / (1 + exp(-value / 100)) for value in values.values())
    out = {f"{role} {next((word for least, word in GRADES if v > least), 'poor')}" for role, v in values.items()}
    return out | {f"more than {least} right" for least in EXPECTED if right > least}


def signs(page: Page, kind: str, events: Sequence[Event], number: int) -> set[str]:
    """The signs that hold of a deed with a type and one or more events."""
    coding, lead = page.coding, events[0]
    text = coding.report.text
    by, to = ({a.kind for a in page.side(events, side)} for side in ("by", "to"))
    measures = {f.measure for f in coding.figures for e in events if f.id in e.figures}
    ages = _ages(coding, events)
    words = text[lead.trigger[0] : lead.trigger[1]].casefold()
    held = {
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
        "on a day": any(0 <= n <= OLD for n in ages),
        "long ago": any(n > OLD for n in ages),
        "at a place": any(e.place for e in events),
        "told twice": len(events) > 1,
        "told thrice": len(events) > 2,
        "in the lead": lead.trigger[0] < HEAD,
        "after another": number > 0,
        "after two": number > 1,
        "after three": number > 2,
        "deeds in the plural": words.endswith("s") and lead.rule.startswith("events.noun"),
        "a noun": lead.rule.startswith("events.noun"),
        "all in statements": all(e.statement for e in events),
        "denied": lead.realis == "denied",
        "threatened": lead.realis == "threatened",
        "spoken": bool(SPOKEN.search(text[:HEAD])),
        "long message": len(text) > LONG,
        "longer message": len(text) > 2 * LONG,
    }
    return {"any", kind, f"by {lead.type}", lead.rule.split("+")[0], *(sign for sign, holds in held.items() if holds)}


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
