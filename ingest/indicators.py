"""Makes indicators of numbers: what each measures, who governs it, when it is due."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ingest import periods
from ingest.facts import Indicator, Period
from ingest.numbers import Number, numbers
from ingest.text import Range
from ingest.vocabulary import load

SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
CLAUSE_END = "，；：！？。\n"
OPENERS = re.compile(
    r"^(?:[；，。]|\d{1,2}[.、）](?!\d)|（\d{1,2}）|[①-⑳]|其中|按照|并且?|同时|分别|力争|争取|确保|预计|计划|拟|将|全年|年内|今年|当年|本年度|每年|[一二三四五]年(?:内|共|累计|间|来)?(?!级|制)|"
    r"到?(?:20\d\d)年(?:底之?前|末之?前|底|末|前|内)?|年底前?|\d{1,2}月(?:底|末|初|份)?之?前|目前|现有|已|共计?|累计|全区|全市|全县|全省|"
    r"至少|不少于|不低于|努力|基本|实现|约|近(?!视)|超(?![重过大])|在|第[一二三]是|[一二三四五六七八九]是|和|及|以及|与|、|[一二三四五]、|（|-)+")
LINKS = re.compile(
    r"(?:(?:总数|总计|合计|共计|共有|累计|共|总量)?(?:力争|争取|确保|努力|基本|均|都|要|也|则|稳定|保持|控制|提升|提高|增加|增长|下降|降低|压减|扩大|达|突破|"
    r"上升|缩减|增至|降至|[升降增减压](?=[到至为])|分别|为|是|有|占|至少|不少于|不低于|不小于|不超过|不高于|超过|超|高于|低于|约|近|接近|大约|逾|到|至|在|了|达到|各|仅|：|-|“|从|由|20\d\d年的?))+$")
COMPARED = re.compile(r"(?:比|较)(?:上年|去年|上一?年度?|同期|年初|20\d\d年)|同比|环比")
RATES = ("率", "比例", "占比", "比重", "面积", "总数", "总量", "数量", "经费", "标准")
BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
FUTURE = re.compile(r"将(?!近)|年初(?:安排|确定|下达|计划)|力争|争取|预计|计划|拟|打算|下一步|目标")
REACHED = re.compile(
    r"(?:到|至|达|为|占)$|(?:[到至](?!20\d\d|年|\d{1,2}月)|达|为|占)(?=[^到至达为占]{0,12}$)")
PRESENT = re.compile(
    r"目前|现有|已有|已建|截至|截止|(?<![较比])(?:上年|去年)|已经?(?:建|完|达|创|实|评)")
# 由35%, 由2020年的47%, before 增至70%: what there was before.
BASELINE = re.compile(
    r"[由从](?:(?:20\d\d|上|去|前)年?(?:底|末|初)?的?|原来?的?|[现已]有?的?|目前的?|[年当]初的?|不足|[约近])*$")
RISES = re.compile(r"(?:提高|提升|增|上升|升|扩|降|减|压|缩|下降).{0,4}[到至为]")
SOFT = re.compile(r"力争|争取|努力|尽量|原则上|基本(?!公共|均衡|养老|医疗|制度|办学|情况|功|建设)")
ONLY_JOINED = re.compile(r"[和及与、]")
NO_NOUN = r"(?!率|幅|量|额|点|机制)"
REACH = 200         # characters around a number in which its measure stands
LONGEST = 60        # characters of a measure


@dataclass(frozen=True, slots=True)
class Setting:
    """What a stretch of text says of all its numbers: the status of its task, and the years."""

    status: str
    period: Period | None
    year: int | None = None     # of a table's column


@cache
def _governing() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = load("units")
    up, down, verbs = ("|".join(sorted(words, key=len, reverse=True)) for words in (
        data["governing"]["increase"], data["governing"]["decrease"], data["verbs"]))
    return (re.compile(rf"(?:{up}){NO_NOUN}"), re.compile(rf"(?:{down}){NO_NOUN}"),
            re.compile(verbs))


def indicators(text: str, form: str, start: int, end: int, setting: Setting) -> Iterator[Indicator]:
    """Yield the indicators of a stretch of the clean text."""
    found = list(numbers(form, start, end))
    if not found:
        return
    first = 0
    for sentence in SENTENCE.finditer(form, start, end):
        behind = first
        while behind < len(found) and found[behind].at[0] < sentence.end():
            behind += 1
        if behind > first:
            inside = found[first:behind]
            yield from _shared_out(form, inside, list(
                _sentence(text, form, sentence.span(), inside, setting)))
        first = behind


def _shared_out(form: str, found: list[Number], made: list[Indicator]) -> list[Indicator]:
    """Give each number behind 分别 its own measure: 公办率、普惠率分别达到55%、90%.

    Where the last is much longer, it holds a noun that all share: 小学、初中校际差异系数.
    """
    first = 0
    for i in range(1, len(found) + 1):
        if i < len(found) and ONLY_JOINED.fullmatch(form, found[i - 1].at[1], found[i].at[0]):
            continue
        parts = ONLY_JOINED.split(made[first].measure)
        respective = "分别" in form[made[first].at[0]:found[first].at[0]]
        if respective and i - first == len(parts) > 1 and len(parts[-1]) < 2 * len(parts[0]):
            made[first:i] = [replace(one, measure=part)
                             for one, part in zip(made[first:i], parts, strict=True)]
        first = i
    return made


def _sentence(text: str, form: str, sentence: Range, found: list[Number],
              setting: Setting) -> Iterator[Indicator]:
    governing, context, last = "=", "", ""
    previous = sentence[0]
    for i, one in enumerate(found):
        before, after = _surroundings(form, sentence, found, i)
        verb = _verb(form, max(previous, before[0]), before[1])
        if verb:
            governing, context = verb[0], form[max(before[0], verb[1] - 12):verb[1]]
        elif "；" in form[previous:before[1]]:
            governing, context = "=", ""
        reaches = REACHED.search(form, before[0], before[1])
        opening = text[max(sentence[0], before[0] - 16):before[0]].rstrip("，").rpartition("，")[2]
        measure = _measure(text[before[0]:before[1]], text[after[0]:after[1]],
                           "" if verb else context, last, "" if i else opening)
        base = _is_baseline(form, sentence, found, i)
        yield Indicator(
            measure=measure[:LONGEST],
            comparator=_comparator(one, "=" if reaches else governing, _joined(form, found, i),
                                   carried=verb is None),
            value=one.value, upper=one.upper, unit=one.unit,
            due=_due(form, sentence, one, setting, base=base),
            kind="actual" if base else _kind(form[slice(*before)], setting),
            at=(before[0] + _opening(form, before), max(one.at[1], after[1])),
            soft=not base and SOFT.search(form, before[0], one.at[0]) is not None)
        last, previous = measure, max(one.at[1], after[1])


def _is_baseline(form: str, sentence: Range, found: list[Number], i: int) -> bool:
    """Tell a number from which another one sets out: 由35%增至70%."""
    start, end = found[i].at
    following = found[i + 1].at[0] if i + 1 < len(found) else start
    return bool(RISES.match(form, end, following)
                and BASELINE.search(form, max(sentence[0], start - 20), start))


def _joined(form: str, found: list[Number], i: int) -> str:
    """Return the comparator that a number shares with its neighbour: 分别不低于50%和80%."""
    for first, second, other in ((i - 1, i, i - 1), (i, i + 1, i + 1)):
        if first >= 0 and second < len(found):
            between = form[found[first].at[1]:found[second].at[0]]
            sign = found[other].comparator
            if ONLY_JOINED.fullmatch(between) and sign in (">=", "<=", "~"):
                return sign
    return ""


def _surroundings(form: str, sentence: Range, found: list[Number], i: int) -> tuple[Range, Range]:
    """Return the stretches before and after a number that say what it measures.

    What stands before reaches back to the clause's start or the number before; what follows counts
    only where it goes straight on (30名优秀书记), up to the next number or the end of the clause.
    """
    start, end = found[i].at
    first, last = max(sentence[0], start - REACH), min(sentence[1], end + REACH)
    low = max([first, *(form.rfind(mark, first, start) + 1 for mark in CLAUSE_END)])
    if i and found[i - 1].at[1] > low:
        low = max(low, min(found[i - 1].at[1], start))
        low = max(low, form.rfind("、", low, start) + 1 if "、" in form[low:start]
                  and _direct(form, found[i - 1].at[1]) else low)
    high = next((p for p in range(end, last) if form[p] in CLAUSE_END), last)
    if i + 1 < len(found):
        following = found[i + 1].at[0]
        if following < high:
            cut = form.rfind("、", end, following)
            high = cut if cut > 0 else following if not _direct(form, end) else _noun_end(
                form, end, following)
    after = (end, high) if _direct(form, end) and found[i].unit != ":" else (end, end)
    return (low, start), after


def _noun_end(form: str, end: int, following: int) -> int:
    for joint in ("和", "及", "与"):
        cut = form.rfind(joint, end, following)
        if cut > 0:
            return cut
    return following


def _direct(form: str, end: int) -> bool:
    """Tell whether words go straight on behind a number."""
    if form[end:end + 1] == "（":                 # 6个（…）重点项目
        end = form.find("）", end) + 1 or end
    return form[end:end + 1] not in "和及与" and (
        "\u4e00" <= form[end:end + 1] <= "\u9fff" or form[end:end + 1] in ("“", "《"))


def _verb(form: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the verb that governs a number, "increase", "decrease" or "=", and where it ends.

    A verb of change goes before others: in 新增…建设项目2项 the second is part of a name.
    """
    for kind, pattern in zip(("increase", "decrease", "="), _governing(), strict=True):
        matches = list(pattern.finditer(form, start, end))
        if matches:
            return kind, matches[-1].end()
    return None


