"""Tells the nodes that we wrote in a Neo4j database from those of others.

Others may use the same database and even the names of our types. What is not ours (`ours` in
`graph/cypher.py` says by what we know it) is never changed nor deleted.
"""

from collections.abc import Callable, Iterable

from graph.backends.neo4j.errors import Where
from graph.cypher import ours
from graph.errors import StoreRefusedError
from ontology import NodeType, Ontology

Count = Callable[[str], int]    # runs a statement and returns the number it gives


def match_ours(kind: NodeType, ontology: Ontology) -> str:
    """Return the clause that finds our nodes of a type."""
    return f"MATCH (n:{kind.name}) WHERE {ours(kind, ontology)}"


def strangers(count: Count, ontology: Ontology) -> dict[str, int]:
    """Return how many nodes bear the name of a type of ours and are not ours, where there are."""
    found = {kind.name: count(f"MATCH (n:{kind.name}) WHERE NOT coalesce({ours(kind, ontology)}, "
                              "false) RETURN count(n)") for kind in ontology.nodes.values()}
    return {name: number for name, number in found.items() if number}


def constraint(kind: NodeType) -> str:
    """Return the name of the constraint that makes the ids of a type unique."""
    return f"{kind.name.lower()}_id"


def claim(where: Where, present: Iterable[str], count: Count, ontology: Ontology) -> None:
    """Raise StoreRefusedError before the names of our types are claimed that others use already.

    They are claimed once the constraint of each is among the `present` indexes. From then on a
    stranger's node is left alone, too, but does not keep us from our own.
    """
    if {constraint(kind) for kind in ontology.nodes.values()} <= set(present):
        return
    if found := strangers(count, ontology):
        told = ", ".join(f"{number} of type {name}" for name, number in found.items())
        named = f"Database {where.database!r}" if where.database else "The default database"
        raise StoreRefusedError(
            f"{named} of Neo4j at {where.url} holds nodes of somebody else under names of ours "
            f"({told}); nothing was changed. Take another server or, with Neo4j Enterprise, a "
            "database of its own (CREATE DATABASE edupolicy; neo4j://host/edupolicy).")
