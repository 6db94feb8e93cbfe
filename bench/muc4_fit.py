"""Fit the points of `bench.muc4_choice` on the training messages of MUC-4 and write their table.

    python -m bench.muc4_fit --data DIR --scorer FILE [--limit N] [--out FILE]

A role's table is a logistic model of single signs and of pairs of them; those of the deed and of the stems of a message are of single
signs. What one model says of a message goes into the next only from tables fitted on other messages, and the least chances are those
that score best on such. Of the words of the messages only single stems get into it, no names, each of which stands in many.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bench.muc4 import scorer_of
from bench.muc4_candidates import ROLES, candidates
from bench.muc4_choice import Points, Ranked, best, chance, filled, total
from bench.muc4_models import Rows, paired, ridge, telling
from bench.muc4_page import Page
from bench.muc4_signs import Candidate
from bench.muc4_templates import Filler, Template, deeds
from bench.muc4_worth import RELEVANCE, grades, signs, stems, worth
from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Coding

FOLDS = 5  # parts of the messages, each of which is looked at with tables fitted on the others
STEMS = 800  # that tell best whether a message has a template
NEAR = 2  # sentences around a deed in which the strings of its template are looked for
LEAST = [(deed, fill) for deed in range(20, 50, 5) for fill in range(8, 24, 2)]  # chances that are tried, in percent
Models = dict[str, Points]
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
    """A training message, its stems and its deeds."""

    gold: dict[str, Any]
    stems: set[str]
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
        told = gold["templates"][matched[number]] if number in matched else None
        cases.append(
            Case(
                deed.kind,
                signs(page, deed.kind, deed.events, number, len(found)),
                {role: candidates(page, role, deed.kind, deed.events, others, rules[role]) for role in ROLES},
                {role: {scorer.norm(m) for e in told[role] for m in e} for role in ROLES} if told is not None else None,
            )
        )
    return Message({key: gold[key] for key in ("docid", "templates", "entities")}, stems(page), cases)


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
    """The models of all roles, of the message and of the deed, and the least chances."""
    ranks = crossed(messages, lambda some: roles(some, scorer), ranking)
    reads = crossed(messages, of_message, lambda one, table: total(table, one.stems | {"any"}))
    told = [(deed_rows(one, ranked), read) for one, ranked, read in zip(messages, ranks, reads, strict=True)]
    likely = crossed(told, of_deed, lambda one, table: [chance(worth(table, held, one[1])) for held, _ in one[0]])
    scored = list(zip(messages, likely, ranks, strict=True))
    tables = {"message": of_message(messages), "deed": of_deed(told), "least": least(scored, scorer)}
    return {**roles(messages, scorer), **tables}


One, Table, Made = TypeVar("One"), TypeVar("Table"), TypeVar("Made")


def crossed(all_: Sequence[One], fit: Callable[[Sequence[One]], Table], use: Callable[[One, Table], Made]) -> list[Made]:
    """What is made of each of them with a table fitted on others: those of other parts, that follow one another."""
    part = [n * FOLDS // len(all_) for n in range(len(all_))]
    tables = [fit([one for one, k in zip(all_, part, strict=True) if k != fold]) for fold in range(FOLDS)]
    return [use(one, tables[k]) for one, k in zip(all_, part, strict=True)]


def of_message(messages: Sequence[Message]) -> Points:
    """The points of the stems of a message that has a template."""
    return ridge(telling([(one.stems, bool(one.gold["templates"])) for one in messages], STEMS))


def of_deed(told: Sequence[tuple[Rows, float]]) -> Points:
    """The points of the signs of a deed that has a template, from the deeds of each message and the message's own points."""
    reads = [read / 100 for rows, read in told for _ in rows]
    return ridge([row for rows, _ in told for row in rows], (RELEVANCE, reads))


def roles(messages: Sequence[Message], scorer: Any) -> Models:
    """The models of the roles, from the deeds that have a template."""
    return {role: paired([row for one in messages for row in role_rows(one, role, scorer)]) for role in ROLES}


def role_rows(one: Message, role: str, scorer: Any) -> Rows:
    """Signs of the candidates for a role of each deed of a message that has a template, and whether they are right."""
    cases = [(case.found[role], case.gold[role]) for case in one.cases if case.gold]
    return [(found.signs, scorer.norm(found.words) in gold) for each, gold in cases for found in each]


def ranking(one: Message, models: Models) -> list[Ranked]:
    """The ranked candidates of each deed of a message."""
    return [{role: best(case.found[role], models[role]) for role in ROLES} for case in one.cases]


def deed_rows(one: Message, ranks: Sequence[Ranked]) -> Rows:
    """Signs of every deed of a message, and whether it has a template."""
    return [(case.signs | grades(found), case.gold is not None) for case, found in zip(one.cases, ranks, strict=True)]


Scored = list[tuple[Message, list[float], list[Ranked]]]


def least(scored: Scored, scorer: Any) -> Points:
    """The least chances, in percent, of a deed that has a template and of a fill that is right, that score best."""
    tried = [{("deed", "percent"): float(deed), ("fill", "percent"): float(fill)} for deed, fill in LEAST]
    return max(tried, key=lambda limits: _score(scored, limits, scorer))


def _score(scored: Scored, limits: Points, scorer: Any) -> float:
    """The sum of both scores with these least chances."""
    made: dict[str, list[Template]] = {}
    for m, likely, ranks in scored:
        told = (filled(case.kind, p, found, limits) for case, p, found in zip(m.cases, likely, ranks, strict=True))
        made[m.gold["docid"]] = [one for one in told if one is not None]
    gold = {m.gold["docid"]: m.gold for m, _, _ in scored}
    whole = scorer.gtt_tf(made, {k: g["templates"] for k, g in gold.items()})["micro"]["F1"]
    union = {k: scorer.union(t) for k, t in made.items()}
    return float(whole + scorer.ceaf_ree(union, {k: g["entities"] for k, g in gold.items()})["micro"]["F1"])


if __name__ == "__main__":
    sys.exit(main())
