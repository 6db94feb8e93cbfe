"""Logistic models of signs: single signs whose weights are drawn towards nothing, and pairs added one at a time."""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from bench.muc4_choice import Points

STEPS = 60  # pairs that are added at most
RIDGE = 6.0
PART = 0.35  # of its best weight that a pair gets at a time
LEAST_GAIN = 4.0
RARE = 12  # times below which a sign is left out
PULL = 15.0  # with which the weight of a single sign is drawn towards nothing
ROUNDS = 12  # of Newton's method
Rows = list[tuple[set[str], bool]]
Numbers = NDArray[np.float32]


def paired(rows: Rows) -> Points:
    """The points of single signs, then of pairs of them, that tell the true rows from the others."""
    out = ridge(rows)
    names, held, right = _encoded(rows)
    odds = held @ np.array([out["any", name] / 100 for name in names], dtype=np.float32)
    likely = _likely(odds)
    slope, bend = _pairs(held, right - likely), _pairs(held, likely * (1 - likely)) + RIDGE
    for _ in range(STEPS):
        i, j = (int(k) for k in np.unravel_index(np.argmax(slope * slope / bend), slope.shape))
        if slope[i, j] ** 2 / bend[i, j] < LEAST_GAIN:
            break
        step = PART * float(slope[i, j] / bend[i, j])
        changed = np.flatnonzero(held[:, i] * held[:, j])  # only what these add to the sums changes
        near, before = held[changed], _likely(odds[changed])
        odds[changed] += step
        now = _likely(odds[changed])
        slope += _pairs(near, before - now)
        bend += _pairs(near, now * (1 - now) - before * (1 - before))
        pair = (names[min(i, j)], names[max(i, j)])
        out[pair] = out.get(pair, 0.0) + 100 * step
    return out


def ridge(rows: Rows, beside: tuple[tuple[str, str], list[float]] | None = None) -> Points:
    """The points of single signs that tell the true rows from the others; `beside` names a number of each row that has some too."""
    names, held, right = _encoded(rows)
    keys = [("any", name) for name in names]
    if beside is not None:
        keys, held = [*keys, beside[0]], np.column_stack([held, np.array(beside[1], dtype=np.float32)])
    pull, weights = np.full(len(keys), PULL), np.zeros(len(keys))
    pull[0] = 0.01  # how many are true at all is free
    for _ in range(ROUNDS):
        likely = _likely(held @ weights)
        slope = held.T @ (right - likely) - pull * weights
        weights += np.linalg.solve(_pairs(held, likely * (1 - likely)) + np.diag(pull), slope)
    return {key: 100 * float(weight) for key, weight in zip(keys, weights, strict=True)}


def telling(rows: Rows, most: int) -> Rows:
    """Rows with only those of their signs that tell the true ones best."""
    names, held, right = _encoded(rows)
    slope, share = held.T @ (right - right.mean()), held.mean(axis=0)
    gain = slope * slope / (held.sum(axis=0) * (1 - share) + RIDGE)
    kept = {names[i] for i in np.argsort(-gain, kind="stable")[:most]}
    return [(found & kept, true) for found, true in rows]


def _likely(odds: Numbers) -> Numbers:
    """Chances from log odds."""
    return (1 / (1 + np.exp(-odds))).astype(np.float32)


def _pairs(held: Numbers, weights: Numbers) -> Numbers:
    """For each two signs, the sum of the weights of the rows with both."""
    return np.asarray((held * weights[:, None]).T @ held, dtype=np.float32)


def _encoded(rows: Rows) -> tuple[list[str], Numbers, Numbers]:
    """The names of the signs that are not rare, which of them each row has, and which rows are true."""
    counted = Counter(sign for found, _ in rows for sign in found)
    names = ["any", *sorted(sign for sign, n in counted.items() if n >= RARE and sign != "any")]
    at = {name: i for i, name in enumerate(names)}
    held = np.zeros((len(rows), len(names)), dtype=np.float32)
    for number, (found, _) in enumerate(rows):
        held[number, [at[sign] for sign in found | {"any"} if sign in at]] = 1
    return names, held, np.array([float(true) for _, true in rows], dtype=np.float32)
