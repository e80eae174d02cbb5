"""Years and periods: what a text covers, and by when a number is due."""

import re

from ingest.facts import Period
from ingest.numerals import integer

YEAR = re.compile(r"(?<![\d.])(20[0-4]\d|19[89]\d)(?=年|学年|届|-20|\D{0,2}年|（|）)")
SPAN = re.compile(r"(20[0-4]\d)年?(?:-|至|到|—)(20[0-4]\d)")
FIVE_YEARS = re.compile(r"“?十([三四五六])五”?")
DUE = re.compile(r"(?:到|至|截至|截止)?(20[0-4]\d)(?:学)?年(?:底|末|年底|前|内|春|秋|上半年|下半年|起)?")
ISO = re.compile(r"(20[0-4]\d)[-年./](\d{1,2})[-月./](\d{1,2})")
CHINESE_DATE = re.compile(r"(二[〇零Ｏ]?[〇零一二三四五六七八九]{2,3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")


def years(form: str) -> list[int]:
    """Return the years named in a text, in their order."""
    return [int(match[1]) for match in YEAR.finditer(form)]


def period(form: str) -> Period | None:
    """Return the period that a title or heading names: 2022-2024年, 2021年, “十四五”."""
    if match := SPAN.search(form):
        return int(match[1]), int(match[2])
    found = re.findall(r"20[0-4]\d", form)
    if found:
        return int(found[0]), int(found[-1]) if "-" in form else int(found[0])
    if match := FIVE_YEARS.search(form):
        first = 2016 + 5 * ("三四五六".index(match[1]))
        return first, first + 4
    return None


def due(form: str, start: int, position: int) -> int | None:
    """Return the last year named between the start of a sentence and a number, if any.

    A year inside 《》 or behind 第 is no due year.
    """
    text = re.sub(r"《[^》]*》?|“[^”]*”?", lambda m: "□" * len(m[0]), form[start:position])
    found = list(DUE.finditer(text))
    return int(found[-1][1]) if found else None


def date(form: str) -> str | None:
    """Return the first date of a text as ISO 8601: 2021年2月24日 → 2021-02-24."""
    if match := ISO.search(form):
        year, month, day = (int(match[i]) for i in (1, 2, 3))
    elif match := CHINESE_DATE.search(form):
        year, month, day = (integer(match[i].replace("零", "〇")) for i in (1, 2, 3))
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year:04}-{month:02}-{day:02}"
