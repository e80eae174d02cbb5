"""What can be said: types, records, ids, RDF, the thesaurus and administrative divisions."""

from ontology.loader import load
from ontology.model import Kind, NodeType, Ontology, Property, RelationType
from ontology.records import Batch, Edge, Node, Ref, Span, Value

__all__ = ["Batch", "Edge", "Kind", "Node", "NodeType", "Ontology", "Property", "Ref",
           "RelationType", "Span", "Value", "load"]
