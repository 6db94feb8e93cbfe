"""Where in the book's log the summary stands, and what is left to look at."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Left:
    """How many reports are left to look at, how many there are, and which runs (link, check) are left to take over."""

    reports: int
    total: int
    runs: frozenset[str]

    @property
    def nothing(self) -> bool:
        """Whether the summary is up to date."""
        return not self.reports and not self.runs


def position(db: sqlite3.Connection) -> tuple[int, str]:
    """The number and hash of the log entry up to which all changes are known."""
    row = db.execute("select seq, hash from position").fetchone()
    return row["seq"], row["hash"]


def move(db: sqlite3.Connection, to: tuple[int, str], reports: Iterable[str], soon: Collection[str], runs: Iterable[str]) -> None:
    """Move to a position: these reports and runs changed on the way; those that somebody works on are looked at `soon`."""
    rows = [(report, int(report in soon)) for report in reports]
    db.executemany("insert into pending values (?, ?) on conflict do update set first = max(first, excluded.first)", rows)
    db.executemany("insert or ignore into due values (?)", [(run,) for run in runs])
    db.execute("update position set seq = ?, hash = ?", to)


def left(db: sqlite3.Connection) -> Left:
    """What is left to look at."""
    pending = db.execute("select count(*) from pending").fetchone()[0]
    runs = frozenset(row["run"] for row in db.execute("select run from due"))
    there = db.execute("select count(*) from reports").fetchone()[0] if pending or runs else 0
    return Left(pending, max(pending, there), runs)


def next_reports(db: sqlite3.Connection, most: int, soon: bool) -> list[str]:
    """Some of the reports that are left, the urgent ones first, or only those."""
    where = "where first = 1" if soon else ""
    return [row["report"] for row in db.execute(f"select report from pending {where} order by first desc limit ?", (most,))]


def done(db: sqlite3.Connection, reports: Iterable[str]) -> None:
    """These reports were looked at."""
    db.executemany("delete from pending where report = ?", [(report,) for report in reports])


def is_due(db: sqlite3.Connection, run: str) -> bool:
    """Whether a run is left to take over."""
    return db.execute("select 1 from due where run = ?", (run,)).fetchone() is not None


def taken_over(db: sqlite3.Connection, run: str) -> None:
    """This run was taken over."""
    db.execute("delete from due where run = ?", (run,))
