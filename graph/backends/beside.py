"""Opens a store for reading beside a process that writes it."""

import time
from collections.abc import Callable
from typing import TypeVar

Opened = TypeVar("Opened")

PAUSE = 0.02        # seconds between attempts
PATIENCE = 100      # attempts


def beside(open_: Callable[[], Opened], passing: Callable[[Exception], bool]) -> Opened:
    """Return what `open_` opens, tried again while its errors are `passing`.

    A writer may just be replacing a file that the store names, or be in the midst of a record of
    its log; either is over in a moment.
    """
    for _ in range(PATIENCE):
        try:
            return open_()
        except (RuntimeError, OSError) as error:
            if not passing(error):
                raise
            time.sleep(PAUSE)
    return open_()
