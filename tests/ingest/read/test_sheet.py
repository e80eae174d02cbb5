"""What task sheets give: each visible sheet as a table with its title and notes."""

import datetime
import time
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ingest.errors import ReadError
from ingest.read.sheet.formats import show
from ingest.read.sheet.separated import read as csv
from ingest.read.sheet.workbook import read as xlsx
from ingest.text import Text

HEADS = ["序号", "重点任务", "牵头单位", "完成时限"]
ROWS = [[1, "新建青禾路小学", "规划建设科", "8月底"], [2, "招聘教师120名", "人事科", "9月底"]]
BODY = ("序号\t重点任务\t牵头单位\t完成时限\n1\t新建青禾路小学\t规划建设科\t8月底\n"
        "2\t招聘教师120名\t人事科\t9月底\n")


def filled(sheet: Worksheet, rows: list[list[object]], first: int = 1) -> Worksheet:
    for i, row in enumerate(rows, first):
        for j, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(i, j).value = value
    return sheet


def saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def sheet(rows: list[list[object]], *merged: str) -> Text:
    book = Workbook()
    filled(book.active, rows)
    for area in merged:
        book.active.merge_cells(area)
    return xlsx(saved(book), "表.xlsx")


def changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return a package with a part changed, or added where it has none."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            assert name != part or old in data
            copy.writestr(name, data.replace(old, new) if name == part else data)
    return target.getvalue()


def cells(text: Text, number: int = 0) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.rows, c.columns, text.stored[c.start:c.end])
            for c in text.tables[number].cells]


def plain() -> bytes:
    book = Workbook()
    filled(book.active, [HEADS, *ROWS])
    return saved(book)


FIRST = "xl/worksheets/sheet1.xml"


# --- workbooks --------------------------------------------------------------------------------


def test_a_sheet_is_a_table() -> None:
    text = sheet([HEADS, *ROWS])
    assert text.stored == BODY
    assert (text.tables[0].start, text.tables[0].end) == (0, len(BODY) - 1)
    assert cells(text)[:6] == [(0, 0, 1, 1, "序号"), (0, 1, 1, 1, "重点任务"),
                               (0, 2, 1, 1, "牵头单位"), (0, 3, 1, 1, "完成时限"),
                               (1, 0, 1, 1, "1"), (1, 1, 1, 1, "新建青禾路小学")]
    assert (text.joined, text.noise, text.bold, text.warnings) == (frozenset(), (), frozenset(), ())
    assert (text.title, text.published, text.tables[0].page) == (None, None, None)


def test_title_and_note_rows_are_lines() -> None:
    text = sheet([["附件1"], ["澜桥区2024年重点任务表"],
                  ["填报单位：教育局", None, None, "日期：3月"], HEADS, *ROWS,
                  ["注：时限为当年。"], ["联系人：某某，电话见通讯录"]], "A2:D2", "A7:D7")
    assert text.stored == ("附件1\n澜桥区2024年重点任务表\n填报单位：教育局 日期：3月\n" + BODY
                           + "注：时限为当年。\n联系人：某某，电话见通讯录\n")
    assert len(text.tables) == 1
    assert cells(text)[0] == (0, 0, 1, 1, "序号")


def test_merged_ranges_are_spans() -> None:
    text = sheet([["类别", "任务", "目标", None], [None, None, "2024年", "2025年"],
                  ["学前", "园所", 3, 4], [None, "学位", 360, 480], ["二、义务教育"],
                  ["小学", "学位", 90, 95]],
                 "A1:A2", "B1:B2", "C1:D1", "A3:A4", "A5:D5")
    assert cells(text) == [
        (0, 0, 2, 1, "类别"), (0, 1, 2, 1, "任务"), (0, 2, 1, 2, "目标"),
        (1, 2, 1, 1, "2024年"), (1, 3, 1, 1, "2025年"),
        (2, 0, 2, 1, "学前"), (2, 1, 1, 1, "园所"), (2, 2, 1, 1, "3"), (2, 3, 1, 1, "4"),
        (3, 1, 1, 1, "学位"), (3, 2, 1, 1, "360"), (3, 3, 1, 1, "480"),
        (4, 0, 1, 4, "二、义务教育"),
        (5, 0, 1, 1, "小学"), (5, 1, 1, 1, "学位"), (5, 2, 1, 1, "90"), (5, 3, 1, 1, "95")]
    assert text.stored.splitlines()[1:4] == ["2024年\t2025年", "学前\t园所\t3\t4", "学位\t360\t480"]


