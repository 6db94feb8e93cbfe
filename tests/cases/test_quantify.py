"""How many, of whom, and what happened to them: sentences of our own and the figures they give."""

from typing import Any

import pytest

from onrecord.lexicon import rows
from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Coding, Figure, quote

Expected = dict[str, Any]


def coded(text: str) -> Coding:
    """The coding of a text."""
    return code(read_text(text))


def fig(words: str, low: float | None, high: float | None, measure: str, bound: str = "exact", **more: Any) -> Expected:
    """What a figure must be; fields that the case is not about are left out."""
    return {"words": words, "low": low, "high": high, "measure": measure, "bound": bound, **more}


def shown(coding: Coding, figure: Figure, wanted: Expected) -> Expected:
    """The fields of a figure that an expectation names."""
    text, by_id = coding.report.text, {f.id: f for f in coding.figures}
    given = {
        "words": quote(text, figure.span),
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "measure": figure.measure,
        "whom": quote(text, figure.whom_span) if figure.whom_span else None,
        "status": figure.status,
        "part": quote(text, by_id[figure.part_of].span) if figure.part_of else None,
        "cumulative": figure.cumulative,
        "supersedes": quote(text, by_id[figure.supersedes].span) if figure.supersedes else None,
    }
    return {key: given[key] for key in wanted}


def check(text: str, *expected: Expected) -> None:
    """A text gives exactly these figures, in order."""
    coding = coded(text)
    assert [quote(text, f.span) for f in coding.figures] == [e["words"] for e in expected]
    assert [shown(coding, f, e) for f, e in zip(coding.figures, expected, strict=True)] == list(expected)


ASIDES = [
    ("The deadliest raid since 2014 killed six guards.", fig("six", 6, 6, "killed", cumulative=False)),
    # who "the dead included", and what a number beside "both" does not count
    (
        "The blast killed nine people. The dead included two policemen.",
        fig("nine", 9, 9, "killed"),
        fig("two", 2, 2, "killed"),
    ),
    ("The delegation included two policemen.", fig("two", 2, 2, "strength")),
    ("The victims were both Hutu and Tutsi villagers.",),
    ("The war has driven 300 families out of the capital.", fig("300", 300, 300, "displaced")),
    ("Two rebels were on Wednesday gunned down near the market.", fig("Two", 2, 2, "killed")),
    ("The governor said no bodies were found at the ranch.",),
    ("They used a combination of bombs to destroy the bridge.",),
    ("Guards shot and killed a man who had been in a crash near the market.", fig("a", 1, 1, "killed")),
    ("A driver in a car accident died from a gunshot wound.", fig("A", 1, 1, "killed")),
    ("The shooting left 2 dead and 6 injured the night before.", fig("2", 2, 2, "killed"), fig("6", 6, 6, "wounded")),
    ("Two guards in the house were not injured.", fig("Two", 2, 2, "strength")),
    ("A miner killed his 12- and 10-year-old sons.",),
    ("A miner killed his sons, 10 and 12.",),
    ("Detectives opened a murder investigation in Gao.",),
    ("A nurse died. Image 3 of 11 A nurse was shot in Gao.", fig("A", 1, 1, "killed"), fig("A", 1, 1, "casualties")),
    ("2014 Gao killings.",),
    ("Two men, both 24 and from Gao, died.", fig("Two", 2, 2, "killed")),
    ("Samir Haddad, 24 was shot in the chest.",),
    ("In the village, 30 had been killed.", fig("30", 30, 30, "killed")),
    ("A porter, 34 was hurt.", fig("A", 1, 1, "wounded")),
    ("One porter was killed, two in critical condition.", fig("One", 1, 1, "killed"), fig("two", 2, 2, "wounded")),
    ("Three hostages in good condition were freed.", fig("Three", 3, 3, "freed")),
    ("The army freed ten prisoners in critical condition.", fig("ten", 10, 10, "freed")),
    ("Two men in stable condition fled the camp.", fig("Two", 2, 2, "displaced")),
    ("The blast left two porters in serious condition.", fig("two", 2, 2, "wounded")),
    (
        "Six hostages were hurt, and two in poor condition were freed.",
        fig("Six", 6, 6, "wounded"),
        fig("two", 2, 2, "freed"),
    ),
    ("One porter was shot dead and two porters in stable condition.", fig("One", 1, 1, "killed"), fig("two", 2, 2, "wounded")),
    (
        "Six rebels were killed. Two others, a nurse and a teacher, were injured.",
        fig("Six", 6, 6, "killed", status="combatant"),
        fig("Two", 2, 2, "wounded", status="civilian"),
        fig("a", 1, 1, "wounded", part="Two"),
        fig("a", 1, 1, "wounded", part="Two"),
    ),
    (
        "Six rebels were killed. Three more, two nurses and a teacher, were injured.",
        fig("Six", 6, 6, "killed", status="combatant"),
        fig("Three", 3, 3, "wounded", whom=None, status="unknown"),
        fig("two", 2, 2, "wounded", status="civilian"),
        fig("a", 1, 1, "wounded"),
    ),
    (
        "Six rebels were killed. Three more were held.",
        fig("Six", 6, 6, "killed", status="combatant"),
        fig("Three", 3, 3, "captured", whom="rebels", status="combatant"),
    ),
    ("A couple was killed in Gao.", fig("A couple", 2, 2, "killed")),
    ("Gunmen killed a couple near Gao.", fig("a couple", 2, 2, "killed")),
    ("An elderly couple from Gao were killed.", fig("An", 2, 2, "killed")),
    ("Only a couple were killed.", fig("a couple", None, None, "killed", "vague")),
    ("Of ten hostages a couple were freed.", fig("ten", 10, 10, "captured"), fig("a couple", None, None, "freed", "vague")),
    ("Gunmen killed a couple.", fig("a couple", None, None, "killed", "vague")),
    ("Fatalities rose by 3 percent in 2023.",),
    ("Casualties climbed by 20.",),
    ("Casualties climbed to 20.", fig("20", 20, 20, "casualties")),
    ("The toll rose by three to 30.", fig("30", 30, 30, "killed")),
    ("2000 attacks were recorded in Gao in 2023.", fig("2000", 2000, 2000, "attacks")),
    ("1950 raids took place in Gao.", fig("1950", 1950, 1950, "attacks")),
    ("2012 attacks killed six.", fig("six", 6, 6, "killed")),
    ("2012 attacks took six lives.", fig("six", 6, 6, "killed")),
    ("Four porters were shot, one fatally.", fig("Four", 4, 4, "casualties"), fig("one", 1, 1, "killed", part="Four")),
    (
        "One of the five people shot and killed Friday in Gao was a nurse.",
        fig("One", 1, 1, "killed", part="five"),
        fig("five", 5, 5, "killed"),
    ),
    ("The blast resulted in the fatal injury of a porter.", fig("a", 1, 1, "killed")),
]

