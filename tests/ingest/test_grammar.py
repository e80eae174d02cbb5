"""Rules with many inputs, held against generated ones.

The examples are the same in every run, so a failure can be repeated.
"""

import datetime

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest import pipeline
from ingest.clean import clean
from ingest.errors import ReadError
from ingest.numbers import numbers
from ingest.numerals import integer, number
from ingest.periods import date, period, years
from ingest.text import Text

EXAMPLES = settings(max_examples=100, deadline=None, derandomize=True)
FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in "0123456789.%-"}
DIGITS = "零一二三四五六七八九"
SCALES = ("", "十", "百", "千")
BLANKS = st.sampled_from(["", " ", "\u3000", "\xa0", "  "])


def chinese(value: int) -> str:
    """Write a number below a trillion in Chinese numerals: 10205 → 一万零二百零五."""
    text, pending = "", False
    for power, myriad in ((2, "亿"), (1, "万"), (0, "")):
        section = value // 10_000 ** power % 10_000
        if section:
            if text and (pending or section < 1000):
                text += "零"
            text += _section(section) + myriad
        pending = bool(text) and not section
    return text.removeprefix("一") if text.startswith("一十") else text or "零"


def _section(value: int) -> str:
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10 ** power % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + SCALES[power]
            gap = False
        else:
            gap = True
    return text


@EXAMPLES
@given(st.one_of(st.integers(0, 120), st.integers(0, 10 ** 12 - 1)))
@example(0)
@example(10)
@example(110)
@example(1005)
@example(10_205)
@example(100_000)
@example(20_000_300)
@example(100_000_001)
def test_chinese_numerals_there_and_back(value: int) -> None:
    assert integer(chinese(value)) == value
    assert number(chinese(value)) == value


def test_the_writer_of_this_test_writes_as_one_does() -> None:
    assert [chinese(value) for value in (0, 10, 12, 20, 105, 110, 1005, 10_205, 100_000)] == [
        "零", "十", "十二", "二十", "一百零五", "一百一十", "一千零五", "一万零二百零五", "十万"]


@EXAMPLES
@given(st.lists(st.sampled_from("〇一二三四五六七八九"), min_size=2, max_size=6))
def test_digits_one_by_one(digits: list[str]) -> None:
    values = [str("〇一二三四五六七八九".index(digit)) for digit in digits]
    assert integer("".join(digits)) == int("".join(values))


@EXAMPLES
@given(st.integers(1, 10 ** 9), st.sampled_from([("", 1), ("万", 10_000), ("亿", 10 ** 8)]),
       st.integers(0, 3))
def test_arabic_numerals_with_scale_and_decimals(value: int, scale: tuple[str, int],
                                                 places: int) -> None:
    sign, factor = scale
    written = f"{value / 10 ** places:.{places}f}"
    assert number(written + sign) == round(value / 10 ** places * factor, 6)
    assert number(f"{value:,}") == value


# --- numbers in phrases

UNITS = st.sampled_from(["名", "所", "个", "人次", "家", "项", "%", "个百分点", "万元", "台", "场",
"平方米"])
SIGNS = [("{}", ""), ("不少于{}", ">="), ("{}以上", ">="), ("不超过{}", "<="), ("{}以内", "<="),
         ("约{}", "~"), ("{}左右", "~"), ("新增{}", "increase"), ("减少{}", "decrease")]
VALUES = st.one_of(st.integers(1, 99_999).map(str),
                   st.integers(11, 9999).filter(lambda n: n % 10).map(lambda n: f"{n / 10:.1f}"))


@EXAMPLES
@given(VALUES, UNITS, st.sampled_from(SIGNS), st.booleans(), BLANKS, BLANKS,
       st.sampled_from(["", "，", "。", "；全面推进"]))
def test_numbers_keep_value_unit_and_comparator_however_they_are_written(
        value: str, unit: str, sign: tuple[str, str], wide: bool, before: str, after: str,
        end: str) -> None:
    pattern, comparator = sign
    written = value.translate(FULL_WIDTH) if wide else value
    mark = unit.translate(FULL_WIDTH) if wide else unit
    head, tail = pattern.split("{}")
    form = clean(Text(f"培养教师{head}{before}{written}{after}{mark}{tail}{end}")).form
    (one,) = numbers(form, 0, len(form))
    factor = 10_000 if unit.startswith("万") else 1
    assert one.value == number(value) * factor
    assert (one.upper, one.unit, one.comparator) == (None, unit.removeprefix("万"), comparator)


@EXAMPLES
@given(st.integers(1, 500), st.integers(1, 500), UNITS, st.booleans(),
       st.sampled_from(["-", "—", "－", "～", "~", "–", "至", "到"]))
