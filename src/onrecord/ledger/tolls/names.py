"""Who is named as killed, hurt or taken: one name a person, nobody who speaks in the report among the dead."""

from onrecord import lexicon
from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.deeds import ARREST, KILLING, is_deadly, is_kind, told_dead
from onrecord.records import Event


def named_in(reading: Reading, events: list[Event], count: str) -> set[str]:
    """The named persons to whom an actual event of the kind was done."""
    people = {a.id for a in reading.actors.values() if a.kind == "person"}
    done = {who for e in events if e.realis == "actual" and is_kind(reading, e, count) for who in _persons(reading, e, count)}
    done |= told_dead(reading, events) & people if count == "killed" else set()
    words = {who: frozenset(reading.name(who).casefold().split()) for who in done}
    done = {who for who, name in words.items() if not any(name < whole for whole in words.values())}  # "Haddad" of "Samir Haddad"
    return done - named_in(reading, events, "killed") if count == "injured" else done


def _persons(reading: Reading, event: Event, count: str) -> set[str]:
    """The named persons an event was done to, those among them that only look like bodies: "Michael, Connor and Ann Haddad"."""
    to = {who: reading.actors[who] for who in event.to if who in reading.actors}
    persons = {who for who, actor in to.items() if actor.kind == "person"}
    alike = {who for who, a in to.items() if a.kind == "ngo" and not set(a.name.casefold().split()) & lexicon.words("bodies")}
    if event.type in KILLING:
        return persons | alike if persons else persons
    if count != "killed" or len(to) == 1:
        return persons
    return {who for who in persons if _is_told_where(reading, who, event)}


def _is_told_where(reading: Reading, who: str, event: Event) -> bool:
    """Whether somebody is told of where a blow is called deadly, if it hit others too: "fatally shot Ali; Omar was shot in the leg"."""
    deadly = {reading.sentence_span(m) for m in (event.trigger, *event.mentions) if is_deadly(reading, m)}
    return any(reading.sentence_span(m) in deadly for m in reading.actors[who].mentions)


def dead_of(reading: Reading, named: set[str], counted: int) -> set[str]:
    """Those named less those that speak in the report, where the dead are told of without them."""
    speakers = {said.source for said in reading.statements.values()}
    speakers |= {who for e in reading.events.values() if e.type in ARREST and e.realis == "actual" for who in e.to}
    return named - speakers if named - speakers or counted else named
