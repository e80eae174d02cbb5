#!/usr/bin/env python3
"""Write the held-out office documents (four .docx, four .pdf) and the truth beside each.

usage: office.py        writes all eight pairs into this folder

Places, bureaus and numbers are fictional. Each document function holds its content once; the writer and the truth
read the same strings, and `Truth.save` checks every quoted string against what a reader of the document sees.
An indicator is one line: quote | measure | comparator value unit | due year, `minor` (core: false), `actual`.
"""
from __future__ import annotations

import json
import re
import subprocess
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from reportlab.lib.colors import red
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import HRFlowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer

HERE = Path(__file__).resolve().parent
ROLES = {"L": "lead", "R": "responsible", "C": "cooperating"}


# ---------------------------------------------------------------- truth

def read_owners(note: str) -> list[dict]:
    """'L 甲科; C 乙科、丙科' as a list of owners."""
    return [{"name": name, "role": ROLES[part.strip()[0]], "explicit": True}
            for part in note.split(";") if part.strip() for name in part.strip()[2:].split("、")]


def names(note: str, role: str) -> str:
    return "、".join(o["name"] for o in read_owners(note) if o["role"] == ROLES[role])


class Truth:
    """What is true of one document, gathered while it is written."""

    def __init__(self, file: str, *, title: str, genre: str, issuer: str, locality: str, period: list[int],
                 published: str | None, ancestors: tuple[str, ...] = ()) -> None:
        self.head = {"title": title, "genre": genre, "issuer": issuer, "locality": locality, "adcode": None,
                     "ancestors": list(ancestors), "period": period, "published": published}
        self.file, self.goals, self.tasks, self.indicators = file, [], [], []
        self.concepts: dict[str, list[str]] = {}

    def goal(self, title: str, core: bool = True) -> str:
        self.goals.append({"id": f"g{len(self.goals) + 1}", "title": title, "core": core})
        return self.goals[-1]["id"]

    def task(self, goal: str, number: str | None, text: str, owners: str = "", numbers: str = "", concepts: str = "",
             *, year: int | None = None, annex: bool = False, core: bool = True, starts: str = "") -> None:
        """A task with its whole text; `year` is the year that a reported task speaks of."""
        tid = f"t{len(self.tasks) + 1}"
        task = {"id": tid, "goal": goal, "number": number, "starts": starts or text.split("\n")[0][:22],
                "ends": text.rstrip("\n").split("\n")[-1][-18:], "period": [year, year] if year else self.head["period"],
                "status": "reported" if year else "planned",
                "owners": read_owners(owners) or [{"name": self.head["issuer"], "role": "responsible",
                                                   "explicit": False}],
                "core": core}
        if annex:
            task["annex"] = True
        self.tasks.append(task)
        for line in filter(None, map(str.strip, numbers.splitlines())):
            self.number(line, tid, text, year)
        for label in concepts.split():
            self.concepts.setdefault(label, []).append(tid)

    def number(self, line: str, tid: str | None, text: str, year: int | None = None) -> None:
        quote, measure, amount, *rest = (part.strip() for part in line.split("|"))
        assert quote in text, (self.file, quote)
        comparator, value, unit = (amount.split(" ") + [""])[:3]
        low, _, high = value.partition("-")
        due, kind, core = year or self.head["period"][1], "actual" if year else "target", True
        for mark in " ".join(rest).split():
            if mark.isdigit():
                due = int(mark)
            elif mark == "minor":
                core = False
            else:
                assert mark in ("actual", "target"), mark
                kind = mark
        assert comparator in ("=", ">=", "<=", "~", "range", "increase", "decrease"), line
        assert (comparator == "range") == bool(high), line
        self.indicators.append({"task": tid, "quote": quote, "measure": measure, "comparator": comparator,
                                "value": json.loads(low), "upper": json.loads(high) if high else None, "unit": unit,
                                "due": due, "kind": kind, "core": core})

    def save(self, shown: list[str], citations: list[str] = (), not_cited: tuple[str, ...] = ()) -> None:
        """Check the truth against the text shown to a reader and write it."""
        text = "\n".join(shown)
        for task in self.tasks:
            assert len(task["starts"]) >= 9 and task["starts"] in text, (self.file, task["starts"])
            assert task["ends"] in text, (self.file, task["ends"])
            assert task["goal"] in {g["id"] for g in self.goals}
            for owner in task["owners"]:
                assert owner["name"] in text or not owner["explicit"], (self.file, owner["name"])
        for quote in [i["quote"] for i in self.indicators] + [g["title"] for g in self.goals] + [self.head["title"]]:
            assert quote in text, (self.file, quote)
        printed = set(re.findall("《([^》]+)》", text))
        assert printed == set(citations) | set(not_cited), (self.file, printed ^ (set(citations) | set(not_cited)))
        assert 10 <= len(self.concepts) <= 40, (self.file, len(self.concepts))
        data = {"file": self.file, "document": self.head, "goals": self.goals, "tasks": self.tasks,
                "indicators": self.indicators, "citations": list(citations),
                "concepts": [{"label": label, "tasks": ids} for label, ids in self.concepts.items()]}
        out = HERE / self.file
        out.with_suffix(".json").write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(f"{self.file}: {len(self.goals)} goals, {len(self.tasks)} tasks, {len(self.indicators)} indicators")


# ---------------------------------------------------------------- Word

class Word:
    """A .docx file and the lines that a reader of it sees."""

    def __init__(self) -> None:
        self.doc, self.shown = Document(), []
        normal = self.doc.styles["Normal"]
        normal.font.size = Pt(16)
        self.font(normal, "仿宋_GB2312")

    @staticmethod
    def font(style, name: str) -> None:
        style.font.name = "Times New Roman"
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)

    def line(self, text: str, *, style: str | None = None, bold: bool = False, align: str = "", indent: bool = False):
        paragraph = self.doc.add_paragraph(style=style)
        paragraph.add_run(text).bold = bold or None
        if align:
            paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
        if indent:
            paragraph.paragraph_format.first_line_indent = Pt(32)
        self.shown.append(text)
        return paragraph

    def save(self, file: str) -> None:
        props = self.doc.core_properties
        props.author, props.title = "办公室", ""
        props.created = props.modified = datetime(2024, 1, 2)
        with tempfile.TemporaryDirectory() as folder:
            raw = Path(folder) / file
            self.doc.save(raw)
            with zipfile.ZipFile(raw) as old, zipfile.ZipFile(HERE / file, "w", zipfile.ZIP_DEFLATED) as new:
                for name in old.namelist():  # fixed times, so that a second run writes the same bytes
                    new.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)


def item(text: str, owners: str = "", numbers: str = "", concepts: str = "") -> tuple[str, str, str, str]:
    return text, owners, numbers, concepts


def xiyan() -> None:
    """Word, all numbers by styles (一、 / （一） / 1．) that restart; the last section restarts by its own w:num."""
    t = Truth("xiyan-2024-work-points.docx", title="汐岩县教育体育局2024年工作要点", genre="plan",
              issuer="汐岩县教育体育局", locality="汐岩县", period=[2024, 2024], published="2024-02-26")
    groups = [
        ("坚持党建铸魂，凝聚发展合力", [
            item("建强基层组织。落实中小学校党组织领导的校长负责制，年内选优配强党组织书记12名，创建“红烛先锋”党建示范校6所，"
                 "党员示范岗覆盖90%以上的教研组。", "R 党建办、人事股", """
                 选优配强党组织书记12名 | 选优配强的党组织书记 | = 12 名
                 创建“红烛先锋”党建示范校6所 | “红烛先锋”党建示范校 | = 6 所
                 覆盖90%以上的教研组 | 党员示范岗覆盖的教研组比例 | >= 90 %""",
                 "党组织领导的校长负责制 党建示范校"),
            item("守牢意识形态阵地。修订《汐岩县中小学课外读物进校园管理办法》，全面排查校园读物，每学期开展1次专项清理；"
                 "加强校园网站、公众号备案管理。", "R 宣教股", """
                 每学期开展1次专项清理 | 每学期校园读物专项清理次数 | = 1 次 | minor""", "意识形态"),
            item("深化清廉学校建设。紧盯食堂、基建、招生、教辅征订等环节开展专项治理，完成对10所学校的巡察“回头看”，"
                 "培育清廉学校示范点3－4个。", "R 机关纪委、审计股", """
                 完成对10所学校的巡察“回头看” | 完成巡察“回头看”的学校 | = 10 所
                 培育清廉学校示范点3－4个 | 清廉学校示范点 | range 3-4 个""", "清廉学校"),
        ]),
        ("坚持五育并举，促进全面发展", [
            item("上好“大思政课”。建成县级思政课名师工作室2个，遴选思政课精品课例30节，推动大中小学思政课一体化建设。",
                 "R 德育股、教研室", """
                 建成县级思政课名师工作室2个 | 县级思政课名师工作室 | = 2 个
                 遴选思政课精品课例30节 | 思政课精品课例 | = 30 节""", "大思政课 思政课一体化"),
            item("守护学生身心健康。中小学生每天校内体育活动时间不少于1小时，体质健康优良率达到52%，总体近视率较上年下降"
                 "0.8个百分点；配备专职心理健康教师的学校占比不低于85%。",
                 "L 体卫艺股; C 德育股、县青少年活动中心", """
                 中小学生每天校内体育活动时间不少于1小时 | 中小学生每天校内体育活动时间 | >= 1 小时
                 体质健康优良率达到52% | 学生体质健康优良率 | = 52 %
                 总体近视率较上年下降0.8个百分点 | 总体近视率较上年下降 | decrease 0.8 个百分点
                 配备专职心理健康教师的学校占比不低于85% | 配备专职心理健康教师的学校占比 | >= 85 %""",
                 "学生体质健康 近视防控 心理健康教育"),
            item("抓实劳动与科学教育。建设校内劳动实践园地40个、校外劳动教育基地5个，聘任科学副校长26名，"
                 "让每所小学都有科学指导力量。", "R 基础教育股、教研室", """
                 建设校内劳动实践园地40个 | 校内劳动实践园地 | = 40 个
                 校外劳动教育基地5个 | 校外劳动教育基地 | = 5 个
                 聘任科学副校长26名 | 聘任的科学副校长 | = 26 名""", "劳动教育 科学教育"),
            item("巩固“双减”成果。义务教育学校课后服务开展率保持100%，学生参与率稳定在92%左右；"
                 "严控书面作业总量，严查隐形变异培训。", "R 基础教育股、校外培训监管股", """
                 课后服务开展率保持100% | 义务教育学校课后服务开展率 | = 100 %
                 学生参与率稳定在92%左右 | 学生课后服务参与率 | ~ 92 %""", "双减 课后服务 作业管理 校外培训治理"),
        ]),
        ("坚持优质均衡，办好各类学校", [
            item("推进学前教育普及普惠。新建公办幼儿园3所，新增公办学位1080个，公办园在园幼儿占比提高到58%，"
                 "普惠性幼儿园覆盖率不低于92%，做好县域学前教育普及普惠督导评估迎检准备。",
                 "L 基础教育股; C 计财股、督导室", """
                 新建公办幼儿园3所 | 新建公办幼儿园 | = 3 所
                 新增公办学位1080个 | 新增公办幼儿园学位 | increase 1080 个
                 公办园在园幼儿占比提高到58% | 公办园在园幼儿占比 | = 58 %
                 普惠性幼儿园覆盖率不低于92% | 普惠性幼儿园覆盖率 | >= 92 %""", "学前教育普及普惠"),
            item("推进义务教育优质均衡。组建城乡教育共同体8个，撤并教学点不超过15个，大班额比例控制在3%以内，"
                 "稳妥做好撤并学校学生安置。", "R 基础教育股、计财股", """
                 组建城乡教育共同体8个 | 城乡教育共同体 | = 8 个
                 撤并教学点不超过15个 | 撤并的教学点 | <= 15 个
                 大班额比例控制在3%以内 | 大班额比例 | <= 3 %""", "义务教育优质均衡 城乡教育共同体 大班额"),
            item("推进普通高中特色发展。支持汐岩一中创建省级特色高中，完善选课走班和学生发展指导制度，"
                 "高考本科上线率力争提高2个百分点以上。", "R 基础教育股、教研室、招生考试中心", """
                 高考本科上线率力争提高2个百分点以上 | 高考本科上线率提高 | >= 2 个百分点""", "普通高中特色发展 新高考"),
            item("推进职业教育产教融合。支持县职业中专新开设专业2个，与12家县内企业共建实训岗位，"
                 "毕业生就业率保持在95%以上。", "R 职成股", """
                 新开设专业2个 | 县职业中专新开设专业 | = 2 个
                 与12家县内企业共建实训岗位 | 共建实训岗位的县内企业 | = 12 家
                 毕业生就业率保持在95%以上 | 中职毕业生就业率 | >= 95 %""", "产教融合"),
            item("关爱特殊群体。适龄残疾儿童少年义务教育入学率达到97%以上，全年资助家庭经济困难学生约1.2万人次，"
                 "发放资助资金1560万元。", "L 学生资助中心; C 基础教育股、县特殊教育学校", """
                 义务教育入学率达到97%以上 | 适龄残疾儿童少年义务教育入学率 | >= 97 %
                 资助家庭经济困难学生约1.2万人次 | 资助家庭经济困难学生 | ~ 12000 人次
                 发放资助资金1560万元 | 发放的学生资助资金 | = 15600000 元""", "特殊教育 学生资助"),
        ]),
        ("坚持人才强教，建设高素质队伍", [
            item("补足配齐教师。公开招聘教师156名，其中音体美和心理健康教师不少于48名，签约地方公费师范生20名。",
                 "R 人事股", """
                 公开招聘教师156名 | 公开招聘教师 | = 156 名
                 音体美和心理健康教师不少于48名 | 招聘的音体美和心理健康教师 | >= 48 名
                 签约地方公费师范生20名 | 签约的地方公费师范生 | = 20 名""", "教师招聘 公费师范生"),
            item("深化“县管校聘”改革。校长教师交流轮岗比例不低于符合条件人数的10%，其中骨干教师不低于交流人数的20%，"
                 "依规清理在编不在岗人员。", "R 人事股、党建办", """
                 校长教师交流轮岗比例不低于符合条件人数的10% | 校长教师交流轮岗比例 | >= 10 %
                 骨干教师不低于交流人数的20% | 骨干教师占交流人数的比例 | >= 20 %""", "县管校聘 教师交流轮岗"),
            item("实施“领雁工程”。培训校（园）长90人次、班主任400人次、骨干教师600余人次，"
                 "新增市级学科带头人10名、县级骨干教师60名左右。", "R 教师发展中心、人事股", """
                 培训校（园）长90人次 | 培训的校（园）长 | = 90 人次
                 班主任400人次 | 培训的班主任 | = 400 人次
                 骨干教师600余人次 | 培训的骨干教师 | >= 600 人次
                 新增市级学科带头人10名 | 新增市级学科带头人 | increase 10 名
                 县级骨干教师60名左右 | 新增县级骨干教师 | ~ 60 名""", "教师培训 骨干教师"),
        ]),
        ("坚持建管并重，改善办学条件", [
            item("加快项目建设。确保总投资3.2亿元的县二中迁建项目秋季开学投入使用，实施校舍维修改造项目27个、"
                 "改造面积4.6万平方米。", "R 项目办、计财股", """
                 总投资3.2亿元 | 县二中迁建项目总投资 | = 320000000 元 | minor
                 实施校舍维修改造项目27个 | 校舍维修改造项目 | = 27 个
                 改造面积4.6万平方米 | 校舍维修改造面积 | = 46000 平方米""", "学校建设项目"),
            item("建设智慧校园。新增智慧教室120间，国家中小学智慧教育平台教师应用率达到95%，"
                 "建成省级智慧校园示范校2所。", "L 电教中心; C 教研室", """
                 新增智慧教室120间 | 新增智慧教室 | increase 120 间
                 教师应用率达到95% | 国家中小学智慧教育平台教师应用率 | = 95 %
                 建成省级智慧校园示范校2所 | 省级智慧校园示范校 | = 2 所""", "智慧校园"),
            item("筑牢安全防线。校园封闭化管理、一键式报警装置、专职保安配备率均保持100%，每月至少开展1次应急演练，"
                 "坚决防范溺水、欺凌、食品安全等事故。", "R 安全股、各中心学校", """
                 专职保安配备率均保持100% | 校园封闭化管理、一键式报警装置、专职保安配备率 | = 100 %
                 每月至少开展1次应急演练 | 每月应急演练次数 | >= 1 次 | minor""", "校园安全 防溺水"),
            item("推进全民健身。新建健身路径15条、社会足球场2个，举办群众性赛事20场次以上，"
                 "经常参加体育锻炼人数占比达到40%。", "R 群众体育股、县体育中心", """
                 新建健身路径15条 | 新建健身路径 | = 15 条
                 社会足球场2个 | 新建社会足球场 | = 2 个
                 举办群众性赛事20场次以上 | 群众性赛事 | >= 20 场次
                 经常参加体育锻炼人数占比达到40% | 经常参加体育锻炼人数占比 | = 40 %""", "全民健身"),
        ]),
    ]
    measures = [
        item("加强组织领导。局党组每月听取一项重点工作汇报，班子成员包片联校，推动难题在一线解决。", "R 局办公室",
             "每月听取一项重点工作汇报 | 每月听取重点工作汇报 | = 1 项 | minor"),
        item("强化经费保障。严格落实“两个只增不减”要求，足额拨付生均公用经费，规范专项资金使用。", "R 计财股",
             "", "教育经费保障"),
        item("严格督导考核。将要点落实情况纳入年度目标考核，实行按月调度、按季通报、年终销号。", "R 督导室、局办公室",
             "", "教育督导"),
    ]

    w = Word()
    styles = w.doc.styles
    bullet = styles.add_style("要点条目", WD_STYLE_TYPE.PARAGRAPH)
    bullet.base_style = styles["Normal"]
    numbering = w.doc.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    levels = [("chineseCounting", "%1、", "Heading1"), ("chineseCounting", "（%2）", "Heading2"),
              ("decimal", "%3．", bullet.style_id)]
    numbering.append(parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>' + "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
            f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>'
            for i, (form, text, style) in enumerate(levels)) + "</w:abstractNum>"))
    for num, restart in ((1, ""), (2, '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>')):
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{num}"><w:abstractNumId w:val="1"/>{restart}</w:num>'))
    for level, style in enumerate((styles["Heading 1"], styles["Heading 2"], bullet)):
        Word.font(style, ("黑体", "楷体_GB2312", "仿宋_GB2312")[level])
        num_pr = style.element.get_or_add_pPr().get_or_add_numPr()
        num_pr.get_or_add_ilvl().val = level
        num_pr.get_or_add_numId().val = 1

    def note(owners: str) -> str:
        if names(owners, "L"):
            return f"（牵头股室：{names(owners, 'L')}；配合股室：{names(owners, 'C')}）"
        return f"（责任股室：{names(owners, 'R')}）"

    w.line(t.head["title"], bold=True, align="CENTER")
    w.line("2024年是实施“十四五”规划的攻坚之年。全县教育体育系统要锚定“教育强县、体育惠民”目标，稳中求进、以进促稳，"
           "现提出如下工作要点。", indent=True)
    w.line("总体要求", style="Heading 1")
    w.line("坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的教育方针，落实立德树人根本任务，以规范管理年活动为抓手，"
           "推动全县教育体育事业高质量发展。", indent=True)
    w.line("重点任务", style="Heading 1")
    for title, items in groups:
        w.line(title, style="Heading 2")
        goal = t.goal(title)
        for number, (text, owners, numbers, concepts) in enumerate(items, 1):
            w.line(text + note(owners), style=bullet.name)
            t.task(goal, str(number), text, owners, numbers, concepts)
    w.line("保障措施", style="Heading 1")
    goal = t.goal("保障措施")
    for number, (text, owners, numbers, concepts) in enumerate(measures, 1):
        paragraph = w.line(text + note(owners), style=bullet.name)
        num_pr = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        num_pr.get_or_add_ilvl().val = 2
        num_pr.get_or_add_numId().val = 2
        t.task(goal, str(number), text, owners, numbers, concepts)
    w.line("汐岩县教育体育局", align="RIGHT")
    w.line("2024年2月26日", align="RIGHT")
    w.save(t.file)
    t.save(w.shown, ["汐岩县中小学课外读物进校园管理办法"])


