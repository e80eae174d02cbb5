"""What a document says of itself: title, genre, issuer, place, period, date."""

from typing import Any

import pytest

from ingest.extract import Knowledge
from tests.ingest.conftest import Read

BODY = "一、加强安全\n1.建设平安校园。开展排查。\n2.加强校车管理。完善台账。\n"


def about(read: Read, stored: str) -> dict[str, Any]:
    answer: dict[str, Any] = read(stored).answer["document"]
    return answer


# --- title

@pytest.mark.parametrize("title", [
    "江阴市教育局2024年工作要点", "2024年江阴市教育工作要点", "江阴市“十四五”教育发展规划",
    "江阴市教育局关于加强校园安全的意见", "江阴市教育三年行动计划（2024—2026年）",
    "江阴市教育局2023年工作总结和2024年工作计划", "江阴市2024年教育重点工作任务清单",
    "江阴市推进教育优质均衡实施方案(2024-2026年)", "江阴市教育局2024年工作要点（征求意见稿）"])
def test_titles_as_printed(read: Read, title: str) -> None:
    assert about(read, f"{title}\n{BODY}")["title"] == title
    assert about(read, f"首页\n\n{title}\n发布日期：2024-03-01\n\n{BODY}")["title"] == title


def test_a_title_on_two_lines_begins_with_the_issuer(read: Read) -> None:
    found = about(read, f"江阴市教育局\n2024年工作要点\n{BODY}")
    assert (found["title"], found["issuer"]) == ("江阴市教育局2024年工作要点", "江阴市教育局")


def test_of_a_notice_the_document_is_what_it_promulgates(read: Read) -> None:
    found = about(read, "关于印发《江阴市2024年教育工作要点》的通知\n各学校：\n"
                  "现将《江阴市2024年教育工作要点》印发给你们，请认真落实。\n江阴市教育局\n2024年2月1日\n"
                  f"江阴市2024年教育工作要点\n{BODY}")
    assert found["title"] == "江阴市2024年教育工作要点"
    assert found["genre"] == "plan"
    assert found["issuer"] == "江阴市教育局"
    assert found["published"] == "2024-02-01"


def test_a_notice_that_only_names_it_gives_the_title(read: Read) -> None:
    found = about(read, "江阴市人民政府办公室关于印发《江阴市教育行动方案（2024-2026年）》的通知\n"
                  f"发布日期：2024-03-07\n{BODY}")
    assert found["title"] == "江阴市教育行动方案（2024-2026年）"
    assert found["issuer"] == "江阴市人民政府办公室"


def test_a_text_without_a_title_has_none(read: Read) -> None:
    reading = read(BODY)
    assert reading.answer["document"]["title"] is None
    assert reading.title == "文件.txt"
    assert len(reading.answer["tasks"]) == 2


# --- genre

@pytest.mark.parametrize(("title", "genre"), [
    ("江阴市教育局2024年工作要点", "plan"), ("江阴市教育局2024年重点工作", "plan"),
    ("江阴市“十四五”教育发展规划", "plan"), ("江阴市2024年教育工作任务清单", "plan"),
    ("江阴市2024年教育工作安排", "plan"), ("江阴市教育局2023年工作总结", "summary"),
    ("江阴市教育局2023年工作总结和2024年工作计划", "summary"),
    ("江阴市教育三年行动计划（2024-2026年）", "action_plan"),
    ("江阴市校园安全行动方案", "action_plan"), ("江阴市教育局关于加强校园安全的通知", "notice"),
    ("江阴市教育局关于加强校园安全的意见", "notice"), ("江阴市校园安全管理办法", "notice")])
def test_genre(read: Read, title: str, genre: str) -> None:
    assert about(read, f"{title}\n{BODY}")["genre"] == genre


def test_a_summary_without_a_title_is_known_by_its_opening(read: Read) -> None:
    opening = "2023年，我局扎实推进各项工作，现将有关情况总结如下：\n"
    assert about(read, opening + BODY)["genre"] == "summary"
    assert about(read, BODY)["genre"] == "plan"


# --- issuer

@pytest.mark.parametrize(("stored", "issuer"), [
    (f"江阴市教育局2024年工作要点\n{BODY}", "江阴市教育局"),
    (f"2024年江阴市教育工作要点\n{BODY}江阴市教育局\n2024年3月5日\n", "江阴市教育局"),
    (f"江阴市2024年教育工作要点\n发布机构：江阴市人民政府办公室\n{BODY}", "江阴市人民政府办公室"),
    (f"武进区2024年教育工作要点\n{BODY}", "常州市武进区教育局"),
    (f"武进区2024年教育工作要点\n我局要抓好以下工作。\n{BODY}", "常州市武进区教育局"),
    (f"武进区2024年教育工作要点\n{BODY}区教育局\n2024年3月5日\n", "常州市武进区教育局"),
    (f"江阴市2024年教育工作要点\n{BODY}", "江阴市教育局"),
    (f"江苏省2024年教育工作要点\n{BODY}", "江苏省教育厅"),
    (f"江阴市教育体育局2024年工作要点\n{BODY}", "江阴市教育体育局"),
    (f"江阴市人民政府关于加强校园安全的意见\n{BODY}", "江阴市人民政府")])
def test_issuer(read: Read, stored: str, issuer: str) -> None:
    assert about(read, stored)["issuer"] == issuer


