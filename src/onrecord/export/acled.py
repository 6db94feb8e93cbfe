"""ACLED-like: 31 columns, from our own coding only, one row an incident that is dated and placed."""

import re
from collections.abc import Iterator

from onrecord.export.countries import codes_of, country_name
from onrecord.export.encodings import CSV
from onrecord.export.formats import Format, Left, Row
from onrecord.export.ged import number_of
from onrecord.export.setting import Setting, reports, settings, speakers
from onrecord.export.sides import whole
from onrecord.ledger import Account, Happening, Profile, estimate
from onrecord.lexicon.codes import Codes, words_around
from onrecord.lexicon.codes import codes_of as event_codes
from onrecord.records import Actor, Event, Ref

COLUMNS = tuple(
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,"
    "assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,"
    "geo_precision,source,source_scale,notes,fatalities,tags,timestamp".split(",")
)
HXL = {
    "event_date": "#date+occurred",
    "event_type": "#event+type",
    "actor1": "#group+name+first",
    "actor2": "#group+name+second",
    "region": "#region+name",
    "country": "#country+name",
    "admin1": "#adm1+name",
    "location": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "source": "#meta+source",
    "notes": "#description",
    "fatalities": "#affected+killed",
}
GAPS = (
    "ACLED-like columns from our own coding; no row comes from ACLED",
    "admin2, admin3, source_scale, assoc_actor_1, assoc_actor_2 and timestamp are left empty: nothing in a report tells them",
    "inter1 and inter2 come from our kinds of actors: a nameless armed group is a militia by its noun, every other a Rebel group",
)
MONTH = 4  # date_prec: ACLED's widest time is a month
INTER = {
    "state_force": "State forces",
    "government": "State forces",
    "armed_group": "Rebel group",
    "party": "Political militia",
    "coalition": "External/Other forces",
    "international_org": "External/Other forces",
    "civilians": "Civilians",
    "person": "Civilians",
    "ngo": "Civilians",
    "media": "Civilians",
}
MILITIAS = {
    **dict.fromkeys(
        "herdsman herdsmen herder herders pastoralist pastoralists farmer farmers villager villagers".split(), "Identity militia"
    ),
    **dict.fromkeys("tribesman tribesmen clansman clansmen vigilante vigilantes".split(), "Identity militia"),
    **dict.fromkeys(
        "gunman gunmen bandit bandits gang gangs gangster gangsters assailant assailants".split(), "Political militia"
    ),
    **dict.fromkeys("attacker attackers kidnapper kidnappers mercenary mercenaries".split(), "Political militia"),
}  # what a phrase for armed people who name no group ends in
ATTACKING = ("Battles", "Violence against civilians", "Explosions/Remote violence")
DISORDER = {"Protests": "Demonstrations", "Riots": "Demonstrations", "Strategic developments": "Strategic developments"}
TIME_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3}
GEO_PRECISION = {1: 1, 2: 1, 3: 2, 4: 3, 5: 2, 6: 3, 7: 3}
WEIGHT = ("Battles", "Explosions/Remote violence", "Violence against civilians", "Riots", "Protests", "Strategic developments")


def rows(account: Account, by: Profile, left: Left) -> Iterator[Row]:
    """The incidents that are dated and placed; the others are counted by the reason they are left out for."""
    for happening, setting in settings(account, account.happenings()):
        actual = [(ref, event) for ref, event in happening.events if event.realis == "actual"]
        if not actual:
            left.out("not said to have happened")
        elif setting.first is None or setting.last is None:
            left.out("no day is known")
        elif (setting.date_prec or 0) > MONTH:
            left.out("told of longer than a month")
        elif setting.point is None:
            left.out("no point is known")
        else:
            yield _row(account, happening, setting, *_coded(account, actual), by)


def _coded(account: Account, actual: list[tuple[Ref, Event]]) -> tuple[Event, Ref, Codes]:
    """The event that says most of the incident, and its codes: violence before the rest, a named doer before none."""
    coded = []
    for ref, event in actual:
        reading = account.readings[ref.report]
        hurt = any(f.event == event.id and f.measure in ("killed", "wounded", "casualties") for f in reading.coding.figures)
        coded.append((event, ref, event_codes(event, reading.actors, words_around(reading.report.text, event), hurt)))
    return min(coded, key=lambda c: (WEIGHT.index(c[2].acled_event), not c[0].by, not c[0].to))


