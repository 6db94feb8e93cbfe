"""Sub-event types of ACLED for snippets of news: CASE 2021, task 2.

    python -m bench.case2021 --data DIR [--out FILE]

DIR/case2021_task2 holds dev.jsonl (id, text, label). Every snippet gets one label: the code of its chief event by the table of event
codes. Labels of no ACLED type are left out of the score.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from onrecord.lexicon.codes import codes
from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Coding, Event

DROPPED = frozenset(("ORG_CRIME", "NATURAL_DISASTER", "MAN_MADE_DISASTER", "DIPLO", "ATTRIB", "OTHER"))
LABELS = {
    "Armed clash": "ARMED_CLASH",
    "Government regains territory": "GOV_REGAINS_TERIT",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER",
    "Chemical weapon": "CHEM_WEAP",
    "Air/drone strike": "AIR_STRIKE",
    "Suicide bomb": "SUIC_BOMB",
    "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
    "Remote explosive/landmine/IED": "REM_EXPLOS",
    "Grenade": "GRENADE",
    "Peaceful protest": "PEACE_PROTEST",
    "Protest with intervention": "PROTEST_WITH_INTER",
    "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Violent demonstration": "VIOL_DEMONSTR",
    "Mob violence": "MOB_VIOL",
    "Agreement": "AGREEMENT",
    "Arrests": "ARREST",
    "Change to group/activity": "CHANGE_TO_GROUP_ACT",
    "Disrupted weapons use": "DISR_WEAP",
    "Headquarters or base established": "HQ_ESTABLISHED",
    "Looting/property destruction": "PROPERTY_DISTRUCT",
    "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
    "Other": "OTHER",
    "Sexual violence": "SEX_VIOL",
    "Attack": "ATTACK",
    "Abduction/forced disappearance": "ABDUCT_DISSAP",
}
WEIGHT = {  # how much more telling a code is than another in the same snippet
    "Chemical weapon": 9,
    "Suicide bomb": 8,
    "Grenade": 8,
    "Sexual violence": 8,
    "Excessive force against protesters": 7,
    "Protest with intervention": 6,
    "Headquarters or base established": 6,
    "Air/drone strike": 5,
    "Shelling/artillery/missile attack": 5,
    "Remote explosive/landmine/IED": 5,
    "Government regains territory": 5,
    "Non-state actor overtakes territory": 5,
    "Non-violent transfer of territory": 5,
    "Abduction/forced disappearance": 5,
    "Disrupted weapons use": 5,
    "Violent demonstration": 4,
    "Mob violence": 5,
    "Agreement": 4,
    "Looting/property destruction": 4,
    "Peaceful protest": 3,
    "Arrests": 3,
    "Armed clash": 3,
    "Attack": 2,
    "Change to group/activity": 2,
    "Other": 0,
}


def main(argv: list[str] | None = None) -> int:
    """Print the weighted F1 and every label's; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the labels here")
    options = parser.parse_args(argv)
    rows = [json.loads(line) for line in (options.data / "case2021_task2" / "dev.jsonl").read_text("utf-8").splitlines()]
    found = {row["id"]: label(code(read_text(row["text"]))) for row in rows}
    if options.out:
        options.out.write_text("".join(json.dumps({"id": k, "label": v}) + "\n" for k, v in found.items()), "utf-8")
    score([(row["label"], found[row["id"]]) for row in rows if row["label"] not in DROPPED])
    return 0


def label(coding: Coding) -> str:
    """The label of a snippet: that of the event with most weight, the first among equals."""
    coded = codes(coding)
    ranked = sorted(coding.events, key=lambda e: -_weight(e, coded[e.id].acled_sub_event))
    return LABELS[coded[ranked[0].id].acled_sub_event] if ranked else "OTHER"


def _weight(event: Event, sub_event: str) -> float:
    return WEIGHT[sub_event] - (3 if event.realis != "actual" else 0)


def score(pairs: list[tuple[str, str]]) -> None:
    """Print F1 by label and weighted by the gold's numbers."""
    right = Counter(gold for gold, ours in pairs if gold == ours)
    gold, ours = Counter(g for g, _ in pairs), Counter(o for _, o in pairs)
    f1 = {name: 2 * right[name] / (gold[name] + ours[name]) for name in gold}
    for name in sorted(gold):
        print(f"{name:32s} F1 {100 * f1[name]:5.1f}  of {gold[name]:3d}, ours {ours[name]:3d}")
    print(
        f"weighted F1 {100 * sum(f1[n] * gold[n] for n in gold) / len(pairs):.1f}, right {100 * sum(right.values()) / len(pairs):.1f} %"
    )


if __name__ == "__main__":
    sys.exit(main())
