"""The page at /browser/: how Neo4j Browser comes to show the kit, with commands to copy."""

from html import escape
from urllib.parse import quote

from api.browser.files import fill
from api.browser.guide import TITLE, both
from api.browser.saved import Saved, Slide, slides


def index(kit: str, browser: str) -> str:
    """Return the page; `kit` is the address of the kit, `browser` that of Neo4j Browser."""
    return fill("index.html", title=TITLE, kit=escape(kit), browser=escape(browser),
                questions="".join(_questions(slide, browser) for slide in slides()))


def _questions(slide: Slide, browser: str) -> str:
    rows = "".join(_row(saved, browser) for saved in slide.saved)
    return f"<h3>{both(slide.title)}</h3>\n<table>\n{rows}</table>\n"


def _row(saved: Saved, browser: str) -> str:
    edit = escape(f"{browser}/browser/?cmd=edit&arg={quote(saved.file.strip())}")
    title = f"{escape(saved.title['zh'])}<br><small>{escape(saved.title['en'])}</small>"
    return (f'<tr><td>{title}</td><td><a href="{edit}">打开 open</a> · '
            f'<a href="queries/{saved.name}.cypher" download>下载 file</a></td></tr>\n')
