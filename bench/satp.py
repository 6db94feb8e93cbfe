"""Counts in incident summaries from India: killed, by who they were, injured, arrested, abducted, surrendered.

    python -m bench.satp --data DIR [--scorer FILE] [--out FILE] [--sample N]

DIR holds dev.jsonl: id, text, published and the gold integers.
"""

from bench.counts import Answer, Row, coded, options, rows, run
from bench.tolls import counts, dead_by_side

FIELDS = ("killed", "injured", "arrested", "abducted", "surrendered", "killed_civilians", "killed_security", "killed_insurgents")


def main(argv: list[str] | None = None) -> int:
    """Answer, write, score; exit status 0."""
    given = options(__doc__, argv)
    return run(given, rows(given.data / "dev.jsonl", given.sample), "id", answer, {f: f for f in FIELDS})


def answer(row: Row) -> Answer:
    """The counts of one summary."""
    coding = coded(row["text"], row["published"])
    return counts(coding, "killed", "injured", "arrested", "abducted", "surrendered") | dead_by_side(coding)


if __name__ == "__main__":
    raise SystemExit(main())
