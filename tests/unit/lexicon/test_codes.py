"""Events in other ontologies: one table from type and sides to codes."""

import pytest

from onrecord.lexicon import rows
from onrecord.lexicon.codes import codes, codes_of, words_around
from onrecord.records import Actor, Coding, Event, Figure, Report

KINDS = ("state_force", "armed_group", "civilians", "unnamed")
CAST = {kind: Actor(kind, kind, kind, ((0, 1),), "test") for kind in KINDS}
TYPES = (
    "armed_clash attack airstrike shelling bombing suicide_bombing assassination killing execution abduction detention release"
    " torture sexual_violence forced_recruitment threat displacement territory_gain destruction looting arrest surrender protest"
    " riot crackdown agreement ceasefire aid deployment other"
).split()


def happening(type: str, by: str = "", to: str = "") -> Event:
    """An event of a type, done by and to actors of a kind."""
    return Event("e", type, (0, 1), (by,) if by else (), (to,) if to else (), None, None, "actual", None, (), None, "test")


@pytest.mark.parametrize(
    ("type", "by", "to", "words", "sub_event", "plover", "cameo", "ucdp"),
    [
        ("airstrike", "state_force", "armed_group", "", "Air/drone strike", ("ASSAULT", "aerial"), "19", "1"),
        ("attack", "armed_group", "civilians", "", "Attack", ("ASSAULT", "firearms"), "18", "3"),
        ("attack", "armed_group", "state_force", "", "Armed clash", ("ASSAULT", "firearms"), "19", "1"),
        ("attack", "armed_group", "civilians", "a hand grenade", "Grenade", ("ASSAULT", "explosives"), "18", "3"),
        ("armed_clash", "armed_group", "armed_group", "", "Armed clash", ("ASSAULT", "firearms"), "19", "2"),
        ("shelling", "", "", "chlorine shells", "Chemical weapon", ("ASSAULT", "unconventional"), "20", ""),
        ("territory_gain", "armed_group", "", "", "Non-state actor overtakes territory", ("COERCE", "seize"), "19", "1"),
        ("detention", "armed_group", "", "", "Abduction/forced disappearance", ("ASSAULT", "abduct"), "18", ""),
        ("killing", "", "civilians", "", "Attack", ("ASSAULT", ""), "18", ""),
        ("threat", "armed_group", "", "", "Other", ("THREATEN", "violence"), "13", ""),
    ],
)
def test_type_and_sides_give_the_codes(
    type: str, by: str, to: str, words: str, sub_event: str, plover: tuple[str, str], cameo: str, ucdp: str
) -> None:
    """Who did it to whom with what decides between the codes of one type."""
    found = codes_of(happening(type, by, to), CAST, words)
    assert (found.acled_sub_event, (found.plover, found.plover_mode), found.cameo_root, found.ucdp) == (
        sub_event,
        plover,
        cameo,
        ucdp,
    )


@pytest.mark.parametrize("type", TYPES)
def test_every_type_of_the_manual_has_a_row(type: str) -> None:
    """No type falls through the table, whoever did it to whomever."""
    for by in ("", *KINDS):
        for to in ("", *KINDS):
            assert codes_of(happening(type, by, to), CAST).row >= 0


def test_a_toll_makes_force_against_protesters_excessive() -> None:
    """The figures of a coding decide where the table asks for a toll."""
    figure = Figure("f", (0, 1), 2, 2, "exact", "killed", None, None, "civilian", None, None, None, None, False, "e", "test")
    report = Report("r", None, None, None, None, None, "en", "Police broke up the rally.", ())
    event = happening("crackdown")
    assert codes(Coding(report, events=(event,)))["e"].acled_sub_event == "Protest with intervention"
    assert codes(Coding(report, figures=(figure,), events=(event,)))["e"].acled_sub_event == "Excessive force against protesters"


def test_only_the_sentence_of_the_trigger_is_looked_at() -> None:
    """A weapon of the sentence before does not colour an event."""
    text = "A grenade was found. Gunmen attacked the post."
    event = Event("e", "attack", (28, 36), (), (), None, None, "actual", None, (), None, "test")
    assert words_around(text, event).strip() == "Gunmen attacked the post."


def test_rows_hold_codes_that_exist() -> None:
    """Every row's sub-event stands under the event type ACLED gives it."""
    battles = {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"}
    for row in rows("event_codes"):
        assert (row["acled_event"] == "Battles") == (row["acled_sub_event"] in battles)
        assert row["ucdp"] in ("", "1", "2", "3")
        assert row["example"]
