"""Whose words a report gives, and where they begin and end: papers, chains, joined cues, sources in odd places."""

from typing import Any

import pytest
from tests.cases.test_attribute import check, ids, statements_of

ACCORDING = [
    ("The militia, according to the ministry, killed nine people on Monday.", 0, {"source": "ministry", "content": "The militia // killed nine people on Monday"}),
    ("On Monday in the north, according to the ministry, nine people died.", 0, {"content": "On Monday in the north // nine people died"}),
    ("When the raid began, according to witnesses, soldiers shot nine men.", 0, {"content": "When the raid began // soldiers shot nine men"}),
    ("Nine people died on Monday, according to the mayor, and the road is closed.", 0, {"content": "Nine people died on Monday"}),
    ("The talks failed because, according to the mayor, the rebels refused to disarm.", 0, {"content": "the rebels refused to disarm"}),
    ("According to the Hill Observatory, which relies on a network of sources, nine people died.", 0, {"content": "nine people died"}),
    ("According to John Osei, the head of the clinic, nine people died.", 0, {"source": "John Osei", "content": "nine people died"}),
    ("Nine people died, according to police, who said the gunman fled.", 1, {"source": "police", "cue": "said"}),
]  # fmt: skip

PAPERS = [
    ("The army group released a statement saying the road was closed.", 0, {"source": "army group", "channel": "a statement"}),
    ("The union put out a video that said the road was closed.", 0, {"source": "union", "channel": "a video"}),
    ("The road was closed, a video put out by the driver showed.", 0, {"content": "The road was closed"}),
    ("Militants handed out leaflets warning parents to keep their daughters at home.", 0, {"source": "Militants", "attitude": "urges", "channel": "leaflets", "addressee": "parents"}),
    ('A statement on the ministry\'s website read: "The road is closed."', 0, {"source": "ministry", "content": "The road is closed"}),
    ("A video posted online by the Harar Front said nine soldiers had died.", 0, {"source": "Harar Front"}),
    ("Nine people died, according to a report by Human Rights Watch.", 0, {"source": "Human Rights Watch"}),
    ("Court records show nine people were shot last year.", 0, {"content": "nine people were shot last year"}),
    ("The group claimed responsibility for the raid in a telephone call to a radio station.", 0, {"content": "responsibility for the raid", "channel": "a telephone call"}),
    ("The union criticised the claims in the report.", 0, {"content": "the claims in the report", "channel": None}),
]  # fmt: skip

