"""Whatever is coded, every record stands in the text, points at records that are there, and comes out the same again."""

from collections.abc import Iterator
from datetime import date

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.errors import ReportError
from onrecord.export.manual import to_json
from onrecord.records import Coding, Span

WHO = (
    "Police",
    "The army",
    "Jabhat al-Sahra",
    "Gunmen",
    "He",
    "A spokesman for the Harbour Guard",
    "Col. Omar al-Rai",
    "witnesses",
)
DID = ("killed", "wounded at least", "freed", "executed", "shelled", "threatened to kill", "denied killing", "abducted")
WHOM = (
    "12 people",
    "no more than 40 rebels",
    "several",
    "a soldier",
    "nearly half of the villagers",
    "two dozen children",
    "her",
)
TAIL = (
    " in Sirte",
    " on Monday",
    " since March 3rd",
    " near Deir ez-Zor last week",
    ", including four women",
    ", according to residents",
    ", officials said",
    ' in what he called "a crime"',
    "",
)
JOINTS = (". ", ".\n\n", '," he said. "', "; ", " and ", ", ", "…", " – ", "\u00a0", ".\u2029")
CLAUSES = st.tuples(*(st.sampled_from(part) for part in (WHO, DID, WHOM, TAIL, JOINTS))).map(
    lambda parts: f"{parts[0]} {parts[1]} {parts[2]}{parts[3]}{parts[4]}"
)
TEXTS = st.one_of(
    st.lists(CLAUSES, min_size=1, max_size=6).map("".join),
    st.lists(st.one_of(CLAUSES, st.text(max_size=12)), min_size=1, max_size=6).map("".join),
    st.text(),
    st.text(st.characters(categories=["L", "P", "Cs", "Zs"])),
)
DAYS = st.one_of(st.none(), st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(lambda day: day.isoformat()))


def coded(text: str, published: str | None) -> Coding | None:
    """The coding of a text, None when it is refused for holding no text."""
    try:
        return onrecord.code(text, published=published)
    except ReportError:
        return None


def spans_of(coding: Coding) -> Iterator[Span]:
    """Every span of every record."""
    yield from (f.span for f in coding.report.furniture)
    for named in (*coding.actors, *coding.places):
        yield from named.mentions
    yield from (t.span for t in coding.times)
    for said in coding.statements:
        yield from (said.cue, *said.content, *([said.source_span] if said.source_span else []))
    for fig in coding.figures:
        yield from (fig.span, *([fig.whom_span] if fig.whom_span else []))
    for event in coding.events:
        yield from (event.trigger, *([event.instrument] if event.instrument else []))


@given(TEXTS, DAYS)
@settings(max_examples=120, deadline=None)
def test_spans_lie_inside_the_text(text: str, published: str | None) -> None:
    """No record has an empty span or one that reaches outside the report's text."""
    if coding := coded(text, published):
        length = len(coding.report.text)
        assert [span for span in spans_of(coding) if not 0 <= span[0] < span[1] <= length] == []


@given(TEXTS, DAYS)
@settings(max_examples=120, deadline=None)
def test_ids_are_unique_and_known(text: str, published: str | None) -> None:
    """No two records of a report share an id, and every id a record names belongs to a record of the right kind."""
    if coding := coded(text, published):
        kinds = (coding.actors, coding.places, coding.times, coding.statements, coding.figures, coding.events)
        actors, places, times, statements, figures, events = ([r.id for r in records] for records in kinds)
        everything = [*actors, *places, *times, *statements, *figures, *events]
        assert len(everything) == len(set(everything))
        known = {"actor": {*actors}, "place": {*places}, "time": {*times}, "statement": {*statements}}
        for said in coding.statements:
            assert {said.source} <= known["actor"] | {None} and {said.said} <= known["time"] | {None}
            assert {*said.via} <= known["statement"] - {said.id}
        for fig in coding.figures:
            assert {fig.whom} <= known["actor"] | {None} and {fig.time} <= known["time"] | {None}
            assert {fig.place} <= known["place"] | {None} and {fig.statement} <= known["statement"] | {None}
            assert {fig.part_of} <= {*figures, None} - {fig.id} and {fig.event} <= {*events, None}
        for event in coding.events:
            assert {*event.by, *event.to} <= known["actor"] and {event.time} <= known["time"] | {None}
            assert {event.place} <= known["place"] | {None} and {event.statement} <= known["statement"] | {None}


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_figures_and_events_agree(text: str) -> None:
    """An event lists exactly the figures that name it."""
    if coding := coded(text, None):
        listed = {(f, event.id) for event in coding.events for f in event.figures}
        assert listed == {(fig.id, fig.event) for fig in coding.figures if fig.event}


@given(TEXTS, DAYS)
@settings(max_examples=60, deadline=None)
def test_coding_again_gives_the_same(text: str, published: str | None) -> None:
    """The same text on the same day gives the same records, ids and all, and its JSON reads back as the coding."""
    coding = coded(text, published)
    assert coding == coded(text, published)
    if coding and text.isprintable():
        assert msgspec.json.decode(to_json(coding), type=Coding) == coding
