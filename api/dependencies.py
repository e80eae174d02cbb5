"""What routes receive: the stores that answer."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from api.serving import SharedStore
from graph import Language, Store


def stores(request: Request) -> dict[Language, SharedStore]:
    """Return the stores that requests share."""
    found: dict[Language, SharedStore] = request.app.state.stores
    return found


Stores = Annotated[dict[Language, SharedStore], Depends(stores)]


def cypher_store(shared: Stores) -> Iterator[Store]:
    """Lease the store that speaks Cypher for one request."""
    with shared[Language.CYPHER].lease() as store:
        yield store


CypherStore = Annotated[Store, Depends(cypher_store)]
