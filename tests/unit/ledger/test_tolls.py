"""One number a report: what the toll makes of the records of texts of our own."""

from dataclasses import replace

import pytest

from onrecord.ledger import toll, tolls
from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.beside import BARE
from onrecord.ledger.tolls.count import fresh
from onrecord.ledger.tolls.figures import words_of
from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Span

NUMBERS = [
    ("Rebels killed two soldiers and three farmers in Gao.", "killed", 5),
    ("A bomb killed six people. The six people were killed at a market.", "killed", 6),
    ("A bomb killed six people, including two children.", "killed", 6),
    ("Since March, 300 people have died.", "killed", 0),
    ("At least six people were killed.", "killed", 6),
    ("Dozens of people were killed.", "killed", 0),
    ("Gunmen shot dead Samir Haddad in Gao.", "killed", 1),
    ("A man fatally shot his wife and three sons.", "killed", 4),
    ("A man killed his wife, son and daughter.", "killed", 3),
    ("A man shot and killed two guards before killing himself.", "killed", 3),
    ("Four people were found dead in a murder-suicide: a man shot three guards and then killed himself.", "killed", 4),
    ("Police arrested four men.", "arrested", 4),
    ("Samir Haddad, a guard, was killed and two others were injured in a blast.", "killed", 1),
    ("A driver - Omar Haddad - was killed when a bomb went off.", "killed", 1),
    ("Omar Haddad and two of his associates were arrested.", "arrested", 3),
    ("The chief of the group, Omar Haddad, was arrested along with his three associates.", "arrested", 4),
    ("A commander, Omar Haddad, and his two associates were arrested.", "arrested", 3),
    ("Police arrested four men.", "abducted", 0),
    ("Gunmen killed a couple near Gao.", "killed", 2),
    ("Rebels killed three kidnapped millers near Gao.", "killed", 3),
    ("The rebels set ablaze the tractor of a miller near Gao.", "injured", 0),
    ("A nurse, Mina Haddad (40), and her niece, Sara (18), were killed by rebels near Gao.", "killed", 2),
    ("Omar Haddad was abducted along with his brother near Gao.", "abducted", 2),
    ("Raiders abducted a miller and his body lay by a road a day later.", "abducted", 1),
    ("Raiders shot dead a miller and his mill was burned.", "killed", 1),
    ("Gunmen killed a porter and his wife was taken away.", "killed", 1),
    ("Raiders killed a miller and his wife near Gao.", "killed", 2),
    ("Raiders killed a miller and his dog near Gao.", "killed", 1),
    ("Raiders killed Ali Omar and his companion near Gao.", "killed", 2),
    ("A rebel surrendered along with his rifle near Gao.", "surrendered", 1),
    ("A rebel surrendered along with his wife near Gao.", "surrendered", 2),
    ("A base and a truck were hurt near Gao.", "injured", 0),
    ("Rebels beat up four millers near Gao.", "injured", 4),
    ("The team beat four rivals in Gao.", "injured", 0),
    ("Haddad beat four others to win the title in Gao.", "injured", 0),
    ("Rebels beat four voters near Gao before the election.", "injured", 4),
    ("The police team beat up four porters in Gao.", "injured", 4),
    ("A third man was not injured in Gao.", "injured", 0),
    ("Two men were shot and a third man was unhurt, a clinic said.", "injured", 2),
    ("Two men were shot and a third man was hit in the leg.", "injured", 3),
    ("Two men were shot. A third man was not seriously injured.", "injured", 3),
    ("Police killed a man. A third officer hit the car.", "injured", 0),
    ("Raiders killed a guard near Gao and injured him.", "injured", 1),
    ("Boys threw a stone at an officer without injuring him.", "injured", 0),
    ("Troops killed three attackers in Gao. One attacker was killed at the gate.", "killed", 3),
    ("Troops killed three rebels in Gao. The last gunman was killed on the roof.", "killed", 3),
    ("Raiders killed three porters in Gao. The attacker was killed at the gate.", "killed", 4),
    ("An injured rebel was arrested near Gao.", "injured", 1),
    ("A nurse on board sustained injuries when a bomb went off near Gao.", "injured", 1),
    ("Soldiers neutralised two landmines near Gao.", "killed", 0),
    ("Gunmen abducted four nurses.", "abducted", 4),
    ("Four abducted guards were released near Gao.", "abducted", 4),
    ("Rebels released four hostages near Gao.", "abducted", 4),
    ("Four prisoners were released near Gao.", "abducted", 0),
    ("Soldiers rescued four abducted guards near Gao.", "abducted", 0),
    ("Police arrested a man wanted for the killing of a guard.", "killed", 0),
    ("Omar Haddad was shot on Friday. He was pronounced dead at the hospital.", "killed", 1),
    ("Omar Haddad was shot on Friday. He was pronounced dead at the hospital.", "injured", 0),
    ("Omar Haddad was shot on Friday. He was pronounced deceased at the clinic.", "killed", 1),
    ("Two guards were shot in a double homicide.", "killed", 2),
    ("One dead in Gao: one person was killed at a market.", "killed", 1),
    ("Three dead in Gao. One guard was shot dead at the scene. Two more people died in hospital.", "killed", 3),
    ("One guard was shot dead at the scene. Two more people died in hospital.", "killed", 3),
    ("Samir Haddad was shot dead. Haddad died near his house.", "killed", 1),
    ("A driver was charged with attacking a guard with a deadly weapon.", "killed", 0),
    ("The bomb killed six people and wounded nine.", "injured", 9),
    ("Two guards, Ali Omar and Samir Haddad, sustained injuries in a blast.", "injured", 2),
    ("A miller was killed and his wife critically injured when a mine exploded.", "injured", 1),
    ("Rebels killed a miller and injured his wife and two sons.", "injured", 3),
    ("Rebels killed a miller and injured his driver, Samir Haddad.", "injured", 1),
    ("One villager was killed and Inspector Samir Haddad was injured in a clash.", "injured", 1),
    ("Samir Haddad, the jeep driver, sustained some cuts in the blast.", "injured", 1),
    ("An aide of Samir Haddad was injured in a blast.", "injured", 1),
    ("Gunmen assaulted three porters at a quarry.", "injured", 3),
    ("Gunmen beat three porters to death at a quarry.", "injured", 0),
    ("Police arrested a man accused over an attack in which Samir Haddad was injured.", "injured", 0),
    ("More than 50 passengers were injured. Officials said 50 passengers were injured.", "injured", 50),
    ("At least 15 others were injured. At least 15 others, including a colonel, were injured.", "injured", 15),
    ("At least 15 rebels were killed and 25 grievously injured in a clash.", "killed", 15),
    ("Raiders killed four security guards. Three guards died at once, another succumbed to his injuries.", "killed", 4),
    ("Samir Haddad and two women activists were killed in a clash.", "killed", 3),
    ("Rebels fired at a bus, killing a woman passenger and the driver.", "killed", 2),
    ("Samir Haddad, a miller and a former mayor, was shot dead.", "killed", 1),
    ("The 'area commander' of the group is killed in an exchange of fire between rebels and police.", "killed", 1),
    ("Gunmen shot dead Samir Haddad, a mayor of Gao and his brother Ali Haddad.", "killed", 2),
    ("Raiders killed 15 goats in a village.", "killed", 0),
    ("One porter was among four people shot, one fatally.", "killed", 1),
    ("A woman and man were found dead in Gao.", "killed", 2),
    ("Police look into the shooting deaths of a mother, son and little girl.", "killed", 3),
    ("Four guards were killed in Gao. A fifth victim, a nurse, was flown to Bamako and succumbed to her injuries.", "killed", 5),
    ("A gunman killed five guards in Gao. The suspect, Omar Haddad, was killed in a gunfight with police.", "killed", 6),
    ("Four people were killed by a man before he was shot and killed by police.", "killed", 5),
    ("Four people are dead in Gao, and the gunman was killed.", "killed", 4),
    (
        "Two students were killed in an apparent murder-suicide: Omar shot and killed Samir Haddad before shooting himself.",
        "killed",
        2,
    ),
    ("Gunmen fired at Samir Haddad, nearly killing him.", "killed", 0),
    ("Police took three men with gunshot wounds to a clinic. A fourth victim was taken to a hospital.", "injured", 4),
    ("A boy is recovering after a quadruple shooting in Gao.", "injured", 4),
    ("Around 20 armed rebels, set ablaze two trucks in Gao.", "injured", 0),
]
SIDES = [
    ("Two soldiers, three villagers and a militant were killed.", (3, 0, 2, 1)),
    ("Rebels killed two activists of the ruling party.", (0, 2, 0, 0)),
    ("Rebels killed Samir Haddad, a local leader of the ruling party.", (0, 1, 0, 0)),
    ("Constable Samir Haddad was killed by rebels.", (0, 0, 1, 0)),
    ("A commander of the rebels, Samir Haddad, was killed.", (0, 0, 0, 1)),
    ("Rebels killed a former mayor, Samir Haddad.", (1, 0, 0, 0)),
    ("Six people, two policemen among them, were killed.", (4, 0, 2, 0)),
]


