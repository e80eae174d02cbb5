"""From facts to records: evidence, ids, and what hangs together."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from ingest import pipeline
from ingest.extract import Knowledge
from ingest.pipeline import Reading
from ontology import Edge, Node, Ref
from ontology.names import bare
from tests.ingest.conftest import Read
from tests.ingest.documents import SAMPLES, reading, texts

TITLE = "青砚区教育局2024年工作要点\n"
BODY = ("一、加强校园安全\n"
        "1.排查安全隐患。落实《校园安全条例》，整改隐患不少于20处。（牵头科室：安全科；"
        "配合科室：安全科、区公安局）\n"
        "2.开展食品安全检查。全年检查学校 12 所，覆盖率达到100%。\n"
        "二、提升教育质量\n3.推进“双减”工作。\n")


@pytest.fixture(scope="module")
def plan(read_fictional: Read) -> Reading:
    """A plan of a fictional district with a bit of everything."""
    return read_fictional(TITLE + BODY)


def nodes(found: Reading, kind: str) -> list[Node]:
    return [node for node in found.batch.nodes if node.type == kind]


def edges(found: Reading, kind: str) -> list[Edge]:
    return [edge for edge in found.batch.edges if edge.type == kind]


def names(found: Reading) -> dict[Ref, object]:
    return {node.ref: node.properties.get("name") or node.properties.get("title")
            for node in found.batch.nodes}


def ids(found: Reading, kind: str) -> list[str]:
    return [node.id for node in nodes(found, kind)]


# --- what there is

def test_the_document_names_its_source_and_what_it_says_of_itself(plan: Reading) -> None:
    (own,) = nodes(plan, "Document")
    assert plan.batch.source == f"doc:{own.id}" == f"doc:{plan.document}"
    assert own.properties["title"] == "青砚区教育局2024年工作要点"
    assert own.properties["source"] == "文件.txt"
    assert own.properties["characters"] == len(plan.text)
    assert (own.properties["genre"], own.properties["period_start"]) == ("plan", 2024)


def test_the_way_from_the_place_to_the_indicators(plan: Reading) -> None:
    called = names(plan)
    assert [(called[edge.source], called[edge.target]) for edge in edges(plan, "HAS_GOAL")] == [
        ("青砚区", "加强校园安全"), ("青砚区", "提升教育质量")]
    assert [(called[edge.source], called[edge.target]) for edge in edges(plan, "HAS_TASK")] == [
        ("加强校园安全", "排查安全隐患"), ("加强校园安全", "开展食品安全检查"),
        ("提升教育质量", "推进“双减”工作")]
    assert [node.properties["value"] for node in nodes(plan, "Indicator")] == [20, 12, 100]
    assert len(edges(plan, "HAS_INDICATOR")) == 3


def test_the_place_comes_with_all_that_it_lies_in(plan: Reading) -> None:
    assert [node.properties["name"] for node in nodes(plan, "Locality")] == [
        "海川省", "临澜市", "青砚区"]
    assert ids(plan, "Locality") == ["990000", "990100", "990102"]
    called = names(plan)
    assert ("青砚区", "临澜市") in {(called[edge.source], called[edge.target])
                                 for edge in edges(plan, "PART_OF")}


def test_concepts_come_with_all_broader_ones(plan: Reading) -> None:
    known = pipeline.knowledge().thesaurus
    about = {edge.target.id for edge in edges(plan, "ABOUT")}
    assert {"双减", "食品安全"} <= {known.concepts[slug].name for slug in about}
    broader = {concept.id for slug in about for concept in known.line(slug)}
    assert set(ids(plan, "Concept")) == broader


def test_a_unit_in_two_roles_is_two_edges(plan: Reading) -> None:
    first = nodes(plan, "Task")[0].ref
    called = names(plan)
    assert [(called[edge.target], edge.properties["role"]) for edge in edges(plan, "OWNED_BY")
            if edge.source == first] == [
        ("安全科", "lead"), ("安全科", "cooperating"), ("公安局", "cooperating")]


def test_owners_who_are_named_answer_for_the_indicators(plan: Reading) -> None:
    called = names(plan)
    assert {(called[edge.source], edge.properties["role"]) for edge in edges(plan, "ANSWERS_FOR")
            } == {("安全科", "lead"), ("安全科", "cooperating"), ("公安局", "cooperating")}


def test_an_owner_that_nobody_names_is_the_issuer(plan: Reading) -> None:
    implied = [edge for edge in edges(plan, "OWNED_BY") if not edge.properties["explicit"]]
    assert len(implied) == 2
    (issued,) = edges(plan, "ISSUED_BY")
    for edge in implied:
        assert edge.target == issued.target
        assert edge.properties["quote"] == "青砚区教育局"


def test_citations_are_policies(plan: Reading) -> None:
    (edge,) = edges(plan, "CITES")
    assert edge.properties["quote"] == "《校园安全条例》"
    assert names(plan)[edge.target] == "校园安全条例"


def test_every_edge_joins_nodes_of_the_batch(plan: Reading) -> None:
    here = {node.ref for node in plan.batch.nodes}
    for edge in plan.batch.edges:
        assert edge.source in here, edge
        assert edge.target in here, edge


def test_nothing_is_there_twice(plan: Reading) -> None:
    assert len({node.ref for node in plan.batch.nodes}) == len(plan.batch.nodes)
    keys = [(edge.type, edge.source, edge.target, edge.properties.get("role"))
            for edge in plan.batch.edges]
    assert len(set(keys)) == len(keys)


def test_absent_values_are_left_out(plan: Reading) -> None:
    for one in (*plan.batch.nodes, *plan.batch.edges):
        assert None not in one.properties.values()
    assert "published" not in nodes(plan, "Document")[0].properties


def test_positions_run_from_one(plan: Reading) -> None:
    assert [node.properties["position"] for node in nodes(plan, "Task")] == [1, 2, 3]
    assert [node.properties["position"] for node in nodes(plan, "Goal")] == [1, 2]


# --- evidence

def evident(found: Iterable[Node | Edge]) -> list[Node | Edge]:
    return [one for one in found if "quote" in one.properties]


def check_evidence(found: Reading) -> None:
    for one in evident((*found.batch.nodes, *found.batch.edges)):
        start, end = one.properties["start_char"], one.properties["end_char"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert one.properties["document"] == found.document
        assert one.properties["quote"]
        assert found.text[start:end] == one.properties["quote"], one


NOISY = ("\ufeff首页\n\n{title}\n　　一、加强校园安全\n— 1 —\n"
         "1 .排查安全隐患，整改隐患\n2 0处，\n\n- 2 -\n\n检查学校 12 所。\n"
         "责 任 单 位：安全科、\n公安局\n2.开展\u200b食品安全检查。（安全科）\n")


@pytest.mark.parametrize("text", [
    TITLE + BODY, NOISY.replace("{title}", TITLE), BODY.replace("\n",
    "\r\n"), TITLE * 2 + BODY * 2],
    ids=["plain", "noisy", "windows", "twice"])
def test_every_quote_stands_in_the_stored_text(read_fictional: Read, text: str) -> None:
    found = read_fictional(text)
    assert found.text == text.removeprefix("\ufeff") or found.text == text
    assert len(evident((*found.batch.nodes, *found.batch.edges))) > 5
    check_evidence(found)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_evidence_counts_code_points_of_the_stored_text(fictional: Knowledge,
                                                        encoding: str) -> None:
    text = TITLE + "𠮷祥。\n" + BODY
    check_evidence(pipeline.read(text.encode(encoding), "a.txt", fictional))


@pytest.mark.parametrize("path", texts(SAMPLES), ids=lambda path: path.stem)
def test_quotes_of_the_samples(path: Path) -> None:
    check_evidence(reading(path))


@pytest.mark.parametrize("path", texts(SAMPLES), ids=lambda path: path.stem)
def test_a_quote_holds_what_it_is_evidence_of(path: Path) -> None:
    found = reading(path)
    called = names(found)
    for edge in edges(found, "OWNED_BY"):
        if edge.properties["explicit"]:
            assert bare(str(edge.properties["as_written"])) in bare(str(edge.properties["quote"]))
    for edge in edges(found, "CITES"):
        assert bare(str(called[edge.target])) in bare(str(edge.properties["quote"]))
    labels: dict[str, list[str]] = {}
    for label, slug in pipeline.knowledge().thesaurus.labels.items():
        labels.setdefault(slug, []).append(bare(label))
    for edge in edges(found, "ABOUT"):
        assert edge.properties["method"] != "label" or any(
            label in bare(str(edge.properties["quote"])) for label in labels[edge.target.id])
    for node in nodes(found, "Indicator"):
        assert re.search(r"[\d一二三四五六七八九十百千两]", str(node.properties["quote"])), node


@pytest.mark.parametrize("path", texts(SAMPLES), ids=lambda path: path.stem)
def test_a_quote_is_at_most_a_sentence_or_a_cell(path: Path) -> None:
    found = reading(path)
    for one in evident((*found.batch.nodes, *found.batch.edges)):
        assert len(str(one.properties["quote"])) <= 200, one


# --- ids

def test_the_same_input_gives_the_same_batch(fictional: Knowledge, plan: Reading) -> None:
    again = pipeline.read((TITLE + BODY).encode(), "文件.txt", fictional)
    assert again.batch == plan.batch
    assert again.answer == plan.answer


def test_the_files_name_is_in_no_id(fictional: Knowledge, plan: Reading) -> None:
    other = pipeline.read((TITLE + BODY).encode(), "别名.txt", fictional)
    assert [node.ref for node in other.batch.nodes] == [node.ref for node in plan.batch.nodes]
    assert nodes(other, "Document")[0].properties["source"] == "别名.txt"


def test_width_and_layout_of_the_file_are_in_no_id(read_fictional: Read, plan: Reading) -> None:
    other = read_fictional((TITLE + BODY).replace("（", "(").replace("）", ")")
                           .replace("1.", "1．").replace("\n", "\r\n\r\n"))
    for kind in ("Document", "Goal", "Task", "Indicator", "Department", "Policy"):
        assert ids(other, kind) == ids(plan, kind), kind


def test_a_task_more_leaves_the_other_ids_alone(read_fictional: Read, plan: Reading) -> None:
    other = read_fictional(TITLE + BODY.replace("一、加强校园安全\n",
    "一、加强校园安全\n0.新的任务。抓落实。\n"))
    assert other.document == plan.document
    assert set(ids(plan, "Task")) < set(ids(other, "Task"))
    assert ids(plan, "Goal") == ids(other, "Goal")
    assert ids(plan, "Indicator") == ids(other, "Indicator")


def test_equal_titles_get_ids_of_their_own_in_their_order(read_fictional: Read) -> None:
    twice = read_fictional(TITLE + "一、加强安全\n1.抓学习。开展培训。\n"
                           "二、加强安全\n1.抓学习。举办讲座。\n")
    assert len(set(ids(twice, "Goal"))) == 2
    assert len(set(ids(twice, "Task"))) == 2
    once = read_fictional(TITLE + "一、加强安全\n1.抓学习。开展培训。\n")
    assert ids(once, "Task") == ids(twice, "Task")[:1]


def test_the_document_is_place_issuer_title_and_period(read_fictional: Read,
                                                       plan: Reading) -> None:
    assert read_fictional(TITLE + "一、别的\n1.任务。内容。\n").document == plan.document
    for other in ("青砚区教育局2025年工作要点\n", "澄汐市教育局2024年工作要点\n",
                  "青砚区人民政府2024年教育工作要点\n"):
        assert read_fictional(other + BODY).document != plan.document


@pytest.mark.parametrize("title", ["", "2024年教育工作要点\n"], ids=["no-title", "no-place"])
def test_where_title_or_place_is_unknown_the_bytes_decide(read: Read, title: str) -> None:
    assert read(title + BODY).document == read(title + BODY).document
    assert read(title + BODY).document != read(title + BODY + "3.加强督导。定期通报。\n").document


def test_without_a_place_nothing_hangs_on_a_locality(read: Read) -> None:
    found = read("2024年教育工作要点\n" + BODY)
    for kind in ("COVERS", "HAS_GOAL", "LOCATED_IN"):
        assert edges(found, kind) == [], kind
    assert nodes(found, "Locality") == []
    assert len(edges(found, "HAS_TASK")) == 3


def test_a_place_without_a_code_is_its_name(read: Read) -> None:
    found = read("望禾区教育局2024年工作要点\n" + BODY)
    (place,) = nodes(found, "Locality")
    assert (place.properties["name"], place.properties["level"]) == ("望禾区", "county")


def test_without_a_title_the_document_bears_the_files_name(read: Read) -> None:
    assert nodes(read(BODY), "Document")[0].properties["title"] == "文件.txt"


@pytest.mark.parametrize("normal", [str.upper, str.swapcase])
def test_ids_have_no_case(read_fictional: Read, plan: Reading,
                          normal: Callable[[str], str]) -> None:
    body = BODY.replace("排查安全隐患", "推进steam教育")
    assert ids(read_fictional(TITLE + normal(body)), "Task") == ids(
        read_fictional(TITLE + body), "Task")
