"""Decodes the bytes of a text or page whose charset may be named, named wrongly, or not at all."""

import codecs
import re

from charset_normalizer import from_bytes

from ingest.errors import ReadError

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"))
META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})"""
                  rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})""", re.IGNORECASE)
META_WITHIN = 8192
# What browsers read a name as: the supersets, since pages hold more than the set they name.
SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030",
             "gb18030": "gb18030", "cp936": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs",
             "x-x-big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
CHINESE = ("gb18030", "big5hkscs")
COMMON = frozenset("的一是不了在有和人年中为为大上地会到以育教学工作县市区局校生发展提高全加强实施"
                   "為會個國學這來時對發實縣區開關與業設")
SAMPLE = 20_000         # characters that are looked at to tell one encoding from another
LOST = 50               # one character in so many may be broken, as in a text that a site cut
ODD = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff]")   # what binary files give


def decode(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of bytes, and warnings: by byte order mark, by the bytes, by the named set.

    UTF-8 is looked for first: bytes that hold Chinese and fit it are it, whatever a page says.
    Line ends and everything else stay as they are. Raise ReadError where the bytes are empty,
    binary, or in an encoding that is not known here.
    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _checked(content[len(mark):].decode(encoding, "replace"), name)
    if b"\0" in content:
        read = (_strict(content, encoding) for encoding in ("utf-16-le", "utf-16-be"))
        wide = max((text for text in read if text), key=_wideness, default="")
        if _wideness(wide) <= 0:
            raise ReadError(f"{name}: the file is binary, no text.")
        return _checked(wide, name)
    if (text := _strict(content, "utf-8")) is not None:
        return _checked(text, name, sure=True)
    named = _named(content)
    fitting = [text for encoding in dict.fromkeys((named, *CHINESE))
               if (text := _strict(content, encoding)) is not None]
    if fitting and (best := max(fitting, key=_commonness)) and _commonness(best) > 0:
        return _checked(best, name)
    return _damaged(content, named, name)


def _wideness(text: str) -> float:
    """Return how far a text read as UTF-16 is one: of common Chinese characters, or of ASCII."""
    ascii_ = sum(" " <= c < "\x7f" or c in "\r\n\t" for c in text[:SAMPLE])
    return _commonness(text) or (ascii_ * 2 > len(text[:SAMPLE]))


def _named(content: bytes) -> str:
    match = META.search(content[:META_WITHIN])
    name = (match[1] or match[2]).decode("ascii").lower() if match else "utf-8"
    name = SUPERSETS.get(name, name)
    try:
        return "utf-8" if codecs.lookup(name).name.startswith("utf-16") else name
    except LookupError:
        return "utf-8"


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):     # LookupError: a codec that gives no text
        return None


def _commonness(text: str) -> float:
    """Return the share of the commonest Chinese characters; wrong bytes give rare ones."""
    wide = [c for c in text[:SAMPLE * 10] if c > "\x7f"][:SAMPLE]
    return sum(c in COMMON for c in wide) / len(wide) if wide else 0.0


def _damaged(content: bytes, named: str, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of bytes that fit no encoding wholly: of that which loses least."""
    likely = ("utf-8", "gb18030", *(e for e in CHINESE[1:] if e == named))
    texts = [content.decode(encoding, "replace") for encoding in likely]
    best = min(texts, key=lambda text: text.count("\ufffd"))
    if best.count("\ufffd") * LOST <= len(best) and _commonness(best) > 0:
        return _checked(best, name)
    guess = from_bytes(content[:SAMPLE * 10]).best()
    text = _strict(content, guess.encoding) if guess else None
    return _checked(text if text and _commonness(text) > 0 else "\ufffd", name)


def _checked(text: str, name: str, *, sure: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return a text, and a warning where a little of it was lost; refuse it where much was.

    Where the encoding is not `sure`, the signs of a wrong one count as lost.
    """
    if not text.strip():
        raise ReadError(f"{name}: the file is empty.")
    if "\0" in text:
        raise ReadError(f"{name}: the file is binary, no text.")
    lost = text.count("\ufffd")
    if max(lost, 0 if sure else len(ODD.findall(text))) * LOST > len(text):
        raise ReadError(f"{name}: the text is in no encoding that is known here; save it as UTF-8.")
    return text, (f"有{lost}处编码损坏，这些字未能读出。",) if lost else ()
