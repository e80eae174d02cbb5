"""Checks records against the schema before any store sees them."""

import math
import re
from collections.abc import Iterable, Mapping

from ontology.errors import RecordError
from ontology.model import Kind, Ontology, Property
from ontology.records import Edge, Node, Value

PYTHON: Mapping[str, type | tuple[type, ...]] = {
    "text": str, "integer": int, "number": (int, float), "boolean": bool,
}


def check(nodes: Iterable[Node], edges: Iterable[Edge], ontology: Ontology) -> None:
    """Raise RecordError at the first record that does not fit the schema."""
    for node in nodes:
        where = f"{node.type} {node.id}"
        if node.type not in ontology.nodes:
            raise RecordError(f"{where}: no node type {node.type!r}; there are "
                              f"{', '.join(ontology.nodes)}.")
        _values(where, node.properties, ontology.nodes[node.type].properties)
    for edge in edges:
        where = f"{edge.type} {edge.source.id} → {edge.target.id}"
        if edge.type not in ontology.relations:
            raise RecordError(f"{where}: no relation type {edge.type!r}; there are "
                              f"{', '.join(ontology.relations)}.")
        relation = ontology.relations[edge.type]
        if (edge.source.type, edge.target.type) not in relation.pairs:
            raise RecordError(f"{where}: {edge.type} does not join {edge.source.type} "
                              f"to {edge.target.type}.")
        _values(where, edge.properties, relation.properties)


def _values(where: str, values: Mapping[str, Value], properties: Mapping[str, Property]) -> None:
    for name in values.keys() - properties.keys():
        raise RecordError(f"{where}: no property {name!r}; there are {', '.join(properties)}.")
    for name, prop in properties.items():
        if name in values:
            _value(f"{where}, {name}", values[name], prop.kind)
        elif prop.required:
            raise RecordError(f"{where}: property {name!r} is missing.")


def _value(where: str, value: Value, kind: Kind) -> None:
    is_boolean = isinstance(value, bool)
    if not isinstance(value, PYTHON[kind.base]) or is_boolean != (kind.base == "boolean"):
        raise RecordError(f"{where}: {value!r} is no {kind.base}.")
    if kind.values and value not in kind.values:
        raise RecordError(f"{where}: {value!r} is none of {', '.join(kind.values)}.")
    if kind.pattern and not re.search(kind.pattern, str(value)):
        raise RecordError(f"{where}: {value!r} does not match {kind.pattern}.")
    if isinstance(value, (int, float)) and not _within(value, kind):
        raise RecordError(f"{where}: {value!r} is out of bounds.")


def _within(value: float, kind: Kind) -> bool:
    low = -math.inf if kind.minimum is None else kind.minimum
    high = math.inf if kind.maximum is None else kind.maximum
    return math.isfinite(value) and low <= value <= high
