"""Reads Markdown: its marks are kept in the stored text and left out of what is read."""

import re

from ingest.read.charset import decode
from ingest.text import Text

MARKS = re.compile(
    r"^ {0,3}#{1,6} +|[ #]+$|^ {0,3}> ?|^ *\+(?= )|\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}|^ *\*(?= )"
    r"|__|~~|`+"
    r"|!?\[(?=[^\]\n]*\]\()|\]\([^)\n]*\)|<br ?/?>|</?[a-z]+>|\\(?=[.\-*_#()\[\]])"
    r"|^ {0,3}(?:-{3,}|\*{3,}|={3,}) *$", re.MULTILINE)
HEADING = re.compile(r"^ {0,3}(?:#{1,6} +|(?=\*\*[^*\n]+\*\* *$))(?:\*\*)?", re.MULTILINE)


def read(content: bytes, name: str) -> Text:
    """Return the text of a Markdown file; tables with bars stay as they stand."""
    stored, warnings = decode(content, name)
    marks = tuple(match.span() for match in MARKS.finditer(stored))
    return Text(stored, noise=marks,
                bold=frozenset(m.end() for m in HEADING.finditer(stored)),
                warnings=warnings)
