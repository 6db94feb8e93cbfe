"""Names of places in news of epidemics: GeoVirus.

    python -m bench.geovirus --data DIR [--scorer FILE] [--out FILE]

DIR/geovirus holds dev.jsonl: a text and its toponyms with points. Countries that act are marked, nationalities are not.
"""

import sys

from bench.toponyms import run


def main(argv: list[str] | None = None) -> int:
    """Write and score the predictions; the scorer's exit status."""
    return run("geovirus", __doc__, False, argv)


if __name__ == "__main__":
    sys.exit(main())
