"""Captions of nodes and edges for a program that draws them, as Neo4j Browser does.

Neo4j Browser draws a caption inside a circle, breaks it at spaces alone and cuts what is left;
Chinese has no spaces. So each node bears a caption that is broken into lines beforehand, and an
edge the Chinese label of the value that tells it from others of its type. Both follow from the
other properties, and only a store that is drawn from keeps them.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import combinations, pairwise
from unicodedata import east_asian_width

from ontology import Batch, Edge, Kind, Node, NodeType, Ontology, Property, RelationType, Value

CAPTION = "caption"
LANGUAGE = "zh"
# How wide the circle of each type is, in heights of its letters: long captions take small letters.
CIRCLE = {"Locality": 5.6, "Concept": 6.8, "Department": 7.7, "Task": 7.7, "Indicator": 8.0,
          "Goal": 8.0, "Document": 8.4, "Policy": 8.4}
WIDE = max(CIRCLE.values())
MOST = 5        # lines
SPACE = 0.28    # between what stands on one line, in the same measure
LEAST = 2.5     # into lines of what length, in the same measure, a text may be broken
SPARE = (0.28, 0.4)     # what is left free at the end of a line: a space, and more in other fonts
MORE = "…"
CLAUSE = re.compile(r"(?<=[，。；：、])")
BEFORE, AFTER = "（《“‘(", "）》”’)，。；：、%—"     # what no line ends with, and none begins with
WORD = re.compile(r"[!-$&-'*-~]")               # letters and digits, which stay together
WIDTHS = dict.fromkeys("—…", 1.0) | dict.fromkeys("%", 0.9) | dict.fromkeys("“”‘’()", 0.4)
SIZES = {100_000_000: "亿", 10_000: "万"}
TRUTH = {True: "是", False: "否"}

Values = Mapping[str, Value]


def with_captions(ontology: Ontology) -> Ontology:
    """Return an ontology whose types have a caption beside their properties."""
    text = {CAPTION: Property(CAPTION, Kind("text", "text", {}), required=False, predicate="")}
    return replace(
        ontology,
        nodes={name: replace(kind, properties={**kind.properties, **text})
               for name, kind in ontology.nodes.items()},
        relations={name: replace(kind, properties={**kind.properties, **text})
                   if kind.caption else kind for name, kind in ontology.relations.items()})


def captioned(batch: Batch, ontology: Ontology) -> Batch:
    """Return a batch with captions; records of unknown types are left for the check to name."""
    return replace(
        batch,
        nodes=tuple(replace(node, properties={
            **node.properties, CAPTION: of_node(node, ontology.nodes[node.type])})
            if node.type in ontology.nodes else node for node in batch.nodes),
        edges=tuple(replace(edge, properties={
            **edge.properties, CAPTION: of_edge(edge, ontology.relations[edge.type])})
            if edge.type in ontology.relations and ontology.relations[edge.type].caption else edge
            for edge in batch.edges))


def of_node(node: Node, kind: NodeType) -> str:
    """Return the caption of a node, with a space where a line ends."""
    parts = PARTS.get(kind.name, _plain)(node.properties, kind)
    return " ".join(_like([part for part in parts if part], CIRCLE.get(kind.name, WIDE)))


def of_edge(edge: Edge, kind: RelationType) -> str:
    """Return the label of the value that an edge is known by; without one, that of its type."""
    label = kind.label[LANGUAGE]
    value = edge.properties.get(kind.caption or "")
    if kind.caption is None or value is None:
        return label
    if isinstance(value, bool):
        return f"{label}：{TRUTH[value]}"
    return _label(kind.properties[kind.caption], value)


def lines(parts: Sequence[str], circle: float) -> list[str]:
    """Break a caption of one or more parts into as few lines as the circle has room for.

    A part begins a line, and a clause does where there is room. What is too long ends in `…`.
    """
    if not parts:
        return []
    clauses = [clause for part in parts for clause in CLAUSE.split(part) if clause]
    return _laid_out(clauses, circle) or _laid_out(parts, circle) or _shortened(parts, circle)


def _like(parts: Sequence[str], circle: float) -> list[str]:
    """Return the lines of parts, which are found once for all parts of the same shape.

    Where lines end does not depend on which Chinese characters or letters they hold, and a large
    graph has far fewer shapes than texts.
    """
    shape = _lines_of(tuple(part.translate(SHAPES) for part in parts), circle)
    text, start, found = "".join(parts), 0, []
    for line in shape:
        found.append(text[start:start + len(line)])
        start += len(line)
    if shape and shape[-1].endswith(MORE):
        found[-1] = found[-1][:-1] + MORE
    return found


@lru_cache(maxsize=65_536)
def _lines_of(parts: tuple[str, ...], circle: float) -> tuple[str, ...]:
    return tuple(lines(parts, circle))


class _Shapes(dict[int, str]):
    """Gives for a character the one that stands for all that are laid out as it is."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char not in BEFORE + AFTER + MORE and char not in WIDTHS:
            char = "字" if east_asian_width(char) in "WF" else "a" if WORD.match(char) else "¢"
        self[code] = char
        return char


SHAPES = _Shapes()


