"""Furniture of pasted pages: what is labelled, and the prose that must not be."""

import re

import pytest

from onrecord.lexicon import rows
from onrecord.read import read_text

BODY = "Ten people were killed in a raid on the old bridge on Monday, officials said."
MORE = "The army said that it had sent two companies to the town to find those behind it."


def furniture(text: str) -> list[tuple[str, str]]:
    """The words and kind of each piece of furniture."""
    return [(text[slice(*f.span)], f.kind) for f in read_text(text).furniture]


@pytest.mark.parametrize("row", rows("furniture"), ids=lambda row: row["example"][:40])
def test_every_row_works_in_its_example(row: dict[str, str]) -> None:
    """Each row of the table of furniture matches the sentence that earned it, and gives it its kind."""
    assert re.search(row["pattern"], row["example"], re.DOTALL)
    text = f"{BODY}\n\n{MORE}\n\n{row['example']}" if row["reach"] == "end" else f"{BODY}\n\n{row['example']}\n\n{MORE}"
    assert row["kind"] in [kind for _, kind in furniture(text)]


@pytest.mark.parametrize(
    "prose",
    [
        BODY,
        "One killed in a blast in Kabul",
        "One killed in a blast in Kabul.",
        "Two soldiers died.\nThe others were flown to a hospital in the capital on Tuesday, the ministry said.",
        "More than 30 people were hurt: ten of them are children. Close to 40 houses burned.",
        "Close to 30 people died in the flood.\n\nShare prices fell. Email traffic stopped. Comments were not welcome, he said.",
        "Follow the road north to the bridge, he told them.\n\nSign of life came on Monday from the mine, police said.",
        "The Foreign Secretary said:\n\nI am appalled by the attack on the hospital, which killed ten people.",
        "al-Qaeda fighters took the town.\nal-Shabaab fighters left it after two days, residents told us.",
        "Posts on Facebook, Twitter, WhatsApp and Telegram showed the fire, which killed ten.",
        "This picture was confirmed by two doctors who saw the bodies in the yard.",
        "Published in May, the report counts 40 dead. By nightfall the army had left the town and its two bridges.",
        "BuzzFeed and HuffPost said McDonald and DeSantis met O'Neill near Qal'at al-Madiq.",
        "ISIL — the group that held the town until May — killed ten people there, officials said.",
        "QUESTION: Why did the army leave the town after the raid on the bridge, which killed ten?",
        "This account has been contested by several rights groups. This session is the last before the vote.",
        "- Ten people were killed in the north\n- Two people were killed in the south\n- No one died in the west",
    ],
)
def test_prose_is_never_hidden(prose: str) -> None:
    """A short report, a first line that is prose, and words that only look like a page's own are left alone."""
    assert furniture(prose) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Raid on bridge kills ten\n\n{BODY}", [("Raid on bridge kills ten", "title")]),
        (f"Who blew up the bridge?\n{BODY}", [("Who blew up the bridge?", "title")]),
        (
            f"World News\nAfrica\n\nRaid on bridge kills ten\n\nBy Ana Ruiz\n\n{BODY}",
            [("World News", "section"), ("Africa", "section"), ("Raid on bridge kills ten", "title"), ("By Ana Ruiz", "byline")],
        ),
        (
            "Raid kills ten\n\n" + "Soldiers cross it on Monday. [Photo by Ana Ruiz]\n\n" * 2 + BODY,
            [
                ("Raid kills ten", "title"),
                *[("Soldiers cross it on Monday.", "caption"), ("[Photo by Ana Ruiz]", "credit")] * 2,
            ],
        ),
        (f"{BODY}\n\nCalls for calm\n\n{MORE}", [("Calls for calm", "other")]),
        (f"{BODY}==Aftermath=={MORE}", [("==Aftermath==", "other")]),
        (f"{BODY}[1][2] {MORE}[3]", [("[1][2]", "link"), ("[3]", "link")]),
        (
            f"{BODY}\n== See also ==\n* Siege of the bridge\n* Raids of May\n",
            [("== See also ==", "other"), ("* Siege of the bridge\n* Raids of May", "link")],
        ),
        (
            f"Raid on bridge kills tenThe army was to hold it{BODY}",
            [("Raid on bridge kills ten", "title"), ("The army was to hold it", "other")],
        ),
        (
            f"{BODY}Read more: Who built it?Calls for calm{MORE}",
            [("Read more: Who built it?", "link"), ("Calls for calm", "other")],
        ),
        (f"Raid on the Old Bridge Kills Ten Men. {BODY}", [("Raid on the Old Bridge Kills Ten Men.", "title")]),
        (f"{BODY}\n\n{MORE}\n\n{BODY}", [(BODY, "caption")]),
    ],
)
def test_furniture(text: str, expected: list[tuple[str, str]]) -> None:
    """Section, title, byline, captions, credits, headings, notes and lists of links carry their labels."""
    assert furniture(text) == expected


