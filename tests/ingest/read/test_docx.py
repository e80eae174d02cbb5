"""From a Word file to its text: numbers, changes, hidden text, tables, headings, bad input."""

import contextlib
import io
import zipfile

import pytest

from ingest.errors import ReadError
from ingest.read.docx import package, read
from ingest.read.docx.counting import counted
from ingest.text import Cell, Table, Text

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"')
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pack(parts: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return target.getvalue()


def document(body: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; `numbering`, `styles`, `footnotes` are their roots' contents."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": document(body)}
    for kind, content in parts.items():
        files[f"word/{kind}.xml"] = f"<w:{kind} {NAMESPACES}>{content}</w:{kind}>"
    return pack(files)


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """A paragraph of plain text, or of what is given as XML."""
    runs = content if content.startswith("<") else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def num(number: int, level: int | None = 0) -> str:
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{at}<w:numId w:val="{number}"/></w:numPr>'


def lvl(level: int, form: str, pattern: str, more: str = "", start: int = 1) -> str:
    return (f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>')


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def listed(number: int, definition: int, more: str = "") -> str:
    return (f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>')


def override(level: int, content: str) -> str:
    return f'<w:lvlOverride w:ilvl="{level}">{content}</w:lvlOverride>'


def style(name: str, content: str, title: str = "样式", based: str = "",
          kind: str = "paragraph") -> str:
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{title}"/>{parent}'
            f"{content}</w:style>")


def tc(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def field(instruction: str, result: str) -> str:
    return (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
            f'<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def text(body: str, **parts: str) -> Text:
    return read(docx(body, **parts), "要点.docx")


def stored(body: str, **parts: str) -> str:
    return text(body, **parts).stored


def noise(of: Text) -> list[str]:
    return [of.stored[start:end] for start, end in of.noise]


def cells(of: Text) -> list[list[tuple[int, int, int, int, str]]]:
    return [[(c.row, c.column, c.rows, c.columns, of.stored[c.start:c.end]) for c in table.cells]
            for table in of.tables]


# --- paragraphs and what is printed in them

def test_a_document_is_its_paragraphs_in_order() -> None:
    assert text(p("柳川县教育局2024年工作要点") + p("") + p(r("新建幼儿园") + r("3所。"))) == Text(
        "柳川县教育局2024年工作要点\n\n新建幼儿园3所。\n", joined=frozenset())


@pytest.mark.parametrize(("run", "said"), [
    ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙\n"),
    ("<w:r><w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t></w:r>", "甲乙\n"),
    ("<w:r><w:t>3</w:t><w:noBreakHyphen/><w:t>5所</w:t></w:r>", "3-5所\n"),
    ("<w:r><w:t>甲\n乙</w:t></w:r>", "甲 乙\n"),
    ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95%</w:t></w:r>', "≥95%\n"),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>完成</w:t></w:r>', "☑完成\n"),
    ('<w:r><w:sym w:font="宋体" w:char="2460"/><w:t>排查</w:t></w:r>', "①排查\n"),
    (('<w:r><w:sym w:font="Wingdings" w:char="F001"/><w:sym w:char="D800"/><w:sym w:char="1"/>'
     '<w:sym w:char="不"/><w:t>甲</w:t></w:r>'), "甲\n"),
    (f'<w:hyperlink r:id="x">{r("甲")}</w:hyperlink>{r("乙")}', "甲乙\n"),
    ("<w:smartTag><w:r><w:t>2024年</w:t></w:r></w:smartTag><w:r><w:t>起</w:t></w:r>", "2024年起\n"),
    ("<w:sdt><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>", "甲\n"),
    ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1\n"),
    (("<w:r><w:ruby><w:rt><w:r><w:t>ān</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>安</w:t></w:r>"
     "</w:rubyBase></w:ruby></w:r>"), "安\n"),
    ("<w:r><w:t>甲<!-- 乙 -->丙</w:t></w:r>", "甲丙\n"),
    ('<w:r><w:commentReference w:id="0"/><w:t>甲</w:t></w:r>', "甲\n"),
], ids=["tab", "soft-hyphen", "hyphen", "raw-break", "symbol", "wingdings", "code",
        "unknown-symbol", "link", "smart-tag", "control", "formula", "ruby", "xml-comment",
        "comment"])
def test_each_element_gives_what_the_page_shows(run: str, said: str) -> None:
    assert stored(p(run)) == said


def test_tab_stops_are_no_tabs() -> None:
    assert stored(p("甲", '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>')) == "甲\n"


def test_blanks_around_a_line_are_indents() -> None:
    assert stored(p("　　加强校园安全。 ")) == "加强校园安全。\n"


def test_block_controls_are_walked_through() -> None:
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('甲')}{p('乙')}</w:sdtContent></w:sdt>"
    assert stored(p("前") + inner + f"<w:customXml>{p('丙')}</w:customXml>") == "前\n甲\n乙\n丙\n"


def broken(first: str, second: str, kind: str = "") -> str:
    return f"{r(first)}<w:r><w:br {kind}/></w:r>{r(second)}"


@pytest.mark.parametrize(("first", "second", "joined"), [
    ("健全校园安全责任体系，", "每学期排查隐患两次。", True),
    ("全面推进义务教育学校标准化建设和城乡一体发展，落实各项", "保障措施。", True),
    ("提高教学质量。", "加强教师队伍建设。", False),
    ("一、总体要求", "坚持立德树人。", False),
    ("教育股", "人事股", False),
    ("全面推进义务教育学校标准化建设和城乡一体发展的工作要点", "一、总体要求", False),
])
def test_a_line_behind_a_forced_break_is_joined_where_the_sentence_goes_on(
        first: str, second: str, *, joined: bool) -> None:
    result = text(p(broken(first, second)))
    assert result.stored == f"{first}\n{second}\n"
    assert result.joined == ({len(first) + 1} if joined else set())


def test_a_centred_title_over_two_lines_is_one() -> None:
    body = p(broken("柳川县教育局", "2024年工作要点"), '<w:jc w:val="center"/>')
    assert text(body).joined == {7}
    body = p(broken("柳川县工作要点", "（2024年3月1日）"), '<w:jc w:val="center"/>')
    assert text(body).joined == frozenset()


def test_a_page_break_joins_nothing_and_leaves_no_empty_line_at_an_edge() -> None:
    page = 'w:type="page"'
    result = text(p(broken("深化改革，", "附件", page)))
    assert result == Text("深化改革，\n附件\n", joined=frozenset())
    assert stored(p(f'<w:r><w:br {page}/></w:r>{r("附件1")}')) == "附件1\n"


# --- tracked changes

def test_tracked_changes_are_accepted() -> None:
    body = p(r("合格率达到") + f'<w:ins w:id="1">{r("98%")}</w:ins>'
             '<w:del w:id="2"><w:r><w:delText>95%</w:delText></w:r></w:del>' + r("以上。"))
    assert stored(body) == "合格率达到98%以上。\n"


def test_moved_text_stands_where_it_went() -> None:
    body = (p(f"<w:moveFrom>{r('移走的话。')}</w:moveFrom>{r('留下。')}")
            + p(f"<w:moveTo>{r('移走的话。')}</w:moveTo>"))
    assert stored(body) == "留下。\n移走的话。\n"


def test_a_deleted_paragraph_mark_joins_paragraphs() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    body = p("加强校园", gone) + p("安全", gone) + '<w:bookmarkStart/>' + p("管理。") + p("二")
    assert stored(body) == "加强校园安全管理。\n二\n"
    assert stored(p("甲", gone) + p("乙").replace("<w:pPr></w:pPr>", "")) == "甲乙\n"
    assert stored(p("甲", gone) + "<w:p/>" + p("乙")) == "甲\n乙\n"


def test_a_paragraph_deleted_whole_leaves_nothing_and_takes_no_number() -> None:
    gone = f"{num(1)}<w:rPr><w:del/></w:rPr>"
    deleted = "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
    body = p("甲", num(1)) + p(deleted, gone) + p("乙", num(1))
    assert stored(body, numbering=abstract(0, lvl(0, "decimal", "%1、")) + listed(1, 0)) \
        == "1、甲\n2、乙\n"


def test_a_deleted_mark_before_a_table_joins_nothing() -> None:
    gone = "<w:rPr><w:moveFrom/></w:rPr>"
    table = tbl(tr(tc("任务"), tc("时限")), tr(tc("排查"), tc("3月")))
    assert stored(p("表1", gone) + table + p("后")) == "表1\n任务\t时限\n排查\t3月\n后\n"


def test_former_properties_do_not_count() -> None:
    former = ("<w:rPrChange><w:rPr><w:vanish/><w:b/></w:rPr></w:rPrChange>")
    body = p(r("甲", former), f"<w:pPrChange><w:pPr>{num(1)}</w:pPr></w:pPrChange>")
    result = text(body, numbering=abstract(0, lvl(0, "decimal", "%1、")) + listed(1, 0))
    assert (result.stored, result.bold) == ("甲\n", frozenset())


def test_deleted_rows_and_cells_are_gone_and_inserted_rows_there() -> None:
    table = tbl(tr(tc("任务"), tc("时限")),
                tr(tc("删"), tc("删"), properties="<w:del/>"),
                tr(tc("增"), tc("删", "<w:cellDel/>"), tc("6月"), properties="<w:ins/>"))
    assert stored(table) == "任务\t时限\n增\t6月\n"


# --- hidden text and fields

def test_hidden_text_is_no_text() -> None:
    shown = r("乙", '<w:vanish w:val="0"/>')
    assert stored(p(r("甲") + r("藏", "<w:vanish/>") + shown)) == "甲乙\n"


def test_a_style_hides_its_text_unless_the_run_says_otherwise() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    styles = (style("藏", hidden, kind="character") + style("藏段", hidden)
              + style("子", "", based="藏段"))
    body = (p(r("甲") + r("藏", '<w:rStyle w:val="藏"/>')
              + r("乙", '<w:rStyle w:val="藏"/><w:vanish w:val="false"/>'))
            + p("藏", '<w:pStyle w:val="子"/>') + p("丙"))
    assert stored(body, styles=styles) == "甲乙\n丙\n"


def test_a_hidden_paragraph_takes_no_number_and_a_hidden_mark_joins() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    body = (p(r("甲", "<w:vanish/>"), num(1) + mark) + p("加强领导。", num(1) + mark)
            + p("落实责任。") + p("乙", num(1)))
    assert stored(body, numbering=abstract(0, lvl(0, "decimal", "%1、")) + listed(1, 0)) \
        == "1、加强领导。落实责任。\n2、乙\n"


def test_fields_show_their_results() -> None:
    body = p(r("共") + field(" REF x ", r("12")) + r("项，见")
             + f'<w:fldSimple w:instr="REF y">{r("表1")}</w:fldSimple>')
    assert stored(body) == "共12项，见表1\n"


def test_a_field_inside_an_instruction_is_not_shown() -> None:
    inner = field("MERGEFIELD x", r("藏"))
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
             "<w:r><w:instrText>IF </w:instrText></w:r>" + inner
             + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("显")
             + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert stored(body) == "显\n"


def test_a_field_that_does_not_end_hides_nothing() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("甲")
             + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("乙"))
    assert stored(body + p("丙")) == "甲乙\n丙\n"


# --- contents lists and notes

def test_a_contents_field_and_its_head_are_noise() -> None:
    first = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3"'
             '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    entry = r("一、总体要求") + "<w:r><w:tab/></w:r>" + field("PAGEREF _1", r("1"))
    last = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = (p("工作要点") + p(r("目　录", "<w:b/>")) + p(first + entry) + p(r("二、任务"))
            + p(last + r("一、总体要求")))
    result = text(body)
    assert noise(result) == ["目　录\n一、总体要求\t1\n二、任务"]
    assert result.bold == frozenset()


def test_a_contents_control_and_contents_styles_are_noise() -> None:
    control = ('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
               f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('目录')}{p('一、要求 1')}"
               "</w:sdtContent></w:sdt>")
    styles = style("11", "", "toc 1") + style("TOCHeading", "", "TOC Heading")
    body = (control + p("正文") + p("本章", '<w:pStyle w:val="TOCHeading"/>') + p("")
            + p("二、任务 2", '<w:pStyle w:val="11"/>') + p("后"))
    assert noise(text(body, styles=styles)) == ["目录\n一、要求 1", "本章\n\n二、任务 2"]


def test_notes_stand_behind_the_body_as_noise_in_the_order_of_their_marks() -> None:
    def note(number: int, content: str, kind: str = "") -> str:
        return f'<w:footnote w:id="{number}" {kind}>{p(content)}</w:footnote>'

    def mark(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    body = p(r("双师课堂") + mark(3) + r("覆盖") + mark(2) + f"<w:del>{mark(4)}</w:del>")
    notes = (note(0, "分隔线", 'w:type="separator"') + note(2, "第二条注。") + note(3, "第一条注。")
             + note(4, "删去的注。"))
    result = text(body, footnotes=notes, endnotes="")
    assert result.stored == "双师课堂覆盖\n第一条注。\n第二条注。\n"
    assert noise(result) == ["第一条注。\n第二条注。"]


def test_endnotes_are_noise_too() -> None:
    body = p(r("甲") + '<w:r><w:endnoteReference w:id="1"/></w:r>')
    result = text(body, endnotes=f'<w:endnote w:id="1">{p("尾注。")}</w:endnote>')
    assert (result.stored, noise(result)) == ("甲\n尾注。\n", ["尾注。"])


def test_heads_and_feet_and_comments_are_not_read() -> None:
    result = text(p("正文") + '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>',
                  header1=p("页眉"), comments=p("批注"))
    assert result.stored == "正文\n"


# --- text boxes

def box(content: str) -> str:
    return f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"


def test_a_text_box_follows_its_paragraph_and_comes_once() -> None:
    both = (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box(p("框一") + p("框二"))}'
            f"</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('框一')}"
            "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>")
    assert stored(p(r("前") + both + r("后")) + p("下段")) == "前后\n框一\n框二\n下段\n"


def test_boxes_inside_boxes_and_old_boxes_keep_their_order() -> None:
    nested = f"<w:r>{box(p(r('外') + f'<w:r>{box(p(chr(20869)))}</w:r>') + p('外二'))}</w:r>"
    old = (f"<w:r><w:pict><v:textbox><w:txbxContent>{p('旧框')}</w:txbxContent></v:textbox>"
           "</w:pict></w:r>")
    assert stored(p(r("主") + nested + old)) == "主\n外\n内\n外二\n旧框\n"


# --- automatic numbers

OFFICIAL = abstract(0, lvl(0, "chineseCounting", "%1、"), lvl(1, "chineseCounting", "（%2）"),
                    lvl(2, "decimal", "%3."), lvl(3, "decimal", "（%4）"),
                    lvl(4, "decimalEnclosedCircle", "%5"))


def lines(levels: list[tuple[int, int]], numbering: str) -> list[str]:
    """The labels of paragraphs 甲 in these lists and levels."""
    body = "".join(p("甲", num(number, level)) for number, level in levels)
    return [line.removesuffix("甲") for line in stored(body, numbering=numbering).splitlines()]


def test_numbers_are_printed_as_the_reader_sees_them() -> None:
    levels = [(1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)]
    assert lines(levels, OFFICIAL + listed(1, 0)) == [
        "一、", "（一）", "1. ", "（1）", "①", "2. ", "（二）", "1. ", "二、", "（一）"]


def test_lists_of_one_definition_count_on_and_a_start_of_their_own_begins_anew() -> None:
    numbering = (OFFICIAL + listed(1, 0) + listed(2, 0)
                 + listed(3, 0, override(0, '<w:startOverride w:val="1"/>')
                          + override(1, '<w:startOverride w:val="5"/>')))
    assert lines([(1, 0), (2, 0), (3, 0), (3, 1), (3, 0), (3, 1), (1, 0)], numbering) == [
        "一、", "二、", "一、", "（五）", "二、", "（五）", "三、"]


def test_a_list_may_define_a_level_anew() -> None:
    numbering = OFFICIAL + listed(1, 0, override(0, lvl(0, "decimal", "第%1条", start=3)))
    assert lines([(1, 0), (1, 0)], numbering) == ["第3条 ", "第4条 "]


def test_a_level_restarts_as_it_says() -> None:
    numbering = abstract(0, lvl(0, "decimal", "%1、"), lvl(1, "decimal", "(%2)"),
                         lvl(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>'),
                         lvl(3, "decimal", "%4.", '<w:lvlRestart w:val="0"/>')) + listed(1, 0)
    levels = [(1, 0), (1, 1), (1, 2), (1, 3), (1, 1), (1, 2), (1, 3), (1, 0), (1, 2), (1, 3)]
    assert lines(levels, numbering) == [
        "1、", "(1) ", "1) ", "1. ", "(2) ", "2) ", "2. ", "2、", "1) ", "3. "]


def test_legal_levels_and_skipped_levels() -> None:
    numbering = abstract(0, lvl(0, "chineseCounting", "第%1章"), lvl(1, "decimal", "%1.%2"),
                         lvl(2, "decimal", "%1.%2.%3", "<w:isLgl/>")) + listed(1, 0)
    assert lines([(1, 1), (1, 0), (1, 1), (1, 2)], numbering) == [
        "一.1 ", "第一章 ", "一.1 ", "1.1.1 "]


@pytest.mark.parametrize(("pattern", "label"), [
    ("•", "•甲"), ("－", "－甲"), ("●", "●甲"), ("\uf06c", "•甲"), ("l", "•甲"), ("", "甲"),
    ("-", "- 甲"),
])
def test_bullets(pattern: str, label: str) -> None:
    numbering = abstract(0, lvl(0, "bullet", pattern)) + listed(1, 0)
    assert stored(p("甲", num(1)), numbering=numbering) == label + "\n"


@pytest.mark.parametrize(("suffix", "label"), [
    ("tab", "1. 甲"), ("space", "1. 甲"), ("nothing", "1.甲")])
def test_what_follows_a_label(suffix: str, label: str) -> None:
    numbering = abstract(0, lvl(0, "decimal", "%1.", f'<w:suff w:val="{suffix}"/>')) + listed(1, 0)
    assert stored(p("甲", num(1)), numbering=numbering) == label + "\n"


def test_a_label_and_a_number_stay_apart() -> None:
    numbering = abstract(0, lvl(0, "decimal", "%1.", '<w:suff w:val="nothing"/>')) + listed(1, 0)
    assert stored(p("2024年完成", num(1)), numbering=numbering) == "1. 2024年完成\n"


def test_numbers_come_by_style_and_by_what_it_is_based_on() -> None:
    numbering = (abstract(0, lvl(0, "chineseCounting", "%1、", '<w:pStyle w:val="一级"/>'),
                          lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="二级"/>'))
                 + listed(7, 0))
    styles = (style("一级", f"<w:pPr>{num(7, None)}</w:pPr>")
              + style("二级", f"<w:pPr>{num(7, None)}</w:pPr>") + style("子", "", based="二级")
              + style("无号", f"<w:pPr>{num(0, None)}</w:pPr>", based="一级"))

    def styled(name: str, more: str = "") -> str:
        return p("甲", f'<w:pStyle w:val="{name}"/>{more}')

    body = (styled("一级") + styled("二级") + styled("子") + styled("无号") + styled("一级", num(0))
            + styled("一级", '<w:numPr><w:ilvl w:val="1"/></w:numPr>') + styled("一级"))
    assert stored(body, numbering=numbering, styles=styles).split() == [
        "一、甲", "（一）甲", "（二）甲", "甲", "甲", "（三）甲", "二、甲"]


def test_a_list_by_a_numbering_style() -> None:
    numbering = ('<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="列表样式"/>'
                 + lvl(0, "chineseCountingThousand", "%1、") + "</w:abstractNum>"
                 '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="列表样式"/>'
                 "</w:abstractNum>" + listed(1, 0) + listed(2, 1))
    assert lines([(2, 0), (1, 0)], numbering) == ["一、", "二、"]


def test_unknown_lists_and_levels_give_no_label() -> None:
    assert lines([(9, 0), (1, 7)], OFFICIAL + listed(1, 0) + listed(9, 5)) == ["", ""]
    assert stored(p("甲", num(1))) == "甲\n"


def test_an_empty_numbered_paragraph_shows_its_number() -> None:
    numbering = abstract(0, lvl(0, "decimal", "%1")) + listed(1, 0)
    table = tbl(tr(tc("序号"), tc("任务")), tr(tc(p("<w:r/>", num(1))), tc("排查")),
                tr(tc(p("<w:r/>", num(1))), tc("整改")))
    assert stored(table, numbering=numbering) == "序号\t任务\n1\t排查\n2\t整改\n"


@pytest.mark.parametrize(("form", "numbers", "written"), [
    ("decimal", (1, 12), "1 12"), ("decimalZero", (3, 12), "03 12"),
    ("decimalFullWidth", (1, 12), "\uff11 \uff11\uff12"),
    ("decimalEnclosedCircle", (1, 20, 21, 36, 51), "① ⑳ ㉑ ㊱ 51"),
    ("decimalEnclosedParen", (2,), "⑵"), ("decimalEnclosedFullstop", (2,), "⒉"),
    ("ideographEnclosedCircle", (3, 11), "㊂ 11"),
    ("chineseCounting", (1, 10, 11, 20, 35, 100, 105), "一 十 十一 二十 三十五 一〇〇 一〇五"),
    ("chineseCountingThousand", (10, 12, 40, 101, 110, 1001, 1010, 20000),
     "十 十二 四十 一百零一 一百一十 一千零一 一千零一十 20000"),
    ("taiwaneseCounting", (21,), "二十一"), ("taiwaneseCountingThousand", (200,), "二百"),
    ("japaneseCounting", (3, 10, 21, 101), "三 十 二十一 百一"),
    ("chineseLegalSimplified", (1, 12, 105), "壹 壹拾贰 壹佰零伍"),
    ("ideographDigital", (10,), "一〇"), ("ideographTraditional", (3, 11), "丙 11"),
    ("ideographZodiac", (3, 13), "寅 13"), ("ideographZodiacTraditional", (1, 13), "甲子 丙子"),
    ("lowerLetter", (1, 26, 28, 781), "a z bb 781"), ("upperLetter", (3,), "C"),
    ("lowerRoman", (4, 19, 4000), "iv xix 4000"), ("upperRoman", (9,), "IX"),
    ("numberInDash", (1,), "- 1 -"), ("none", (1,), ""), ("hindiNumbers", (2,), "2"),
    ("chineseCounting", (0,), "0"),
])
def test_number_formats(form: str, numbers: tuple[int, ...], written: str) -> None:
    assert " ".join(counted(number, form) for number in numbers) == written


# --- headings

def test_bold_paragraphs_are_headings_however_they_come_to_be_bold() -> None:
    styles = (style("粗", "<w:rPr><w:b/></w:rPr>") + style("标", "", "heading 2")
              + style("级", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
              + style("子", "", based="级")
              + style("字", "<w:rPr><w:b/></w:rPr>", kind="character"))
    body = [p(r("加强", "<w:b/>") + r(" ") + r("领导", "<w:b/>")),
            p("按样式", '<w:pStyle w:val="粗"/>'), p("按标题", '<w:pStyle w:val="标"/>'),
            p("按级别", '<w:pStyle w:val="子"/>'), p("自身级别", '<w:outlineLvl w:val="1"/>'),
            p(r("按字符", '<w:rStyle w:val="字"/>')),
            p(r("黑体", '<w:rFonts w:eastAsia="黑体"/>'))]
    plain = [p(r("一是加强领导。", "<w:b/>") + r("落实责任，" * 20)),
             p(r("不粗", '<w:b w:val="0"/>'), '<w:pStyle w:val="粗"/>'),
             p(r("粗中粗", '<w:rStyle w:val="字"/>'), '<w:pStyle w:val="粗"/>'),
             p("正文级别", '<w:pStyle w:val="级"/><w:outlineLvl w:val="9"/>'),
             p(r("长" * 61, "<w:b/>")), p("长" * 61, '<w:pStyle w:val="标"/>'), p("")]
    result = text("".join(body + plain), styles=styles)
    assert [result.stored[at:].split("\n")[0] for at in sorted(result.bold)] == [
        "加强 领导", "按样式", "按标题", "按级别", "自身级别", "按字符", "黑体"]


def test_where_most_is_bold_weight_tells_nothing() -> None:
    styles = style("标", "", "标题 1")
    body = p("总体要求", '<w:pStyle w:val="标"/>') + p(r("全文皆粗。", "<w:b/>")) * 5 + p("细")
    assert text(body, styles=styles).bold == {0}


def test_a_heading_begins_with_its_label() -> None:
    styles = style("标", f"<w:pPr>{num(1)}</w:pPr>", "heading 1")
    result = text(p("前言") + p("总体要求", '<w:pStyle w:val="标"/>'), styles=styles,
                  numbering=OFFICIAL + listed(1, 0))
    assert (result.stored, result.bold) == ("前言\n一、总体要求\n", {3})


# --- tables

def test_a_table_with_spans() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(tr(tc("序号", down), tc("任务", down), tc("分工", '<w:gridSpan w:val="2"/>')),
                tr(tc("", on), tc("", on), tc("牵头"), tc("配合")),
                tr(tc("1"), tc(p("排查隐患。") + p("") + p("落实\t整改。")), tc(""), tc("各校")))
    result = text(p("附表") + table + p("备注"))
    assert result == Text(
        "附表\n序号\t任务\t分工\n牵头\t配合\n1\t排查隐患。\n落实 整改。\t\t各校\n备注\n",
        (Table(3, 36, (
            Cell(0, 0, 2, 1, 3, 5), Cell(0, 1, 2, 1, 6, 8), Cell(0, 2, 1, 2, 9, 11),
            Cell(1, 2, 1, 1, 12, 14), Cell(1, 3, 1, 1, 15, 17),
            Cell(2, 0, 1, 1, 18, 19), Cell(2, 1, 1, 1, 20, 32), Cell(2, 2, 1, 1, 33, 33),
            Cell(2, 3, 1, 1, 34, 36))),), joined=frozenset())


def test_rows_that_begin_later_and_old_merges() -> None:
    table = tbl(tr(tc("甲"), tc("乙"), tc("丙")),
                tr(tc("丁"), tc("戊"), properties='<w:gridBefore w:val="1"/>'),
                tr(tc("己", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("庚")))
    assert cells(text(table)) == [[(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (0, 2, 1, 1, "丙"),
                                   (1, 1, 1, 1, "丁"), (1, 2, 1, 1, "戊"),
                                   (2, 0, 1, 2, "己"), (2, 2, 1, 1, "庚")]]


def test_a_cell_merged_downwards_from_nowhere_is_a_cell() -> None:
    assert cells(text(tbl(tr(tc("甲", "<w:vMerge/>"), tc("乙"))))) == [
        [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")]]


def test_columns_at_which_nothing_begins_are_not_counted() -> None:
    two = '<w:gridSpan w:val="2"/>'
    table = tbl(tr(tc("甲", two), tc("乙", '<w:gridSpan w:val="3"/>')),
                tr(tc("丙", two), tc("丁", two)))
    assert [c[:4] for c in cells(text(table))[0]] == [
        (0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_a_table_inside_a_cell_is_text_of_that_cell() -> None:
    inner = tbl(tr(tc("指标"), tc("98%")))
    table = tbl(tr(tc("一"), tc("二")), tr(tc("三"), tc(p("前") + inner + p("后"))))
    assert cells(text(table)) == [[(0, 0, 1, 1, "一"), (0, 1, 1, 1, "二"), (1, 0, 1, 1, "三"),
                                   (1, 1, 1, 1, "前\n指标\n98%\n后")]]


def test_a_table_of_one_column_or_around_tables_only_lays_out() -> None:
    data = tbl(tr(tc("任务"), tc("时限")), tr(tc("排查"), tc("3月")))
    result = text(tbl(tr(tc(p("框内一段。") + data))) + tbl(tr(tc("左栏"), tc(data))))
    assert result.stored == "框内一段。\n任务\t时限\n排查\t3月\n左栏\n任务\t时限\n排查\t3月\n"
    assert [len(table.cells) for table in result.tables] == [4, 4]


def test_rows_and_cells_inside_controls_are_there() -> None:
    row = tr(tc("甲"), f"<w:sdt><w:sdtContent>{tc('乙')}</w:sdtContent></w:sdt>")
    assert stored(tbl(f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>")) == "甲\t乙\n"


# --- what the file says of itself, and what could not be read

def core(title: str) -> str:
    return ('<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title></cp:coreProperties>")


@pytest.mark.parametrize(("title", "said"), [
    ("柳川县教育局2024年工作要点", "柳川县教育局2024年工作要点"),
    ("附件", None), ("Microsoft Word - 1.doc", None),
    ("桐岭市教育局2019年工作要点", None), ("", None)])
def test_a_title_counts_where_the_text_bears_it_out(title: str, said: str | None) -> None:
    body = p("柳川县教育局") + p("2024年工作要点")
    content = pack({"word/document.xml": document(body), "docProps/core.xml": core(title)})
    assert read(content, "要点.docx").title == said


def test_what_could_not_be_read_is_told() -> None:
    body = (p("正文") + p('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>')
            + '<w:altChunk r:id="y"/>')
    assert text(body).warnings == ("文中有 1 幅图片，图中的文字没有读取。",
                                   "文中插入了 1 个其他文件，其内容没有读取。")


def test_a_damaged_part_beside_the_text_is_told() -> None:
    result = read(pack({"word/document.xml": document(p("甲", num(1))),
                        "word/numbering.xml": "<w:num",
                        "word/styles.xml": b"\xff", "docProps/core.xml": "<"}), "要点.docx")
    assert result == Text("甲\n", joined=frozenset(), warnings=(
        "样式表已损坏，标题样式和部分自动编号可能缺失。", "编号定义已损坏，自动编号没有显示。"))


# --- other packages

def test_parts_are_found_by_their_relations() -> None:
    relations = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                 'relationships">{}</Relationships>')
    one = '<Relationship Type="{}" Target="{}" {}/>'
    files: dict[str, str | bytes] = {
        "_rels/.rels": relations.format(
            one.format(RELATION + "officeDocument", "/word/document2.xml", "")),
        "word/_rels/document2.xml.rels": relations.format(
            one.format(RELATION + "numbering", "http://invalid/", 'TargetMode="External"')
            + one.format(RELATION + "numbering", "../word/list.xml", "")),
        "word/list.xml": f"<w:numbering {NAMESPACES}>{OFFICIAL}{listed(1, 0)}</w:numbering>",
        "word/document2.xml": document(p("甲", num(1)))}
    assert read(pack(files), "要点.docm").stored == "一、甲\n"


def test_strict_files_and_utf_16_are_read() -> None:
    body = document(p("甲"))
    strict = body.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                          "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read(pack({"word/document.xml": strict}), "要点.docx").stored == "甲\n"
    assert read(pack({"word/document.xml": body.encode("utf-16")}), "要点.docx").stored == "甲\n"


# --- bad input

def refused(content: bytes) -> str:
    with pytest.raises(ReadError) as refusal:
        read(content, "要点.docx")
    message = str(refusal.value)
    assert message.startswith("要点.docx: ")
    assert message.endswith(".")
    assert "\n" not in message
    return message


@pytest.mark.parametrize(("content", "said"), [
    (b"", "no Word document"),
    ("一、加强校园安全".encode(), "no Word document"),
    (OLE2 + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "old .doc format"),
    (OLE2 + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    (docx(p("甲"))[:-30], "damaged or cut off"),
    (docx(p("甲"))[:100], "damaged or cut off"),
    (pack({"xl/workbook.xml": "<workbook/>"}), "holds no Word text"),
    (pack({"word/document.xml": f"<w:styles {NAMESPACES}/>"}), "holds no Word text"),
    (pack({"word/document.xml": "<w:document"}), "damaged or cut off"),
    (pack({"word/document.xml": b"\xff\xfe\0"}), "damaged or cut off"),
    (docx(""), "is empty"), (docx(p(" 　")), "is empty"),
    (docx(p('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>')), "pictures and no text"),
], ids=["nothing", "text", "doc", "password", "cut", "cut-short", "workbook", "other-root", "xml",
        "utf-16", "empty", "blank", "scanned"])
def test_what_is_no_readable_word_file_is_refused_by_name(content: bytes, said: str) -> None:
    assert said in refused(content)


def test_entities_are_refused() -> None:
    bomb = ('<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">'
            '<!ENTITY f SYSTEM "file:///etc/hosts">]>' + document(p("&b;&f;")))
    assert "declares entities" in refused(pack({"word/document.xml": bomb}))
    assert "declares entities" in refused(pack({"word/document.xml": bomb.encode("utf-16")}))


def test_a_bomb_is_not_unpacked() -> None:
    head = f"<w:document {NAMESPACES}><w:body>".encode()
    big = head + b" " * (package.MAX_BYTES + 1)
    assert "unpacks to more than 64 MiB" in refused(pack({"word/document.xml": big}))


def test_a_size_that_lies_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    content = docx(p("甲" * 1000))
    size = len(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    lying = content.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != content
    assert "damaged" in refused(lying)
    monkeypatch.setattr(package, "MAX_BYTES", 1000)
    assert "unpacks to more" in refused(content)


def test_a_part_protected_or_packed_in_another_way_is_refused() -> None:
    content = docx(p("甲"))
    at = content.rindex(b"PK\1\2")
    protected = content[:at + 8] + b"\1" + content[at + 9:]
    assert "protected by a password" in refused(protected)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    assert "damaged" in refused(target.getvalue())


def test_a_million_cells_and_thousands_of_files_are_refused(
        monkeypatch: pytest.MonkeyPatch) -> None:
    assert "1,200,000 marks" in refused(docx(tbl(tr("<w:tc><w:p/></w:tc>" * 1000) * 1000)))
    monkeypatch.setattr(package, "MAX_ENTRIES", 2)
    assert "more than 2 files" in refused(docx(p("甲"), styles=""))


@pytest.mark.parametrize("depth", [30, 80, 3000])
def test_tables_in_tables_in_tables_end(depth: int) -> None:
    opening, closing = "<w:tbl><w:tr><w:tc>", "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    content = docx(opening * depth + p("甲") + closing * depth)
    if depth > 1000:
        assert "damaged" in refused(content)
    else:
        assert read(content, "要点.docx").stored.strip() == "甲"


def test_numbers_that_are_none_or_huge_are_borne() -> None:
    numbering = (abstract(0, lvl(0, "lowerLetter", "%1、" * 30000, start=10 ** 12),
                          lvl(1, "upperRoman", "%2、", start=10 ** 30))
                 + listed(1, 0, override(0, '<w:startOverride w:val="-1"/>')))
    body = (p("甲", num(1)) + p("乙", num(1, 1)) + p("丙", num(1, 10 ** 9))
            + tbl(tr(tc("丁", '<w:gridSpan w:val="999999999"/>'),
                     tc("戊", '<w:gridSpan w:val="-1"/>'))))
    result = text(body, numbering=numbering)
    assert result.stored.startswith("1073741824、")
    assert len(result.stored) < 300


def test_styles_based_on_one_another_end() -> None:
    styles = style("甲", "", based="乙") + style("乙", "<w:rPr><w:b/></w:rPr>", based="甲")
    assert text(p("题", '<w:pStyle w:val="甲"/>') + p("正文。"), styles=styles).bold == {0}


def test_flipped_and_cut_bytes_give_a_text_or_a_sentence() -> None:
    table = tbl(tr(tc("任务"), tc("时限")), tr(tc("排查"), tc("3月")))
    content = docx(p("一、总体要求", num(1)) + table, numbering=OFFICIAL + listed(1, 0),
                   styles=style("标", "", "heading 1"))
    for at in range(0, len(content), 7):
        flipped = content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1:]
        for mutated in (content[:at], flipped):
            with contextlib.suppress(ReadError):
                result = read(mutated, "要点.docx")
                assert all(0 <= c.start <= c.end <= len(result.stored)
                           for t in result.tables for c in t.cells)
