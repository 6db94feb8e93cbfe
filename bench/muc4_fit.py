"""Fit the points of `bench.muc4_choice` on the training messages of MUC-4 and write their table.

    python -m bench.muc4_fit --data DIR --scorer FILE [--limit N] [--out FILE]

Each table is a logistic model of signs and pairs of signs, made one pair at a time: the pair that helps most gets a part of its best
weight. A role's table is the mean of several, each fitted on messages drawn with replacement. The tables for the roles are fitted on
one half of the messages for the deeds of the other, whose points then show how much a deed with such fills is worth; the least points
are those that score best on halves not fitted on. No word of a message gets into it.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.muc4 import scorer_of
from bench.muc4_candidates import ROLES, candidates
from bench.muc4_choice import Points, Ranked, best, fills, grades, signs, total
from bench.muc4_page import Page
from bench.muc4_signs import Candidate
from bench.muc4_templates import Filler, Template, deeds
from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Coding

STEPS = 110
RIDGE = 6.0
PART = 0.35  # of its best weight that a pair gets at a time
LEAST_GAIN = 2.0
BAGS = 5
RARE = 12  # times below which a sign is left out
NEAR = 2  # sentences around a deed in which the strings of its template are looked for
START = {("deed", "first"): -60.0, **{(r, p): v for r in ROLES for p, v in (("first", -100.0), ("more", -50.0))}}
Rows = list[tuple[set[str], bool]]
Models = dict[str, Points]
Numbers = NDArray[np.float32]
HEADER = (
    "# Points of signs, and of two together, in hundredths of the log odds: made by bench.muc4_fit on the training messages.\n"
)


@dataclass(slots=True)
class Case:
    """One deed of a training message: its signs, its candidates by role, and the fills of its template if it has one."""

    kind: str
    signs: set[str]
    found: dict[str, list[Candidate]]
    gold: dict[str, set[str]] | None


@dataclass(slots=True)
class Message:
    """A training message and its deeds."""

    gold: dict[str, Any]
    cases: list[Case]


def main(argv: list[str] | None = None) -> int:
    """Write the table; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--scorer", type=Path, required=True, metavar="FILE", help="muc4.py: gtt_tf and ceaf_ree")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N messages")
    parser.add_argument("--out", type=Path, metavar="FILE", default=Path(__file__).with_name("muc4_points.tsv"))
    options = parser.parse_args(argv)
    lines = (options.data / "muc4" / "simple" / "train.jsonl").read_text("utf-8").splitlines()[: options.limit]
    scorer = scorer_of(options.scorer)
    messages = [message(json.loads(line), scorer) for line in lines]
    models = fitted(messages, scorer)
    options.out.write_text(HEADER + "role\tsign\tand\tpoints\n" + "".join(table(models)), "utf-8")
    return 0


def table(models: Models) -> list[str]:
    """The lines of the table."""
    return [
        f"{role}\t{one}\t{other}\t{value:.0f}\n"
        for role, rows in models.items()
        for (one, other), value in rows.items()
        if round(value) or role == "least"
    ]


def message(gold: dict[str, Any], scorer: Any) -> Message:
    """A training message with its deeds, each with the template that it tells of."""
    coding: Coding = code(read_text(gold["text"]))
    page, found = Page(coding), deeds(coding)
    matched = aligned(page, found, gold["templates"], scorer)
    cases = []
    for number, deed in enumerate(found):
        others = [e for other in found if other is not deed for e in other.events]
        rules = Filler(coding, deed).fills()
        template = gold["templates"][matched[number]] if number in matched else None
        cases.append(
            Case(
                deed.kind,
                signs(page, deed.kind, deed.events, number),
                {role: candidates(page, role, deed.kind, deed.events, others, rules[role]) for role in ROLES},
                {role: {scorer.norm(m) for e in template[role] for m in e} for role in ROLES} if template is not None else None,
            )
        )
    return Message({key: gold[key] for key in ("docid", "templates", "entities")}, cases)


def aligned(page: Page, found: Sequence[Any], templates: Sequence[Template], scorer: Any) -> dict[int, int]:
    """The template that each deed tells of, by number: one of its type with most of its strings near the deed, one to one."""
    pairs: list[tuple[float, int, int]] = []
    for i, deed in enumerate(found):
        here = {page.sentence(e.trigger[0]) for e in deed.events}
        close, around = _said(page, here, scorer), _said(page, {j + k for j in here for k in range(-NEAR, NEAR + 1)}, scorer)
        for j, template in enumerate(templates):
            entities = [[f" {scorer.norm(m)} " for m in e] for role in ROLES for e in template[role]]
            shared = sum(2 * any(m in close for m in e) + any(m in around for m in e) for e in entities)
            same = deed.kind in scorer._types(template["incident_type"])
            if same and (shared or not entities or len(templates) == 1):
                pairs.append((-shared / (3 * len(entities) + 1), i, j))
    out: dict[int, int] = {}
    for _, i, j in sorted(pairs):
        if i not in out and j not in out.values():
            out[i] = j
    return out


