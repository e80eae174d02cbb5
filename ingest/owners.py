"""Reads who answers for a task out of a note or a cell: names of units, and their roles.

Office-holders and persons are no owners.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ingest import bodies
from ingest.vocabulary import load
from ingest.words import cut as words_of

BRACKET = re.compile(r"（((?:[^（）]|（[^（）]*）)*)）")
SPLIT = re.compile(r"[、，,/；; ]+(?![^（]*）)")
JOINED = re.compile(r"以及|[和与及]")
ETC = re.compile(
    r"(?:等(?:相关|有关|各)?(?:单位|部门|科室|处室|股室|成员单位)?|（[^）]*(?:下同|排名)[^）]*）)$")
ROLE_SUFFIX = re.compile(r"（(牵头|配合|负责|主办|协办)(?:单位|部门|科室)?）$")
NO_NAME = ("下同", "排名不分先后", "牵头单位", "责任单位")
SHORTEST = 3    # characters of a unit's name
LONGEST = 24    # characters of a unit's name


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of owner notes, compiled."""

    label: re.Pattern[str]      # a label with its colon
    bare: re.Pattern[str]       # a label without one, at the start
    only: re.Pattern[str]       # nothing but a label
    time: re.Pattern[str]       # a field that says by when
    verb: re.Pattern[str]       # units and the verb behind them
    doing: re.Pattern[str]      # a verb alone
    first_leads: re.Pattern[str]
    times: frozenset[str]
    roles: dict[str, str]       # stem or verb → role


@cache
def words() -> Words:
    """Return the compiled vocabulary."""
    data = load("owners")
    roles = {word: role for table in ("stems", "verbs") for role, entries in data[table].items()
             for word in entries}
    stems = any_of(word for entries in data["stems"].values() for word in entries)
    verbs = any_of(word for entries in data["verbs"].values() for word in entries)
    label = rf"(?P<stem>{stems})(?:{any_of(data['nouns'])})?"
    none = any_of(data["officers"] + data["times"])
    times = any_of(data["times"])
    adverbs = any_of(data["adverbs"])
    return Words(
        label=re.compile(rf"(?:(?P<none>{none})|(?P<content>{any_of(data['contents'])})|{label})"
                         r"(?:（[^）]*）)?(?: ?：|(?<=[位门室构])为)"),
        bare=re.compile(rf"（?(?P<stem>{stems})(?:{any_of(data['nouns'])})(?:）|[为 ]|(?=各))"),
        time=re.compile(rf"(?:{times}) ?：([^；。\n]{{2,20}})"),
        only=re.compile(rf"{label} ?"),
        verb=re.compile(rf"(?P<by>由|以)?(?P<names>[^，；。：由]+?)(?:{adverbs})*(?P<verb>{verbs})"),
        doing=re.compile(verbs), first_leads=re.compile(data["first_leads"]),
        times=frozenset(data["times"]), roles=roles)


def any_of(entries: Iterable[str]) -> str:
    """Return the source of a pattern for any of the entries, the longest first."""
    return "|".join(sorted(entries, key=len, reverse=True))


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
        found += names(head[match.end():], data.roles[match["stem"]], first_leads=first_leads)
    else:
        units_ = names(head.strip("；， "), "responsible", first_leads=first_leads)
        found += _verbs(head) or [pair for pair in units_ if not labels or bodies.kind(pair[0])]
    for match, end in zip(labels, ends, strict=True):
        if match["stem"]:
            text = note[match.end():end].strip("（ ")
            found += (_verbs(text) if _verb_final(text) else
                      names(text, data.roles[match["stem"]], first_leads=first_leads))
    return list(dict.fromkeys(found))


def _verb_final(text: str) -> bool:
    """Tell a list with verbs, 责任单位：基教科牵头，安全科配合, from a plain list."""
    match = words().verb.search(text) if words().doing.search(text) else None
    return match is not None and text[match.end():match.end() + 1] in ("", "，", "；", "。")


def _verbs(text: str) -> list[tuple[str, str]]:
    data = words()
    found: list[tuple[str, str]] = []
    position = 0
    for match in data.verb.finditer(text):
        role = data.roles[match["verb"]]
        before = names(text[position:match.start()], role, first_leads=False)   # 财政局，各镇负责
        found += [pair for pair in before if bodies.kind(pair[0])]
        found += names(match["names"].strip("，； "), role, first_leads=False)
        position = match.end()
    return found


def units(cell: str, role: str, *, first_leads: bool) -> list[tuple[str, str]]:
    """Return (unit, role) for a table cell that lists units under a head that gives the role."""
    return _verbs(cell) if _verb_final(cell) else names(cell, role, first_leads=first_leads)


def names(text: str, role: str, *, first_leads: bool) -> list[tuple[str, str]]:
    """Split a list of units; a role in brackets behind a unit goes before the list's."""
    found: list[tuple[str, str]] = []
    for token in _tokens(text):
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


def _tokens(text: str) -> Iterator[str]:
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
    whole = rest or len(kinds) > 1 or any(name.endswith("委") and len(name) == 2 for name in names)
    return [token] if whole else names      # 市委教育工委 is one
