"""A program that codes a folder with workers, to be killed: `python -m tests.faults.coding BOOK FOLDER JOBS`."""

import sys

from tests.workers import quick_coder

from onrecord.cli.progress import ended_by_term
from onrecord.project import Coded, code_paths


def main() -> None:
    """Code the folder with a worker that needs no model and print each report's name once it is kept."""
    place, folder, jobs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with ended_by_term():
        for outcome in code_paths([folder], book=place, jobs=jobs, make=quick_coder, patience=5):
            words = outcome.coding.report.name if isinstance(outcome, Coded) else f"failed: {outcome.error}"
            print(words, "known" if isinstance(outcome, Coded) and outcome.known else "", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
