"""Write the office documents (docx, html, pdf, xlsx, csv, md) of this folder, each with its truth beside it.

usage: python office.py [NAME ...]     all documents, or those whose file name begins with a NAME

Every place, bureau, school and number is fictional. A document and its truth are written side by side:
`Pair.task` takes the very words that go into the file, so `starts` and `ends` are cut from them, and
`Pair.n` refuses a quote that the current task does not hold.
"""
# ruff: noqa: RUF001 - documents are numbered in tortoise-shell brackets
from __future__ import annotations

import csv
import html
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer

HERE = Path(__file__).resolve().parent
FIRST_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


class Pair:
    """One document and what is true of it (GUIDE.md's form)."""

    def __init__(self, file: str, title: str, genre: str, issuer: str, locality: str, period: list[int],
                 published: str | None, ancestors: list[str] | None = None) -> None:
        self.path = HERE / file
        self.truth = {
            "file": file,
            "document": {"title": title, "genre": genre, "issuer": issuer, "locality": locality, "adcode": None,
                         "ancestors": ancestors or [], "period": period, "published": published},
            "goals": [], "tasks": [], "indicators": [], "citations": [], "concepts": []}
        self.words: list[str] = []        # all that the document says, a paragraph or cell each
        self.cells: list[str] = []        # what the current task says
        self.at_goal: str | None = None

    def say(self, text: str) -> str:
        """A paragraph or cell that the document holds."""
        self.words.append(text)
        return text

    def goal(self, title: str, core: bool = True) -> str:
        """A goal; the tasks that follow are its own."""
        self.at_goal = f"g{len(self.truth['goals']) + 1}"
        self.truth["goals"].append({"id": self.at_goal, "title": title, "core": core})
        return self.say(title)

    def back_to(self, goal: str) -> None:
        """The tasks that follow belong to an earlier goal, given by its title."""
        self.at_goal = next(g["id"] for g in self.truth["goals"] if g["title"] == goal)

    def task(self, number: str | None, *cells: str, lead: str = "", resp: str = "", coop: str = "",
             concepts: str = "", period: list[int] | None = None, status: str = "planned") -> str:
        """A task: its text, or the cells of its table row. Owners are parted by |, concepts by spaces."""
        self.cells = [self.say(c) for c in cells]
        owners = [{"name": name, "role": role, "explicit": True}
                  for role, names in (("lead", lead), ("responsible", resp), ("cooperating", coop))
                  for name in names.split("|") if name]
        about = self.truth["document"]
        task = {"id": f"t{len(self.truth['tasks']) + 1}", "goal": self.at_goal, "number": number,
                "starts": cells[0][:20], "ends": cells[-1].rstrip("。；")[-20:], "period": period or about["period"],
                "status": status,
                "owners": owners or [{"name": about["issuer"], "role": "responsible", "explicit": False}],
                "core": True}
        if len(cells) > 1:
            task["annex"] = True
        self.truth["tasks"].append(task)
        for label in concepts.split():
            known = next((c for c in self.truth["concepts"] if c["label"] == label), None)
            if not known:
                known = {"label": label, "tasks": []}
                self.truth["concepts"].append(known)
            known["tasks"].append(task["id"])
        return cells[0]

    def n(self, quote: str, measure: str, comparator: str, value: float, unit: str, upper: float | None = None,
          due: int | None = None, core: bool = True, kind: str | None = None) -> None:
        """A number of the current task."""
        task = self.truth["tasks"][-1]
        assert any(quote in c for c in self.cells), (self.path.name, task["id"], quote)
        kind = kind or ("actual" if task["status"] == "reported" else "target")
        self.indicator(task["id"], quote, measure, comparator, value, upper, unit, due or task["period"][1], kind, core)

    def figure(self, quote: str, measure: str, comparator: str, value: float, unit: str, due: int, kind: str) -> str:
        """A number of an indicator table; returns the cell."""
        self.indicator(None, self.say(quote), measure, comparator, value, None, unit, due, kind, True)
        return quote

    def indicator(self, task, quote, measure, comparator, value, upper, unit, due, kind, core) -> None:
        assert comparator in ("=", ">=", "<=", "~", "range", "increase", "decrease"), comparator
        assert (comparator == "range") == (upper is not None), quote
        self.truth["indicators"].append({
            "task": task, "quote": quote, "measure": measure, "comparator": comparator, "value": value,
            "upper": upper, "unit": unit, "due": due, "kind": kind, "core": core})

    def save(self, citations: list[str]) -> None:
        """Check the truth against the document's words and write it."""
        def said(text: str) -> bool:
            return any(text in w for w in self.words)

        truth = self.truth
        truth["citations"] = citations
        goals = {g["id"] for g in truth["goals"]}
        for text in [g["title"] for g in truth["goals"]] + citations + [truth["document"]["locality"]]:
            assert said(text), (self.path.name, text)
        assert said(truth["document"]["title"]), truth["document"]["title"]
        for t in truth["tasks"]:
            assert t["goal"] in goals, t
            assert said(t["starts"]) and said(t["ends"]), t
            for o in t["owners"]:
                assert said(o["name"]), (self.path.name, t["id"], o)
        assert self.path.exists(), self.path
        self.path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(f"{self.path.name}: {len(truth['goals'])} goals, {len(truth['tasks'])} tasks, "
              f"{len(truth['indicators'])} indicators")


# ---------------------------------------------------------------- Word

def word() -> docx.document.Document:
    """A new document on A4 in FangSong."""
    doc = docx.Document()
    doc.styles["Normal"].font.name = "FangSong"
    doc.styles["Normal"].font.size = Pt(16)
    doc.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋_GB2312")
    doc.sections[0].page_width, doc.sections[0].page_height = Cm(21), Cm(29.7)
    return doc


def line(doc, text: str, bold: bool = False, align: str = "", style: str | None = None, indent: bool = False):
    """A paragraph; align is "", "center" or "right"."""
    p = doc.add_paragraph(style=style)
    p.add_run(text).bold = bold or None
    if align:
        p.alignment = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}[align]
    if indent:
        p.paragraph_format.first_line_indent = Pt(32)
    return p


def numbering(doc, levels: list[tuple[str, str, str]], abstract: int) -> None:
    """A list of Word's own numbers: (numFmt, text with %1, linked style or "") a level."""
    root = doc.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>'
        + (f'<w:pStyle w:val="{style}"/>' if style else "")
        + f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for i, (fmt, text, style) in enumerate(levels))
    element = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">'
                        f'<w:multiLevelType w:val="multilevel"/>{body}</w:abstractNum>')
    root.insert(len(root.findall(qn("w:abstractNum"))), element)


def number_list(doc, abstract: int, num: int, restart: bool = False) -> None:
    """A list that counts by `abstract`; with restart it begins at 1 again."""
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
    doc.part.numbering_part.element.append(parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{num}"><w:abstractNumId w:val="{abstract}"/>{again}</w:num>'))


def numbered(p, num: int, level: int = 0):
    """Give the paragraph (or style) `p` a number of list `num`."""
    properties = p.element.get_or_add_pPr() if hasattr(p, "element") else p._p.get_or_add_pPr()
    number = properties.get_or_add_numPr()
    number.get_or_add_ilvl().val = level
    number.get_or_add_numId().val = num
    return p


CHANGE = 'w:author="办公室" w:date="2024-02-20T09:00:00Z"'


def tracked(p, text: str, kind: str) -> None:
    """A tracked insertion (kind "ins") or deletion ("del") at the end of the paragraph."""
    tag = "w:t" if kind == "ins" else "w:delText"
    p._p.append(parse_xml(f'<w:{kind} {nsdecls("w")} w:id="{900 + len(p._p)}" {CHANGE}>'
                          f'<w:r><{tag} xml:space="preserve">{html.escape(text)}</{tag}></w:r></w:{kind}>'))


def tracked_mark(p, kind: str) -> None:
    """The paragraph's end itself was inserted or deleted."""
    p._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {nsdecls("w")}><w:{kind} w:id="899" {CHANGE}/></w:rPr>'))


def footnotes(doc, notes: list[str]) -> None:
    """The part that holds the footnotes' text (ids from 1)."""
    body = "".join(f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {n}</w:t>'
                   f"</w:r></w:p></w:footnote>" for i, n in enumerate(notes, 1))
    xml = (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>'
           '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
           '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
           f"</w:footnote>{body}</w:footnotes>")
    part = Part(PackURI("/word/footnotes.xml"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
                xml.encode("utf-8"), doc.part.package)
    doc.part.relate_to(part, RT.FOOTNOTES)


def footnote_mark(p, number: int) -> None:
    """A reference to a footnote at the end of the paragraph."""
    p._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                          f'<w:footnoteReference w:id="{number}"/></w:r>'))


def contents(doc, entries: list[tuple[str, int]]) -> None:
    """A table of contents as Word leaves it: one field over several paragraphs."""
    style = doc.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), "TOC1")
    for i, (text, page) in enumerate(entries):
        p = doc.add_paragraph(style=style)
        if i == 0:
            for kind in ("begin", "instr", "separate"):
                run = OxmlElement("w:r")
                if kind == "instr":
                    field = OxmlElement("w:instrText")
                    field.text = ' TOC \\o "1-2" \\h \\z \\u '
                else:
                    field = OxmlElement("w:fldChar")
                    field.set(qn("w:fldCharType"), kind)
                run.append(field)
                p._p.append(run)
        p.add_run(text)
        p.add_run().add_tab()
        p.add_run(str(page))
        if i == len(entries) - 1:
            run = OxmlElement("w:r")
            field = OxmlElement("w:fldChar")
            field.set(qn("w:fldCharType"), "end")
            run.append(field)
            p._p.append(run)


def page_number(doc) -> None:
    """A foot with — 1 — as a field."""
    p = doc.sections[0].footer.paragraphs[0]
    p.alignment = WD_ALIGN_PARAGRAPH.CENTER
    p.add_run("— ")
    p._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    p.add_run(" —")


