"""The graph as networks on the command line, and their files."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.network import Interest, Pair
from queries import find
from tests.api.doors import Rows, Run

LANGUAGES = ("cypher", "sparql")


def test_the_rows_of_the_questions_are_those_that_networks_are_made_of() -> None:
    assert tuple(find("co_ownership").columns) == Pair._fields
    assert tuple(find("concept_tasks").columns) == Interest._fields


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_department_through_which_most_goes_comes_first(rows: Rows, language: str) -> None:
    found = rows("network", "departments", "--locality", "北屏", "--language", language)
    assert [tuple(row.values())[:6] for row in found] == [
        ("安全科", "北屏县", 3, 3, 0.6667, 1), ("办公室", "北屏县", 2, 2, 0.0, 1),
        ("基础教育科", "北屏县", 2, 2, 0.0, 1), ("市场监管局", "北屏县", 1, 1, 0.0, 1)]
    assert all(row["department_id"].startswith("dept-") for row in found)


def test_sections_of_one_name_stand_under_their_places(rows: Rows) -> None:
    found = rows("network", "departments")
    assert [(row["department"], row["degree"], row["community"]) for row in found] == [
        ("安全科（北屏县）", 3, 1), ("办公室", 2, 1), ("基础教育科（北屏县）", 2, 1),
        ("基础教育科（南屏县）", 1, 2), ("安全科（南屏县）", 1, 2), ("市场监管局", 1, 1)]


def test_names_and_what_is_left_out_go_to_the_standard_error(ask: Run) -> None:
    result = ask("network", "departments", "--locality", "北屏", "--format", "csv")
    assert [row["degree"] for row in csv.DictReader(io.StringIO(result.stdout))] == [
        "3", "2", "2", "1"]
    assert "locality: 北屏 is 北屏县 (990121)." in result.stderr
    assert "4 departments share tasks in 4 pairs." in result.stderr


def test_the_command_that_shows_the_pairs_can_be_typed(ask: Run, rows: Rows) -> None:
    said = ask("network", "departments", "--locality", "北屏").stderr
    assert len(rows(*said.strip().rpartition("edupolicy ")[2].split())) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_listed_by_pairs_with_what_they_share(rows: Rows, language: str) -> None:
    (found,) = rows("network", "cities", "--language", language)
    assert (found["locality"], found["co_locality"]) == ("北屏县", "南屏县")
    assert 0 < found["similarity"] < 1
    assert "集团化办学" in found["shared_concepts"].split("、")


@pytest.mark.parametrize("what", ["departments", "cities"])
@pytest.mark.parametrize(("ending", "read"), [(".gexf", nx.read_gexf),
                                              (".graphml", nx.read_graphml)])
def test_the_network_is_written_for_gephi_beside_the_table(
        ask: Run, tmp_path: Path, what: str, ending: str, read: Any) -> None:
    path = tmp_path / f"network{ending}"
    result = ask("network", what, "--to", path, "--format", "json")
    assert f"Wrote {path}." in result.stderr
    assert json.loads(result.stdout)
    labels = {about["label"] for _, about in read(path).nodes(data=True)}
    assert labels >= ({"办公室"} if what == "departments" else {"北屏县", "南屏县"})


@pytest.mark.parametrize("what", ["departments", "cities"])
@pytest.mark.parametrize(("name", "said"), [("a.pdf", "'.pdf' is none of .gexf, .graphml"),
                                            ("none/a.gexf", "cannot be written")])
def test_a_file_that_cannot_be_written_is_one_sentence(ask: Run, tmp_path: Path, what: str,
                                                       name: str, said: str) -> None:
    result = ask("network", what, "--to", tmp_path / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr.splitlines()[-1]
    assert not [*tmp_path.iterdir()]


def test_a_place_without_shared_tasks_is_an_empty_table_and_a_sentence(ask: Run,
                                                                       tmp_path: Path) -> None:
    path = tmp_path / "a.gexf"
    result = ask("network", "departments", "--locality", "云川省", "--format", "json", "--to", path)
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert "No document of 云川省 names two departments for one task." in result.stderr
    assert not nx.read_gexf(path).nodes


def test_an_empty_graph_has_no_network(run: Run) -> None:
    assert "No document names two departments" in run("network", "departments").stderr
    result = run("network", "cities")
    assert (result.exit_code, "No two places have a concept in common." in result.stderr) == (
        0, True)


def test_a_place_that_is_not_known_offers_those_that_are(ask: Run) -> None:
    result = ask("network", "departments", "--locality", "北平县")
    assert result.exit_code == 2
    assert "北屏县" in result.stderr


def test_a_network_of_a_part_of_the_pairs_is_not_measured(ask: Run,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.networks.MOST", 2)
    result = ask("network", "departments")
    assert result.exit_code == 2
    assert "more than 2 rows" in result.stderr
