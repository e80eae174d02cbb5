"""The way of a document as a whole, and what it depends on."""

import json
from pathlib import Path

import pytest

from ingest import pipeline
from ingest.errors import ReadError
from ingest.extract import Knowledge
from ontology.errors import DivisionError
from tests.ingest.documents import PLACES

TEXT = "江阴市教育局2024年工作要点\n一、加强安全\n1.排查隐患20处。（责任科室：安全科）\n"
FIELDS = {
    "document": {"title", "genre", "issuer", "locality", "adcode", "ancestors", "period",
                 "published"},
    "goals": {"id", "title", "core"},
    "tasks": {"id", "goal", "number", "title", "text", "period", "status", "owners"},
    "indicators": {"task", "quote", "measure", "comparator", "value", "upper", "unit", "due",
                   "kind", "soft"},
    "concepts": {"label", "tasks"}}


def test_the_answer_has_the_form_of_the_guide(known: Knowledge) -> None:
    answer = pipeline.read(TEXT.encode(), "要点.txt", known).answer
    assert set(answer) == {"file", "document", "goals", "tasks", "indicators", "citations",
                           "concepts", "warnings"}
    assert answer["file"] == "要点.txt"
    for part, fields in FIELDS.items():
        for one in answer[part] if isinstance(answer[part], list) else [answer[part]]:
            assert set(one) == fields, part
    assert set(answer["tasks"][0]["owners"][0]) == {"name", "role", "explicit"}
    assert answer["tasks"][0]["goal"] == answer["goals"][0]["id"]
    assert answer["indicators"][0]["task"] == answer["tasks"][0]["id"]
    assert json.loads(json.dumps(answer, ensure_ascii=False)) == answer


def test_a_reading_holds_the_text_as_it_stands_in_the_file(known: Knowledge) -> None:
    stored = "\r\n" + TEXT.replace("\n", "\r\n") + "　"
    reading = pipeline.read(stored.encode("gb18030"), "要点.txt", known)
    assert reading.text == stored
    assert reading.title == "江阴市教育局2024年工作要点"
    assert reading.batch.source == f"doc:{reading.document}"


def test_warnings_stand_in_the_reading_and_in_the_answer(known: Knowledge) -> None:
    reading = pipeline.read("鼓楼区教育局工作要点".encode(), "要点.txt", known)
    assert len(reading.warnings) == 2
    assert reading.answer["warnings"] == list(reading.warnings)


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"\xff\xfa\x80\x81"])
def test_bytes_without_text_are_refused(known: Knowledge, content: bytes) -> None:
    with pytest.raises(ReadError, match=r"^要点\.txt: "):
        pipeline.read(content, "要点.txt", known)


@pytest.mark.parametrize("text", ["首页\n- 1 -\n", "x", "一、", "，", "（（（", "》》《《",
"1\n2\n3\n"])
def test_a_text_that_says_nothing_is_read_and_says_so(known: Knowledge, text: str) -> None:
    reading = pipeline.read(text.encode(), "要点.txt", known)
    assert reading.answer["tasks"] == []
    assert reading.warnings


# --- what it depends on

def test_knowledge_is_made_once() -> None:
    assert pipeline.knowledge() is pipeline.knowledge()
    assert pipeline.knowledge(PLACES) is pipeline.knowledge(Path(str(PLACES)))


def test_knowledge_of_more_places_is_another() -> None:
    assert pipeline.knowledge(PLACES) is not pipeline.knowledge()
    assert not pipeline.knowledge().divisions.named("望禾区")
    assert pipeline.knowledge(PLACES).divisions.named("望禾区")
    assert pipeline.knowledge(PLACES).divisions.named("江阴市")


def test_places_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("name\n望禾区\n", "utf-8")
    with pytest.raises(DivisionError, match=r"places\.csv, line 1"):
        pipeline.knowledge(path)


def test_the_rules_are_one_digest() -> None:
    assert len(pipeline.rules()) == 64
    assert pipeline.rules() == pipeline.rules()


def test_the_rules_change_with_the_places(tmp_path: Path) -> None:
    some, more = tmp_path / "some.csv", tmp_path / "more.csv"
    some.write_bytes(PLACES.read_bytes())
    more.write_bytes(PLACES.read_bytes() + "990103,另一区,county,990100,,\n".encode())
    assert len({pipeline.rules(), pipeline.rules(some), pipeline.rules(more)}) == 3
    assert pipeline.rules(some) == pipeline.rules(PLACES)


@pytest.mark.parametrize("name", ["code.py", "words.yaml", "concepts.ttl", "divisions.csv",
                                  "vocabulary/deep.yaml"])
def test_the_rules_change_with_code_vocabulary_and_thesaurus(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / name).write_text("1")
    monkeypatch.setattr(pipeline, "files", lambda package: tmp_path)
    before = pipeline.rules.__wrapped__()
    assert before == pipeline.rules.__wrapped__()
    (tmp_path / name).write_text("2")
    assert before != pipeline.rules.__wrapped__()


def test_caches_of_the_interpreter_are_no_rules(tmp_path: Path,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "__pycache__").mkdir()
    monkeypatch.setattr(pipeline, "files", lambda package: tmp_path)
    before = pipeline.rules.__wrapped__()
    (tmp_path / "__pycache__" / "code.py").write_text("1")
    (tmp_path / "code.pyc").write_text("1")
    assert before == pipeline.rules.__wrapped__()
