"""Stable ids: the same things get the same ids on every machine, in any order of ingest."""

from hashlib import sha256

from ontology.records import Edge

LENGTH = 16  # hex digits, 64 bits: a collision among a billion nodes is improbable


def digest(*parts: str | int | None) -> str:
    """Return a digest of the parts; their borders count, so ("ab", "c") is not ("a", "bc")."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return sha256(text.encode()).hexdigest()[:LENGTH]


def make(prefix: str, *parts: str | int | None) -> str:
    """Return an id such as `task-1f0c…`."""
    return f"{prefix}-{digest(*parts)}"


def edge_key(edge: Edge, key: str | None) -> tuple[str, str, str, str]:
    """Return what identifies an edge: type, ends and the value of its key property."""
    value = "" if key is None else str(edge.properties.get(key, ""))
    return edge.type, edge.source.id, edge.target.id, value
