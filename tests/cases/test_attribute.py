"""Who said what: sentences of our own and the statements in them.

A row names only what it is about: (text, number of the statement in the order of cues, fields expected of it).
"""

from typing import Any

import pytest

from onrecord.actors import actors
from onrecord.attribute import attribute
from onrecord.parse import parse
from onrecord.read import read_text
from onrecord.records import Statement
from onrecord.segment import segment
from onrecord.when import when


def statements_of(text: str) -> list[dict[str, Any]]:
    """The statements of a text in words."""
    doc = read_text(text)
    tree = parse(doc, segment(doc))
    cast = actors(doc, tree)
    return [_in_words(doc.text, cast, s) for s in attribute(doc, tree, cast, when(doc, tree))]


def _in_words(text: str, cast: Any, s: Statement) -> dict[str, Any]:
    return {
        "source": cast.actor(s.source).name if s.source else None,
        "words": text[slice(*s.source_span)] if s.source_span else None,
        "cue": text[slice(*s.cue)],
        "content": " // ".join(text[a:b] for a, b in s.content),
        "mode": s.mode,
        "attitude": s.attitude,
        "channel": s.channel,
        "addressee": s.addressee,
        "said": s.said is not None,
        "via": len(s.via),
        "rivals": len(s.rivals),
    }


def check(text: str, number: int, expected: dict[str, Any]) -> None:
    """The statement with this number has these fields."""
    found = statements_of(text)
    assert len(found) > number, found
    assert {k: found[number][k] for k in expected} == expected, found


def ids(cases: list[tuple[str, int, dict[str, Any]]]) -> list[str]:
    """Short names of rows."""
    return [f"{text[:46]}-{number}" for text, number, _ in cases]