@pytest.mark.parametrize(("text", "count", "number"), NUMBERS)
def test_toll(text: str, count: str, number: int) -> None:
    """Sums of sides, not of repetitions; no parts, no running tolls, nobody's past."""
    assert toll(code(read_text(text)), count) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He was sentenced for his role in a triple murder.", 3),
        ("A driver was charged for gunning another man down. Omar Haddad was pronounced dead at the scene.", 1),
        ("Omar Haddad faces charges of attempted murder after two guards were shot and hurt.", 0),
        ("Police are investigating a homicide near the bridge.", 1),
        ("Police are investigating an apparent murder-suicide in a house in Gao.", 2),
        ("The suspect succumbed to his injuries.", 1),
        ("Police charged a man with assault with a deadly weapon.", 0),
        ("Three-year-old fatally shot in Gao.", 1),
        ("Boy slain in apparent gun accident identified.", 1),
        ("A quarrel over dogs led to an accidental shooting death.", 1),
    ],
)
def test_crimes(text: str, number: int) -> None:
    """A murder counts once, a double one twice, an attempted one not at all."""
    assert toll(code(read_text(text)), "killed", trials=True) == number


def test_trials_tell_of_the_crime() -> None:
    """The past of the accused counts where the caller says that reports are of trials."""
    coding = code(read_text("Police arrested a man wanted for the killing of a guard."))
    assert toll(coding, "killed", trials=True) == 1


