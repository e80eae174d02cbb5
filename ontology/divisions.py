"""Administrative divisions by GB/T 2260: what is called so, where it lies, which one is meant.

`load` reads the table, `Divisions.find` finds the places named in a text, and `choose` tells which
one a document is about. `divisions.LICENSE.md` names the table's source.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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

WORDS = frozenset(re.findall(r"\w+", """
    合作 和平 比如 南部 解放 东方 动力 前进 港口 公安 友好 共和 友谊 平安 中方 凤凰 安定 延长 光明
    新兴 运河 万年 东风 红旗 南岸 会同 工农 大名 富裕 清水 高明 前锋 复兴 长子 清新 宏伟 平定 洞口
    阿里 温泉 向阳 振兴 三元 大方 威信 莲花 平和 名山 白云 桃源 文昌 二七 台前 石棉 丰满 双桥 文峰
    市郊 二道 无为 民权 小店 同心 宝塔 元宝 平房 万安 白玉 灯塔 大兴 木兰 天涯 七星 海棠 来宾 博爱
    回民 钟楼 鼓楼 江岸 金门 红星 方正 弥勒 黑水 安居 龙凤 麒麟 海盐 新民 安康 富民 清流 老城 爱民
    惠民 民和 新星 升平 上高 左权 孝义 云霄 天台 开化 天心 天元 登封 天柱 新会 奉节 兴化 民乐 阳春
    铜鼓 兴业 金牛 三台 五台 古塔 石鼓 博望 进贤 修文 明光 互助 通道 新建 兴国 惠农 资源 平原 新华
    中原 上街 上思 和政 政和 新和 兴和 云和 乐业 获嘉 高安 高要 高青 高平 化德 习水 会理 大新 大关
    大安 大余 大足 大化 大悟 资中 新干 尚志 尚义 崇文 崇仁 崇信 崇义 崇礼 同仁 同德 四方 元氏 江口
    河口 新市 全州 全南 新城 路桥 城厢 城中 城东 城西 城南 城北 城关 市中 市南 市北 东市 西市 中市
    南市 北市 上城 下城 东城 西城 南城 北城 桥东 桥西 路南 路北 河东 河西 江东 江北 江南 铁东 铁西
    东山 西山 南山 北山 东湖 西湖 南湖 站前 中站 学习 提高 社会 机会 大会 协会 教师 师资 投资 师德
    立德 品德 道德 校长 园长 院长 局长 班长 家长 增长 成长 生长 特长 公开 召开 展开 公平 水平 均衡
    平衡 文明 阳光 健康 小康 高中 初中 集中 其中 加大 扩大 重大 壮大 网上 线上 课上 推广 隆重 幸福
    音乐 快乐 制定 规定 确定 认定 稳定 确保 环保 社保 医保 安全 自信 诚信 语文 人文 进修 研修 选修
    必修 创新 更新 全新 党建 创建 构建 搭建 共建 组建 建设 乡镇 城镇 城乡 每天 当天 今天 获得 取得
    光荣 优秀 完成 形成 组成 建成 普通 交通 结合 综合 融合 整合 特色 新乡村 新乡贤 习近平 市区
    和安 普惠 实惠 滨江 滨海 江海 巩固 稳固 牢固 面临 建平 便利 平台
"""))
"""Everyday words that are short forms too (合作 of 合作市), or end where one begins.

In a text they name no place, and none begins inside them: 衡水 in 均衡水平, 重庆 in 隆重庆祝.
"""

RETIRED_LONG_AGO = 2000
"""Places that ended before this year are known by their full names alone."""
OTHER = re.compile(r"大学|师范|学院|理工|路|大街|日报|晚报|银行")
"""What makes a body's or a street's name of a short form: 南京大学, 北京路."""
HAN = re.compile(r"[\u3400-\u9fff]")
CLEAR = 3
"""One place is meant rather than another when it is named three times as often."""
MANY = 5
"""Where more places than these are named alike, none of them is the text's own."""


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


