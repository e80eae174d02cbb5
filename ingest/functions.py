"""Tells which functions the name of a section or body says: 职社科 → vocational, lifelong.

A name says them by its own words, or is short for the one full name beside it: 发规科 beside
发展规划科. Where the words do not decide (综合科) it says none.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest import bodies, stems
from ingest.segments import Functions, Piece
from ontology.names import plain

MARKS = re.compile(r"[“”‘’\"'《》]|第[一二三四五六七八九十\d]+(?=[纪派教督巡])"
                   r"|[一二三四五六七八九十](?=[科股处室]$)")      # 第三纪检组, 基教一科
BRACKETS = re.compile(r"\(([^()]*)\)")
BETWEEN = re.compile(r"[、/·,，+&\-]")
ENDING = 3      # characters of the ending of a full name: 办公室, 委员会
STRONG = ("label", "short")


@dataclass(frozen=True, slots=True)
class Performed:
    """A function by its slug; `method` is name (its words) or full_name (that of the full name)."""

    function: str
    method: str


def functions(name: str, beside: Collection[str] = ()) -> tuple[Performed, ...]:
    """Return the functions that a name says, in the order of its words.

    `beside` are the other names of the same document or city. A name that is not all whole words
    is taken for short for a full name there, where all such full names say the same functions.
    """
    said, own = _said(name), _bare(name)
    full: set[Functions] = set()
    if not said or any(one.sort == "short" for one in stems.read(own)):
        short = stems.bodied(own)[-1]
        full = {_said(other) for other in beside if len(other) > len(short)
                and short[-1:] in other[-ENDING:] and _shortens(short, other)}
    full.discard(())
    if len(full) == 1:
        return tuple(Performed(one, "full_name") for one in full.pop())
    return tuple(Performed(one, "name") for one in said)


@lru_cache(maxsize=stems.CACHED)
def _said(name: str) -> Functions:
    """Return the functions that the words of a name say."""
    text = MARKS.sub("", plain(name))
    inner = BRACKETS.findall(text)
    text = BRACKETS.sub("", text)
    if stems.pattern("many").match(text):
        return ()
    parts = [part for part in BETWEEN.split(text) if part]
    if not all(bodies.kind(part) for part in parts):    # 体育、卫生与艺术教育科 is one name
        parts = ["".join(parts)]
    own = [one for part in parts for one in _spoken(stems.read(part))]
    within = [one for part in inner for one in _said(part)]
    if within and bodies.kind(text) == "bureau" and bodies.kind(inner[0]) == "section":
        own = []                                        # 教育局(基教科) is the section
    return tuple(dict.fromkeys(own + within))


def _spoken(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Yield the functions of pieces, those left out that only say whose or what is done."""
    strong = [i for i, one in enumerate(pieces) if one.functions and one.sort in STRONG]
    for i, piece in enumerate(pieces):
        whose = piece.sort == "whose" and any(i < at for at in strong)
        done = piece.sort == "done" and any(at < i for at in strong)
        if not (whose or done):
            yield from piece.functions


def _bare(name: str) -> str:
    """Return a name without brackets and the marks between its words."""
    return BETWEEN.sub("", BRACKETS.sub("", MARKS.sub("", plain(name))))


def _shortens(short: str, other: str) -> bool:
    """Tell whether a name without its parent body is short for another one, a full name.

    It takes characters of it in order, its first one and some of its last label among them: 体艺科
    is short for 体育卫生与艺术教育科, 安信科 not for 安全法规与信息科技科. What is a stretch of the
    full name is a name of its own.
    """
    whole, labels = _labels(other)
    stem = stems.stem(short)
    if not labels or len(stem) < 2 or stem[0] != whole[0] or stem in whole:
        return False
    start = whole.rindex(labels[-1])
    # 教 of 成人教育 tells nothing where another label stands before it: 职教科.
    last = labels[-1] if len(labels) == 1 else labels[-1].replace("教育", "  ")
    if (at := last.rfind(stem[-1])) < 0:
        return False
    letters = iter(whole[:start + at])
    return all(letter in letters for letter in stem[:-1])


@lru_cache(maxsize=stems.CACHED)
def _labels(name: str) -> tuple[str, list[str]]:
    """Return a name without its place, and the labels in it."""
    pieces = stems.read(_bare(name))
    return ("".join(one.text for one in pieces),
            [one.text for one in pieces if one.functions])
