"""Finds where a text names who answers for a task: in notes of every kind, and in prose."""

import re
from collections.abc import Iterator
from functools import cache

from ingest import bodies
from ingest.clean import Clean
from ingest.facts import Owner
from ingest.owners import BRACKET, any_of, names, parse, words
from ingest.text import Range
from ingest.vocabulary import load

CLOSING = re.compile(r"[，。；、 ]*$")
OFFICES = ("section", "bureau", "party", "institution", "committee", "group")
"""Kinds of bodies of which a bare list must name one; a list of schools explains something."""
EXPLAINS = ("含", "包括", "如", "即", "以下简称", "不含", "其中")    # openings of other brackets


def notes(form: str, start: int, end: int) -> Iterator[Range]:
    """Yield the stretches of a paragraph that are notes on owners.

    A note is a bracket with a label, a bracket at the start or the end that holds only units and
    verbs, or what follows a label after a full stop or at the paragraph's start.
    """
    data = words()
    until, after = end, end
    for match in data.label.finditer(form, start, end):
        before = form[start:match.start()].rstrip(" ")
        if match["content"]:
            after = match.start() if until < end else end
        elif until == end and match["none"] not in data.times and _opens(before):
            until = match.start()
        if after < end:
            break
    for bracket in BRACKET.finditer(form, start, until):
        if data.only.fullmatch(bracket[1]):                 # 【责任单位】甲、乙
            yield bracket.start(), end
            return
        edge = bracket.start() == start or bool(CLOSING.match(form, bracket.end(), until))
        if _is_note(bracket[1], edge=edge):
            yield bracket.span()
    if until < end:
        yield until, after


def _opens(before: str) -> bool:
    """Tell whether a note may open behind this text: after a full stop, outside of brackets."""
    closed = before.count("（") <= before.count("）")
    return not before or (before[-1] in "。；！）-" and closed)


def _is_note(text: str, *, edge: bool) -> bool:
    """Tell a bracket that names owners, by its label or, at an edge, by its names."""
    if any(not match["content"] for match in words().label.finditer(text)):
        return True
    if not edge or text.startswith(EXPLAINS):
        return False
    kinds = [None if name[0].isdigit() else bodies.kind(name)
             for name, _ in parse(text, first_leads=False)]
    return all(kinds) and any(kind in OFFICES for kind in kinds)


@cache
def _prose() -> re.Pattern[str]:
    data = load("owners")
    unit = bodies.pattern()
    verbs = any_of([word for entries in data["verbs"].values() for word in entries])
    return re.compile(
        rf"(?:(?P<by>由)|形成|建立|构建|明确|(?<=[，。；：、])|^)"
        rf"(?P<names>{unit}(?:[、和与及]{unit})*)(?:等(?:相关|有关)?(?:部门|单位|科室)?)?"
        rf"(?P<adverbs>(?:{any_of(data['adverbs'])})*)(?P<verb>{verbs})")


def prose(form: str, start: int, end: int) -> Iterator[tuple[Range, list[tuple[str, str]]]]:
    """Yield each sentence that names owners, with (unit, role) pairs.

    由…牵头 and …按职责分工负责 name owners; a mere 负责 or 配合 does only beside another of them,
    as in 教育部门负责具体工作、相关部门配合.
    """
    for sentence in re.finditer(r"[^。！]+[。！]?", form[start:end]):
        if "牵头" not in sentence[0] and "负责" not in sentence[0]:
            continue
        matches = list(_prose().finditer(sentence[0]))
        verbs = {words().roles[match["verb"]] for match in matches}
        sure = [match for match in matches
                if match["by"] or match["verb"].startswith("牵头") or "职责" in match["adverbs"]]
        if not sure and not ({"responsible", "cooperating"} <= verbs):
            continue
        pairs = [pair for match in matches
                 for pair in names(match["names"], words().roles[match["verb"]],
                                  first_leads=False)]
        if pairs:
            at = (start + sentence.start(), start + sentence.end())
            yield at, list(dict.fromkeys(pairs))


def named(clean: Clean, note: Range, *, first_leads: bool) -> list[Owner]:
    """Return the owners that a note names."""
    text = clean.form[note[0]:note[1]].replace("\n", "")
    return owned(clean, parse(text, first_leads=first_leads), note)


def owned(clean: Clean, pairs: list[tuple[str, str]], at: Range) -> list[Owner]:
    """Make owner records with the names as written, where they stand unbroken."""
    found = []
    for name, role in pairs:
        start = clean.form.find(name, *at)
        found.append(Owner(clean.text[start:start + len(name)] if start >= 0 else name,
                           role, explicit=True, at=at))
    return found
