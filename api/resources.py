"""Reads nodes of a type from the store: a page of them, or one with its neighbours.

The statements are computed from the ontology and are in the Cypher that all its stores share. A
resource is a node type under its plural: `/tasks`, `/localities`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.errors import NotFoundError
from graph import Cell, Limits, Store
from ontology import NodeType, Ontology, Property, RelationType, Value

LIMITS = Limits(seconds=10)
NEIGHBOURS = 100  # neighbours of one relation that are shown with a node

Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Direction:
    """A relation as it leaves (`out`) or enters (`in`) a node type, and the type at its end."""

    relation: RelationType
    way: str
    other: NodeType


def plural(kind: NodeType) -> str:
    """Return the path of a type's resource: Locality is at `localities`."""
    name = kind.name.lower()
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def filters(kind: NodeType) -> dict[str, Property]:
    """Return the properties by which a list can be narrowed: all but the place in the text."""
    return {name: prop for name, prop in kind.properties.items()
            if name not in ("start_char", "end_char", "quote")}


def free(prop: Property) -> bool:
    """Tell whether a property is free text, which is searched rather than compared."""
    return prop.kind.name == "text"


def page(store: Store, kind: NodeType, wanted: Mapping[str, Value], limit: int,
         offset: int) -> tuple[int, list[Object]]:
    """Return how many nodes fit, and a page of them by document and position, else by id."""
    tests = [f"n.{name} {'CONTAINS' if free(kind.properties[name]) else '='} ${name}"
             for name in wanted]
    where = f"MATCH (n:{kind.name}){' WHERE ' + ' AND '.join(tests) if tests else ''}"
    order = [f"n.{name}" for name in ("document", "position", "id")
             if name == "id" or name in kind.properties]
    total = store.run(f"{where} RETURN count(n.id) AS total", wanted, LIMITS).rows[0][0]
    rows = store.run(f"{where} RETURN {_columns(kind)} ORDER BY {', '.join(order)} "
                     "SKIP $skipped LIMIT $taken",
                     {**wanted, "skipped": offset, "taken": limit}, LIMITS)
    assert isinstance(total, int)
    return total, [_object(kind, row) for row in rows.rows]


def one(store: Store, kind: NodeType, node_id: str) -> Object:
    """Return a node's properties; raise NotFoundError where there is none of that id."""
    rows = store.run(f"MATCH (n:{kind.name}) WHERE n.id = $id RETURN {_columns(kind)}",
                     {"id": node_id}, LIMITS).rows
    if not rows:
        raise NotFoundError(f"There is no {kind.name} with the id {node_id!r}; "
                            f"/{plural(kind)} lists those that there are.")
    return _object(kind, rows[0])


def neighbours(store: Store, ontology: Ontology, kind: NodeType, node_id: str) -> list[Object]:
    """Return the node's relations with what stands at their other ends; empty ones are left out."""
    found = []
    for direction in directions(ontology, kind):
        items = _ends(store, kind, direction, node_id)
        if items:
            found.append({"relation": direction.relation.name, "direction": direction.way,
                          "type": direction.other.name, "items": items[:NEIGHBOURS],
                          "more": len(items) > NEIGHBOURS})
    return found


def directions(ontology: Ontology, kind: NodeType) -> list[Direction]:
    """Return all the ways in which relations leave and enter a type."""
    pairs = [(relation, source, target) for relation in ontology.relations.values()
             for source, target in relation.pairs]
    return [Direction(relation, "out", ontology.nodes[target])
            for relation, source, target in pairs if source == kind.name] + \
           [Direction(relation, "in", ontology.nodes[source])
            for relation, source, target in pairs if target == kind.name]


def _ends(store: Store, kind: NodeType, direction: Direction, node_id: str) -> list[Object]:
    relation, other = direction.relation, direction.other
    left, right = ("-", "->") if direction.way == "out" else ("<-", "-")
    names = list(relation.properties)
    columns = ["m.id AS id", f"m.{other.caption} AS label",
               *(f"r.{name} AS {name}" for name in names)]
    order = ["label", "id", *([relation.key] if relation.key else [])]
    rows = store.run(
        f"MATCH (n:{kind.name}){left}[r:{relation.name}]{right}(m:{other.name}) WHERE n.id = $id "
        f"RETURN {', '.join(columns)} ORDER BY {', '.join(order)} LIMIT {NEIGHBOURS + 1}",
        {"id": node_id}, LIMITS).rows
    return [{"id": row[0], "label": row[1],
             "properties": _given(dict(zip(names, row[2:], strict=True)))} for row in rows]


def _columns(kind: NodeType) -> str:
    return ", ".join(["n.id AS id", *(f"n.{name} AS {name}" for name in kind.properties)])


def _object(kind: NodeType, row: tuple[Cell, ...]) -> Object:
    return dict(zip(("id", *kind.properties), row, strict=True))


def _given(values: Object) -> Object:
    return {name: value for name, value in values.items() if value is not None}
