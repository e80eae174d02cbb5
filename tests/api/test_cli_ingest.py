"""Files and folders into the graph, good and bad."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from typer.testing import Result

from api.intake import find
from tests.api.doors import Run


def word(document: bytes) -> bytes:
    """Return a Word file of one part."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
    return file.getvalue()


BOMB = b"<a>" + b" " * (80 << 20) + b"</a>"
ENTITIES = (b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;"><!ENTITY d SYSTEM "/etc/passwd">]>'
            b"<a>&c;&d;</a>")
BAD = {"empty.txt": b"", "blank.txt": b" \n\n", "binary.txt": b"\x00\x01\x02" * 40,
       "latin.txt": "déjà vu, où ça? ".encode("latin-1") * 20,
       "bomb.docx": word(BOMB), "entities.docx": word(ENTITIES), "cut.docx": word(BOMB)[:200],
       "locked.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
       "cut.pdf": b"%PDF-1.7\n1 0 obj\n<<", "liar.docx": b"%PDF-1.4 no",
       "empty.html": b"<html></html>",
       "deep.html": b"<html><body>" + b"<table><tr><td>" * 9000,
       "wide.csv": "序号,任务\n".encode() + b"1," * 400_000}


def count(run: Run, kind: str = "Document") -> int:
    counts = json.loads(run("stats", "--format", "json").stdout)
    return int(next(row["count"] for row in counts if row["type"] == kind))


def cells(result: Result) -> dict[str, int]:
    """Return the cells of the summary's first row by column."""
    lines = [line for line in result.stdout.splitlines() if line[0] in "┃│"]
    names, numbers = ([cell.strip() for cell in line.strip("┃│").replace("┃", "│").split("│")]
                      for line in lines[:2])
    return {name: int(number) for name, number in zip(names, numbers, strict=True)}


def test_a_folder_is_read_and_read_again_without_change(run: Run, plans: Path) -> None:
    first, second = run("ingest", plans), run("ingest", plans)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert cells(first)["new"] == 2
    assert cells(second) == {"new": 0, "unchanged": 2, "replaced": 0, "duplicate": 0,
                             "refused": 0, "skipped": 0}
    assert count(run, "Task") == 5


def test_bad_files_are_refused_with_the_reason_and_the_others_go_on(run: Run, plans: Path) -> None:
    for name, content in BAD.items():
        (plans / name).write_bytes(content)
    (plans / "photo.jpg").write_bytes(b"\xff\xd8")
    (plans / ".hidden.txt").write_text("x", "utf-8")
    result = run("ingest", plans)
    assert result.exit_code == 1
    assert cells(result)["new"] == 2
    assert (cells(result)["refused"], cells(result)["skipped"]) == (len(BAD), 2)
    assert all(f"{name}: " in result.stdout for name in BAD)
    assert "Traceback" not in result.output
    assert "root:" not in result.output
    assert count(run) == 2
    kept = json.loads(run("documents", "--format", "json").stdout)
    assert {row["file"] for row in kept if row["status"] == "refused"} == set(BAD)


@pytest.mark.parametrize("name", [*BAD, "scan.pdf", "nowhere.txt", "nofolder"])
def test_a_file_that_is_bad_alone_is_exit_code_2(run: Run, tmp_path: Path, name: str) -> None:
    if name.startswith("scan") or name in BAD:
        (tmp_path / name).write_bytes(BAD.get(name, b"%PDF-1.7"))
    result = run("ingest", tmp_path / name)
    assert result.exit_code == 2
    assert name in result.stdout
    assert "Traceback" not in result.output


def test_a_folder_without_readable_files_is_exit_code_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"")
    result = run("ingest", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert str(tmp_path) in result.stderr


def test_a_text_without_headings_is_a_document_without_tasks(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("今天下午三点开会，请大家准时参加。\n", "utf-8")
    assert run("ingest", path).exit_code == 0
    assert (count(run), count(run, "Task")) == (1, 0)


def test_a_mended_file_takes_the_place_of_the_document(run: Run, plans: Path) -> None:
    run("ingest", plans)
    path = plans / "north.txt"
    path.write_text(path.read_text("utf-8").replace("4轮", "6轮"), "utf-8")
    assert cells(run("ingest", plans))["replaced"] == 1
    found = json.loads(run("query", "indicators", "locality=北屏县", "--format", "json").stdout)
    assert [row["value"] for row in found if row["unit"] == "轮"] == [6]


def test_two_files_that_are_one_document_are_both_named(run: Run, plans: Path) -> None:
    text = (plans / "north.txt").read_text("utf-8")
    (plans / "north-copy.txt").write_text(text, "utf-8")
    (plans / "north-mended.txt").write_text(text.replace("4轮", "6轮"), "utf-8")
    first, second = run("ingest", plans), run("ingest", plans)
    assert (cells(first)["new"], cells(first)["duplicate"]) == (2, 2)
    assert all(name in first.stdout for name in ("north.txt", "north-copy.txt",
                                                 "north-mended.txt"))
    assert (cells(second)["unchanged"], cells(second)["duplicate"]) == (2, 2)
    assert count(run) == 2


def test_the_order_of_ingest_does_not_matter(run: Run, plans: Path, tmp_path: Path) -> None:
    copy = plans / "a-copy.txt"
    copy.write_bytes((plans / "south.txt").read_bytes())
    exports = []
    for number, order in enumerate((["south.txt", "a-copy.txt", "north.txt"],
                                    ["north.txt", "a-copy.txt", "south.txt"])):
        data, file = str(tmp_path / f"data{number}"), tmp_path / f"{number}.nq"
        for name in order:
            assert run("ingest", plans / name, EDUPOLICY_DATA=data).exit_code == 0
        assert run("export", file, EDUPOLICY_DATA=data).exit_code == 0
        exports.append(file.read_bytes())
    assert exports[0] == exports[1]


def test_find_takes_the_files_of_folders_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a/3.TXT", "a/x.exe", ".git/4.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = find([tmp_path, tmp_path / "b", tmp_path / "a" / "x.exe", tmp_path / "c"])
    assert [path.name for path in found.files] == ["3.TXT", "x.exe", "1.txt", "2.txt"]
    assert (found.skipped, [path.name for path in found.missing]) == (1, ["c"])
