"""Reads the name of a section or body as pieces, without its place and its parent body."""

import re
from functools import cache, lru_cache

from ingest import bodies
from ingest.segments import Piece, cut, lexicon
from ingest.vocabulary import load

PART = re.compile(r"局|厅|总队|支队|大队|中队|所|站")
FURTHEST = 14       # characters of a name among which its place may end
LEADING = 4         # characters of an unknown place before a bureau
LONGEST = 60        # characters of a name; what is longer is a sentence
CACHED = 100_000    # names


@lru_cache(maxsize=CACHED)
def read(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a name without its place and parent body; nothing where none fits."""
    if not 0 < len(text) <= LONGEST:
        return ()
    *parent, own = bodied(text)
    pieces = _placed(own)
    return _placed(parent[0]) if parent and not pieces and PART.search(own) else pieces


def bodied(text: str) -> tuple[str, ...]:
    """Return a name as its parent body, if it has one, and its own: 县教育局, 基教科."""
    text = re.sub(load("functions")["posted"] + "(?=.{2,})", "", text, count=1)
    for match in reversed(list(pattern("parents").finditer(text))):
        if len(text) - match.end() >= 2:
            return text[:match.end()], text[match.end():]
    return (text,)


@lru_cache(maxsize=CACHED)
def stem(name: str) -> str:
    """Return a name without its ending: 招考中心 → 招考."""
    endings = [one for one in load("functions")["endings"] if name.endswith(one)]
    return name.removesuffix(max(endings, key=len, default=""))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of the vocabulary, compiled."""
    return re.compile(load("functions")[name])


def _placed(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a name that may begin with a place."""
    opening = pattern("openings").match(text)
    starts = [0, *([opening.end()] if opening else ()),
              *(match.end() for match in pattern("places").finditer(text, 0, FURTHEST)
                if match.end() < len(text) and _is_place(text[:match.start()]))]
    for start in starts:
        pieces = _told(text[start:])
        if pieces and not any(one.sort == "unknown" for one in pieces):
            return pieces
    return _partly(_told(text[starts[-1]:]), bureau=_is_bureau(text))


def _told(text: str) -> tuple[Piece, ...]:
    """Cut a name without its place; what has no function of its own has no pieces."""
    kind = bodies.kind(text)
    pieces = cut(text, lexicon(bureau=_is_bureau(text)))
    last = pieces[-1]
    if kind == "township" or text in load("functions")["none"] or (
            pattern("none_ends").search(text) and not last.functions):  # 供电公司 is a label
        return ()
    if kind == "school":
        taught = last.sort == "label" and set(last.functions) <= set(load("functions")["schools"])
        return pieces if taught else ()
    return pieces if any(one.functions for one in pieces) else _alone(text, pieces)


def _alone(text: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces of a name whose stem says a function only where it stands alone."""
    words = load("functions")
    own = "".join(one.text for one in pieces if one.sort != "ending")
    key = text if text in words["alone"] else own
    if key in words["alone"] and pieces[-1].sort == "ending" \
            and not text.endswith(tuple(words["associations"])):
        return (Piece(text, "label", (words["alone"][key],)),)
    return pieces


def _partly(pieces: tuple[Piece, ...], *, bureau: bool) -> tuple[Piece, ...]:
    """Return the known pieces of a name where they are enough, else nothing.

    Short forms count only in a bureau's name behind an unknown place: 柳岸教体局.
    """
    known = tuple(one for one in pieces if one.sort != "unknown")
    unknown = len(pieces) - len(known)
    if bureau:
        behind = all(one.sort != "unknown" for one in pieces[unknown:])
        return known if behind and 2 <= unknown <= LEADING and _said(known) >= 2 else ()
    kept = tuple(one for one in known if one.sort != "short")
    ends = bool(kept) and (kept[-1].sort == "ending" or kept[-1].functions)
    return kept if ends and unknown + len(known) - len(kept) <= _said(kept) else ()


def _said(pieces: tuple[Piece, ...]) -> int:
    """Return how many characters of pieces say functions."""
    return sum(len(one.text) for one in pieces if one.functions)


def _is_place(text: str) -> bool:
    """Tell whether a text may be a place's name without its kind: no word of functions is in it."""
    return not any(len(one.text) > 1 for one in cut(text, lexicon(bureau=False)))


def _is_bureau(text: str) -> bool:
    return text.endswith(("局", "厅"))
