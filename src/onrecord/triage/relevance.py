"""Whether a report tells of organised violence: a sum of weighted words and of pairs of words in one sentence.

Recall comes first: what is left out is kept in the book, marked, with the words and rules that decided.
"""

import re
from collections.abc import Sequence

from onrecord import lexicon
from onrecord.records import Document, Reason, Triage
from onrecord.triage.words import Found, found_words

ENOUGH = 1.5  # what a report of the usual length needs
FEW = 60  # words of a report that says too little to be left out when any word of it tells of violence
LEAST = 0.5  # what that one word weighs
USUAL = 250  # words of a report from which on more is needed
STEEPER = 0.3  # power of the length by which the need grows
PASSAGE = 3.5  # what a few sentences of a long report need to speak for the whole: "Soldiers massacred forty villagers"
TOGETHER = 4  # sentences of a passage
READ = "en"
OPENING = 0.35  # part of the text in which a report says what it is about
WORD = re.compile(r"\w+")


def relevance(doc: Document) -> Triage:
    """Judge a document by its words. A report in another language than English is never left out."""
    if doc.language != READ:
        why = Reason("triage.language", 0.0, f"written in {doc.language}: not judged")
        return Triage(doc.id, "relevant", False, 0.0, 0.0, (why,))
    found = found_words(doc.text)
    titled = [Found(f.word, f"title_{f.kind}", f.sentence, f.start) for f in found_words(doc.title or "")]
    reasons = tuple(_reasons(found, titled))
    score = round(sum(reason.weight for reason in reasons), 2)
    words = sum(1 for _ in WORD.finditer(doc.text))
    needed = LEAST if words < FEW else round(ENOUGH * max(1.0, words / USUAL) ** STEEPER, 2)
    if score < needed:
        told = _passage(found) if needed > PASSAGE <= score else ()
        if not told:
            return Triage(doc.id, "irrelevant", False, score, needed, reasons)
        return Triage(doc.id, "relevant", False, score, PASSAGE, (*reasons, *told))
    past = _background(doc, found, titled)
    return Triage(doc.id, "relevant", bool(past), score, needed, (*reasons, *past))


def _passage(found: Sequence[Found]) -> tuple[Reason, ...]:
    """Why a long report is not left out whose words are too few for its length: some sentences on end that tell enough by themselves."""
    first = 0
    for last, one in enumerate(found):
        while found[first].sentence <= one.sentence - TOGETHER:
            first += 1
        words = found[first : last + 1]
        if len(words) > 1 and sum(reason.weight for reason in _reasons(words, ())) >= PASSAGE:
            return (Reason("triage.passage", 0.0, f"a passage tells of it: {', '.join(dict.fromkeys(w.word for w in words))}"),)
    return ()


def _reasons(found: Sequence[Found], titled: Sequence[Found]) -> list[Reason]:
    """What each rule of the table finds, with its weight."""
    by_sentence: dict[int, dict[str, list[str]]] = {}
    for one in found:
        by_sentence.setdefault(one.sentence, {}).setdefault(one.kind, []).append(one.word)
    out = []
    for row in lexicon.rows("triage_rules"):
        words = _paired(by_sentence, row) if row["with"] else _alone((*found, *titled), row["class"])
        if words:
            counted = min(len(words), int(row["most"]))
            out.append(Reason(f"triage.{row['rule']}", counted * float(row["weight"]), ", ".join(words[:6])))
    return out


def _alone(found: Sequence[Found], kind: str) -> list[str]:
    """The different words of a class, in order."""
    return list(dict.fromkeys(one.word for one in found if one.kind == kind))


def _paired(by_sentence: dict[int, dict[str, list[str]]], row: lexicon.Row) -> list[str]:
    """The pairs of words of two classes that stand in one sentence, the first of each sentence, each pair once."""
    pairs = []
    for kinds in by_sentence.values():
        one, other = kinds.get(row["class"]), kinds.get(row["with"])
        if one and other and (further := next((word for word in other if word != one[0]), None)):
            pairs.append(f"{one[0]} + {further}")
    return list(dict.fromkeys(pairs))


def _background(doc: Document, found: Sequence[Found], titled: Sequence[Found]) -> tuple[Reason, ...]:
    """Why violence is the background of a report only: its opening tells of none, and it speaks of the past."""
    deeds = [one for one in found if one.kind in ("violence", "deed", "fighter")]
    past = _alone(found, "past")
    if titled or not past or any(one.start < OPENING * len(doc.text) for one in deeds):
        return ()
    return (Reason("triage.background", 0.0, f"no deed in the opening; {', '.join(past[:4])}"),)
