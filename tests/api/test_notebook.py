"""The graph in a notebook: tables, frames, networks and triples of the two small plans."""

import sys
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
import rdflib

from api.errors import UsageError
from api.notebook import Graph, Table, open_graph
from graph import Limits
from graph.errors import QueryLimitError
from queries.errors import UnknownParameterError, UnknownQueryError
from tests.api.doors import Rows, Run

LANGUAGES = ("cypher", "sparql")


@pytest.fixture
def opened(graph: Path, places: Path, monkeypatch: pytest.MonkeyPatch) -> Graph:
    """The graph of both plans, as a notebook opens it."""
    _set(monkeypatch, places)
    return open_graph(graph)


def _set(monkeypatch: pytest.MonkeyPatch, places: Path) -> None:
    for name in ("CYPHER", "SPARQL", "BASE_IRI", "DATA"):
        monkeypatch.delenv(f"EDUPOLICY_{name}", raising=False)
    monkeypatch.setenv("EDUPOLICY_PLACES", str(places))


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_those_of_the_command(opened: Graph, rows: Rows, language: str) -> None:
    found = opened.ask("co_owners", concept="安全", language=language)
    assert found == rows("query", "co_owners", "concept=安全")
    assert found.notes == ["concept: 安全 is 安全 (safety)."]
    assert found.answer.resolved[0].ids == ("safety",)


def test_the_environment_says_which_graph(graph: Path, places: Path,
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, places)
    monkeypatch.setenv("EDUPOLICY_DATA", str(graph))
    assert open_graph().ask("co_owners")


@pytest.mark.parametrize("data", ["nothing", ""])
def test_a_folder_without_a_graph_is_not_made_one(tmp_path: Path, places: Path, data: str,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, places)
    with pytest.raises(UsageError, match=r"There is no graph in .*edupolicy ingest"):
        open_graph(tmp_path / data)
    assert not [*tmp_path.iterdir()]


def test_a_column_has_one_type_whatever_its_cells(opened: Graph) -> None:
    full = opened.ask("indicators").to_df()
    none = opened.ask("indicators", kind="actual").to_df()
    assert len(full) > 0 == len(none)
    assert full.dtypes.astype(str).to_dict() == none.dtypes.astype(str).to_dict()
    kinds = dict(zip(full.columns, full.dtypes.astype(str), strict=True))
    assert (kinds["measure"], kinds["due"], kinds["value"]) == ("str", "Int64", "float64")
    explicit = opened.ask("task_owners", concept="安全").to_df()["explicit"]
    assert (str(explicit.dtype), bool(explicit.all())) == ("boolean", True)


def test_what_is_absent_is_missing(opened: Graph) -> None:
    rows = opened.ask("indicators")
    upper = rows.to_df()["upper"]
    assert [row["upper"] for row in rows] == [None] * len(rows)
    assert upper.isna().all()


def test_frames_of_both_languages_are_equal(opened: Graph) -> None:
    one, other = (opened.ask("indicators", language=language).to_df() for language in LANGUAGES)
    pd.testing.assert_frame_equal(one, other)


def test_a_frame_keeps_question_and_notes(opened: Graph) -> None:
    frame = opened.ask("co_owners", concept="校园安全").to_df()
    assert frame.attrs["question"] == "co_owners"
    assert frame.head(1).attrs["notes"][0].startswith("concept: 校园安全 is ")


def test_arguments_are_codes_numbers_truths_and_none(opened: Graph) -> None:
    here = opened.ask("task_owners", concept="安全", locality=990121, include_implicit=True)
    assert {row["locality"] for row in here} == {"北屏县"}
    everywhere = opened.ask("task_owners", concept="安全", locality=None)
    assert len(everywhere) > len(here)
    lead = opened.ask("department_tasks", department="安全科", role="牵头")
    assert {row["role"] for row in lead} == {"lead"}


def test_what_is_not_there_is_refused_by_name(opened: Graph) -> None:
    with pytest.raises(UnknownQueryError, match="co_owners"):
        opened.ask("co_owner")
    with pytest.raises(UnknownParameterError, match="takes concept, role, locality"):
        opened.ask("co_owners", place="北屏县")
    with pytest.raises(UsageError, match="there are departments, cities"):
        opened.network("concepts")
    with pytest.raises(UsageError, match="cities has no parameter 'locality'; it takes none"):
        opened.network("cities", locality="北屏县")
    with pytest.raises(UsageError, match="it has locality, department, co_department, tasks"):
        opened.ask("co_owners").to_network("department", "task")