NUMBERS = [
    # the second verb of a clause tells what the first does not
    ("Two villagers were assaulted and later beheaded.", fig("Two", 2, 2, "killed", whom="villagers")),
    ("Gunmen led away two brothers and shot them dead.", fig("two", 2, 2, "killed", whom="brothers")),
    ("Raiders slit the throats of two herders.", fig("two", 2, 2, "killed", whom="herders")),
    ("An RSM of the Rifles was killed.", fig("An", 1, 1, "killed")),
    ("Another tribal was shot dead.", fig("Another", 1, 1, "killed", whom="tribal")),
    (
        "At least six rebels were killed and nine grievously injured.",
        fig("At least six", 6, None, "killed", "at_least"),
        fig("nine", 9, 9, "wounded"),
    ),
    (
        "Around 20 rebels, set ablaze two tankers and a truck on the highway.",
        fig("Around 20", 20, 20, "strength", "about"),
        fig("two", 2, 2, "destroyed"),
        fig("a", 1, 1, "destroyed"),
    ),
    ("The blast killed 3,300 people.", fig("3,300", 3300, 3300, "killed")),
    ("The blast killed seven people.", fig("seven", 7, 7, "killed")),
    ("The blast killed twenty-three people.", fig("twenty-three", 23, 23, "killed")),
    ("The war displaced 1.2 million people.", fig("1.2 million", 1_200_000, 1_200_000, "displaced")),
    ("The war displaced half a million people.", fig("half a million", 500_000, 500_000, "displaced")),
    ("The blast killed two dozen people.", fig("two dozen", 24, 24, "killed")),
    ("The blast killed half a dozen people.", fig("half a dozen", 6, 6, "killed")),
    ("The blast killed a hundred people.", fig("a hundred", 100, 100, "killed")),
    ("The blast killed two hundred and fifty people.", fig("two hundred and fifty", 250, 250, "killed")),
    ("Rebels hold 20 percent of the city.", fig("20 percent", 0.2, 0.2, "territory_share")),
    ("Nearly half of the city fell to rebels.", fig("Nearly half", 0.5, 0.5, "territory_share", "about")),
]

