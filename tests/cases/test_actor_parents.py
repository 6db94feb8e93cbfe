"""Who belongs to whom: sentences of our own and the body above each actor that is told to have one."""

import pytest

from onrecord.actors.names import above, bodies, fold
from onrecord.lexicon import rows
from onrecord.pipeline import code
from onrecord.read import read_text

CASES = [
    # (text, {actor: the body above it})
    ("The Qassam Brigades fired rockets, Hamas said.", {"Qassam Brigades": "Hamas"}),
    ("Quds Force officers arrived, the IRGC said.", {"Quds Force": "IRGC"}),
    ("The 400 Mawozo and G9 gangs fought beside Viv Ansanm gunmen.", {"400 Mawozo": "Viv Ansanm"}),
    ("UNHCR tents burned, a United Nations report said.", {"UNHCR": "United Nations"}),
    (
        "The Majeed Brigade of the Balochistan Liberation Army attacked the camp.",
        {"Majeed Brigade": "Balochistan Liberation Army"},
    ),
    ("The Hill Knights, the armed wing of the Valley Front, attacked the base.", {"Hill Knights": "Valley Front"}),
    ("A spokesman for the Taliban said two villages were taken.", {"spokesman for the Taliban": "Taliban"}),
    ("Taliban spokesman Omar Haddad said two villages were taken.", {"Omar Haddad": "Taliban"}),
    ("Boko Haram burned the village. The group's leader, Musa Danladi, said so.", {"Musa Danladi": "Boko Haram"}),
    ("Nour Saleh, a doctor at the Northern Relief Council, said nine people died.", {"Nour Saleh": "Northern Relief Council"}),
    ("Lena Hartog, head of the group Open Hands, said nine people died.", {"Lena Hartog": "Open Hands"}),
    ("A former Hamas official said the attack was planned.", {}),
    ("Critics of Hamas said the attack was planned.", {}),
    ("The Qassam Brigades fired rockets.", {}),
    ("Hamas leaders left. Fatah welcomed it.", {}),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_parents(text: str, expected: dict[str, str]) -> None:
    """An actor's parent is the body in the report that the table or the text puts above it, and nothing is guessed."""
    actors = code(read_text(text)).actors
    names = {actor.id: actor.name for actor in actors}
    found = {actor.name: names[actor.parent] for actor in actors if actor.parent}
    assert {name: found.get(name) for name in expected} == expected
    assert expected or not found


def test_every_parent_is_a_row() -> None:
    """The packaged bodies above a body are rows of the same table, and no body is above itself."""
    for row in rows("groups"):
        if row["parent"]:
            assert bodies()[fold(row["parent"])].name == row["parent"]
            assert row["name"] not in [body.name for body in above(fold(row["name"]))]


def test_bodies_above_come_nearest_first() -> None:
    """A wing of a wing belongs to both."""
    assert [body.name for body in above(fold("al-Mourabitoun"))] == ["Jama'at Nasr al-Islam wal Muslimin", "al-Qaeda"]
