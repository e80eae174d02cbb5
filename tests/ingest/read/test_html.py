"""What a saved page gives: its main text as a browser shows it, and nothing else."""

import time

import pytest

from ingest.errors import ReadError
from ingest.read.html import looks_like, read
from ingest.text import Text

SENTENCES = [
    "推进学前教育普及普惠发展，新建公办幼儿园4所，增加学位1200个。",
    "深化义务教育优质均衡创建，完成36所学校达标建设，覆盖率达到95%以上。",
    "加强教师队伍建设，全年培训骨干教师300人次，组织校长论坛两次。",
    "健全校园安全防控体系，专职保安配备率、封闭式管理率保持100%。",
    "优化职业教育专业布局，新增校企合作项目8个，建成实训基地2个。",
    "办好特殊教育，完善送教上门制度，适龄残疾儿童入学率不低于97%。",
]
ROWS = [["序号", "工作任务", "责任单位", "完成时限"],
        ["1", "新建青禾路小学，增加学位1080个", "规划建设科", "8月底"],
        ["2", "开展校园食堂专项整治，覆盖全部学校", "安全管理科", "全年"],
        ["3", "招聘中小学教师120名，优先补充薄弱学科", "人事科", "9月底"]]


def page(body: str, head: str = "") -> bytes:
    return (f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head>"
            f"<body>{body}</body></html>").encode()


def main(body: str) -> Text:
    """Read a body that is main text all through."""
    return read(page(f"<div class='TRS_Editor'>{body}</div>"), "页.html")


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def table(rows: list[list[str]]) -> str:
    return "<table>" + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"


def cells(text: Text, number: int = 0) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.rows, c.columns, text.stored[c.start:c.end])
            for c in text.tables[number].cells]


def noise(text: Text) -> list[str]:
    return [text.stored[start:end] for start, end in text.noise]


def bold(text: Text) -> list[str]:
    return [text.stored[start:].split("\n")[0] for start in sorted(text.bold)]


def own(text: Text) -> list[str]:
    """Return the lines that are no noise."""
    stored = text.stored
    for start, end in reversed(text.noise):
        stored = stored[:start] + stored[end:]
    return [line for line in stored.split("\n") if line]


NAV = ("<div class='top'><ul class='nav'>" + "".join(
    f"<li><a href='/{i}'>{name}</a></li>"
    for i, name in enumerate(["首页", "机构概况", "政务公开", "互动交流"])) + "</ul></div>")
CRUMB = "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/p'>政务公开</a> &gt; 计划总结</div>"
HEAD = "<h1>澜桥区2024年教育工作要点</h1>"
LINE = "<div class='info'>发布日期：2024-02-26 10:12 来源：澜桥区教育局 浏览次数：35</div>"
SIDE = "<div class='box'><h3>热点推荐</h3><ul>" + "".join(
    f"<li><a href='/n{i}'>澜桥区召开教育系统第{i}次会议</a></li>" for i in range(1, 8)) + (
        "</ul></div>")
FOOT = ("<div class='b'><p>主办：澜桥区人民政府 地址：澜桥区书院路8号</p>"
        "<p>版权所有 澜桥区教育局 京ICP备00000000号</p></div>")
TEXT = paragraphs(SENTENCES)
TASKS = table(ROWS)
TASK_LINES = ["\t".join(row) for row in ROWS]

