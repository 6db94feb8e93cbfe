"""What the incident a report tells of came to: one number of those killed, hurt, taken or given up, by the side they were on.

An estimate (`ledger.estimates`) weighs what several reports say; a toll reads one report as a coder of incidents does who has
to write down one integer. It is made from the records and the words of their spans alone:

0. What stands in the first 900 characters is the incident; what stands later counts only where these tell of nobody.
1. A figure counts when its event is actual (or it has none), when it is held to be so, is no running toll, no part of another
   figure, was not replaced, and has a number: `low`, or `high` where only that is given. Vague words have none. Events told as
   the past of somebody ("wanted for the killing of a guard", "the 2008 bombing") are no part of the incident unless the caller
   says that reports are of trials too.
2. Sentence after sentence tells the same number again: of each side (civilians, officials, security forces, insurgents) the
   sentence with the largest sum counts.
3. The sides add up ("two soldiers", "a boy"), unless a figure of just "people" is larger than their sum.
4. Persons named as done to by an event of the kind are counted beside: "others" come on top of them, else the larger of the two
   numbers counts, since a victim who is counted is often named as well. "Others" come on top of those the report counted or named
   before them, unless a larger number holds both. A short name is the longer one's ("Haddad", "Samir Haddad"); who speaks in the
   report is not among its dead where others are.
5. With nobody counted and nobody named, an actual event of the kind that was done to somebody is one (in reports of trials also
   one done to nobody named: "charged with murder"), and so is a blow of which a later mention tells a death ("was shot … died").
6. Those "shot" of whom no more is told are hurt, less those that were killed; where somebody died, only figures and words of
   wounds tell who was hurt beside, since the dead were shot too.
7. A killer who dies by his own hand is one more ("killed his wife, then himself", "murder-suicide"); a "double homicide" is two at
   least, "a third person has died" three.
8. Of the sides, officials, security forces and insurgents are counted by what they are called; civilians are those of the whole
   toll whom no other side claims.
9. A number of unknown people that only repeats that of an earlier sentence, or that is the dead and the hurt together, is left out.
10. Kin that one event was done to beside those counted ("a farmer and his son") come on top of them; an arrest by an armed group
    is an abduction; the missing count as abducted where nobody else is.
11. Two told of together are two at least ("a guard and a rebel were killed", "abducted along with his brother"); those counted for
    something else and called hurt ("an injured rebel was arrested"), and those counted as beaten, are hurt.
"""

from dataclasses import dataclass, replace

from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.count import counted
from onrecord.ledger.tolls.figures import HEAD, REACH
from onrecord.ledger.tolls.sides import SIDES, of_side
from onrecord.records import Coding

COUNTS = ("killed", "injured", "arrested", "abducted", "surrendered")


@dataclass(frozen=True, slots=True)
class Toll:
    """The numbers of one report's incident; the dead also by side. `civilian` holds everybody whom no other side claims."""

    killed: int
    injured: int
    arrested: int
    abducted: int
    surrendered: int
    civilian: int
    official: int
    security: int
    insurgent: int


def tolls(coding: Coding, trials: bool = False) -> Toll:
    """The toll of a report; `trials` keeps the events of somebody's past, since reports of a trial tell of the crime."""
    numbers = {count: toll(coding, count, trials) for count in COUNTS}
    return Toll(**numbers, **killed_by_side(coding, numbers["killed"], trials))


def toll(coding: Coding, count: str, trials: bool = False) -> int:
    """The number of those killed, injured, arrested, abducted or surrendered."""
    found = counted(Reading(_head(coding)), count, trials)
    if not found and count == "killed":
        found = counted(Reading(_head(coding, REACH)), count, trials)
    return found or counted(Reading(coding), count, trials, told=False)


def killed_by_side(coding: Coding, total: int, trials: bool = False) -> dict[str, int]:
    """The dead of each side, no more than the total; civilians are the rest."""
    head = Reading(_head(coding))
    reading = head if counted(head, "killed", trials) else Reading(coding)
    numbers = {side: min(of_side(reading, side, trials), total) for side in SIDES}
    return numbers | {"civilian": max(0, total - sum(numbers.values()))}


def _head(coding: Coding, reach: int = HEAD) -> Coding:
    """The coding of the incident; of its events those mentions that stand within reach."""
    return replace(
        coding,
        figures=tuple(f for f in coding.figures if f.span[0] < HEAD),
        events=tuple(
            replace(e, mentions=tuple(m for m in e.mentions if m[0] < reach)) for e in coding.events if e.trigger[0] < HEAD
        ),
    )
