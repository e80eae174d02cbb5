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
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

from ingest import pipeline
from ingest.read import FORMATS
from tests.ingest.link.scores import score
from tests.ingest.test_functions_gold import share

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

LINKED = """
## Concepts that tie documents together

Families of tasks of several documents that share a concept, as a reader who saw neither thesaurus
nor rules lists them. *families*: one label reaches a right task in every document of the family;
*pairs*: tasks of two documents that share a family share a label; *precision*: pairs that share a
label share a family, a lower bound, as the lists are not complete.
"""
YEARS = """
## Plans, reports and next plans

F1 of the ties between plan, report and next plan of fictional places, written before the matcher by
others; *met*, *difference* and *change*: the share that is right among the pairs found. The weights
were fitted on *development*.
"""
FUNCTIONS = """
## Functions of departments

The share of 110 names a half whose functions are just those of the truth.
"""
HALVES = {"development": "development", "held out": "heldout"}

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


def links(families: Path, truth: Path, documents: Path) -> dict[str, str]:
    """Return what the evaluator of links says of the documents of some families, by score."""
    known = pipeline.knowledge()
    named = {name for one in json.loads(families.read_text("utf-8")) for name in one["tasks"]}
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(path for path in documents.iterdir() if path.suffix in FORMATS):
            if f"{path.stem}.json" in named:
                answer = pipeline.read(path.read_bytes(), path.name, known).answer
                (Path(folder) / f"{path.stem}.json").write_text(json.dumps(answer), "utf-8")
        done = subprocess.run(
            [sys.executable, SHARED / "gold" / "evaluate_links.py", families, truth, folder],
            capture_output=True, text=True, check=True)
    return dict(line.split() for line in done.stdout.splitlines() if not line.startswith("("))


def page() -> Iterator[str]:
    """Yield the lines of the page."""
    yield HEAD
    found = {name: scores(truth, documents, places) for name, truth, documents, places in SETS}
    yield from _table({name: parts[""] for name, parts in found.items()})
    for name in ("development", "held out"):
        yield f"\nThe {name} set by format:\n"
        yield from _table({kind: part for kind, part in sorted(found[name].items()) if kind})
    yield LINKED
    gold = ROOT / "tests" / "gold"
    columns = {"shared": links(SHARED / "gold" / "links.json", SHARED / "gold",
                               SHARED / "corpus")}
    columns |= {name: links(gold / "links" / f"{half}.json", gold / half, gold / half)
                for name, half in HALVES.items()}
    yield from _rows(columns)
    yield YEARS
    yield from _rows({name: {score: f"{value:.3f}" for score, value in asdict(score(half)).items()}
                      for name, half in HALVES.items()})
    yield FUNCTIONS
    yield from _rows({name: {"right": f"{share(half):.3f}"} for name, half in HALVES.items()})


def _rows(columns: dict[str, dict[str, str]]) -> Iterator[str]:
    """Yield the lines of a table of written values by column and row."""
    yield "| score | " + " | ".join(columns) + " |"
    yield "| --- |" + " --- |" * len(columns)
    for name in next(iter(columns.values())):
        yield f"| {name} | {' | '.join(column[name] for column in columns.values())} |"


def _table(columns: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of a table of scores; each head says how many documents there are."""
    scores = next(iter(columns.values()))
    yield from _rows({name: {score: f"{column[score].f1:.3f}" for score in scores}
                      for name, column in columns.items()})


if __name__ == "__main__":
    for line in page():
        sys.stdout.write(f"{line}\n")
