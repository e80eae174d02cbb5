"""The HTTP API: routes computed from the ontology and from the query files.

`create_app` makes it from settings. Stores are opened with the first request that needs them, so
the server starts, and says at `/readyz` what is wrong, when a store is not there yet.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi_offline import FastAPIOffline
from starlette.concurrency import run_in_threadpool

from api import handlers
from api.routes import browser, health, queries, resources
from api.serving import SharedStore
from api.settings import Settings
from api.workspace import Workspace
from graph import Language
from ontology import load

logger = logging.getLogger("uvicorn.error")
DESCRIPTION = """Plans and summaries of local education bureaus as one graph: who does what, by
when, how much, and where it is written. Each question is answered in Cypher or in SPARQL."""


def create_app(settings: Settings) -> FastAPI:
    """Return the API over the data folder and stores of the settings."""
    workspace = Workspace(settings, logger.warning)
    stores = {language: SharedStore(workspace, language) for language in Language}

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        for store in stores.values():
            await run_in_threadpool(store.close)
        workspace.close()

    app = FastAPIOffline(title="EduPolicy Graph", description=DESCRIPTION, lifespan=lifespan,
                  responses=handlers.RESPONSES,
                  generate_unique_id_function=lambda route: route.name)
    app.state.workspace = workspace
    app.state.stores = stores
    app.include_router(health.router)
    app.include_router(queries.make_router())
    app.include_router(resources.make_router(load()))
    app.router.routes.append(browser.make_routes(settings.browsers))
    handlers.register(app)
    return app