def test_empty_rows_columns_and_cells() -> None:
    text = sheet([[], [None, "序号", None, "任务", "单位"], [None, 1, None, "建校", None], [],
                  [None, 2, None, None, "人事科"], [None, 3, None, "招聘", "人事科"]])
    assert text.stored == "序号\t任务\t单位\n1\t建校\t\n2\t\t人事科\n3\t招聘\t人事科\n"
    assert cells(text)[5] == (1, 2, 1, 1, "")


def test_line_breaks_in_cells_stay_and_tabs_are_blanks() -> None:
    text = sheet([["任务", "单位"], ["一是建校；\r\n\n 二是招聘。 ", "甲科\t乙科"]])
    assert [cell[4] for cell in cells(text)] == ["任务", "单位", "一是建校；\n二是招聘。",
                                                 "甲科 乙科"]
    assert text.stored == "任务\t单位\n一是建校；\n二是招聘。\t甲科 乙科\n"


def test_a_number_alone_in_the_last_row_is_a_row() -> None:
    assert sheet([HEADS, *ROWS, [3]]).stored == BODY + "3\t\t\t\n"


def test_another_table_below_an_empty_row() -> None:
    text = sheet([["表一"], HEADS, *ROWS, [], ["表二 指标"],
                  ["指标", "单位", "目标值"], ["入园率", "%", 96.5]])
    assert text.stored == "表一\n" + BODY + "表二 指标\n指标\t单位\t目标值\n入园率\t%\t96.5\n"
    assert [len(table.cells) for table in text.tables] == [12, 6]


def test_a_group_row_below_an_empty_row_goes_on_the_table() -> None:
    text = sheet([HEADS, *ROWS, [], ["二、教师"], [3, "培训骨干教师", "人事科", "全年"]])
    assert len(text.tables) == 1
    assert text.stored == BODY + "二、教师\t\t\t\n3\t培训骨干教师\t人事科\t全年\n"


def test_sheets_in_order_with_names_that_say_something() -> None:
    book = Workbook()
    filled(book.active, [HEADS, *ROWS])
    filled(book.create_sheet("指标表"), [["指标", "目标"], ["入园率", 0.96]])
    book.create_sheet("空表")
    hidden = filled(book.create_sheet("底稿"), [["隐", "隐"], ["隐", "隐"]])
    hidden.sheet_state = "hidden"
    filled(book.create_sheet("密"), [["隐"]]).sheet_state = "veryHidden"
    text = xlsx(saved(book), "表.xlsx")
    assert text.stored == BODY + "指标表\n指标\t目标\n入园率\t0.96\n"
    assert text.warnings == ("工作表“底稿”已隐藏，没有读取。", "工作表“密”已隐藏，没有读取。")


def test_hidden_rows_and_columns_are_no_text() -> None:
    book = Workbook()
    filled(book.active, [[*HEADS[:2], "隐", *HEADS[2:]], [9, "隐", "隐", "隐", "隐"],
                         *([*row[:2], "隐", *row[2:]] for row in ROWS)])
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["C"].hidden = True
    text = xlsx(saved(book), "表.xlsx")
    assert text.stored == BODY
    assert text.warnings == ("工作表“Sheet”有隐藏的行或列，没有读取。",)


def test_formulas_give_their_stored_results_only() -> None:
    book = Workbook()
    filled(book.active, [["任务", "数"], ["甲", "=1+2"], ["乙", "=1+3"]])
    content = changed(saved(book), FIRST, b"<f>1+2</f><v></v>", b"<f>1+2</f><v>3</v>")
    text = xlsx(content, "表.xlsx")
    assert text.stored == "任务\t数\n甲\t3\n乙\t\n"
    assert text.warnings == ("工作表“Sheet”有1个公式没有存下结果，没有读取。",)