KINDS = {
    "named block": (NAV + CRUMB + HEAD + LINE + f"<div id='UCAP-CONTENT'>{TEXT}</div>" + FOOT,
                    SENTENCES),
    "named block in itself, share bar inside": (
        NAV + f"<div class='content'>{CRUMB}{HEAD}{LINE}<div class='TRS_Editor'>"
        f"<div class='TRS_Editor'>{TEXT}</div><div class='bdsharebuttonbox'>分享到：微信</div>"
        f"</div>{SIDE}</div>" + FOOT, SENTENCES),
    "no known block": (NAV + f"<div class='w'>{CRUMB}{HEAD}{LINE}<div class='k9'>{TEXT}</div></div>"
                       + SIDE + FOOT, ["澜桥区2024年教育工作要点", *SENTENCES]),
    "no known block, side bar in a column beside": (
        NAV + f"<div><div class='l'>{CRUMB}{LINE}<div>{TEXT}</div></div><div class='r'>{SIDE}</div>"
        "</div>" + FOOT, SENTENCES),
    "paragraphs by breaks": (
        NAV + f"<div>{CRUMB}<div>" + "<br><br>".join(f"　　{s}" for s in SENTENCES) + "</div></div>"
        + SIDE + FOOT, SENTENCES),
    "the task table is the text": (
        NAV + f"<div class='w'>{CRUMB}<div class='k9'>{TASKS}</div></div>" + SIDE + FOOT,
        TASK_LINES),
    "the task table in a named block": (
        NAV + f"<div>{CRUMB}{LINE}<div id='zoom'><p>各科室：</p>{TASKS}</div></div>" + SIDE + FOOT,
        ["各科室：", *TASK_LINES]),
    "laid out by nested tables": (
        table([["<img src='a.jpg'>"]]) + table([["".join(f"<a href='/{i}'>栏目{i}</a>"
                                                         for i in range(6))]])
        + table([[SIDE, table([[CRUMB], ["发布日期：2024-02-26 来源：区教育局"],
                               [table([[TEXT]])]])]])
        + table([["版权所有：澜桥区教育局"]]), SENTENCES),
    "a task table in nested tables": (
        table([["".join(f"<a href='/{i}'>栏目{i}</a>" for i in range(6))]])
        + table([[SIDE, table([[CRUMB], [f"<p>各科室：</p>{TASKS}"]])]])
        + table([["版权所有：澜桥区教育局"]]), ["各科室：", *TASK_LINES]),
    "several blocks of one name": (
        "<div class='content'><p>本站将于周末维护，请提前办理业务。</p></div>"
        f"<div class='content'>{TEXT}</div><div class='content'>{SIDE}</div>" + FOOT, SENTENCES),
    "elements of HTML 5": (
        NAV + f"<main><article><header>{LINE}</header>{TEXT}"
        "<footer>责任编辑：某某</footer></article>"
        f"<aside>{SIDE}</aside></main>" + FOOT, SENTENCES),
    "text and annex in blocks of their own": (
        NAV + f"<div class='w'><div>{TEXT}</div><div><p>附件：任务分解表</p>{TASKS}</div></div>"
        + SIDE + FOOT, [*SENTENCES, "附件：任务分解表", *TASK_LINES]),
    "nothing but text": (TEXT, SENTENCES),
    "two paragraphs": (NAV + f"<div>{CRUMB}<div>{paragraphs(SENTENCES[:2])}</div></div>"
                       + SIDE + FOOT, SENTENCES[:2]),
    "plain text in pre": (NAV + "<div><pre>" + "\n".join(SENTENCES) + "</pre></div>" + FOOT,
                          SENTENCES),
}


@pytest.mark.parametrize("kind", KINDS)
def test_main_text(kind: str) -> None:
    body, expected = KINDS[kind]
    assert own(read(page(body), "页.html")) == expected


def test_the_block_with_most_of_its_own_text_wins_over_one_full_of_links() -> None:
    links = "".join(f"<p><a href='/{i}'>{text}</a></p>" for i, text in enumerate(SENTENCES * 3))
    body = f"<div id='zoom'>{links}</div><div class='TRS_Editor'>{TEXT}</div>"
    assert own(read(page(body), "页.html")) == SENTENCES


# --- lines ------------------------------------------------------------------------------------


def test_blocks_and_breaks_end_lines_and_inline_elements_do_not() -> None:
    text = main("<p>甲<span>乙</span><font>丙</font><o:p>丁</o:p><b>戊</b></p>"
                "<div>己<br>庚</div>辛")
    assert text.stored == "甲乙丙丁戊\n己\n庚\n辛\n"
    assert text.joined == frozenset()
    assert text.tables == ()


