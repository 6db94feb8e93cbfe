"""Every exporter on codings made by hand."""

import json
import tomllib
from pathlib import Path

import pytest
from tests.making import Made, raid

from onrecord.errors import UsageError
from onrecord.export.formats import BUILT_IN, GROUP, Left, Row, format_named
from onrecord.export.ged import priogrid
from onrecord.export.ged_rules import violations
from onrecord.ledger import Account, profile
from onrecord.records import Coding, Incident, Ref

ROOT = Path(__file__).parents[3]


def rows(name: str, *codings: Coding, by: str = "ucdp") -> list[Row]:
    """The rows of a format."""
    return list(format_named(name).rows(Account(codings), profile(by), Left()))


def execution() -> Coding:
    """Rebels execute seventeen civilians, witnesses told a media officer."""
    made = Made("r2", "Northern Rebels executed 17 farmers in Aden on 7 May, according to witnesses, Said Mansur told us.")
    rebels, farmers = made.actor("Northern Rebels"), made.actor("17 farmers", "civilians")
    inner = made.says(made.actor("witnesses", "unnamed"), "according to", "Northern Rebels executed 17 farmers in Aden on 7 May")
    made.says(made.actor("Said Mansur", "person"), "told", "Northern Rebels executed 17 farmers", via=(inner,))
    time, place = made.time("7 May", "2017-05-07"), made.place("Aden", 12.7794, 45.0367)
    event = made.event("execution", "executed", by=(rebels,), to=(farmers,), time=time, place=place, said=inner)
    made.figure("17", 17, 17, counted="farmers", status="civilian", whom=farmers, event=event, said=inner)
    return made.coding()


def test_built_ins_use_the_door_of_plugins() -> None:
    """The package declares each built-in under the entry-point group, and each loads under its name."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"][GROUP]
    assert declared == BUILT_IN
    assert all(format_named(name).name == name for name in BUILT_IN)
    with pytest.raises(UsageError, match="no such format; there are ledger"):
        format_named("xls")


def test_ledger_has_a_row_a_figure() -> None:
    """Words, bound, speaker, chain, outlet and the sentence."""
    (row,) = rows("ledger", execution())
    assert (row["words"], row["bound"], row["low"], row["counted"]) == ("17", "exact", 17, "farmers")
    assert (row["speaker"], row["chain"]) == ("witnesses", "witnesses > Said Mansur")
    assert str(row["sentence"]).startswith("Northern Rebels executed 17 farmers")


def test_ged_of_a_raid_on_soldiers() -> None:
    """State against group: the government is side A, its six dead are deaths_a, the columns are UCDP's."""
    (row,) = rows("ucdp-ged", raid())
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == (1, "Government of Yemen (North Yemen)", "Northern Rebels")
    assert (row["deaths_a"], row["deaths_b"], row["best"], row["low"], row["high"]) == (6, 0, 6, 6, 6)
    assert (row["date_start"], row["date_prec"], row["gwnoa"]) == ("2017-05-09 00:00:00.000", 1, "678")
    assert (row["country"], row["region"], row["adm_1"]) == ("Yemen (North Yemen)", "Middle East", "Ta'izz")
    assert row["source_article"] == '"Wire,2017-05-10,Title of r1"'
    assert row["source_original"] == "The governor"
    assert len(format_named("ucdp-ged").columns) == 49


def test_ged_of_violence_against_civilians() -> None:
    """One-sided: side B is Civilians and all the dead are theirs; the chain of speakers is kept."""
    (row,) = rows("ucdp-ged", execution())
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == (3, "Northern Rebels", "Civilians")
    assert (row["deaths_civilians"], row["deaths_b"], row["best"]) == (17, 0, 17)
    assert row["source_original"] == "witnesses (via Said Mansur)"


