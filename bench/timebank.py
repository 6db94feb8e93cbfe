"""TimeBank: news with time expressions in TIMEX3, told from the day of the document.

    python -m bench.timebank --data DIR [--out FILE] [--scorer FILE] [--limit N]

DIR holds timebank/dev.jsonl, one document a line with `id`, `text` and `dct`; the predictions are JSON Lines of
{id, timexes: [{start, end, type, value}]}. Durations, sets and references such as "now" are tagged here, never recorded.
"""

import sys

from bench.times import run


def main(argv: list[str] | None = None) -> int:
    """Tag the documents, write the predictions, print the speed and the score."""
    return run("timebank", __doc__, argv)


if __name__ == "__main__":
    sys.exit(main())