BOUNDS = [
    ("At least four guards died.", fig("At least four", 4, None, "killed", "at_least")),
    ("A minimum of four guards died.", fig("A minimum of four", 4, None, "killed", "at_least")),
    ("No fewer than four guards died.", fig("No fewer than four", 4, None, "killed", "at_least")),
    ("Not less than four guards died.", fig("Not less than four", 4, None, "killed", "at_least")),
    ("Upwards of 40 guards died.", fig("Upwards of 40", 40, None, "killed", "at_least")),
    ("Forty or more guards died.", fig("Forty or more", 40, None, "killed", "at_least")),
    ("More than 50 guards died.", fig("More than 50", 51, None, "killed", "more_than")),
    ("Over 50 guards died.", fig("Over 50", 51, None, "killed", "more_than")),
    ("In excess of 50 guards died.", fig("In excess of 50", 51, None, "killed", "more_than")),
    ("No more than 50 guards died.", fig("No more than 50", None, 50, "killed", "at_most")),
    ("Up to 50 guards died.", fig("Up to 50", None, 50, "killed", "at_most")),
    ("As many as 50 guards died.", fig("As many as 50", None, 50, "killed", "at_most")),
    ("Fewer than ten guards died.", fig("Fewer than ten", None, 9, "killed", "fewer_than")),
    ("Under 50 guards died.", fig("Under 50", None, 49, "killed", "fewer_than")),
    ("About 200 guards died.", fig("About 200", 200, 200, "killed", "about")),
    ("Some 200 guards died.", fig("Some 200", 200, 200, "killed", "about")),
    ("Nearly 200 guards died.", fig("Nearly 200", 200, 200, "killed", "about")),
    ("An estimated 200 guards died.", fig("An estimated 200", 200, 200, "killed", "about")),
    ("Forty or so guards died.", fig("Forty or so", 40, 40, "killed", "about")),
    ("Between 50 and 60 guards died.", fig("Between 50 and 60", 50, 60, "killed", "between")),
    ("From 50 to 60 guards died.", fig("From 50 to 60", 50, 60, "killed", "between")),
    ("The blast killed 50 to 60 guards.", fig("50 to 60", 50, 60, "killed", "between")),
    ("The blast killed two or three guards.", fig("two or three", 2, 3, "killed", "between")),
    ("The blast killed 50-60 guards.", fig("50-60", 50, 60, "killed", "between")),
    ("Only four guards died.", fig("four", 4, 4, "killed")),
    ("A total of 40 guards died.", fig("40", 40, 40, "killed")),
    ("Another four guards died.", fig("four", 4, 4, "killed")),
    (
        "At least six guards were killed and 120 wounded.",
        fig("At least six", 6, None, "killed", "at_least"),
        fig("120", 120, 120, "wounded", whom="wounded"),
    ),
]

VAGUE = [
    (f"{words} guards died.", fig(span, None, None, "killed", "vague"))
    for words, span in (
        ("Several", "Several"),
        ("A few", "A few"),
        ("Dozens of", "Dozens"),
        ("Scores of", "Scores"),
        ("Hundreds of", "Hundreds"),
        ("Tens of thousands of", "Tens of thousands"),
        ("A couple of", "A couple"),
        ("A number of", "A number"),
        ("The majority of", "The majority"),
        ("Most", "Most"),
        ("Many", "Many"),
    )
]

NONE_AND_ONE = [
    ("There were no casualties.", fig("no", 0, 0, "casualties")),
    ("The raid caused no deaths.", fig("no", 0, 0, "killed")),
    ("No one was hurt.", fig("No one", 0, 0, "wounded")),
    ("No civilian was killed.", fig("No", 0, 0, "killed", status="civilian")),
    ("A soldier was killed.", fig("A", 1, 1, "killed", whom="soldier", status="combatant")),
    ("The shell destroyed a tunnel.", fig("a", 1, 1, "destroyed", whom="tunnel")),
    ("Another man was killed.", fig("Another", 1, 1, "killed")),
    ("A second woman was wounded.", fig("A second", 1, 1, "wounded")),
    ("A guard was killed and another injured.", fig("A", 1, 1, "killed"), fig("another", 1, 1, "wounded")),
    (
        "The dead were a 28-year-old man, a 30-year-old woman and a boy.",
        fig("a", 1, 1, "killed", whom="28-year-old man"),
        fig("a", 1, 1, "killed", whom="30-year-old woman"),
        fig("a", 1, 1, "killed", whom="boy"),
    ),
    ("No damage or casualties resulted from the raid.", fig("No", 0, 0, "casualties")),
    ("Sixteen guards died and another 30 were wounded.", fig("Sixteen", 16, 16, "killed"), fig("30", 30, 30, "wounded")),
    (
        "The bomb damaged a hotel, a restaurant and two clinics.",
        fig("a", 1, 1, "destroyed"),
        fig("a", 1, 1, "destroyed"),
        fig("two", 2, 2, "destroyed"),
    ),
]

