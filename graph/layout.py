"""The tables of a column store, computed from the ontology."""

from collections.abc import Mapping
from dataclasses import dataclass

from ontology import Ontology, Property

TYPES: Mapping[str, str] = {
    "text": "STRING", "integer": "INT64", "number": "DOUBLE", "boolean": "BOOL",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns by name; a relation has the pairs of node tables that it joins."""

    name: str
    columns: Mapping[str, str]
    pairs: frozenset[tuple[str, str]] = frozenset()

    @property
    def statement(self) -> str:
        """The statement that creates the table."""
        columns = [f"{name} {kind}" for name, kind in self.columns.items()]
        if self.pairs:
            ends = [f"FROM {source} TO {target}" for source, target in sorted(self.pairs)]
            return f"CREATE REL TABLE {self.name}({', '.join(ends + columns)})"
        return f"CREATE NODE TABLE {self.name}({', '.join(columns)}, PRIMARY KEY (id))"


def tables(ontology: Ontology) -> list[Table]:
    """Return the tables of an ontology, those of nodes first."""
    nodes = [Table(kind.name, {"id": "STRING", **_columns(kind.properties)})
             for kind in ontology.nodes.values()]
    relations = [Table(kind.name, _columns(kind.properties), frozenset(kind.pairs))
                 for kind in ontology.relations.values()]
    return nodes + relations


def _columns(properties: Mapping[str, Property]) -> dict[str, str]:
    return {name: TYPES[prop.kind.base] for name, prop in properties.items()}
