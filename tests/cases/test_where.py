"""Where things are: sentences of our own and the places a careful reader would find in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.parse import parse
from onrecord.read import read_text
from onrecord.records import Document, Place
from onrecord.segment import segment
from onrecord.where import toponyms, where
from onrecord.where.folding import fold, loose, variants
from onrecord.where.gazetteer import Candidate
from onrecord.where.score import distance_km

NEAR = 30  # km


def places_of(text: str) -> tuple[Place, ...]:
    """The places of a text."""
    doc: Document = read_text(text)
    return where(doc, parse(doc, segment(doc)))


def kilometres(place: Place, lat: float, lon: float) -> float:
    """How far a place lies from a point."""
    one = Candidate(1, "", "", "", place.lat, place.lon, 0, 1, "town")
    return distance_km(one, Candidate(2, "", "", "", lat, lon, 0, 1, "town"))


CASES = [
    ("Police in London held two men.", "London", 1, (51.51, -0.13), "GB"),
    ("The attack took place in Islamabad.", "Islamabad", 1, (33.72, 73.04), "PK"),
    # (text, name, where_prec, (lat, lon), country)
    ("Gunmen killed two guards in Kirkuk, Iraq.", "Kirkuk", 1, (35.47, 44.39), "IQ"),
    ("Iraqi troops shelled the town of al-Hawijah on Monday.", "al-Hawijah", 1, (35.33, 43.77), "IQ"),
    ("Iraqi police found a grave near Tikrit.", "Tikrit", 2, (34.61, 43.68), "IQ"),
    ("Clashes broke out in Ninewa province in Iraq.", "Ninewa province", 4, None, "IQ"),
    ("Police in Iraq closed roads in Anbar and Diyala provinces.", "Diyala", 4, None, "IQ"),
    ("Shells hit the al-Nakheel neighbourhood in eastern Mosul.", "al-Nakheel neighbourhood", 2, (36.34, 43.12), "IQ"),
    ("A bomb went off in Verga Street in Tripoli, Libya.", "Verga Street", 2, (32.88, 13.19), "LY"),
    ("Iraqi troops reached the village of Tel Zarqa, 40km south of Mosul.", "Tel Zarqa", 2, (35.98, 43.12), "IQ"),
    ("Nigerian troops fought rebels in the south of Borno state.", "Borno state", 4, None, "NG"),
    ("Three people were shot in Dayton, Ohio.", "Dayton", 1, (39.76, -84.19), "US"),
    ("A man was shot dead in Manchester, Ky. on Friday.", "Manchester", 1, (37.15, -83.76), "US"),
    ("Deputies in Metcalfe County, Kentucky, found three bodies.", "Metcalfe County", 3, None, "US"),
    ("Fighting spread across Yemen on Sunday.", "Yemen", 6, None, "YE"),
    ("Jets struck a convoy inside Syrian territory.", "Syria", 6, None, "SY"),
    ("Aid workers fled the Democratic Republic of the Congo.", "Democratic Republic of the Congo", 6, None, "CD"),
    ("Rebels fled Palmyra as Syrian soldiers came near.", "Palmyra", 1, (34.56, 38.28), "SY"),
    ("Soldiers in Mali evacuated the wounded to Gao hospital.", "Gao hospital", 2, (16.27, -0.04), "ML"),
    ("The march in Baghdad began in the morning, Iraqi police said.", "Baghdad", 1, (33.33, 44.4), "IQ"),
    ("Patrols sailed on the Euphrates.", "Euphrates", 5, None, "IQ"),
    # a district of a province is a division, a quarter of a town a spot in it
    ("Gunmen abducted two teachers in Qarabil District, Afghanistan.", "Qarabil District", 6, None, "AF"),
    ("A shell fell in the Hay Zaytun district of Aleppo, Syria.", "Hay Zaytun district", 2, (36.2, 37.16), "SY"),
    ("A shell fell in the Hay Zaytun district of Aleppo, Syria.", "Aleppo", 1, (36.2, 37.16), "SY"),
    # an apposition tells what an unknown name is
    ("Raiders in Mali burned Tamouzet, a village 30 km east of Gao.", "Tamouzet", 2, (16.27, 0.24), "ML"),
    ("A grenade was thrown into a bar in Kinomba, a northern suburb of Bujumbura.", "Kinomba", 2, (-3.38, 29.36), "BI"),
    ("The army shelled Zarmeha, a rebel-held village near Saraqeb in Syria.", "Zarmeha", 2, (35.86, 36.8), "SY"),
    # so do the verb and the words that lead on from it
    ("Soldiers in Ukraine stormed Bratsivka on Monday.", "Bratsivka", 1, None, None),
    ("A guard was killed at Kolari in Gadchiroli District, India.", "Kolari", 3, (20.18, 80.0), "IN"),
    ("Police in Egypt fired at a crowd in Bab Zohra, central Cairo.", "Bab Zohra", 2, (30.06, 31.25), "EG"),
    ("Gunners bombarded Bratsivka with rockets in Ukraine.", "Bratsivka", 1, None, None),
    ("A convoy was hit near Tamouzet in Mali.", "Tamouzet", 6, None, "ML"),
    ("The community of Yurabamba in Peru was attacked.", "Yurabamba", 6, None, "PE"),
    ("Gunmen raided Barkuwai, in Nigeria's northern Zamfara state.", "Barkuwai", 4, None, "NG"),
    # what a country owns on its ground makes it a place
    ("Two inmates died in Colombia's jails.", "Colombia", 6, None, "CO"),
    ("Clashes broke out in Ukraine's east.", "Ukraine", 6, None, "UA"),
    ("(Bamako) – Soldiers shot three herders in Mali.", "Bamako", 1, (12.65, -8.0), "ML"),
    ("A man was shot in the 200 block of Verga Trace in Dayton, Ohio.", "Verga Trace", 2, (39.76, -84.19), "US"),
    # a place that the gazetteer knows in another country only
    ("Rebels killed a guard in Balad, Somalia, on Monday.", "Balad", 6, None, "SO"),
    ("Rebels killed a guard near Balad, 30 km north of Mogadishu.", "Balad", 2, (2.32, 45.34), "SO"),
    ("Jets hit Kanan village in Sagaing Region on Monday.", "Kanan", 4, None, "MM"),
    ("Rebels attacked the town of Palma in northern Mozambique.", "Palma", 6, None, "MZ"),
    ("A guard was shot dead in Paris, Texas.", "Paris", 1, (33.66, -95.56), "US"),
    ("Guards were shot in Paris, Germany and Spain.", "Paris", 1, (48.86, 2.35), "FR"),
    ("Four guards were killed in Aleppo, Russia said.", "Aleppo", 1, (36.2, 37.16), "SY"),
    ("Four guards were killed in Mosul, the United States said on Friday.", "Mosul", 1, (36.34, 43.13), "IQ"),
    ("Clashes erupted in Hodeidah, the Saudi Arabia coalition said.", "Hodeidah", 1, (14.8, 42.95), "YE"),
    ("Rebels attacked Goma in Congo.", "Goma", 1, (-1.68, 29.22), "CD"),
]


@pytest.mark.parametrize(("text", "name", "prec", "point", "country"), CASES, ids=[case[0][:50] for case in CASES])
def test_place(text: str, name: str, prec: int, point: tuple[float, float] | None, country: str) -> None:
    """A place is found under its name, with UCDP's precision, its country, and near the point an atlas gives."""
    found = {p.name: p for p in places_of(text)}
    assert name in found, sorted(found)
    place = found[name]
    assert (place.where_prec, place.country) == (prec, country)
    if point is not None:
        assert kilometres(place, *point) < NEAR