MEASURES = [
    (
        "The blast left 12 dead and 30 others wounded, three of them critically.",
        fig("12", 12, 12, "killed"),
        fig("30", 30, 30, "wounded"),
        fig("three", 3, 3, "wounded", part="30"),
    ),
    (
        "The blast killed six people, wounding 120.",
        fig("six", 6, 6, "killed"),
        fig("120", 120, 120, "wounded"),
    ),
    ("Nine farmers died at the hands of gunmen.", fig("Nine", 9, 9, "killed", whom="farmers", status="civilian")),
    ("Two guards were hacked to death.", fig("Two", 2, 2, "killed")),
    ("Gunmen shot dead two guards.", fig("two", 2, 2, "killed")),
    ("Two women were shot in the leg.", fig("Two", 2, 2, "wounded")),
    ("Two women were shot.", fig("Two", 2, 2, "casualties")),
    ("Thirty people were killed or wounded.", fig("Thirty", 30, 30, "casualties")),
    ("Eleven people were taken to hospital.", fig("Eleven", 11, 11, "wounded")),
    ("Two soldiers lost their legs.", fig("Two", 2, 2, "wounded")),
    ("Two soldiers lost their lives.", fig("Two", 2, 2, "killed")),
    ("Three men are still missing.", fig("Three", 3, 3, "missing")),
    ("Police arrested four men.", fig("four", 4, 4, "captured")),
    ("Four men remain in custody.", fig("Four", 4, 4, "captured")),
    ("The army freed 26 hostages.", fig("26", 26, 26, "freed")),
    ("Dozens of families fled the town.", fig("Dozens", None, None, "displaced", "vague")),
    ("The group recruited 50 boys.", fig("50", 50, 50, "recruited")),
    ("The group has 600 fighters.", fig("600", 600, 600, "strength", status="combatant")),
    ("Aircraft carried out 11 strikes.", fig("11", 11, 11, "attacks")),
    ("The army retook nine villages.", fig("nine", 9, 9, "territory")),
    (
        "Strikes engaged two tactical units and destroyed three trucks, a bulldozer and a crane.",
        fig("two", 2, 2, "other", status="combatant"),
        fig("three", 3, 3, "destroyed"),
        fig("a", 1, 1, "destroyed"),
        fig("a", 1, 1, "destroyed"),
    ),
    ("Rebels set fire to four trucks.", fig("four", 4, 4, "destroyed")),
    ("- Two pick-up trucks destroyed.", fig("Two", 2, 2, "destroyed")),
    ("The bureau counted 65 civilian deaths.", fig("65", 65, 65, "killed", status="civilian")),
    (
        "There were eight women, a girl and four men injured.",
        fig("eight", 8, 8, "wounded"),
        fig("a", 1, 1, "wounded"),
        fig("four", 4, 4, "wounded"),
    ),
    (
        "Four workers - Ali Hadi and Omar Saleh among them - were wounded.",
        fig("Four", 4, 4, "wounded", whom="workers"),
    ),
    (
        "The rebels killed three men and injured as many.",
        fig("three", 3, 3, "killed"),
        fig("as many", 3, 3, "wounded"),
    ),
    (
        "Eight strikes were carried out in the north and three in the south.",
        fig("Eight", 8, 8, "attacks"),
        fig("three", 3, 3, "attacks"),
    ),
    ("The raid left four wounded and great property damage.", fig("four", 4, 4, "wounded", whom="wounded")),
    ("He leads a force of 500.", fig("500", 500, 500, "strength")),
    ("They want a 900-strong militia.", fig("900", 900, 900, "strength", whom="militia")),
    ("Millions of people are flooding out of the country.", fig("Millions", None, None, "displaced", "vague")),
    ("A toddler was fatally wounded.", fig("A", 1, 1, "killed")),
    ("The 31 October attack left ten dead.", fig("ten", 10, 10, "killed")),
    ("A woman who was drying clothes in a laundromat was killed.", fig("A", 1, 1, "killed", whom="woman")),
]

STATUS = [
    ("Four militants died.", fig("Four", 4, 4, "killed", status="combatant")),
    ("Four policemen died.", fig("Four", 4, 4, "killed", status="combatant")),
    ("Four former police officers died.", fig("Four", 4, 4, "killed", status="civilian")),
    ("Four schoolchildren and villagers died.", fig("Four", 4, 4, "killed")),
    ("Four civilians died.", fig("Four", 4, 4, "killed", status="civilian")),
    ("A major general was killed.", fig("A", 1, 1, "killed", status="combatant")),
    ("Four suspects were held.", fig("Four", 4, 4, "captured", status="unknown")),
    (
        "Nine people died, of whom seven were civilians and two were soldiers.",
        fig("Nine", 9, 9, "killed", status="mixed"),
        fig("seven", 7, 7, "killed", status="civilian", part="Nine"),
        fig("two", 2, 2, "killed", status="combatant", part="Nine"),
    ),
]

PARTS = [
    (
        "Seven guards died, five of them locals.",
        fig("Seven", 7, 7, "killed", status="combatant"),
        fig("five", 5, 5, "killed", status="combatant", part="Seven"),
    ),
    (
        "The blast killed 17 people, including two children.",
        fig("17", 17, 17, "killed"),
        fig("two", 2, 2, "killed", part="17"),
    ),
    (
        "The hospital counted 17 dead, among them six children.",
        fig("17", 17, 17, "killed"),
        fig("six", 6, 6, "killed", part="17"),
    ),
    (
        "The raid left 17 dead and 30 wounded. Three of the wounded lost much blood.",
        fig("17", 17, 17, "killed"),
        fig("30", 30, 30, "wounded"),
        fig("Three", 3, 3, "wounded", part="30"),
    ),
    (
        "Rebels hanged four men in the square. One of them was a teacher.",
        fig("four", 4, 4, "killed"),
        fig("One", 1, 1, "killed", part="four"),
    ),
    (
        "Three people died in the raid. The victims were two women and a boy.",
        fig("Three", 3, 3, "killed"),
        fig("two", 2, 2, "killed", part="Three"),
        fig("a", 1, 1, "killed", part="Three"),
    ),
    (
        "Aircraft carried out five strikes. Near Sirte, three strikes hit a depot. Near Derna, two strikes hit a bridge.",
        fig("five", 5, 5, "attacks"),
        fig("three", 3, 3, "attacks", part="five"),
        fig("a", 1, 1, "destroyed"),
        fig("two", 2, 2, "attacks", part="five"),
        fig("a", 1, 1, "destroyed"),
    ),
    (
        "Gunmen abducted eight passengers. Five women were released. Three men are still missing.",
        fig("eight", 8, 8, "captured"),
        fig("Five", 5, 5, "freed", part="eight"),
        fig("Three", 3, 3, "missing", part="eight"),
    ),
    (
        "Six people died in Gao. Two others died in Taiz.",
        fig("Six", 6, 6, "killed"),
        fig("Two", 2, 2, "killed", part=None),
    ),
]

