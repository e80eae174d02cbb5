"""Finds who answers for a task: notes in brackets, on lines of their own, at the end, in prose.

Only units count that the text names for the task; office-holders, addressees and persons do not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest import bodies
from ingest.facts import Range
from ingest.vocabulary import load
from ingest.words import cut as words_of

BRACKET = re.compile(r"（((?:[^（）]|（[^（）]*）)*)）")
SPLIT = re.compile(r"[、，,/；; ]+(?![^（]*）)")
JOINED = re.compile(r"以及|[和与及]")
ETC = re.compile(r"(?:等(?:相关|有关|各)?(?:单位|部门|科室|处室|股室|成员单位)?|（[^）]*(?:下同|排名)[^）]*）)$")
ROLE_SUFFIX = re.compile(r"（(牵头|配合|负责|主办|协办)(?:单位|部门|科室)?）$")
NO_NAME = ("下同", "排名不分先后", "牵头单位", "责任单位")
SHORTEST = 3    # characters of a unit's name
LONGEST = 24    # characters of a unit's name
CLOSING = re.compile(r"[，。；、 ]*$")
EXPLAINS = ("含", "包括", "如", "即", "以下简称", "不含", "其中")    # openings of other brackets


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of owner notes, compiled."""

    label: re.Pattern[str]      # a label with its colon
    bare: re.Pattern[str]       # a label without one, at the start
    only: re.Pattern[str]       # nothing but a label
    time: re.Pattern[str]       # a field that says by when
    verb: re.Pattern[str]       # units and the verb behind them
    first_leads: re.Pattern[str]
    times: frozenset[str]
    roles: dict[str, str]       # stem or verb → role


@cache
def words() -> Words:
    """Return the compiled vocabulary."""
    data = load("owners")
    roles = {word: role for table in ("stems", "verbs") for role, entries in data[table].items()
             for word in entries}
    stems = _any(word for entries in data["stems"].values() for word in entries)
    verbs = _any(word for entries in data["verbs"].values() for word in entries)
    label = rf"(?P<stem>{stems})(?:{_any(data['nouns'])})?"
    none = _any(data["officers"] + data["times"])
    times = _any(data["times"])
    adverbs = _any(data["adverbs"])
    return Words(
        label=re.compile(rf"(?:(?P<none>{none})|(?P<content>{_any(data['contents'])})|{label})(?:（[^）]*）)? ?："),
        bare=re.compile(rf"（?(?P<stem>{stems})(?:{_any(data['nouns'])})(?:）|[为 ]|(?=各))"),
        time=re.compile(rf"(?:{times}) ?：([^；。\n]{{2,20}})"),
        only=re.compile(rf"{label} ?"),
        verb=re.compile(rf"(?P<by>由|以)?(?P<names>[^，；。：由]+?)(?:{adverbs})*(?P<verb>{verbs})"),
        first_leads=re.compile(data["first_leads"]),
        times=frozenset(data["times"]), roles=roles)


def _any(entries: Iterator[str] | list[str]) -> str:
    return "|".join(sorted(entries, key=len, reverse=True))


def notes(form: str, start: int, end: int) -> Iterator[Range]:
    """Yield the stretches of a paragraph that are notes on owners.

    A note is a bracket with a label or with units and verb, a bracket at the end that holds only
    units, or what follows a label after a full stop or at the paragraph's start.
    """
    data = words()
    until, after = end, end
    for match in data.label.finditer(form, start, end):
        before = form[start:match.start()].rstrip(" ")
        if match["content"]:
            after = match.start() if until < end else end
        elif until == end and match["none"] not in data.times and (not before or before[-1] in "。；！）") and not _inside(before):
            until = match.start()
        if after < end:
            break
    for bracket in BRACKET.finditer(form, start, until):
        if data.only.fullmatch(bracket[1]):                 # 【责任单位】甲、乙
            yield bracket.start(), end
            return
        if _is_note(bracket[1], bool(CLOSING.match(form, bracket.end(), until))):
            yield bracket.span()
    if until < end:
        yield until, after


def _inside(before: str) -> bool:
    """Tell whether a bracket is open at the end of this text."""
    return before.count("（") > before.count("）")


def _is_note(text: str, closing: bool) -> bool:
    """Tell a bracket that names owners, by its label or, where it closes, by its names."""
    if any(not match["content"] for match in words().label.finditer(text)):
        return True
    if not closing or text.startswith(EXPLAINS):
        return False
    names = [name for name, _ in parse(text, first_leads=False)]
    return bool(names) and all(bodies.kind(name) for name in names)