def yunbo() -> None:
    """Word, an issuing notice, then bold headings without marks; typed numbers; labelled parts and owners on own lines."""
    t = Truth("yunbo-2023-2025-mental-health-action-plan.docx",
              title="云泊市中小学生心理健康促进行动计划（2023—2025年）", genre="action_plan", issuer="云泊市教育局",
              locality="云泊市", period=[2023, 2025], published="2023-09-12")
    labelled = [
        ("课程浸润行动", [
            ("开足上好心理健康课程", [
                "目标任务：到2023年底，全市中小学心理健康课程开课率达到100%；到2025年，打造市级精品课例150节、特色课程60门。",
                "工作措施：将心理健康课程纳入地方课程计划，每两周安排1课时；开发分学段读本，建立线上资源库。"],
             "R 市教育局、市教育科学研究院", """
                心理健康课程开课率达到100% | 中小学心理健康课程开课率 | = 100 % | 2023
                打造市级精品课例150节 | 市级精品课例 | = 150 节 | 2025
                特色课程60门 | 特色课程 | = 60 门 | 2025
                每两周安排1课时 | 每两周心理健康课时 | = 1 课时 | minor""", "心理健康教育 心理健康课程"),
            ("推动学科渗透与活动育心", [
                "目标任务：办好“5·25”心理健康活动月，参与学生比例不低于95%。",
                "工作措施：编写学科渗透指南，推出校园心理剧20部以上，评选“阳光班级”500个。"],
             "R 市教育局、团市委", """
                参与学生比例不低于95% | 心理健康活动月参与学生比例 | >= 95 %
                推出校园心理剧20部以上 | 校园心理剧 | >= 20 部
                评选“阳光班级”500个 | “阳光班级” | = 500 个""", "学科渗透 心理健康活动月"),
            ("以体育美育涵养心理品质", [
                "目标任务：学生体质健康合格率保持在95%以上，每名学生掌握2项运动技能和1项艺术特长。",
                "工作措施：落实大课间和体育家庭作业制度，办好校园体育节、艺术节，广泛组建学生社团。"],
             "R 市教育局、市体育局、市文化和旅游局", """
                学生体质健康合格率保持在95%以上 | 学生体质健康合格率 | >= 95 %
                每名学生掌握2项运动技能 | 每名学生掌握的运动技能 | = 2 项
                1项艺术特长 | 每名学生掌握的艺术特长 | = 1 项""", "体育 美育 学生体质健康"),
        ]),
        ("专业支撑行动", [
            ("配齐建强心理教师队伍", [
                "目标任务：2024年底前，每所学校至少配备1名专职心理健康教师；到2025年，心理健康教师持证上岗率达到90%。",
                "工作措施：统筹使用中小学编制，面向高校招聘专职心理健康教师180名；建立转岗培训机制，落实职称评聘倾斜政策。"],
             "L 市教育局; C 市委编办、市人力资源社会保障局", """
                每所学校至少配备1名专职心理健康教师 | 每所学校专职心理健康教师 | >= 1 名 | 2024
                心理健康教师持证上岗率达到90% | 心理健康教师持证上岗率 | = 90 % | 2025
                招聘专职心理健康教师180名 | 招聘的专职心理健康教师 | = 180 名""", "心理健康教师"),
            ("建好用好心理辅导室", [
                "目标任务：标准化心理辅导室建成率2023年达到80%，2024年达到90%，2025年达到100%。",
                "工作措施：制定《云泊市中小学心理辅导室建设标准（试行）》，坚持课间、午间、课后开放，完善值班预约制度。"],
             "R 市教育局、各县（市、区）人民政府", """
                标准化心理辅导室建成率2023年达到80% | 标准化心理辅导室建成率 | = 80 % | 2023
                2024年达到90% | 标准化心理辅导室建成率 | = 90 % | 2024
                2025年达到100% | 标准化心理辅导室建成率 | = 100 % | 2025""", "心理辅导室"),
            ("健全教研与督导体系", [
                "目标任务：建设市级心理健康教育教研基地10个、名师工作室5个，立项专题课题40项左右。",
                "工作措施：市、县两级均配备专职心理教研员，定期开展专题视导，推广典型经验。"],
             "L 市教育科学研究院; C 市教育局、各县（市、区）教育局", """
                建设市级心理健康教育教研基地10个 | 市级心理健康教育教研基地 | = 10 个
                名师工作室5个 | 名师工作室 | = 5 个
                立项专题课题40项左右 | 立项的专题课题 | ~ 40 项""", "心理教研 名师工作室"),
            ("提升家长和教师心理素养", [
                "目标任务：开展家庭教育公益讲座1000场，覆盖家长30万人次以上；班主任心理健康培训覆盖率达到100%。",
                "工作措施：组建市级讲师团，开发家长微课，把心理健康内容列入新教师岗前培训和班主任轮训。"],
             "L 市妇联; C 市教育局、市关工委", """
                开展家庭教育公益讲座1000场 | 家庭教育公益讲座 | = 1000 场
                覆盖家长30万人次以上 | 公益讲座覆盖家长 | >= 300000 人次
                班主任心理健康培训覆盖率达到100% | 班主任心理健康培训覆盖率 | = 100 %""", "家庭教育 班主任队伍"),
        ]),
    ]
    inline = [
        ("监测预警行动", [
            ("建立测评档案。每学年秋季面向小学四年级以上学生开展心理健康测评，2024年起电子档案建档率达到100%，"
             "严格保护学生隐私，严禁以测评结果给学生贴标签。", "（市教育局牵头，市数据局配合）", "L 市教育局; C 市数据局",
             "电子档案建档率达到100% | 学生心理健康电子档案建档率 | = 100 % | 2024", "心理健康测评"),
            ("完善分级预警。健全“班级—年级—学校—区域”四级预警网络，发现重点个案应在24小时内上报，转介率达到100%。",
             "（责任单位：市教育局、市公安局）", "R 市教育局、市公安局", """
             发现重点个案应在24小时内上报 | 重点个案上报时限 | <= 24 小时 | minor
             转介率达到100% | 重点个案转介率 | = 100 %""", "心理危机预警"),
            ("畅通医教绿色通道。每个县（市、区）确定1家定点医疗机构，签约医教协同学校不少于300所，"
             "推动精神科医师定期到校巡诊。", "（市卫生健康委牵头，市教育局、各县（市、区）人民政府配合）",
             "L 市卫生健康委; C 市教育局、各县（市、区）人民政府", """
             每个县（市、区）确定1家定点医疗机构 | 每个县（市、区）定点医疗机构 | = 1 家
             签约医教协同学校不少于300所 | 签约医教协同学校 | >= 300 所""", "医教协同"),
            ("办好心理援助热线。整合12355、96112等热线资源，提供全天候服务，热线接通率保持在98%以上。",
             "（责任单位：团市委、市教育局）", "R 团市委、市教育局",
             "热线接通率保持在98%以上 | 心理援助热线接通率 | >= 98 %", "心理援助热线"),
        ]),
        ("协同护航行动", [
            ("关爱重点群体。对全市1.8万名留守儿童、困境儿童逐一摸底，结对关爱率达到100%，节假日期间组织“爱心家访”。",
             "（市民政局、市教育局、市妇联按职责分工负责）", "R 市民政局、市教育局、市妇联", """
             全市1.8万名留守儿童、困境儿童 | 留守儿童、困境儿童 | = 18000 名 | minor
             结对关爱率达到100% | 重点群体结对关爱率 | = 100 %""", "留守儿童关爱"),
            ("净化成长环境。持续整治校园周边200米范围内违规经营网吧、文身店等场所，依法查处有害出版物和网络信息。",
             "（责任单位：市委网信办、市公安局、市市场监管局）", "R 市委网信办、市公安局、市市场监管局", "",
             "校园周边环境整治"),
            ("强化家校社协同。中小学家长学校建成率达到100%，建设社区心理服务站点120个，"
             "推动城乡社区儿童之家与学校资源共享。", "（市妇联牵头，市教育局、市民政局、各街道（乡镇）参与）",
             "L 市妇联; C 市教育局、市民政局、各街道（乡镇）", """
             中小学家长学校建成率达到100% | 中小学家长学校建成率 | = 100 %
             建设社区心理服务站点120个 | 社区心理服务站点 | = 120 个""", "家校社协同育人 家长学校"),
        ]),
    ]
    guarantees = [
        ("加强组织领导。", "建立市级联席会议制度，定期会商研判，统筹解决重大问题。各地要结合实际制定实施细则，抓好贯彻落实。",
         "", ""),
        ("保障经费投入。", "完善经费保障机制，生均心理健康教育经费每年不低于20元，重点用于课程建设、师资培训和设施更新。",
         "生均心理健康教育经费每年不低于20元 | 生均心理健康教育经费 | >= 20 元", "教育经费保障"),
        ("严格督导评价。", "遴选市级心理健康教育示范校60所，把学生心理健康工作纳入对县级人民政府履行教育职责评价的内容。",
         "遴选市级心理健康教育示范校60所 | 市级心理健康教育示范校 | = 60 所", "教育督导"),
    ]

    w = Word()
    w.line("云泊市教育局关于印发《云泊市中小学生心理健康促进行动计划（2023—2025年）》的通知", bold=True, align="CENTER")
    w.line("云教发〔2023〕41号", align="CENTER")
    w.line("各县（市、区）教育局，高新区社会事业局，市直各学校：")
    w.line("《云泊市中小学生心理健康促进行动计划（2023—2025年）》已经市教育局党组会议研究通过，现印发给你们，"
           "请认真贯彻执行。", indent=True)
    w.line("联系人：体卫艺科 郑晓岚；电话：0000-6120375", indent=True)
    w.line("云泊市教育局", align="RIGHT")
    w.line("2023年9月12日", align="RIGHT").paragraph_format.space_after = Pt(40)
    w.line(t.head["title"], bold=True, align="CENTER").paragraph_format.page_break_before = True
    w.line("为落实《全面加强和改进新时代学生心理健康工作专项行动计划（2023—2025年）》，促进全市中小学生身心健康发展，"
           "结合实际，制定本计划。", indent=True)
    w.line("工作目标", bold=True, indent=True)
    w.line("健康第一的教育理念深入人心，学校、家庭、社会和相关部门协同联动的工作格局更加健全，"
           "学生心理健康问题早发现、早干预、早转介的机制全面建立。", indent=True)
    number = 0
    for title, items in labelled:
        w.line(title, bold=True, indent=True)
        goal = t.goal(title)
        for head, parts, owners, numbers, concepts in items:
            number += 1
            w.line(f"{number}．{head}", indent=True)
            for part in parts:
                w.line(part, indent=True)
            w.line(f"牵头单位：{names(owners, 'L')}；配合单位：{names(owners, 'C')}" if names(owners, "L")
                   else f"责任单位：{names(owners, 'R')}", indent=True)
            t.task(goal, str(number), "\n".join([head, *parts]), owners, numbers, concepts)
    for title, items in inline:
        w.line(title, bold=True, indent=True)
        goal = t.goal(title)
        for text, note, owners, numbers, concepts in items:
            number += 1
            w.line(f"{number}．{text}{note}", indent=True)
            t.task(goal, str(number), text, owners, numbers, concepts)
    w.line("保障机制", bold=True, indent=True)
    goal = t.goal("保障机制")
    for lead, rest, numbers, concepts in guarantees:
        paragraph = w.line(lead, bold=True, indent=True)
        paragraph.add_run(rest)
        w.shown[-1] += rest
        t.task(goal, None, lead + rest, "", numbers, concepts)
    w.save(t.file)
    t.save(w.shown, ["云泊市中小学心理辅导室建设标准（试行）", "全面加强和改进新时代学生心理健康工作专项行动计划（2023—2025年）"],
           not_cited=(t.head["title"],))


