"""Makes the next things while the last ones are used."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")
TICK = 0.1  # seconds after which a maker that waits looks whether it is still wanted


@contextmanager
def ahead(things: Iterable[T], most: int) -> Iterator[Iterator[T]]:
    """Go through things in a thread and hold so many ready; its error is raised where they end."""
    ready: Queue[T | BaseException | None] = Queue(most)
    given_up = Event()

    def offer(thing: T | BaseException | None) -> bool:
        while not given_up.is_set():
            try:
                ready.put(thing, timeout=TICK)
            except Full:
                continue
            return True
        return False

    def make() -> None:
        try:
            for thing in things:
                if not offer(thing):
                    return
            offer(None)
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            offer(error)

    def use() -> Iterator[T]:
        while (thing := ready.get()) is not None:
            if isinstance(thing, BaseException):
                raise thing
            yield thing

    maker = Thread(target=make, daemon=True)
    maker.start()
    try:
        yield use()
    finally:
        given_up.set()
        maker.join()
