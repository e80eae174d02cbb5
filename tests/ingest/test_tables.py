"""Tables in plain text: flattened to a cell a line, or with tabs or bars between the cells."""

from collections.abc import Iterable

import pytest

from ingest.clean import clean
from ingest.columns import Column, Sheet, head_kind
from ingest.marks import blocks
from ingest.tables import tables
from ingest.text import Text
from tests.ingest.conftest import Read

TITLE = "江阴市教育局2024年重点工作任务清单\n"


def lines(*cells: str) -> str:
    return "\n".join(cells) + "\n"


def only(stored: str) -> tuple[Sheet, list[dict[str, str]]]:
    """Return the one table of a text, and each row as column's head → cell."""
    cleaned = clean(Text(stored))
    (found,) = tables(cleaned, list(blocks(cleaned)))
    table = found.sheet
    rows = []
    for row in table.rows:
        cells = {table.columns[i].head: cleaned.text[slice(*at)].replace("\n", "")
                 for i, at in row.cells if table.columns[i].kind != "number"}
        if row.number:
            cells["number"] = row.number
        if row.group:
            cells["group"] = cleaned.text[slice(*row.group)]
        rows.append(cells)
    return table, rows


def heads(table: Sheet) -> list[tuple[str, int | None]]:
    return [(column.kind, column.year) for column in table.columns]


# --- heads

@pytest.mark.parametrize(("kind", "examples"), [
    ("number", ["序号", "编号", "序", "项次"]),
    ("group", ["行动名称", "重点工程", "工作类别", "板块", "分类", "专项行动"]),
    ("task", ["项目名称", "重点任务", "工作事项", "重点工作", "任务", "工作要点"]),
    ("content", ["主要内容", "具体措施", "工作要求", "目标任务", "年度目标", "预期成效",
    "任务分解"]),
    ("years", ["分年度推进内容", "年度目标任务安排", "进度安排"]),
    ("lead", ["牵头单位", "牵头部门", "牵头", "主办科室", "牵头责任单位"]),
    ("responsible", ["责任单位", "责任科室", "责任部门", "实施单位", "承办部门", "责任主体"]),
    ("cooperating", ["配合单位", "协办部门", "参与单位", "配合科室"]),
    ("officer", ["分管领导", "责任人", "联系人", "责任局长"]),
    ("due", ["完成时限", "完成时间", "时间节点", "时限要求", "起止时间"]),
    ("remark", ["备注", "说明"])])
def test_heads_of_columns(kind: str, examples: Iterable[str]) -> None:
    for head in examples:
        assert head_kind(head) == Column(kind, head), head


@pytest.mark.parametrize(("head", "year"), [
    ("2023", 2023), ("2023年", 2023), ("2024年目标", 2024), ("2025年任务", 2025)])
def test_a_year_is_a_column(head: str, year: int) -> None:
    assert head_kind(head) == Column("year", head, year)


def test_spaces_inside_a_head_do_not_count() -> None:
    assert head_kind("责 任 单 位") == Column("responsible", "责任单位")


@pytest.mark.parametrize("text", ["安全科", "建设学校3所", "", "开展校园安全隐患大排查行动",
"2024年工作"])
def test_what_heads_no_column(text: str) -> None:
    assert head_kind(text) is None


# --- flattened

SIMPLE = lines(
    "序号", "重点任务", "主要内容", "责任单位", "完成时限",
    "1", "校园安全", "排查安全隐患，整改率达到100%。", "安全科、公安局", "2024年6月",
    "2", "心理健康", "配备心理教师20名，开展学生筛查。", "德育科", "长期")


def test_rows_begin_at_their_numbers() -> None:
    _, rows = only(SIMPLE)
    assert rows == [
        {"number": "1", "重点任务": "校园安全", "主要内容": "排查安全隐患，整改率达到100%。",
         "责任单位": "安全科、公安局", "完成时限": "2024年6月"},
        {"number": "2", "重点任务": "心理健康", "主要内容": "配备心理教师20名，开展学生筛查。",
         "责任单位": "德育科", "完成时限": "长期"}]


MERGED = lines(
    "序号", "行动名称", "项目名称", "主要内容", "牵头单位", "责任单位",
    "1", "平安校园行动", "智慧安防", "建成智慧安防学校9所，开展培训。", "教育局",
    "公安局、各镇（街道）",
    "2", "消防改造", "完成消防设施改造3所，配齐器材。", "教育局", "消防救援大队",
    "3", "质量提升行动", "课堂改革", "培育示范课堂20个，总结推广经验。", "教研室", "基教科")


def test_a_merged_group_holds_for_the_rows_below() -> None:
    _, rows = only(MERGED)
    assert [row["group"] for row in rows] == ["平安校园行动", "平安校园行动", "质量提升行动"]
    assert [row["项目名称"] for row in rows] == ["智慧安防", "消防改造", "课堂改革"]
    assert [row["牵头单位"] for row in rows] == ["教育局", "教育局", "教研室"]
    assert [row["责任单位"] for row in rows] == ["公安局、各镇（街道）", "消防救援大队", "基教科"]


NESTED = lines(
    "序号", "行动名称", "项目名称", "分年度推进内容", "牵头", "部门", "责任部门", "2024", "2025年",
    "1", "平安行动", "智慧安防", "建成智慧安防学校9所，开展培训。",
    "建成智慧安防学校10所，开展评估。",
    "教育局", "公安局、住建局",
    "2", "消防改造", "完成消防改造3所，配齐设施。", "完成消防改造4所，配齐设施。", "教育局",
    "消防救援大队")


