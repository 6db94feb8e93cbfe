"""Templates of MUC-4: what a message tells of, and the points that decide."""

import pytest
from bench.muc4_candidates import ROLES
from bench.muc4_choice import points, total
from bench.muc4_fit import bagged, boosted
from bench.muc4_names import untitled
from bench.muc4_page import Page, plain
from bench.muc4_phrases import phrases
from bench.muc4_signs import Candidate
from bench.muc4_syntax import syntax
from bench.muc4_templates import templates

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


@pytest.mark.parametrize("role", [*ROLES, "deed"])
def test_the_table_has_points_for_every_role(role: str) -> None:
    assert ("any", "any") in points(role)
    assert (role, "first") in points("least")


def test_a_pair_of_signs_is_found() -> None:
    rows = [({"a", "b"}, True)] * 40 + [({"a"}, False)] * 40 + [({"b"}, False)] * 40
    table = boosted(rows)
    assert total(table, {"any", "a", "b"}) > 0 > max(total(table, {"any", "a"}), total(table, {"any", "b"}))


def test_points_of_messages_drawn_again_stay_points_of_signs() -> None:
    groups = [[({"a"}, True), ({"b"}, False)] for _ in range(40)]
    table = bagged(groups)
    assert table == bagged(groups)
    assert total(table, {"any", "a"}) > 0 > total(table, {"any", "b"})


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