def _laid_out(pieces: Sequence[str], circle: float) -> list[str]:
    """Return the fewest lines in which pieces are shown whole, [] where there are none."""
    widths = [_width(piece) for piece in pieces]
    for count in range(len(pieces), MOST + 1):
        if sum(widths) > sum(_rooms(circle, count)):
            continue
        for cuts in combinations(range(1, count), len(pieces) - 1):
            shares = [after - before for before, after in pairwise((0, *cuts, count))]
            if any(share > 1 and width / share < LEAST
                   for width, share in zip(widths, shares, strict=True)):
                continue
            broken = [line for piece, share in zip(pieces, shares, strict=True)
                      for line in _break(piece, share)]
            if all(_is_shown(broken, circle, spare) for spare in SPARE):
                return broken
    return []


def _shortened(parts: Sequence[str], circle: float) -> list[str]:
    """Take letters from the end, then the last part, until the rest is shown whole."""
    *others, last = parts
    most = int(max(sum(_rooms(circle, count)) for count in range(1, MOST + 1)))
    for length in range(min(len(last), 2 * most) - 1, 0, -1):
        if broken := _laid_out([*others, last[:length] + MORE], circle):
            return broken
    return lines(others, circle)


@cache
def _rooms(circle: float, count: int) -> tuple[float, ...]:
    """Return how long each of some lines is, as Neo4j Browser reckons it."""
    offs = (line + 0.5 - count / 2 if line < count / 2 else line + 1.5 - count / 2
            for line in range(count))
    return tuple(2 * math.sqrt(max(0.0, (circle / 2) ** 2 - off ** 2)) for off in offs)


def _is_shown(broken: Sequence[str], circle: float, spare: float) -> bool:
    """Tell whether Neo4j Browser shows lines whole, which leaves room to spare at their ends.

    It takes the least number of lines into which all go and none of which is empty. There may be
    none, for the lines in the middle are long enough for two that will not go into fewer.
    """
    for count in range(1, len(broken) + 1):
        left = list(broken)
        filled = []
        for room in _rooms(circle, count):
            used = spare
            while left and used + _width(left[0]) <= room:
                used += _width(left.pop(0)) + SPACE
            filled.append(used > spare)
        if not left and all(filled):
            return True
    return False


def _break(text: str, count: int) -> list[str]:
    """Break a text into no more lines than are given, all of about one length."""
    length = _width(text) / count
    while len(broken := _fill(text, length)) > count:
        length += 0.4
    return broken


def _fill(text: str, room: float) -> list[str]:
    """Break a text into full lines; a word and the marks around it stay on one line."""
    broken, filled = [""], 0.0
    for unit in _units(text):
        width = _width(unit)
        if broken[-1] and filled + width > room:
            broken.append("")
            filled = 0.0
        broken[-1] += unit
        filled += width
    return broken


@lru_cache(maxsize=256)
def _units(text: str) -> list[str]:
    units: list[str] = []
    for char in text:
        last = units[-1][-1] if units else ""
        if last and (last in BEFORE or char in AFTER
                     or (WORD.match(last) and WORD.match(char))):
            units[-1] += char
        else:
            units.append(char)
    return units


@lru_cache(maxsize=8192)
def _width(text: str) -> float:
    return sum(1.0 if east_asian_width(char) in "WF" else WIDTHS.get(char, 0.56) for char in text)


def _plain(values: Values, kind: NodeType) -> Iterable[str]:
    yield _solid(values.get(kind.caption, ""))


def _department(values: Values, _kind: NodeType) -> Iterable[str]:
    """The name, then where it belongs, as many departments of one name may be drawn."""
    name = _solid(values.get("name", ""))
    yield name
    yield _solid(values.get("full_name", "")).removesuffix(name)


def _concept(values: Values, kind: NodeType) -> Iterable[str]:
    """The name, and of a function that it is one, for there are topics of the same name."""
    yield _solid(values.get("name", ""))
    if values.get("scheme") == "function":
        yield f"（{_label(kind.properties['scheme'], 'function')}）"


def _indicator(values: Values, kind: NodeType) -> Iterable[str]:
    """How much, then of what."""
    comparator, number = values.get("comparator", "="), _number(values.get("value"))
    if comparator == "range":
        number = f"{number}—{_number(values.get('upper'))}"
    elif comparator != "=":
        number = _label(kind.properties["comparator"], comparator) + number
    yield f"{number}{values.get('unit', '')}"
    yield _solid(values.get("measure", ""))


PARTS: Mapping[str, Callable[[Values, NodeType], Iterable[str]]] = {
    "Concept": _concept, "Department": _department, "Indicator": _indicator}


def _number(value: Value | None) -> str:
    """Write a number as Chinese texts do: 15000 is 1.5万."""
    if not isinstance(value, int | float):
        return ""
    for size, name in SIZES.items():
        if abs(value) >= size and round(value / size, 2) * size == value:
            return f"{value / size:.12g}{name}"
    return f"{value:.12g}"


def _label(prop: Property, value: Value) -> str:
    return prop.kind.values.get(str(value), {}).get(LANGUAGE, str(value))


def _solid(value: Value) -> str:
    """Return a text without the spaces at which Neo4j Browser would break it."""
    return "\u00a0".join(str(value).split())
