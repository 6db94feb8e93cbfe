"""The numbers of one coding as benchmarks of counts ask for them: the ledger's tolls under the columns' names."""

from onrecord.ledger import killed_by_side, toll
from onrecord.records import Coding


def counts(coding: Coding, *names: str, trials: bool = False) -> dict[str, int]:
    """The tolls of these names; `trials` where reports of trials tell of the crime."""
    return {name: toll(coding, name, trials) for name in names}


def dead_by_side(coding: Coding) -> dict[str, int]:
    """The dead under the columns of the incident summaries: `killed_civilians`, `killed_security`, …"""
    sides = killed_by_side(coding, toll(coding, "killed"))
    columns = {"civilian": "civilians", "official": "officials", "security": "security", "insurgent": "insurgents"}
    return {f"killed_{columns[side]}": number for side, number in sides.items()}