RUNNING = [
    ("Since Monday, 20 people have died.", fig("20", 20, 20, "killed", cumulative=True)),
    ("So far, 20 people have died.", fig("20", 20, 20, "killed", cumulative=True)),
    ("In 2016, raids killed 20 people.", fig("20", 20, 20, "killed", cumulative=True)),
    ("Over the past two years, rebels killed 20 people.", fig("20", 20, 20, "killed", cumulative=True)),
    ("Twenty people were killed in clashes.", fig("Twenty", 20, 20, "killed", cumulative=True)),
    ("The army has already freed 20 villages.", fig("20", 20, 20, "territory", cumulative=True)),
    ("The bomb killed 20 people.", fig("20", 20, 20, "killed", cumulative=False)),
    ("It was calm since a bomb killed 20 people.", fig("20", 20, 20, "killed", cumulative=False)),
    ("In 2016 a soldier was killed.", fig("a", 1, 1, "killed", cumulative=False)),
    (
        "In May, a bombing at a market left two dead and 18 injured.",
        fig("two", 2, 2, "killed", cumulative=False),
        fig("18", 18, 18, "wounded", cumulative=False),
    ),
    ("In January, a man stabbed 11 nurses to death.", fig("11", 11, 11, "killed", cumulative=False)),
    ("In January, rebels killed 11 nurses.", fig("11", 11, 11, "killed", cumulative=True)),
    ("The war has claimed 70,000 lives in nine years.", fig("70,000", 70_000, 70_000, "killed", cumulative=True)),
]

GOES_ON = [
    (
        "Eight rebels were killed in the raid. Two more were captured.",
        fig("Eight", 8, 8, "killed", whom="rebels", status="combatant"),
        fig("Two", 2, 2, "captured", whom="rebels", status="combatant"),
    ),
    (
        "The blast killed eight villagers and wounded more than 40.",
        fig("eight", 8, 8, "killed", whom="villagers"),
        fig("more than 40", 41, None, "wounded", "more_than", whom="villagers"),
    ),
]

UPDATES = [
    (
        "The number of dead rose from eight to 11.",
        fig("eight", 8, 8, "killed", supersedes=None),
        fig("11", 11, 11, "killed", supersedes="eight"),
    ),
    (
        "The ministry revised the toll from eight to 11.",
        fig("eight", 8, 8, "killed", supersedes=None),
        fig("11", 11, 11, "killed", supersedes="eight"),
    ),
    ("The number of dead is placed at between 30 and 40.", fig("between 30 and 40", 30, 40, "killed", "between")),
    ("Casualties were put at between 30 and 40.", fig("between 30 and 40", 30, 40, "casualties", "between")),
    ("The number of dead was put at 50 people.", fig("50", 50, 50, "killed", whom="people")),
    ("The UN raised its estimate of the dead to 300.", fig("300", 300, 300, "killed")),
    ("The number of troops who attacked 50 people was large.", fig("50", 50, 50, "strength", whom="people")),
    (
        "The number of wounded has climbed to 11 from eight.",
        fig("11", 11, 11, "wounded", supersedes="eight"),
        fig("eight", 8, 8, "wounded", supersedes=None),
    ),
    (
        "A bomb killed four people. The toll rose to six.",
        fig("four", 4, 4, "killed", supersedes=None),
        fig("six", 6, 6, "killed", supersedes="four"),
    ),
    (
        "The toll climbed to 31, up from 28.",
        fig("31", 31, 31, "killed", supersedes="28"),
        fig("28", 28, 28, "killed", supersedes=None),
    ),
    (
        "The death toll was revised down to seven from nine.",
        fig("seven", 7, 7, "killed", supersedes="nine"),
        fig("nine", 9, 9, "killed", supersedes=None),
    ),
]