def test_old_events_are_no_part_of_the_incident() -> None:
    """What happened more than a month before the report is somebody's past."""
    doc = replace(read_text("Rebels killed six people on 3 March 2016."), published="2017-02-06")
    assert toll(code(doc), "killed") == 0


def test_a_pair_of_an_older_year() -> None:
    """Two who suffered a thing together in an older year are no part of the incident; two of the day are."""
    old = replace(
        read_text("In 2015, a guard and a nurse were killed in Gao. On Monday gunmen killed one miller."), published="2017-02-06"
    )
    assert toll(code(old), "killed") == 1
    new = replace(read_text("On Monday, a guard and a nurse were killed in Gao."), published="2017-02-06")
    assert toll(code(new), "killed") == 2


@pytest.mark.parametrize(("text", "numbers"), SIDES)
def test_sides(text: str, numbers: tuple[int, int, int, int]) -> None:
    """The dead are told apart by what the words call them: civilians, officials, security forces, insurgents."""
    found = tolls(code(read_text(text)))
    assert (found.civilian, found.official, found.security, found.insurgent) == numbers


def test_who_is_arrested_is_alive() -> None:
    """A pronoun taken for the suspect makes no second victim of him."""
    text = "Omar Haddad was arrested for shooting Ali Issa. Issa died. Haddad died to the world, a neighbour said."
    assert toll(code(read_text(text)), "killed", trials=True) == 1


def test_a_death_told_late() -> None:
    """Where the first paragraphs tell only of a shooting, a later mention of it may tell the death."""
    text = (
        "A boy was shot in Gao on Friday. "
        + "The street was quiet again in the evening. " * 22
        + "The boy died of the shooting in hospital."
    )
    assert toll(code(read_text(text)), "killed", trials=True) == 1


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (", son and little girl", True),
        (", son" + " and aunt" * 10_000, True),
        (", son" + " and aunt" * 10_000 + " and the miller", False),
        (", son and and girl", False),
    ],
    ids=["short", "long", "long with an article", "no word"],
)
def test_a_long_bare_list(text: str, listed: bool) -> None:
    """A list of kin is read one way only, so that a long one that fails costs no more than one that fits."""
    assert bool(BARE.fullmatch(text)) is listed


def test_a_number_said_again_in_a_later_sentence() -> None:
    """A number of just anybody that an earlier sentence gave is not counted again; one of the same sentence or of a side is."""
    text = (
        "Five people were killed in Gao. Five people were killed, police said. Five farmers were killed in Mopti."
        " Six people were killed and six people were wounded. One person was killed. One person was killed."
    )
    reading = Reading(code(read_text(text)))
    kept = fresh(reading, list(reading.figures.values()))
    assert [words_of(reading, f) for f in kept] == [
        *("Five people", "Five farmers", "Six people", "six people", "One person", "One person")
    ]


def test_each_figure_is_looked_up_once() -> None:
    """The numbers said before are kept, not searched for again: three hundred figures ask for three hundred sentences."""

    class Counting(Reading):
        asked = 0

        def sentence_span(self, span: Span) -> Span:
            self.asked += 1
            return super().sentence_span(span)

    coding = code(read_text("Two people were killed in Gao. " * 3))
    reading, figures = Counting(coding), [replace(f, status="civilian") for f in coding.figures] * 100
    fresh(reading, figures)
    assert reading.asked == len(figures)
