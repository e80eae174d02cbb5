"""Writes the golden files anew: `python -m tests.ingest.renew`, then read what git shows."""

import json
from pathlib import Path

from tests.ingest.documents import GOLDEN, SAMPLES, reading, texts


def written(path: Path) -> str:
    """Return the answer of a document as its golden file holds it."""
    return json.dumps(reading(path).answer, ensure_ascii=False, indent=2) + "\n"


def renew() -> None:
    """Write the golden file of each sample."""
    GOLDEN.mkdir(exist_ok=True)
    for path in texts(SAMPLES):
        (GOLDEN / f"{path.stem}.json").write_text(written(path), "utf-8")
        print(f"{path.stem}.json")


if __name__ == "__main__":
    renew()
