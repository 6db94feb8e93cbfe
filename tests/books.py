"""What tests of books share: codings written by hand, and an empty book on each database there is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from onrecord.records import Actor, Coding, Event, Figure, Report, Statement

SERVER = "ONRECORD_TEST_POSTGRES"  # a URL of a PostgreSQL server on which databases may be made
WORDS = "Gunmen shot dead at least four guards near Azaz, a médic said. {}"
DATABASES = (
    "sqlite",
    pytest.param(
        "postgresql",
        marks=pytest.mark.skipif(
            not os.environ.get(SERVER), reason=f"{SERVER} names no PostgreSQL server; .ci/postgres starts one"
        ),
    ),
)


def coded(number: int = 1, version: str = "1.0", published: str | None = "2017-02-06", words: str = WORDS) -> Coding:
    """A coding with an actor, a statement, a figure and an event; another number makes it another report."""
    said = words.format(f"It was raid {number}.")
    report = Report(
        f"r{number}", "Raid", "Desk", None, None, published, "en", said, (), None, f"raid{number}",
        sha256(said.encode("utf-8", "surrogatepass")).hexdigest(),
    )  # fmt: skip
    guards = Actor("a-1", "guards", "civilians", ((31, 37),), "by hand")
    medic = Actor("a-2", "médic", "unnamed", ((51, 56),), "by hand")
    stated = Statement("s-1", "a-2", (49, 56), (57, 61), ((0, 47),), "indirect", "asserts", None, None, None, (), "by hand")
    fig = Figure(
        "f-1", (17, 30), 4.0, None, "at_least", "killed", "a-1", (31, 37), "unknown", None, None, "s-1", None, False, "e-1",
        "by hand",
    )  # fmt: skip
    shot = Event("e-1", "killing", (7, 16), (), ("a-1",), None, None, "actual", "s-1", ("f-1",), None, "by hand")
    return Coding(report, (guards, medic), (), (), (stated,), (fig,), (shot,), version)


def recoded(coding: Coding, version: str) -> Coding:
    """The coding as a newer version of the program would make it."""
    return replace(coding, version=version)


@contextmanager
def empty_place(database: str, folder: Path) -> Iterator[str]:
    """Where a book can be made: a path in the folder, or a PostgreSQL database that is dropped at the end."""
    if database == "sqlite":
        yield str(folder / "book.db")
        return
    server, name = os.environ[SERVER], f"onrecord_test_{uuid4().hex[:12]}"
    admin = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"create database {name}"))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f"drop database {name} with (force)"))
        admin.dispose()
