"""Shows a cell's value as the sheet does, by its number format."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import isfinite

from lxml import etree

Value = int | float | str | bool | date | datetime | time | timedelta

GENERAL = "General"
BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d",
            15: "yyyy-m-d", 16: "m-d", 17: "yyyy-m", 22: "yyyy/m/d h:mm", 27: "yyyy年m月",
            28: "m月d日", 29: "m月d日", 30: "yyyy-m-d", 31: "yyyy年m月d日", 36: "yyyy年m月",
            37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 50: "yyyy年m月",
            51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 57: "yyyy年m月",
            58: "m月d日"}
TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|([0#?][0#?,.]*|\.[0#?]+)|(%)|(.)')
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
MAX_DAYS = 2_958_465        # 9999-12-31
MAX_DECIMALS = 15
LARGE = 1e15             # beyond it a sheet keeps no digits that a pattern could show


def formats(styles: bytes) -> list[str]:
    """Return the format code of each cell style of a workbook's styles part."""
    try:
        root = etree.fromstring(styles, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return []
    codes = dict(BUILT_IN)
    for node in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[_number(node.get("numFmtId"))] = node.get("formatCode", GENERAL)
    return [codes.get(_number(node.get("numFmtId")), GENERAL)
            for node in root.iterfind("{*}cellXfs/{*}xf")]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0


def show(value: Value, code: str = GENERAL, *, from_1904: bool = False) -> str:
    """Return a value as text: 35.0 as `35`, 0.95 in `0%` as `95%`, a day as `2025-06-30`.

    A date of which the format shows only a part is shown as `2025年6月` or `6月30日`.
    """
    if isinstance(value, bool):
        return str(value).upper()
    parts = _date_parts(code)
    if isinstance(value, int | float):
        if not isfinite(value):
            return ""
        if not parts:
            return _number_shown(value, code)
        if not 0 < value <= MAX_DAYS:
            return _plain(value)
        value = (EPOCH_1904 if from_1904 else EPOCH) + timedelta(days=int(value))
    if isinstance(value, date):
        return _day_shown(value, parts)
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    return value.strip() if isinstance(value, str) else str(value)


@lru_cache(maxsize=1024)
def _date_parts(code: str) -> str:
    """Return which of y, m, d a format shows, or nothing where it is no format of dates."""
    bare = LITERAL.sub("", code).lower().replace("general", "")
    if "y" not in bare and "d" not in bare:
        return ""
    return "".join(letter for letter in "ymd" if letter in bare)


def _day_shown(value: date, parts: str) -> str:
    if parts == "ym":
        return f"{value.year}年{value.month}月"
    if parts == "md":
        return f"{value.month}月{value.day}日"
    if parts == "y":
        return f"{value.year}年"
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(" ", "minutes")
    return f"{value:%Y-%m-%d}"


def _number_shown(value: float, code: str) -> str:
    """Return a number in the pattern of its format, with what stands before and after it."""
    if (form := _form(code)) is None or abs(value) >= LARGE:
        return _plain(value)
    before, pattern, after, percent = form
    scaled = Decimal(repr(value)) * (100 if percent else 1)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{before}{_in_pattern(abs(scaled), pattern)}{after}"


@lru_cache(maxsize=1024)
def _form(code: str) -> tuple[str, str, str, bool] | None:
    """Return what stands before a number, its pattern, what stands after, and whether in percent.

    None for the general format, and for fractions, powers and the like.
    """
    before, pattern, after = "", "", ""
    percent = False
    for quoted, escaped, digits, sign, other in TOKEN.findall(code.partition(";")[0]):
        if (digits and pattern) or (other and other in "Ee/@"):
            return None
        pattern = pattern or digits
        percent = percent or bool(sign)
        text = quoted or escaped or sign or other
        before, after = (before, after + text) if pattern else (before + text, after)
    if not pattern or pattern.endswith(",") or code.lower() == "general":
        return None
    return before.strip(), pattern, after.rstrip(), percent


def _in_pattern(value: Decimal, pattern: str) -> str:
    whole, _, decimals = pattern.partition(".")
    places = min(len(decimals), MAX_DECIMALS)
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    number, _, fraction = f"{rounded:{',' if ',' in whole else ''}f}".partition(".")
    while fraction and len(fraction) > decimals.count("0") and fraction.endswith("0"):
        fraction = fraction[:-1]
    return number.zfill(whole.count("0")) + (f".{fraction}" if fraction else "")


def _plain(value: float) -> str:
    """Return a number as a cell without format shows it, never as a power of ten."""
    if value == int(value):
        return str(int(value))
    return f"{Decimal(f'{value:.10g}'):f}"
