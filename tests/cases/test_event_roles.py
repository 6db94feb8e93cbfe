"""Who did it to whom: the shapes in which conflict news tells the sides of an event."""

import pytest

from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import quote

Expected = tuple[str, str, str, str, str]  # type, trigger, by, to, realis

CASES: list[tuple[str, list[Expected]]] = [
    (
        "The governor was assassinated by the Black Ridge Front.",
        [("assassination", "assassinated", "Black Ridge Front", "governor", "actual")],
    ),
    (
        "Eleven herders were killed by suspected members of Boko Haram.",
        [("killing", "killed", "Boko Haram", "Eleven herders", "actual")],
    ),
    ("Four aid workers died at the hands of the militia.", [("killing", "died", "militia", "Four aid workers", "actual")]),
    (
        "The village of Harim was attacked at dawn by the Northern Brigade.",
        [("attack", "attacked", "Northern Brigade", "", "actual")],
    ),
    (
        "A tax collector was shot dead by two men on a motorcycle.",
        [("killing", "shot dead", "two men", "tax collector", "actual")],
    ),
    (
        "Nine policemen were ambushed and killed by the ELN near the river.",
        [("attack", "ambushed", "ELN", "Nine policemen", "actual")],
    ),
    (
        "Three teachers who had been kidnapped by rebels in May were freed by the army.",
        [
            ("abduction", "kidnapped", "rebels", "Three teachers", "actual"),
            ("release", "freed", "army", "Three teachers", "actual"),
        ],
    ),
    ("Prisoners suffered torture at the hands of the guards.", [("torture", "torture", "guards", "Prisoners", "actual")]),
    ("The miners were being held by the Crescent Front.", [("detention", "held", "Crescent Front", "miners", "actual")]),
    ("The convoy came under fire from Boko Haram.", [("attack", "came under fire", "Boko Haram", "convoy", "actual")]),
    (
        "Peacekeepers came under attack from militiamen in the valley.",
        [("attack", "came under attack", "militiamen", "Peacekeepers", "actual")],
    ),
    ("The patrol was under fire from rebels for six hours.", [("attack", "under fire", "rebels", "patrol", "actual")]),
    (
        "The police post came under mortar fire from the hill militia.",
        [("shelling", "mortar fire", "hill militia", "police", "actual")],
    ),
    (
        "The army has come under attack by Boko Haram several times.",
        [("attack", "come under attack", "Boko Haram", "army", "actual")],
    ),
    ("The army's shelling of the village killed 12 people.", [("shelling", "shelling", "army", "12 people", "actual")]),
    (
        "Boko Haram's abduction of the schoolgirls shocked the country.",
        [("abduction", "abduction", "Boko Haram", "schoolgirls", "actual")],
    ),
    ("The killing of a judge by rebels was condemned.", [("killing", "killing", "rebels", "judge", "actual")]),
    ("The murder of two nurses by militiamen was condemned.", [("killing", "murder", "militiamen", "two nurses", "actual")]),
    ("A Boko Haram ambush killed seven soldiers.", [("attack", "ambush", "Boko Haram", "seven soldiers", "actual")]),
    ("The assassination of the mayor remains unsolved.", [("assassination", "assassination", "", "mayor", "actual")]),
    (
        "A raid by soldiers on a rebel hideout ended with six arrests.",
        [("attack", "raid", "soldiers", "", "actual"), ("arrest", "arrests", "", "", "actual")],
    ),
    (
        "The execution of two farmers by the Front caused an outcry.",
        [("execution", "execution", "Front", "two farmers", "actual")],
    ),
    ("The army offensive against Boko Haram began on Monday.", [("attack", "offensive", "army", "Boko Haram", "actual")]),
    (
        "The detention of three reporters by the police was criticised.",
        [("detention", "detention", "police", "three reporters", "actual")],
    ),
    ("Residents condemned the rape of a woman by soldiers.", [("sexual_violence", "rape", "soldiers", "woman", "actual")]),
    (
        "The release of 40 hostages by the Crescent Front ended the crisis.",
        [("release", "release", "Crescent Front", "40 hostages", "actual")],
    ),
    ("Six people died in an attack blamed on Boko Haram.", [("attack", "attack", "Boko Haram", "Six people", "actual")]),
    (
        "A Boko Haram-claimed bombing killed nine worshippers.",
        [("bombing", "bombing", "Boko Haram", "nine worshippers", "actual")],
    ),
    (
        "The bombing, which the Crescent Front claimed, killed nine worshippers.",
        [("bombing", "bombing", "Crescent Front", "nine worshippers", "actual")],
    ),
    ("A blast attributed to the ELN destroyed a pipeline.", [("bombing", "blast", "ELN", "", "actual")]),
    ("Police suspect Boko Haram of the murder of the judge.", [("killing", "murder", "Boko Haram", "judge", "actual")]),
    ("Boko Haram said it was behind the attack on the barracks.", [("attack", "attack", "Boko Haram", "", "actual")]),
    (
        "A bomb went off in a market, killing four traders. No group claimed responsibility, but police blamed Boko Haram.",
        [("bombing", "went", "Boko Haram", "four traders", "actual")],
    ),
    ("The bombing was the work of the Crescent Front.", [("bombing", "bombing", "Crescent Front", "", "actual")]),
    ("The army accused the Crescent Front of shelling the clinic.", [("shelling", "shelling", "Crescent Front", "", "actual")]),
    (
        "The Crescent Front was accused of killing two teachers.",
        [("killing", "killing", "Crescent Front", "two teachers", "actual")],
    ),
    ("Boko Haram took responsibility for the ambush.", [("attack", "ambush", "Boko Haram", "", "actual")]),
    (
        "In a statement, the Black Ridge Front claimed the killing of two policemen.",
        [("killing", "killing", "Black Ridge Front", "two policemen", "actual")],
    ),
    (
        "Clashes between the army and the Crescent Front left 12 dead.",
        [("armed_clash", "Clashes", "army", "Crescent Front", "actual")],
    ),
    ("Troops exchanged fire with gunmen on the road.", [("armed_clash", "exchanged fire", "Troops", "gunmen", "actual")]),
    ("Rebels clashed with a rival faction near the mine.", [("armed_clash", "clashed", "Rebels", "rival faction", "actual")]),
    (
        "Heavy fighting between Boko Haram and soldiers was reported.",
        [("armed_clash", "fighting", "Boko Haram", "soldiers", "actual")],
    ),
    (
        "In fighting with the Crescent Front, eight soldiers were killed.",
        [("armed_clash", "fighting", "Crescent Front", "eight soldiers", "actual")],
    ),
    (
        "Government forces and the Crescent Front traded fire across the border.",
        [("armed_clash", "traded fire", "Government forces, Crescent Front", "", "actual")],
    ),
    (
        "Soldiers are battling the Crescent Front in the hills.",
        [("armed_clash", "battling", "Soldiers", "Crescent Front", "actual")],
    ),
    (
        "Two militants were killed in an encounter with security forces.",
        [("armed_clash", "encounter", "security forces", "Two militants", "actual")],
    ),
    (
        "Eight soldiers died in a firefight with Boko Haram.",
        [("armed_clash", "firefight", "Boko Haram", "Eight soldiers", "actual")],
    ),
    ("The gunmen who attacked the hotel killed 14 guests.", [("attack", "attacked", "gunmen", "14 guests", "actual")]),
    (
        "Police arrested a man who shot two students.",
        [("arrest", "arrested", "Police", "man", "actual"), ("attack", "shot", "man", "two students", "actual")],
    ),
    (
        "The soldiers, who had been sent to the town, were killed by a mine.",
        [("deployment", "sent", "soldiers", "", "actual"), ("bombing", "killed", "", "soldiers", "actual")],
    ),
    ("The group that abducted the nurses demanded a ransom.", [("abduction", "abducted", "group", "nurses", "actual")]),
    ("A raid in which soldiers killed six farmers caused anger.", [("attack", "raid", "soldiers", "six farmers", "actual")]),
    (
        "The rebels who had occupied the town surrendered.",
        [("territory_gain", "occupied", "rebels", "", "actual"), ("surrender", "surrendered", "rebels", "", "actual")],
    ),
    ("The army, which the rebels attacked on Sunday, fired back.", [("attack", "attacked", "rebels", "army", "actual")]),
    (
        "The rebels managed to seize the bridge, forcing the army to withdraw.",
        [("territory_gain", "seize", "rebels", "", "actual"), ("deployment", "withdraw", "army", "", "actual")],
    ),
    ("The militia forced villagers to leave their homes.", [("displacement", "leave", "militia", "villagers", "actual")]),
    ("Troops began shelling the suburb.", [("shelling", "shelling", "Troops", "", "actual")]),
    ("The rebels failed to capture the airport.", [("territory_gain", "capture", "rebels", "", "denied")]),
    ("The army plans to attack the Crescent Front in the hills.", [("attack", "attack", "army", "Crescent Front", "planned")]),
    (
        "Police want to arrest the leader of the Crescent Front.",
        [("arrest", "arrest", "Police", "leader of the Crescent Front", "planned")],
    ),
    (
        "Gunmen opened fire on a bus, killing six passengers and wounding ten others.",
        [("attack", "opened fire", "Gunmen", "six passengers, ten others", "actual")],
    ),
    (
        "Boko Haram fighters burst into the village, setting fire to houses and abducting nine women.",
        [
            ("destruction", "setting fire to", "Boko Haram", "", "actual"),
            ("abduction", "abducting", "Boko Haram", "nine women", "actual"),
        ],
    ),
    ("A mine exploded under a truck, killing the driver.", [("bombing", "exploded", "", "driver", "actual")]),
    ("Troops advanced on the town, killing ten rebels.", [("killing", "killing", "Troops", "ten rebels", "actual")]),
    ("Soldiers backed by helicopters stormed the camp.", [("attack", "stormed", "Soldiers", "", "actual")]),
    ("Armed with rifles, the attackers killed two guards.", [("killing", "killed", "attackers", "two guards", "actual")]),
    (
        "The rebels withdrew after killing three hostages.",
        [("deployment", "withdrew", "rebels", "", "actual"), ("killing", "killing", "rebels", "three hostages", "actual")],
    ),
    (
        "The militia looted shops, burned two houses and abducted a doctor.",
        [
            ("looting", "looted", "militia", "", "actual"),
            ("destruction", "burned", "militia", "", "actual"),
            ("abduction", "abducted", "militia", "doctor", "actual"),
        ],
    ),
    (
        "Soldiers surrounded the house and arrested four suspects.",
        [("arrest", "arrested", "Soldiers", "four suspects", "actual")],
    ),
    (
        "Boko Haram killed a priest, kidnapped two nuns and burned a church.",
        [
            ("killing", "killed", "Boko Haram", "priest", "actual"),
            ("abduction", "kidnapped", "Boko Haram", "two nuns", "actual"),
            ("destruction", "burned", "Boko Haram", "", "actual"),
        ],
    ),
    (
        "The army killed two rebels, while the rebels killed a soldier.",
        [("killing", "killed", "army", "two rebels", "actual"), ("killing", "killed", "two rebels", "soldier", "actual")],
    ),
    ("Police and soldiers detained 30 students.", [("detention", "detained", "Police, soldiers", "30 students", "actual")]),
    ("The rebels killed a teacher and his wife.", [("killing", "killed", "rebels", "teacher, wife", "actual")]),
    ("A soldier and two policemen were killed by a bomb.", [("bombing", "killed", "", "soldier, two policemen", "actual")]),
    (
        "Gunmen abducted a Danish engineer and his driver.",
        [("abduction", "abducted", "Gunmen", "Danish engineer, driver", "actual")],
    ),
    (
        "The army, backed by local militias, attacked the Crescent Front.",
        [("attack", "attacked", "army", "Crescent Front", "actual")],
    ),
    ("The Crescent Front, a separatist movement, shelled the port.", [("shelling", "shelled", "Crescent Front", "", "actual")]),
    (
        "The Northern Brigade, together with the Crescent Front, attacked a garrison.",
        [("attack", "attacked", "Northern Brigade, Crescent Front", "garrison", "actual")],
    ),
    (
        "Boko Haram, whose fighters hold the valley, killed six traders.",
        [("killing", "killed", "Boko Haram", "six traders", "actual")],
    ),
    ("The army, according to witnesses, shelled the market.", [("shelling", "shelled", "army", "", "actual")]),
    (
        "Six rebels, armed by Iran and backed by Russia, attacked the town.",
        [
            ("aid", "armed", "Iran", "Six rebels", "actual"),
            ("aid", "backed", "Russia", "Six rebels", "actual"),
            ("attack", "attacked", "Six rebels", "", "actual"),
        ],
    ),
    (
        "Herders, assisted by the army since Monday, fled the town.",
        [("aid", "assisted", "army", "Herders", "actual"), ("displacement", "fled", "", "Herders", "actual")],
    ),
    ("The army, backed and assisted by militias, attacked the town.", [("attack", "attacked", "army", "", "actual")]),
    ("Rebels supported by a foreign militia captured the town.", [("territory_gain", "captured", "Rebels", "", "actual")]),
    (
        "The SDF, which includes several Arab units, has advanced in recent weeks, retaking 20 villages.",
        [("territory_gain", "retaking", "SDF", "", "actual")],
    ),
    ("The mayor's killing was blamed on the Crescent Front.", [("killing", "killing", "Crescent Front", "mayor", "actual")]),
    (
        "Omar Haddad was kidnapped in May. His abduction was claimed by the Crescent Front.",
        [("abduction", "kidnapped", "Crescent Front", "Omar Haddad", "actual")],
    ),
    (
        "Haddad's death at the hands of soldiers set off protests.",
        [("killing", "death", "soldiers", "Haddad", "actual"), ("protest", "protests", "", "", "actual")],
    ),
    (
        "The journalist Omar Haddad was shot on Monday. Colleagues said the reporter's killers had threatened him.",
        [
            ("attack", "shot", "", "Omar Haddad", "actual"),
            ("threat", "threatened", "reporter's killers", "Omar Haddad", "actual"),
        ],
    ),
    ("The mayor was found dead in his car.", [("killing", "found dead", "", "mayor", "actual")]),
    ("Two nurses fell victim to an attack by the militia.", [("attack", "attack", "militia", "Two nurses", "actual")]),
    ("The body of a union leader was found near the road.", [("killing", "body", "", "union leader", "actual")]),
    (
        "The bodies of three abducted farmers were found in a well.",
        [("killing", "bodies", "", "three abducted farmers", "actual")],
    ),
    ("The judge lost his life in an ambush by the ELN.", [("attack", "ambush", "ELN", "judge", "actual")]),
    ("Boko Haram attacked an army convoy.", [("attack", "attacked", "Boko Haram", "army convoy", "actual")]),
    ("Rebels shelled the headquarters of the Crescent Front.", [("shelling", "shelled", "Rebels", "Crescent Front", "actual")]),
    (
        "Rebels ambushed a United Nations convoy, killing two drivers.",
        [("attack", "ambushed", "Rebels", "United Nations convoy, two drivers", "actual")],
    ),
    ("Gunmen attacked the home of the mayor.", [("attack", "attacked", "Gunmen", "mayor", "actual")]),
    ("The jets bombed positions of the Crescent Front.", [("airstrike", "bombed", "", "Crescent Front", "actual")]),
    ("Insurgents fired rockets at the American embassy.", [("shelling", "fired", "Insurgents", "American embassy", "actual")]),
    ("A bomb exploded outside the headquarters of the ruling party.", [("bombing", "exploded", "", "ruling party", "actual")]),
    ("Rebels attacked a bus carrying soldiers.", [("attack", "attacked", "Rebels", "", "actual")]),
    (
        "A roadside bomb hit a vehicle of the Northern Relief Union.",
        [("bombing", "roadside bomb", "", "Northern Relief Union", "actual")],
    ),
    (
        "Six soldiers were killed on Sunday. The army said Boko Haram was responsible.",
        [("killing", "killed", "Boko Haram", "Six soldiers", "actual")],
    ),
    (
        "Gunmen attacked a market, killing ten traders. The attackers belonged to Boko Haram, the governor said.",
        [("attack", "attacked", "Boko Haram", "ten traders", "actual")],
    ),
    # nobody is blamed by a denial, a doubt, a maybe, or blame for something else
    (
        "Gunmen killed two guards in Gao. The army denied that it was responsible.",
        [("killing", "killed", "Gunmen", "two guards", "actual")],
    ),
    (
        "Gunmen killed two guards in Gao. It is unclear if the Crescent Front was responsible.",
        [("killing", "killed", "Gunmen", "two guards", "actual")],
    ),
    (
        "Gunmen killed two guards in Gao. Nobody knows whether the army is responsible.",
        [("killing", "killed", "Gunmen", "two guards", "actual")],
    ),
    (
        "Gunmen killed two guards in Gao. If the army is responsible, it must pay.",
        [("killing", "killed", "Gunmen", "two guards", "actual")],
    ),
    (
        "Gunmen killed two guards in Gao. The killers do not seem to belong to Boko Haram.",
        [("killing", "killed", "Gunmen", "two guards", "actual")],
    ),
    (
        "Gunmen killed two guards in Gao. The killers may belong to Boko Haram.",
        [("killing", "killed", "Gunmen", "two guards", "actual")],
    ),
    (
        "Gunmen killed two guards in Gao. There is no evidence that the army was responsible.",
        [("killing", "killed", "Gunmen", "two guards", "actual")],
    ),
    (
        "Gunmen killed two guards in Gao. The mayor blamed the police for their slow response.",
        [("killing", "killed", "Gunmen", "two guards", "actual")],
    ),
    (
        "Gunmen killed two guards in Gao. Herders accused the army of arriving late.",
        [("killing", "killed", "Gunmen", "two guards", "actual")],
    ),
    (
        "Gunmen killed two guards in Gao. The army did not comment, but police blamed Boko Haram for it.",
        [("killing", "killed", "Boko Haram", "two guards", "actual")],
    ),
    (
        "Gunmen killed two guards in Gao. The mayor accused the army of committing atrocities.",
        [("killing", "killed", "army", "two guards", "actual")],
    ),
    (
        "An explosion hit a train on Friday. Officials believe the ELN planted the bomb.",
        [("bombing", "explosion", "ELN", "", "actual")],
    ),
    (
        "The Crescent Front attacked a post on Monday. It also shelled the town.",
        [("attack", "attacked", "Crescent Front", "", "actual"), ("shelling", "shelled", "Crescent Front", "", "actual")],
    ),
    (
        "Boko Haram raided two villages. The group also kidnapped five women.",
        [("attack", "raided", "Boko Haram", "", "actual"), ("abduction", "kidnapped", "Boko Haram", "five women", "actual")],
    ),
    (
        "Boko Haram raided two villages. The militants then burned a clinic.",
        [("attack", "raided", "Boko Haram", "", "actual"), ("destruction", "burned", "Boko Haram", "", "actual")],
    ),
    (
        "Gunmen stopped a bus near Gao. They shot six passengers dead.",
        [("killing", "shot", "Gunmen", "six passengers", "actual")],
    ),
    (
        "Authorities have watched the Crescent Front since 2007, when it kidnapped a student.",
        [("abduction", "kidnapped", "Crescent Front", "student", "actual")],
    ),
    ("Omar Haddad led the Crescent Front. He was killed by police.", [("killing", "killed", "police", "Omar Haddad", "actual")]),
    (
        "Boko Haram holds the valley. Soldiers attacked the group on Monday.",
        [("territory_gain", "holds", "Boko Haram", "", "actual"), ("attack", "attacked", "Soldiers", "Boko Haram", "actual")],
    ),
    (
        "The rebels freed two nurses. They had abducted them in May.",
        [("release", "freed", "rebels", "two nurses", "actual"), ("abduction", "abducted", "rebels", "two nurses", "actual")],
    ),
    ("Four rebels attacked a post. The attackers killed a guard.", [("attack", "attacked", "Four rebels", "guard", "actual")]),
    (
        "The students marched to the palace. Police fired tear gas at them.",
        [("protest", "marched", "students", "", "actual"), ("crackdown", "tear gas", "Police", "students", "actual")],
    ),
    (
        "Police detained the editor of a newspaper. They released him a day later.",
        [
            ("detention", "detained", "Police", "editor of a newspaper", "actual"),
            ("release", "released", "Police", "editor of a newspaper", "actual"),
        ],
    ),
    (
        "The government signed a ceasefire with the Crescent Front.",
        [("ceasefire", "ceasefire", "government", "Crescent Front", "actual")],
    ),
    (
        "The Crescent Front agreed to a ceasefire with the army and the police.",
        [("ceasefire", "ceasefire", "Crescent Front", "army, police", "actual")],
    ),
    (
        "A truce between the government and the ELN took effect on Monday.",
        [("ceasefire", "truce", "government", "ELN", "actual")],
    ),
    (
        "The United Nations delivered food to 4,000 refugees.",
        [("aid", "delivered", "United Nations", "4,000 refugees", "actual")],
    ),
    ("France sent 500 soldiers to Mali.", [("deployment", "sent", "France", "", "actual")]),
    ("The army withdrew its troops from the valley.", [("deployment", "withdrew", "army", "", "actual")]),
    (
        "Some 600 people fled the fighting between the army and the rebels.",
        [("displacement", "fled", "", "Some 600 people", "actual"), ("armed_clash", "fighting", "army", "rebels", "actual")],
    ),
    (
        "The Crescent Front drove 2,000 people from their homes.",
        [("displacement", "drove", "Crescent Front", "2,000 people", "actual")],
    ),
    ("Police used tear gas to disperse demonstrators.", [("crackdown", "tear gas", "Police", "demonstrators", "actual")]),
    ("Fifty rebels surrendered to the army.", [("surrender", "surrendered", "Fifty rebels", "army", "actual")]),
    (
        "Demonstrations and attacks on police were reported in Gao.",
        [("protest", "Demonstrations", "", "", "actual"), ("attack", "attacks", "", "police", "actual")],
    ),
    (
        "Raids and attacks on police were reported in Gao.",
        [("attack", "Raids", "", "police", "actual"), ("attack", "attacks", "", "police", "actual")],
    ),
    (
        "An airstrike on a hospital run by the UN killed two nurses.",
        [("airstrike", "airstrike", "", "two nurses", "actual")],
    ),
    (
        "An airstrike on a hospital by the coalition killed two nurses.",
        [("airstrike", "airstrike", "coalition", "two nurses", "actual")],
    ),
    (
        "The kidnapping and murder of a student by rebels was condemned.",
        [("abduction", "kidnapping", "rebels", "student", "actual"), ("killing", "murder", "rebels", "student", "actual")],
    ),
    ("Rebels failed to kill the mayor.", [("killing", "kill", "Rebels", "mayor", "denied")]),
    (
        "Two rebels were killed in a confrontation with police.",
        [("armed_clash", "confrontation", "police", "Two rebels", "actual")],
    ),
    (
        "The patrol came under heavy fire from the Crescent Front.",
        [("attack", "came under heavy fire", "Crescent Front", "patrol", "actual")],
    ),
]


def told(text: str) -> list[Expected]:
    """The events of a text, their actors by name."""
    coding = code(read_text(text))
    names = {a.id: a.name for a in coding.actors}
    return [
        (e.type, quote(text, e.trigger), ", ".join(names[a] for a in e.by), ", ".join(names[a] for a in e.to), e.realis)
        for e in coding.events
    ]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_sides(text: str, expected: list[Expected]) -> None:
    """A sentence yields the sides that a careful reader would write down, and no others."""
    assert told(text) == expected
