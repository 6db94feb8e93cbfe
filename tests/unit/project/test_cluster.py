"""Coding on a cluster of real processes: the same records as on one machine, whatever happens to a worker."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import dask
import pytest
from distributed import Client, LocalCluster
from pyarrow.parquet import read_table, write_table
from tests.books import DATABASES, empty_place
from tests.commands import run
from tests.workers import quick_coder

from onrecord.errors import WorkerError
from onrecord.project import Coded, Failed, code_paths
from onrecord.project.cluster import code_on_cluster
from onrecord.project.fetching import noted_addresses
from onrecord.project.importing import import_codings
from onrecord.project.parquet import read_rows
from onrecord.project.shards import Reading, Tally, code_shard, shards
from onrecord.store import Book

WORDS = "Gunmen killed at least {} guards in Baghdad on Friday, police said. The attackers fled."
QUICK = Reading(make=quick_coder)


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two worker processes and a scheduler; a shard that ends two workers is given up."""
    settings = {"distributed.scheduler.allowed-failures": 1, "distributed.worker.daemon": False}
    with (
        dask.config.set(settings),
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as running,
    ):
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nine reports, an empty one among them."""
    inside = tmp_path / "reports"
    inside.mkdir()
    for number in range(9):
        (inside / f"r{number}.txt").write_text(WORDS.format(number + 2))
    (inside / "r3.txt").write_text("")
    return inside


@pytest.mark.parametrize("database", DATABASES)
def test_the_records_are_those_of_one_machine(cluster: LocalCluster, folder: Path, tmp_path: Path, database: str) -> None:
    """By the command line: coded on the cluster and imported, the book holds what coding here gives, bytes and all."""
    out, here = tmp_path / "out", str(tmp_path / "here.db")
    words = ["code", str(folder), "--engine", "dask", "--scheduler", cluster.scheduler_address, "--out", str(out)]
    assert run(*words, "--book", here) == 1, "the empty report failed"
    list(code_paths([str(folder)], book=here))
    with empty_place(database, tmp_path) as place:
        assert run("import-codings", str(out), "--book", place) == 1
        assert run("import-codings", str(out), "--book", place) == 1, "again, and nothing is doubled"
        with Book(place) as imported, Book(here) as direct:
            assert sorted(imported.newest_codings(), key=str) == sorted(direct.newest_codings(), key=str)
            assert imported.report_count() == 8
            assert all(imported.report_bytes(e.id) == direct.report_bytes(e.id) for e in direct.entries())
            assert list(imported.verify()) == []


def test_a_killed_worker_costs_nothing(cluster: LocalCluster, folder: Path, tmp_path: Path) -> None:
    """A worker is killed in the middle: every report is coded once, and a second run has nothing to do."""
    for number in range(9):
        (folder / f"r{number}.txt").write_text(f"slow {number}")
    outcomes = []
    for outcome in code_on_cluster([str(folder)], str(tmp_path), QUICK, cluster.scheduler_address, together=1):
        if not outcomes:
            with Client(cluster) as client:
                os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
        outcomes.append(outcome)
    assert sum(one.reports for one in outcomes if isinstance(one, Tally)) == 9
    assert sorted(row["name"] for file in tmp_path.glob("*.parquet") for row in read_rows(file)) == [f"r{n}" for n in range(9)]
    assert not list(tmp_path.glob(".*"))
    again = code_on_cluster([str(folder)], str(tmp_path), QUICK, cluster.scheduler_address, together=1)
    assert all(isinstance(one, Tally) and one.known for one in again)


def test_a_report_that_ends_its_process_is_named(cluster: LocalCluster, folder: Path, tmp_path: Path) -> None:
    """It fails by its name and the others of its shard are coded."""
    (folder / "r4.txt").write_text("die now")
    (tally,) = code_on_cluster([str(folder)], str(tmp_path), QUICK, cluster.scheduler_address)
    assert isinstance(tally, Tally)
    assert (tally.reports, tally.failed) == (9, 2)
    failures = [one for one in import_codings([str(tmp_path)], str(tmp_path / "book.db")) if isinstance(one, Failed)]
    assert [Path(one.name).name for one in failures] == ["r3.txt", "r4"]


def test_a_file_that_ends_its_worker_is_named(folder: Path, tmp_path: Path) -> None:
    """Where workers may have no children, the worker itself ends; the file is found and the others of its shard are coded."""
    (folder / "r4.txt").write_text("die now")
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0, "distributed.worker.daemon": True}),
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
    ):
        outcomes = list(code_on_cluster([str(folder)], str(tmp_path), QUICK, cluster.scheduler_address))
    assert [Path(one.name).name for one in outcomes if isinstance(one, Failed)] == ["r4.txt"]
    assert sum(one.reports for one in outcomes if isinstance(one, Tally)) == 8


def test_addresses_of_lists_are_recorded(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An address that a list names is no failure of its shard; taken in, it stands in the book as on one machine."""
    cells = ["", "", "1", "example.org", "https://example.org/raid", *[""] * 22]
    (folder / "20200101000000.gkg.csv").write_text("\t".join(cells) + "\n")
    out, book, here = tmp_path / "out", str(tmp_path / "book.db"), str(tmp_path / "here.db")
    out.mkdir()
    (shard,) = shards([str(folder)], QUICK)
    assert not isinstance(shard, Failed)
    tally = code_shard(shard, str(out), QUICK)
    assert (tally.reports, tally.failed) == (10, 1)
    assert code_shard(shard, str(out), QUICK) == replace(tally, known=True)
    assert run("import-codings", str(out), "--book", book) == 1, "the empty report failed"
    assert "1 addresses are in the book" in capsys.readouterr().err
    list(code_paths([str(folder)], book=here))
    assert noted_addresses(book) == noted_addresses(here) != []


