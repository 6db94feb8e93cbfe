"""An incident from the accounts that are of one happening: type, day and place that they agree on, how many sources."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256

from onrecord.link.accounts import Account
from onrecord.link.spots import POINT, Spot, apart
from onrecord.link.types import says, tells_means
from onrecord.records import Incident
from onrecord.records.edtf import days, gap
from onrecord.where.folding import loose


def incident(members: Sequence[Account], copies: Collection[frozenset[str]]) -> Incident:
    """The incident of some accounts; `copies` are the pairs of reports that are near-copies of one story."""
    edtf, date_prec = _when(members)
    spot = _where(members)
    return Incident(
        id=incident_id(members),
        type=_type(members),
        events=tuple(sorted(ref for account in members for ref in account.events)),
        edtf=edtf,
        date_prec=date_prec,
        place=spot.name if spot else None,
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        where_prec=spot.where_prec if spot else None,
        country=spot.country if spot else None,
        sources=_sources(sorted({account.ref.report for account in members}), copies),
        rule="link.alone" if len(members) == 1 else "link.score",
    )


def incident_id(members: Sequence[Account]) -> str:
    """An id that is the same whenever the events are."""
    refs = sorted(ref for account in members for ref in account.events)
    return "i-" + sha256("\n".join(f"{ref.report}|{ref.record}" for ref in refs).encode()).hexdigest()[:10]


def _type(members: Sequence[Account]) -> str:
    """The type most accounts give; one that tells the means counts double."""
    votes = Counter[str]()
    for account in members:
        votes[account.type] += 2 if tells_means(account.type) else 1
    return max(votes, key=lambda kind: (votes[kind], says(kind), kind))


def _when(members: Sequence[Account]) -> tuple[str | None, int | None]:
    """The time that most accounts agree with, the most exact of those."""
    told = sorted({(a.edtf, a.date_prec) for a in members if a.edtf and a.date_prec})
    spans = [account.days for account in members if account.days]

    def backed(time: tuple[str, int]) -> tuple[int, int]:
        span = days(time[0])
        return (sum(span is not None and gap(span, other) == 0 for other in spans), -time[1])

    return max(told, key=backed, default=(None, None))


def _where(members: Sequence[Account]) -> Spot | None:
    """The place that most accounts agree with, of those the one most of them name, the most exact between equals."""
    told = sorted({spot for account in members for spot in account.own}, key=lambda s: (s.name, s.where_prec, s.key))

    def backed(spot: Spot) -> tuple[bool, int, int, bool, int]:
        agree = sum(any(not apart(spot, other) for other in account.own) for account in members)
        named = sum(any(loose(spot.name) == loose(other.name) for other in account.own) for account in members)
        return spot.lat is not None and spot.where_prec <= POINT, agree, named, _is_inside(spot, told), -spot.where_prec

    return max(told, key=backed, default=None)


def _is_inside(spot: Spot, told: Iterable[Spot]) -> bool:
    """Whether a spot is a quarter or a village that was given the point of a town told of too: its own name says more."""
    return any(
        spot.key == o.key and spot.where_prec > o.where_prec and loose(spot.name) != loose(o.name) for o in told if o.exact
    )


def _sources(reports: Sequence[str], copies: Collection[frozenset[str]]) -> int:
    """How many reports there are when copies of one story count as one."""
    story = {report: {report} for report in reports}
    for number, one in enumerate(reports):
        for other in reports[number + 1 :]:
            if frozenset((one, other)) in copies and story[one] is not story[other]:
                merged = story[one] | story[other]
                for report in merged:
                    story[report] = merged
    return len({id(reports_) for reports_ in story.values()})
