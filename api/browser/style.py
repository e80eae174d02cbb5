"""The style: how Neo4j Browser draws each type, in its own format GraSS.

The format knows no comments, and captions are texts with the names of properties in braces.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from api.browser.files import data
from graph.captions import CAPTION, CIRCLE, LANGUAGE
from ontology import NodeType, Ontology, RelationType

DARK, LIGHT = "#000000", "#FFFFFF"
OTHER = "other"
SHADE = 0.8     # how bright the border of a circle is, in terms of its fill
Rule = Mapping[str, str]


@cache
def looks() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """Return the colours and sizes by type, of `nodes` and of `relations`."""
    loaded: dict[str, Any] = data("looks.yaml")
    return loaded


def grass(ontology: Ontology) -> str:
    """Return the style as the text of a `.grass` file."""
    return "\n".join(f"{selector} {{\n{_lines(rule)}}}\n" for selector, rule in _rules(ontology))


def node(kind: NodeType) -> Rule:
    """Return how the nodes of a type are drawn."""
    look = looks()["nodes"][kind.name]
    letters = look["diameter"] / CIRCLE[kind.name]
    return {**_circle(look["colour"], look["diameter"], letters), "caption": f"'{{{CAPTION}}}'"}


def relation(kind: RelationType) -> Rule:
    """Return how the edges of a type are drawn: with their own caption or with the type's label."""
    look = looks()["relations"].get(kind.name, looks()["relations"][OTHER])
    caption = f"{{{CAPTION}}}" if kind.caption else kind.label[LANGUAGE]
    return {**_line(look["colour"], look["width"]), "caption": f"'{caption}'"}


def ink(colour: str) -> str:
    """Return the colour of letters that stands out best on a colour."""
    return max(DARK, LIGHT, key=lambda text: contrast(text, colour))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _rules(ontology: Ontology) -> Iterator[tuple[str, Rule]]:
    yield "node", _circle("#A5ABB6", 60, 10)
    other = looks()["relations"][OTHER]
    yield "relationship", {**_line(other["colour"], other["width"]), "caption": "'<type>'"}
    for kind in ontology.nodes.values():
        yield f"node.{kind.name}", node(kind)
    for tie in ontology.relations.values():
        yield f"relationship.{tie.name}", relation(tie)


def _circle(colour: str, diameter: float, letters: float) -> Rule:
    return {"diameter": f"{diameter}px", "color": colour, "border-color": _darker(colour),
            "border-width": "2px", "text-color-internal": ink(colour),
            "font-size": f"{letters:.1f}px"}


def _line(colour: str, width: float) -> Rule:
    return {"color": colour, "shaft-width": f"{width}px", "font-size": "10px", "padding": "3px",
            "text-color-external": DARK, "text-color-internal": LIGHT}


def _lines(rule: Rule) -> str:
    return "".join(f"  {name}: {value};\n" for name, value in rule.items())


def _channels(colour: str) -> list[int]:
    return [int(colour[place:place + 2], 16) for place in (1, 3, 5)]


def _darker(colour: str) -> str:
    return "#" + "".join(f"{int(channel * SHADE):02X}" for channel in _channels(colour))


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4
                        for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
