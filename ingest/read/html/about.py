"""Reads what a page says of itself: its title and the day on which it was published."""

import re
from collections.abc import Set
from datetime import date
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.read.html.page import pattern
from ingest.vocabulary import load

DATE = r"((?:19|20)\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})(?!\d)"
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
BREAK = re.compile(r"\s*[_|\uff5c]\s*|\s+[-–—]+\s+|(?<![\d-])-{1,2}(?![\d-])")
TITLE = 4               # characters of a document's title, at least
TITLE_MOST = 200
HEADS = 5               # headings that may be the title
MARKUP = re.compile(r"<[^<>]{0,100}>")


def title(tree: LexborHTMLParser) -> str | None:
    """Return the document's title: as its meta says, else its heading, else <title> less the site.

    A heading that names the site is its logo.
    """
    metas = _metas(tree)
    named = [metas[name] for name in load("pages")["metas"]["title"] if name in metas]
    heads = [_plain(node.text()) for node in tree.css("h1")[:HEADS]]
    whole = tree.css_first("title")
    sites = {metas.get(name) for name in load("pages")["metas"]["site"]}
    parts = [word for part in (BREAK.split(_plain(whole.text())) if whole else ())
             for word in _apart(part, sites)]
    parts.sort(key=len, reverse=True)
    for text in (*named, *heads, *parts):
        if not _is_site(text, sites) and TITLE <= len(text) <= TITLE_MOST:
            return text
    return None


def _apart(part: str, sites: Set[str | None]) -> list[str]:
    """Return the words of a part of <title> where one of them is the site, else the part."""
    words = part.split(" ")
    return words if any(_is_site(word, sites) for word in words) else [part]


def _is_site(text: str, sites: Set[str | None]) -> bool:
    return text in sites or bool(pattern("sites").search(text))


def published(tree: LexborHTMLParser, body: LexborNode) -> str | None:
    """Return the day of publication as an ISO date: as a meta says, else a line of the page."""
    metas = _metas(tree)
    for name in load("pages")["metas"]["published"]:
        text = metas.get(name, "")
        if day := _day(re.match(DATE, text) or COMPACT.match(text)):
            return day
    text = " ".join(body.text(separator=" ").split())
    return next((day for line in _dates() for match in line.finditer(text)
                 if (day := _day(match))), None)


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line.replace("DATE", DATE)) for line in load("pages")["dates"])


def _day(match: re.Match[str] | None) -> str | None:
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    metas: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        metas.setdefault(name, _plain(attributes.get("content") or ""))
    return {name: text for name, text in metas.items() if name and text}


def _plain(text: str) -> str:
    return " ".join(MARKUP.sub("", text).split())
