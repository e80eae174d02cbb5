"""The plain records that cross borders: all that `ingest` gives and `graph` takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Ref:
    """The name of a node: its type and its id."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its properties; absent values are left out, never None."""

    type: str
    id: str
    properties: Mapping[str, Value] = field(default_factory=dict)

    @property
    def ref(self) -> Ref:
        """The node's name."""
        return Ref(self.type, self.id)


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge between two nodes; absent values are left out, never None."""

    type: str
    source: Ref
    target: Ref
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a stored text: `text[start:end] == quote`, in code points."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Batch:
    """All records of one source, such as `doc:<id>`; they are replaced together."""

    source: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
