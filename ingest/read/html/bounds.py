"""Refuses markup whose tree would be too large or too deep to build, before it is built."""

import re
from collections import Counter

MAX_CHARS = 8 * 1024 * 1024
MAX_TAGS = 200_000
MAX_DEPTH = 500         # elements in one another; browsers stop near there too
MAX_CLONES = 1_000_000  # a parser repeats unclosed <b> and <font> in each block after them
ALIKE = 3               # unclosed tags of one kind that a parser repeats
MAX_ATTRIBUTES = 300
LONG = 2000             # characters of a tag that may have too many attributes
TOO_DEEP = (f"the page's elements lie more than {MAX_DEPTH} deep in one another, or are not "
            "closed; save the text as .docx or .txt.")
TOO_MANY = f"a tag of the page has more than {MAX_ATTRIBUTES} attributes; save the text as .docx."
# A tag, with quoted values that may hold what ends it; nothing is looked at twice.
TAG = re.compile(r"""<(/?)([a-z][^\s/>]{0,40})((?:"[^"]*"|'[^']*'|[^"'>])*+)""", re.IGNORECASE)
QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
FORMATTING = frozenset(("b", "big", "code", "em", "font", "i", "small", "strike", "strong", "tt",
                        "u", "s"))
# What holds nothing, or ends where the next of its name begins.
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                  "param", "source", "track", "wbr", "nobr", "a"))
# What ends by itself where one of its group begins in the same box.
IMPLIED = {name: group for group in (
    frozenset(("p",)), frozenset(("li",)), frozenset(("td", "th")), frozenset(("tr",)),
    frozenset(("dd", "dt")), frozenset(("option",)), frozenset(("thead", "tbody", "tfoot")))
    for name in group}
BOXES = frozenset(("table", "ul", "ol", "dl", "div", "section", "article", "td", "th", "form",
                   "center", "blockquote", "select", "tr", "tbody"))


PICTURE = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+")


class TooDeepError(Exception):
    """Elements lie too deep in one another."""


def without_pictures(markup: str) -> str:
    """Return a markup that is too long without the pictures that are written into it."""
    return PICTURE.sub("data:,", markup) if len(markup) > MAX_CHARS else markup


def excess(markup: str) -> str | None:
    """Return what of a markup is beyond the bounds, as the rest of a sentence, or None."""
    if len(markup) > MAX_CHARS:
        return f"the page is longer than {MAX_CHARS >> 20} Mi characters; split it."
    if markup.count("<") > MAX_TAGS:
        return f"the page has more than {MAX_TAGS} elements; split it."
    tree = _Tree()
    for match in TAG.finditer(markup):
        close, name, rest = match.groups()
        if len(rest) > LONG and len(QUOTED.sub(" ", rest).replace("/", " ").split()) \
                > MAX_ATTRIBUTES:
            return TOO_MANY
        if close:
            tree.close(name.lower())
        else:
            tree.open(name.lower(), rest)
            if len(tree.stack) > MAX_DEPTH or tree.clones > MAX_CLONES:
                return TOO_DEEP
    return None


class _Tree:
    """What is open at a place of a markup, much as a parser would have it."""

    def __init__(self) -> None:
        self.stack: list[str] = []
        self.clones = 0
        self._open: Counter[str] = Counter()
        self._formatting: dict[str, list[str]] = {}     # the tags of each name that are open
        self._kinds: Counter[str] = Counter()
        self._kept = 0

    def open(self, name: str, rest: str) -> None:
        """Begin an element."""
        if name in VOID:
            return
        if name in FORMATTING:
            kind = name + rest
            self._formatting.setdefault(name, []).append(kind)
            self._kinds[kind] += 1
            self._kept += self._kinds[kind] <= ALIKE
        elif name in IMPLIED:
            self._imply(IMPLIED[name])
        self.clones += self._kept if name in IMPLIED or name in BOXES else 0
        self.stack.append(name)
        self._open[name] += 1

    def close(self, name: str) -> None:
        """End an element, and with it all that is open inside."""
        if last := self._formatting.get(name):
            kind = last.pop()
            self._kept -= self._kinds[kind] <= ALIKE
            self._kinds[kind] -= 1
        if self._open[name]:
            self._pop(len(self.stack) - self.stack[::-1].index(name) - 1)

    def _imply(self, group: frozenset[str]) -> None:
        for i in range(len(self.stack) - 1, -1, -1):
            if self.stack[i] in group:
                self._pop(i)
                return
            if self.stack[i] in BOXES and not (self.stack[i] in ("td", "th", "tr")
                                               and group & {"tr", "tbody"}):
                return

    def _pop(self, depth: int) -> None:
        for name in self.stack[depth:]:
            self._open[name] -= 1
        del self.stack[depth:]
