"""What a public export withholds."""

from tests.making import Made

from onrecord.export.public import MASK, readable, redacted
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


def test_tables_tell_masks_in_words() -> None:
    """A cell has a word for what is masked, however many words that were."""
    assert readable({"a": "said by ████ ██ there", "b": 6, "c": None}) == {"a": "said by [withheld] there", "b": 6, "c": None}