# --- place

@pytest.mark.parametrize(("title", "place"), [
    ("江阴市教育局2024年工作要点", ("江阴市", "320281", ["江苏省", "无锡市"])),
    ("常州市武进区教育局2024年工作要点", ("武进区", "320412", ["江苏省", "常州市"])),
    ("武进区2024年教育工作要点", ("武进区", "320412", ["江苏省", "常州市"])),
    ("鹰潭市教育局2024年工作要点", ("鹰潭市", "360600", ["江西省"])),
    ("江苏省教育厅2024年工作要点", ("江苏省", "320000", [])),
    ("北京市朝阳区教育委员会2024年工作要点", ("朝阳区", "110105", ["北京市"])),
    ("南京市鼓楼区教育局2024年工作要点", ("鼓楼区", "320106", ["江苏省", "南京市"]))])
def test_places_of_the_table(read: Read, title: str, place: tuple[str, str, list[str]]) -> None:
    reading = read(f"{title}\n{BODY}")
    found = reading.answer["document"]
    assert (found["locality"], found["adcode"], found["ancestors"]) == place
    assert reading.warnings == ()


def test_a_name_that_several_places_bear_is_left_open_with_a_warning(read: Read) -> None:
    reading = read(f"鼓楼区教育局2024年工作要点\n{BODY}")
    found = reading.answer["document"]
    assert (found["locality"], found["adcode"], found["ancestors"]) == (None, None, [])
    (warning,) = reading.warnings
    for candidate in ("江苏省南京市鼓楼区", "江苏省徐州市鼓楼区", "福建省福州市鼓楼区",
    "河南省开封市鼓楼区"):
        assert candidate in warning


def test_the_texts_own_evidence_decides(read: Read) -> None:
    found = about(read, "鼓楼区教育局2024年工作要点\n按照南京市部署，结合南京市实际，安排如下。\n"
                  + BODY)
    assert found["adcode"] == "320106"


def test_a_place_that_the_table_does_not_know_keeps_its_name(read: Read) -> None:
    found = about(read, f"望禾区教育局2024年工作要点\n{BODY}")
    assert (found["locality"], found["adcode"], found["issuer"]) == ("望禾区", None, "望禾区教育局")


def test_more_places_come_from_a_file(read_fictional: Read, fictional: Knowledge) -> None:
    found = about(read_fictional, f"望禾区2024年教育工作要点\n{BODY}")
    assert (found["locality"], found["adcode"], found["ancestors"]) == (
        "望禾区", "980103", ["朔宁省", "雁棠市"])
    assert found["issuer"] == "雁棠市望禾区教育局"
    assert fictional.divisions.full_name("980103") == "雁棠市望禾区"


def test_where_nothing_names_a_place_it_is_unknown(read: Read) -> None:
    found = about(read, f"2024年教育工作要点\n{BODY}")
    assert (found["locality"], found["issuer"]) == (None, None)


# --- period

@pytest.mark.parametrize(("title", "period"), [
    ("江阴市教育局2024年工作要点", [2024, 2024]),
    ("江阴市教育三年行动计划（2024-2026年）", [2024, 2026]),
    ("江阴市教育三年行动计划（2024—2026年）", [2024, 2026]),
    ("江阴市“十四五”教育发展规划", [2021, 2025]),
    ("江阴市教育局2023-2024学年工作计划", [2023, 2024])])
def test_period_of_the_title(read: Read, title: str, period: list[int]) -> None:
    assert about(read, f"{title}\n{BODY}")["period"] == period


def test_the_period_runs_over_all_parts(read: Read) -> None:
    found = about(read,
    "江阴市教育局2023年工作总结\n2023年工作总结\n一、安全工作\n1.排查隐患。开展检查。\n"
                  "2024年工作计划\n一、安全工作\n1.完善制度。制定办法。\n")
    assert found["period"] == [2023, 2024]


def test_without_a_year_in_the_title_the_opening_tells(read: Read) -> None:
    found = about(read, f"江阴市教育工作要点\n2024年，我市将抓好以下工作。\n{BODY}")
    assert found["period"] == [2024, 2024]


def test_a_text_without_years_has_no_period(read: Read) -> None:
    assert about(read, BODY)["period"] is None


# --- date

@pytest.mark.parametrize(("stored", "day"), [
    (f"江阴市教育局2024年工作要点\n{BODY}江阴市教育局\n2024年3月5日\n", "2024-03-05"),
    (f"江阴市教育局2024年工作要点\n{BODY}江阴市教育局\n二○二四年三月五日\n", "2024-03-05"),
    (f"江阴市教育局2024年工作要点\n发布日期：2024-03-07 来源：教育局\n{BODY}2024年3月5日\n",
    "2024-03-07"),
    (f"江阴市教育局2024年工作要点\n发布时间：2024-02-28 16:35\n{BODY}", "2024-02-28"),
    (f"江阴市教育局2024年工作要点\n成文日期：2024年3月5日\n{BODY}", "2024-03-05"),
    (f"江阴市教育局2024年工作要点\n时间：2024/3/5\n{BODY}", "2024-03-05"),
    (f"江阴市教育局2024年工作要点\n{BODY}", None)])
def test_published(read: Read, stored: str, day: str | None) -> None:
    assert about(read, stored)["published"] == day
