"""What happened, who did it to whom: sentences of our own and the events in them."""

import pytest

from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Coding, Event, quote

Expected = tuple[str, str, str, str, str]  # type, trigger, by, to, realis


def coded(text: str) -> Coding:
    """The coding of a text."""
    return code(read_text(text))


def told(text: str) -> list[Expected]:
    """The events of a text, their actors by name."""
    coding = coded(text)
    names = {a.id: a.name for a in coding.actors}
    return [_row(coding, event, names) for event in coding.events]


def _row(coding: Coding, event: Event, names: dict[str, str]) -> Expected:
    by, to = (", ".join(names[a] for a in side) for side in (event.by, event.to))
    return (event.type, quote(coding.report.text, event.trigger), by, to, event.realis)


CASES: list[tuple[str, list[Expected]]] = [
    # held to have done it in a sentence of its own
    (
        "A bomb exploded at a school in Lima. Nobody was hurt. Boko Haram claimed responsibility.",
        [("bombing", "exploded", "Boko Haram", "", "actual")],
    ),
    (
        "The mayor was murdered in Lima. The crime was blamed on Boko Haram.",
        [("killing", "murdered", "Boko Haram", "mayor", "actual")],
    ),
    (
        "The mayor was murdered in Lima. Boko Haram has not claimed responsibility.",
        [("killing", "murdered", "", "mayor", "actual")],
    ),
    (
        "The police attributed the murder of a judge to Boko Haram.",
        [("killing", "murder", "Boko Haram", "judge", "actual")],
    ),
    ("A dynamite attack destroyed the office.", [("bombing", "attack", "", "", "actual")]),
    # one blow told at length is one event
    (
        "Three people were shot at a bowling alley on Monday. The shooting began at noon. A 17-year-old girl was shot in the arm."
        " A driver died at a hospital.",
        [("attack", "shot", "", "Three people, 17-year-old girl, driver", "actual")],
    ),
    (
        "Gunmen shot a man in Lima on Monday. Another man was shot in Quito on Friday.",
        [("attack", "shot", "Gunmen", "man", "actual"), ("attack", "shot", "", "man", "actual")],
    ),
    # who goes on behind a cue in the middle of what is told
    (
        "Bandits raided the village on Monday, herders said, and abducted three girls.",
        [("attack", "raided", "Bandits", "", "actual"), ("abduction", "abducted", "Bandits", "three girls", "actual")],
    ),
    (
        "Troops shelled the market on Sunday, medics told reporters, killing nine traders.",
        [("shelling", "shelled", "Troops", "nine traders", "actual")],
    ),
    # what planes do is done from the air
    ("A drone killed two smugglers near the border.", [("airstrike", "killed", "", "two smugglers", "actual")]),
    ("A Reaper attacked three militants near the border.", [("airstrike", "attacked", "", "three militants", "actual")]),
    ("Operation Reaper killed four rebels.", [("killing", "killed", "", "four rebels", "actual")]),
    ("The mirage destroyed the hopes of the herders.", []),
    ("The jet bombed the depot before it crashed.", [("airstrike", "bombed", "", "", "actual")]),
    ("A helicopter injured two farmers when it landed.", []),
    ("A plane hit a barn when it went down.", []),
    ("Four nurses were killed by a plane that crashed.", [("killing", "killed", "", "Four nurses", "actual")]),
    ("A drone crashed into a flat in Odesa, killing two nurses.", [("airstrike", "killing", "", "two nurses", "actual")]),
    # deaths told by what they came of
    ("Troops killed five bandits in an operation near the lake.", [("attack", "operation", "Troops", "five bandits", "actual")]),
    (
        "Two women were killed when gunfire broke out at a party.",
        [("attack", "gunfire", "", "Two women", "actual")],
    ),
    ("Three peacekeepers died when their truck hit a mine.", [("bombing", "hit", "", "Three peacekeepers", "actual")]),
    ("Three peacekeepers died when they hit an anti-tank mine.", [("bombing", "hit", "", "Three peacekeepers", "actual")]),
    ("The river hit the mine on Friday.", []),
    ("A rocket struck a mine near Lima.", []),
    ("Bandits struck the copper mine, killing two guards.", [("killing", "killing", "Bandits", "two guards", "actual")]),
    ("No arrests were made.", []),
    ("Bandits abducted four deminers.", [("abduction", "abducted", "Bandits", "four deminers", "actual")]),
    # deaths told by how they were dealt, people led away
    ("Rebels slit the throat of a herder.", [("killing", "slit", "Rebels", "herder", "actual")]),
    ("Rebels beat the two porters to death.", [("killing", "beat", "Rebels", "two porters", "actual")]),
    ("Gunmen shot the driver dead.", [("killing", "shot", "Gunmen", "driver", "actual")]),
    ("Gunmen took away two teachers.", [("abduction", "took", "Gunmen", "two teachers", "actual")]),
    ("Rebels picked up two teachers from their homes.", [("abduction", "picked", "Rebels", "two teachers", "actual")]),
    ("Police picked up two teachers from their homes.", [("arrest", "picked", "Police", "two teachers", "actual")]),
    (
        "Gunmen shot dead Omar Haddad, a mayor of Gao and his brother Ali Haddad.",
        [("killing", "shot dead", "Gunmen", "Omar Haddad, Ali Haddad", "actual")],
    ),
    (
        "Gunmen shot dead Omar Haddad, the son of the miller Ali Haddad and his wife, Lea Haddad.",
        [("killing", "shot dead", "Gunmen", "Omar Haddad", "actual")],
    ),
    # sides of participles, passives and nouns
    (
        "Detectives said the four people shot were among a crowd.",
        [("attack", "shot", "", "four people", "actual")],
    ),
    (
        "Two attacks, also claimed by Boko Haram, have killed nine traders.",
        [("attack", "attacks", "Boko Haram", "nine traders", "actual")],
    ),
    (
        "The guards subjected men who had fled the town to torture.",
        [("displacement", "fled", "", "men", "actual"), ("torture", "torture", "guards", "men", "actual")],
    ),
    (
        "The attack on the convoy was repelled by soldiers.",
        [("attack", "attack", "", "convoy, soldiers", "actual")],
    ),
    ("The president called on the army to attack the camp.", [("attack", "attack", "army", "", "planned")]),
    ("The report describes the regime's bombing campaign.", [("bombing", "bombing", "regime", "", "actual")]),
    ("Three militants were captured by soldiers.", [("detention", "captured", "soldiers", "Three militants", "actual")]),
    ("Two rebels fled the village.", [("other", "fled", "Two rebels", "", "actual")]),
    # words that tell of no event
    ("A strike means one or more attacks on one target. Dropping one bomb on one truck is one strike.", []),
    ("He was in charge of suicide bombers in the valley.", []),
    ("The nurse was treated and released from the hospital.", []),
    ("A suspect fled the scene in a truck.", []),
    ("The Army of National Liberation praised the fishermen.", []),
    # what classic coders get wrong
    (
        "Forty fighters of Boko Haram died at the hands of the Nigerian army.",
        [("killing", "died", "Nigerian army", "Boko Haram", "actual")],
    ),
    (
        "Soldiers liberated 12 farmers who were being held by Boko Haram.",
        [
            ("release", "liberated", "Soldiers", "12 farmers", "actual"),
            ("detention", "held", "Boko Haram", "12 farmers", "actual"),
        ],
    ),
    (
        "Boko Haram executed nine villagers who refused to pay.",
        [("execution", "executed", "Boko Haram", "nine villagers", "actual")],
    ),
    ("The people of the valley will stand up to Boko Haram.", []),
    # passives, participles, relative clauses
    ("The mayor was abducted by gunmen.", [("abduction", "abducted", "gunmen", "mayor", "actual")]),
    (
        "Gunmen stormed the post, killing four soldiers.",
        [("attack", "stormed", "Gunmen", "four soldiers", "actual")],
    ),
    (
        "Six traders were killed in a raid by Boko Haram.",
        [("attack", "raid", "Boko Haram", "Six traders", "actual")],
    ),
    (
        "An attack that killed six traders was blamed on Boko Haram.",
        [("attack", "attack", "Boko Haram", "six traders", "actual")],
    ),
    (
        "Boko Haram is said to have killed two nurses.",
        [("killing", "killed", "Boko Haram", "two nurses", "actual")],
    ),
    (
        "The army accused Boko Haram of abducting two nurses.",
        [("abduction", "abducting", "Boko Haram", "two nurses", "actual")],
    ),
    # what is done by means of words that say nothing else
    (
        "Boko Haram carried out a series of attacks on villagers.",
        [("attack", "attacks", "Boko Haram", "villagers", "actual")],
    ),
    ("Boko Haram claimed responsibility for the attack.", [("attack", "attack", "Boko Haram", "", "actual")]),
    ("The patrol came under fire.", [("attack", "came under fire", "", "patrol", "actual")]),
    ("The mayor is under heavy fire for his handling of the flood.", []),
    ("The bishop came under fire from critics over the sermon.", []),
    ("The bishop came under attack for saying so.", []),
    ("Two lawmakers came under fire from gunmen.", [("attack", "came under fire", "gunmen", "Two lawmakers", "actual")]),
    ("Two senators traded fire over the budget.", []),
    ("Soldiers and rebels traded fire over the river.", [("armed_clash", "traded fire", "Soldiers, rebels", "", "actual")]),
    ("A porter drove 30 villagers from their village to the fair.", []),
    ("The herder was injured in an encounter with a lion.", []),
    ("A commander was killed during an encounter near the ridge.", [("armed_clash", "encounter", "", "commander", "actual")]),
    ("The herder was killed in an encounter with Boko Haram.", [("armed_clash", "encounter", "Boko Haram", "herder", "actual")]),
    ("Two cadets were injured in a training operation.", []),
    # an operation that helps is no attack, whoever carries it out
    ("The army's rescue operation went on in Lima.", []),
    ("A joint rescue and relief operation by troops is under way in Lima.", []),
    ("The navy launched a search and rescue operation after the boat sank.", []),
    ("Surgical operations on the wounded men continued.", []),
    ("A mine-clearing operation began in Lima.", []),
    (
        "The army launched a rescue operation in the hills, killing two rebels.",
        [("killing", "killing", "army", "two rebels", "actual")],
    ),
    ("Soldiers launched a clearing operation.", [("attack", "operation", "Soldiers", "", "actual")]),
    ("The army's operation against the rebels went on.", [("attack", "operation", "army", "rebels", "actual")]),
    ("The goalkeeper was injured in an operation on her hip.", []),
    (
        "The rebels agreed to a truce with the government.",
        [("ceasefire", "truce", "rebels", "government", "actual")],
    ),
    (
        "Militants used the farmers as human shields.",
        [("other", "human shields", "Militants", "farmers", "actual")],
    ),
    # one happening, one event
    (
        "A suicide bomber blew himself up in the market, killing nine traders and wounding 20 shoppers.",
        [("suicide_bombing", "blew himself up", "", "nine traders, 20 shoppers", "actual")],
    ),
    (
        "A bomb exploded at a bus stop. The explosion killed two students. Four drivers were wounded.",
        [("bombing", "exploded", "", "two students, Four drivers", "actual")],
    ),
    (
        "The army launched an offensive to retake the valley from Boko Haram.",
        [("attack", "offensive", "army", "Boko Haram", "actual")],
    ),
    # who, when only the context tells
    (
        "The air force carried out two strikes near Homs against Boko Haram. Near Aleppo, one strike destroyed a tank.",
        [
            ("airstrike", "strikes", "air force", "Boko Haram", "actual"),
            ("airstrike", "strike", "air force", "Boko Haram", "actual"),
        ],
    ),
    (
        "Someone threatened all those who vote.",
        [("threat", "threatened", "Someone", "all those who vote", "actual")],
    ),
    (
        "Forty farmers were killed in clashes with Boko Haram.",
        [("armed_clash", "clashes", "Boko Haram", "Forty farmers", "actual")],
    ),
    (
        "The Nigerian army pushed Boko Haram fighters out of the town.",
        [("territory_gain", "pushed", "Nigerian army", "Boko Haram", "actual")],
    ),
    ("Police found a cache of rifles.", [("other", "found", "Police", "", "actual")]),
    ("The army set up an observation post in the valley.", [("deployment", "set", "army", "", "actual")]),
    ("Protesters clashed with police.", [("riot", "clashed", "Protesters", "police", "actual")]),
    # sides that stand elsewhere than beside the verb
    (
        "A bomb exploded in front of the offices of the Northern Relief Union. Police blamed it on Boko Haram.",
        [("bombing", "exploded", "Boko Haram", "Northern Relief Union", "actual")],
    ),
    ("The mayor blasts critics over the budget.", []),
    (
        "Army airstrikes in Gao killed two guards.",
        [("airstrike", "airstrikes", "", "two guards", "actual")],
    ),
    (
        "Boko Haram attacks prompted Nigerian airstrikes.",
        [
            ("attack", "attacks", "Boko Haram", "", "actual"),
            ("airstrike", "airstrikes", "Nigeria", "", "actual"),
        ],
    ),
    (
        "The watchdog noted a drop in killings by police last year.",
        [("killing", "killings", "police", "", "actual")],
    ),
    (
        "A nurse was killed in the valley by mortar fire from Boko Haram.",
        [("shelling", "mortar fire", "Boko Haram", "nurse", "actual")],
    ),
    (
        "He is still holding a Danish nurse and as many as three drivers who were seized in May.",
        [
            ("detention", "holding", "", "Danish nurse, as many as three drivers", "actual"),
            ("abduction", "seized", "", "as many as three drivers", "actual"),
        ],
    ),
    (
        "The report lists cases in which police killed or wounded farmers.",
        [("killing", "killed", "police", "farmers", "actual")],
    ),
    (
        "A cell known as the Elm Street Gang planned the attacks. The cell shot two guards.",
        [("attack", "attacks", "Elm Street Gang", "", "planned"), ("attack", "shot", "Elm Street Gang", "two guards", "actual")],
    ),
    # what has not happened
    ("The army denied the claim that its troops had fired on farmers.", [("attack", "fired", "army", "farmers", "denied")]),
    (
        "The minister promised that operations against Boko Haram would continue.",
        [("attack", "operations", "", "Boko Haram", "planned")],
    ),
    (
        "Boko Haram threatened to kill the nurses.",
        [
            ("threat", "threatened", "Boko Haram", "nurses", "actual"),
            ("killing", "kill", "Boko Haram", "nurses", "threatened"),
        ],
    ),
    ("The army will attack the rebels.", [("attack", "attack", "army", "rebels", "planned")]),
    ("The army did not attack the rebels.", [("attack", "attack", "army", "rebels", "denied")]),
    ("The army denied that it had shelled the village.", [("shelling", "shelled", "army", "", "denied")]),
    ("The rebels could attack the convoy.", [("attack", "attack", "rebels", "convoy", "hypothetical")]),
    ("The force must be kept from attacking farmers.", [("attack", "attacking", "force", "farmers", "hypothetical")]),
    # other meanings
    ("Her reputation was destroyed.", []),
    ("Prices shot up in the capital.", []),
    ("He was charged with murder.", []),
    ("Two hundred people died of cholera and hunger.", []),
    ("The ministry released figures on trade.", []),
    # senses that are no violence
    ("Lawmakers dragged the police chief to court.", []),
    ("His vehicle went off the road near a bridge.", []),
    ("The bill was withdrawn by the army.", []),
    ("Soldiers fired warning shots into the air.", []),
    ("The army ended all policing operations.", []),
    ("Rebels attended a campaign rally.", []),
    ("Two men were killed in a car crash.", []),
    ("The man pleaded guilty on March 24 to attempted murder.", []),
    ("The minister failed to stop kidnappings.", []),
    ("The man is charged with fraud and murder.", []),
    ("The man was convicted of drinking and aggravated assault.", []),
    ("A student drew an assault weapon.", []),
    ("The gang is made up of men armed with rifles.", []),
    # what somebody was able to do happened
    ("The rebels were able to kill two guards.", [("killing", "kill", "rebels", "two guards", "actual")]),
    # shots and gunfire
    ("Two men fired several shots at a guard.", [("attack", "fired", "Two men", "guard", "actual")]),
    ("A barrage of gunfire killed two guards.", [("attack", "gunfire", "", "two guards", "actual")]),
    # crowds: who is counted acts; what they gather for happens
    ("Thousands of students marched to the square.", [("protest", "marched", "students", "", "actual")]),
    (
        "Dozens of protesters rallied in the square to protest against the election.",
        [("protest", "rallied", "protesters", "", "actual")],
    ),
    ("The miners called a national strike.", [("protest", "strike", "miners", "", "actual")]),
    # told again
    (
        "The blast killed six guards. The governor said the blast was carried out by a suicide bomber.",
        [("suicide_bombing", "suicide bomber", "suicide bomber", "six guards", "actual")],
    ),
    (
        "A woman was stabbed in Lima. A man stabbed her with a tool, police said.",
        [("attack", "stabbed", "man", "woman", "actual")],
    ),
    ("Officials condemned the car bomb attacks on Monday.", [("bombing", "car bomb", "", "", "actual")]),
    (
        "Police arrested Alvaro Gomez on Monday. Gomez was arrested and charged with theft.",
        [("arrest", "arrested", "Police", "Alvaro Gomez", "actual")],
    ),
    (
        "Rebels planned to murder the mayor and film the killing. The mayor was unhurt.",
        [("killing", "murder", "Rebels", "mayor", "planned")],
    ),
    (
        "Gunmen carried out a series of attacks on Sunday, killing four guards and two nurses. Officials met. They spoke to the press. In all, four guards and two nurses were killed in the shootings.",
        [("attack", "attacks", "Gunmen", "four guards, two nurses", "actual")],
    ),
    # what happened after is another event
    (
        "The attack left one officer dead before police shot and killed the attacker.",
        [("attack", "attack", "", "officer", "actual"), ("killing", "shot and killed", "police", "attacker", "actual")],
    ),
    # feared, planned, threatened, averted
    ("There will be work to do after the liberation of Mosul.", [("territory_gain", "liberation", "", "", "planned")]),
    (
        "Boko Haram threatened an attack in Lima.",
        [("threat", "threatened", "Boko Haram", "", "actual"), ("attack", "attack", "Boko Haram", "", "threatened")],
    ),
    ("The minister wants to stop a similar attack.", [("attack", "attack", "", "", "hypothetical")]),
    ("The prisoner is going to die.", [("killing", "die", "", "prisoner", "planned")]),
    (
        "The rebels entered the hotel with the intention of kidnapping a judge.",
        [("abduction", "kidnapping", "", "judge", "planned")],
    ),
    ("Troops foiled an attempt by rebels to kidnap a judge.", [("abduction", "kidnap", "rebels", "judge", "planned")]),
    ("The boy admitted to shooting his brother.", [("attack", "shooting", "boy", "brother", "actual")]),
    # who suffers, and at whose hands
    ("The town suffered a series of raids at the hands of the militants.", [("attack", "raids", "militants", "", "actual")]),
    ("Neighbours reported a person shot.", [("attack", "shot", "", "person", "actual")]),
    (
        "Units of Operation Dawn Broom have killed nine rebels.",
        [("killing", "killed", "Units of Operation Dawn Broom", "nine rebels", "actual")],
    ),
    ("Gunmen killed dozens of villagers.", [("killing", "killed", "Gunmen", "villagers", "actual")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_events(text: str, expected: list[Expected]) -> None:
    """A sentence yields the events a careful reader would write down, and no others."""
    assert told(text) == expected


PLACED: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("Boko Haram attacked the market of Maiduguri. Residents fled the town.", [("attacked", "Maiduguri"), ("fled", "Maiduguri")]),
    ("A doctor from Maiduguri said that rebels had killed six farmers.", [("killed", None)]),
    ("Boko Haram carried out attacks in Maiduguri and Damboa.", [("attacks", None)]),
    ("The Maiduguri Brigades attacked two posts in Damboa.", [("attacked", "Damboa")]),
    ("Before the truce, rebels had shelled Maiduguri.", [("truce", None), ("shelled", "Maiduguri")]),
]


@pytest.mark.parametrize(("text", "expected"), PLACED, ids=[case[0][:60] for case in PLACED])
def test_event_place(text: str, expected: list[tuple[str, str | None]]) -> None:
    """An event has the place its own clause names or points back to, never one of a name, a source or a clause beside it."""
    coding = coded(text)
    names = {p.id: p.name for p in coding.places}
    assert [(quote(text, e.trigger), names.get(e.place or "")) for e in coding.events] == expected


def test_a_caption_printed_twice_adds_no_event() -> None:
    """What stands under a picture, twice, and again in the body is one attack."""
    caption = "Gunmen attacked a bus near Gao, killing six farmers. (Photo: Radio Hill)"
    body = "Gunmen attacked a bus near the northern town of Gao on Monday, killing six farmers, the governor said.\n"
    coding = coded(f"Bus attacked in the north\n\n{caption}\n\n{caption}\n\n{body}\nThe road was closed for a day.\n")
    assert [e.type for e in coding.events] == ["attack"]


@pytest.mark.parametrize(
    ("text", "weapon", "things"),
    [
        ("Rebels threw two grenades at the bank.", "grenades", ["bank"]),
        ("A car bomb exploded in front of the post office.", "car bomb", ["post office"]),
        ("Gunmen attacked the clinic with rifles.", "rifles", ["clinic"]),
        ("Rebels bombed the offices of the union.", None, ["offices of the union"]),
        ("Rebels burned three buses.", None, ["buses"]),
    ],
)
def test_weapons_and_things_hit(text: str, weapon: str | None, things: list[str]) -> None:
    """The weapon and what is hit that is nobody are spans of the text."""
    coding = coded(text)
    event = coding.events[0]
    assert (quote(text, event.instrument) if event.instrument else None) == weapon
    assert [quote(text, span) for span in event.things] == things


def test_an_event_keeps_its_mentions() -> None:
    """The words that tell of the same happening again stay with it, in the order of the text."""
    text = "Omar Haddad was shot near the bridge. He was pronounced dead at the hospital."
    (event,) = coded(text).events
    assert quote(text, event.trigger) == "shot"
    assert [quote(text, span) for span in event.mentions] == ["pronounced dead"]


def test_the_dead_of_shelling_do_not_shell() -> None:
    """A means named with "by" in the form of a verb is not done by those it is done to."""
    coding = code(read_text("Five civilians were killed in Herat by shelling."))
    names = {a.id: a.name for a in coding.actors}
    assert [(e.by, [names[a] for a in e.to]) for e in coding.events] == [((), ["Five civilians"])]


def test_every_event_names_its_rule() -> None:
    """A rule tells where a side was filled in from the context."""
    coding = coded("The air force carried out strikes against Boko Haram. Near Gao, one strike destroyed a tank.")
    assert all(e.rule.startswith("events.") for e in coding.events)
    assert "+list" in coding.events[-1].rule


def test_deaths_belong_to_the_attack_just_told() -> None:
    """ "The attack" takes up the act of the sentence before, not the earlier attacks; its dead are that act's, on that act's day."""
    text = (
        "The brigade carried out several attacks on Boko Haram last year. On January 10th a force of the brigade attacked a Boko Haram"
        ' prison. The attack resulted in "the deaths of seven of the prison guards, of whom six were locals and one was foreign",'
        " the colonel said."
    )
    coding = coded(text)
    (seven,) = (fig for fig in coding.figures if fig.low == 7)
    (act,) = (event for event in coding.events if event.id == seven.event)
    assert quote(text, act.trigger) == "attacked"
    assert {time.id: time.edtf for time in coding.times}[seven.time or ""] == "XXXX-01-10"


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The rebels agreed to a truce from 15 March, mediators said.", "planned"),
        ("The rebels agreed to a truce on 5 March, mediators said.", "actual"),
    ],
)
def test_what_begins_after_the_report_is_to_come(text: str, realis: str) -> None:
    """A noun's happening that is dated after the day of the report was agreed on, not held."""
    coding = code(read_text(text, published="2024-03-11"))
    assert [event.realis for event in coding.events if event.type == "ceasefire"] == [realis]
