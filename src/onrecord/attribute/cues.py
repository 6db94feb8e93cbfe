"""Cue words of the lexicon, and the words that make up a cue in a text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.lexicon import Row
from onrecord.records import Parse, Span, Token

MISTAKEN = {"hop": "hope", "hopes": "hope"}  # lemmas as the model gives them, and what they are


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of the table: the attitude of who speaks and the frames in which what is said may stand."""

    attitude: str
    frames: frozenset[str]


class Cues:
    """Cue words by part of speech, made from rows of the table (a caller may add rows of his own)."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.verbs: dict[str, Cue] = {}
        self.nouns: dict[str, Cue] = {}
        self.adverbs: dict[str, Cue] = {}
        self.tolls: dict[str, Cue] = {}
        kinds = {"toll": self.tolls, "verb": self.verbs, "noun": self.nouns, "adverb": self.adverbs}
        for row in rows:
            kinds[row["pos"]].setdefault(row["word"], Cue(row["attitude"], frozenset(row["frame"].split(","))))

    def verb(self, token: Token) -> Cue | None:
        """The row of a verb."""
        return self.verbs.get(MISTAKEN.get(token.lemma, token.lemma))


def cue_span(parse: Parse, verb: Token) -> Span:
    """The reporting words: the verb with its particle, and the auxiliaries that change its meaning ("would not say")."""
    first, last = verb.i, verb.i
    for kid in (*parse.kids(verb, "prt"), negation(parse, verb)):
        if kid is None:
            continue
        first, last = min(first, kid.i), max(last, kid.i)
    if first < verb.i:
        first = min([first, *(k.i for k in parse.kids(verb, "aux"))])
    return parse.span(first, last + 1)


def negation(parse: Parse, verb: Token) -> Token | None:
    """The "not" of a verb; not one behind a comma or a quotation mark: "Probably not," she said."""
    between = (",", '"', "”", "''")
    found = parse.kid(verb, "neg")
    if found is None or any(t.text in between for t in parse.tokens[min(found.i, verb.i) : max(found.i, verb.i)]):
        return None
    return found


def evasion(parse: Parse, verb: Token) -> Span | None:
    """The words of one who leaves it open: "neither confirmed nor denied", "did not confirm or deny"."""
    first = parse.head(verb)
    if verb.lemma != "deny" or verb.dep != "conj" or first.lemma != "confirm":
        return None
    nots = [*parse.kids(first, "neg"), *(k for k in parse.kids(first, "preconj") if k.lemma == "neither")]
    own = verb.tag == "VBD" and any(k.tag == "MD" or k.lemma in ("do", "could") for k in parse.kids(first, "aux"))
    if not nots or own:
        return None  # "could not confirm the toll and denied that the town had fallen"
    return parse.span(min(k.i for k in (*nots, *parse.kids(first, "aux"))), verb.i + 1)


def helpers(parse: Parse, verb: Token) -> frozenset[str]:
    """The auxiliaries of a verb in small letters."""
    return frozenset(k.text.casefold() for k in parse.kids(verb, "aux", "auxpass"))


def stripped(parse: Parse, first: int, last: int, marks: Sequence[str]) -> tuple[int, int]:
    """A range of tokens without such tokens at its ends."""
    while first < last and parse[first].text in marks:
        first += 1
    while last > first and parse[last - 1].text in marks:
        last -= 1
    return first, last
