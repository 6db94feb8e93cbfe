"""Who did what to whom in the messages of MUC-4: templates made of our records, scored by the scorer named.

    python -m bench.muc4 --data DIR --scorer FILE [--split dev] [--limit N] [--out FILE]

DIR/muc4/simple holds SPLIT.jsonl (docid, text, templates). A template has the type of the incident, the individuals and the
organisation that did it, what was hit, who was hurt, and the weapon. The scorer may need packages of its own (NumPy, SciPy).
"""

import argparse
import importlib.util
import json
import random
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Actor, Coding, Event, Span

Template = dict[str, Any]
TYPES = {
    "attack": "attack",
    "killing": "attack",
    "assassination": "attack",
    "execution": "attack",
    "crackdown": "attack",
    "suicide_bombing": "bombing",
    "shelling": "attack",
    "airstrike": "bombing",
    "bombing": "bombing",
    "abduction": "kidnapping",
    "torture": "attack",
    "destruction": "arson",
    "looting": "robbery",
}
BURNING = re.compile(r"\b(?:burn\w*|fire|arson\w*|ablaze|torch\w*|alight|incendiary)\b", re.IGNORECASE)
STEALING = re.compile(r"\b(?:rob\w*|st[oe]l\w*|loot\w*|ransack\w*|plunder\w*)\b", re.IGNORECASE)
OF_BODY = re.compile(r"(?<=[a-z]s)(?<!members) of (?:the )?.*", re.IGNORECASE | re.DOTALL)  # "guerrillas of the …"
LEAD = re.compile(r"^(?:the|a|an|his|her|their|its|this|that|these|those) ", re.IGNORECASE)
ORGANISED = frozenset(("armed_group", "government", "coalition", "party", "state_force"))
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
ROUNDS = 200  # resamples for the interval


