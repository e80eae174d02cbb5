"""Reads workbooks (.xlsx): the task sheets in them."""

from collections.abc import Iterator, Sequence

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from ingest.errors import ReadError
from ingest.read.cell_grid import Box, by_row
from ingest.read.draft import Draft
from ingest.read.sheet.formats import GENERAL, formats, show
from ingest.read.sheet.markup import MAX_CELLS, MAX_SHARED, Markup, markup, shared_size
from ingest.read.sheet.package import Package, package
from ingest.text import Text

HEAD = 16               # characters of a column's head, at most
NUMBERS = ("序号", "编号")
UNNAMED = ("sheet", "工作表", "表")
Area = tuple[int, int, int, int]        # first row, first column, last row, last column


def read(content: bytes, name: str) -> Text:
    """Return the text of a workbook's visible sheets, each a table, its title and its notes.

    Formulas give the results stored with them. Raise ReadError where the file cannot be opened
    safely or shows no text.
    """
    opened = package(content, name)
    draft, warnings = Draft(), []
    sheets: list[tuple[str, list[Box]]] = []
    try:
        with CalamineWorkbook.from_filelike(opened.copy) as book:
            codes = formats(opened.styles)
            for meta in book.sheets_metadata:
                if meta.typ != SheetTypeEnum.WorkSheet:
                    continue
                if meta.visible != SheetVisibleEnum.Visible:
                    warnings.append(f"工作表“{meta.name}”已隐藏，没有读取。")
                    continue
                boxes, unread = _sheet(book, meta.name, opened, codes, name)
                warnings += unread
                sheets.append((meta.name, boxes))
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise _damaged(name) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":    # what a defect of the library raises
            raise
        raise _damaged(name) from None
    _lay(draft, sheets)
    text = draft.text(warnings=warnings)
    if not text.stored:
        raise ReadError(f"{name}: no visible sheet of the workbook holds text; show its sheets and "
                        "save it again.")
    return text


def _damaged(name: str) -> ReadError:
    return ReadError(f"{name}: the workbook is damaged; open it in a spreadsheet program and save "
                     "it again as .xlsx.")


def _lay(draft: Draft, sheets: Sequence[tuple[str, list[Box]]]) -> None:
    filled = [(name, boxes) for name, boxes in sheets if any(box.text for box in boxes)]
    for name, boxes in filled:
        if len(filled) > 1 and not _is_unnamed(name):
            draft.line(name.strip())
        for region in regions(boxes):
            draft.table(region)


def _is_unnamed(name: str) -> bool:
    bare = name.strip().rstrip("0123456789 ()（）").lower()
    return not bare or bare in UNNAMED


def _sheet(book: CalamineWorkbook, title: str, opened: Package, codes: Sequence[str],
           name: str) -> tuple[list[Box], list[str]]:
    """Return the cells of a sheet that it shows, and what could not be read of it."""
    seen = markup(opened.sheets.get(title, b""), codes)
    if shared_size(opened.sheets[title], opened.shared) > MAX_SHARED:
        raise ReadError(f"{name}: the cells of the sheet {title!r} hold more than "
                        f"{MAX_SHARED >> 20} MiB of text; split it.")
    if seen.area > MAX_CELLS:
        raise ReadError(f"{name}: the sheet {title!r} reaches over more than {MAX_CELLS} cells; "
                        "delete what is far from the table, or split it.")
    sheet = book.get_sheet_by_name(title)
    warnings = []
    if seen.hidden_rows or seen.hidden_columns:
        warnings.append(f"工作表“{title}”有隐藏的行或列，没有读取。")
    if seen.unsolved:
        warnings.append(f"工作表“{title}”有{seen.unsolved}个公式没有存下结果，没有读取。")
    boxes = list(_boxes(sheet, seen, codes, opened))
    return boxes, warnings


def _boxes(sheet: CalamineSheet, seen: Markup, codes: Sequence[str],
           opened: Package) -> Iterator[Box]:
    if sheet.start is None or sheet.end is None:
        return
    top, left = sheet.start
    spans, covered = _merged(sheet, (*sheet.start, *sheet.end), seen)
    for row, values in enumerate(sheet.iter_rows(), top):
        if row in seen.hidden_rows:
            continue
        for column, value in enumerate(values, left):
            place = row, column
            if column in seen.hidden_columns or place in covered:
                continue
            style = seen.styles.get(place)
            code = GENERAL if style is None else codes[style]
            text = "" if value == "" else show(value, code, from_1904=opened.from_1904)
            yield Box(row, column, *spans.get(place, (1, 1)), _lines(text))


def _lines(text: str) -> str:
    """Return a cell's text with its line breaks as line feeds, without blank lines."""
    if "\n" not in text and "\r" not in text:
        return text.strip()
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _merged(sheet: CalamineSheet, used: Area,
            seen: Markup) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Return how far each merged range spans by its first place, and the places that are covered.

    A range that begins outside of the used area, or in a hidden row, is left to its cells.
    """
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    places = 0
    for (top, left), (low, right) in sheet.merged_cell_ranges or ():
        bottom, end = min(low, used[2]), min(right, used[3])
        inside = used[0] <= top <= bottom and used[1] <= left <= end
        places += max(0, bottom - top + 1) * max(0, end - left + 1) if inside else 0
        if inside and places <= MAX_CELLS and top not in seen.hidden_rows:
            spans[top, left] = bottom - top + 1, end - left + 1
            covered |= {(row, column) for row in range(top, bottom + 1)
                        for column in range(left, end + 1)} - {(top, left)}
    return spans, covered


def regions(boxes: Sequence[Box]) -> list[list[Box]]:
    """Divide a sheet's cells at the empty rows below which another table begins."""
    groups: list[list[list[Box]]] = [[]]
    reach = 0
    for number, row in enumerate(by_row(boxes)):
        if any(box.text for box in row):
            groups[-1].append(row)
            reach = max(reach, *(box.row + box.rows for box in row if box.text))
        elif number >= reach and groups[-1]:
            groups.append([])
    found: list[list[list[Box]]] = []
    for group in filter(None, groups):
        if found and _has_body(found[-1]) and _begins_table(group):
            found.append(group)
        else:
            found[-1:] = [[*(found[-1] if found else []), *group]]
    return [[box for row in group for box in row] for group in found]


def _has_body(group: Sequence[Sequence[Box]]) -> bool:
    return sum(len(_filled(row)) > 1 for row in group) > 1


def _begins_table(group: Sequence[Sequence[Box]]) -> bool:
    """Tell a title above heads, or heads that begin with 序号, from rows that go on a table."""
    first, heads = next(((i, filled) for i, row in enumerate(group)
                         if len(filled := _filled(row)) > 1), (0, []))
    short = len(heads) > 1 and all(
        len(head) <= HEAD and not head[0].isdigit() for head in heads)
    return short and (first > 0 or heads[0] in NUMBERS)


def _filled(row: Sequence[Box]) -> list[str]:
    return [box.text for box in row if box.text]
