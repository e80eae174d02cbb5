"""Concepts of the thesaurus in running text: labels, coordinations, paraphrases and contexts."""

import pytest

from ingest.clean import clean
from ingest.concepts import Matcher, matcher
from ingest.text import Text
from ingest.vocabulary import load
from ontology import thesaurus
from tests.ingest.conftest import Read

LABELS = {"安全": "safety", "校园安全": "campus-safety", "安全教育": "safety-education",
          "“双减”": "double-reduction", "三进": "three-entries", "进教材、进课堂": "three-entries"}
MATCHER = Matcher(LABELS)


def found(stored: str) -> list[tuple[str, str]]:
    cleaned = clean(Text(stored))
    return [(cleaned.form[slice(*one.at)], one.concept)
            for one in MATCHER.mentions(cleaned.form, 0, len(cleaned.form))]


@pytest.mark.parametrize(("stored", "mentions"), [
    ("加强校园安全", [("校园安全", "campus-safety")]),
    ("校园安全教育", [("校园安全", "campus-safety"), ("安全教育", "safety-education")]),
    ("加强安全教育", [("安全教育", "safety-education")]),
    ("安全第一，安全至上", [("安全", "safety"), ("安全", "safety")]),
    ("推进课程改革", []), ("", [])])
def test_the_longest_labels_and_both_of_two_that_share_a_word(
        stored: str, mentions: list[tuple[str, str]]) -> None:
    assert found(stored) == mentions


@pytest.mark.parametrize("written", ["双减", "“双减”", "‘双减’", "「双减」", "双 减", "《双减》",
"双\n减"])
def test_quotes_blanks_and_line_ends_inside_a_term_are_ignored(written: str) -> None:
    assert [concept for _, concept in found(f"落实{written}工作")] == ["double-reduction"]


def test_marks_inside_a_label_are_ignored_as_well() -> None:
    assert [concept for _, concept in found("进教材进课堂")] == ["three-entries"]


def test_the_place_runs_from_the_first_to_the_last_character_of_the_term() -> None:
    assert found("落实“双”减”工作")[0][0] == "双”减"


def test_only_the_stretch_is_read() -> None:
    assert list(MATCHER.mentions("安全和安全", 2, 3)) == []


def test_one_matcher_for_the_same_labels() -> None:
    labels = tuple(LABELS.items())
    assert matcher(labels) is matcher(tuple(labels))


def test_labels_that_share_but_a_character_are_words_cut_in_two() -> None:
    shared = Matcher({"普通高中": "high-schools", "中学生": "pupils", "学生资助": "aid"})
    form = "普通高中学生资助"
    assert [form[slice(*one.at)] for one in shared.mentions(form, 0, len(form))] == [
        "普通高中", "学生资助"]


@pytest.mark.parametrize(("above", "concepts"), [
    ({}, ["food-safety", "campus-safety"]),
    ({"food-safety": frozenset({"campus-safety"})}, ["food-safety"])])
def test_what_is_broader_is_not_named_again_by_half_of_a_term(
        above: dict[str, frozenset[str]], concepts: list[str]) -> None:
    labels = {"食品安全": "food-safety", "安全防线": "campus-safety"}
    form = "筑牢食品安全防线"
    assert [one.concept for one in Matcher(labels, above).mentions(form, 0, len(form))] == concepts


REAL = Matcher(thesaurus.load().labels, thesaurus.load().above)


def named(form: str) -> list[tuple[str, str, str]]:
    """Return the concepts of the real thesaurus in a text: name, place, method."""
    known = thesaurus.load().concepts
    return [(known[one.concept].name, form[slice(*one.at)], one.method)
            for one in REAL.mentions(form, 0, len(form))]