PLACES = [
    (
        "The committee for Harim, made up of villagers and nurses, said the camp was empty.",
        0,
        {"source": "committee for Harim", "content": "the camp was empty"},
    ),
    ("Ali could not confirm the toll and denied that the camp was empty.", 1, {"cue": "denied", "attitude": "denies"}),
    # the words before the cue only say when; a name in inverted commas is no quotation; a purpose is not said
    ("When the guards arrived, they found that the gate was open.", 0, {"source": "guards", "content": "the gate was open"}),
    ("The mayor announced support for a campaign against the \"Sons of the Hill\" group.", 0, {"source": "mayor", "mode": "indirect"}),
    ("Clerks offered to take samples and run tests to confirm the names.", 0, {"cue": "offered"}),
    (
        "Six of them left town, said the Rev. Ana Ruiz, a priest and director of the group, the Hill Centre.",
        0,
        {"source": "Ana Ruiz"},
    ),
    ("The mayor said the gunman might have killed many more people if he had got in.", 0, {"attitude": "asserts"}),
    # headlines with a colon for a cue
    ("14 killed in a blast in Herat: police", 0, {"source": "police", "cue": ":", "content": "14 killed in a blast in Herat"}),
    ("Health ministry: 14 killed in a blast in Herat", 0, {"source": "Health ministry", "content": "14 killed in a blast in Herat"}),
    ("Nine killed in raid – UN", 0, {"source": "UN", "cue": "–", "content": "Nine killed in raid"}),
    ("Nine killed in a blast in Herat - police", 0, {"source": "police", "cue": "-", "content": "Nine killed in a blast in Herat"}),
    ("Nine killed in blast in Herat – sources", 0, {"source": "sources", "cue": "–", "content": "Nine killed in blast in Herat"}),
    ("Six dead after raid on market -- health ministry", 0, {"source": "health ministry", "content": "Six dead after raid on market"}),
    ("Dozens killed in air strike — residents", 0, {"source": "residents", "content": "Dozens killed in air strike"}),
    ("At least 12 killed in bus bombing - state media", 0, {"source": "state media", "content": "At least 12 killed in bus bombing"}),
    ("Police - nine killed in blast in Herat", 0, {"source": "Police", "cue": "-", "content": "nine killed in blast in Herat"}),
    ("Minister says six dead in attack", 0, {"source": "Minister", "cue": "says", "content": "six dead in attack"}),
    # a label on a line is nobody's words
    ('RULING: "The army killed six men in the raid," the court said.', 0, {"source": "court", "mode": "direct", "content": "The army killed six men in the raid"}),
    ("Update: Nine killed in raid, police say.", 0, {"source": "police", "content": "Nine killed in raid"}),
    # a toll in the passive, with or without who says so
    ("The toll was put at 40 by the ministry.", 0, {"source": "ministry", "cue": "was put", "content": "The toll // at 40"}),
    ("The death toll was estimated at 40 by the UN.", 0, {"source": "UN", "attitude": "estimates"}),
    ("The number of wounded was put by the governor at 90.", 0, {"source": "governor", "content": "The number of wounded // at 90"}),
    ("The toll has been put at 40.", 0, {"source": None, "cue": "has been put"}),
    ("The toll was raised to 40 by the ministry.", 0, {"source": "ministry", "cue": "was raised", "content": "The toll // to 40"}),
    ("The death toll was lowered by the UN to 40.", 0, {"source": "UN", "content": "The death toll // to 40"}),
    ("The number of dead is placed at between 30 and 40.", 0, {"source": None, "content": "The number of dead // at between 30 and 40"}),
    ("The ministry raised the death toll to 40.", 0, {"source": "ministry", "cue": "raised", "content": "the death toll to 40"}),
    ("The toll, which was put at 40 by the ministry, is rising.", 0, {"source": "ministry", "content": "The toll // at 40"}),
    ("The claim was denied by the governor.", 0, {"source": "governor", "attitude": "denies", "content": "The claim"}),
    # cue and speaker that close a sentence, which the tree has as verb and object
    ("Five people died on Monday, reported the monitoring group.", 0, {"source": "monitoring group", "content": "Five people died on Monday"}),
    ("The bridge was closed on Monday, confirmed the mayor.", 0, {"source": "mayor", "attitude": "confirms"}),
    ("Shelling hit the harbour on Monday reported the Haro Observatory.", 0, {"words": "the Haro Observatory", "content": "Shelling hit the harbour on Monday"}),
    ("The army took the town and reported the mayor to the court.", 0, {"source": "army"}),
    # a source between commas, and words of a quotation that the parser takes for the subject
    ('"One of the brightest members of the whole council," Rep. Mary A. Dube (D-Md.) said in a phone interview.', 0, {"source": "Mary A. Dube", "content": "One of the brightest members of the whole council"}),
    ("Too often, Mr. Otieno said, the debate over the war in the north is infected with hatred - a conviction that you are either with the army or against it.", 0, {"source": "Otieno", "content": "Too often // the debate over the war in the north is infected with hatred - a conviction that you are either with the army or against it"}),
    ("Hunger, Mr. Otieno often says, is the greatest danger facing the district.", 0, {"source": "Otieno", "content": "Hunger // is the greatest danger facing the district"}),
    ("Asked about the raid, Dube said, “I think it’s important to know the facts about any incident like this.”", 0, {"cue": "said", "source": "Dube", "mode": "direct"}),
    # a source at the end whose noun the parser hangs on a name before it, or whose cue it takes for a participle
    ("In the past day, Kenyan forces held the ridge on three sides of Kismayo, the country's third-largest port, army press director Maj. Paul Otieno said today.", 0, {"source": "Paul Otieno", "words": "army press director Maj. Paul Otieno", "content": "In the past day, Kenyan forces held the ridge on three sides of Kismayo, the country's third-largest port"}),
    ("A Durban man pleaded guilty to charges he threatened to kill Councillor Mary Dube (ANC), the State Attorney's Office for the Eastern Cape announced Monday.", 1, {"cue": "announced", "words": "the State Attorney's Office for the Eastern Cape"}),
    ("A Durban man pleaded guilty to charges he threatened to kill Councillor Mary Dube (ANC), the State Attorney's Office for the Eastern Cape announced Monday.", 0, {"cue": "threatened", "content": "to kill Councillor Mary Dube (ANC)"}),
    ("Still, the people of Toru will stand up to the militia and reject all its threats, Yusuf Barre, member of the district security committee, told Radio Toru.", 1, {"source": "Yusuf Barre", "cue": "told", "content": "Still, the people of Toru will stand up to the militia and reject all its threats"}),
    ("Also in the past week, Otieno said, the Kenya-led\ncoalition\n conducted five raids, seizing 11 rifles.", 0, {"content": "Also in the past week // the Kenya-led\ncoalition\n conducted five raids, seizing 11 rifles"}),
    ("\"Probably not,\" Ms. Dube said.", 0, {"cue": "said", "content": "Probably not", "attitude": "asserts"}),
    # the cue before, inside and after what is said
    ("The mayor said that the bridge was closed.", 0, {"source": "mayor", "cue": "said", "content": "the bridge was closed", "mode": "indirect"}),
    ("The bridge was closed, the mayor said.", 0, {"cue": "said", "content": "The bridge was closed"}),
    ("The army shelled the port, residents said, killing six.", 0, {"content": "The army shelled the port // killing six"}),
    ("Rebels raided a village, police said, and kidnapped four.", 0, {"content": "Rebels raided a village // kidnapped four"}),
    ("Rebels raided a village, police said, and the council met later.", 0, {"content": "Rebels raided a village"}),
    ("The army shelled the port, residents said, citing the harbour guard.", 0, {"content": "The army shelled the port"}),
    ("On Monday, the mayor said, the bridge was closed.", 0, {"content": "On Monday // the bridge was closed"}),
    ("The bridge was closed, said the mayor, Omar Haddad.", 0, {"source": "Omar Haddad", "words": "the mayor, Omar Haddad"}),
    ("It was, the mayor said, the worst raid of the year.", 0, {"content": "It was // the worst raid of the year"}),
    ("“We are ready,“ said Omar Haddad.\n\nThe road is open.", 0, {"content": "We are ready"}),
    ("“We are ready,” said Omar Haddad.", 0, {"source": "Omar Haddad", "content": "We are ready", "mode": "direct"}),
    ("Omar Haddad said: “We are ready.”", 0, {"content": "We are ready", "mode": "direct"}),
    ("Omar Haddad said:\n\n“We are ready and we will stay.”", 0, {"content": "We are ready and we will stay", "mode": "direct"}),
    ("“We are ready,” Omar Haddad said. “We will not leave.”", 0, {"content": "We are ready // We will not leave"}),
    ("“We are ready,” Omar Haddad said, “and we will not leave.”", 0, {"content": "We are ready // and we will not leave"}),
    ("“We are ready. We are many. We will not leave,” Omar Haddad said.", 0, {"content": "We are ready. We are many. We will not leave"}),
    (
        "“We are ready and will fight on.\n\n“We will not leave this town,” Omar Haddad said.",
        0,
        {"content": "We are ready and will fight on.\n\n“We will not leave this town", "mode": "direct"},
    ),
    ("The mayor said the raid was “a crime against the town”.", 0, {"content": "the raid was // a crime against the town", "mode": "mixed"}),
    ("The raid was “a crime against the town”, the mayor said.", 0, {"content": "The raid was // a crime against the town", "mode": "mixed"}),
    ("As the office points out, the bridge is closed.", 0, {"cue": "points out", "content": "the bridge is closed"}),
    ("After the raid, the mayor ordered people to stay at home.", 0, {"content": "to stay at home", "attitude": "urges"}),
    # what belongs to another cue, or what the tree hung on the wrong word
    ('Omar said he would make the desert "glow in the dark," and Hakim vowed to "fight to the end" in the hills.', 1, {"cue": "vowed", "content": "to // fight to the end // in the hills"}),
    ("Both men claimed at the time that they were being fed.", 0, {"cue": "claimed", "content": "they were being fed"}),
    ("In a bulletin, the army claimed in a report that it inflicted eight casualties on the rebels.", 0, {"cue": "claimed", "source": "army", "channel": "a report", "content": "it inflicted eight casualties on the rebels"}),
    ("He added the rebels plan to burn vehicles and bomb telephone lines.", 0, {"content": "the rebels plan to burn vehicles and bomb telephone lines"}),
    ('"The cause of the crash is being studied, however early reports do not indicate it was caused by enemy fire," the mayor said.', 0, {"cue": "do not indicate", "content": "it was caused by enemy fire"}),
    ("Finally, according to a police report, gunmen killed a clerk of the bank.", 0, {"source": "police report", "content": "gunmen killed a clerk of the bank"}),
    ("The group has claimed the raid, according to a statement shared by supporters.", 0, {"content": "the raid"}),
    ("The union claims to have 2,000 members.", 0, {"cue": "claims", "content": "to have 2,000 members"}),
    ("The army accused the mayor, who was born in the hills, of helping the rebels.", 0, {"content": "the mayor // helping the rebels"}),
    ("The spokesman told ACAN-EFE that what has happened in the city is inhumane.", 0, {"content": "what has happened in the city is inhumane"}),
]  # fmt: skip

