"""What pages over the whole book show, made of its summary a page at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from onrecord.errors import UsageError
from onrecord.ledger.reading import Reading
from onrecord.project.decisions import older_codings
from onrecord.project.figures import Ledger, Line, Wanted, is_named, known_as, measures_of, totals
from onrecord.project.summing import Summing
from onrecord.records import Decision, Event, Finding, Incident, Link, Ref, Report, Statement
from onrecord.review import REVIEWED, reviewed
from onrecord.store.summary import Asked, ask

PAIR_VERDICTS = ("same", "unsure", "different")


@dataclass(frozen=True, slots=True)
class Told:
    """An event of an incident: where it stands, its sentence, and the head of its report."""

    ref: Ref
    sentence: str
    report: Report | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A link with its two sides and what was decided of it."""

    link: Link
    one: Told
    other: Told
    decided: Decision | None


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with some of what is told of it: events, figures, totals and links, and how many there are of each."""

    incident: Incident
    told: tuple[Told, ...]
    events: int
    reports: int
    ledger: Ledger
    pairs: tuple[Pair, ...]
    links: int


@dataclass(frozen=True, slots=True)
class ActorView:
    """What some reports say about an actor and what it says in them; `reports` is how many there are in all."""

    reports: int
    events: tuple[tuple[str, Event, str, bool], ...]  # report, event, sentence, whether the actor did it
    said: tuple[tuple[str, Statement, tuple[str, ...]], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CheckedView:
    """A finding, the sentences of some of its records, and the decision that dismissed it."""

    finding: Finding
    sentences: tuple[tuple[Ref, str], ...]
    dismissal: Decision | None


def figures(summing: Summing, wanted: Wanted, by: str, limit: int | None, offset: int = 0) -> Ledger:
    """A page of the ledger, with the totals of its incidents. UsageError for an incident that is not there or not clear."""
    with summing.summary.reading() as db:
        incident = _meant(ask.meant(db, wanted.incident), wanted.incident) if wanted.incident else None
        within, exactly = _names(db, wanted.actor) if wanted.actor else ("", ())
        asked = Asked(incident or "", wanted.measure or "", within, exactly)
        found = ask.figures(db, asked, limit, offset)
        measures = measures_of(found.entries, incident, wanted.measure)
        made = tuple(totals(ask.happenings(db, measures), measures, by))
    return Ledger(tuple(map(Line, found.entries, found.sentences)), made, found.total)


def _names(db: Connection, wanted: str) -> tuple[str, tuple[str, ...]]:
    """The words that a name must hold; or, for a known body, the names in the book that are its."""
    known = known_as(wanted)
    if not known:
        return wanted, ()
    longest = {max(name.replace("-", " ").split(), key=len) for name in known}
    return "", (*ask.names_with(db, sorted(longest), lambda name: is_named(wanted, name)), wanted)


def _meant(found: list[str], wanted: str) -> str:
    if len(found) != 1:
        why = (
            f"could be {', '.join(found[:5])}; give more of it"
            if found
            else "no such incident; the book may have been linked anew"
        )
        raise UsageError(f"{wanted}: {why}")
    return found[0]


def incident(summing: Summing, name: str, by: str, most: int) -> IncidentView | None:
    """An incident, with at most so many events, figures and links; None when there is none of that id."""
    with summing.summary.reading() as db:
        found = ask.incident_named(db, name)
        events = ask.there(db, found.events) if found else []
    if found is None:
        return None
    many, links = summing.book.links_of(found, most)
    ledger = figures(summing, Wanted(incident=name), by, most)
    told = _told(summing, {*events[:most], *(ref for link in links for ref in (link.one, link.other))})
    decided = _pairs(summing, links)
    pairs = tuple(Pair(one, told[one.one], told[one.other], decided.get(frozenset((one.one, one.other)))) for one in links)
    reports = len({ref.report for ref in events})
    return IncidentView(found, tuple(told[ref] for ref in events[:most]), len(events), reports, ledger, pairs, many)


def _told(summing: Summing, refs: Iterable[Ref]) -> dict[Ref, Told]:
    wanted = list(refs)
    with summing.summary.reading() as db:
        heads = ask.heads(db, sorted({ref.report for ref in wanted}))
        return {ref: Told(ref, ask.sentence(db, ref), heads.get(ref.report)) for ref in wanted}


def _pairs(summing: Summing, links: list[Link]) -> dict[frozenset[Ref], Decision]:
    """What was decided of the two events of some links, the newest last."""
    reports = {link.one.report for link in links}
    made = summing.book.decisions_about(sorted(reports), PAIR_VERDICTS) if reports else []
    return {frozenset(decision.subject): decision for decision in made}


def actor(summing: Summing, name: str, limit: int, offset: int) -> ActorView:
    """What is said about and by an actor in a page of the reports that have one of that name."""
    with summing.summary.reading() as db:
        total, reports = ask.reports_naming(db, name, limit, offset)
        within, exactly = _names(db, name)
        asked = Asked(within=within, exactly=exactly, reports=tuple(reports))
        found = ask.figures(db, asked, None) if reports else None
    events: list[tuple[str, Event, str, bool]] = []
    said: list[tuple[str, Statement, tuple[str, ...]]] = []
    for dossier in summing.book.dossiers(reports, REVIEWED):
        coding = reviewed(dossier.coding, dossier.decisions, older_codings(summing.book, dossier))
        reading, report = Reading(coding), coding.report
        mine = {one.id for one in coding.actors if one.name.casefold() == name.casefold()}
        events += [
            (report.id, e, reading.sentence(e.trigger), bool(mine & set(e.by))) for e in coding.events if mine & {*e.by, *e.to}
        ]
        said += [(report.id, s, tuple(report.text[a:b] for a, b in s.content)) for s in coding.statements if s.source in mine]
    lines = tuple(map(Line, found.entries, found.sentences)) if found else ()
    return ActorView(total, tuple(events), tuple(said), lines)


def findings(summing: Summing, limit: int, offset: int, most: int) -> tuple[int, list[CheckedView]]:
    """How many findings there are, and a page of them, each with the sentences of at most so many of its records."""
    with summing.summary.reading() as db:
        total, names = ask.findings(db, limit, offset)
        found = summing.book.findings_named(names)
        gone = {ref.record: one for one in summing.book.dismissals(names) for ref in one.subject}
        shown = [found[name] for name in names if name in found]
        return total, [CheckedView(f, tuple((r, ask.sentence(db, r)) for r in f.records[:most]), gone.get(f.id)) for f in shown]
