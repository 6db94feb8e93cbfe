"""What must hold in every row of a UCDP GED table, and which rows break it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.export.ged import priogrid

Cells = Mapping[str, str]
SPLIT = re.compile(r'"\s*;\s*"')


@dataclass(frozen=True, slots=True)
class Violation:
    """A row that breaks a rule; `severity` ∈ error, warning."""

    id: str
    rule: str
    severity: str
    words: str


def violations(rows: Iterable[Cells]) -> Iterator[Violation]:
    """The violations of GED rows, read by column name (any release's columns), in the order of the rows."""
    for row in rows:
        for rule, severity, broken in RULES:
            try:
                words = broken(row)
            except (KeyError, ValueError) as error:
                words = f"a cell the rule needs is missing or no number ({error})"
            if words:
                yield Violation(row.get("id", ""), rule, severity, words)


def _sum(row: Cells) -> str:
    parts = sum(int(row[c]) for c in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"))
    return "" if parts == int(row["best"]) else f"best is {row['best']}, the four kinds of deaths come to {parts}"


def _order(row: Cells) -> str:
    low, best, high = (int(row[c]) for c in ("low", "best", "high"))
    return "" if low <= best <= high else f"low {low}, best {best}, high {high}"


def _day(row: Cells) -> str:
    one = row["date_start"] == row["date_end"]
    return "" if (row["date_prec"] == "1") == one else f"date_prec {row['date_prec']}: {row['date_start']} to {row['date_end']}"


def _year(row: Cells) -> str:
    return "" if row["date_start"][:4] == row["year"] else f"year {row['year']}, starts {row['date_start']}"


def _civilians(row: Cells) -> str:
    wrong = row["type_of_violence"] == "3" and row["side_b"] != "Civilians"
    return f"one-sided violence against {row['side_b'] or 'nobody'}" if wrong else ""


def _no_b(row: Cells) -> str:
    wrong = row["type_of_violence"] == "3" and int(row["deaths_b"]) != 0
    return f"one-sided violence with {row['deaths_b']} deaths on side B" if wrong else ""


def _sources(row: Cells) -> str:
    told, articles = int(row["number_of_sources"]), row["source_article"].strip()
    count = len(SPLIT.split(articles)) if articles else 0
    return "" if told <= 0 or told == count else f"{told} sources, {count} articles"


def _cell(row: Cells) -> str:
    wanted = priogrid(float(row["latitude"]), float(row["longitude"]))
    return "" if int(row["priogrid_gid"]) == wanted else f"cell {row['priogrid_gid']}, the point lies in {wanted}"


def _country(row: Cells) -> str:
    return f"adm_1 is {row['adm_1']}" if row["where_prec"] == "6" and row["adm_1"] else ""


RULES: tuple[tuple[str, str, Callable[[Cells], str]], ...] = (
    ("ged.best.sum", "error", _sum),
    ("ged.low.best.high", "error", _order),
    ("ged.date_prec.day", "error", _day),
    ("ged.year", "error", _year),
    ("ged.one_sided.side_b", "error", _civilians),
    ("ged.one_sided.deaths_b", "error", _no_b),
    ("ged.sources", "error", _sources),
    ("ged.priogrid", "error", _cell),
    ("ged.where_prec.adm_1", "warning", _country),
)
