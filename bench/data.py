"""The documents that are measured: a corpus beside the repository where there is one, and samples."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.extract import Knowledge
from ingest.pipeline import knowledge

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = ROOT / "samples"
NO_CORPUS = ("There is no corpus at ../shared/corpus (beside the repository), so the samples alone "
             "are measured; put text files of real documents there to measure those.")


@dataclass(frozen=True, slots=True)
class Document:
    """A file's name and bytes."""

    name: str
    content: bytes


def corpus() -> tuple[Document, ...]:
    """Return the documents of the corpus by name; none where it is missing."""
    return _documents(CORPUS)


def samples() -> tuple[Document, ...]:
    """Return the samples by name."""
    return _documents(SAMPLES)


def graph_documents() -> tuple[Document, ...]:
    """Return the documents of which a graph is made: the corpus, or without one the samples."""
    return corpus() or samples()


@cache
def known() -> Knowledge:
    """Return what reading depends on, with the places of the samples."""
    return knowledge(SAMPLES / "places.csv")


def _documents(folder: Path) -> tuple[Document, ...]:
    return tuple(Document(path.name, path.read_bytes()) for path in sorted(folder.glob("*.txt")))
