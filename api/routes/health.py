"""Whether the server runs, and whether it can answer."""

from fastapi import APIRouter

from api.dependencies import Stores
from graph import Limits

router = APIRouter(tags=["health"])
PROBE = {"cypher": "MATCH (d:Document) RETURN count(d.id) AS documents",
         "sparql": "SELECT (COUNT(?d) AS ?documents) WHERE { ?d a edu:Document }"}
LIMITS = Limits(seconds=5)


@router.get("/healthz")
def healthz() -> dict[str, str]:
    """Say that the server runs."""
    return {"status": "ok"}


@router.get("/readyz")
def readyz(stores: Stores) -> dict[str, int]:
    """Say how many documents each store answers with; 503 where one cannot be read."""
    counts = {}
    for language, shared in stores.items():
        with shared.lease() as store:
            counts[str(language)] = int(store.run(PROBE[language], {}, LIMITS).rows[0][0] or 0)
    return counts
