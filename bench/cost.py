"""What coding costs: its time against the parse alone and spaCy's whole pipeline, the time to start, and the peak of memory.

    python -m bench.cost [--texts DIR]

Texts are the sample reports, or the .txt files of a folder. The times are taken in turns, `--rounds` times, and the smallest
of each is compared, so that another program on the machine weighs on all alike.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.parse import model, stock
from onrecord.pipeline import code
from onrecord.read import Unread, read_path
from onrecord.records import Document
from onrecord.segment import segment

if TYPE_CHECKING:
    from spacy.language import Language

EXAMPLES = Path(__file__).parent.parent / "examples"
RATIO, START, MEMORY = 1.8, 2.5, 700  # what the design allows: times the parse, seconds, MB
AGAINST_SPACY = 1.4  # times spaCy's whole pipeline on the same texts
SCRIPT = "import sys; from onrecord.cli import main; sys.argv = ['onrecord', 'code', '-', '--no-book', '--json']; main()"
PEAK = (  # of the program after it was started: ru_maxrss would count what the process held that started it
    "import sys; from bench.archive import held; from onrecord.project import code_paths\n"
    "list(code_paths(sys.argv[1:], book=None)); print(held('HWM'))"
)


def main(argv: list[str] | None = None) -> int:
    """Print the table; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, metavar="DIR", help="a folder of .txt reports; the samples without it")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(argv)
    docs = documents(options.texts or EXAMPLES)
    whole_spacy = stock()
    jobs = (lambda: parse_all(docs), lambda: full_all(whole_spacy, docs), lambda: code_all(docs))
    alone, full, whole = in_turns(jobs, options.rounds)
    characters = sum(len(doc.text) for doc in docs)
    print(f"{len(docs)} reports, {characters:,} characters")
    print(f"parse alone      {alone:8.2f} s")
    print(f"coding           {whole:8.2f} s   {whole / alone:.2f} times the parse (allowed: {RATIO})")
    print(f"spaCy, whole     {full:8.2f} s   coding takes {whole / full:.2f} times as long (target: {AGAINST_SPACY})")
    print(f"coding           {len(docs) / whole:8.1f} reports a second, {characters / whole:,.0f} characters a second")
    print(f"start, one line  {start(options.rounds):8.2f} s   (allowed: {START})")
    print(f"peak of memory   {peak(options.texts or EXAMPLES):8.0f} MB  (allowed: {MEMORY})")
    return 0


def documents(folder: Path) -> list[Document]:
    """The reports of a folder, those that can be read."""
    return [doc for doc in read_path(folder) if not isinstance(doc, Unread)]


def in_turns(jobs: Sequence[Callable[[], None]], rounds: int) -> list[float]:
    """The smallest time of each job in seconds, the jobs run in turns after one round to warm up."""
    best = [float("inf")] * len(jobs)
    for round_ in range(rounds + 1):
        for number, job in enumerate(jobs):
            began = time.perf_counter()
            job()
            if round_:
                best[number] = min(best[number], time.perf_counter() - began)
    return best


def parse_all(docs: list[Document]) -> None:
    """The parser over the sentences as the program cuts them, and nothing else."""
    for doc in docs:
        list(model().pipe(doc.text[s.span[0] : s.span[1]] for s in segment(doc)))


def full_all(nlp: "Language", docs: list[Document]) -> None:
    """spaCy's whole pipeline over the texts as they are, as any program would run it."""
    list(nlp.pipe(doc.text for doc in docs))


def code_all(docs: list[Document]) -> None:
    """Everything from sentences to records."""
    for doc in docs:
        code(doc)


def start(rounds: int) -> float:
    """Seconds from the call to the records of a report of one line, smallest of some runs."""
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", SCRIPT], input=b"Two guards were killed.", stdout=subprocess.DEVNULL, check=True)
        took.append(time.perf_counter() - began)
    return min(took)


def peak(folder: Path) -> float:
    """The most memory a run over a folder held, in MB."""
    done = subprocess.run([sys.executable, "-c", PEAK, str(folder)], capture_output=True, text=True, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    sys.exit(main())
