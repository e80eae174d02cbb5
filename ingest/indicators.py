"""Makes indicators of numbers: what each measures, who governs it, when it is due."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.facts import Indicator, Period, Range
from ingest.numbers import Number, numbers
from ingest.periods import due
from ingest.vocabulary import load

SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
CLAUSE_END = "，；：！？。\n"
OPENERS = re.compile(
    r"^(?:其中|并且?|同时|分别|力争|争取|确保|预计|计划|拟|将|全年|年内|今年|当年|本年度|每年|三年内|[一二三四五]年内|"
    r"到?(?:20\d\d)年(?:底|末|前|内|底前|年底前)?|年底前?|目前|现有|已|共计?|累计|全区|全市|全县|全省|"
    r"至少|不少于|不低于|努力|基本|实现|约|近|超|在|第[一二三]是|[一二三四五六七八九]是|和|及|以及|与|、|[一二三四五]、|（|-)+")
LINKS = re.compile(
    r"(?:(?:总数|总计|合计|共计|共有|累计|共|总量)?(?:力争|争取|确保|努力|基本|均|都|要|也|则|稳定|保持|控制|提升|提高|增加|增长|下降|降低|压减|扩大|达|突破|"
    r"上升|缩减|增至|降至|为|是|有|占|至少|不少于|不低于|不小于|不超过|不高于|超过|超|高于|低于|约|近|接近|大约|逾|到|至|在|了|达到|各|仅|：|-|“|从|由|比))+$")
FUTURE = re.compile(r"将(?!近)|力争|争取|预计|计划|拟|打算|下一步|目标")
PRESENT = re.compile(r"目前|现有|已有|已建|截至|截止|上年|去年|已经?(?:建|完|达|创|实|评)")
BOUND = re.compile(r"比(?:上年|去年|上一年|同期|20\d\d年)")
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
    up = "|".join(sorted(data["governing"]["increase"], key=len, reverse=True))
    down = "|".join(sorted(data["governing"]["decrease"], key=len, reverse=True))
    verbs = "|".join(sorted(data["verbs"], key=len, reverse=True))
    return re.compile(f"{up}"), re.compile(f"{down}"), re.compile(f"{up}|{down}|{verbs}")


def indicators(text: str, form: str, start: int, end: int, setting: Setting) -> Iterator[Indicator]:
    """Yield the indicators of a stretch of the clean text."""
    for sentence in SENTENCE.finditer(form, start, end):
        found = list(numbers(form, sentence.start(), sentence.end()))
        if found:
            yield from _sentence(text, form, sentence.span(), found, setting)


def _sentence(text: str, form: str, sentence: Range, found: list[Number],
              setting: Setting) -> Iterator[Indicator]:
    governing, context, last = "", "", ""
    previous = sentence[0]
    for i, one in enumerate(found):
        before, after = _surroundings(form, sentence, found, i)
        head = text[before[0]:before[1]]
        verb = _last_verb(form, max(previous, before[0]), before[1])
        if verb:
            governing = verb[0]
            context = form[max(before[0], verb[1] - 12):verb[1]]
        elif form[previous:before[1]].count("；"):
            governing = context = ""
        measure = _measure(form, head, text[after[0]:after[1]], context if not verb else "", last)
        last = measure
        at = (before[0] + _opening(form, before), max(one.at[1], after[1]))
        yield Indicator(
            measure=measure[:LONGEST], comparator=_comparator(one, governing, form, before),
            value=one.value, upper=one.upper, unit=one.unit,
            due=_due(form, sentence, one, setting), kind=_kind(form, sentence, before, setting),
            at=at)
        previous = at[1]


def _surroundings(form: str, sentence: Range, found: list[Number], i: int) -> tuple[Range, Range]:
    """Return the stretches before and after a number that say what it measures.

    What stands before reaches back to the clause's start or the number before; what follows counts
    only where it goes straight on (30名优秀书记), up to the next number or the end of the clause.
    """
    start, end = found[i].at
    low = max([sentence[0], *(form.rfind(mark, sentence[0], start) + 1 for mark in CLAUSE_END)])
    if i and found[i - 1].at[1] > low:
        low = max(low, min(found[i - 1].at[1], start))
        low = max(low, form.rfind("、", low, start) + 1 if "、" in form[low:start]
                  and _direct(form, found[i - 1].at[1]) else low)
    high = next((p for p in range(end, sentence[1]) if form[p] in CLAUSE_END), sentence[1])
    if i + 1 < len(found):
        following = found[i + 1].at[0]
        if following < high:
            cut = form.rfind("、", end, following)
            high = cut if cut > 0 else following if not _direct(form, end) else _noun_end(
                form, end, following)
    after = (end, high) if _direct(form, end) else (end, end)
    return (low, start), after


def _noun_end(form: str, end: int, following: int) -> int:
    for joint in ("和", "及", "与"):
        cut = form.rfind(joint, end, following)
        if cut > 0:
            return cut
    return following


def _direct(form: str, end: int) -> bool:
    """Tell whether words go straight on behind a number."""
    return end < len(form) and ("\u4e00" <= form[end] <= "\u9fff" or form[end] in "“《") \
        and form[end] not in "和及与"


def _last_verb(form: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the last verb of doing before a number: "increase", "decrease" or "", and its end."""
    up, down, any_verb = _governing()
    match = None
    for match in any_verb.finditer(form, start, end):
        pass
    if match is None:
        return None
    kind = "increase" if up.fullmatch(match[0]) else "decrease" if down.fullmatch(match[0]) else "="
    return kind, match.end()


def _comparator(one: Number, governing: str, form: str, before: Range) -> str:
    if one.comparator:
        return one.comparator
    if re.search(r"(?:到|至|达|为|占)$", form[before[0]:before[1]]):
        return "="
    return governing if governing in ("increase", "decrease") and one.unit != ":" else "="


def _opening(form: str, before: Range) -> int:
    match = OPENERS.match(form[before[0]:before[1]])
    return match.end() if match and before[0] + match.end() < before[1] else 0


def _measure(form: str, head: str, tail: str, context: str, last: str) -> str:
    """Put together what is measured from the words before and after the number."""
    head = OPENERS.sub("", head.strip(" “”（，、"))
    head = LINKS.sub("", head).strip(" “（：")
    tail = re.sub(r"^的", "", tail).strip(" ）")
    if context and head and not tail and len(head) < 14 or context and tail and not head:
        head = LINKS.sub("", OPENERS.sub("", context)) + head
    whole = f"{head}{tail}"
    return whole or last or context


def _due(form: str, sentence: Range, one: Number, setting: Setting) -> int | None:
    named = due(form, sentence[0], one.at[0])
    if setting.year is not None and not named:
        return setting.year
    if named and setting.period and not setting.period[0] - 6 <= named <= setting.period[1] + 15:
        named = None
    return named or (setting.period[1] if setting.period else None)


def _kind(form: str, sentence: Range, before: Range, setting: Setting) -> str:
    clause = form[max(sentence[0], before[0] - 12):before[1]]
    if setting.status == "reported":
        return "target" if FUTURE.search(clause) else "actual"
    return "actual" if PRESENT.search(clause) else "target"