def test_number_formats() -> None:
    book = Workbook()
    formats = [(35.0, "General"), (0.95, "0%"), (0.955, "0.0%"), (12345.678, "#,##0.0"),
               (7, '0"所"'), (datetime.date(2025, 6, 30), "yyyy-mm-dd"),
               (datetime.date(2025, 6, 1), 'yyyy"年"m"月"'),
               (datetime.datetime.fromisoformat("2025-06-01 09:30"), "yyyy/m/d h:mm"),
               (True, "General"),
               (datetime.date(2025, 9, 1), '[$-804]m"月"d"日"')]
    filled(book.active, [["指标", "值"]])
    for row, (value, code) in enumerate(formats, 2):
        filled(book.active, [["甲", value]], row)
        book.active.cell(row, 2).number_format = code
    assert [cell[4] for cell in cells(xlsx(saved(book), "表.xlsx"))][3::2] == [
        "35", "95%", "95.5%", "12,345.7", "7所", "2025-06-30", "2025年6月", "2025-06-01 09:30",
        "TRUE", "9月1日"]


@pytest.mark.parametrize(("value", "code", "shown"), [
    (35.0, "General", "35"), (0.1 + 0.2, "General", "0.3"), (1e15, "General", "1000000000000000"),
    (0.00001, "General", "0.00001"), (-3.5, "0", "-4"), (2.5, "0", "3"), (0.285, "0.00", "0.29"),
    (1.5, "0.0#", "1.5"), (7, "000", "007"), (1234567, "#,##0", "1,234,567"), (-0.05, "0%", "-5%"),
    (1, "@", "1"), (0.5, "# ?/?", "0.5"), (12, "0.00E+00", "12"), (5, '"第"0"期"', "第5期"),
    (8, "_ * #,##0_ ", "8"), (12000, "0.0,", "12000"), (45838, "yyyy/m/d", "2025-06-30"),
    (45838, "yyyy年m月", "2025年6月"), (-3, "yyyy/m/d", "-3"), (45838.5, "yyyy", "2025年"),
    (datetime.time(9, 30), "h:mm", "09:30"), ("95%", "0%", "95%"), (False, "0", "FALSE"),
    (float("nan"), "General", ""), (1e300, "0", str(int(1e300))), (float("inf"), "0%", ""),
    (datetime.timedelta(hours=30), "[h]:mm", "1 day, 6:00:00")])
def test_show(value: float, code: str, shown: str) -> None:
    assert show(value, code) == shown


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    assert show(1, "m月d日", from_1904=True) == "1月2日"


# --- bad workbooks ----------------------------------------------------------------------------


@pytest.mark.parametrize(("content", "words"), [
    (b"", "damaged"), (b"PK\x03\x04", "damaged"), (b"abc" * 100, "damaged"),
    (plain()[:3000], "damaged"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password or is an old .xls"),
    (saved(Workbook()), "no visible sheet"),
    (changed(plain(), "xl/workbook.xml", b"</workbook>", b""), "damaged"),
    (changed(plain(), FIRST, b"<worksheet", b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet"),
     "entities"),
    (changed(plain(), "xl/workbook.xml", b"<workbook ", b"<!ENTITY a><workbook "), "entities"),
    (changed(plain(), FIRST, b'r="D3"', b'r="XFD1048576"'), "more than 300000 cells"),
    (changed(plain(), FIRST, b'r="D3"', b"r='xfd1048576'"), "more than 300000 cells"),
    (changed(plain(), FIRST, b'r="D3"', b'r="A99999999999"'), "more than 300000 cells"),
    (changed(plain(), FIRST, b'r="D3"', b'r="D3"r="A99999999"'), "damaged"),
    (changed(plain(), FIRST, b'<row r="3"><c r="A3"', b'<row r="999999"><c'),
     "more than 300000 cells"),
    (changed(plain(), FIRST, b"</row>", b"</rox>"), "damaged"),
])
def test_bad_workbooks_are_refused_in_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        xlsx(content, "表.xlsx")
    assert str(caught.value).startswith("表.xlsx: ")
    assert "\n" not in str(caught.value)


def test_cells_that_are_only_formatted_make_a_sheet_no_larger() -> None:
    empty = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    assert xlsx(changed(plain(), FIRST, b"</sheetData>", empty), "表.xlsx").stored == BODY


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
            package.writestr(name, bytes(60 << 20))
    begin = time.perf_counter()
    with pytest.raises(ReadError, match="unpacks to more than"):
        xlsx(target.getvalue(), "表.xlsx")
    assert time.perf_counter() - begin < 5


def test_a_size_that_the_package_lies_about_is_not_believed() -> None:
    content = bytearray(plain())
    size = len(zipfile.ZipFile(BytesIO(content)).read(FIRST)).to_bytes(4, "little")
    place = content.rindex(size, 0, content.rindex(FIRST.encode()))
    content[place:place + 4] = (1 << 30).to_bytes(4, "little")
    with pytest.raises(ReadError, match="damaged"):
        xlsx(bytes(content[:-4]), "表.xlsx")


def test_texts_that_many_cells_share_are_bounded() -> None:
    rows = "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(1, 20_001))
    old = plain()
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(old)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name))
        copy.writestr("xl/sharedStrings.xml", f"<sst><si><t>{'甲' * 1_000_000}</t></si></sst>")
    start = b"<sheetData>"
    content = changed(target.getvalue(), FIRST, start, start + rows.encode())
    with pytest.raises(ReadError, match="MiB of text"):
        xlsx(content, "表.xlsx")


