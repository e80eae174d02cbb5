"""PDF: lines, paragraphs, page furniture, headings and tables, from where glyphs and rules stand.

Documents are drawn glyph by glyph, so that a test says where everything stands. `marked` shows a
text line by line: J goes on the line before, B heading, N no text of the document.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import ReadError
from ingest.read import pdf
from ingest.read.pdf import page as pdf_page
from ingest.read.pdf import read
from ingest.read.pdf import rules as pdf_rules
from ingest.read.pdf.characters import CHARACTERS
from ingest.text import Text

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, SIZE, PITCH = 80, 528, 16, 28      # 28 characters a line
Draw = Callable[[Canvas], object]


def made(*pages: Draw | Sequence[Draw], size: tuple[int, int] = (WIDTH, HEIGHT),
         **options: object) -> bytes:
    """Return a PDF of pages, each the functions that draw it."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, pageCompression=0, **options)
    for page in pages:
        for draw in page if isinstance(page, Sequence) else (page,):
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def at(x: float, y: float, text: str, size: float = SIZE) -> Draw:
    """Draw a text whose first glyph stands at `x`, `y` from the upper left corner."""
    def draw(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", size)
        canvas.drawString(x, canvas._pagesize[1] - y, text)
    return draw


def centred(y: float, text: str, size: float = SIZE) -> Draw:
    return at((WIDTH - len(text) * size) / 2, y, text, size)


def rows(lines: Iterable[str], y: float = 120, size: float = SIZE, pitch: float = PITCH,
         x: float = LEFT) -> list[Draw]:
    """Draw lines one below the other; leading full-width blanks set a line in."""
    return [at(x + size * (len(line) - len(line.lstrip("\u3000"))), y + i * pitch,
               line.lstrip("\u3000"), size) for i, line in enumerate(lines)]


def ruled(xs: Sequence[float], ys: Sequence[float], cells: dict[tuple[int, ...], str],
          size: float = 10.5) -> list[Draw]:
    """Draw a table: (row, column[, rows, columns]) and text, whose lines are set at the left."""
    drawn: list[Draw] = []
    for (row, column, *span), text in cells.items():
        down, across = span or (1, 1)
        box = xs[column], ys[row], xs[column + across], ys[row + down]
        drawn.append(frame(*box))
        drawn += [at(box[0] + 5, box[1] + 14 + 14 * i, line, size)
                  for i, line in enumerate(text.split("\n")) if line]
    return drawn


def frame(left: float, top: float, right: float, bottom: float) -> Draw:
    return lambda canvas: canvas.rect(left, canvas._pagesize[1] - bottom, right - left,
                                      bottom - top)


def rule(left: float, top: float, right: float, bottom: float) -> Draw:
    return lambda canvas: canvas.line(left, HEIGHT - top, right, HEIGHT - bottom)


def marked(text: Text) -> list[str]:
    """Return the lines with what is known of them."""
    found, start = [], 0
    for line in text.stored.splitlines():
        noise = any(first <= start and start + len(line) <= last for first, last in text.noise)
        marks = [mark for mark, yes in (("J", start in text.joined), ("B", start in text.bold),
                                        ("N", noise)) if yes]
        found.append(" ".join(("".join(marks), line)).strip() if marks else line)
        start += len(line) + 1
    return found


def cells(text: Text, table: int = 0) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.column, cell.rows, cell.columns, text.stored[cell.start:cell.end])
            for cell in text.tables[table].cells]


FULL = "全面落实立德树人根本任务，推进义务教育优质均衡发展，办好人民"      # 30 characters


# Paragraphs

def test_a_line_that_fills_the_width_goes_on_in_the_next_that_begins_at_the_edge() -> None:
    content = made(rows(["\u3000\u3000" + FULL[:26], FULL[2:30], "满意的教育。",
                         "\u3000\u3000" + FULL[:26], "满意的学校。"]))
    assert read(content, "a.pdf") == Text(
        f"{FULL[:26]}\n{FULL[2:30]}\n满意的教育。\n{FULL[:26]}\n满意的学校。\n",
        joined=frozenset({27, 56, 90}))


def test_the_next_paragraph_is_told_by_its_indent_even_after_a_full_line() -> None:
    assert marked(read(made(rows(["\u3000\u3000" + FULL[:25] + "。", "\u3000\u3000" + FULL[:26],
                                  "满意的教育。"])), "a.pdf")) == [
        FULL[:25] + "。", FULL[:26], "J 满意的教育。"]


def test_a_number_that_did_not_fit_leaves_a_line_short() -> None:
    assert marked(read(made(rows(["\u3000\u3000" + FULL[:24], "2025-2027年行动计划，持续推进。",
                                  "\u3000\u3000" + FULL[:26], "满意。"])), "a.pdf")) == [
        FULL[:24], "J 2025-2027年行动计划，持续推进。", FULL[:26], "J 满意。"]


