"""Console blocks of the docs: run the commands after `$` in a folder with the samples, and compare what they print.

A line of `…` alone stands for any lines; `make docs` writes what the commands print now.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sybil import Document, Example, Region

ROOT = Path(__file__).parent.parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
WIDTH = 118


def open_folder(namespace: dict[str, Any]) -> None:
    """A folder of its own for each page, with the samples in it; Python blocks run there too."""
    namespace["folder"] = tempfile.TemporaryDirectory()
    shutil.copytree(ROOT / "examples", Path(namespace["folder"].name) / "examples")
    namespace["home"] = Path.cwd()
    os.chdir(namespace["folder"].name)


def close(namespace: dict[str, Any]) -> None:
    """Back to where the tests were, the folder gone."""
    os.chdir(namespace["home"])
    namespace["folder"].cleanup()


class ConsoleParser:
    """Finds console blocks for Sybil."""

    def __call__(self, document: Document) -> Iterator[Region]:
        """A region for each block of the page."""
        for block in BLOCK.finditer(document.text):
            yield Region(block.start(), block.end(), block[1], check)


def check(example: Example) -> str | None:
    """None when every command of a block prints what the page says, else both."""
    for command, expected in commands(example.parsed):
        printed = run(command, Path.cwd())
        if not agrees(expected, printed):
            return f"$ {command}\nthe page says:\n{expected}\nbut it prints:\n{printed}\nif that is right, run `make docs`"
    return None


def commands(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a block, each with the output the page gives."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output.rstrip("\n")


def run(command: str, folder: Path) -> str:
    """What a command prints, both streams together, without trailing spaces."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = {**os.environ, "PATH": path, "COLUMNS": str(WIDTH), "NO_COLOR": "1", "TERM": "dumb"}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=settings, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def agrees(expected: str, printed: str) -> bool:
    """Whether an output is the expected one; a line of `…` stands for any lines."""
    lines = (r"(?:.*\n)*" if line == "…" else re.escape(line) + r"\n" for line in expected.splitlines())
    return re.fullmatch("".join(lines), f"{printed}\n" if printed else "") is not None


def renewed(page: str, folder: Path) -> str:
    """A page with the outputs its commands have now; an output cut by `…` keeps as many of its first lines."""

    def renew(block: re.Match[str]) -> str:
        return "```console\n" + "".join(_renewed(*pair, folder) for pair in commands(block[1])) + "```"

    return BLOCK.sub(renew, page)


def _renewed(command: str, expected: str, folder: Path) -> str:
    printed = run(command, folder)
    if expected.endswith("…"):
        printed = "\n".join([*printed.splitlines()[: expected.count("\n")], "…"])
    return f"$ {command}\n{printed}\n" if printed else f"$ {command}\n"
