"""Shards coded by the workers of a Dask cluster; lost workers, and files that end them, are survived."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.errors import QuarantinedReport, UsageError, WorkerError
from onrecord.project.outcomes import Failed
from onrecord.project.shards import TOGETHER, Reading, Shard, Tally, alone, code_shard, shards

if TYPE_CHECKING:
    from distributed import Client

AHEAD = 4  # shards for each thread of the cluster that are handed over and not done
RETRIES = 2  # of a shard that fails on a worker that lives
PATIENCE = 30  # seconds for the scheduler to answer


def code_on_cluster(
    paths: Iterable[str], out: str, reading: Reading, scheduler: str, together: int = TOGETHER
) -> Iterator[Tally | Failed]:
    """Code files and folders on a cluster, each shard into its own file in `out`; shards come as they are done.

    Paths and `out` must be the same places on every machine. UsageError when Dask is not installed, WorkerError when nobody
    answers at the address or nobody works there.
    """
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("--engine dask needs Dask; install it with pip install 'onrecord[dask]'") from None
    try:
        client = Client(scheduler, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise WorkerError(
            f"{scheduler}: no scheduler answers ({error}); start one with `dask scheduler` and give its address"
        ) from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise WorkerError(f"{scheduler}: has no workers; start some with `dask worker {scheduler} --nthreads 1`")
        yield from _followed(client, shards(paths, reading, together), out, reading, AHEAD * threads)


def _followed(
    client: "Client", planned: Iterator[Shard | Failed], out: str, reading: Reading, ahead: int
) -> Iterator[Tally | Failed]:
    """Keep so many shards on the cluster until all are done; a file that ends its workers is found by coding it alone."""
    from distributed import as_completed

    asked: dict[str, Shard] = {}
    doubtful: list[Shard] = []  # whose workers ended, be it by the file of a neighbour
    done = as_completed()

    def handed_over(some: Iterable[Shard | Failed]) -> Iterator[Failed]:
        for one in some:
            if isinstance(one, Failed):
                yield one
                continue
            future = client.submit(code_shard, one, out, reading, key=f"onrecord-{one.name}", retries=RETRIES, pure=False)
            asked[future.key] = one
            done.add(future)

    yield from handed_over(_some(planned, ahead))
    while done.count():
        future = next(done)
        shard, error = asked.pop(future.key), future.exception()
        if error is None:
            yield future.result()
        elif not _ended_workers(error):
            yield _given_up(shard, error)
        elif len(shard.files) > 1:
            yield from handed_over(alone(shard, reading))
        else:
            doubtful.append(shard)
        future.release()
        yield from handed_over(_some(planned, 1))
    for shard in doubtful:  # one at a time, so that the blame is its own
        future = client.submit(code_shard, shard, out, reading, key=f"onrecord-{shard.name}-alone", pure=False)
        error = future.exception()
        yield future.result() if error is None else _given_up(shard, error)


def _some(planned: Iterator[Shard | Failed], wanted: int) -> Iterator[Shard | Failed]:
    """The next shards of a plan, and the failures that stand between them."""
    while wanted > 0 and (one := next(planned, None)) is not None:
        wanted -= isinstance(one, Shard)
        yield one


def _ended_workers(error: BaseException) -> bool:
    from distributed import KilledWorker

    return isinstance(error, KilledWorker)


def _given_up(shard: Shard, error: BaseException) -> Failed:
    name = shard.files[0] + (f" and {len(shard.files) - 1} more" if len(shard.files) > 1 else "")
    if _ended_workers(error):
        return Failed(name, QuarantinedReport(f"{name}: ended its workers again and again; it was left out, look at its text"))
    return Failed(name, WorkerError(f"{name}: failed on the cluster ({type(error).__name__}: {error}); mend that and run again"))