CUES = [
    # verbs that report only over a toll
    ("The transitional council gave a first toll of 14 dead.", 0, {"source": "transitional council", "cue": "gave", "content": "a first toll of 14 dead"}),
    ("An opposition group, the Haro party, put the toll between 40 and 60.", 0, {"cue": "put", "content": "the toll between 40 and 60"}),
    ("The clinic gave the toll as 40.", 0, {"source": "clinic", "content": "the toll as 40"}),
    ("Mr Dube spoke of 14 dead.", 0, {"source": "Dube", "cue": "spoke", "content": "14 dead"}),
    # according to, nouns, participles, adverbs, passives, papers
    ("According to the mayor, nine people died.", 0, {"source": "mayor", "cue": "According to", "content": "nine people died"}),
    ("Nine people died, according to the mayor.", 0, {"cue": "according to", "content": "Nine people died"}),
    ("Nine people died, according to the monitoring group Hill Watch.", 0, {"source": "Hill Watch"}),
    ("She told Radio Hill that, according to a driver, nine people died.", 1, {"source": "driver", "content": "nine people died"}),
    ("The claim that the bridge fell was false.", 0, {"cue": "claim", "content": "the bridge fell", "source": None}),
    ("There were allegations of looting in the market.", 0, {"cue": "allegations", "content": "looting in the market"}),
    ("The mayor issued a statement saying the bridge was closed.", 0, {"cue": "saying", "content": "the bridge was closed"}),
    ("“We are ready,” Omar Haddad said, adding that food was short.", 0, {"content": "We are ready"}),
    ("“We are ready,” Omar Haddad said, adding that food was short.", 1, {"source": "Omar Haddad", "cue": "adding", "content": "food was short"}),
    ("The mayor said nine people had died, noting that more were missing.", 0, {"content": "nine people had died"}),
    ("Two guards were reportedly shot in the market.", 0, {"cue": "reportedly", "source": None, "content": "Two guards were // shot in the market"}),
    ("It is believed that the captives are alive.", 0, {"source": None, "content": "the captives are alive", "attitude": "estimates"}),
    ("The rebels were accused of burning the mill.", 0, {"source": None, "content": "The rebels // burning the mill"}),
    ("Troops searched for a man believed to be hiding in the mill.", 0, {"content": "a man // to be hiding in the mill"}),
    ("Nine people died last year, police records show.", 0, {"cue": "show", "content": "Nine people died last year"}),
    ("A study found that nine in ten people had left.", 0, {"source": "study", "content": "nine in ten people had left"}),
    ("The mayor said the bridge was closed, and that the mill had burned.", 0, {"content": "the bridge was closed, and that the mill had burned"}),
    ("Residents described the raid as a massacre.", 0, {"cue": "described", "content": "the raid as a massacre"}),
    ("The minister called the raid “cowardly”.", 0, {"cue": "called", "attitude": "asserts"}),
    ("The mayor put the number of dead at nine.", 0, {"cue": "put", "content": "the number of dead at nine"}),
    ("The hospital counted nine dead.", 0, {"source": "hospital", "content": "nine dead"}),
    ("The government has ruled out a role of the militia in the crash.", 0, {"cue": "ruled out", "attitude": "denies", "content": "a role of the militia in the crash"}),
    ("The suit also alleges fraud by the governor.", 0, {"cue": "alleges", "content": "fraud by the governor"}),
    ("This account has been contested by several rights groups.", 0, {"attitude": "denies", "content": "This account"}),
    ("The raid was condemned by the union.", 0, {"source": "union", "attitude": "asserts", "content": "The raid"}),
    ("The raids claimed by the rebels killed nine.", 0, {"cue": "claimed", "source": "rebels", "content": "The raids"}),
    ("The militia accused the rebels and other forces of heavy shelling.", 0, {"content": "the rebels and other forces // heavy shelling"}),
]  # fmt: skip

