"""`edupolicy load` on the real server: killed, doubled, into the wrong place, and offline."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from neo4j import Driver, GraphDatabase

from graph import Limits, open_store
from graph.backends.neo4j.store import Neo4jStore
from graph.entry import Entry
from graph.ledger import Ledger
from ingest.link.links import needs, offers
from ontology import Ontology, load
from ontology.rdf import DEFAULT_BASE
from queries import load as questions
from queries import run as ask
from tests.conftest import ODD, Records
from tests.live.fixtures import give_up
from tools.neo4j.home import admin_program
from tools.neo4j.programs import MissingToolError
from tools.neo4j.server import Server, start

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("edupolicy")
COUNT = """MATCH (n) WITH labels(n) AS labels, count(*) AS nodes ORDER BY labels
WITH collect([labels, nodes]) AS nodes OPTIONAL MATCH ()-[r]->() WITH nodes, type(r) AS type,
count(r) AS relations ORDER BY type RETURN nodes, collect([type, relations]) AS relations"""
DIES = """
import os, signal, sys
from graph.backends.neo4j import filling
from api.cli import main
filling.GROUP, left = 1, [int(sys.argv.pop(1))]
add = filling.Filling.add
def dying(*arguments):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    add(*arguments)
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
filling.Filling.add = dying
main()
"""
TEXTS = {"plain": "校园", "odd": ODD, "marks": "{a: 'b'} `x` \"\"\" \\n \\ $y //z",
         "line": "甲\n乙\r\n丙\t丁",
         "emoji": "🚸👩\u200d🏫", "comma": ",,\"a\",", "long": "文" * 1_000_000, "space": "  a  "}

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def url(neo4j_url: Server) -> str:
    """The address of the server, without a user."""
    return neo4j_url.uri


@pytest.fixture
def driver(neo4j_url: Server) -> Iterator[Driver]:
    """The server emptied, and looked at without anything of ours."""
    with GraphDatabase.driver(neo4j_url.uri, auth=(neo4j_url.user, neo4j_url.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        yield driver
        driver.execute_query("MATCH (n) DETACH DELETE n")


@pytest.fixture
def run(neo4j_url: Server, samples: Path) -> Run:
    """Run the command on a copy of the data folder of the samples."""
    return runner(f"{neo4j_url.user}/{neo4j_url.password}", samples)


def runner(login: str, folder: Path) -> Run:
    def run_(*arguments: str | Path, data: Path = folder, code: str = "",
             ) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-c", code] if code else [str(COMMAND)]
        return subprocess.run([*command, *map(str, arguments)], env=environment(login, data),
                              cwd=ROOT, capture_output=True, text=True, check=False)

    return run_


def environment(login: str, data: Path) -> dict[str, str]:
    return os.environ | {
        "EDUPOLICY_DATA": str(data), "EDUPOLICY_PLACES": str(ROOT / "docs" / "places.csv"),
        "EDUPOLICY_CYPHER": "", "EDUPOLICY_CYPHER_AUTH": login}


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of the samples; it is only copied."""
    folder = tmp_path_factory.mktemp("samples") / "data"
    done = runner("", folder)("ingest", ROOT / "samples")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def samples(ingested: Path, tmp_path: Path) -> Path:
    """A data folder of the samples."""
    return Path(shutil.copytree(ingested, tmp_path / "data"))


def count(driver: Driver) -> list[object]:
    return list(driver.execute_query(COUNT).records[0].values())


def well(done: "subprocess.CompletedProcess[str]", said: str = "") -> None:
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert said in done.stderr


def refused(done: "subprocess.CompletedProcess[str]", said: str) -> None:
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr


def test_a_load_that_is_killed_goes_on_where_it_stopped(
        run: Run, url: str, driver: Driver, samples: Path) -> None:
    """Once before and once after each group was written, one after the other on one server."""
    well(run("load", "--to", url))
    whole = count(driver)
    assert len(str(whole)) > 400
    driver.execute_query("MATCH (n) DETACH DELETE n")
    with closing(Ledger(samples)) as ledger:
        groups = len(ledger.digests())
    for step in range(groups):
        done = run(step % 3, "load", "--to", url, code=DIES)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
    well(run("load", "--to", url))
    assert count(driver) == whole
    well(run("load", "--to", url), "nothing to do;")
    assert run("stats").returncode == 0


def test_two_loads_at_once(run: Run, url: str, driver: Driver, neo4j_url: Server,
                           ontology: Ontology) -> None:
    with closing(open_store(url, base=DEFAULT_BASE, user=neo4j_url.user,
                            password=neo4j_url.password)) as store:
        assert isinstance(store, Neo4jStore)
        store.prepare(ontology)
        with store.filling():
            refused(run("load", "--to", url), "Another process is filling Neo4j at neo4j://127")
            assert count(driver) == [[], [[None, 0]]]
    well(run("load", "--to", url))


def test_a_server_that_was_left_by_a_killed_load_is_free(
        run: Run, url: str, driver: Driver) -> None:
    assert run(1, "load", "--to", url, code=DIES).returncode == -signal.SIGKILL
    started = time.monotonic()
    well(run("load", "--to", url))
    assert time.monotonic() - started < 60


def test_a_data_folder_does_not_overwrite_another_unasked(
        run: Run, url: str, driver: Driver, tmp_path: Path) -> None:
    well(run("load", "--to", url))
    before = count(driver)
    other = tmp_path / "other"
    odd(other)
    refused(run("load", "--to", url, data=other), "of which this data folder knows nothing")
    assert count(driver) == before
    well(run("load", "--to", url, "--replace", data=other), "1 documents")
    refused(run("load", "--to", url), "of which this data folder knows nothing")
    well(run("load", "--to", url, "--replace"))
    assert count(driver) == before