def parse(note: str, *, first_leads: bool) -> list[tuple[str, str]]:
    """Return (unit, role) for each unit that a note names, in its order, each once a role.

    `note` is in one form, without the bracket around it. `first_leads`: the first of each list of
    responsible units is the lead.
    """
    data = words()
    note = data.first_leads.sub("", note.strip("。； "))
    if BRACKET.fullmatch(note):
        note = note[1:-1]
    found: list[tuple[str, str]] = []
    labels = list(data.label.finditer(note))
    ends = [match.start() for match in labels[1:]] + [len(note)] * bool(labels)
    head = note[:labels[0].start()] if labels else note
    if match := data.bare.match(head):
        found += _list(head[match.end():], data.roles[match["stem"]], first_leads=first_leads)
    else:
        found += _verbs(head, bare=not labels)
    for match, end in zip(labels, ends, strict=True):
        if match["stem"]:
            text = note[match.end():end].strip("（ ")
            found += (_verbs(text, bare=False) if _verb_final(text) else
                      _list(text, data.roles[match["stem"]], first_leads=first_leads))
    return list(dict.fromkeys(found))


def _verb_final(text: str) -> bool:
    """Tell a list with verbs, 责任单位：基教科牵头，安全科配合, from a plain list."""
    match = words().verb.search(text)
    return bool(match) and text[match.end():match.end() + 1] in ("", "，", "；", "。")  # type: ignore[union-attr]


def _verbs(text: str, *, bare: bool) -> list[tuple[str, str]]:
    data = words()
    found: list[tuple[str, str]] = []
    position = 0
    for match in data.verb.finditer(text):
        role = data.roles[match["verb"]]
        before = _list(text[position:match.start()], role, first_leads=False)   # 财政局，各镇负责
        found += [pair for pair in before if bodies.kind(pair[0])]
        found += _list(match["names"].strip("，； "), role, first_leads=False)
        position = match.end()
    if not found and bare and not position:
        return _list(text, "responsible", first_leads=False)
    return found


def units(cell: str, role: str) -> list[tuple[str, str]]:
    """Return (unit, role) for a table cell that lists units under a head that gives the role."""
    return (_verbs(cell, bare=False) if _verb_final(cell) else
            _list(cell, role, first_leads=False))


def _list(text: str, role: str, *, first_leads: bool) -> list[tuple[str, str]]:
    """Split a list of units; a role in brackets behind a unit goes before the list's."""
    found: list[tuple[str, str]] = []
    for token in _names(text):
        own = role
        if suffix := ROLE_SUFFIX.search(token):
            own, token = words().roles[suffix[1]], token[:suffix.start()]
        if first_leads and role == "responsible" and own == role and not found:
            own = "lead"
        token = ETC.sub("", token).strip(" ：")
        if token.count("（") != token.count("）"):
            token = token.strip("（）")
        if token not in NO_NAME and 2 <= len(token) <= LONGEST and not token.isdigit():
            found.append((token, own))
    return found


def _names(text: str) -> Iterator[str]:
    for token in SPLIT.split(text):
        parts = JOINED.split(token)
        if len(parts) > 1 and all(bodies.kind(part) for part in parts):
            yield from parts
        elif token:
            yield from _run_together(token)


def _run_together(token: str) -> list[str]:
    """Cut names that lost the marks between them: 基教科安全科办公室.

    They must be of one kind, so 教育局办公室 and 教育督导委员会办公室 stay whole.
    """
    if len(token) < 2 * SHORTEST or bodies.is_group(token) or not bodies.several(token):
        return [token]
    names: list[str] = []
    rest = ""
    for word in words_of(token):
        rest += word
        if len(rest) >= SHORTEST - 1 and bodies.kind(rest):
            names.append(rest)
            rest = ""
    kinds = {bodies.kind(name) for name in names}
    return names if len(names) > 1 and not rest and len(kinds) == 1 else [token]


@cache
def _prose() -> re.Pattern[str]:
    data = load("owners")
    unit = bodies.pattern()
    verbs = _any([word for entries in data["verbs"].values() for word in entries])
    return re.compile(
        rf"(?:(?P<by>由)|形成|建立|构建|明确|(?<=[，。；：、])|^)"
        rf"(?P<names>{unit}(?:[、和与及]{unit})*)(?:等(?:相关|有关)?(?:部门|单位|科室)?)?"
        rf"(?P<adverbs>(?:{_any(data['adverbs'])})*)(?P<verb>{verbs})")


def prose(form: str, start: int, end: int) -> Iterator[tuple[Range, list[tuple[str, str]]]]:
    """Yield each sentence that names owners, with (unit, role) pairs.

    由…牵头 and …按职责分工负责 name owners; a mere 负责 or 配合 does only beside another of them,
    as in 教育部门负责具体工作、相关部门配合.
    """
    for sentence in re.finditer(r"[^。；！]+[。；！]?", form[start:end]):
        if "牵头" not in sentence[0] and "负责" not in sentence[0]:
            continue
        matches = list(_prose().finditer(sentence[0]))
        verbs = {words().roles[match["verb"]] for match in matches}
        sure = [match for match in matches
                if match["by"] or match["verb"].startswith("牵头") or "职责" in match["adverbs"]]
        if not sure and not ({"responsible", "cooperating"} <= verbs):
            continue
        pairs = [pair for match in matches
                 for pair in _list(match["names"], words().roles[match["verb"]],
                                  first_leads=False)]
        if pairs:
            at = (start + sentence.start(), start + sentence.end())
            yield at, list(dict.fromkeys(pairs))
