"""Policy documents cited in 《》, and what else stands there."""

import pytest

from ingest.citations import citations
from ingest.clean import clean
from ingest.text import Text
from ingest.vocabulary import load
from tests.ingest.conftest import Read


def titles(stored: str) -> list[str]:
    cleaned = clean(Text(stored))
    return [one.title for one in citations(cleaned.text, cleaned.form, 0, len(cleaned.form))]


@pytest.mark.parametrize("ending", [
    ending for ending in load("citations")["endings"] if "\\" not in ending])
def test_each_ending_makes_a_policy(ending: str) -> None:
    assert titles(f"落实《校园安全{ending}》精神") == [f"校园安全{ending}"]


@pytest.mark.parametrize("title", [
    "中华人民共和国教育法", "深化新时代教育评价改革总体方案（试行）",
    "义务教育课程标准（2022年版）", "幼儿园保育教育质量评估指南", "3-6岁儿童学习与发展指南",
    "中国教育现代化2035", "加快推进教育现代化实施方案(2018-2022年)",
    "关于贯彻《教育法》的实施意见", "进一步减负二十条", "加强校园安全15条",
    "关于印发〈安全方案〉的通知"])
def test_policies(title: str) -> None:
    assert titles(f"认真落实《{title}》，") == [title]


@pytest.mark.parametrize("title", [
    "中国教育报", "论语", "歌唱祖国", "习近平谈治国理政", "政府工作报告", "校园安全课程教学指南",
    "学校课程方案", "课堂改革实践研究", "语文课程标准", "十万个为什么"])
def test_what_is_no_policy(title: str) -> None:
    assert titles(f"学习《{title}》，") == []


def test_a_title_broken_by_a_line_end_is_one_line() -> None:
    stored = "落实《义务教育质量，\n评价指南》精神"
    cleaned = clean(Text(stored))
    (one,) = citations(cleaned.text, cleaned.form, 0, len(cleaned.form))
    assert one.title == "义务教育质量，评价指南"
    assert cleaned.span(*one.at).quote == "《义务教育质量，\n评价指南》"


def test_in_a_document_each_is_listed_once_and_its_own_title_never(read: Read) -> None:
    answer = read(
        "江阴市教育局2024年工作要点\n根据《江阴市教育局2024年工作要点》和《教育法》，安排如下。\n"
        "一、加强安全\n"
        "1.落实制度。执行《校园安全条例》。\n2.开展检查。对照《校园安全条例》。\n").answer
    assert answer["citations"] == ["教育法", "校园安全条例"]
