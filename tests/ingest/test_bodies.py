"""Names of bodies and their kinds."""

import re

import pytest

from ingest import bodies
from ingest.vocabulary import load

DATA = load("bodies")
ENDINGS = [(ending, kind) for kind, endings in DATA["endings"].items() for ending in endings]


@pytest.mark.parametrize(("ending", "kind"), ENDINGS)
def test_each_ending_tells_the_kind(ending: str, kind: str) -> None:
    assert bodies.kind(f"城东{ending}") == kind


@pytest.mark.parametrize(("name", "kind"), list(DATA["whole"].items()))
def test_whole_names_go_before_their_endings(name: str, kind: str) -> None:
    assert bodies.kind(name) == kind


@pytest.mark.parametrize("opening", DATA["groups"])
def test_groups(opening: str) -> None:
    assert bodies.kind(f"{opening}学校") == "group"
    assert bodies.is_group(f"{opening}学校")


@pytest.mark.parametrize(("name", "kind"), [
    ("教育局", "bureau"), ("临澜市教育局", "bureau"), ("公安分局", "bureau"),
    ("消防救援大队", "bureau"), ("卫生健康委", "bureau"), ("安全科", "section"),
    ("办公室", "section"), ("基础教育科（民办教育科）", "section"),
    ("基础教育科(民办教育科)", "section"), ("教师发展中心", "institution"),
    ("市教育科学研究院", "institution"), ("实验小学", "school"), ("幼儿园", "school"),
    ("青砚区人民政府", "government"), ("县委编办", "party"), ("机关党委", "party"),
    ("河口镇", "township"), ("领导小组", "committee"), ("各镇（街道）", "group"),
    ("各镇(开发区、街道)", "group"), ("相关部门", "group")])
def test_kinds(name: str, kind: str) -> None:
    assert bodies.kind(name) == kind


@pytest.mark.parametrize("name", [
    "", "张三", "校长", "区长", "安全工作", "学生", "老师", "方法", "课堂", "下同", "家庭",
    "2024年"])
def test_what_is_no_body(name: str) -> None:
    assert bodies.kind(name) is None


def test_the_kinds_are_those_of_the_ontology() -> None:
    from ontology import load as ontology

    allowed = ontology().kinds["unit_kind"].values
    assert {kind for _, kind in ENDINGS} | set(DATA["whole"].values()) | {"group"} <= set(allowed)


def test_a_bodys_name_in_running_text() -> None:
    pattern = re.compile(bodies.pattern())
    match = pattern.match("教育局牵头")
    assert match is not None
    assert match[0] == "教育局"


def test_several_bodies_in_one_string() -> None:
    assert bodies.several("基教科安全科")
    assert not bodies.several("基教科")
