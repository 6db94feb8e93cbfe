"""`code --engine dask`: the same reports, coded on a cluster."""

import time
from pathlib import Path

import typer

from onrecord.cli.common import fail
from onrecord.cli.failing import failing
from onrecord.cli.progress import ended_by_term

EVERY = 10.0  # seconds between two lines of progress


def code_on_engine(
    engine: str | None,
    scheduler: str | None,
    out: Path | None,
    paths: list[str],
    published: str | None,
    limit: int,
    columns: str | None,
    book: str,
    together: int,
) -> None:
    """Code on a cluster into a folder, telling how far it is; leaves with 1 when a report failed."""
    from onrecord.project.cluster import code_on_cluster
    from onrecord.project.days import publication_day
    from onrecord.project.shards import Reading
    from onrecord.read import columns_of

    if engine != "dask":
        fail(f"{engine or 'no engine'}: there is one engine, dask; give --engine dask --scheduler ADDRESS --out DIR", 2)
    if scheduler is None or out is None:
        fail("--engine dask needs --scheduler ADDRESS and --out DIR; on the machine of the scheduler run `dask scheduler`", 2)
    if "-" in paths:
        fail("-: standard input cannot be coded on a cluster; name files or folders that all its machines see", 2)
    with failing():
        anchor = publication_day(published) if published is not None else None
        project = book if "://" in book else str(Path(book).absolute())
        reading = Reading(anchor, limit, columns_of(columns) if columns else {}, project)
        out.mkdir(parents=True, exist_ok=True)
        with ended_by_term():
            failed = _told(code_on_cluster(paths, str(out.absolute()), reading, scheduler, together))
    if failed:
        raise typer.Exit(1)


def _told(outcomes) -> int:  # type: ignore[no-untyped-def]
    """Tell of every failure at once and of the pace now and then; how many failed."""
    from onrecord.project.outcomes import Failed

    begun = said = time.monotonic()
    shards = reports = failed = known = 0
    for one in outcomes:
        if isinstance(one, Failed):
            failed += 1
            typer.echo(f"onrecord: {one.error}", err=True)
            continue
        shards, reports, failed = shards + 1, reports + one.reports, failed + one.failed
        known += one.reports if one.known else 0
        if time.monotonic() - said >= EVERY:
            said = time.monotonic()
            typer.echo(f"{shards:,} shards, {reports:,} reports, {(reports - known) / (said - begun):.1f} a second", err=True)
    typer.echo(
        f"{reports:,} reports in {shards:,} {'shard' if shards == 1 else 'shards'} are coded, {known:,} of them before; {failed:,} failed"
    )
    return failed
