"""Names of places in the news of the world: TR-News.

    python -m bench.trnews --data DIR [--scorer FILE] [--out FILE] [--manual]

DIR/trnews holds dev.jsonl: a text and its toponyms with points. Countries that act and nationalities are marked too.
"""

import sys

from bench.toponyms import run


def main(argv: list[str] | None = None) -> int:
    """Write and score the predictions; the scorer's exit status."""
    return run("trnews", __doc__, True, argv)


if __name__ == "__main__":
    sys.exit(main())