ATTITUDES = [
    # what a speaker cannot tell; what others cannot do is no prediction
    ("The agency said it could not verify the claim.", 0, {"attitude": "declines"}),
    ("The envoy said he was unable to confirm the toll.", 0, {"attitude": "declines"}),
    ("The mayor said the wounded could not leave the town.", 0, {"attitude": "asserts"}),
    ("The army denied shelling the school.", 0, {"content": "shelling the school", "attitude": "denies"}),
    ("The army denied that it had shelled the school.", 0, {"content": "it had shelled the school", "attitude": "denies"}),
    ("The army refused to comment on the toll.", 0, {"content": "to comment on the toll", "attitude": "declines"}),
    ("Police would not say how many people were held.", 0, {"cue": "would not say", "attitude": "declines"}),
    ("The group threatened to kill the captives unless the army left.", 0, {"content": "to kill the captives unless the army left", "attitude": "threatens"}),
    ("The mayor promised to open the road.", 0, {"content": "to open the road", "attitude": "promises"}),
    ("The mayor vowed that the road would open.", 0, {"attitude": "promises"}),
    ("The office estimates that forty people fled.", 0, {"attitude": "estimates", "content": "forty people fled"}),
    ("The army confirmed that two guards died.", 0, {"attitude": "confirms"}),
    ("Analysts predicted that talks would fail.", 0, {"attitude": "predicts"}),
    ("The governor urged both sides to stop.", 0, {"attitude": "urges", "addressee": "both sides"}),
    ("The union condemned the raid on the mill.", 0, {"attitude": "asserts", "content": "the raid on the mill"}),
    ("The group claimed responsibility for the attack.", 0, {"content": "responsibility for the attack"}),
    ("The army accused the rebels of burning the mill.", 0, {"content": "the rebels // burning the mill"}),
    ("The kidnappers demanded a ransom.", 0, {"content": "a ransom", "attitude": "asks"}),
    ("Officials believe the cell has about 80 men.", 0, {"attitude": "estimates"}),
]  # fmt: skip

