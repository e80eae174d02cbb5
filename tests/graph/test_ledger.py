"""The ledger: outcomes, what it keeps, what stores hold, and bad days."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.entry import Entry, Outcome, Tied
from graph.errors import LedgerError
from graph.ledger import FILE, Ledger
from ontology import Batch
from ontology.decisions import Decision, End


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in a folder that is not there yet."""
    opened = Ledger(tmp_path / "data" / "more")
    yield opened
    opened.close()


@pytest.fixture
def plan(documents: tuple[Batch, ...]) -> Entry:
    """A file that was read."""
    return Entry("计划.docx", "sha-1", "rules-1", "read", document="doc-a", title="工作要点",
                 text="一、建设平安校园\n", content=b"\x00PK", batch=documents[0],
                 warnings=("地点不明", "“标题”不明"))


REJECTED = Decision("reject", "ABOUT", End("Task", "task-1", "任务", "doc-a"),
                    End("Concept", "safety", "安全"))
REFUSED = Entry("扫描.pdf", "sha-9", "rules-1", "refused", error="扫描.pdf has no text.")


def test_a_new_document_is_kept_whole(ledger: Ledger, plan: Entry) -> None:
    assert ledger.put(plan) == Outcome("new", "doc-a")
    kept = ledger.entry("doc-a")
    assert kept is not None
    assert replace(kept, batch=None) == replace(plan, batch=None)
    assert kept.batch is not None
    assert plan.batch is not None
    assert sorted(map(repr, kept.batch.nodes)) == sorted(
        repr(replace(node, properties=dict(sorted(node.properties.items()))))
        for node in plan.batch.nodes)
    assert len(kept.batch.edges) == len(plan.batch.edges)
    assert ledger.text("doc-a") == plan.text
    assert ledger.entries() == [replace(plan, text="", content=b"", batch=None)]


def test_the_same_bytes_by_the_same_rules_are_known(ledger: Ledger, plan: Entry) -> None:
    assert ledger.known("sha-1", "rules-1") is None
    ledger.put(plan)
    assert ledger.known("sha-1", "rules-1") == replace(plan, text="", content=b"", batch=None)
    assert ledger.known("sha-1", "rules-2") is None
    assert ledger.put(plan) == Outcome("unchanged", "doc-a")


def test_other_bytes_of_one_document_replace_it_and_name_both(
        ledger: Ledger, plan: Entry) -> None:
    ledger.put(plan)
    newer = replace(plan, name="计划（修订）.docx", sha256="sha-2", text="二、\n")
    assert ledger.put(newer) == Outcome("replaced", "doc-a", "计划.docx")
    assert [entry.name for entry in ledger.entries()] == ["计划（修订）.docx"]
    assert ledger.text("doc-a") == "二、\n"


def test_other_rules_replace_a_document_even_where_its_id_changes(
        ledger: Ledger, plan: Entry, documents: tuple[Batch, ...]) -> None:
    ledger.put(plan)
    again = replace(plan, name="要点.docx", rules="rules-2", document="doc-c", batch=documents[2])
    assert ledger.put(again) == Outcome("replaced", "doc-c", "计划.docx")
    assert list(ledger.digests()) == ["doc:doc-c"]


def test_two_documents_of_one_file_name_are_both_kept(
        ledger: Ledger, plan: Entry, documents: tuple[Batch, ...]) -> None:
    ledger.put(plan)
    other = replace(plan, sha256="sha-2", document="doc-b", batch=documents[1])
    assert ledger.put(other) == Outcome("new", "doc-b")
    assert list(ledger.digests()) == ["doc:doc-a", "doc:doc-b"]


def test_a_refusal_is_kept_and_goes_when_the_file_is_read(ledger: Ledger, plan: Entry) -> None:
    assert ledger.put(REFUSED) == Outcome("refused")
    assert ledger.put(REFUSED) == Outcome("refused")
    assert ledger.known("sha-9", "rules-1") == REFUSED
    assert ledger.entries() == [REFUSED]
    ledger.put(replace(plan, name="扫描.pdf"))
    assert [entry.status for entry in ledger.entries()] == ["read"]


def test_a_refusal_goes_when_the_same_bytes_are_read_under_another_name(
        ledger: Ledger, plan: Entry) -> None:
    ledger.put(REFUSED)
    ledger.put(replace(plan, sha256="sha-9", rules="rules-2"))
    assert [entry.status for entry in ledger.entries()] == ["read"]


def test_a_refusal_leaves_the_document_that_the_file_was_before(
        ledger: Ledger, plan: Entry) -> None:
    ledger.put(plan)
    ledger.put(replace(REFUSED, name=plan.name))
    ledger.put(replace(REFUSED, name=plan.name, sha256=plan.sha256, rules="rules-2"))
    assert [(entry.status, entry.sha256) for entry in ledger.entries()] == [
        ("read", "sha-1"), ("refused", "sha-1"), ("refused", "sha-9")]


def test_removing(ledger: Ledger, plan: Entry) -> None:
    ledger.put(plan)
    assert ledger.remove("doc-a")
    assert not ledger.remove("doc-a")
    assert ledger.entry("doc-a") is None
    assert ledger.text("doc-a") is None
    assert ledger.known("sha-1", "rules-1") is None


def test_batches_come_in_the_order_of_documents(
        ledger: Ledger, plan: Entry, documents: tuple[Batch, ...]) -> None:
    for number in (2, 0, 1):
        document = documents[number].source.removeprefix("doc:")
        ledger.put(replace(plan, sha256=f"sha-{number}", document=document,
                           batch=documents[number]))
    ledger.put(REFUSED)
    assert [batch.source for batch in ledger.batches()] == ["doc:doc-a", "doc:doc-b", "doc:doc-c"]
    assert [batch.source for batch in ledger.batches(["doc:doc-c", "doc:doc-x"])] == [
        "doc:doc-c"]