JOINED = [
    ("The army acknowledged that nine people died and blamed the rebels for the deaths.", 0, {"content": "nine people died"}),
    ("The army acknowledged that nine people died and blamed the rebels for the deaths.", 1, {"source": "army", "cue": "blamed"}),
    ("The governor said the mayor denied the claim and blamed the rebels.", 2, {"source": "mayor", "cue": "blamed"}),
    ("The mayor told reporters that the road was closed and predicted that talks would fail.", 0, {"content": "the road was closed"}),
    ("Fighters of the Hill Front entered the village, residents said, and looted the shop, stole cattle and threatened to kill the herders.", 1, {"source": "Hill Front", "content": "to kill the herders"}),
    ("The Hill Front has fired rockets at Gao, its armed wing, the Harar Brigades, said in a statement.", 0, {"source": "Harar Brigades", "content": "The Hill Front has fired rockets at Gao"}),
    ("A convoy was hit near Gao, a spokesman for the army, Col. Amadou Keita, said on Sunday.", 0, {"source": "Amadou Keita", "content": "A convoy was hit near Gao"}),
    ("Nine people died, the agency quoted the mayor as saying.", 0, {"source": "mayor", "content": "Nine people died"}),
    ("Witnesses told detectives a man in a red shirt fired ten shots.", 0, {"source": "Witnesses", "content": "a man in a red shirt fired ten shots"}),
    ("Three people were killed there last week in what police described as revenge attacks.", 0, {"source": "police", "content": "revenge attacks"}),
    ("He was described by officials as a militant.", 0, {"source": "officials", "cue": "was described", "content": "He // a militant"}),
    ("The blast was blamed on the rebels.", 0, {"source": None, "cue": "was blamed", "content": "The blast // the rebels"}),
    ("The raid was claimed by the Hill Front (HF), an alliance of rebels.", 0, {"source": "Hill Front", "content": "The raid"}),
    ("The mayor called on both sides to lay down their arms.", 0, {"addressee": "both sides", "content": "to lay down their arms", "attitude": "urges"}),
    ("The group issued a warning that it would strike again.", 0, {"source": "group", "cue": "warning", "attitude": "predicts"}),
    ("The ministry said nine died. It also said the road was closed.", 1, {"source": "ministry"}),
    ("A security source said the toll may rise. Government spokesman Lionel Sagna said the army had left. He denied that anybody stayed.", 2, {"source": "Lionel Sagna"}),
    ('"The fighting can be stopped," said the council\'s Special Representative, Ilse Hartog.', 0, {"source": "Ilse Hartog"}),
    ("Zabi Karim, a Taliban spokesman, said in a phone call that fighters had taken the post.", 0, {"source": "Zabi Karim", "channel": "a phone call"}),
    ("Amadou Keita said in one of a series of messages that the truck was carrying arms.", 0, {"content": "the truck was carrying arms"}),
    ("The army retook the town: The Herald said the rebels had been beaten.", 0, {"content": "the rebels had been beaten"}),
    ("A mine went off on 2 April; the mayor confirmed that nine people were killed.", 0, {"content": "nine people were killed"}),
    ("The union accuses Keita, whose appeal has been key to his success, of being a liar.", 0, {"content": "Keita // being a liar"}),
    ("Doctors warned of the risk of an outbreak.", 0, {"content": "the risk of an outbreak", "attitude": "predicts"}),
    ("Officials have told residents not to drink the water.", 0, {"content": "not to drink the water", "attitude": "urges"}),
    ("The governor voiced fears that the raid would go on.", 0, {"source": "governor", "cue": "fears", "attitude": "predicts"}),
    ("In an open letter addressed to Governor Sergio Sall, Sahel Rights Watch (SRW) said the police units were a new policy. The letter added that the road was closed.", 0, {"source": "Sahel Rights Watch", "content": "the police units were a new policy"}),
    ("In an open letter addressed to Governor Sergio Sall, Sahel Rights Watch (SRW) said the police units were a new policy. The letter added that the road was closed.", 1, {"source": "Sahel Rights Watch", "cue": "added"}),
    ("Police would not say right away whether the two raids were linked.", 0, {"cue": "would not say", "content": "whether the two raids were linked", "attitude": "declines"}),
    ("Two raids, also claimed by the group, have killed nine people.", 0, {"source": "group", "cue": "claimed", "content": "Two raids"}),
    ("The Hill Front said the units had left. It blamed the army for the raid.", 1, {"source": "Hill Front"}),
    ("The mayor came. Omar Haddad estimates that nine men died, Haddad said.", 0, {"source": "Omar Haddad", "cue": "estimates", "attitude": "estimates"}),
    ("Omar Haddad said he believed the road was closed.", 0, {"cue": "said", "content": "he believed the road was closed"}),
    ("Human rights groups say both sides have committed abuses.", 0, {"content": "both sides have committed abuses"}),
    ("The two men, prosecutors allege, planned to bomb the market.", 0, {"source": "prosecutors", "content": "The two men // planned to bomb the market"}),
    ("The palace said President Sall had been briefed, and that he condemned the raid.", 0, {"content": "President Sall had been briefed, and that he condemned the raid"}),
    ("State radio reported, citing a military source, that the army had left.", 0, {"content": "the army had left"}),
    ("A military statement said nine soldiers were killed. It said the attackers used drones.", 1, {"source": "military statement"}),
    ("Witnesses described seeing bodies in the street.", 0, {"content": "seeing bodies in the street"}),
    ("The group posted a video in which it claimed the raid.", 0, {"source": "group", "content": "the raid"}),
    ("Investigators determined that the man was shot.", 0, {"cue": "determined", "content": "the man was shot"}),
    ("The ministry did not specify how the men died.", 0, {"cue": "did not specify", "attitude": "declines"}),
    ('"Stay in the shelters," the governor wrote on Telegram.', 0, {"attitude": "urges", "channel": "Telegram"}),
]  # fmt: skip