def _row(
    account: Account, happening: Happening, setting: Setting, event: Event, ref: Ref, codes: Codes, by: Profile
) -> dict[str, object]:
    actors, country = account.readings[ref.report].actors, codes_of(setting.country)
    told = reports(account, happening)
    middle = setting.first + (setting.last - setting.first) / 2 if setting.first and setting.last else None
    return {
        "event_id_cnty": f"{country['alpha3'] or 'XXX'}{number_of(happening.incident.id)}",
        "event_date": str(middle),
        "year": middle.year if middle else "",
        "time_precision": TIME_PRECISION[setting.date_prec or MONTH],
        "disorder_type": DISORDER.get(codes.acled_event, "Political violence"),
        "event_type": codes.acled_event,
        "sub_event_type": codes.acled_sub_event,
        **_actors(event, actors, codes),
        "civilian_targeting": "Civilian targeting" if _targets_civilians(event, actors, codes) else "",
        "iso": country["numeric"],
        "region": country["acled_region"],
        "country": country_name(setting.country),
        "admin1": setting.division,
        "location": setting.place or country_name(setting.country),
        "latitude": setting.lat,
        "longitude": setting.lon,
        "geo_precision": GEO_PRECISION[setting.where_prec or 6],
        "source": "; ".join(dict.fromkeys(r.outlet or "unknown" for r in told)),
        "notes": _notes(account, happening, setting, ref),
        "fatalities": whole(estimate(happening, by)),
    }


def _actors(event: Event, actors: dict[str, Actor], codes: Codes) -> dict[str, object]:
    one = [actors[a] for a in event.by if a in actors] or [actors[a] for a in event.to if a in actors]
    two = [actors[a] for a in event.to if a in actors and actors[a] not in one] or one[1:]
    doing = [bool(event.by) and some is one and codes.acled_event in ATTACKING for some in (one, two)]
    inter = [_inter(some[0], codes, does) if some else "" for some, does in zip((one, two), doing, strict=True)]
    return {
        "actor1": one[0].name if one else "",
        "inter1": inter[0],
        "actor2": two[0].name if two else "",
        "inter2": inter[1],
        "interaction": "-".join(filter(None, inter)) + ("" if inter[1] or not inter[0] else " only"),
    }


def _inter(who: Actor, codes: Codes, attacks: bool) -> str:
    """ACLED's kind of an actor; people who attack are no civilians: "Suspected herdsmen" are an identity militia."""
    militia = MILITIAS.get(re.split(r"\b(?:in|at|from|on|of|who)\b", who.name)[0].strip().rpartition(" ")[2].casefold(), "")
    if militia and (who.kind == "armed_group" or (attacks and who.kind == "civilians")):
        return militia
    if INTER.get(who.kind) == "Civilians" and codes.acled_event in ("Protests", "Riots"):
        return "Protesters" if codes.acled_event == "Protests" else "Rioters"
    return INTER.get(who.kind, "")


def _targets_civilians(event: Event, actors: dict[str, Actor], codes: Codes) -> bool:
    hit = [INTER.get(actors[a].kind) for a in event.to if a in actors]
    return codes.acled_event == "Violence against civilians" or (
        bool(hit) and set(hit) == {"Civilians"} and codes.acled_event == "Explosions/Remote violence"
    )


def _notes(account: Account, happening: Happening, setting: Setting, ref: Ref) -> str:
    """The day and place, the sentence, the figures of all speakers."""
    when = str(setting.first) if setting.first == setting.last else f"{setting.first} to {setting.last}"
    where = setting.place + (f" ({setting.division})" if setting.division and setting.division != setting.place else "")
    figures = "; ".join(f"{e.phrase} {e.figure.measure} ({', '.join(e.chain) or 'the report'})" for e in happening.entries)
    said = "; ".join(speakers(happening))
    parts = (f"{when}, {where}:" if where else f"{when}:", account.sentence(ref), figures and f"Figures: {figures}.")
    return " ".join(filter(None, (*parts, said and f"Speakers: {said}.")))


def key(found: Row) -> str:
    """A row is called by its event id."""
    return str(found["event_id_cnty"])


FORMAT = Format(
    "acled", ".csv", "ACLED-like: 31 columns, a row an incident, from our own coding.", COLUMNS, rows, key, CSV, HXL, GAPS
)
