"""What can be said: node types, relation types and value kinds."""

from collections.abc import Mapping
from dataclasses import dataclass

from ontology.errors import SchemaError

Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: how it is kept and which values it admits."""

    name: str
    base: str
    values: Mapping[str, Labels]
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or relation type.

    `lang` makes its RDF literal a label in that language; `predicate` is a prefixed name.
    """

    name: str
    kind: Kind
    required: bool
    predicate: str
    lang: str | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class NodeType:
    """A type of node.

    `shared` nodes carry only what follows from their id, belong to no document, and live as long
    as an edge comes in. `prefix` begins the ids that are digests.
    """

    name: str
    label: Labels
    comment: str
    class_: str
    prefix: str
    shared: bool
    evidence: bool
    caption: str
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class Statement:
    """The RDF node that bears an edge's properties: its class and the predicates of its ends."""

    class_: str
    from_: str
    to: str


@dataclass(frozen=True, slots=True)
class RelationType:
    """A type of edge between the listed pairs of node types.

    Two edges are one when type, ends and the `key` property agree. `caption` is the property whose
    value a drawn edge shows, where it is not the type's label. `max_out` bounds the edges that
    leave a node, `min_out` too; `max_in` bounds those that enter one. `linked` edges tie documents
    together: they are found anew when one of these changes, and each belongs to the document that
    its property of that name gives.
    """

    name: str
    label: Labels
    comment: str
    pairs: tuple[tuple[str, str], ...]
    predicate: str
    key: str | None
    caption: str | None
    evidence: bool
    linked: bool
    statement: Statement | None
    min_out: int
    max_out: int | None
    max_in: int | None
    properties: Mapping[str, Property]

    @property
    def sources(self) -> tuple[str, ...]:
        """The node types at which its edges begin."""
        return tuple(dict.fromkeys(source for source, _ in self.pairs))

    @property
    def targets(self) -> tuple[str, ...]:
        """The node types at which its edges end."""
        return tuple(dict.fromkeys(target for _, target in self.pairs))


@dataclass(frozen=True, slots=True)
class Ontology:
    """All types by name, in the order of their file names."""

    kinds: Mapping[str, Kind]
    nodes: Mapping[str, NodeType]
    relations: Mapping[str, RelationType]

    def node(self, name: str) -> NodeType:
        """Return a node type; raise SchemaError where there is none of that name."""
        if name not in self.nodes:
            raise SchemaError(f"No node type {name!r}; there are {', '.join(self.nodes)}.")
        return self.nodes[name]

    def relation(self, name: str) -> RelationType:
        """Return a relation type; raise SchemaError where there is none of that name."""
        if name not in self.relations:
            raise SchemaError(f"No relation type {name!r}; there are {', '.join(self.relations)}.")
        return self.relations[name]
