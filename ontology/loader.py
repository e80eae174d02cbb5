"""Reads `schema/` in two passes: all files first, then their names are linked.

So files may refer to each other in any order, and each fault names its file.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
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
    where = f"kind {name}"
    _fields(where, raw, needed=("base",), others=("values", "pattern", "minimum", "maximum"))
    _known(f"{where}, base", raw["base"], BASES)
    return Kind(name, **{"values": {}, **raw})


def _node(name: str, raw: Mapping[str, Any], kinds: Mapping[str, Kind]) -> NodeType:
    where = f"nodes/{name}.yaml"
    _fields(where, raw, needed=("label", "comment", "caption", "properties"),
            others=("class", "prefix", "shared", "evidence"))
    properties = _properties(where, raw, kinds)
    _known(f"{where}, caption", raw["caption"], properties)
    return NodeType(
        name=name, label=raw["label"], comment=raw["comment"],
        class_=raw.get("class", f"edu:{name}"), prefix=raw.get("prefix", ""),
        shared=raw.get("shared", False), evidence=raw.get("evidence", False),
        caption=raw["caption"], properties=properties)


def _relation(name: str, raw: Mapping[str, Any], kinds: Mapping[str, Kind],
              nodes: Mapping[str, NodeType]) -> RelationType:
    where = f"relations/{name}.yaml"
    ends = ("pairs",) if "pairs" in raw else ("from", "to")
    _fields(where, raw, needed=("label", "comment", *ends),
            others=("predicate", "key", "caption", "evidence", "linked", "statement", "min_out",
                    "max_out", "max_in", "properties"))
    if any(len(pair) != 2 for pair in raw.get("pairs", ())):
        raise SchemaError(f"{where}: each of 'pairs' is a list of two node types.")
    pairs = tuple((source, target) for source, target in raw.get("pairs") or
                  [(source, target) for source in raw["from"] for target in raw["to"]])
    for end in (end for pair in pairs for end in pair):
        _known(f"{where}, end", end, nodes)
    properties = _properties(where, raw, kinds)
    for field in ("key", "caption"):
        if field in raw:
            _known(f"{where}, {field}", raw[field], properties)
    if raw.get("linked"):
        _known(f"{where}, linked: property", "document", properties)
    statement = raw.get("statement")
    if statement:
        _fields(f"{where}, statement", statement, needed=("class", "from", "to"), others=())
    return RelationType(
        name=name, label=raw["label"], comment=raw["comment"], pairs=pairs,
        predicate=raw.get("predicate", f"edu:{camel(name)}"), key=raw.get("key"),
        caption=raw.get("caption"), evidence=raw.get("evidence", False),
        linked=raw.get("linked", False),
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
        _fields(f"{where}, {name}", raw, needed=("kind",),
                others=("required", "predicate", "lang", "comment"))
        _known(f"{where}, {name}, kind", raw["kind"], kinds)
        yield name, Property(
            name=name, kind=kinds[raw["kind"]], required=raw.get("required", False),
            predicate=raw.get("predicate", f"edu:{camel(name)}"), lang=raw.get("lang"),
            comment=raw.get("comment", ""))


def _fields(where: str, raw: Mapping[str, Any], *, needed: Sequence[str],
            others: Sequence[str]) -> None:
    """Refuse a field that is not allowed, and one that is missing."""
    for field in raw:
        _known(where, field, (*needed, *others))
    for field in needed:
        if raw.get(field) is None:
            raise SchemaError(f"{where}: {field!r} is missing.")


def _known(where: str, value: object, allowed: Collection[str]) -> None:
    if value not in allowed:
        raise SchemaError(f"{where}: {value!r} is none of {', '.join(sorted(allowed))}.")


def camel(name: str) -> str:
    """Turn OWNED_BY or start_char into ownedBy or startChar."""
    first, *rest = re.split("_", name.lower())
    return first + "".join(word.capitalize() for word in rest)
