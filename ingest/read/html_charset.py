"""Decodes the bytes of a page whose charset may be named, named wrongly, or not at all."""

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


def decode(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the page's text and warnings: by byte order mark, by the bytes, by the named charset.

    UTF-8 is looked for first: bytes that hold Chinese and fit it are it, whatever the page says.
    Raise ReadError where no encoding fits.
    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _checked(content[len(mark):].decode(encoding, "replace"), name)
    if wide := _wide(content):
        return _checked(content.decode(wide, "replace"), name)
    named = _named(content)
    if (text := _strict(content, "utf-8")) is not None:
        return text, ()
    fitting = [text for encoding in dict.fromkeys((named, *CHINESE))
               if (text := _strict(content, encoding)) is not None]
    if fitting and (best := max(fitting, key=_commonness)) and _commonness(best) > 0:
        return best, ()
    return _damaged(content, named, name)


def _wide(content: bytes) -> str | None:
    """Return the name of UTF-16 without a mark: every other byte of its tags is zero."""
    if content[:1] == b"\0" and b"\0<" in content[:200]:
        return "utf-16-be"
    return "utf-16-le" if content[1:2] == b"\0" and b"<\0" in content[:200] else None


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
    return _checked("\ufffd" if text is None or "\0" in text else text, name)


def _checked(text: str, name: str) -> tuple[str, tuple[str, ...]]:
    """Return a text, and a warning where a little of it was lost; refuse it where much was."""
    lost = text.count("\ufffd")
    if lost * LOST > len(text):
        raise ReadError(f"{name}: the page is in no encoding that is known here; "
                        "save it as UTF-8.")
    return text, (f"网页有{lost}处编码损坏，这些字未能读出。",) if lost else ()
