"""The README and the pages in docs are executed: their commands and their Python must print what they say."""

from pathlib import Path

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from tests.docs.console import ConsoleParser, close, open_folder

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), ConsoleParser(), SkipParser()],
    path=str(Path(__file__).parent),
    patterns=["README.md", "docs/*.md"],
    excludes=["docs/manual.md", "docs/cli.md"],
    setup=open_folder,
    teardown=close,
).pytest()
