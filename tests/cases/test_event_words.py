"""Words that name what happened, and near misses that name nothing: sentences of our own and the events in them."""

import pytest
from tests.cases.test_events import Expected, told

from onrecord.pipeline import code
from onrecord.read import read_text

CASES: list[tuple[str, list[Expected]]] = [
    (
        "A bomb killed six people in Gao. A purported spokesman for Boko Haram claimed responsibility for that attack.",
        [("bombing", "killed", "Boko Haram", "six people", "actual")],
    ),
    (
        "The mayor said if the gunman had reached the hall, he might have killed many more people.",
        [("killing", "killed", "gunman", "many more people", "hypothetical")],
    ),
    ("The governor said no bodies were found at the ranch.", []),
    ("The governor said two bodies were found at the ranch.", [("killing", "bodies", "", "", "actual")]),
    (
        "A gunman opened fire at the gate. Then he exploded his suicide vest.",
        [("attack", "opened fire", "gunman", "", "actual"), ("suicide_bombing", "exploded", "gunman", "", "actual")],
    ),
    (
        "A suicide bomber struck a market in Mardan, killing 26 people. Suddenly there was a huge blast, said a witness.",
        [("suicide_bombing", "suicide bomber", "suicide bomber", "26 people", "actual")],
    ),
    (
        "American forces attacked ISIL using fighter aircraft to conduct sixteen airstrikes.",
        [
            ("attack", "attacked", "American forces", "ISIL", "actual"),
            ("airstrike", "airstrikes", "American forces", "ISIL", "actual"),
        ],
    ),
    (
        "Militants who have fought the army for years killed six people on Monday.",
        [("armed_clash", "fought", "Militants", "army", "actual"), ("killing", "killed", "Militants", "six people", "actual")],
    ),
    ("Suspicion fell on militant groups fighting the government.", []),
    ("The blast was part of a wave of bombings.", [("bombing", "blast", "", "", "actual")]),
    ("A wave of bombings killed 40 people in Gao.", [("bombing", "bombings", "", "40 people", "actual")]),
    ("Rebels took the town of Gao on Monday.", [("territory_gain", "took", "Rebels", "", "actual")]),
    ("The soldiers took the road to Gao.", []),
    ("The driver lost control of the truck.", []),
    ("Rebels murder the innocent to frighten the country.", [("killing", "murder", "Rebels", "", "generic")]),
    ("Gunmen attack a village in Gao, killing six.", [("attack", "attack", "Gunmen", "", "actual")]),
    (
        "Whoever holds the airport holds the city.",
        [("territory_gain", "holds", "", "", "generic"), ("territory_gain", "holds", "", "", "generic")],
    ),
    ("The operations have not succeeded in eliminating the rebels.", [("killing", "eliminating", "", "rebels", "denied")]),
    ("The general allowed the rebels to capture the town.", [("territory_gain", "capture", "rebels", "", "actual")]),
    (
        "The Royal Air Force flies over the north. Two Typhoons bombed a camp near Gao.",
        [("airstrike", "bombed", "Royal Air Force", "", "actual")],
    ),
    (
        "The Royal Air Force flies over the north. A Reaper conducted an attack with a Hellfire missile on a group of rebels.",
        [("airstrike", "attack", "Royal Air Force", "group of rebels", "actual")],
    ),
    ("Drones hit a market in Gao. The Norland air force said it had downed two.", [("airstrike", "hit", "", "", "actual")]),
    ("Norwegian missiles struck a school in Gao.", [("shelling", "struck", "Norway", "", "actual")]),
    ("The minister bought Norwegian missiles.", []),
    ("The Taliban entered the city.", [("deployment", "entered", "Taliban", "", "actual")]),
    ("The Red Cross entered the city.", []),
    ("Troops entered the village to help survivors.", []),
    ("Troops pulled out a survivor.", []),
    ("Nokia pulled out of the city.", []),
    ("Police swooped on the farm and found drugs.", []),
    ("Hurricane Ian struck the town.", []),
    ("Police hit the road.", []),
    ("Republicans took Ohio in the election.", []),
    ("On Monday a Harrier strafed a camp near Gao.", [("airstrike", "strafed", "", "", "actual")]),
    ("On Monday the Typhoon hit the coast.", []),
    ("The Predator killed two women.", [("killing", "killed", "", "two women", "actual")]),
    ("The air force shot two protesters.", [("crackdown", "shot", "air force", "two protesters", "actual")]),
    # it takes people who do it
    ("The guards smothered a prisoner.", [("killing", "smothered", "guards", "prisoner", "actual")]),
    ("Six porters suffocated in a van.", []),
    ("A landslide wiped out a family.", []),
    ("A cook was electrocuted when he touched a cable.", []),
    ("Hail and rain lashed the pilgrims.", []),
    ("A gale sank two boats.", []),
    ("A tram wrecked two cars.", []),
    ("The flood left 300 families homeless; they were left homeless by rain.", []),
    ("The mother bundled two boys into the car for a trip.", []),
    # missiles that are weapons, and come down on somebody
    ("The agency's space rocket crashed into a barn.", []),
    ("The missile hit a barge in a test.", []),
    ("Shell fell in London on Monday.", []),
    ("A shell fell in Gao on Monday.", [("shelling", "fell", "", "", "actual")]),
    ("A bath bomb hit the market.", []),
    ("An unexploded shell exploded in a barn.", [("bombing", "exploded", "", "", "actual")]),
    # words of business and talk
    ("The bank axed 300 employees.", []),
    ("The herders axed two employees.", [("attack", "axed", "herders", "two employees", "actual")]),
    ("Hackers hacked two senators.", []),
    ("The senator was knifed in the back by allies.", []),
    ("Journalists assailed the mayor with questions.", []),
    ("Reviewers crucified the novelist.", []),
    ("The army cut down 300 clerks from its payroll.", []),
    ("There was carnage on Wall Street.", []),
    ("The ministry capitulated to the unions.", []),
    ("A drive-by testing clinic opened.", []),
    ("It was a coup for the museum.", []),
    ("The team survived an onslaught from Real Madrid.", []),
    # those fetched, saved or led back are not seized
    ("Officers picked up two girls from school.", []),
    ("The coast guard picked up 30 refugees.", []),
    ("Soldiers carried off two wounded comrades.", []),
    ("The guards led away two convicts.", []),
    ("Campers took shelter in the hotel from the rain.", []),
    ("Traders sought refuge in gold.", []),
    ("A drone caught two men laying a mine.", [("bombing", "laying", "two men", "", "actual")]),
    ("Police caught two men with a bomb.", [("arrest", "caught", "Police", "two men", "actual")]),
    ("Coalition warplanes flew 22 strikes against Boko Haram.", [("airstrike", "strikes", "Coalition", "Boko Haram", "actual")]),
    ("Two of the fighters lost their lives to a booby trap.", [("bombing", "lost their lives", "", "fighters", "actual")]),
    ("At night several rockets slammed into homes.", [("shelling", "slammed", "", "", "actual")]),
    ("The truck slammed into a wall.", []),
    ("The war has driven 300 families out of the capital.", [("displacement", "driven", "", "300 families", "actual")]),
    ("Two nurses were led away by the gunmen.", [("abduction", "led", "gunmen", "Two nurses", "actual")]),
    ("The minister was led away by police.", []),
    ("Rebels marched the teacher into the bush.", [("abduction", "marched", "Rebels", "teacher", "actual")]),
    (
        "Youths stoned the town hall and set two police cars ablaze.",
        [("riot", "stoned", "Youths", "", "actual"), ("destruction", "set", "Youths", "police", "actual")],
    ),
    ("Hitmen have mowed down eleven people in Gao.", [("killing", "mowed down", "Hitmen", "eleven people", "actual")]),
    ("Raiders were gunning down villagers.", [("killing", "gunning", "Raiders", "villagers", "actual")]),
    ("Snipers cut down two medics.", [("killing", "cut", "Snipers", "two medics", "actual")]),
    ("The farmers cut down two trees.", []),
    ("Gunmen sprayed the bar with bullets.", [("attack", "sprayed", "Gunmen", "", "actual")]),
    ("The farmers sprayed the field with water.", []),
    ("Gunmen descended on the village of Harim.", [("attack", "descended", "Gunmen", "", "actual")]),
    ("Tourists descended on the village of Harim.", []),
    ("Police picked up two men.", [("arrest", "picked", "Police", "two men", "actual")]),
    ("He picked up two loaves.", []),
    ("Two men were taken into custody.", [("arrest", "taken into custody", "", "Two men", "actual")]),
    ("Raiders carried off thirty girls.", [("abduction", "carried", "Raiders", "thirty girls", "actual")]),
    ("Two nurses were set free on Monday.", [("release", "set free", "", "Two nurses", "actual")]),
    ("Two families sought refuge in the school.", [("displacement", "sought", "", "Two families", "actual")]),
    ("The rebels took refuge in the hills.", []),
    ("Rebels shot down a helicopter near Gao.", [("destruction", "shot", "Rebels", "", "actual")]),
    (
        "Police broke up a protest in Lima.",
        [("crackdown", "broke", "Police", "", "actual"), ("protest", "protest", "", "", "actual")],
    ),
    ("The police broke up the fight.", []),
    ("Two rebels gave themselves up.", [("surrender", "gave themselves up", "Two rebels", "", "actual")]),
    ("A farmer stepped on a landmine and died.", [("bombing", "stepped", "", "farmer", "actual")]),
    (
        "Raiders stormed the village and axed a farmer to death before fleeing the area.",
        [("attack", "stormed", "Raiders", "farmer", "actual")],
    ),
    (
        "Villagers fled the area after rebels killed six people.",
        [("displacement", "fled", "", "Villagers", "actual"), ("killing", "killed", "rebels", "six people", "actual")],
    ),
    (
        "An encounter broke out between the guards and Maoists near Harim.",
        [("armed_clash", "encounter", "guards", "Maoists", "actual")],
    ),
    ("A hiker had an encounter with a bear.", []),
    ("Clashes broke out between the army and Boko Haram in Gao.", [("armed_clash", "Clashes", "army", "Boko Haram", "actual")]),
    ("Rebels attacked both shops and houses.", [("attack", "attacked", "Rebels", "", "actual")]),
    (
        "12 Maoists surrendered in Harim. The surrendered Maoists included two commanders.",
        [("surrender", "surrendered", "Maoists", "", "actual")],
    ),
    ("Deputies found Frank Lloyd shot at his house.", [("attack", "shot", "", "Frank Lloyd", "actual")]),
    ("Deputies read the incident and arrest reports.", []),
    ("The slaying is the tenth homicide investigated by the sheriff.", [("killing", "slaying", "", "", "actual")]),
    (
        "The army retook the city, taking nearly 100,000 German soldiers as prisoners of war.",
        [
            ("territory_gain", "retook", "army", "", "actual"),
            ("detention", "taking", "army", "nearly 100,000 German soldiers", "actual"),
        ],
    ),
    ("He is accused of second-degree murder.", []),
    ("A barrage of rockets hit the port.", [("shelling", "barrage", "", "", "actual")]),
    ("A barrage of questions hit the minister.", []),
    ("Youths firebombed a shop.", [("bombing", "firebombed", "Youths", "", "actual")]),
    ("Tanks levelled two houses.", [("destruction", "levelled", "", "", "actual")]),
    ("The team levelled the score.", []),
    ("Two teenagers died when an artillery shell hit a school in Gao.", [("shelling", "hit", "", "Two teenagers", "actual")]),
    ("The shell exploded on the pitch.", [("shelling", "exploded", "", "", "actual")]),
    ("The whole village was burnt by Boko Haram gunmen.", [("destruction", "burnt", "Boko Haram", "", "actual")]),
    (
        "Security forces have killed men, women, and children, looted homes, and torched villages.",
        [
            ("killing", "killed", "Security forces", "men, women, children", "actual"),
            ("looting", "looted", "Security forces", "", "actual"),
            ("destruction", "torched", "Security forces", "", "actual"),
        ],
    ),
    ("Soldiers executed dozens of villagers.", [("execution", "executed", "Soldiers", "villagers", "actual")]),
    ("Soldiers executed the plan.", []),
    (
        "Boko Haram attacked a village in Borno. A resident said Boko Haram surrounded the village and opened fire.",
        [("attack", "attacked", "Boko Haram", "", "actual")],
    ),
    (
        "Rebels killed eleven soldiers on Monday. The mayor said Boko Haram had staged the attack near Gao.",
        [("attack", "attack", "Boko Haram", "eleven soldiers", "actual")],
    ),
    (
        "A soldier was killed when a bicycle bomb targeted an army truck.",
        [("bombing", "targeted", "", "army, soldier", "actual")],
    ),
    ("The air force targeted a motorcycle in Gao, killing a rebel.", [("airstrike", "targeted", "air force", "rebel", "actual")]),
    ("Nigeria's Boko Haram insurgents killed six people.", [("killing", "killed", "Boko Haram", "six people", "actual")]),
    (
        "Boko Haram kidnapped three farmers in Gao. The farmers were kidnapped from their car.",
        [("abduction", "kidnapped", "Boko Haram", "three farmers", "actual")],
    ),
    ("He said the kidnapped were a nurse and a driver.", []),
    ("The rebels were driven from power.", []),
    (
        "The force is tasked with fighting guerrilla groups.",
        [("armed_clash", "fighting", "force", "guerrilla groups", "generic")],
    ),
    ("The rebels hit the camp with two drone strikes.", [("airstrike", "drone strikes", "rebels", "", "actual")]),
    ("On Saturday, Boko Haram commenced its biggest attack since 1981.", [("attack", "attack", "Boko Haram", "", "actual")]),
    (
        "In a separate attack on Friday, a drone strike by Boko Haram killed nine people.",
        [("airstrike", "drone strike", "Boko Haram", "nine people", "actual")],
    ),
    (
        "Boko Haram beheaded 10 soldiers in Gao. The rifle of one of the beheaded soldiers was lost.",
        [("execution", "beheaded", "Boko Haram", "10 soldiers", "actual")],
    ),
    ("A besieged city awaits aid.", []),
    ("The rebels, armed with knives, attacked the village.", [("attack", "attacked", "rebels", "", "actual")]),
    ("Gunmen struck the village of Harim.", [("attack", "struck", "Gunmen", "", "actual")]),
    ("The plan struck the mayor as odd.", []),
    ("Troops entered the town of Gao.", [("deployment", "entered", "Troops", "", "actual")]),
    ("Tourists entered the town of Gao.", []),
    (
        "A shoot-out took place in Harim, a town held by rebels during a civil war in which 100,000 people were killed.",
        [("armed_clash", "shoot-out", "", "", "actual"), ("killing", "killed", "", "100,000 people", "actual")],
    ),
    (
        "Governments have blamed the latest attacks on Boko Haram, a group of rebels.",
        [("attack", "attacks", "Boko Haram", "", "actual")],
    ),
    (
        "A man was killed in an attack by Boko Haram. Two people were killed, one nurse said.",
        [("attack", "attack", "Boko Haram", "man", "actual")],
    ),
    ("Bandits burned alive three women.", [("killing", "burned alive", "Bandits", "three women", "actual")]),
    ("Bandits burned three women alive.", [("killing", "burned", "Bandits", "three women", "actual")]),
    ("Police arrested some of the farmers.", [("arrest", "arrested", "Police", "farmers", "actual")]),
    ("Bandits burned the truck and left him alive.", [("destruction", "burned", "Bandits", "", "actual")]),
    (
        "Rights groups accuse the army of killings, breaking the law and using air strikes.",
        [
            ("killing", "killings", "army", "", "actual"),
            ("airstrike", "air strikes", "army", "", "actual"),
        ],
    ),
    (
        "The attack did not begin with a car bombing.",
        [("attack", "attack", "", "", "actual"), ("bombing", "bombing", "", "", "denied")],
    ),
    ("The villagers must be protected, not attacked.", [("attack", "attacked", "", "villagers", "hypothetical")]),
    ("The villagers were protected, not attacked.", [("attack", "attacked", "", "villagers", "denied")]),
    ("Troops retook the eastern side.", [("territory_gain", "retook", "Troops", "", "actual")]),
    ("Troops retook the other side.", []),
    ("Suicide car bombs killed six clerks.", [("suicide_bombing", "Suicide car bombs", "", "six clerks", "actual")]),
    (
        "Four Peruvian aid workers and at least seven clerks were killed by mortar fire.",
        [("shelling", "mortar fire", "", "Four Peruvian aid workers, at least seven clerks", "actual")],
    ),
    (
        "Mortar fire killed six clerks on Friday, marking the deadliest attack in the region since May.",
        [("shelling", "Mortar fire", "", "six clerks", "actual")],
    ),
    (
        "Men attacked the village, and residents fled their homes.",
        [("attack", "attacked", "Men", "", "actual"), ("displacement", "fled", "", "residents", "actual")],
    ),
    ("Men attacked the village and fled.", [("attack", "attacked", "Men", "", "actual")]),
    (
        "Boko Haram attacked a convoy. Last month Boko Haram raided a school.",
        [("attack", "attacked", "Boko Haram", "convoy", "actual"), ("attack", "raided", "Boko Haram", "", "actual")],
    ),
    (
        "Police killed two robbers in Lagos. The explosion at the oil depot killed four.",
        [("killing", "killed", "Police", "two robbers", "actual"), ("bombing", "explosion", "", "", "actual")],
    ),
    ("Militants attack villages in Borno, killing 40 people.", [("attack", "attack", "Militants", "40 people", "actual")]),
    ("Soldiers set houses on fire.", [("destruction", "set", "Soldiers", "", "actual")]),
    ("The bill allows the state to execute traffickers.", [("execution", "execute", "state", "traffickers", "planned")]),
    (
        "Gunmen killed three soldiers in Gao. The murdered journalist was buried in Paris.",
        [
            ("killing", "killed", "Gunmen", "three soldiers", "actual"),
            ("killing", "murdered", "", "murdered journalist", "actual"),
        ],
    ),
    (
        "In protests on Friday, police shot two students.",
        [("protest", "protests", "", "", "actual"), ("attack", "shot", "police", "two students", "actual")],
    ),
    (
        "Rebels attacked a camp on Sunday. Police found the mines, which were planted at the gate.",
        [
            ("attack", "attacked", "Rebels", "", "actual"),
            ("other", "found", "Police", "", "actual"),
            ("bombing", "planted", "", "", "actual"),
        ],
    ),
    ("Clerks receive the assistance they need.", [("aid", "assistance", "", "", "hypothetical")]),
    (
        "Confrontations between the Rapid Support Forces and the army have intensified.",
        [("armed_clash", "Confrontations", "Rapid Support Forces", "army", "actual")],
    ),
    ("Confrontations between the mayor and the police union went on.", []),
    (
        "More than 120,000 people are estimated to have been displaced.",
        [("displacement", "displaced", "", "More than 120,000 people", "actual")],
    ),
    ("Troops extricated two victims.", [("release", "extricated", "Troops", "two victims", "actual")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_of_violence_name_events_and_the_same_words_of_other_things_do_not(text: str, expected: list[Expected]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Gunmen picked up six teachers.", "captured"),
        ("The coast guard picked up six migrants.", "strength"),
        ("A man slashed six employees.", "wounded"),
        ("The company slashed 600 employees.", "strength"),
    ],
)
def test_those_fetched_or_dismissed_are_not_counted_as_hurt(text: str, measure: str) -> None:
    """Whoever is saved is not captured, whoever is dismissed not hurt."""
    assert [f.measure for f in code(read_text(text)).figures] == [measure]
