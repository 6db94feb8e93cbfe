"""What the words around a trigger must be for it to have the meaning its row gives: one named condition a line of the table."""

from onrecord.events.needs.beside import BESIDE_NEEDS
from onrecord.events.needs.blows import BLOWS_NEED
from onrecord.events.needs.causes import CAUSES_NEED
from onrecord.events.needs.crowds import CROWDS_NEED
from onrecord.events.needs.ground import GROUND_NEEDS
from onrecord.events.needs.help import HELP_NEEDS
from onrecord.events.needs.operations import OPERATIONS_NEED
from onrecord.events.needs.people import PEOPLE_NEED
from onrecord.events.needs.words import Condition
from onrecord.events.needs.wreck import WRECK_NEEDS
from onrecord.records import Parse, Token

CONDITIONS: dict[str, Condition] = (
    BLOWS_NEED
    | OPERATIONS_NEED
    | GROUND_NEEDS
    | PEOPLE_NEED
    | CROWDS_NEED
    | HELP_NEEDS
    | WRECK_NEEDS
    | BESIDE_NEEDS
    | CAUSES_NEED
)


def holds(parse: Parse, token: Token, name: str) -> bool:
    """Whether a named condition holds around a token, or all of several joined by "+"; the empty one always does."""
    return not name or all(CONDITIONS[part](parse, token) for part in name.split("+"))
