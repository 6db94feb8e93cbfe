"""What conditions look at first: whom a verb is said of, what it is done to, the people in "a group of people"."""

from collections.abc import Callable

from onrecord.events.syntax import is_passive, objects_of_prepositions, surface_subject, undergoers
from onrecord.records import Parse, Token

COUNTS = frozenset(
    "group crowd hundred thousand dozen score number lot ten million majority couple handful rest remainder total half third quarter".split()
)


Condition = Callable[[Parse, Token], bool]


def object_of(parse: Parse, verb: Token) -> Token | None:
    return next(iter(undergoers(parse, verb)), None)


def subject_of(parse: Parse, verb: Token) -> Token | None:
    return None if is_passive(parse, verb) else next(iter(surface_subject(parse, verb)), None)


def on_object(test: Callable[[Parse, Token], bool]) -> Condition:
    """A condition on what the verb is done to."""

    def check(parse: Parse, verb: Token) -> bool:
        target = object_of(parse, verb)
        return target is not None and test(parse, target)

    return check


def counted_people(parse: Parse, noun: Token | None) -> Token | None:
    """The people in "a group of people", "hundreds of people"."""
    while noun is not None and (noun.lemma in COUNTS or noun.pos == "NUM"):
        inner = next(objects_of_prepositions(parse, noun, "of"), None)
        if inner is None:
            return noun
        noun = inner
    return noun
