"""Reads files of every format into a `Text`: by what their bytes show, else by their ending."""

import zipfile
from importlib import import_module
from io import BytesIO
from pathlib import Path

from ingest.errors import ReadError
from ingest.text import Text

MAX_BYTES = 64 * 1024 * 1024
MAX_CHARACTERS = 1_000_000      # of a text: more than a thousand pages
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"   # Word and Excel before 2007, and files with a password

READERS = {
    ".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".docx": "docx", ".docm": "docx", ".pdf": "pdf",
    ".xlsx": "sheet.workbook", ".xlsm": "sheet.workbook", ".csv": "sheet.separated",
    ".tsv": "sheet.separated"}
"""The module of this package that reads files with an ending."""
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
    module = _by_bytes(content, name) or READERS.get(Path(name).suffix.lower(), "plain")
    # A reader's libraries are loaded with the first file that needs them; plain text needs none.
    text: Text = import_module(f"ingest.read.{module}").read(content, name)
    if not text.stored.strip():
        raise ReadError(f"{name}: the file is empty.")
    if len(text.stored) > MAX_CHARACTERS:
        raise ReadError(f"{name}: the text has more than {MAX_CHARACTERS:,} characters; split it.")
    return text


def _by_bytes(content: bytes, name: str) -> str | None:
    """Return the reader for what the bytes show, whatever the file is called."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"{\\rtf"):
        raise ReadError(f"{name}: this is rich text (RTF); save it as .docx.")
    if content.startswith(OLE):
        ending = READERS.get(Path(name).suffix.lower())
        return ending if ending == "sheet.workbook" else "docx"
    if content.startswith(b"PK\x03\x04"):
        return _by_parts(content)
    if b"<" in content[:2048]:
        from ingest.read.html import looks_like

        return "html" if looks_like(content) else None
    return None


def _by_parts(content: bytes) -> str:
    """Return the reader for a zipped file by the names of its parts."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = []
    return "sheet.workbook" if any(part.startswith("xl/") for part in names) else "docx"
