"""Normal forms: what is one name in two ways of writing becomes one text."""

import pytest

from ontology.names import bare, plain


@pytest.mark.parametrize(("written", "normal"), [
    ("各镇（街道）", "各镇(街道)"),
    ("　北屏县 教育局\t\n", "北屏县教育局"),
    ("\uff21\uff22\uff23\uff11\uff12", "ABC12"),     # letters and digits in full width
    ("北屏县\u00a0\u2003教育局", "北屏县教育局"),
    ("PISA 测评", "PISA测评"),
    ("安全科、办公室", "安全科、办公室"),
    ("", ""),
])
def test_plain_has_one_width_and_no_space(written: str, normal: str) -> None:
    assert plain(written) == normal


@pytest.mark.parametrize(("written", "normal"), [
    ("“校园”安全_2031—2035年（试行）", "校园安全20312035年试行"),
    ("《校园安全工作条例》", "校园安全工作条例"),
    ("一、压实 责任。", "一压实责任"),
    ("\uff30isa 测评", "pisa测评"),
    ("互联网+教育", "互联网教育"),
    ("95％", "95"),
    ("——", ""),
])
def test_bare_has_letters_and_digits_only(written: str, normal: str) -> None:
    assert bare(written) == normal


def test_ways_of_writing_one_title_agree() -> None:
    ways = ["北屏县2031年工作要点", "北屏县 \uff12\uff10\uff13\uff11 年工作要点",
            "《北屏县2031年工作要点》", "北屏县2031年\n工作要点。"]
    assert {bare(way) for way in ways} == {"北屏县2031年工作要点"}


def test_names_that_differ_in_a_letter_or_digit_stay_apart() -> None:
    names = ["北屏县2031年工作要点", "北屏县2032年工作要点", "南屏县2031年工作要点"]
    assert len({bare(name) for name in names}) == len({plain(name) for name in names}) == 3


def test_the_separator_of_ids_is_no_letter() -> None:
    assert plain("a\x1fb") == bare("a\x1fb") == "ab"