SPEAKERS = [
    ("Relatives and neighbours said the boy was shot.", 0, {"source": "Relatives and neighbours"}),
    # two unnamed speakers of one cue are one source, whether the tree has them as its subject or as more of the dead
    ("A mine went off in Herat, killing three people, police and medics said.", 0, {"source": "police and medics", "content": "A mine went off in Herat, killing three people"}),
    ("Soldiers and local aid workers said the mill had burned down.", 0, {"source": "Soldiers and local aid workers"}),
    ("The mill burned down, according to villagers and local officials.", 0, {"source": "villagers and local officials"}),
    ("Villagers and reporters saw the fire. Villagers said it was out.", 0, {"source": "Villagers"}),
    ("Omar Haddad arrived. He said the bridge was closed.", 0, {"source": "Omar Haddad", "words": "He"}),
    ("Omar Haddad met reporters. Haddad said the bridge was closed.", 0, {"source": "Omar Haddad", "words": "Haddad"}),
    ("Foreign Minister Eva Roth arrived. The minister said talks would go on.", 0, {"source": "Eva Roth"}),
    ("The army's spokesman, Daud Karimi, said the bridge was closed.", 0, {"source": "Daud Karimi"}),
    ("“No one was hurt,” said the minister, General Daud Karimi.", 0, {"source": "Daud Karimi"}),
    ("Nine people died, said Sgt. Lorna Peck of the county police.", 0, {"source": "Lorna Peck"}),
    ("Brig. Omar al-Harith said the bridge was closed.", 0, {"source": "Omar al-Harith", "words": "Brig. Omar al-Harith"}),
    ("The bridge was closed, al-Harith said.", 0, {"words": "al-Harith", "content": "The bridge was closed"}),
    ("The bridge was closed, Abu Bakr al-Harith said.", 0, {"words": "Abu Bakr al-Harith", "content": "The bridge was closed"}),
    ("Yusuf bin Salem said the bridge was closed.", 0, {"source": "Yusuf bin Salem"}),
    ("Ana de la Cruz said the bridge was closed.", 0, {"source": "Ana de la Cruz"}),
    ("Jean-Marc Dupont-Roy said the bridge was closed.", 0, {"source": "Jean-Marc Dupont-Roy"}),
    ("Hill Watch said nine people had died.", 0, {"source": "Hill Watch"}),
    ("Officials and local sources said nine people had died.", 0, {"words": "Officials and local sources"}),
    ("A doctor who asked not to be named said nine people had died.", 0, {"source": "doctor", "cue": "said"}),
    ("Eva Roth, who runs the clinic, said nine people had died.", 0, {"source": "Eva Roth"}),
    ("The Red Crescent opened a clinic. He said nine people had died.", 0, {"source": None}),
    ("“It was loud,” a driver said.", 0, {"source": "driver", "words": "a driver"}),
    ("The bridge was closed, Eva Roth, head of the town council, told Radio Hill.", 0, {"source": "Eva Roth", "addressee": "Radio Hill"}),
    ("The US welcomed the deal, saying the captives had suffered.", 0, {"cue": "saying", "words": "The US"}),
    ('The mayor said in a statement, "We are deeply pleased" at the release, adding that the families had waited for long.', 1, {"cue": "adding", "source": "mayor"}),
    ("When President Omar Harith first announced the swap, he said the army had agreed.", 1, {"source": "Omar Harith"}),
    ('The army said in a statement that two soldiers died. "The cause is not known," the statement said.', 1, {"source": "army", "words": "the statement"}),
    ("The paper quoted the mayor as saying that two died.", 0, {"cue": "saying", "source": "mayor"}),
    ("The two leaders met, according to a Defense Ministry news release. The release said they talked of peace.", 1, {"source": "Defense Ministry", "words": "The release"}),
]  # fmt: skip

