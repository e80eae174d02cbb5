"""Does work on the sources of a ledger in processes of their own, ahead of who uses what it gives.

Python runs one thread at a time, so a thread would take from the time of whoever talks to a server.
"""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from graph.ledger import Ledger

T = TypeVar("T")
AHEAD = 2   # results that are made before they are asked for; there is memory for few
Part = tuple[int, Sequence[str]]    # a number, from 1, and sources


def in_parts(work: Callable[..., T], ledger: Ledger, sources: Sequence[str], size: int,
             *given: object) -> Generator[T]:
    """Yield `work(ledger, number, part, *given)` for each part of so many sources, in order.

    What is given and what comes back has to be such that it can be pickled. One part is done here.
    """
    parts = [(number, sources[start:start + size])
             for number, start in enumerate(range(0, len(sources), size), 1)]
    cores = min(os.cpu_count() or 1, len(parts))
    if cores < 2:
        yield from (work(ledger, *part, *given) for part in parts)
        return
    with ProcessPoolExecutor(cores, get_context("spawn"), _begin,
                             (ledger.folder, work, given)) as pool:
        waiting: deque[Future[T]] = deque()
        try:
            for part in parts:
                waiting.append(pool.submit(_do, part))
                if len(waiting) > AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


_own: tuple[Ledger, Callable[..., Any], tuple[object, ...]]   # what a process keeps between parts


def _begin(ledger: Path, work: Callable[..., Any], given: tuple[object, ...]) -> None:
    global _own
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this one
    gc.disable()    # records hold no circles, and to look for some takes a quarter of the time
    _own = Ledger(ledger), work, given


def _do(part: Part) -> Any:
    ledger, work, given = _own
    return work(ledger, *part, *given)
