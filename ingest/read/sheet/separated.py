"""Reads tables kept as text with separators."""

from csv import Error, reader
from io import StringIO
from itertools import islice

from ingest.errors import ReadError
from ingest.read.cell_grid import Box
from ingest.read.charset import decode
from ingest.read.draft import Draft
from ingest.read.sheet.markup import MAX_CELLS
from ingest.text import Text

DELIMITERS = (",", "\t", ";")
SAMPLE = 50             # rows that tell the delimiter
Rows = list[list[str]]


def read(content: bytes, name: str) -> Text:
    """Return the table of a CSV or TSV file; raise ReadError where it holds none that is bounded.

    The stored text is built from the cells: quotes and separators of the file are left out.
    """
    text, lost = decode(content, name)
    hint, text = _hint(text)
    warnings = [*lost]
    try:
        delimiter = hint or _delimiter(text)
        try:
            rows = _rows(text, delimiter, name)
        except Error:       # quotes that are text, or that nothing closes
            rows = _rows(text, delimiter, name, quoted=False)
            warnings.append("表中引号不成对，按原样读出。")
    except Error as error:
        raise ReadError(f"{name}: a cell of the table is too long, or is no text; "
                        "save the file as .xlsx.") from error
    draft = Draft()
    draft.table([Box(i, j, 1, 1, cell) for i, row in enumerate(rows)
                 for j, cell in enumerate(row)])
    return draft.text(warnings=warnings)


def _hint(text: str) -> tuple[str | None, str]:
    """Return the delimiter that a first line `sep=;` names, and the text after it."""
    first, _, rest = text.partition("\n")
    mark = first.strip().strip('"')
    if mark.lower().startswith("sep=") and len(mark) == len("sep=") + 1:
        return mark[-1], rest
    return ("\t", rest) if first.rstrip("\r").lower() == "sep=\t" else (None, text)


def _delimiter(text: str) -> str:
    """Return the separator that gives the most rows of one width, then the widest."""
    def fit(delimiter: str) -> tuple[int, int]:
        try:
            rows = list(islice(reader(StringIO(text, newline=""), delimiter=delimiter), SAMPLE))
        except Error:
            return 0, 0
        widths = [len(row) for row in rows if len(row) > 1]
        usual = max(widths, key=widths.count, default=0)
        return widths.count(usual), usual
    return max(DELIMITERS, key=fit)


def _rows(text: str, delimiter: str, name: str, *, quoted: bool = True) -> Rows:
    rows: Rows = []
    cells = 0
    # 3 is csv.QUOTE_NONE: quotes are text.
    for row in reader(StringIO(text, newline=""), delimiter=delimiter, strict=quoted,
                      quoting=0 if quoted else 3):
        cells += len(row)
        if cells > MAX_CELLS:
            raise ReadError(f"{name}: the table has more than {MAX_CELLS} cells; split it.")
        rows.append([_cell(cell) for cell in row])
    return rows


def _cell(cell: str) -> str:
    return "\n".join(line.strip() for line in cell.splitlines() if line.strip())
