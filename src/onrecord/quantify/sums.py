"""Parts that plainly add up to a whole: "three died … a man, a woman and a boy", 11 strikes place by place."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.quantify.draft import WINDOW, Draft

ADDED_UP = frozenset(("killed", "wounded", "casualties", "captured", "freed", "attacks"))
HURT = frozenset(("killed", "wounded"))
ANYBODY = frozenset(("people", "person", "other", "man", "casualty", "victim", "death", "fatality", "dead", "body"))
OUTCOMES = {"casualties": HURT, "captured": frozenset(("freed", "killed", "missing"))}
NEAR = 9  # sentences a breakdown of people may run on
FAR = 25  # sentences a breakdown of attacks by place may run on
LEAST = 2  # parts a sum needs


def sums(drafts: Sequence[Draft], known: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Pairs (part, whole): the largest wholes first, of equal ones the nearest before its parts."""
    taken: set[int] = set(known)
    for i in sorted(range(len(drafts)), key=lambda i: (-(drafts[i].quantity.low or 0), -i)):
        for part in _added_up(drafts, i, taken, known) or _outcomes(drafts, i, taken) or _listed(drafts, i, taken):
            taken.add(part)
            yield part, i


def _added_up(drafts: Sequence[Draft], i: int, taken: set[int], known: dict[int, int]) -> list[int]:
    """Figures after a whole that add up to it: a run of two or more of the same measure, all exact."""
    whole = drafts[i]
    if whole.quantity.bound != "exact" or not whole.quantity.low or whole.quantity.low < LEAST or whole.measure not in ADDED_UP:
        return []
    rows = [j for j in _after(drafts, i, FAR) if _may_be_part(drafts[j], whole) and (j not in taken or known.get(j) == i)]
    for first in range(len(rows)):
        run = _nested(drafts, rows[first:], whole.quantity.low) or _run(drafts, rows[first:], whole.quantity.low)
        if run and (whole.measure == "attacks" or drafts[run[-1]].sent - whole.sent <= NEAR or _is_one_list(drafts, run)):
            return run
    return []


def _is_one_list(drafts: Sequence[Draft], run: Sequence[int]) -> bool:
    """Whether all stand in one sentence: such a breakdown may come far from its whole."""
    return drafts[run[0]].sent == drafts[run[-1]].sent


def _after(drafts: Sequence[Draft], i: int, reach: int) -> Iterator[int]:
    """The figures after one that stand within reach of it."""
    for j in range(i + 1, min(len(drafts), i + WINDOW)):
        if drafts[j].sent - drafts[i].sent > reach:
            return
        yield j


def _nested(drafts: Sequence[Draft], rows: Sequence[int], whole: float) -> list[int]:
    """Parts that make the whole, each before its own parts: "16 strikes … 11 in the north: four, seven … five in the south"."""
    taken, k = list[int](), 0
    while k < len(rows) and sum(drafts[j].quantity.low or 0.0 for j in taken) < whole:
        taken.append(rows[k])
        k += 1 + len(_run(drafts, rows[k + 1 :], drafts[rows[k]].quantity.low or 0.0))
    total = sum(drafts[j].quantity.low or 0.0 for j in taken)
    return taken if total == whole and len(taken) >= LEAST else []


def _run(drafts: Sequence[Draft], rows: Sequence[int], whole: float) -> list[int]:
    """The first of these figures that together make the whole; [] when they overshoot or fall short."""
    total, taken = 0.0, list[int]()
    for j in rows:
        total, taken = total + (drafts[j].quantity.low or 0.0), [*taken, j]
        if total >= whole:
            break
    return taken if total == whole and len(taken) >= LEAST else []


def _may_be_part(part: Draft, whole: Draft) -> bool:
    """Whether a figure may be counted towards a whole: same measure and kind, smaller, and of nobody else."""
    low = part.quantity.low
    if part.measure != whole.measure or part.kind != whole.kind or low is None or part.quantity.bound != "exact":
        return False
    other = part.whom is not None and whole.whom is not None and part.whom != whole.whom and part.status == "combatant"
    anybody = whole.noun.lemma in ANYBODY and whole.status != "combatant"
    rival = not anybody and (other or {part.status, whole.status} == {"combatant", "civilian"})
    return 0 < low < (whole.quantity.low or 0) and not rival


def _outcomes(drafts: Sequence[Draft], i: int, taken: set[int]) -> list[int]:
    """What became of a total: "five were shot: two died, three were hurt", "eight were seized … five were freed, three killed"."""
    whole = drafts[i]
    outcomes = OUTCOMES.get(whole.measure)
    if not outcomes or whole.quantity.bound != "exact" or not whole.quantity.low:
        return []
    near = [
        j
        for j in range(max(0, i - WINDOW), min(len(drafts), i + WINDOW))
        if j != i and abs(drafts[j].sent - whole.sent) <= NEAR and drafts[j].measure in outcomes
    ]
    for j, k in pairwise(j for j in near if j not in taken):
        pair = (drafts[j], drafts[k])
        if len({d.measure for d in pair}) == LEAST and sum(d.quantity.low or 0 for d in pair) == whole.quantity.low:
            return [j, k]
    return []


def _listed(drafts: Sequence[Draft], i: int, taken: set[int]) -> list[int]:
    """Kinds of victims listed in one sentence after a vague whole: "several were hurt … six women, a girl and two men"."""
    whole = drafts[i]
    if whole.quantity.bound != "vague" or whole.measure not in HURT or whole.quantity.share:
        return []
    rows = [j for j in _after(drafts, i, NEAR) if drafts[j].measure == whole.measure and drafts[j].sent > whole.sent]
    for j in rows:
        run = [k for k in rows if drafts[k].sent == drafts[j].sent and k not in taken and drafts[k].quantity.bound == "exact"]
        if len(run) > LEAST and len({drafts[k].noun.lemma for k in run}) == len(run):
            return run
    return []
