"""Writes a number in the ways in which Word counts: 三, 十二, ③, 03, iii, 丙, 寅."""

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
SCALES = ("", "十", "百", "千")
FORMAL_SCALES = ("", "拾", "佰", "仟")
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
         (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
CIRCLES = ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱"))
HIGHEST = {"roman": 3999, "letter": 780, "counting": 9999}     # beyond these Word writes digits
FULL_WIDTH = {ord("0") + i: chr(0xFF10 + i) for i in range(10)}


def counted(number: int, form: str) -> str:
    """Return a number as Word's number format `form` (w:numFmt) writes it.

    Decimal digits stand for a number that the format cannot write, and for an unknown format.
    """
    if form == "none":
        return ""
    return FORMS[form](number) if number > 0 and form in FORMS else str(number)


def _digits(number: int) -> str:
    return "".join(DIGITS[int(c)] for c in str(number))


def _spoken(number: int, digits: str, scales: tuple[str, ...], *, one: bool) -> str:
    """Return a number below 10,000 with its scales; `one` writes the 一 of 一百."""
    parts: list[str] = []
    for place in range(3, -1, -1):
        digit = number // 10 ** place % 10
        if digit:
            if parts and number // 10 ** (place + 1) % 10 == 0 and one:
                parts.append("零")
            bare = digit == 1 and place and not one
            parts.append(("" if bare else digits[digit]) + scales[place])
    return "".join(parts)


def _thousands(number: int) -> str:
    """一百零一; between 10 and 19 the first 一 falls: 十二."""
    if number > HIGHEST["counting"]:
        return str(number)
    return _spoken(number, "零" + DIGITS[1:], SCALES, one=number >= 20)


def _counting(number: int) -> str:
    """十二, 九十九, then digit by digit: 一〇〇."""
    return _thousands(number) if number < 100 else _digits(number)


def _japanese(number: int) -> str:
    return (_spoken(number, DIGITS, SCALES, one=False) if number <= HIGHEST["counting"]
            else str(number))


def _formal(number: int) -> str:
    return (_spoken(number, FORMAL, FORMAL_SCALES, one=True) if number <= HIGHEST["counting"]
            else str(number))


def _letters(number: int) -> str:
    """a … z, aa, bb, …: Word repeats the letter."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1) if number <= HIGHEST["letter"] else str(number)


def _roman(number: int) -> str:
    if number > HIGHEST["roman"]:
        return str(number)
    parts: list[str] = []
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        parts.append(letters * times)
    return "".join(parts)


def _circled(number: int) -> str:
    return next((chr(ord(mark) + number - first) for first, last, mark in CIRCLES
                 if first <= number <= last), str(number))


def _series(first: str, size: int) -> Callable[[int], str]:
    """Return how a run of `size` ready-made characters counts."""
    return lambda number: chr(ord(first) + number - 1) if number <= size else str(number)


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda number: (characters[number - 1] if number <= len(characters) else str(number))


def _sexagenary(number: int) -> str:
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12]


FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _series("⒈", 20),
    "decimalEnclosedParen": _series("⑴", 20),
    "ideographEnclosedCircle": _series("㊀", 10),
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _thousands,
    "taiwaneseCountingThousand": _thousands,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "japaneseLegal": _formal,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "ideographTraditional": _cycle(STEMS),
    "ideographZodiac": _cycle(BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
}