def yanpu() -> None:
    """Word, landscape task table: merged goal, lead-unit and leader cells, several paragraphs to a cell, seven columns."""
    t = Truth("yanpu-2022-task-list.docx", title="砚浦市教育局2022年重点工作任务清单", genre="plan",
              issuer="砚浦市教育局", locality="砚浦市", period=[2022, 2022], published=None)
    # measures (several paragraphs by \n), lead unit, cooperating units, time limit, numbers, concepts; None = merged
    groups = [
        ("全面加强党的建设", "周启明", [
            ("推进党组织领导的校长负责制改革，首批试点学校不少于20所，总结推广试点经验。", "机关党委",
             "组织人事科\n各县（市、区）教育局", "12月底前",
             "首批试点学校不少于20所 | 党组织领导的校长负责制首批试点学校 | >= 20 所", "党组织领导的校长负责制"),
            ("开展“喜迎二十大、永远跟党走”主题教育，组织主题宣讲60场，编印《砚浦红色故事》校本读本，做到班班有活动。", None,
             "德育科、市教育科学研究院", "全年", "组织主题宣讲60场 | 主题宣讲 | = 60 场", "主题教育"),
            ("①对18所直属学校开展廉政风险排查；\n②严查有偿补课，群众举报办结率达到100%；\n③每季度通报1次典型案例。",
             "派驻纪检监察组", "—", "持续推进", """
             对18所直属学校开展廉政风险排查 | 开展廉政风险排查的直属学校 | = 18 所
             群众举报办结率达到100% | 有偿补课群众举报办结率 | = 100 %
             每季度通报1次典型案例 | 每季度通报典型案例次数 | = 1 次 | minor""", "党风廉政建设 有偿补课治理"),
        ]),
        ("推动基础教育扩优提质", "沈佩兰", [
            ("新建、改扩建公办幼儿园16所，新增学前教育学位4320个，公办园在园幼儿占比达到56%。", "学前教育科",
             "计划财务科\n各县（市、区）教育局", "9月1日前", """
             新建、改扩建公办幼儿园16所 | 新建、改扩建公办幼儿园 | = 16 所
             新增学前教育学位4320个 | 新增学前教育学位 | increase 4320 个
             公办园在园幼儿占比达到56% | 公办园在园幼儿占比 | = 56 %""", "学前教育普及普惠"),
            ("完成26所农村寄宿制学校改造，义务教育大班额比例控制在1%以内，起始年级全部消除大班额。", "基础教育科",
             "计划财务科", "12月底前", """
             完成26所农村寄宿制学校改造 | 完成改造的农村寄宿制学校 | = 26 所
             义务教育大班额比例控制在1%以内 | 义务教育大班额比例 | <= 1 %""", "大班额 农村寄宿制学校"),
            ("深化集团化办学，新组建教育集团3—5个，集团化办学覆盖面达到70%左右。", None, "督导室、市教育科学研究院",
             "10月底前", """
             新组建教育集团3—5个 | 新组建教育集团 | range 3-5 个
             集团化办学覆盖面达到70%左右 | 集团化办学覆盖面 | ~ 70 %""", "集团化办学"),
            ("落实“5+2”课后服务模式，学生参与率达95%以上，遴选优质课程200门，建立家长评议制度。", None, "市电化教育馆",
             "6月底前", """
             学生参与率达95%以上 | 课后服务学生参与率 | >= 95 %
             遴选优质课程200门 | 课后服务优质课程 | = 200 门""", "课后服务 双减"),
            ("严格校外培训监管，学科类培训机构压减率达到90%以上，预收费资金监管率达到100%，开展专项检查不少于6次。",
             "校外教育培训监管科", "政策法规科", "全年", """
             学科类培训机构压减率达到90%以上 | 学科类培训机构压减率 | >= 90 %
             预收费资金监管率达到100% | 校外培训机构预收费资金监管率 | = 100 %
             开展专项检查不少于6次 | 校外培训专项检查次数 | >= 6 次""", "校外培训治理 双减"),
            ("推动普通高中多样化发展，新增省级示范性高中2所，普职招生比例调整为55:45。", "基础教育科",
             "职业教育与成人教育科、市教育考试院", "8月底前", """
             新增省级示范性高中2所 | 新增省级示范性高中 | increase 2 所
             普职招生比例调整为55:45 | 普职招生比例（普通高中） | = 55 :
             55:45 | 普职招生比例（中职） | = 45 :""", "普通高中多样化发展 普职协调"),
            ("办好特殊教育，适龄残疾儿童义务教育入学率保持在96%以上，建设随班就读资源教室30间。", None, "计划财务科",
             "11月底前", """
             适龄残疾儿童义务教育入学率保持在96%以上 | 适龄残疾儿童义务教育入学率 | >= 96 %
             建设随班就读资源教室30间 | 随班就读资源教室 | = 30 间""", "特殊教育 随班就读"),
        ]),
        ("促进职业教育增值赋能", "韩立群", [
            ("深化产教融合，新增现代学徒制试点专业6个、校企合作企业50家，建设市域产教联合体1个。", "职业教育与成人教育科",
             "砚浦职业技术学院", "12月底前", """
             新增现代学徒制试点专业6个 | 新增现代学徒制试点专业 | increase 6 个
             校企合作企业50家 | 新增校企合作企业 | increase 50 家
             建设市域产教联合体1个 | 市域产教联合体 | = 1 个""", "产教融合 现代学徒制"),
            ("备战职业院校技能大赛，国赛获奖力争不少于8项，省赛获一等奖15项以上。", None, "市教育科学研究院", "7月底前", """
             国赛获奖力争不少于8项 | 职业院校技能大赛国赛获奖 | >= 8 项
             省赛获一等奖15项以上 | 职业院校技能大赛省赛一等奖 | >= 15 项""", "职业技能大赛"),
            ("发展社区教育和老年教育，建成老年大学教学点24个，老年教育参与人数同比增长10%。", None, "砚浦开放大学",
             "12月底前", """
             建成老年大学教学点24个 | 老年大学教学点 | = 24 个
             老年教育参与人数同比增长10% | 老年教育参与人数同比增长 | increase 10 %""", "老年教育 社区教育"),
        ]),
        ("建设高素质专业化教师队伍", "周启明", [
            ("全市招聘中小学（幼儿园）教师1150名，其中市直学校210名，优先补充紧缺学科。", "组织人事科", "教师工作科", "8月底前", """
             招聘中小学（幼儿园）教师1150名 | 招聘中小学（幼儿园）教师 | = 1150 名
             市直学校210名 | 市直学校招聘教师 | = 210 名""", "教师招聘"),
            ("推进“县管校聘”，全年交流轮岗教师1600人，占应交流人数的12%，骨干教师交流占比不低于20%。", "教师工作科",
             "组织人事科\n各县（市、区）教育局", "9月底前", """
             全年交流轮岗教师1600人 | 交流轮岗教师 | = 1600 人
             占应交流人数的12% | 交流轮岗教师占应交流人数的比例 | = 12 %
             骨干教师交流占比不低于20% | 骨干教师交流占比 | >= 20 %""", "县管校聘 教师交流轮岗"),
            ("实施“砚上名师”工程，培养名师50名、骨干教师300名，建设名师工作室20个。", None, "市教育科学研究院",
             "持续推进", """
             培养名师50名 | “砚上名师”工程培养的名师 | = 50 名
             骨干教师300名 | “砚上名师”工程培养的骨干教师 | = 300 名
             建设名师工作室20个 | 名师工作室 | = 20 个""", "名师培养 名师工作室"),
        ]),
        ("夯实教育发展保障", "郭守诚", [
            ("落实教育投入“两个只增不减”，一般公共预算教育支出增长5%以上，争取上级项目资金2.6亿元。", "计划财务科",
             "各县（市、区）教育局", "全年", """
             一般公共预算教育支出增长5%以上 | 一般公共预算教育支出增长 | >= 5 %
             争取上级项目资金2.6亿元 | 争取的上级项目资金 | = 260000000 元""", "教育经费保障"),
            ("推进教育数字化，建成市级智慧校园80所，中小学千兆网络接入率达到100%。", "市电化教育馆", "基础教育科", "11月底前", """
             建成市级智慧校园80所 | 市级智慧校园 | = 80 所
             中小学千兆网络接入率达到100% | 中小学千兆网络接入率 | = 100 %""", "智慧校园 教育数字化"),
            ("维护校园安全稳定，专职保安配备率达到100%，在重点水域设置防溺水警示牌1200块，确保不发生较大以上安全责任事故。",
             "安全管理科", "各县（市、区）教育局\n市直各学校", "长期坚持", """
             专职保安配备率达到100% | 专职保安配备率 | = 100 %
             设置防溺水警示牌1200块 | 防溺水警示牌 | = 1200 块""", "校园安全 防溺水"),
            ("周密组织高考、中考等国家教育考试，做好3.6万名考生的服务保障，标准化考点建成率达到100%。", "市教育考试院",
             "安全管理科", "7月底前", """
             3.6万名考生 | 服务保障的考生 | = 36000 名 | minor
             标准化考点建成率达到100% | 标准化考点建成率 | = 100 %""", "教育考试 标准化考点"),
        ]),
    ]

    w = Word()
    section = w.doc.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.8)
    w.line(t.head["title"], bold=True, align="CENTER")
    w.line("为推动2022年各项重点工作落地见效，按照“清单化管理、项目化推进”的要求，现将年度重点任务分解如下。", indent=True)
    heads = ["序号", "重点任务", "具体措施", "牵头单位", "配合单位", "完成时限", "分管领导"]
    table = w.doc.add_table(1, len(heads), style="Table Grid")

    tops = {}  # the last written cell of each column

    def fill(column: int, cell, text: str | None) -> None:
        """Write a cell; None merges it with the cell above."""
        if text is None:
            top = tops[column]._tc.get_or_add_tcPr()
            if top.find(qn("w:vMerge")) is None:
                top.append(OxmlElement("w:vMerge", {qn("w:val"): "restart"}))
            cell._tc.get_or_add_tcPr().append(OxmlElement("w:vMerge"))
            return
        tops[column] = cell
        for i, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
            paragraph.add_run(line).font.size = Pt(10.5)
        w.shown.append(text)

    for cell, head in zip(table.rows[0].cells, heads):
        cell.paragraphs[0].add_run(head).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    number = 0
    for title, leader, rows in groups:
        goal, lead = t.goal(title), ""
        for first, (text, unit, helpers, limit, numbers, concepts) in enumerate(rows):
            number += 1
            lead = unit or lead
            cells = table.add_row().cells
            content = [str(number), title if first == 0 else None, text, unit, helpers, limit,
                       leader if first == 0 else None]
            for column, (cell, words) in enumerate(zip(cells, content)):
                fill(column, cell, words)
            owners = f"L {lead}" + ("" if helpers == "—" else "; C " + helpers.replace("\n", "、"))
            t.task(goal, str(number), text, owners, numbers, concepts, annex="\n" in text)
    for column, width in zip(table.columns, (1.2, 2.8, 11, 3, 3.6, 2.2, 2)):
        for cell in column.cells:
            cell.width = Cm(width)
    w.line("说明：各牵头单位于每月25日前将进展情况报局办公室。联系人：方蕾，联系电话：0000-2286110。")
    w.save(t.file)
    t.save(w.shown, not_cited=("砚浦红色故事",))