NOWHERE = [
    ("Col. Juan Portilla was calm. The raid was on Sunday at the camp, Portilla said, noting the rain.", "Portilla"),
    # (text, what is no place in it)
    ("Kenya accused its neighbour of lying.", "Kenya"),
    ("Health workers fought West Nile virus.", "Nile"),
    ("The Ministry of Health gave no toll.", "Health"),
    ("The US-led coalition denied it.", "US"),
    ("Paula London said she saw smoke. London ran home.", "London"),
    ("Islamic State of Iraq and the Levant claimed it.", "Levant"),
    # what the tagger takes for a place without a word that leads to it; nouns for bodies; names of people and groups
    ("Adam, 3, and Elijah, 5, were found dead in Lima.", "Elijah"),
    ("Two men were killed in a clash with the Police in Lima.", "Police"),
    ("Nakwe, a village elder, was shot dead in Lima.", "Nakwe"),
    ("Kolari told police in Lima that he was hit.", "Kolari"),
    ("In Syria, Coalition forces struck a post.", "Coalition"),
    ("Iraq's army said that it held fire.", "Iraq"),
    ("Iraq's ministry of oil said so.", "Iraq"),
    ("(Wire) – Two men died.", "Wire"),
    # what a verb or "near" leads to is no place where it is somebody's name or tells whose a thing is
    ("Rebels besieged General Sall in Gao, Mali.", "Sall"),
    ("Reporters bombarded Omar Sall with questions.", "Sall"),
    ("A convoy was hit near Hill Brigades positions in Mali.", "Brigades"),
    ("The community of Muslims in Iraq mourned nine guards.", "Muslims"),
]


