"""How many keys the largest reports of a folder take at the desk when the coding is right.

    python -m bench.keystrokes [--data DIR] [--most 3]

The texts are coded, linked and checked, and reviewed in the browser at 1366×768: A accepts the records on the screen that
nothing speaks against, Enter each of the others with its check or rivals before one's eyes, and a last Enter says that the
report is done and opens the next. Without DIR the texts are those of examples/.
"""

import argparse
import tempfile
from pathlib import Path

from tests.web.browser import launched
from tests.web.reviewer import coded, largest, reviewed
from tests.web.sample import EXAMPLES
from tests.web.serving import serving

from onrecord.review.kinds import every
from onrecord.store import Book


def main() -> int:
    """Print a line a report; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=EXAMPLES)
    parser.add_argument("--most", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.db"
        coded(options.data, path)
        with Book(str(path)) as book, serving(book, "Mona") as desk, launched() as browser:
            page = browser.new_page(viewport={"width": 1366, "height": 768})
            page.goto(desk.entry)
            for name in largest(book, options.most):
                coding = book.codings(name)[0]
                pressed = reviewed(page, f"{desk.address}/report/{name}")
                size = f"{len(coding.report.text):,} characters, {len(list(every(coding)))} records"
                print(f"{coding.report.name:<28} {size:<32} {len(pressed):>3} keys: {' '.join(pressed)}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
