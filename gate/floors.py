"""The floors: kept in git beside the hash of the corpus they were measured on, raised freely, lowered only with a reason."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from gate.compare import KINDS, SHARES, Count

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 1e-9


def load(path: Path = FLOORS) -> dict[str, Any]:
    """The floors of every corpus, empty before the first."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return found


def save(floors: dict[str, Any], path: Path = FLOORS) -> None:
    """Write the floors, one measure a line."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")


def percentages(counts: dict[str, Count]) -> dict[str, float]:
    """Each measure in per cent to one decimal: F1, and for what is counted among matched records the share that is right."""
    return {measure: round(100 * counts[measure].f1, 1) for measure in (*KINDS, *SHARES) if measure in counts}


def failures(kept: dict[str, Any], sha256: str, now: dict[str, float]) -> list[str]:
    """What is wrong: another corpus than the floors were measured on, a measure below its floor, or one without a floor."""
    if not kept:
        return ["has no floors yet; run `python -m gate --raise`"]
    out = []
    if kept["sha256"] != sha256:
        out.append("is not the corpus the floors were measured on; if the change is meant, run `python -m gate --raise`")
    for measure, value in now.items():
        floor = kept["floors"].get(measure)
        if floor is None:
            out.append(f"{measure} has no floor; run `python -m gate --raise`")
        elif value < floor - SLACK:
            out.append(f"{measure} is {value}, below its floor of {floor}")
    return out


def raised(kept: dict[str, Any], sha256: str, now: dict[str, float]) -> dict[str, Any]:
    """The floors lifted to what is measured now, none lowered."""
    old = kept.get("floors", {})
    return {**kept, "sha256": sha256, "floors": {**old, **{m: max(v, old.get(m, 0.0)) for m, v in now.items()}}}


def lowered(kept: dict[str, Any], measure: str, now: dict[str, float], reason: str) -> dict[str, Any]:
    """The floor of one measure set to what is measured now; the reason stays in the file."""
    was = kept["floors"][measure]
    entry = {"on": f"{datetime.now(UTC):%Y-%m-%d}", "measure": measure, "from": was, "to": now[measure], "reason": reason}
    return {**kept, "floors": {**kept["floors"], measure: now[measure]}, "lowered": [*kept.get("lowered", []), entry]}