LAID = [  # where the words of a frame end and those of its speaker begin
    ("He was described by officials as a militant.", 0, {"words": "officials", "content": "He // a militant"}),
    ("The raid was blamed on the rebels by the mayor.", 0, {"source": "mayor", "content": "The raid // the rebels"}),
    ("The raid was blamed on an attack by rebels.", 0, {"source": None, "content": "The raid // an attack by rebels"}),
    ("The raid was attributed to the rebels by the mayor.", 0, {"source": "mayor", "addressee": None}),
    ("Army: nine killed in a raid", 0, {"words": "Army", "content": "nine killed in a raid"}),
    ("Nine people killed in Gao: UN agency", 0, {"words": "UN agency"}),
    ("The mayor said nine people may have died.", 0, {"attitude": "estimates"}),
    ("The mayor said the rebels may have left.", 0, {"attitude": "asserts"}),
    ("The army warned villagers against leaving the camp.", 0, {"attitude": "urges", "content": "against leaving the camp"}),
    ("The army warned on Monday of a new raid.", 0, {"attitude": "predicts", "content": "a new raid"}),
    ("“Where is my son?” asked the nurse as the crowd left.", 0, {"source": "nurse", "addressee": None}),
    ("“Where is my son?” she asked the nurse as the crowd left.", 0, {"addressee": "the nurse"}),
    ("Ali Haddad: “We will not leave the town.”", 0, {"source": "Ali Haddad", "cue": ":", "attitude": "predicts"}),
    ("Ali Haddad: “We are in the town now.”", 0, {"source": "Ali Haddad", "cue": ":", "attitude": "asserts"}),
    ("According to the plan, the army left on Friday.", 0, {"content": "the army left on Friday"}),
    ("The statement claimed a victory.", 0, {"content": "a victory"}),
    ("A police report said nine people died. It said the raid began at dawn.", 1, {"source": "police report"}),
    ("A police officer said nine people died. The army left. It said the raid began at dawn.", 1, {"source": "army"}),
    ("In a letter addressed to Governor Sall, the Hill Relief Committee (HRC) said the road was closed.", 0, {"source": "Hill Relief Committee"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "expected"), ACCORDING, ids=ids(ACCORDING))
def test_what_according_to_vouches_for(text: str, number: int, expected: dict[str, Any]) -> None:
    """ "According to X" vouches for its clause, the one before, behind or around it."""
    check(text, number, expected)


@pytest.mark.parametrize(("text", "number", "expected"), PAPERS, ids=ids(PAPERS))
def test_papers_speak_for_their_authors(text: str, number: int, expected: dict[str, Any]) -> None:
    """A paper's words are those of who put it out; the paper is the channel."""
    check(text, number, expected)


@pytest.mark.parametrize(("text", "number", "expected"), JOINED, ids=ids(JOINED))
def test_joined_and_displaced_cues(text: str, number: int, expected: dict[str, Any]) -> None:
    """Every cue gets the speaker it belongs to and only what it reports."""
    check(text, number, expected)


@pytest.mark.parametrize(("text", "number", "expected"), LAID, ids=ids(LAID))
def test_frames_and_their_speakers(text: str, number: int, expected: dict[str, Any]) -> None:
    """A speaker is no part of what is said, and what is said no part of him."""
    check(text, number, expected)


@pytest.mark.parametrize(
    "text",
    [
        "As the operation continues, the residents flee the town.",
        "The court considered the case on Monday.",
        "It is hard to confirm the toll.",
        "The self-proclaimed capital fell on Monday.",
        "The militia agreed to free the captives.",
        "Despite all promises, the fighting continues at the same pace.",
        "As they marched down the road, they read the walls.",
        "The raid was over by noon. It claimed nine lives.",
        "Police are working to determine whether the man was shot.",
        "Prosecutors charged the man with murder.",
        "His wounds were described as light.",
        "Norland slammed the town with air strikes.",
        "The gale slammed the coast.",
        "The mayor hailed a cab.",
        "The mayor raised the tunnel toll to six dollars.",
        "The villagers - mostly farmers - were shot by soldiers in Gao",
        "“The guards – both medics – were killed in Gao”",
        "The man who called police was among the dead.",
        "There were fears that the raid would go on.",
        "The mayor called on Friday to say the road was closed.",
        "According to plan, the army left on Friday.",
        "The storm claimed the bridge.",
    ],
)
def test_what_says_nothing(text: str) -> None:
    """Going on, weighing a case, what is hard to do, a name given and a bargain are no statements."""
    assert statements_of(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Omar Haddad said he believed the road was closed.", 1),
        ("Omar Haddad estimates that nine men died, Haddad said.", 1),
        ("Omar Haddad said the mayor believed the road was closed.", 2),
        ("Omar Haddad said nine men died and that he denied any part in it.", 2),
    ],
)
def test_one_speaker_over_one_clause(text: str, count: int) -> None:
    """One speaker with two cues over one clause makes one statement; another speaker or another clause makes two."""
    assert len(statements_of(text)) == count
