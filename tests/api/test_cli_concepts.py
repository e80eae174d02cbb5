"""Terms from the suggestion to the graph and out of it again."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from api import intake
from api.app import create_app
from api.settings import Settings
from graph.ledger import Ledger
from ingest import pipeline
from ingest.errors import ReadError
from ontology.terms import Term
from tests.api.doors import Run, Spawn, TestClient

TERM, CONCEPT = "银杏书院", Term("银杏书院", "accepted").id
NORTH = """北屏县教育局2031年工作要点

一、丰富校园生活
1. 推进银杏书院建设。年内建成“银杏”书院3所。（牵头科室：基础教育科）
2. 守护校园食品安全。食堂“明厨亮灶”接入率达到100%。（牵头科室：安全科）
"""
SOUTH = """南屏县教育局2031年工作要点

一、办好特色活动
1. 办好银杏书院。每所银杏书院配备导师2名。（责任科室：基础教育科）
2. 推进集团化办学。新组建教育集团3个。（责任科室：基础教育科）
"""
OTHER = """云川省教育厅2031年工作要点

一、守牢安全底线
1. 推进校园消防安全。学校消防安全演练不少于2次。（牵头科室：安全科）
"""


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for name, text in (("north", NORTH), ("south", SOUTH), ("other", OTHER)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture
def read(run: Run, plans: Path) -> Run:
    """Run commands on a graph of the plans."""
    assert run("ingest", plans).exit_code == 0
    return run


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def places(run: Run, concept: str = TERM, language: str = "cypher") -> list[str]:
    found = rows(run("query", "task_owners", f"concept={concept}", "--language", language,
                     "--format", "json"))
    return sorted({row["locality"] for row in found})


def suggested(run: Run, *options: str) -> list[str]:
    return [row["term"] for row in rows(run("concepts", "suggest", "--format", "json", *options))]


def done(result: Result) -> str:
    assert (result.exit_code, result.stdout) == (0, "")
    return str(result.stderr)


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_from_the_suggestion_to_the_graph_and_out_of_it_again(read: Run, plans: Path,
                                                              language: str) -> None:
    assert suggested(read) == [TERM]
    assert f"{TERM} is accepted as the concept {CONCEPT}." in done(
        read("concepts", "accept", TERM, "--english", "ginkgo school", "--broader", "校园安全"))
    assert suggested(read) == []
    for asked in (TERM, CONCEPT, "ginkgo school"):
        assert places(read, asked, language) == ["北屏县", "南屏县"]
    assert "北屏县" in places(read, "校园安全", language)
    assert read("validate").exit_code == 0
    assert f"{TERM} is rejected." in done(read("concepts", "reject", TERM))
    result = read("query", "task_owners", f"concept={TERM}", "--language", language)
    assert result.exit_code == 2
    assert f"no concept '{TERM}'" in result.stderr
    assert suggested(read) == []
    assert "银杏" not in read("export", plans / "graph.ttl").output


def test_a_suggestion_comes_with_numbers_and_sentences(read: Run) -> None:
    (found,) = rows(read("concepts", "suggest", "--format", "json"))
    assert {**found, "examples": ""} == {"term": TERM, "localities": 2, "documents": 2, "count": 3,
                                         "examples": ""}
    assert "办好银杏书院 (doc-" in found["examples"]
    assert "推进银杏书院建设 (doc-" in found["examples"]


def test_the_bound_and_the_forms_of_suggestions(read: Run, plans: Path) -> None:
    for name in ("north", "south"):
        path = plans / f"{name}.txt"
        path.write_text(path.read_text("utf-8") + "3. 推广晨读打卡。\n", "utf-8")
    read("ingest", plans)
    assert suggested(read) == [TERM, "晨读打卡"]
    assert suggested(read, "--limit", "1") == [TERM]
    assert read("concepts", "suggest", "--format", "csv").stdout.startswith("term,localities,")
    assert TERM in read("concepts", "suggest").stdout


def test_without_documents_nothing_is_suggested(run: Run) -> None:
    result = run("concepts", "suggest", "--format", "json")
    assert rows(result) == []
    assert "No term" in result.stderr


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_an_accepted_term_survives_another_ingest_and_a_rebuild(read: Run, plans: Path,
                                                                language: str) -> None:
    done(read("concepts", "accept", TERM))
    kept = read("ingest", plans)
    assert "│ 0   │ 3         │ 0" in kept.stdout     # the same rules: all unchanged
    assert places(read, TERM, language) == ["北屏县", "南屏县"]
    assert read("rebuild").exit_code == 0
    assert places(read, TERM, language) == ["北屏县", "南屏县"]


def test_a_graph_ingested_after_the_decision_is_the_same(read: Run, plans: Path,
                                                         tmp_path: Path) -> None:
    done(read("concepts", "accept", TERM, "--broader", "校园安全"))
    read("export", tmp_path / "one.nq")
    other = {"EDUPOLICY_DATA": str(tmp_path / "other")}
    done(read("concepts", "accept", TERM, "--broader", "校园安全", **other))
    read("ingest", plans, **other)
    read("export", tmp_path / "two.nq", **other)
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "two.nq").read_bytes()
    done(read("concepts", "reject", TERM, **other))
    plain = {"EDUPOLICY_DATA": str(tmp_path / "plain")}
    read("ingest", plans, **plain)
    read("export", tmp_path / "three.nq", **other)
    read("export", tmp_path / "four.nq", **plain)
    assert (tmp_path / "three.nq").read_bytes() == (tmp_path / "four.nq").read_bytes()


def test_only_documents_with_the_term_are_read_again(
        read: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = []
    really = pipeline.read

    def spy(content: bytes, name: str, known: Any) -> pipeline.Reading:
        names.append(name)
        return really(content, name, known)

    monkeypatch.setattr(pipeline, "read", spy)
    done(read("concepts", "accept", TERM))
    assert sorted(names) == ["north.txt", "south.txt"]
    done(read("concepts", "reject", "晨读打卡"))     # was no concept: no reading changes
    assert len(names) == 2
    ledger = Ledger(folder)
    assert len({one.rules for one in ledger.entries()}) == 1
    ledger.close()


def test_a_member_of_a_coordination_counts_as_standing_there(run: Run, plans: Path) -> None:
    item = "3. 开展温室、消防安全教育。（牵头科室：安全科）\n"
    for name, text in (("north", NORTH), ("south", SOUTH)):
        (plans / f"{name}.txt").write_text(text + item, "utf-8")
    run("ingest", plans)
    done(run("concepts", "accept", "温室安全"))
    assert places(run, "温室安全") == ["北屏县", "南屏县"]


@pytest.mark.parametrize(("arguments", "said"), [
    (["accept", "集团化办学"], "is a label of the thesaurus already"),
    (["accept", "“集团化”办学"], "is a label of the thesaurus already"),
    (["accept", " "], "two letters"),
    (["accept", "“”"], "two letters"),
    (["accept", "校"], "two letters"),
    (["reject", ""], "two letters"),
    (["accept", TERM, "--broader", "没有的概念"], "no concept '没有的概念'"),
    (["accept", TERM, "--english", "Group-Run  Schooling"], "is the English name of 集团化办学"),
])
def test_what_cannot_be_decided_is_one_sentence_and_changes_nothing(
        read: Run, folder: Path, arguments: list[str], said: str) -> None:
    if said.startswith("is the English"):
        english = pipeline.knowledge().thesaurus.concepts[
            pipeline.knowledge().thesaurus.labels["集团化办学"]].name_en
        arguments = [*arguments[:-1], english.upper()]
    ledger = Ledger(folder)
    before = ledger.digests()
    result = read("concepts", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert said in result.stderr
    assert ledger.terms.all() == []
    assert ledger.digests() == before
    ledger.close()


def test_a_changed_mind_is_on_record_and_the_same_one_twice_is_refused(run: Run) -> None:
    done(run("concepts", "accept", TERM, "--who", "wang", "--why", "两地都有"))
    assert "was accepted before, by wang" in run("concepts", "accept", f"“{TERM}”").stderr
    done(run("concepts", "reject", TERM, "--who", "li"))
    assert "was rejected before, by li" in run("concepts", "reject", TERM).stderr
    done(run("concepts", "accept", TERM, "--who", "wu", "--english", "ginkgo school"))
    found = rows(run("concepts", "list", "--format", "json"))
    assert [(row["number"], row["verdict"], row["concept"], row["holds"], row["who"])
            for row in found] == [(1, "accepted", CONCEPT, False, "wang"),
                                  (2, "rejected", None, False, "li"),
                                  (3, "accepted", CONCEPT, True, "wu")]
    assert (found[0]["why"], found[2]["english"]) == ("两地都有", "ginkgo school")


def test_a_crash_between_the_decision_and_the_reading_is_mended(
        read: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "read", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        assert read("concepts", "accept", TERM).exit_code == 130
    assert places(read) == ["北屏县", "南屏县"]


def test_a_document_that_cannot_be_read_again_stays_until_it_is_ingested(
        read: Run, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = pipeline.read

    def fails(content: bytes, name: str, known: Any) -> pipeline.Reading:
        if name == "north.txt":
            raise ReadError("its pages are gone")
        return really(content, name, known)

    with monkeypatch.context() as patch:
        patch.setattr(intake.pipeline, "read", fails)
        assert "north.txt cannot be read again (its pages are gone)" in read(
            "concepts", "accept", TERM).stderr
    assert places(read) == ["南屏县"]
    assert places(read, "食品安全") == ["北屏县"]
    assert read("ingest", plans).exit_code == 0
    assert places(read) == ["北屏县", "南屏县"]


def test_a_tie_that_a_person_made_to_the_concept_goes_and_comes_with_it(read: Run) -> None:
    done(read("concepts", "accept", TERM))
    (task,) = [row["id"] for row in rows(read(
        "cypher", "MATCH (t:Task) WHERE t.title STARTS WITH '推进校园消防' RETURN t.id AS id",
        "--format", "json"))]
    assert read("link", "accept", "ABOUT", task, TERM).exit_code == 0
    everywhere = ["云川省", "北屏县", "南屏县"]
    assert places(read) == everywhere
    done(read("concepts", "reject", TERM))
    assert rows(read("cypher", f"MATCH (c:Concept {{id: '{CONCEPT}'}}) RETURN c.id",
                     "--format", "json")) == []
    done(read("concepts", "accept", TERM))
    assert places(read) == everywhere


def test_a_store_that_another_process_holds_keeps_the_decision_from_being_made(
        read: Run, spawn: Spawn, folder: Path) -> None:
    holder = spawn(code="import sys, time; from api.settings import read; "
                        "from api.workspace import Workspace\n"
                        "with Workspace(read(), print) as one, one.writing():\n"
                        "    print('held', flush=True); time.sleep(60)")
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    result = read("concepts", "accept", TERM)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    ledger = Ledger(folder)
    assert ledger.terms.all() == []
    ledger.close()


def test_the_server_knows_what_is_accepted_while_it_runs(read: Run, folder: Path,
                                                         places: Path,
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.serving.PAUSE", -1.0)
    settings = Settings(data=folder, places=places, cypher="", sparql="")
    with TestClient(create_app(settings)) as client:
        ask = f"/queries/task_owners?concept={TERM}"
        assert client.get(ask).status_code == 404
        for store in client.app.state.stores.values():      # type: ignore[attr-defined]
            store.close()
        done(read("concepts", "accept", TERM))
        answer = client.get(ask).json()
        assert {row["locality"] for row in answer["rows"]} == {"北屏县", "南屏县"}