def test_ranges_keep_both_ends(low: int, more: int, unit: str, wide: bool, dash: str) -> None:
    written = f"{low}{dash}{low + more}{unit}"
    form = clean(Text(f"建设{written.translate(FULL_WIDTH) if wide else written}。")).form
    (one,) = numbers(form, 0, len(form))
    factor = 10_000 if unit.startswith("万") else 1
    assert (one.value, one.upper) == (low * factor, (low + more) * factor)
    assert (one.unit, one.comparator) == (unit.removeprefix("万"), "range")


@EXAMPLES
@given(st.integers(2, 99), st.sampled_from(["名", "所", "个", "项", "场"]))
def test_chinese_numerals_count_behind_a_verb_of_doing(value: int, unit: str) -> None:
    (one,) = numbers(f"新建{chinese(value)}{unit}", 0, 20)
    assert (one.value, one.unit) == (value, unit)


# --- periods

YEARS = st.integers(2000, 2049)
DASHES = st.sampled_from(["-", "—", "－", "～", "–", "至", "到", "年至", "年-"])


@EXAMPLES
@given(YEARS, st.integers(0, 15), DASHES, st.booleans(), st.sampled_from(["", "（", "教育规划（"]))
def test_periods(first: int, more: int, dash: str, wide: bool, before: str) -> None:
    last = min(first + more, 2049)
    written = f"{first}{dash}{last}年"
    form = clean(Text(before + (written.translate(FULL_WIDTH) if wide else written))).form
    assert period(form) == (first, last)
    assert years(form)[-1] == last


@EXAMPLES
@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2049, 12, 31)),
       st.sampled_from(["{}年{}月{}日", "{}-{}-{}", "{}.{}.{}", "{}/{}/{}"]), st.booleans())
def test_dates(day: datetime.date, pattern: str, wide: bool) -> None:
    written = pattern.format(day.year, day.month, day.day)
    form = clean(Text(written.translate(FULL_WIDTH) if wide else written)).form
    assert date(form) == day.isoformat()


# --- text and bytes

ALPHABET = ("教育局安全科一二十百万所名年责任单位牵头新增第章首页12034①●"
            ".．、，。；：（）()《》“”%-— \t\u3000\u200b\r\n\f")


@EXAMPLES
@given(st.text(ALPHABET, max_size=300))
@example("\n\n")
@example("a\r\n\r\nb")
@example("安\n— 1 —\n全，\n科")
def test_spans_are_where_they_say(stored: str) -> None:
    cleaned = clean(Text(stored))
    assert len(cleaned.form) == len(cleaned.text)
    for start, end in cleaned.bounds:
        for low, high in ((start, end), (start, start + 1), (end - 1, end), (start, end - 1)):
            if low < high:
                span = cleaned.span(low, high)
                assert stored[span.start:span.end] == span.quote
                assert span.quote.startswith(cleaned.text[low])
                assert span.quote.endswith(cleaned.text[high - 1])


@EXAMPLES
@given(st.text(ALPHABET, max_size=300))
def test_cleaning_takes_away_and_adds_nothing(stored: str) -> None:
    cleaned = clean(Text(stored))
    rest = iter(stored)
    assert all(c in rest for c in cleaned.text.replace("\n", ""))
    assert cleaned.text.count("\n") >= len(cleaned.bounds)


@EXAMPLES
@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf\n")
@example(b"\xff\xfe\x00\x4e")
def test_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        reading = pipeline.read(content, "文件.txt", pipeline.knowledge())
    except ReadError:
        return
    assert reading.answer["tasks"] or reading.warnings


LINES = st.sampled_from([
    "江阴市教育局2024年工作要点", "一、加强安全", "二、提升质量", "（一）校园安全",
    "（二）食品安全", "1.排查隐患。开展检查。", "2.完善制度。制定《校园安全办法》。",
    "3．新建学校3-5所，覆盖率达到95%以上。", "①定期检查。", "——随机抽查。",
    "加强演练。组织应急演练不少于2次，提升能力。", "责任单位：安全科、公安局",
    "（牵头：安全科；配合：基教科）", "总体要求", "保障措施", "2024年工作打算", "序号", "重点任务",
    "主要内容", "责任单位", "完成时限", "1", "2", "安全科", "2024年底", "序号\t任务\t责任单位",
    "1\t校园安全\t安全科", "附件", "江阴市教育局", "2024年3月5日", "首页", "- 1 -", "",
    "上一篇：无", "由教育局牵头，财政局配合。", "新增教师百余名，比例为45:55，", "“双减”",
    "特此通知。"])


@EXAMPLES
@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\r\n", "\n\n", "\f"]))
def test_any_order_of_the_genres_lines_is_read_with_evidence(lines: list[str], end: str) -> None:
    text = end.join(["一、工作", *lines, "1", "完"])
    reading = pipeline.read(text.encode(), "文件.txt", pipeline.knowledge())
    for one in (*reading.batch.nodes, *reading.batch.edges):
        if "quote" in one.properties:
            start, end_ = one.properties["start_char"], one.properties["end_char"]
            assert reading.text[start:end_] == one.properties["quote"]      # type: ignore[misc]
            assert one.properties["quote"]