def test_indents_are_left_out_and_blanks_collapse() -> None:
    text = main("<p>&nbsp;&nbsp;　　责 任   单\n\t 位：<span> </span>教育局 A  B\nC </p>")
    assert text.stored == "责 任 单位： 教育局 A B C\n"


def test_source_breaks_in_chinese_text_give_no_blank() -> None:
    text = main("<p>推进教育\n    现代化，到\n2025年\n<span>\n建成</span>\n</p>")
    assert text.stored == "推进教育现代化，到2025年建成\n"


def test_preformatted_text_keeps_its_lines() -> None:
    assert main("<pre>一\n  二\n\n三</pre><p style='white-space:pre-wrap'>四\n五</p>").stored == (
        "一\n二\n三\n四\n五\n")


def test_unprinted_characters_go_and_odd_line_ends_are_blanks() -> None:
    text = main("<p>\ufeff 推\u200b进\u00ad教育\u2028改革&#0;</p>")
    assert text.stored == "推进教育 改革\ufffd\n"


def test_a_heading_over_two_lines_is_one_paragraph() -> None:
    text = main(f"<h2>澜桥区2024年<br>教育工作要点</h2><p>{SENTENCES[0]}</p>")
    assert text.stored.startswith("澜桥区2024年\n教育工作要点\n")
    assert text.joined == {text.stored.index("教育工作要点")}
    assert bold(text) == ["澜桥区2024年"]


def test_a_line_after_a_comma_goes_on_unless_it_is_marked_or_indented() -> None:
    text = main("<p>坚持立德树人，<br>全面发展，<br>（一）强化统筹，<br>　　新段</p>")
    assert text.joined == {text.stored.index("全面发展")}


def test_lines_cut_to_one_length_tell_no_paragraphs() -> None:
    wrapped = "县教育局要统筹推进各项重点任务落实落细加强督导检查确保" * 20
    lines = [wrapped[i:i + 25] for i in range(0, len(wrapped), 25)]
    assert main("<br>".join(lines)).joined is None
    assert main(paragraphs(SENTENCES * 3)).joined == frozenset()


def test_word_conditional_comments_hide_nothing() -> None:
    body = ("<!--[if gte mso 9]><xml>隐</xml><![endif]--><p class=MsoNormal><![if !supportLists]>"
            "<span style='mso-list:Ignore'>一、</span><![endif]>总体要求<o:p></o:p></p>")
    assert main(body).stored == "一、总体要求\n"


# --- hidden -----------------------------------------------------------------------------------


@pytest.mark.parametrize("hidden", [
    "<p style='display:none'>隐</p>", "<p style='DISPLAY : none'>隐</p>",
    "<p style='color:red;visibility:hidden'>隐</p>", "<div hidden><p>隐</p></div>",
    "<script>document.write('隐')</script>", "<style>.x{content:'隐'}</style>",
    "<template><p>隐</p></template>", "<noscript><p>隐</p></noscript>", "<!-- 隐 -->",
    "<span style='font-size:0'>隐</span>", "<span style='font-size:0px;'>隐</span>",
    "<div style='height:0;overflow:hidden'>隐</div>", "<div style='opacity:0'>隐</div>",
    "<p style='text-indent:-9999px'>隐</p>", "<textarea>隐</textarea>", "<button>隐</button>",
    "<select><option>隐</option></select>", "<iframe>隐</iframe>", "<svg><text>隐</text></svg>",
    "<input type='hidden' value='隐'>", "<p class='ghost'>隐</p>", "<p class='both'>隐</p>",
    "<div style='display:none'><div style='display:none'>隐<i hidden>隐</i></div></div>",
])
def test_hidden_text_is_no_text(hidden: str) -> None:
    head = "<style>/* a{ */ .ghost, p.both { color: red; display:none !important }</style>"
    body = f"<div class='TRS_Editor'><p>甲</p>{hidden}<p>乙</p></div>"
    assert read(page(body, head), "页.html").stored == "甲\n乙\n"


