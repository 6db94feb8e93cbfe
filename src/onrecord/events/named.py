"""The names of those an event was done to, told after it: "Two men were shot. The victims were identified as A and B"."""

from collections.abc import Sequence

from onrecord.events.triggers import Trigger
from onrecord.lexicon.naming import namings
from onrecord.records import Cast, Parse

REACH = 6  # sentences after an event in which its victims are named


def name_victims(parse: Parse, cast: Cast, found: Sequence[Trigger]) -> None:
    """Add to whom an event is done the persons that a group among them is named as; its rule gets "+named"."""
    done_to: dict[str, list[Trigger]] = {}
    for trigger in found:
        for who in trigger.to:
            done_to.setdefault(who, []).append(trigger)
    for noun, names in namings(parse):
        mention = cast.at(noun.i)
        group = mention.actor if mention is not None else None
        said = [m.actor for t in names if (m := cast.at(t.i)) is not None and m.actor is not None]
        persons = [a for a in said if cast.actor(a).kind == "person" and a != group]
        for trigger in done_to.get(group or "", ()) if persons else ():
            new = [a for a in persons if a not in (*trigger.by, *trigger.to)]
            if new and 0 <= noun.sent - trigger.token.sent <= REACH:
                trigger.to, trigger.rule = [*trigger.to, *new], f"{trigger.rule}+named"
