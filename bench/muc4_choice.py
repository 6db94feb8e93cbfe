"""Which incidents are worth a template: signs that a deed is recent and told of for itself, each with points of the table."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from onrecord.records import Coding, Event

SPOKEN = re.compile(
    r"\[(?:communique|speech|editorial|commentary|interview|statement|news conference|address|message|letter|article)", re.I
)
HEAD = 400  # characters in which a message says what kind of text it is
LONG = 1500  # characters from which a message tells much besides
OLD = 60  # days after which a deed is no news
LEAST = -10  # points from which a deed has its template


@cache
def points() -> dict[str, int]:
    """The points of each sign, in tenths of the log odds that a deed has a template."""
    rows = (line.split("\t") for line in Path(__file__).with_name("muc4_points.tsv").read_text("utf-8").splitlines()[2:])
    return {sign: int(value) for sign, value, _ in rows}


def is_told(coding: Coding, kind: str, events: Sequence[Event], first: bool) -> bool:
    """Whether a deed has enough points."""
    return sum(points()[sign] for sign in signs(coding, kind, events, first)) >= LEAST


def signs(coding: Coding, kind: str, events: Sequence[Event], first: bool) -> list[str]:
    """The signs that hold of a deed; `first` of its message, with a type and one or more events."""
    text, lead, kinds = coding.report.text, events[0], {a.id: a.kind for a in coding.actors}
    by, to = ({kinds[a] for e in events for a in side(e) if a in kinds} for side in (lambda e: e.by, lambda e: e.to))
    measures = {f.measure for f in coding.figures for e in events if f.id in e.figures}
    ages = _ages(coding, events)
    words = text[lead.trigger[0] : lead.trigger[1]].casefold()
    held = {
        "any": True,
        kind: True,
        f"by {lead.type}": True,
        "by a group": "armed_group" in by,
        "to somebody": bool(to),
        "to a person": "person" in to,
        "to troops": "state_force" in to,
        "to a thing": any(e.things for e in events),
        "with a weapon": any(e.instrument for e in events),
        "with a toll": bool(measures & {"killed", "wounded"}),
        "on a day": any(0 <= n <= OLD for n in ages),
        "long ago": any(n > OLD for n in ages),
        "at a place": any(e.place for e in events),
        "told twice": len(events) > 1,
        "told thrice": len(events) > 2,
        "in the lead": lead.trigger[0] < HEAD,
        "after another": not first,
        "deeds in the plural": words.endswith("s") and lead.rule.startswith("events.noun"),
        "all in statements": all(e.statement for e in events),
        "spoken": bool(SPOKEN.search(text[:HEAD])),
        "long message": len(text) > LONG,
        "longer message": len(text) > 2 * LONG,
    }
    return [sign for sign, holds in held.items() if holds and sign in points()]


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
