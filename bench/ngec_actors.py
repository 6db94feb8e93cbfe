"""Country and sector of actor phrases: the actors of NGEC.

    python -m bench.ngec_actors --data DIR [--each]

DIR/ngec_actors holds dev.jsonl: a phrase, its country (ISO alpha-3, or a code of CAMEO for bodies of no country), its sector, and
whether nothing should be found. Right is the exact code; for phrases that should find nothing, no country and no sector.
"""

import argparse
import json
import sys
from pathlib import Path

from onrecord import lexicon
from onrecord.actors.identify import identify


def main(argv: list[str] | None = None) -> int:
    """Print the shares; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--each", action="store_true", help="print what is wrong")
    options = parser.parse_args(argv)
    rows = [json.loads(line) for line in (options.data / "ngec_actors" / "dev.jsonl").read_text("utf-8").splitlines()]
    judged = [(row, *codes(row["text"])) for row in rows]
    named = [(row, country) for row, country, _ in judged if row["country"]]
    placed = [(row, sector) for row, _, sector in judged if row["sector"]]
    empty = [(row, country or sector) for row, country, sector in judged if row["no_match"]]
    print(f"country right  {share([r['country'] == c for r, c in named])}")
    print(f"sector right   {share([r['sector'] == s for r, s in placed])}")
    print(f"nothing found  {share([not found for _, found in empty])}")
    if options.each:
        for row, country, sector in judged:
            if (row["country"] and row["country"] != country) or (row["no_match"] and (country or sector)):
                print(f"{row['text']!r}: {row['country']} {row['sector']}, ours {country} {sector}")
    return 0


def codes(phrase: str) -> tuple[str | None, str | None]:
    """(country, sector) of a phrase in the benchmark's codes."""
    found = identify(phrase)
    row = lexicon.index("sectors", "sector").get(found.sector or "")
    alpha3 = lexicon.index("capitals", "alpha2").get(found.country or "")
    country = alpha3["alpha3"] if alpha3 else international(found.name)
    return country, row["code"] if row else None


def international(name: str | None) -> str | None:
    """The code that stands for a body of no country."""
    row = lexicon.index("groups", "name").get(name or "")
    if row is None or row["kind"] != "international_org":
        return None
    united = name is not None and (name.startswith(("UN ", "United Nations")) or name in ("UNICEF", "World Health Organization"))
    return "UNO" if united else "EUR" if name is not None and name.startswith("Europe") else "IGO"


def share(right: list[bool]) -> str:
    """ "81.5 % of 162"."""
    return f"{100 * sum(right) / len(right):.1f} % of {len(right)}" if right else "-"


if __name__ == "__main__":
    sys.exit(main())
