"""Our own table: a row a figure, with its bound, who gave it through whom, and the sentence it stands in."""

from collections.abc import Iterator

from onrecord.export.encodings import CSV
from onrecord.export.formats import Format, Left, Row
from onrecord.ledger import Account, Entry, Profile
from onrecord.ledger.profiles import numbers

COLUMNS = tuple(
    "figure incident measure words bound low high profile_low profile_high counted whom status cumulative part_of speaker "
    "speaker_kind chain attitude outlet published said date date_prec place country event_type realis superseded_by title "
    "url rule sentence".split()
)
HXL = {
    "incident": "#event+id",
    "event_type": "#event+type",
    "date": "#date",
    "place": "#loc+name",
    "country": "#country+code",
    "speaker": "#meta+source+speaker",
    "outlet": "#meta+source",
    "title": "#description",
    "url": "#meta+url",
}


def rows(account: Account, by: Profile, left: Left) -> Iterator[Row]:
    """Every figure of the account, in the order of its reports."""
    for entry in account.entries:
        yield row(account, entry, by)


def row(account: Account, entry: Entry, by: Profile) -> dict[str, object]:
    """One figure's cells."""
    fig, report = entry.figure, account.readings[entry.ref.report].report
    low, high = numbers(entry, by) or (None, None)
    whole, newer = fig.part_of, entry.superseded_by
    return {
        "figure": f"{report.id}#{fig.id}",
        "incident": entry.incident,
        "measure": fig.measure,
        "words": entry.words,
        "bound": fig.bound,
        "low": fig.low,
        "high": fig.high,
        "profile_low": low,
        "profile_high": high,
        "counted": entry.counted,
        "whom": entry.whom,
        "status": fig.status,
        "cumulative": fig.cumulative,
        "part_of": f"{report.id}#{whole}" if whole else None,
        "speaker": entry.speaker,
        "speaker_kind": entry.speaker_kind,
        "chain": " > ".join(entry.chain),
        "attitude": entry.attitude,
        "outlet": entry.outlet,
        "published": entry.published,
        "said": entry.said,
        "date": entry.edtf,
        "date_prec": entry.date_prec,
        "place": entry.place,
        "country": entry.country,
        "event_type": entry.event.type if entry.event else None,
        "realis": entry.event.realis if entry.event else None,
        "superseded_by": f"{newer.report}#{newer.record}" if newer else None,
        "title": report.title,
        "url": report.url,
        "rule": fig.rule,
        "sentence": account.sentence(entry.ref),
    }


def key(found: Row) -> str:
    """A figure is called by its report and id."""
    return str(found["figure"])


FORMAT = Format(
    "ledger", ".csv", "A row a figure: words, bound, speaker, chain, outlet and sentence (CSV).", COLUMNS, rows, key, CSV, HXL
)