def test_links_to_other_files_are_left_out() -> None:
    book = Workbook()
    filled(book.active, [HEADS, *ROWS])
    content = saved(book)
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name))
        copy.writestr("xl/externalLinks/externalLink1.xml", "<!DOCTYPE x SYSTEM 'file:///x'>")
    assert xlsx(target.getvalue(), "表.xlsx").stored == BODY


# --- separated text ---------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_delimiters_and_encodings(delimiter: str, encoding: str) -> None:
    lines = [delimiter.join(map(str, row)) for row in [HEADS, *ROWS]]
    text = csv("\r\n".join(lines).encode(encoding), "表.csv")
    assert text.stored == BODY
    assert len(text.tables[0].cells) == 12
    assert text.joined == frozenset()


def test_quoted_cells_keep_their_line_breaks() -> None:
    text = csv('任务,单位\n"建校,\r\n招聘","基建科\t""新""科"\n'.encode(), "表.csv")
    assert text.stored == "任务\t单位\n建校,\n招聘\t基建科 \"新\"科\n"
    assert [cell[4] for cell in cells(text)] == ["任务", "单位", "建校,\n招聘", '基建科 "新"科']


def test_title_and_note_lines_of_separated_text() -> None:
    lines = "2024年任务表,,\n,,\n序号,任务,单位\n1,建校,基建科\n注：全年。,,\n"
    text = csv(lines.encode(), "表.csv")
    assert text.stored == "2024年任务表\n序号\t任务\t单位\n1\t建校\t基建科\n注：全年。\n"
    assert text.tables[0].start == len("2024年任务表\n")


def test_a_title_line_without_delimiters() -> None:
    text = csv("2024年任务表\n序号,任务,单位\n1,建校,基建科\n".encode(), "表.csv")
    assert text.stored == "2024年任务表\n序号\t任务\t单位\n1\t建校\t基建科\n"


def test_rows_of_unequal_length() -> None:
    text = csv("序号,任务,单位\n1,建校\n2,招聘,人事科,多\n".encode(), "表.csv")
    assert text.stored == "序号\t任务\t单位\n1\t建校\n2\t招聘\t人事科\t多\n"


def test_a_first_line_may_name_the_delimiter() -> None:
    assert csv("sep=;\n任务;单位\n建校，扩容;甲,乙\n".encode(), "表.csv").stored == (
        "任务\t单位\n建校，扩容\t甲,乙\n")


def test_quotes_that_are_text_are_kept_with_a_warning() -> None:
    text = csv('任务,单位\n"双减"政策,基教科\n"两项,人事科\n'.encode(), "表.csv")
    assert text.stored == '任务\t单位\n"双减"政策\t基教科\n"两项\t人事科\n'
    assert text.warnings == ("表中引号不成对，按原样读出。",)


def test_lines_without_columns_are_lines() -> None:
    text = csv("一、总体要求\n二、重点任务\n".encode(), "表.csv")
    assert (text.stored, text.tables) == ("一、总体要求\n二、重点任务\n", ())


@pytest.mark.parametrize(("content", "words"), [
    (b"", "empty"), (b"a\0b", "binary"), (b"a," * 450_000, "more than 300000 cells"),
    (b"1,2,3,4\n" * 110_000, "more than 300000 cells"), (b"x" * 200_000, "too long")])
def test_bad_separated_text_is_refused_in_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        csv(content, "表.csv")
    assert str(caught.value).startswith("表.csv: ")
