"""Chinese and Arabic numerals."""

import pytest

from ingest.numerals import integer, number


@pytest.mark.parametrize(("numeral", "value"), [
    ("12", 12), ("007", 7), ("零", 0), ("〇", 0), ("一", 1), ("两", 2), ("十", 10), ("十二", 12),
    ("二十", 20), ("九十九", 99), ("百", 100), ("一百零五", 105), ("两百零五", 205),
    ("一百一十", 110), ("一千零一", 1001), ("三万五千", 35_000), ("一亿二千万", 120_000_000),
    ("二〇二五", 2025), ("二零二一", 2021), ("壹佰贰拾", 120), ("①", 1), ("⑫", 12), ("⑳", 20)])
def test_integers(numeral: str, value: int) -> None:
    assert integer(numeral) == value


@pytest.mark.parametrize("numeral", ["", "abc", "第一", "12所", "㉑"])
def test_what_is_no_numeral_is_refused(numeral: str) -> None:
    with pytest.raises(ValueError, match=r"numeral|invalid literal"):
        integer(numeral)


@pytest.mark.parametrize(("numeral", "value"), [
    ("35", 35), ("0.95", 0.95), ("1.10", 1.1), ("1,200", 1200), ("9.5万", 95_000), ("3百", 300),
    ("3千万", 30_000_000), ("1.2亿", 120_000_000), ("百", 100), ("百万", 1_000_000),
    ("十二万", 120_000), ("五百万", 5_000_000), ("2.1万", 21_000), ("0.07万", 700)])
def test_numbers_with_a_scale(numeral: str, value: float) -> None:
    assert number(numeral) == value


def test_whole_numbers_are_integers() -> None:
    assert isinstance(number("9.5万"), int)
    assert isinstance(number("0.95"), float)