def close_zip(path: Path) -> None:
    """Write an office file again with one fixed day on all parts, so that two runs give the same bytes."""
    with zipfile.ZipFile(path) as z:
        parts = [(i.filename, z.read(i)) for i in z.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts:
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2020-01-01T00:00:00Z", data)
            z.writestr(zipfile.ZipInfo(name, FIRST_ZIP_DAY), data, zipfile.ZIP_DEFLATED)


def save_word(doc, pair: Pair, citations: list[str]) -> None:
    doc.save(pair.path)
    close_zip(pair.path)
    pair.save(citations)


def lanpo() -> None:
    """Word's own numbers on three levels (the third restarts), contents, a footnote, tracked changes."""
    p = Pair("lanpo-2024-work-points.docx", "岚坡县教育体育局2024年工作要点", "plan", "岚坡县教育体育局", "岚坡县",
             [2024, 2024], "2024-02-26")
    doc = word()
    page_number(doc)
    numbering(doc, [("chineseCounting", "%1、", "Heading1"), ("chineseCounting", "（%2）", "Heading2")], 90)
    numbering(doc, [("decimal", "%1.", "")], 91)
    number_list(doc, 90, 90)
    numbered(doc.styles["Heading 1"], 90, 0)
    numbered(doc.styles["Heading 2"], 90, 1)
    footnotes(doc, [p.say("双师课堂：由1名主讲教师在线授课、1名辅导教师现场组织的教学方式，全省已有31个县开展试点。")])

    line(doc, p.say("岚教体〔2024〕6号"), align="center")
    line(doc, p.say("岚坡县教育体育局2024年工作要点"), bold=True, align="center")
    line(doc, "目    录", align="center")
    contents(doc, [("一、总体要求", 1), ("二、重点任务", 1), ("（一）党建领航，把牢办学方向", 1),
                   ("（二）扩优提质，办好家门口的学校", 2), ("（三）强师惠师，建强教师队伍", 3), ("三、保障措施", 4)])

    def item(num: int, body: str, note: str):
        text = numbered(doc.add_paragraph(), num)
        text.add_run(body)
        text.add_run(p.say(note))
        return text

    line(doc, p.say("总体要求"), style="Heading 1")
    line(doc, p.say("2024年是实施“十四五”规划的关键一年，也是“教育质量提升年”。全县教育体育工作要全面贯彻党的教育方针，"
                    "落实县第十四次党代会部署，围绕“三优五进”工作思路，办好人民满意的教育。"), indent=True)
    line(doc, p.say("重点任务"), style="Heading 1")

    line(doc, p.goal("党建领航，把牢办学方向"), style="Heading 2")
    number_list(doc, 91, 91)
    item(91, p.task("1", "健全党组织领导的校长负责制。指导各校修订党组织会议、校长办公会议事规则，年内完成28所学校领导体制调整，"
                    "培育“红烛先锋”党建品牌不少于6个。", lead="党建办", coop="人事股|基础教育股",
                    concepts="党组织领导的校长负责制 党建品牌"), "（牵头股室：党建办；配合股室：人事股、基础教育股）")
    p.n("年内完成28所学校领导体制调整", "完成领导体制调整的学校", "=", 28, "所")
    p.n("培育“红烛先锋”党建品牌不少于6个", "“红烛先锋”党建品牌", ">=", 6, "个")
    item(91, p.task("2", "一体推进清廉学校建设。紧盯食堂采购、教辅征订等5个关键环节开展专项整治，每学期至少组织1次警示教育，"
                    "中层以上干部谈心谈话覆盖率达到100%。", lead="机关纪委", coop="各股室", concepts="清廉学校建设 党风廉政建设"),
         "（牵头股室：机关纪委；配合股室：各股室）")
    p.n("5个关键环节", "开展专项整治的关键环节", "=", 5, "个", core=False)
    p.n("每学期至少组织1次警示教育", "每学期警示教育次数", ">=", 1, "次", core=False)
    p.n("中层以上干部谈心谈话覆盖率达到100%", "中层以上干部谈心谈话覆盖率", "=", 100, "%")

    line(doc, p.goal("扩优提质，办好家门口的学校"), style="Heading 2")
    number_list(doc, 91, 92, restart=True)
    item(92, p.task("1", "扩大普惠性学前教育资源。新建公办幼儿园3所，改扩建2所，增加公办学位810个，确保普惠性幼儿园覆盖率"
                    "稳定在92%以上、公办园在园幼儿占比提高到58%。", lead="学前教育股", coop="计划财务股|项目办",
                    concepts="普惠性幼儿园 学前教育资源配置"), "（牵头股室：学前教育股；配合股室：计划财务股、项目办）")
    p.n("新建公办幼儿园3所", "新建公办幼儿园", "=", 3, "所")
    p.n("改扩建2所", "改扩建公办幼儿园", "=", 2, "所")
    p.n("增加公办学位810个", "增加公办学位", "increase", 810, "个")
    p.n("普惠性幼儿园覆盖率稳定在92%以上", "普惠性幼儿园覆盖率", ">=", 92, "%")
    p.n("公办园在园幼儿占比提高到58%", "公办园在园幼儿占比", "=", 58, "%")
    item(92, p.task("2", "推进义务教育优质均衡发展。落实《岚坡县义务教育优质均衡发展县创建规划》，撤并不足30人的教学点4个，"
                    "新组建教育集团2—3个，大班额比例控制在1%以内，力争省级评估验收的32项指标全部达标。", lead="基础教育股",
                    coop="督导室|计划财务股", concepts="义务教育优质均衡 集团化办学 消除大班额"),
         "（牵头股室：基础教育股；配合股室：督导室、计划财务股）")
    p.n("不足30人的教学点", "撤并教学点的人数", "<=", 30, "人", core=False)
    p.n("教学点4个", "撤并教学点", "=", 4, "个")
    p.n("新组建教育集团2—3个", "新组建教育集团", "range", 2, "个", upper=3)
    p.n("大班额比例控制在1%以内", "大班额比例", "<=", 1, "%")
    p.n("省级评估验收的32项指标全部达标", "省级评估验收达标指标", "=", 32, "项", core=False)
    p.task("3", "深化教育数字化应用。推广“双师课堂”，建成录播教室14间，国家中小学智慧教育平台教师月活跃率不低于85%。",
           lead="教育技术装备中心", coop="教研室", concepts="教育数字化 双师课堂 智慧教育平台")
    p.n("建成录播教室14间", "录播教室", "=", 14, "间")
    p.n("教师月活跃率不低于85%", "国家中小学智慧教育平台教师月活跃率", ">=", 85, "%")
    changed = numbered(doc.add_paragraph(), 92)
    changed.add_run("深化教育数字化应用。推广“双师课堂”")
    footnote_mark(changed, 1)
    changed.add_run("，建成录播教室")
    tracked(changed, "10", "del")
    tracked(changed, "14", "ins")
    changed.add_run("间，国家中小学智慧教育平台教师月活跃率不低于85%。")
    changed.add_run(p.say("（牵头股室：教育技术装备中心；配合股室：教研室）"))

    line(doc, p.goal("强师惠师，建强教师队伍"), style="Heading 2")
    number_list(doc, 91, 93, restart=True)
    item(93, p.task("1", "优化教师补充机制。公开招聘教师96名（其中音体美教师不少于20名），安置定向培养师范生31名，"
                    "交流轮岗教师比例不低于应交流人数的15%。", lead="人事股", coop="计划财务股",
                    concepts="教师队伍建设 定向培养 教师交流"), "（牵头股室：人事股；配合股室：计划财务股）")
    p.n("公开招聘教师96名", "公开招聘教师", "=", 96, "名")
    p.n("音体美教师不少于20名", "招聘音体美教师", ">=", 20, "名")
    p.n("安置定向培养师范生31名", "安置定向培养师范生", "=", 31, "名")
    p.n("不低于应交流人数的15%", "交流轮岗教师占应交流人数的比例", ">=", 15, "%")
    item(93, p.task("2", "提升教师专业能力。实施“青蓝领航”三年行动，遴选县级名师工作室8个左右，组织教师全员培训1.2万人次，"
                    "新增市级以上骨干教师15名左右。", resp="教师进修学校|教研室", concepts="教师专业能力提升 名师工作室"),
         "（责任单位：教师进修学校、教研室）")
    p.n("县级名师工作室8个左右", "县级名师工作室", "~", 8, "个")
    p.n("教师全员培训1.2万人次", "教师全员培训", "=", 12000, "人次")
    p.n("新增市级以上骨干教师15名左右", "新增市级以上骨干教师", "~", 15, "名")
    body = p.task("3", "落实教师待遇保障。足额兑现乡村教师生活补助，为偏远教学点配备周转宿舍12套，设立关爱基金60万元。",
                  lead="计划财务股", coop="人事股|工会", concepts="教师待遇保障 乡村教师生活补助")
    p.n("配备周转宿舍12套", "偏远教学点周转宿舍", "=", 12, "套")
    p.n("设立关爱基金60万元", "关爱基金", "=", 600000, "元")
    added = numbered(doc.add_paragraph(), 93)
    tracked(added, body + p.say("（牵头股室：计划财务股；配合股室：人事股、工会）"), "ins")
    tracked_mark(added, "ins")
    gone = numbered(doc.add_paragraph(), 93)
    tracked(gone, "开展暑期教师疗休养活动，组织50名优秀教师外出考察。（责任单位：工会）", "del")
    tracked_mark(gone, "del")

    line(doc, p.goal("保障措施"), style="Heading 1")
    for number, text, about in (
            ("一", "加强组织领导。局党组每季度专题研究1次重点工作，班子成员按分工抓好落实，各股室主要负责人为第一责任人。", "组织领导"),
            ("二", "强化督导问效。将重点任务纳入责任督学挂牌督导内容，对进度滞后的单位下发提醒函。", "教育督导")):
        numbered(line(doc, p.task(number, text, concepts=about)), 90, 1)
        if number == "一":
            p.n("每季度专题研究1次重点工作", "局党组每季度专题研究重点工作次数", "=", 1, "次", core=False)
    line(doc, p.say("（联系人：李××，联系电话：6620018）"), indent=True)
    line(doc, p.say("岚坡县教育体育局"), align="right")
    line(doc, p.say("2024年2月26日"), align="right")
    save_word(doc, p, ["岚坡县义务教育优质均衡发展县创建规划"])


def jichuan() -> None:
    """A notice and its table: heads on two rows, group rows across, cells merged down and across, automatic row numbers."""
    p = Pair("jichuan-2023-responsibility-table.docx", "霁川市2023年教育重点工作责任分解表", "plan", "霁川市教育局", "霁川市",
             [2023, 2023], "2023-03-10")
    doc = word()
    line(doc, p.say("霁川市教育局文件"), bold=True, align="center")
    line(doc, p.say("霁教发〔2023〕15号"), align="center")
    line(doc, p.say("关于印发《霁川市2023年教育重点工作责任分解表》的通知"), bold=True, align="center")
    line(doc, p.say("各镇人民政府（街道办事处），市直有关部门，各市属学校："))
    line(doc, p.say("为确保全年教育重点工作落到实处，现将《霁川市2023年教育重点工作责任分解表》印发给你们，"
                    "请对照任务和时限，逐项抓好落实。"), indent=True)
    line(doc, p.say("霁川市教育局"), align="right")
    line(doc, p.say("2023年3月10日"), align="right")
    line(doc, p.say("附件"))
    line(doc, p.say("霁川市2023年教育重点工作责任分解表"), bold=True, align="center")

    numbering(doc, [("decimal", "%1", "")], 90)
    number_list(doc, 90, 90)
    table = doc.add_table(rows=2, cols=6, style="Table Grid")
    for column, head in enumerate(("序号", "重点任务", "工作措施", "完成时限")):
        table.cell(0, column).merge(table.cell(1, column)).text = p.say(head)
    table.cell(0, 4).merge(table.cell(0, 5)).text = p.say("责任分工")
    table.cell(1, 4).text, table.cell(1, 5).text = p.say("牵头单位"), p.say("配合单位")

    def group(number: str, title: str) -> None:
        cells = table.add_row().cells
        cells[0].merge(cells[5]).text = p.say(number + p.goal(title))

    def row(name: str, measures: list[str], until: str, lead: str, coop: str, concepts: str, number: int,
            same_lead: bool = False) -> None:
        cells = table.add_row().cells
        numbered(cells[0].paragraphs[0], 90)
        p.task(str(number), name, *measures, lead=lead, coop=coop, concepts=concepts)
        cells[1].text = name
        target = cells[2] if until else cells[2].merge(cells[3])
        target.text = measures[0]
        for m in measures[1:]:
            target.add_paragraph(m)
        if until:
            cells[3].text = p.say(until)
        cells[5].text = p.say(coop.replace("|", "、"))
        if same_lead:
            table.cell(len(table.rows) - 2, 4).merge(cells[4])
        else:
            cells[4].text = p.say(lead.replace("|", "、"))

    group("一、", "党建引领")
    row("加强学校党组织建设", ["1.调整设置学校党组织18个，实现应建尽建。", "2.评选“先锋支部”10个、“四有”党员教师60名。"],
        "2023年9月", "市委教育工委", "市委组织部", "党建工作 党组织建设", 1)
    p.n("调整设置学校党组织18个", "调整设置学校党组织", "=", 18, "个")
    p.n("评选“先锋支部”10个", "评选“先锋支部”", "=", 10, "个")
    p.n("“四有”党员教师60名", "评选“四有”党员教师", "=", 60, "名")
    row("深化思政课一体化改革", ["1.建立大中小学思政课教研联盟。", "2.打造市级精品思政课30节，培育思政课名师工作室3—5个。"],
        "2023年12月", "市教育局", "市委宣传部|团市委", "思政课一体化 名师工作室", 2)
    p.n("打造市级精品思政课30节", "市级精品思政课", "=", 30, "节")
    p.n("培育思政课名师工作室3—5个", "思政课名师工作室", "range", 3, "个", upper=5)
    group("二、", "普惠共享")
    row("增加公办学位供给", ["1.投入1.6亿元，新建、改扩建学校9所。", "2.新增义务教育学位5400个。"],
        "2023年8月底", "市教育局", "市发展改革局|市财政局|市自然资源局", "学位供给 学校建设", 3)
    p.n("投入1.6亿元", "学校新建、改扩建投入", "=", 160000000, "元")
    p.n("新建、改扩建学校9所", "新建、改扩建学校", "=", 9, "所")
    p.n("新增义务教育学位5400个", "新增义务教育学位", "increase", 5400, "个")
    row("完善资助育人体系", ["1.资助家庭经济困难学生不少于1.1万人次。", "2.脱贫家庭义务教育阶段失学辍学学生保持为0人。"],
        "长期", "市教育局", "市民政局|市乡村振兴局", "学生资助 控辍保学", 4, same_lead=True)
    p.n("资助家庭经济困难学生不少于1.1万人次", "资助家庭经济困难学生", ">=", 11000, "人次")
    p.n("失学辍学学生保持为0人", "脱贫家庭义务教育阶段失学辍学学生", "=", 0, "人")
    group("三、", "质量提升")
    row("落实“双减”要求", ["学科类校外培训机构压减率保持在95%以上，课后服务满意度达90%左右，全年开展联合执法检查24次。"], "",
        "市教育局|市市场监管局", "市公安局|市文化广电旅游局|各镇人民政府（街道办事处）", "双减 课后服务 校外培训机构治理", 5)
    p.n("学科类校外培训机构压减率保持在95%以上", "学科类校外培训机构压减率", ">=", 95, "%")
    p.n("课后服务满意度达90%左右", "课后服务满意度", "~", 90, "%")
    p.n("全年开展联合执法检查24次", "联合执法检查次数", "=", 24, "次")
    row("建强教师队伍", ["1.招聘教师210名，引进“双一流”高校毕业生20人以上。", "2.骨干教师交流比例提高3个百分点。",
                   "3.培训班主任800人次。"], "2023年12月", "市教育局", "市委编办|市人力资源社会保障局",
        "教师队伍建设 教师交流", 6)
    p.n("招聘教师210名", "招聘教师", "=", 210, "名")
    p.n("引进“双一流”高校毕业生20人以上", "引进“双一流”高校毕业生", ">=", 20, "人")
    p.n("骨干教师交流比例提高3个百分点", "骨干教师交流比例", "increase", 3, "个百分点")
    p.n("培训班主任800人次", "培训班主任", "=", 800, "人次")
    row("促进学生身心健康", ["1.中小学生近视率下降0.8个百分点。", "2.专职心理健康教师配备率达到100%，建成心理辅导中心1个。"],
        "2023年11月", "市教育局", "市卫生健康局", "近视防控 心理健康教育", 7)
    p.n("中小学生近视率下降0.8个百分点", "中小学生近视率", "decrease", 0.8, "个百分点")
    p.n("专职心理健康教师配备率达到100%", "专职心理健康教师配备率", "=", 100, "%")
    p.n("建成心理辅导中心1个", "心理辅导中心", "=", 1, "个")
    row("优化高中阶段结构", ["1.普职招生比保持在52:48。", "2.与3家企业共建现代产业学院2个。"], "2023年10月",
        "市教育局", "市工业和信息化局", "职业教育 产教融合", 8)
    p.n("普职招生比保持在52:48", "普职招生比（普通高中）", "=", 52, ":")
    p.n("普职招生比保持在52:48", "普职招生比（中职）", "=", 48, ":")
    p.n("与3家企业共建", "共建现代产业学院的企业", "=", 3, "家", core=False)
    p.n("共建现代产业学院2个", "共建现代产业学院", "=", 2, "个")
    line(doc, p.say("备注：1.请各牵头单位于每季度末月25日前将进展情况报市教育局办公室（联系人：王××）。"))
    line(doc, p.say("2.表中完成时限为最迟时限，能提前的应当提前。"))
    save_word(doc, p, [])


def weiting() -> None:
    """Bold headings without numbers, paragraphs with a bold lead sentence, an indicator table with base and target year."""
    title = "苇汀区推进基础教育扩优提质三年行动计划（2023—2025年）"
    p = Pair("weiting-2023-2025-action-plan.docx", title, "action_plan", "溯州市苇汀区教育局", "苇汀区", [2023, 2025],
             "2023-05-18", ["溯州市"])
    doc = word()
    line(doc, p.say(title), bold=True, align="center")
    line(doc, p.say("溯州市苇汀区教育局"), align="center")
    line(doc, p.say("（2023年5月18日）"), align="center")
    line(doc, p.say("为落实《关于构建优质均衡的基本公共教育服务体系的意见》，结合我区实际，制定本行动计划。"), indent=True)
    line(doc, p.say("行动目标"), bold=True)
    line(doc, p.say("经过三年努力，基础教育资源布局更加合理，群众对教育的满意度持续提高。主要指标见表1。"), indent=True)
    line(doc, p.say("表1  苇汀区基础教育扩优提质主要指标"), align="center")
    table = doc.add_table(rows=2, cols=6, style="Table Grid")
    for column, head in ((0, "序号"), (1, "指标名称"), (2, "单位"), (5, "属性")):
        table.cell(0, column).merge(table.cell(1, column)).text = p.say(head)
    table.cell(0, 3).merge(table.cell(0, 4)).text = p.say("指标值")
    table.cell(1, 3).text, table.cell(1, 4).text = p.say("2022年（基期）"), p.say("2025年（目标）")
    for i, (name, unit, base, goal, sign, want, kind) in enumerate((
            ("学前三年毛入园率", "%", "96.8", "98以上", ">=", 98, "预期性"),
            ("普惠性幼儿园在园幼儿占比", "%", "88.5", "≥92", ">=", 92, "预期性"),
            ("九年义务教育巩固率", "%", "99.2", "99.5", "=", 99.5, "约束性"),
            ("义务教育学校大班额比例", "%", "3.4", "0", "=", 0, "约束性"),
            ("中小学校舍抗震达标面积", "万平方米", "61", "74", "=", 740000, "约束性"),
            ("新增公办学位（三年累计）", "个", "—", "9600", "increase", 9600, "预期性")), 1):
        unit_read = "平方米" if unit == "万平方米" else unit
        cells = table.add_row().cells
        texts = [str(i), p.say(name), p.say(unit), base, goal, p.say(kind)]
        if base != "—":
            worth = float(base) if "." in base else int(base)
            p.figure(base, name, "=", worth * 10000 if unit_read != unit else worth, unit_read, 2022, "actual")
        p.figure(goal, name, sign, want, unit_read, 2025, "target")
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
    line(doc, p.say("注：“新增公办学位”为2023—2025年累计数。"))

    def item(lead_words: str, rest: str, note: str, **owners: str) -> None:
        p.task(None, lead_words + rest, **owners)
        q = doc.add_paragraph()
        q.paragraph_format.first_line_indent = Pt(32)
        q.add_run(lead_words).bold = True
        q.add_run(rest)
        if note:
            q.add_run(p.say(note)).italic = True

    line(doc, p.goal("学前教育普惠提升行动"), bold=True)
    item("扩容建园。", "实施公办园建设攻坚，2023年新建幼儿园4所，2024年新建3所，到2025年累计新增公办园学位2700个，"
         "公办园在园幼儿占比达到60%以上。", "（责任单位：区教育局、区发展改革局、区财政局、各街道办事处；列首位的为牵头单位，下同）",
         lead="区教育局", resp="区发展改革局|区财政局|各街道办事处", concepts="公办幼儿园建设 学位供给")
    p.n("2023年新建幼儿园4所", "新建公办幼儿园", "=", 4, "所", due=2023)
    p.n("2024年新建3所", "新建公办幼儿园", "=", 3, "所", due=2024)
    p.n("累计新增公办园学位2700个", "累计新增公办园学位", "increase", 2700, "个", due=2025)
    p.n("公办园在园幼儿占比达到60%以上", "公办园在园幼儿占比", ">=", 60, "%", due=2025)
    item("科学保教。", "每年遴选区级游戏化课程实验园10所，三年内创建市级及以上示范园不少于12所，幼儿园教师专科及以上学历比例保持在98%以上。",
         "（责任单位：区教育局、区教师发展中心）", lead="区教育局", resp="区教师发展中心", concepts="幼儿园保教质量 课程游戏化")
    p.n("每年遴选区级游戏化课程实验园10所", "每年遴选的区级游戏化课程实验园", "=", 10, "所")
    p.n("创建市级及以上示范园不少于12所", "市级及以上示范园", ">=", 12, "所")
    p.n("幼儿园教师专科及以上学历比例保持在98%以上", "幼儿园教师专科及以上学历比例", ">=", 98, "%")

    line(doc, p.goal("义务教育强校提质行动"), bold=True)
    item("集团办学。", "深化“1+N”集团化办学模式，新增紧密型教育集团5个，优质学校覆盖率提高10个百分点左右；出台《苇汀区集团化办学评价办法》，"
         "对成效排名后三位的集团予以约谈。", "（责任单位：区教育局、区委编办）", lead="区教育局", resp="区委编办",
         concepts="集团化办学")
    p.n("新增紧密型教育集团5个", "新增紧密型教育集团", "increase", 5, "个")
    p.n("优质学校覆盖率提高10个百分点左右", "优质学校覆盖率", "~", 10, "个百分点")
    item("校际结对。", "组织18所城区学校与24所乡村学校结对共建，每学期联合教研2次以上，互派教师不少于100人次。",
         "（责任单位：区教育局）", lead="区教育局", concepts="城乡结对共建 教师交流")
    p.n("18所城区学校", "参加结对共建的城区学校", "=", 18, "所")
    p.n("24所乡村学校", "参加结对共建的乡村学校", "=", 24, "所")
    p.n("每学期联合教研2次以上", "每学期联合教研次数", ">=", 2, "次", core=False)
    p.n("互派教师不少于100人次", "结对学校互派教师", ">=", 100, "人次")
    item("减负增效。", "健全作业公示制度，小学生书面作业平均完成时间控制在60分钟以内，初中不超过90分钟；课后服务参与率达95%。", "",
         concepts="双减 作业管理 课后服务")
    p.n("小学生书面作业平均完成时间控制在60分钟以内", "小学生书面作业平均完成时间", "<=", 60, "分钟")
    p.n("初中不超过90分钟", "初中生书面作业平均完成时间", "<=", 90, "分钟")
    p.n("课后服务参与率达95%", "课后服务参与率", "=", 95, "%")

    line(doc, p.goal("普通高中特色发展行动"), bold=True)
    item("特色创建。", "支持区内3所高中错位发展，建设学科特色基地6个，力争2024年创成省级特色高中1所。",
         "（责任单位：区教育局）", lead="区教育局", concepts="普通高中多样化特色发展")
    p.n("支持区内3所高中错位发展", "错位发展的高中", "=", 3, "所", core=False)
    p.n("建设学科特色基地6个", "学科特色基地", "=", 6, "个")
    p.n("力争2024年创成省级特色高中1所", "省级特色高中", "=", 1, "所", due=2024)
    item("育人改革。", "对照《普通高中课程方案（2017年版2020年修订）》优化课程设置，选课走班覆盖面达100%，各校开设校本选修课程不少于80门。",
         "（责任单位：区教师发展中心、各高中学校）", lead="区教师发展中心", resp="各高中学校", concepts="高中育人方式改革 选课走班")
    p.n("选课走班覆盖面达100%", "选课走班覆盖面", "=", 100, "%")
    p.n("各校开设校本选修课程不少于80门", "各校校本选修课程", ">=", 80, "门")

    line(doc, p.goal("教师队伍强基行动"), bold=True)
    item("引育并举。", "三年招聘教师450名，其中硕士研究生占比不低于35%；培养区级以上名优教师300名，新增正高级教师3至5名。",
         "（责任单位：区教育局、区委编办、区人力资源和社会保障局）", lead="区教育局", resp="区委编办|区人力资源和社会保障局",
         concepts="教师队伍建设 教师招聘")
    p.n("三年招聘教师450名", "招聘教师", "=", 450, "名")
    p.n("硕士研究生占比不低于35%", "招聘教师中硕士研究生占比", ">=", 35, "%")
    p.n("培养区级以上名优教师300名", "区级以上名优教师", "=", 300, "名")
    p.n("新增正高级教师3至5名", "新增正高级教师", "range", 3, "名", upper=5)
    item("轮岗交流。", "全面推行“区管校聘”，每年交流轮岗教师占符合条件教师的10%—15%，其中骨干教师不少于20%。",
         "（责任单位：区教育局、区委编办）", lead="区教育局", resp="区委编办", concepts="县管校聘 教师交流")
    p.n("交流轮岗教师占符合条件教师的10%—15%", "每年交流轮岗教师占符合条件教师的比例", "range", 10, "%", upper=15)
    p.n("骨干教师不少于20%", "交流轮岗教师中骨干教师的比例", ">=", 20, "%")

    line(doc, p.goal("保障措施"), bold=True)
    item("经费保障。", "确保教育投入只增不减，三年统筹安排专项资金2.4亿元，争取社会捐资助学3000万元以上。",
         "（责任单位：区财政局、区教育局）", lead="区财政局", resp="区教育局", concepts="教育投入")
    p.n("三年统筹安排专项资金2.4亿元", "统筹安排的专项资金", "=", 240000000, "元")
    p.n("争取社会捐资助学3000万元以上", "社会捐资助学", ">=", 30000000, "元")
    item("督导评价。", "将行动计划落实情况纳入街道履行教育职责评价，每年开展专项督导，结果作为评优评先的重要依据。",
         "（责任单位：区政府教育督导室）", lead="区政府教育督导室", concepts="教育督导")
    save_word(doc, p, ["关于构建优质均衡的基本公共教育服务体系的意见", "苇汀区集团化办学评价办法",
                       "普通高中课程方案（2017年版2020年修订）"])


# ---------------------------------------------------------------- HTML

def luping() -> None:
    """A county's page of nested layout tables: paragraphs parted by <br>, share bar, recommended titles with numbers."""
    p = Pair("luping-2022-work-points.html", "鹭坪县教育体育局2022年工作要点", "plan", "鹭坪县教育体育局", "鹭坪县",
             [2022, 2022], "2022-03-15", ["河南省"])
    out: list[str] = []

    def br(text: str, bold: bool = False) -> None:
        words = html.escape(text)
        out.append("　　" + (f"<strong>{words}</strong>" if bold else words) + "<br>")

    def item(number: str, body: str, note: str, more: str = "", **about) -> None:
        p.task(number, body + ("\n" + more if more else ""), **about)
        p.cells += [body, more]
        p.words += [body, more]
        if more:
            p.truth["tasks"][-1]["ends"] = more.rstrip("。")[-20:]
            br(f"{number}.{body}")
            br(more + p.say(note))
        else:
            br(f"{number}.{body}{p.say(note)}")

    br(p.say("2022年，全县教育体育工作要坚持以人民为中心，锚定“两个确保”，实施“十大提升行动”，推动教育体育事业高质量发展。"))
    br("一、" + p.goal("坚持党的领导，凝聚奋进力量"), bold=True)
    item("1", "抓实理论武装。推动党的创新理论进学校、进课堂、进头脑，举办党组织书记专题培训班2期，培训360人次，发展教师党员12名。",
         "【责任股室：党建办、办公室】", resp="党建办|办公室", concepts="理论武装 党建工作")
    p.n("举办党组织书记专题培训班2期", "党组织书记专题培训班", "=", 2, "期")
    p.n("培训360人次", "党组织书记专题培训", "=", 360, "人次")
    p.n("发展教师党员12名", "发展教师党员", "=", 12, "名")
    item("2", "从严管党治教。一是开展师德师风集中整治；二是推行“阳光校务”，公开事项不少于20项；三是完成对15所学校的政治巡察。",
         "【责任股室：机关纪委、人事股】", resp="机关纪委|人事股", concepts="师德师风建设 阳光校务")
    p.n("公开事项不少于20项", "“阳光校务”公开事项", ">=", 20, "项")
    p.n("完成对15所学校的政治巡察", "完成政治巡察的学校", "=", 15, "所")
    br("二、" + p.goal("聚焦群众期盼，扩充教育资源"), bold=True)
    item("3", "加快项目建设。总投资3.86亿元，续建县二高新校区，新开工中小学5所，年底前竣工3所，新增学位4650个。",
         "【责任股室：项目办、计财股】", resp="项目办|计财股", concepts="学校建设 学位供给")
    p.n("总投资3.86亿元", "教育项目总投资", "=", 386000000, "元")
    p.n("新开工中小学5所", "新开工中小学", "=", 5, "所")
    p.n("年底前竣工3所", "竣工中小学", "=", 3, "所")
    p.n("新增学位4650个", "新增学位", "increase", 4650, "个")
    item("4", "改善办学条件。为56所农村学校更换课桌凳1.3万套，旱厕改造完成率100%，教室护眼灯改造不低于400间。",
         "【责任股室：装备中心】", resp="装备中心", concepts="办学条件改善 教室照明改造")
    p.n("为56所农村学校", "更换课桌凳的农村学校", "=", 56, "所", core=False)
    p.n("更换课桌凳1.3万套", "更换课桌凳", "=", 13000, "套")
    p.n("旱厕改造完成率100%", "旱厕改造完成率", "=", 100, "%")
    p.n("教室护眼灯改造不低于400间", "教室护眼灯改造", ">=", 400, "间")
    br("三、" + p.goal("突出立德树人，提升育人质量"), bold=True)
    item("5", "落实五育并举。开齐开足体育课，保证学生每天校内体育活动不少于1小时；体质健康优良率达到48%，较上年提高2个百分点；"
         "参加县级中小学生艺术展演的学校40所左右。", "【责任股室：体卫艺股】", resp="体卫艺股", concepts="五育并举 学生体质健康 美育")
    p.n("每天校内体育活动不少于1小时", "学生每天校内体育活动时间", ">=", 1, "小时", core=False)
    p.n("体质健康优良率达到48%", "学生体质健康优良率", "=", 48, "%")
    p.n("较上年提高2个百分点", "学生体质健康优良率", "increase", 2, "个百分点")
    p.n("艺术展演的学校40所左右", "参加县级中小学生艺术展演的学校", "~", 40, "所")
    item("6", "提高教学质量。依据《鹭坪县普通高中质量提升意见》，完善目标管理，本科上线人数达到1800人以上；"
         "组织“同课异构”教研活动60场，评选优质课200节。", "【责任股室：基教股、教研室】", resp="基教股|教研室",
         concepts="普通高中质量提升 教研")
    p.n("本科上线人数达到1800人以上", "本科上线人数", ">=", 1800, "人")
    p.n("“同课异构”教研活动60场", "“同课异构”教研活动", "=", 60, "场")
    p.n("评选优质课200节", "评选优质课", "=", 200, "节")
    item("7", "发展职业教育。推进“三教”改革，新增高职对口专业2个，中职毕业生就业率保持在97%左右。", "【责任股室：职成股】",
         more="目标任务：年内完成技能培训5000人次，省级技能大赛获奖30项以上。", resp="职成股", concepts="职业教育 技能培训")
    p.n("新增高职对口专业2个", "新增高职对口专业", "increase", 2, "个")
    p.n("中职毕业生就业率保持在97%左右", "中职毕业生就业率", "~", 97, "%")
    p.n("完成技能培训5000人次", "技能培训", "=", 5000, "人次")
    p.n("省级技能大赛获奖30项以上", "省级技能大赛获奖", ">=", 30, "项")
    br("四、" + p.goal("守牢安全底线，优化发展环境"), bold=True)
    item("8", "严守校园安全。护学岗设置率、封闭化管理率、一键报警配备率均达100%，每月开展1次应急疏散演练。",
         "【责任股室：安全股】", resp="安全股", concepts="校园安全")
    p.n("护学岗设置率、封闭化管理率、一键报警配备率均达100%", "护学岗设置率、封闭化管理率、一键报警配备率", "=", 100, "%")
    p.n("每月开展1次应急疏散演练", "每月应急疏散演练次数", "=", 1, "次", core=False)
    item("9", "规范民办教育。完成12所民办学校年检，民办义务教育在校生占比控制在5%以内，整治无证办学点9处。",
         "【责任股室：民办教育股】", resp="民办教育股", concepts="民办教育 无证办学治理")
    p.n("完成12所民办学校年检", "完成年检的民办学校", "=", 12, "所")
    p.n("民办义务教育在校生占比控制在5%以内", "民办义务教育在校生占比", "<=", 5, "%")
    p.n("整治无证办学点9处", "整治无证办学点", "=", 9, "处")

    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{p.say("鹭坪县教育体育局2022年工作要点")}_政府信息公开_{p.say("河南省鹭坪县人民政府")}</title>
<style>.d_font{{font-size:16px}}</style><script>var hits=1286;document.write("");</script></head><body>
<table width="1000" align="center"><tr><td colspan="2"><img src="banner.jpg" alt="河南省鹭坪县人民政府门户网站"></td></tr>
<tr><td colspan="2"><a href="/">首页</a> | <a href="/zwgk">政务公开</a> | <a href="/bsfw">办事服务</a> | <a href="/hd">互动交流</a></td></tr>
<tr><td width="220" valign="top"><table><tr><td>一、公开指南</td></tr><tr><td>二、公开目录</td></tr><tr><td>三、年度报告</td></tr>
<tr><td><a href="1.html">2021年新建学校12所任务全面完成</a></td></tr></table></td>
<td valign="top"><table width="760"><tr><td>您现在的位置：<a href="/">首页</a> &gt; 政务公开 &gt; 部门文件 &gt; 正文</td></tr>
<tr><td align="center"><h1>鹭坪县教育体育局2022年工作要点</h1></td></tr>
<tr><td align="center">发布时间：2022-03-15 09:20&nbsp;&nbsp;来源：县教体局&nbsp;&nbsp;浏览次数：<span id="hits">1286</span>次&nbsp;&nbsp;字体：[<a>大</a> <a>中</a> <a>小</a>]</td></tr>
<tr><td><div class="bdsharebuttonbox"><a>分享到：</a><a>微信</a><a>新浪微博</a><a>QQ空间</a> <a>0</a></div></td></tr>
<tr><td><table width="100%"><tr><td class="d_font" id="zoom">
{chr(10).join(out)}
<br><div align="right">{p.say("鹭坪县教育体育局")}<br>{p.say("2022年3月10日")}</div>
</td></tr></table></td></tr>
<tr><td>【<a>打印本页</a>】【<a>关闭窗口</a>】　扫一扫在手机打开当前页</td></tr>
<tr><td>上一篇：<a href="2.html">鹭坪县2022年第1批教师招聘公告（招聘80名）</a><br>下一篇：<a href="3.html">鹭坪县教育体育局2021年工作要点</a></td></tr>
<tr><td><b>相关推荐</b><ul><li><a>1.鹭坪县新增学位3200个 缓解城区入学难</a> 2022-02-11</li><li><a>2.一图读懂：全县教育“十四五”12项重点工程</a> 2022-01-20</li>
<li><a>3.推进职业教育提质培优三年行动计划（责任股室：职成股）</a> 2021-12-30</li></ul></td></tr></table></td></tr>
<tr><td colspan="2" align="center">主办：鹭坪县人民政府办公室　技术支持：县大数据中心　豫公网安备00000000000号　网站标识码：0000000001</td></tr></table>
</body></html>
"""
    p.path.write_text(page, "utf-8")
    p.save(["鹭坪县普通高中质量提升意见"])


def yulan() -> None:
    """A GBK page with an information card: summary in lead-sentence paragraphs, an indicator table with cells merged
    down, next year's plan in numbered items."""
    p = Pair("yulan-2021-summary-2022-plan.html", "榆澜区教育局2021年工作总结和2022年工作思路", "summary", "榆澜区教育局", "榆澜区",
             [2021, 2022], "2022-01-07")
    out: list[str] = []

    def para(text: str, bold: bool = False) -> None:
        words = html.escape(text)
        inner = f"<b>{words}</b>" if bold else f'<span style="font-size:16pt;font-family:仿宋">{words}</span>'
        out.append(f'<p style="text-indent:2em">{inner}</p>')

    def done(lead_words: str, rest: str, concepts: str) -> None:
        p.task(None, lead_words + rest, concepts=concepts, period=[2021, 2021], status="reported")
        out.append(f'<p style="text-indent:2em"><b>{lead_words}</b><span>{html.escape(rest)}</span></p>')

    def plan(number: str, body: str, note: str, concepts: str, **owners: str) -> None:
        p.task(number, body, concepts=concepts, period=[2022, 2022], **owners)
        para(f"（{number}）{body}{p.say(note)}")

    para(p.say("2021年，在区委、区政府坚强领导下，区教育局紧扣“教育强区”目标，各项工作取得新成效。现将有关情况报告如下。"))
    para("一、" + p.say("2021年工作完成情况"), bold=True)
    para("（一）" + p.goal("坚持党建统领，政治生态持续向好"), bold=True)
    done("组织建设不断夯实。", "全年发展党员21名，整顿软弱涣散基层党组织8个，举办党务干部培训3期，覆盖260余人。", "党建工作 党组织建设")
    p.n("全年发展党员21名", "发展党员", "=", 21, "名")
    p.n("整顿软弱涣散基层党组织8个", "整顿软弱涣散基层党组织", "=", 8, "个")
    p.n("举办党务干部培训3期", "党务干部培训", "=", 3, "期")
    p.n("覆盖260余人", "党务干部培训覆盖人数", ">=", 260, "人")
    done("宣传阵地持续巩固。", "区级以上媒体刊发稿件430篇，较2020年增长18%，2个案例入选全市宣传思想工作优秀案例。", "教育宣传 意识形态")
    p.n("刊发稿件430篇", "区级以上媒体刊发稿件", "=", 430, "篇")
    p.n("较2020年增长18%", "区级以上媒体刊发稿件较2020年增长", "increase", 18, "%")
    p.n("2个案例入选", "入选全市宣传思想工作优秀案例的案例", "=", 2, "个")
    para("（二）" + p.goal("坚持扩容提质，资源供给更加充足"), bold=True)
    done("学校建设提速增效。", "投入资金5.2亿元，建成投用学校6所，新增学位近7000个，完成校舍维修4.3万平方米。", "学校建设 学位供给")
    p.n("投入资金5.2亿元", "学校建设投入资金", "=", 520000000, "元")
    p.n("建成投用学校6所", "建成投用学校", "=", 6, "所")
    p.n("新增学位近7000个", "新增学位", "~", 7000, "个")
    p.n("完成校舍维修4.3万平方米", "校舍维修面积", "=", 43000, "平方米")
    done("教师队伍不断壮大。", "招聘教师188名，研究生学历占41.5%；2人获评省特级教师，第37个教师节期间表彰先进个人100名。",
         "教师队伍建设 教师招聘")
    p.n("招聘教师188名", "招聘教师", "=", 188, "名")
    p.n("研究生学历占41.5%", "招聘教师中研究生学历占比", "=", 41.5, "%")
    p.n("2人获评省特级教师", "获评省特级教师", "=", 2, "人")
    p.n("表彰先进个人100名", "表彰先进个人", "=", 100, "名")
    para("（三）" + p.goal("坚持改革创新，育人质量显著提升"), bold=True)
    done("“双减”工作落地见效。", "126家学科类培训机构压减至7家，压减率94.4%，课后服务惠及学生4.8万名。", "双减 课后服务 校外培训机构治理")
    p.n("126家学科类培训机构", "压减前的学科类培训机构", "=", 126, "家", core=False)
    p.n("压减至7家", "压减后的学科类培训机构", "=", 7, "家")
    p.n("压减率94.4%", "学科类培训机构压减率", "=", 94.4, "%")
    p.n("课后服务惠及学生4.8万名", "课后服务惠及学生", "=", 48000, "名")
    done("职业教育融合发展。", "与12家企业签订合作协议，3个专业入选市级品牌专业，在省技能大赛中获一等奖2项、二等奖5项。",
         "职业教育 产教融合")
    p.n("与12家企业签订合作协议", "签订合作协议的企业", "=", 12, "家")
    p.n("3个专业入选市级品牌专业", "入选市级品牌专业的专业", "=", 3, "个")
    p.n("一等奖2项", "省技能大赛一等奖", "=", 2, "项")
    p.n("二等奖5项", "省技能大赛二等奖", "=", 5, "项")

    out.append(f'<p align="center">{p.say("附表：2021年主要指标完成情况")}</p>')
    rows = ['<tr>' + "".join(f"<td><p>{p.say(h)}</p></td>" for h in
                             ("类别", "指标名称", "2021年目标值", "2021年完成值", "2022年目标值")) + "</tr>"]
    for group, lines in (("学前教育", (("公办园在园幼儿占比", ("52%", "=", 52), ("54.3%", "=", 54.3), ("56%", "=", 56)),
                                  ("普惠性幼儿园覆盖率", ("85%以上", ">=", 85), ("87.1%", "=", 87.1), ("88%以上", ">=", 88)))),
                         ("义务教育", (("大班额比例", ("≤3%", "<=", 3), ("2.1%", "=", 2.1), ("≤1%", "<=", 1)),
                                  ("九年巩固率", ("99%", "=", 99), ("99.3%", "=", 99.3), ("99.3%", "=", 99.3))))):
        for i, (name, *values) in enumerate(lines):
            first = f'<td rowspan="{len(lines)}"><p>{p.say(group)}</p></td>' if i == 0 else ""
            kinds = (("target", 2021), ("actual", 2021), ("target", 2022))
            cells = "".join(f"<td>{html.escape(p.figure(q, name, sign, worth, '%', due, kind))}</td>"
                            for (q, sign, worth), (kind, due) in zip(values, kinds, strict=True))
            rows.append(f"<tr>{first}<td>{p.say(name)}</td>{cells}</tr>")
    out.append('<table border="1" style="border-collapse:collapse">' + "\n".join(rows) + "</table>")

    para("二、" + p.say("存在的问题"), bold=True)
    para(p.say("一年来，全区教育工作取得一定成绩，但城区学位供给仍有缺口，教师结构性缺编、家校协同机制不够健全等问题还需着力解决。"))
    para("三、" + p.goal("2022年工作思路"), bold=True)
    plan("一", "全面加强党的建设。实施党建“强基固本”工程，创建星级党支部30个，力争党支部达标率100%。", "", "党建工作")
    p.n("创建星级党支部30个", "星级党支部", "=", 30, "个")
    p.n("党支部达标率100%", "党支部达标率", "=", 100, "%")
    plan("二", "加快补齐资源短板。计划投资4.5亿元，新建学校4所、改扩建3所，新增学位5000个以上。", "（项目科、财务科负责）",
         "学校建设 学位供给", resp="项目科|财务科")
    p.n("计划投资4.5亿元", "学校建设计划投资", "=", 450000000, "元")
    p.n("新建学校4所", "新建学校", "=", 4, "所")
    p.n("改扩建3所", "改扩建学校", "=", 3, "所")
    p.n("新增学位5000个以上", "新增学位", ">=", 5000, "个")
    plan("三", "深化教师管理改革。修订《榆澜区教师交流轮岗实施办法》，交流校级干部25名、教师380名，骨干教师占比不低于20%。",
         "（人事科牵头，督导室配合）", "县管校聘 教师交流", lead="人事科", coop="督导室")
    p.n("交流校级干部25名", "交流校级干部", "=", 25, "名")
    p.n("教师380名", "交流教师", "=", 380, "名")
    p.n("骨干教师占比不低于20%", "交流教师中骨干教师占比", ">=", 20, "%")
    plan("四", "促进学生健康成长。建设标准化心理辅导室16间，近视率同比下降1个百分点，肥胖率控制在8%以下。", "（体卫艺科负责）",
         "心理健康教育 近视防控", resp="体卫艺科")
    p.n("建设标准化心理辅导室16间", "标准化心理辅导室", "=", 16, "间")
    p.n("近视率同比下降1个百分点", "学生近视率", "decrease", 1, "个百分点")
    p.n("肥胖率控制在8%以下", "学生肥胖率", "<=", 8, "%")

    card = "".join(f"<li><b>{name}</b>{p.say(value)}</li>" for name, value in (
        ("索引号：", "YL0021-2022-00012"), ("主题分类：", "教育"), ("发布机构：", "榆澜区教育局"), ("发文日期：", "2022-01-05"),
        ("发布日期：", "2022-01-07"), ("有效性：", "有效")))
    page = f"""<!doctype html>
<html lang="zh"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>榆澜区教育局2021年工作总结和2022年工作思路 - 榆澜区政府网</title></head><body>
<div class="nav"><a href="/">网站首页</a><a href="/gk">信息公开</a><a href="/ghjh">规划计划</a></div>
<div class="card"><ul>{card}</ul></div>
<div class="main"><h2 class="title">{p.say("榆澜区教育局2021年工作总结和2022年工作思路")}</h2>
<div class="share">字号：<a>大</a><a>小</a> 阅读量：532 分享：<a>微信</a><a>微博</a></div>
<div id="UCAP-CONTENT">
{chr(10).join(out)}
</div>
<div class="attach">附件下载：<a href="x.doc">1.榆澜区教育局2021年工作总结和2022年工作思路.doc</a></div></div>
<div class="more"><h3>热点推荐</h3><p>榆澜区教育局2020年工作总结</p><p>我区新建3所学校9月投用，新增学位2100个</p><p>三、聚焦民生实事</p></div>
<div class="foot">版权所有：榆澜区人民政府　地址：榆澜区文昌路8号　电话：0000-8210001</div>
</body></html>
"""
    p.path.write_bytes(page.encode("gb18030"))
    p.save(["榆澜区教师交流轮岗实施办法"])


# ---------------------------------------------------------------- PDF

SONG = "STSong-Light"


def broken(text: str, width: float, size: int) -> list[str]:
    """Lines of at most `width` points, broken as a typesetter does: no number apart, no 。 first, no （ last."""
    lines = [""]
    for t in re.findall(r"[A-Za-z0-9.%]+|.", text):
        if pdfmetrics.stringWidth(lines[-1] + t, SONG, size) <= width or t in "，。、；：）》”】":
            lines[-1] += t
        elif lines[-1][-1] in "（《“【":
            lines.append(lines[-1][-1] + t)
            lines[-2] = lines[-2][:-1]
        else:
            lines.append(t)
    return lines


def yanhe() -> None:
    """A ruled table over several pages with its head on each, a page head and 第 n 页 共 m 页, group rows across."""
    p = Pair("yanhe-2025-task-list.pdf", "砚河县2025年教育重点工作任务清单", "plan", "砚河县教育局", "砚河县", [2025, 2025], None)
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    small = ParagraphStyle("cell", fontName=SONG, fontSize=12, leading=20)
    widths = [14 * mm, 38 * mm, 92 * mm, 28 * mm, 46 * mm, 34 * mm]
    large = ParagraphStyle("title", parent=small, fontSize=20, leading=34, alignment=1)
    heads = ("序号", "重点任务", "目标要求", "牵头股室", "责任单位", "完成时限")
    rows = [[Paragraph(p.say(h), small) for h in heads]]
    spans = []

    def group(number: str, title: str) -> None:
        spans.append(("SPAN", (0, len(rows)), (-1, len(rows))))
        rows.append([Paragraph(p.say(number + p.goal(title)), small)] + [""] * 5)

    def row(number: int, name: str, aim: str, lead: str, resp: str, until: str, concepts: str) -> None:
        p.task(str(number), name, aim, lead=lead, resp=resp, concepts=concepts)
        cells = [str(number), name, aim, p.say(lead.replace("|", "、")), p.say(resp.replace("|", "、")), p.say(until)]
        rows.append([Paragraph("<br/>".join(broken(c, w - 25, 12)), small) for c, w in zip(cells, widths, strict=True)])

    group("一、", "强化政治引领")
    row(1, "落实“第一议题”制度", "县委教育工委理论学习中心组集体学习不少于12次，举办书记校长论坛4期，推动学习成果转化为办学思路和工作举措。",
        "党建办", "机关各股室|各学校", "2025年12月", "理论武装 党建工作")
    p.n("集体学习不少于12次", "理论学习中心组集体学习", ">=", 12, "次")
    p.n("举办书记校长论坛4期", "书记校长论坛", "=", 4, "期")
    row(2, "推进“一校一品”党建品牌创建", "创建党建示范校10所，培育优秀党建案例20个左右，完成4个“双带头人”党支部书记工作室建设；"
        "开展党建互学互评活动，推动党建与教育教学深度融合，发挥示范校在片区内的带动作用。",
        "党建办", "各学校", "2025年11月", "党建品牌")
    p.n("创建党建示范校10所", "党建示范校", "=", 10, "所")
    p.n("培育优秀党建案例20个左右", "优秀党建案例", "~", 20, "个")
    p.n("4个“双带头人”党支部书记工作室", "“双带头人”党支部书记工作室", "=", 4, "个")
    group("二、", "优化资源配置")
    row(3, "主动应对学龄人口变化", "编制《砚河县中小学布局调整专项规划（2025—2030年）》，建立学位需求监测预警机制，撤并小规模学校7所，"
        "盘活闲置校舍1.8万平方米，妥善做好学生分流、教师安置和校产管理工作。", "计财股", "基教股|项目办", "6月底前", "学校布局调整 学位供给")
    p.n("撤并小规模学校7所", "撤并小规模学校", "=", 7, "所")
    p.n("盘活闲置校舍1.8万平方米", "盘活闲置校舍", "=", 18000, "平方米")
    row(4, "实施县域高中振兴", "县一中新增省级课程基地2个，与省城3所名校签订结对帮扶协议；优质生源留县就读率达到85%，本科录取率比上年提高3个百分点。",
        "基教股", "县一中|县教研室", "2025年9月", "县中振兴 普通高中质量提升")
    p.n("新增省级课程基地2个", "新增省级课程基地", "increase", 2, "个")
    p.n("与省城3所名校签订结对帮扶协议", "结对帮扶的省城名校", "=", 3, "所")
    p.n("优质生源留县就读率达到85%", "优质生源留县就读率", "=", 85, "%")
    p.n("本科录取率比上年提高3个百分点", "本科录取率", "increase", 3, "个百分点")
    row(5, "增加普惠托位供给", "在6所公办幼儿园开设托班，新增普惠托位240个以上，每千人口托位数达到4.6个。", "学前教育股", "县卫生健康局|各公办幼儿园",
        "2025年10月", "托幼一体化 学前教育资源配置")
    p.n("在6所公办幼儿园开设托班", "开设托班的公办幼儿园", "=", 6, "所")
    p.n("新增普惠托位240个以上", "新增普惠托位", ">=", 240, "个")
    p.n("每千人口托位数达到4.6个", "每千人口托位数", "=", 4.6, "个")
    row(6, "改善农村寄宿制学校条件", "新建学生宿舍2栋，新增床位600张，热水供应覆盖率100%，食堂“互联网+明厨亮灶”覆盖率100%；"
        "按每120名寄宿生配备1名生活老师的标准补齐人员。", "项目办", "计财股|各寄宿制学校", "2025年8月底", "办学条件改善 农村寄宿制学校")
    p.n("新建学生宿舍2栋", "新建学生宿舍", "=", 2, "栋")
    p.n("新增床位600张", "新增床位", "increase", 600, "张")
    p.n("热水供应覆盖率100%", "热水供应覆盖率", "=", 100, "%")
    p.n("“互联网+明厨亮灶”覆盖率100%", "食堂“互联网+明厨亮灶”覆盖率", "=", 100, "%")
    p.n("每120名寄宿生", "配备1名生活老师的寄宿生", "=", 120, "名", core=False)
    p.n("配备1名生活老师", "每120名寄宿生配备的生活老师", "=", 1, "名", core=False)
    group("三、", "提升育人质量")
    row(7, "实施学生体质强健计划", "中小学生每天综合体育活动时间不低于2小时，组建校级足球队45支，体质健康优良率提高1.5个百分点。",
        "体卫艺股", "各学校", "长期坚持", "学生体质健康 体教融合")
    p.n("每天综合体育活动时间不低于2小时", "中小学生每天综合体育活动时间", ">=", 2, "小时")
    p.n("组建校级足球队45支", "校级足球队", "=", 45, "支")
    p.n("体质健康优良率提高1.5个百分点", "学生体质健康优良率", "increase", 1.5, "个百分点")
    row(8, "加强科学教育", "每校聘请科学副校长1名，建设科学教育实验校8所，推荐20—30件作品参加省青少年科技创新大赛，获奖不少于5件。",
        "基教股", "县教研室|县科协", "2025年12月", "科学教育")
    p.n("每校聘请科学副校长1名", "每校科学副校长", "=", 1, "名")
    p.n("建设科学教育实验校8所", "科学教育实验校", "=", 8, "所")
    p.n("推荐20—30件作品", "推荐参加省青少年科技创新大赛的作品", "range", 20, "件", upper=30)
    p.n("获奖不少于5件", "省青少年科技创新大赛获奖作品", ">=", 5, "件")
    row(9, "守护学生心理健康", "心理健康教育课程开设率达100%，专职心理教师配备率不低于90%，开展家长课堂百场，建立重点关注学生“一生一策”档案，"
        "畅通与县人民医院的转介通道，做到早发现、早干预。", "体卫艺股", "县卫生健康局|团县委|各学校", "2025年12月", "心理健康教育 家校社协同育人")
    p.n("心理健康教育课程开设率达100%", "心理健康教育课程开设率", "=", 100, "%")
    p.n("专职心理教师配备率不低于90%", "专职心理教师配备率", ">=", 90, "%")
    p.n("开展家长课堂百场", "家长课堂", "=", 100, "场")
    group("四、", "建强教师队伍")
    row(10, "拓宽教师补充渠道", "公开招聘教师65—70名，返聘退休名师约15名，选派支教教师40名，落实“银龄讲学”计划各项保障。",
        "人事股", "县委编办|县人力资源和社会保障局", "2025年8月", "教师队伍建设 教师招聘")
    p.n("公开招聘教师65—70名", "公开招聘教师", "range", 65, "名", upper=70)
    p.n("返聘退休名师约15名", "返聘退休名师", "~", 15, "名")
    p.n("选派支教教师40名", "选派支教教师", "=", 40, "名")
    row(11, "减轻教师非教学负担", "全面落实《关于减轻中小学教师负担的若干措施》，社会事务进校园事项减少30%，督查检查评比考核事项控制在5项以内。",
        "办公室", "机关各股室", "2025年5月", "教师减负")
    p.n("社会事务进校园事项减少30%", "社会事务进校园事项", "decrease", 30, "%")
    p.n("控制在5项以内", "督查检查评比考核事项", "<=", 5, "项")

    table = LongTable(rows, colWidths=widths, repeatRows=1)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *spans])

    class Counted(Canvas):
        """A canvas that prints the page head and 第 n 页 共 m 页 once the last page is known."""

        def __init__(self, *args, **kwargs) -> None:
            super().__init__(*args, **kwargs)
            self.pages: list[dict] = []

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            self.pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for i, state in enumerate(self.pages, 1):
                self.__dict__.update(state)
                self.setFont(SONG, 9)
                self.drawString(20 * mm, 198 * mm, "砚河县教育局2025年重点工作任务清单")
                self.drawCentredString(148 * mm, 10 * mm, f"第 {i} 页 共 {len(self.pages)} 页")
                super().showPage()
            super().save()

    p.say("砚河县教育局2025年重点工作任务清单")
    SimpleDocTemplate(str(p.path), pagesize=landscape(A4), topMargin=20 * mm, bottomMargin=20 * mm, leftMargin=20 * mm,
                      rightMargin=20 * mm, invariant=1).build(
        [Paragraph(p.say("砚河县2025年教育重点工作任务清单"), large),
         Paragraph(p.say("填报单位：砚河县教育局（盖章）　　　　填报人：周××　　　　联系电话：7210033"), small), Spacer(1, 4 * mm),
         table], canvasmaker=Counted)
    p.save(["砚河县中小学布局调整专项规划（2025—2030年）", "关于减轻中小学教师负担的若干措施"])


