"""ACLED-like: 31 columns, from our own coding only, one row an incident that is dated and placed."""

from collections.abc import Iterator

from onrecord import lexicon
from onrecord.export.countries import codes_of, country_name
from onrecord.export.deadliest import actual, deadliest
from onrecord.export.encodings import CSV
from onrecord.export.formats import Format, Left, Row
from onrecord.export.ged import number_of
from onrecord.export.setting import Setting, reports, settings, speakers, told_figure
from onrecord.export.sides import whole
from onrecord.ledger import Account, Happening, Profile, estimate
from onrecord.ledger.estimates import standing
from onrecord.lexicon.codes import HARM, Codes, words_around
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
    "civilians are called Civilians (COUNTRY), whoever is not named Unidentified Armed Group (COUNTRY); their words are in notes",
    "inter1 and inter2 come from our kinds of actors: a named armed group is a Rebel group unless its last word says militia or gang",
)
AGAINST_CIVILIANS = "Violence against civilians"
VIOLENT = ("Battles", "Explosions/Remote violence", AGAINST_CIVILIANS)
CROWDS = ("Protesters", "Rioters")
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
DISORDER = {"Protests": "Demonstrations", "Riots": "Demonstrations", "Strategic developments": "Strategic developments"}
TIME_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3}
GEO_PRECISION = {1: 1, 2: 1, 3: 2, 4: 3, 5: 2, 6: 3, 7: 3}
WEIGHT = (*VIOLENT, "Riots", "Protests", "Strategic developments")


def rows(account: Account, by: Profile, left: Left) -> Iterator[Row]:
    """The incidents that are dated and placed; the others are counted by the reason they are left out for."""
    for happening, setting in settings(account, account.happenings()):
        happened = actual(happening)
        if not happened:
            left.out("not said to have happened")
        elif setting.first is None or setting.last is None:
            left.out("no day is known")
        elif (setting.date_prec or 0) > MONTH:
            left.out("told of longer than a month")
        elif setting.point is None:
            left.out("no point is known")
        else:
            yield _row(account, happening, setting, *_coded(account, happening, happened), by)


def _coded(account: Account, happening: Happening, happened: list[tuple[Ref, Event]]) -> tuple[Event, Ref, Codes]:
    """The event that says most of the incident, and its codes: violence before the rest, a named doer before none.

    A battle gives way to other violence that cost more lives.
    """
    coded = []
    for ref, event in happened:
        reading = account.readings[ref.report]
        hurt = any(f.event == event.id and f.measure in ("killed", "wounded", "casualties") for f in reading.coding.figures)
        coded.append((event, ref, event_codes(event, reading.actors, words_around(reading.report.text, event), hurt)))
    main = deadliest(happening)
    if any(main and ref == main[0] and codes.acled_event in VIOLENT[1:] for _, ref, codes in coded):
        coded = [one for one in coded if one[2].acled_event != "Battles"]
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
        **_actors(event, actors, codes, _hurts_civilians(happening), country_name(setting.country)),
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


def _actors(event: Event, actors: dict[str, Actor], codes: Codes, hurt: bool, where: str) -> dict[str, object]:
    """The two actors as ACLED names and types them; violence by nobody named is an Unidentified Armed Group's."""
    one, two = ([actors[a] for a in some if a in actors] for some in (event.by, event.to))
    if not one and codes.acled_event in VIOLENT:
        first = _of("Unidentified Armed Group", where), "Political militia"
    else:
        one = one or two
        first = _doer(one[0], codes, where) if one else ("", "")
    two = [who for who in two if who not in one] or one[1:]
    second = _target(two[0], codes, where) if two else (_of("Civilians", where), "Civilians") if hurt else ("", "")
    return {
        "actor1": first[0],
        "inter1": first[1],
        "actor2": second[0],
        "inter2": second[1],
        "interaction": "-".join(filter(None, (first[1], second[1]))) + ("" if second[1] or not first[1] else " only"),
    }


def _of(name: str, where: str) -> str:
    return f"{name} ({where})" if where else name


def _doer(who: Actor, codes: Codes, where: str) -> tuple[str, str]:
    """The name and type of who did it: a body or person by the own name, a crowd by what it did."""
    attacks = who.kind == "civilians" and codes.acled_event in VIOLENT
    inter = (_of_group(who.name, "") if attacks else "") or _inter(who, codes)  # "Suspected herdsmen" who attack are a militia
    return (_of(inter, where) if inter in CROWDS else who.name), inter


def _target(who: Actor, codes: Codes, where: str) -> tuple[str, str]:
    """The name and type of whom it was done to: a body by its own name, people by what they are."""
    inter = _inter(who, codes)
    return (_of(inter, where) if inter in (*CROWDS, "Civilians") else who.name), inter


def _inter(who: Actor, codes: Codes) -> str:
    if INTER.get(who.kind) == "Civilians" and codes.acled_event in ("Protests", "Riots"):
        return "Protesters" if codes.acled_event == "Protests" else "Rioters"
    return _of_group(who.name) if who.kind == "armed_group" else INTER.get(who.kind, "")


def _of_group(name: str, otherwise: str = INTER["armed_group"]) -> str:
    """The type of an armed group: "snipers" and "herdsmen" are militias, a rebel front is none."""
    last, words = name.casefold().split()[-1:], lexicon.index("acled_groups")
    row = next((words[each] for word in last for each in (word, word.removesuffix("s")) if each in words), None)
    return row["inter"] if row else otherwise


def _targets_civilians(event: Event, actors: dict[str, Actor], codes: Codes) -> bool:
    hit = [INTER.get(actors[a].kind) for a in event.to if a in actors]
    return codes.acled_event == AGAINST_CIVILIANS or (
        bool(hit) and set(hit) == {"Civilians"} and codes.acled_event == "Explosions/Remote violence"
    )


def _hurts_civilians(happening: Happening) -> bool:
    """Whether the dead or wounded that are counted are civilians."""
    hurt = [e for measure in HARM for e in standing(happening.entries, measure)]
    return any(e.figure.status == "civilian" for e in hurt)


def _notes(account: Account, happening: Happening, setting: Setting, ref: Ref) -> str:
    """The day and place, the sentence, the figures of all speakers; what became of one that does not stand ("denies") is said."""
    when = str(setting.first) if setting.first == setting.last else f"{setting.first} to {setting.last}"
    where = setting.place + (f" ({setting.division})" if setting.division and setting.division != setting.place else "")
    figures = "; ".join(map(told_figure, happening.entries))
    said = "; ".join(speakers(happening))
    parts = (f"{when}, {where}:" if where else f"{when}:", account.sentence(ref), figures and f"Figures: {figures}.")
    return " ".join(filter(None, (*parts, said and f"Speakers: {said}.")))


def key(found: Row) -> str:
    """A row is called by its event id."""
    return str(found["event_id_cnty"])


FORMAT = Format(
    "acled", ".csv", "ACLED-like: 31 columns, a row an incident, from our own coding.", COLUMNS, rows, key, CSV, HXL, GAPS
)
