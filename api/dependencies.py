"""What routes receive: the stores that answer, and the labels of concepts."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from api.serving import SharedStore
from api.workspace import Workspace
from graph import Language, Store


def stores(request: Request) -> dict[Language, SharedStore]:
    """Return the stores that requests share."""
    found: dict[Language, SharedStore] = request.app.state.stores
    return found


Stores = Annotated[dict[Language, SharedStore], Depends(stores)]


def labels(request: Request) -> dict[str, str]:
    """Return the labels by which requests name concepts, accepted terms among them."""
    workspace: Workspace = request.app.state.workspace
    return workspace.thesaurus.labels


Labels = Annotated[dict[str, str], Depends(labels)]


def cypher_store(shared: Stores) -> Iterator[Store]:
    """Lease the store that speaks Cypher for one request."""
    with shared[Language.CYPHER].lease() as store:
        yield store


CypherStore = Annotated[Store, Depends(cypher_store)]
