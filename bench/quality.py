"""Scores extraction on every gold set with the evaluator beside the shared truth.

`python -m bench.quality > docs/quality.md` writes the page. The evaluator and the shared documents
stand in `../shared` beside the project.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from ingest import pipeline
from ingest.read import FORMATS

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

The evaluator looks up the indicators of each task, and counts those of indicator tables, which have
no task, as too much even where they are right. Here they are compared with each other, as those of
one more task of the document.

Made by `python -m bench.quality`.
"""

Json = dict[str, Any]
TABLE = {"id": "table", "goal": None, "number": None, "title": "指标表", "text": "指标表",
         "starts": "指标表", "ends": "指标表"}
"""Stands for the task that the indicators of tables have not."""


def compare(evaluate: ModuleType, truth: Json, found: Json, scores: dict[str, Any]) -> None:
    """Add a document's scores, the indicators without a task compared with each other."""
    evaluate.compare(*(_only(one, tasks=True) for one in (truth, found)), scores)
    apart = {name: evaluate.Score() for name in scores}
    evaluate.compare(*(_only(one, tasks=False) for one in (truth, found)), apart)
    for name in ("numbers", "indicators", "measures"):
        scores[name].add(apart[name].hit, apart[name].missed, apart[name].extra)
        scores[name].notes += apart[name].notes


def _only(one: Json, *, tasks: bool) -> Json:
    """Return a document with the indicators of tasks only, or with those of tables only."""
    inside = [i for i in one["indicators"] if (i["task"] is not None) == tasks]
    if tasks:
        return one | {"indicators": inside}
    return {"file": one["file"], "document": {}, "tasks": [TABLE],
            "indicators": [i | {"task": TABLE["id"]} for i in inside]}


def scores(truth: Path, documents: Path, places: Path | None) -> dict[str, dict[str, Any]]:
    """Return the scores of a gold set, over all documents and by format."""
    known = pipeline.knowledge(places)
    evaluate = _evaluate()
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(path for path in documents.iterdir() if path.suffix in FORMATS):
        if not (truth / f"{path.stem}.json").exists():
            continue
        wanted = json.loads((truth / f"{path.stem}.json").read_text("utf-8"))
        answer = pipeline.read(path.read_bytes(), path.name, known).answer
        for kind in ("", path.suffix):
            total = found.setdefault(kind, {name: evaluate.Score() for name in evaluate.NAMES})
            compare(evaluate, wanted, answer, total)
    return found


def _evaluate() -> ModuleType:
    """Return the evaluator."""
    spec = importlib.util.spec_from_file_location("evaluate", SHARED / "gold" / "evaluate.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{SHARED / 'gold'} is missing: it has to lie beside the project.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
    found = {name: scores(truth, documents, places) for name, truth, documents, places in SETS}
    yield from _table({name: parts[""] for name, parts in found.items()})
    for name in ("development", "held out"):
        yield f"\nThe {name} set by format:\n"
        yield from _table({kind: part for kind, part in sorted(found[name].items()) if kind})
    yield "\nLinks between the shared documents by shared concepts:\n"
    yield f"```\n{links(SHARED / 'corpus').rstrip()}\n```"


def _table(columns: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of a table of scores; each head says how many documents there are."""
    yield "| score | " + " | ".join(columns) + " |"
    yield "| --- |" + " --- |" * len(columns)
    for score in next(iter(columns.values())):
        values = (f"{column[score].f1:.3f}" for column in columns.values())
        yield f"| {score} | {' | '.join(values)} |"


if __name__ == "__main__":
    for line in page():
        sys.stdout.write(f"{line}\n")
