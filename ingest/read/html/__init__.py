"""Reads saved web pages: the main text of the page, as a browser lays it out."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.errors import ReadError
from ingest.read.charset import decode
from ingest.read.draft import Draft
from ingest.read.html import about
from ingest.read.html.bounds import TOO_DEEP, TooDeepError, excess, without_pictures
from ingest.read.html.cells import MAX_PLACES, TooLargeError
from ingest.read.html.css import unhide
from ingest.read.html.flow import Flow, Item, Line
from ingest.read.html.page import FILE, Page, pattern
from ingest.text import Text

MAX_BYTES = 64 * 1024 * 1024
START = re.compile(r"(?:\s|<!--.{0,400}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html|head|body)"
                   r"[\s>]", re.IGNORECASE | re.DOTALL)
ARCHIVE = re.compile(rb"\s*(?:From: <?Saved by|MIME-Version:|Content-Type: multipart)",
                     re.IGNORECASE)
ASIDE = 80              # characters of a line that a site set, at most
SCANNED = 200           # characters of a main text that may be a picture's caption
WRAP = (15, 80)         # characters of lines that a program cut to one length
WRAPPED = 8             # such lines that show it
NAMES = 5               # attached files that a warning names
ENDS = "。！？!?；;：:”）)》"


def looks_like(content: bytes) -> bool:
    """Tell by its first bytes that a file is a web page, whatever it is called."""
    head = content[:2048].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    return bool(START.match(head.decode("latin-1")))


def read(content: bytes, name: str) -> Text:
    """Return the main text of a saved page; raise ReadError where it holds none."""
    if len(content) > MAX_BYTES:
        raise ReadError(f"{name}: the page is larger than {MAX_BYTES >> 20} MiB; split it.")
    if ARCHIVE.match(content):
        raise ReadError(f"{name}: this is a web archive (MHT); save the page as HTML.")
    markup, warnings = decode(content, name)
    markup = without_pictures(markup)
    if beyond := excess(markup):
        raise ReadError(f"{name}: {beyond}")
    try:
        return _text(LexborHTMLParser(markup), name, warnings)
    except TooDeepError:
        raise ReadError(f"{name}: {TOO_DEEP}") from None
    except TooLargeError:
        raise ReadError(f"{name}: a table spans more than {MAX_PLACES} places; "
                        "split it.") from None


def _text(tree: LexborHTMLParser, name: str, warnings: Sequence[str]) -> Text:
    title = about.title(tree)
    unhide(tree)
    body = tree.body
    if body is None:
        raise ReadError(f"{name}: the page shows only frames; save the page in its main frame.")
    page = Page(body)
    main = page.main()
    items = Flow(page.around).lay(main)
    if not items:
        raise ReadError(f"{name}: the page shows no text; open it in a browser, wait until the "
                        "text is there, and save it again.")
    lines = [item for item in items if isinstance(item, Line)]
    draft = Draft()
    heads = sum(line.bold for line in lines) * 2 <= len(lines) or len(lines) < WRAPPED
    for item in items:
        if isinstance(item, Line):
            draft.line(item.text, bold=item.bold and heads, joined=item.joined,
                       noise=item.noise or _is_aside(item.text))
        else:
            draft.table(item)
    return draft.text(joins_told=not _is_wrapped(lines), title=title,
                      published=about.published(tree, body),
                      warnings=(*warnings, *_unread(main, items)))


def _is_aside(text: str) -> bool:
    return len(text) <= ASIDE and bool(pattern("lines").match(text))


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Tell a text whose lines were cut to one length before it became a page.

    Its lines end inside sentences, and most of those are nearly as long as the longest.
    """
    cut = [len(line.text) for line in lines if not line.noise and line.text[-1] not in ENDS
           and len(line.text) >= WRAP[0]]
    longest = max(cut, default=0)
    full = [length for length in cut if length >= longest * 0.85]
    return (len(full) >= WRAPPED and len(full) * 2 >= len(cut) and longest <= WRAP[1]
            and len(cut) * 3 >= len(lines))


def _unread(main: LexborNode, items: Sequence[Item]) -> list[str]:
    """Return a sentence for what the main text shows in pictures, or only links to."""
    warnings = []
    files = list(dict.fromkeys(" ".join(link.text().split()) for link in main.css("a[href]")
                               if FILE.search(link.attributes.get("href") or "")))
    if files:
        named = "、".join(files[:NAMES]) + ("等" if len(files) > NAMES else "")
        warnings.append(f"正文所附的{len(files)}个文件没有读取：{named}。")
    pictures = len(main.css("img"))
    short = sum(len(item.text) for item in items if isinstance(item, Line)) < SCANNED
    if pictures and short and all(isinstance(item, Line) for item in items):
        warnings.append(f"正文有{pictures}张图片，图中的文字没有读取。")
    return warnings
