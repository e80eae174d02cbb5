"""Things that are made while others are used."""

import threading
import time
from collections.abc import Iterator

import pytest

from graph.filling.ahead import ahead


def test_things_come_in_order_and_only_so_many_are_made_ahead() -> None:
    made: list[int] = []

    def make() -> Iterator[int]:
        for number in range(20):
            made.append(number)
            yield number

    with ahead(make(), 2) as things:
        for number in things:
            time.sleep(0.002)
            assert len(made) <= number + 5
    assert made == list(range(20))


def test_an_error_of_the_maker_is_raised_after_what_was_made() -> None:
    def make() -> Iterator[int]:
        yield 1
        raise ValueError("spoilt")

    used = []
    with pytest.raises(ValueError, match="spoilt"), ahead(make(), 2) as things:
        used.extend(things)
    assert used == [1]


def test_who_stops_ends_the_maker() -> None:
    before = threading.active_count()
    with ahead(iter(range(1000)), 1) as things:
        assert next(things) == 0
    assert threading.active_count() == before