def _said(page: Page, numbers: set[int], scorer: Any) -> str:
    """The words of some sentences as the scorer compares them."""
    words = " ".join(page.text[a:b] for k, (a, b) in enumerate(page.spans) if k in numbers)
    return f" {scorer.norm(' '.join(words.split()))} "


def fitted(messages: list[Message], scorer: Any) -> Models:
    """The models of all roles and of the deed, and the least points."""
    halves = messages[::2], messages[1::2]
    tables = [roles(half, scorer) for half in halves]
    ranks = [[ranking(one, tables[1 - i]) for one in half] for i, half in enumerate(halves)]
    rows = [deed_rows(half, ranked) for half, ranked in zip(halves, ranks, strict=True)]
    worths = [boosted(each) for each in rows]
    scored = [
        (m, [total(worths[1 - i], case.signs | grades(r)) for case, r in zip(m.cases, rs, strict=True)], rs)
        for i, (half, ranked) in enumerate(zip(halves, ranks, strict=True))
        for m, rs in zip(half, ranked, strict=True)
    ]
    return {**roles(messages, scorer), "deed": boosted(rows[0] + rows[1]), "least": least(scored, scorer)}


def roles(messages: Sequence[Message], scorer: Any) -> Models:
    """The models of the roles, from the deeds that have a template."""
    return {role: bagged([role_rows(one, role, scorer) for one in messages]) for role in ROLES}


def role_rows(one: Message, role: str, scorer: Any) -> Rows:
    """Signs of the candidates for a role of each deed of a message that has a template, and whether they are right."""
    cases = [(case.found[role], case.gold[role]) for case in one.cases if case.gold]
    return [(found.signs, scorer.norm(found.words) in gold) for each, gold in cases for found in each]


def bagged(groups: Sequence[Rows]) -> Points:
    """The mean of the points fitted on messages drawn with replacement, BAGS times: there is less chance in it than in one fit."""
    told, draw = [rows for rows in groups if rows], random.Random(0)
    out: Points = {}
    for _ in range(BAGS):
        for pair, value in boosted([row for rows in draw.choices(told, k=len(told)) for row in rows]).items():
            out[pair] = out.get(pair, 0.0) + value / BAGS
    return out


def ranking(one: Message, models: Models) -> list[Ranked]:
    """The ranked candidates of each deed of a message."""
    return [{role: best(case.found[role], models[role]) for role in ROLES} for case in one.cases]


def deed_rows(messages: Sequence[Message], ranks: Sequence[list[Ranked]]) -> Rows:
    """Signs of every deed, and whether it has a template."""
    return [
        (case.signs | grades(found), case.gold is not None)
        for m, ranked in zip(messages, ranks, strict=True)
        for case, found in zip(m.cases, ranked, strict=True)
    ]


def boosted(rows: Rows) -> Points:
    """The points of signs and pairs of signs that tell the true rows from the others."""
    names, held, right = _encoded(rows)
    chance = float(np.log((right.sum() + 1) / (len(right) - right.sum() + 1)))
    odds = np.full(len(right), chance, dtype=np.float32)
    likely = _likely(odds)
    slope, bend = _pairs(held, right - likely), _pairs(held, likely * (1 - likely)) + RIDGE
    out: Points = {("any", "any"): 100 * chance}
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


Scored = list[tuple[Message, list[float], list[Ranked]]]


def least(scored: Scored, scorer: Any) -> Points:
    """The least points of a deed, of the first candidate for a role and of more, that score best."""
    out: Points = dict(START)
    top = _score(scored, out, scorer)
    for step in (50.0, 25.0):
        for key in START:
            for value in (out[key] - step, out[key] + step):
                reached = _score(scored, {**out, key: value}, scorer)
                if reached > top:
                    top, out = reached, {**out, key: value}
    return out


def _score(scored: Scored, limits: Points, scorer: Any) -> float:
    """The sum of both scores with these least points."""
    made: dict[str, list[Template]] = {}
    for m, worths, ranks in scored:
        told = [
            {"incident_type": case.kind, **fills(found, lambda _: limits)}
            for case, value, found in zip(m.cases, worths, ranks, strict=True)
            if value >= limits["deed", "first"]
        ]
        made[m.gold["docid"]] = [t for t in told if any(t[role] for role in ROLES)]
    gold = {m.gold["docid"]: m.gold for m, _, _ in scored}
    whole = scorer.gtt_tf(made, {k: g["templates"] for k, g in gold.items()})["micro"]["F1"]
    union = {k: scorer.union(t) for k, t in made.items()}
    return float(whole + scorer.ceaf_ree(union, {k: g["entities"] for k, g in gold.items()})["micro"]["F1"])


if __name__ == "__main__":
    sys.exit(main())
