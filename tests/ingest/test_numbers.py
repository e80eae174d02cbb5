"""Counted and measured numbers: value, upper bound, unit, and the comparator of their own words."""

import pytest

from ingest.clean import clean
from ingest.numbers import Number, numbers
from ingest.text import Text
from ingest.vocabulary import load

UNITS = load("units")
RENAMED = {"平米": "平方米"}


def found(stored: str) -> list[Number]:
    form = clean(Text(stored)).form
    return list(numbers(form, 0, len(form)))


def only(stored: str) -> tuple[float, float | None, str, str]:
    (one,) = found(stored)
    return one.value, one.upper, one.unit, one.comparator


@pytest.mark.parametrize("unit", [unit for unit in UNITS["units"] if unit != "百分点"])
def test_each_measure_word_makes_a_number(unit: str) -> None:
    assert only(f"目标任务12{unit}。") == (12, None, RENAMED.get(unit, unit), "")


@pytest.mark.parametrize("unit", UNITS["timed"])
def test_times_count_only_where_they_are_set(unit: str) -> None:
    assert only(f"每天不少于2{unit}。") == (2, None, unit, ">=")
    assert only(f"延长至2{unit}。")[2] == unit
    assert found(f"每天锻炼2{unit}。") == []


@pytest.mark.parametrize("unit", UNITS["short"])
def test_units_that_are_parts_of_words_need_arabic_digits(unit: str) -> None:
    assert found(f"新建三{unit}。") == []


@pytest.mark.parametrize(("stored", "value", "unit"), [
    ("达到35%", 35, "%"), ("达到99.5%", 99.5, "%"), ("\uff11\uff10\uff10％", 100, "%"),
    ("1,200名", 1200, "名"), ("1，200名", 1200, "名"), ("9.5万名", 95_000, "名"),
    ("2.1万人次", 21_000, "人次"), ("1.2亿元", 120_000_000, "元"), ("500万元", 5_000_000, "元"),
    ("3千万元", 30_000_000, "元"), ("提高2个百分点", 2, "个百分点"), ("新建 10 所", 10, "所"),
    ("开设百场讲座", 100, "场"), ("新建三所学校", 3, "所"), ("新建十二所幼儿园", 12, "所"),
    ("新建一所小学", 1, "所"), ("百分之九十五", 95, "%"), ("百分之95", 95, "%"),
    ("百分之九十点五", 90.5, "%"), ("百分之百", 100, "%"), ("配置率提升到0.95", 0.95, ""),
    ("两个节目入选全国展演", 2, "个")])
def test_values(stored: str, value: float, unit: str) -> None:
    assert only(stored)[::2] == (value, unit)


@pytest.mark.parametrize(("stored", "value", "upper", "unit"), [
    ("建设3-5所", 3, 5, "所"), ("建设3—5所", 3, 5, "所"), ("建设3～5所", 3, 5, "所"),
    ("建设3至5所", 3, 5, "所"), ("建设3到5所", 3, 5, "所"), ("3所至5所", 3, 5, "所"),
    ("90%-95%", 90, 95, "%"), ("90-95%", 90, 95, "%"), ("5-8万元", 50_000, 80_000, "元"),
    ("5万-8万元", 50_000, 80_000, "元"), ("建设三至五所", 3, 5, "所")])
def test_ranges(stored: str, value: float, upper: float, unit: str) -> None:
    assert only(stored) == (value, upper, unit, "range")


@pytest.mark.parametrize("stored", ["比例达到45:55", "比例达到45：55", "比例达到45∶55"])
def test_a_ratio_is_two_numbers(stored: str) -> None:
    assert [(one.value, one.unit) for one in found(stored)] == [(45, ":"), (55, ":")]


@pytest.mark.parametrize(("stored", "comparator"), [
    ("不少于10所", ">="), ("不低于10%", ">="), ("不得少于10所", ">="), ("至少10所", ">="),
    ("最少10所", ">="), ("10所以上", ">="), ("10所及以上", ">="), ("超过10所", ">="),
    ("超10所", ">="), ("突破10万元", ">="), ("高于10%", ">="), ("多于10所", ">="),
    ("逾10所", ">="), ("10余所", ">="), ("10多所", ">="), ("超过了10所之上", ">="),
    ("10所有余", ">="), ("不超过10所", "<="), ("不高于10%", "<="), ("不多于10人", "<="),
    ("不得超过10%", "<="), ("低于10%", "<="), ("少于10所", "<="), ("至多10所", "<="),
    ("最多10所", "<="), ("控制在10%", "<="), ("10所以内", "<="), ("10所以下", "<="),
    ("10人之内", "<="), ("约10所", "~"), ("大约10所", "~"), ("接近10所", "~"), ("将近10所", "~"),
    ("近10所", "~"), ("10所左右", "~"), ("10所上下", "~"), ("新增10所", "increase"),
    ("增加10所", "increase"), ("提高10%", "increase"), ("增长10%", "increase"),
    ("扩大10%", "increase"), ("提升了10%", "increase"), ("减少10所", "decrease"),
    ("下降10%", "decrease"), ("降低10%", "decrease"), ("压减10所", "decrease"), ("10所", ""),
    ("达到10所", "")])
def test_comparators(stored: str, comparator: str) -> None:
    assert only(stored)[3] == comparator


@pytest.mark.parametrize(("stored", "comparator"), [
    ("新增3-5所左右", "range"), ("不少于3至5所", "range"), ("新增5所以上", ">="),
    ("减少5所以内", "<="), ("新增5名左右", "~"), ("新增约5名", "~"), ("约5所以上", ">=")])
def test_where_two_comparators_meet_the_stronger_holds(stored: str, comparator: str) -> None:
    assert only(stored)[3] == comparator


@pytest.mark.parametrize("stored", [
    "2024年3月5日", "二〇二四年三月", "三年内", "三年行动", "第37个教师节", "第3批", "“5+1”模式",
    "985高校", "1+X证书", "“3所”", "《3所学校》", "四个意识", "两个维护", "三个方面", "一批学校",
    "一名", "56人以上大班额", "前10名", "近3年", "每2所", "3.0版", "第一名", "5A级", "12345热线",
    "严守5个必须", "2个学期"])
def test_what_only_looks_like_a_number(stored: str) -> None:
    assert found(stored) == []


def test_places_run_from_the_digits_to_the_trailing_comparator() -> None:
    form = clean(Text("覆盖率达到35%左右，新建3所。")).form
    assert [form[slice(*one.at)] for one in numbers(form, 0, len(form))] == ["35%左右", "3所"]


def test_only_the_stretch_is_read() -> None:
    form = "新建3所，改建5所"
    assert [one.value for one in numbers(form, 0, 4)] == [3]
