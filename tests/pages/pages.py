"""Forty pages of invented news in the manner of twelve kinds of site, with what a reader should make of each.

`builders/*.html` are the kinds of site: a block's role stands in its `data-role`, which is taken out before the page is read;
a line that starts with `@02` is only in the first and third page of its kind. `stories.tsv` are the stories.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import islice
from pathlib import Path

from lxml.html import document_fromstring

HERE = Path(__file__).parent
FOUR = ("wordpress", "drupal", "joomla", "amp", "ghost", "wix", "government", "rightleft")
TWO = ("paywall", "liveblog", "gallery", "print")
ROLE = re.compile(r" data-role=\"\w+\"")
ONLY = re.compile(r"^@(\d+) ")
BODY = ("body", "heading")


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and what it holds: title, writer and day (None where the page does not tell it), blocks with their roles."""

    name: str
    html: str
    title: str
    byline: str | None
    published: str | None
    blocks: tuple[tuple[str, str], ...]

    @property
    def body(self) -> str:
        """The words of the report."""
        return "\n\n".join(words for words, role in self.blocks if role in BODY)


def pages() -> Iterator[Page]:
    """All forty, each with a story of its own."""
    header, *lines = [line for line in (HERE / "stories.tsv").read_text("utf-8").splitlines() if not line.startswith("#")]
    stories = [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]
    kinds = [(kind, n) for kind in FOUR for n in range(4)] + [(kind, n) for kind in TWO for n in range(2)]
    for number, (kind, variant) in enumerate(kinds):
        yield _page(kind, variant, number, stories)


def _page(kind: str, variant: int, number: int, stories: list[dict[str, str]]) -> Page:
    story = stories[number]
    day = date.fromisoformat(story["day"])
    titles = (stories[(number + step) % len(stories)]["title"] for step in range(7, 40, 7))
    words = {
        **{name: escape(cell) for name, cell in story.items()},
        **{f"rel{i}": escape(title) for i, title in enumerate(islice(titles, 4), 1)},
        "n": str(number + 101),
        "iso": story["day"],
        "long": f"{day:%B} {day.day}, {day.year}",
        "dmy": f"{day.day} {day:%B} {day.year}",
    }
    template = (HERE / "builders" / f"{kind}.html").read_text("utf-8")
    marked = "\n".join(_lines(template, variant)).format(**words)
    byline = None if kind == "government" else story["byline"]
    blocks = tuple(
        (" ".join(tag.text_content().split()), tag.get("data-role"))
        for tag in document_fromstring(marked).iter()
        if tag.get("data-role")
    )
    return Page(f"{kind}-{variant + 1}", ROLE.sub("", marked), story["title"], byline, story["day"], blocks)


def _lines(template: str, variant: int) -> Iterator[str]:
    """The lines of a template that its variant has."""
    for line in template.splitlines():
        only = ONLY.match(line)
        if only is None or str(variant) in only[1]:
            yield line[only.end() :] if only else line