def test_an_answer_that_is_cut_warns_but_not_where_that_is_asked_for(
        opened: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(opened.ask("co_owners", limit=2)) == 2   # a warning would be an error here
    monkeypatch.setattr("api.notebook.LIMITS", Limits(rows=2))
    with pytest.warns(UserWarning, match="co_owners has more than 2 rows"):
        found = opened.ask("co_owners")
    assert "The store stopped at 2 rows; narrow the question." in found.notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_network_is_the_one_of_the_command(opened: Graph, rows: Rows, language: str) -> None:
    network = opened.network("departments", locality="北屏", language=language)
    shown = rows("network", "departments", "--locality", "北屏")
    assert {row["department_id"]: row["betweenness"] for row in shown} == \
        dict(network.nodes(data="betweenness"))
    assert network.graph["notes"] == "locality: 北屏 is 北屏县 (990121)."
    assert len(opened.network("cities", language=language).edges) == 1


def test_a_network_of_a_part_of_the_rows_is_refused(opened: Graph,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.networks.MOST", 2)
    with pytest.raises(QueryLimitError, match="more than 2 rows"):
        opened.network("departments")


def test_any_question_is_a_network_by_two_columns(opened: Graph, tmp_path: Path) -> None:
    rows = opened.ask("indicators")
    network = rows.to_network("locality", "measure")
    assert len(network.edges) == len(rows)
    assert set(network["北屏县"]) == {row["measure"] for row in rows if row["locality"] == "北屏县"}
    assert all("upper" not in about for *_, about in network.edges(data=True))  # it is absent
    for write in (nx.write_gexf, nx.write_graphml):
        write(network, tmp_path / "network")
    assert not rows.to_network("locality", "upper").nodes


def test_triples_are_asked_by_rdflib(opened: Graph, rows: Rows) -> None:
    triples = opened.rdf()
    text = "SELECT ?t (COUNT(*) AS ?n) { ?x a ?t } GROUP BY ?t"
    counted = {str(row[0]).rpartition("#")[2]: row[1].toPython() for row in triples.query(text)}
    stats = {row["type"]: row["count"] for row in rows("stats")}
    assert (counted["Task"], counted["Goal"]) == (stats["Task"], stats["Goal"])
    named = triples.query("SELECT ?l { ?d a edu:Department ; skos:prefLabel ?l }",
                          initBindings={"l": rdflib.Literal("办公室", lang="zh")})
    assert len(list(named)) == 1
    assert len(triples) == sum(1 for _ in triples)


def test_triples_cannot_be_changed(opened: Graph) -> None:
    triples = opened.rdf()
    before = len(triples)
    with pytest.raises(RuntimeError):
        triples.add((rdflib.URIRef("a:s"), rdflib.URIRef("a:p"), rdflib.URIRef("a:o")))
    with pytest.raises(RuntimeError):
        triples.update("DELETE WHERE { ?s ?p ?o }")
    assert len(triples) == before == len(opened.rdf())


def test_an_ingest_beside_is_seen_by_the_next_call(run: Run, plans: Path, folder: Path,
                                                   places: Path,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("ingest", plans / "north.txt").exit_code == 0
    _set(monkeypatch, places)
    opened = open_graph(folder)
    tasks, triples = opened.ask("task_owners", concept="安全"), opened.rdf()
    before = len(triples)
    assert run("ingest", plans / "south.txt").exit_code == 0
    assert len(opened.ask("task_owners", concept="安全")) > len(tasks)
    assert len(opened.rdf()) > len(triples) == before


def test_a_table_shows_rows_and_notes(opened: Graph) -> None:
    table = opened.ask("co_owners", concept="安全", locality="北屏县")
    shown = table._repr_html_()
    assert shown is not None
    assert "<td>基础教育科</td>" in shown
    assert shown.index("</table>") < shown.index("<p>concept: 安全 is 安全 (safety).</p>")
    assert repr(table).splitlines()[0] == \
        f"{len(table)} rows of locality, department, co_department, tasks"


def test_what_a_document_says_is_no_markup(opened: Graph) -> None:
    rows = opened.ask("co_owners", locality="北屏县")
    rows[0]["department"] = "<script>"
    assert "<script>" not in str(rows._repr_html_())


def test_without_pandas_rows_are_there_and_a_sentence_says_what_lacks(
        opened: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("pandas", "oxrdflib"):
        monkeypatch.setitem(sys.modules, package, None)
    rows = opened.ask("co_owners")
    assert rows
    assert isinstance(rows, Table)
    assert rows._repr_html_() is None
    with pytest.raises(UsageError, match=r"needs pandas: pip install .*\[notebook\]"):
        rows.to_df()
    with pytest.raises(UsageError, match="needs oxrdflib"):
        opened.rdf()
