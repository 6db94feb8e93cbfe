"""Export a book: the file, its method card, the log of what was withheld, and the rows that changed since another export."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.export.card import Written, card
from onrecord.export.changes import Changes, changes
from onrecord.export.encodings import dumped
from onrecord.export.formats import Format, Left, Row, format_named
from onrecord.export.ged_rules import Violation, violations
from onrecord.export.public import Withheld, coarse, readable, redacted
from onrecord.ledger import Account, profile
from onrecord.project import existing_book
from onrecord.project.account import opened


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made: its format, what is on its card, the log of what was withheld, what changed.

    `rows` are the key and digest of each row; `beside` the log's file and those of changed rows, and their hashes; `id` is the name under which
    the book keeps them.
    """

    format: Format
    written: Written
    rows: tuple[tuple[str, str], ...]
    card: str
    withheld: tuple[Withheld, ...]
    changes: Changes | None
    beside: tuple[tuple[Path, str], ...] = ()
    id: str = ""


def write(
    account: Account,
    name: str,
    out: Path,
    by: str = "ucdp",
    *,
    public: bool = False,
    hxl: bool = False,
    since: Path | None = None,
    bare: bool = False,
) -> Exported:
    """Write an account in a format, and what goes with it. `since` is an earlier export of the format; with `bare` the rows
    it has and the new one lacks are named, not repeated.

    UsageError for unknown names.
    """
    fmt, numbers = format_named(name), profile(by)
    if hxl and not fmt.hxl:
        raise UsageError(f"{name}: has no HXL tags; leave out --hxl, or use ledger, ucdp-ged or acled")
    old = since.read_bytes() if since else None  # before it may be written over
    account, log = _published(account) if public else (account, [])
    left, rows = Left(), list[tuple[str, str]]()
    made_rows = fmt.rows(account, numbers, left)
    shown = map(readable, made_rows) if public and fmt.columns else made_rows
    digest = _poured(out, fmt, _noted(fmt, shown, rows), tags(fmt) if hxl else ())
    diff = changes(fmt, old, out.read_bytes(), bare=bare) if old is not None else None
    made = Written(
        rows=len(rows),
        sha256=digest,
        left=left.reasons,
        withheld=Counter(f"{w.what} ({w.why})" for w in log),
        public=public,
        since=since.name if since else "",
        changes=diff.counts() if diff else {},
    )
    text = card(account, fmt, numbers, made, datetime.now(UTC).date().isoformat())
    exported = Exported(fmt, made, tuple(rows), text, tuple(log), diff)
    return replace(exported, beside=tuple(_write_beside(out, exported, tags(fmt) if hxl else ())))


def _noted(fmt: Format, rows: Iterable[Row], noted: list[tuple[str, str]]) -> Iterator[Row]:
    """The rows as they pass, the key and digest of each noted."""
    for row in rows:
        noted.append((fmt.key(row), sha256(dumped(row)).hexdigest()))
        yield row


def _poured(out: Path, fmt: Format, rows: Iterable[Row], tags: Sequence[str]) -> str:
    """Write the rows beside the place of the file and move them there when all went well; the file's hash."""
    digest, part = sha256(), Path(f"{out}.part")
    try:
        with part.open("wb") as file:
            for piece in fmt.encoding.write(rows, fmt.columns, tags):
                digest.update(piece)
                file.write(piece)
        part.replace(out)
    except OSError as error:
        error.filename = str(out)  # what was asked for, not the part
        raise
    finally:
        part.unlink(missing_ok=True)
    return digest.hexdigest()


def _published(account: Account) -> tuple[Account, list[Withheld]]:
    codings, log = redacted(reading.coding for reading in account.readings.values())
    return Account(codings, [coarse(incident) for incident in account.linked]), log


def tags(fmt: Format) -> Sequence[str]:
    """The HXL row of a format's columns."""
    return [fmt.hxl.get(column, "") for column in fmt.columns]


def export_book(
    book: str, name: str, out: Path, by: str = "ucdp", *, public: bool = False, hxl: bool = False, since: str | None = None
) -> Exported:
    """Export a book into a file, with what belongs beside it, and keep in the book what was written.

    `since` is the file or the id of an earlier export; then OUT-added, OUT-changed and OUT-deleted are written as well.
    """
    from onrecord.store import ExportRow

    with opened(book) as (keeper, account):
        old = _earlier(since, {e.id: e.path for e in keeper.exports()}) if since else None
        made = write(account, name, out, by, public=public, hxl=hxl, since=old, bare=keeper.has_forgotten())
        drawn_on = tuple(account.readings)
        rows = (ExportRow(key, digest) for key, digest in made.rows)
        kept = keeper.record_export(name, by, str(out.absolute()), made.written.sha256, rows, drawn_on)
        for path, digest in made.beside:
            keeper.record_export(name, by, str(path.absolute()), digest, (), drawn_on)
    return replace(made, id=kept.id)


def _earlier(since: str, known: dict[str, str | None]) -> Path:
    path = Path(known.get(since) or since)
    if not path.is_file():
        raise UsageError(f"{since}: is no earlier export; give its file, or the id that `onrecord export` printed")
    return path


def _write_beside(out: Path, made: Exported, tags: Sequence[str]) -> Iterator[tuple[Path, str]]:
    """NAME.card.md, which names the file's hash and goes with it; NAME.withheld.jsonl and the changed rows, with their hashes."""
    Path(f"{out}.card.md").write_text(made.card, "utf-8")
    if made.written.public:
        yield _written(Path(f"{out}.withheld.jsonl"), b"".join(dumped(asdict(w)) + b"\n" for w in made.withheld))
    for kind in ("added", "changed", "deleted") if made.changes else ():
        changed = made.format.encoded(getattr(made.changes, kind), tags)
        yield _written(out.with_name(f"{out.stem}-{kind}{out.suffix}"), changed)


def _written(path: Path, content: bytes) -> tuple[Path, str]:
    path.write_bytes(content)
    return path, sha256(content).hexdigest()


def export_chart(book: str, drawn: str, out: Path, reports: Iterable[str]) -> None:
    """Write a chart of figures, and keep in the book which file it is and the reports it draws on, as of any export."""
    with existing_book(book) as keeper:
        path, digest = _written(out, drawn.encode())
        keeper.record_export("chart", None, str(path.absolute()), digest, (), reports)


def validated(path: Path) -> list[Violation]:
    """The rows of a UCDP GED table that break its rules. UsageError when the file is no such table."""
    from onrecord.export.encodings import CSV

    if not path.is_file():
        raise UsageError(f"{path}: no such file; give a CSV file with UCDP GED's columns")
    rows = CSV.decode(path.read_bytes())
    if rows and not {"id", "best", "date_prec"} <= set(rows[0]):
        raise UsageError(f"{path}: has no columns id, best and date_prec; give a CSV file with UCDP GED's columns")
    return list(violations({k: str(v) for k, v in row.items()} for row in rows))
