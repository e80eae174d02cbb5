"""Indicators: what a number measures, its comparator in the sentence, when it is due, its kind."""

import pytest

from ingest.clean import clean
from ingest.facts import Indicator
from ingest.indicators import Setting, indicators
from ingest.text import Text

PLAN = Setting("planned", (2024, 2026))
REPORT = Setting("reported", (2023, 2023))


def found(stored: str, setting: Setting = PLAN) -> list[Indicator]:
    cleaned = clean(Text(stored))
    return list(indicators(cleaned.text, cleaned.form, 0, len(cleaned.form), setting))


def measures(stored: str) -> list[tuple[str, str, float]]:
    return [(one.measure, one.comparator, one.value) for one in found(stored)]


# --- what is measured

@pytest.mark.parametrize(("stored", "measure"), [
    ("义务教育学校集团化办学覆盖面达到35%左右。", "义务教育学校集团化办学覆盖面"),
    ("学校食堂“明厨亮灶”覆盖率达到100%。", "学校食堂“明厨亮灶”覆盖率"),
    ("入园率提高到98%。", "入园率"), ("中职招生不少于800人。", "中职招生"),
    ("投入资金1.2亿元。", "投入资金"), ("到2025年，建成智慧校园20所。", "建成智慧校园"),
    ("力争全年创建示范食堂5个。", "创建示范食堂"), ("力争3至5个项目获省级奖。", "项目获省级奖"),
    ("完成甲校、乙校等7个项目。", "完成项目"), ("在省教学大赛中，获6金。", "在省教学大赛中获"),
    ("新建、改扩建幼儿园20所。", "新建、改扩建幼儿园")])
def test_measure(stored: str, measure: str) -> None:
    assert [one.measure for one in found(stored)] == [measure]


def test_the_verb_governs_the_rest_of_its_list() -> None:
    assert measures("新增省级骨干教师5名、市级80名。") == [
        ("新增省级骨干教师", "increase", 5), ("新增市级", "increase", 80)]
    assert measures("评选30名优秀书记、50个优秀党支部。") == [
        ("评选优秀书记", "=", 30), ("评选优秀党支部", "=", 50)]


def test_a_verb_of_doing_ends_a_list_of_increases() -> None:
    assert measures("新增班主任100名，创建特色学校35个。") == [
        ("新增班主任", "increase", 100), ("创建特色学校", "=", 35)]


def test_a_new_sentence_starts_anew() -> None:
    assert [one.comparator for one in found("新增教师5名。小学3所。")] == ["increase", "="]


def test_a_rate_that_reaches_a_value_is_no_increase() -> None:
    assert [one.comparator for one in found("入园率提高到98%，近视率下降到45%。")] == ["=", "="]


def test_two_numbers_share_the_comparator_before_them() -> None:
    assert [one.comparator for one in found("覆盖率分别不低于50%和80%。")] == [">=", ">="]


def test_both_sides_of_a_ratio_measure_the_same() -> None:
    assert measures("普职比例达到45:55。") == [("普职比例", "=", 45), ("普职比例", "=", 55)]


def test_a_part_and_the_whole() -> None:
    assert [one.measure for one in found("建成学校5所，其中小学3所、初中2所。")] == [
        "建成学校", "建成小学", "建成初中"]


def test_the_quote_is_the_clause_and_stands_in_the_text() -> None:
    cleaned = clean(Text("力争全年创建示范食堂 5 个，培训厨师30名左右。"))
    quotes = [cleaned.text[slice(*one.at)]
              for one in indicators(cleaned.text, cleaned.form, 0, len(cleaned.form), PLAN)]
    assert quotes == ["创建示范食堂5个", "培训厨师30名左右"]


# --- when it is due

@pytest.mark.parametrize(("stored", "due"), [
    ("建成学校3所。", 2026), ("2025年建成学校3所。", 2025), ("到2025年，建成学校3所。", 2025),
    ("2025年底前，建成学校3所。", 2025), ("每年评选100名。", 2026), ("三年内建设学校15所。", 2026),
    ("较2020年增长5%。", 2026), ("自2019年起资助学生200名。", 2026),
    ("落实《2022年计划》，新建学校5所。", 2026), ("到2035年，建成学校3所。", 2035)])
def test_due(stored: str, due: int) -> None:
    assert [one.due for one in found(stored)] == [due]


def test_each_number_takes_the_last_year_before_it() -> None:
    assert [one.due for one in found("2024年招聘300名，2025年招聘350名。")] == [2024, 2025]


def test_a_tables_column_gives_the_year() -> None:
    setting = Setting("planned", (2024, 2026), 2025)
    assert [one.due for one in found("建成学校3所，2026年建成5所。", setting)] == [2025, 2026]


def test_a_year_far_outside_the_period_is_not_due() -> None:
    assert [one.due for one in found("1985年建校，2001年建成学校3所。")] == [2026]


def test_without_any_year_nothing_is_due() -> None:
    assert [one.due for one in found("建成学校3所。", Setting("planned", None))] == [None]


# --- target or actual

def test_a_plan_has_targets_and_says_what_is_there() -> None:
    assert [one.kind for one in found("目前已建成学校12所，今年新建3所。")] == ["actual", "target"]


def test_a_report_has_actuals_and_says_what_is_meant_to_come() -> None:
    assert [one.kind for one in found("招聘教师300名。", REPORT)] == ["actual"]
    assert [one.kind for one in found("预计建成学校3所。", REPORT)] == ["target"]
    assert [one.kind for one in found("建成将近20所。", REPORT)] == ["actual"]


def test_text_without_numbers_gives_nothing() -> None:
    assert found("加强校园安全，压实各方责任。") == []
