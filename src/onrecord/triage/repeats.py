"""Reports that repeat a known one: the same, a wire copy, or an update of an earlier version.

A text is known by its runs of five words. Its sketch holds the smallest hash of a run in each of 32 bins (one-permutation
MinHash, Li, Owen and Zhang, 2012): two texts of which a fifth is the same share a key almost surely, so that candidates are
found without comparing all pairs. Whether one repeats the other is then told from the runs that both have.
"""

import re
from dataclasses import dataclass
from zlib import crc32

RUN = 5  # words
BINS = 32
SHORTEST = 20  # runs below which a text is too short to tell
SAME = 0.98  # share of both texts' runs from which on they are the same
SHARED = 0.5  # of the shorter text's runs: that much makes a repeat
GROWN = 0.25  # share of runs that are new in an update
WORD = re.compile(r"\w+")
MASK = (1 << 61) - 1


@dataclass(frozen=True, slots=True)
class Repeat:
    """How a report repeats an earlier one: `kind` ∈ exact, copy, update; the share of the shorter one's runs of words in both."""

    kind: str
    share: float


def runs(text: str) -> frozenset[int]:
    """Hashes of a text's runs of words, the same on every machine."""
    hashed = [crc32(word.encode("utf-8", "replace")) for word in WORD.findall(text.casefold())]
    out, rolled, power = set(), 0, pow(FACTOR, RUN, MASK)
    for at, word in enumerate(hashed):
        rolled = (rolled * FACTOR + word) % MASK
        if at >= RUN:
            rolled = (rolled - hashed[at - RUN] * power) % MASK
        if at >= RUN - 1:
            out.add((rolled * MIX) % MASK)
    return frozenset(out)


FACTOR = 1_000_003
MIX = 0x1F3A5C7E9B2D4861 % MASK


def sketch(found: frozenset[int]) -> tuple[int, ...]:
    """The keys under which a text is found; none for one that is too short to tell."""
    if len(found) < SHORTEST:
        return ()
    least: dict[int, int] = {}
    for run in found:
        bin_ = run % BINS
        if run < least.get(bin_, MASK):
            least[bin_] = run
    return tuple(least[bin_] for bin_ in sorted(least))


def repeat_of(earlier: frozenset[int], later: frozenset[int]) -> Repeat | None:
    """How the later text repeats the earlier one; None when it tells its own story."""
    shorter, longer = min(len(earlier), len(later)), max(len(earlier), len(later))
    if shorter < SHORTEST:
        return None
    both = len(earlier & later)
    share = both / shorter
    if share < SHARED:
        return None
    if both >= SAME * longer:
        return Repeat("exact", share)
    grown = len(later) > len(earlier) and len(later) - both >= GROWN * len(later) and both >= SHARED * len(earlier)
    return Repeat("update" if grown else "copy", share)
