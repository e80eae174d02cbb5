"""The grammar of counted and measured numbers: value, range, unit and comparator.

Dates, ordinals, names that hold a number, and numbers in 《》 or in “” are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.facts import Range
from ingest.numerals import CHINESE, number
from ingest.vocabulary import load

QUOTED = re.compile(r"“[^“”]{0,60}”|‘[^‘’]{0,40}’|《[^《》]{0,80}》")
LOOK_BACK = 16      # characters before a number that may hold its comparator
PERCENT = re.compile(rf"百分之([{CHINESE}点\d.]+)")
RATIO = re.compile(r"(?<![\d:.])(\d{1,3}(?:\.\d+)?):(\d{1,3}(?:\.\d+)?)(?![\d:])")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text; `at` runs from its digits to the end of unit and trailing comparator.

    `comparator` is what the number's own words say, "" where a governing verb may still decide.
    """

    at: Range
    value: float
    upper: float | None
    unit: str
    comparator: str
    chinese: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of numbers, compiled."""

    candidate: re.Pattern[str]
    unitless: re.Pattern[str]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    abstract: re.Pattern[str]
    doing: re.Pattern[str]
    timed: frozenset[str]
    short: frozenset[str]


@cache
def words() -> Words:
    """Return the compiled vocabulary."""
    data = load("units")
    units = _any(data["units"] + data["timed"])
    numeral = rf"(?:\d[\d,]*(?:\.\d+)?[百千]?[万亿]?|[{CHINESE}]+[万亿]?)"
    after = "".join(rf"|(?P<{name}>{data['comparators']['after'][sign]})"
                    for name, sign in (("ge", ">="), ("le", "<="), ("about", "~")))[1:]
    return Words(
        candidate=re.compile(
            rf"(?<![\d第.+A-Za-z/×*{CHINESE}万])(?P<low>{numeral})"
            rf"(?:(?P<first>{units})?(?:-|至|到)(?P<high>{numeral}))?"
            rf"(?P<more>[余多来])?(?P<scale>[万亿])?(?P<unit>{units})(?:{after})?"),
        unitless=re.compile(
            rf"(?P<low>(?<![\d第.+A-Za-z:/“-])\d+(?:\.\d+)?)(?![\d.,:年月日+A-Za-z/\u4e00-\u9fff”-])"
            rf"|(?P<bound>(?<![\d第.+A-Za-z:/“-])\d+(?:\.\d+)?)(?:{after})"),
        before=tuple((sign, re.compile(rf"(?:{source})$"))
                     for sign, source in data["comparators"]["before"].items()),
        abstract=re.compile(_any(data["abstract"])),
        doing=re.compile(_any(data["verbs"] + data["governing"]["increase"])),
        timed=frozenset(data["timed"]), short=frozenset(data["short"]))


def _any(entries: list[str]) -> str:
    return "|".join(sorted((re.escape(entry) for entry in entries), key=len, reverse=True))


def numbers(form: str, start: int, end: int) -> Iterator[Number]:
    """Yield the counted and measured numbers of a stretch of text in their order."""
    hidden = [match.span() for match in QUOTED.finditer(form, start, end)]
    found = [*_counted(form, start, end), *_ratios(form, start, end), *_percents(form, start, end)]
    taken = [one.at for one in found]
    found += [one for one in _unitless(form, start, end)
              if not any(a <= one.at[0] < b for a, b in taken)]
    for one in sorted(found, key=lambda one: one.at):
        if not any(a <= one.at[0] < b for a, b in hidden):
            yield one


def _counted(form: str, start: int, end: int) -> Iterator[Number]:
    data = words()
    for match in data.candidate.finditer(form, start, end):
        unit = match["unit"]
        chinese = not match["low"][0].isdigit()
        before = form[max(start, match.start() - LOOK_BACK):match.start()]
        comparator = _comparator(match, before)
        if unit in data.timed and comparator not in (">=", "<="):
            continue
        if chinese and not _counts(match, before, comparator):
            continue
        if before.endswith(("前", "近")) and unit in ("名", "位", "年"):
            continue
        if data.abstract.match(form, match.end()) and (unit == "个" or chinese):
            continue
        low = number(match["low"])
        high = number(match["high"]) if match["high"] else None
        factor = {"万": 10_000, "亿": 100_000_000}.get(match["scale"] or "", 1)
        if match["high"] and match["high"][-1] in "万亿" and match["low"][-1] not in "万亿":
            factor_low = {"万": 10_000, "亿": 100_000_000}[match["high"][-1]]
            low = low * factor_low
        unit = {"平米": "平方米", "百分点": "个百分点"}.get(unit, unit)
        yield Number(match.span(), low * factor, None if high is None else high * factor, unit,
                     comparator, chinese)


def _counts(match: re.Match[str], before: str, comparator: str) -> bool:
    """Tell a Chinese numeral that counts, 新建三所, from one in a phrase, 一批, 四个意识."""
    data = words()
    numeral, unit = match["low"], match["unit"]
    if unit in data.short and unit != "%":
        return False
    if comparator in (">=", "<=", "~") or match["high"]:
        return numeral != "一"
    near = data.doing.search(before[-8:])
    if not near:
        return False
    return numeral != "一" if unit != "所" else True


def _comparator(match: re.Match[str], before: str) -> str:
    if match["high"]:
        return "range"
    if match["ge"]:
        return ">="
    if match["le"]:
        return "<="
    signs = [sign for sign, pattern in words().before if pattern.search(before)]
    for sign in (">=", "<="):
        if sign in signs:
            return sign
    if match["more"]:
        return ">="
    if match["about"] or "~" in signs:
        return "~"
    return next((sign for sign in ("increase", "decrease") if sign in signs), "")


def _ratios(form: str, start: int, end: int) -> Iterator[Number]:
    """Yield both sides of a ratio, 45:55."""
    for match in RATIO.finditer(form, start, end):
        for side in (1, 2):
            yield Number(match.span(), number(match[side]), None, ":", "")


def _percents(form: str, start: int, end: int) -> Iterator[Number]:
    """Yield 百分之九十五 as 95 %."""
    for match in PERCENT.finditer(form, start, end):
        whole, _, part = match[1].partition("点")
        value = float(f"{number(whole)}.{number(part)}") if part else float(number(whole))
        before = form[max(start, match.start() - LOOK_BACK):match.start()]
        after = form[match.end():match.end() + 2]
        sign = {"以上": ">=", "以内": "<=", "左右": "~"}.get(after, "")
        signs = [s for s, pattern in words().before if pattern.search(before)]
        at = (match.start(), match.end() + (2 if sign else 0))
        yield Number(at, value, None, "%", sign or next(iter(signs), ""))


REACHES = re.compile(r"(?:达到?|提升到|提升至|提高到|提高至|控制在|保持在|不低于|不少于|不超过|降到|降至|为)$")


def _unitless(form: str, start: int, end: int) -> Iterator[Number]:
    """Yield a bare number that a measure reaches: 配置率提升到0.95以上."""
    for match in words().unitless.finditer(form, start, end):
        before = form[max(start, match.start() - LOOK_BACK):match.start()]
        if not REACHES.search(before):
            continue
        digits = match["low"] or match["bound"]
        signs = [sign for sign, pattern in words().before if pattern.search(before)]
        sign = (">=" if match["ge"] else "<=" if match["le"] else "~" if match["about"]
                else next(iter(signs), ""))
        yield Number(match.span(), number(digits), None, "", sign)
