"""Reads PDF: lines, paragraphs, headings and tables from where glyphs and rules stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from threading import Lock

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.errors import ReadError
from ingest.read.pdf import columns, furniture, layout
from ingest.read.pdf.cells import Long
from ingest.read.pdf.grid import fill
from ingest.read.pdf.grid import grids as grids_of
from ingest.read.pdf.layout import Sheet
from ingest.read.pdf.lines import Line, lines
from ingest.read.pdf.page import MAX_CHARACTERS as MAX_ON_PAGE
from ingest.read.pdf.page import glyphs as glyphs_of
from ingest.read.pdf.rules import drawing
from ingest.read.pdf.runs import runs
from ingest.read.pdf.streams import too_large
from ingest.read.pdf.tables import connect
from ingest.read.pdf.text import text_of
from ingest.text import Text

MAX_PAGES = 2_000
MAX_CHARACTERS = 5_000_000  # of a file
FEW = 20                # characters of a page that may be a stamp or a page number on a scan
GARBLED = 0.3           # of the glyphs of a page: so many without a character make no text
NAMED = 10              # pages that a warning names
TAIL = 2048             # bytes at the end of a file in which its mark must stand
PDFIUM = Lock()         # pdfium is not safe in threads


@dataclass(slots=True)
class Findings:
    """The numbers of the pages that could not be read, or not in full."""

    scanned: list[int] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    cut: list[int] = field(default_factory=list)
    undrawn: list[int] = field(default_factory=list)
    characters: int = 0


def read(content: bytes, name: str) -> Text:
    """Return the text of a PDF; raise ReadError where it is locked, broken or has no text."""
    if too_large(content):
        raise ReadError(f"{name}: the PDF unpacks to more than can be read; print it to PDF anew.")
    with PDFIUM:
        try:
            document = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as error:
            raise ReadError(f"{name}: {_refusal(error)}") from error
        try:
            return _text(document, content, name)
        finally:
            document.close()


def _refusal(error: pdfium.PdfiumError) -> str:
    if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
        return "the PDF is locked with a password; save it without one."
    return "the file is no PDF that can be read, or it is cut short; save it again."


def _text(document: pdfium.PdfDocument, content: bytes, name: str) -> Text:
    if len(document) > MAX_PAGES:
        raise ReadError(f"{name}: the PDF has more than {MAX_PAGES} pages; split it.")
    seen = Findings()
    sheets = list(_sheets(document, seen, name))
    if not any(sheet.blocks for sheet in sheets):
        raise ReadError(f"{name}: {_without_text(seen)}")
    furniture.mark(sheets, layout.body_size(sheets))
    size = layout.body_size(sheets)
    for sheet in sheets:
        sheet.blocks = list(_columns(sheet))
    connect(sheets)
    layout.arrange(sheets, size)
    return text_of(sheets, _title(document), tuple(_warnings(seen, content)))


def _sheets(document: pdfium.PdfDocument, seen: Findings, name: str) -> Iterator[Sheet]:
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            text = page.get_textpage()
            sheet = _sheet(page, text, number, seen)
        except (pdfium.PdfiumError, ValueError):
            seen.broken.append(number)
            continue
        yield sheet
        text.close()
        page.close()
        if seen.characters > MAX_CHARACTERS:
            raise ReadError(f"{name}: the PDF has more than {MAX_CHARACTERS} characters; "
                            "split it.")


def _sheet(page: pdfium.PdfPage, text: pdfium.PdfTextPage, number: int, seen: Findings) -> Sheet:
    glyphs = glyphs_of(page, text)
    drawn = drawing(page, glyphs.frame)
    grids, rest = grids_of(drawn)
    found = runs(glyphs, sorted({x for grid in grids for x in grid.edges}), drawn.shades)
    width, height = glyphs.frame.width, glyphs.frame.height
    short = [at for at, left, right in rest if at > height / 2 and right - left < width / 2]
    sheet = Sheet(number, width, height, max(short, default=height))
    length = sum(len(run.text) for run in found)
    seen.characters += length
    for pages, odd in ((seen.cut, glyphs.cut), (seen.undrawn, drawn.cut),
                       (seen.scanned, length <= FEW and drawn.scan),
                       (seen.garbled, glyphs.unmapped > GARBLED * max(length, 1))):
        if odd:
            pages.append(number)
    if number in seen.garbled or number in seen.scanned:
        return sheet
    grids, outside = fill(grids, found)
    more, outside = columns.between_rules(rest, outside)
    tables = [Long.of(grid, number) for grid in (*grids, *more)]
    sheet.blocks = sorted([*lines(outside), *tables], key=lambda block: block.top)
    return sheet


def _columns(sheet: Sheet) -> Iterator[Line | Long]:
    for plain, blocks in groupby(sheet.blocks, key=lambda block: isinstance(block, Line)):
        if plain:
            found = [block for block in blocks if isinstance(block, Line)]
            yield from columns.without_rules(found, sheet.number)
        else:
            yield from blocks


def _title(document: pdfium.PdfDocument) -> str | None:
    try:
        said = document.get_metadata_value("Title")
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return None
    said = re.sub(r"^Microsoft \w+ - |\.\w{3,4}$", "", said).strip()
    return said if re.search("[\u3400-\u9fff]", said) else None


def _without_text(seen: Findings) -> str:
    if seen.scanned:
        return ("the pages are scanned images without a text layer; run OCR first, "
                "for example with ocrmypdf.")
    if seen.garbled:
        return ("the fonts do not tell which characters their glyphs are; "
                "run OCR on it, for example with ocrmypdf --force-ocr.")
    return "the PDF has no text; check that it is the right file."


def _warnings(seen: Findings, content: bytes) -> Iterator[str]:
    for pages, said in (
            (seen.scanned, "是扫描图像，没有文字层，未能读取；请先做文字识别（如 ocrmypdf）。"),
            (seen.garbled, "的字体没有字符对照表，文字未能读取；请先做文字识别（如 ocrmypdf）。"),
            (seen.broken, "已损坏，未能读取。"),
            (seen.cut, f"字符过多，只读了前 {MAX_ON_PAGE} 个。"),
            (seen.undrawn, "图形过多，其中的表格线没有看全。")):
        if pages:
            yield _named(pages) + said
    if b"%%EOF" not in content[-TAIL:]:
        yield "文件末尾缺失，可能不完整。"


def _named(pages: Sequence[int]) -> str:
    more = f"等 {len(pages)} 页" if len(pages) > NAMED else "页"
    return f"第 {'、'.join(map(str, pages[:NAMED]))} {more}"
