"""Opens each kind of backend once, filled with the small fictional graph of `records`."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from graph import Store, open_store
from graph.backends import BACKENDS
from ontology import Ontology
from ontology.rdf import DEFAULT_BASE
from tests.parity.records import batches

SCHEMES = list({backend.path: scheme for scheme, backend in reversed(BACKENDS.items())}.values())
SERVERS = {"neo4j": "neo4j_url"}  # a scheme, and the fixture that gives its server


@pytest.fixture(scope="module", params=sorted(SCHEMES))
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory,
          ontology: Ontology) -> Iterator[Store]:
    """A store that holds the three documents."""
    scheme = request.param
    url = f"{scheme}:{tmp_path_factory.mktemp(scheme) / 'store'}"
    if BACKENDS[scheme].server:
        server = request.getfixturevalue(SERVERS[scheme])
        url = server.uri.replace("://", f"://{server.user}:{quote(server.password)}@")
    opened = open_store(url, base=DEFAULT_BASE)
    opened.prepare(ontology)
    opened.load(batches())
    yield opened
    opened.close()
