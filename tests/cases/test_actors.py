"""Who is who: sentences of our own and the actors their words resolve to."""

import pytest

from onrecord.actors import actors
from onrecord.actors.identify import identify
from onrecord.actors.names import bodies, fold
from onrecord.lexicon import rows
from onrecord.parse import parse
from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Cast, quote
from onrecord.segment import segment


def cast_of(text: str) -> tuple[str, Cast]:
    """The cast of a text."""
    doc = read_text(text)
    return doc.text, actors(doc, parse(doc, segment(doc)))


def resolved(text: str, words: str, occurrence: int = 0) -> str | None:
    """Name of the actor that the given mention resolves to."""
    body, cast = cast_of(text)
    found = [m for m in cast.mentions if quote(body, m.span) == words]
    assert found, f"no mention {words!r} among {[quote(body, m.span) for m in cast.mentions]}"
    actor = found[occurrence].actor
    return cast.actor(actor).name if actor else None


CASES = [
    ("Nigeria's Boko Haram insurgents left the town.", "Nigeria's Boko Haram insurgents", 0, "Boko Haram"),
    ("Ashraf al-Qudra met reporters. Mr Qudra gave no toll.", "Mr Qudra", 0, "Ashraf al-Qudra"),
    ("Lieutenant-Colonel Basim Qasim met reporters. Qasim gave no toll.", "Qasim", 0, "Basim Qasim"),
    # (text, words of the mention, which of them, name of its actor)
    ("The Northern Relief Council (NRC) opened a clinic. The NRC treated forty people.", "NRC", 1, "Northern Relief Council"),
    ("Col. Basim Qasim met reporters. Qasim gave no toll.", "Qasim", 0, "Basim Qasim"),
    ("Omar al-Harith met reporters. Al-Harith gave no toll.", "Al-Harith", 0, "Omar al-Harith"),
    ("Samira Nasser met reporters. She gave no toll.", "She", 0, "Samira Nasser"),
    ("A spokesman for the army, Daud Karimi, met reporters.", "A spokesman for the army", 0, "Daud Karimi"),
    (
        "Foreign Minister Lena Hartog arrived. The Foreign Minister said talks would go on.",
        "The Foreign Minister",
        0,
        "Lena Hartog",
    ),
    ("ISIL fighters left the town.", "ISIL fighters", 0, "ISIL"),
    ("Boko Haram burned the village. The group abducted nine girls.", "The group", 0, "Boko Haram"),
    ("Boko Haram burned the village. Three militants were killed.", "Three militants", 0, "Boko Haram"),
    ("ISIL holds the town. Its fighters dug trenches.", "Its fighters", 0, "ISIL"),
    ("Eva, a nurse who saw the blast, said it was loud.", "Eva", 0, "Eva"),
    ("The criminal gang Los Cuervos robbed the bank. Los Cuervos fled.", "Los Cuervos", 1, "Los Cuervos"),
    ("A man was shot by a masked gunman who fled.", "who", 0, "masked gunman"),
    ("On Monday al-Shabaab fighters attacked the base.", "al-Shabaab", 0, "al-Shabaab"),
    ("Two 400 Mawozo gunmen were seen.", "Two 400 Mawozo gunmen", 0, "400 Mawozo"),
    ("The village was held by peshmerga fighters.", "peshmerga fighters", 0, "peshmerga"),
    ("The Islamic State of Iraq (ISI) burned two villages. ISI gunmen left.", "ISI", 1, "Islamic State of Iraq"),
    ("The People's Liberation Army (EPL) burned the post. EPL rebels left.", "EPL", 1, "People's Liberation Army"),
    ("The Land Workers Front [FTT] burned the post. The FTT left.", "FTT", 1, "Land Workers Front"),
    ("The organization Open Hands opened a clinic. The organization treated nine.", "The organization", 0, "Open Hands"),
    ("The Valley Watch report listed nine deaths.", "The Valley Watch report", 0, "Valley Watch"),
]


@pytest.mark.parametrize(("text", "words", "occurrence", "name"), CASES, ids=[case[0][:50] for case in CASES])
def test_mention_resolves(text: str, words: str, occurrence: int, name: str) -> None:
    """A mention resolves to the actor a careful reader would name."""
    assert resolved(text, words, occurrence) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A teacher who gave his name only as Alemu said soldiers shot at the crowd.", "Alemu"),
        ("Kofi, a welder, died in the blast.", "Kofi"),
        ("The victim's uncle, Salif, buried her on Monday.", "Salif"),
        ("THE REBELS KIDNAPPED A FARMER IN THE HILLS. THE POLICE SAID ENGINEER CARLOS RUIZ WAS KILLED.", "Carlos Ruiz"),
    ],
)
def test_persons(text: str, name: str) -> None:
    """Who is told by name as kin, by trade or as the name given is a person, without the trade."""
    _, cast = cast_of(text)
    assert name in [a.name for a in cast.actors if a.kind == "person"]


def test_a_list_mark_is_no_part_of_a_name() -> None:
    _, cast = cast_of("The toll so far is this:\n\n- nine people were killed in the town;\n- 21 were wounded.")
    assert "nine people" in [a.name for a in cast.actors]


BULLETIN = (
    "SUDAN\n\nThe Sudanese Armed Forces bombed a market in Omdurman. The army denied it.\n\n"
    "MYANMAR\n\nThe military shelled a monastery in Sagaing. The army later left.\n"
)


