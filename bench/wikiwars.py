"""WikiWars: histories of wars with their time expressions in TIMEX2, many of them without a year.

    python -m bench.wikiwars --data DIR [--out FILE] [--scorer FILE] [--limit N]

DIR holds wikiwars/dev.jsonl, one document a line with `id`, `text` and `dct`; the predictions are JSON Lines of
{id, timexes: [{start, end, type, value}]}. The tagger is that of the program: it is told the day the page was fetched and
sees for itself that the text is a history. Durations, sets and references such as "now" are tagged here, never recorded.
"""

import sys

from bench.times import run


def main(argv: list[str] | None = None) -> int:
    """Tag the documents, write the predictions, print the speed and the score."""
    return run("wikiwars", __doc__, argv)


if __name__ == "__main__":
    sys.exit(main())
