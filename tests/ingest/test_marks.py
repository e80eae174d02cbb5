"""Numbering marks at the start of a paragraph, and items that stand fused in one."""

import pytest

from ingest.clean import clean
from ingest.marks import blocks, leading
from ingest.text import Text

EXAMPLES = [
    ("第一章 总则", "chapter", "一", 1), ("第二编 附则", "chapter", "二", 2),
    ("第三节 职责", "section", "三", 3), ("第一部分 回顾", "section", "一", 1),
    ("第十二条 学校", "article", "十二", 12), ("一、加强", "chinese", "一", 1),
    ("十二、加强", "chinese", "十二", 12), ("一. 加强", "chinese", "一", 1),
    ("（一）加强", "chinese_bracket", "一", 1), ("(十一)加强", "chinese_bracket", "十一", 11),
    ("（三）、加强", "chinese_bracket", "三", 3), ("1.加强", "arabic", "1", 1),
    ("1．加强", "arabic", "1", 1), ("12、加强", "arabic", "12", 12), ("2 .加强", "arabic", "2", 2),
    ("1)加强", "arabic_closed", "1", 1), ("2）加强", "arabic_closed", "2", 2),
    ("(1)加强", "arabic_bracket", "1", 1), ("（2）加强", "arabic_bracket", "2", 2),
    ("①加强", "circled", "①", 1), ("⑫加强", "circled", "⑫", 12),
    ("1 加强校园安全", "number", "1", 1), ("2加强校园安全", "number", "2", 2),
    ("（加强校园安全）", "boxed", "", 0)]


@pytest.mark.parametrize(("stored", "style", "label", "value"), EXAMPLES)
def test_marks(stored: str, style: str, label: str, value: int) -> None:
    form = clean(Text(stored)).form
    mark = leading(form, 0, len(form))
    assert mark is not None
    assert (mark.style, mark.label, mark.value, mark.part) == (style, label, value, False)
    assert form[mark.end:mark.end + 2] in ("总则", "附则", "职责", "回顾", "学校", "加强")


@pytest.mark.parametrize("bullet", ["●", "■", "◆", "▪", "•", "★", "—"])
def test_bullets_count_nothing(bullet: str) -> None:
    mark = leading(clean(Text(f"{bullet}加强")).form, 0, 4)
    assert mark is not None
    assert mark.style.startswith("bullet")
    assert mark.value == 0


def test_a_decimal_number_counts_by_its_last_part() -> None:
    mark = leading("2.3 加强校园安全", 0, 10)
    assert mark is not None
    assert (mark.style, mark.value) == ("decimal", 3)


@pytest.mark.parametrize("spoken", ["一是加强安全", "二要加强安全", "三抓校园安全"])
def test_spoken_counts_split_an_item_only(spoken: str) -> None:
    mark = leading(spoken, 0, len(spoken))
    assert mark is not None
    assert mark.part


@pytest.mark.parametrize("stored", [
    "加强安全", "2024年加强安全", "1,200名学生", "一批学校", "第一名", "三年行动", "十所学校", ""])
def test_what_is_no_mark(stored: str) -> None:
    form = clean(Text(stored)).form
    assert leading(form, 0, len(form)) is None


def test_a_mark_ends_at_the_text_and_stays_in_the_paragraph() -> None:
    form = "一、加强安全"
    mark = leading(form, 0, 2)
    assert mark is not None
    assert mark.end == 2


# --- fused paragraphs

def cut(stored: str) -> list[tuple[str | None, str]]:
    cleaned = clean(Text(stored))
    return [(block.mark and block.mark.label, cleaned.form[block.body:block.end])
            for block in blocks(cleaned)]


TEXT = ("开展校园安全隐患大排查，建立台账，逐项整改，做到全覆盖、无死角，健全人防物防技防体系，"
        "完善预案并定期演练，落实校长第一责任，强化督查通报，确保师生平安。")


def test_items_fused_in_a_paragraph_are_cut_before_their_marks() -> None:
    found = cut(f"1.排查隐患。{TEXT}2.完善制度。{TEXT}3.加强演练。{TEXT}")
    assert [label for label, _ in found] == ["1", "2", "3"]


def test_a_heading_fused_with_its_first_item_is_cut() -> None:
    found = cut(f"一、加强安全1.排查隐患。{TEXT}2.完善制度。{TEXT}")
    assert found[0] == ("一", "加强安全")
    assert [label for label, _ in found] == ["一", "1", "2"]


def test_circled_parts_stay_in_their_item_and_a_row_of_them_is_cut() -> None:
    parts = f"①定期检查。{TEXT}②随机抽查。{TEXT}"
    assert [label for label, _ in cut(f"1.排查隐患。{TEXT}{parts}")] == ["1"]
    assert [label for label, _ in cut(parts)] == ["①", "②"]


def test_a_number_out_of_its_sequence_cuts_nothing() -> None:
    assert [label for label, _ in cut(f"1.排查隐患。{TEXT}5.完善制度。{TEXT}")] == ["1"]


def test_a_count_in_running_text_cuts_nothing() -> None:
    assert len(cut(f"1.排查隐患。{TEXT}5所学校建成。{TEXT}")) == 1


def test_a_short_paragraph_holds_one_item() -> None:
    assert len(cut("1.排查隐患。2.完善制度。")) == 1


def test_blocks_hold_all_of_the_text() -> None:
    stored = f"一、加强安全\n1.排查隐患。{TEXT}2.完善制度。{TEXT}\n责任单位：安全科\n"
    cleaned = clean(Text(stored))
    found = list(blocks(cleaned))
    held = "".join(cleaned.text[one.start:one.end] for one in found)
    assert held == cleaned.text.replace("\n", "")
