"""Where it happened: sentences of our own and the place each event takes."""

import pytest

from onrecord.pipeline import code
from onrecord.read import read_text

CASES: list[tuple[str, list[str | None]]] = [
    # a place that another is told from, that acts, or where the hurt are taken is not where it happened
    ("Militants killed 15 farmers in Sarmin, about 45km south of Aleppo.", ["Sarmin"]),
    ("Thousands of troops remain in Kenya, 18 years after Washington invaded the country.", ["Kenya"]),
    ("A man was shot in Lima and was taken to a hospital in Quito.", ["Lima"]),
    ("A woman fled to Dori after gunmen shot her.", [None, None]),
    # but it is where what is told of it happened, and where a march led
    ("A woman fled to Dori, where gunmen shot her.", ["Dori", "Dori"]),
    ("Students marched to Tahrir Square, where police shot six.", ["Tahrir Square", "Tahrir Square"]),
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
    # of a chain of places the part comes before its whole
    ("Rebels killed a guard in Bonama village in the Kesra area of Gaya District, India.", ["Bonama"]),
    ("Rebels killed a guard in the Kesra area of Lima.", ["Kesra area"]),
    # a place that opens a sentence is the scene of all of it
    ("Jets bombed Aleppo. In Khan Younis, a drone strike killed a farmer.", ["Aleppo", "Khan Younis"]),
    # where somebody speaks, sets out or heads for is not where it happened
    ("The envoy said in Geneva that rebels killed six nurses.", [None]),
    ("The envoy told a press conference in Geneva that rebels had bombed Aleppo.", ["Aleppo"]),
    ("The army shelled Lima. Thousands of people fled to Quito.", ["Lima", None]),
    ("Thousands of people fled from Lima.", ["Lima"]),
    ("Reinforcements were sent from Lima.", [None]),
    ("Rebels abducted two teachers from Lima.", ["Lima"]),
    # residents tell of their own town; others need not
    ("Residents of Lima say that soldiers burned two homes. The envoy flew to Quito.", ["Lima"]),
    ("Officials in Lima say that soldiers burned two homes. The envoy flew to Quito.", [None]),
    ("Rebels bombed Lima. A clinic in Quito was full. Gunmen burned two homes, said a resident of the city.", ["Lima", "Quito"]),
    # what the same did on another day may have been elsewhere
    ("Marco Diaz was shot dead in Lima on 2 May 2016; Juan Rojas was arrested on 6 May 2016. Quito is far.", ["Lima", None]),
    # what is joined to entering a village happened there; so does what they did who were there before
    ("Rebels bombed Quito. Men passed Lima, entered the city and looted two shops.", ["Quito", "Lima"]),
    ("Rebels bombed Quito. A clinic in Lima was full. The attackers burned two homes.", ["Quito", "Quito"]),
    ("Rebels bombed Quito. A clinic in Lima was full. Soldiers burned two homes.", ["Quito", None]),
    ("Rebels bombed Quito. A clinic in Lima was full. The rebels have killed two nurses.", ["Quito", None]),
    # an incident told of later says where the blow fell
    ("Gunmen burned a bus in Mali. The incident occurred near Gao.", ["Gao"]),
    ("Gunmen burned a bus in Mali. An incident occurred near Gao.", ["Mali"]),
    # a report goes on elsewhere when it says so
    ("A bomb exploded in Lima. Elsewhere, gunmen opened fire on a bus.", ["Lima", None]),
    ("A bomb exploded in Lima. In a separate attack, gunmen opened fire on a bus.", ["Lima", None]),
    ("Rebels killed two guards in Sarmin (Aleppo).", ["Sarmin"]),
    # a seat of bodies in the dateline is no scene, a town in it is
    ("WASHINGTON — A jet bombed two posts on Friday.", [None]),
    ("LONDON — A bomb exploded on a bus, killing two.", ["London"]),
    ("LONDON — A bomb exploded on a bus, the Norwegian navy said.", [None]),
    ("TOLEDO, Ohio — Gunmen attacked two posts on Friday.", ["Toledo"]),
    # a country that suffers blows is where they fall
    ("Turkey suffered a series of bombings in 2016.", ["Turkey"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_event_places(text: str, expected: list[str | None]) -> None:
    """An event lies where its words say that it happened."""
    coding = code(read_text(text))
    names = {p.id: p.name for p in coding.places}
    assert [names[e.place] if e.place else None for e in coding.events] == expected
