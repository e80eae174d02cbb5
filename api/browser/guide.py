"""The guide: HTML of which Neo4j Browser makes slides, played by `:play URL`.

A click on Cypher puts it into the editor, a click on a command runs it. Slides are drawn in a pane
of 420 pixels, so the long texts of questions stand behind their titles.
"""

from collections.abc import Mapping
from html import escape

from api.browser.files import fill
from api.browser.saved import Saved, Slide, slides
from api.browser.style import ink, looks
from ontology import Ontology

TITLE = "教育政策图谱 EduPolicy Graph"
BADGE = "border-radius:12px;padding:3px 10px;margin:0 6px 6px 0;display:inline-block"


def guide(ontology: Ontology, kit: str) -> str:
    """Return the guide; `kit` is the address of the kit, without a slash at its end."""
    welcome = fill("welcome.html", title=TITLE, kit=escape(kit), badges=_badges(ontology))
    return ('<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8">'
            f"<title>{TITLE}</title></head><body>\n"
            '<article class="guide"><carousel class="deck container-fluid">\n'
            f"{welcome}{''.join(map(_slide, slides()))}</carousel></article>\n</body></html>\n")


def both(title: Mapping[str, str]) -> str:
    """Return a title in both languages."""
    return f"{escape(title['zh'])} <small>{escape(title['en'])}</small>"


def _badges(ontology: Ontology) -> str:
    """Return the names of the node types in their colours."""
    colours = {name: look["colour"] for name, look in looks()["nodes"].items()}
    return "".join(
        f'<span style="{BADGE};background:{colours[kind.name]};color:{ink(colours[kind.name])}" '
        f'title="{escape(kind.comment)}">{kind.label["zh"]} {kind.label["en"]}</span>'
        for kind in ontology.nodes.values())


def _slide(slide: Slide) -> str:
    drawn = "".join(_picture(one) for one in slide.saved if one.drawn)
    asked = "".join(_question(one) for one in slide.saved if not one.drawn)
    return (f'<slide class="row-fluid"><div class="col-sm-4"><h3>{both(slide.title)}</h3>'
            f'<p class="lead">{escape(slide.text["zh"])}</p><p>{escape(slide.text["en"])}</p></div>'
            f'<div class="col-sm-8">{drawn}{asked}</div></slide>\n')


def _picture(saved: Saved) -> str:
    cypher = escape(f"// {saved.title['zh']}\n{saved.cypher}")  # whose first line heads the picture
    return (f"<p><strong>{both(saved.title)}</strong></p>"
            f'<pre class="pre-scrollable code runnable">{cypher}</pre>')


def _question(saved: Saved) -> str:
    cypher = escape(saved.file.strip()).replace("\n", "&#10;")
    return (f'<p><a data-populate="{cypher}">{escape(saved.title["zh"])}</a> '
            f'{escape(saved.title["en"])}</p>')
