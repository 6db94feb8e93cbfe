"""Counts in news of gun violence with annotated victims: killed.

    python -m bench.gvdb --data DIR [--scorer FILE] [--out FILE] [--sample N]

DIR holds dev.jsonl: doc_id, title, text, n_killed_annotated.
"""

from bench.counts import Answer, Row, coded, options, rows, run
from bench.tolls import counts


def main(argv: list[str] | None = None) -> int:
    """Answer, write, score; exit status 0."""
    given = options(__doc__, argv)
    return run(given, rows(given.data / "dev.jsonl", given.sample), "doc_id", answer, {"n_killed_annotated": "killed"})


def answer(row: Row) -> Answer:
    """The count of one report."""
    return counts(coded(row["text"], None), "killed", trials=True)


if __name__ == "__main__":
    raise SystemExit(main())
