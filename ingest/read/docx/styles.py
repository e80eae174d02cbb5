"""Word's styles: what each gives its paragraphs or runs, with what it inherits."""

import re
from dataclasses import dataclass, replace

from ingest.read.docx.package import Element, W

VAL, TYPE, ID = W + "val", W + "type", W + "styleId"
PPR, RPR, FONTS = W + "pPr", W + "rPr", W + "rFonts"
ON = (None, "1", "true", "on")
MAX_NUMBER = 1 << 30
MAX_CHAIN = 32              # styles between a style and its root
BODY_LEVEL = 9              # the outline level that says: no heading
HEADING = re.compile(r"^(?:heading \d|title|subtitle)|标题", re.IGNORECASE)
CONTENTS = re.compile(r"toc\b|目录", re.IGNORECASE)
HEAVY = re.compile(r"黑体|SimHei|小标宋")       # official layout sets headings in these


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits.

    `font` is the face of Chinese characters; `number` and `level` are w:numId and w:ilvl, and
    `numbered` the style in the chain of inheritance that gives the number.
    """

    bold: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    heading: bool = False
    contents: bool = False
    centred: bool = False
    number: str | None = None
    level: int | None = None
    numbered: str | None = None


class Styles:
    """The styles of a document, from the root of its styles part; without one all are plain."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._default: str | None = None
        self._known: dict[str, Style] = {}
        self._base = Style()
        if root is None:
            return
        if (defaults := root.find(f"{W}docDefaults/{W}rPrDefault")) is not None:
            self._base = _with_run(self._base, defaults.find(RPR))
        for element in root.iterchildren(W + "style"):
            name = element.get(ID, "")
            self._elements[name] = element
            if element.get(TYPE) == "paragraph" and element.get(W + "default") in ON[1:]:
                self._default = name

    def paragraph(self, name: str | None) -> Style:
        """Return a paragraph's style; the document's default style for None or an unknown name."""
        name = name if name in self._elements else self._default
        return self._resolved(name) if name is not None else self._base

    def run(self, name: str) -> Style:
        """Return a run's style; a plain one for an unknown name."""
        return self._resolved(name)

    def hiding(self) -> set[str]:
        """Return the names of the styles whose text is hidden."""
        return {name for name in self._elements if self._resolved(name).hidden}

    def _resolved(self, name: str) -> Style:
        chain: list[str] = []
        at: str | None = name
        while at in self._elements and at not in self._known and at not in chain[-MAX_CHAIN:]:
            chain.append(at)
            at = value(self._elements[at], W + "basedOn")
        for each in reversed(chain):
            element = self._elements[each]
            base = self._base if element.get(TYPE) == "paragraph" else Style()
            parent = self._known.get(value(element, W + "basedOn") or "", base)
            self._known[each] = _inheriting(parent, each, element)
        return self._known.get(name, Style())


def child(parent: Element | None, tag: str) -> Element | None:
    """Return the first child of a tag; lxml's `find` takes twice the time."""
    return None if parent is None else next(parent.iterchildren(tag), None)


def on(parent: Element | None, tag: str) -> bool | None:
    """Return a switch among the properties: on, off, or None where it is not set."""
    element = child(parent, tag)
    return None if element is None else element.get(VAL) in ON


def value(parent: Element | None, tag: str) -> str | None:
    """Return the value of a property; None where it is not set."""
    element = child(parent, tag)
    return None if element is None else element.get(VAL)


def count(parent: Element | None, tag: str) -> int | None:
    """Return a property that is a natural number; None where it is not set or none."""
    text = value(parent, tag)
    if text is None or not (text.isascii() and text.isdigit() and len(text) < 20):
        return None
    return min(int(text), MAX_NUMBER)


def font(properties: Element | None) -> str | None:
    """Return the face that a run's properties give Chinese characters."""
    fonts = child(properties, FONTS)
    return None if fonts is None else fonts.get(W + "eastAsia")


def _with_run(style: Style, properties: Element | None) -> Style:
    bold, hidden, face = on(properties, W + "b"), on(properties, W + "vanish"), font(properties)
    return replace(style, bold=style.bold if bold is None else bold,
                   hidden=style.hidden if hidden is None else hidden, font=face or style.font)


def _inheriting(style: Style, name: str, element: Element) -> Style:
    """Return what a style makes of the one it is based on."""
    style = _with_run(style, element.find(RPR))
    properties, title = element.find(PPR), value(element, W + "name") or ""
    outline = count(properties, W + "outlineLvl")
    heading = bool(HEADING.search(title)) or style.heading if outline is None \
        else outline < BODY_LEVEL
    numbering = child(properties, W + "numPr")
    number, level = value(numbering, W + "numId"), count(numbering, W + "ilvl")
    alignment = value(properties, W + "jc")
    return replace(
        style, heading=heading, contents=style.contents or bool(CONTENTS.match(title)),
        centred=style.centred if alignment is None else alignment == "center",
        number=style.number if number is None else number,
        level=style.level if level is None else level,
        numbered=style.numbered if number is None else name)
