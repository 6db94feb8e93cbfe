"""What a public export withholds."""

from dataclasses import replace

import pytest
from tests.making import Made

from onrecord.export.formats import Left, format_named
from onrecord.export.public import MASK, readable, redacted
from onrecord.ledger import Account, profile
from onrecord.records import Coding


def told() -> Coding:
    """A villager tells of a raid that killed a named farmer; a ministry speaks as well."""
    text = (
        "Omar Haddad was killed in the Nakheel quarter of Taiz on 9 May, his cousin Amina Saleh told us. "
        "The ministry said two people died. Haddad was 40."
    )
    made = Made("r1", text)
    victim, cousin = made.actor("Omar Haddad", "person"), made.actor("Amina Saleh", "person")
    ministry = made.actor("The ministry", "government")
    said = made.says(cousin, "told us", "Omar Haddad was killed in the Nakheel quarter of Taiz on 9 May")
    made.says(ministry, "said", "two people died")
    made.place("Nakheel", 13.5795, 44.0209, prec=2)
    place = made.place("Taiz", 13.5795, 44.0209)
    made.event("killing", "killed", to=(victim,), place=place, said=said)
    return made.coding()


def test_names_and_words_are_masked() -> None:
    """Neither the victim's nor the villager's name is left anywhere, nor the villager's words; the ministry's are."""
    (public,), _ = redacted([told()])
    everything = repr(public)
    assert not any(name in everything for name in ("Omar", "Haddad", "Amina", "Saleh", "Nakheel", "was killed"))
    assert "two people died" in public.report.text
    assert "The ministry" in [a.name for a in public.actors]


def test_offsets_still_fit() -> None:
    """One mark a character: the text keeps its length and every other word its place."""
    coding = told()
    (public,), _ = redacted([coding])
    assert len(public.report.text) == len(coding.report.text)
    assert all(a == b or b == MASK for a, b in zip(coding.report.text, public.report.text, strict=True))
    assert public.figures == coding.figures


def test_places_are_coarse() -> None:
    """Points are rounded to a tenth of a degree and never claim to be exact; a spot inside a town loses its name."""
    (public,), _ = redacted([told()])
    assert [(p.name, p.lat, p.lon, p.where_prec) for p in public.places] == [
        ("[withheld]", 13.6, 44.0, 2),
        ("Taiz", 13.6, 44.0, 2),
    ]


def test_what_is_withheld_is_logged_without_saying_it() -> None:
    """The log names records and reasons, never the words."""
    _, log = redacted([told()])
    assert {(w.what, w.why) for w in log} == {
        ("name", "victim"),
        ("name", "unofficial source"),
        ("words", "unofficial source"),
        ("place", "coarsened"),
    }
    assert not any(name in repr(log) for name in ("Omar", "Amina"))


def family() -> Coding:
    """A victim told of again by her first name, by her relatives and in the title; an uncle named once beside what he is."""
    text = (
        "Gunmen killed Awa Traore in Sikasso on 9 May, police said. The victim's uncle, Salif, said she taught. "
        "Awa was 34. Relatives of Mrs Traore left. Later Salif Traore was arrested. The Traore Fund closed."
    )
    made = Made("r1", text)
    gunmen, awa = made.actor("Gunmen"), made.actor("Awa Traore", "person")
    uncle = made.actor("The victim's uncle, Salif", "civilians")
    made.actor("Awa", "person")
    made.actor("Relatives of Mrs Traore", "civilians")
    made.actor("Traore Fund", "ngo")
    arrested = made.actor("Salif Traore", "person")
    made.says(uncle, "said", "she taught")
    made.place("Salif", 15.3, 42.7)  # a first name that is also a town's
    time, place = made.time("9 May", "2017-05-09"), made.place("Sikasso", 11.3, -5.7, country="ML")
    killed = made.event("killing", "killed", by=(gunmen,), to=(awa,), time=time, place=place)
    made.figure("34", 1, 1, whom=awa, event=killed)
    made.event("arrest", "arrested", to=(arrested,), time=time, place=place)
    coding = made.coding()
    head = replace(coding.report, title="Who shot AWA TRAORE?", url="https://news.example/awa-traore-shot")
    return replace(coding, report=head)


@pytest.mark.parametrize("format", ["ledger", "jsonl", "jsonld", "ftm", "geojson", "acled", "ucdp-ged"])
def test_no_part_of_a_withheld_name_is_left(format: str) -> None:
    """Not in the text, a title, an address or another actor's name, whoever that is, in any format."""
    public, log = redacted([family()])
    written = format_named(format)
    made = written.encoded(list(written.rows(Account(public), profile("ucdp"), Left()))).decode()
    assert not any(name in made.casefold() for name in ("awa", "traore", "salif"))
    assert "awa" not in repr(log).casefold()
    assert {w.what for w in log if w.why == "holds a withheld name"} == {"name", "title", "url"}


def test_names_that_hold_a_withheld_one_keep_the_rest() -> None:
    """A fund, and relatives, are still told apart; a name that is nothing else becomes the number of its actor."""
    (public,), _ = redacted([family()])
    names = [a.name for a in public.actors]
    assert "[withheld] Fund" in names
    assert "Relatives of Mrs [withheld]" in names
    assert "[withheld] person 4" in names
    assert "Sikasso" in public.report.text


def test_a_person_withheld_in_one_report_is_in_all() -> None:
    """Also where another report tells only that the person was there; a first name in common is not enough."""
    made = Made("r2", "Awa Traore and Awa Keita opened a school in Sikasso.")
    made.actor("Awa Traore", "person")
    made.actor("Awa Keita", "person")
    publics, _ = redacted([family(), made.coding()])
    assert [a.name for a in publics[1].actors] == ["[withheld] person 1", "[withheld] Keita"]


def test_tables_tell_masks_in_words() -> None:
    """A cell has a word for what is masked, however many words that were."""
    assert readable({"a": "said by ████ ██ there", "b": 6, "c": None}) == {"a": "said by [withheld] there", "b": 6, "c": None}
