"""Indicators of tables: base years, target years, comparators and units of cells and columns."""

from typing import Any

import pytest

from ingest.answer import answer
from ingest.clean import clean
from ingest.extract import extract
from ingest.pipeline import knowledge
from tests.ingest.laid import Spanned, laid

TITLE = "江阴市教育发展规划（2021-2025年）\n"


def indicators(rows: list[list[Spanned]], before: str = TITLE) -> list[dict[str, Any]]:
    known = knowledge()
    cleaned = clean(laid(rows, before=before))
    found = answer(cleaned, extract(cleaned, known), known.thesaurus, "x.docx")
    assert all(one["task"] is None for one in found["indicators"])
    return found["indicators"]


def test_a_row_gives_what_was_reached_and_what_is_to_be() -> None:
    found = indicators([["序号", "指标名称", "单位", "2020年", "2025年", "属性"],
                        ["1", "公办园在园幼儿占比", "%", "48.2", "≥60", "约束性"]])
    assert [(i["measure"], i["comparator"], i["value"], i["unit"], i["due"], i["kind"])
            for i in found] == [("公办园在园幼儿占比", "=", 48.2, "%", 2020, "actual"),
                                ("公办园在园幼儿占比", ">=", 60, "%", 2025, "target")]


@pytest.mark.parametrize(("cell", "comparator", "value", "unit"), [
    ("95", "=", 95, "%"), ("≥95", ">=", 95, "%"), ("95以上", ">=", 95, "%"), (">95", ">=", 95, "%"),
    ("≤5", "<=", 5, "%"), ("99.5%", "=", 99.5, "%"), ("90左右", "~", 90, "%"),
    ("12:1", "=", 12, ":")])
def test_the_cell_of_a_target(cell: str, comparator: str, value: float, unit: str) -> None:
    first = indicators([["指标", "单位", "目标值"], ["巩固率", "%", cell]])[0]
    assert (first["comparator"], first["value"], first["unit"]) == (comparator, value, unit)


@pytest.mark.parametrize("cell", ["—", "", "持续提升", "/", "完成"])
def test_a_cell_without_a_number_gives_no_indicator(cell: str) -> None:
    assert indicators([["指标", "单位", "2020年", "2025年"], ["巩固率", "%", cell, "99"]])[0][
        "kind"] == "target"


def test_the_unit_may_stand_behind_the_measure_and_hold_a_scale() -> None:
    found = indicators([["指标", "基期值", "目标值"], ["新增学位（万个）", "1.2", "3"]])
    assert [(i["measure"], i["value"], i["unit"], i["kind"], i["comparator"]) for i in found] == [
        ("新增学位", 12000, "个", "actual", "="), ("新增学位", 30000, "个", "target", "increase")]


def test_a_level_of_what_is_new_is_no_increase() -> None:
    (found,) = indicators([["指标", "单位", "目标值"], ["新增劳动力平均受教育年限", "年", "14.2"]])
    assert (found["comparator"], found["value"], found["unit"]) == ("=", 14.2, "年")
