"""What every backend offers: about as little as a graph needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Protocol

from ontology import Batch, Edge, Node, Ontology, Ref, Value

Param = Value | Ref | Sequence[str]
Cell = Value | None


class Language(StrEnum):
    """A query language."""

    CYPHER = "cypher"
    SPARQL = "sparql"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one query: seconds of evaluation and number of rows."""

    seconds: float = 30.0
    rows: int = 10_000


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of scalars: names of columns and rows of that many cells.

    `truncated` tells that the row limit cut it.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    truncated: bool = False


class Store(Protocol):
    """A place that keeps records and answers query texts."""

    language: ClassVar[Language]

    def prepare(self, ontology: Ontology) -> bool:
        """Create tables, constraints and indexes; tell whether the store was empty."""
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
        """Answer a query text, read-only and bounded."""
        ...

    def close(self) -> None:
        """Release files and connections."""
        ...
