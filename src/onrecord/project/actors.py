"""Use cases of actors: add bodies to a project, and explain what a phrase is taken for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord import lexicon
from onrecord.actors import listed
from onrecord.actors.identify import identify
from onrecord.actors.names import bodies, fold
from onrecord.errors import UsageError

FILE = "onrecord.actors.tsv"


def beside(book: str | None, name: str) -> Path:
    """A file of a project: beside the book; in the working folder when the book is a database elsewhere or none."""
    return (Path() if book is None or "://" in book else Path(book).parent) / name


def actors_file(book: str | None) -> Path:
    """The project's file of added bodies."""
    return beside(book, FILE)


def use_added_actors(book: str | None) -> None:
    """Let coding know the project's added bodies. UsageError when somebody broke the file."""
    listed.use(added_actors(book))


def added_actors(book: str | None) -> list[lexicon.Row]:
    """The bodies a project added."""
    kept = actors_file(book)
    return listed.read_bodies(kept, {}) if kept.exists() else []


def add_actors(book: str | None, file: Path, columns: Mapping[str, str], kind: str = "", country: str = "") -> int:
    """Add the bodies of a table to the project; how many. One that is there under the same name is replaced.

    UsageError for a table that cannot be read, a row that is none, or a folder that cannot be written.
    """
    unknown = sorted(set(columns) - set(listed.COLUMNS))
    if unknown:
        raise UsageError(f"{unknown[0]}: no such field; there are {', '.join(listed.COLUMNS)}")
    new = listed.read_bodies(file, columns, kind, country)
    kept = actors_file(book)
    part = kept.with_suffix(".part")
    try:
        part.write_text("".join(listed.written(listed.merged(added_actors(book), new))), "utf-8")
        part.replace(kept)
    except OSError as error:
        raise UsageError(f"{kept}: cannot be written ({error.strerror}); choose another folder for the book") from error
    return len(new)


@dataclass(frozen=True, slots=True)
class ExplainedActor:
    """What a phrase is taken for: the body, its kind, country, parent body and other names, whose row, the sector, and the rule."""

    phrase: str
    name: str | None
    kind: str | None
    country: str | None
    parent: str | None
    sector: str | None
    aliases: tuple[str, ...]
    table: str | None  # "project" or "packaged"
    rule: str


def explain_actor(book: str | None, phrase: str) -> ExplainedActor:
    """What coding takes a phrase for, with the row it comes from."""
    use_added_actors(book)
    found = identify(phrase)
    body = bodies().get(fold(found.name)) if found.name else None
    row = next((row for row in lexicon.rows(listed.TABLE) if body is not None and row["name"] == body.name), None)
    own = row is not None and any(fold(row["name"]) == fold(one["name"]) for one in added_actors(book))
    return ExplainedActor(
        phrase,
        found.name,
        found.kind,
        found.country,
        found.parent,
        found.sector,
        tuple(filter(None, row["aliases"].split("|"))) if row is not None else (),
        ("project" if own else "packaged") if row is not None else None,
        found.rule,
    )
