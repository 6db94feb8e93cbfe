"""The reports coded by hand are in step with their sources, and every sample report can be read and coded."""

import json
from pathlib import Path

import pytest
from tests.reports.build import build

from onrecord.pipeline import code
from onrecord.read import Unread, read_path
from onrecord.records import Coding

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"
FOLDERS = sorted(p.parent for p in HERE.glob("*/coding.toml"))
VALUES = {
    "mode": {"direct", "indirect", "mixed"},
    "attitude": {*"asserts estimates denies confirms declines predicts threatens promises urges asks".split()},
    "bound": {*"exact at_least more_than at_most fewer_than about between vague".split()},
    "measure": {
        *"killed wounded casualties missing captured freed displaced recruited strength destroyed attacks territory".split(),
        *("territory_share", "other"),
    },
    "status": {"combatant", "civilian", "mixed", "unknown"},
    "realis": {"actual", "threatened", "planned", "denied", "hypothetical", "generic"},
}


@pytest.fixture(scope="module")
def codings() -> dict[str, Coding]:
    """The codings of all samples by name."""
    docs = list(read_path(EXAMPLES))
    assert not [doc for doc in docs if isinstance(doc, Unread)]
    return {str(doc.name): code(doc) for doc in docs if not isinstance(doc, Unread)}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_expected_is_built_from_the_coding(folder: Path) -> None:
    """expected.json is what build.py makes of coding.toml and the report as read today."""
    assert build(folder) == json.loads((folder / "expected.json").read_text("utf-8"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_codings_use_the_values_of_the_manual(folder: Path) -> None:
    """No coding by hand holds a word that the manual does not know."""
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    for record in (*expected["statements"], *expected["figures"], *expected["events"]):
        for field, allowed in VALUES.items():
            assert record.get(field) in {*allowed, None}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_coded_reports_are_the_samples(folder: Path) -> None:
    """A report coded by hand is the sample of the same name, byte for byte."""
    (report,) = folder.glob("report.*")
    assert report.read_bytes() == (EXAMPLES / f"{folder.name}{report.suffix}").read_bytes()


def test_every_sample_is_coded(codings: dict[str, Coding]) -> None:
    """Eleven reports lie in examples, and each yields statements, figures and events, or figures and events only for the strikes."""
    assert len(codings) == 11
    assert all(coding.figures and coding.events for coding in codings.values())
    assert [name for name, coding in codings.items() if not coding.statements] in ([], ["strikes_release"])


def test_samples_with_no_day_keep_their_year_open(codings: dict[str, Coding]) -> None:
    """The report without a date has no year of publication and no year in any of its times."""
    coding = codings["taiz_front"]
    assert coding.report.published is None
    assert all(time.edtf is None or "XXXX" in time.edtf for time in coding.times)


def test_numbers_of_the_page_furniture_are_no_figures(codings: dict[str, Coding]) -> None:
    """The 900 and 1,000 dead of the scripts, the 743 partners and the 60,000 readers of the page are not read."""
    lows = {fig.low for fig in codings["zamboanga_page"].figures}
    assert 5 in lows
    assert not lows & {900, 1000, 743, 312, 60000, 800, 27, 14}