@pytest.mark.parametrize("style", [
    "@media print { .x { display:none } }", ".x{display:none} .x{display:block}",
    "..x{display:none}", ".x:hover{display:none}", "body{display:none}"])
def test_styles_that_hide_nothing_on_the_page(style: str) -> None:
    body = "<div class='TRS_Editor'><p>甲</p><p class='x'>乙</p></div>"
    assert read(page(body, f"<style>{style}</style>"), "页.html").stored == "甲\n乙\n"


def test_what_a_style_sheet_hides_of_the_text_itself_is_shown_by_a_script() -> None:
    body = f"<div id='zoom'>{TEXT}</div>"
    assert own(read(page(body, "<style>#zoom{display:none}</style>"), "页.html")) == SENTENCES


def test_a_size_of_zero_around_text_with_sizes_hides_nothing() -> None:
    assert main("<div style='font-size:0'><span style='font-size:14px'>甲</span></div>").stored == (
        "甲\n")


# --- lists ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("markup", "lines"), [
    ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
    ("<ol start=5><li>甲<li value=9>乙<li>丙</ol>", ["5. 甲", "9. 乙", "10. 丙"]),
    ("<ol reversed><li>甲<li>乙<li>丙</ol>", ["3. 甲", "2. 乙", "1. 丙"]),
    ("<ol type=A start=26><li>甲<li>乙</ol>", ["Z. 甲", "AA. 乙"]),
    ("<ol type=i><li>甲<li>乙<li>丙<li>丁</ol>", ["i. 甲", "ii. 乙", "iii. 丙", "iv. 丁"]),
    ("<ol style='list-style-type:cjk-ideographic' start=9><li>甲<li>乙<li>丙</ol>",
     ["九、甲", "十、乙", "十一、丙"]),
    ("<ol style='list-style:none'><li>甲</ol>", ["甲"]),
    ("<ul><li>甲<li>乙</ul>", ["• 甲", "• 乙"]),
    ("<ol><li>甲<ol><li>子<li>丑</ol><li>乙</ol>", ["1. 甲", "1. 子", "2. 丑", "2. 乙"]),
    ("<ol><li>甲<ul><li>子</ul></li><li>乙</ol>", ["1. 甲", "• 子", "2. 乙"]),
    ("<ol><li><p>甲</p><p>续</p></li><li><p>乙</p></li></ol>", ["1. 甲", "续", "2. 乙"]),
    ("<ul><li>一、甲<li>（二）乙<li>3.丙</ul>", ["一、甲", "（二）乙", "3.丙"]),
    ("<ol><li></li><li>乙</ol>", ["2. 乙"]),
    ("<li>甲", ["甲"]),
])
def test_lists_are_numbered_as_a_browser_does(markup: str, lines: list[str]) -> None:
    assert main(markup).stored.splitlines() == lines


# --- bold -------------------------------------------------------------------------------------


def test_bold_paragraphs_and_headings() -> None:
    text = main(
        "<h3>一、总体要求</h3><p><b>（一）指导思想</b></p><p><strong>责任单位：</strong>人事科</p>"
        "<p style='font-weight:700'>（二）主要目标</p><p><span style='font-weight:bold'>1.</span>"
        "<b>队伍</b>&nbsp;</p><p><b style='mso-bidi-font-weight:normal'>2.经费</b></p>"
        "<p><b><span style='font-weight:normal'>3.不粗</span></b></p>"
        "<p style=\"font-family:黑体,SimHei\">二、重点任务</p>"
        "<p style='font-family:黑体'><span style='font-family:仿宋'>正文一段</span></p>"
        f"<p><b>{'加强' * 40}</b></p>" + TEXT)
    assert bold(text) == ["一、总体要求", "（一）指导思想", "（二）主要目标", "1.队伍", "2.经费",
                          "二、重点任务"]


