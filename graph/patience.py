"""Waits for an answer for so long and no longer."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T], late: Exception) -> T:
    """Return what work gives or raise what it raises; raise `late` where it takes longer.

    It then goes on in a thread that keeps no process alive: a driver that waits for a silent
    server cannot be called back.
    """
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(work())
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            answer.set_exception(error)

    Thread(target=run, daemon=True).start()
    try:
        return answer.result(seconds)
    except TimeoutError as error:
        if answer.done():  # the work's own
            raise
        raise late from error
