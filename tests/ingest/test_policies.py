"""The normal form of titles: one policy, however it is cited."""

import pytest

from ingest.policies import policy
from ontology import ids
from ontology.names import bare

SAME = [
    ["甲办法", "《甲办法》", "甲办法（试行）", "甲办法(试行)", "关于印发《甲办法（试行）》的通知",
     "教育部关于印发《甲办法》的通知", "教育部 财政部关于印发《甲办法》的通知",
     "国务院办公厅转发《甲办法》的通知", "甲办法（2021年修订）", "甲办法（修订）（征求意见稿）"],
    ["学校食品安全与营养健康管理规定", "《学校食品安全与营养健康管理规定》",
     "学校食品安全与营养健康管理规定（试行）", "学校食品安全 与营养健康管理规定"],
    ["中华人民共和国义务教育法", "义务教育法", "《中华人民共和国义务教育法》"],
    ["关于深化教育改革的意见", "中共中央 国务院关于深化教育改革的意见",
     "中共中央、国务院关于深化教育改革的意见"],
    ["北屏县教育局2031—2035年规划", "北屏县教育局2031-2035年规划", "北屏县教育局2031年至2035年规划",
     "北屏县教育局2031--2035年规划", "北屏县教育局２０３１－２０３５年规划"]]
OTHER = [
    ("甲办法", "乙办法"), ("甲2031年工作要点", "甲2032年工作要点"),
    ("甲办法", "甲办法实施细则"), ("关于甲的意见", "关于甲的实施意见"),
    ("义务教育法", "职业教育法")]


@pytest.mark.parametrize("titles", SAME, ids=lambda titles: titles[0])
def test_ways_to_cite_one_policy_are_one(titles: list[str]) -> None:
    assert {policy(title).id for title in titles} == {policy(titles[0]).id}


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_policies_stay_apart(one: str, other: str) -> None:
    assert policy(one).id != policy(other).id


def test_the_id_follows_from_the_core_alone() -> None:
    found = policy("教育部关于印发《甲办法（试行）》的通知")
    assert (found.title, found.id) == ("甲办法", ids.make("policy", bare("甲办法")))


@pytest.mark.parametrize(("title", "edition"), [
    ("甲办法（试行）", "试行"), ("甲办法(征求意见稿)", "征求意见稿"), ("甲办法（2021年修订）",
                                                                    "2021年修订"),
    ("关于印发《甲办法（试行）》的通知", "试行"), ("甲办法（修订）（试行）", "试行"),
    ("甲办法", None), ("甲（乙）办法", None), ("甲办法（乙）", None)])
def test_the_edition_is_what_stands_in_brackets_at_the_end(
        title: str, edition: str | None) -> None:
    assert policy(title).edition == edition


@pytest.mark.parametrize(("title", "period"), [
    ("北屏县2031年工作要点", (2031, 2031)), ("北屏县2031-2035年规划", (2031, 2035)),
    ("北屏县教育规划（2031—2035年）", (2031, 2035)), ("北屏县教育规划（2031—2035）", (2031, 2035)),
    ("北屏县教育规划（2031年至2035年）", (2031, 2035)), ("甲办法", None),
    ("甲办法（2021年修订）", None), ("关于1000所学校的意见", None)])
def test_a_period_is_read_from_the_core(title: str, period: tuple[int, int] | None) -> None:
    assert policy(title).period == period


@pytest.mark.parametrize(("title", "level"), [
    ("中华人民共和国教育法", "national"), ("中共中央关于甲的意见", "national"),
    ("云川省教育条例", "province"), ("重庆市教育条例", "province"),
    ("北屏县教育工作要点", "county"), ("甲办法", None)])
def test_the_level_is_that_of_the_core_or_of_who_issued_it(
        title: str, level: str | None) -> None:
    found = policy(title)
    assert level in (found.level, found.issued)
    assert found.level is None or found.issued is None


def test_who_issued_it_is_told_by_the_words_that_were_taken_off() -> None:
    found = policy("教育部关于印发《甲办法》的通知")
    assert (found.level, found.issued) == (None, "national")
    assert policy("《甲办法》").issued is None


def test_a_level_that_the_core_says_is_not_said_twice() -> None:
    found = policy("云川省教育条例（试行）")
    assert (found.level, found.issued) == ("province", None)


@pytest.mark.parametrize("title", ["《》", "通知", "关于", "（试行）", "2031", "的通知", "甲"])
def test_short_and_odd_titles_are_policies_of_their_own(title: str) -> None:
    found = policy(title)
    assert found.id.startswith("policy-")
    assert policy(title) == found


def test_a_normal_form_is_its_own() -> None:
    for titles in SAME:
        core = policy(titles[0]).title
        assert policy(core).title == core