NESTED = [
    ("The road was closed, a driver told Al Noor TV.", 0, {"addressee": "Al Noor TV", "channel": None}),
    ("Rockets killed at least 17 people on Sunday and wounded 40, a nurse at the northern clinic told Delta News.", 0, {"source": "nurse", "addressee": "Delta News"}),
    ("Omar Haddad said the army had denied shelling the school.", 0, {"source": "Omar Haddad", "via": 1}),
    ("Omar Haddad said the army had denied shelling the school.", 1, {"source": "army", "attitude": "denies", "via": 0}),
    ("Nine people died, according to residents, Omar Haddad told Radio Hill.", 1, {"source": "Omar Haddad", "via": 1, "addressee": "Radio Hill"}),
    ("The mayor told a news conference that the bridge was closed.", 0, {"channel": "a news conference", "content": "the bridge was closed"}),
    ("The mayor said at a press conference that the bridge was closed.", 0, {"channel": "a press conference"}),
    ("The mayor said by telephone that the bridge was closed.", 0, {"channel": "by telephone"}),
    ("The group said the raid had failed via Telegram.", 0, {"content": "the raid had failed"}),
    ("The mayor told residents that the bridge was closed.", 0, {"addressee": "residents"}),
    ("The mayor said on Sunday that the bridge was closed.", 0, {"said": True}),
    ("The mayor said that the bridge was closed on Sunday.", 0, {"said": False}),
    ("The church issued a statement, saying it mourned the dead.", 0, {"channel": "a statement"}),
]  # fmt: skip

