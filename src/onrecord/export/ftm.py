"""FollowTheMoney: articles, actors and events as entities, one JSON object a line; every value a list of strings."""

from collections.abc import Iterator
from hashlib import sha256

from onrecord.export.deadliest import actual
from onrecord.export.encodings import LINES
from onrecord.export.formats import Format, Left, Row
from onrecord.export.setting import Setting, reports, settings, told_figure
from onrecord.ledger import Account, Happening, Profile, estimate
from onrecord.ledger.reading import Reading
from onrecord.records import Actor

SCHEMA = {"person": "Person", "civilians": "", "unnamed": ""}
GAPS = (
    "FollowTheMoney has no fields for figures, speakers or offsets: they stand in words in the description",
    "groups of civilians and unnamed sources are no entities there and are left out",
)


def rows(account: Account, by: Profile, left: Left) -> Iterator[Row]:
    """The articles, the named actors (one a name), and the incidents that involve them."""
    seen: set[str] = set()
    for reading in account.readings.values():
        yield _article(reading)
        for actor in reading.coding.actors:
            if (schema := SCHEMA.get(actor.kind, "Organization")) and (name := _id("actor", actor.name.casefold())) not in seen:
                seen.add(name)
                yield _entity(name, schema, name=[actor.name], country=_country(actor.country))
    for happening, setting in settings(account, account.happenings()):
        yield _event(account, happening, setting, by)


def _id(*parts: str) -> str:
    return "onrecord-" + sha256("|".join(parts).encode()).hexdigest()[:24]


def _entity(id: str, schema: str, **properties: list[str]) -> dict[str, object]:
    return {"id": id, "schema": schema, "properties": {name: values for name, values in properties.items() if values}}


def _some(*values: str | None) -> list[str]:
    return [value for value in values if value]


def _country(alpha2: str | None) -> list[str]:
    return [alpha2.lower()] if alpha2 else []


def _article(reading: Reading) -> dict[str, object]:
    report = reading.report
    return _entity(
        _id("report", report.id),
        "Article",
        fileName=[report.name or report.id],
        title=_some(report.title),
        name=_some(report.title or report.name or report.id),
        author=_some(report.byline),
        publisher=_some(report.outlet),
        publishedAt=_some(report.published),
        sourceUrl=_some(report.url),
        language=["eng"] if report.language == "en" else [],
        bodyText=[report.text],
    )


def _event(account: Account, happening: Happening, setting: Setting, by: Profile) -> dict[str, object]:
    incident, total = happening.incident, estimate(happening, by)
    kind = incident.type.replace("_", " ")
    told = reports(account, happening)
    figures = [told_figure(e) for e in happening.entries]
    number = (
        f"killed: low {total.low}, best {total.best}, high {total.high} (profile {by.name})" if total.used or total.named else ""
    )
    return _entity(
        _id("incident", incident.id),
        "Event",
        name=[" ".join(filter(None, (kind, f"in {incident.place}" if incident.place else "", str(setting.first or ""))))],
        date=_some(str(setting.first) if setting.first and setting.first == setting.last else None),
        startDate=_some(str(setting.first) if setting.first else None),
        endDate=_some(str(setting.last) if setting.last else None),
        location=_some(incident.place),
        country=_country(incident.country),
        involved=sorted({_id("actor", a.name.casefold()) for a in _involved(account, happening)}),
        proof=[_id("report", r.id) for r in told],
        recordId=[incident.id],
        summary=_some(number),
        description=_some("; ".join(figures)),
    )


def _involved(account: Account, happening: Happening) -> Iterator[Actor]:
    for ref, event in actual(happening):
        actors = account.readings[ref.report].actors
        yield from (actors[a] for a in (*event.by, *event.to) if a in actors and SCHEMA.get(actors[a].kind, "Organization"))


def key(found: Row) -> str:
    """An entity is called by its id."""
    return str(found["id"])


FORMAT = Format("ftm", ".ftm.json", "FollowTheMoney entities, one a line (JSON).", (), rows, key, LINES, gaps=GAPS)
