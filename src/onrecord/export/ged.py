"""UCDP GED: 49 columns, one row an incident with at least one death and an armed side."""

from collections.abc import Iterator
from hashlib import sha256
from math import floor

from onrecord.export.countries import codes_of
from onrecord.export.encodings import CSV
from onrecord.export.formats import Format, Left, Row
from onrecord.export.setting import Setting, event_speakers, reports, settings
from onrecord.export.sides import Sides, deaths, sides, whole
from onrecord.ledger import Account, Estimate, Happening, Profile, estimate
from onrecord.records import Report

COLUMNS = tuple(
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,"
    "dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,"
    "source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,"
    "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,"
    "date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob".split(",")
)
HXL = {
    "year": "#date+year",
    "side_a": "#group+name+first",
    "side_b": "#group+name+second",
    "source_article": "#meta+source",
    "source_headline": "#description",
    "where_coordinates": "#loc+name",
    "adm_1": "#adm1+name",
    "adm_2": "#adm2+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "country": "#country+name",
    "region": "#region+name",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "best": "#affected+killed",
}
GAPS = (
    "conflict, dyad and side numbers of UCDP, active_year and adm_2 are left empty: nothing in a report tells them",
    "a date_prec of 5 may span more than a calendar year, which GED does not allow; such rows are left out",
    "where a report names one armed side only, the other is Unknown and code_status says which to check",
)


def rows(account: Account, by: Profile, left: Left) -> Iterator[Row]:
    """The incidents GED would hold; the others are counted by the reason they are left out for."""
    for happening, setting in settings(account, account.happenings()):
        total = estimate(happening, by)
        if reason := _unfit(happening, setting, total):
            if reason != "nobody was killed":
                left.out(reason)
            continue
        found = sides(account, happening)
        if found is None:
            left.out("no armed side is named")
            continue
        yield _row(account, happening, setting, found, total, by)


def _unfit(happening: Happening, setting: Setting, total: Estimate) -> str:
    if not any(event.realis == "actual" for _, event in happening.events):
        return "not said to have happened"
    if whole(total) < 1 and not (total.high or 0) >= 1:
        running = any(e.figure.cumulative and e.figure.measure == "killed" for e in happening.entries)
        return "a toll over a period, never summed with incidents" if running else "nobody was killed"
    if setting.first is None or setting.last is None:
        return "no day is known"
    if (setting.last - setting.first).days > 365:
        return "spread over more than a year"
    return "no point is known" if setting.point is None else ""


def _row(
    account: Account, happening: Happening, setting: Setting, found: Sides, total: Estimate, by: Profile
) -> dict[str, object]:
    number = number_of(happening.incident.id)
    country = codes_of(setting.country)
    year = setting.first.year if setting.first else ""
    return {
        "id": number,
        "relid": f"{country['alpha3'] or 'XXX'}-{year}-{found.type}-{number}",
        "year": year,
        "code_status": found.check or "Clear",
        "type_of_violence": found.type,
        "dyad_name": f"{found.a} - {found.b}",
        "side_a": found.a,
        "side_b": found.b,
        "country": country["ucdp_name"],
        "country_id": country["gw"],
        "region": country["ucdp_region"],
        "event_clarity": 1,
        "gwnoa": found.gw_a,
        "gwnob": found.gw_b,
        **_sources(reports(account, happening)),
        "source_original": "; ".join(event_speakers(account, happening)),
        **_where(setting),
        "date_prec": setting.date_prec,
        "date_start": f"{setting.first} 00:00:00.000",
        "date_end": f"{setting.last} 00:00:00.000",
        **_numbers(happening, found, total, by),
    }


def number_of(incident: str) -> int:
    """A whole number for an incident's id, the same every time."""
    return int(sha256(incident.encode()).hexdigest()[:13], 16)


def _numbers(happening: Happening, found: Sides, total: Estimate, by: Profile) -> dict[str, object]:
    best = whole(total)
    split = deaths(happening.entries, found, total, by)
    return {
        "deaths_a": split.a,
        "deaths_b": split.b,
        "deaths_civilians": split.civilians,
        "deaths_unknown": split.unknown,
        "best": best,
        "high": max(best, int(total.high or 0)),
        "low": min(best, int(total.low or 0)),
    }


def _sources(told: list[Report]) -> dict[str, object]:
    """Each report as "outlet,day,headline" in double quotes; a double quote inside becomes a single one."""
    cells = [(_unquoted(r.outlet or "unknown"), r.published or "", _unquoted(r.title or r.name or r.id)) for r in told]
    return {
        "number_of_sources": len(told),
        "source_article": ";".join(f'"{",".join(some)}"' for some in cells),
        "source_office": ";".join(some[0] for some in cells),
        "source_date": ";".join(some[1] for some in cells),
        "source_headline": ";".join(some[2] for some in cells),
    }


def _unquoted(words: str) -> str:
    return " ".join(words.replace('"', "'").split())


def _where(setting: Setting) -> dict[str, object]:
    lat, lon = setting.point or (0.0, 0.0)
    return {
        "where_prec": setting.where_prec,
        "where_coordinates": setting.place or codes_of(setting.country)["ucdp_name"],
        "where_description": setting.place,
        "adm_1": setting.division if setting.where_prec != 6 else "",
        "latitude": lat,
        "longitude": lon,
        "geom_wkt": f"POINT ({lon} {lat})",
        "priogrid_gid": priogrid(lat, lon),
    }


def priogrid(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID (half a degree, numbered from the south-west) that a point lies in."""
    return floor((lat + 90) / 0.5) * 720 + floor((lon + 180) / 0.5) + 1


def key(found: Row) -> str:
    """A row is called by its id."""
    return str(found["id"])


FORMAT = Format("ucdp-ged", ".csv", "UCDP GED's 49 columns, a row an incident with deaths.", COLUMNS, rows, key, CSV, HXL, GAPS)