TORN = [
    ("Two nurses - Lena Kovar and Petra Hradil - were killed in a raid.", fig("Two", 2, 2, "killed", whom="nurses")),
    ("Six smugglers, wanted for arson and theft in the north, were arrested on Monday.", fig("Six", 6, 6, "captured")),
    ("A courier identified as Davit Gelashvili was killed by a rival gang.", fig("A", 1, 1, "killed", whom="courier")),
    (
        "Four drivers - Ilir Hoxha, Arben Leka and Genc Prifti - sustained injuries.",
        fig("Four", 4, 4, "wounded", whom="drivers"),
    ),
    (
        "In the blast two soldiers, a teacher and five rebels were killed.",
        fig("two", 2, 2, "killed", status="combatant"),
        fig("a", 1, 1, "killed", status="civilian"),
        fig("five", 5, 5, "killed", status="combatant"),
    ),
    (
        "Eleven people, including eight rebels and three constables, were killed.",
        fig("Eleven", 11, 11, "killed", part=None),
        fig("eight", 8, 8, "killed", part="Eleven"),
        fig("three", 3, 3, "killed", part="Eleven"),
    ),
    (
        "Five guards, including three recruits, were killed and five others injured.",
        fig("Five", 5, 5, "killed", part=None),
        fig("three", 3, 3, "killed", part="Five"),
        fig("five", 5, 5, "wounded", part=None),
    ),
    (
        "Six guards died. Of the six slain guards, three were recruits.",
        fig("Six", 6, 6, "killed"),
        fig("six", 6, 6, "killed", part=None),
        fig("three", 3, 3, "killed", part="six"),
    ),
    ("The shelling resulted in injuries to six guards.", fig("six", 6, 6, "wounded", whom="guards")),
    ("Police arrested the smuggler with his six associates.", fig("six", 6, 6, "captured")),
    ("Troops found two bodies of rebels.", fig("two", 2, 2, "killed", status="combatant")),
    ("An unidentified body was found near the canal.", fig("An", 1, 1, "killed", whom="unidentified body")),
    ("The toll has gone up to nine.", fig("nine", 9, 9, "killed")),
    ("A woman rebel fighter was killed.", fig("A", 1, 1, "killed", status="combatant")),
    ("A surrendered rebel was shot dead.", fig("A", 1, 1, "killed", status="civilian")),
    ("A superintendent of police was killed.", fig("A", 1, 1, "killed", status="combatant")),
    (
        "Three rebels, one of whom took part in a raid in May, were held.",
        fig("Three", 3, 3, "captured", cumulative=False),
        fig("one", 1, 1, "captured"),
    ),
]


FATES = [
    ("Two guards, Omar and Karim, sustained injuries in a blast.", fig("Two", 2, 2, "wounded")),
    ("A police officer sustained injuries in a clash.", fig("A", 1, 1, "wounded")),
    (
        "At least seven rebels and a guard of the bank, suffered injuries in a clash.",
        fig("At least seven", 7, None, "wounded", "at_least"),
        fig("a", 1, 1, "wounded"),
    ),
    (
        "A trooper, Ali Omar, was killed and another, Samir Haddad, injured.",
        fig("A", 1, 1, "killed"),
        fig("another", 1, 1, "wounded"),
    ),
    ("Police have recovered four bodies of rebels, along with a rifle.", fig("four", 4, 4, "killed", status="combatant")),
    ("The bodies of a woman and two men were found.", fig("a", 1, 1, "killed"), fig("two", 2, 2, "killed")),
    ("Samir Haddad was found shot to death along with three others.", fig("three", 3, 3, "killed")),
    ("A gunman fatally shot two guards.", fig("two", 2, 2, "killed")),
    ("A gunman shot two guards, killing them.", fig("two", 2, 2, "killed")),
    ("A 7-year-old was killed and three 12-year-olds were hurt.", fig("A", 1, 1, "killed"), fig("three", 3, 3, "wounded")),
    ("Six men who had been abducted in May were killed.", fig("Six", 6, 6, "killed", cumulative=False)),
    ("Two hostages who had been held since 2016 were released.", fig("Two", 2, 2, "freed", cumulative=False)),
    ("They protest the disappearance of several of their neighbours.", fig("several", None, None, "missing", "vague")),
    ("Hundreds of protesters gathered in the square.", fig("Hundreds", None, None, "strength", "vague")),
    ("Some 40-odd people died.", fig("Some 40-odd", 40, 40, "killed", "about")),
    (
        "A man, 50-plus people and a guard were killed.",
        fig("A", 1, 1, "killed"),
        fig("50-plus", 50, None, "killed", "at_least"),
        fig("a", 1, 1, "killed"),
    ),
    ("The group holds the hill and has some 300 men.", fig("some 300", 300, 300, "strength", "about", status="combatant")),
    (
        "13 security personnel and two security guards died.",
        fig("13", 13, 13, "killed", status="combatant"),
        fig("two", 2, 2, "killed", status="civilian"),
    ),
    (
        "Three rebels were killed and seven others were wounded during clashes.",
        fig("Three", 3, 3, "killed", cumulative=True),
        fig("seven", 7, 7, "wounded", cumulative=True),
    ),
]
HARMED_ONCE = [
    ("A decomposed body of a farmer was found.", fig("a", 1, 1, "killed")),
    ("They condemned the abduction of two nurses.", fig("two", 2, 2, "captured")),
    ("A total of nine rebels were arrested in a raid.", fig("nine", 9, 9, "captured", cumulative=False)),
    ("One of the senior-most leaders was arrested.", fig("One", 1, 1, "captured")),
    ("Five people shot in Gao.", fig("Five", 5, 5, "casualties")),
    ("The two men met in Gao; two guards were hurt.", fig("two", 2, 2, "wounded")),
]
LISTED_PARTS = [
    (
        "Four men were shot dead, identified as Ali Omar, his daughter and two guards.",
        fig("Four", 4, 4, "killed"),
        fig("two", 2, 2, "killed", part="Four"),
    ),
    (
        "Five soldiers, including one officer, three guards, and a driver suffered injuries in a blast.",
        fig("Five", 5, 5, "wounded"),
        fig("one", 1, 1, "wounded", part="Five"),
        fig("three", 3, 3, "wounded", part="Five"),
        fig("a", 1, 1, "wounded", part="Five"),
    ),
    (
        "Six soldiers, including a captain, and two farmers were killed.",
        fig("Six", 6, 6, "killed"),
        fig("a", 1, 1, "killed", part="Six"),
        fig("two", 2, 2, "killed", part=None),
    ),
    ("Six people, two nurses among them, were killed.", fig("Six", 6, 6, "killed"), fig("two", 2, 2, "killed", part="Six")),
    (
        "Five people are still in hospital, two in critical condition and three in stable condition.",
        fig("Five", 5, 5, "wounded"),
        fig("two", 2, 2, "wounded", part="Five"),
        fig("three", 3, 3, "wounded", part="Five"),
    ),
]

