"""The whole documents that tests read, the truth about them, and the scores against it."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from ingest import pipeline
from ingest.read import FORMATS, load

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
PLACES = ROOT / "docs" / "places.csv"
DEVELOPMENT = ROOT / "tests" / "gold" / "development"
HELDOUT = ROOT / "tests" / "gold" / "heldout"
GOLDEN = ROOT / "tests" / "golden"
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus"
GOLD = SHARED / "gold"

Json = dict[str, Any]


def texts(folder: Path) -> list[Path]:
    """Return the documents of a folder, in whatever format, in the order of their names."""
    return sorted(path for path in folder.iterdir() if path.suffix in FORMATS)


def document(folder: Path, name: str) -> Path:
    """Return the document of a folder that bears a name, whatever its format."""
    return next(path for path in texts(folder) if path.stem == name)


@cache
def reading(path: Path) -> pipeline.Reading:
    """Read a document, those of `samples/` with their fictional places."""
    known = pipeline.knowledge(PLACES if path.parent == SAMPLES else None)
    return pipeline.read(load(path), path.name, known)


@cache
def score(name: str) -> ModuleType:
    """Return a scoring program of the shared gold set: `evaluate` or `evaluate_links`."""
    path = GOLD / f"{name}.py"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: the shared gold set has to lie beside the "
                                "repository, in ../shared/gold.")
    if name != "evaluate":
        score("evaluate")       # which the others import by this name
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module
