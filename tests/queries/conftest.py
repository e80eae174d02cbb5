"""Embedded stores with the small fictional graph of the parity tests and two places of one name.

The tests here run on both, for names are looked up in each language.
"""

from collections.abc import Iterator

import pytest

from graph import Store, open_store
from ontology import Batch, Ontology
from ontology.rdf import DEFAULT_BASE
from tests.parity.records import PLACES, Graph, batches, shared


def twins() -> Iterator[Batch]:
    """Two documents of districts that are both called 鼓楼区, in two prefectures."""
    for document, code, city, name in (("doc-e", "990102", "990100", "临江市"),
                                       ("doc-f", "990302", "990300", "海陵市")):
        graph = Graph()
        shared(graph)
        if city not in PLACES:
            graph.node("Locality", city, name=name, level="prefecture")
        graph.node("Locality", code, name="鼓楼区", level="county")
        graph.edge("PART_OF", code, city)
        bureau = f"dept-{code}"
        graph.node("Department", bureau, name="教育局", full_name=f"{name}鼓楼区教育局",
                   kind="bureau")
        graph.edge("LOCATED_IN", bureau, code)
        graph.document(document, "鼓楼区教育工作要点", "plan", code, bureau)
        yield graph.batch(document)


@pytest.fixture(scope="module", params=["ladybug", "oxigraph"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory,
          ontology: Ontology) -> Iterator[Store]:
    """A store of each language."""
    folder = tmp_path_factory.mktemp(request.param)
    opened = open_store(f"{request.param}:{folder / 'store'}", base=DEFAULT_BASE)
    opened.prepare(ontology)
    opened.load((*batches(), *twins()))
    yield opened
    opened.close()
