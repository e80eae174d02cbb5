"""What every backend offers: about as little as a graph needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Protocol

from ontology import Batch, Edge, Node, Ontology, Ref, Value

Param = Value | Ref | Sequence[str] | Sequence[Ref]
Cell = Value | None


class Language(StrEnum):
    """A query language."""

    CYPHER = "cypher"
    SPARQL = "sparql"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one query: seconds of evaluation, number of rows, characters of all cells."""

    seconds: float = 30.0
    rows: int = 10_000
    characters: int = 50_000_000


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of scalars: names of columns and rows of that many cells.

    `truncated` tells that a limit of rows or characters cut it.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    truncated: bool = False


class Store(Protocol):
    """A place that keeps records and answers query texts."""

    language: ClassVar[Language]
    dialect: ClassVar[str]  # the backend whose own texts of a question it takes

    def prepare(self, ontology: Ontology) -> bool:
        """Create tables, constraints and indexes; tell whether the store is empty.

        An embedded store that was made for another ontology or IRI base is emptied first: it is
        derived from the ledger and nobody else's.
        """
        ...

    def replace(self, source: str, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Put the records in the place of all of the same source, in one transaction.

        `source` is `doc:<id>`. With nothing given the source is removed. Shared nodes are kept
        while another source refers to them, and go with the last reference.
        """
        ...

    def load(self, batches: Iterable[Batch]) -> None:
        """Empty the store and fill it with the batches."""
        ...

    def run(self, text: str, params: Mapping[str, Param], limits: Limits) -> Rows:
        """Answer a query text of our own, read-only and bounded.

        A Ref stands for its node: an id in Cypher, an IRI in SPARQL.
        """
        ...

    def vet(self, text: str) -> None:
        """Raise QueryRefusedError unless the engine sees in a text one statement that reads."""
        ...

    def close(self) -> None:
        """Release files and connections."""
        ...
