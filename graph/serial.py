"""Turns a batch of records into bytes and back, the same bytes on every machine."""

import json
import zlib
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from ontology import Batch, Edge, Node, Ref, Value


def write(batch: Batch) -> bytes:
    """Return a batch as JSON, its records in the order of their ids."""
    nodes = [[node.type, node.id, _sorted(node.properties)] for node in batch.nodes]
    edges = [[edge.type, edge.source.type, edge.source.id, edge.target.type, edge.target.id,
              _sorted(edge.properties)] for edge in batch.edges]
    raw = {"source": batch.source, "nodes": sorted(nodes, key=json.dumps),
           "edges": sorted(edges, key=json.dumps)}
    return json.dumps(raw, allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode()


def read(data: bytes) -> Batch:
    """Return the batch that `write` turned into bytes."""
    raw = json.loads(data)
    return Batch(
        source=raw["source"],
        nodes=tuple(Node(kind, id_, values) for kind, id_, values in raw["nodes"]),
        edges=tuple(_edge(*row) for row in raw["edges"]))


def digest(data: bytes) -> str:
    """Return a digest of a written batch: stores that hold it need not be written again."""
    return sha256(data).hexdigest()


def pack(data: bytes) -> bytes:
    """Return bytes as they are kept: about a tenth of the size."""
    return zlib.compress(data)


def unpack(data: bytes) -> bytes:
    """Return what `pack` took."""
    return zlib.decompress(data)


def _edge(kind: str, source_type: str, source: str, target_type: str, target: str,
          values: dict[str, Value]) -> Edge:
    return Edge(kind, Ref(source_type, source), Ref(target_type, target), values)


def _sorted(values: Mapping[str, Value]) -> dict[str, Any]:
    return dict(sorted(values.items()))
