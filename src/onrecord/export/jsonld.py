"""JSON-LD: every record a W3C Web Annotation on the words it stands in, with PROV for what made it."""

from collections.abc import Iterator
from urllib.parse import quote as escaped

from onrecord.export.encodings import document
from onrecord.export.formats import Format, Left, Row
from onrecord.ledger import Account, Profile
from onrecord.ledger.reading import Reading
from onrecord.records import Event, Figure, Span, Statement

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"prov": "http://www.w3.org/ns/prov#", "onrecord": "urn:onrecord:", "schema": "http://schema.org/"},
]
AROUND = 32  # characters quoted before and after, by which a reader finds the words in another copy


def rows(account: Account, by: Profile, left: Left) -> Iterator[Row]:
    """Each report as an entity, the coding as an activity, and its statements, figures and events as annotations."""
    for reading in account.readings.values():
        coding = reading.coding
        yield _report(reading)
        yield _activity(reading)
        for said in coding.statements:
            yield _annotation(reading, said.id, (*said.content, said.cue), _statement(reading, said), said.rule)
        for fig in coding.figures:
            yield _annotation(reading, fig.id, (fig.span,), _figure(reading, fig), fig.rule)
        for event in coding.events:
            yield _annotation(reading, event.id, (event.trigger,), _event(reading, event), event.rule)


def _uri(*parts: str) -> str:
    return "urn:onrecord:" + ":".join(escaped(part, safe="") for part in parts)


def _report(reading: Reading) -> dict[str, object]:
    report = reading.report
    return {
        "id": _uri("report", report.id),
        "type": ["prov:Entity", "schema:NewsArticle"],
        "schema:headline": report.title,
        "schema:publisher": report.outlet,
        "schema:datePublished": report.published,
        "schema:url": report.url,
        "onrecord:sha256": report.sha256,
    }


def _activity(reading: Reading) -> dict[str, object]:
    return {
        "id": _uri("coding", reading.report.id),
        "type": "prov:Activity",
        "prov:used": {"id": _uri("report", reading.report.id)},
        "prov:wasAssociatedWith": {
            "id": _uri("program", reading.coding.version),
            "type": "prov:SoftwareAgent",
            "schema:name": f"onrecord {reading.coding.version}",
        },
    }


def _annotation(reading: Reading, record: str, spans: tuple[Span, ...], body: Row, rule: str) -> dict[str, object]:
    targets = [{"source": _uri("report", reading.report.id), "selector": _selectors(reading.report.text, span)} for span in spans]
    return {
        "id": _uri("record", reading.report.id, record),
        "type": ["Annotation", "prov:Entity"],
        "motivation": "classifying",
        "target": targets,
        "body": body,
        "prov:wasGeneratedBy": {"id": _uri("coding", reading.report.id)},
        "prov:wasDerivedFrom": {"id": _uri("report", reading.report.id)},
        "onrecord:rule": rule,
    }


def _selectors(text: str, span: Span) -> list[dict[str, object]]:
    start, end = span
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _statement(reading: Reading, said: Statement) -> dict[str, object]:
    return {
        "type": "onrecord:Statement",
        "prov:wasAttributedTo": reading.name(said.source) or None,
        "onrecord:attitude": said.attitude,
        "onrecord:mode": said.mode,
        "onrecord:via": [{"id": _uri("record", reading.report.id, inner)} for inner in said.via],
    }


def _figure(reading: Reading, fig: Figure) -> dict[str, object]:
    return {
        "type": "onrecord:Figure",
        "onrecord:measure": fig.measure,
        "onrecord:bound": fig.bound,
        "onrecord:low": fig.low,
        "onrecord:high": fig.high,
        "onrecord:whom": reading.name(fig.whom) or reading.words(fig.whom_span) or None,
        "onrecord:status": fig.status,
        "onrecord:chain": list(reading.chain(fig.statement)),
        **_link(reading, "onrecord:partOf", fig.part_of),
        **_link(reading, "onrecord:event", fig.event),
        **_link(reading, "prov:wasQuotedFrom", fig.statement),
    }


def _event(reading: Reading, event: Event) -> dict[str, object]:
    time, place = reading.times.get(event.time or ""), reading.places.get(event.place or "")
    return {
        "type": "onrecord:Event",
        "onrecord:eventType": event.type,
        "onrecord:realis": event.realis,
        "onrecord:by": [reading.name(a) for a in event.by],
        "onrecord:to": [reading.name(a) for a in event.to],
        "onrecord:time": time.edtf if time else None,
        "onrecord:place": place.name if place else None,
        **_link(reading, "prov:wasQuotedFrom", event.statement),
    }


def _link(reading: Reading, name: str, record: str | None) -> dict[str, object]:
    return {name: {"id": _uri("record", reading.report.id, record)}} if record else {}


def key(found: Row) -> str:
    """A node is called by its URI."""
    return str(found["id"])


FORMAT = Format(
    "jsonld",
    ".jsonld",
    "W3C Web Annotations with PROV (JSON-LD).",
    (),
    rows,
    key,
    document({"@context": CONTEXT}, "@graph"),
)
