"""GeoJSON (RFC 7946): a feature an incident, its precision written out so that digits are not read as it."""

from collections.abc import Iterator

from onrecord.export.encodings import document
from onrecord.export.formats import Format, Left, Row
from onrecord.export.setting import Setting, reports, settings
from onrecord.ledger import Account, Entry, Happening, Profile, estimate

RADIUS = {1: 5_000, 2: 25_000, 3: 50_000, 4: 150_000, 5: 150_000, 6: 500_000, 7: 1_000_000}  # metres, by where_prec


def rows(account: Account, by: Profile, left: Left) -> Iterator[Row]:
    """Every incident; one without a point has a null geometry, as the standard allows."""
    for happening, setting in settings(account, account.happenings()):
        if setting.point is None:
            left.out("no point is known (kept with a null geometry)")
        yield {
            "type": "Feature",
            "id": happening.incident.id,
            "geometry": {"type": "Point", "coordinates": [setting.lon, setting.lat]} if setting.point else None,
            "properties": _properties(account, happening, setting, by),
        }


def _properties(account: Account, happening: Happening, setting: Setting, by: Profile) -> dict[str, object]:
    total = estimate(happening, by)
    incident = happening.incident
    return {
        "event_id": incident.id,
        "event_type": incident.type,
        "edtf": incident.edtf,
        "date_start": str(setting.first) if setting.first else None,
        "date_end": str(setting.last) if setting.last else None,
        "date_prec": setting.date_prec,
        "geo_prec": setting.where_prec,
        "radius_m": RADIUS.get(setting.where_prec or 0),
        "place_as_said": setting.place or None,
        "adm1": setting.division or None,
        "country": setting.country,
        "killed_low": total.low,
        "killed_best": total.best,
        "killed_high": total.high,
        "figures": [_figure(account, e) for e in happening.entries],
        "sources": [
            {"outlet": r.outlet, "published": r.published, "title": r.title, "url": r.url} for r in reports(account, happening)
        ],
    }


def _figure(account: Account, entry: Entry) -> dict[str, object]:
    fig = entry.figure
    return {
        "figure": f"{entry.ref.report}#{fig.id}",
        "measure": fig.measure,
        "words": entry.words,
        "bound": fig.bound,
        "low": fig.low,
        "high": fig.high,
        "whom": entry.counted or entry.whom,
        "chain": list(entry.chain),
        "superseded": entry.superseded_by is not None,
        "holds": entry.holds,
        "sentence": account.sentence(entry.ref),
    }


def key(found: Row) -> str:
    """A feature is called by its incident."""
    return str(found["id"])


FORMAT = Format(
    "geojson",
    ".geojson",
    "GeoJSON, a feature an incident.",
    (),
    rows,
    key,
    document({"type": "FeatureCollection"}, "features"),
    gaps=("radius_m is a nominal radius for the precision, not a measured one",),
)
