"""What one document holds, without any store."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.api.doors import Run

Extract = Callable[[Path], tuple[int, str, str]]


@pytest.fixture
def extract(run: Run) -> Extract:
    """Extract a file and return exit code, answer and messages."""
    def extract_(path: Path) -> tuple[int, str, str]:
        result = run("extract", path)
        return result.exit_code, result.stdout, result.stderr

    return extract_


def test_the_answer_is_one_object_in_the_form_of_the_gold_set(extract: Extract, plans: Path,
                                                              folder: Path) -> None:
    code, text, _ = extract(plans / "north.txt")
    answer = json.loads(text)
    assert code == 0
    assert answer["document"]["locality"] == "北屏县"
    assert [task["title"] for task in answer["tasks"]] == [
        "压实校园安全责任", "守护校园食品安全", "深化集团化办学"]
    assert not folder.exists()


def test_a_text_that_holds_nothing_is_no_error(extract: Extract, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("今天下午三点开会。\n", "utf-8")
    code, text, said = extract(tmp_path / "note.txt")
    answer = json.loads(text)
    assert (code, answer["tasks"]) == (0, [])
    assert answer["warnings"]
    assert all(warning in said for warning in answer["warnings"])


@pytest.mark.parametrize(("name", "content"), [
    ("empty.txt", b""), ("binary.txt", b"\x00\x01" * 9), ("scan.pdf", b"%PDF"),
    ("latin.txt", "déjà vu, où ça? ".encode("latin-1") * 20), ("nowhere.txt", None)])
def test_a_file_that_cannot_be_read_is_named(extract: Extract, tmp_path: Path, name: str,
                                             content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    code, text, said = extract(tmp_path / name)
    assert (code, text) == (2, "")
    assert said.startswith(f"Error: {name}: ")
    assert said.count("\n") == 1


def test_explain_shows_how_each_paragraph_was_taken(run: Run, plans: Path) -> None:
    path = plans / "north.txt"
    result = run("extract", "--explain", "--format", "json", path)
    rows = json.loads(result.stdout)
    text = path.read_text("utf-8")
    assert result.exit_code == 0
    assert {row["label"] for row in rows} >= {"preamble", "goal", "task"}
    task = next(row for row in rows if row["label"] == "task")
    assert text[task["start"]:task["end"]] == task["text"]
    assert task["about"] == "t1"
    assert "unread" in run("extract", "--help").stdout
