"""Reads files of every format into a `Text`: by what their bytes show, else by their ending."""

import re
import zipfile
from importlib import import_module
from io import BytesIO
from pathlib import Path

from ingest.errors import ReadError
from ingest.text import Text

MAX_BYTES = 64 * 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"   # Word and Excel before 2007, and files with a password

READERS = {
    ".txt": "plain.read", ".text": "plain.read", ".md": "markdown.read",
    ".markdown": "markdown.read", ".html": "html.read", ".htm": "html.read",
    ".docx": "docx.read", ".docm": "docx.read", ".pdf": "pdf.read", ".xlsx": "sheet.xlsx",
    ".xlsm": "sheet.xlsx", ".xls": "sheet.xlsx", ".csv": "sheet.csv", ".tsv": "sheet.csv"}
"""The function of this package that reads files with an ending."""
FORMATS = tuple(READERS)


def load(path: Path) -> bytes:
    """Return a file's bytes; raise ReadError for what is no readable file by its outside."""
    if path.suffix.lower() not in READERS:
        raise ReadError(f"{path.name}: files of type {path.suffix or 'none'!r} cannot be read; "
                        f"save it as one of {', '.join(FORMATS)}.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ReadError(f"{path.name}: the file is larger than {MAX_BYTES >> 20} MiB; "
                            "split it.")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path.name}: the file cannot be opened ({error.strerror}).") from error


def read(content: bytes, name: str) -> Text:
    """Return the text of a file's bytes; raise ReadError where they hold none."""
    reader = _by_bytes(content, name) or READERS.get(Path(name).suffix.lower(), "plain.read")
    module, function = reader.split(".")
    # A reader's libraries are loaded with the first file that needs them; plain text needs none.
    text: Text = getattr(import_module(f"ingest.read.{module}"), function)(content, name)
    if not text.stored.strip():
        raise ReadError(f"{name}: the file is empty.")
    return text


def _by_bytes(content: bytes, name: str) -> str | None:
    """Return the reader that the bytes show, whatever the file is called."""
    if b"%PDF-" in content[:1024]:
        return "pdf.read"
    if content.startswith(b"{\\rtf"):
        raise ReadError(f"{name}: this is rich text (RTF); save it as .docx.")
    if content.startswith(OLE):
        ending = READERS.get(Path(name).suffix.lower())
        return ending if ending == "sheet.xlsx" else "docx.read"
    if content.startswith(b"PK\x03\x04"):
        return _by_parts(content)
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|\?xml)", content[:512],
                re.IGNORECASE):
        return "html.read"
    return None


def _by_parts(content: bytes) -> str:
    """Return the reader of a zipped file by the names of its parts."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = []
    return "sheet.xlsx" if any(part.startswith("xl/") for part in names) else "docx.read"
