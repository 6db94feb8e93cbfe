"""The door for exporters: a `Format` under the entry-point group `onrecord.exporters`. The built-ins come through the same door."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points

from onrecord.errors import UsageError
from onrecord.ledger import Account, Profile

GROUP = "onrecord.exporters"
BUILT_IN = {
    "ledger": "onrecord.export.ledger:FORMAT",
    "ucdp-ged": "onrecord.export.ged:FORMAT",
    "acled": "onrecord.export.acled:FORMAT",
    "geojson": "onrecord.export.geojson:FORMAT",
    "jsonl": "onrecord.export.jsonl:FORMAT",
    "jsonld": "onrecord.export.jsonld:FORMAT",
    "parquet": "onrecord.export.parquet:FORMAT",
    "ftm": "onrecord.export.ftm:FORMAT",
}

Row = Mapping[str, object]


@dataclass(slots=True)
class Left:
    """What an export could not hold: how many incidents or figures, by reason. It goes onto the method card."""

    reasons: dict[str, int] = field(default_factory=dict)

    def out(self, reason: str) -> None:
        """Count one that was left out."""
        self.reasons[reason] = self.reasons.get(reason, 0) + 1


@dataclass(frozen=True, slots=True)
class Encoding:
    """Rows to the bytes of a file, piece by piece, and back.

    `write` takes the rows, the columns and the cells of an HXL row (empty for none).
    """

    write: Callable[[Iterable[Row], Sequence[str], Sequence[str]], Iterator[bytes]]
    decode: Callable[[bytes], list[Row]]


@dataclass(frozen=True, slots=True)
class Format:
    """An exporter: the rows it makes of an account, how they become bytes, and what a reader must know of it.

    `key` gives what a row is called, the same in every export; `drawn_on` the ids of the reports a row comes from.
    """

    name: str
    suffix: str
    about: str
    columns: tuple[str, ...]
    rows: Callable[[Account, Profile, Left], Iterator[Row]]
    key: Callable[[Row], str]
    encoding: Encoding
    hxl: Mapping[str, str] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()

    def encoded(self, rows: Iterable[Row], tags: Sequence[str] = ()) -> bytes:
        """All rows as the bytes of one file."""
        return b"".join(self.encoding.write(rows, self.columns, tags))


def formats() -> dict[str, EntryPoint]:
    """Every exporter by name, none of them loaded; a plugin may replace a built-in."""
    built_in = {name: EntryPoint(name, value, GROUP) for name, value in BUILT_IN.items()}
    return built_in | {found.name: found for found in entry_points(group=GROUP)}


def format_named(name: str) -> Format:
    """The exporter of a name. UsageError when there is none or it cannot be loaded."""
    found = formats().get(name)
    if found is None:
        raise UsageError(f"{name}: no such format; there are {', '.join(formats())}")
    try:
        loaded = found.load()
    except ImportError as error:
        raise UsageError(f"{name}: needs {error.name or 'a library'}; install it with pip install 'onrecord[{name}]'") from error
    if not isinstance(loaded, Format):
        raise UsageError(f"{name}: {found.value} is no onrecord.export.formats.Format; tell its makers")
    return loaded