def print_page(body: str, path: Path) -> None:
    """Print HTML by Chromium as an office prints its file, with one fixed day inside."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(body, "utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--print-to-pdf={path}", page.as_uri()], check=True, capture_output=True, timeout=120)
    path.write_bytes(re.sub(rb"(Date \(D:)\d{14}", rb"\g<1>20200101000000", path.read_bytes()))


def qingyan() -> None:
    """A notice, its plan as first annex and a task table as second: rows belong to the plan's goals, one group to none."""
    p = Pair("qingyan-2024-action-plan.pdf", "青砚市2024年基础教育提质攻坚行动方案", "action_plan", "青砚市教育局", "青砚市",
             [2024, 2024], "2024-04-10")
    out: list[str] = []

    def add(text: str, kind: str = "p") -> None:
        out.append(f'<p class="{kind}">{html.escape(text)}</p>')

    def item(number: str, body: str, concepts: str) -> None:
        p.task(number, body, concepts=concepts)
        add(("" if number.isdecimal() else "（") + number + ("." if number.isdecimal() else "）") + body)

    add(p.say("青砚市教育局文件"), "red")
    add(p.say("青教〔2024〕18号"), "c")
    add(p.say("青砚市教育局关于印发《青砚市2024年基础教育提质攻坚行动方案》的通知"), "title")
    add(p.say("各县（市、区）教育局，市直各学校："), "flush")
    add(p.say("现将《青砚市2024年基础教育提质攻坚行动方案》印发给你们，请结合实际，认真组织实施。各县（市、区）贯彻落实情况请于11月30日前报市教育局。"))
    add(p.say("附件：1.青砚市2024年基础教育提质攻坚行动方案"))
    add(p.say("　　　2.青砚市2024年基础教育提质攻坚任务分解表"))
    add(p.say("青砚市教育局"), "r")
    add(p.say("2024年4月10日"), "r")
    add(p.say("（此件公开发布）"))
    add(p.say("附件1"), "flush break")
    add(p.say("青砚市2024年基础教育提质攻坚行动方案"), "title")
    add(p.say("为贯彻全市教育大会精神，落实《关于实施新时代基础教育扩优提质行动计划的意见》，制定本方案。"))
    add("一、" + p.say("总体目标"), "h")
    add(p.say("坚持问题导向、系统推进，通过一年攻坚，补齐短板弱项，推动全市基础教育由“有学上”向“上好学”迈进。"))
    add("二、" + p.say("主要任务"), "h")
    add("（一）" + p.goal("实施教师素养攻坚行动"), "k")
    item("1", "锻造名优队伍。实施“砚海名师”培养工程，遴选市级学科带头人120名、骨干教师300名，组建名师工作坊25个，"
         "带动不少于2000名青年教师成长。", "名师培养 教师专业能力提升")
    p.n("遴选市级学科带头人120名", "市级学科带头人", "=", 120, "名")
    p.n("骨干教师300名", "市级骨干教师", "=", 300, "名")
    p.n("组建名师工作坊25个", "名师工作坊", "=", 25, "个")
    p.n("带动不少于2000名青年教师成长", "名师工作坊带动的青年教师", ">=", 2000, "名")
    item("2", "推进教师交流。义务教育阶段校长教师交流轮岗比例不低于12%，城镇学校优秀教师到乡村支教500人左右。", "教师交流 县管校聘")
    p.n("交流轮岗比例不低于12%", "义务教育阶段校长教师交流轮岗比例", ">=", 12, "%")
    p.n("到乡村支教500人左右", "到乡村支教的优秀教师", "~", 500, "人")
    add("（二）" + p.goal("实施学校品质攻坚行动"), "k")
    item("1", "建设新优质学校。按照“一校一案”要求，培育新优质学校60所，改造提升薄弱学校35所，其中年内通过验收的不少于20所。",
         "新优质学校 薄弱学校改造")
    p.n("培育新优质学校60所", "新优质学校", "=", 60, "所")
    p.n("改造提升薄弱学校35所", "改造提升薄弱学校", "=", 35, "所")
    p.n("年内通过验收的不少于20所", "年内通过验收的薄弱学校", ">=", 20, "所")
    item("2", "规范办学行为。严格落实课程方案，严禁超标超前教学；对投诉较多的学校开展飞行检查，全年不少于3轮。", "规范办学行为")
    p.n("全年不少于3轮", "飞行检查轮次", ">=", 3, "轮")
    add("（三）" + p.goal("实施数字赋能攻坚行动"), "k")
    item("1", "升级数字基座。统筹资金8600万元，建成市级教育大数据中心，校园网络万兆接入率达到70%，多媒体教室占比超过95%。",
         "教育数字化 教育大数据")
    p.n("统筹资金8600万元", "数字基座建设资金", "=", 86000000, "元")
    p.n("校园网络万兆接入率达到70%", "校园网络万兆接入率", "=", 70, "%")
    p.n("多媒体教室占比超过95%", "多媒体教室占比", ">=", 95, "%")
    add("三、" + p.goal("保障措施"), "h")
    item("一", "健全推进机制。成立由市教育局主要负责同志任组长的工作专班，实行月调度、季通报、年考核。", "组织领导")
    item("二", "营造良好氛围。总结推广典型经验，评选十佳案例，凝聚社会共识。", "教育宣传")
    p.n("评选十佳案例", "典型经验案例", "=", 10, "", core=False)

    add(p.say("附件2"), "flush break")
    add(p.say("青砚市2024年基础教育提质攻坚任务分解表"), "title")
    body: list[str] = []

    def rows(group: str, *lines: tuple) -> None:
        for i, (number, name, text, lead, coop, concepts, numbers) in enumerate(lines):
            p.task(number, name, text, lead=lead, coop=coop, concepts=concepts)
            for n in numbers:
                p.n(*n)
            first = f'<td rowspan="{len(lines)}">{p.say(group)}</td>' if i == 0 else ""
            cells = (number, name, text, p.say(lead.replace("|", "、")), p.say(coop.replace("|", "、")))
            body.append(f"<tr>{first}" + "".join(f"<td>{html.escape(c)}</td>" for c in cells) + "</tr>")

    p.back_to("实施教师素养攻坚行动")
    rows("教师素养攻坚",
         ("1", "师德师风建设", "选树师德典型50名，师德违规行为查处率100%，评选“最美教师”10名。", "教师工作科", "机关党委|市教育工会",
          "师德师风建设", [("选树师德典型50名", "师德典型", "=", 50, "名"),
                     ("师德违规行为查处率100%", "师德违规行为查处率", "=", 100, "%"), ("评选“最美教师”10名", "“最美教师”", "=", 10, "名")]),
         ("2", "教师全员培训", "市级培训1.5万人次，乡村教师培训占比达40%以上，培训合格率98%。", "教师工作科", "市教师发展中心", "教师培训",
          [("市级培训1.5万人次", "市级教师培训", "=", 15000, "人次"), ("乡村教师培训占比达40%以上", "乡村教师培训占比", ">=", 40, "%"),
           ("培训合格率98%", "教师培训合格率", "=", 98, "%")]))
    p.back_to("实施学校品质攻坚行动")
    rows("学校品质攻坚",
         ("3", "学前教育普及普惠", "新认定市级示范园18所，督促整改小区配套园4所，普惠率提升至91%。", "学前教育科", "发展规划科|督导办",
          "普惠性幼儿园", [("新认定市级示范园18所", "新认定市级示范园", "=", 18, "所"),
                     ("督促整改小区配套园4所", "督促整改小区配套园", "=", 4, "所"), ("普惠率提升至91%", "学前教育普惠率", "=", 91, "%")]),
         ("4", "特殊教育拓展", "新建特教资源教室22间，适龄残疾儿童少年入学率保持在97%以上。", "基础教育科", "市特殊教育学校", "特殊教育",
          [("新建特教资源教室22间", "新建特教资源教室", "=", 22, "间"),
           ("适龄残疾儿童少年入学率保持在97%以上", "适龄残疾儿童少年入学率", ">=", 97, "%")]))
    p.back_to("实施数字赋能攻坚行动")
    rows("数字赋能攻坚",
         ("5", "智慧校园创建", "新增省级智慧校园30所，打造人工智能教育实验校6所，汇聚精品课例3000节。", "科技信息科", "市电化教育馆",
          "智慧校园 人工智能教育", [("新增省级智慧校园30所", "新增省级智慧校园", "increase", 30, "所"),
                          ("打造人工智能教育实验校6所", "人工智能教育实验校", "=", 6, "所"), ("汇聚精品课例3000节", "精品课例", "=", 3000, "节")]))
    p.goal("县域统筹攻坚")
    rows("县域统筹攻坚",
         ("6", "义务教育优质均衡创建", "推动2个县通过国家优质均衡县评估，县域校际综合差异系数小学控制在0.45以内、初中控制在0.40以内。", "督导办",
          "基础教育科|相关县（市、区）教育局", "义务教育优质均衡",
          [("推动2个县通过国家优质均衡县评估", "通过国家优质均衡县评估的县", "=", 2, "个"),
           ("小学控制在0.45以内", "小学县域校际综合差异系数", "<=", 0.45, ""), ("初中控制在0.40以内", "初中县域校际综合差异系数", "<=", 0.4, "")]),
         ("7", "结对帮扶", "组织15所市直学校帮扶边远县学校，全年开展送教活动不少于90场次。", "基础教育科", "市直各学校", "结对帮扶 乡村教育",
          [("组织15所市直学校", "参加帮扶的市直学校", "=", 15, "所"), ("送教活动不少于90场次", "送教活动", ">=", 90, "场次")]))
    heads = "".join(f"<th>{p.say(h)}</th>" for h in ("攻坚行动", "序号", "任务名称", "2024年目标任务", "牵头科室", "配合单位"))
    widths = "".join(f'<col style="width:{w}%">' for w in (10, 7, 17, 36, 12, 18))
    out.append(f"<table>{widths}<thead><tr>{heads}</tr></thead><tbody>{''.join(body)}</tbody></table>")
    add(p.say("抄送：市委办公室，市政府办公室，市人大教科文卫委，市委编办。"), "copy")
    add(p.say("青砚市教育局办公室　　　　　　2024年4月12日印发"), "copy")
    style = """@page{size:A4;margin:28mm 24mm 25mm 26mm;@bottom-center{content:"— " counter(page) " —";font-size:12pt}}
body{font:16pt/28pt "Noto Serif CJK SC";margin:0} p{text-indent:2em;margin:0} .flush{text-indent:0} .c{text-align:center}
.red{color:red;font-size:34pt;line-height:60pt;text-align:center;text-indent:0} .r{text-align:right;margin-right:2em}
.title{font-size:21pt;line-height:34pt;text-align:center;text-indent:0;margin:14pt 0;font-weight:bold}
.h{font-weight:bold} .k{font-weight:bold} .break{break-before:page} .copy{font-size:13pt;border-top:1px solid;text-indent:0}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:14pt;line-height:26pt;margin-bottom:20pt} td,th{border:1px solid;padding:5pt}"""
    print_page(f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>{style}</style>{"".join(out)}</html>', p.path)
    p.save(["关于实施新时代基础教育扩优提质行动计划的意见"])


def zhuqiao() -> None:
    """A plan by month: lines broken inside sentences and over pages, then a table without rules (columns by position)."""
    title = "渚桥县教育局2019年工作安排"
    p = Pair("zhuqiao-2019-monthly-plan.pdf", title, "plan", "渚桥县教育局", "渚桥县", [2019, 2019], "2019-01-28")
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    canvas = Canvas(str(p.path), pagesize=A4, invariant=1)
    width, top, foot, step, size = 160 * mm, 262, 34, 9.6, 16
    at = {"y": top, "page": 0}

    def page() -> None:
        if at["page"]:
            canvas.showPage()
        at["page"] += 1
        at["y"] = top
        canvas.setFont(SONG, 10)
        canvas.drawCentredString(105 * mm, 280 * mm, title)
        canvas.drawCentredString(105 * mm, 15 * mm, f"- {at['page']} -")

    def put(x: float, text: str, font: int = size, align: str = "") -> None:
        canvas.setFont(SONG, font)
        {"": canvas.drawString, "center": canvas.drawCentredString, "right": canvas.drawRightString}[align](
            x * mm, at["y"] * mm, text)

    def down(lines: float = 1) -> None:
        at["y"] -= step * lines
        if at["y"] < foot:
            page()

    def para(text: str) -> None:
        for text_line in broken("　　" + text, width, size):
            put(25, text_line)
            down()

    def item(number: str, body: str, owners: str, concepts: str) -> None:
        p.task(number, body, resp=owners, concepts=concepts)
        para(number + "." + body + p.say("（" + owners.replace("|", "、") + "）"))

    page()
    put(105, p.say(title), 22, "center")
    down(2)
    para(p.say("为统筹做好全年工作，现将各月重点工作安排如下（每项工作后括号内为责任科室）。"))
    down(0.5)
    para(p.goal("二月份"))
    item("1", "召开全县教育工作会议，部署年度目标任务，与32所学校签订目标管理责任书，表彰2018年度先进集体20个、先进个人150名。", "办公室|人事科",
         "教育工作会议")
    p.n("与32所学校签订目标管理责任书", "签订目标管理责任书的学校", "=", 32, "所")
    p.n("表彰2018年度先进集体20个", "表彰先进集体", "=", 20, "个")
    p.n("先进个人150名", "表彰先进个人", "=", 150, "名")
    item("2", "开展春季开学工作检查，重点检查收费、食堂和校车安全，检查覆盖面达到100%，发现的问题限10日内整改到位。", "督导室|安全科",
         "开学检查 校园安全")
    p.n("检查覆盖面达到100%", "春季开学检查覆盖面", "=", 100, "%")
    p.n("限10日内整改到位", "问题整改时限", "<=", 10, "日", core=False)
    para(p.goal("三月份"))
    item("1", "启动“质量提升年”活动，制定《渚桥县中小学教学常规管理细则》，开展教学视导40校次，听课评课600节以上。", "教研室|基教科", "教学质量提升 教研")
    p.n("开展教学视导40校次", "教学视导", "=", 40, "校次")
    p.n("听课评课600节以上", "听课评课", ">=", 600, "节")
    item("2", "组织实施2019年农村义务教育学生营养改善计划，受益学生2.6万名，食堂供餐比例提高到95%。", "营养办|计财科", "学生营养改善计划")
    p.n("受益学生2.6万名", "营养改善计划受益学生", "=", 26000, "名")
    p.n("食堂供餐比例提高到95%", "食堂供餐比例", "=", 95, "%")
    item("3", "做好教师资格认定和岗位聘用工作，晋升中级以上职称教师120名左右，完成新教师入职培训85人。", "人事科|教师进修学校", "教师职称 教师培训")
    p.n("晋升中级以上职称教师120名左右", "晋升中级以上职称教师", "~", 120, "名")
    p.n("完成新教师入职培训85人", "新教师入职培训", "=", 85, "人")
    para(p.goal("四月份"))
    item("1", "举办第十二届中小学生田径运动会，参赛学校不少于45所，争取3人达到国家二级运动员标准。", "体卫艺科", "学校体育")
    p.n("参赛学校不少于45所", "田径运动会参赛学校", ">=", 45, "所")
    p.n("3人达到国家二级运动员标准", "达到国家二级运动员标准的学生", "=", 3, "人")
    item("2", "推进全面改薄项目扫尾，完成竣工决算18个，资金支付率不低于98%，7月15日前全部通过县级验收。", "项目办|计财科", "薄弱学校改造")
    p.n("完成竣工决算18个", "竣工决算的项目", "=", 18, "个")
    p.n("资金支付率不低于98%", "全面改薄项目资金支付率", ">=", 98, "%")

    down()
    put(105, p.say("下半年重点工作一览"), 18, "center")
    down(1.5)
    columns = (24, 38, 128, 166)
    for x, head in zip(columns, ("序号", "工作内容", "责任科室", "完成时间"), strict=True):
        put(x, p.say(head), 13)
    down(0.9)

    def row(number: str, body: str, owners: str, until: str, concepts: str) -> None:
        p.task(number, body, resp=owners, concepts=concepts)
        wrapped = broken(body, 80 * mm, 13)
        units = broken(p.say(owners.replace("|", "、")), 30 * mm, 13)
        for i in range(max(len(wrapped), len(units))):
            if i == 0:
                put(columns[0], number, 13)
                put(columns[3], p.say(until), 13)
            for x, lines in ((columns[1], wrapped), (columns[2], units)):
                if i < len(lines):
                    put(x, lines[i], 13)
            down(0.75)
        down(0.25)

    for month, rows in (
            ("九月份", (("1", "完成秋季学期控辍保学核查，义务教育巩固率达到98.5%以上，劝返学生12名。", "基教科|资助中心", "9月20日", "控辍保学",
                      (("义务教育巩固率达到98.5%以上", "义务教育巩固率", ">=", 98.5, "%"), ("劝返学生12名", "劝返学生", "=", 12, "名"))),
                     ("2", "开展教师节系列活动，走访慰问困难教师60人，发放慰问金9万元。", "工会", "9月10日", "教师关爱",
                      (("走访慰问困难教师60人", "走访慰问困难教师", "=", 60, "人"), ("发放慰问金9万元", "慰问金", "=", 90000, "元"))))),
            ("十月份", (("1", "迎接省级义务教育基本均衡复查，整改问题清单26项，新增图书5.5万册。", "督导室|装备中心|各学区", "10月底", "义务教育均衡发展",
                      (("整改问题清单26项", "整改问题", "=", 26, "项"), ("新增图书5.5万册", "新增图书", "increase", 55000, "册"))),
                     ("2", "组织中职学校招生总结和技能竞赛，中职招生数增长5%。", "职成科", "10月25日", "职业教育",
                      (("中职招生数增长5%", "中职招生数", "increase", 5, "%"),)))),
            ("十二月份", (("1", "开展年度综合督导评估，评出优秀等次学校不超过参评学校的25%，通报考核结果。", "督导室", "12月31日", "教育督导",
                       (("不超过参评学校的25%", "优秀等次学校占参评学校的比例", "<=", 25, "%"),)),))):
        put(columns[0], p.goal(month), 14)
        down()
        for number, body, owners, until, concepts, numbers in rows:
            row(number, body, owners, until, concepts)
            for n in numbers:
                p.n(*n)
    down()
    put(180, p.say("渚桥县教育局"), 15, "right")
    down()
    put(180, p.say("2019年1月28日"), 15, "right")
    canvas.save()
    p.save(["渚桥县中小学教学常规管理细则"])


# ---------------------------------------------------------------- spreadsheets, CSV, Markdown

def ruled(sheet, first: int, last: int, columns: int) -> None:
    """Rules, line breaks and centred text for the table's rows."""
    thin = Side(style="thin")
    for cells in sheet.iter_rows(min_row=first, max_row=last, max_col=columns):
        for cell in cells:
            cell.border = Border(thin, thin, thin, thin)
            cell.alignment = Alignment(wrap_text=True, vertical="center")


def save_sheets(book: Workbook, pair: Pair, citations: list[str]) -> None:
    book.save(pair.path)
    close_zip(pair.path)
    pair.save(citations)


def hezhu() -> None:
    """A sheet: title row, head on two rows, group cells merged down, money columns in 万元, notes below that give roles."""
    title = "禾渚市2022年教育重点项目任务表"
    p = Pair("hezhu-2022-key-projects.xlsx", title, "plan", "禾渚市教育局", "禾渚市", [2022, 2022], None)
    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    sheet["A1"], sheet["A2"] = p.say(title), p.say("填报单位：禾渚市教育局                                   金额单位：万元")
    sheet["A1"].font = Font(name="方正小标宋简体", size=20)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.merge_cells("A1:I1")
    sheet.merge_cells("A2:I2")
    for column, head in ((1, "类别"), (2, "序号"), (3, "项目名称"), (4, "建设内容和年度目标"), (9, "责任单位")):
        sheet.cell(3, column, p.say(head))
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    for column, head, below in ((5, "投资情况", ("总投资", "2022年计划投资")), (7, "进度安排", ("上半年", "下半年"))):
        sheet.cell(3, column, p.say(head))
        sheet.merge_cells(start_row=3, end_row=3, start_column=column, end_column=column + 1)
        for i, text in enumerate(below):
            sheet.cell(4, column + i, p.say(text))

    def row(number: int, name: str, content: str, total: int, year: int, half: str, end: str, owners: str,
            concepts: str) -> None:
        at = sheet.max_row + 1
        first, *others = owners.split("|")
        p.task(str(number), name, content, str(total), str(year), half, end, lead=first, resp="|".join(others),
               concepts=concepts)
        p.n(str(total), name + "总投资", "=", total * 10000, "元", core=False)
        p.n(str(year), name + "2022年计划投资", "=", year * 10000, "元")
        for column, value in enumerate((number, name, content, total, year, half, end, p.say(owners.replace("|", "、"))), 2):
            sheet.cell(at, column, value)

    def group(title: str, rows: list) -> None:
        start = sheet.max_row + 1
        p.goal(title)
        for cells, numbers in rows:
            row(*cells)
            for n, core in numbers:
                p.n(*n, core=core)
        sheet.cell(start, 1, title)
        sheet.merge_cells(start_row=start, end_row=sheet.max_row, start_column=1, end_column=1)

    group("学前教育普惠工程", [
        ((1, "滨河幼儿园新建", "建筑面积8600平方米，规模12个班，新增学位360个。", 4200, 2600, "6月底前主体封顶", "12月底前竣工",
          "市教育局|市住房城乡建设局|滨河街道办事处", "公办幼儿园建设 学位供给"),
         [(("建筑面积8600平方米", "滨河幼儿园建筑面积", "=", 8600, "平方米"), False), (("规模12个班", "滨河幼儿园规模", "=", 12, "个"), False),
          (("新增学位360个", "新增学位", "increase", 360, "个"), True)]),
        ((2, "普惠性民办园扶持", "认定普惠性民办园15所，生均补助标准提高到600元。", 900, 880, "完成等级认定", "补助资金发放到位",
          "市教育局|市财政局", "普惠性幼儿园"),
         [(("认定普惠性民办园15所", "认定普惠性民办园", "=", 15, "所"), True), (("生均补助标准提高到600元", "普惠性民办园生均补助标准", "=", 600, "元"), True)])])
    group("义务教育强基工程", [
        ((3, "城东实验学校续建", "完成教学楼、体育馆建设，秋季学期投用，可招生1620人。", 18600, 7300, "完成总工程量的60%以上", "9月1日前投入使用",
          "市教育局|市城投集团", "学校建设"),
         [(("可招生1620人", "城东实验学校可招生人数", "=", 1620, "人"), True),
          (("完成总工程量的60%以上", "上半年完成的总工程量占比", ">=", 60, "%"), True)]),
        ((4, "教室照明改造", "更换护眼灯1.6万盏，惠及38所学校，照明达标率100%。", 1150, 1150, "完成招标采购", "全部安装到位",
          "市教育局|市卫生健康局|市市场监管局", "教室照明改造 近视防控"),
         [(("更换护眼灯1.6万盏", "更换护眼灯", "=", 16000, "盏"), True), (("惠及38所学校", "照明改造惠及学校", "=", 38, "所"), True),
          (("照明达标率100%", "教室照明达标率", "=", 100, "%"), True)]),
        ((5, "乡村小规模学校提升", "改造小规模学校11所，配备多媒体设备不少于90套，教师周转房新增45套左右。", 2350, 1400, "完成5所", "完成6所",
          "市教育局|各镇人民政府", "乡村小规模学校 办学条件改善"),
         [(("改造小规模学校11所", "改造小规模学校", "=", 11, "所"), True), (("多媒体设备不少于90套", "多媒体设备", ">=", 90, "套"), True),
          (("教师周转房新增45套左右", "新增教师周转房", "~", 45, "套"), True), (("完成5所", "上半年改造小规模学校", "=", 5, "所"), True),
          (("完成6所", "下半年改造小规模学校", "=", 6, "所"), True)])])
    group("高中阶段提升工程", [
        ((6, "职教园区二期", "建设实训中心3个，工位数达到1500个，专业动态调整不超过4个。", 26000, 9500, "实训中心开工", "完成主体结构",
          "市职教中心|市教育局|市财政局", "职业教育 实训基地"),
         [(("建设实训中心3个", "实训中心", "=", 3, "个"), True), (("工位数达到1500个", "实训工位数", "=", 1500, "个"), True),
          (("专业动态调整不超过4个", "动态调整专业", "<=", 4, "个"), True)])])
    last = sheet.max_row
    ruled(sheet, 3, last, 9)
    for i, note in enumerate(("注：1.责任单位中列首位的为牵头单位。", "    2.总投资包含土地费用，不含设备购置费。"), last + 1):
        sheet.cell(i, 1, p.say(note))
        sheet.merge_cells(start_row=i, end_row=i, start_column=1, end_column=9)
    save_sheets(book, p, [])


def jiangpu() -> None:
    """Three sheets: tasks with a column a year and line breaks in cells, indicators as formatted percentages, a hidden list."""
    title = "绛浦县教育质量提升三年行动计划（2020—2022年）任务分解表"
    p = Pair("jiangpu-2020-2022-task-breakdown.xlsx", title, "action_plan", "绛浦县教育局", "绛浦县", [2020, 2022], None)
    book = Workbook()
    tasks = book.active
    tasks.title = "任务分解"
    tasks["A1"] = p.say(title)
    tasks["A1"].font = Font(bold=True, size=18)
    tasks.merge_cells("A1:G1")
    tasks.append([p.say("绛浦县教育局制")])
    tasks.append([p.say(h) for h in ("序号", "目标任务", "2020年", "2021年", "2022年", "牵头单位", "参与单位")])

    def group(title: str, number: str) -> None:
        tasks.append([p.say(number + p.goal(title))])
        tasks.merge_cells(start_row=tasks.max_row, end_row=tasks.max_row, start_column=1, end_column=7)

    def row(number: int, name: str, years: tuple[str, str, str], lead: str, coop: str, concepts: str) -> None:
        p.task(str(number), name, *years, lead=lead, coop=coop, concepts=concepts)
        tasks.append([number, name, *years, p.say(lead.replace("|", "\n")), p.say(coop.replace("|", "\n"))])

    group("资源扩容", "（一）")
    row(1, "扩充学前教育资源", ("新建幼儿园2所", "新建幼儿园3所，公办园在园幼儿占比达50%", "普惠性学前教育资源覆盖率85%以上"), "县教育局",
        "县发展和改革局|县财政局|各乡镇", "公办幼儿园建设 普惠性幼儿园")
    p.n("新建幼儿园2所", "新建幼儿园", "=", 2, "所", due=2020)
    p.n("新建幼儿园3所", "新建幼儿园", "=", 3, "所", due=2021)
    p.n("公办园在园幼儿占比达50%", "公办园在园幼儿占比", "=", 50, "%", due=2021)
    p.n("普惠性学前教育资源覆盖率85%以上", "普惠性学前教育资源覆盖率", ">=", 85, "%", due=2022)
    row(2, "消除大班额", ("小学大班额降至8%以内", "初中大班额降至3%以内", "全面消除大班额"), "县教育局", "县自然资源局|县住房和城乡建设局", "消除大班额")
    p.n("小学大班额降至8%以内", "小学大班额比例", "<=", 8, "%", due=2020)
    p.n("初中大班额降至3%以内", "初中大班额比例", "<=", 3, "%", due=2021)
    group("质量提升", "（二）")
    row(3, "推进城乡教育联盟", ("组建教育联盟6个", "教育联盟覆盖所有乡镇", "乡村学校综合评价优秀率提高5个百分点"), "县教育局", "县教师进修学校",
        "城乡教育联盟 集团化办学")
    p.n("组建教育联盟6个", "教育联盟", "=", 6, "个", due=2020)
    p.n("提高5个百分点", "乡村学校综合评价优秀率", "increase", 5, "个百分点", due=2022)
    row(4, "深化课堂改革", ("遴选实验学校10所", "评选示范课100节\n推出教改典型2—3个", "市级以上教学成果奖不少于4项"), "县教研室", "各中小学",
        "课堂教学改革 教研")
    p.n("遴选实验学校10所", "课堂改革实验学校", "=", 10, "所", due=2020)
    p.n("评选示范课100节", "评选示范课", "=", 100, "节", due=2021)
    p.n("推出教改典型2—3个", "教改典型", "range", 2, "个", upper=3, due=2021)
    p.n("市级以上教学成果奖不少于4项", "市级以上教学成果奖", ">=", 4, "项", due=2022)
    group("队伍优化", "（三）")
    row(5, "补充紧缺教师", ("招聘90名", "招聘80名", "招聘70名左右，音体美教师配备率达98%"), "县教育局|县人力资源和社会保障局", "县委编办", "教师招聘 教师队伍建设")
    p.n("招聘90名", "招聘教师", "=", 90, "名", due=2020)
    p.n("招聘80名", "招聘教师", "=", 80, "名", due=2021)
    p.n("招聘70名左右", "招聘教师", "~", 70, "名", due=2022)
    p.n("音体美教师配备率达98%", "音体美教师配备率", "=", 98, "%", due=2022)
    row(6, "实施名师培养", ("启动“绛水名师”工程", "培养县级名师50名", "新增特级教师1名，名师工作室达12个"), "县教师进修学校", "县教育局", "名师培养 名师工作室")
    p.n("培养县级名师50名", "县级名师", "=", 50, "名", due=2021)
    p.n("新增特级教师1名", "新增特级教师", "increase", 1, "名", due=2022)
    p.n("名师工作室达12个", "名师工作室", "=", 12, "个", due=2022)
    ruled(tasks, 3, tasks.max_row, 7)

    figures = book.create_sheet("主要指标")
    figures.append([p.say("附表：绛浦县教育质量提升主要指标")])
    figures.merge_cells("A1:F1")
    figures.append([p.say(h) for h in ("指标", "2019年（基数）", "2020年", "2021年", "2022年", "性质")])
    for name, shape, unit, values, kind in (
            ("学前三年毛入园率", "0.0%", "%", (86.2, 88, 90.5, 92), "预期性"), ("九年义务教育巩固率", "0.0%", "%", (96.4, 97, 97.5, 98), "约束性"),
            ("高中阶段毛入学率", "0%", "%", (89, 90, 91, 93), "预期性"), ("小学生均图书（册）", "General", "册", (22, 24, 26, 30), "预期性")):
        figures.append([p.say(name)] + [round(v / 100, 4) if unit == "%" else v for v in values] + [p.say(kind)])
        for cell, value, year in zip(figures[figures.max_row][1:5], values, range(2019, 2023), strict=True):
            cell.number_format = shape
            seen = {"0.0%": f"{value:.1f}%", "0%": f"{value}%", "General": str(value)}[shape]
            p.figure(seen, name.removesuffix("（册）"), "=", value, unit, year, "actual" if year == 2019 else "target")
    ruled(figures, 2, figures.max_row, 6)
    lists = book.create_sheet("数据源")
    for word_of_list in ("未启动", "进行中", "已完成", "约束性", "预期性"):
        lists.append([word_of_list])
    lists.sheet_state = "hidden"
    save_sheets(book, p, [])


def zhenxi() -> None:
    """A table saved as CSV: title lines, group names only where a merged cell began, line breaks inside cells, a note."""
    title = "枕溪县教育系统2021年民生实事任务清单"
    p = Pair("zhenxi-2021-livelihood-tasks.csv", title, "plan", "枕溪县教育局", "枕溪县", [2021, 2021], None)
    rows = [[p.say(title)] + [""] * 6, [p.say("制表单位：枕溪县教育局")] + [""] * 6,
            [p.say(h) for h in ("类别", "序号", "实事名称", "工作内容", "牵头单位", "协助单位", "完成时限")]]

    def row(group: str, number: int, name: str, content: str, lead: str, coop: str, until: str, concepts: str) -> None:
        if group:
            p.goal(group)
        p.task(str(number), name, *content.split("\n"), lead=lead, coop=coop, concepts=concepts)
        rows.append([group, str(number), name, content, p.say(lead.replace("|", "、")), p.say(coop.replace("|", "、")),
                     p.say(until)])

    row("入学便利类", 1, "小区配套幼儿园移交", "完成6所小区配套园移交并办成公办园，新增普惠学位1080个。", "县教育局", "县自然资源局|县住房和城乡建设局",
        "2021年8月", "小区配套园治理 学位供给")
    p.n("完成6所小区配套园移交", "移交小区配套园", "=", 6, "所")
    p.n("新增普惠学位1080个", "新增普惠学位", "increase", 1080, "个")
    row("", 2, "入学“一件事”网上办", "1.实现入学报名网上办理率95%以上。\n2.证明材料减少4项，办结时间压缩到3天以内。", "县教育局",
        "县大数据局|县公安局", "2021年6月", "教育政务服务")
    p.n("入学报名网上办理率95%以上", "入学报名网上办理率", ">=", 95, "%")
    p.n("证明材料减少4项", "入学证明材料", "decrease", 4, "项")
    p.n("办结时间压缩到3天以内", "入学办结时间", "<=", 3, "天")
    row("健康成长类", 3, "学生视力筛查", "为3.2万名中小学生免费筛查视力两次，建档率100%。", "县教育局|县卫生健康局", "县妇幼保健院", "2021年11月", "近视防控")
    p.n("3.2万名中小学生", "免费筛查视力的中小学生", "=", 32000, "名")
    p.n("免费筛查视力两次", "学生视力筛查次数", "=", 2, "次", core=False)
    p.n("建档率100%", "学生视力建档率", "=", 100, "%")
    row("", 4, "校园午餐提质", "新建、改造食堂14个，每餐补助标准由4元提高到5元，满意率不低于90%。", "县教育局", "县财政局|县市场监督管理局",
        "全年", "学生营养改善计划 校园食品安全")
    p.n("新建、改造食堂14个", "新建、改造食堂", "=", 14, "个")
    p.n("由4元", "每餐补助原标准", "=", 4, "元", core=False)
    p.n("提高到5元", "每餐补助标准", "=", 5, "元")
    p.n("满意率不低于90%", "校园午餐满意率", ">=", 90, "%")
    row("安全保障类", 5, "护学岗全覆盖", "1.在40所学校门口设置护学岗。\n2.更新校车11辆,淘汰超年限校车9辆。", "县公安局", "县教育局|县交通运输局", "2021年9月",
        "校园安全 校车安全")
    p.n("在40所学校门口设置护学岗", "设置护学岗的学校", "=", 40, "所")
    p.n("更新校车11辆", "更新校车", "=", 11, "辆")
    p.n("淘汰超年限校车9辆", "淘汰超年限校车", "=", 9, "辆")
    row("", 6, "防溺水宣传教育", "开展宣讲近200场，发放告家长书6万份，重点水域配备救生设施约300套。", "县教育局", "县水利局|团县委|各乡镇（街道）",
        "2021年7月", "防溺水 安全教育")
    p.n("开展宣讲近200场", "防溺水宣讲", "~", 200, "场")
    p.n("发放告家长书6万份", "发放告家长书", "=", 60000, "份")
    p.n("救生设施约300套", "重点水域救生设施", "~", 300, "套")
    rows.append([p.say("说明：完成时限为“全年”的，每季度报送1次进展。")] + [""] * 6)
    with p.path.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows(rows)
    p.save([])


def lichuan() -> None:
    """Markdown: headings, bold lead words, ordered lists, a pipe table whose rows belong to the headings above."""
    title = "砺川区教育局关于加强中小学劳动教育的实施意见（2018—2020年）"
    p = Pair("lichuan-2018-2020-labour-education-opinions.md", title, "notice", "砺川区教育局", "砺川区", [2018, 2020], "2018-05-21")
    out = [f"# {p.say(title)}", "", f"> {p.say('发布日期：2018-05-21')}  ", f"> {p.say('文号：砺教〔2018〕33号')}", "",
           p.say("区属各中小学校："), "", p.say("为落实《关于加强中小学劳动教育的意见》，现就加强全区中小学劳动教育提出如下意见。"), ""]

    def head(level: int, number: str, text: str) -> None:
        out.extend(["#" * level + f" {number}{text}", ""])

    def item(number: str, lead_words: str, rest: str, note: str = "", **about) -> None:
        p.task(number, lead_words + rest, **about)
        mark = f"{number}. " if number.isdecimal() else f"（{number}）"
        out.extend([f"{mark}**{lead_words}**{rest}" + (f"*{p.say(note)}*" if note else ""), ""])

    head(2, "一、", p.say("总体要求"))
    out.extend([p.say("坚持教育与生产劳动相结合，因地制宜、分类施策，用三年左右时间形成具有区域特色的劳动教育体系。"), ""])
    head(2, "二、", p.say("主要任务"))
    head(3, "（一）", p.goal("完善劳动课程体系"))
    item("1", "开足劳动课时。", "义务教育学校每周劳动课不少于1课时，2018年开课率达到80%，2020年达到100%。", "（责任科室：基教科）",
         resp="基教科", concepts="劳动教育 课程建设")
    p.n("每周劳动课不少于1课时", "义务教育学校每周劳动课", ">=", 1, "课时")
    p.n("2018年开课率达到80%", "劳动课开课率", "=", 80, "%", due=2018)
    p.n("2020年达到100%", "劳动课开课率", "=", 100, "%", due=2020)
    item("2", "开发特色资源。", "制定《砺川区中小学劳动课程实施办法》，征集校本课程60门，评选优秀案例20—25个。", "（责任科室：教研室）",
         resp="教研室", concepts="劳动教育 校本课程")
    p.n("征集校本课程60门", "劳动教育校本课程", "=", 60, "门")
    p.n("评选优秀案例20—25个", "劳动教育优秀案例", "range", 20, "个", upper=25)
    head(3, "（二）", p.goal("建好劳动实践基地"))
    item("1", "建设区级基地。", "三年建成区级劳动教育实践基地9个，可同时容纳学生2400人，校内种植园覆盖率达75%以上。",
         "（牵头科室：计财科；配合科室：校产办、基教科）", lead="计财科", coop="校产办|基教科", concepts="劳动教育 实践基地")
    p.n("三年建成区级劳动教育实践基地9个", "区级劳动教育实践基地", "=", 9, "个")
    p.n("可同时容纳学生2400人", "劳动教育实践基地可同时容纳学生", "=", 2400, "人")
    p.n("校内种植园覆盖率达75%以上", "校内种植园覆盖率", ">=", 75, "%")
    item("2", "组织校外实践。", "中小学生每学年参加校外劳动实践不少于3天，区财政每年安排专项经费120万元。", "（责任科室：德育科、计财科）",
         resp="德育科|计财科", concepts="劳动教育 综合实践活动 校外实践")
    p.n("校外劳动实践不少于3天", "中小学生每学年校外劳动实践", ">=", 3, "天")
    p.n("每年安排专项经费120万元", "劳动教育专项经费", "=", 1200000, "元")
    head(3, "（三）", p.goal("健全劳动评价机制"))
    item("1", "纳入综合素质评价。", "建立学生劳动档案，建档率达到100%，作为评优的重要参考。", concepts="劳动教育 学生评价")
    p.n("建档率达到100%", "学生劳动档案建档率", "=", 100, "%")
    head(2, "三、", p.goal("组织保障"))
    item("一", "加强领导。", "成立由局长任组长的领导小组，办公室设在基教科。", concepts="组织领导")
    item("二", "建强队伍。", "配备专兼职劳动教师180名，每年轮训不少于50人次，聘请劳动模范、能工巧匠40人担任兼职导师。",
         "（责任科室：人事科）", resp="人事科", concepts="劳动教育 教师队伍建设")
    p.n("配备专兼职劳动教师180名", "专兼职劳动教师", "=", 180, "名")
    p.n("每年轮训不少于50人次", "劳动教师每年轮训", ">=", 50, "人次")
    p.n("聘请劳动模范、能工巧匠40人", "聘请劳动模范、能工巧匠担任兼职导师", "=", 40, "人")
    head(2, "", p.say("附件：2018年重点任务分工"))
    out.extend(["| " + " | ".join(p.say(h) for h in ("所属任务", "序号", "具体事项", "牵头科室", "配合科室", "完成时间")) + " |",
                "|:---:|:---:|---|---|---|---|"])
    for goal, number, name, lead, coop, until, concepts, numbers in (
            ("完善劳动课程体系", "1", "举办劳动教育优质课评比，评出一等奖12节、二等奖20节", "教研室", "基教科", "10月", "劳动教育 教研",
             (("一等奖12节", "劳动教育优质课一等奖", "=", 12, "节"), ("二等奖20节", "劳动教育优质课二等奖", "=", 20, "节"))),
            ("建好劳动实践基地", "2", "首批认定区级基地3个、校级示范园15个左右", "计财科", "校产办", "12月", "劳动教育 实践基地",
             (("首批认定区级基地3个", "首批认定区级劳动教育实践基地", "=", 3, "个"), ("校级示范园15个左右", "校级示范园", "~", 15, "个"))),
            ("健全劳动评价机制", "3", "制定学生劳动素养评价标准，在8所学校试点", "基教科", "督导室|德育科", "9月", "劳动教育 学生评价",
             (("在8所学校试点", "劳动素养评价试点学校", "=", 8, "所"),))):
        p.back_to(goal)
        p.task(number, name, lead=lead, coop=coop, concepts=concepts, period=[2018, 2018])
        for n in numbers:
            p.n(*n)
        out.append("| " + " | ".join((goal, number, name, p.say(lead), p.say(coop.replace("|", "、")), p.say(until))) + " |")
    out.extend(["", p.say("砺川区教育局"), "", p.say("2018年5月18日"), ""])
    p.path.write_text("\n".join(out), "utf-8")
    p.save(["关于加强中小学劳动教育的意见", "砺川区中小学劳动课程实施办法"])


DOCUMENTS = [lanpo, jichuan, weiting, luping, yulan, yanhe, qingyan, zhuqiao, hezhu, jiangpu, zhenxi, lichuan]


if __name__ == "__main__":
    for make in DOCUMENTS:
        if len(sys.argv) == 1 or make.__name__ in sys.argv[1:]:
            make()
