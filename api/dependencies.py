"""What routes receive: the store that answers."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from api.serving import SharedStore
from api.workspace import Workspace
from graph import Language, Store


def workspace(request: Request) -> Workspace:
    """Return the workspace of the server."""
    found: Workspace = request.app.state.workspace
    return found


def stores(request: Request) -> dict[Language, SharedStore]:
    """Return the stores that requests share."""
    found: dict[Language, SharedStore] = request.app.state.stores
    return found


def cypher_store(shared: Annotated[dict[Language, SharedStore], Depends(stores)]) -> Iterator[
        Store]:
    """Lease the store that speaks Cypher for one request."""
    with shared[Language.CYPHER].lease() as store:
        yield store


Stores = Annotated[dict[Language, SharedStore], Depends(stores)]
CypherStore = Annotated[Store, Depends(cypher_store)]
ServerWorkspace = Annotated[Workspace, Depends(workspace)]