def test_files_of_earlier_versions_are_taken_in(folder: Path, tmp_path: Path) -> None:
    """A shard's file without the column of addresses holds its codings all the same."""
    (shard,) = shards([str(folder)], QUICK)
    assert not isinstance(shard, Failed)
    code_shard(shard, str(tmp_path), QUICK)
    (file,) = tmp_path.glob("*.parquet")
    write_table(read_table(file).drop_columns(["address"]), file)
    assert sum(isinstance(one, Coded) for one in import_codings([str(tmp_path)], str(tmp_path / "book.db"))) == 8


def test_a_shard_is_named_by_what_it_depends_on(folder: Path) -> None:
    """Another day, other bytes or another file make another shard; the same ones the same."""

    def names(reading: Reading = QUICK) -> list[str]:
        return [one.name for one in shards([str(folder)], reading, together=200) if not isinstance(one, Failed)]

    first = names()
    assert len(first) > 2
    assert first == names()
    assert not set(first) & set(names(Reading(published="2017-02-06")))
    (folder / "r0.txt").write_text(WORDS.format(9999))
    assert first[1:] == names()[1:]
    assert first[0] != names()[0]


@pytest.mark.parametrize("content", [b"", b"PAR1 no table"])
def test_a_broken_file_is_named_and_the_others_go_on(tmp_path: Path, folder: Path, content: bytes) -> None:
    """`import-codings` names what it cannot read."""
    (tmp_path / "broken.parquet").write_bytes(content)
    (found,) = import_codings([str(tmp_path)], str(tmp_path / "book.db"))
    assert isinstance(found, Failed)
    assert "broken.parquet: is no whole Parquet file" in str(found.error)
    assert not isinstance(found, Coded)


def test_nobody_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong address is told of as such."""
    monkeypatch.setattr("onrecord.project.cluster.PATIENCE", 1)
    with pytest.raises(WorkerError, match=r"tcp://127.0.0.1:1: no scheduler answers"):
        list(code_on_cluster([str(tmp_path)], str(tmp_path), QUICK, "tcp://127.0.0.1:1"))


@pytest.mark.parametrize("words", [["--engine", "spark"], ["--engine", "dask"], ["--out", "x"]])
def test_what_is_lacking_is_told(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The options belong together."""
    assert run("code", str(tmp_path), *words) == 2
    assert "dask" in capsys.readouterr().err
