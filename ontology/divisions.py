"""Administrative divisions by GB/T 2260: what is called so, where it lies, which one is meant.

`load` reads the table, `Divisions.find` finds the places named in a text; `ontology.choice` tells
which one a document is about. `divisions.LICENSE.md` names the table's source.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from ontology.errors import DivisionError

COLUMNS = ["code", "name", "level", "parent", "valid_from", "valid_to"]
LEVELS = ("province", "prefecture", "county", "zone")
CODE = re.compile(r"[0-9A-Z]{6,12}")
YEAR = re.compile(r"(?:\d{4})?")
KIND = re.compile(r"(..+?)(特别行政区|自治[区州县旗]|[林矿新特]区|地区|[省市盟县区旗])")
PEOPLES = re.compile(
    r"(..+?)(?:(?:蒙古|[壮回藏羌彝白苗侗瑶傣佤怒满畲黎水土各]|土家|布依|哈尼|傈僳|拉祜|纳西|景颇|独龙|普米|布朗"
    r"|朝鲜|仡佬|仫佬|毛南|撒拉|保安|东乡|裕固|达斡尔|鄂温克)族|维吾尔|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯)+")
COMMON = re.compile(r"[城郊矿市新东西南北中]区|市郊区|[新老]城区|[新东西南北中]市区")
"""Names that are common nouns too: they name a place only right after the place they lie in."""


RETIRED_LONG_AGO = 2000
"""Places that ended before this year are known by their full names alone."""
OTHER = re.compile(r"大学|师范|学院|理工|路|大街|日报|晚报|银行")
"""What makes a body's or a street's name of a short form: 南京大学, 北京路."""
HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Division:
    """A province, prefecture, county or zone under one of its names.

    It is so called from the year `valid_from` (nothing: since 1984 or before) to the year
    `valid_to` (nothing: it still is).
    """

    code: str
    name: str
    level: str
    parent: str | None
    valid_from: int | None
    valid_to: int | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name at code points [start, end) of a text, with the codes that it may stand for.

    `short` tells that the kind is left out: 江阴 for 江阴市.
    """

    start: int
    end: int
    name: str
    candidates: tuple[str, ...]
    short: bool


@cache
def everyday() -> frozenset[str]:
    """Return everyday words that are short forms too (合作 of 合作市), or end where one begins.

    In a text they name no place, and none begins inside them: 衡水 in 均衡水平, 重庆 in 隆重庆祝.
    """
    return frozenset((files("ontology") / "everyday.txt").read_text("utf-8").split())


@cache
def load(extra: Path | None = None) -> "Divisions":
    """Load the table of the package, and a file of the same columns with places to add.

    The file's codes are six to twelve digits or capital letters that the table does not have; a
    zone (高新区) may lie in any of the other levels. Raises DivisionError.
    """
    lines = (files("ontology") / "divisions.csv").read_text("utf-8").splitlines()
    rows = [_division(row) for row in list(csv.reader(lines))[1:]]
    return Divisions(rows + (list(_added(extra, rows)) if extra else []))


def _added(path: Path, known: Iterable[Division]) -> Iterator[Division]:
    """Read a user's file; raise DivisionError with file, line and what is expected."""
    try:
        reader = csv.reader(path.read_text("utf-8-sig").splitlines())
        lines = [(reader.line_num, row) for row in reader if row]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DivisionError(f"{path} cannot be read as CSV in UTF-8: {error}.") from error
    if not lines or lines[0][1] != COLUMNS:
        raise DivisionError(f"{path}, line 1: the columns are not as expected; "
                            f"write {','.join(COLUMNS)}.")
    levels = {row.code: row.level for row in known}
    for line, row in lines[1:]:
        if fault := _fault(row, levels):
            raise DivisionError(f"{path}, line {line}: {fault}.")
        levels[row[0]] = row[2]
    for line, row in lines[1:]:
        division = _division(row)
        higher = LEVELS[:LEVELS.index(division.level)]
        if levels.get(row[3]) not in higher if higher else row[3]:
            raise DivisionError(
                f"{path}, line {line}: parent {row[3]!r} of {division.name} is no code of a higher "
                "level; give one of the table or of this file, and none for a province.")
        yield division


def _division(row: list[str]) -> Division:
    code, name, level, parent, begin, end = row
    return Division(code, name, level, parent or None, int(begin) if begin else None,
                    int(end) if end else None)


def _fault(row: list[str], levels: dict[str, str]) -> str:
    """Say what is wrong with a row in itself, and what is expected."""
    if len(row) != len(COLUMNS):
        return f"{len(row)} values stand here; give {len(COLUMNS)}: {','.join(COLUMNS)}"
    code, name, level, _, begin, end = row
    if not CODE.fullmatch(code):
        return f"code {code!r} is not understood; give six to twelve digits or capital letters"
    if code in levels:
        return f"code {code} stands already for another place; give one that is free"
    if len(name) < 2 or not HAN.match(name):
        return f"name {name!r} is not understood; give the full Chinese name, such as 武进区"
    if level not in LEVELS:
        return f"level {level!r} is unknown; give one of {', '.join(LEVELS)}"
    if not (YEAR.fullmatch(begin) and YEAR.fullmatch(end) and (begin < end or not end)):
        return f"the years {begin!r} to {end!r} are not understood; give four digits or nothing"
    return ""


