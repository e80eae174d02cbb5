"""What stores in this process owe besides: locks, crashes, threads, files that are no stores."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph import Language, Limits, Store, open_store
from graph.backends import BACKENDS
from graph.errors import StoreUnavailableError
from ontology import Batch, Ontology
from ontology.rdf import DEFAULT_BASE

Look = Callable[[Store], set[tuple[object, ...]]]
Expect = Callable[..., set[tuple[object, ...]]]
EMBEDDED = sorted(scheme for scheme, backend in BACKENDS.items() if not backend.server)
HOLD = """
import sys, time
from graph import open_store
from ontology.rdf import DEFAULT_BASE
store = open_store(sys.argv[1], base=DEFAULT_BASE)
print("open", flush=True)
time.sleep(60)
"""
CHURN = """
import sys
from graph import open_store
from ontology import load
from ontology.rdf import DEFAULT_BASE
from tests.conftest import north_plan, south_plan
store = open_store(sys.argv[1], base=DEFAULT_BASE)
store.prepare(load())
south, north = south_plan(), north_plan()
store.replace(south.source, south.nodes, south.edges)
print("open", flush=True)
while True:
    store.replace(north.source, north.nodes, north.edges)
    store.replace(north.source, (), ())
"""


@pytest.fixture(params=EMBEDDED)
def scheme(request: pytest.FixtureRequest) -> str:
    """Each embedded kind of store."""
    return str(request.param)


@contextmanager
def process(code: str, url: str) -> Iterator[subprocess.Popen[str]]:
    """Run code on a store in another process; it is killed in the end."""
    with subprocess.Popen([sys.executable, "-c", code, url], stdout=subprocess.PIPE, text=True,
                          cwd=Path(__file__).parents[2]) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == "open\n"
            yield other
        finally:
            other.kill()


def test_a_store_is_open_once_in_a_process(store: Store, url: str) -> None:
    with pytest.raises(StoreUnavailableError, match="already open in this process"):
        open_store(url, base=DEFAULT_BASE)
    store.close()
    open_store(url, base=DEFAULT_BASE).close()


def test_a_store_that_another_process_writes_is_locked(url: str, scheme: str) -> None:
    with process(HOLD, url) as other:
        said = f"in use by process {other.pid};" if scheme == "ladybug" else "in use by another"
        with pytest.raises(StoreUnavailableError, match=said):
            open_store(url, base=DEFAULT_BASE)
    open_store(url, base=DEFAULT_BASE).close()


def test_others_read_beside_a_writer(
        store: Store, url: str, documents: tuple[Batch, ...], tmp_path: Path) -> None:
    store.load(documents)
    code = ("import sys\nfrom graph import Limits, open_store\n"
            "store = open_store(sys.argv[1], base='https://edupolicy-graph.example/', "
            "read_only=True)\nprint(len(store.run(sys.argv[2], {}, Limits()).rows))")
    text = "MATCH (t:Task) RETURN t.id" if store.language is Language.CYPHER else \
        "SELECT ?t { ?t a edu:Task }"
    done = subprocess.run([sys.executable, "-c", code, url, text], capture_output=True, text=True,
                          check=True, cwd=Path(__file__).parents[2])
    assert done.stdout == "4\n"


def test_reading_beside_a_busy_writer_sees_whole_documents(url: str, scheme: str) -> None:
    text = "MATCH (t:Task) RETURN t.id" if scheme == "ladybug" else "SELECT ?t { ?t a edu:Task }"
    with process(CHURN, url):
        for _ in range(25):
            store = open_store(url, base=DEFAULT_BASE, read_only=True)
            assert len(store.run(text, {}, Limits()).rows) in (1, 3)
            store.close()


@pytest.mark.parametrize("moment", [0.1, 0.35, 0.8])
def test_a_kill_leaves_whole_documents(
        url: str, ontology: Ontology, documents: tuple[Batch, Batch, Batch], held: Look,
        expected: Expect, moment: float) -> None:
    north, south, _ = documents
    with process(CHURN, url) as other:
        time.sleep(moment)
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
    store = open_store(url, base=DEFAULT_BASE)
    try:
        assert not store.prepare(ontology)
        language = store.language
        assert held(store) in (expected(language, [south]), expected(language, [north, south]))
        store.replace(north.source, north.nodes, north.edges)
        assert held(store) == expected(language, [north, south])
    finally:
        store.close()


def test_threads_read_while_one_writes(store: Store, documents: tuple[Batch, Batch, Batch]) -> None:
    store.load(documents[:1])
    text = "MATCH (t:Task) RETURN t.id AS id ORDER BY id" if store.language is Language.CYPHER \
        else "SELECT ?t { ?t a edu:Task } ORDER BY ?t"

    def ask(_: int) -> int:
        return len(store.run(text, {}, Limits()).rows)

    with ThreadPoolExecutor(4) as pool:
        answers = pool.map(ask, range(60))
        for batch in (*documents, *documents):
            store.replace(batch.source, batch.nodes, batch.edges)
        assert set(answers) <= {2, 3, 4}
    assert ask(0) == 4


def test_closing_waits_for_a_running_query(store: Store, documents: tuple[Batch, ...]) -> None:
    store.load(documents)
    text = "MATCH (a)-[*1..3]->(b) RETURN count(*) AS n" if store.language is Language.CYPHER \
        else "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?b ?q ?c . ?d ?r ?c }"
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(store.run, text, {}, Limits())
        while not (answer.running() or answer.done()):
            time.sleep(0.001)
        time.sleep(0.005)
        store.close()
        fault = answer.exception()  # a busy machine may not have begun it in time
    assert "is closed" in str(fault) if fault else answer.result().rows[0][0] not in (0, None)


def test_reading_what_is_not_there(url: str) -> None:
    with pytest.raises(StoreUnavailableError, match=r"no store at .* yet; ingest a document"):
        open_store(url, base=DEFAULT_BASE, read_only=True)


def test_a_file_that_is_no_store(url: str, tmp_path: Path) -> None:
    (tmp_path / "store").write_text("no store" * 2000)
    with pytest.raises(StoreUnavailableError, match=r"cannot be opened .*rebuild it\.$"):
        open_store(url, base=DEFAULT_BASE)


def test_a_folder_that_cannot_be_made(scheme: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailableError, match="cannot be opened"):
        open_store(f"{scheme}:{tmp_path / 'file' / 'store'}", base=DEFAULT_BASE)
