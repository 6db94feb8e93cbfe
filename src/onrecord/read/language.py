"""The language a report is written in."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
SAMPLE = 20_000  # characters looked at
FEWEST = 80  # letters below which nothing is said against English: a headline of names is in no language
LETTERS = 10  # of another alphabet, above which even a short text is not English
UNKNOWN = "und"  # ISO 639 for a language that is not determined
WORD = re.compile(r"[^\W\d_]+")
OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u2c00-\ua6ff\ua720-\uffef]+")  # letters that no Latin alphabet has
_LITTLE = "the of and to that was were by with for from at his their has have had who said is it its are been they after"
LITTLE_WORDS = frozenset(_LITTLE.split())
ENOUGH = 0.12  # share of little words that only English has; news has .25 and more, other languages less than .05
SURE = 0.9  # probability below which another language is not believed


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language; English unless another is plain.

    English is told by its little words. Only a text that lacks them is given to the identifier, which takes a second to load.
    """
    words = WORD.findall(text[:SAMPLE])
    letters = sum(map(len, words))
    foreign = 2 * sum(map(len, OTHER_SCRIPT.findall(text[:SAMPLE]))) > letters > LETTERS
    if letters < FEWEST and not foreign:
        return ENGLISH
    if not foreign and sum(word.lower() in LITTLE_WORDS for word in words) >= ENOUGH * len(words):
        return ENGLISH
    found, probability = _identifier().classify(" ".join(words))
    if foreign:
        return str(found) if found != ENGLISH else UNKNOWN
    return str(found) if probability >= SURE else ENGLISH


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
