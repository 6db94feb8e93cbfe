"""Ids that come out the same whenever the same text is coded again."""

from collections.abc import Container
from hashlib import sha256

from onrecord.records.spans import Span


def report_id(content: bytes) -> str:
    """Id of a report that was given none: `r` and the first twelve hex digits of its bytes' SHA-256."""
    return "r" + sha256(content).hexdigest()[:12]


def record_id(report: str, kind: str, span: Span, taken: Container[str] = ()) -> str:
    """Id of a record from its report, kind ("actor", "time", …) and span; a counter is added while the id is `taken`."""
    stem = f"{kind[0]}-{sha256(f'{report}|{kind}|{span[0]}|{span[1]}'.encode()).hexdigest()[:8]}"
    name, count = stem, 2
    while name in taken:
        name, count = f"{stem}.{count}", count + 1
    return name
