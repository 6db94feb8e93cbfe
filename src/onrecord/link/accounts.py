"""What one report tells of one happening: the side of a comparison."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.link.passages import passages
from onrecord.link.spots import Spot, spots_of
from onrecord.link.tell import Group, told
from onrecord.link.types import Body, family, persons, says
from onrecord.link.words import word_counts
from onrecord.records import Actor, Coding, Place, Ref, Span
from onrecord.records.edtf import Days, days

CAMPAIGN = " campaign"  # ends the family of what is told of a long time
Toll = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Account:
    """One report's account of one happening, in the terms accounts are compared by.

    `events` are its records, the fullest (`ref`) and what is denied of it included; `family` the types that may name it, campaigns apart; `own` the places its events are bound to, `named` the keys of
    all that its passages name; `victims` the persons hit, `people` all persons named, `by` the bodies that did it;
    `tolls` the numbers by measure in the order of the text; `words` the count of each word in title and passages.
    """

    ref: Ref
    events: tuple[Ref, ...]
    type: str
    family: str
    days: Days | None
    edtf: str | None
    date_prec: int | None
    published: int | None
    own: tuple[Spot, ...]
    named: frozenset[str]
    victims: frozenset[str]
    people: frozenset[str]
    by: frozenset[Body]
    tolls: dict[str, tuple[Toll, ...]]
    words: dict[str, int]
    title: frozenset[str]


def accounts(coding: Coding, split: Container[frozenset[str]] = ()) -> tuple[Account, ...]:
    """The accounts of a report, in the order they are told. Only actual events are accounts of something.

    `split` holds the pairs of event ids that an analyst took for different happenings.
    """
    groups = told(coding, split)
    kinds = [family(group.events[0].type) for group in groups]
    stretches = passages(coding.report.text, [group.triggers for group in groups], kinds)
    return tuple(_account(coding, groups[n], stretches[n], lead=kinds[n] not in kinds[:n]) for n in range(len(groups)))


def _account(coding: Coding, group: Group, where: Sequence[Span], lead: bool) -> Account:
    report, time = coding.report, group.time
    title = word_counts(report.title or "") if lead else word_counts("")
    return Account(
        ref=Ref(report.id, group.fullest.id),
        events=tuple(Ref(report.id, e.id) for e in (*group.events, *group.denied)),
        type=max((e.type for e in group.events), key=says),
        family=family(group.events[0].type) + (CAMPAIGN if group.campaign else ""),
        days=days(time.edtf) if time else None,
        edtf=time.edtf if time else None,
        date_prec=time.date_prec if time else None,
        published=date.fromisoformat(report.published[:10]).toordinal() if report.published else None,
        own=group.spots,
        named=frozenset(s.key for s in spots_of(coding.places, _named(coding.places, where)) if s.where_prec <= 3),
        victims=persons(coding.actors, {who for e in group.events for who in e.to}),
        people=persons(coding.actors, _named(coding.actors, where)),
        by=group.by,
        tolls=_tolls(group),
        words=word_counts("\n".join(report.text[start:end] for start, end in where)) + title,
        title=frozenset(title),
    )


def _named(records: Sequence[Place] | Sequence[Actor], where: Sequence[Span]) -> set[str]:
    """Ids of the places or actors with a mention in some passages."""
    if len(where) == 1:
        start, end = where[0]
        return {r.id for r in records if any(start <= m[0] < end for m in r.mentions)}
    inside = [(start, end) for start, end in where]
    return {r.id for r in records if any(s <= m[0] < e for m in r.mentions for s, e in inside)}


def _tolls(group: Group) -> dict[str, tuple[Toll, ...]]:
    """The numbers of a happening by measure, wholes before the parts of wholes; a share or a part is no toll."""
    out: dict[str, list[Toll]] = {}
    for fig in sorted(group.figures, key=lambda f: f.span):
        if fig.part_of is None and (fig.low, fig.high) not in out.get(fig.measure, ()):
            out.setdefault(fig.measure, []).append((fig.low, fig.high))
    return {measure: tuple(tolls) for measure, tolls in out.items()}