@pytest.mark.parametrize(
    ("text", "words", "occurrence", "country"),
    [
        (BULLETIN, "The army", 0, "SD"),
        (BULLETIN, "The military", 0, "MM"),
        (BULLETIN, "The army", 1, "MM"),
        ("The Sudanese army bombed a market. In Myanmar, the military shelled a monastery.", "the military", 0, "MM"),
        ("The Sudanese army bombed a market. The military in Mali shelled a camp.", "The military", 0, "ML"),
        ("The Sudanese army bombed a market. In Omdurman, the army shelled a camp.", "the army", 0, "SD"),
        ("SUDAN\n\nThe Sudanese army bombed a market. The army denied it.", "The army", 0, "SD"),
    ],
)
def test_the_army_is_the_countrys_spoken_of(text: str, words: str, occurrence: int, country: str) -> None:
    """A bare role noun is of the country that its section, its sentence's opening or its phrase names."""
    body, cast = cast_of(text)
    found = [m for m in cast.mentions if quote(body, m.span) == words]
    assert cast.actor(str(found[occurrence].actor)).country == country


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Red Crescent opened a clinic. He said nothing.", "Red Crescent"),
        ("Reuters reported a blast. He said nothing.", "Reuters"),
    ],
)
def test_he_is_never_a_body(text: str, words: str) -> None:
    """A personal pronoun never resolves to an outlet or an organisation."""
    _, cast = cast_of(text)
    people = {"person", "unnamed", "civilians", "state_force", "armed_group"}
    named = [cast.actor(m.actor) for m in cast.mentions if m.form == "pronoun" and m.actor and quote(text, m.span) == "He"]
    assert all(actor.kind in people for actor in named)
    assert any(quote(text, m.span) == words for m in cast.mentions)


def test_one_actor_for_a_countrys_forces() -> None:
    """A country's forces under three names are one actor."""
    _, cast = cast_of(
        "Iraqi forces entered the town. Iraqi security forces held the bridge. Government forces shelled the ridge."
    )
    assert len({m.actor for m in cast.mentions if m.form == "group"}) == 1


def test_forces_against_a_government_are_not_its_own() -> None:
    """ "Anti-government forces" are an armed group of their own."""
    _, cast = cast_of("Iraqi forces entered the town. Anti-government forces held the bridge.")
    assert [actor.kind for actor in cast.actors] == ["state_force", "armed_group"]


def test_a_word_is_no_acronym() -> None:
    """A capital letter alone makes no acronym of a word; "Farc" is one."""
    _, cast = cast_of("Mend the bridge, the mayor said. Arena lights went out. Farc gunmen left.")
    assert [actor.name for actor in cast.actors if actor.kind == "armed_group"] == ["Farc"]


def test_every_mention_names_its_rule() -> None:
    """Every mention says which rule made it and lies where its words are."""
    body, cast = cast_of("Witnesses told Radio Hill that gunmen shot a driver near the bridge.")
    assert cast.mentions
    assert all(m.rule.startswith("actors.") and quote(body, m.span).strip() for m in cast.mentions)


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("the Iraqi Prime Minister", "IQ", "government"),
        ("Kurdish fighters", None, "rebel"),
        ("coalition warplanes", None, "military"),
        ("two Chilean farmers", "CL", "agriculture"),
        ("Peru's Defence Ministry", "PE", "government"),
        ("a former Spanish minister", "ES", "former"),
        ("Nelson Mandela", "ZA", "government"),
        ("police in Nairobi", "KE", "police"),
        ("el-Shabaab", "SO", "rebel"),
        ("the Knesset", "IL", "legislature"),
        ("gunmen", None, "unknown"),
        ("Lena Hartog", None, None),
        ("a proposal", None, None),
    ],
)
def test_country_and_sector(phrase: str, country: str | None, sector: str | None) -> None:
    """The words of a phrase tell its country and sector, and where they do not, nothing is guessed."""
    found = identify(phrase)
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Da’esh", "ISIL"),
        ("IS", "Islamic State of Iraq and Syria"),
        ("el-Qaeda", "al-Qaida"),
        ("Al Shabaab", "al-Shabab"),
        ("Hezbollah", "Hizbullah"),
        ("The Taliban", "Taleban"),
        ("Jabhat al-Nusra", "Nusra Front"),
        ("Kataib Hezbollah", "Kata'ib Hezbollah"),
    ],
)
def test_spellings_of_one_body(one: str, other: str) -> None:
    """Spellings, acronyms and aliases of one body find the same row."""
    assert bodies()[fold(one)] == bodies()[fold(other)]


def test_rows_of_groups() -> None:
    """Every listed body has a kind of the manual, a country that exists, and no alias of another body."""
    kinds = {"state_force", "armed_group", "coalition", "government", "party", "international_org", "ngo", "media"}
    codes = {row["alpha2"] for row in rows("capitals")} | {""}
    seen: dict[str, str] = {}
    for row in rows("groups"):
        assert row["kind"] in kinds
        assert row["country"] in codes
        for name in filter(None, (row["name"], *row["aliases"].split("|"))):
            assert seen.setdefault(fold(name), row["name"]) == row["name"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Gunmen killed six people in Gao. The attackers were jailed.", 2),
        ("Gunmen killed six people in Gao. The attackers of a bank in Paris were jailed.", 3),
    ],
)
def test_attackers_told_apart(text: str, actors: int) -> None:
    """ "the attackers" are those who just attacked, unless they are said to be those of something else."""
    assert len(code(read_text(text)).actors) == actors


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The retailer Walmart said it would close two shops.", [("Walmart", "ngo")]),
        ("The investor Omar Haddad said he would sell two shops.", [("Omar Haddad", "person")]),
    ],
)
def test_firms(text: str, kinds: list[tuple[str, str]]) -> None:
    """A noun for a firm as much as for a person leaves it to the name which it is."""
    assert [(a.name, a.kind) for a in code(read_text(text)).actors] == kinds
