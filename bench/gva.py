"""Counts in news of gun violence: killed and injured in the incident of each report.

    python -m bench.gva --data DIR [--scorer FILE] [--out FILE] [--sample N] [--split dev]

DIR holds docs.jsonl: doc_id, split, title, dct, text and the gold integers.
"""

from bench.counts import Answer, Row, coded, options, rows, run
from bench.tolls import counts

SPLIT = "dev"


def main(argv: list[str] | None = None) -> int:
    """Answer, write, score; exit status 0."""
    given = options(__doc__, argv)
    found = rows(given.data / "docs.jsonl", given.sample, lambda row: row["split"] == SPLIT)
    return run(given, found, "doc_id", answer, {"gold_killed": "killed", "gold_injured": "injured"})


def answer(row: Row) -> Answer:
    """The counts of one report, its title read as its first paragraph."""
    coding = coded(f"{row['title']}.\n\n{row['text']}", row["dct"])
    return counts(coding, "killed", "injured", trials=True)


if __name__ == "__main__":
    raise SystemExit(main())
