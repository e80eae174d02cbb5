"""Names of sections and bodies, and the functions that they say."""

from time import perf_counter

import pytest

from ingest.functions import Performed, functions
from ingest.segments import cut, lexicon
from ingest.vocabulary import load
from ontology import thesaurus


def said(name: str, *beside: str) -> str:
    """Return the functions of a name without their prefix."""
    return " ".join(one.function.removeprefix("function-") for one in functions(name, beside))


@pytest.mark.parametrize(("name", "expected"), [
    ("基础教育科", "basic-education"), ("基教股", "basic-education"), ("普教科", "basic-education"),
    ("职社科", "vocational lifelong"), ("职成民办科", "vocational lifelong private"),
    ("体卫艺科", "sport health arts"), ("德体卫艺股", "moral sport health arts"),
    ("体育、卫生与艺术教育科", "sport health arts"), ("安全法规科", "safety policy-law"),
    ("计财科", "development-planning finance"), ("财审科", "finance audit"),
    ("计财基科", "development-planning finance construction"), ("基职科",
    "basic-education vocational"),
    ("基教体卫艺科", "basic-education sport health arts"), ("人事科", "personnel"),
    ("师资科", "teachers"), ("师训科", "teacher-training"), ("组织人事科",
    "organisation-cadres personnel"),
    ("党政办公室", "general-office party-building"), ("团队办", "youth-league young-pioneers"),
    ("基教一科", "basic-education"), ("“双减”办", "off-campus-training"), ("计财",
    "development-planning finance"),
])
def test_sections(name: str, expected: str) -> None:
    assert said(name) == expected


@pytest.mark.parametrize(("name", "expected"), [
    ("电教馆", "informatisation"), ("教研室", "teaching-research"), ("资助中心", "student-aid"),
    ("招考中心", "exams"), ("装备站", "equipment"), ("教师发展中心", "teacher-training"),
    ("研训中心", "teaching-research teacher-training"), ("电教装备中心",
    "informatisation equipment"),
    ("教师进修学校", "teacher-training"), ("社区教育学院", "lifelong"),
    ("教育技术装备中心", "equipment"), ("少年宫", "out-of-school"), ("会计核算中心", "finance"),
])
def test_units_below_a_bureau(name: str, expected: str) -> None:
    assert said(name) == expected


@pytest.mark.parametrize(("name", "expected"), [
    ("教体局", "education-administration sport"), ("财政局", "public-finance"),
    ("教科文体局", "education-administration science-technology culture-tourism sport"),
    ("文化广电和旅游体育局", "culture-tourism sport"), ("规划和自然资源局", "natural-resources"),
    ("应急管理局", "emergency-fire"), ("统计局", "government-statistics"), ("卫健委", "health"),
    ("县委编办", "staffing"), ("妇联", "women"), ("供电公司", "power-gas"), ("审计局", "audit"),
    ("检察院", "procuratorate"), ("消防救援大队", "emergency-fire"), ("网信办", "cyberspace"),
])
def test_bodies(name: str, expected: str) -> None:
    assert said(name) == expected


@pytest.mark.parametrize(("section", "bureau"), [
    (("财务科", "finance"), ("财政局", "public-finance")),
    (("统计科", "development-planning"), ("统计局", "government-statistics")),
    (("安全科", "safety"), ("应急局", "emergency-fire")),
    (("劳动教育科", "labour-education"), ("劳动局", "human-resources")),
    (("规划科", "development-planning"), ("规划局", "natural-resources"))])
def test_a_word_may_say_another_function_in_a_bureau(section: tuple[str, str],
                                                     bureau: tuple[str, str]) -> None:
    for name, expected in (section, bureau):
        assert said(name) == expected


@pytest.mark.parametrize(("name", "expected"), [
    ("市公安局", "public-security"), ("柳岸区教育局基教科", "basic-education"),
    ("云川市柳岸区教育局", "education-administration"), ("柳岸教育局", "education-administration"),
    ("柳岸教体局", "education-administration sport"), ("省教育厅办公室", "general-office"),
    ("县政府教育督导委员会办公室", "supervision"), ("县委教育工委", "party-building"),
    ("市纪委监委驻市教育局纪检监察组", "discipline-inspection"), ("局机关党委", "party-building"),
    ("公安局柳岸分局", "public-security"), ("公安局交警大队", "public-security"),
    ("教育部基础教育司", "basic-education"), ("高新区教育局", "education-administration"),
    ("某某镇教育办公室", "education-administration"), ("市民办教育科", "private"),
    ("清源学生资助中心", "student-aid"), ("教育局（基教科）", "basic-education"),
    ("办公室（党建办）", "general-office party-building"), ("市场监管局", "market"),
    ("区教育局综合科", "")])
def test_a_place_and_a_bureau_in_front_say_nothing(name: str, expected: str) -> None:
    assert said(name) == expected