def test_without_indents_a_mark_after_a_full_stop_begins_a_paragraph() -> None:
    assert marked(read(made(rows([FULL[:27] + "。", "（二）" + FULL[:25], "满意的教育。",
                                  "（三）落实责任。"])), "a.pdf")) == [
        FULL[:27] + "。", "（二）" + FULL[:25], "J 满意的教育。", "（三）落实责任。"]


def test_where_marks_are_set_in_a_mark_at_the_edge_goes_on() -> None:
    assert marked(read(made(rows([
        "\u3000\u3000（一）" + FULL[:22] + "。", "2．办好人民满意的教育。",
        "\u3000\u3000（二）落实责任。"])), "a.pdf")) == [
        "（一）" + FULL[:22] + "。", "J 2．办好人民满意的教育。", "（二）落实责任。"]


def test_a_gap_between_paragraphs_ends_the_first() -> None:
    lines = [*rows([FULL[:28], FULL[:28], FULL[:28]]),
             *rows([FULL[:28], "完。"], y=120 + 4.2 * PITCH)]
    assert marked(read(made(lines), "a.pdf")) == [
        FULL[:28], f"J {FULL[:28]}", f"J {FULL[:28]}", FULL[:28], "J 完。"]


def test_text_that_hangs_beside_its_number_goes_on() -> None:
    content = made([*rows([FULL[:28], FULL[:28], "满意。"]), at(LEFT, 204, "1."),
                    at(LEFT + 32, 204, FULL[:26]), at(LEFT + 32, 232, "满意的教育。")])
    assert marked(read(content, "a.pdf"))[3:] == [f"1. {FULL[:26]}", "J 满意的教育。"]


def test_a_paragraph_runs_over_page_foot_and_head() -> None:
    def page(number: int, lines: list[str]) -> list[Draw]:
        return [at(LEFT, 50, "临河市教育局文件汇编", 9), at(430, 50, f"第{number}页 共3页", 9),
                *rows(lines), centred(790, f"－{number}－", 14)]
    content = made(page(1, ["\u3000\u3000" + FULL[:26]]), page(2, [FULL[:28]]),
                   page(3, ["满意的教育。"]))
    text = read(content, "a.pdf")
    assert marked(text) == [
        "N 临河市教育局文件汇编 第1页 共3页", FULL[:26], "N －1－",
        "N 临河市教育局文件汇编 第2页 共3页", f"J {FULL[:28]}", "N －2－",
        "N 临河市教育局文件汇编 第3页 共3页", "J 满意的教育。", "N －3－"]
    assert [text.stored[a:b] for a, b in text.noise][:2] == [
        "临河市教育局文件汇编 第1页 共3页", "－1－"]


def test_a_centred_title_over_two_lines_is_one_heading() -> None:
    assert marked(read(made([
        centred(120, "临河市教育局关于印发二〇二五年", 22), centred(152, "工作要点的通知", 22),
        at(LEFT, 220, "各学校："), *rows(["\u3000\u3000" + FULL[:26], "满意的教育。"], y=248)]),
        "a.pdf")) == [
        "B 临河市教育局关于印发二〇二五年", "J 工作要点的通知", "各学校：",
        FULL[:26], "J 满意的教育。"]


def test_signature_and_date_are_two_lines() -> None:
    content = made([*rows(["\u3000\u3000" + FULL[:26], "满意。"]), at(380, 260, "临河市教育局"),
                    at(370, 288, "2025年3月5日")])
    assert marked(read(content, "a.pdf"))[2:] == ["临河市教育局", "2025年3月5日"]


# Heads and feet

@pytest.mark.parametrize("foot", ["－{}－", "— {} —", "-{}-", "第{}页", "第 {} 页 共 2 页", "{}/2",
                                  "Page {} of 2", "{}"])
def test_page_numbers_are_noise(foot: str) -> None:
    content = made(*([*rows(["\u3000\u3000加强校园安全。"]), centred(790, foot.format(number), 14)]
                     for number in (1, 2)))
    assert marked(read(content, "a.pdf")) == [
        "加强校园安全。", f"N {foot.format(1)}", "加强校园安全。", f"N {foot.format(2)}"]


def test_a_number_inside_the_page_and_numbers_that_do_not_count_pages_are_text() -> None:
    content = made([*rows(["\u3000\u3000加强校园安全。"]), at(300, 400, "12"), at(300, 790, "98")],
                   [*rows(["\u3000\u3000加强校园安全。"]), at(300, 790, "76")])
    assert marked(read(content, "a.pdf")) == ["加强校园安全。", "12", "98", "加强校园安全。", "76"]


def test_what_stands_on_top_of_three_pages_is_noise_but_the_numbers_of_annexes_are_not() -> None:
    content = made(*([at(LEFT, 60, "教育简报", 9), at(LEFT, 100, f"附件{number}"),
                      *rows(["\u3000\u3000加强校园安全。"], y=200)] for number in (1, 2, 3)))
    assert marked(read(content, "a.pdf"))[:6] == [
        "N 教育简报", "附件1", "加强校园安全。", "N 教育简报", "附件2", "加强校园安全。"]


