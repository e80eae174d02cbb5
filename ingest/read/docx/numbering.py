"""Resolves Word's automatic numbers: the label that the page shows before a paragraph."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.read.docx.counting import counted
from ingest.read.docx.package import Element, W
from ingest.read.docx.styles import VAL, Style, child, count, on, value

NUMBER = re.compile(r"%([1-9])")
LEVELS = 9
LONGEST = 64                # characters of a label's pattern
BULLET = "•"
NO_NUMBER = "0"             # the w:numId that takes a style's number away
# A label that ends so stands close to its text; elsewhere a blank keeps the two apart.
CLOSE = re.compile("[\u3000-\u303f\uff01-\uff60①-⓿㉑-㊿㊀-㊉•●■◆▪★□◇]$")
PRIVATE = ("\ue000", "\uf8ff")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it starts, and how its label is built and set."""

    start: int
    form: str
    pattern: str
    suffix: str
    legal: bool
    restart: int | None
    style: str | None


@dataclass(frozen=True, slots=True)
class List:
    """A list (w:num): its definition's id, its levels, and the starts that it sets anew."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, from the root of its numbering part, and how far they have counted.

    Lists with one definition count on together. Ask for the labels in the order of the document.
    """

    def __init__(self, root: Element | None) -> None:
        self._lists = {} if root is None else _lists(root)
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: Element | None, style: Style, name: str | None) -> str:
        """Return a paragraph's label with the blank behind it; nothing for one without a number.

        `properties` are the paragraph's own (w:pPr), `name` its style's.
        """
        own = child(properties, W + "numPr")
        if own is None and style.number is None:
            return ""
        number, level = value(own, W + "numId"), count(own, W + "ilvl")
        linked = {name, style.numbered} - {None} if number is None else set()
        number = number or style.number
        if number is None or number == NO_NUMBER or number not in self._lists:
            return ""
        at = self._lists[number]
        if level is None:
            level = next((i for i, each in at.levels.items() if each.style in linked),
                         style.level or 0)
        return self._next(number, at, level) if level in at.levels else ""

    def _next(self, number: str, at: List, level: int) -> str:
        """Count one on at a level, and return the label."""
        counters = self._counters.setdefault(at.definition, [None] * LEVELS)
        before = counters[level]
        anew = level in at.starts and (number, level) not in self._begun
        self._begun.add((number, level))
        counters[level] = _start(at, level) if before is None or anew else before + 1
        for deeper in range(level + 1, LEVELS):
            restart = at.levels[deeper].restart if deeper in at.levels else None
            if restart is None or level < restart:
                counters[deeper] = None
        return _label(at, level, counters)


def _start(at: List, level: int) -> int:
    return at.starts.get(level, at.levels[level].start if level in at.levels else 1)


def _label(at: List, level: int, counters: list[int | None]) -> str:
    shown = at.levels[level]
    if shown.form == "bullet":
        label = _bullet(shown.pattern)
    else:
        label = NUMBER.sub(_writer(at, shown, counters), shown.pattern).strip()
    close = not label or shown.suffix == "nothing" or CLOSE.search(label)
    return label if close else label + " "


def _writer(at: List, shown: Level, counters: list[int | None]) -> Callable[[re.Match[str]], str]:
    """Return what writes the numbers %1 … %9 into a pattern."""
    def write(match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        counter = counters[level]
        form = at.levels[level].form if level in at.levels else "decimal"
        return counted(_start(at, level) if counter is None else counter,
                       "decimal" if shown.legal and form != "none" else form)
    return write


def _bullet(pattern: str) -> str:
    """Return a bullet as it looks; in symbol fonts a letter or a private character is one too."""
    mark = pattern.strip()
    plain = len(mark) == 1 and not mark.isalnum() and not PRIVATE[0] <= mark <= PRIVATE[1]
    return mark if plain else BULLET if pattern else ""


def _lists(root: Element) -> dict[str, List]:
    definitions = {each.get(W + "abstractNumId", ""): each
                   for each in root.iterchildren(W + "abstractNum")}
    linked = {link: name for name, each in definitions.items()
              if (link := value(each, W + "styleLink"))}
    levels = {name: _levels(each) for name, each in definitions.items()}
    lists: dict[str, List] = {}
    for element in root.iterchildren(W + "num"):
        name = value(element, W + "abstractNumId") or ""
        if name not in definitions:
            continue
        name = linked.get(value(definitions[name], W + "numStyleLink") or "", name)
        own, starts = _overrides(element)
        lists[element.get(W + "numId", "")] = List(
            name, {**levels[name], **own} if own else levels[name], starts)
    return lists


def _overrides(element: Element) -> tuple[dict[int, Level], dict[int, int]]:
    """Return the levels and the starts that a list sets for itself."""
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.iterchildren(W + "lvlOverride"):
        levels |= _levels(override)
        at, start = _index(override), count(override, W + "startOverride")
        if at is not None and start is not None:
            starts[at] = start
    return levels, starts


def _index(element: Element) -> int | None:
    text = element.get(W + "ilvl", "")
    return int(text) if len(text) == 1 and "0" <= text < str(LEVELS) else None


def _levels(parent: Element) -> dict[int, Level]:
    return {at: _level(each) for each in parent.iterchildren(W + "lvl")
            if (at := _index(each)) is not None}


def _level(element: Element) -> Level:
    start = count(element, W + "start")
    form = next((each.get(VAL) for each in element.iter(W + "numFmt")), None)
    return Level(0 if start is None else start, form or "decimal",
                 (value(element, W + "lvlText") or "")[:LONGEST],
                 value(element, W + "suff") or "tab", bool(on(element, W + "isLgl")),
                 count(element, W + "lvlRestart"), value(element, W + "pStyle"))