def test_bold_all_through_tells_nothing() -> None:
    assert main("".join(f"<p><b>{s}</b></p>" for s in SENTENCES * 2)).bold == frozenset()


# --- noise ------------------------------------------------------------------------------------


def test_what_surrounds_the_text_inside_the_block_is_noise() -> None:
    text = main(
        f"<div class='breadcrumb'>首页 &gt; 要闻</div>"
        f"<p>发布时间：2024-03-01　来源：教育局</p>{TEXT}"
        "<div class='art-share_box'><a href='#'>微信</a></div><nav>上下篇</nav>"
        "<p>上一篇：某某</p><h4>相关阅读：</h4><ul>" + "".join(
            f"<li><a href='/{i}'>全区会议召开{i}</a></li>" for i in range(3)) + "</ul>"
        "<div>版权所有 某局</div>")
    assert own(text) == SENTENCES
    assert noise(text) == [
        "首页 > 要闻\n发布时间：2024-03-01　来源：教育局",
        ("微信\n上下篇\n上一篇：某某\n相关阅读：\n• 全区会议召开0\n• 全区会议召开1\n"
         "• 全区会议召开2\n版权所有 某局")]


def test_a_contents_list_is_noise() -> None:
    text = main("<ul>" + "".join(f"<li><a href='#_{i}'>第{i}部分</a></li>" for i in range(3))
                + f"</ul>{TEXT}")
    assert own(text) == SENTENCES


def test_a_block_that_holds_the_text_is_no_noise_whatever_its_name() -> None:
    assert own(main(f"<div class='share-print'>{TEXT}</div>")) == SENTENCES


def test_the_box_of_particulars_is_noise() -> None:
    box = table([["索引号：", "000123/2024", "发布机构：", "教育局"],
                 ["文号：", "澜教2024年3号", "成文日期：", "2024-02-20"]])
    text = main(box + TEXT)
    box_text = "索引号： 000123/2024 发布机构： 教育局\n文号： 澜教2024年3号 成文日期： 2024-02-20"
    assert noise(text) == [box_text]
    assert text.tables == ()


def test_links_give_their_text_and_attached_files_a_warning() -> None:
    text = main(f"{TEXT}<p>附件：<a href='a/P02.docx'>任务分解表</a>、"
                "<a href='b.pdf?x=1'>指标表</a>、<a href='c.xls'>责任表</a></p>")
    assert own(text)[-1] == "附件：任务分解表、指标表、责任表"
    assert text.warnings == ("正文所附的3个文件没有读取：任务分解表、指标表、责任表。",)


def test_a_text_in_pictures_gets_a_warning() -> None:
    assert main("<p>工作要点</p><img src='1.jpg'><img src='2.jpg'>").warnings == (
        "正文有2张图片，图中的文字没有读取。",)


# --- tables -----------------------------------------------------------------------------------


def test_a_table_of_data() -> None:
    text = main("<p>前</p>" + TASKS + "<p>后</p>")
    assert text.stored == "前\n" + "\n".join(TASK_LINES) + "\n后\n"
    assert (text.tables[0].start, text.tables[0].end) == (2, len(text.stored) - 3)
    assert cells(text)[:5] == [(0, 0, 1, 1, "序号"), (0, 1, 1, 1, "工作任务"),
                               (0, 2, 1, 1, "责任单位"), (0, 3, 1, 1, "完成时限"),
                               (1, 0, 1, 1, "1")]
    assert text.tables[0].page is None