TRACK = 'w:id="{}" w:author="综合处" w:date="2023-06-12T09:00:00Z"'
SEGMENT = re.compile(r"\{\+(?P<ins>[^}]*)\}|\{-(?P<del>[^}]*)\}|\{<(?P<from>[^}]*)\}|\{>(?P<to>[^}]*)\}"
                     r"|\{\^(?P<note>\d)\}|(?P<plain>[^{]+)")


def accepted(markup: str) -> str:
    """Text of tracked markup once all changes are accepted: {+in} {-out} {<moved away} {>moved here} {^footnote}."""
    return "".join((m["ins"] or "") + (m["to"] or "") + (m["plain"] or "") for m in SEGMENT.finditer(markup))


def huailing() -> None:
    """Word with tracked changes (insertions, deletions, a move, whole paragraphs), two footnotes and a TOC field."""
    t = Truth("huailing-2023-county-high-schools-opinion.docx",
              title="淮岭省教育厅关于推进县域普通高中振兴发展的实施意见", genre="notice", issuer="淮岭省教育厅",
              locality="淮岭省", period=[2023, 2025], published="2023-06-30")
    # (mark, markup, note markup, owners as accepted, numbers, concepts); note markup begins with ! when the whole
    # paragraph is deleted, with ? when it is inserted
    groups = [
        ("优化资源布局，扩大优质学位", [
            ("（一）", "科学编制布局规划。各县（市）于2023年年底前完成普通高中布局专项规划编制。到2025年，全省新建、改扩建县中{^1}"
             "{-80}{+86}所，新增优质学位{-4.5}{+5.2}万个。", "（责任处室：发展规划处、基础教育处）",
             "R 发展规划处、基础教育处", """
             新建、改扩建县中86所 | 新建、改扩建县中 | = 86 所 | 2025
             新增优质学位5.2万个 | 新增优质学位 | increase 52000 个 | 2025""", "学校布局规划 县中振兴"),
            ("（二）", "有序化解大班额。2024年秋季学期起，县中起始年级班额不超过50人；到2025年，大班额比例降至{-5}{+3}%以内。",
             "（责任处室：基础教育处{+、教育督导处}）", "R 基础教育处、教育督导处", """
             县中起始年级班额不超过50人 | 县中起始年级班额 | <= 50 人 | 2024
             大班额比例降至3%以内 | 县中大班额比例 | <= 3 % | 2025""", "大班额"),
            ("（三）", "改善基本办学条件。省级财政每年安排县中发展资金不少于4亿元，完成薄弱县中改造120所，优先补齐实验室、"
             "图书馆、学生宿舍短板。", "?（牵头处室：财务处；配合处室：基础教育处）", "L 财务处; C 基础教育处", """
             省级财政每年安排县中发展资金不少于4亿元 | 省级财政每年安排的县中发展资金 | >= 400000000 元
             完成薄弱县中改造120所 | 完成改造的薄弱县中 | = 120 所""", "办学条件改善 教育经费保障"),
        ]),
        ("加强队伍建设，激发内生动力", [
            ("（一）", "补足配强教师。{-适当}统筹核定县中教职工编制，到2025年补充县中教师6000名左右，其中公费师范生900名。",
             "（责任处室：教师工作处、人事处）", "R 教师工作处、人事处", """
             补充县中教师6000名左右 | 补充的县中教师 | ~ 6000 名 | 2025
             公费师范生900名 | 补充的公费师范生 | = 900 名 | 2025""", "教师补充 公费师范生"),
            ("（二）", "严禁无序流动。未经组织人事部门和教育行政部门同意，任何学校不得从县中抽调、招聘在职在编教师。"
             "{<对恶意抢挖县中优质生源的学校，核减其下一年度招生计划。}", "（责任处室：教师工作处）", "R 教师工作处", "",
             "教师流动管理"),
            ("（三）", "实施托管帮扶。组织36所高水平高中、8所高校“一对一”托管帮扶县中{-70}{+75}所，每个周期不少于3年。",
             "（牵头处室：基础教育处；配合处室：{-高等教育处}{+高校学生处、高等教育处}）",
             "L 基础教育处; C 高校学生处、高等教育处", """
             36所高水平高中 | 参与托管帮扶的高水平高中 | = 36 所
             8所高校 | 参与托管帮扶的高校 | = 8 所
             托管帮扶县中75所 | 托管帮扶的县中 | = 75 所
             每个周期不少于3年 | 每个托管帮扶周期 | >= 3 年 | minor""", "托管帮扶 县中振兴"),
            ("（四）", "选树先进典型。每年评选表彰“最美县中教师”30名，同步开展巡回报告50场，贯彻《淮岭省教师荣誉办法》。",
             "!（责任处室：教师工作处）", "", "", ""),
            ("{-（五）}{+（四）}", "{-组织培训。}{+强化全员培训。}三年内轮训县中校长400人，培训骨干教师5000人次以上，"
             "{+建立省级县中名师工作室45个，}完善校本研修制度。", "（责任处室：教师工作处）", "R 教师工作处", """
             三年内轮训县中校长400人 | 轮训的县中校长 | = 400 人 | 2025
             培训骨干教师5000人次以上 | 培训的县中骨干教师 | >= 5000 人次 | 2025
             建立省级县中名师工作室45个 | 省级县中名师工作室 | = 45 个 | 2025""", "教师培训 校本研修 名师工作室"),
        ]),
        ("规范招生秩序，保护优质生源", [
            ("（一）", "落实属地招生。公办、民办普通高中同步招生、统一录取。2024年起，优质高中指标到校{^2}比例不低于"
             "{-60}{+65}%，向农村初中倾斜。", "（责任处室：省教育考试院、基础教育处）", "R 省教育考试院、基础教育处", """
             优质高中指标到校比例不低于65% | 优质高中指标到校比例 | >= 65 % | 2024""", "公民同招 指标到校"),
            ("（二）", "严查违规招生。建立招生信息公开和举报核查机制。{>对恶意抢挖县中优质生源的学校，核减其下一年度招生计划。}",
             "（责任处室：{-基础教育处}{+教育督导处}）", "R 教育督导处", "", "规范招生"),
            ("（三）", "深化考试评价改革。完善综合素质评价制度，扩大优质高中自主发展空间{-，试点学校不少于20所}，"
             "不得以高考升学率作为考核县中的唯一标准。", "（责任处室：基础教育处、省教育考试院）",
             "R 基础教育处、省教育考试院", "", "综合素质评价"),
        ]),
        ("提升教育质量，促进特色发展", [
            ("（一）", "培育特色县中。遴选科技、人文、外语、体育、艺术等特色县中100所，每所建成2个以上优势学科基地。",
             "（责任处室：基础教育处、省教育科学研究院）", "R 基础教育处、省教育科学研究院", """
             特色县中100所 | 特色县中 | = 100 所
             每所建成2个以上优势学科基地 | 每所特色县中的优势学科基地 | >= 2 个""", "普通高中特色发展 学科基地"),
            ("（二）", "深化课程教学改革。{+全面实施新课程新教材，}推进选课走班，建设省级优质课程资源{-1000}{+1200}节，"
             "县域教研帮扶覆盖率达到100%。", "（责任处室：省教育科学研究院）", "R 省教育科学研究院", """
             建设省级优质课程资源1200节 | 省级优质课程资源 | = 1200 节
             县域教研帮扶覆盖率达到100% | 县域教研帮扶覆盖率 | = 100 %""", "新课程新教材 选课走班 教研帮扶"),
            ("（三）", "推进数字赋能。到2024年，县中智慧教室覆盖率达到80%以上；到2025年，“同步课堂”结对学校达到150对。",
             "（责任处室：科学技术与信息化处、省电化教育馆）", "R 科学技术与信息化处、省电化教育馆", """
             县中智慧教室覆盖率达到80%以上 | 县中智慧教室覆盖率 | >= 80 % | 2024
             “同步课堂”结对学校达到150对 | “同步课堂”结对学校 | = 150 对 | 2025""", "教育数字化 同步课堂"),
        ]),
        ("组织保障", [
            ("（一）", "压实工作责任。各市（州）教育局要制定实施方案，明确时间表、路线图，{-于7月底前}{+于8月底前}报省教育厅备案。",
             "", "", "", ""),
            ("（二）", "强化督导问责。将县中发展纳入对市县人民政府履行教育职责的评价，每年对不少于20个县（市）开展专项督导。",
             "（责任处室：教育督导处）", "R 教育督导处",
             "每年对不少于20个县（市）开展专项督导 | 每年开展专项督导的县（市） | >= 20 个", "教育督导"),
            ("（三）", "营造良好氛围。坚持正确的教育政绩观，严禁宣传炒作中高考“状元”和升学率，及时总结推广先进经验。",
             "（责任处室：厅办公室）", "R 厅办公室", "", ""),
        ]),
    ]
    notes = {1: "县中是指县（市）举办的普通高中，见《“十四五”县域普通高中发展提升行动计划》。",
             2: "指标到校比例以当年统招计划为基数计算。"}

    w = Word()
    counter = iter(range(100, 1000))

    def runs(text: str, tag: str = "w:t") -> str:
        return f'<w:r><{tag} xml:space="preserve">{text}</{tag}></w:r>' if text else ""

    def tracked(markup: str, *, whole: str = "", style: str = "") -> None:
        """A paragraph of markup; whole = ins or del when the paragraph itself is inserted or deleted."""
        xml = ""
        for m in SEGMENT.finditer(markup):
            mark = TRACK.format(next(counter))
            if m["note"]:
                xml += ('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                        f'<w:footnoteReference w:id="{m["note"]}"/></w:r>')
            elif m["ins"] or whole == "ins":
                xml += f"<w:ins {mark}>{runs(m['ins'] or m['plain'])}</w:ins>"
            elif m["del"] or whole == "del":
                xml += f"<w:del {mark}>{runs(m['del'] or m['plain'], 'w:delText')}</w:del>"
            elif m["from"]:
                xml += (f'<w:moveFromRangeStart w:id="90" w:name="move1" w:author="综合处"/>'
                        f'<w:moveFrom {mark}>{runs(m["from"])}</w:moveFrom><w:moveFromRangeEnd w:id="90"/>')
            elif m["to"]:
                xml += (f'<w:moveToRangeStart w:id="91" w:name="move1" w:author="综合处"/>'
                        f'<w:moveTo {mark}>{runs(m["to"])}</w:moveTo><w:moveToRangeEnd w:id="91"/>')
            else:
                xml += runs(m["plain"])
        pr = f'<w:pStyle w:val="{style}"/>' if style else '<w:ind w:firstLine="640"/>'
        if whole:
            pr += f"<w:rPr><w:{whole} {TRACK.format(next(counter))}/></w:rPr>"
        w.doc.element.body.insert(len(w.doc.element.body) - 1,
                                  parse_xml(f'<w:p {nsdecls("w")}><w:pPr>{pr}</w:pPr>{xml}</w:p>'))
        if whole != "del":
            w.shown.append(accepted(markup))

    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    w.line(t.head["title"], bold=True, align="CENTER")
    w.line("淮教基〔2023〕18号", align="CENTER")
    w.line("目　录", align="CENTER")
    headings = ["总体要求"] + [title for title, _ in groups]
    numbered = [f"{mark}、{title}" for mark, title in zip("一二三四五六", headings)]
    for i, heading in enumerate(numbered):
        begin = (field("begin") + '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\u </w:instrText></w:r>'
                 + field("separate")) if i == 0 else ""
        end = field("end") if i == len(numbered) - 1 else ""
        w.doc.element.body.insert(len(w.doc.element.body) - 1, parse_xml(
            f'<w:p {nsdecls("w")}><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8300"/></w:tabs></w:pPr>{begin}'
            f'<w:hyperlink w:anchor="_Toc{i}">{runs(heading)}<w:r><w:tab/></w:r>{runs(str(i + 1))}</w:hyperlink>{end}</w:p>'))
    w.line("各市（州）、县（市、区）教育局，省属各高校，厅机关有关处室：")
    w.line("为贯彻落实《“十四五”县域普通高中发展提升行动计划》，推动我省县域普通高中（以下简称县中）振兴发展，"
           "结合实际，制定本实施意见，实施周期为2023—2025年。", indent=True)
    Word.font(w.doc.styles["Heading 1"], "黑体")
    tracked(numbered[0], style="Heading1")
    tracked("坚持以习近平新时代中国特色社会主义思想为指导，{-坚持}{+始终把}统筹规划、突出重点、{+分类施策、}协同推进作为基本原则，"
            "整体提升县中办学水平，更好满足人民群众对优质高中教育的需要。")
    for (title, items), heading in zip(groups, numbered[1:]):
        tracked(heading, style="Heading1")
        goal = t.goal(title)
        for mark, markup, note, owners, numbers, concepts in items:
            whole = {"!": "del", "?": "ins"}.get(note[:1], "")
            tracked(mark + markup + note.lstrip("!?"), whole=whole)
            if whole != "del":
                t.task(goal, accepted(mark).strip("（）"), accepted(markup), owners, numbers, concepts)
    for text in ("淮岭省教育厅", "2023年6月30日"):
        w.line(text, align="RIGHT")
    body = "".join(f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r>{runs(text)}</w:p></w:footnote>'
                   for i, text in notes.items())
    w.shown += notes.values()
    blob = (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>'
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
            f'</w:footnote>{body}</w:footnotes>').encode()
    part = Part(PackURI("/word/footnotes.xml"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml", blob, w.doc.part.package)
    w.doc.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    w.save(t.file)
    t.save(w.shown, ["“十四五”县域普通高中发展提升行动计划"])


# ---------------------------------------------------------------- PDF by reportlab

class Sheets:
    """A .pdf file set line by line, and the lines that a reader of it sees."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self.flow, self.shown = [], []
        base = dict(fontName="STSong-Light", fontSize=15, leading=27, wordWrap="CJK")
        self.styles = {"text": ParagraphStyle("text", firstLineIndent=30, **base),
                       "flat": ParagraphStyle("flat", **base),
                       "right": ParagraphStyle("right", alignment=TA_RIGHT, rightIndent=40, **base),
                       "centre": ParagraphStyle("centre", alignment=TA_CENTER, **base),
                       "title": ParagraphStyle("title", alignment=TA_CENTER, **base | {"fontSize": 21, "leading": 34}),
                       "red": ParagraphStyle("red", alignment=TA_CENTER, textColor=red,
                                             **base | {"fontSize": 34, "leading": 60})}

    def line(self, text: str, style: str = "text") -> None:
        self.flow.append(Paragraph(text, self.styles[style]))
        self.shown.append(text)

    def save(self, file: str, on_page) -> None:
        SimpleDocTemplate(str(HERE / file), pagesize=A4, leftMargin=2.8 * cm, rightMargin=2.6 * cm, topMargin=3.2 * cm,
                          bottomMargin=3 * cm, invariant=1).build(self.flow, onFirstPage=on_page, onLaterPages=on_page)


def liaopu() -> None:
    """PDF, official notice (head, addressees, copy list) with the plan as its annex; page heads and numbers."""
    t = Truth("liaopu-2023-work-plan.pdf", title="蓼浦市教育体育局2023年工作计划", genre="plan",
              issuer="蓼浦市教育体育局", locality="蓼浦市", period=[2023, 2023], published="2023-02-18")
    groups = [
        ("强化政治引领，提升治理水平", [
            item("深入学习宣传贯彻党的二十大精神，组织专题宣讲45场，轮训党员干部1300人次，推动理论学习进课堂、进社团、进网络。",
                 "R 机关党委、办公室", """
                 组织专题宣讲45场 | 专题宣讲 | = 45 场
                 轮训党员干部1300人次 | 轮训的党员干部 | = 1300 人次""", "党的二十大精神"),
            item("推进依法治校，修订学校章程，创建省级依法治校示范校2所，中小学法治副校长配备率保持100%。",
                 "R 政策法规科", """
                 创建省级依法治校示范校2所 | 省级依法治校示范校 | = 2 所
                 中小学法治副校长配备率保持100% | 中小学法治副校长配备率 | = 100 %""", "依法治校"),
            item("加强教育督导，完成对32所学校的综合督导，聘任第五届责任督学40名，责任督学每月到校不少于1次。",
                 "R 教育督导室", """
                 完成对32所学校的综合督导 | 完成综合督导的学校 | = 32 所
                 聘任第五届责任督学40名 | 聘任的责任督学 | = 40 名
                 责任督学每月到校不少于1次 | 责任督学每月到校次数 | >= 1 次 | minor""", "教育督导 责任督学"),
        ]),
        ("强化项目支撑，扩大优质资源", [
            item("实施滨河小学、城东初中等9个新建项目，总投资5.8亿元，新增学位6750个，确保秋季学期开学前交付使用。",
                 "L 基建科; C 计划财务科", """
                 实施滨河小学、城东初中等9个新建项目 | 新建项目 | = 9 个
                 总投资5.8亿元 | 新建项目总投资 | = 580000000 元 | minor
                 新增学位6750个 | 新增学位 | increase 6750 个""", "学位供给 学校建设项目"),
            item("大力发展公办幼儿园，公办率达到60%，新认定普惠性民办幼儿园4所，对无证园实行动态清零。",
                 "R 学前教育科", """
                 公办率达到60% | 幼儿园公办率 | = 60 %
                 新认定普惠性民办幼儿园4所 | 新认定普惠性民办幼儿园 | = 4 所""", "学前教育普及普惠"),
            item("加快教育信息化，更新多媒体设备860套，“互联网+明厨亮灶”覆盖率达到100%，建成智慧教育云平台。",
                 "L 电化教育馆; C 安全保卫科、教育装备中心", """
                 更新多媒体设备860套 | 更新的多媒体设备 | = 860 套
                 “互联网+明厨亮灶”覆盖率达到100% | “互联网+明厨亮灶”覆盖率 | = 100 %""", "教育信息化 校园食品安全"),
            item("推动45所学校体育场地向社会开放，符合条件的学校开放率达到75%以上，方便群众就近健身。",
                 "R 群众体育科", """
                 推动45所学校体育场地向社会开放 | 体育场地向社会开放的学校 | = 45 所
                 开放率达到75%以上 | 学校体育场地开放率 | >= 75 %""", "学校体育场地开放 全民健身"),
        ]),
        ("强化五育融合，培育时代新人", [
            item("完善德育工作体系，评选“新时代好少年”60名，建设家长学校示范校10所，办好道德讲堂。", "R 德育科", """
                 评选“新时代好少年”60名 | “新时代好少年” | = 60 名
                 建设家长学校示范校10所 | 家长学校示范校 | = 10 所""", "德育 家长学校"),
            item("深化体教融合，学生体质健康优良率超过55%，新建足球特色学校5所、篮球特色学校8所，"
                 "组队参加第十六届省运会青少年组比赛。", "L 体卫艺科; C 竞技体育科", """
                 学生体质健康优良率超过55% | 学生体质健康优良率 | >= 55 %
                 新建足球特色学校5所 | 新建足球特色学校 | = 5 所
                 篮球特色学校8所 | 新建篮球特色学校 | = 8 所""", "体教融合 学生体质健康"),
            item("实施美育浸润，每校至少组建1个艺术社团，举办市中小学生艺术展演30场，推动戏曲、剪纸等非遗进校园。",
                 "R 体卫艺科", """
                 每校至少组建1个艺术社团 | 每校艺术社团 | >= 1 个
                 举办市中小学生艺术展演30场 | 市中小学生艺术展演 | = 30 场""", "美育"),
            item("抓好近视防控，开展视力筛查9.4万人，儿童青少年总体近视率下降1个百分点以上，教室照明达标率达到100%。",
                 "R 体卫艺科、中小学卫生保健所", """
                 开展视力筛查9.4万人 | 视力筛查人数 | = 94000 人
                 儿童青少年总体近视率下降1个百分点以上 | 儿童青少年总体近视率下降 | >= 1 个百分点
                 教室照明达标率达到100% | 教室照明达标率 | = 100 %""", "近视防控"),
            item("落实“双减”要求，初中书面作业平均完成时间不超过90分钟，课后服务满意度保持在95%左右，"
                 "持续巩固校外培训治理成果。", "L 基础教育科; C 校外培训监管科、教学研究室", """
                 初中书面作业平均完成时间不超过90分钟 | 初中书面作业平均完成时间 | <= 90 分钟
                 课后服务满意度保持在95%左右 | 课后服务满意度 | ~ 95 %""", "双减 作业管理 课后服务"),
        ]),
        ("强化队伍建设，激发教师活力", [
            item("多渠道补充教师，公开招聘230名左右，引进紧缺学科高层次人才12－15名。", "R 人事科", """
                 公开招聘230名左右 | 公开招聘教师 | ~ 230 名
                 引进紧缺学科高层次人才12－15名 | 引进的紧缺学科高层次人才 | range 12-15 名""", "教师招聘 人才引进"),
            item("推进校长教师交流轮岗，城区到乡村任教教师不少于160人，全面推行“县管校聘”管理体制。", "R 人事科", """
                 城区到乡村任教教师不少于160人 | 城区到乡村任教教师 | >= 160 人""", "教师交流轮岗 县管校聘"),
            item("切实减轻教师负担，落实社会事务进校园准入制度，督查检查评比考核事项压减20%以上。",
                 "R 办公室、教师工作科", """
                 督查检查评比考核事项压减20%以上 | 督查检查评比考核事项压减比例 | >= 20 %""", "教师减负"),
            item("实施名师引领计划，建设名师工作室18个，培育设区市级以上骨干教师75名，教师全员培训率达到100%。",
                 "L 教师发展中心; C 教学研究室", """
                 建设名师工作室18个 | 名师工作室 | = 18 个
                 培育设区市级以上骨干教师75名 | 设区市级以上骨干教师 | = 75 名
                 教师全员培训率达到100% | 教师全员培训率 | = 100 %""", "名师工作室 教师培训"),
        ]),
        ("强化服务保障，办好民生实事", [
            item("规范招生入学，严格执行免试就近入学和公民同招政策，随迁子女公办学校就读比例达到96%。",
                 "R 基础教育科、招生考试中心", """
                 随迁子女公办学校就读比例达到96% | 随迁子女公办学校就读比例 | = 96 %""", "免试就近入学 公民同招 随迁子女入学"),
            item("做好学生资助，资助困难学生1.05万人次，资助资金足额发放率达到100%，办理生源地助学贷款约2600万元。",
                 "R 学生资助管理中心", """
                 资助困难学生1.05万人次 | 资助困难学生 | = 10500 人次
                 资助资金足额发放率达到100% | 资助资金足额发放率 | = 100 %
                 办理生源地助学贷款约2600万元 | 生源地助学贷款 | ~ 26000000 元""", "学生资助"),
            item("守住安全底线，开展“1530”安全提醒教育，整治校车、消防、燃气等隐患，应急演练参与率达到100%，"
                 "学生非正常死亡人数同比下降10%。", "R 安全保卫科、各镇（街道）中心学校", """
                 应急演练参与率达到100% | 应急演练参与率 | = 100 %
                 学生非正常死亡人数同比下降10% | 学生非正常死亡人数同比下降 | decrease 10 %""", "校园安全"),
        ]),
    ]

    s = Sheets()
    s.line("蓼浦市教育体育局文件", "red")
    s.line("蓼教体发〔2023〕15号", "centre")
    s.flow.append(HRFlowable(width="100%", color=red, thickness=2, spaceBefore=6, spaceAfter=24))
    s.line("关于印发《蓼浦市教育体育局2023年工作计划》的通知", "title")
    s.flow.append(Spacer(1, 16))
    s.line("各镇（街道）中心学校，局属各学校，机关各科室：", "flat")
    s.line("现将《蓼浦市教育体育局2023年工作计划》印发给你们，请结合实际制定实施方案，细化工作举措，抓好贯彻落实。"
           "各单位实施方案于3月10日前报局办公室。")
    s.line("附件：蓼浦市教育体育局2023年工作计划")
    s.flow.append(Spacer(1, 30))
    s.line("蓼浦市教育体育局", "right")
    s.line("2023年2月18日", "right")
    s.line("（此件公开发布）")
    s.flow.append(PageBreak())
    s.line("附件", "flat")
    s.line(t.head["title"], "title")
    s.line("一、指导思想")
    s.line("以习近平新时代中国特色社会主义思想为指导，全面贯彻党的教育方针，紧扣“办人民满意教育、建体育强市”主题，"
           "坚持问题导向、系统观念，努力开创教育体育工作新局面。")
    s.line("二、主要工作")
    number = 0
    for mark, (title, items) in zip("一二三四五", groups):
        s.line(f"（{mark}）{title}")
        goal = t.goal(title)
        for text, owners, numbers, concepts in items:
            number += 1
            note = (f"〔牵头科室：{names(owners, 'L')}；配合科室：{names(owners, 'C')}〕" if names(owners, "L")
                    else f"〔责任科室：{names(owners, 'R')}〕")
            s.line(f"{number}.{text}{note}")
            t.task(goal, str(number), text, owners, numbers, concepts)
    s.flow.append(Spacer(1, 40))
    s.flow.append(HRFlowable(width="100%", thickness=1))
    s.line("抄送：市委办公室、市政府办公室，市委教育工作领导小组成员单位。", "flat")
    s.line("蓼浦市教育体育局办公室　　　　　2023年2月20日印发", "flat")

    def on_page(canvas, doc) -> None:
        canvas.setFont("STSong-Light", 9)
        if doc.page > 1:
            canvas.drawString(2.8 * cm, A4[1] - 2 * cm, "蓼浦市教育体育局2023年工作计划")
        canvas.setFont("STSong-Light", 12)
        page = f"— {doc.page} —"
        if doc.page % 2:
            canvas.drawRightString(A4[0] - 2.6 * cm, 1.8 * cm, page)
        else:
            canvas.drawString(2.8 * cm, 1.8 * cm, page)

    s.save(t.file, on_page)
    t.save(s.shown, not_cited=(t.head["title"],))


def zhuya() -> None:
    """PDF, year-end summary with the next year's plan; owners on spaced-out own lines or in prose."""
    t = Truth("zhuya-2023-summary-2024-plan.pdf", title="竹垭县教育局2023年工作总结及2024年工作计划", genre="summary",
              issuer="竹垭县教育局", locality="竹垭县", period=[2023, 2024], published="2023-12-28")
    done = [
        ("聚焦立德树人，育人质量稳步提升", [
            item("思想政治教育走深走实。全年开展主题党日1260场次，培育“竹韵”思政品牌8个，2节思政课获评省级精品课。", "", """
                 开展主题党日1260场次 | 主题党日 | = 1260 场次
                 培育“竹韵”思政品牌8个 | “竹韵”思政品牌 | = 8 个
                 2节思政课获评省级精品课 | 获评省级精品课的思政课 | = 2 节""", "思政教育"),
            item("素质教育成果丰硕。全县学生体质健康合格率达94.6%，优良率46.8%，比上年提高3.2个百分点；"
                 "获省级以上科创奖项27个，其中一等奖4个。", "", """
                 学生体质健康合格率达94.6% | 学生体质健康合格率 | = 94.6 %
                 优良率46.8% | 学生体质健康优良率 | = 46.8 %
                 比上年提高3.2个百分点 | 学生体质健康优良率比上年提高 | increase 3.2 个百分点
                 获省级以上科创奖项27个 | 省级以上科创奖项 | = 27 个
                 一等奖4个 | 省级以上科创一等奖 | = 4 个""", "学生体质健康 科技教育"),
            item("“双减”成效持续巩固。58所义务教育学校全部开展课后服务，惠及学生3.1万余名，家长满意度97%；"
                 "查处违规培训行为19起。", "", """
                 58所义务教育学校全部开展课后服务 | 开展课后服务的义务教育学校 | = 58 所
                 惠及学生3.1万余名 | 课后服务惠及学生 | >= 31000 名
                 家长满意度97% | 课后服务家长满意度 | = 97 %
                 查处违规培训行为19起 | 查处的违规培训行为 | = 19 起""", "双减 课后服务 校外培训治理"),
        ]),
        ("聚焦公平普惠，资源供给持续优化", [
            item("学前教育扩容增量。新投用公办幼儿园4所，新增学位990个，普惠性幼儿园覆盖率达到92.3%，"
                 "顺利通过县域学前教育普及普惠省级督导评估。", "", """
                 新投用公办幼儿园4所 | 新投用公办幼儿园 | = 4 所
                 新增学位990个 | 新增学前教育学位 | increase 990 个
                 普惠性幼儿园覆盖率达到92.3% | 普惠性幼儿园覆盖率 | = 92.3 %""", "学前教育普及普惠"),
            item("义务教育提质强基。投入资金1.85亿元，改造薄弱学校31所，新增校舍面积2.7万平方米，义务教育巩固率稳定在99.1%。",
                 "", """
                 投入资金1.85亿元 | 义务教育改薄投入资金 | = 185000000 元
                 改造薄弱学校31所 | 改造的薄弱学校 | = 31 所
                 新增校舍面积2.7万平方米 | 新增校舍面积 | increase 27000 平方米
                 义务教育巩固率稳定在99.1% | 义务教育巩固率 | = 99.1 %""", "义务教育优质均衡 薄弱学校改造"),
            item("高中职教协调发展。高考本科上线率61.4%，同比增长4.5个百分点；职教中心招生860人，毕业生升学率达78.5%。", "", """
                 高考本科上线率61.4% | 高考本科上线率 | = 61.4 %
                 同比增长4.5个百分点 | 高考本科上线率同比增长 | increase 4.5 个百分点
                 职教中心招生860人 | 职教中心招生 | = 860 人
                 毕业生升学率达78.5% | 职教中心毕业生升学率 | = 78.5 %""", "普职协调 职业教育"),
            item("资助政策应享尽享。发放各类资助资金2360.5万元，惠及学生2.2万人次，办理生源地信用助学贷款3115人。", "", """
                 发放各类资助资金2360.5万元 | 发放的各类资助资金 | = 23605000 元
                 惠及学生2.2万人次 | 资助惠及学生 | = 22000 人次
                 办理生源地信用助学贷款3115人 | 办理生源地信用助学贷款人数 | = 3115 人""", "学生资助"),
        ]),
        ("聚焦强师固本，队伍活力不断激发", [
            item("教师结构不断优化。全年新招聘教师187名，其中特岗教师60名、“优师计划”毕业生12名，乡镇学校教师缺编问题有效缓解。",
                 "", """
                 新招聘教师187名 | 新招聘教师 | = 187 名
                 特岗教师60名 | 新招聘特岗教师 | = 60 名
                 “优师计划”毕业生12名 | 新招聘“优师计划”毕业生 | = 12 名""", "教师招聘"),
            item("管理改革平稳推进。2431名教职工参加“县管校聘”竞聘，交流轮岗教师163名，占应交流教师的11.7%。", "", """
                 2431名教职工参加“县管校聘”竞聘 | 参加“县管校聘”竞聘的教职工 | = 2431 名
                 交流轮岗教师163名 | 交流轮岗教师 | = 163 名
                 占应交流教师的11.7% | 交流轮岗教师占应交流教师的比例 | = 11.7 %""", "县管校聘 教师交流轮岗"),
            item("师德师风持续向好。表彰优秀教师120名，查处师德失范行为5起，《竹垭日报》开设专栏宣传先进典型。", "", """
                 表彰优秀教师120名 | 表彰的优秀教师 | = 120 名
                 查处师德失范行为5起 | 查处的师德失范行为 | = 5 起""", "师德师风"),
        ]),
        ("聚焦安全稳定，治理效能有力彰显", [
            item("校园安全形势平稳。排查整改隐患412处，整改率100%；组织应急演练680余次，未发生重大安全责任事故。", "", """
                 排查整改隐患412处 | 排查整改的安全隐患 | = 412 处
                 整改率100% | 安全隐患整改率 | = 100 %
                 组织应急演练680余次 | 应急演练次数 | >= 680 次""", "校园安全"),
            item("便民服务提速增效。更新校车22辆，办结群众信访件236件，按期办结率99.2%，政务服务事项网上可办率达100%。", "", """
                 更新校车22辆 | 更新的校车 | = 22 辆
                 办结群众信访件236件 | 办结的群众信访件 | = 236 件
                 按期办结率99.2% | 信访件按期办结率 | = 99.2 %
                 政务服务事项网上可办率达100% | 政务服务事项网上可办率 | = 100 %""", "校车安全 政务服务"),
        ]),
    ]
    # text, owner lines, owners, numbers, concepts; owner lines are empty where the prose names the owners
    planned = [
        ("实施提质行动，推进教育优质发展", [
            ("办好公平优质学前教育。计划新建公办幼儿园2所，公办园在园幼儿占比达到55%以上，深化幼小科学衔接。",
             ["责 任 单 位：学前教育股、计划财务股"], "R 学前教育股、计划财务股", """
             计划新建公办幼儿园2所 | 新建公办幼儿园 | = 2 所
             公办园在园幼儿占比达到55%以上 | 公办园在园幼儿占比 | >= 55 %""", "学前教育普及普惠 幼小衔接"),
            ("推进义务教育优质均衡。新组建城乡教育联合体5个，义务教育巩固率保持在99%以上，"
             "优质均衡监测指标达标学校比例提高到70%。",
             ["责 任 单 位：基础教育股", "配 合 单 位：督导室、教研室"], "R 基础教育股; C 督导室、教研室", """
             新组建城乡教育联合体5个 | 新组建城乡教育联合体 | = 5 个
             义务教育巩固率保持在99%以上 | 义务教育巩固率 | >= 99 %
             达标学校比例提高到70% | 优质均衡监测指标达标学校比例 | = 70 %""", "义务教育优质均衡 城乡教育联合体"),
            ("推进高中教育内涵发展。由教研室牵头，县一中、县二中配合，开展新高考备考研究，高考本科上线人数力争超过1500人，"
             "强基计划录取2至3人。", [], "L 教研室; C 县一中、县二中", """
             高考本科上线人数力争超过1500人 | 高考本科上线人数 | >= 1500 人
             强基计划录取2至3人 | 强基计划录取人数 | range 2-3 人""", "新高考 普通高中内涵发展"),
            ("增强职业教育适应性。职教中心新开设新能源汽车、智慧康养等专业3个，引进合作企业10家，"
             "开展农民工和新型职业农民培训2000人次。",
             ["责 任 单 位：职业与成人教育股、县职教中心", "分 管 领 导：刘海平"], "R 职业与成人教育股、县职教中心", """
             新开设新能源汽车、智慧康养等专业3个 | 职教中心新开设专业 | = 3 个
             引进合作企业10家 | 引进的合作企业 | = 10 家
             开展农民工和新型职业农民培训2000人次 | 农民工和新型职业农民培训 | = 2000 人次""", "职业教育 校企合作"),
        ]),
        ("实施强师行动，建设一流教师队伍", [
            ("加大教师补充力度。计划招聘教师150名，教师本科及以上学历占比达到88%，探索退休名师返聘支教制度。",
             ["责 任 单 位：人事股"], "R 人事股", """
             计划招聘教师150名 | 招聘教师 | = 150 名
             教师本科及以上学历占比达到88% | 教师本科及以上学历占比 | = 88 %""", "教师招聘"),
            ("提升教师专业素养。开展全员培训5000人次以上，培养县级名师40名，新增市级学科带头人6名、骨干教师30名。",
             ["责 任 单 位：教师发展中心", "配 合 单 位：人事股、教研室、各中心学校"],
             "R 教师发展中心; C 人事股、教研室、各中心学校", """
             开展全员培训5000人次以上 | 教师全员培训 | >= 5000 人次
             培养县级名师40名 | 县级名师 | = 40 名
             新增市级学科带头人6名 | 新增市级学科带头人 | increase 6 名
             骨干教师30名 | 新增市级骨干教师 | increase 30 名""", "教师培训 名师培养"),
            ("落实教师关爱举措。组织教师免费体检，建设教师周转宿舍120套，解决乡村教师后顾之忧。",
             ["责 任 单 位：教育工会、项目办"], "R 教育工会、项目办",
             "建设教师周转宿舍120套 | 教师周转宿舍 | = 120 套", "教师关爱 乡村教师"),
        ]),
        ("实施护航行动，办好人民满意教育", [
            ("筑牢校园安全屏障。由安全股牵头，校车办、各中心学校配合，开展“护校安园”行动，隐患整改率达到100%，"
             "确保不发生群死群伤事故。", [], "L 安全股; C 校车办、各中心学校",
             "隐患整改率达到100% | 安全隐患整改率 | = 100 %", "校园安全"),
            ("守护学生身心健康。学生总体近视率下降0.6个百分点，心理健康教师持证率达到60%，每所中心学校建成1间标准化心理咨询室。",
             ["责 任 单 位：体卫艺股、德育办", "完 成 时 限：2024年11月底"], "R 体卫艺股、德育办", """
             学生总体近视率下降0.6个百分点 | 学生总体近视率下降 | decrease 0.6 个百分点
             心理健康教师持证率达到60% | 心理健康教师持证率 | = 60 %
             每所中心学校建成1间标准化心理咨询室 | 每所中心学校标准化心理咨询室 | = 1 间""", "近视防控 心理健康教育"),
            ("加快重点项目建设。完成县特殊教育学校迁建，实施校园改造提升项目16个，争取中央和省级资金不少于9000万元。",
             ["责 任 单 位：项目办", "配 合 单 位：计划财务股", "完 成 时 限：2024年12月底"], "R 项目办; C 计划财务股", """
             实施校园改造提升项目16个 | 校园改造提升项目 | = 16 个
             争取中央和省级资金不少于9000万元 | 争取的中央和省级资金 | >= 90000000 元""", "学校建设项目 特殊教育"),
            ("推进数字教育应用。由电教站负责建设县级教育数据平台，年内接入学校不少于50所，并开展数字素养培训，"
             "实现教学常规线上管理。", [], "R 电教站",
             "接入学校不少于50所 | 接入县级教育数据平台的学校 | >= 50 所", "教育数字化"),
        ]),
    ]

    s = Sheets()
    s.line(t.head["title"], "title")
    s.flow.append(Spacer(1, 14))
    s.line("2023年，在县委、县政府的坚强领导下，全县教育系统围绕“建设山区教育强县”目标，扎实推进各项工作。现将有关情况报告如下。")
    s.line("第一部分　2023年工作总结", "centre")
    for mark, (title, items) in zip("一二三四", done):
        s.line(f"{mark}、{title}")
        goal = t.goal(title)
        for sub, (text, owners, numbers, concepts) in zip("一二三四", items):
            s.line(f"（{sub}）{text}")
            t.task(goal, sub, text, owners, numbers, concepts, year=2023)
    s.line("五、存在的主要问题")
    problems = "对照群众期盼，我县教育工作仍有不足：一是城区学位紧张与乡村校空余并存；二是学科带头人数量偏少；三是部分学校管理不够精细。"
    s.line(problems)
    t.task(t.goal("存在的主要问题", core=False), None, problems, year=2023, core=False)
    s.line("第二部分　2024年工作计划", "centre")
    s.line("2024年，全县教育工作将以县域教育综合改革为动力，重点实施三大行动。")
    number = 0
    plan_period = [2024, 2024]
    for mark, (title, items) in zip("一二三", planned):
        s.line(f"{mark}、{title}")
        goal = t.goal(title)
        for number, (text, lines, owners, numbers, concepts) in enumerate(items, 1):
            s.line(f"{number}.{text}")
            for line in lines:
                s.line(line)
            t.task(goal, str(number), text, owners, numbers, concepts)
            t.tasks[-1]["period"] = plan_period
    s.line("竹垭县教育局", "right")
    s.line("2023年12月28日", "right")

    def on_page(canvas, doc) -> None:
        canvas.setFont("STSong-Light", 10)
        canvas.drawCentredString(A4[0] / 2, 1.6 * cm, f"第 {doc.page} 页")

    s.save(t.file, on_page)
    t.save(s.shown, not_cited=("竹垭日报",))


# ---------------------------------------------------------------- PDF by a browser

def print_html(html: str, file: str) -> None:
    """Print a page by chromium; the date that it writes is set to a fixed one."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder) / "page.html", Path(folder) / "out.pdf"
        page.write_text(f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8">{html}</html>', "utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
                        "--no-pdf-header-footer", f"--print-to-pdf={out}", page.as_uri()],
                       check=True, capture_output=True)
        (HERE / file).write_bytes(re.sub(rb"\(D:\d{14}", b"(D:20250101000000", out.read_bytes()))


def gaoling() -> None:
    """PDF, ruled table over three pages: two-row head that repeats, group rows, cells merged over rows."""
    t = Truth("gaoling-2025-task-breakdown.pdf", title="皋岭县教育局2025年重点工作任务分解表", genre="plan",
              issuer="皋岭县教育局", locality="皋岭县", period=[2025, 2025], published=None,
              ancestors=("安徽省", "六安市"))
    # task, aim, responsible units, helping units, time; None = merged with the cell above
    groups = [
        ("全面加强教育系统党的建设", [
            ("推进基层党组织标准化规范化建设", "打造“皋山红烛”党建品牌12个，一类以上党组织占比达到80%，发展教师党员36名。",
             "党建办", "人事股", "2025年12月", """
             打造“皋山红烛”党建品牌12个 | “皋山红烛”党建品牌 | = 12 个
             一类以上党组织占比达到80% | 一类以上党组织占比 | = 80 %
             发展教师党员36名 | 发展的教师党员 | = 36 名""", "党建品牌"),
            ("深化中小学清廉校园建设工作", "建成县级清廉校园示范校8所，开展食堂和教辅专项检查4轮，问题整改率达100%。", None, "审计室",
             "全年", """
             建成县级清廉校园示范校8所 | 县级清廉校园示范校 | = 8 所
             开展食堂和教辅专项检查4轮 | 食堂和教辅专项检查 | = 4 轮
             问题整改率达100% | 专项检查问题整改率 | = 100 %""", "清廉校园"),
            ("办好思政课程讲好皋岭故事", "依托红色场馆开发研学线路5条，组织“行走的思政课”不少于60场，覆盖学生1.5万人次。", "德育股",
             "县文化旅游体育局、团县委", "2025年10月", """
             开发研学线路5条 | 红色研学线路 | = 5 条
             组织“行走的思政课”不少于60场 | “行走的思政课” | >= 60 场
             覆盖学生1.5万人次 | “行走的思政课”覆盖学生 | = 15000 人次""", "大思政课 研学实践"),
            ("扎实做好教育宣传和舆论引导", "在市级以上媒体发稿300篇以上，政务新媒体信息审核率100%。", "办公室", "/", "全年", """
             在市级以上媒体发稿300篇以上 | 市级以上媒体发稿 | >= 300 篇
             政务新媒体信息审核率100% | 政务新媒体信息审核率 | = 100 %""", "教育宣传"),
        ]),
        ("推动基础教育扩优提质", [
            ("提升学前教育普及普惠水平", "公办园在园幼儿占比不低于62%，新增普惠性托位240个，完成“小而美”乡村园改造6所。",
             "学前教育股", "项目办", "2025年8月", """
             公办园在园幼儿占比不低于62% | 公办园在园幼儿占比 | >= 62 %
             新增普惠性托位240个 | 新增普惠性托位 | increase 240 个
             完成“小而美”乡村园改造6所 | 完成改造的“小而美”乡村园 | = 6 所""", "学前教育普及普惠 托育服务"),
            ("优化义务教育学校布局结构", "稳妥整合小规模学校9所，新增城区学位1350个，大班额占比降至2%以下。", "基础教育股",
             "规划办、各中心学校", "2025年9月", """
             稳妥整合小规模学校9所 | 整合的小规模学校 | = 9 所
             新增城区学位1350个 | 新增城区学位 | increase 1350 个
             大班额占比降至2%以下 | 大班额占比 | <= 2 %""", "学校布局调整 大班额"),
            ("创建义务教育优质均衡发展县", "7项资源配置指标达标学校比例达到90%以上，完成省级评估申报。", None, "督导室、计财股",
             "2025年11月", """
             7项资源配置指标 | 资源配置指标 | = 7 项 | minor
             达标学校比例达到90%以上 | 资源配置指标达标学校比例 | >= 90 %""", "义务教育优质均衡"),
            ("全面提升课后服务质量水平", "课后服务参与率稳定在93%左右，外聘专业教师150名，引进白名单项目20个。", None,
             "校外教育监管股", "持续推进", """
             课后服务参与率稳定在93%左右 | 课后服务参与率 | ~ 93 %
             外聘专业教师150名 | 课后服务外聘专业教师 | = 150 名
             引进白名单项目20个 | 引进的白名单项目 | = 20 个""", "课后服务 双减"),
            ("推进县域普通高中振兴行动", "特殊类型招生控制线上线率提高1.5个百分点，与合肥优质高中结对2对。", "高中教育股",
             "教研室、县第一中学", "2025年7月", """
             特殊类型招生控制线上线率提高1.5个百分点 | 特殊类型招生控制线上线率提高 | increase 1.5 个百分点
             与合肥优质高中结对2对 | 与合肥优质高中结对 | = 2 对""", "县中振兴"),
            ("保障特殊儿童平等接受教育", "适龄残疾儿童入学率达98%，送教上门每生每年不少于60课时。", "县特殊教育学校",
             "学前教育股、基础教育股", "全年", """
             适龄残疾儿童入学率达98% | 适龄残疾儿童入学率 | = 98 %
             送教上门每生每年不少于60课时 | 送教上门每生每年课时 | >= 60 课时""", "特殊教育 送教上门"),
            ("深化职业教育校企合作办学", "建设产业学院1个、实训基地3个，中职毕业生本地就业率达到35%。", "职成教股",
             "县人力资源社会保障局、县经济开发区管委会", "2025年12月", """
             建设产业学院1个 | 产业学院 | = 1 个
             实训基地3个 | 实训基地 | = 3 个
             中职毕业生本地就业率达到35% | 中职毕业生本地就业率 | = 35 %""", "产教融合 校企合作"),
        ]),
        ("促进学生全面健康成长", [
            ("实施学生体质强健计划行动", "义务教育阶段全面落实每天1节体育课，体质健康优良率达到54%，建设体育传统特色学校7所。",
             "体卫艺股", "县文化旅游体育局", "2025年12月", """
             每天1节体育课 | 义务教育阶段每天体育课 | = 1 节
             体质健康优良率达到54% | 学生体质健康优良率 | = 54 %
             建设体育传统特色学校7所 | 体育传统特色学校 | = 7 所""", "学生体质健康 学校体育"),
            ("综合防控儿童青少年近视率", "总体近视率较上年下降0.7个百分点，可调节课桌椅更换4200套。", None, "县卫生健康委",
             "2025年11月", """
             总体近视率较上年下降0.7个百分点 | 总体近视率较上年下降 | decrease 0.7 个百分点
             可调节课桌椅更换4200套 | 更换的可调节课桌椅 | = 4200 套""", "近视防控"),
            ("加强学生心理健康教育工作", "专职心理教师配备率达到100%，心理辅导室达标率95%以上，建成“一生一策”档案。", "德育股",
             "县疾控中心、各学校", "2025年6月", """
             专职心理教师配备率达到100% | 专职心理教师配备率 | = 100 %
             心理辅导室达标率95%以上 | 心理辅导室达标率 | >= 95 %""", "心理健康教育"),
            ("推进劳动教育与科学教育融合", "建成校外劳动实践基地10个，举办科普活动80场左右，每校配备科学副校长1名。", None,
             "县科学技术协会", "2025年10月", """
             建成校外劳动实践基地10个 | 校外劳动实践基地 | = 10 个
             举办科普活动80场左右 | 科普活动 | ~ 80 场
             每校配备科学副校长1名 | 每校科学副校长 | = 1 名""", "劳动教育 科学教育"),
        ]),
        ("打造高素质专业化教师队伍", [
            ("多措并举补充配强师资力量", "新招聘教师95名，其中体育、美育教师不少于25名，银龄讲学教师30名。", "人事股", "县委编办、县财政局",
             "2025年8月", """
             新招聘教师95名 | 新招聘教师 | = 95 名
             体育、美育教师不少于25名 | 招聘的体育、美育教师 | >= 25 名
             银龄讲学教师30名 | 银龄讲学教师 | = 30 名""", "教师招聘 银龄讲学"),
            ("深化县管校聘管理改革工作", "交流轮岗教师120—150名，跨校竞聘比例不低于5%。", None, "各中心学校", "2025年8月", """
             交流轮岗教师120—150名 | 交流轮岗教师 | range 120-150 名
             跨校竞聘比例不低于5% | 跨校竞聘比例 | >= 5 %""", "县管校聘 教师交流轮岗"),
            ("弘扬教育家精神涵养师德师风", "选树师德标兵50名，师德失范案件查处率达到100%，表扬乡村优秀教师100名。", None,
             "教育工会", "2025年9月", """
             选树师德标兵50名 | 师德标兵 | = 50 名
             师德失范案件查处率达到100% | 师德失范案件查处率 | = 100 %
             表扬乡村优秀教师100名 | 表扬的乡村优秀教师 | = 100 名""", "教育家精神 师德师风"),
            ("实施名师名校长培养工程项目", "新增市级以上骨干教师40名、学科带头人8名，组建名师工作坊15个。", "教师进修学校",
             "教研室", "2025年12月", """
             新增市级以上骨干教师40名 | 新增市级以上骨干教师 | increase 40 名
             学科带头人8名 | 新增市级以上学科带头人 | increase 8 名
             组建名师工作坊15个 | 名师工作坊 | = 15 个""", "名师培养 名校长培养"),
        ]),
        ("夯实教育高质量发展支撑", [
            ("加快推进重点教育项目建设", "实施教育项目21个，完成年度投资2.3亿元以上，县第三中学新校区投入使用。", "项目办",
             "计财股、县重点工程建设中心", "2025年12月", """
             实施教育项目21个 | 教育项目 | = 21 个
             完成年度投资2.3亿元以上 | 教育项目年度投资 | >= 230000000 元""", "学校建设项目"),
            ("全面推进教育数字化转型工作", "人工智能教育试点校10所，智慧课堂班级覆盖率达到85%，教师数字素养培训1200人次。", "电教馆",
             "教研室", "2025年11月", """
             人工智能教育试点校10所 | 人工智能教育试点校 | = 10 所
             智慧课堂班级覆盖率达到85% | 智慧课堂班级覆盖率 | = 85 %
             教师数字素养培训1200人次 | 教师数字素养培训 | = 1200 人次""", "教育数字化 人工智能教育"),
            ("健全学生资助精准保障体系", "发放资助资金约1800万元，建档率100%，不让一名学生因家庭困难失学。", "学生资助中心", "/", "全年", """
             发放资助资金约1800万元 | 发放的学生资助资金 | ~ 18000000 元
             建档率100% | 受助学生建档率 | = 100 %""", "学生资助"),
            ("坚决守牢校园安全稳定底线", "校园安防“四个100%”持续达标，安全隐患排查整改率达到100%，开展防溺水宣传8万人次。", "安全股",
             "县公安局、县交通运输局、各中心学校", "长期", """
             “四个100%”持续达标 | 校园安防“四个100%” | = 100 % | minor
             安全隐患排查整改率达到100% | 安全隐患排查整改率 | = 100 %
             开展防溺水宣传8万人次 | 防溺水宣传 | = 80000 人次""", "校园安全 防溺水"),
        ]),
    ]
    shown = [t.head["title"]]
    note = "注：“协助单位”栏中未列明的县直单位按职能予以配合。各责任股室须于每季度末月20日前报送进展情况。"
    address = "皋岭县教育局　地址：安徽省六安市皋岭县文昌路18号　邮编：237000"
    head = """<thead><tr><th rowspan=2 style="width:5%">序号</th><th rowspan=2 style="width:17%">工作任务</th>
      <th rowspan=2>目标要求</th><th colspan=2>责任分工</th><th rowspan=2 style="width:10%">完成时间</th></tr>
      <tr><th style="width:12%">责任股室<br>（单位）</th><th style="width:15%">协助单位</th></tr></thead>"""
    rows, number = "", 0
    for mark, (title, items) in zip("一二三四五", groups):
        goal, units = t.goal(title), ""
        rows += f'<tr><td colspan=6 class="group">{mark}、{title}</td></tr>'
        shown.append(f"{mark}、{title}")
        for i, (task, aim, unit, helpers, limit, numbers, concepts) in enumerate(items):
            number += 1
            units = unit or units
            span = 1
            while unit and i + span < len(items) and items[i + span][2] is None:
                span += 1
            merged = f'<td rowspan={span} class="mid">{unit}</td>' if unit else ""
            rows += (f'<tr><td class="mid">{number}</td><td>{task}</td><td>{aim}</td>{merged}<td>{helpers}</td>'
                     f'<td class="mid">{limit}</td></tr>')
            shown += [str(number), task, aim, unit or "", helpers, limit]
            t.task(goal, str(number), f"{task}\n{aim}", f"R {units}" + ("" if helpers == "/" else f"; C {helpers}"),
                   numbers, concepts, annex=True, starts=task)
    shown += [note, address]
    print_html(f"""<style>
      @page {{ size: A4 portrait; margin: 16mm 14mm 18mm; @bottom-center {{ content: "第 " counter(page) " 页 共 " counter(pages) " 页";
               font: 9pt "Noto Sans CJK SC" }} }}
      body {{ font: 10.5pt/1.45 "Noto Serif CJK SC"; margin: 0 }} h1 {{ font-size: 17pt; text-align: center }}
      table {{ border-collapse: collapse; width: 100%; table-layout: fixed }} td, th {{ border: 0.6pt solid #000; padding: 2.5pt 4pt }}
      tr {{ break-inside: avoid }} .mid {{ text-align: center }} .group {{ font-weight: bold; background: #eee }}
      </style><h1>{t.head["title"]}</h1><table>{head}<tbody>{rows}</tbody></table><p>{note}</p><p style="font-size:9pt">{address}</p>""",
               t.file)
    t.save(shown)


def zelan() -> None:
    """PDF, five-year plan: cover, chapters, an indicator table with group and merged cells, ruled boxes with projects."""
    t = Truth("zelan-2021-2025-plan.pdf", title="泽岚市“十四五”教育事业发展规划", genre="plan", issuer="泽岚市教育局",
              locality="泽岚市", period=[2021, 2025], published=None)
    # group, indicator, sub-indicator, unit, base, target, attribute, comparator of the target
    table = [
        ("学前教育", "学前三年毛入园率", "", "%", "90.5", "93以上", "预期性", ">="),
        ("学前教育", "普惠性幼儿园覆盖率", "", "%", "84.6", "≥90", "约束性", ">="),
        ("学前教育", "公办园在园幼儿占比", "", "%", "47.3", "60", "预期性", "="),
        ("义务教育", "九年义务教育巩固率", "", "%", "97.2", "98.5", "约束性", "="),
        ("义务教育", "义务教育大班额比例", "", "%", "4.8", "≤1", "约束性", "<="),
        ("义务教育", "国家义务教育优质均衡发展县（市、区）", "", "个", "0", "3", "预期性", "="),
        ("高中阶段教育", "高中阶段毛入学率", "", "%", "92.1", "95左右", "预期性", "~"),
        ("高中阶段教育", "省级示范性普通高中", "", "所", "14", "20", "预期性", "="),
        ("职业教育", "高水平中职专业群", "", "个", "6", "15", "预期性", "="),
        ("职业教育", "“双师型”教师占专业课教师比例", "", "%", "48", "60以上", "约束性", ">="),
        ("教师队伍", "专任教师本科及以上学历比例", "小学", "%", "71.4", "85", "预期性", "="),
        ("教师队伍", "专任教师本科及以上学历比例", "初中", "%", "90.2", "95", "预期性", "="),
        ("教师队伍", "特级教师", "", "人", "86", "120", "预期性", "="),
        ("终身教育", "劳动年龄人口平均受教育年限", "", "年", "10.4", "11.2", "约束性", "="),
        ("终身教育", "从业人员继续教育", "", "万人次", "21.5", "30", "预期性", "="),
        ("保障条件", "智慧校园占中小学校比例", "", "%", "32", "80", "预期性", "="),
        ("保障条件", "一般公共预算教育支出", "", "—", "—", "只增不减", "约束性", ""),
    ]
    base_text = ("“十三五”时期，全市教育事业取得长足进步，新建、改扩建学校128所，新增学位6.2万个，教育普及水平、教育质量和服务能力迈上新台阶，"
                 "同时教育发展不平衡不充分问题仍然突出。")
    chapters = [
        ("落实立德树人根本任务", [
            item("构建大思政育人格局。推动思政课程与课程思政同向同行，遴选市级思政示范课程120门，建设大中小学思政课一体化共同体15个。",
                 "", """
                 遴选市级思政示范课程120门 | 市级思政示范课程 | = 120 门
                 建设大中小学思政课一体化共同体15个 | 大中小学思政课一体化共同体 | = 15 个""", "思政课一体化 课程思政"),
            item("促进学生身心健康。到2023年，中小学心理辅导室实现全覆盖；到2025年，学生体质健康优良率达到55%以上，"
                 "儿童青少年总体近视率每年下降0.5个百分点。", "", """
                 学生体质健康优良率达到55%以上 | 学生体质健康优良率 | >= 55 %
                 儿童青少年总体近视率每年下降0.5个百分点 | 儿童青少年总体近视率每年下降 | decrease 0.5 个百分点""",
                 "心理健康教育 学生体质健康 近视防控"),
            item("加强美育和劳动教育。建成市级艺术教育特色学校50所、劳动教育实验学校40所，推动每个县（市、区）建设1个综合实践基地。",
                 "", """
                 建成市级艺术教育特色学校50所 | 市级艺术教育特色学校 | = 50 所
                 劳动教育实验学校40所 | 劳动教育实验学校 | = 40 所
                 每个县（市、区）建设1个综合实践基地 | 每个县（市、区）综合实践基地 | = 1 个""", "美育 劳动教育"),
        ], None),
        ("建设高质量基础教育体系", [
            item("普及普惠发展学前教育。完善普惠性学前教育保障机制，城镇小区配套幼儿园治理完成率达到100%，支持幼儿园开设托班。", "", """
                 城镇小区配套幼儿园治理完成率达到100% | 城镇小区配套幼儿园治理完成率 | = 100 %""",
                 "学前教育普及普惠 托育服务"),
            item("优质均衡发展义务教育。推进城乡学校共同体建设，乡村学校结对帮扶率到2022年达到80%，到2025年达到100%。", "", """
                 乡村学校结对帮扶率到2022年达到80% | 乡村学校结对帮扶率 | = 80 % | 2022
                 到2025年达到100% | 乡村学校结对帮扶率 | = 100 % | 2025""", "义务教育优质均衡 城乡学校共同体"),
            item("多样特色发展普通高中。深化育人方式改革，打造特色高中12—15所，培育省级学科基地30个。", "", """
                 打造特色高中12—15所 | 特色高中 | range 12-15 所
                 培育省级学科基地30个 | 省级学科基地 | = 30 个""", "普通高中特色发展 普通高中育人方式改革"),
            item("优质融合发展特殊教育。健全特殊教育体系，适龄残疾儿童少年义务教育入学率不低于97%。", "", """
                 适龄残疾儿童少年义务教育入学率不低于97% | 适龄残疾儿童少年义务教育入学率 | >= 97 %""",
                 "特殊教育 融合教育"),
        ], ("专栏1　基础教育扩容提质工程", [
            item("幼儿园新建改扩建工程。新建、改扩建公办幼儿园90所，新增学位2.4万个。", "", """
                 新建、改扩建公办幼儿园90所 | 新建、改扩建公办幼儿园 | = 90 所
                 新增学位2.4万个 | 新增幼儿园学位 | increase 24000 个""", "学前教育普及普惠"),
            item("义务教育学位攻坚工程。新建、改扩建义务教育学校65所，估算总投资38亿元。", "", """
                 新建、改扩建义务教育学校65所 | 新建、改扩建义务教育学校 | = 65 所
                 估算总投资38亿元 | 义务教育学位攻坚工程估算总投资 | = 3800000000 元""", "学位供给"),
            item("县中提升工程。改善22所县中办学条件，每所县中至少与1所市区优质高中结对。", "", """
                 改善22所县中办学条件 | 改善办学条件的县中 | = 22 所
                 每所县中至少与1所市区优质高中结对 | 每所县中结对的市区优质高中 | >= 1 所""", "县中振兴"),
        ])),
        ("增强职业教育适应性", [
            item("优化职业教育布局。整合撤并中等职业学校8所，在校生5000人以上的学校达到6所，职普协调发展。", "", """
                 整合撤并中等职业学校8所 | 整合撤并的中等职业学校 | = 8 所
                 在校生5000人以上 | 中等职业学校在校生 | >= 5000 人 | minor
                 学校达到6所 | 在校生5000人以上的中等职业学校 | = 6 所""", "职业教育布局 普职协调"),
            item("深化产教融合校企合作。培育产教融合型企业60家以上，建设市级产业学院10个，推行中国特色学徒制。", "", """
                 培育产教融合型企业60家以上 | 产教融合型企业 | >= 60 家
                 建设市级产业学院10个 | 市级产业学院 | = 10 个""", "产教融合 现代学徒制"),
            item("服务技能型社会建设。五年开展各类职业技能培训40万人次，社区教育机构覆盖率达到95%左右。", "", """
                 五年开展各类职业技能培训40万人次 | 各类职业技能培训 | = 400000 人次
                 社区教育机构覆盖率达到95%左右 | 社区教育机构覆盖率 | ~ 95 %""", "职业技能培训 社区教育"),
        ], None),
        ("打造高素质专业化教师队伍", [
            item("加强师德师风建设。完善师德考核负面清单，每年评选“泽岚最美教师”20名，引导教师争做“四有”好老师。", "", """
                 每年评选“泽岚最美教师”20名 | 每年评选的“泽岚最美教师” | = 20 名""", "师德师风 四有好老师"),
            item("健全教师补充机制。五年补充中小学、幼儿园教师9000名左右，乡村定向师范生培养规模不少于1200名。", "", """
                 补充中小学、幼儿园教师9000名左右 | 补充的中小学、幼儿园教师 | ~ 9000 名
                 乡村定向师范生培养规模不少于1200名 | 乡村定向师范生培养规模 | >= 1200 名""", "教师补充 乡村教师"),
            item("深化教师管理改革。全面推行“县管校聘”，城镇学校交流轮岗教师每年不低于应交流人数的10%。", "", """
                 交流轮岗教师每年不低于应交流人数的10% | 城镇学校交流轮岗教师占应交流人数的比例 | >= 10 %""",
                 "县管校聘 教师交流轮岗"),
        ], ("专栏2　“泽岚英才”教育人才工程", [
            item("名师名校长培育计划。培养市级名师300名、名校（园）长100名，建设名师工作室80个。", "", """
                 培养市级名师300名 | 市级名师 | = 300 名
                 名校（园）长100名 | 名校（园）长 | = 100 名
                 建设名师工作室80个 | 名师工作室 | = 80 个""", "名师培养 名师工作室"),
            item("教师能力提升计划。每年培训教师3万人次，教师信息技术应用能力达标率达到98%。", "", """
                 每年培训教师3万人次 | 每年培训教师 | = 30000 人次
                 教师信息技术应用能力达标率达到98% | 教师信息技术应用能力达标率 | = 98 %""", "教师培训"),
        ])),
        ("推进教育治理现代化", [
            item("加快教育数字化转型。建成泽岚智慧教育云平台，2023年中小学无线网络覆盖率达到90%，建设“未来学校”试点20所。", "", """
                 2023年中小学无线网络覆盖率达到90% | 中小学无线网络覆盖率 | = 90 % | 2023
                 建设“未来学校”试点20所 | “未来学校”试点 | = 20 所""", "教育数字化 智慧校园"),
            item("深化教育评价改革。落实《深化新时代教育评价改革总体方案》，坚决克服“五唯”顽疾，建立教育质量监测制度。", "",
                 "", "教育评价改革"),
            item("规范校外培训行为。落实“双减”部署，学科类培训机构压减80%以上，课后服务学校覆盖率达到100%。", "", """
                 学科类培训机构压减80%以上 | 学科类培训机构压减比例 | >= 80 %
                 课后服务学校覆盖率达到100% | 课后服务学校覆盖率 | = 100 %""", "双减 校外培训治理 课后服务"),
        ], None),
        ("保障措施", [
            item("加强党的领导。健全党委统一领导、党政齐抓共管、部门各负其责的教育领导体制。"),
            item("加大经费投入。全市财政性教育经费五年累计投入不低于420亿元，逐步提高生均公用经费标准。", "", """
                 财政性教育经费五年累计投入不低于420亿元 | 财政性教育经费五年累计投入 | >= 42000000000 元""", "教育经费保障"),
            item("强化监测评估。建立规划实施年度监测、中期评估和终期评估制度，评估结果向社会公布。", "", "", "教育督导"),
        ], None),
    ]

    shown = [t.head["title"], "泽岚市教育局", "2021年11月", base_text]
    body = (f'<section class="cover"><h1>{t.head["title"]}</h1><p class="c">泽岚市教育局</p><p class="c">2021年11月</p></section>'
            f'<h2>第一章　发展基础</h2><p>{base_text}</p><h2>第二章　总体要求</h2>'
            '<p>高举中国特色社会主义伟大旗帜，全面贯彻党的教育方针，坚持教育优先发展，加快推进教育现代化，建设区域教育高地，'
            '办好人民满意的教育。</p>'
            '<p>到2025年，全市教育总体发展水平进入全省前列，高质量教育体系基本形成，主要指标见表1。</p>'
            '<p class="c">表1　“十四五”时期泽岚市教育事业发展主要指标</p><table class="main"><thead><tr><th>类别</th><th colspan=2>指标名称</th>'
            '<th>单位</th><th>2020年基数</th><th>2025年目标</th><th>属性</th></tr></thead><tbody>')
    t.number("新建、改扩建学校128所 | “十三五”时期新建、改扩建学校 | = 128 所 | 2020 actual minor", None, base_text)
    t.number("新增学位6.2万个 | “十三五”时期新增学位 | increase 62000 个 | 2020 actual minor", None, base_text)
    for i, (group, name, sub, unit, base, target, attribute, comparator) in enumerate(table):
        def span(column: int) -> str:
            """A cell of the first row of its block, merged over the block."""
            if i and table[i - 1][column] == table[i][column]:
                return ""
            size = sum(1 for row in table[i:] if row[column] == table[i][column])
            return f'<td rowspan={size} class="name">{table[i][column]}</td>'
        label = span(1) + f"<td>{sub}</td>" if sub else f'<td colspan=2 class="name">{name}</td>'
        cells = "".join(f"<td>{x}</td>" for x in (unit, base, target, attribute))
        body += f"<tr>{span(0)}{label}{cells}</tr>"
        shown += [group, name, sub, unit, base, target, attribute]
        if not comparator:
            continue
        factor, plain_unit = (10000, unit[1:]) if unit.startswith("万") else (1, unit)
        for text, sign, due in ((base, "=", "2020 actual"), (target, comparator, "2025")):
            value = round(float(re.search(r"[\d.]+", text)[0]) * factor, 6)
            t.number(f"{text} | {name}{f'（{sub}）' if sub else ''} | {sign} {value:g} {plain_unit} | {due}", None, text)
    body += "</tbody></table>"
    for chapter, (title, items, box) in zip("三四五六七八", chapters):
        goal = t.goal(title)
        body += f"<h2>第{chapter}章　{title}</h2>"
        shown.append(f"第{chapter}章　{title}")
        for mark, (text, owners, numbers, concepts) in zip("一二三四五", items):
            lead, dot, rest = text.partition("。")
            body += f"<p><b>（{mark}）{lead}{dot}</b>{rest}</p>"
            shown.append(f"（{mark}）{text}")
            t.task(goal, mark, text, owners, numbers, concepts)
        if box:
            body += f'<table class="box"><tr><th>{box[0]}</th></tr><tr><td>'
            shown.append(box[0])
            for number, (text, owners, numbers, concepts) in enumerate(box[1], 1):
                body += f"<p>{number}. {text}</p>"
                shown.append(f"{number}. {text}")
                t.task(goal, str(number), text, owners, numbers, concepts)
            body += "</td></tr></table>"
    print_html("""<style>
      @page { size: A4; margin: 28mm 26mm; @top-center { content: "泽岚市“十四五”教育事业发展规划"; font: 9pt "Noto Serif CJK SC" }
              @bottom-center { content: "- " counter(page) " -"; font: 10pt "Noto Serif CJK SC" } }
      body { font: 14pt/1.9 "Noto Serif CJK SC"; margin: 0 } p { text-indent: 2em; text-align: justify; margin: 0 }
      h1 { font-size: 26pt; margin: 0 0 90mm } h1, h2, .c { text-align: center; text-indent: 0 } h2 { font-size: 16pt; break-after: avoid }
      .cover { break-after: page; padding-top: 60mm } table { border-collapse: collapse; width: 100%; font-size: 11pt; margin: 8pt 0 }
      td, th { border: 0.6pt solid #000; padding: 2pt 5pt; text-align: center } tr { break-inside: avoid } .box td { text-align: left }
      .box { break-inside: auto } .main td, .main th { white-space: nowrap; padding: 2pt 4pt } .main td.name { white-space: normal }
      </style>""" + body, t.file)
    t.save(shown, ["深化新时代教育评价改革总体方案"])


if __name__ == "__main__":
    for write in (xiyan, yunbo, yanpu, huailing, liaopu, zhuya, gaoling, zelan):
        write()