def test_nodes_of_others_stay_whatever_is_loaded(run: Run, url: str, driver: Driver) -> None:
    driver.execute_query("CREATE (:Recipe {id: 'soup'})-[:NEEDS]->(:Thing {document: 'cook'})")
    others = count(driver)
    well(run("load", "--to", url))
    well(run("load", "--to", url, "--replace"))
    kept = driver.execute_query("MATCH (r:Recipe)-->(t) RETURN r.id, t.document").records
    assert [record.values() for record in kept] == [["soup", "cook"]]
    assert count(driver) != others


def test_a_graph_of_an_older_version(run: Run, url: str, driver: Driver, samples: Path) -> None:
    """It had a type more, and one that documents share; its nodes lack what is needed now."""
    well(run("load", "--to", url))
    whole = count(driver)
    driver.execute_query("MATCH (d:Document) WITH d LIMIT 1 CREATE (d)-[:SAYS]->"
                         "(:Remark {id: 'remark-1', document: d.id})")
    with closing(Ledger(samples)) as ledger:
        ledger.mark(f"form of {url}", {"form": "another"})
    refused(run("load", "--to", url), "a graph of another version of the program")
    well(run("load", "--to", url, "--replace"))
    assert count(driver) == whole


@pytest.mark.parametrize(("end", "said"), [
    ("/nope", "has no database 'nope'"), (":1", "No Neo4j answers")])
def test_an_address_that_is_wrong(run: Run, url: str, end: str, said: str) -> None:
    host, port = url.rsplit(":", 1)
    refused(run("load", "--to", f"{host}:{port}{end}" if end[0] == "/" else host + end), said)


def test_an_address_of_no_server(run: Run) -> None:
    refused(run("load", "--to", "ladybug:x"), "`load` fills a server")
    refused(run("load"), "--to URL, or --offline FOLDER")


def odd(folder: Path) -> dict[str, str]:
    """Put a document whose tasks bear odd texts into a data folder; return them by id."""
    with closing(Ledger(folder)) as ledger:
        record = Records("doc-00000000000000aa", "990121")
        goal = record.goal(ODD)
        texts = {}
        for place, text in enumerate(TEXTS.values(), 1):
            task = record.task(place, "任务", goal, text=text)
            record.owner(task, "安全科")
            record.cites(task, ODD)
            texts[task.id] = text
        batch = record.batch()
        ledger.put(Entry("odd.txt", "odd", "rules", "read", document=record.document,
                         title=ODD, batch=batch, offers=offers(batch), needs=needs(batch)))
    return texts


def texts_of(driver: Driver) -> dict[str, str]:
    rows = driver.execute_query("MATCH (t:Task) RETURN t.id, t.text").records
    return {str(row[0]): str(row[1]) for row in rows}


def test_odd_texts_and_a_property_of_a_million_characters(
        run: Run, url: str, driver: Driver, tmp_path: Path) -> None:
    texts = odd(tmp_path / "odd")
    well(run("load", "--to", url, data=tmp_path / "odd"))
    assert texts_of(driver) == texts
    well(run("load", "--to", url, data=tmp_path / "odd"), "nothing to do;")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The home of a server of its own, which was never started."""
    home = tmp_path_factory.mktemp("import")
    yield home
    shutil.rmtree(home, ignore_errors=True)


def bring(script: Path, home: Path, tmp_path: Path) -> Server:
    """Run the script of an import, with what stands for neo4j-admin here, and start the server."""
    admin = admin_program(home, tmp_path / "neo4j-admin")
    done = subprocess.run([script], capture_output=True, text=True, check=False,
                          env=os.environ | {"NEO4J_ADMIN": str(admin)})
    assert done.returncode == 0, done.stderr
    return start(home, password="a long password")


def test_an_import_without_a_server_gives_the_same_graph(
        ingested: Path, samples: Path, place: Path, tmp_path: Path, run: Run, url: str,
        driver: Driver) -> None:
    odd(samples)
    well(run("load", "--to", url))
    by_driver = count(driver)
    texts = texts_of(driver)
    captions = set(map(str, driver.execute_query(
        "MATCH (n)-[r]->(m) RETURN n, properties(r), m").records))
    written = run("load", "--offline", tmp_path / "files")
    assert written.returncode == 0, written.stderr
    assert "neo4j-admin database import full neo4j --overwrite-destination" in written.stdout
    try:
        server = bring(tmp_path / "files" / "import.sh", place, tmp_path)
    except MissingToolError as error:
        give_up(error)
    go_on = runner(f"{server.user}/{server.password}", samples)
    try:
        with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as imported:
            well(go_on("load", "--to", server.uri), "nothing to do;")
            assert count(imported) == by_driver
            assert texts_of(imported) == texts
            assert len(imported.execute_query("SHOW CONSTRAINTS").records) == len(load().nodes)
        well(go_on("load", "--to", server.uri), "nothing to do;")
        same_rows(server, samples)
        refused(runner(f"{server.user}/{server.password}", tmp_path / "new")(
            "load", "--to", server.uri), "of which this data folder knows nothing")
    finally:
        server.stop()
    assert captions


def same_rows(server: Server, folder: Path) -> None:
    """Assert that the server answers every named question as the embedded store does."""
    url = server.uri.replace("://", f"://{server.user}:{quote(server.password)}@")
    assert runner("", folder)("rebuild").returncode == 0
    with closing(open_store(url, base=DEFAULT_BASE)) as served, closing(open_store(
            f"ladybug:{folder / 'graph.lbug'}", base=DEFAULT_BASE, read_only=True)) as embedded:
        for question in questions().values():
            rows = [ask(question, store, question.example, limits=Limits(seconds=60)).rows
                    for store in (served, embedded)]
            assert rows[0] == rows[1], question.name
