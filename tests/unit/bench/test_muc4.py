"""Templates of MUC-4: what a message tells of, and the points that decide."""

import pytest
from bench.muc4_candidates import ROLES
from bench.muc4_choice import filled, points, total
from bench.muc4_fit import crossed
from bench.muc4_models import paired, ridge, telling
from bench.muc4_names import untitled
from bench.muc4_page import Page, plain
from bench.muc4_phrases import phrases
from bench.muc4_signs import Candidate
from bench.muc4_syntax import syntax
from bench.muc4_templates import templates
from bench.muc4_tree import governed, names
from bench.muc4_worth import RELEVANCE, relevance, stems, worth

from onrecord.pipeline import code
from onrecord.read import read_text

MESSAGE = (
    "   QUITO, 3 MAY 90 -- [TEXT] SIX REBELS OF THE SHINING PATH SET OFF A CAR BOMB\n"
    "IN FRONT OF THE CORAL BANK ON THURSDAY, POLICE REPORTED.  THE EXPLOSION KILLED\n"
    "JUDGE RAMON QUISPE VARGAS AND DAMAGED THREE SHOPS.\n"
)


def test_a_message_about_one_bomb_has_one_template() -> None:
    found = templates(code(read_text(MESSAGE)))
    assert [t["incident_type"] for t in found] == ["bombing"]
    assert ["car bomb"] in found[0]["Weapon"]
    assert ["ramon quispe vargas"] in found[0]["Victim"]
    assert ["coral bank"] in found[0]["Target"]


def test_a_message_about_no_deed_has_none() -> None:
    assert templates(code(read_text("   QUITO, 3 MAY 90 -- [TEXT] THE MINISTER OPENED A SCHOOL IN THE CAPITAL TODAY.\n"))) == []


@pytest.mark.parametrize("role", [*ROLES, "deed", "message"])
def test_the_table_has_points_for_every_role(role: str) -> None:
    assert ("any", "any") in points(role)


@pytest.mark.parametrize("what", ["deed", "fill"])
def test_the_table_has_the_least_chances(what: str) -> None:
    assert 0 < points("least")[what, "percent"] < 100


def test_a_pair_of_signs_is_found() -> None:
    rows = [({"a", "b"}, True)] * 40 + [({"a"}, False)] * 40 + [({"b"}, False)] * 40
    table = paired(rows)
    assert total(table, {"any", "a", "b"}) > 0 > max(total(table, {"any", "a"}), total(table, {"any", "b"}))


def test_points_of_single_signs_and_of_a_number_beside_them() -> None:
    rows = [({"a"}, True), ({"b"}, False)] * 40 + [({"b"}, True), ({"a"}, False)] * 20
    table = ridge(rows, (RELEVANCE, [float(true) for _, true in rows]))
    assert table["any", "a"] > 0 > table["any", "b"]
    assert table[RELEVANCE] > 0
    assert worth(table, {"any", "a"}, 200.0) > worth(table, {"any", "a"}, 0.0) > worth(table, {"any", "b"}, 0.0)


def test_the_signs_that_tell_best_are_kept() -> None:
    rows = [({"a", "c"}, True)] * 20 + [({"b", "c"}, False)] * 20 + [({"b"}, True)] * 15
    assert telling(rows, 1) == [({"a"}, True)] * 20 + [(set(), False)] * 20 + [(set(), True)] * 15


def test_each_is_looked_at_with_the_others() -> None:
    looked = crossed(list(range(10)), lambda some: set(some), lambda one, others: (one, sorted(set(range(10)) - others)))
    assert looked[:4] == [(0, [0, 1]), (1, [0, 1]), (2, [2, 3]), (3, [2, 3])]


def test_a_report_of_incidents_reads_otherwise_than_a_speech() -> None:
    incident = "Police reported that an explosion last night injured two persons and damaged a car."
    speech = "You must support our proposal, because peace needs the agreement of each nation."
    told, spoken = (relevance(Page(code(read_text(text))), points("message")) for text in (incident, speech))
    assert told > spoken


def test_stems_are_of_no_names() -> None:
    page = Page(code(read_text("The bombs EXPLODED at noon in Lima. Mario Vega said so.")))
    assert stems(page) == {"the", "bomb", "explod", "noon", "said"}


@pytest.mark.parametrize(
    ("likely", "expected"),
    [(0.9, [["bomb"], ["mine"]]), (0.5, [["bomb"]]), (0.2, None)],
)
def test_a_fill_is_told_when_deed_and_fill_are_likely(likely: float, expected: list[list[str]] | None) -> None:
    weapons = [(100.0, Candidate("bomb", [], None)), (-100.0, Candidate("mine", [], None))]
    found = filled("bombing", likely, {"Weapon": weapons}, {("deed", "percent"): 30.0, ("fill", "percent"): 20.0})
    assert found == (expected and {"incident_type": "bombing", "Weapon": expected})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ARMED MEN", {"does killing verb", "does this deed", "whole phrase"}),
        ("MEN", {"does killing verb", "leaves a modifier"}),
        ("JUDGE", {"object killing verb", "object this deed", "told again"}),
        ("BOMB", {"after with of killing verb"}),
    ],
)
def test_signs_of_the_tree(words: str, expected: set[str]) -> None:
    page = Page(code(read_text("   QUITO, 3 MAY 90 -- [TEXT] ARMED MEN KILLED THE JUDGE WITH A BOMB TODAY.\n")))
    start = page.text.index(words)
    one = Candidate(words, [(start, start + len(words))], None)
    assert expected <= syntax(page, one, [e for e in page.coding.events if e.type == "killing"], [])


@pytest.mark.parametrize(("words", "expected"), [("THE  OLD\nBRIDGE,", "old bridge"), ("their own house", "own house")])
def test_plain_words(words: str, expected: str) -> None:
    assert plain(words) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Businessman Mario Lucas Vega", "mario lucas vega"),
        ("Liberal Leader Mario Vega", "mario vega"),
        ("Mario Vega", "mario vega"),
    ],
)
def test_a_name_without_its_trade(name: str, expected: str) -> None:
    assert untitled(name) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("weapon", "THEY USED 20 KG OF DYNAMITE AND TWO 60-MM MORTARS", ["20 KG OF DYNAMITE", "TWO 60-MM MORTARS"]),
        ("doer", "FOUR MEN WEARING ARMY UNIFORMS LEFT", ["FOUR MEN WEARING ARMY UNIFORMS"]),
        ("doer", "WOMEN IN CIVILIAN CLOTHES LEFT", ["WOMEN IN CIVILIAN CLOTHES"]),
    ],
)
def test_phrases(kind: str, text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in phrases(kind, text, (0, len(text)))] == expected


def test_phrases_of_the_tree_for_what_was_hit_and_who_was_hurt() -> None:
    page = Page(
        code(read_text("   QUITO, 3 MAY 90 -- [TEXT] REBELS DESTROYED TWO OLD WATER PUMPS.  LUIS QUISPE BARON WAS HURT.\n"))
    )
    deed = [e for e in page.coding.events if e.type == "destruction"]
    hit = {page.text[a:b] for a, b in governed(page.tree, deed)}
    assert {"PUMPS", "WATER PUMPS", "OLD WATER PUMPS", "TWO OLD WATER PUMPS"} <= hit
    assert "LUIS QUISPE BARON" in {page.text[a:b] for a, b in names(page.tree, {"rebels"})}
