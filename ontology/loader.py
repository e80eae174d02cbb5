"""Reads `schema/` in two passes: all files first, then their names are linked.

So files may refer to each other in any order, and each fault names its file.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ontology.errors import SchemaError
from ontology.model import Kind, NodeType, Ontology, Property, RelationType, Statement

BASES = ("text", "integer", "number", "boolean")
EVIDENCE = {
    "document": {"kind": "reference", "required": True, "predicate": "edu:document"},
    "start_char": {"kind": "integer", "required": True, "predicate": "oa:start"},
    "end_char": {"kind": "integer", "required": True, "predicate": "oa:end"},
    "quote": {"kind": "text", "required": True, "predicate": "oa:exact"},
}


@cache
def load() -> Ontology:
    """Load the ontology that comes with the package."""
    root = files("ontology") / "schema"
    nodes = {entry.name[:-5]: yaml.safe_load(entry.read_text("utf-8"))
             for entry in sorted((root / "nodes").iterdir(), key=lambda entry: entry.name)}
    relations = {entry.name[:-5]: yaml.safe_load(entry.read_text("utf-8"))
                 for entry in sorted((root / "relations").iterdir(), key=lambda entry: entry.name)}
    return link(yaml.safe_load((root / "kinds.yaml").read_text("utf-8")), nodes, relations)


def link(kinds: Mapping[str, Any], nodes: Mapping[str, Any],
         relations: Mapping[str, Any]) -> Ontology:
    """Make an ontology of the files' contents; raise SchemaError naming file and fault."""
    linked_kinds = {name: _kind(name, raw) for name, raw in kinds.items()}
    linked_nodes = {name: _node(name, raw, linked_kinds) for name, raw in nodes.items()}
    linked = {name: _relation(name, raw, linked_kinds, linked_nodes)
              for name, raw in relations.items()}
    return Ontology(linked_kinds, linked_nodes, linked)


def _kind(name: str, raw: Mapping[str, Any]) -> Kind:
    kind = Kind(name, **_only(f"kind {name}", raw, "base", "values", "pattern", "minimum",
                              "maximum", values=raw.get("values", {})))
    if kind.base not in BASES:
        raise SchemaError(f"kind {name}: base {kind.base!r} is none of {', '.join(BASES)}.")
    return kind


def _node(name: str, raw: Mapping[str, Any], kinds: Mapping[str, Kind]) -> NodeType:
    where = f"nodes/{name}.yaml"
    _only(where, raw, "label", "comment", "class", "prefix", "shared", "evidence", "caption",
          "properties")
    properties = _properties(where, raw, kinds)
    if raw["caption"] not in properties:
        raise SchemaError(f"{where}: caption {raw['caption']!r} is no property of it.")
    return NodeType(
        name=name, label=raw["label"], comment=raw["comment"],
        class_=raw.get("class", f"edu:{name}"), prefix=raw.get("prefix", ""),
        shared=raw.get("shared", False), evidence=raw.get("evidence", False),
        caption=raw["caption"], properties=properties)


def _relation(name: str, raw: Mapping[str, Any], kinds: Mapping[str, Kind],
              nodes: Mapping[str, NodeType]) -> RelationType:
    where = f"relations/{name}.yaml"
    _only(where, raw, "label", "comment", "from", "to", "pairs", "predicate", "key", "evidence",
          "statement", "min_out", "max_out", "max_in", "properties")
    pairs = tuple((source, target) for source, target in raw.get("pairs") or
                  [(source, target) for source in raw["from"] for target in raw["to"]])
    for end in {end for pair in pairs for end in pair} - nodes.keys():
        raise SchemaError(f"{where}: end {end!r} is no node type.")
    properties = _properties(where, raw, kinds)
    if (key := raw.get("key")) is not None and key not in properties:
        raise SchemaError(f"{where}: key {key!r} is no property of it.")
    statement = raw.get("statement")
    return RelationType(
        name=name, label=raw["label"], comment=raw["comment"], pairs=pairs,
        predicate=raw.get("predicate", f"edu:{camel(name)}"), key=key,
        evidence=raw.get("evidence", False),
        statement=statement and Statement(statement["class"], statement["from"], statement["to"]),
        min_out=raw.get("min_out", 0), max_out=raw.get("max_out"), max_in=raw.get("max_in"),
        properties=properties)


def _properties(where: str, raw: Mapping[str, Any],
                kinds: Mapping[str, Kind]) -> dict[str, Property]:
    """Properties as declared, with those of the evidence where the type bears it."""
    declared = dict(raw.get("properties") or {})
    if raw.get("evidence"):
        declared |= EVIDENCE
    return dict(_linked(where, declared, kinds))


def _linked(where: str, declared: Mapping[str, Any],
            kinds: Mapping[str, Kind]) -> Iterator[tuple[str, Property]]:
    for name, raw in declared.items():
        _only(f"{where}, {name}", raw, "kind", "required", "predicate", "lang", "comment")
        if raw["kind"] not in kinds:
            raise SchemaError(f"{where}, {name}: kind {raw['kind']!r} is none of "
                              f"{', '.join(kinds)}.")
        yield name, Property(
            name=name, kind=kinds[raw["kind"]], required=raw.get("required", False),
            predicate=raw.get("predicate", f"edu:{camel(name)}"), lang=raw.get("lang"),
            comment=raw.get("comment", ""))


def _only(where: str, raw: Mapping[str, Any], *allowed: str, **defaults: Any) -> dict[str, Any]:
    """Return the mapping with defaults; refuse a key that is not allowed."""
    for key in raw.keys() - set(allowed):
        raise SchemaError(f"{where}: {key!r} is none of {', '.join(allowed)}.")
    return {**raw, **defaults}


def camel(name: str) -> str:
    """Turn OWNED_BY or start_char into ownedBy or startChar."""
    first, *rest = re.split("_", name.lower())
    return first + "".join(word.capitalize() for word in rest)
