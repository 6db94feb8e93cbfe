"""Reports and sidecars in JSON, checked field by field."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any, BinaryIO

import msgspec

from onrecord.errors import BadRecord, EmptyReport, UsageError
from onrecord.read.content import page_reader
from onrecord.read.dates import check_date
from onrecord.read.text import read_text
from onrecord.records import Document, report_id

TEXTS = ("text", "html")
FIELDS = ("id", "title", "outlet", "byline", "section", "url", "published")


def objects(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes]]:
    """The lines of a stream that are not blank, with their numbers; a line over the limit comes cut, one byte too long."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        rest = line
        while len(rest) > limit and not rest.endswith(b"\n"):
            rest = stream.readline(limit + 1)
        bare = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if bare.strip():
            yield number, bare if len(line) > limit else bare.strip()


def read_line(line: bytes, name: str, defaults: dict[str, str | None]) -> Document:
    """The document of one JSONL line `{id, text | html, title?, outlet?, url?, published?}`. BadRecord when it holds none."""
    stated = given(line, name, (*FIELDS, *TEXTS))
    kinds = [kind for kind in TEXTS if kind in stated]
    if len(kinds) != 1:
        raise BadRecord(f"{name}: has {'both text and html' if kinds else 'neither text nor html'}; give exactly one of them")
    words = stated.pop(kinds[0])
    if not words.strip():
        raise EmptyReport(f"{name}: its {kinds[0]} is empty; leave the line out or give the report's words")
    read = page_reader() if kinds[0] == "html" else read_text
    called = stated.get("id", name)
    doc = read(words, **{"id": report_id(line), **defaults, **stated, "name": called})
    rule = "sidecar" if "published" in stated else doc.published_rule
    return replace(doc, sha256=sha256(line).hexdigest(), published_rule=rule, raw=line)


def given(content: bytes, name: str, fields: tuple[str, ...]) -> dict[str, str]:
    """The fields that a JSON object gives as strings; null and the empty string are not given. BadRecord for anything else."""
    found = _object(content, name)
    out: dict[str, str] = {}
    for field in fields:
        value = found.get(field)
        if isinstance(value, int) and not isinstance(value, bool) and field == "id":
            value = str(value)
        if value is None or (value == "" and field not in TEXTS):
            continue
        if not isinstance(value, str):
            raise BadRecord(f"{name}: {field} is not a string; write it in quotes, or null when it is not known")
        out[field] = value
    if "published" in out:
        out["published"] = _date(out["published"], name)
    return out


def _object(content: bytes, name: str) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadRecord(f"{name}: is not valid JSON ({error}); mend it or leave it out") from None
    if not isinstance(found, dict):
        raise BadRecord(f"{name}: is not a JSON object; write {{...}} with the fields {', '.join(FIELDS)}")
    return found


def _date(words: str, name: str) -> str:
    try:
        return check_date(words)
    except UsageError as error:
        raise BadRecord(f"{name}: published: {error}") from None
