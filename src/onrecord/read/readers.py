"""The door for readers: functions under the entry-point group `onrecord.readers`, named by the suffix they read.

A reader takes a `Source` and gives the documents in it, an `Unread` in the place of each it could not read; an error it
raises stands for the whole file. The built-ins come through the same door; a plugin may replace one.
"""

from collections.abc import Callable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from onrecord.errors import UnreadableFile
from onrecord.read.source import Found, Source

GROUP = "onrecord.readers"
BUILT_IN = {
    **dict.fromkeys(("txt", "text", "md", "html", "htm", "xhtml", "pdf", "docx"), "onrecord.read.files:read_file"),
    **dict.fromkeys(("mhtml", "mht"), "onrecord.read.mhtml:read_mhtml"),
    "jsonl": "onrecord.read.jsonl:read_jsonl",
    "csv": "onrecord.read.table:read_csv",
    "tsv": "onrecord.read.table:read_csv",
    "parquet": "onrecord.read.table:read_parquet",
    "eml": "onrecord.read.mail:read_eml",
    "mbox": "onrecord.read.mail:read_mbox",
    **{
        name + packed: f"onrecord.read.addresses:read_{table}"
        for name, table in (("export.csv", "events"), ("mentions.csv", "mentions"), ("gkg.csv", "gkg"))
        for packed in ("", ".zip")
    },
    "rss": "onrecord.read.feed:read_feed",
    "atom": "onrecord.read.feed:read_feed",
    "xml": "onrecord.read.feed:read_feed",
    "warc": "onrecord.read.warc:read_warc",
    "warc.gz": "onrecord.read.warc:read_warc",
    "wacz": "onrecord.read.warc:read_wacz",
}
PLAIN = "txt"  # reads what has no suffix, or one that no reader knows

Reader = Callable[[Source], Found]


@cache
def readers() -> dict[str, EntryPoint]:
    """Every reader by suffix, none of them loaded."""
    built_in = {name: EntryPoint(name, value, GROUP) for name, value in BUILT_IN.items()}
    return built_in | {found.name.lower().lstrip("."): found for found in entry_points(group=GROUP)}


def suffix_of(path: Path) -> str | None:
    """The suffix a path is read by, the longest that some reader knows ("warc.gz"); "" without one, None when unknown."""
    parts = path.name.lower().lstrip(".").split(".")[1:]
    tails = (".".join(parts[at:]) for at in range(len(parts)))
    return next((tail for tail in tails if tail in readers()), None) if parts else ""


def reader_of(path: Path) -> Reader:
    """The reader of a file. UnreadableFile when it cannot be loaded."""
    found = readers()[suffix_of(path) or PLAIN]
    try:
        loaded = found.load()
    except (ImportError, AttributeError) as error:
        raise UnreadableFile(
            f"{path}: its reader {found.value} cannot be loaded ({error}); install what it needs or take it out"
        ) from error
    if not callable(loaded):
        raise UnreadableFile(f"{path}: its reader {found.value} is no function of a Source; tell its makers")
    return loaded  # type: ignore[no-any-return]
