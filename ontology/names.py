"""Normal forms of names, on which ids are made."""

import re
import unicodedata

SPACE = re.compile(r"\s+")
MARKS = re.compile(r"[^\w]|_")


def plain(text: str) -> str:
    """Return a name with one width of letters and without spaces: 各镇（街道） → 各镇(街道)."""
    return SPACE.sub("", unicodedata.normalize("NFKC", text))


def bare(text: str) -> str:
    """Return only the letters and digits of a text, in one width and lower case."""
    return MARKS.sub("", unicodedata.normalize("NFKC", text)).lower()
