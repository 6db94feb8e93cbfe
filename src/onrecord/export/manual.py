"""A coding as one JSON object, after section 2 of the coding manual: every fixed field present, null where there is nothing."""

import msgspec

from onrecord.records import Coding


def to_json(coding: Coding) -> bytes:
    """The JSON of a coding, UTF-8, on one line.

    A lone surrogate (a broken character of a report) is written as U+FFFD: it has no place in UTF-8 and keeps its offset.
    """
    try:
        return msgspec.json.encode(coding)
    except UnicodeEncodeError:
        plain = msgspec.to_builtins(coding)
        return msgspec.json.encode(_encodable(plain))


def _encodable(value: object) -> object:
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
    if isinstance(value, dict):
        return {k: _encodable(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(v) for v in value]
    return value
