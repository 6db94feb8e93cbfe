"""The columns of the benchmarks of counts, from the tolls of one coding."""

from bench.tolls import counts, dead_by_side

from onrecord.pipeline import code
from onrecord.read import read_text


def test_columns_are_the_tolls_under_their_names() -> None:
    """Counts by name, the dead by side."""
    coding = code(read_text("Rebels killed two soldiers and three farmers and wounded a nurse in Gao."))
    assert counts(coding, "killed", "injured") == {"killed": 5, "injured": 1}
    assert dead_by_side(coding) == {"killed_civilians": 3, "killed_officials": 0, "killed_security": 2, "killed_insurgents": 0}
