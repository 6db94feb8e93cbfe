"""A supervised pool of processes: bytes in, bytes out, in order; a worker that dies or hangs costs one task at most.

The pool knows nothing of reports. `in_workers(tasks, make, …)` starts workers, in each of which `make()` gives the function
that does the work. A task is tried a second time when its worker died or took too long, and given up as `Lost` after that.
"""

from onrecord.pool.run import Lost, Task, in_workers

__all__ = ["Lost", "Task", "in_workers"]