SET_OFF = [
    (
        "Two people died. Three more, a nurse and two teachers, were injured.",
        fig("Two", 2, 2, "killed"),
        fig("Three", 3, 3, "wounded"),
        fig("a", 1, 1, "wounded", part="Three"),
        fig("two", 2, 2, "wounded", part="Three"),
    ),
    (
        "Two people died. Another three, two brothers and a nurse, were injured.",
        fig("Two", 2, 2, "killed"),
        fig("three", 3, 3, "wounded"),
        fig("two", 2, 2, "wounded", part="three"),
        fig("a", 1, 1, "wounded", part="three"),
    ),
    (
        "Two people died. Three more, among them a nurse, were injured.",
        fig("Two", 2, 2, "killed"),
        fig("Three", 3, 3, "wounded", whom=None),
        fig("a", 1, 1, "wounded", part="Three"),
    ),
    (
        "Two people died. Three, a nurse and two teachers, were injured.",
        fig("Two", 2, 2, "killed"),
        fig("Three", 3, 3, "wounded"),
        fig("a", 1, 1, "wounded", part="Three"),
        fig("two", 2, 2, "wounded", part="Three"),
    ),
    ("Three young, unarmed farmers were injured.", fig("Three", 3, 3, "wounded", whom="young, unarmed farmers")),
    ("Omar Haddad, 34, a tailor, was with two guards who were injured.", fig("two", 2, 2, "wounded", part=None)),
    ("In 2015, a nurse was killed.", fig("a", 1, 1, "killed", part=None)),
    ("A man was shot dead in Gao. The victim was a trader.", fig("A", 1, 1, "killed")),
    ("A bomb went off in Gao. The victim was a trader.", fig("a", 1, 1, "casualties")),
    ("UN: 200 killed in raids on villages", fig("200", 200, 200, "killed")),
    ("Nine killed in a raid in Gao - sources", fig("Nine", 9, 9, "killed", whom=None)),
    ("Army - 20 rebels killed in the north", fig("20", 20, 20, "killed", whom="rebels")),
]


@pytest.mark.parametrize(
    "case",
    [
        *NUMBERS,
        *ASIDES,
        *BOUNDS,
        *VAGUE,
        *NONE_AND_ONE,
        *MEASURES,
        *STATUS,
        *PARTS,
        *RUNNING,
        *UPDATES,
        *GOES_ON,
        *TORN,
        *FATES,
        *HARMED_ONCE,
        *LISTED_PARTS,
        *SET_OFF,
    ],
    ids=lambda case: case[0],
)
def test_figures(case: tuple[str, *tuple[Expected, ...]]) -> None:
    """A sentence gives exactly the figures that the manual wants of it."""
    check(*case)


@pytest.mark.parametrize(
    "text",
    [
        "The 32-year-old left.",
        "He wanted help for the hurt and told them to dial 911.Ali Omar waited.",
        "Omar, (left) 16, Karim, (right) 14, and Ali, 9 (front), went home.",
        "A four-wheeler was parked beside a three-storey house.",
        "They parked beside a 303 service rifle.",
        "Police were called to 4030 Lake Avenue.",
        "Mosul 24 Radio reported it.",
        "Posted on 2015-12-02.",
        "1. Today the road is open.\n2. The bridge is shut.",
        "Samir Haddad suffered multiple wounds.",
        "The house of a commander was set ablaze.",
        "Both men were teachers.",
        "He called the 200,000 figure wrong.",
        "Samir Hall, 32, left the town.",
        "Samir Hall (32) left the town.",
        "They are aged 22, 26 and 29.",
        "It happened on 24 January 2017.",
        "It lasted three days.",
        "They paid $260,000.",
        "They paid 300 euros.",
        "The town lies 45 km south of the city.",
        "The town lies 12 miles from the city.",
        "The 9th Division left.",
        "The 206 battalion left.",
        "He carried an AK-47 and a 9 mm pistol.",
        "Resolution 2165 was adopted.",
        "Highway 5 was closed.",
        "It was the third attack.",
        "There were ten times more raids.",
        "Raids rose by a 40 percent increase.",
        "Three countries and two parties signed.",
        "All died.",
        "Both in Gao and in Taiz, roads were closed.",
        "It began at 5 a.m. and ended at 6:30 p.m.",
        "No group claimed the attack.",
        "An attack shook the town.",
        "They sued over the 2012 attacks on the base.",
        "The jets hit the 155 th Brigade.",
        "Juan Largo, a Dutch reporter from a Dutch television channel, was killed today.",
        "Since the May 3, 2012 attacks, the base is shut.",
        "The group released two videos of the captives.",
        "She hung a banner on the wall.",
        "There have been nine different investigations into the raid.",
        "The raid targeted one of the most holy shrines of the city.",
    ],
)
def test_no_figures(text: str) -> None:
    """Ages, dates, durations, money, distances, calibres, names, ordinals, ratios, parties: none is a figure."""
    assert [quote(text, f.span) for f in coded(text).figures] == []


