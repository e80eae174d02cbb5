"""Waiting for an answer for so long and no longer."""

import threading
import time

import pytest

from graph.patience import within


class LateError(Exception):
    """It takes too long."""


def test_what_comes_in_time_is_returned() -> None:
    assert within(10, lambda: 42, LateError()) == 42


def test_what_is_raised_in_time_is_raised() -> None:
    def fail() -> int:
        raise TimeoutError("of the work")

    with pytest.raises(TimeoutError, match="of the work"):
        within(10, fail, LateError())
    with pytest.raises(KeyError):
        within(10, lambda: {}["x"], LateError())


def test_what_comes_late_is_given_up() -> None:
    end = threading.Event()
    start = time.monotonic()
    with pytest.raises(LateError):
        within(0.1, lambda: end.wait(30), LateError())
    assert time.monotonic() - start < 5
    end.set()
