"""When and where those did more who are only called "they": the day and place of what they did in the sentence before."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.events.syntax import VERBAL, surface_subject
from onrecord.records import Event, Parse

PRONOUNS = frozenset(("they", "he", "she"))


def following(parse: Parse, happened: Sequence[Event]) -> tuple[Event, ...]:
    """The events with the day and place of one by the same actor just before: "Rebels took the port on Monday. They burned two boats."

    What is told beside it in its own sentence comes first; an event that did not happen lends nothing.
    """
    out: list[Event] = []
    for event in happened:
        sent = parse.sentence_at(event.trigger[0])
        if sent and event.realis == "actual" and event.by and _is_by_pronoun(parse, event):
            before = [e for e in out if e.realis == "actual" and _is_of(parse, e, sent - 1) and set(e.by) & set(event.by)]
            beside = [e for e in out if e.realis == "actual" and _is_of(parse, e, sent) and set(e.by) & set(event.by)]
            event = _with_setting(event, [*beside, *before[::-1]])
        out.append(event)
    return tuple(out)


def _is_of(parse: Parse, event: Event, sent: int) -> bool:
    return parse.sentence_at(event.trigger[0]) == sent


def _is_by_pronoun(parse: Parse, event: Event) -> bool:
    """Whether "they", "he" or "she" is the subject of an event's verb, said or understood."""
    verb = parse[parse.index_at(event.trigger[0])]
    if verb.pos not in VERBAL or any(k.lemma == "have" for k in parse.kids(verb, "aux")):
        return False
    return any(t.text.casefold() in PRONOUNS and t.sent == verb.sent for t in surface_subject(parse, verb))


def _with_setting(event: Event, earlier: Sequence[Event]) -> Event:
    """An event with the nearest of the days and of the places of earlier ones, where it has none."""
    day = next((e.time for e in earlier if e.time is not None), None) if event.time is None else event.time
    place = next((e.place for e in earlier if e.place is not None), None) if event.place is None else event.place
    return replace(event, time=day, place=place) if (day, place) != (event.time, event.place) else event
