"""What Neo4j Browser takes from us: style, guide, saved queries, and a page that says how.

Neo4j Browser is served by another address and asks before each request, with headers of its own,
whether it may. Only its addresses in the settings may, and only here.
"""

import io
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route

from api.browser import guide, index, saved, style
from api.browser.files import read
from ontology import load

PATH = "/browser"
HEADERS = ("cache-control", "pragma")  # what Neo4j Browser sends along
MADE = (2000, 1, 1, 0, 0, 0)    # the date of files in the archive, so that its bytes stay the same


def make_routes(origins: Sequence[str]) -> Mount:
    """Return the routes of the kit, which pages of the origins may fetch."""
    def show(request: Request) -> Response:
        return HTMLResponse(index.index(_kit(request), origins[0]))

    return Mount(PATH, name="browser", routes=[
        Route("/", show),
        Route("/guide.html", _guide),
        Route("/style.grass", _style),
        Route("/neo4j.conf", _settings),
        Route("/queries.zip", _archive),
        Route("/queries/{name}.cypher", _query),
    ], middleware=[Middleware(CORSMiddleware, allow_origins=list(origins), allow_methods=["GET"],
                              allow_headers=list(HEADERS))])


def _guide(request: Request) -> Response:
    return HTMLResponse(guide.guide(load(), _kit(request)))


def _style(_request: Request) -> Response:
    return PlainTextResponse(style.grass(load()))


def _settings(_request: Request) -> Response:
    return PlainTextResponse(read("neo4j.conf"))


def _query(request: Request) -> Response:
    found = saved.find(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return PlainTextResponse(found.file)


def _archive(_request: Request) -> Response:
    """Answer all saved queries, in a folder for each slide, which Neo4j Browser keeps."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for slide in saved.slides():
            for one in slide.saved:
                archive.writestr(ZipInfo(f"{slide.title['zh']}/{one.name}.cypher", MADE), one.file)
    return Response(content.getvalue(), media_type="application/zip")


def _kit(request: Request) -> str:
    """Return the address under which the reader reaches the kit."""
    return str(request.url_for("browser", path="/")).rstrip("/")