def main(argv: list[str] | None = None) -> int:
    """Print the scores; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--scorer", type=Path, required=True, metavar="FILE", help="muc4.py: gtt_tf and ceaf_ree")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N messages")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the templates here")
    options = parser.parse_args(argv)
    lines = (options.data / "muc4" / "simple" / f"{options.split}.jsonl").read_text("utf-8").splitlines()[: options.limit]
    gold = [json.loads(line) for line in lines]
    pred = {message["docid"]: templates(code(read_text(message["text"]))) for message in gold}
    if options.out:
        rows = (json.dumps({"docid": key, "templates": found}) for key, found in pred.items())
        options.out.write_text("\n".join(rows) + "\n", "utf-8")
    report(_scorer(options.scorer), pred, gold)
    return 0


def _scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no Python file; name the scorer with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(scorer: Any, pred: dict[str, list[Template]], gold: list[dict[str, Any]]) -> None:
    """Print both scores by role, and their intervals from messages drawn again with replacement."""
    for name, score in (("CEAF-REE", _ree), ("GTT-TF", _gtt)):
        for role, row in score(scorer, pred, gold).items():
            print(f"{name} {role:14s} P {row['P']:5.1f} R {row['R']:5.1f} F1 {row['F1']:5.1f}  {row['n']}")
        draw = random.Random(4)
        runs = sorted(score(scorer, pred, draw.choices(gold, k=len(gold)))["micro"]["F1"] for _ in range(ROUNDS))
        print(f"{name} 95 % interval {runs[int(0.025 * ROUNDS)]:.1f}-{runs[int(0.975 * ROUNDS) - 1]:.1f}")


def _gtt(scorer: Any, pred: dict[str, list[Template]], gold: list[dict[str, Any]]) -> Any:
    keyed = {f"{n}": message for n, message in enumerate(gold)}
    return scorer.gtt_tf({k: pred[m["docid"]] for k, m in keyed.items()}, {k: m["templates"] for k, m in keyed.items()})


def _ree(scorer: Any, pred: dict[str, list[Template]], gold: list[dict[str, Any]]) -> Any:
    keyed = {f"{n}": message for n, message in enumerate(gold)}
    ours = {k: scorer.union(pred[m["docid"]]) for k, m in keyed.items()}
    return scorer.ceaf_ree(ours, {k: m["entities"] for k, m in keyed.items()})


def templates(coding: Coding) -> list[Template]:
    """The templates of a coding: one an incident that happened, those of one type and victim or target made one."""
    cast = {a.id: a for a in coding.actors}
    found: list[Template] = []
    for event in coding.events:
        kind = incident_type(coding.report.text, event)
        if kind is None or event.realis in ("generic", "planned", "hypothetical"):
            continue
        made = _template(coding.report.text, kind, event, cast)
        if _is_terror(event, cast) and any(made[role] for role in ROLES[:4]):
            _add(found, made)
    return found


def _is_terror(event: Event, cast: dict[str, Actor]) -> bool:
    """Whether an event is no fight among the armed: what is done to soldiers alone is left out by the rules of MUC-4."""
    to = {cast[a].kind for a in event.to if a in cast}
    return bool(event.things) or not to or bool(to - {"state_force", "armed_group"})


def incident_type(text: str, event: Event) -> str | None:
    """The incident type of an event; None for what is no incident of terrorism."""
    words = text[event.trigger[0] : event.trigger[1]]
    if event.type == "destruction":
        return "arson" if BURNING.search(words) else "attack"
    return TYPES.get(event.type)


def _template(text: str, kind: str, event: Event, cast: dict[str, Actor]) -> Template:
    by = [cast[a] for a in event.by if a in cast]
    to = [cast[a] for a in event.to if a in cast]
    deadly = event.type in ("killing", "assassination", "abduction", "execution")  # what is killed has a person's name
    bodies = [a for a in to if a.kind == "government" or (a.kind in ("ngo", "media") and not deadly)]
    said = [(a, OF_BODY.sub("", nearest(text, a, event.trigger))) for a in by]
    return {
        "incident_type": kind,
        "PerpInd": _entities(words for a, words in said if a.kind in ("person", "unnamed", "civilians") or not is_name(a, words)),
        "PerpOrg": _entities(a.name for a in by if a.kind in ORGANISED and named(a)),
        "Target": _entities([*(text[a:b] for a, b in event.things), *(a.name for a in bodies)]),
        "Victim": _entities(a.name for a in to if a not in bodies and a.kind in ("person", "ngo", "media")),
        "Weapon": _entities([text[event.instrument[0] : event.instrument[1]]] if event.instrument else []),
    }


def named(actor: Actor) -> bool:
    """Whether an actor has a name of its own."""
    return actor.rule.startswith("actors.name")


def is_name(actor: Actor, words: str) -> bool:
    """Whether the words say the name and nothing else."""
    return LEAD.sub("", words).casefold() == actor.name.casefold() or (named(actor) and words.isupper() and len(words) < 6)


def nearest(text: str, actor: Actor, trigger: Span) -> str:
    """The words of the actor's mention nearest to a trigger."""
    start, end = min(actor.mentions, key=lambda m: max(m[0] - trigger[1], trigger[0] - m[1], 0))
    return text[start:end]


def _entities(strings: Iterable[str]) -> list[list[str]]:
    """One entity a string, lower case, articles left out."""
    seen: dict[str, None] = {}
    for words in strings:
        plain = re.sub(r"\s+", " ", LEAD.sub("", words.strip())).casefold()
        if plain:
            seen.setdefault(plain)
    return [[words] for words in seen]


def _add(found: list[Template], made: Template) -> None:
    """Add a template, or what it tells to one of the same type that shares a victim or target or leaves them open."""
    for other in reversed(found):
        if other["incident_type"] == made["incident_type"] and _fits(other, made):
            for role in ROLES:
                other[role] += [e for e in made[role] if e not in other[role]]
            return
    found.append(made)


def _fits(one: Template, other: Template) -> bool:
    shared = [e for role in ("Victim", "Target") for e in one[role] if e in other[role]]
    return bool(shared) or not any(other[role] for role in ("Victim", "Target"))


if __name__ == "__main__":
    sys.exit(main())
