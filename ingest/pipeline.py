"""The way of a document: bytes → text → clean text → facts → records. Nothing here has effects."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from ingest.answer import answer
from ingest.clean import clean
from ingest.concepts import Matcher
from ingest.explain import Taken, doubts, explain
from ingest.extract import Knowledge, extract
from ingest.map import records
from ingest.read import read as read_file
from ontology import Batch, check, divisions, load, thesaurus
from ontology.terms import Term

PACKAGES = ("ontology", "ingest")


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a document gives: the stored text, its records, and the answer as JSON.

    `taken` tells how each of its paragraphs was taken.
    """

    document: str
    title: str
    text: str
    batch: Batch
    answer: dict[str, Any]
    taken: tuple[Taken, ...]
    warnings: tuple[str, ...]


@cache
def knowledge(places: Path | None = None, terms: tuple[Term, ...] = ()) -> Knowledge:
    """Return what reading depends on; `places` is a file of more places (divisions' columns).

    `terms` are those that a person accepted.
    """
    known = thesaurus.extended(terms)
    return Knowledge(divisions.load(places), Matcher(known.labels, known.above), known)


@cache
def rules(places: Path | None = None, terms: tuple[Term, ...] = ()) -> str:
    """Return a digest of all that a reading depends on: code, vocabularies, thesaurus, places.

    Accepted terms are part of it, whoever accepted them, and in whatever order.
    """
    if terms:
        said = sorted((one.term, one.english, one.broader) for one in terms)
        return sha256(repr((rules(places), said)).encode()).hexdigest()
    state = sha256(places.read_bytes() if places else b"")
    for package in PACKAGES:
        for content in _contents(files(package)):
            state.update(sha256(content).digest())
    return state.hexdigest()


def _contents(folder: Traversable) -> list[bytes]:
    """Return the contents of a package's files, in the order of their names."""
    found: list[bytes] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += _contents(entry)
        elif entry.name.endswith((".py", ".yaml", ".ttl", ".csv", ".txt")):
            found.append(entry.read_bytes())
    return found


def read(content: bytes, name: str, known: Knowledge) -> Reading:
    """Read a document; raise ReadError where its bytes hold no text."""
    text = read_file(content, name)
    cleaned = clean(text)
    facts = extract(cleaned, known)
    taken = tuple(explain(cleaned, facts))
    facts.warnings += [*text.warnings, *doubts(taken)]
    batch = records(cleaned, facts, known.divisions, known.thesaurus, source=name,
                    sha256=sha256(content).hexdigest())
    check.check(batch.nodes, batch.edges, load())
    return Reading(batch.source.removeprefix("doc:"), facts.metadata.title or name, text.stored,
                   batch, answer(cleaned, facts, known.thesaurus, name), taken,
                   tuple(facts.warnings))