def test_spans_heads_and_feet_in_their_places() -> None:
    text = main(
        "<table><caption>表1 主要指标</caption><tfoot><tr><td>合计<td>1<td>2<td>3</tfoot>"
        "<tbody><tr><td rowspan=2>学前<td>园所<td>4<td></tr><tr><td>学位<td>120<td>240</tbody>"
        "<thead><tr><th rowspan=2 colspan=2>指标<th colspan=2>目标值"
        "<tr><th>2024年<th>2025年</thead></table>")
    assert text.stored == ("表1 主要指标\n指标\t目标值\n2024年\t2025年\n学前\t园所\t4\t\n"
                           "学位\t120\t240\n合计\t1\t2\t3\n")
    assert cells(text) == [
        (0, 0, 2, 2, "指标"), (0, 2, 1, 2, "目标值"),
        (1, 2, 1, 1, "2024年"), (1, 3, 1, 1, "2025年"),
        (2, 0, 2, 1, "学前"), (2, 1, 1, 1, "园所"), (2, 2, 1, 1, "4"), (2, 3, 1, 1, ""),
        (3, 1, 1, 1, "学位"), (3, 2, 1, 1, "120"), (3, 3, 1, 1, "240"),
        (4, 0, 1, 1, "合计"), (4, 1, 1, 1, "1"), (4, 2, 1, 1, "2"), (4, 3, 1, 1, "3")]


def test_lines_inside_cells_are_line_feeds_and_tabs_blanks() -> None:
    text = main("<table><tr><td>任务<td>单位<td>时限<tr><td><p>甲</p><p>乙<br>丙</p>"
                "<td>丁\t戊<td>年底</table>")
    assert [cell[4] for cell in cells(text)] == ["任务", "单位", "时限",
                                                 "甲\n乙\n丙", "丁 戊", "年底"]


def test_a_title_and_a_note_in_rows_of_their_own_are_lines() -> None:
    text = main("<table><tr><td colspan=3>2024年任务表</td></tr>"
                "<tr><td colspan=3>单位：所</td></tr><tr><td>序号<td>任务<td>单位"
                "<tr><td>1<td>建校<td>基建科<tr><td>2<td>招聘<td>人事科"
                "<tr><td colspan=3>注：完成时限均为年底。</table>")
    assert text.stored == ("2024年任务表\n单位：所\n序号\t任务\t单位\n1\t建校\t基建科\n"
                           "2\t招聘\t人事科\n注：完成时限均为年底。\n")
    assert [cell[:2] for cell in cells(text)] == [(row, c) for row in range(3) for c in range(3)]


def test_a_group_row_inside_a_table_stays_a_row() -> None:
    text = main("<table><tr><td>序号<td>任务<td>单位<tr><td colspan=3>一、德育<tr><td>1<td>甲<td>科"
                "<tr><td colspan=3>二、智育<tr><td>2<td>乙<td>科</table>")
    assert cells(text)[3] == (1, 0, 1, 3, "一、德育")


def test_columns_that_no_cell_begins_in_and_empty_rows_are_left_out() -> None:
    text = main("<table><tr><td colspan=2>任务<td colspan=3>单位<td></td><tr><td colspan=2> <td "
                "colspan=3>&nbsp;<td><tr><td colspan=2>甲<td colspan=3>乙<td></table>")
    assert cells(text) == [(0, 0, 1, 1, "任务"), (0, 1, 1, 1, "单位"), (1, 0, 1, 1, "甲"),
                           (1, 1, 1, 1, "乙")]


@pytest.mark.parametrize("markup", [
    f"<table><tr><td>{TEXT}</td></tr></table>",
    f"<table><tr><td>教育局</td><td>{TEXT}</td></tr></table>",
    f"<table><tr><td>教育局<td></tr><tr><td>要点<td>{TEXT}<tr><td>尾<td></table>",
    f"<table><tr><td>图</td></tr><tr><td><table><tr><td>{TEXT}</td></tr></table></td></tr></table>",
    "<table>" + "".join(f"<tr><td>{s}</td></tr>" for s in SENTENCES) + "</table>",
])
def test_tables_of_layout_are_passed_through(markup: str) -> None:
    text = main(markup)
    assert text.tables == ()
    assert [line for line in own(text) if line in SENTENCES] == SENTENCES


def test_a_table_inside_a_cell_of_data_is_text_of_the_cell() -> None:
    text = main("<table><tr><td>序号<td>任务<td>单位<tr><td>1<td><table><tr><td>甲<tr><td>乙"
                "</table><td>科</table>")
    assert [cell[4] for cell in cells(text)] == ["序号", "任务", "单位", "1", "甲\n乙", "科"]


