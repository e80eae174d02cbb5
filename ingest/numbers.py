"""The grammar of counted and measured numbers: value, range, unit and comparator.

Dates, ordinals, names that hold a number, and numbers in 《》 or in “” are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.numerals import CHINESE, number
from ingest.text import Range
from ingest.vocabulary import load

QUOTED = re.compile(r"“[^“”]{0,60}”|‘[^‘’]{0,40}’|《[^《》]{0,80}》")
DIGITS = re.compile(r"\d+")
FRACTION = re.compile(rf"(?P<whole>[{CHINESE}]+)(?<!百)分之(?P<part>[{CHINESE}]+)(?!百分)")
DOUBLED = re.compile(r"翻(?:(?P<times>[一两二三])番|番)")
LEVELS = ("率", "比例", "占比", "比重", "年限", "水平", "指数")     # are reached, not added
LARGEST = 1e15      # a longer row of digits is no number of anything
LOOK_BACK = 16      # characters before a number that may hold its comparator


AFTER = (("ge", ">="), ("le", "<="), ("about", "~"))
PRECEDENCE = ("range", ">=", "<=", "~", "increase", "decrease")


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
    cell: re.Pattern[str]
    unitless: re.Pattern[str]
    ratio: re.Pattern[str]
    percent: re.Pattern[str]
    tenth: re.Pattern[str]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    abstract: re.Pattern[str]
    sizes: re.Pattern[str]
    won: re.Pattern[str]
    doing: re.Pattern[str]
    timed: frozenset[str]
    short: frozenset[str]


@cache
def words() -> Words:
    """Return the compiled vocabulary."""
    data = load("units")
    units = _any(data["units"] + data["timed"])
    numeral = rf"(?:\d[\d,]*(?:\.\d+)?(?:百(?!分)|千)?[万亿]?|[{CHINESE}]+[万亿]?)"
    after = "|".join(rf"(?P<{name}>{data['comparators']['after'][sign]})" for name, sign in AFTER)
    return Words(
        candidate=re.compile(
            rf"(?<![\d第.+A-Za-z/×*{CHINESE}万])(?P<low>{numeral})"
            rf"(?:(?P<first>{units})?(?:-|至|到)(?P<high>{numeral}))?"
            rf"(?P<more>[余多来])?(?P<scale>[万亿])?(?P<unit>{units})(?:{after})?"),
        cell=re.compile(rf"(?P<low>\d[\d,]*(?:\.\d+)?[万亿]?)(?:-(?P<high>\d[\d,]*(?:\.\d+)?[万亿]?))?"
                        rf"(?:{after})?"),
        unitless=re.compile(
            rf"(?P<low>(?<![\d第.+A-Za-z:/“-])\d+(?:\.\d+)?)"
            rf"(?![\d.,:+A-Za-z/”-]|(?![和及与])[\u4e00-\u9fff])"
            rf"|(?P<bound>(?<![\d第.+A-Za-z:/“-])\d+(?:\.\d+)?)(?:{after})"),
        ratio=re.compile(
            rf"(?<![\d:.])(?P<left>\d{{1,3}}(?:\.\d+)?):(?P<right>\d{{1,5}}(?:\.\d+)?)(?![\d:])(?:{after})?"),
        tenth=re.compile(
            rf"(?<![第{CHINESE}])(?P<low>[二三四五六七八九])成(?![立员果为绩功熟])(?:{after})?"),
        percent=re.compile(
            rf"百分之(?P<value>[{CHINESE}]+(?:点[{CHINESE}]+)?|\d+(?:\.\d+)?)(?:{after})?"),
        before=tuple((sign, re.compile(rf"(?:{source})$"))
                     for sign, source in data["comparators"]["before"].items()),
        abstract=re.compile(_any(data["abstract"])),
        sizes=re.compile(data["sizes"]), won=re.compile(data["won"]),
        doing=re.compile(_any(data["verbs"] + data["governing"]["increase"])),
        timed=frozenset(data["timed"]), short=frozenset(data["short"]))


def _any(entries: list[str]) -> str:
    return "|".join(sorted((re.escape(entry) for entry in entries), key=len, reverse=True))


def numbers(form: str, start: int, end: int) -> Iterator[Number]:
    """Yield the counted and measured numbers of a stretch of text in their order."""
    found = [one for find, sign in FINDERS if form.find(sign, start, end) >= 0
             for one in find(form, start, end)]
    taken = {i for one in found for i in range(*one.at)}
    if any(match.start() not in taken for match in DIGITS.finditer(form, start, end)):
        found += [one for one in _unitless(form, start, end) if one.at[0] not in taken]
    if found:
        hidden = {i for match in QUOTED.finditer(form, start, end) for i in range(*match.span())}
        found.sort(key=lambda one: one.at)
        yield from (one for one in found if max(one.value, one.upper or 0) < LARGEST
                    and one.at[0] not in hidden)


def change(measure: str) -> str:
    """Return the comparator of a measure that is a change, as 新增学位, but not 新增劳动力…率."""
    if measure.endswith(LEVELS):
        return ""
    governing = load("units")["governing"]
    return next((sign for sign in ("increase", "decrease")
                 if measure.startswith(tuple(governing[sign]))), "")


def plain(form: str, start: int, end: int) -> Number | None:
    """Return the first number of a table's cell, which needs no unit."""
    match = words().cell.search(form, start, end)
    if match is None:
        return None
    low, high = number(match["low"]), number(match["high"]) if match["high"] else None
    if max(low, high or 0) >= LARGEST:
        return None
    return Number(match.span(), low, high, "", _comparator(match, form[start:match.start()]))


