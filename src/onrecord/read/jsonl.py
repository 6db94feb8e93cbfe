"""Reports in JSON, one a line."""

from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import ReportError
from onrecord.read.source import Found, Raw, Source, Unread, within


def read_jsonl(source: Source) -> Found:
    """The documents of a JSONL file, one a line: `{id, text | html, title?, outlet?, url?, published?, language?}`."""
    with source.path.open("rb") as stream:
        for number, line in objects(stream, source.limit):
            name = f"{source.name}:{number}"
            try:
                content = within(line, name, source.limit)
                yield Raw(name, content, source.defaults, record=True, columns=source.columns)
            except ReportError as error:
                yield Unread(name, error)


def objects(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes]]:
    """The lines of a stream that are not blank, with their numbers; a line over the limit comes cut, one byte too long."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        rest = line
        while len(rest) > limit and not rest.endswith(b"\n"):
            rest = stream.readline(limit + 1)
        bare = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if bare.strip():
            yield number, bare if len(line) > limit else bare.strip()
