"""Exports against real rows and an expected export.

    python -m bench.exports --data DIR [--report FILE --published DAY] [--coding FILE]

DIR holds samples/ged*.csv (real UCDP GED rows: the validators must find exactly their known errors, six rows with low, best and
high out of order and one adm_1 at where_prec 6) and samples/seed_expected_exports.json (a judgement of what one report should
export to, compared field by field with the export of FILE, a text, or of a coding made by hand).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from onrecord.export.encodings import CSV
from onrecord.export.formats import Left, Row, format_named
from onrecord.export.ged_rules import violations
from onrecord.ledger import Account, profile
from onrecord.link import link
from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Coding

KNOWN = {"ged.low.best.high": 6, "ged.where_prec.adm_1": 1}
KEYS = {"ged_rows": ("ucdp-ged", "date_start"), "acled_rows": ("acled", "event_date")}
WHY = {
    "side_a": "our names are those of the reports' tables of groups, not UCDP's short ones",
    "side_b": "our names are those of the reports' tables of groups, not UCDP's short ones",
    "source_original": "our speaker is the name alone; an office is no part of it",
    "where_coordinates": "our place is the name the report gives; the town is in adm_1 and the point",
    "deaths_b": "the records do not say on whose side a person named as killed stood; he is in deaths_unknown",
}
NOT_COLUMNS = ("event", "parts", "not_in_ged", "chain_depth")


def main(argv: list[str] | None = None) -> int:
    """Print what the validators find and what differs; exit status 1 when the sample's known errors are not found exactly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--report", type=Path, help="the text of the report the expected export is of")
    parser.add_argument("--published", default=None, help="the day it was published")
    parser.add_argument("--coding", type=Path, help="a coding of it made by hand, instead of the program's")
    given = parser.parse_args(argv)
    right = _sample(next((given.data / "samples").glob("ged*.csv")))
    if given.report or given.coding:
        expected = json.loads((given.data / "samples" / "seed_expected_exports.json").read_text("utf-8"))
        _seed(_coding(given.report, given.published, given.coding), expected)
    return 0 if right else 1


def _sample(path: Path) -> bool:
    rows = [{k: str(v) for k, v in row.items()} for row in CSV.decode(path.read_bytes())]
    found = list(violations(rows))
    counts = dict(Counter(v.rule for v in found))
    print(f"{path.name}: {len(rows)} rows, {counts}")
    for each in found:
        print(f"  {each.severity}  {each.id}  {each.rule}  {each.words}")
    print("exactly the known ones" if counts == KNOWN else f"expected {KNOWN}")
    return counts == KNOWN


def _coding(report: Path | None, published: str | None, coding: Path | None) -> Coding:
    """The program's coding of a text, or one made by hand, whose records need not name a rule or a report's whole head."""
    if coding is None:
        if report is None:
            raise SystemExit("give --report FILE or --coding FILE")
        return code(read_text(report.read_text("utf-8"), id="seed", published=published))
    made = json.loads(coding.read_text("utf-8"))
    made["report"] = (
        {"text": report.read_text("utf-8") if report else "", "url": None} | made["report"] | {"published": published}
    )
    for kind in ("actors", "places", "times", "statements", "figures", "events"):
        for record in made[kind]:
            record.setdefault("rule", "hand")
            record.setdefault("instrument", None)
            if kind == "times" and record["edtf"] and published:
                record["edtf"] = record["edtf"].replace("XXXX", _year(record["edtf"], published))
    return msgspec.convert(made, type=Coding)


def _year(edtf: str, published: str) -> str:
    """The year of a month-day that was left open for want of a date: the latest such day not after the report."""
    return published[:4] if edtf.split("/")[0][5:10] <= published[5:] else str(int(published[:4]) - 1)


def _seed(coding: Coding, expected: Mapping[str, list[Row]]) -> None:
    account = Account([coding], link([coding]).incidents)
    agree = total = 0
    for kind, (name, key) in KEYS.items():
        left = Left()
        ours = list(format_named(name).rows(account, profile("ucdp"), left))
        print(f"\n{name}: {len(ours)} rows, {len(expected[kind])} expected; left out: {left.reasons}")
        used: set[int] = set()
        for row in expected[kind]:
            match = _nearest(row, ours, key, used)
            print(f"- {row[key]} {row.get('event', row.get('sub_event_type'))}: {'no such row' if match is None else 'found'}")
            differ = list(_differences(row, match or {}))
            total, agree = total + 1, agree + (match is not None and not differ)
            for line in differ:
                print(f"    {line}")
        for number, mine in enumerate(ours):
            if number not in used:
                print(f"- only ours: {mine[key]} {mine.get('dyad_name') or mine.get('sub_event_type')}")
    print(f"\n{agree} of {total} rows agree in every cell")


def _nearest(row: Row, ours: list[Row], key: str, used: set[int]) -> Row | None:
    """The unused row of the same day that shares most cells."""
    same = [n for n, mine in enumerate(ours) if n not in used and str(mine[key])[:10] == row[key]]
    if not same:
        return None
    best = max(same, key=lambda n: sum(_equal(value, ours[n].get(column)) for column, value in row.items()))
    used.add(best)
    return ours[best]


def _differences(row: Row, mine: Row) -> Iterator[str]:
    for column, value in row.items():
        if mine and column not in NOT_COLUMNS and not _equal(value, mine.get(column)):
            known = column in WHY and str(mine.get(column)) not in ("", "Unknown", "None")
            why = f" ({WHY[column]})" if known else ""
            yield f"{column}: expected {value!r}, ours {mine.get(column)!r}{why}"


def _equal(value: object, ours: object) -> bool:
    return str(value) == str(ours).removesuffix(" 00:00:00.000")


if __name__ == "__main__":
    raise SystemExit(main())
