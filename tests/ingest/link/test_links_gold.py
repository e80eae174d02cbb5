"""Links of fictional places against their writers' truth, who saw no rules; scores only."""

import pytest

from tests.ingest.link.scores import HALVES, score

FLOORS = {"reports_on": 0.9, "met": 0.95, "difference": 0.95, "continues": 0.9, "revises": 0.93,
          "change": 0.95}


@pytest.mark.parametrize("half", HALVES)
def test_links_reach_their_floors(half: str) -> None:
    found = score(half)
    low = {name: round(getattr(found, name), 3) for name, floor in FLOORS.items()
           if getattr(found, name) < floor}
    assert low == {}
