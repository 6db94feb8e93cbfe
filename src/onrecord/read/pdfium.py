"""The process that reads PDF files: an endless or broken one is ended with it, and nothing else is.

    python -m onrecord.read.pdfium

It takes a line of JSON ({"size": bytes, "pages": most, "words": most}) and the file's bytes, and gives a line of JSON back, until
its input ends.
"""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from pypdfium2 import PdfDocument, PdfiumError

MARKS = re.compile(r"[\x02\ufffe]\s*")  # PDFium puts one where it joined a broken word


def serve(asks: BinaryIO, replies: BinaryIO) -> None:
    """Answer until nothing more is asked."""
    while head := asks.readline():
        ask = json.loads(head)
        reply = read(asks.read(ask["size"]), ask["pages"], ask["words"])
        replies.write(json.dumps(reply).encode("ascii") + b"\n")
        replies.flush()


def read(content: bytes, most_pages: int, most_words: int) -> dict[str, Any]:
    """The `lines` of each page; else the number of `pages` or of `words` that is too high, or the `fault`."""
    try:
        with PdfDocument(content) as pdf:
            if len(pdf) > most_pages:
                return {"pages": len(pdf)}
            lines: list[list[str]] = []
            size = 0
            for words in _words(pdf):
                size += len(words)
                if size > most_words:
                    return {"words": size}
                lines.append([" ".join(line.split()) for line in MARKS.sub("-\n", words).splitlines()])
            return {"lines": lines}
    except PdfiumError as error:
        return {"fault": "locked" if "password" in str(error).lower() else "broken"}


def _words(pdf: PdfDocument) -> Iterator[str]:
    for number in range(len(pdf)):
        yield pdf[number].get_textpage().get_text_bounded()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
