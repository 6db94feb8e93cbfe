"""What profiles make of figures."""

import pytest
from tests.making import Made, raid

from onrecord import lexicon
from onrecord.errors import UsageError
from onrecord.ledger import Account, estimate, profile, profiles
from onrecord.ledger.profiles import vague_number
from onrecord.records import Coding, Incident, Ref


def one_incident(*codings: Coding) -> Account:
    """Codings whose first events are one incident."""
    refs = tuple(Ref(c.report.id, c.events[0].id) for c in codings)
    incident = Incident("i-1", "attack", refs, "2017-05-09", 1, "Taiz", 13.5795, 44.0209, 1, "YE", len(refs), "made")
    return Account(codings, (incident,))


def numbers(account: Account, name: str) -> tuple[float | None, float | None, float | None]:
    """Low, best and high of the first incident."""
    found = estimate(next(iter(account.happenings())), profile(name))
    return found.low, found.best, found.high


RIVALS = [
    # (figures of three speakers) → (profile, low, best, high)
    ([("six", 6, 6, "exact"), ("nine", 9, 9, "exact"), ("nine", 9, 9, "exact")], "ucdp", (6, 9, 9)),
    ([("six", 6, 6, "exact"), ("nine", 9, 9, "exact"), ("nine", 9, 9, "exact")], "acled", (6, 6, 9)),
    ([("six", 6, 6, "exact"), ("nine", 9, 9, "exact"), ("nine", 9, 9, "exact")], "min-max", (6, None, 9)),
    ([("at least six", 6, None, "at_least")], "ucdp", (6, 6, 6)),
    ([("at least six", 6, None, "at_least")], "min-max", (6, None, None)),
    ([("no more than nine", None, 9, "at_most"), ("six", 6, 6, "exact")], "ucdp", (6, 6, 9)),
    ([("no more than nine", None, 9, "at_most")], "ucdp", (0, 9, 9)),
    ([("no more than nine", None, 9, "at_most"), ("six", 6, 6, "exact")], "min-max", (6, None, 9)),
    ([("dozens of", None, None, "vague")], "acled", (12, 12, 12)),
    ([("dozens of", None, None, "vague")], "ucdp", (24, 24, 24)),
    ([("dozens of", None, None, "vague")], "min-max", (None, None, None)),
    ([("half of", 0.5, 0.5, "exact")], "ucdp", (None, None, None)),
]


@pytest.mark.parametrize(("given", "name", "expected"), RIVALS)
def test_rival_speakers(given: list, name: str, expected: tuple) -> None:  # type: ignore[type-arg]
    """Each profile reads rival tolls by its own rules; vague words are numbers only where it says so."""
    codings = [raid(f"r{n}", *figure, speaker=f"Speaker {n}", outlet=f"Paper {n}") for n, figure in enumerate(given)]
    assert numbers(one_incident(*codings), name) == expected


def test_a_later_figure_of_one_speaker_replaces_the_earlier() -> None:
    """The governor's six become nine the day after; only the nine stand, and the six say what replaced them."""
    account = one_incident(raid("r1"), raid("r2", "nine", 9, 9, published="2017-05-11"))
    assert numbers(account, "ucdp") == (9, 9, 9)
    assert account.entries[0].superseded_by == account.entries[1].ref
    assert account.entries[1].superseded_by is None


def test_parts_are_left_to_their_whole() -> None:
    """Seven guards, six of them locals and one a foreigner, are seven dead."""
    made = Made("r1", "Seven guards died: six locals and one foreigner.")
    event = made.event("attack", "died")
    whole = made.figure("Seven", 7, 7, counted="guards", event=event)
    made.figure("six", 6, 6, counted="locals", event=event, part_of=whole)
    made.figure("one", 1, 1, counted="foreigner", event=event, part_of=whole)
    assert numbers(one_incident(made.coding()), "ucdp") == (7, 7, 7)


def test_groups_of_one_incident_add_up() -> None:
    """Six soldiers and four civilians are ten, and "ten people" beside them are the same ten."""
    made = Made("r1", "Six soldiers and four farmers were killed, ten people in all.")
    event = made.event("attack", "killed")
    made.figure("Six", 6, 6, counted="soldiers", status="combatant", event=event)
    made.figure("four", 4, 4, counted="farmers", status="civilian", event=event)
    assert numbers(one_incident(made.coding()), "ucdp") == (10, 10, 10)
    made.figure("ten", 10, 10, counted="people", event=event)
    assert numbers(one_incident(made.coding()), "ucdp") == (10, 10, 10)