@pytest.mark.parametrize(
    ("head", "published", "outlet"),
    [
        ("TESTVILLE, Texas - ", None, None),
        ("MOSUL, Iraq, Feb. 6 (Wire) — ", None, "Wire"),
        ("MOSUL, Iraq, Feb. 6, 2017 (Wire) — ", "2017-02-06", "Wire"),
        ("Baghdad, 6 February 2017 (Wire) -- ", "2017-02-06", "Wire"),
        ("KABUL (AP) — ", None, "AP"),
        ("(CNN) -- ", None, "CNN"),
        ("KABUL: ", None, None),
        ("LIMA, 30 FEB 90 (EFE) -- ", None, "EFE"),
    ],
)
def test_datelines(head: str, published: str | None, outlet: str | None) -> None:
    """A dateline is labelled; its date is the date of publication only with a year, its agency the outlet."""
    doc = read_text(head + BODY)
    assert [(f.span, f.kind) for f in doc.furniture] == [((0, len(head.rstrip())), "dateline")]
    assert (doc.published, doc.outlet) == (published, outlet)
    assert doc.published_rule == ("dateline" if published else None)


def test_a_monitored_broadcast() -> None:
    """The tags after a monitor's dateline are credits, the middle one names the outlet, 90 is 1990."""
    text = "   LIMA, 3 MAY 90 -- [REPORT] [RADIO\nRIO] [TEXT] THE ARMY SAID THAT TEN REBELS DIED.  TWO SOLDIERS WERE HURT."
    doc = read_text(text)
    assert (doc.published, doc.outlet) == ("1990-05-03", "RADIO RIO")
    assert furniture(text) == [("LIMA, 3 MAY 90 --", "dateline"), ("[REPORT] [RADIO\nRIO] [TEXT]", "credit")]


def test_metadata_from_furniture() -> None:
    """What the caller does not give is read from the furniture; what he gives stands."""
    head = "World News\nAfrica\n\nRaid on bridge kills ten\n\nBy Ana Ruiz\n\n6 May 2014"
    text = f"{head}\n\n{BODY}\n\nCopyright 2014 by Example Wire."
    doc = read_text(text)
    assert (doc.section, doc.title, doc.byline) == ("World News / Africa", "Raid on bridge kills ten", "Ana Ruiz")
    assert (doc.published, doc.outlet) == ("2014-05-06", "Example Wire")
    given = read_text(text, title="T", byline="B", section="S", outlet="O", published="2014-05-07", name="n", url="u", id="i")
    assert (given.title, given.byline, given.section, given.outlet, given.published) == ("T", "B", "S", "O", "2014-05-07")
    assert (given.published_rule, given.name, given.url, given.id) == ("caller", "n", "u", "i")


def test_text_stays() -> None:
    """Canonical text is the text itself, line ends and spaces and all, without a byte-order mark."""
    assert read_text("\ufeffTen\u00a0died.\r\n\r\n \tTwo lived.\r\n").text == "Ten\u00a0died.\r\n\r\n \tTwo lived.\r\n"


def test_a_page_pasted_whole() -> None:
    """Menus before and lists after the report are furniture, the last line of a title's length before it is the title."""
    menu = ["Home", "News", "World", "Sport", "Weather", "My account", "All regions", "Radio", "Letters"]
    lists = ["Ferry runs again", "Mayor opens new bridge in Lenn", "Harvest fails in the south", "Budget passed", "Jobs"]
    text = "\n\n".join([*menu, "Ten people killed in raid on old bridge", BODY, MORE, *lists])
    found = dict(furniture(text))
    assert found["Ten people killed in raid on old bridge"] == "title"
    assert all(found.get(line) for line in (*menu, *lists))
    assert BODY not in found and MORE not in found


def test_a_list_of_the_dead_is_no_menu() -> None:
    """Lines after a report that has no menu before it are its own, however many."""
    names = [f"{name} Abrit, {age}" for age, name in enumerate(("Lena", "Piet", "Ana", "Olga", "Ivo", "Karl", "Mai") * 3, 20)]
    assert not any(words in names for words, _ in furniture("\n\n".join([BODY, MORE, *names])))
