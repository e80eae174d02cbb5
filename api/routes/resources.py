"""Nodes of each type: a list with filters and pages, and one with its neighbours and evidence.

There is a pair of routes for each node type of the ontology, and none is written by hand.
"""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel

from api import models, resources
from api.dependencies import CypherStore
from api.rows import keyed
from ontology import NodeType, Ontology
from queries import find, run

EVIDENCE = "evidence"  # the named question that tells where a node is written


def make_router(ontology: Ontology) -> APIRouter:
    """Return the routes of all node types."""
    router = APIRouter()
    for kind in ontology.nodes.values():
        path, item = f"/{resources.plural(kind)}", models.node(kind)
        router.add_api_route(
            path, _lister(kind, models.selection(kind)), response_model=models.page(kind, item),
            name=f"list_{resources.plural(kind)}", summary=f"List: {kind.label['en']}",
            description=kind.comment, tags=[resources.plural(kind)])
        router.add_api_route(
            f"{path}/{{node_id}}", _shower(kind, ontology),
            response_model=models.detail(kind, item), name=f"show_{kind.name.lower()}",
            summary=f"Show one: {kind.label['en']}", tags=[resources.plural(kind)])
    return router


def _lister(kind: NodeType, selection: type[BaseModel]) -> Callable[..., Any]:
    def list_nodes(asked: Annotated[selection, Query()],  # type: ignore[valid-type]
                   store: CypherStore) -> dict[str, Any]:
        """List the nodes that fit."""
        wanted = asked.model_dump(exclude_none=True)  # type: ignore[attr-defined]
        limit, offset = wanted.pop("limit"), wanted.pop("offset")
        total, items = resources.page(store, kind, wanted, limit, offset)
        return {"total": total, "limit": limit, "offset": offset, "items": items}

    return list_nodes


def _shower(kind: NodeType, ontology: Ontology) -> Callable[..., Any]:
    def show_node(node_id: Annotated[str, Path(description="Id of the node.")],
                  store: CypherStore) -> dict[str, Any]:
        """Show a node, its relations, and the words that bear it."""
        node = resources.one(store, kind, node_id)
        answer = run(find(EVIDENCE), store, {"id": node_id}, limits=resources.LIMITS,
                     limit=resources.NEIGHBOURS)
        return {"node": node,
                "neighbours": resources.neighbours(store, ontology, kind, node_id),
                "evidence": keyed(answer.columns, answer.rows)}

    return show_node
