"""Gathers nodes and edges, each once, with their evidence."""

from ingest.clean import Clean
from ingest.text import Range
from ontology import Batch, Edge, Node, Ref, Value


class Collection:
    """Nodes and edges gathered so far, each once, in the order of their coming."""

    def __init__(self, clean: Clean, document: str) -> None:
        self._clean = clean
        self.document = document
        self._nodes: dict[Ref, Node] = {}
        self._edges: dict[tuple[str, ...], Edge] = {}

    def node(self, type_: str, id_: str, /, **properties: Value | None) -> Ref:
        """Add a node without its absent properties and return its name."""
        node = Node(type_, id_, _present(properties))
        self._nodes.setdefault(node.ref, node)
        return node.ref

    def edge(self, type_: str, source: Ref, target: Ref, key: str = "", /,
             **properties: Value | None) -> None:
        """Add an edge once for each value of its key."""
        self._edges.setdefault((type_, source.id, target.id, key),
                               Edge(type_, source, target, _present(properties)))

    def evidence(self, at: Range) -> dict[str, Value]:
        """Return where in the stored text a fact stands."""
        span = self._clean.span(*at)
        return {"document": self.document, "start_char": span.start, "end_char": span.end,
                "quote": span.quote}

    def batch(self) -> Batch:
        """Return all records as one batch."""
        return Batch(f"doc:{self.document}", tuple(self._nodes.values()),
                     tuple(self._edges.values()))


def _present(properties: dict[str, Value | None]) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if value is not None}
