"""The blocks of a page as its tree holds them: their words, where they stand, how much of them is link or bold."""

from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

_HIDDEN = (
    "script style noscript template svg math textarea select option iframe object embed canvas audio video map head button"
    " title meta link dialog"
)
HIDDEN = frozenset(_HIDDEN.split())
_INLINE = (
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span strike"
    " strong sub sup time tt u var wbr"
)
INLINE = frozenset(_INLINE.split())
HEAVY = frozenset(("b", "strong", "em", "i"))


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words between the edges of two blocks: the innermost block around it, its shares of link and of bold words."""

    words: str
    tag: HtmlElement
    link: float
    heavy: float


def parts(body: HtmlElement) -> list[Part]:
    """The parts of a page in the order of its text, without scripts, forms' fields and other hidden matter."""
    walk = _Walk()
    hidden = 0
    for event, tag in iterwalk(body, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            walk.add(None if hidden else tag.tail)
        elif hidden or tag.tag in HIDDEN:
            hidden += 1 if event == "start" else -1
            walk.add(None if hidden else tag.tail)
        elif event == "start":
            walk.open(tag)
        else:
            walk.close(tag)
            walk.add(None if tag is body else tag.tail)
    return walk.found


class _Walk:
    """The words gathered since the last edge of a block."""

    def __init__(self) -> None:
        self.found: list[Part] = []
        self._around: list[HtmlElement] = []
        self._runs: list[tuple[str, bool, bool]] = []
        self._links = self._heavy = 0

    def open(self, tag: HtmlElement) -> None:
        """Go into a tag."""
        if tag.tag not in INLINE:
            self._flush()
            if tag.tag != "br":
                self._around.append(tag)
        self._links += tag.tag == "a"
        self._heavy += tag.tag in HEAVY
        self.add(tag.text)

    def close(self, tag: HtmlElement) -> None:
        """Come out of a tag."""
        if tag.tag not in INLINE and tag.tag != "br":
            self._flush()
            self._around.pop()
        self._links -= tag.tag == "a"
        self._heavy -= tag.tag in HEAVY

    def add(self, words: str | None) -> None:
        """Keep words under the tags that are open."""
        if words:
            self._runs.append((words, self._links > 0, self._heavy > 0))

    def _flush(self) -> None:
        words = " ".join("".join(run[0] for run in self._runs).split())
        if words and self._around:
            sizes = [len(run[0].strip()) for run in self._runs]
            whole = sum(sizes) or 1
            link, heavy = (sum(n for n, run in zip(sizes, self._runs, strict=True) if run[i]) / whole for i in (1, 2))
            self.found.append(Part(words, self._around[-1], link, heavy))
        self._runs.clear()
