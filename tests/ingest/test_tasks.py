"""Goals, tasks and preamble in an outline."""

import pytest

from ingest.clean import clean
from ingest.marks import blocks
from ingest.tasks import is_preamble
from ingest.text import Text
from tests.ingest.conftest import Read

TITLE = "江阴市教育局2024年工作要点\n"
Shape = list[tuple[str | None, list[tuple[str | None, str]]]]


def shape(read: Read, stored: str, title: str = TITLE) -> Shape:
    """Return each goal's title with the (number, title) of its tasks; None for those without."""
    answer = read(title + stored).answer
    found: Shape = [(goal["title"], []) for goal in answer["goals"]]
    place = {goal["id"]: i for i, goal in enumerate(answer["goals"])}
    loose = [(task["number"], task["title"]) for task in answer["tasks"] if task["goal"] is None]
    for task in answer["tasks"]:
        if task["goal"] is not None:
            found[place[task["goal"]]][1].append((task["number"], task["title"]))
    return found + ([(None, loose)] if loose else [])


def test_items_under_headings(read: Read) -> None:
    assert shape(read, "一、加强安全\n1.排查隐患。开展检查。\n2.完善制度。制定办法。\n"
                       "二、提升质量\n3.深化课改。推进教研。\n") == [
        ("加强安全", [("1", "排查隐患"), ("2", "完善制度")]), ("提升质量", [("3", "深化课改")])]


def test_a_heading_whose_children_are_all_headings_is_a_container(read: Read) -> None:
    assert shape(read,
    "一、重点任务\n（一）加强安全\n1.排查隐患。开展检查。\n2.完善制度。制定办法。\n"
                       "（二）提升质量\n1.深化课改。推进教研。\n") == [
        ("加强安全", [("1", "排查隐患"), ("2", "完善制度")]), ("提升质量", [("1", "深化课改")])]


def test_preamble_is_no_goal_and_measures_of_support_are(read: Read) -> None:
    assert shape(read,
    "一、总体要求\n全面贯彻党的教育方针，落实立德树人根本任务，办好人民满意的教育。\n"
                       "二、加强安全\n1.排查隐患。开展检查。\n三、保障措施\n"
                       "（一）加强领导。成立小组，压实责任。\n（二）加强督导。定期通报。\n") == [
        ("加强安全", [("1", "排查隐患")]), ("保障措施", [("一", "加强领导"), ("二", "加强督导")])]


@pytest.mark.parametrize("title", [
    "指导思想", "总体要求", "总体思路", "工作目标", "基本原则", "主要目标", "发展基础", "重要意义",
    "面临形势", "编制依据", "目标任务", "存在问题", "存在的问题和不足", "主要问题及原因",
    "全市教育工作总体要求", "总体要求和主要目标", "“十四五”发展目标", "适用范围", "时间安排",
    "前言"])
def test_headings_of_the_preamble(title: str) -> None:
    cleaned = clean(Text(f"一、{title}"))
    (block,) = blocks(cleaned)
    assert is_preamble(cleaned, block)


@pytest.mark.parametrize("title", [
    "加强校园安全", "保障措施", "重点任务", "2024年工作思路和重点任务", "强化目标管理",
    "解决突出问题"])
def test_headings_of_no_preamble(title: str) -> None:
    cleaned = clean(Text(f"一、{title}"))
    (block,) = blocks(cleaned)
    assert not is_preamble(cleaned, block)


def test_paragraphs_with_a_lead_sentence_are_tasks(read: Read) -> None:
    assert shape(read, "一、加强党建\n加强理论武装。组织专题学习，开展理论宣讲，提升干部素养。\n"
                       "建强基层组织。推进标准化建设，评选先进支部，打造党建品牌。\n"
                       "二、提升质量\n深化课堂改革。推进教研联动，培育示范课堂，总结推广经验。\n"
                       "抓实质量监测。完善监测机制，运用监测结果，改进教学工作。\n") == [
        ("加强党建", [(None, "加强理论武装"), (None, "建强基层组织")]),
        ("提升质量", [(None, "深化课堂改革"), (None, "抓实质量监测")])]


def test_text_without_a_lead_goes_on_with_the_task_before(read: Read) -> None:
    answer = read(TITLE + "一、加强党建\n加强理论武装。组织专题学习，开展理论宣讲，提升干部素养。\n"
                  "建强基层组织。推进标准化建设，评选先进支部，打造党建品牌。\n"
                  "全年组织各类学习培训，覆盖所有党员干部，确保学习取得实效，推动工作落实\n").answer
    assert len(answer["tasks"]) == 2
    assert answer["tasks"][1]["text"].endswith("推动工作落实")


def test_bare_headings_are_goals(read: Read) -> None:
    assert shape(read, "加强党的建设\n1.抓学习。组织理论学习。\n2.抓队伍。培训干部。\n"
                       "提升教育质量\n3.抓课改。推进教研。\n4.抓考试。做好中考。\n") == [
        ("加强党的建设", [("1", "抓学习"), ("2", "抓队伍")]),
        ("提升教育质量", [("3", "抓课改"), ("4", "抓考试")])]


