"""Partners: each item has at most one, the most alike first, and a person comes before all."""

from itertools import permutations

import pytest

from ingest.link.pairing import Pair, Rulings, best, rulings
from tests.ingest.link.made import decision

LEAST = 0.4


def chosen(*pairs: tuple[str, str, float], ruled: Rulings | None = None) -> list[tuple[str, str]]:
    """Return the pairs of ids that hold."""
    found = best((Pair(*pair) for pair in pairs), str, LEAST, ruled or Rulings())
    return [(pair.later, pair.earlier) for pair in found]


def test_the_most_alike_come_first_and_each_has_one_partner() -> None:
    assert chosen(("n1", "p1", 0.6), ("n1", "p2", 0.9), ("n2", "p2", 0.8), ("n2", "p1", 0.5)) == [
        ("n1", "p2"), ("n2", "p1")]


def test_a_pair_that_is_less_alike_than_the_least_does_not_hold() -> None:
    assert chosen(("n1", "p1", LEAST), ("n2", "p2", LEAST - 0.001)) == [("n1", "p1")]


def test_nothing_gives_nothing() -> None:
    assert chosen() == []


def test_equals_are_taken_in_the_order_of_their_ids() -> None:
    pairs = [("n1", "p1", 0.5), ("n1", "p2", 0.5), ("n2", "p1", 0.5), ("n2", "p2", 0.5)]
    assert {tuple(chosen(*order)) for order in permutations(pairs)} == {
        (("n1", "p1"), ("n2", "p2"))}


def test_what_a_person_rejected_leaves_the_place_to_the_next() -> None:
    ruled = Rulings(rejected=frozenset({("n1", "p1")}))
    assert chosen(("n1", "p1", 0.9), ("n1", "p2", 0.5), ("n2", "p1", 0.6), ruled=ruled) == [
        ("n2", "p1"), ("n1", "p2")]


@pytest.mark.parametrize("pair", [("n1", "p9"), ("n9", "p1"), ("n1", "p1")])
def test_who_has_a_partner_by_a_persons_word_gets_no_other(pair: tuple[str, str]) -> None:
    assert chosen(("n1", "p1", 0.9), ruled=Rulings(accepted=frozenset({pair}))) == []


def test_rulings_are_those_of_one_relation() -> None:
    decisions = [decision("accept", "REVISES", "ind-1", "ind-2"),
                 decision("reject", "REVISES", "ind-3", "ind-4"),
                 decision("accept", "REPORTS_ON", "ind-5", "ind-6")]
    assert rulings(decisions, "REVISES") == Rulings(
        frozenset({("ind-1", "ind-2")}), frozenset({("ind-3", "ind-4")}))
    assert rulings(decisions, "CONTINUES") == Rulings()
