"""Export a book: the file, its method card, the log of what was withheld, and the rows that changed since another export."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.export.card import Written, card
from onrecord.export.changes import Changes, changes
from onrecord.export.encodings import dumped
from onrecord.export.formats import Format, Left, Row, format_named
from onrecord.export.ged_rules import Violation, violations
from onrecord.export.public import Withheld, coarse, redacted
from onrecord.ledger import Account, profile
from onrecord.project.account import opened


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made: the bytes of the file, its rows, the card, the log of what was withheld, what changed."""

    format: Format
    content: bytes
    rows: tuple[Row, ...]
    written: Written
    card: str
    withheld: tuple[Withheld, ...]
    changes: Changes | None


def exported(
    account: Account,
    name: str,
    by: str = "ucdp",
    *,
    public: bool = False,
    hxl: bool = False,
    since: bytes | None = None,
    since_name: str = "",
) -> Exported:
    """An account in a format. `since` is the content of an earlier export of the format. UsageError for unknown names."""
    fmt, numbers = format_named(name), profile(by)
    if hxl and not fmt.hxl:
        raise UsageError(f"{name}: has no HXL tags; leave out --hxl, or use ledger, ucdp-ged or acled")
    account, log = _published(account) if public else (account, [])
    left = Left()
    rows = tuple(fmt.rows(account, numbers, left))
    content = fmt.encoding.encode(rows, fmt.columns, tags(fmt) if hxl else ())
    diff = changes(fmt, since, content) if since is not None else None
    made = Written(
        rows=len(rows),
        sha256=sha256(content).hexdigest(),
        left=left.reasons,
        withheld=Counter(f"{w.what} ({w.why})" for w in log),
        public=public,
        since=since_name,
        changes=diff.counts() if diff else {},
    )
    text = card(account, fmt, numbers, made, datetime.now(UTC).date().isoformat())
    return Exported(fmt, content, rows, made, text, tuple(log), diff)


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
        made = exported(account, name, by, public=public, hxl=hxl, since=old, since_name=since or "")
        _write(out, made, hxl)
        drawn_on = tuple(account.readings)
        rows = (
            ExportRow(made.format.key(row), sha256(dumped(row).encode()).hexdigest(), drawn_on if number == 0 else ())
            for number, row in enumerate(made.rows)
        )
        keeper.record_export(name, by, str(out.absolute()), made.written.sha256, rows)
    return made


def _earlier(since: str, known: dict[str, str | None]) -> bytes:
    path = Path(known.get(since) or since)
    if not path.is_file():
        raise UsageError(f"{since}: is no earlier export; give its file, or an id that `onrecord exports` shows")
    return path.read_bytes()


def _write(out: Path, made: Exported, hxl: bool) -> None:
    """The file, then what goes with it: NAME.card.md, NAME.withheld.jsonl, and the changed rows."""
    out.write_bytes(made.content)
    Path(f"{out}.card.md").write_text(made.card, "utf-8")
    if made.written.public:
        Path(f"{out}.withheld.jsonl").write_text("".join(dumped(asdict(w)) + "\n" for w in made.withheld), "utf-8")
    for kind in ("added", "changed", "deleted") if made.changes else ():
        rows: Iterable[Row] = getattr(made.changes, kind)
        beside = out.with_name(f"{out.stem}-{kind}{out.suffix}")
        beside.write_bytes(made.format.encoding.encode(rows, made.format.columns, tags(made.format) if hxl else ()))


def validated(path: Path) -> list[Violation]:
    """The rows of a UCDP GED table that break its rules. UsageError when the file is no such table."""
    from onrecord.export.encodings import CSV

    if not path.is_file():
        raise UsageError(f"{path}: no such file; give a CSV file with UCDP GED's columns")
    rows = CSV.decode(path.read_bytes())
    if rows and not {"id", "best", "date_prec"} <= set(rows[0]):
        raise UsageError(f"{path}: has no columns id, best and date_prec; give a CSV file with UCDP GED's columns")
    return list(violations({k: str(v) for k, v in row.items()} for row in rows))
