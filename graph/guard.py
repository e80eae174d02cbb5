"""Answers a query text of the data owner's own: read-only, and ended where it takes too much.

The engines' limits are cooperative (a list of 100 million numbers ignores them), so the text runs
in a process of its own. That is killed when its time is over, may not grow beyond its memory, and
may not write any file.
"""

import signal
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import cast

from graph.backends import find, open_store
from graph.bounds import confine
from graph.errors import StoreError, StoreUnavailableError
from graph.refusal import refuse
from graph.store import Limits, Rows
from graph.trouble import out_of_memory, out_of_time

START = 60.0  # seconds to start a process and open the store
MEMORY = 4 << 30  # bytes of address space
THREADS = 2  # that an engine may keep busy


def run_bounded(url: str, base: str, text: str, limits: Limits, authority: str = "") -> Rows:
    """Answer a text on the store at a URL.

    Raise QueryRefusedError for a text that would do more than read, QueryLimitError where it ran
    into a limit, QueryError where it is not understood, StoreError where the store does not open.
    """
    refuse(text, find(url).language)
    context = get_context("spawn")  # a fork would share the engines' threads and locks
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(theirs, url, base, text, limits, authority),
                              daemon=True)
    process.start()
    theirs.close()
    try:
        _receive(ours, START, StoreUnavailableError(f"The store did not open within {START:g} s."))
        return cast("Rows", _receive(ours, limits.seconds, out_of_time(limits)))
    except EOFError as error:
        process.join()
        if process.exitcode and process.exitcode < 0:  # a signal: memory or processor time is up
            raise out_of_memory() from error
        raise StoreError(f"The query's process ended with code {process.exitcode}.") from error
    finally:
        process.kill()
        process.join()
        ours.close()


def _receive(pipe: Connection, seconds: float, late: StoreError) -> object:
    """Return what the process says next; raise the error that it sends."""
    if not pipe.poll(seconds):
        raise late
    said = pipe.recv()
    if isinstance(said, Exception):
        raise said
    return said


def _answer(pipe: Connection, url: str, base: str, text: str, limits: Limits,
            authority: str) -> None:
    """Open the store, say so, and send the rows or the error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this one
    confine(MEMORY, THREADS * int(START + limits.seconds))
    try:
        store = open_store(url, base=base, read_only=True, authority=authority)
        pipe.send("open")
        store.vet(text)
        pipe.send(store.run(text, {}, limits))
    except MemoryError:
        pipe.send(out_of_memory())
    except StoreError as error:
        pipe.send(error)
