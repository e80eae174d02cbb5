"""Reads the bytes of plain text."""

import codecs

from ingest.errors import ReadError
from ingest.text import Text

ENCODINGS = ("utf-8", "gb18030")
BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le",
        codecs.BOM_UTF16_BE: "utf-16-be"}
HAN = ("\u3400", "\u9fff")


def read(content: bytes, name: str) -> Text:
    """Return plain text, of whose layout nothing is known."""
    return Text(decode(content, name))


def decode(content: bytes, name: str) -> str:
    """Return the text of the bytes: by their byte order mark, else UTF-8, else GB18030.

    Line ends and everything else stay as they are, so offsets fit the file. Raise ReadError where
    the bytes are empty, binary or in another encoding.
    """
    encoding = next((e for mark, e in BOMS.items() if content.startswith(mark)), None)
    mark = next((mark for mark in BOMS if content.startswith(mark)), b"")
    if encoding is None and b"\0" in content:
        raise ReadError(f"{name}: the file is binary, no text.")
    text = _strict(content[len(mark):], (encoding,) if encoding else ENCODINGS, name)
    if not text.strip():
        raise ReadError(f"{name}: the file is empty.")
    if "\0" in text:
        raise ReadError(f"{name}: the file is binary, no text.")
    return text


def _strict(content: bytes, encodings: tuple[str, ...], name: str) -> str:
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "gb18030" or _plausible(text):
            return text
    raise ReadError(f"{name}: the text is in no encoding that is known here "
                    f"({', '.join(encodings)}); save it as UTF-8.")


def _plausible(text: str) -> bool:
    """Tell Chinese text from other bytes that GB18030, which admits nearly all, happens to decode.

    Private-use characters and control characters are what the wrong bytes give.
    """
    odd = sum(1 for c in text if "\ue000" <= c <= "\uf8ff" or (c < " " and c not in "\t\r\n\f\v"))
    han = sum(1 for c in text if HAN[0] <= c <= HAN[1])
    return odd * 50 <= len(text) and (han * 5 >= len(text) or text.isascii())
