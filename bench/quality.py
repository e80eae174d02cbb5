"""Scores extraction on every gold set with the evaluator beside the shared truth.

`python -m bench.quality > docs/quality.md` writes the page. The evaluator and the shared documents
stand in `../shared` beside the project.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ingest import pipeline

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SETS = (
    ("shared", SHARED / "gold", SHARED / "corpus", None),
    ("samples", ROOT / "samples" / "gold", ROOT / "samples", ROOT / "docs" / "places.csv"),
    ("development", ROOT / "tests/gold/development", ROOT / "tests/gold/development", None),
    ("held out", ROOT / "tests/gold/heldout", ROOT / "tests/gold/heldout", None),
)
HEAD = """# Quality

F1 of extraction against gold sets, by the evaluator of the gold set (metadata, boundaries,
task_goal, owner_roles and measures: the share that is right among what was found). *Shared* are
three real documents; *samples* and *development* are fictional ones that the rules were written
with; no rule was tuned to *held out*, of which only these scores are read.

Made by `python -m bench.quality`.
"""


def scores(truth: Path, documents: Path, places: Path | None) -> dict[str, dict[str, float]]:
    """Return the evaluator's scores of a gold set."""
    known = pipeline.knowledge(places)
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(documents.glob("*.txt")):
            answer = pipeline.read(path.read_bytes(), path.name, known).answer
            (Path(folder) / f"{path.stem}.json").write_text(json.dumps(answer), "utf-8")
        done = subprocess.run(
            [sys.executable, SHARED / "gold" / "evaluate.py", truth, folder, "--json"],
            capture_output=True, text=True, check=True)
        return dict(json.loads(done.stdout))


def links(documents: Path) -> str:
    """Return what the evaluator of links says of the shared documents."""
    known = pipeline.knowledge()
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(documents.glob("*.txt")):
            answer = pipeline.read(path.read_bytes(), path.name, known).answer
            (Path(folder) / f"{path.stem}.json").write_text(json.dumps(answer), "utf-8")
        gold = SHARED / "gold"
        done = subprocess.run(
            [sys.executable, gold / "evaluate_links.py", gold / "links.json", gold, folder],
            capture_output=True, text=True, check=True)
        return done.stdout


def page() -> Iterator[str]:
    """Yield the lines of the page."""
    yield HEAD
    found = [(name, len(list(truth.glob("*.json"))) - (truth / "links.json").exists(),
              scores(truth, documents, places)) for name, truth, documents, places in SETS]
    yield "| score | " + " | ".join(f"{name} ({count})" for name, count, _ in found) + " |"
    yield "| --- |" + " --- |" * len(found)
    for score in found[0][2]:
        values = (f"{result[score]['f1']:.3f}" for _, _, result in found)
        yield f"| {score} | {' | '.join(values)} |"
    yield "\nLinks between the shared documents by shared concepts:\n"
    yield f"```\n{links(SHARED / 'corpus').rstrip()}\n```"


if __name__ == "__main__":
    for line in page():
        sys.stdout.write(f"{line}\n")
