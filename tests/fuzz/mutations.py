"""Mutations of documents: what can happen to a file on its way, and what somebody may do to it.

Each is a function of bytes or of text and a random source, so that a seed makes the same input
everywhere.
"""

import random
import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import TypeVar

Data = TypeVar("Data", bytes, str)

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "utf-16-le", "latin-1", "utf-7")
STRANGE = ("<script>alert(1)</script>", "{}'\"`;DROP", "\u202e", "\0", "\ufeff", "（" * 50,
           "《" * 50, "一、" * 40, "<table><tr><td>" * 60, "责任单位：" * 20, "\r", "\f", "9" * 400,
           "%" * 99, "由" * 80, "、" * 300, "\u3000" * 500, "第一章" * 30, "|" * 200, "\t" * 200)


def cut(content: Data, _: Data, source: random.Random) -> Data:
    """Cut a stretch out, often the end."""
    start = source.randrange(len(content) or 1)
    return content[:start] if source.random() < 0.5 else (
        content[:start] + content[source.randrange(start, len(content) + 1):])


def splice(content: Data, other: Data, source: random.Random) -> Data:
    """Put a stretch of another document in."""
    at, start = source.randrange(len(content) + 1), source.randrange(len(other) or 1)
    return content[:at] + other[start:start + source.randrange(4000)] + content[at:]


def flip(content: Data, other: Data, source: random.Random) -> Data:
    """Put single characters, or bytes, of another document in the place of some."""
    for _ in range(source.choice((1, 3, 20, 200))):
        if not content:
            break
        at, start = source.randrange(len(content)), source.randrange(len(other) or 1)
        content = content[:at] + other[start:start + 1] + content[at + 1:]
    return content


def repeat(content: Data, _: Data, source: random.Random) -> Data:
    """Repeat a stretch many times."""
    start = source.randrange(len(content) or 1)
    piece = content[start:start + source.randrange(1, 300)]
    return content[:start] + piece * source.choice((2, 20, 200)) + content[start:]


def turn(content: Data, _: Data, source: random.Random) -> Data:
    """Put two stretches in each other's place."""
    low, high = sorted(source.randrange(len(content) + 1) for _i in range(2))
    return content[high:] + content[low:high] + content[:low]


MUTATIONS = (cut, splice, flip, repeat, turn)


def mutate(content: bytes, others: Sequence[bytes], source: random.Random) -> bytes:
    """Return a document changed by one or more mutations.

    Of a zipped document it is mostly a part that changes, of a text mostly its characters.
    """
    if content.startswith(b"PK") and source.random() < 0.8:
        return _inside(content, others, source)
    other = source.choice(others)
    for _ in range(source.choice((1, 1, 2, 3))):
        text = "" if source.random() < 0.2 else _text(content)
        if text and source.random() < 0.25:
            content = text.encode(source.choice(ENCODINGS), errors="replace")
        elif text:
            at = source.randrange(len(text))
            strange = text[:at] + source.choice(STRANGE) + text[at:]
            changed = source.choice(MUTATIONS)(text, _text(other), source)
            content = source.choice((strange, changed)).encode(errors="replace")
        else:
            content = source.choice(MUTATIONS)(content, other, source)
    return content


def _text(content: bytes) -> str:
    """Return the text of a document; nothing for one that is not all text."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return "" if b"\0" in content else content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _inside(content: bytes, others: Sequence[bytes], source: random.Random) -> bytes:
    """Mutate one part of a zipped document, so that its checksum is right."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(packed, "w") as after:
        chosen = source.choice([name for name in before.namelist() if name.endswith(".xml")])
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, mutate(part, others, source) if name == chosen else part)
    return packed.getvalue()
