"""Sentences: where they end and where they do not."""

import pytest

from onrecord.lexicon import rows
from onrecord.read import read_text
from onrecord.segment import segment


def cut(text: str) -> list[str]:
    """The words of each sentence."""
    return [text[slice(*s.span)] for s in segment(read_text(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Ten died.", "Two lived."],
        ["Lt. Gen. Sami Haddad and Col. J. R. Hall left.", "He spoke."],
        ["It began at 5 a.m. Monday in the U.S. embassy on Jan. 9 with No. 4 Company.", "It ended at 6 p.m.", "Police left."],
        ["They met in Washington, D.C.", "The talks failed."],
        ["He met George W. Bush.", "The talks failed."],
        ["Some 3.5 percent, or 2,500.75 tons, were lost.", "5,000 men left."],
        ['"We left," he said.', '"They stayed."', "No one died."],
        ['"They were all there," he said.', '"We saw ten.', 'We left at once," he told us.'],
        ['He said: "We left."', "Then he went home."],
        ['"Who did it?" Mr. Hall asked.', '"We will see!" the general said.'],
        ['"Who did it?" he asked.', "No one knew."],
        ["“They left.”", "“We stayed,” she said."],
        ["He named [...] and two others.", "(Ten died there.)", "Two lived."],
        ["The group, al-Example Front, left.", "al-Hadi stayed."],
        ['He said "they left. " Then he went.'],
        ["It was sought by the U.S. authorities and U.S. officials.", "Police left."],
        ["He was hit in the leg... and left.", "He lived."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    """Abbreviations, numbers, initials and quotations with their cues hold together; sentences come apart."""
    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Ten died, Al-Example reported.", "Major General Haddad left."],
        ["No one was hurt for security.", "“They changed tactics,” he said.", "“They lay mines.”", "Video showed it."],
        ['He called it an "attack."', '"It is not for me to say," he said.'],
        ["He spoke to AFP.", "District mayor Hall left in 2014.", "Pakistan stayed."],
    ],
)
def test_glued_sentences(sentences: list[str]) -> None:
    """Sentences that were run together come apart where they meet."""
    assert cut("".join(sentences)) == sentences


@pytest.mark.parametrize(
    "whole", ["He wrote to a.hall@example.Org and Example.com/Page in U.S.-led talks.", "Post NO.4 fell to the U.S.Army."]
)
def test_stops_inside_words(whole: str) -> None:
    """A stop inside an address, an acronym or a number ends nothing."""
    assert cut(whole) == [whole]


@pytest.mark.parametrize("row", rows("abbreviations"), ids=lambda row: row["word"])
def test_abbreviations(row: dict[str, str]) -> None:
    """No abbreviation of the table ends the sentence that earned it its row (but "etc." and place names may)."""
    assert row["word"] in row["example"].lower()
    sentences = cut(row["example"])
    assert sentences[0] == row["example"] or (row["class"] == "may" and len(sentences) == 2)


def test_wrapped_text() -> None:
    """Text wrapped to a width is cut at its stops, not at its lines; an indent or a blank line opens a paragraph."""
    text = (
        "   THE ARMY SAID THAT TEN REBELS WERE KILLED AND THAT FOUR SOLDIERS WERE\n"
        "HURT IN A CLASH NEAR THE OLD BRIDGE ON THE ROAD TO THE COAST.  ANOTHER\n"
        "CLASH WAS REPORTED FROM THE HILLS IN THE NORTH OF THE SAME DEPARTMENT\n"
        "LATE ON MONDAY.\n"
        "   POLICE UNITS LATER FOUND RIFLES AND AMMUNITION IN A HOUSE THAT STANDS\n"
        "NEAR THE BRIDGE.\n\n"
        "   NO ONE WAS HELD."
    )
    assert [s.split()[-1] for s in cut(text)] == ["COAST.", "MONDAY.", "BRIDGE.", "HELD."]
    assert [s.block for s in segment(read_text(text))] == [0, 0, 1, 2]


def test_a_line_is_a_paragraph_in_pasted_pages() -> None:
    """In a pasted page each line is a paragraph; a line that opens in lower case goes on with the one before."""
    text = "Ten died in the raid.\nTwo lived through it, the U.S.-led\ncoalition\n said on Monday.\nNo one was held."
    assert cut(text) == [
        "Ten died in the raid.",
        "Two lived through it, the U.S.-led\ncoalition\n said on Monday.",
        "No one was held.",
    ]


def test_lists() -> None:
    """Each entry of a list is a sentence, without its mark."""
    assert cut(".       Near Hall, one strike hit a tunnel.\n. Near Lee, two strikes hit a car.") == [
        "Near Hall, one strike hit a tunnel.",
        "Near Lee, two strikes hit a car.",
    ]
    assert cut("Three fell.*2015-12-21, Major Ann Hall, US Bomb*2015-12-22, Private Jo Lee, US Bomb") == [
        "Three fell.",
        "2015-12-21, Major Ann Hall, US Bomb",
        "2015-12-22, Private Jo Lee, US Bomb",
    ]


def test_furniture_is_left_out() -> None:
    """No heading is glued to a sentence; a note inside a sentence does not cut it, one after it stays out."""
    text = "Ten died by e-mail.==Attack==A bomber[3] came.[1][2] Two lived."
    assert cut(text) == ["Ten died by e-mail.", "A bomber[3] came.", "Two lived."]
