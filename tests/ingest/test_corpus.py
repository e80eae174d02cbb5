"""The real documents: exact counts, evidence that stands in the text, no doubt about the place.

One test for each thing that a reader of these documents would notice first.
"""

from collections import Counter

import pytest

from ingest.pipeline import Reading
from ontology import Node
from tests.ingest.documents import CORPUS, SHARED, reading, texts

COUNTS = {      # goals, tasks, indicators
    "jiangyin-2021-key-tasks": (5, 30, 20),
    "wujin-2021-summary-2022-plan": (6, 28, 111),
    "wujin-2022-2024-action-plan": (9, 49, 166),
    "yingtan-2021-work-points": (5, 24, 7),
    "zhangjiagang-2022-work-points": (3, 15, 7)}
PLACES = {
    "jiangyin-2021-key-tasks": "320281", "wujin-2021-summary-2022-plan": "320412",
    "wujin-2022-2024-action-plan": "320412", "yingtan-2021-work-points": "360600",
    "zhangjiagang-2022-work-points": "320582"}


def document(name: str) -> Reading:
    path = CORPUS / f"{name}.txt"
    assert path.exists(), f"{path} is missing: the shared corpus lies beside the repository"
    return reading(path)


def test_these_are_all_documents() -> None:
    assert {path.stem for path in texts(CORPUS)} == set(COUNTS), SHARED


@pytest.mark.parametrize("name", COUNTS)
def test_counts(name: str) -> None:
    answer = document(name).answer
    assert (len(answer["goals"]), len(answer["tasks"]), len(answer["indicators"])) == COUNTS[name]
    nodes = Counter(node.type for node in document(name).batch.nodes)
    assert (nodes["Goal"], nodes["Task"], nodes["Indicator"]) == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_every_quote_stands_in_the_stored_text(name: str) -> None:
    read = document(name)
    assert read.text == (CORPUS / f"{name}.txt").read_bytes().decode()
    quoted = [one for one in (*read.batch.nodes, *read.batch.edges)
              if "quote" in one.properties]
    assert len(quoted) > 100
    for one in quoted:
        start, end = one.properties["start_char"], one.properties["end_char"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert one.properties["quote"], one
        assert read.text[start:end] == one.properties["quote"], one


@pytest.mark.parametrize("name", COUNTS)
def test_the_place_is_certain_and_only_a_missing_title_is_doubtful(name: str) -> None:
    read = document(name)
    untitled = read.answer["document"]["title"] is None
    assert read.warnings == ("没有找到标题，图中以文件名代替。",) * untitled
    assert read.answer["document"]["adcode"] == PLACES[name]


@pytest.mark.parametrize("name", COUNTS)
def test_every_task_has_text_and_an_owner(name: str) -> None:
    for task in document(name).answer["tasks"]:
        assert task["title"], task
        assert task["text"].startswith(task["title"][:4]), task
        assert task["owners"], task


def test_the_safety_row_of_the_annex_has_its_fourteen_units() -> None:
    read = document("wujin-2022-2024-action-plan")
    (task,) = [task for task in read.answer["tasks"] if task["title"] == "高质量安全发展工程"]
    assert task["number"] == "19"
    assert [one["name"] for one in task["owners"] if one["role"] == "lead"] == ["教育局"]
    assert [one["name"] for one in task["owners"] if one["role"] == "responsible"] == [
        "宣传部", "政法委", "发改局", "公安分局", "财政局", "住建局", "交通局", "卫健局",
        "应急管理局",
        "市监局", "文体广旅局", "城管局", "消防救援大队"]
    goal = next(goal for goal in read.answer["goals"] if goal["id"] == task["goal"])
    assert "平安校园" in goal["title"]


def test_the_annex_belongs_to_the_goals_of_the_body() -> None:
    tasks = document("wujin-2022-2024-action-plan").answer["tasks"]
    rows = [task for task in tasks if task["number"] and task["number"].isdigit()]
    assert [task["number"] for task in rows] == [str(number) for number in range(1, 21)]
    assert all(task["goal"] for task in rows)


def test_two_documents_of_one_district_share_its_bureau() -> None:
    def bureaus(name: str) -> set[str]:
        return {node.id for node in document(name).batch.nodes
                if node.type == "Department" and node.properties["name"] == "教育局"}

    summary, plan = bureaus("wujin-2021-summary-2022-plan"), bureaus("wujin-2022-2024-action-plan")
    assert len(summary & plan) == 1


def test_ids_are_unique_over_all_documents() -> None:
    owned: Counter[str] = Counter()
    for name in COUNTS:
        nodes: list[Node] = [node for node in document(name).batch.nodes
                             if node.type in ("Document", "Goal", "Task", "Indicator")]
        owned.update(node.id for node in nodes)
    assert max(owned.values()) == 1
