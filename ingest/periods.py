"""Years and periods: what a text covers, and by when a number is due."""

import datetime
import re

from ingest.facts import Period
from ingest.numerals import integer

YEAR = re.compile(r"(?<![\d.])(20[0-4]\d|19[89]\d)(?=年|学年|届|[-至到]20|\D{0,2}年|（|）)")
SPAN = re.compile(r"(20[0-4]\d)年?(?:-|至|到|—)(20[0-4]\d)")
FIVE_YEARS = re.compile(r"“?十([三四五六])五”?")
DUE = re.compile(r"(?<![较比由从在与自])(20[0-4]\d)(?:学)?年(?!以来|起)|[一二三四五]年内|每年|长期")
BASE = re.compile(r"(20[0-4]\d)年的?$")      # a baseline: 由2020年的47%
HIDDEN = re.compile(r"《[^》]*》?|“[^”]*”?")
ISO = re.compile(r"(20[0-4]\d)[-年./](\d{1,2})[-月./](\d{1,2})")
CHINESE_DATE = re.compile(
    r"(二[〇零][〇零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")


def years(form: str) -> list[int]:
    """Return the years named in a text, in their order."""
    return [int(match[1]) for match in YEAR.finditer(form)]


def period(form: str) -> Period | None:
    """Return the period that a title or heading names: 2022-2024年, 2021年, “十四五”."""
    if match := SPAN.search(form):
        return int(match[1]), int(match[2])
    if found := years(form) or [int(year) for year in re.findall(r"20[0-4]\d", form)]:
        return min(found), max(found)
    if match := FIVE_YEARS.search(form):
        first = 2016 + 5 * ("三四五六".index(match[1]))
        return first, first + 4
    return None


def due(form: str, start: int, position: int) -> int | None:
    """Return the last year named between the start of a sentence and a number, if it still holds.

    A year inside 《》 or “”, and one compared with (较2020年), are none; 三年内 and 每年 end it.
    """
    if match := BASE.search(form[start:position]):
        return int(match[1])
    text = HIDDEN.sub(lambda match: "□" * len(match[0]), form[start:position])
    last = None
    for match in DUE.finditer(text):
        last = int(match[1]) if match[1] else None
    return last


def date(form: str) -> str | None:
    """Return the first date of a text as ISO 8601: 2021年2月24日 → 2021-02-24."""
    if match := ISO.search(form):
        year, month, day = (int(match[i]) for i in (1, 2, 3))
    elif match := CHINESE_DATE.search(form):
        year, month, day = (integer(match[i].replace("零", "〇")) for i in (1, 2, 3))
    else:
        return None
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
