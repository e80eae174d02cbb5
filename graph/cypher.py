"""The Cypher statements that LadybugDB and Neo4j share, computed from the ontology.

Rows come as `$rows`, a list of maps that all have the same keys (an absent value is None), ids as
`$ids`. The spellings are the quick ones of both engines: nodes are created or set, never merged,
and the ends of an edge are found by a MATCH clause each. Where statements take `names`, these are
the properties that all rows have: LadybugDB takes an absent value for a text, and casts none but
those of new nodes.
"""

from collections.abc import Collection, Mapping

from graph.parts import owner_property
from ontology import Edge, Node, NodeType, Ontology, Property, RelationType, Value

Row = Mapping[str, Value | None]


def node_row(node: Node, kind: NodeType) -> Row:
    """Return a node as a row: its id and each declared property."""
    return {"id": node.id, **_values(node.properties, kind.properties)}


def edge_row(edge: Edge, relation: RelationType) -> Row:
    """Return an edge as a row: the ids of its ends and each declared property."""
    return {"source_id": edge.source.id, "target_id": edge.target.id,
            **_values(edge.properties, relation.properties)}


def create_nodes(kind: NodeType) -> str:
    """Return the statement that creates nodes of `$rows`."""
    return f"UNWIND $rows AS row CREATE (n:{kind.name} {{{_map('id', *kind.properties)}}})"


def set_nodes(kind: NodeType, names: Collection[str]) -> str:
    """Return the statement that gives the nodes of `$rows` their properties, and no others."""
    values = ", ".join(f"n.{name} = {f'row.{name}' if name in names else 'null'}"
                       for name in kind.properties)
    return f"UNWIND $rows AS row MATCH (n:{kind.name} {{id: row.id}}) SET {values}"


def find_nodes(kind: NodeType) -> str:
    """Return the statement that reads id and properties of the nodes among `$ids`."""
    columns = ", ".join(f"n.{name} AS {name}" for name in ("id", *kind.properties))
    return f"UNWIND $ids AS key MATCH (n:{kind.name} {{id: key}}) RETURN {columns}"


def ours(kind: NodeType, ontology: Ontology) -> str:
    """Return the condition by which a node `n` of a type is one that we wrote.

    On a server others may use the names of our types. So a node is ours that has an id of the
    type's form and a document's id, or, of a shared type, all that the type requires.
    """
    tests = [f"n.id STARTS WITH '{kind.prefix}-'" if kind.prefix else "n.id IS NOT NULL"]
    if kind.shared:
        tests += [f"n.{name} IS NOT NULL" for name, prop in kind.properties.items()
                  if prop.required]
    elif (owner := owner_property(kind)) != "id":
        tests.append(f"n.{owner} STARTS WITH '{ontology.node('Document').prefix}-'")
    return " AND ".join(tests)


def unreferenced(kind: NodeType, ontology: Ontology) -> str:
    """Return the statement that finds which of our nodes of `$ids` no edge enters."""
    return (f"UNWIND $ids AS key MATCH (n:{kind.name} {{id: key}}) WHERE {ours(kind, ontology)} "
            "AND NOT EXISTS { MATCH (n)<-[]-() } RETURN n.id AS id")


def loose(kind: NodeType, ontology: Ontology) -> str:
    """Return the statement that finds our nodes of a type that no edge enters."""
    return (f"MATCH (n:{kind.name}) WHERE {ours(kind, ontology)} "
            "AND NOT EXISTS { MATCH (n)<-[]-() } RETURN n.id AS id")


def delete_nodes(kind: NodeType) -> str:
    """Return the statement that deletes the nodes of `$ids` with their edges."""
    return f"UNWIND $ids AS key MATCH (n:{kind.name} {{id: key}}) DETACH DELETE n"


def delete_owned(kind: NodeType) -> str:
    """Return the statement that deletes a `$document`'s nodes of a type with their edges."""
    return f"MATCH (n:{kind.name} {{{owner_property(kind)}: $document}}) DETACH DELETE n"


def delete_links(relation: RelationType, source: str, target: str) -> str:
    """Return the statement that deletes the linked edges that belong to a `$document`."""
    return f"MATCH (:{source})-[r:{relation.name} {{document: $document}}]->(:{target}) DELETE r"


def linked_targets(relation: RelationType, source: str, target: str) -> str:
    """Return the statement that finds the nodes to which a `$document`'s linked edges lead."""
    return (f"MATCH (:{source})-[:{relation.name} {{document: $document}}]->(b:{target}) "
            "RETURN DISTINCT b.id AS id")


def create_edges(relation: RelationType, source: str, target: str, names: Collection[str]) -> str:
    """Return the statement that creates edges of `$rows` between two types."""
    values = f" {{{_map(*names)}}}" if names else ""
    return (f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source_id}}) "
            f"MATCH (b:{target} {{id: row.target_id}}) CREATE (a)-[:{relation.name}{values}]->(b)")


def find_edges(relation: RelationType, source: str, target: str) -> str:
    """Return the statement that reads ends and properties of the edges that leave `$ids`."""
    columns = ", ".join(["a.id AS source_id", "b.id AS target_id",
                         *(f"r.{name} AS {name}" for name in relation.properties)])
    return (f"UNWIND $ids AS key MATCH (a:{source} {{id: key}})-[r:{relation.name}]->(b:{target}) "
            f"RETURN {columns}")


def delete_edges(relation: RelationType, source: str, target: str) -> str:
    """Return the statement that deletes the edges of `$rows`."""
    where = f"WHERE r.{relation.key} = row.{relation.key} " if relation.key else ""
    return (f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source_id}})"
            f"-[r:{relation.name}]->(b:{target} {{id: row.target_id}}) {where}DELETE r")


def owned_targets(relation: RelationType, source: NodeType, target: str) -> str:
    """Return the statement that finds the nodes of a type to which a `$document`'s nodes point."""
    return (f"MATCH (a:{source.name} {{{owner_property(source)}: $document}})"
            f"-[:{relation.name}]->(b:{target}) RETURN DISTINCT b.id AS id")


def _map(*names: str) -> str:
    return ", ".join(f"{name}: row.{name}" for name in names)


def _values(values: Mapping[str, Value], properties: Mapping[str, Property]) -> Row:
    """Return all declared properties; a number is a float, as the engines keep one type each."""
    return {name: float(values[name]) if name in values and prop.kind.base == "number"
            else values.get(name) for name, prop in properties.items()}