def test_spans_are_bounded() -> None:
    text = main("<table><tr><td rowspan=99999>甲<td colspan=99999>乙<td rowspan=0>丙"
                "<tr><td>丁<td>戊</table>")
    assert cells(text) == [(0, 0, 2, 1, "甲"), (0, 1, 1, 2, "乙"), (0, 3, 2, 1, "丙"),
                           (1, 1, 1, 1, "丁"), (1, 2, 1, 1, "戊")]
    with pytest.raises(ReadError, match="split it"):
        main("<table>" + "<tr><td colspan=1000>甲<td colspan=1000>乙" * 600 + "</table>")


# --- charsets ---------------------------------------------------------------------------------

WORDS = "<p>镕基路小学推进教育现代化，全面提高教学质量。</p>"
TRADITIONAL = "<p>教育局推動學校發展，為學生提供優質教學。</p>"


@pytest.mark.parametrize(("meta", "encoding", "words"), [
    ("gb2312", "gb18030", WORDS), ("GBK", "gb18030", WORDS), ("utf-8", "utf-8", WORDS),
    ("gb2312", "utf-8", WORDS), ("utf-8", "gb18030", WORDS), ("", "gb18030", WORDS),
    ("", "utf-8", WORDS), ("utf-8", "utf-8-sig", WORDS), ("utf-8", "utf-16", WORDS),
    ("", "utf-16-le", WORDS), ("", "utf-16-be", WORDS), ("no-such", "gb18030", WORDS),
    ("base64", "gb18030", WORDS), ("big5", "big5", TRADITIONAL), ("", "big5", TRADITIONAL),
    ("gb2312", "big5", TRADITIONAL), ("big5", "gb18030", WORDS)])
@pytest.mark.parametrize("form", [
    "<meta charset='{}'>", "<META http-equiv=Content-Type content=\"text/html; charset={}\">"])
def test_charsets(meta: str, encoding: str, words: str, form: str) -> None:
    head = form.format(meta) if meta else ""
    content = f"<html><head>{head}</head><body>{words}</body></html>".encode(encoding)
    text = read(content, "页.html")
    assert text.stored == words.removeprefix("<p>").removesuffix("</p>") + "\n"
    assert text.warnings == ()


def test_a_character_cut_in_half_is_told() -> None:
    words = "".join(f"<p>{s}</p>" for s in SENTENCES * 5)
    head = "<meta charset=gb2312><title>要点".encode("gb18030") + b"\xd6</title>"
    content = head + words.encode("gb18030")
    text = read(content, "页.html")
    assert text.stored.startswith(SENTENCES[0])
    assert text.warnings == ("有1处编码损坏，这些字未能读出。",)


def test_entities_of_characters() -> None:
    assert main("<p>&#25945;&#x80B2;&mdash;&ldquo;双减&rdquo;&lt;b&gt;</p>").stored == (
        "教育—“双减”<b>\n")


# --- what the page says of itself -------------------------------------------------------------


@pytest.mark.parametrize(("head", "body", "title"), [
    ("<meta name='ArticleTitle' content='甲县教育工作要点'><title>乙_丙网</title>", HEAD,
     "甲县教育工作要点"),
    ("<title>首页</title>", HEAD, "澜桥区2024年教育工作要点"),
    ("<title>关于印发工作要点的通知-通知公告-澜桥区教育局</title>", "", "关于印发工作要点的通知"),
    ("<title>澜桥区人民政府网站 计划总结 | 2021-2025年教育规划</title>", "", "2021-2025年教育规划"),
    ("<title>澜桥区教育工作要点_澜桥区人民政府门户网站</title>",
     "<h1><a href='/'>澜桥区人民政府</a></h1>", "澜桥区教育工作要点"),
    ("<title>澜桥区教育局 计划总结 2024年教育工作要点</title>", "", "2024年教育工作要点"),
    ("<title>澜桥区教育局</title>", "", None),
    ("", "", None),
])
def test_titles(head: str, body: str, title: str | None) -> None:
    assert read(page(body + TEXT, head), "页.html").title == title


