"""Cut a document's prose into sentences: quotes kept whole, furniture left out."""

import re

from onrecord.records import Document, Sentence

BREAK = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘A-Z0-9(\[])|\n\s*\n|\n")


def segment(doc: Document) -> tuple[Sentence, ...]:
    """The sentences of a document in order; what is labelled furniture is not among them."""
    hidden = sorted(f.span for f in doc.furniture)
    out: list[Sentence] = []
    start = 0
    for match in [*BREAK.finditer(doc.text), None]:
        end = match.start() if match else len(doc.text)
        piece = doc.text[start:end]
        a = start + len(piece) - len(piece.lstrip())
        b = start + len(piece.rstrip())
        if a < b and not any(x <= a < y for x, y in hidden):
            out.append(Sentence((a, b), len(out)))
        start = match.end() if match else end
    return tuple(out)
