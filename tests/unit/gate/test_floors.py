"""Floors rise freely, fall only with a reason, and hold for the corpus they were measured on."""

from pathlib import Path
from typing import Any

from gate import floors
from gate.__main__ import main
from gate.corpus import corpus_hash, our_reports

KEPT: dict[str, Any] = {"sha256": "aa", "floors": {"figure": 80.0, "time": 70.0}}


def test_a_measure_at_its_floor_passes() -> None:
    """A floor is the least that is allowed, not a value to exceed."""
    assert floors.failures(KEPT, "aa", {"figure": 80.0, "time": 71.0}) == []


def test_a_measure_below_its_floor_fails() -> None:
    """The message names the measure, its value and its floor."""
    assert floors.failures(KEPT, "aa", {"figure": 79.9, "time": 70.0}) == ["figure is 79.9, below its floor of 80.0"]


def test_another_corpus_fails() -> None:
    """Floors measured on other reports say nothing about these."""
    assert "not the corpus" in floors.failures(KEPT, "bb", {"figure": 90.0, "time": 90.0})[0]


def test_a_corpus_or_measure_without_floor_fails() -> None:
    """What has no floor is not guarded, so it fails until it gets one."""
    assert floors.failures({}, "aa", {"figure": 90.0}) == ["has no floors yet; run `python -m gate --raise`"]
    assert floors.failures(KEPT, "aa", {"event": 90.0}) == ["event has no floor; run `python -m gate --raise`"]


def test_raising_never_lowers() -> None:
    """--raise lifts what rose and leaves what fell."""
    assert floors.raised(KEPT, "bb", {"figure": 85.0, "time": 60.0}) == {"sha256": "bb", "floors": {"figure": 85.0, "time": 70.0}}


def test_lowering_keeps_its_reason() -> None:
    """--lower changes one floor and writes down from what, to what, when and why."""
    kept = floors.lowered(KEPT, "time", {"figure": 1.0, "time": 60.0}, "hours no longer count as days")
    assert kept["floors"] == {"figure": 80.0, "time": 60.0}
    (entry,) = kept["lowered"]
    assert (entry["measure"], entry["from"], entry["to"], entry["reason"]) == (
        "time",
        70.0,
        60.0,
        "hours no longer count as days",
    )


def test_lowering_needs_a_reason(capsys: Any) -> None:
    """--lower alone changes nothing and exits with 2."""
    assert main(["--lower", "time"]) == 2
    assert "--reason" in capsys.readouterr().out


def test_the_hash_changes_with_a_coding(tmp_path: Path) -> None:
    """A coding, a text or a day that changes makes another corpus."""
    (tmp_path / "one").mkdir()
    seen = set()
    for text, coding, day in (("a", "{}", "null"), ("b", "{}", "null"), ("a", "{ }", "null"), ("a", "{}", "1")):
        (tmp_path / "one" / "report.txt").write_text(text)
        (tmp_path / "one" / "expected.json").write_text(coding)
        (tmp_path / "one" / "meta.json").write_text(day)
        seen.add(corpus_hash(our_reports(tmp_path)))
    assert len(seen) == 4


def test_floors_are_those_of_our_reports() -> None:
    """gate/floors.json was measured on tests/reports as they are."""
    assert floors.load()["reports"]["sha256"] == corpus_hash(our_reports())