def test_items_that_no_heading_groups_have_no_goal(read: Read) -> None:
    assert shape(read, "1.加强安全。排查隐患。\n2.提升质量。深化课改。\n") == [
        (None, [("1", "加强安全"), ("2", "提升质量")])]
    assert shape(read,
    "一、加强安全教育。开展应急演练，做好宣传。\n二、提升教学质量。深化课改。\n") == [
        (None, [("一", "加强安全教育"), ("二", "提升教学质量")])]


@pytest.mark.parametrize("part", ["①{}\n②{}\n", "（1）{}\n（2）{}\n", "●{}\n●{}\n",
"一是{}\n二是{}\n"])
def test_parts_of_an_item_are_no_tasks(read: Read, part: str) -> None:
    parts = part.format("定期检查，建立台账。", "随机抽查，通报结果。")
    answer = read(TITLE + f"一、加强安全\n1.排查隐患。开展检查。\n{parts}"
                  "2.完善制度。制定办法。\n").answer
    assert [task["title"] for task in answer["tasks"]] == ["排查隐患", "完善制度"]
    assert answer["tasks"][0]["text"].count("查，") == 2


def test_fused_items_are_tasks_of_their_own(read: Read) -> None:
    text = ("开展校园安全隐患大排查，建立台账，逐项整改，做到全覆盖、无死角，健全人防物防技防体系，"
            "完善预案并定期演练，强化督查通报，确保师生平安。")
    assert shape(read, f"一、加强安全\n1.排查隐患。{text}2.完善制度。{text}"
                       f"3.加强演练。{text}\n") == [
        ("加强安全", [("1", "排查隐患"), ("2", "完善制度"), ("3", "加强演练")])]


def test_a_task_is_one_item_with_all_that_stands_below_it(read: Read) -> None:
    answer = read(TITLE + "一、加强安全\n1.排查隐患\n开展检查，建立台账。\n逐项整改，通报结果。\n"
                  "责任单位：安全科\n2.完善制度\n制定办法，抓好落实。\n").answer
    assert [task["text"] for task in answer["tasks"]] == [
        "排查隐患\n开展检查，建立台账。\n逐项整改，通报结果。", "完善制度\n制定办法，抓好落实。"]


def test_titles_are_the_first_sentence_cut_at_a_comma_where_it_is_long(read: Read) -> None:
    answer = read(TITLE + "1.排查校园安全隐患。开展检查。\n"
                  "2.健全校园安全责任体系和隐患排查治理长效工作机制，"
                  "建立安全风险分级管控和隐患排查治理双重预防体系，压实各方责任。\n").answer
    assert [task["title"] for task in answer["tasks"]] == [
        "排查校园安全隐患", "健全校园安全责任体系和隐患排查治理长效工作机制"]


def test_signature_and_date_are_no_task(read: Read) -> None:
    answer = read(TITLE + "一、加强安全\n1.排查隐患。开展检查。\n"
                  "江阴市教育局\n2024年3月5日\n").answer
    assert answer["tasks"][-1]["text"] == "排查隐患。开展检查。"
    assert answer["document"]["published"] == "2024-03-05"


def test_a_text_without_tasks_says_so(read: Read) -> None:
    reading = read(TITLE)
    assert reading.answer["tasks"] == []
    assert reading.answer["warnings"] == list(reading.warnings)
    assert len(reading.warnings) == 1
    assert "没有找到任务" in reading.warnings[0]


# --- planned or reported

BOTH = ("2023年工作总结\n一、安全工作\n1.排查隐患。整改隐患20处。\n2024年工作计划\n一、安全工作\n"
        "1.排查隐患。整改隐患30处。\n")


def test_a_summary_with_next_years_plan(read: Read) -> None:
    answer = read("江阴市教育局2023年工作总结和2024年工作计划\n" + BOTH).answer
    assert [(task["status"], task["period"]) for task in answer["tasks"]] == [
        ("reported", [2023, 2023]), ("planned", [2024, 2024])]
    assert [(one["kind"], one["due"]) for one in answer["indicators"]] == [
        ("actual", 2023), ("target", 2024)]


def test_plans_are_planned(read: Read) -> None:
    answer = read(TITLE + "一、加强安全\n1.排查隐患。开展检查。\n").answer
    assert [(task["status"], task["period"]) for task in answer["tasks"]] == [
        ("planned", [2024, 2024])]


@pytest.mark.parametrize("heading", [
    "二、2024年工作打算", "二、2024年重点任务", "二、下一步工作打算", "二、下一年度工作计划",
    "二、工作打算"])
def test_headings_that_tell_of_a_plan(read: Read, heading: str) -> None:
    answer = read("江阴市教育局2023年工作总结\n一、安全工作\n1.排查隐患。整改隐患20处。\n"
                  f"2.完善制度。制定办法。\n{heading}\n1.推进课改。培育基地3个。\n"
                  "2.抓好教研。开展活动。\n").answer
    assert [task["status"] for task in answer["tasks"]] == ["reported"] * 2 + ["planned"] * 2
