"""The gun violence set: news reports whose incidents are known, read and coded for the benches of linking and counting."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from onrecord.link.accounts import Account
from onrecord.link.types import family
from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Coding, Document, Event

HEAD = 400  # characters within which a page's text repeats its title


@dataclass(frozen=True, slots=True)
class Known:
    """The reports of a split, and the incident, city, date and dead that are known of each."""

    documents: tuple[Document, ...]
    incident: dict[str, str]
    city: dict[str, str]
    date: dict[str, str]
    killed: dict[str, int]


def read_known(folder: Path, split: str) -> Known:
    """The reports of one split."""
    lines = (json.loads(line) for line in (folder / "docs.jsonl").read_text("utf-8").splitlines())
    kept = [line for line in lines if line["split"] == split]
    return Known(
        tuple(_document(line) for line in kept),
        {line["doc_id"]: line["incident_id"] for line in kept},
        {line["doc_id"]: line["gold_city"] for line in kept},
        {line["doc_id"]: line["gold_date"] for line in kept},
        {line["doc_id"]: line["gold_killed"] for line in kept},
    )


def _document(line: dict[str, str]) -> Document:
    """A report as a reader would have it: its title stands above its text."""
    text = line["text"] if line["title"] in line["text"][:HEAD] else f"{line['title']}\n\n{line['text']}"
    address = line["url"].split("/http", 1)
    outlet = urlsplit("http" + address[-1]).netloc if len(address) > 1 else urlsplit(line["url"]).netloc
    return read_text(text, id=line["doc_id"], title=line["title"], outlet=outlet, url=line["url"], published=line["dct"])


def read_codings(known: Known, kept: Path | None = None) -> Iterator[Coding]:
    """The codings of all reports; with a file, from there when it exists, else written to it."""
    if kept and kept.exists():
        with kept.open("rb") as lines:
            yield from (titled(msgspec.json.decode(line, type=Coding)) for line in lines)
        return
    made = [code(doc) for doc in known.documents]
    if kept:
        kept.write_bytes(b"".join(msgspec.json.encode(coding) + b"\n" for coding in made))
    yield from map(titled, made)


def titled(coding: Coding) -> Coding:
    """A coding with an event for its first word where it has no violence; the set knows that each report tells of a shooting."""
    if any(event.realis == "actual" and family(event.type) == "violence" for event in coding.events):
        return coding
    bare = Event("e-title", "attack", (0, 1), (), (), None, None, "actual", None, (), None, "bench.title")
    return replace(coding, events=(*coding.events, bare))


def main_account(found: Iterable[Account]) -> dict[str, Account]:
    """By report, the account that most of it is about."""
    told: dict[str, list[Account]] = {}
    for account in found:
        if account.family.startswith("violence"):
            told.setdefault(account.ref.report, []).append(account)
    return {report: max(among, key=_bulk) for report, among in told.items()}


def _bulk(account: Account) -> tuple[bool, int]:
    """Words, with a title and numbers worth some."""
    numbers: Sequence[int] = [len(tolls) for tolls in account.tolls.values()]
    return account.family == "violence", sum(account.words.values()) + 30 * bool(account.title) + 10 * sum(numbers)