@pytest.mark.parametrize(("form", "mentions"), [
    ("加强体育美育劳动教育", [("学校体育", "体育"), ("美育", "美育"), ("劳动教育", "劳动教育")]),
    ("加强体育、美育和劳动教育", [
        ("学校体育", "体育"), ("美育", "美育"), ("劳动教育", "劳动教育")]),
    ("抓好食品、消防安全", [("食品安全", "食品"), ("消防安全", "消防安全")]),
    ("开展交通、消防等安全教育", [
        ("交通安全", "交通"), ("消防安全", "消防"), ("安全教育", "安全教育")]),
    ("开展法治和心理健康教育", [("法治教育", "法治"), ("心理健康教育", "心理健康教育")]),
    ("做好教师招聘和培训工作", [("教师招聘", "教师招聘"), ("教师培训", "培训")]),
    ("做好教师招聘、培训、管理", [("教师招聘", "教师招聘"), ("教师培训", "培训")]),
    ("加强中小学（幼儿园）教师管理", [("幼儿园教师队伍", "幼儿园）教师")]),
    ("实行县（区）管校聘", [("县管校聘", "县（区）管校聘")]),
])
def test_what_a_coordination_leaves_out_is_filled_up(form: str,
                                                     mentions: list[tuple[str, str]]) -> None:
    found = {(name, place): method for name, place, method in named(form)}
    assert set(mentions) <= found.keys()
    assert "elision" in found.values()


@pytest.mark.parametrize(("form", "absent"), [
    ("做好教师招聘和培训机构治理", "教师培训"),
    ("家庭安全教育", "家庭教育"), ("做好安全（含消防）工作", "消防安全")])
def test_a_coordination_is_not_made_up(form: str, absent: str) -> None:
    assert absent not in [name for name, _, _ in named(form)]


@pytest.mark.parametrize(("form", "concept"), [
    ("推进城区中小学集团化", "集团化办学"), ("推进优质高中和初中集团化", "集团化办学"),
    ("新增中小学学位三千个", "学位供给"), ("改扩建城区小学5所", "学校建设工程"),
    ("公开招聘紧缺学科专任教师", "教师招聘"), ("新建城北幼儿园", "公办幼儿园建设"),
    ("培养市级以上骨干教师", "骨干教师队伍"), ("高考文化本科上线", "普通高中教育")])
def test_a_paraphrase_is_told_by_a_pattern(form: str, concept: str) -> None:
    assert (concept, "pattern") in [(name, method) for name, _, method in named(form)]


@pytest.mark.parametrize("form", ["推进改革。企业集团化", "推进改革，企业集团化"])
def test_a_pattern_ends_with_its_clause(form: str) -> None:
    assert named(form) == []


def test_the_place_of_a_paraphrase_runs_over_the_pattern() -> None:
    assert ("集团化办学", "推进城区中小学集团化", "pattern") in named("全力推进城区中小学集团化。")


@pytest.mark.parametrize(("form", "absent"), [
    ("由学前教育科负责", "学前教育"), ("职业教育处牵头", "职业教育"), ("不含民办学校", "民办教育"),
    ("确保资金安全", "安全"), ("增强群众安全感", "安全"), ("其中30名校长", "名校长培养"),
    ("适龄儿童义务教育入学率", "义务教育招生入学"), ("接受国家督导评估", "教育督导"),
    ("新增博士学位授权点", "学位供给")])
def test_a_label_that_means_something_else_is_passed_over(form: str, absent: str) -> None:
    assert absent not in [name for name, _, _ in named(form)]


@pytest.mark.parametrize(("form", "present"), [
    ("发展学前教育科研", "学前教育"), ("扶持民办学校", "民办教育"), ("坚守安全", "安全"),
    ("加强教育督导评估", "教育督导"), ("安全，平安校园", "安全")])
def test_the_same_label_elsewhere_is_a_mention(form: str, present: str) -> None:
    assert present in [name for name, _, _ in named(form)]


def test_the_vocabulary_names_concepts_and_labels_of_the_thesaurus() -> None:
    known, data = thesaurus.load(), load("concepts")
    names = {one.name for one in known.concepts.values() if one.scheme == "topic"}
    assert set(data["patterns"]) <= names
    assert set(data["elision"]["side_by_side"].values()) <= set(known.labels)
    assert {label for one in data["contexts"]["labels"] for label in one["of"]} <= set(known.labels)


def test_a_pattern_without_an_anchor_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.paraphrase.load", lambda name: {"patterns": {"安全": ["甲…乙"]}})
    with pytest.raises(ValueError, match="甲…乙"):
        Matcher(LABELS)


def test_in_a_document_only_direct_matches_are_listed_in_order(read: Read) -> None:
    answer = read("江阴市教育局2024年工作要点\n一、提升质量\n1.推进“双减”。落实“双减”。\n"
                  "2.关心健康。开展心理健康教育，落实双减。\n").answer
    assert answer["concepts"] == [
        {"label": "双减", "tasks": ["t1", "t2"]},
        {"label": "心理健康教育", "tasks": ["t2"]}]