@dataclass(frozen=True, slots=True)
class Resolved:
    """The one place that is meant."""

    code: str


@dataclass(frozen=True, slots=True)
class Open:
    """The places that may be meant, where the text does not decide."""

    candidates: tuple[Division, ...]


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
            if short and name in WORDS:
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
        names = sorted({*self._names, *self._short_names, *WORDS})
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
        name[:-1] in WORDS and text.startswith(("级", "域"), end))


def choose(divisions: Divisions, issuer: Sequence[Mention], title: Sequence[Mention],
           body: Sequence[Mention]) -> Resolved | Open | None:
    """Tell which place a document is about, from the places that its parts name.

    Issuer and title go before the body, and of places in a line (江苏省, 常州市) the last is meant.
    A name that several places bear (鼓楼区) is decided by what else is named, or not at all. Where
    issuer and title name nothing, the body has to speak clearly for one place. Returns nothing
    where no place stands out.
    """
    names = _counted(body)
    weights = _weights(divisions, names + _counted([*issuer, *title]))
    full = {code for name in names if not name.short for code in name.candidates}
    parts = [[mention for mention in part if not mention.short] or
             [mention for mention in part
              if mention.start == 0 or not full.isdisjoint(mention.candidates)]
             for part in (issuer, title)]
    if any(parts):
        return _headed(divisions, parts, weights)
    return _prevailing(divisions, names, weights)


def _counted(mentions: Iterable[Mention]) -> Counter[Mention]:
    """Count the mentions that differ in nothing but their place, a full name twice."""
    counts: Counter[Mention] = Counter()
    for mention in mentions:
        counts[replace(mention, start=0, end=0)] += 1 if mention.short else 2
    return counts


def _weights(divisions: Divisions, names: Counter[Mention]) -> Counter[str]:
    """Count how often each place is named: first where its name says it, then by context too."""
    weights: Counter[str] = Counter()
    for _ in range(2):
        before, weights = weights, Counter()
        for name, count in names.items():
            if _decided(divisions, rows := _meant(divisions, name, before), before):
                weights[rows[0].code] += count
    return weights


def _meant(divisions: Divisions, mention: Mention, weights: Counter[str]) -> tuple[Division, ...]:
    """Return those of a mention's candidates that remain, given how often which place is named.

    Existing places go before former ones, unless the text names only what the former lay in.
    """
    rows = [row for row in divisions.named(mention.name) if row.code in mention.candidates]
    ends = {row.valid_to for row in rows} - {None}
    renumbered = ends & {row.valid_from for row in rows}
    rows = [row for row in rows if row.valid_to not in renumbered]
    current = [row for row in rows if row.valid_to is None]
    placed = [row for row in rows if any(weights[code] for code in divisions.line(row))]
    if current:
        rows = current if not placed or not set(placed).isdisjoint(current) else placed
    best = [row for row in rows if not any(
        _beats(divisions, other, row, weights) for other in rows)]
    return tuple(best or rows)


def _decided(divisions: Divisions, rows: Sequence[Division], weights: Counter[str]) -> bool:
    """Tell whether one place remains; a zone (高新区) only where what it lies in is named too."""
    return len(rows) == 1 and (rows[0].level != "zone" or any(
        weights[code] for code in divisions.line(rows[0])))


def _usual(divisions: Divisions, mention: Mention,
           rows: tuple[Division, ...]) -> tuple[Division, ...]:
    """Return what a short form stands for if nothing else decides.

    That is a province, or the place that the others lie in: 吉林 is 吉林省, 承德 is 承德市.
    """
    if not mention.short:
        return rows
    codes = {row.code for row in rows}
    highest = [row for row in rows if codes.isdisjoint(divisions.line(row))]
    return tuple([row for row in highest if row.level == "province"] or highest)