def test_a_large_head_is_the_title_of_the_first_page() -> None:
    content = made(*([centred(80, "重点任务清单", 22),
                      *rows(["\u3000\u3000" + FULL[:26], "满意。"], y=200)] for _ in range(3)))
    assert [line for line in marked(read(content, "a.pdf")) if "清单" in line] == [
        "B 重点任务清单", "N 重点任务清单", "N 重点任务清单"]


def test_footnotes_are_noise_and_the_sentence_goes_on_behind_them() -> None:
    first = [*rows(["\u3000\u3000" + FULL[:26], FULL[:28]]), rule(LEFT, 700, 220, 700),
             at(LEFT, 720, "① 指普惠性幼儿园在园幼儿占比。", 10.5),
             at(LEFT, 736, "② 含民办。", 10.5)]
    assert marked(read(made(first, rows(["满意的教育。"])), "a.pdf")) == [
        FULL[:26], f"J {FULL[:28]}", "N ① 指普惠性幼儿园在园幼儿占比。", "N ② 含民办。",
        "J 满意的教育。"]


def test_a_contents_list_is_noise() -> None:
    content = made([centred(120, "目　录"), at(LEFT, 160, "一、总体要求" + "." * 60 + "1"),
                    at(LEFT, 190, "二、重点任务………………………12"), at(LEFT, 240, "一、总体要求")])
    assert [line[:8] for line in marked(read(content, "a.pdf"))] == [
        "N 目　录", "N 一、总体要求", "N 二、重点任务", "一、总体要求"]


# Characters and blanks

def test_only_blanks_that_the_page_shows_are_kept() -> None:
    content = made([at(LEFT, 120, "责 任 单　位：到2025 年 Word abc"), at(LEFT, 160, "各校"),
                    at(LEFT + 32.9, 160, "要落实"), at(LEFT + 100, 160, "责任")])
    assert read(content, "a.pdf").stored == "责 任 单　位：到2025 年 Word abc\n各校要落实 责任\n"


def test_glyphs_that_are_placed_one_by_one_in_any_order_make_a_line() -> None:
    line = "（一）推进义务教育优质均衡发展。"
    glyphs = [at(LEFT + i * SIZE, 120, char) for i, char in enumerate(line)]
    assert read(made(glyphs), "a.pdf").stored == f"{line}\n"
    assert read(made(glyphs[::-1]), "a.pdf").stored == f"{line}\n"


def test_text_printed_twice_for_weight_is_one() -> None:
    content = made([at(LEFT, 120, "一、加强领导"), at(LEFT + 0.4, 120, "一、加强领导"),
                    *rows(["\u3000\u3000" + FULL[:26], "满意。"], y=148)])
    assert marked(read(content, "a.pdf")) == ["一、加强领导", FULL[:26], "J 满意。"]


