"""Headlines of two parts, which the parser reads as one phrase: "Nine killed in raid - sources", "UN: 200 killed in raids"."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Token

MARKS = frozenset(("-", "–", "—", "--", ":"))
STOPS = frozenset((".", "?", "!", ":", ";", '"', "”", "’", "''", "»"))
SHORT = 4  # words of the part that names who speaks
NAMING = frozenset(("NOUN", "PROPN", "ADJ", "DET", "ADP"))
LOOSE = frozenset(("appos", "parataxis", "punct"))  # how the parser joins two parts that it tells apart


def set_apart(tokens: list[Token]) -> list[Token]:
    """The tokens of a sentence without a full stop, its two parts with a root each where the tree hangs one into the other."""
    at = _mark(tokens) if tokens and tokens[-1].text not in STOPS else None
    return tokens if at is None else [*_alone(tokens[:at]), tokens[at], *_alone(tokens[at + 1 :])]


def _mark(tokens: Sequence[Token]) -> int | None:
    """Where a mark stands before or behind a short phrase without a verb."""
    marks = [n for n, t in enumerate(tokens[1:-1], 1) if t.text in MARKS and tokens[n + 1].start > t.end]
    if (
        len(marks) == 2
        and tokens[marks[0]].text == tokens[marks[1]].text
        and tokens[marks[0]].text != ":"
        and _goes_on(tokens, marks)
    ):
        return None  # "The villagers - mostly farmers - were shot"
    ends = [n for n in (marks[-1:] + marks[:1]) if _is_name(tokens[n + 1 :]) or _is_name(tokens[:n])]
    return ends[0] if ends else None


def _goes_on(tokens: Sequence[Token], marks: Sequence[int]) -> bool:
    """Whether a clause is only broken by an aside: a phrase before it without a verb, and its verb right behind it."""
    before, after = tokens[: marks[0]], tokens[marks[1] + 1 :]
    return all(t.pos not in ("VERB", "AUX") for t in before) and after[0].pos in ("VERB", "AUX", "ADV")


def _is_name(tokens: Sequence[Token]) -> bool:
    return len(tokens) <= SHORT and all(t.pos in NAMING for t in tokens) and tokens[-1].pos in ("NOUN", "PROPN")


def _alone(part: list[Token]) -> list[Token]:
    """One part, what hangs into the other one made its root."""
    first, last = part[0].i, part[-1].i
    torn = [t for t in part if not first <= t.head <= last and t.dep not in LOOSE]
    roots = [t for t in part if t.head == t.i] or torn[:1]
    return [_hung(t, roots[0]) if t in torn else t for t in part]


def _hung(token: Token, root: Token) -> Token:
    return replace(token, dep="ROOT", head=token.i) if token.i == root.i else replace(token, dep="dep", head=root.i)
