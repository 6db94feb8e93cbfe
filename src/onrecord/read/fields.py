"""The fields of a report as a JSON object or a table row gives them, checked one by one and made a document."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

import msgspec

from onrecord.errors import BadRecord, EmptyReport, UsageError
from onrecord.read.content import page_reader
from onrecord.read.dates import check_date, day_in
from onrecord.read.text import read_text
from onrecord.records import Document, report_id

TEXTS = ("text", "html")
FIELDS = ("id", "title", "outlet", "byline", "section", "url", "published", "language")


def columns_of(words: str) -> dict[str, str]:
    """Field and column from "text=body,published=date". UsageError for a field that no report has."""
    out: dict[str, str] = {}
    for pair in words.split(","):
        name, equals, column = (part.strip() for part in pair.partition("="))
        if name not in (*TEXTS, *FIELDS) or not equals or not column:
            raise UsageError(f"map {pair!r}: write FIELD=COLUMN with a field of {', '.join((*TEXTS, *FIELDS))}")
        out[name] = column
    return out


def document(stated: dict[str, str], name: str, defaults: Mapping[str, str | None], raw: bytes) -> Document:
    """The document that fields make, `text` or `html` among them; `raw` is what they were read from. BadRecord without."""
    kinds = [kind for kind in TEXTS if kind in stated]
    if len(kinds) != 1:
        raise BadRecord(f"{name}: has {'both text and html' if kinds else 'neither text nor html'}; give exactly one of them")
    words = stated[kinds[0]]
    if not words.strip():
        raise EmptyReport(f"{name}: its {kinds[0]} is empty; leave the line out or give the report's words")
    read = page_reader() if kinds[0] == "html" else read_text
    fields = {field: words for field, words in stated.items() if field not in TEXTS}
    doc = read(words, **{"id": report_id(raw), **defaults, **fields, "name": stated.get("id", name)})
    rule = "sidecar" if "published" in stated else doc.published_rule
    return replace(doc, sha256=sha256(raw).hexdigest(), published_rule=rule, raw=raw)


def given(content: bytes, name: str, fields: tuple[str, ...], columns: Mapping[str, str] | None = None) -> dict[str, str]:
    """The fields that a JSON object gives as strings; null and the empty string are not given. BadRecord for anything else.

    `columns` names the key of a field that goes by another; a day under such a key may come with its hour ("2017-02-06T10:30Z").
    """
    return checked(_object(content, name), name, fields, columns or {})


def checked(found: Mapping[str, Any], name: str, fields: tuple[str, ...], columns: Mapping[str, str]) -> dict[str, str]:
    """The fields of a record whose values are strings or None."""
    out: dict[str, str] = {}
    for field in fields:
        value = found.get(columns.get(field, field))
        if isinstance(value, int) and not isinstance(value, bool) and field == "id":
            value = str(value)
        if value is None or (value == "" and field not in TEXTS):
            continue
        if not isinstance(value, str):
            raise BadRecord(f"{name}: {field} is not a string; write it in quotes, or null when it is not known")
        out[field] = value
    if "published" in out:
        out["published"] = (day_in(out["published"]) if "published" in columns else None) or _date(out["published"], name)
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
