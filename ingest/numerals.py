"""Chinese and Arabic numerals."""

import re

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "壹": 1, "贰": 2,
          "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
CHINESE = "".join(DIGITS) + "".join(SCALES)
ARABIC = re.compile(r"\d[\d,]*(?:\.\d+)?")


def integer(numeral: str) -> int:
    """Return the value of a numeral such as 12, 十二, 两百零五 or ⑫.

    Raise ValueError for anything else.
    """
    if len(numeral) == 1 and "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    return int(numeral) if numeral.isdecimal() or not numeral else _chinese(numeral)


def number(numeral: str) -> int | float:
    """Return the value of a numeral with its scale: 9.5万 → 95000, 百 → 100, 1,200 → 1200."""
    match = ARABIC.match(numeral)
    if not match:
        return _chinese(numeral)
    digits = match[0].replace(",", "")
    value = float(digits) if "." in digits else int(digits)
    for scale in numeral[match.end():]:
        value *= {**SCALES, **MYRIADS}[scale]
    value = round(value, 6)
    return int(value) if value == int(value) else value


def _chinese(numeral: str) -> int:
    if all(c in DIGITS for c in numeral) and len(numeral) > 1:      # 二〇二五
        return int("".join(str(DIGITS[c]) for c in numeral))
    total = section = digit = 0
    for c in numeral:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in SCALES:
            section += (digit or 1) * SCALES[c]
            digit = 0
        elif c in MYRIADS:
            total += (section + digit or 1) * MYRIADS[c]
            section = digit = 0
        else:
            raise ValueError(f"{numeral!r} is no numeral")
    return total + section + digit
