"""Reads Word files (.docx, .docm): the text as the page shows it, with its tables and headings."""

import re

from ingest.errors import ReadError
from ingest.read.docx.flow import Flow
from ingest.read.docx.numbering import Numbering
from ingest.read.docx.package import Element, Package, W
from ingest.read.docx.revisions import accept
from ingest.read.docx.styles import Styles
from ingest.text import Text

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"
PICTURES = (DRAWING + "main}blip", "{urn:schemas-microsoft-com:vml}imagedata")
UNREAD = (
    (PICTURES, "文中有 {} 幅图片，图中的文字没有读取。"),
    ((DRAWING + "chart}chart", DRAWING + "diagram}relIds",
      "{urn:schemas-microsoft-com:office:office}OLEObject"),
     "文中有 {} 个图表或嵌入对象，其内容没有读取。"),
    ((W + "altChunk", W + "subDoc"), "文中插入了 {} 个其他文件，其内容没有读取。"))
LOST = {"styles": "样式表已损坏，标题样式和部分自动编号可能缺失。",
        "numbering": "编号定义已损坏，自动编号没有显示。",
        "footnotes": "脚注已损坏，没有读取。", "endnotes": "尾注已损坏，没有读取。"}
NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
TITLE = "{http://purl.org/dc/elements/1.1/}title"
HAN = re.compile("[\u3400-\u9fff]")
HAN_IN_TITLE, LONGEST_TITLE = 6, 80
HEAD = 1000                 # characters at a text's beginning in which its title stands


def read(content: bytes, name: str) -> Text:
    """Return the text of a Word file; `name` is the file's name, for messages.

    Tracked changes are accepted, automatic numbers written out, hidden text left out; contents
    lists, and foot- and endnotes, which follow the text, are noise. Page heads and feet are not
    read. Raise ReadError for what is no Word file, or is protected, damaged, empty or too large.
    """
    package = Package(content, name)
    warnings: list[str] = []
    root = package.document()
    styles = Styles(_part(package, "styles", warnings))
    accept(root, styles)
    flow = Flow(styles, Numbering(_part(package, "numbering", warnings)))
    flow.add(root)
    if not flow.stored.strip():
        raise _empty(root, name)
    for kind in NOTES:
        _add_notes(flow, package, kind, root, styles, warnings)
    for tags, sentence in UNREAD:
        if number := sum(1 for _ in root.iter(*tags)):
            warnings.append(sentence.format(number))
    return flow.text(_title(package, flow.stored), tuple(warnings))


def _part(package: Package, kind: str, warnings: list[str]) -> Element | None:
    """Return a part beside the document; where it is damaged, None and a warning."""
    try:
        return package.part(kind)
    except ReadError:
        warnings.append(LOST[kind])
        return None


def _empty(root: Element, name: str) -> ReadError:
    if next(root.iter(*PICTURES), None) is not None:
        return ReadError(f"{name}: the document holds pictures and no text; recognise the text "
                         "(OCR) first.")
    return ReadError(f"{name}: the document is empty; check that it is the right file.")


def _add_notes(flow: Flow, package: Package, kind: str, root: Element, styles: Styles,
               warnings: list[str]) -> None:
    """Add the notes to which the text refers, in its order, as noise."""
    references = [reference.get(W + "id") for reference in root.iter(W + NOTES[kind] + "Reference")]
    part = _part(package, kind, warnings) if references else None
    if part is None:
        return
    accept(part, styles)
    notes = {note.get(W + "id"): note for note in part.iterchildren(W + NOTES[kind])}
    for reference in dict.fromkeys(references):
        if reference in notes:
            flow.add(notes[reference], noise=True)


def _title(package: Package, stored: str) -> str | None:
    """Return the title among the file's properties where the text bears it out.

    Often it is that of the file from which this one was made, or a word such as 附件.
    """
    root = package.properties()
    title = "".join((root.findtext(TITLE) or "").split()) if root is not None else ""
    fits = len(HAN.findall(title)) >= HAN_IN_TITLE and len(title) <= LONGEST_TITLE
    return title if fits and title in "".join(stored[:HEAD].split()) else None