def test_what_a_store_holds_is_marked(ledger: Ledger) -> None:
    ledger.mark("cypher", {"doc:doc-a": "1", "links:doc-a": ""})
    ledger.mark("cypher", {"links:doc-a": "2"})
    ledger.mark("sparql", {"doc:doc-a": "3"})
    assert ledger.applied("cypher") == {"doc:doc-a": "1", "links:doc-a": "2"}
    ledger.forget("cypher", "doc:doc-a")
    assert ledger.applied("cypher") == {"links:doc-a": "2"}
    ledger.forget("cypher")
    assert ledger.applied("cypher") == {}
    assert ledger.applied("sparql") == {"doc:doc-a": "3"}


def test_the_version_moves_with_every_write_and_with_no_reading(
        ledger: Ledger, plan: Entry, links: tuple[Batch, ...], tmp_path: Path) -> None:
    reader = Ledger(tmp_path / "data" / "more")
    seen = [reader.version]
    for write in (lambda: ledger.put(plan), lambda: ledger.put(REFUSED),
                  lambda: ledger.tie([Tied("doc-a", None, links[0])]),
                  lambda: ledger.decisions.add(REJECTED),
                  lambda: ledger.decisions.undo(1, "2031-05-06"),
                  lambda: ledger.mark("cypher", {"doc:doc-a": "1"}),
                  lambda: ledger.forget("cypher"), lambda: ledger.remove("doc-a")):
        write()
        seen.append(reader.version)
    assert seen == sorted(set(seen))
    ledger.entries()
    list(ledger.batches())
    ledger.stale()
    ledger.offering(["990121"])
    ledger.decisions.held()
    assert reader.version == seen[-1]
    reader.close()


def test_a_crash_within_a_write_keeps_the_former_state(
        ledger: Ledger, plan: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.put(plan)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.ledger._insert", crash)
    with pytest.raises(KeyboardInterrupt):
        ledger.put(replace(plan, sha256="sha-2"))
    monkeypatch.undo()
    kept = ledger.entry("doc-a")
    assert kept is not None
    assert kept.sha256 == "sha-1"
    assert ledger.put(replace(plan, sha256="sha-2")).kind == "replaced"


def test_threads_share_a_ledger(ledger: Ledger, plan: Entry) -> None:
    def put(number: int) -> None:
        ledger.put(replace(plan, sha256=f"sha-{number}", document=f"doc-{number}", batch=None))

    threads = [threading.Thread(target=put, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ledger.digests()) == 20


def test_another_process_sees_what_is_written(ledger: Ledger, plan: Entry, tmp_path: Path) -> None:
    ledger.put(plan)
    code = ("import sys, pathlib; from graph.ledger import Ledger; "
            "print(Ledger(pathlib.Path(sys.argv[1])).text('doc-a'))")
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "data" / "more")],
                          capture_output=True, text=True, check=True, encoding="utf-8",
                          cwd=Path(__file__).parents[2])
    assert done.stdout.strip() == "一、建设平安校园"


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    with pytest.raises(LedgerError, match=r"ledger\.sqlite is damaged; move it away and ingest"):
        Ledger(tmp_path)


def test_damaged_records_are_named(ledger: Ledger, plan: Entry, tmp_path: Path) -> None:
    ledger.put(plan)
    with sqlite3.connect(tmp_path / "data" / "more" / FILE) as other:
        other.execute("UPDATE entries SET batch = x'00'")
    other.close()
    with pytest.raises(LedgerError, match="records of doc-a are damaged"):
        list(ledger.batches())


def test_damaged_links_are_named(
        ledger: Ledger, plan: Entry, links: tuple[Batch, ...], tmp_path: Path) -> None:
    ledger.put(plan)
    ledger.tie([Tied("doc-a", None, links[0])])
    with sqlite3.connect(tmp_path / "data" / "more" / FILE) as other:
        other.execute("UPDATE ties SET links = x'00'")
    other.close()
    with pytest.raises(LedgerError, match="records of doc-a are damaged"):
        list(ledger.batches(["links:doc-a"]))
    ledger.remove("doc-a")
    assert list(ledger.batches()) == []


def test_a_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError, match=r"data folder .*file/data cannot be used"):
        Ledger(tmp_path / "file" / "data")


def test_a_file_of_a_later_format_is_left_alone(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "data" / "more" / FILE
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(LedgerError, match="has format 99, and this version of the program knows"):
        Ledger(path.parent)


def test_a_ledger_that_another_process_writes(
        ledger: Ledger, plan: Entry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.database.PATIENCE", 0.1)
    late = Ledger(tmp_path / "data" / "more")
    other = sqlite3.connect(tmp_path / "data" / "more" / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerError, match="being written by another process; try again"):
        late.put(plan)
    other.execute("ROLLBACK")
    other.close()
    assert late.put(plan).kind == "new"
    late.close()


def test_a_full_disk(ledger: Ledger, plan: Entry) -> None:
    ledger._database._connection.execute("PRAGMA max_page_count = 20")
    with pytest.raises(LedgerError, match=r"disk of .* is full; nothing of this step was kept"):
        ledger.put(replace(plan, content=bytes(10_000_000)))
    assert ledger.entries() == []


def test_a_place_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(LedgerError, match="cannot be written; choose another one"):
        Ledger(tmp_path)