def test_outlined_text_is_bold_and_a_bold_lead_is_no_heading() -> None:
    def bold(x: float, y: float, text: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("STSong-Light", SIZE)
            canvas.drawString(x, HEIGHT - y, text, mode=2)
        return draw
    content = made([bold(LEFT + 32, 120, "（一）加强领导"), bold(LEFT + 32, 148, "完善机制。"),
                    at(LEFT + 32 + 5 * SIZE, 148, FULL[:21]), at(LEFT, 176, "满意。")])
    assert marked(read(content, "a.pdf")) == [
        "B （一）加强领导", f"完善机制。{FULL[:21]}", "J 满意。"]


def test_a_font_that_is_bold_by_name_makes_a_heading() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", SIZE)
        canvas.drawString(LEFT, HEIGHT - 120, "1. Plan")
    content = made([draw, *rows([FULL[:28]], y=148)])
    assert marked(read(content, "a.pdf")) == ["B 1. Plan", FULL[:28]]


def test_radicals_that_stand_for_characters_and_symbols_of_office_fonts_are_read() -> None:
    assert "⼯作⻓远⻛⻚\uf0b7".translate(CHARACTERS) == "工作长远风页•"


# What nobody sees

def test_hidden_text_is_left_out() -> None:
    def white(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        at(LEFT, 200, "白色文字")(canvas)
        canvas.setFillColorRGB(0.2, 0.2, 0.6)
        canvas.rect(LEFT - 5, HEIGHT - 265, 200, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        at(LEFT, 255, "深底白字")(canvas)
        canvas.setFillColorRGB(0, 0, 0)

    def leaning(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(200, 400)
        canvas.rotate(45)
        at(0, HEIGHT, "内部资料", 60)(canvas)
        canvas.restoreState()

    def unseen(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", SIZE)
        canvas.drawString(LEFT, 400, "没有墨水", mode=3)
    content = made([at(LEFT, 120, "加强校园安全。"), white, leaning, unseen,
                    at(LEFT, 500, "小字", 0.5), at(-200, 300, "页外"), at(LEFT, -50, "页外")])
    assert read(content, "a.pdf").stored == "加强校园安全。\n深底白字\n"


def scan(canvas: Canvas) -> None:
    file = BytesIO(b"P5 2 2 255 \xff\xff\xff\x00")
    canvas.drawImage(ImageReader(file), 0, 0, WIDTH, HEIGHT)


def test_text_recognised_in_a_scan_is_read() -> None:
    def recognised(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", SIZE)
        canvas.drawString(LEFT, 700, "加强校园安全工作，健全排查治理长效机制，确保平安。", mode=3)
    assert read(made([scan, recognised]), "a.pdf") == Text(
        "加强校园安全工作，健全排查治理长效机制，确保平安。\n", joined=frozenset())


@pytest.mark.parametrize(("quarters", "shift"), [(1, (WIDTH, 0)), (2, (WIDTH, HEIGHT)),
                                                 (3, (0, HEIGHT))])
@pytest.mark.parametrize("said", [True, False])
def test_a_sheet_that_lies_on_its_side_is_read_as_it_is_held(
        quarters: int, shift: tuple[int, int], said: bool) -> None:
    def turned(canvas: Canvas) -> None:
        canvas.translate(*shift)
        canvas.rotate(quarters * 90)
        canvas._pagesize = (HEIGHT, WIDTH) if quarters % 2 else (WIDTH, HEIGHT)
        for draw in (at(80, 100, "重点任务"), *ruled([80, 200, 300], [120, 140, 160], {
                (0, 0): "任务", (0, 1): "单位", (1, 0): "建校", (1, 1): "市教育局"})):
            draw(canvas)
        canvas._pagesize = WIDTH, HEIGHT
    content = made(turned)
    if said:
        document, file = pdfium.PdfDocument(content), BytesIO()
        document[0].set_rotation(quarters * 90)
        document.save(file)
        document.close()
        content = file.getvalue()
    text = read(content, "a.pdf")
    assert text.stored == "重点任务\n任务\t单位\n建校\t市教育局\n"
    assert cells(text) == [(0, 0, 1, 1, "任务"), (0, 1, 1, 1, "单位"), (1, 0, 1, 1, "建校"),
                           (1, 1, 1, 1, "市教育局")]


# Ruled tables

XS = [80, 120, 220, 400, 520]


def test_merged_cells_span_and_broken_lines_are_joined() -> None:
    content = made([at(LEFT, 100, "分工表"), *ruled(XS, [120, 145, 170, 215, 260], {
        (0, 0, 2, 1): "序号", (0, 1, 2, 1): "重点任务", (0, 2, 1, 2): "落实", (1, 2): "内容",
        (1, 3): "牵头单位", (2, 0): "1", (2, 1, 2, 1): "学前教育普及普惠\n工程",
        (2, 2): "新建公办幼儿园12所，新增学位3600\n个。\n2.开展评估。",
        (2, 3): "市教育局\n市财政局", (3, 0): "2", (3, 2): "建立机制。",
        (3, 3): ""}), at(LEFT, 300, "以上任务抓好落实。")])
    text = read(content, "a.pdf")
    assert marked(text) == [
        "分工表", "序号\t重点任务\t落实", "内容\t牵头单位", "1\t学前教育普及普惠",
        "J 工程\t新建公办幼儿园12所，新增学位3600", "J 个。", "2.开展评估。\t市教育局",
        "市财政局", "2\t建立机制。\t", "以上任务抓好落实。"]
    assert cells(text) == [
        (0, 0, 2, 1, "序号"), (0, 1, 2, 1, "重点任务"), (0, 2, 1, 2, "落实"), (1, 2, 1, 1, "内容"),
        (1, 3, 1, 1, "牵头单位"), (2, 0, 1, 1, "1"), (2, 1, 2, 1, "学前教育普及普惠\n工程"),
        (2, 2, 1, 1, "新建公办幼儿园12所，新增学位3600\n个。\n2.开展评估。"),
        (2, 3, 1, 1, "市教育局\n市财政局"), (3, 0, 1, 1, "2"), (3, 2, 1, 1, "建立机制。"),
        (3, 3, 1, 1, "")]
    table = text.tables[0]
    assert (table.start, table.page) == (4, 1)
    assert text.stored[table.end:] == "\n以上任务抓好落实。\n"


def test_a_word_set_downwards_in_a_narrow_cell_is_one() -> None:
    content = made(ruled([80, 110, 300], [120, 200, 220], {
        (0, 0): "重\n点\n任\n务", (0, 1): "建校", (1, 0): "二", (1, 1): "培训"}))
    text = read(content, "a.pdf")
    assert cells(text)[0] == (0, 0, 1, 1, "重\n点\n任\n务")
    assert text.joined == {2, 4, 6}


def test_two_tables_on_a_page_and_the_text_between() -> None:
    one = ruled([80, 200, 300], [120, 140, 160], {(0, 0): "任务", (0, 1): "单位", (1, 0): "建校",
                                                  (1, 1): "市教育局"})
    two = ruled([80, 180, 340], [220, 240, 260], {(0, 0): "指标", (0, 1): "目标", (1, 0): "巩固率",
                                                  (1, 1): "99.8%"})
    text = read(made([*one, at(80, 195, "（二）指标"), *two]), "a.pdf")
    assert text.stored == "任务\t单位\n建校\t市教育局\n（二）指标\n指标\t目标\n巩固率\t99.8%\n"
    assert [text.stored[table.start:table.end] for table in text.tables] == [
        "任务\t单位\n建校\t市教育局", "指标\t目标\n巩固率\t99.8%"]


@pytest.mark.parametrize("kind", ["thin boxes", "pieces", "one path", "double", "open sides"])
def test_rules_of_every_make_are_seen(kind: str) -> None:
    xs, ys = [80, 180, 300], [120, 140, 160]

    def draw(canvas: Canvas) -> None:
        lines = [(80.0, y, 300.0, y) for y in ys] + [(x, 120.0, x, 160.0) for x in xs]
        if kind == "open sides":
            lines = [line for line in lines if line[0] == 180 or line[0] != line[2]]
        path = canvas.beginPath()
        for x0, y0, x1, y1 in lines:
            if kind == "thin boxes":
                canvas.rect(x0, HEIGHT - y1, max(x1 - x0, 0.5), max(y1 - y0, 0.5), stroke=0, fill=1)
            elif kind == "pieces":
                for i in range(20):
                    rule(x0 + (x1 - x0) * i / 20, y0 + (y1 - y0) * i / 20,
                         x0 + (x1 - x0) * (i + 0.9) / 20, y0 + (y1 - y0) * (i + 0.9) / 20)(canvas)
            elif kind == "one path":
                path.rect(x0, HEIGHT - y1, max(x1 - x0, 0.5), max(y1 - y0, 0.5))
            else:
                rule(x0, y0, x1, y1)(canvas)
                if kind == "double":
                    rule(x0 + 2, y0 + 2, x1 + 2, y1 + 2)(canvas)
        canvas.drawPath(path, stroke=0, fill=1)
    words = [at(85, 134, "任务", 10.5), at(185, 134, "单位", 10.5), at(85, 154, "建校", 10.5),
             at(185, 154, "市教育局", 10.5)]
    assert cells(read(made([draw, *words]), "a.pdf")) == [
        (0, 0, 1, 1, "任务"), (0, 1, 1, 1, "单位"), (1, 0, 1, 1, "建校"), (1, 1, 1, 1, "市教育局")]


def test_a_frame_around_text_is_no_table() -> None:
    content = made([*rows(["\u3000\u3000" + FULL[:26], "满意的教育。"]), frame(60, 90, 540, 200)])
    text = read(content, "a.pdf")
    assert (marked(text), text.tables) == ([FULL[:26], "J 满意的教育。"], ())


def test_text_that_is_printed_over_its_cell_stays_whole() -> None:
    content = made(ruled([80, 120, 300], [120, 140, 160], {
        (0, 0): "类别", (0, 1): "任务", (1, 0): "学前教育", (1, 1): ""}))
    assert cells(read(content, "a.pdf"))[2:] == [(1, 0, 1, 1, "学前教育"), (1, 1, 1, 1, "")]


def test_title_and_note_rows_stand_beside_the_table() -> None:
    content = made(ruled([80, 180, 300], [100, 120, 140, 160, 180], {
        (0, 0, 1, 2): "任务分解表", (1, 0): "任务", (1, 1): "单位", (2, 0): "建校",
        (2, 1): "市教育局", (3, 0, 1, 2): "注：年底前完成。"}))
    text = read(content, "a.pdf")
    assert text.stored == "任务分解表\n任务\t单位\n建校\t市教育局\n注：年底前完成。\n"
    assert [cell[:2] for cell in cells(text)] == [(0, 0), (0, 1), (1, 0), (1, 1)]


# Tables over page breaks

HEAD = {(0, 0): "序号", (0, 1): "任务", (0, 2): "内容", (0, 3): "单位"}


def table_page(number: int, cells: dict[tuple[int, ...], str], ys: Sequence[float]) -> list[Draw]:
    return [at(LEFT, 50, "临河市教育局", 9), *ruled(XS, ys, cells),
            centred(800, f"— {number} —", 14)]


def test_a_table_over_pages_is_one_and_its_repeated_head_noise() -> None:
    first = HEAD | {(1, 0): "1", (1, 1): "建校", (1, 2): "新建。", (1, 3): "市教育局"}
    second = HEAD | {(1, 0): "2", (1, 1): "培训", (1, 2): "全员。", (1, 3): "市财政局"}
    text = read(made(table_page(1, first, [700, 720, 740]),
                     [*table_page(2, second, [100, 120, 140]), at(LEFT, 200, "结束。")]), "a.pdf")
    assert marked(text) == [
        "N 临河市教育局", "序号\t任务\t内容\t单位", "1\t建校\t新建。\t市教育局", "N — 1 —",
        "N 临河市教育局", "N 序号\t任务\t内容\t单位", "2\t培训\t全员。\t市财政局", "结束。",
        "N — 2 —"]
    assert len(text.tables) == 1
    assert cells(text)[4:] == [
        (1, 0, 1, 1, "1"), (1, 1, 1, 1, "建校"), (1, 2, 1, 1, "新建。"), (1, 3, 1, 1, "市教育局"),
        (2, 0, 1, 1, "2"), (2, 1, 1, 1, "培训"), (2, 2, 1, 1, "全员。"), (2, 3, 1, 1, "市财政局")]


def test_three_pages_and_the_word_that_the_table_goes_on() -> None:
    row = {(1, 1): "建校", (1, 2): "新建。", (1, 3): "市教育局"}
    pages = [table_page(n, HEAD | {(1, 0): str(n)} | row, [120, 140, 160]) for n in (1, 2, 3)]
    pages[1].append(at(LEFT, 100, "续表"))
    text = read(made(*pages), "a.pdf")
    assert [cell[:2] for cell in cells(text)][::4] == [(0, 0), (1, 0), (2, 0), (3, 0)]
    assert "N 续表" in marked(text)


def test_a_row_that_the_break_cuts_is_one_again() -> None:
    first = HEAD | {(1, 0): "1", (1, 1): "建校", (1, 3): "市教育局",
                    (1, 2): "新建公办幼儿园十二所，新增学位三\n千六百个，覆盖率达到百分之九十五"}
    second = HEAD | {(1, 0): "", (1, 1): "", (1, 2): "以上。", (1, 3): "",
                     (2, 0): "2", (2, 1): "培训", (2, 2): "全员。", (2, 3): "市财政局"}
    text = read(made(table_page(1, first, [700, 720, 760]),
                     table_page(2, second, [100, 120, 140, 160])), "a.pdf")
    assert cells(text)[4:] == [
        (1, 0, 1, 1, "1"), (1, 1, 1, 1, "建校"),
        (1, 2, 1, 1, "新建公办幼儿园十二所，新增学位三\n千六百个，覆盖率达到百分之九十五\n以上。"),
        (1, 3, 1, 1, "市教育局"), (2, 0, 1, 1, "2"), (2, 1, 1, 1, "培训"), (2, 2, 1, 1, "全员。"),
        (2, 3, 1, 1, "市财政局")]
    assert [line for line in marked(text) if line.startswith("J")] == [
        "J 千六百个，覆盖率达到百分之九十五", "J 以上。\t市教育局"]


def test_a_row_without_a_number_after_a_finished_sentence_is_its_own() -> None:
    first = HEAD | {(1, 0): "1", (1, 1): "建校", (1, 2): "新建幼儿园。", (1, 3): "市教育局"}
    second = HEAD | {(1, 0): "", (1, 1): "", (1, 2): "改建幼儿园。", (1, 3): "市财政局"}
    text = read(made(table_page(1, first, [700, 720, 740]), table_page(2, second, [100, 120, 140])),
                "a.pdf")
    assert cells(text)[8:] == [(2, 0, 1, 1, ""), (2, 1, 1, 1, ""), (2, 2, 1, 1, "改建幼儿园。"),
                               (2, 3, 1, 1, "市财政局")]


def test_a_group_cell_goes_on_over_the_break() -> None:
    first = {(0, 0): "类别", (0, 1): "任务", (0, 2): "内容", (0, 3): "单位",
             (1, 0, 2, 1): "学前教育", (1, 1): "建校", (1, 2): "新建。", (1, 3): "甲",
             (2, 1): "培训", (2, 2): "全员。", (2, 3): "乙"}
    second = {(0, 0, 2, 1): "", (0, 1): "评估", (0, 2): "全覆盖。", (0, 3): "丙", (1, 1): "督导",
              (1, 2): "经常。", (1, 3): "丁"}
    text = read(made(table_page(1, first, [700, 720, 740, 760]),
                     table_page(2, second, [100, 120, 140])), "a.pdf")
    assert (1, 0, 4, 1, "学前教育") in cells(text)
    assert [cell[0] for cell in cells(text) if cell[1] == 1] == [0, 1, 2, 3, 4]


def test_other_columns_or_text_between_make_another_table() -> None:
    first = HEAD | {(1, 0): "1", (1, 1): "建校", (1, 2): "新建。", (1, 3): "市教育局"}
    other = [centred(790, "— 2 —", 14), *ruled([80, 150, 300, 400, 520], [100, 120, 140], first)]
    assert len(read(made(table_page(1, first, [700, 720, 740]), other), "a.pdf").tables) == 2
    after = [at(LEFT, 90, "附件2"), *table_page(2, first, [120, 140, 160])]
    assert len(read(made(table_page(1, first, [700, 720, 740]), after), "a.pdf").tables) == 2


# Tables with fewer rules

WORDS = [("指标", "2024年", "2025年"), ("毛入园率（%）", "97.5", "98.5"),
         ("巩固率（%）", "99.6", "99.8")]


def words(lines: Sequence[Sequence[str]], y: float = 200, pitch: float = 24) -> list[Draw]:
    return [at(x, y + i * pitch, word, 12) for i, line in enumerate(lines)
            for x, word in zip((90, 300, 420), line, strict=True) if word]


WORD_CELLS = [(row, column, 1, 1, word) for row, line in enumerate(WORDS)
              for column, word in enumerate(line)]


def test_words_that_line_up_in_three_columns_are_a_table() -> None:
    content = made([*rows(["\u3000\u3000" + FULL[:26], "满意的教育。"]), *words(WORDS),
                    at(LEFT + 32, 300, "以上指标抓好落实。")])
    text = read(content, "a.pdf")
    assert marked(text) == [FULL[:26], "J 满意的教育。", *("\t".join(line) for line in WORDS),
                            "以上指标抓好落实。"]
    assert cells(text) == WORD_CELLS


def test_two_rows_or_two_columns_are_lines() -> None:
    assert read(made(words(WORDS[:2])), "a.pdf").tables == ()
    assert read(made(words([(a, b, "") for a, b, _ in WORDS])), "a.pdf").tables == ()


def test_a_cell_of_several_lines_without_rules() -> None:
    lines = [WORDS[0], ("1", "新建幼儿园", "市教育局"), ("", "共十二所。", ""),
             ("2", "培训教师", "市财政局")]
    assert cells(read(made(words(lines)), "a.pdf"))[3:] == [
        (1, 0, 1, 1, "1"), (1, 1, 1, 1, "新建幼儿园\n共十二所。"), (1, 2, 1, 1, "市教育局"),
        (2, 0, 1, 1, "2"), (2, 1, 1, 1, "培训教师"), (2, 2, 1, 1, "市财政局")]


def test_three_rules_across_make_a_table() -> None:
    content = made([*words(WORDS), *(rule(80, y, 500, y) for y in (185, 208, 256))])
    assert cells(read(content, "a.pdf")) == WORD_CELLS


def test_rows_above_the_first_rule_and_below_the_last_belong_to_the_table() -> None:
    content = made([*words([*WORDS, ("入学率（%）", "96", "97")]),
                    *(rule(80, y, 500, y) for y in (206, 230, 254))])
    assert cells(read(content, "a.pdf")) == [
        *WORD_CELLS, (3, 0, 1, 1, "入学率（%）"), (3, 1, 1, 1, "96"), (3, 2, 1, 1, "97")]


def test_rules_across_between_all_rows_hold_their_lines_together() -> None:
    lines = [("任务", "内容", "单位"), ("建校", "新建幼儿园", "市教育局"), ("", "共十二所。", ""),
             ("培训", "培训教师", "市财政局")]
    content = made([*words(lines), *(rule(80, y, 500, y) for y in (185, 208, 256, 280))])
    assert cells(read(content, "a.pdf"))[3:6] == [
        (1, 0, 1, 1, "建校"), (1, 1, 1, 1, "新建幼儿园\n共十二所。"), (1, 2, 1, 1, "市教育局")]


def test_lines_of_a_writing_pad_are_no_table() -> None:
    lines = rows(["\u3000\u3000" + FULL[:26], "满意的教育。", "\u3000\u3000落实责任。"])
    content = made([*lines, *(rule(80, y, 528, y) for y in (100, 128, 156, 184))])
    text = read(content, "a.pdf")
    assert (text.tables, len(text.stored.splitlines())) == ((), 3)


# What cannot be read

def plain(streams: Sequence[bytes], page: bytes = b"", font: bytes = b"") -> bytes:
    """Return a PDF written by hand: a page with its first stream as content, more as 6, 7, …."""
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
              b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<<"
              b"/F1 5 0 R>>>>%s>>" % page, b"", font or
              b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", *([b""] * (len(streams) - 1))]
    for place, stream in zip((3, *range(5, 5 + len(streams))), streams, strict=False):
        packed = zlib.compress(stream, 9)
        bodies[place] = (b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed
                         + b"\nendstream")
    written, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + (b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\n"
                      b"startxref\n%d\n%%%%EOF" % (len(bodies) + 1, table, len(bodies) + 1,
                                                   len(written)))


HELLO = b"BT /F1 12 Tf 100 700 Td (Plan for the year) Tj ET\n"


def refusal(content: bytes) -> str:
    with pytest.raises(ReadError) as refused:
        read(content, "要点.pdf")
    assert str(refused.value).startswith("要点.pdf: ")
    assert str(refused.value).endswith(".")
    return str(refused.value)


def test_a_scan_is_refused_with_what_to_do() -> None:
    assert "scanned images without a text layer; run OCR first" in refusal(made(scan, scan))
    assert "scanned" in refusal(made([scan, centred(790, "— 1 —")]))


def test_scanned_pages_among_others_are_named() -> None:
    text = read(made(rows([FULL]), scan, scan), "a.pdf")
    assert text.warnings == (
        "第 2、3 页是扫描图像，没有文字层，未能读取；请先做文字识别（如 ocrmypdf）。",)


def test_many_pages_are_counted() -> None:
    text = read(made(rows([FULL]), *([scan] * 12)), "a.pdf")
    assert text.warnings[0].startswith("第 2、3、4、5、6、7、8、9、10、11 等 12 页是扫描图像")


def test_a_password_is_said_and_one_for_printing_only_does_not_matter() -> None:
    assert "password" in refusal(made(rows([FULL]), encrypt=StandardEncryption("a", "b")))
    assert read(made(rows([FULL]), encrypt=StandardEncryption("", "b", canPrint=0)), "a.pdf").stored


@pytest.mark.parametrize("content", [
    b"", b"%PDF-1.4\n", "教育局工作要点".encode() * 50, made(rows([FULL]))[:400]],
    ids=["nothing", "head", "text", "cut"])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    assert "no PDF that can be read" in refusal(content)


def test_a_file_without_its_end_is_read_with_a_warning() -> None:
    content = made(rows([FULL])).replace(b"%%EOF", b"")
    assert read(content, "a.pdf").warnings == ("文件末尾缺失，可能不完整。",)


def test_an_empty_page_has_no_text() -> None:
    assert "the PDF has no text" in refusal(made(lambda canvas: None))


def garbled(to: bytes) -> bytes:
    """Return a page of glyphs whose font maps them to one character."""
    font = (b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<<"
            b"/Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/DW 1000>>]/ToUnicode 6 0 R>>")
    cmap = (b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> "
            b"endcodespacerange 3 beginbfchar <0041> <%s> <0142> <%s> <0243> <%s> endbfchar endcmap"
            % (to, to, to))
    return plain([b"BT /F1 12 Tf 100 700 Td <" + b"00410142024300440245" * 8 + b"> Tj ET", cmap],
                 font=font)


@pytest.mark.parametrize("to", [b"e000", b"fffd"])
def test_glyphs_without_characters_are_no_text(to: bytes) -> None:
    assert "fonts do not tell" in refusal(garbled(to))


def test_too_many_pages_or_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = made(rows([FULL]), rows([FULL]))
    monkeypatch.setattr(pdf, "MAX_CHARACTERS", 50)
    assert "more than 50 characters; split it" in refusal(content)
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    assert "more than 1 pages; split it" in refusal(content)


def test_a_page_with_too_many_characters_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_page, "MAX_CHARACTERS", 10)
    monkeypatch.setattr(pdf, "MAX_ON_PAGE", 10)
    text = read(made(rows([FULL])), "a.pdf")
    assert text.stored == f"{FULL[:10]}\n"
    assert text.warnings == ("第 1 页字符过多，只读了前 10 个。",)


@pytest.mark.parametrize("drawing", [
    b"".join(b"%d %d m %d %d l S\n" % (i % 500, i % 800, i % 500 + 50, i % 800)
             for i in range(pdf_rules.MAX_DRAWN + 1)),
    b"".join(b"%d %d m %d %d l\n" % (i % 500, i % 800, i % 500 + 50, i % 800)
             for i in range(pdf_rules.MAX_SEGMENTS)) + b"S",
    b"".join(b"0 %d m 590 %d l S %d 0 m %d 800 l S\n" % (i * 4, i * 4, i * 4, i * 4)
             for i in range(148))], ids=["paths", "segments", "cells"])
def test_a_drawing_without_end_is_looked_at_in_part(drawing: bytes) -> None:
    text = read(plain([HELLO + drawing]), "a.pdf")
    assert text == Text("Plan for the year\n", joined=frozenset(),
                        warnings=("第 1 页图形过多，其中的表格线没有看全。",))


def test_what_unpacks_to_too_much_is_refused_before_it_is_opened() -> None:
    assert "unpacks to more" in refusal(plain([HELLO + b" " * (25 << 20)]))


def test_the_title_is_the_files_own() -> None:
    def titled(title: str) -> str | None:
        return read(made(lambda canvas: canvas.setTitle(title), rows([FULL])), "a.pdf").title
    assert titled("Microsoft Word - 工作要点.docx") == "工作要点"
    assert titled("untitled") is None


def test_a_title_in_broken_unicode_is_none() -> None:
    content = made(lambda canvas: canvas.setTitle("工作要点"), rows([FULL]))
    broken = re.sub(rb"/Title \([^)]*\)",
                    lambda said: rb"/Title (\376\377\330\000\330\000)".ljust(len(said[0])), content)
    assert read(broken, "a.pdf").title is None


def test_places_lie_in_order_in_the_text() -> None:
    first = HEAD | {(1, 0): "1", (1, 1): "建校", (1, 2): "新建。", (1, 3): "市教育局"}
    text = read(made(*(table_page(n, first, [100, 120, 140]) for n in range(3))), "a.pdf")
    assert all(one[1] <= two[0] for one, two in pairwise(text.noise))
    for cell in text.tables[0].cells:
        assert "\t" not in text.stored[cell.start:cell.end]