def _comparator(one: Number, governing: str, joined: str, *, carried: bool) -> str:
    """Return a number's comparator: its own words', the one's it is joined to, its verb's."""
    if one.comparator:
        return one.comparator
    if joined:
        return joined
    if governing not in ("increase", "decrease") or one.unit == ":" or (
            carried and one.unit in ("%", "")):
        return "="
    return governing


def _opening(form: str, before: Range) -> int:
    match = OPENERS.match(form[before[0]:before[1]])
    return match.end() if match else 0


def _measure(head: str, tail: str, context: str, last: str, clause_before: str) -> str:
    """Put together what is measured from the words before and after the number.

    `context` are the words up to the verb that governs the list, `last` the measure before.
    """
    head = OPENERS.sub("", head.strip(" “”（，、"))
    if COMPARED.match(head):                      # 比上年提高: of what was measured before
        return last + head
    head = LINKS.sub("", _without_examples(head)).strip(" “（：")
    tail = LINKS.sub("", tail.removeprefix("的")).strip(" ）")
    if context and not head.endswith(RATES) and (
            (head and not tail and len(head) < 14) or (tail and not head)):
        head = LINKS.sub("", OPENERS.sub("", context)) + head
    if len(head + tail) <= 2 and clause_before:   # 在省教学大赛中，获6金
        head = clause_before + head
    whole = f"{head}{tail}" or last or context
    return BRACKETED.sub("", whole) if len(whole) > LONGEST // 2 else whole


def _without_examples(head: str) -> str:
    """Cut the examples before 等: 完成甲校、乙校等[7个项目] → 完成."""
    if not head.endswith("等"):
        return head
    verb = _governing()[2].match(head)
    return verb[0] if verb else ""


def _due(form: str, sentence: Range, one: Number, setting: Setting, *, base: bool) -> int | None:
    """Return the year by which a number holds; a baseline's is the one named or the year before."""
    if base and setting.period and not periods.BASE.search(form, sentence[0], one.at[0]):
        return setting.period[0] - 1
    named = periods.due(form, max(sentence[0], one.at[0] - 2 * REACH), one.at[0])
    if setting.year is not None and not named:
        return setting.year
    if named and setting.period and not setting.period[0] - 6 <= named <= setting.period[1] + 15:
        named = None
    return named or (setting.period[1] if setting.period else None)


def _kind(clause: str, setting: Setting) -> str:
    if setting.status == "reported":
        return "target" if FUTURE.search(clause) else "actual"
    return "actual" if PRESENT.search(clause) else "target"
