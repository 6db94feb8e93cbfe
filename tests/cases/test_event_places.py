"""Where it happened: sentences of our own and the place each event takes."""

import pytest

from onrecord.pipeline import code
from onrecord.read import read_text

CASES: list[tuple[str, list[str | None]]] = [
    # a place that another is told from, that acts, or where the hurt are taken is not where it happened
    ("Militants killed 15 farmers in Sarmin, about 45km south of Aleppo.", ["Sarmin"]),
    ("Thousands of troops remain in Kenya, 18 years after Washington invaded the country.", ["Kenya"]),
    ("A man was shot in Lima and was taken to a hospital in Quito.", ["Lima"]),
    # those who go on, as "they" or behind a cue in the middle, go on where they were
    ("Bandits attacked a convoy in Kano. They burned two trucks.", ["Kano", "Kano"]),
    ("Bandits attacked a convoy in Kano, police said, and kidnapped a driver.", ["Kano", "Kano"]),
    # each event of a list has its own place
    ("Officials condemned the attack in Lima and the bombings in Aleppo.", ["Lima", "Aleppo"]),
    # what lies near an unknown name is near a place
    ("Near Al Karmali, one strike destroyed a tank.", ["Al Karmali"]),
    # the place may stand in the sentence after
    ("A man was shot in Lima. The incident happened on Cedar Street.", ["Cedar Street"]),
    ("A man was shot in Lima. Officers were called to Cedar Street at noon.", ["Cedar Street"]),
    # the aim of an operation says where it is
    ("The militia announced the start of an operation to isolate Mosul.", ["Mosul"]),
    # the capital is the last one named; the scene, and the site of a blast, are where that was
    ("Gunmen left Lima for Callao. Kidnappings went on in the Peruvian capital.", ["Lima"]),
    ("A bomb exploded in Salqin. Two men were arrested at the scene. The army denied it.", ["Salqin", "Salqin"]),
    ("A bomb exploded in Salqin on Monday. A man was arrested near the site of the explosion.", ["Salqin", "Salqin"]),
    # what happened in a report that names one country happened there
    ("The envoy spoke about Syria. The regime killed two nurses.", ["Syria"]),
    # where somebody is from, or what somebody is able to do, is not where it happened
    ("Gunmen killed a tourist from Canada in Lima.", ["Lima"]),
    ("Police arrested Alvaro Gomez, 40, of Mosul.", [None]),
    ("His death will weaken the group's ability to defend Mosul.", [None]),
    # a country that suffers blows is where they fall
    ("Turkey suffered a series of bombings in 2016.", ["Turkey"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_event_places(text: str, expected: list[str | None]) -> None:
    """An event lies where its words say that it happened."""
    coding = code(read_text(text))
    names = {p.id: p.name for p in coding.places}
    assert [names[e.place] if e.place else None for e in coding.events] == expected
