"""The language of a report: marked, and nothing coded that is not English."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.commands import run

from onrecord.export.brief import brief
from onrecord.pipeline import code
from onrecord.read import read_text

FRENCH = (
    "Au moins dix soldats ont été tués lundi dans une attaque contre un poste de l'armée près de la frontière, "
    "selon des sources militaires. Le gouvernement a condamné cette attaque."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (
            "Al menos diez soldados murieron el lunes en un ataque contra un puesto del ejército cerca de la frontera, según fuentes militares.",
            "es",
        ),
        (
            "قال مسؤولون إن عشرة أشخاص قتلوا في غارة جوية قرب النهر يوم الاثنين بحسب ما أفادت به وكالة الأنباء الرسمية في البلاد",
            "ar",
        ),
        (
            "По меньшей мере десять солдат погибли в понедельник при нападении на армейский пост недалеко от границы, сообщили военные.",
            "ru",
        ),
        (
            "At least ten soldiers were killed on Monday in an attack on an army post near the border, according to the army.",
            "en",
        ),
        ("AT LEAST TEN SOLDIERS WERE KILLED ON MONDAY IN AN ATTACK ON AN ARMY POST NEAR THE BORDER, THE ARMY SAID.", "en"),
        (
            "Killed: Ahmed Hassan, Ali Omar, Yusuf Abdullah Nur, Mohamed Farah, Abdi Warsame, Hassan Sheikh Omar, Nuur Cadde.",
            "en",
        ),
        ("Diez muertos", "en"),
        ("قتل أربعة جنود في تعز", "ar"),
    ],
)
def test_languages(text: str, language: str) -> None:
    """Another language is told only where it is plain; too few words, or names alone, stay English."""
    assert read_text(text).language == language


def test_what_is_not_english_is_not_coded() -> None:
    """A French report keeps its head and words, has no records, and the brief says why."""
    coding = code(read_text(FRENCH))
    assert (coding.report.language, coding.report.text) == ("fr", FRENCH)
    assert not (coding.actors or coding.statements or coding.figures or coding.events or coding.times or coding.places)
    (row,) = brief(coding).left_open
    assert "not in English" in row.why and "fr" in row.why


def test_the_reader_may_be_told() -> None:
    """A language given is taken."""
    assert read_text(FRENCH, language="en").language == "en"


def test_english_needs_no_identifier() -> None:
    """Reading English loads no model of languages."""
    script = "import sys; from onrecord.read import read_text; read_text('The army said that ten of the men were killed in the attack. ' * 5); print('py3langid' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip() == "False"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_another_alphabet_is_told_in_any_encoding(encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A few words of Arabic are enough; the command says so, and so does the brief."""
    (tmp_path / "note.txt").write_bytes("قتل أربعة جنود في هجوم على نقطة تفتيش قرب تعز".encode(encoding))
    assert run("code", str(tmp_path / "note.txt"), "--all") == 0
    told = capsys.readouterr()
    assert "written in another language than English" in told.err
    assert "it is not in English but in “ar”" in told.out
