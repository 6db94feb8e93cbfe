"""Parse sentences with spaCy: the only door to it.

`parse(doc, sentences)` takes what `segment` cut and gives a `Parse` whose offsets are those of the canonical text; a
`Reading` reads of the same sentences only what it is asked for.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.parse.case import has_lost_case, restored
from onrecord.parse.headline import set_apart
from onrecord.parse.loading import dictionary, model, stock, words_forgotten
from onrecord.parse.opening import missing_commas
from onrecord.parse.view import view
from onrecord.records import Document, Parse, PartialParse, Sentence, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Reading", "dictionary", "model", "parse", "stock", "words_forgotten"]

LONGEST = 2_000  # characters of one sentence given to the model; a longer run of text is no sentence
BATCH = 64
COLUMNS: list[int | str] = ["IDX", "POS", "LENGTH", "LEMMA", "TAG", "DEP", "HEAD", "ENT_TYPE"]
SPACE = 103  # the part of speech of white space in COLUMNS
BACKWARDS = 1 << 63  # from here on a distance to the head is a negative number
Rows = list[list[int]]  # COLUMNS of each token of a sentence


def parse(doc: Document, sentences: Sequence[Sentence]) -> Parse:
    """Tokens, tags, trees and entities of a document's sentences. White space yields no token."""
    text, pieces = _prepared(doc, sentences)
    tokens: list[Token] = []
    entities: list[tuple[int, int, str]] = []
    for number, commas, parsed in _read(text, pieces, range(len(pieces))):
        rows = parsed.to_array(COLUMNS).tolist()
        places = _places(rows, commas, len(tokens))
        tokens += _tokens(text, pieces[number], rows, commas, number, places)
        entities += _moved(parsed, places)
    return Parse(text, pieces, tuple(tokens), tuple(entities))


class Reading:
    """A document's sentences, read by the model as far as they are asked for."""

    def __init__(self, doc: Document, sentences: Sequence[Sentence]) -> None:
        self._text, self._pieces = _prepared(doc, sentences)
        self._rows: dict[int, tuple[Rows, Sequence[int]]] = {}
        self._named: dict[int, bool] = {}

    def parse(self) -> PartialParse:
        """What has been read."""
        tokens: list[Token] = []
        for number, (rows, commas) in sorted(self._rows.items(), key=lambda known: known[0]):
            places = _places(rows, commas, len(tokens))
            tokens += _tokens(self._text, self._pieces[number], rows, commas, number, places)
        return PartialParse(self._text, self._pieces, tuple(tokens), dict(self._named))

    def read(self, asked: PartialParse) -> bool:
        """Read what a parse was asked for and did not hold, entities only where they were asked for; False when it held all."""
        for numbers, leave_out in ((asked.names, ()), (asked.trees - asked.names, ("ner",))):
            for number, commas, parsed in _read(self._text, self._pieces, sorted(numbers), leave_out):
                self._rows[number] = parsed.to_array(COLUMNS).tolist(), commas
                self._named[number] = not leave_out
        return bool(asked.names or asked.trees)


def _prepared(doc: Document, sentences: Sequence[Sentence]) -> tuple[str, tuple[Sentence, ...]]:
    """The text with its case restored where it was lost, and the sentences in pieces that the model can take."""
    pieces = tuple(piece for sent in sentences for piece in _cut(sent))
    spans = [s.span for s in pieces]
    return (restored(doc.text, spans, dictionary()) if has_lost_case(doc.text, spans) else doc.text), pieces


def _read(
    text: str, pieces: Sequence[Sentence], numbers: Sequence[int], leave_out: Sequence[str] = ()
) -> Iterator[tuple[int, tuple[int, ...], "Doc"]]:
    """The sentences of these numbers with the commas put into them, as the model reads them without some of its components."""
    views = [view(text[slice(*pieces[number].span)]) for number in numbers]
    commas = [missing_commas(one) for one in views]
    read = model().pipe(map(_with_commas, views, commas), batch_size=BATCH, disable=leave_out) if numbers else ()
    return zip(numbers, commas, read, strict=True)


def _cut(sent: Sentence) -> list[Sentence]:
    """A sentence in pieces the model can take, of LONGEST characters each."""
    start, end = sent.span
    return [Sentence((a, min(a + LONGEST, end)), sent.block) for a in range(start, end, LONGEST)]


def _with_commas(text: str, places: Sequence[int]) -> str:
    """A sentence with commas put in at some places."""
    cuts = [0, *places, len(text)]
    return ",".join(text[a:b] for a, b in pairwise(cuts))


def _places(rows: Rows, commas: Sequence[int], first: int) -> dict[int, int]:
    """The index in the text of each token of a sentence by its index in the sentence; none for white space and put-in commas."""
    put_in = {at + before for before, at in enumerate(commas)}
    kept = (i for i, (at, pos, *_) in enumerate(rows) if pos != SPACE and at not in put_in)
    return {i: place for place, i in enumerate(kept, first)}


def _tokens(text: str, piece: Sentence, rows: Rows, commas: Sequence[int], number: int, places: Mapping[int, int]) -> list[Token]:
    """The tokens of one parsed sentence with offsets and indices of the whole text."""
    out: list[Token] = []
    base, names = piece.span[0], model().vocab.strings
    put_in = [at + before for before, at in enumerate(commas)]
    for i, (at, pos, length, lemma, tag, dep, head, ent) in enumerate(rows):
        if (place := places.get(i)) is None:
            continue
        start = base + at - bisect_left(put_in, at)
        end = start + length
        above = places.get(i + (head if head < BACKWARDS else head - 2 * BACKWARDS), place)
        cells = (names[lemma].lower(), names[pos], names[tag], names[dep])
        out.append(Token(place, start, end, text[start:end], *cells, above, names[ent] if ent else "", number))
    return set_apart(out)


def _moved(parsed: "Doc", places: Mapping[int, int]) -> Iterator[tuple[int, int, str]]:
    """The entities of a sentence in the token indices of the text."""
    for entity in parsed.ents:
        inside = [places[i] for i in range(entity.start, entity.end) if i in places]
        if inside:
            yield inside[0], inside[-1] + 1, entity.label_