@pytest.mark.parametrize(("text", "words"), NOWHERE, ids=[case[1] for case in NOWHERE])
def test_no_place(text: str, words: str) -> None:
    """States that act, persons, illnesses and names of bodies are no places."""
    assert not [p for p in places_of(text) if words in p.name]


def test_town_and_province_of_one_name() -> None:
    """A province and the town it is called after are two places."""
    found = places_of("Troops held Najaf. Herders fled Najaf province in Iraq. Shops opened in Najaf.")
    assert sorted((p.where_prec, len(p.mentions)) for p in found if "Najaf" in p.name) == [(1, 2), (4, 1)]


def test_the_city_again() -> None:
    """ "the city" is the town named before it."""
    text = "Shells fell on Aleppo in Syria. Two people died in the city."
    assert len(next(p for p in places_of(text) if p.name == "Aleppo").mentions) == 2


def test_acting_countries_and_demonyms() -> None:
    """Names of places as corpora mark them hold countries that act, and demonyms when asked for."""
    doc = read_text("Kenya accused Somali rebels.")
    tree = parse(doc, segment(doc))
    assert [p.name for p in toponyms(doc, tree)] == ["Kenya"]
    assert [p.name for p in toponyms(doc, tree, demonyms=True)] == ["Kenya", "Somali"]


@pytest.mark.parametrize(
    "spellings",
    [("Hawija", "al-Huwayjah"), ("Ninawa", "Nineveh", "Ninewa"), ("Deir ez-Zor", "Dayr az Zawr"), ("Raqqa", "Ar Raqqah")],
)
def test_spellings_meet(spellings: tuple[str, ...]) -> None:
    """Transliterations of one name have one key."""
    assert len({loose(name) for name in spellings}) == 1


def test_articles_are_tried_both_ways() -> None:
    """A name is looked up with and without its article, the written form first."""
    assert variants("al-Tanf")[:2] == ("al tanf", "tanf")
    assert "al tanf" in variants("Tanf")


WORDS = st.lists(
    st.sampled_from(
        "in near of the al - Mosul Kirkuk Iraq , . and province street 6km south from Abu NEAR é \u202f Ky. ( ) the city".split(
            " "
        )
    ),
    max_size=30,
).map(" ".join)


@given(st.one_of(st.text(max_size=80), WORDS))
@settings(max_examples=60, deadline=None)
def test_any_text(text: str) -> None:
    """Whatever the text, nothing breaks, and every mention lies inside it."""
    if not text.strip():
        return
    doc = read_text(text)
    tree = parse(doc, segment(doc))
    for place in (*where(doc, tree), *toponyms(doc, tree, demonyms=True)):
        assert place.mentions and all(0 <= a < b <= len(doc.text) for a, b in place.mentions)
        assert (place.lat is None) == (place.lon is None)
        assert 1 <= place.where_prec <= 7


@given(st.text(max_size=40))
def test_folding_is_settled(name: str) -> None:
    """A folded name folds to itself."""
    assert fold(fold(name)) == fold(name)


def test_a_town_wins_over_the_larger_city_of_its_name_abroad() -> None:
    """Where the report names its country; the larger one stays a rival, unless the words behind a comma settle it."""
    (tripoli,) = [p for p in places_of("Six guards died in Tripoli. Lebanon sent the army.") if p.name == "Tripoli"]
    assert (tripoli.country, tripoli.rule, tripoli.rivals) == ("LB", "where.namesake", ("Tripoli, LY",))
    (paris,) = [p for p in places_of("A guard was shot dead in Paris, Texas.") if p.name == "Paris"]
    assert (paris.country, paris.rivals) == ("US", ())