def test_ged_splits_the_dead_by_side() -> None:
    """Four soldiers, three rebels and two villagers in one clash."""
    made = Made(
        "r1", "Soldiers and Rebel Front fighters clashed in Taiz on 9 May: four soldiers, three fighters and two villagers died."
    )
    army, front = made.actor("Soldiers", "state_force", "YE"), made.actor("Rebel Front")
    time, place = made.time("9 May", "2017-05-09"), made.place("Taiz", 13.5795, 44.0209)
    event = made.event("armed_clash", "clashed", by=(army,), to=(front,), time=time, place=place)
    made.figure("four", 4, 4, counted="soldiers", whom=army, status="combatant", event=event)
    made.figure("three", 3, 3, counted="fighters", whom=front, status="combatant", event=event)
    made.figure("two", 2, 2, counted="villagers", status="civilian", event=event)
    (row,) = rows("ucdp-ged", made.coding())
    assert [row[c] for c in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best")] == [4, 3, 2, 0, 9]


def test_fighters_hit_are_of_the_side_that_did_not_do_it() -> None:
    """Seven guards killed when a brigade attacked a front's prison are the front's dead, though nobody says whose guards they were."""
    made = Made("r4", "Highland Brigade attacked a prison of Northern Front in Aden on 7 May and killed seven guards.")
    brigade, front = made.actor("Highland Brigade"), made.actor("Northern Front")
    where, when = made.place("Aden", 12.7794, 45.0367), made.time("7 May", "2017-05-07")
    event = made.event("attack", "attacked", by=(brigade,), to=(front,), time=when, place=where)
    made.figure("seven", 7, 7, counted="guards", status="combatant", event=event)
    (row,) = rows("ucdp-ged", made.coding())
    assert [row[c] for c in ("deaths_a", "deaths_b", "deaths_unknown", "best")] == [0, 7, 0, 7]


def test_acled_has_no_row_for_a_year() -> None:
    """What is told of longer than a month is no event of a day."""
    assert rows("acled", raid(day="2017")) == []
    assert len(rows("acled", raid(day="2017-05"))) == 1


def test_ged_leaves_out_what_it_cannot_hold() -> None:
    """A toll over a period, a year nobody gives and a raid without dead are counted by the reason, not written."""
    made = Made("r3", "Since 1 May rebels killed 90 people in raids in Taiz.")
    event = made.event("attack", "raids", time=made.time("Since 1 May", "2017-05-01/..", 5), place=made.place("Taiz", 13.6, 44.0))
    made.figure("90", 90, 90, counted="people", event=event, cumulative=True)
    left = Left()
    account = Account([raid(day="XXXX-05-09"), made.coding(), raid("r4", "no", 0, 0)])
    assert list(format_named("ucdp-ged").rows(account, profile("ucdp"), left)) == []
    assert left.reasons == {"no day is known": 1, "a toll over a period, never summed with incidents": 1}


def test_our_ged_rows_keep_geds_rules() -> None:
    """The validators find nothing in our own export, headlines with quotes and semicolons included."""
    fmt = format_named("ucdp-ged")
    codings = [raid(), execution(), raid("r5", outlet='The "Post"; late'), raid("r6", "between six and nine", 6, 9, "between")]
    refs = tuple(Ref(c.report.id, c.events[0].id) for c in (codings[0], codings[2], codings[3]))
    one = Incident("i-1", "attack", refs, "2017-05-08/2017-05-09", 2, "Taiz", -13.5795, -44.0209, 1, "YE", 3, "made")
    content = fmt.encoded(fmt.rows(Account(codings, (one,)), profile("ucdp"), Left()))
    found = fmt.encoding.decode(content)
    assert len(found) == 2
    assert list(violations([{k: str(v) for k, v in row.items()} for row in found])) == []


BROKEN = [
    ({"best": "7"}, "ged.best.sum"),
    ({"low": "9"}, "ged.low.best.high"),
    ({"date_prec": "2"}, "ged.date_prec.day"),
    ({"year": "2016"}, "ged.year"),
    ({"side_b": "Farmers"}, "ged.one_sided.side_b"),
    ({"deaths_b": "1", "deaths_civilians": "5"}, "ged.one_sided.deaths_b"),
    ({"number_of_sources": "2"}, "ged.sources"),
    ({"priogrid_gid": "1"}, "ged.priogrid"),
    ({"where_prec": "6", "adm_1": "Taiz"}, "ged.where_prec.adm_1"),
    ({"best": "six"}, "ged.best.sum"),
]


@pytest.mark.parametrize(("cells", "rule"), BROKEN)
def test_each_rule_finds_its_row(cells: dict[str, str], rule: str) -> None:
    """A row that keeps every rule, with one cell made wrong."""
    row = {
        "id": "1",
        "year": "2017",
        "type_of_violence": "3",
        "side_b": "Civilians",
        "number_of_sources": "1",
        "source_article": '"Wire,2017-05-10,Raid; six dead"',
        "where_prec": "1",
        "adm_1": "",
        "latitude": "13.58",
        "longitude": "44.02",
        "priogrid_gid": str(priogrid(13.58, 44.02)),
        "date_prec": "1",
        "date_start": "2017-05-09",
        "date_end": "2017-05-09",
        **dict.fromkeys(("deaths_a", "deaths_b", "deaths_unknown"), "0"),
        **dict.fromkeys(("deaths_civilians", "low", "best", "high"), "6"),
    }
    assert list(violations([row])) == []
    assert rule in [v.rule for v in violations([row | cells])]


def test_acled_like_rows() -> None:
    """31 columns; a raid on soldiers is a clash, an execution violence against civilians; only the best number is written."""
    raided, executed = rows("acled", raid(), execution(), by="acled")
    assert (raided["event_type"], raided["sub_event_type"], raided["fatalities"]) == ("Battles", "Armed clash", 6)
    assert (raided["actor1"], raided["inter1"], raided["interaction"]) == (
        "Northern Rebels",
        "Rebel group",
        "Rebel group-State forces",
    )
    assert executed["event_type"] == "Violence against civilians"
    assert executed["civilian_targeting"] == "Civilian targeting"
    assert (executed["iso"], executed["region"], executed["country"]) == ("887", "Middle East", "Yemen")
    assert len(format_named("acled").columns) == 31


def told(text: str, id: str = "r1") -> Made:
    """A report of Aden on 7 May."""
    return Made(id, f"{text} It was in Aden on 7 May.")


def setting(made: Made) -> dict[str, str]:
    """The day and place of such a report's events."""
    return {"time": made.time("7 May", "2017-05-07"), "place": made.place("Aden", 12.7794, 45.0367)}


def test_acled_names_whoever_is_not_named() -> None:
    """Violence by nobody named is an Unidentified Armed Group's, its victims are Civilians; a crowd is Protesters."""
    bus = told("Six passengers were shot dead on a bus.")
    riders = bus.actor("Six passengers", "civilians")
    shot = bus.event("killing", "shot dead", to=(riders,), **setting(bus))
    bus.figure("Six", 6, 6, counted="passengers", whom=riders, status="civilian", event=shot)
    march = told("Teachers marched for their pay.", "r2")
    march.event("protest", "marched", by=(march.actor("Teachers", "civilians"),), **setting(march))
    killed, marched = rows("acled", bus.coding(), march.coding())
    assert [killed[c] for c in ("actor1", "inter1", "actor2", "inter2", "interaction", "fatalities")] == [
        "Unidentified Armed Group (Yemen)",
        "Political militia",
        "Civilians (Yemen)",
        "Civilians",
        "Political militia-Civilians",
        6,
    ]
    assert [marched[c] for c in ("actor1", "inter1", "actor2", "interaction")] == [
        "Protesters (Yemen)",
        "Protesters",
        "",
        "Protesters only",
    ]


@pytest.mark.parametrize(
    ("name", "inter"),
    [
        ("Suspected herdsmen", "Identity militia"),
        ("A sniper", "Political militia"),
        ("unidentified gunmen", "Political militia"),
        ("Highland Militia", "Political militia"),
        ("Rebels", "Rebel group"),
        ("Northern Front", "Rebel group"),
    ],
)
def test_acled_tells_groups_apart_by_their_last_word(name: str, inter: str) -> None:
    """Herdsmen, snipers and gunmen are no rebel group."""
    made = told(f"{name} shot two traders.")
    made.event("attack", "shot", by=(made.actor(name),), to=(made.actor("two traders", "civilians"),), **setting(made))
    (row,) = rows("acled", made.coding())
    assert (row["actor1"], row["inter1"], row["actor2"]) == (name, inter, "Civilians (Yemen)")


def test_what_is_denied_is_no_row() -> None:
    """A killing that did not happen is no incident's; where others are told of, its figure says that it is denied."""
    made = told("Rebels killed nine pupils. Claims that troops shot five nuns are false.")
    when = setting(made)
    rebels, troops = made.actor("Rebels"), made.actor("troops", "state_force", "YE")
    done = made.event("killing", "killed", by=(rebels,), to=(made.actor("nine pupils", "civilians"),), **when)
    made.figure("nine", 9, 9, counted="pupils", status="civilian", event=done)
    denied = made.event("killing", "shot", by=(troops,), to=(made.actor("five nuns", "civilians"),), realis="denied", **when)
    made.figure("five", 5, 5, counted="nuns", status="civilian", event=denied)
    (alone,) = rows("ucdp-ged", made.coding())
    assert (alone["side_a"], alone["best"]) == ("Rebels", 9)
    both = Incident(
        "i-1", "killing", (Ref("r1", done), Ref("r1", denied)), "2017-05-07", 1, "Aden", 12.8, 45.0, 1, "YE", 1, "made"
    )
    account = Account([made.coding()], [both])
    (ged,) = format_named("ucdp-ged").rows(account, profile("ucdp"), Left())
    (acled,) = format_named("acled").rows(account, profile("ucdp"), Left())
    assert (ged["side_a"], ged["best"]) == ("Rebels", 9)
    assert (acled["actor1"], acled["fatalities"]) == ("Rebels", 9)
    assert "five nuns killed (Wire; denied)" in str(acled["notes"])


def massacre_and_clash(by: str | None = "Rebels") -> tuple[Made, tuple[str, str]]:
    """Fourteen villagers killed, and troops who fought rebels afterwards and lost two, as events of one incident."""
    made = told("Rebels killed fourteen villagers. Troops fought them and lost two soldiers.")
    when = setting(made)
    rebels, troops = made.actor("Rebels"), made.actor("Troops", "state_force", "YE")
    villagers, soldiers = made.actor("fourteen villagers", "civilians"), made.actor("two soldiers", "state_force", "YE")
    killed = made.event("killing", "killed", by=(rebels,) if by else (), to=(villagers,), **when)
    made.figure("fourteen", 14, 14, counted="villagers", whom=villagers, status="civilian", event=killed)
    fought = made.event("armed_clash", "fought", by=(troops, rebels), to=(), **when)
    made.figure("two", 2, 2, counted="soldiers", whom=soldiers, status="combatant", event=fought)
    return made, (killed, fought)


@pytest.mark.parametrize("order", [1, -1])
def test_sides_are_those_of_the_deadliest_event(order: int) -> None:
    """A massacre merged with a clash is one-sided violence by those who did it; the soldiers who fell are not civilians."""
    made, events = massacre_and_clash()
    refs = tuple(Ref("r1", event) for event in events[::order])
    both = Incident("i-1", "killing", refs, "2017-05-07", 1, "Aden", 12.8, 45.0, 1, "YE", 1, "made")
    account = Account([made.coding()], [both])
    (ged,) = format_named("ucdp-ged").rows(account, profile("ucdp"), Left())
    assert (ged["type_of_violence"], ged["side_a"], ged["side_b"]) == (3, "Rebels", "Civilians")
    assert [ged[c] for c in ("best", "deaths_civilians", "deaths_unknown")] == [16, 14, 2]
    (acled,) = format_named("acled").rows(account, profile("ucdp"), Left())
    assert (acled["event_type"], acled["actor1"], acled["actor2"]) == (
        "Violence against civilians",
        "Rebels",
        "Civilians (Yemen)",
    )


def test_villagers_killed_beside_a_clash_are_nobodys_one_sided_victims() -> None:
    """Where nobody is named for their death, the sides are those who fought, the dead civilians."""
    made, events = massacre_and_clash(by=None)
    both = Incident(
        "i-1", "killing", tuple(Ref("r1", e) for e in events), "2017-05-07", 1, "Aden", 12.8, 45.0, 1, "YE", 1, "made"
    )
    (ged,) = format_named("ucdp-ged").rows(Account([made.coding()], [both]), profile("ucdp"), Left())
    assert (ged["type_of_violence"], ged["side_b"]) == (1, "Rebels")
    assert [ged[c] for c in ("deaths_a", "deaths_b", "deaths_civilians")] == [2, 0, 14]


def test_geojson_writes_longitude_first() -> None:
    """RFC 7946: longitude, latitude; the precision is written out; an incident without a point has a null geometry."""
    nowhere = Made("r2", "Rebels attacked a post.")
    nowhere.event("attack", "attacked")
    placed, lost = rows("geojson", raid(), nowhere.coding())
    assert placed["geometry"] == {"type": "Point", "coordinates": [44.0209, 13.5795]}
    assert placed["properties"]["radius_m"] == 5000  # type: ignore[index]
    assert lost["geometry"] is None


def test_jsonld_annotates_the_words() -> None:
    """Each annotation quotes the words it stands on and says where they are."""
    nodes = rows("jsonld", raid())
    figure = next(n for n in nodes if str(n["id"]).endswith(":f0"))
    quoted, position = figure["target"][0]["selector"]  # type: ignore[index]
    assert (quoted["exact"], quoted["suffix"][:9]) == ("six", " soldiers")
    assert raid().report.text[position["start"] : position["end"]] == "six"
    whole = json.loads(format_named("jsonld").encoded(nodes))
    assert whole["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert len(whole["@graph"]) == len(nodes)


def test_followthemoney_refers_to_what_is_there() -> None:
    """Every value is a list of strings; events point at entities and articles of the file."""
    entities = rows("ftm", raid(), execution())
    ids = {e["id"] for e in entities}
    for entity in entities:
        properties = entity["properties"]
        assert all(isinstance(v, str) for values in properties.values() for v in values)  # type: ignore[attr-defined]
        assert set(properties.get("involved", ())) | set(properties.get("proof", ())) <= ids  # type: ignore[attr-defined]
    assert {e["schema"] for e in entities} == {"Article", "Person", "Organization", "Event"}


def test_parquet_keeps_numbers() -> None:
    """The ledger's rows come back with numbers as numbers."""
    pytest.importorskip("pyarrow")
    fmt = format_named("parquet")
    (row,) = fmt.encoding.decode(fmt.encoded(rows("parquet", raid())))
    assert (row["low"], row["cumulative"], row["words"]) == (6.0, False, "six")


@pytest.mark.parametrize("name", BUILT_IN)
def test_keys_name_rows(name: str) -> None:
    """Keys are unique and read back from the file as they were written."""
    fmt = format_named(name)
    made = rows(name, raid(), execution())
    keys = [fmt.key(row) for row in made]
    assert len(set(keys)) == len(keys) > 0
    assert [fmt.key(row) for row in fmt.encoding.decode(fmt.encoded(made))] == keys