MARKS = [
    ('"We are ready," Omar Haddad said.', 0, {"content": "We are ready", "mode": "direct"}),
    ("''We are ready,'' Omar Haddad said.", 0, {"content": "We are ready", "mode": "direct"}),
    ('""We are ready,"" Omar Haddad said.', 0, {"content": "We are ready", "mode": "direct"}),
    ("'We are ready and it is the boys' school,' Omar Haddad said.", 0, {"content": "We are ready and it is the boys' school", "mode": "direct"}),
    ("‘We are ready,’ Omar Haddad said.", 0, {"content": "We are ready", "mode": "direct"}),
    ("«We are ready and many,» Omar Haddad said.", 0, {"content": "We are ready and many", "mode": "direct"}),
    ("“We are ready and many, Omar Haddad said.\n\nThe road is open.", 0, {"content": "We are ready and many"}),
    ("We are ready,” Omar Haddad said.", 0, {"content": "We are ready"}),
    ("“We [the council] are ready,” Omar Haddad said.", 0, {"content": "We [the council] are ready", "mode": "direct"}),
    ("THE MAYOR SAID THAT THE BRIDGE WAS CLOSED BY THE ARMY ON FRIDAY.", 0, {"content": "THE BRIDGE WAS CLOSED BY THE ARMY ON FRIDAY"}),
    ("the mayor said that the bridge was closed by the army on friday.", 0, {"content": "the bridge was closed by the army on friday"}),
    ("The mayor said the “Army of the Northern Hills” had left.", 0, {"mode": "indirect"}),
    (
        "“We are ready,” Omar Haddad said.\n\nRoads stay closed\n\n“Nobody may leave the town,” Eva Roth said.",
        1,
        {"source": "Eva Roth", "content": "Nobody may leave the town"},
    ),
    (
        "[Photo: a burnt mill in the town]\n\n“We are ready,” Omar Haddad said.",
        0,
        {"source": "Omar Haddad", "content": "We are ready"},
    ),
    ("The war has been claiming soldiers' lives. ``We will leave,'' the mayor told the council.", 0, {"content": "We will leave", "mode": "direct"}),
    ("The mayor spoke. ``We want peace,'' said Eva Roth, the minister. ``No one wants to stay here.''", 0, {"content": "We want peace // No one wants to stay here"}),
    ('THE GROUP SAID THAT "THE ATTACK WAS PLANNED BY THE COLONEL AND WAS\nCARRIED OUT BY THE MAJOR."', 0, {"mode": "direct", "content": "THE ATTACK WAS PLANNED BY THE COLONEL AND WAS\nCARRIED OUT BY THE MAJOR"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "expected"), PLACES, ids=ids(PLACES))
def test_where_the_cue_stands(text: str, number: int, expected: dict[str, Any]) -> None:
    """What is said is found before, around and after its cue, in one piece or several."""
    check(text, number, expected)


@pytest.mark.parametrize(("text", "number", "expected"), CUES, ids=ids(CUES))
def test_kinds_of_cue(text: str, number: int, expected: dict[str, Any]) -> None:
    """Verbs, nouns, adverbs, participles, passives and papers report."""
    check(text, number, expected)


@pytest.mark.parametrize(("text", "number", "expected"), ATTITUDES, ids=ids(ATTITUDES))
def test_attitudes(text: str, number: int, expected: dict[str, Any]) -> None:
    """The cue, and what it governs, give the attitude."""
    check(text, number, expected)


@pytest.mark.parametrize(("text", "number", "expected"), SPEAKERS, ids=ids(SPEAKERS))
def test_speakers(text: str, number: int, expected: dict[str, Any]) -> None:
    """Pronouns, last names, roles and groups resolve to who speaks, or to nobody."""
    check(text, number, expected)


@pytest.mark.parametrize(("text", "number", "expected"), NESTED, ids=ids(NESTED))
def test_nested_and_circumstances(text: str, number: int, expected: dict[str, Any]) -> None:
    """A speaker inside a statement has one of his own; where, to whom and when it was said is kept."""
    check(text, number, expected)


@pytest.mark.parametrize(("text", "number", "expected"), MARKS, ids=ids(MARKS))
def test_marks_and_case(text: str, number: int, expected: dict[str, Any]) -> None:
    """Quotation marks of every kind, brackets, pages without case, heads and captions beside quotations."""
    check(text, number, expected)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The police asked residents to report any fire.", "asked"),
        ("The mayor called on residents to report any fire.", "called"),
        ("The office asks residents to stay calm and to report any fire.", "asks"),
        ("The president threatened to dismiss the court.", "threatened"),
        ("The office urged the army to admit that it had shelled the school.", "urged"),
        ("The army declined to confirm the toll.", "declined"),
    ],
)
def test_what_is_wanted_is_not_yet_said(text: str, cue: str) -> None:
    """A cue in the infinitive under a request, a threat, a promise or a refusal makes no statement of its own."""
    assert [s["cue"] for s in statements_of(text)] == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor is expected to announce a truce.",
        "The blast put the town in the dark.",
        "The soldiers gave 40 families food.",
        "The envoy spoke of his hope.",
        "Nine killed in a raid on the mill: villagers",
        "Nine killed in Herat - two children",
        "Nine killed in Herat - the bomb was hidden in a car",
        "Herat - nine killed in blast",
        "- Nine killed in blast",
        "The army took three towns: Haro, Bedin and Kula",
        "A man who refused to leave was shot.",
        "No group claimed responsibility for the attack.",
        "The source declined to be named.",
        "Anyone with information can call the police.",
        "If the mayor should say so, the road may open.",
        "The offensive is expected to take weeks.",
        "The ministry does not report the number of aircraft.",
        "The two states share a border.",
        "The blast claimed three lives.",
        "Monday's attack raised the death toll to 40.",
        "The army raised the number of posts to 40.",
        "The toll was raised to 40 by Monday's attack.",
        "There are no reports of casualties.",
        'He visited a base called "Hill Four".',
        "The party ruled the country.",
    ],
)
def test_no_statement(text: str) -> None:
    """Acts, silence of nobody and what might be said are no statements."""
    assert statements_of(text) == []


def test_a_body_is_never_he() -> None:
    """ "He" after an outlet or an organisation alone stays open."""
    for text in ("Reuters reported a blast. He said nine people had died.", "The union met. He said nine people had died."):
        assert statements_of(text)[-1]["source"] is None


def test_rivals_when_two_speakers_fit() -> None:
    """Two men of equal standing before "he": nobody is guessed, both are named as rivals."""
    text = "Omar Haddad and Daud Karimi met reporters. He said that nine people had died."
    found = statements_of(text)[-1]
    assert found["source"] is None
    assert found["rivals"] == 2
