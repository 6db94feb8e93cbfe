"""Counts in incident summaries from India: killed, by who they were, injured, arrested, abducted, surrendered.

    python -m bench.satp --data DIR [--scorer FILE] [--out FILE] [--sample N]

DIR holds dev.jsonl: id, text, published and the gold integers.
"""

from bench.counts import Answer, Row, coded, options, rows, run
from bench.tolls import toll

FIELDS = ("killed", "injured", "arrested", "abducted", "surrendered", "killed_civilians", "killed_security", "killed_insurgents")


def main(argv: list[str] | None = None) -> int:
    """Answer, write, score; exit status 0."""
    given = options(__doc__, argv)
    return run(given, rows(given.data / "dev.jsonl", given.sample), "id", answer, {f: f for f in FIELDS})


def answer(row: Row) -> Answer:
    """The counts of one summary."""
    coding = coded(row["text"], row["published"])
    plain = {count: toll(coding, count) for count in ("killed", "injured", "arrested", "abducted", "surrendered")}
    sides = {"killed_civilians": "civilian", "killed_security": "security", "killed_insurgents": "insurgent"}
    return plain | {field: toll(coding, "killed", side) for field, side in sides.items()}


if __name__ == "__main__":
    raise SystemExit(main())