def _beats(divisions: Divisions, one: Division, other: Division, weights: Counter[str]) -> bool:
    """Tell whether the text speaks clearly for one place rather than for the other.

    What both lie in speaks for neither; where one lies in the other, its own name decides.
    """
    mine, others = {one.code, *divisions.line(one)}, {other.code, *divisions.line(other)}
    if one.code in others or other.code in mine:
        mine, others = {one.code}, {other.code}
    weight = sum(weights[code] for code in mine - others)
    return weight > 0 and weight >= CLEAR * sum(weights[code] for code in others - mine)


def _headed(divisions: Divisions, parts: Sequence[Sequence[Mention]],
            weights: Counter[str]) -> Resolved | Open:
    """Choose the last in line of the places that issuer and title name.

    What the title names is passed over where it is not in line with what the issuer names.
    """
    lines: dict[Division, set[str]] = {}
    doubtful: list[tuple[Division, ...]] = []
    for part in parts:
        before = dict(lines)
        for mention in part:
            rows = _usual(divisions, mention, _meant(divisions, mention, weights))
            line = {rows[0].code, *divisions.line(rows[0])}
            if not _decided(divisions, rows, weights):
                doubtful.append(rows)
            elif not before or any(line <= other or other <= line for other in before.values()):
                lines[rows[0]] = line
    for rows in doubtful:
        codes = {row.code for row in lines}
        left = [row for row in rows if not codes or not codes.isdisjoint(divisions.line(row))]
        if left:
            return Open(tuple(left))
    last = [row for row, line in lines.items() if not any(line < other for other in lines.values())]
    under = _under(divisions, weights)
    for row in last:
        if under[row.code] >= CLEAR * sum(under[other.code] for other in last if other != row):
            return Resolved(row.code)
    return Open(tuple(last))


def _prevailing(divisions: Divisions, names: Counter[Mention],
                weights: Counter[str]) -> Resolved | Open | None:
    """Choose the place that the body names clearly more often than any other.

    Goes down from the provinces as long as one place holds nearly all that is named at its level
    and is not named less than what it lies in.
    """
    heaviest = max(weights.values(), default=0)
    doubts: Counter[tuple[Division, ...]] = Counter()
    for name, count in names.items():
        rows = _meant(divisions, name, weights)
        if not _decided(divisions, rows, weights):
            doubts[rows] += count
    if max(heaviest, *doubts.values(), 0) < 2:
        return None    # a lone short form: more likely a part of other words
    if doubts and max(doubts.values()) > heaviest:
        return Open(max(doubts, key=lambda rows: doubts[rows]))
    under = _under(divisions, weights)
    place = ""
    while parts := [code for code in under if (divisions.by_code(code).parent or "") == place]:
        best = max(parts, key=lambda code: under[code])
        alone = under[best] >= CLEAR * sum(under[code] for code in parts if code != best)
        if alone and under[best] >= weights[place]:
            place = best
        elif weights[place] >= under[best] * (CLEAR if alone else 1):
            break
        else:
            return _rivals(divisions, place, weights)
    return Resolved(place) if under[place] >= CLEAR else Open((divisions.by_code(place),))


def _rivals(divisions: Divisions, place: str, weights: Counter[str]) -> Open | None:
    """Return the places within one that are named most, if these are few and named often."""
    within = [row for row in map(divisions.by_code, weights)
              if not place or place in (row.code, *divisions.line(row))]
    most = max(weights[row.code] for row in within)
    rivals = sorted((row for row in within if weights[row.code] * CLEAR >= most),
                    key=lambda row: (-weights[row.code], row.code))
    return Open(tuple(rivals)) if len(rivals) <= MANY and most >= CLEAR else None


def _under(divisions: Divisions, weights: Counter[str]) -> Counter[str]:
    """Add to the weight of each place the weights of all that lies in it."""
    under = Counter(weights)
    for code, weight in weights.items():
        for above in divisions.line(divisions.by_code(code)):
            under[above] += weight
    return under