def test_no_figures_in_furniture() -> None:
    """A page that is all furniture, without a word of prose, has no figures."""
    assert coded("This account has been suspended after three reports of several users.").figures == ()


def test_a_speaker_is_not_among_the_dead() -> None:
    """Who says so closes the sentence, though the tree may list him with the dead."""
    check("Gunmen killed nine people in Herat, witnesses and a local official said.", fig("nine", 9, 9, "killed"))


def test_whom_is_the_actor() -> None:
    """Those counted are an actor by the name of their noun phrase, or the body they belong to."""
    coding = coded("The blast killed 35 citizens. Army fire killed nine ISIL fighters.")
    names = {a.id: a.name for a in coding.actors}
    assert [names.get(f.whom or "") for f in coding.figures] == ["35 citizens", "ISIL"]


def test_elliptic_others_keep_their_side() -> None:
    """ "Others" are of the same side as those counted before in the sentence."""
    coding = coded("Three soldiers were killed and two others wounded.")
    assert [f.status for f in coding.figures] == ["combatant", "combatant"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 5 March 2017, a bomb killed six people.", ["2017-03-05"]),
        ("A bomb hit the town on 5 March 2017. Six people were killed.", ["2017-03-05"]),
        ("Rebels reported 855 killings in 2010.", ["2010"]),
        ("On 5 March 2017 a bomb killed six people. The group has 600 fighters.", ["2017-03-05", None]),
        ("The band, which had 300 men in May 2017, is down to fewer than 80.", ["2017-05", None]),
        ("The band had 300 men in May 2017 and is down to fewer than 80.", ["2017-05", None]),
        ("The band had 300 men in May 2017 and lost fewer than 80.", ["2017-05", "2017-05"]),
    ],
)
def test_time_of_a_figure(text: str, edtf: list[str | None]) -> None:
    """A figure takes the time of its noun or clause, else of its event, else the day the narrative runs on."""
    coding = coded(text)
    times = {t.id: t.edtf for t in coding.times}
    assert [times.get(f.time or "") for f in coding.figures] == edtf


@pytest.mark.parametrize("row", rows("measures"), ids=lambda row: f"{row['word']} {row['pos']} {row['with']}")
def test_measure_rows(row: dict[str, str]) -> None:
    """The example of each row of measures gives a figure of that measure."""
    assert row["measure"] in {f.measure for f in coded(row["example"]).figures}


@pytest.mark.parametrize("row", rows("statuses"), ids=lambda row: row["word"])
def test_status_rows(row: dict[str, str]) -> None:
    """The example of each row of statuses gives a figure."""
    assert coded(row["example"]).figures


@pytest.mark.parametrize("row", rows("bounds"), ids=lambda row: row["word"])
def test_bound_rows(row: dict[str, str]) -> None:
    """The example of each row of bounds gives a figure of that bound."""
    assert row["bound"] in {f.bound for f in coded(row["example"]).figures}


@pytest.mark.parametrize("row", rows("bounds_after"), ids=lambda row: row["word"])
def test_bound_after_rows(row: dict[str, str]) -> None:
    """The example of each row of bounds after the number gives a figure of that bound."""
    assert row["bound"] in {f.bound for f in coded(row["example"]).figures}


@pytest.mark.parametrize("row", rows("vague"), ids=lambda row: row["word"])
def test_vague_rows(row: dict[str, str]) -> None:
    """The example of each vague word gives a vague figure."""
    assert "vague" in {f.bound for f in coded(row["example"]).figures}


@pytest.mark.parametrize("row", rows("fractions"), ids=lambda row: row["word"])
def test_fraction_rows(row: dict[str, str]) -> None:
    """The example of each fraction gives a figure of that share."""
    assert float(row["value"]) in {f.low for f in coded(row["example"]).figures}


@pytest.mark.parametrize(
    "text", ["Forgot your password? Six others did.", "Read more\n\nNine others\n\nNobody was hurt on Friday."]
)
def test_numbers_outside_the_prose(text: str) -> None:
    """A number in the furniture of a page counts nobody, with prose beside it or without."""
    assert [f for f in code(read_text(text)).figures if f.low] == []


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Police said 12 may have been killed in the blast.", 12),
        ("The 2000 soldiers were captured by rebels.", 2000),
        ("The army called in 112 soldiers who were killed.", 112),
        ("Attackers killed 20 goats and two herders.", 2),
    ],
)
def test_what_only_looks_like_a_date_or_cattle(text: str, low: float) -> None:
    """A count stays one beside "may", as a round year, behind "called in", after animals."""
    assert [f.low for f in code(read_text(text)).figures] == [low]
