"""Which parts of a page are its report: those that trafilatura took, and prose it left out from among them."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.read.parts import Part

STOPPED = re.compile(r"[.!?…]['\"”’»)\]]*$")
KEY = re.compile(r"[\W_]+")
PROSE_WORDS = 12  # of a part that ends like a sentence
LINKED = 0.5  # a part with a larger share of link is no prose
HOME = 0.2  # of the report's prose stands in such a place, for it to be one where the report stands
FAR = 300  # parts; a copy farther on is another use of the same words
LUMPS = 2  # blocks of a page that was taken as a lump, its paragraphs run together with what stands between them
OPENING = 40  # letters by which a part is known that trafilatura took without some of its words

Chosen = list[tuple[str, Part | None]]


def chosen(parts: Sequence[Part], blocks: Sequence[str]) -> Chosen:
    """The blocks of a report in the order of the page, each with the part that holds it (None when none does)."""
    taken, strays = _aligned(parts, blocks)
    taken |= {i: parts[i].words for i in _left_out(parts, taken)}
    out: Chosen = []
    for i in sorted(taken.keys() | strays.keys()):
        if i in taken:
            out.append((taken[i], parts[i]))
        out += [(words, None) for words in strays.get(i, [])]
    return out


def _aligned(parts: Sequence[Part], blocks: Sequence[str]) -> tuple[dict[int, str], dict[int, list[str]]]:
    """The parts that blocks were made of, with their words; and the blocks made of none, by the part they come after."""
    places = _Places([_key(part.words) for part in parts])
    taken: dict[int, str] = {}
    strays: dict[int, list[str]] = defaultdict(list)
    at = -1
    for words in blocks:
        key = _key(words)
        run = places.run(key, at)
        if not run and len(blocks) <= LUMPS and len(held := _inside(parts, places.keys, key)) > 1:
            taken |= {i: parts[i].words for i in held}
        elif not run:
            strays[at].append(words)
        elif len(run) == 1 and places.keys[run[0]] != key:
            taken[run[0]] = words
        else:
            taken |= {i: parts[i].words for i in run}
        at = run[-1] if run and run[-1] - at < FAR else at
    return taken, strays


def _inside(parts: Sequence[Part], keys: Sequence[str], lump: str) -> list[int]:
    """The parts that read like paragraphs and stand in a lump."""
    return [i for i, part in enumerate(parts) if is_prose(part) and keys[i] in lump]


class _Places:
    """Where the words of each part stand, and which parts are still free."""

    def __init__(self, keys: list[str]) -> None:
        self.keys = keys
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._opening: dict[str, list[int]] = defaultdict(list)
        for i, key in enumerate(keys):
            self._whole[key].append(i)
            self._opening[key[:OPENING]].append(i)

    def run(self, key: str, at: int) -> list[int]:
        """The parts that a block is made of: the next with the same words, or several one after another, or one longer."""
        if (found := _next(self._whole.get(key, []), at, free=True)) is not None:
            return [found]
        starts = {self._start(key[:size], at) for size in range(min(len(key), OPENING), 0, -1)} - {None}
        for start in sorted((i for i in starts if i is not None), key=lambda i: (i <= at, i)):
            if run := self._glued(key, start):
                return run
        longer = _next(self._opening.get(key[:OPENING], []), at) if len(key) >= OPENING else None
        return [] if longer is None else [longer]

    def _start(self, opening: str, at: int) -> int | None:
        """The next part with these first letters, or with nothing else when they are few."""
        return _next((self._opening if len(opening) == OPENING else self._whole).get(opening, []), at)

    def _glued(self, key: str, start: int) -> list[int]:
        """The parts from a start on whose words make up a block, all of them."""
        run, done = [], 0
        for i in range(start, len(self.keys)):
            if not key.startswith(self.keys[i], done):
                break
            run.append(i)
            done += len(self.keys[i])
            if done == len(key):
                return run
        return []


def _next(places: list[int], at: int, *, free: bool = False) -> int | None:
    """The first of these after a place, else the last before it; `free` takes it out, so that it is found once."""
    if not places:
        return None
    i = min(bisect_right(places, at), len(places) - 1)
    return places.pop(i) if free else places[i]


def _key(words: str) -> str:
    return KEY.sub("", words).casefold() or words


def _left_out(parts: Sequence[Part], taken: dict[int, str]) -> list[int]:
    """Prose in the places where the report's prose stands, that was not taken; posts set into it are taken whole."""
    weight: Counter[tuple[str, str | None]] = Counter()
    for i in taken:
        if is_prose(parts[i]):
            weight[place(parts[i])] += len(parts[i].words)
    homes = {where for where, size in weight.items() if size >= HOME * weight.total()}
    return [i for i, part in enumerate(parts) if i not in taken and is_prose(part) and place(part) in homes]


def place(part: Part) -> tuple[str, str | None]:
    """What stands around a part: the kind of tag and its class."""
    up = part.tag.getparent()
    return ("", None) if up is None else (up.tag, up.get("class"))


def is_prose(part: Part) -> bool:
    """Whether a part reads like a paragraph."""
    return part.link < LINKED and len(part.words.split()) >= PROSE_WORDS and STOPPED.search(part.words[-8:]) is not None
