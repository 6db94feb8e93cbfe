"""Find figures: how many, of whom, and what happened to them."""

from collections.abc import Sequence

from onrecord.quantify.apart import named_after
from onrecord.quantify.articles import articles
from onrecord.quantify.counted import class_of, is_found_dead, is_size, noun_of, whom_span
from onrecord.quantify.draft import Draft
from onrecord.quantify.elliptic import (
    as_many,
    corrected,
    elliptic,
    is_of_people,
    is_told_again,
    of_others,
    of_them,
    share_of,
    told_again,
)
from onrecord.quantify.exclude import is_excluded
from onrecord.quantify.listed import listed
from onrecord.quantify.measure import measure_of
from onrecord.quantify.numbered import told_number
from onrecord.quantify.numbers import Quantity, quantities
from onrecord.quantify.parts import inherited, partition, worded
from onrecord.quantify.settle import mixed, settle
from onrecord.quantify.sums import sums
from onrecord.quantify.updates import updates
from onrecord.quantify.victims import victims
from onrecord.quantify.wanted import DEFAULT, is_wanted
from onrecord.records import Cast, Document, Figure, Parse, record_id


def quantify(doc: Document, parse: Parse, cast: Cast) -> tuple[Figure, ...]:
    """The figures of a document in the order of the text; time, place, statement and event are bound later."""
    drafts: list[Draft] = []
    for quantity in quantities(doc.text):
        if not _is_in_prose(parse, quantity):
            continue
        draft = (
            partition(parse, quantity, drafts)
            or corrected(parse, quantity, drafts)
            or of_others(parse, cast, quantity, drafts)
            or told_again(parse, quantity, drafts)
            or as_many(parse, quantity, drafts)
            or _draft(parse, quantity, drafts)
        )
        if draft is None or draft.rule == DEFAULT:
            draft = (
                share_of(parse, quantity, drafts) or draft or elliptic(parse, quantity, drafts) or of_them(parse, cast, quantity)
            )
        if draft is not None:
            drafts.append(draft)
    drafts = sorted([*drafts, *articles(parse, drafts)], key=lambda d: d.quantity.span)
    drafts = victims(parse, listed(parse, drafts))
    wholes = worded(parse, drafts)
    drafts = settle(parse, cast, inherited(drafts, wholes), wholes)
    wholes |= {part: whole for part, whole in sums(drafts, wholes) if part not in wholes}
    drafts = mixed(drafts, wholes)
    ids: list[str] = []
    taken: set[str] = set()
    for draft in drafts:
        ids.append(record_id(doc.id, "figure", draft.quantity.span, taken))
        taken.add(ids[-1])
    earlier = updates(parse, drafts)
    return tuple(
        _record(draft, ids[i], ids[wholes[i]] if i in wholes else None, ids[earlier[i]] if i in earlier else None)
        for i, draft in enumerate(drafts)
    )


def _is_in_prose(parse: Parse, quantity: Quantity) -> bool:
    return parse.sentence_at(quantity.span[0]) is not None and parse.index_at(quantity.number[1] - 1) >= 0


def _draft(parse: Parse, quantity: Quantity, before: Sequence[Draft]) -> Draft | None:
    """A quantity of people, things, acts or ground; None for any other number."""
    sent = parse.sentence_at(quantity.span[0])
    if sent is None:
        return None
    noun = noun_of(parse, quantity)
    if noun is None or is_excluded(parse, quantity, noun) or is_told_again(parse, quantity, noun, before):
        return None
    named = noun
    noun = told_number(parse, quantity, noun) or noun
    kind = "person" if is_found_dead(parse, noun) or is_size(quantity, noun) else class_of(noun)
    if kind is None and noun.pos == "NUM" and (people := named_after(parse, quantity, noun)) is not None:
        kind = class_of(people)
    found = measure_of(parse, quantity, noun, kind)
    if found is not None and found[0] == "other" and kind is None and is_of_people(parse, noun, before):
        kind = "person"
        found = measure_of(parse, quantity, noun, kind)
    if found is None or not is_wanted(parse, quantity, noun, kind, found):
        return None
    whom = whom_span(parse, quantity, named if named.end > quantity.span[1] else noun)  # "the toll is put at 50 people"
    return Draft(quantity, noun, kind, found[0], found[1], sent, whom)


def _record(draft: Draft, figure_id: str, whole: str | None, earlier: str | None) -> Figure:
    q = draft.quantity
    return Figure(
        id=figure_id,
        span=q.span,
        low=q.low,
        high=q.high,
        bound=q.bound,
        measure=draft.measure,
        whom=draft.whom,
        whom_span=draft.whom_span,
        status=draft.status,
        time=None,
        place=None,
        statement=None,
        part_of=whole,
        cumulative=draft.cumulative,
        event=None,
        rule=f"{draft.rule}.{q.bound}",
        supersedes=earlier,
    )
