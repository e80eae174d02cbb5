"""Prints the marks of a page's lists as a browser shows them."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from ingest.read.html.css import Attributes

HAN_DIGITS = "零一二三四五六七八九"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
         (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
KINDS = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman",
         "I": "upper-roman"}
STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w -]+)", re.IGNORECASE)
BULLETS = ("disc", "circle", "square")
LIMIT = 9999            # numbers beyond it are no list's, and stay decimal
OWN_MARK = re.compile(
    r"[（(]?(?:\d{1,3}|[一二三四五六七八九十百]{1,4})(?:[）)、]|[.．](?!\d))"
    r"|第[\d一二三四五六七八九十百]{1,4}[编章节条部]|[①-⑳•●■◆▪○★·※－—-]|[一二三四五六七八九十]是")


@dataclass(slots=True)
class Numbering:
    """Where a list stands: the kind of its marks, the next number, and its step."""

    kind: str
    number: int = 1
    step: int = 1

    def mark(self, item: LexborNode) -> str:
        """Return the mark of the next item, with the blank after it, or nothing."""
        attributes = item.attributes
        kind = _kind(attributes, self.kind)
        if self.step and (value := _integer(attributes.get("value"))) is not None:
            self.number = value
        number = self.number
        self.number += self.step
        return printed(number, kind)


def numbering(node: LexborNode) -> Numbering:
    """Return the numbering with which a list begins."""
    attributes = node.attributes
    if node.tag != "ol":
        return Numbering(_kind(attributes, "disc"), step=0)
    kind = _kind(attributes, "decimal")
    items = sum(1 for child in node.iter() if child.tag == "li") if "reversed" in attributes else 0
    start = _integer(attributes.get("start"))
    step = -1 if "reversed" in attributes else 1
    return Numbering(kind, start if start is not None else items or 1, step)


def printed(number: int, kind: str) -> str:
    """Return a list mark as browsers print it: `3. `, `c. `, `三、`, `• `, or nothing."""
    if kind == "none":
        return ""
    if kind in BULLETS:
        return "• "
    if "ideographic" in kind or "chinese" in kind or kind == "cjk-decimal":
        return f"{_han(number)}、"
    if kind.endswith(("alpha", "latin")) and 0 < number <= LIMIT:
        return f"{_cased(_alpha(number), kind)}. "
    if kind.endswith("roman") and 0 < number <= LIMIT:
        return f"{_cased(_roman(number), kind)}. "
    return f"{number}. "


def _kind(attributes: Attributes, inherited: str) -> str:
    if match := STYLE.search(attributes.get("style") or ""):
        words = [word for word in match[1].lower().split() if word not in ("inside", "outside")]
        return words[0] if words else inherited
    kind = attributes.get("type") or ""
    return KINDS.get(kind, kind.lower() if kind.lower() in BULLETS else inherited)


def _integer(value: str | None) -> int | None:
    match = re.match(r"\s*([-+]?\d{1,6})", value or "")
    return int(match[1]) if match else None


def _cased(text: str, kind: str) -> str:
    return text.upper() if kind.startswith("upper") else text


def _alpha(number: int) -> str:
    text = ""
    while number:
        number, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _han(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else HAN_DIGITS[tens]) + "十" if tens else ""
    return head + (HAN_DIGITS[ones] if ones or not tens else "")
