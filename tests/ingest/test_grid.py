"""What a table of any format says: its heads, merged cells, group rows, and rows."""

from collections.abc import Sequence

import pytest

from ingest.clean import clean
from ingest.columns import Sheet
from ingest.grid import sheet
from tests.ingest.laid import Spanned, laid

Rows = list[tuple[str | None, str, list[str]]]


def read(rows: Sequence[Sequence[Spanned]]) -> tuple[Sheet, Rows]:
    """Return the sheet of a table, and of each row its number, its group and its cells."""
    cleaned = clean(laid(rows))
    found = sheet(cleaned, cleaned.tables[0])
    assert found is not None
    return found, [(row.number, cleaned.text[slice(*row.group)] if row.group else "",
                    [cleaned.text[slice(*at)] for _, at in row.cells]) for row in found.rows]


def kinds(found: Sheet) -> list[str]:
    return [column.kind for column in found.columns]


def test_a_merged_cell_holds_for_all_its_rows() -> None:
    found, rows = read([
        ["重点工程", "序号", "任务", "责任单位"],
        [("安全工程", 2, 1), "1", "排查隐患", ("安全科", 2, 1)],
        ["2", "配备保安"]])
    assert kinds(found) == ["group", "number", "task", "responsible"]
    assert rows == [("1", "安全工程", ["安全工程", "1", "排查隐患", "安全科"]),
                    ("2", "安全工程", ["安全工程", "2", "配备保安", "安全科"])]


def test_nested_heads_are_named_by_the_innermost() -> None:
    found, rows = read([
        [("序号", 2, 1), ("工作任务", 2, 1), ("责任分工", 1, 2), ("年度目标", 1, 2)],
        ["牵头单位", "配合单位", "2024年", "2025年"],
        ["1", "建校", "教育局", "财政局", "开工", "竣工"]])
    assert kinds(found) == ["number", "task", "lead", "cooperating", "year", "year"]
    assert [column.year for column in found.columns][4:] == [2024, 2025]
    assert len(rows) == 1


def test_heads_nest_without_merged_cells_too() -> None:
    found, rows = read([
        ["序号", "工作任务", "责任分工", ""],
        ["", "", "牵头单位", "配合单位"],
        ["1", "建校", "教育局", "财政局"],
        ["2", "招师", "人事科", ""]])
    assert kinds(found) == ["number", "task", "lead", "cooperating"]
    assert [number for number, _, _ in rows] == ["1", "2"]


def test_a_row_of_one_cell_names_the_group_of_those_below() -> None:
    _, rows = read([
        ["序号", "任务", "责任单位"],
        [("一、党的建设", 1, 3)], ["1", "理论学习", "党办"],
        [("二、安全稳定", 1, 3)], ["2", "隐患排查", "安全科"],
        [("注：责任单位列首位的为牵头单位。", 1, 3)]])
    assert [(number, group) for number, group, _ in rows] == [("1", "一、党的建设"),
                                                              ("2", "二、安全稳定")]


def test_a_task_merged_over_numbered_rows_is_their_group() -> None:
    found, rows = read([
        ["序号", "重点任务", "具体措施", "责任单位"],
        ["1", ("强化师资", 2, 1), "招聘教师20名", "人事科"], ["2", "培训教师300人次", "教研室"]])
    assert kinds(found) == ["number", "group", "content", "responsible"]
    assert [group for _, group, _ in rows] == ["强化师资", "强化师资"]


def test_rows_that_share_a_number_are_one() -> None:
    _, rows = read([
        ["序号", "重点任务", "具体措施", "责任单位"],
        [("1", 2, 1), ("强化师资", 2, 1), "招聘教师20名", "人事科"], ["培训教师300人次", "教研室"]])
    assert rows == [
        ("1", "", ["1", "强化师资", "招聘教师20名", "人事科", "培训教师300人次", "教研室"])]


def test_a_group_left_blank_goes_on() -> None:
    _, rows = read([
        ["类别", "序号", "任务", "责任单位"],
        ["安全", "1", "排查隐患", "安全科"], ["", "2", "配备保安", "办公室"],
        ["师资", "3", "招聘教师", "人事科"]])
    assert [group for _, group, _ in rows] == ["安全", "安全", "师资"]


def test_a_repeated_head_and_sums_are_no_rows() -> None:
    _, rows = read([
        ["序号", "任务", "责任单位"], ["1", "排查隐患", "安全科"],
        ["序号", "任务", "责任单位"], ["2", "配备保安", "办公室"], ["合计", "2", ""]])
    assert [number for number, _, _ in rows] == ["1", "2"]


def test_columns_with_heads_that_do_not_say_are_known_by_their_cells() -> None:
    found, _ = read([
        ["序号", "民生实事", "干什么", "责任单位"],
        ["1", "校园餐", "新建食堂3个，满意率达90%。", "后勤科"],
        ["2", "护学岗", "设护学岗40个，天天上岗。", "安全科"]])
    assert kinds(found) == ["number", "task", "content", "responsible"]


@pytest.mark.parametrize("rows", [
    [["姓名", "职务", "电话"], ["张三", "局长", "1234567"]],
    [["学校", "班级数", "学生数"], ["一小", "12", "540"]],
    [["字段", "值"], ["任务", "无"]]], ids=["people", "schools", "fields"])
def test_a_table_of_something_else_is_none(rows: list[list[Spanned]]) -> None:
    cleaned = clean(laid(rows))
    assert sheet(cleaned, cleaned.tables[0]) is None