def test_a_group_counted_apart_adds_to_the_people() -> None:
    """Nine dead, all of them broken down, and 14 rebels killed are 23, also beside another's 17 dead."""
    made = Made("r1", "Nine people died: seven farmers and two soldiers. Troops killed 14 rebels.")
    rebels = made.actor("rebels")
    event = made.event("attack", "died")
    whole = made.figure("Nine", 9, 9, counted="people", event=event)
    made.figure("seven", 7, 7, counted="farmers", status="civilian", event=event, part_of=whole)
    made.figure("two", 2, 2, counted="soldiers", status="combatant", event=event, part_of=whole)
    made.figure("14", 14, 14, counted="rebels", whom=rebels, status="combatant", event=event)
    assert numbers(one_incident(made.coding()), "ucdp") == (23, 23, 23)
    other = raid("r2", "17", 17, 17, counted="people", speaker="A medic")
    assert numbers(one_incident(made.coding(), other), "ucdp") == (23, 23, 31)


COMMISSION, PARTY = "A commission said at least 45 civilians died.", "A party said 50 people were killed"


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        (f"{COMMISSION} {PARTY}.", None, (45, 45, 50)),
        (f"{COMMISSION} {PARTY}, 20 traders among them.", ("20", "traders"), (45, 45, 50)),
    ],
)
def test_figures_of_different_speakers_are_no_parts_of_one_another(
    text: str, other: tuple[str, str] | None, expected: tuple[float, float, float]
) -> None:
    """The civilians one speaker counts are a rival of another's people; the civilians of his own are part of them."""
    made = Made("r1", text)
    commission, party = made.actor("A commission", "government"), made.actor("A party", "party")
    event = made.event("killing", "died")
    one = made.says(commission, "said", "at least 45 civilians died")
    two = made.says(party, "said", text.split("A party said ")[1])
    made.figure("at least 45", 45, None, "at_least", counted="civilians", status="civilian", event=event, said=one)
    made.figure("50", 50, 50, counted="people", event=event, said=two)
    if other is not None:
        made.figure(other[0], 20, 20, counted=other[1], status="civilian", event=event, said=two)
    assert numbers(Account([made.coding()]), "ucdp") == expected


def test_a_number_given_again_counts_once() -> None:
    """The medic's 17 dead and his 17 bodies are 17."""
    made = Made("r1", 'A medic put the toll at 17. "They brought in seventeen bodies," he said.')
    said = made.says(made.actor("A medic", "person"), "put", "They brought in seventeen bodies")
    event = made.event("attack", "toll")
    made.figure("17", 17, 17, event=event, said=said)
    made.figure("seventeen", 17, 17, counted="bodies", event=event, said=said)
    assert numbers(one_incident(made.coding()), "ucdp") == (17, 17, 17)


def test_what_does_not_count() -> None:
    """Denied figures, running totals and events that did not happen have no numbers."""
    made = Made("r1", "The mayor denied that six were killed. Since May ninety were killed. They threatened to kill ten.")
    mayor = made.actor("The mayor", "person")
    denied = made.says(mayor, "denied", "six were killed", attitude="denies")
    event = made.event("attack", "killed")
    made.figure("six", 6, 6, event=event, said=denied)
    made.figure("ninety", 90, 90, event=event, cumulative=True)
    assert numbers(one_incident(made.coding()), "ucdp") == (None, None, None)


def test_named_dead_count_one_each() -> None:
    """A commander killed by name, with no number given, is one dead."""
    made = Made("r1", "Omar Haddad was killed in Taiz.")
    who = made.actor("Omar Haddad", "person")
    made.event("killing", "killed", to=(who,))
    assert numbers(one_incident(made.coding()), "ucdp") == (1, 1, 1)


def test_events_no_incident_holds_are_their_own() -> None:
    """Without a link run every event that happened is an incident; one that was only threatened is none."""
    made = Made("r1", "Rebels attacked a post and threatened to bomb another.")
    made.event("attack", "attacked")
    made.event("bombing", "bomb", realis="threatened")
    assert [i.type for i in Account([made.coding()]).incidents] == ["attack"]


def test_profiles_state_their_rules_and_sources() -> None:
    """Three profiles, each with every step, each rule with its source."""
    assert set(profiles()) == {"ucdp", "acled", "min-max"}
    assert all(set(p.steps) == {"low", "best", "high", "no_low", "no_high", "vague", "named"} for p in profiles().values())
    assert all(words and source for p in profiles().values() for words, source in p.rules)
    with pytest.raises(UsageError, match="no such profile; there are ucdp"):
        profile("mine")


@pytest.mark.parametrize(
    "row", [r for r in lexicon.rows("vague_values") if r["example"]], ids=lambda r: f"{r['profile']}-{r['word']}"
)
def test_vague_values(row: dict[str, str]) -> None:
    """Each vague word of the table has its number, with or without "of"; its example holds it."""
    assert vague_number(row["word"], row["profile"]) == float(row["number"])
    assert vague_number(f"{row['word'].capitalize()} of", row["profile"]) == float(row["number"])
    assert row["word"].casefold() in row["example"].casefold()