def test_years_printed_last_nest_in_the_head_before() -> None:
    table, rows = only(NESTED)
    assert heads(table)[1:] == [("group", None), ("task", None), ("year", 2024), ("year", 2025),
                            ("lead", None), ("responsible", None)]
    assert [row["2024"] for row in rows] == ["建成智慧安防学校9所，开展培训。",
    "完成消防改造3所，配齐设施。"]
    assert [row["2025年"] for row in rows] == ["建成智慧安防学校10所，开展评估。",
                                              "完成消防改造4所，配齐设施。"]


def test_a_head_broken_over_two_lines_is_one() -> None:
    table, rows = only(NESTED)
    assert [column.head for column in table.columns][5:] == ["牵头部门", "责任部门"]
    assert rows[1]["责任部门"] == "消防救援大队"


def test_a_table_without_row_numbers_has_a_cell_for_every_column() -> None:
    _, rows = only(lines(
        "重点任务", "主要内容", "责任单位",
        "校园安全", "排查安全隐患，整改到位。", "安全科", "心理健康", "配备心理教师20名。",
        "德育科"))
    assert [row["重点任务"] for row in rows] == ["校园安全", "心理健康"]
    assert [row["责任单位"] for row in rows] == ["安全科", "德育科"]


def test_the_last_row_ends_before_what_is_no_cell() -> None:
    _, rows = only(SIMPLE + "备注：本清单按月调度。\n联系人：张三\n")
    assert len(rows) == 2
    assert "备注" not in str(rows)


@pytest.mark.parametrize("stored", [
    "一、加强安全\n1.排查隐患。开展检查。\n2.完善制度。制定办法。\n",
    lines("重点任务", "责任单位", "校园安全", "安全科"),                # two columns are a list
    lines("责任单位", "重点任务", "主要内容", "安全科", "校园安全", "排查隐患"),
    lines("序号", "责任单位", "完成时限", "1", "安全科", "2024年")])
def test_what_is_no_table(stored: str) -> None:
    cleaned = clean(Text(stored))
    assert list(tables(cleaned, list(blocks(cleaned)))) == []


# --- with borders

ROWS = [["序号", "重点任务", "主要内容", "责任单位"],
        ["1", "校园安全", "排查隐患，整改率达到100%。", "安全科、公安局"],
        ["2", "心理健康", "配备心理教师20名。", "德育科"]]


@pytest.mark.parametrize("stored", [
    "\n".join("\t".join(row) for row in ROWS),
    "\n".join(f"| {' | '.join(row)} |" for row in ROWS),
    "\n".join(["|序号|重点任务|主要内容|责任单位|", "|---|---|---|---|",
               *(f"|{'|'.join(row)}|" for row in ROWS[1:])])],
    ids=["tabs", "bars", "marked-down"])
def test_rows_with_borders(stored: str) -> None:
    _, rows = only(stored)
    assert rows == [
        {"number": number, "重点任务": task, "主要内容": content, "责任单位": unit}
        for number, task, content, unit in ROWS[1:]]


def test_an_empty_cell_with_borders_is_no_cell() -> None:
    _, rows = only("序号\t行动\t重点任务\t责任单位\n1\t平安行动\t校园安全\t安全科\n"
                   "2\t\t心理健康\t\n")
    assert [row["group"] for row in rows] == ["平安行动", "平安行动"]
    assert "责任单位" not in rows[1]


# --- in a document

def test_rows_are_tasks_with_owners_years_and_numbers(read: Read) -> None:
    answer = read(TITLE + NESTED).answer
    assert [(task["number"], task["title"]) for task in answer["tasks"]] == [
        ("1", "智慧安防"), ("2", "消防改造")]
    assert [[(one["name"], one["role"]) for one in task["owners"]] for task in answer["tasks"]] == [
        [("教育局", "lead"), ("公安局", "responsible"), ("住建局", "responsible")],
        [("教育局", "lead"), ("消防救援大队", "responsible")]]
    assert [(one["task"], one["value"], one["due"]) for one in answer["indicators"]] == [
        ("t1", 9, 2024), ("t1", 10, 2025), ("t2", 3, 2024), ("t2", 4, 2025)]


def test_a_due_column_gives_the_year(read: Read) -> None:
    answer = read(TITLE + SIMPLE.replace("2024年6月", "2025年6月")).answer
    assert [one["due"] for one in answer["indicators"]] == [2025, 2024]


BODY = ("一、实施平安校园行动，守牢安全底线\n推进安全建设。开展隐患排查，确保各项措施落到实处。\n"
        "健全责任体系。明确各方责任，层层传导压力。\n附件：重点项目表\n附件\n重点项目表\n")


def test_a_group_belongs_to_the_goal_that_bears_its_name(read: Read) -> None:
    answer = read(TITLE + BODY + MERGED).answer
    goals = {goal["id"]: goal["title"] for goal in answer["goals"]}
    assert list(goals.values()) == ["实施平安校园行动，守牢安全底线", "质量提升行动"]
    assert [goals[task["goal"]] for task in answer["tasks"][2:]] == [
        "实施平安校园行动，守牢安全底线", "实施平安校园行动，守牢安全底线", "质量提升行动"]


def test_the_caption_of_a_table_is_no_task(read: Read) -> None:
    answer = read(TITLE + BODY + MERGED).answer
    assert [task["title"] for task in answer["tasks"]] == [
        "推进安全建设", "健全责任体系", "智慧安防", "消防改造", "课堂改革"]
    assert "项目表" not in str(answer["tasks"])
