"""How each paragraph and each row of a table was taken; nothing is lost silently."""

from ingest.clean import clean
from ingest.explain import Taken, coverage, doubts, explain
from ingest.extract import extract
from ingest.pipeline import knowledge
from ingest.text import Text
from tests.ingest.documents import DEVELOPMENT, reading, texts
from tests.ingest.laid import laid

PLAN = """首页 > 政务公开
江阴市教育局2024年工作要点
总体思路：全面贯彻党的教育方针。
一、总体要求
坚持立德树人。
二、校园安全
1.排查隐患。全年排查隐患4轮，整改率达到100%。
责任科室：安全科
江阴市教育局
2024年2月1日
"""


def taken(text: Text) -> list[Taken]:
    cleaned = clean(text)
    return explain(cleaned, extract(cleaned, knowledge()))


def test_every_line_has_a_label() -> None:
    found = taken(Text(PLAN))
    assert [(one.label, one.text) for one in found] == [
        ("noise", "首页 > 政务公开"),
        ("preamble", "江阴市教育局2024年工作要点"),
        ("preamble", "总体思路：全面贯彻党的教育方针。"),
        ("preamble", "一、总体要求"),
        ("preamble", "坚持立德树人。"),
        ("goal", "二、校园安全"),
        ("task", "1.排查隐患。全年排查隐患4轮，整改率达到100%。"),
        ("note", "责任科室：安全科"),
        ("preamble", "江阴市教育局"),
        ("preamble", "2024年2月1日")]
    assert all(PLAN[one.start:one.end] == one.text for one in found)
    assert coverage(found) == 1
    assert not list(doubts(found))


def test_a_row_is_one_and_its_head_is_preamble() -> None:
    found = taken(laid([["序号", "重点任务", "责任单位"], ["1", "排查隐患", "安全科"]],
                       before="江阴市教育局2024年重点工作任务清单\n"))
    assert [(one.label, one.text) for one in found[1:]] == [
        ("preamble", "序号 | 重点任务 | 责任单位"), ("task", "1 | 排查隐患 | 安全科")]


def test_a_table_of_something_else_is_unread_and_doubted() -> None:
    found = taken(laid([["姓名", "职务", "电话"], ["张三", "局长", "1234567"]],
                       before="江阴市教育局2024年工作要点\n一、校园安全\n1.排查隐患。整改率达到100%。\n"))
    unread = [one.text for one in found if one.label == "unread"]
    assert unread == ["姓名 | 职务 | 电话", "张三 | 局长 | 1234567"]
    assert 0 < coverage(found) < 1
    (said,) = doubts(found)
    assert "2段" in said
    assert "extract --explain" in said


def test_the_paragraphs_of_whole_documents_are_in_order_and_whole() -> None:
    shares = []
    for path in texts(DEVELOPMENT):
        found = reading(path)
        starts = [one.start for one in found.taken]
        assert starts == sorted(starts), path.name
        labels = {one.label for one in found.taken}
        assert labels <= {"goal", "task", "note", "preamble", "noise", "unread"}, path.name
        shares.append(coverage(found.taken))
    assert sum(shares) / len(shares) > 0.97
