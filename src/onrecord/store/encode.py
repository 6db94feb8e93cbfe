"""Records and words in the form that a database takes."""

import re

import msgspec

BROKEN = re.compile("[\ud800-\udfff\x00]")  # half a surrogate pair and NUL, which databases refuse
HALF = re.compile("[\ud800-\udfff]")


def storable(words: str) -> str:
    """Words with what no database takes replaced by U+FFFD; offsets stay."""
    return BROKEN.sub("\ufffd", words)


def encoded(record: object) -> bytes:
    """A record as JSON; a lone surrogate becomes U+FFFD, which keeps its offset."""
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        return msgspec.json.encode(_encodable(msgspec.to_builtins(record)))


def _encodable(value: object) -> object:
    if isinstance(value, str):
        return HALF.sub("\ufffd", value)
    if isinstance(value, dict):
        return {name: _encodable(held) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(held) for held in value]
    return value
