"""Tells from a page's styles what it hides, what it sets bold, and what breaks lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

Attributes = Mapping[str, str | None]

UNSEEN = ("script, style, template, noscript, iframe, object, embed, applet, svg, canvas, audio, "
          "video, select, option, datalist, button, input, textarea, map, rp, rt, [hidden]")
HIDDEN = re.compile(
    r"(?<![-\w])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)|mso-hide\s*:\s*all"
    r"|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,})", re.IGNORECASE)
NO_FONT = re.compile(r"(?<![-\w])font-size\s*:\s*0(?:\.0+)?(?:px|pt|r?em|%)?\s*(?:[;!]|$)",
                     re.IGNORECASE)
NO_BOX = re.compile(r"(?<![-\w])(?:max-)?(?:width|height)\s*:\s*0(?:px|pt|r?em|%)?\s*(?:[;!]|$)",
                    re.IGNORECASE)
CUT = re.compile(r"overflow(?:-[xy])?\s*:\s*hidden", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
DISPLAY = re.compile(r"(?<![-\w])(?:display|visibility)\s*:", re.IGNORECASE)
SELECTOR = re.compile(r"[\w.#\s>\[\]=\"'-]{1,200}")
MAX_SHEET, MAX_RULES = 1_000_000, 200   # characters and hiding rules of the page's style sheets
MAX_STYLE = 2000                        # characters of an element's style
MAX_LOOKED = 50_000_000                 # characters looked at for what the sheets hide

HEAVY = re.compile(r"(?<![-\w])font(?:-weight)?\s*:[^;]*?\b(?:bold(?:er)?|[6-9]00)\b",
                   re.IGNORECASE)
LIGHT = re.compile(r"(?<![-\w])font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
FACE = re.compile(r"(?<![-\w])font-family\s*:\s*[\"']?\s*([^;,\"']+)", re.IGNORECASE)
HEAD_FACE = re.compile(r"黑体|SimHei|(?:方正)?小标宋|FZXiaoBiaoSong", re.IGNORECASE)
INLINE = re.compile(r"(?<![-\w])display\s*:\s*inline\s*(?:[;!]|$)", re.IGNORECASE)
BLOCK = re.compile(r"(?<![-\w])display\s*:\s*(?:block|list-item|table|flex|grid)", re.IGNORECASE)
KEPT = re.compile(r"(?<![-\w])white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)


def unhide(tree: LexborHTMLParser) -> None:
    """Take out of the page, in place, all that a reader of it does not see."""
    gone = _by_sheets(tree)
    gone |= {node.mem_id: node for node in tree.css(UNSEEN)}
    for node in tree.css("[style]"):
        if _hides((node.attributes.get("style") or "")[:MAX_STYLE], node):
            gone[node.mem_id] = node
    for root in (tree.root, tree.body):
        if root is not None:
            gone.pop(root.mem_id, None)
    for node in _outermost(gone):
        node.decompose()


def _outermost(nodes: Mapping[int, LexborNode]) -> list[LexborNode]:
    """Return the nodes that lie in none of the others: what goes takes its inner nodes along."""
    outer: list[LexborNode] = []
    inside: dict[int, bool] = {}
    for node in nodes.values():
        path: list[int] = []
        up = node.parent
        while up is not None and up.mem_id not in inside and up.mem_id not in nodes:
            path.append(up.mem_id)
            up = up.parent
        within = up is not None and (up.mem_id in nodes or inside[up.mem_id])
        inside |= dict.fromkeys(path, within)
        if not within:
            outer.append(node)
    return outer


def _hides(style: str, node: LexborNode) -> bool:
    if HIDDEN.search(style) or (NO_BOX.search(style) and CUT.search(style)):
        return True
    # A size of 0 is also how pages close the gaps between boxes that have sizes of their own.
    return bool(NO_FONT.search(style)) and not any(
        child.css_first('[style*="font-size"]') for child in node.iter())


def _by_sheets(tree: LexborHTMLParser) -> dict[int, LexborNode]:
    """Return the nodes that the page's own style sheets hide, but for what holds most of it."""
    sheets = "\n".join(node.text() for node in tree.css("style"))[:MAX_SHEET]
    body = tree.body
    hidden: dict[int, LexborNode] = {}
    if body is None or not HIDDEN.search(sheets):
        return hidden
    most = len(body.text()) / 2
    looked = 0
    for node in (node for selector in _hiding(sheets) for node in _select(tree, selector)):
        if node.mem_id not in hidden and looked < MAX_LOOKED:
            size = len(node.text())
            looked += size
            if size <= most:        # else a script shows it later
                hidden[node.mem_id] = node
    return hidden


def _hiding(sheets: str) -> list[str]:
    """Return the selectors that hide, and are not shown again; not those under an @media."""
    hidden: dict[str, bool] = {}
    depth = 0
    for rule in COMMENT.sub("", sheets).split("}"):
        selectors, _, body = rule.partition("{")
        inner = depth > 0 or "{" in body
        depth = max(0, depth + rule.count("{") - 1)
        hides = HIDDEN.search(body) is not None
        if not inner and (hides or DISPLAY.search(body)):
            hidden |= dict.fromkeys(map(str.strip, selectors.split(",")), hides)
    return [selector for selector, hides in hidden.items()
            if hides and SELECTOR.fullmatch(selector)][:MAX_RULES]


def _select(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return tree.css(selector)
    except SelectolaxError:     # a selector beyond the parser's means hides nothing here
        return []


@dataclass(frozen=True, slots=True)
class Look:
    """What a style sets: bold, a face that heads are set in, a box, line ends kept.

    Each is None where the style says nothing of it.
    """

    bold: bool | None
    head_face: bool | None
    block: bool | None
    kept: bool | None


@lru_cache(maxsize=4096)
def look(style: str, face: str | None) -> Look:
    """Return what a style, or the face of a <font>, sets."""
    style = style[:MAX_STYLE]
    named = FACE.search(style)
    name = named[1] if named else face
    return Look(True if HEAVY.search(style) else False if LIGHT.search(style) else None,
                bool(HEAD_FACE.match(name.strip())) if name else None,
                True if BLOCK.search(style) else False if INLINE.search(style) else None,
                True if KEPT.search(style) else None)