@pytest.mark.parametrize(("head", "body", "day"), [
    ("<meta name='PubDate' content='2024-02-26 10:12'>", LINE.replace("26", "27"), "2024-02-26"),
    ("<meta name='PubDate' content='20240226'>", "", "2024-02-26"),
    ("", LINE, "2024-02-26"),
    ("", "<p>发布时间：<b>2024年2月6日</b></p>", "2024-02-06"),
    ("", table([["索引号", "发布日期"], ["123", "x"]]) + "<p>发布日期 2024/2/6</p>", "2024-02-06"),
    ("", "<p>时间：2024-02-06 来源：教育局</p>", "2024-02-06"),
    ("", "<p>2024-02-06 11:20 来源：教育局</p>", "2024-02-06"),
    ("", "<p>信息来源：教育局 2024-02-06</p>", "2024-02-06"),
    ("", "<p>考试时间：2024-02-06 开始</p>", None),
    ("", "<p>发布日期：2024-13-45</p>", None),
])
def test_days_of_publication(head: str, body: str, day: str | None) -> None:
    assert read(page(body + TEXT, head), "页.html").published == day


# --- bad input --------------------------------------------------------------------------------


@pytest.mark.parametrize(("content", "words"), [
    (b"", "is empty"), (b"<html><body></body></html>", "shows no text"),
    (b"<html><body><script>x</script><div id='app'></div></body></html>", "shows no text"),
    (b"<html><frameset><frame src='a.html'></frameset></html>", "only frames"),
    (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "web archive"),
    (b"From: <Saved by Blink>\r\n", "web archive"),
    (b"\xff\xfe\x00\xd8\x00\xd8<", "no encoding"),
    (b"<p>" + bytes(range(128, 256)) * 40, "no encoding"),
])
def test_pages_without_text_are_refused_in_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        read(content, "页.html")
    assert str(caught.value).startswith("页.html: ")
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("unit", ["<div>", "<table><tr><td>", "<b a={}><p>", "<ul><li>",
                                  "<section>", "<h1><x>", "<span style='display:none'>", "<x>",
                                  "<i hidden><u>"])
def test_deep_nesting_is_refused_soon(unit: str) -> None:
    content = "".join(unit.format(i) for i in range(20_000)) + "甲"
    begin = time.perf_counter()
    with pytest.raises(ReadError, match=r"deep in one another|shows no text"):
        read(content.encode(), "页.html")
    assert time.perf_counter() - begin < 3


def test_a_table_of_a_million_cells_is_refused() -> None:
    content = "<table>" + ("<tr>" + "<td>1" * 100) * 10_000 + "</table>"
    with pytest.raises(ReadError, match="elements"):
        read(content.encode(), "页.html")


def test_markup_names_and_entities_reach_nothing_outside() -> None:
    content = ("<?xml version='1.0'?><!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html>"
               "<body><p>甲&x;</p><img src='http://127.0.0.1:9/x'></body></html>")
    assert read(content.encode(), "页.html").stored.splitlines()[-1] == "甲&x;"


@pytest.mark.parametrize(("content", "answer"), [
    (b"<!DOCTYPE html><html>", True), (b"\xef\xbb\xbf\n<HTML lang='zh'>", True),
    (b"<!-- saved from url=(0014)about:internet -->\r\n<html>", True),
    (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC ''>", True),
    ("<html><p>".encode("utf-16"), True), (b"<?xml version='1.0'?><w:document>", False),
    ("一、<html>".encode(), False), (b"", False), (b"# <body>", False)])
def test_looks_like(content: bytes, answer: bool) -> None:
    assert looks_like(content) is answer


def test_reading_is_deterministic() -> None:
    content = page(KINDS["laid out by nested tables"][0])
    assert read(content, "页.html") == read(content, "页.html")
