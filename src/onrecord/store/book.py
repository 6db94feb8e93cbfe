"""An open book: what can be asked of it and done to it, each in one transaction."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from onrecord.errors import ForgottenReport
from onrecord.records import Coding, Decision, Finding, Incident, Link, Ref, Report, Triage
from onrecord.store import (
    addresses,
    arrivals,
    changes,
    decisions,
    derived,
    dossiers,
    exports,
    forget,
    index,
    log,
    queues,
    reports,
    summary,
    verify,
)
from onrecord.store import triage as triages
from onrecord.store.addresses import NotedAddress
from onrecord.store.exports import Export, ExportRow
from onrecord.store.schema import DRIVER_ERRORS, explained, open_engine
from onrecord.store.tables import APPLICATION_ID
from onrecord.store.triage import Triaged

WRITE_LOCK = text(f"select pg_advisory_xact_lock({APPLICATION_ID})")


class Book:
    """An open book. `Book(path)` makes it where there is none; use it as a context manager.

    `path` is an SQLite file or a URL such as postgresql://user@host/database. Every method that changes something appends
    an entry to the log in the same transaction; one program writes at a time, others wait for it. Methods that yield one
    by one hold a view of the book as it was when they began; the book may be written to meanwhile.
    """

    def __init__(self, where: str) -> None:
        self.where = where
        self._engine = open_engine(where)
        self._reader = self._engine.execution_options(reading=True)
        if self._engine.dialect.name == "postgresql":
            self._reader = self._reader.execution_options(isolation_level="REPEATABLE READ")

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._reader.begin() as connection:
                yield connection
        except DRIVER_ERRORS as error:
            raise explained(self.where, error) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(WRITE_LOCK)
                yield connection
        except DBAPIError as error:
            raise explained(self.where, error) from error

    # Reports and codings

    def add(self, coding: Coding, raw: bytes | None = None) -> reports.Stored:
        """Store a report, the bytes it was read from and its coding; what is already there is not stored again.

        A day given by the caller is stored again unless the newest coding has it: the last word counts.
        Without `raw` the bytes are those of its text in UTF-8. ForgottenReport when its words were erased on purpose.
        """
        with self._writing() as db:
            return reports.add(db, coding, raw)

    def add_all(self, coded: Iterable[arrivals.Arrival]) -> list[reports.Stored | ForgottenReport]:
        """Store several codings with their bytes in one transaction: all of them or, when the book cannot be written, none.

        The error of one whose words were erased on purpose stands in its place, and the others are stored.
        """
        with self._writing() as db:
            return list(arrivals.add_all(db, coded))

    def known(self, key: str, every: bool = False) -> tuple[Coding, reports.Stored] | None:
        """The coding that was stored under a key; None when there is none. With `every`, one that was left out does not count."""
        with self._reading() as db:
            return arrivals.known(db, key, every)

    def triage(self, report: str) -> Triage | None:
        """What triage said of a report last; None when it never did."""
        with self._reading() as db:
            return triages.newest(db, report)

    def triaged(self, which: str | None = None, *, report: str | None = None) -> list[Triaged]:
        """The reports that were triaged, or those that are `which` ∈ relevant, irrelevant, background, repeats; or one report."""
        with self._reading() as db:
            return triages.listed(db, which, report)

    def day_given(self, report: Report) -> str | None:
        """The day that an analyst gave the report of this id and these words, where another day would be coded now; else None."""
        with self._reading() as db:
            return reports.day_given(db, report)

    def find(self, wanted: str) -> list[str]:
        """Ids of the reports meant by an id, a name, or the start of an id: one when it is clear."""
        with self._reading() as db:
            return reports.find(db, wanted)

    def codings(self, report: str, skipped: int = 0) -> list[Coding]:
        """All codings of a report, newest first, without the `skipped` newest."""
        with self._reading() as db:
            return reports.codings_of(db, report, skipped)

    def dossier(self, report: str) -> dossiers.Dossier | None:
        """A report's newest coding with the live decisions and findings about it; None when there is no such report."""
        with self._reading() as db:
            return dossiers.dossier(db, report)

    def dossiers(self, some: Sequence[str], verdicts: Collection[str]) -> Iterator[dossiers.Dossier]:
        """The same of several reports in the order they were added, with the decisions of some verdicts and without findings."""
        with self._reading() as db:
            yield from dossiers.dossiers(db, some, verdicts)

    def newest_codings(self) -> Iterator[Coding]:
        """The newest coding of each report, in the order the reports were added; a few at a time are in memory."""
        with self._reading() as db:
            yield from reports.newest_codings(db)

    def entries(self) -> list[reports.Entry]:
        """The book's contents in the order reports were added."""
        with self._reading() as db:
            return reports.entries(db)

    def report_count(self) -> int:
        """How many reports the book holds."""
        with self._reading() as db:
            return reports.count(db)

    def report_bytes(self, report: str) -> bytes | None:
        """The bytes a report was read from; None when there is no such report or the book never had them."""
        with self._reading() as db:
            return reports.original(db, report)

    def search(self, wanted: str, limit: int = 50) -> list[index.Hit]:
        """Where all the words stand, in reports and records; best first. Any input is words, never a query language."""
        with self._reading() as db:
            return index.search(db, wanted, limit)

    # Incidents and findings

    def replace_incidents(self, incidents: Iterable[Incident], links: Iterable[Link]) -> None:
        """Store the incidents and links of a run in place of the last run's."""
        with self._writing() as db:
            derived.replace_incidents(db, incidents, links)

    def incidents(self) -> Iterator[Incident]:
        """The incidents in the order of their ids, one by one."""
        with self._reading() as db:
            yield from derived.all_incidents(db)

    def links(self, incident: str | None = None) -> Iterator[Link]:
        """All links, or those between two events of an incident, one by one."""
        with self._reading() as db:
            yield from derived.all_links(db, incident)

    def links_of(self, incident: Incident, most: int) -> tuple[int, list[Link]]:
        """How many links lead from or to the events of an incident, and the first of them."""
        with self._reading() as db:
            return derived.links_of(db, incident, most)

    def members(self) -> list[tuple[str, str, str]]:
        """The report, the record and the incident of every event that an incident holds."""
        with self._reading() as db:
            return derived.members(db)

    def replace_findings(self, findings: Iterable[Finding]) -> None:
        """Store the findings of a run in place of the last run's."""
        with self._writing() as db:
            derived.replace_findings(db, findings)

    def findings(self) -> Iterator[Finding]:
        """The findings in the order of their ids, one by one."""
        with self._reading() as db:
            yield from derived.all_findings(db)

    def findings_about(self, report: str) -> list[Finding]:
        """The findings about a report."""
        with self._reading() as db:
            return derived.findings_about(db, report)

    def findings_named(self, names: Collection[str]) -> dict[str, Finding]:
        """Findings by their ids."""
        with self._reading() as db:
            return derived.findings_named(db, names)

    def incident(self, incident: str) -> Incident | None:
        """An incident by its id, None when there is none."""
        with self._reading() as db:
            return derived.incident_of(db, incident)

    # Decisions

    def decide(
        self, verdict: str, subject: Sequence[Ref], by: str, reason: str | None = None, change: str | None = None
    ) -> Decision:
        """Append a decision. `subject` is two events, one record, or a finding as `Ref("", its id)`.

        UsageError for a verdict, a number of records or a report that there is not.
        """
        with self._writing() as db:
            return decisions.decide(db, verdict, subject, by, reason, change)

    def decide_all(
        self, drafts: Iterable[decisions.Draft], by: str, seen: decisions.Seen | None = None, instead_of: Iterable[str] = ()
    ) -> tuple[Decision, ...]:
        """Append the decisions of one step and withdraw those they stand instead of, all or none.

        MovedError when somebody was quicker than what is `seen`.
        """
        with self._writing() as db:
            made = decisions.decide_all(db, drafts, by, seen)
            for name in instead_of:
                decisions.withdraw(db, name, by)
            return made

    def withdraw(self, decision: str, by: str) -> Decision:
        """Take a decision back; it stays in the book. UsageError when it is unknown or withdrawn already."""
        with self._writing() as db:
            return decisions.withdraw(db, decision, by)

    def withdraw_all(self, names: Iterable[str], by: str) -> tuple[Decision, ...]:
        """Take back the decisions of one step, all or none."""
        with self._writing() as db:
            return tuple(decisions.withdraw(db, name, by) for name in names)

    def decisions(
        self,
        verdict: str | None = None,
        live: bool = True,
        report: str | None = None,
        by: str | None = None,
        step: str | None = None,
    ) -> list[Decision]:
        """Decisions in the order they were made; with `live`, those not withdrawn.

        `report` is what they are about, `by` who made them, `step` a word that their change holds.
        """
        with self._reading() as db:
            return decisions.listed(db, verdict, live, None, report, by, step)

    def decisions_about(self, some: Collection[str], verdicts: Collection[str] | None = None) -> list[Decision]:
        """The live decisions on records of a handful of reports, in the order they were made."""
        with self._reading() as db:
            return decisions.about(db, some, verdicts)

    def dismissals(self, findings: Collection[str]) -> list[Decision]:
        """The live dismissals of a handful of findings."""
        with self._reading() as db:
            return decisions.dismissals(db, findings)

    def newest_decision(self, by: str) -> Decision | None:
        """A person's newest decision that stands."""
        with self._reading() as db:
            name = decisions.newest(db, by)
            return decisions.listed(db, only=name)[0] if name else None

    def last_on(self, verdict: str, ref: Ref) -> Decision | None:
        """The newest decision of a kind that stands on one subject."""
        with self._reading() as db:
            return decisions.last_on(db, verdict, ref)

    def others_decided(self, person: str, verdicts: Collection[str]) -> bool:
        """Whether anybody else has made a decision of these kinds that stands."""
        with self._reading() as db:
            return decisions.others_decided(db, person, verdicts)

    # Queues

    def matching(self, wanted: queues.Wanted) -> list[str]:
        """The ids of the reports that are wanted, in the order they were added."""
        with self._reading() as db:
            return queues.matching(db, wanted)

    def listed(self, some: Collection[str]) -> list[queues.Listed]:
        """The rows of a handful of reports, in the order they were added."""
        with self._reading() as db:
            return queues.listed(db, some)

    def around(self, report: str) -> tuple[str | None, str | None]:
        """The ids of the reports added just before and just after one."""
        with self._reading() as db:
            return queues.around(db, report)

    def outlets(self) -> list[str]:
        """The outlets of the book's reports."""
        with self._reading() as db:
            return queues.outlets(db)

    def decided_counts(self, verdicts: Collection[str], only: Collection[str] | None = None) -> dict[str, int]:
        """Number of records with a live decision of these kinds, by report; of all reports or of `only` a handful."""
        with self._reading() as db:
            return queues.touched(db, verdicts, only)

    def finding_counts(self, only: Collection[str] | None = None) -> dict[str, int]:
        """Number of findings that nobody dismissed, by report; of all reports or of `only` a handful."""
        with self._reading() as db:
            return queues.fired(db, only)

    def reports_of(self, findings: Collection[str]) -> list[str]:
        """The reports that a handful of findings are about."""
        with self._reading() as db:
            return derived.reports_of(db, findings)

    # Exports

    def record_export(
        self,
        format: str,
        profile: str | None,
        path: str | None,
        sha256: str,
        rows: Iterable[ExportRow],
        reports: Iterable[str] = (),
    ) -> Export:
        """Keep what an export wrote: the file's hash, each row's key and digest, and the reports it drew on."""
        with self._writing() as db:
            return exports.record(db, format, profile, path, sha256, rows, reports)

    def exports(self) -> list[Export]:
        """The exports in the order they were written."""
        with self._reading() as db:
            return exports.listed(db)

    def export_rows(self, export: str) -> Iterator[ExportRow]:
        """The keys and digests of an export's rows in the order of their keys, one by one."""
        with self._reading() as db:
            yield from exports.rows_of(db, export)

    # Addresses

    def note_addresses(self, found: Iterable[NotedAddress]) -> int:
        """Record addresses of a list that are not there yet; how many."""
        with self._writing() as db:
            return addresses.note(db, found)

    def settle_address(self, url: str, sha256: str | None, reason: str | None = None) -> None:
        """Record what came of fetching an address: the digest of its bytes, or why there are none."""
        with self._writing() as db:
            addresses.settle(db, url, sha256, reason)

    def address_state(self, url: str) -> str | None:
        """noted, fetched or refused; None for an address that is not recorded."""
        with self._reading() as db:
            return addresses.state_of(db, url)

    def addresses(self, state: str | None = None) -> list[NotedAddress]:
        """The recorded addresses, or those of one state."""
        with self._reading() as db:
            return list(addresses.listed(db, state))

    # History

    def log(self, subject: str | None = None, newest_first: bool = False) -> Iterator[log.LogEntry]:
        """The entries of the log, or those about one report or decision, one by one."""
        with self._reading() as db:
            yield from log.entries(db, subject, newest_first)

    def position(self) -> tuple[int, str]:
        """The number and the hash of the log's newest entry."""
        with self._reading() as db:
            return log.head(db)

    def since(self, position: tuple[int, str]) -> changes.Changed | None:
        """What changed since an entry of the log, given by number and hash; None when the log has no such entry."""
        with self._reading() as db:
            return changes.since(db, position)

    def verify(self) -> Iterator[verify.Flaw]:
        """What does not agree with the log, in the log's order first; nothing when the book is whole."""
        yield from verify.flaws(self._engine, self._reader)

    def forget(self, report: str, reason: str, by: str) -> forget.Forgotten:
        """Erase a report and leave its tombstone; run again, it only makes sure that nothing is left in the file.

        The files of exports that drew on it are named, not touched; `log_files` keeps what became of them.
        UsageError when there is no such report; BookError when the file could not be rewritten.
        """
        with self._writing() as db:
            done = forget.is_forgotten(db, report)
            gone = forget.forgotten(db, report) if done else forget.forget(db, report, reason, by)
        try:
            forget.scrub(self._engine, self.where)
            summary.scrub(self.where)
        except DBAPIError as error:
            raise explained(self.where, error) from error
        return gone

    def log_files(self, became: Iterable[tuple[str, str]]) -> None:
        """Append to the log what became of export files: pairs of an export's id and file-erased, file-kept or file-missing."""
        with self._writing() as db:
            forget.log_files(db, became)

    def has_forgotten(self) -> bool:
        """Whether any report was ever erased from the book."""
        with self._reading() as db:
            return forget.any_forgotten(db)