class Divisions:
    """A table of divisions, with the ways to look into it."""

    def __init__(self, rows: Sequence[Division]) -> None:
        """Take the rows; of several with one code, the one that was valid last stands for it."""
        self._rows = rows
        by_end = sorted(rows, key=lambda row: row.valid_to or 9999)
        self._by_code = {row.code: row for row in by_end}

    def by_code(self, code: str) -> Division:
        """Return the division under its last name; raise DivisionError if the code is unknown."""
        try:
            return self._by_code[code]
        except KeyError:
            raise DivisionError(f"No division has the code {code!r}: check it, or give the place "
                                "in a file of further divisions.") from None

    def ancestors(self, code: str) -> tuple[Division, ...]:
        """Return what the division lies in, province first, without itself."""
        return tuple(map(self.by_code, self.line(self.by_code(code))))

    def line(self, division: Division) -> tuple[str, ...]:
        """Return the codes of what a division lies in, province first."""
        codes: list[str] = []
        parent = division.parent
        while parent:
            codes.insert(0, parent)
            parent = self._by_code[parent].parent
        return tuple(codes)

    def full_name(self, code: str) -> str:
        """Return the name as it stands before 教育局: 江阴市, 常州市武进区, 北京市朝阳区."""
        division = self.by_code(code)
        parent = division.parent and self._by_code[division.parent]
        if parent and division.level == "zone":
            return self.full_name(parent.code) + division.name
        if parent and division.name.endswith("区") and parent.name.endswith("市"):
            return parent.name + division.name
        return division.name

    def named(self, text: str) -> tuple[Division, ...]:
        """Return all that bear a name in full or short form, first those that still exist."""
        found = [*self._names.get(text, ()), *self._short_names.get(text, ())]
        return tuple(sorted(dict.fromkeys(found), key=lambda row: (
            row.valid_to is not None, LEVELS.index(row.level), row.code)))

    def find(self, text: str) -> list[Mention]:
        """Find the places named in a text, of overlapping names the leftmost and longest.

        A name right after that of a place stands for what lies there, if anything: 南京市鼓楼区.
        """
        automaton, names = self._automaton
        mentions: list[Mention] = []
        for pattern, start, end in automaton.find_matches_as_indexes(text):
            name = names[pattern]
            short = name not in self._names
            if short and name in everyday():
                continue
            bearers = self._short_names[name] if short else self._names[name]
            before = mentions[-1].candidates if mentions and mentions[-1].end == start else ()
            inside = [row for row in bearers if before and not set(before).isdisjoint(
                self.line(row))]
            if inside or _stands(name, text, start, end, short=short):
                codes = tuple(dict.fromkeys(row.code for row in inside or bearers))
                mentions.append(Mention(start, end, name, codes, short))
        return mentions

    @cached_property
    def _names(self) -> dict[str, tuple[Division, ...]]:
        return _grouped((name, row) for row in self._rows for name in forms(row.name))

    @cached_property
    def _short_names(self) -> dict[str, tuple[Division, ...]]:
        return _grouped((name, row) for row in self._rows
                        if row.level != "zone"
                        and (row.valid_to is None or row.valid_to >= RETIRED_LONG_AGO)
                        and (name := short_form(row.name)))

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, list[str]]:
        names = sorted({*self._names, *self._short_names, *everyday()})
        return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def forms(name: str) -> list[str]:
    """Return the full forms of a name: 恩施土家族苗族自治州 is 恩施州 too, 瀍河回族区 is 瀍河区."""
    stem, kind = _parts(name)
    plain = kind if kind == "自治区" else kind.removeprefix("自治")
    return list(dict.fromkeys((name, stem + plain)))


def short_form(name: str) -> str:
    """Return the name without its kind, or nothing where one character remains: 沙 of 沙县."""
    stem, kind = _parts(name)
    return stem if kind else ""


def _parts(name: str) -> tuple[str, str]:
    """Split a name into what it is called and what it is; peoples' names belong to neither."""
    if not (match := KIND.fullmatch(name)):
        return name, ""
    stem, kind = match.groups()
    if people := PEOPLES.fullmatch(stem):
        return people[1], kind
    return stem.removesuffix("族"), kind


def _grouped(pairs: Iterable[tuple[str, Division]]) -> dict[str, tuple[Division, ...]]:
    groups: dict[str, list[Division]] = {}
    for name, row in pairs:
        groups.setdefault(name, []).append(row)
    return {name: tuple(rows) for name, rows in groups.items()}


def _stands(name: str, text: str, start: int, end: int, *, short: bool) -> bool:
    """Tell whether what looks like a name is one where it stands: no 和县 in 各市和县教育局."""
    if short:
        return not OTHER.match(text, end)
    if len(name) == 2:
        return not COMMON.fullmatch(name) and not (start and HAN.match(text[start - 1]))
    return not COMMON.fullmatch(name) and not (
        name[:-1] in everyday() and text.startswith(("级", "域"), end))
