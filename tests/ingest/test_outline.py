"""The outline: which heading stands under which, found from the document itself."""

import pytest

from ingest.clean import clean
from ingest.marks import blocks
from ingest.outline import Section, is_heading, outline
from ingest.text import Text

Tree = tuple[str, int, list["Tree"]]


def tree(stored: str) -> list[Tree]:
    """Return the outline as (head, number of body paragraphs, children)."""
    cleaned = clean(Text(stored))

    def show(section: Section) -> Tree:
        head = cleaned.form[section.head.body:section.head.end] if section.head else ""
        return head, len(section.body), [show(child) for child in section.children]

    return show(outline(cleaned, list(blocks(cleaned))))[2]


TEXT = "开展检查，压实责任，确保落实到位，不留死角。"


def heads(trees: list[Tree]) -> list[object]:
    return [(head, heads(children)) if children else head for head, _, children in trees]


@pytest.mark.parametrize(("outer", "inner"), [
    (("一、", "二、"), ("（一）", "（二）")), (("（一）", "（二）"), ("一、", "二、")),
    (("一、", "二、"), ("1.", "2.")), (("第一章 ", "第二章 "), ("一、", "二、")), (("1.", "2."),
    ("(1)", "(2)")), (("（一）", "（二）"), ("1、", "2、")), (("第一部分 ", "第二部分 "),
    ("①", "②"))])
def test_the_mark_that_comes_first_is_the_outermost(outer: tuple[str, str],
                                                    inner: tuple[str, str]) -> None:
    a, b = outer
    c, d = inner
    assert heads(tree(f"{a}安全\n{c}排查\n{d}整改\n{b}质量\n{c}教研\n")) == [
        ("安全", ["排查", "整改"]), ("质量", ["教研"])]


def test_three_levels() -> None:
    assert heads(tree("一、工作\n（一）安全\n1.排查\n2.整改\n（二）质量\n1.教研\n二、保障\n")) == [
        ("工作", [("安全", ["排查", "整改"]), ("质量", ["教研"])]), "保障"]


def test_numbers_that_run_on_over_headings_change_nothing() -> None:
    assert heads(tree("一、安全\n1.排查\n2.整改\n二、质量\n3.教研\n4.考试\n")) == [
        ("安全", ["排查", "整改"]), ("质量", ["教研", "考试"])]


def test_a_number_that_is_missing_or_twice_there_changes_nothing() -> None:
    assert heads(tree("一、安全\n1.排查\n3.整改\n三、质量\n1.教研\n1.考试\n")) == [
        ("安全", ["排查", "整改"]), ("质量", ["教研", "考试"])]


def test_paragraphs_without_a_mark_are_the_body() -> None:
    found = tree(f"一、安全\n{TEXT}\n{TEXT}\n二、质量\n{TEXT}\n")
    assert [(head, body) for head, body, _ in found] == [("安全", 2), ("质量", 1)]


def test_bare_headings_above_the_numbers() -> None:
    assert heads(tree("加强党的建设\n1.抓学习\n2.抓队伍\n提升教育质量\n1.抓课改\n2.抓考试\n")) == [
        ("加强党的建设", ["抓学习", "抓队伍"]), ("提升教育质量", ["抓课改", "抓考试"])]


def test_bare_headings_inside_numbered_sections() -> None:
    found = tree(f"一、安全\n校车安全\n{TEXT}\n食品安全\n{TEXT}\n二、质量\n课堂改革\n{TEXT}\n")
    assert heads(found) == [("安全", ["校车安全", "食品安全"]), ("质量", ["课堂改革"])]


def test_parts_of_the_text_stand_above_all_numbers() -> None:
    assert heads(tree(
        f"2023年工作总结\n一、安全\n{TEXT}\n二、质量\n{TEXT}\n"
        f"2024年工作打算\n一、安全\n{TEXT}\n")) == [
        ("2023年工作总结", ["安全", "质量"]), ("2024年工作打算", ["安全"])]


def test_nothing_gives_an_empty_root() -> None:
    assert tree("") == []


@pytest.mark.parametrize(("stored", "heading"), [
    ("一、加强校园安全", True), ("一、加强校园安全。", True), ("一、加强校园安全，守牢底线", True),
    ("一、加强校园安全（责任单位：安全科、公安局、住建局、各镇街道办、消防救援大队）", True),
    ("一、加强校园安全。开展检查。", False), ("一、加强安全；提升质量", False),
    (f"一、{'安全' * 30}", False)])
def test_headings_are_short_and_one_sentence(stored: str, heading: bool) -> None:
    cleaned = clean(Text(stored))
    (block,) = blocks(cleaned)
    assert is_heading(cleaned, block) is heading


def test_walk_goes_in_the_order_of_the_text() -> None:
    cleaned = clean(Text("一、安全\n1.排查\n二、质量\n"))
    root = outline(cleaned, list(blocks(cleaned)))
    assert [section.head and section.head.mark and section.head.mark.label
            for section in root.walk()] == [None, "一", "1", "二"]
