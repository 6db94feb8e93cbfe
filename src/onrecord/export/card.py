"""The method card: what a reader of an export must know to use it and to make it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord import lexicon
from onrecord.export.formats import Format
from onrecord.ledger import Account, Profile
from onrecord.version import VERSION


@dataclass(frozen=True, slots=True)
class Written:
    """One export as written: rows of each file, its hash, what was left out and withheld."""

    rows: int
    sha256: str
    left: Mapping[str, int] = field(default_factory=dict)
    withheld: Mapping[str, int] = field(default_factory=dict)
    public: bool = False
    since: str = ""
    changes: Mapping[str, int] = field(default_factory=dict)


def card(account: Account, fmt: Format, by: Profile, made: Written, day: str) -> str:
    """The card as Markdown."""
    parts = (
        _head(fmt, made, day),
        _section("Profile", [f"{by.name}", *(f"{words} ({source})" for words, source in by.rules)]),
        _section("Coverage", _coverage(account)),
        _section("Left out", [f"{count} × {why}" for why, count in made.left.items()] or ["nothing"]),
        _section("Withheld", _withheld(made)),
        _section("Known gaps", [*fmt.gaps, *GAPS]),
    )
    return "\n".join(parts)


GAPS = (
    "codings are made by a program and may miss or misread a figure; each row leads to its sentence",
    "figures that are denied, asked, threatened or of what did not happen are in the ledger, never in an estimate",
    "tolls over a period are never added to incidents",
)


def _head(fmt: Format, made: Written, day: str) -> str:
    lines = [
        f"# Method card: {fmt.name}",
        "",
        fmt.about,
        "",
        f"- written: {day}",
        f"- program: onrecord {VERSION}, tables {lexicon.digest()}",
        f"- rows: {made.rows}",
        f"- sha256: {made.sha256}",
    ]
    if made.since:
        changes = ", ".join(f"{count} {kind}" for kind, count in made.changes.items())
        lines.append(f"- changes since {made.since}: {changes}")
    return "\n".join([*lines, ""])


def _section(heading: str, lines: Sequence[str]) -> str:
    return "\n".join([f"## {heading}", "", *(f"- {line}" for line in lines), ""])


def _coverage(account: Account) -> list[str]:
    reports = [r.report for r in account.readings.values()]
    days = sorted(r.published for r in reports if r.published)
    outlets = {r.outlet for r in reports if r.outlet}
    versions = sorted({r.coding.version for r in account.readings.values()})
    return [
        f"{len(reports)} reports of {len(outlets)} named outlets",
        f"published {days[0]} to {days[-1]}, {len(reports) - len(days)} without a date" if days else "no report has a date",
        f"{len(account.incidents)} incidents, {len(account.entries)} figures",
        f"coded by version {', '.join(versions) or 'none'}",
    ]


def _withheld(made: Written) -> list[str]:
    if not made.public:
        return ["nothing: this export is not for publication"]
    return [f"{count} × {what}" for what, count in made.withheld.items()] or ["nothing had to be"]
