"""Finds a page's main text, and tells what stands around it."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from selectolax.lexbor import LexborNode

from ingest.read.html.bounds import MAX_DEPTH, TooDeepError
from ingest.vocabulary import load

ENOUGH = 40             # characters that make a block a main text
SHARE = 0.5             # of the densest block's text that a known block must hold to be preferred
REST = 0.1              # of a block's text that may be lost beside it when going inward
NEARLY = 0.9            # of the best block's text that makes a block inside it the better one
SMALL = 0.3             # share of the main text up to which a block can be what surrounds it
LINES = 4               # blocks and breaks that a cell of layout has more of
FOOT = 500              # characters of a page's foot, at most
LINKED = 0.7            # share of linked text that makes a block of three links a list of links
FILE = re.compile(r"\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)(?:[?#]|$)", re.IGNORECASE)
NAMES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
AROUND_TAGS = frozenset(("nav", "footer", "aside"))
# What a block of text is sought through; a table of data is not entered.
BOXES = frozenset(("body", "div", "section", "article", "main", "center", "form", "table",
                   "tbody", "tr", "td", "span", "font", "fieldset"))


@dataclass(slots=True)
class Weight:
    """The characters of an element's text without blanks: plain and in links; links, to files."""

    plain: int = 0
    linked: int = 0
    links: int = 0
    files: int = 0


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of the vocabulary of pages."""
    return re.compile(re.sub(r"\s*\n\s*|(?<=\|)\s+", "", load("pages")[name]), re.IGNORECASE)


class Page:
    """A page's body with the weight of each of its elements."""

    def __init__(self, body: LexborNode) -> None:
        self.body = body
        self._weights = _weigh(body)
        self._main = self.weight(body).plain

    def weight(self, node: LexborNode) -> Weight:
        """Return the weight of an element of the body."""
        return self._weights.get(node.mem_id) or Weight()

    def main(self) -> LexborNode:
        """Return the block of the main text: one that site systems name, else the densest."""
        dense = self._densest()
        least = max(ENOUGH, SHARE * self.weight(dense).plain)
        block = next((best for selectors in load("pages")["main"]
                      if (best := self._best(selectors)) is not None
                      and self.weight(best).plain >= least), dense)
        self._main = self.weight(block).plain
        return block

    def around(self, node: LexborNode) -> bool:
        """Tell an element that surrounds the text: by its name, its links, or as the page's foot.

        What holds a good part of the main text is the text, whatever it is called.
        """
        weight = self.weight(node)
        if weight.plain > SMALL * self._main and weight.plain > ENOUGH:
            return False
        return (node.tag in AROUND_TAGS or _named(node) or self._is_foot(node)
                or (weight.links > 2 and not weight.files
                    and weight.linked >= LINKED * (weight.linked + weight.plain)))

    def _best(self, selectors: str) -> LexborNode | None:
        """Return the block with the most text of its own, and of blocks in it the innermost."""
        found = self.body.css(selectors)
        most = max((self.weight(node).plain for node in found), default=0)
        return next((node for node in reversed(found)
                     if most and self.weight(node).plain >= NEARLY * most), None)

    def _densest(self) -> LexborNode:
        """Return the innermost block beside which there is hardly any text outside of links.

        What is inside a table is such a block only where it is text laid out, not an entry.
        """
        block = inmost = self.body
        while (inner := self._inner(block)) is not None:
            block = inner
            if block.tag == "td":
                laid_out = block.css_first("table") or len(block.css("p, div, br")) > LINES
            else:
                laid_out = block.tag not in ("table", "tbody", "tr")
            inmost = block if laid_out else inmost
        return inmost

    def _inner(self, block: LexborNode) -> LexborNode | None:
        """Return the child beside which hardly any text of the block stands."""
        children = [node for node in block.iter() if node.tag in BOXES]
        best = max(children, key=lambda node: self.weight(node).plain, default=None)
        if best is None or self.weight(best).plain < ENOUGH:
            return None
        beside = sum(self.weight(node).plain for node in block.iter()
                     if node.mem_id != best.mem_id and self._is_beside(node))
        inner = self.weight(best).plain
        return best if self.weight(block).plain - inner - beside <= REST * inner else None

    def _is_beside(self, node: LexborNode) -> bool:
        weight = self.weight(node)
        return (node.tag in AROUND_TAGS or _named(node) or weight.linked > weight.plain
                or self._is_foot(node))

    def _is_foot(self, node: LexborNode) -> bool:
        weight = self.weight(node)
        return (0 < weight.plain <= FOOT and weight.linked <= FOOT
                and bool(pattern("foot").search(node.text())))


def _named(node: LexborNode) -> bool:
    """Tell by class and id; each name is looked at in parts: `art-share_box2`, `relatedNews`."""
    attributes = node.attributes
    return bool(attributes) and _names_around(
        f"{attributes.get('class') or ''} {attributes.get('id') or ''}")


@lru_cache(maxsize=4096)
def _names_around(names: str) -> bool:
    return any(pattern("around").fullmatch(part)
               for part in (*names.split(), *NAMES.findall(names)))


def _weigh(body: LexborNode) -> dict[int, Weight]:
    """Weigh every element; raise TooDeepError beyond MAX_DEPTH levels."""
    weights: dict[int, Weight] = {}
    stack = [(body, Weight(), False)]
    node = body.first_child
    while stack:
        if node is None:
            done, weight, _ = stack.pop()
            weights[done.mem_id] = weight
            if stack:
                outer = stack[-1][1]
                outer.plain += weight.plain
                outer.linked += weight.linked
                outer.links += weight.links
                outer.files += weight.files
                node = done.next
            continue
        tag = node.tag or "-"
        if tag == "-text":
            count = len("".join((node.text_content or "").split()))
            _, weight, in_link = stack[-1]
            weight.linked += count if in_link else 0
            weight.plain += 0 if in_link else count
        elif tag[0] != "-":
            href = (node.attributes.get("href") or "") if tag == "a" else ""
            weight = Weight(links=int(href != ""), files=int(bool(href and FILE.search(href))))
            stack.append((node, weight, href != "" or stack[-1][2]))
            node = node.first_child
            if len(stack) > MAX_DEPTH:
                raise TooDeepError
            continue
        node = node.next
    return weights
