"""Years and periods, due years, dates."""

import pytest

from ingest.clean import clean
from ingest.periods import date, due, period, years
from ingest.text import Text


def form(stored: str) -> str:
    return clean(Text(stored)).form


@pytest.mark.parametrize(("stored", "span"), [
    ("2022-2024年", (2022, 2024)), ("2022—2024年", (2022, 2024)), ("2022～2024年", (2022, 2024)),
    ("2022年至2024年", (2022, 2024)), ("2022到2024年", (2022, 2024)),
    ("（2022－2024年）", (2022, 2024)),
    ("\uff12\uff10\uff12\uff12－\uff12\uff10\uff12\uff14年", (2022, 2024)),
    ("2021年", (2021, 2021)), ("2021", (2021, 2021)), ("“十四五”教育发展规划", (2021, 2025)),
    ("十三五规划", (2016, 2020)), ("“十五五”", (2026, 2030)), ("2021年3-5月", (2021, 2021)),
    ("教育工作要点", None), ("三年行动计划", None)])
def test_period(stored: str, span: tuple[int, int] | None) -> None:
    assert period(form(stored)) == span


def test_years_in_their_order() -> None:
    assert years(form("2023年总结，2022学年，2024年计划，电话20231234，1999年")) == [
        2023, 2022, 2024, 1999]


@pytest.mark.parametrize(("stored", "year"), [
    ("到2025年建成#", 2025), ("2024年，2025年底前建成#", 2025), ("较2020年增长#", None),
    ("比2020年增长#", None), ("从2020年的#", 2020), ("自2019年起资助#", None),
    ("2019年以来资助#", None),
    ("根据《2020年计划》建#", None), ("“2020年计划”建#", None), ("2021年建成后，三年内建#", None),
    ("2021年建成后，每年#", None), ("建成#", None)])
def test_due(stored: str, year: int | None) -> None:
    text = form(stored)
    assert due(text, 0, text.index("#")) == year


@pytest.mark.parametrize(("stored", "day"), [
    ("2021年2月24日", "2021-02-24"), ("2021-02-24", "2021-02-24"), ("2021.2.24", "2021-02-24"),
    ("2021/2/24 16:35", "2021-02-24"),
    ("\uff12\uff10\uff12\uff11年\uff12月\uff12\uff14日", "2021-02-24"),
    ("二〇二一年二月二十四日", "2021-02-24"), ("二○二一年十二月三十一日", "2021-12-31"),
    ("二零二一年十月十日", "2021-10-10"), ("2021年13月1日", None), ("2021年2月32日", None),
    ("2021年2月", None), ("电话：2021", None)])
def test_date(stored: str, day: str | None) -> None:
    assert date(form(stored)) == day
