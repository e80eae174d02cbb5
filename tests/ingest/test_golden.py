"""The whole answer of each sample against its golden file, to the letter.

A change that is meant is taken over by `python -m tests.ingest.renew`, run in the repository's
folder, and then read line by line in the difference that git shows.
"""

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.ingest.documents import GOLDEN, SAMPLES, texts
from tests.ingest.renew import written

HOW = "If the change is meant: python -m tests.ingest.renew, and read the difference."
SHOWN = 60      # lines of a difference


@pytest.mark.parametrize("path", texts(SAMPLES), ids=lambda path: path.stem)
def test_the_answer_is_the_golden_file(path: Path) -> None:
    golden = GOLDEN / f"{path.stem}.json"
    assert golden.exists(), f"{golden.name} is missing. {HOW}"
    difference = list(unified_diff(golden.read_text("utf-8").splitlines(),
                                   written(path).splitlines(), golden.name, "now", lineterm=""))
    assert not difference, "\n".join([HOW, *difference[:SHOWN]])


def test_every_golden_file_has_its_sample() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == {path.stem for path in texts(SAMPLES)}
