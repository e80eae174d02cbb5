"""Work on parts of a ledger's sources in other processes."""

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from graph.filling.workers import in_parts
from graph.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with closing(Ledger(tmp_path)) as one:
        yield one


def tell(ledger: Ledger, number: int, sources: Sequence[str], word: str) -> tuple[int, str, int]:
    return number, word + "".join(sources), os.getpid()


def spoil(ledger: Ledger, number: int, sources: Sequence[str]) -> int:
    if number == 2:
        raise ValueError("spoilt")
    return number


def test_parts_come_in_order_from_other_processes(ledger: Ledger) -> None:
    told = list(in_parts(tell, ledger, "abcdefg", 3, "-"))
    assert [one[:2] for one in told] == [(1, "-abc"), (2, "-def"), (3, "-g")]
    assert os.getpid() not in {one[2] for one in told} or os.cpu_count() == 1


def test_one_part_is_done_here(ledger: Ledger) -> None:
    assert list(in_parts(tell, ledger, "abc", 3, "")) == [(1, "abc", os.getpid())]
    assert list(in_parts(tell, ledger, "", 3, "")) == []


def test_an_error_is_raised_after_what_was_done(ledger: Ledger) -> None:
    done = in_parts(spoil, ledger, "abc", 1)
    assert next(done) == 1
    with pytest.raises(ValueError, match="spoilt"):
        next(done)


def test_who_stops_waits_for_no_more(ledger: Ledger) -> None:
    with closing(in_parts(tell, ledger, "a" * 1000, 1, "")) as told:
        assert next(told)[0] == 1