def _counted(form: str, start: int, end: int) -> Iterator[Number]:
    data = words()
    for match in data.candidate.finditer(form, start, end):
        unit = match["unit"]
        chinese = not match["low"][0].isdigit()
        before = form[max(start, match.start() - LOOK_BACK):match.start()]
        comparator = _comparator(match, before)
        if unit in data.timed and comparator not in (">=", "<=") and not SET.search(before):
            continue
        if chinese and not _counts(form, match, before, comparator):
            continue
        if before.endswith("每") or (unit in ("人", "名") and data.sizes.match(form, match.end())):
            continue
        if before.endswith("前") and unit in ("名", "位"):
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


def _counts(form: str, match: re.Match[str], before: str, comparator: str) -> bool:
    """Tell a Chinese numeral that counts, 新建三所, from one in a phrase, 一批, 四个意识.

    It counts behind a verb of doing, with a comparator, where it closes the clause (幼儿园十所), or
    where the things counted won or passed (两个节目入选).
    """
    data = words()
    numeral, unit = match["low"], match["unit"]
    if unit in data.short:
        return False
    if numeral == "一":
        return unit == "所" and bool(data.doing.search(before[-8:]))
    if comparator in (">=", "<=", "~") or match["high"] or unit in ("所", "%"):
        return True
    closes = form[match.end():match.end() + 1] in ("", "，", "。", "；", "、", "\n")
    return bool(data.doing.search(before if closes else before[-8:])
                or data.won.match(form, match.end()))


def _comparator(match: re.Match[str], before: str) -> str:
    """Return the comparator around a number, by precedence: range, bounds, about, change."""
    named = match.groupdict()
    signs = [sign for sign, pattern in words().before if pattern.search(before)]
    signs += [sign for name, sign in AFTER if named.get(name)]
    if named.get("more"):
        signs.append(">=")
    if named.get("high"):
        signs.append("range")
    return next((sign for sign in PRECEDENCE if sign in signs), "")


def _ratios(form: str, start: int, end: int) -> Iterator[Number]:
    """Yield both sides of a ratio, 45:55."""
    for match in words().ratio.finditer(form, start, end):
        before = form[max(start, match.start() - LOOK_BACK):match.start()]
        for side in ("left", "right"):
            yield Number(match.span(), number(match[side]), None, ":", _comparator(match, before))


def _tenths(form: str, start: int, end: int) -> Iterator[Number]:
    """Yield 九成以上 as 9 成."""
    for match in words().tenth.finditer(form, start, end):
        before = form[max(start, match.start() - LOOK_BACK):match.start()]
        yield Number(match.span(), number(match["low"]), None, "成", _comparator(match, before))


def _percents(form: str, start: int, end: int) -> Iterator[Number]:
    """Yield 百分之九十五 as 95 %."""
    for match in words().percent.finditer(form, start, end):
        whole, _, part = match["value"].replace(".", "点").partition("点")
        value = float(f"{number(whole)}.{''.join(str(number(c)) for c in part) or 0}")
        before = form[max(start, match.start() - LOOK_BACK):match.start()]
        yield Number(match.span(), value, None, "%", _comparator(match, before))


def _fractions(form: str, start: int, end: int) -> Iterator[Number]:
    """Yield 四分之三 as 0.75, and 千分之三 as 3 ‰."""
    for match in FRACTION.finditer(form, start, end):
        whole, part = number(match["whole"]), number(match["part"])
        if whole and part <= whole:
            before = form[max(start, match.start() - LOOK_BACK):match.start()]
            value, unit = (part, "‰") if whole == 1000 else (round(part / whole, 6), "")
            yield Number(match.span(), value, None, unit, _comparator(match, before))


def _doublings(form: str, start: int, end: int) -> Iterator[Number]:
    """Yield 翻番 and 翻两番 as an increase by 1 and 2 番."""
    for match in DOUBLED.finditer(form, start, end):
        yield Number(match.span(), number(match["times"] or "一"), None, "番", "increase")


SET = re.compile(r"[至到各]$")
REACHES = re.compile(
    r"(?:达到?|提[升高][到至]|[大小]于|[高低]于|控制在|保持在|不低于|不少于|不超过|降[到至]|为|\d[、和])$")


def _unitless(form: str, start: int, end: int) -> Iterator[Number]:
    """Yield a bare number that a measure reaches: 配置率提升到0.95以上."""
    for match in words().unitless.finditer(form, start, end):
        before = form[max(start, match.start() - LOOK_BACK):match.start()]
        if REACHES.search(before):
            value = number(match["low"] or match["bound"])
            yield Number(match.span(), value, None, "", _comparator(match, before))


FINDERS = ((_counted, ""), (_ratios, ":"), (_percents, "百分之"), (_tenths, "成"),
           (_fractions, "分之"), (_doublings, "翻"))
"""Each kind of number, with a sign without which there is none."""
