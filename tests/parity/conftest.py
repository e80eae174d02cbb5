"""Opens each kind of backend once, filled with a small fictional graph."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

import pytest

from graph import Store, open_store
from graph.backends import BACKENDS
from ontology import Batch, Ontology
from ontology.rdf import DEFAULT_BASE
from tests.parity import records, years

SCHEMES = list({backend.path: scheme for scheme, backend in reversed(BACKENDS.items())}.values())
SERVERS = {"neo4j": "neo4j_url"}  # a scheme, and the fixture that gives its server


def _filled(request: pytest.FixtureRequest, folders: pytest.TempPathFactory, ontology: Ontology,
            content: Iterable[Batch]) -> Iterator[Store]:
    scheme = request.param
    url = f"{scheme}:{folders.mktemp(scheme) / 'store'}"
    if BACKENDS[scheme].server:
        server = request.getfixturevalue(SERVERS[scheme])
        url = server.uri.replace("://", f"://{server.user}:{quote(server.password)}@")
    opened = open_store(url, base=DEFAULT_BASE)
    opened.prepare(ontology)
    opened.load(content)
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=sorted(SCHEMES))
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory,
          ontology: Ontology) -> Iterator[Store]:
    """A store that holds the three documents of `records`."""
    yield from _filled(request, tmp_path_factory, ontology, records.batches())


@pytest.fixture(scope="module", params=sorted(SCHEMES))
def tied_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory,
               ontology: Ontology) -> Iterator[Store]:
    """A store that holds the five documents of `years` and what ties them."""
    yield from _filled(request, tmp_path_factory, ontology, years.batches())
