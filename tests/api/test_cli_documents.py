"""Commands on the ledger and on the whole graph."""

import json
from pathlib import Path

import pytest

from api.intake import Intake
from api.settings import Settings
from api.workspace import Workspace
from graph import Language
from tests.api.doors import Rows, Run


def graph_counts(run: Run) -> dict[str, int]:
    """Return how many documents and tasks each store answers with."""
    texts = {"cypher": "MATCH (t:Task) RETURN count(t.id) AS tasks",
             "sparql": "SELECT (COUNT(?t) AS ?tasks) WHERE { ?t a edu:Task }"}
    return {language: json.loads(run(language, text, "--format", "json").stdout)[0]["tasks"]
            for language, text in texts.items()}


def test_documents_are_listed_with_title_and_file(rows: Rows) -> None:
    found = rows("documents")
    assert [(row["title"], row["file"], row["status"]) for row in found] == [
        ("北屏县教育局2031年工作要点", "north.txt", "read"),
        ("南屏县教育局2031年工作要点", "south.txt", "read")]


def test_stats_are_counts_only(rows: Rows) -> None:
    counts = {(row["what"], row["type"]): row["count"] for row in rows("stats")}
    assert counts["node", "Document"] == 2
    assert counts["node", "Task"] == 5
    assert counts["relation", "OWNED_BY"] == 9


def test_removing_every_document_leaves_an_empty_graph(run: Run, plans: Path) -> None:
    run("ingest", plans)
    ids = [row["document"] for row in json.loads(run("documents", "--format", "json").stdout)]
    assert graph_counts(run) == {"cypher": 5, "sparql": 5}
    assert run("remove", *ids).exit_code == 0
    assert graph_counts(run) == {"cypher": 0, "sparql": 0}
    counts = json.loads(run("stats", "--format", "json").stdout)
    assert {row["count"] for row in counts} == {0}
    left = json.loads(run("cypher", "MATCH (n) RETURN count(*) AS n", "--format", "json").stdout)
    assert left == [{"n": 0}]


def test_removing_what_is_not_there_names_it(run: Run, plans: Path) -> None:
    run("ingest", plans)
    known = json.loads(run("documents", "--format", "json").stdout)[0]["document"]
    some, none = run("remove", known, "doc-x"), run("remove", "doc-x", "doc-y")
    assert (some.exit_code, none.exit_code) == (1, 2)
    assert "doc-x" in some.stderr
    assert none.stderr.count("Error") == 2


def test_rebuild_fills_stores_that_were_lost(run: Run, plans: Path, folder: Path) -> None:
    run("ingest", plans)
    (folder / "graph.lbug").unlink()
    result = run("rebuild")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 documents" in result.stderr
    assert graph_counts(run) == {"cypher": 5, "sparql": 5}


def test_rebuild_fills_what_it_can(run: Run, plans: Path) -> None:
    run("ingest", plans)
    result = run("rebuild", EDUPOLICY_CYPHER="bolt://127.0.0.1:1")
    assert result.exit_code == 1
    assert "127.0.0.1:1" in result.stderr


def test_the_graph_of_the_plans_is_valid(ask: Run) -> None:
    pytest.importorskip("pyshacl")
    result = ask("validate", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert "2 documents checked, 0 with violations." in result.stderr


@pytest.mark.parametrize("ending", [".ttl", ".nq", ".csv"])
def test_an_export_is_written_in_the_format_of_its_ending(ask: Run, tmp_path: Path,
                                                          ending: str) -> None:
    file = tmp_path / f"graph{ending}"
    result = ask("export", file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "压实校园安全责任" in file.read_text("utf-8-sig")


@pytest.mark.parametrize("file", ["graph.doc", "graph", "nowhere/graph.ttl"])
def test_an_export_that_cannot_be_written_is_one_sentence(ask: Run, tmp_path: Path,
                                                          file: str) -> None:
    result = ask("export", tmp_path / file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", Language)
def test_what_a_crash_left_out_is_mended_at_the_next_start(run: Run, plans: Path,
                                                           settings: Settings,
                                                           language: Language) -> None:
    run("ingest", plans / "north.txt")
    with Workspace(settings, print) as workspace:
        Intake(workspace.ledger, settings.places).take(plans / "south.txt")
    assert graph_counts(run)[language] == 5


def test_another_base_of_iris_builds_the_triples_anew(run: Run, plans: Path) -> None:
    run("ingest", plans)
    own = {"EDUPOLICY_BASE_IRI": "https://own.example/"}
    text = "SELECT (STR(?t) AS ?iri) WHERE { ?t a edu:Task } LIMIT 1"
    for variables, base in ((own, "https://own.example/id/"), ({}, "https://edupolicy-graph")):
        found = json.loads(run("sparql", text, "--format", "json", **variables).stdout)
        assert found[0]["iri"].startswith(base)
