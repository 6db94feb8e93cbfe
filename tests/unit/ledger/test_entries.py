"""Lines of the ledger."""

from tests.making import Made, raid

from onrecord.ledger import Account


def test_a_line_names_all_a_figure_hangs_on() -> None:
    """Words, speaker, outlet, day, place and incident stand in one line; the sentence is found."""
    account = Account([raid()])
    (entry,) = account.entries
    assert (entry.words, entry.counted, entry.speaker, entry.outlet) == ("six", "soldiers", "The governor", "Wire")
    assert (entry.edtf, entry.place, entry.country) == ("2017-05-09", "Taiz", "YE")
    assert entry.incident == account.incidents[0].id
    assert account.sentence(entry.ref).startswith("The governor said six soldiers")


def test_a_chain_starts_with_the_first_speaker() -> None:
    """Witnesses told the mayor, who told the paper: the figure is the witnesses', passed on by the mayor."""
    made = Made("r1", "According to witnesses six died, the mayor said.")
    witnesses, mayor = made.actor("witnesses", "unnamed"), made.actor("the mayor", "person")
    inner = made.says(witnesses, "According to", "six died")
    made.says(mayor, "said", "According to witnesses six died", via=(inner,))
    made.figure("six", 6, 6, said=inner)
    (entry,) = Account([made.coding()]).entries
    assert entry.chain == ("witnesses", "the mayor")
    assert entry.speaker == "witnesses"


def test_a_figure_of_nobody_is_the_reports() -> None:
    """Without a statement the report itself gives the figure; with a cue and no name, somebody unnamed does."""
    made = Made("r1", "Six died. Reportedly four were hurt.")
    made.figure("Six", 6, 6)
    made.figure("four", 4, 4, measure="wounded", said=made.says(None, "Reportedly", "four were hurt"))
    own, unnamed = Account([made.coding()]).entries
    assert (own.speaker, own.chain, own.voice) == (None, (), "wire")
    assert unnamed.speaker == "unnamed source"


def test_running_totals_of_one_start_replace_each_other() -> None:
    """The ministry's ninety since 1 May become a hundred a week later."""
    codings = []
    for id, words, low, published in (("r1", "ninety", 90, "2017-05-10"), ("r2", "a hundred", 100, "2017-05-17")):
        made = Made(id, f"The ministry said {words} people were killed since 1 May.", published=published)
        said = made.says(made.actor("The ministry", "government"), "said", f"{words} people were killed")
        when = made.time("since 1 May", "2017-05-01/..", 5)
        made.figure(words, low, low, counted="people", said=said, time=when, cumulative=True)
        codings.append(made.coding())
    older, newer = Account(codings).entries
    assert older.superseded_by == newer.ref
