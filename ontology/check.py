"""Checks records against the schema before any store sees them."""

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
        kind = ontology.node(node.type)
        _values(f"{node.type} {node.id}", node.properties, kind.properties)
    for edge in edges:
        relation = ontology.relation(edge.type)
        where = f"{edge.type} {edge.source.id} → {edge.target.id}"
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