@pytest.mark.parametrize("name", [
    "实验小学", "县第一中学", "中心幼儿园", "特殊教育学校", "市职业技术学校", "民办学校",
    "师范大学", "各校", "各镇", "各镇（街道）", "相关部门", "局机关各科室", "各县区教育局",
    "东湖街道", "街道办", "县人民政府", "综合科", "业务股", "项目办", "社会事业局", "教育集团",
    "教育学会", "班主任", "教师", "", "　", "科", "（）", "市",
    "今天下午三点在三楼会议室召开安全工作会议，请各科室负责人准时参加" * 9])
def test_what_has_no_function_of_its_own_says_none(name: str) -> None:
    assert functions(name) == ()


@pytest.mark.parametrize(("name", "expected"), [
    ("中小学安全科", "safety"), ("未成年人心理辅导站", "mental-health"), ("未保办",
    "minor-protection"),
    ("体育发展中心", "sport"), ("发展财务处", "development-planning finance"),
    ("青少年活动中心", "out-of-school"), ("发展科", "development-planning")])
def test_a_word_that_only_says_whose_or_what_is_done_is_left_out(name: str, expected: str) -> None:
    assert said(name) == expected


@pytest.mark.parametrize(("name", "full", "expected"), [
    ("职社科", "职业教育与社会教育科", "vocational lifelong"),
    ("发规科", "发展规划科", "development-planning"),
    ("人教科", "人事与教师工作科", "personnel teachers"),
    ("体艺科", "体育卫生与艺术教育科", "sport health arts"),
    ("学特科", "柳岸区教育局学前教育与特殊教育科", "preschool special"),
    ("区教育局学特科", "学前教育与特殊教育科", "preschool special"),
    ("教体局", "教育体育局", "education-administration sport")])
def test_a_short_name_has_the_functions_of_its_full_name(name: str, full: str,
                                                         expected: str) -> None:
    found = functions(name, ["安全科", full, name])
    assert " ".join(one.function.removeprefix("function-") for one in found) == expected
    assert {one.method for one in found} == {"full_name"}


@pytest.mark.parametrize(("name", "other"), [
    ("安全科", "安全法规科"), ("人事科", "组织人事科"), ("人事科", "人事与教师工作科"),
    ("基建科", "基础教育与基本建设科"), ("职教科", "职业教育与成人教育科"), ("体卫科",
    "体育卫生中心"),
    ("学生科", "学生资助科"), ("教育科", "教育督导科"), ("督导室", "教育督导室")])
def test_a_name_of_its_own_is_not_short_for_a_longer_one(name: str, other: str) -> None:
    assert functions(name, [other]) == functions(name)
    assert all(one.method == "name" for one in functions(name, [other]))


def test_a_name_that_could_be_short_for_several_is_told_by_its_own_words() -> None:
    assert functions("人教科", ["人事与教师工作科", "人事与教材科"]) == (
        Performed("function-personnel", "name"),)
    assert said("学特科", "学前教育与特殊教育科", "学籍与特殊教育科") == ""
    assert functions("综合科", ["综合改革科"]) == ()


def test_the_order_of_the_names_beside_does_not_matter() -> None:
    names = ["职业教育与社会教育科", "安全科", "县教育局职业教育与社会教育科"]
    assert functions("职社科", names) == functions("职社科", set(names))
    assert functions("职社科", names) == functions("职社科", names[::-1])


def test_a_name_is_cut_into_the_fewest_pieces_the_longest_first() -> None:
    pieces = cut("校外教育培训监管与德体科", lexicon(bureau=False))
    assert [(one.text, one.sort) for one in pieces] == [
        ("校外教育培训监管", "label"), ("与", "glue"), ("德", "short"), ("体", "short"),
        ("科", "ending")]
    assert [one.sort for one in cut("清教", lexicon(bureau=False))] == ["unknown", "glue"]


def test_the_words_of_the_vocabulary_name_functions_of_the_thesaurus() -> None:
    words = load("functions")
    known = {slug for slug, one in thesaurus.load().concepts.items() if one.scheme == "function"}
    used = {*words["bureaus"], *words["alone"].values(), *words["schools"],
            *(one for joint in words["joint"].values() for one in joint)}
    assert used <= known
    labels = thesaurus.load().functions
    assert [one for one in (*words["whose"], *words["done"]) if one not in labels] == []
    assert [one for one in words["glue"] if one in labels] == []


def test_every_label_of_a_function_says_it_in_a_name() -> None:
    """A label that other words swallow would never be found; 组 and 科 are endings, too."""
    words = lexicon(bureau=False)
    for label, slug in thesaurus.load().functions.items():
        if thesaurus.load().concepts[slug].broader and label not in words.endings:
            assert [one.functions for one in cut(label, words)] == [(slug,)], label


def test_a_thousand_names_are_quick() -> None:
    stems = list(thesaurus.load().functions)[:500]
    names = [stem + ending for stem in stems for ending in "科处"]
    start = perf_counter()
    for name in names:
        functions(name, names)
    assert perf_counter() - start < 10
