"""Write the held-out gold documents that come as web pages, sheets, CSV, Markdown and odd plain text.

Each `Doc` holds what is true of one document; its `write` puts the file and NAME.json side by side, after it
has read the file back and found every quoted string in what a reader sees.
A fact is written `quote | measure | SIGN VALUE UNIT`: SIGN is = >= <= ~ + (increase) - (decrease) or # (range,
`#3-5所`); then follow `@2023` (due, where it is not the task's last year), `^` (actual) or `!` (a reader could
leave the number out). Owners are written `L:a,b C:c R:d` for lead, cooperating and responsible units.
"""
from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from lxml import html as lxml_html
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font

HERE = Path(__file__).parent
ROLES = {"L": "lead", "R": "responsible", "C": "cooperating"}
SIGNS = {"=": "=", ">=": ">=", "<=": "<=", "~": "~", "+": "increase", "-": "decrease", "#": "range"}
FACT = re.compile(r"(>=|<=|[=~+#-])([\d.]+)(?:-([\d.]+))?([^@!^]*)(?:@(\d{4}))?(\^?)(!?)$")
CHINESE = re.compile(r"[一二两三四五六七八九十百千半]")


def number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


class Doc:
    """One document's truth, gathered while its text is written down."""

    def __init__(self, file: str, **document: Any) -> None:
        self.file = file
        fields: dict[str, Any] = {"title": None, "genre": "plan", "issuer": None, "locality": None, "adcode": None,
                  "ancestors": [], "period": None, "published": None}
        self.document = {**fields, **document}
        self.goals: list[dict] = []
        self.tasks: list[dict] = []
        self.texts: dict[str, str] = {}
        self.facts: list[dict] = []
        self.citations: list[str] = []
        self.topics: dict[str, list[str]] = {}

    def goal(self, title: str, core: bool = True) -> str:
        self.goals.append({"id": f"g{len(self.goals) + 1}", "title": title, "core": core})
        return title

    def task(self, text: str, owners: str = "", facts: str = "", about: str = "", *, num: str | None = None,
             goal: str | None = "", annex: bool = False, starts: str | None = None, ends: str | None = None,
             year: int | None = None, status: str = "planned") -> str:
        """Note a task under the last goal (or `goal`: an id, or None) and give back its text."""
        key = f"t{len(self.tasks) + 1}"
        period = [year, year] if year else self.document["period"]
        named = [{"name": name, "role": ROLES[part[0]], "explicit": True}
                 for part in owners.split() for name in part[2:].split(",")]
        nobody = {"name": self.document["issuer"], "role": "responsible", "explicit": False}
        record = {"id": key, "goal": self.goals[-1]["id"] if goal == "" else goal, "number": num,
                  "starts": starts or text[:20], "ends": ends or text.split("\n")[-1].strip(" -")[-20:],
                  "period": period, "status": status,
                  "owners": named or [nobody], "core": True}
        if annex:
            record["annex"] = True
        self.tasks.append(record)
        self.texts[key] = text
        for line in filter(None, map(str.strip, facts.splitlines())):
            self.fact(line, key, period[1], "actual" if status == "reported" else "target")
        for label in filter(None, about.split("、")):
            self.topics.setdefault(label, []).append(key)
        return text

    def fact(self, line: str, task: str | None, due: int, kind: str) -> None:
        quote, measure, figure = (part.strip() for part in line.split("|"))
        found = FACT.match(figure)
        assert found, line
        sign, value, upper, unit, year, actual, spare = found.groups()
        assert value in quote.replace(",", "") or re.search("[万亿]", quote) or CHINESE.search(quote) or task is None, line
        self.facts.append({"task": task, "quote": quote, "measure": measure, "comparator": SIGNS[sign],
                           "value": number(value), "upper": number(upper) if upper else None, "unit": unit.strip(),
                           "due": int(year) if year else due, "kind": "actual" if actual else kind,
                           "core": not spare})

    def check(self, seen: list[str]) -> None:
        """Assert that each quoted string stands in one of the blocks that a reader sees."""
        wanted = [self.document["title"], self.document["issuer"], self.document["locality"]]
        wanted += [g["title"] for g in self.goals] + self.citations
        wanted += [t[k] for t in self.tasks for k in ("starts", "ends")] + [f["quote"] for f in self.facts]
        wanted += [o["name"] for t in self.tasks for o in t["owners"] if o["explicit"]]
        for text in filter(None, wanted):
            assert any(text in block for block in seen), f"{self.file}: {text!r} is not in the text"
        ids = {t["id"] for t in self.tasks}
        assert all(f["task"] in ids | {None} for f in self.facts)
        assert all(t["goal"] in {g["id"] for g in self.goals} | {None} for t in self.tasks)
        for key, text in self.texts.items():
            assert all(f["quote"] in text for f in self.facts if f["task"] == key), (self.file, key)

    def write(self, content: bytes, seen: Callable[[Path], list[str]]) -> None:
        """Write the document and its truth; `seen` gives the visible blocks of the written file."""
        path = HERE / self.file
        path.write_bytes(content)
        self.check(seen(path))
        truth = {"file": self.file, "document": self.document, "goals": self.goals, "tasks": self.tasks,
                 "indicators": self.facts, "citations": self.citations,
                 "concepts": [{"label": label, "tasks": keys} for label, keys in self.topics.items()]}
        path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(f"{self.file}: {len(self.goals)} goals, {len(self.tasks)} tasks, {len(self.facts)} indicators")


def seen_in_html(path: Path) -> list[str]:
    """Visible text by line: blocks and <br> end a line, no-break spaces count as spaces."""
    raw = path.read_bytes()
    page = raw.decode("gb18030" if b"charset=gb2312" in raw else "utf-8")
    tree: Any = lxml_html.document_fromstring(page.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    for node in tree.xpath("//script|//style|//head"):
        node.drop_tree()
    for node in tree.xpath("//p|//br|//div|//td|//th|//li|//h1"):
        node.tail = "\n" + (node.tail or "")
    return tree.text_content().splitlines()


def seen_in_text(path: Path) -> list[str]:
    return [path.read_bytes().decode("utf-8")]


def seen_in_csv(path: Path) -> list[str]:
    rows = csv.reader(io.StringIO(path.read_bytes().decode("gb18030"), newline=""))
    return [cell for row in rows for cell in row]


def seen_in_sheets(path: Path) -> list[str]:
    """Text of all cells; a number as its format shows it."""
    cells = [c for sheet in load_workbook(path) for row in sheet.iter_rows() for c in row if c.value is not None]
    shows: dict[str, Callable[[Any], str]] = {"0%": lambda v: f"{v * 100:.0f}%", "0.0%": lambda v: f"{v * 100:.1f}%", "#,##0": lambda v: f"{v:,}",
             "General": str, "0.0": lambda v: f"{v:.1f}"}
    return [c.value if isinstance(c.value, str) else shows[c.number_format](c.value) for c in cells]


def same_bytes(book: Workbook) -> bytes:
    """The workbook as bytes that do not depend on the clock."""
    first, second = io.BytesIO(), io.BytesIO()
    book.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2025-01-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return second.getvalue()


def seen_in_markdown(path: Path) -> list[str]:
    """Paragraphs and cells without the marks of Markdown."""
    text = re.sub(r"\*+|^\s*(?:#+|>|-|\d+\.)\s+", "", path.read_bytes().decode("utf-8"), flags=re.M)
    return re.split(r"\n\n|\|", text.replace("<br>", "\n"))


# --- 若岭县: an old county site in GB2312, the whole report in one <div> with <br> and &nbsp; --------------------

def ruoling() -> None:
    d = Doc("ruoling-2018-summary-2019-plan.html", title="若岭县教育局2018年工作总结和2019年工作思路", genre="summary",
            issuer="若岭县教育局", locality="若岭县", period=[2018, 2019], published="2018-12-26")
    lines = ["2018年，全县教育系统在县委、县政府的坚强领导下，紧扣“办好山区人民满意教育”这一主题，攻坚克难，"
             "各项工作取得新进展。现将有关情况总结如下：", "第一部分　2018年工作完成情况"]

    def done(num: str, text: str, facts: str, about: str) -> None:
        lines.append(f"（{num}）" + d.task(text, "", facts, about, num=num, year=2018, status="reported"))

    lines.append("一、" + d.goal("坚持党建统领，凝聚发展合力"))
    done("一", "组织建设不断夯实。全面推行党支部“五有五星”创建，调整优化学校党支部14个，发展教师党员37名，开展专题督导两轮，"
         "打造“红烛先锋”党建品牌6个。", """
         调整优化学校党支部14个 | 调整优化学校党支部 | =14个
         发展教师党员37名 | 发展教师党员 | =37名
         开展专题督导两轮 | 专题督导轮次 | =2轮!
         打造“红烛先锋”党建品牌6个 | “红烛先锋”党建品牌 | =6个""", "党建工作、党支部标准化建设")
    done("二", "廉政教育走深走实。开展廉政谈话128人次，查处违规补课问题3起，通报典型案例2起，修订《若岭县教育系统正风肃纪十条规定》，"
         "行风评议群众满意率达到96.4%。", """
         开展廉政谈话128人次 | 廉政谈话 | =128人次
         查处违规补课问题3起 | 查处违规补课问题 | =3起
         通报典型案例2起 | 通报典型案例 | =2起
         行风评议群众满意率达到96.4% | 行风评议群众满意率 | =96.4%""", "党风廉政建设、违规补课治理")
    done("三", "宣传阵地持续巩固。“若岭教育”公众号全年推送信息412条，总阅读量突破60万人次，20余篇稿件被省级以上媒体采用。", """
         全年推送信息412条 | “若岭教育”公众号推送信息 | =412条
         总阅读量突破60万人次 | “若岭教育”公众号总阅读量 | >=600000人次
         20余篇稿件被省级以上媒体采用 | 被省级以上媒体采用的稿件 | >=20篇""", "教育宣传")
    lines.append("二、" + d.goal("坚持项目带动，办学条件明显改善"))
    done("一", "校舍建设提速增效。全年投入资金1.36亿元，实施“全面改薄”项目29个，新建校舍4.2万平方米，城东新区九年一贯制学校"
         "9月1日如期开学，新增学位1800个。", """
         全年投入资金1.36亿元 | 校舍建设投入资金 | =136000000元
         实施“全面改薄”项目29个 | 实施“全面改薄”项目 | =29个
         新建校舍4.2万平方米 | 新建校舍面积 | =42000平方米
         新增学位1800个 | 新增学位 | +1800个""", "薄弱学校改造、学位供给")
    done("二", "大班额有效化解。严格执行消除大班额专项规划，全县消除超大班额86个，义务教育大班额比例控制在4%以内，起始年级全部按标准班额招生。", """
         全县消除超大班额86个 | 消除超大班额 | =86个
         义务教育大班额比例控制在4%以内 | 义务教育大班额比例 | <=4%""", "消除大班额")
    done("三", "信息装备提档升级。为32所农村学校更换计算机1150台，建成录播教室11间，中小学互联网接入率达100%，“专递课堂”覆盖教学点45个。", """
         为32所农村学校更换计算机 | 更换计算机的农村学校 | =32所
         更换计算机1150台 | 农村学校更换计算机 | =1150台
         建成录播教室11间 | 录播教室 | =11间
         中小学互联网接入率达100% | 中小学互联网接入率 | =100%
         “专递课堂”覆盖教学点45个 | “专递课堂”覆盖的教学点 | =45个""", "教育信息化、专递课堂")
    lines.append("三、" + d.goal("坚持改革创新，队伍活力有效激发"))
    done("一", "教师补充渠道不断拓宽。公开招聘教师146名，其中特岗教师60名，引进公费师范生12名，补充总量比上年增加21人。", """
         公开招聘教师146名 | 公开招聘教师 | =146名
         其中特岗教师60名 | 招聘特岗教师 | =60名
         引进公费师范生12名 | 引进公费师范生 | =12名
         比上年增加21人 | 教师补充总量比上年增加 | +21人""", "教师队伍建设、特岗教师")
    done("二", "“县管校聘”改革破冰。在3个学区先行试点，交流轮岗校长18名、教师205名，交流教师占应交流人数的比例达11.5%。", """
         在3个学区先行试点 | “县管校聘”试点学区 | =3个
         交流轮岗校长18名 | 交流轮岗校长 | =18名
         教师205名 | 交流轮岗教师 | =205名
         占应交流人数的比例达11.5% | 交流教师占应交流人数的比例 | =11.5%""", "县管校聘、教师交流")
    done("三", "研修培训提质扩面。组织“国培”“省培”及县级培训62期，参训教师近4000人次，评选县级名师30名、骨干教师90名。", """
         县级培训62期 | “国培”“省培”及县级培训期数 | =62期
         参训教师近4000人次 | 参训教师 | ~4000人次
         评选县级名师30名 | 评选县级名师 | =30名
         骨干教师90名 | 评选县级骨干教师 | =90名""", "教师培训")
    lines.append("四、" + d.goal("坚持内涵发展，育人质量稳步提高"))
    done("一", "学前教育普惠发展。学前三年毛入园率达到87.6%，比上年提高2.3个百分点；认定普惠性民办园9所，取缔无证园13所。", """
         学前三年毛入园率达到87.6% | 学前三年毛入园率 | =87.6%
         比上年提高2.3个百分点 | 学前三年毛入园率比上年提高 | +2.3个百分点
         认定普惠性民办园9所 | 认定普惠性民办园 | =9所
         取缔无证园13所 | 取缔无证园 | =13所""", "普惠性幼儿园、无证园治理")
    done("二", "控辍保学成效显著。落实“七长”责任制，劝返适龄学生74人，建档立卡贫困家庭学生无一失学，义务教育巩固率达94.8%。", """
         劝返适龄学生74人 | 劝返适龄学生 | =74人
         义务教育巩固率达94.8% | 义务教育巩固率 | =94.8%""", "控辍保学、教育扶贫")
    done("三", "高中质量再创新高。县一中通过省级示范高中复评，高考本科上线623人，一本上线率较去年提高1.9个百分点，"
         "被全国重点高校录取41人。", """
         高考本科上线623人 | 高考本科上线人数 | =623人
         一本上线率较去年提高1.9个百分点 | 一本上线率较去年提高 | +1.9个百分点
         被全国重点高校录取41人 | 被全国重点高校录取人数 | =41人""", "普通高中教育、高考质量")
    done("四", "资助政策全面兑现。发放各类资助资金2680万元，惠及学生3.1万人次，办理生源地信用助学贷款2017笔。", """
         发放各类资助资金2680万元 | 发放各类资助资金 | =26800000元
         惠及学生3.1万人次 | 资助惠及学生 | =31000人次
         办理生源地信用助学贷款2017笔 | 生源地信用助学贷款 | =2017笔""", "学生资助")
    lines += ["回顾一年来的工作，我们也清醒地看到，城镇学位仍然紧张，乡村教师结构性缺员尚未根本解决，优质教育资源总量不足，"
              "需要在今后工作中认真加以解决。", "第二部分　" + d.goal("2019年工作思路")]

    def next_year(num: str, text: str, facts: str, about: str) -> None:
        lines.append(f"{num}、" + d.task(text, "", facts, about, num=num, year=2019))

    next_year("1", "全力冲刺义务教育基本均衡国家验收。对照标准逐校过堂，确保9月底前完成49所学校问题整改销号。", """
              完成49所学校问题整改销号 | 完成问题整改销号的学校 | =49所""", "义务教育均衡发展")
    next_year("2", "加快补齐学前教育短板。新建公办幼儿园5所，改扩建2所，公办园在园幼儿占比提高到45%以上，毛入园率力争达到90%。", """
              新建公办幼儿园5所 | 新建公办幼儿园 | =5所
              改扩建2所 | 改扩建公办幼儿园 | =2所
              公办园在园幼儿占比提高到45%以上 | 公办园在园幼儿占比 | >=45%
              毛入园率力争达到90% | 学前三年毛入园率 | =90%""", "普惠性幼儿园")
    next_year("3", "全面推开“县管校聘”。所有学区完成首轮竞聘，城乡教师交流不少于230人，招聘紧缺学科教师120名左右。", """
              城乡教师交流不少于230人 | 城乡教师交流人数 | >=230人
              招聘紧缺学科教师120名左右 | 招聘紧缺学科教师 | ~120名""", "县管校聘、教师交流、教师队伍建设")
    next_year("4", "深化课堂教学改革。推广“导学互动”教学模式，建设课改样板校8—10所，每所学校每学期开展全员赛课1次。", """
              建设课改样板校8—10所 | 课改样板校 | #8-10所
              每学期开展全员赛课1次 | 每学期全员赛课次数 | =1次!""", "课堂教学改革")
    next_year("5", "推进职业教育转型。县职教中心新开设专业3个，与县内15家企业签订校企合作协议，毕业生就业率稳定在95%以上。", """
              新开设专业3个 | 县职教中心新开设专业 | =3个
              与县内15家企业签订校企合作协议 | 签订校企合作协议的企业 | =15家
              毕业生就业率稳定在95%以上 | 职教中心毕业生就业率 | >=95%""", "职业教育、校企合作")
    next_year("6", "守牢校园安全底线。完成校园“三防”建设三年行动收官任务，专职保安配备率、一键报警装置安装率均达到100%，切实保障师生平安。", """
              一键报警装置安装率均达到100% | 专职保安配备率、一键报警装置安装率 | =100%""", "校园安全")
    d.citations = ["若岭县教育系统正风肃纪十条规定"]
    body = "<br>\n<br>\n".join("&nbsp;&nbsp;&nbsp;&nbsp;" + escape(line, quote=False) for line in lines)
    menu = "".join(f'<td width="90"><a href="/{n}/">{t}</a></td>' for n, t in enumerate(
        ["网站首页", "走进若岭", "新闻中心", "政务公开", "办事服务", "互动交流"]))
    page = f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>若岭县教育局2018年工作总结和2019年工作思路-若岭县人民政府门户网站</title>
<style>.big{{font-size:16px}}</style><script language="javascript">function doZoom(n){{document.getElementById('zoom').style.fontSize=n+'px'}}</script>
</head><body bgcolor="#FFFFFF">
<table width="980" align="center"><tr>{menu}</tr></table>
<table width="980" align="center"><tr><td>今天是2019年1月8日&nbsp;星期二&nbsp;&nbsp;县城天气：多云 3℃～11℃</td>
<td align="right"><a href="#">设为首页</a>｜<a href="#">加入收藏</a>｜<a href="#">手机版</a></td></tr></table>
<table width="980" align="center"><tr><td>您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="/zwgk/">政务公开</a> &gt;&gt;
<a href="/ghjh/">规划计划</a> &gt;&gt; 正文</td></tr></table>
<table width="980" align="center"><tr><td align="center"><font size="5"><b>若岭县教育局2018年工作总结和2019年工作思路</b></font></td></tr>
<tr><td align="center">发布时间：2018-12-26 16:40:05&nbsp;&nbsp;来源：若岭县教育局&nbsp;&nbsp;作者：办公室&nbsp;&nbsp;点击数：1357次&nbsp;&nbsp;
字体：[<a href="javascript:doZoom(16)">大</a> <a href="javascript:doZoom(14)">中</a> <a href="javascript:doZoom(12)">小</a>]</td></tr>
<tr><td><div id="zoom" class="big">{body}</div></td></tr>
<tr><td align="right">【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</td></tr>
<tr><td>上一篇：<a href="1021.html">若岭县教育局2018年第四季度双随机抽查结果公示</a><br>下一篇：<a href="1023.html">若岭县2019年寒假安排公告</a></td></tr>
<tr><td><b>相关文章</b><br>·<a href="0877.html">若岭县教育局2017年工作总结</a> (2017-12-29)<br>
·<a href="0901.html">若岭县教育局2018年工作要点</a> (2018-02-27)<br>·<a href="0955.html">全县新建15所幼儿园全部开工</a> (2018-06-11)</td></tr></table>
<table width="980" align="center"><tr><td align="center">主办：若岭县人民政府办公室　承办：若岭县信息中心　电话：0000-5220018<br>
岭ICP备05000018号-1　公网安备00000002000118号　网站标识码：0000000018<br>您是本站第 2086431 位访客</td></tr></table>
</body></html>
"""
    d.write(page.replace("\n", "\r\n").encode("gbk"), seen_in_html)


# --- 浔川市: a municipal bureau's page in UTF-8, its body pasted from Word as <p><span> ----------------------------

def word_paragraph(text: str, style: str = "text-indent:32pt;line-height:28pt") -> str:
    """A paragraph as Word pastes it: Western characters in spans of their own."""
    runs = re.findall(r"[0-9A-Za-z.%－—-]+|[^0-9A-Za-z.%－—-]+", text)
    spans = [f'<span lang="EN-US" style="font-family:Times New Roman;font-size:16pt">{escape(r)}</span>' if r[0].isascii()
             else f'<span style="font-family:仿宋_GB2312;font-size:16pt">{escape(r)}</span>' for r in runs]
    return f'<p class="MsoNormal" style="{style}">{"".join(spans)}<span><o:p></o:p></span></p>'


def xunchuan() -> None:
    d = Doc("xunchuan-2024-work-points.html", title="浔川市教育局2024年工作要点", genre="plan", issuer="浔川市教育局",
            locality="浔川市", period=[2024, 2024], published="2024-03-01")
    lines = ["浔教发〔2024〕3号", "各县（市、区）教育局，浔川高新区社会事业局，各市直学校，局机关各科室、直属各单位：",
             "现将《浔川市教育局2024年工作要点》印发给你们，请结合实际认真抓好落实。", "浔川市教育局", "2024年2月21日", "",
             "浔川市教育局2024年工作要点", "2024年全市教育工作的总体思路是：全面贯彻党的二十大精神，围绕“学在浔川”品牌建设，"
             "突出“扩优、提质、强师、护航”四条主线，加快建设区域教育高地。重点做好以下工作："]
    first = True

    def item(text: str, owners: str, facts: str, about: str) -> None:
        nonlocal first
        num = str(len(d.tasks) + 1)
        units = owners.split(",")
        d.task(text, f"L:{units[0]}" + (" R:" + ",".join(units[1:]) if units[1:] else ""), facts, about, num=num)
        note = "、".join(units) + ("。列首位的为牵头单位，下同" if first else "")
        first = False
        lines.append(f"{num}.{text}（责任单位：{note}）")

    lines.append("一、" + d.goal("以扩优为要，推进基础教育优质均衡"))
    item("优化学前教育布局。实施公办园扩容工程，新改扩建公办幼儿园21所，新增公办学位5400个，公办园在园幼儿占比达到58%以上，"
         "支持湖西区、新渡县创建全国学前教育普及普惠县。", "基础教育科,财务与审计科,各县（市、区）教育局", """
         新改扩建公办幼儿园21所 | 新改扩建公办幼儿园 | =21所
         新增公办学位5400个 | 新增公办幼儿园学位 | +5400个
         公办园在园幼儿占比达到58%以上 | 公办园在园幼儿占比 | >=58%""", "公办幼儿园建设、学前教育普及普惠")
    item("推进义务教育优质均衡。落实《浔川市义务教育优质均衡发展五年行动计划》，年内2个县（区）通过省级评估，城乡教育共同体覆盖率不低于85%，"
         "培育新优质学校30所左右。", "基础教育科,教育督导室,各县（市、区）教育局", """
         年内2个县（区）通过省级评估 | 通过义务教育优质均衡省级评估的县（区） | =2个
         城乡教育共同体覆盖率不低于85% | 城乡教育共同体覆盖率 | >=85%
         培育新优质学校30所左右 | 培育新优质学校 | ~30所""", "义务教育优质均衡、城乡教育共同体、新优质学校")
    item("推动普通高中特色发展。开工建设浔川二中东校区，改善8所县域高中办学条件，创建省级特色高中2－3所，"
         "全市普通高中大班额比例下降1.5个百分点。", "基础教育科,财务与审计科,市教育科学研究院", """
         改善8所县域高中办学条件 | 改善办学条件的县域高中 | =8所
         创建省级特色高中2－3所 | 创建省级特色高中 | #2-3所
         全市普通高中大班额比例下降1.5个百分点 | 普通高中大班额比例 | -1.5个百分点""", "县域高中振兴、特色高中")
    item("保障特殊群体入学。义务教育阶段残疾儿童入学率保持在97%以上，随迁子女在公办学校就读比例不低于93%，新建资源教室15间。",
         "基础教育科,各县（市、区）教育局", """
         义务教育阶段残疾儿童入学率保持在97%以上 | 义务教育阶段残疾儿童入学率 | >=97%
         随迁子女在公办学校就读比例不低于93% | 随迁子女在公办学校就读比例 | >=93%
         新建资源教室15间 | 新建资源教室 | =15间""", "特殊教育、随迁子女入学")
    lines.append("二、" + d.goal("以提质为本，落实立德树人根本任务"))
    item("深化思政课改革创新。建设大中小学思政教育一体化联盟10个，遴选思政“金课”50节、名师工作室5个，组织“行走的思政课”主题研学不少于100场。",
         "机关党委,市教育科学研究院,各市直学校", """
         建设大中小学思政教育一体化联盟10个 | 大中小学思政教育一体化联盟 | =10个
         遴选思政“金课”50节 | 遴选思政“金课” | =50节
         名师工作室5个 | 遴选思政名师工作室 | =5个
         组织“行走的思政课”主题研学不少于100场 | “行走的思政课”主题研学 | >=100场""", "思政课一体化、德育")
    item("巩固“双减”成果。加强作业统筹管理，义务教育学校课后服务实现应开尽开，学科类隐形变异培训线索核查率达到100%，"
         "课后服务参与学生增加2万人左右。", "基础教育科,校外教育培训监管科", """
         学科类隐形变异培训线索核查率达到100% | 学科类隐形变异培训线索核查率 | =100%
         课后服务参与学生增加2万人左右 | 课后服务参与学生增加 | ~20000人""", "双减、课后服务、校外培训治理")
    item("强化体育美育劳动教育。保证中小学生每天校内体育活动不少于1小时，学生体质健康优良率提高3个百分点，新增省级体育传统特色学校12所、"
         "美育示范校9所，建好市级劳动教育基地20个。", "体育卫生与艺术教育科,市学校体育艺术中心", """
         每天校内体育活动不少于1小时 | 中小学生每天校内体育活动时间 | >=1小时
         学生体质健康优良率提高3个百分点 | 学生体质健康优良率 | +3个百分点
         新增省级体育传统特色学校12所 | 新增省级体育传统特色学校 | +12所
         美育示范校9所 | 新增省级美育示范校 | +9所
         建好市级劳动教育基地20个 | 市级劳动教育基地 | =20个""", "学校体育、美育、劳动教育")
    item("守护学生身心健康。儿童青少年总体近视率较上年降低0.8个百分点以上，中小学专职心理教师配备率达到90%，按不超过1000:1的师生比配备专职心理教师。",
         "体育卫生与艺术教育科,德育与家庭教育科,各县（市、区）教育局", """
         儿童青少年总体近视率较上年降低0.8个百分点以上 | 儿童青少年总体近视率较上年降低 | >=0.8个百分点
         中小学专职心理教师配备率达到90% | 中小学专职心理教师配备率 | =90%
         按不超过1000:1的师生比 | 专职心理教师配备师生比（学生） | <=1000:!
         按不超过1000:1的师生比 | 专职心理教师配备师生比（教师） | =1:!""", "近视防控、心理健康教育")
    lines.append("三、" + d.goal("以强师为基，建设高素质专业化教师队伍"))
    item("加强师德师风建设。开展师德师风建设强化月活动，选树“浔川好老师”40名，对违反职业行为十项准则问题零容忍。", "教师工作科,机关纪委", """
         选树“浔川好老师”40名 | 选树“浔川好老师” | =40名""", "师德师风")
    item("优化教师资源配置。落实“市级统筹、县级周转”编制管理办法，统筹调剂编制600名，招聘中小学幼儿园教师1100人以上，"
         "定向培养乡村教师260名。", "教师工作科,组织人事科,各县（市、区）教育局", """
         统筹调剂编制600名 | 统筹调剂教师编制 | =600名
         招聘中小学幼儿园教师1100人以上 | 招聘中小学幼儿园教师 | >=1100人
         定向培养乡村教师260名 | 定向培养乡村教师 | =260名""", "教师队伍建设、乡村教师定向培养")
    item("锻造教育家型校长和名师。启动第三批“领雁计划”，培养领航校长20名、学科领军教师80名，名师工作室辐射农村学校不少于150所。",
         "教师工作科,市教育科学研究院", """
         培养领航校长20名 | 培养领航校长 | =20名
         学科领军教师80名 | 培养学科领军教师 | =80名
         名师工作室辐射农村学校不少于150所 | 名师工作室辐射的农村学校 | >=150所""", "名师名校长培养")
    lines.append("四、" + d.goal("以融合为径，增强职业教育适应性"))
    item("深化产教融合。实体化运行浔川智能制造产教联合体，建设市级开放型实践中心6个，职业学校与企业共建产业学院3个以上，"
         "中职毕业生本地就业率提高到65%。", "职业教育与成人教育科,浔川职业技术学院", """
         建设市级开放型实践中心6个 | 市级开放型实践中心 | =6个
         职业学校与企业共建产业学院3个以上 | 职业学校与企业共建产业学院 | >=3个
         中职毕业生本地就业率提高到65% | 中职毕业生本地就业率 | =65%""", "产教融合、职业教育")
    item("推进学习型城市建设。新增社区学习点35个，老年大学招生规模增长10%，开展各类社区培训约5万人次。", "职业教育与成人教育科,浔川开放大学", """
         新增社区学习点35个 | 新增社区学习点 | +35个
         老年大学招生规模增长10% | 老年大学招生规模增长 | +10%
         开展各类社区培训约5万人次 | 社区培训 | ~50000人次""", "终身学习、老年教育")
    lines.append("五、" + d.goal("以护航为责，提升教育治理现代化水平"))
    item("实施教育数字化行动。创建省级智慧教育示范区1个、智慧校园60所，国家中小学智慧教育平台教师注册率达到100%。", "市电化教育馆,财务与审计科", """
         创建省级智慧教育示范区1个 | 创建省级智慧教育示范区 | =1个
         智慧校园60所 | 创建省级智慧校园 | =60所
         国家中小学智慧教育平台教师注册率达到100% | 国家中小学智慧教育平台教师注册率 | =100%""", "教育数字化、智慧校园")
    item("完善督导评估机制。完成对4个县级政府履行教育职责评价，挂牌督导责任督学每月到校不少于2次，问题整改率不低于95%。", "教育督导室", """
         完成对4个县级政府履行教育职责评价 | 完成履行教育职责评价的县级政府 | =4个
         挂牌督导责任督学每月到校不少于2次 | 责任督学每月到校次数 | >=2次
         问题整改率不低于95% | 督导问题整改率 | >=95%""", "教育督导、政府履行教育职责评价")
    item("筑牢校园安全防线。建成“明厨亮灶”智慧监管食堂520个，校园专职保安员配备、一键式报警和视频监控联网达标率均为100%，"
         "学生溺水事故起数较上年减少20%以上。", "安全管理科,各县（市、区）教育局,各市直学校", """
         建成“明厨亮灶”智慧监管食堂520个 | “明厨亮灶”智慧监管食堂 | =520个
         视频监控联网达标率均为100% | 校园专职保安员配备、一键式报警和视频监控联网达标率 | =100%
         学生溺水事故起数较上年减少20%以上 | 学生溺水事故起数较上年减少 | >=20%""", "校园安全、校园食品安全、防溺水")
    d.citations = ["浔川市义务教育优质均衡发展五年行动计划"]
    paste = "\n".join(word_paragraph(line) if line else '<p class="MsoNormal"><span>&nbsp;</span></p>' for line in lines)
    name = "浔川市教育局关于印发《浔川市教育局2024年工作要点》的通知"
    page = f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{name}_规划计划_浔川市教育局</title>
<meta name="SiteName" content="浔川市教育局"><meta name="SiteDomain" content="jyj.xunchuan.example">
<meta name="ColumnName" content="规划计划"><meta name="ColumnType" content="政府信息公开">
<meta name="ArticleTitle" content="{name}"><meta name="PubDate" content="2024-03-01 09:12">
<meta name="ContentSource" content="浔川市教育局办公室"><meta name="Keywords" content="工作要点,2024">
<script>var _hmt=_hmt||[];(function(){{/* 统计 */}})();</script></head><body>
<div class="top"><span>您好，欢迎访问浔川市教育局网站！</span><a href="#">无障碍阅读</a> | <a href="#">进入老年模式</a> | <a href="#">IPv6</a></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/jgzn/">机构职能</a></li><li><a href="/zwgk/">信息公开</a></li>
<li><a href="/bsfw/">办事服务</a></li><li><a href="/hdjl/">互动交流</a></li><li><a href="/ztzl/">专题专栏</a></li></ul>
<form class="search"><input type="text" placeholder="请输入关键字"><button>搜索</button><span>热搜：中考 教师资格 学区划分</span></form>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">信息公开</a> &gt; <a href="/zwgk/ghjh/">规划计划</a></div>
<table class="xxgk"><tr><th>索 引 号</th><td>XC018-0201-2024-0007</td><th>主题分类</th><td>科技、教育</td></tr>
<tr><th>发布机构</th><td>浔川市教育局</td><th>发布日期</th><td>2024-03-01</td></tr>
<tr><th>文　　号</th><td>浔教发〔2024〕3号</td><th>有 效 性</th><td>有效</td></tr></table>
<div class="article"><h1>{name}</h1>
<div class="info"><span>发布时间：2024-03-01 09:12</span><span>信息来源：浔川市教育局办公室</span><span>浏览量：<em id="hits">892</em></span>
<span class="font">【字体：<a>大</a> <a>中</a> <a>小</a>】</span><span class="share">分享到：<a title="微信"></a><a title="新浪微博"></a></span></div>
<div class="TRS_Editor"><div class="Custom_UnionStyle">
{paste}
</div></div>
<div class="attach"><b>附件下载：</b><a href="P020240301.doc">浔川市教育局2024年工作要点.doc</a>（58.5KB）</div>
<div class="pn"><p>上一篇：<a href="#">浔川市教育局2023年法治政府建设年度报告</a></p><p>下一篇：<a href="#">没有了</a></p></div>
<div class="rel"><h3>相关推荐</h3><ul><li><a href="#">一图读懂浔川市教育局2024年工作要点</a></li><li><a href="#">浔川市2023年教育事业发展统计公报</a></li></ul></div></div>
<div class="footer"><p>主办单位：浔川市教育局　地址：浔川市滨江大道66号　邮编：000000</p>
<p>联系电话：0000-8820066（工作日8:30—12:00，14:30—17:30）　网站标识码：0000000123</p><p>浔ICP备12000000号-2　技术支持：浔川云计算有限公司</p></div>
</body></html>
"""
    d.write(page.encode("utf-8"), seen_in_html)


# --- 岳川省: a provincial notice; layout tables around a task table with rowspan and colspan ------------------------

def yuechuan() -> None:
    title = "岳川省教育厅关于加强新时代中小学科学教育工作的通知"
    d = Doc("yuechuan-2023-science-notice.html", title=title, genre="notice", issuer="岳川省教育厅", locality="岳川省",
            period=[2023, 2025], published="2023-09-20")
    lines = ["岳教基〔2023〕17号", "各市（州）教育局，各县（市、区）教育局，省属各中小学：",
             "为贯彻教育部等部门《关于加强新时代中小学科学教育工作的意见》，一体推进教育、科技、人才高质量发展，到2025年基本形成"
             "“大科学教育”格局，现就有关事项通知如下。"]

    def item(num: str, text: str, note: str, owners: str, facts: str, about: str) -> None:
        d.task(text, owners, facts, about, num=num)
        lines.append(f"（{num}）{text}{note}")

    lines.append("一、" + d.goal("实施课程提质行动"))
    item("一", "开齐开足科学课程。小学一年级起开设科学课，不得挤占科学课课时。各地要开发地方科学课程资源包，到2025年全省遴选精品科学课例1000节，"
         "建设省级科学学科基地50个。", "（由基础教育处牵头，省教育科学研究院配合）", "L:基础教育处 C:省教育科学研究院", """
         遴选精品科学课例1000节 | 遴选精品科学课例 | =1000节
         建设省级科学学科基地50个 | 省级科学学科基地 | =50个""", "科学教育、课程资源建设")
    item("二", "强化实验教学。修订《岳川省中小学实验教学基本目录》，到2025年中小学基本实验开出率达到100%，理化生实验操作纳入中考的市（州）不少于12个，"
         "每年举办实验教学说课展示1次。", "（由省教育装备中心牵头，基础教育处、各市（州）教育局配合）", "L:省教育装备中心 C:基础教育处,各市（州）教育局", """
         中小学基本实验开出率达到100% | 中小学基本实验开出率 | =100%
         理化生实验操作纳入中考的市（州）不少于12个 | 理化生实验操作纳入中考的市（州） | >=12个
         每年举办实验教学说课展示1次 | 每年实验教学说课展示次数 | =1次!""", "实验教学")
    item("三", "丰富课后服务科学内容。将科普讲座、科学实验、科技创作纳入课后服务项目，引进科学类社会机构须在白名单内遴选，科学类课后服务课程占比提高到20%以上。",
         "（由基础教育处负责）", "R:基础教育处", """
         科学类课后服务课程占比提高到20%以上 | 科学类课后服务课程占比 | >=20%""", "课后服务、双减、科学教育")
    lines.append("二、" + d.goal("实施师资强基行动"))
    item("一", "配齐建强科学教师。各地要逐步推动每所小学至少有1名具有理工类硕士学位的科学教师，全省增加小学科学专任教师3000人左右，"
         "在省属师范大学设立科学教育专业3－5个。", "（由教师工作处牵头，人事处、发展规划处配合）", "L:教师工作处 C:人事处,发展规划处", """
         每所小学至少有1名具有理工类硕士学位的科学教师 | 每所小学具有理工类硕士学位的科学教师 | >=1名
         增加小学科学专任教师3000人左右 | 增加小学科学专任教师 | ~3000人
         在省属师范大学设立科学教育专业3－5个 | 省属师范大学科学教育专业 | #3-5个""", "科学教师队伍、师范教育")
    item("二", "落实科学副校长制度。从高校、科研院所、科技馆聘任科学副校长，到2023年底城区学校配备率达到60%，到2025年所有中小学至少配备1名。",
         "（由基础教育处牵头，科学技术处、省属高校配合）", "L:基础教育处 C:科学技术处,省属高校", """
         到2023年底城区学校配备率达到60% | 城区学校科学副校长配备率 | =60%@2023
         到2025年所有中小学至少配备1名 | 每所中小学配备的科学副校长 | >=1名""", "科学副校长")
    lines.append("三、" + d.goal("实施资源拓展行动"))
    item("一", "用好社会大课堂。联合科技馆、博物馆、天文台、高新技术企业建立科学实践基地，三年内认定省级中小学科学教育实践基地200家，推出研学线路80条，"
         "年接待学生超过50万人次。", "（由基础教育处牵头，各市（州）教育局配合）", "L:基础教育处 C:各市（州）教育局", """
         认定省级中小学科学教育实践基地200家 | 省级中小学科学教育实践基地 | =200家
         推出研学线路80条 | 科学研学线路 | =80条
         年接待学生超过50万人次 | 科学教育实践基地年接待学生 | >=500000人次""", "科学教育实践基地、研学实践")
    item("二", "建设数字资源平台。依托岳川智慧教育平台开设科学教育频道，上线微课不少于2000个，供农村和边远地区学校免费使用。",
         "（由省电化教育馆负责）", "R:省电化教育馆", """
         上线微课不少于2000个 | 科学教育频道上线微课 | >=2000个""", "教育数字化、智慧教育平台")
    lines.append("四、" + d.goal("保障措施"))
    item("一", "加强组织领导。各地教育行政部门要主动与科技、科协、财政等部门沟通，形成联动机制，并于10月31日前将工作方案报省教育厅备案。", "", "", "",
         "部门协同")
    item("二", "加强经费保障。省级财政每年安排专项经费4500万元，重点支持县域实验区和农村薄弱学校。", "", "", """
         省级财政每年安排专项经费4500万元 | 省级财政每年安排科学教育专项经费 | =45000000元""", "经费保障、农村薄弱学校")
    lines += ["联系人：基础教育处　林先生，电话：0000-87650021。", "附件：岳川省中小学科学教育重点任务分工表", "岳川省教育厅", "2023年9月18日",
              "（此件主动公开）"]

    rows: list[tuple[str, str, str, list[str]]] = []

    def row(goal: str, work: str, near: str, far: str, leads: str, helpers: str, facts: str, about: str) -> None:
        num = str(len(rows) + 1)
        owners = f"L:{leads}" + (f" C:{helpers}" if helpers != "——" else "")
        d.task("\n".join((work, near, far)), owners, facts, about, num=num, goal=goal, annex=True, starts=work[:20],
               ends=(far if far != "——" else near)[-20:])
        group = {"g1": "课程提质行动", "g2": "师资强基行动", "g3": "资源拓展行动"}.get(goal, d.goals[-1]["title"])
        rows.append((num, group, work, [near, far, leads.replace(",", "、"), helpers.replace(",", "<br>")]))

    row("g1", "开发地方科学课程资源包，征集并推广优质科学课例", "征集课例300节", "累计推广课例1000节，覆盖90%以上的小学", "省教育科学研究院", "基础教育处", """
        征集课例300节 | 征集科学课例 | =300节@2023
        累计推广课例1000节 | 累计推广科学课例 | =1000节
        覆盖90%以上的小学 | 推广课例覆盖的小学比例 | >=90%""", "课程资源建设")
    row("g1", "建设中小学标准化科学实验室，更新实验仪器设备", "新建实验室400间", "新建实验室1200间，投入资金2.4亿元", "省教育装备中心", "财务处,各县（市、区）教育局", """
        新建实验室400间 | 新建标准化科学实验室 | =400间@2023
        新建实验室1200间 | 新建标准化科学实验室 | =1200间
        投入资金2.4亿元 | 标准化科学实验室投入资金 | =240000000元""", "实验教学、实验室建设")
    row("g1", "开展中小学生科学素养监测，发布年度监测报告", "——", "完成2轮监测，样本学校达500所", "省教育评估院", "——", """
        完成2轮监测 | 中小学生科学素养监测轮次 | =2轮
        样本学校达500所 | 科学素养监测样本学校 | =500所""", "科学素养监测")
    row("g2", "实施科学教师培训计划，开展骨干教师跟岗研修", "培训教师2000人次", "培训教师1万人次，骨干教师跟岗不少于600人", "教师工作处", "省教师发展中心,省属高校", """
        培训教师2000人次 | 培训科学教师 | =2000人次@2023
        培训教师1万人次 | 培训科学教师 | =10000人次
        骨干教师跟岗不少于600人 | 骨干教师跟岗研修 | >=600人""", "科学教师队伍、教师培训")
    row("g2", "组建省级科学教育专家委员会和名师工作室", "成立专家委员会", "建设名师工作室30个", "教师工作处,省教育科学研究院", "——", """
        建设名师工作室30个 | 省级科学教育名师工作室 | =30个""", "名师工作室")
    row("g3", "建设科学教育实验区、实验校，打造区域样板", "遴选实验区5个、实验校60所", "实验区总数达到15个，实验校增加到200所", "基础教育处", "各市（州）教育局", """
        遴选实验区5个 | 科学教育实验区 | =5个@2023
        实验校60所 | 科学教育实验校 | =60所@2023
        实验区总数达到15个 | 科学教育实验区总数 | =15个
        实验校增加到200所 | 科学教育实验校 | =200所""", "科学教育、实验区建设")
    row("g3", "组织院士专家进校园、流动科技馆进乡村活动", "开展活动100场", "开展活动500场以上，惠及师生30万人次", "科学技术处", "省科学技术馆,各县（市、区）教育局", """
        开展活动100场 | 院士专家进校园、流动科技馆进乡村活动 | =100场@2023
        开展活动500场以上 | 院士专家进校园、流动科技馆进乡村活动 | >=500场
        惠及师生30万人次 | 活动惠及师生 | =300000人次""", "科普进校园、乡村教育")
    d.goal("竞赛与宣传")
    row("g5", "规范面向中小学生的科技类竞赛活动，实行清单管理", "发布竞赛白名单", "违规竞赛查处率100%", "监督管理处", "基础教育处", """
        违规竞赛查处率100% | 违规竞赛查处率 | =100%""", "竞赛活动管理")
    row("g5", "宣传推广典型案例，举办全省青少年科技节", "——", "宣传典型案例120个，科技节参与学校不低于3000所", "宣传处", "各市（州）教育局,省青少年科技中心", """
        宣传典型案例120个 | 科学教育典型案例 | =120个
        科技节参与学校不低于3000所 | 青少年科技节参与学校 | >=3000所""", "科学教育宣传")
    d.citations = ["关于加强新时代中小学科学教育工作的意见", "岳川省中小学实验教学基本目录"]
    groups = [group for _, group, _, _ in rows]
    cells = ""
    for at, (num, group, work, rest) in enumerate(rows):
        span = f'<td rowspan="{groups.count(group)}"><b>{group}</b></td>' if groups.index(group) == at else ""
        tail = "".join(f"<td>{cell}</td>" for cell in rest)
        cells += f"<tr><td>{num}</td>{span}<td><p>{work}</p></td>{tail}</tr>\n"
    body = "\n".join(f"<p>　　{line}</p>" if at else f'<p align="center">{line}</p>' for at, line in enumerate(lines))
    body = re.sub("<p>　　(岳川省教育厅|2023年9月18日)</p>", r'<p align="right">\1</p>', body)
    page = f"""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
<title>{title} - 岳川省教育厅</title></head><body>
<table width="1100" align="center" cellpadding="0"><tr><td><table width="100%"><tr><td>
<a href="#">首 页</a> | <a href="#">厅情概况</a> | <a href="#">新闻资讯</a> | <a href="#">信息公开</a> | <a href="#">网上办事</a> | <a href="#">公众参与</a>
</td></tr></table></td></tr>
<tr><td><table width="100%"><tr><td>当前位置：首页 &gt; 信息公开 &gt; 政策文件 &gt; 厅发文件</td><td align="right"><a>简体</a> <a>繁体</a> <a>无障碍</a></td></tr></table></td></tr>
<tr><td><table width="100%" border="1"><tr><td>发文机关</td><td>岳川省教育厅</td><td>成文日期</td><td>2023年09月18日</td></tr>
<tr><td>发文字号</td><td>岳教基〔2023〕17号</td><td>发布日期</td><td>2023年09月20日</td></tr></table></td></tr>
<tr><td><table width="100%"><tr><td width="820" valign="top">
<table width="100%"><tr><td align="center"><h1>{title}</h1></td></tr>
<tr><td align="center">来源：基础教育处　　阅读次数：4,216　　字号：[ <a>大</a> <a>中</a> <a>小</a> ]　　<a>收藏</a> <a>打印</a></td></tr>
<tr><td class="content">
{body}
<p>附件</p><p align="center"><strong>岳川省中小学科学教育重点任务分工表</strong></p>
<table border="1" cellspacing="0"><tbody>
<tr><td rowspan="2">序号</td><td rowspan="2">工作类别</td><td rowspan="2">重点任务</td><td colspan="2">目标要求</td><td colspan="2">责任分工</td></tr>
<tr><td>2023年底前</td><td>2025年底前</td><td>牵头单位</td><td>配合单位</td></tr>
{cells}</tbody></table>
</td></tr><tr><td>扫一扫在手机打开当前页　分享：微信 微博 QQ空间</td></tr>
<tr><td>上一篇：<a>岳川省教育厅关于公布2023年度省级课题立项名单的通知</a></td></tr><tr><td>下一篇：<a>岳川省教育厅办公室关于做好2023年国庆假期安全工作的通知</a></td></tr></table>
</td><td width="260" valign="top"><table width="100%"><tr><td><b>热点推荐</b></td></tr><tr><td>· <a>2024年普通高校招生考试报名须知</a></td></tr>
<tr><td>· <a>全省新增普惠性学位12万个</a></td></tr><tr><td><b>政策解读</b></td></tr><tr><td>· <a>一图读懂：加强中小学科学教育十条举措</a></td></tr></table></td></tr></table></td></tr>
<tr><td align="center">版权所有：岳川省教育厅　地址：岳川省云湖市人民路1号<br>岳ICP备15000000号　岳公网安备 00010202000009号　政府网站标识码 0000000009</td></tr></table>
</body></html>
"""
    d.write(page.encode("utf-8"), seen_in_html)


# --- 汀安市: a task sheet with a merged title, a unit row, two-row heads and merged goal cells ----------------------

def tingan() -> None:
    d = Doc("tingan-2025-task-list.xlsx", title="汀安市教育局2025年重点工作任务清单", genre="plan", issuer="汀安市教育局",
            locality="汀安市", period=[2025, 2025])
    rows: list[list[str]] = []

    def row(work: str, aim: str, early: str, late: str, lead: str, helpers: str, chief: str, by: str,
            facts: str, about: str) -> None:
        num = str(len(rows) + 1)
        owners = f"L:{lead}" + (f" C:{helpers}" if helpers else "")
        d.task("\n".join((work, aim, early, late)), owners, facts, about, num=num, annex=True, starts=work[:20],
               ends=late[-20:])
        rows.append([num, d.goals[-1]["title"], work, aim, early, late, lead.replace(",", "、"),
                     helpers.replace(",", "、"), chief, by])

    d.goal("党建引领")
    row("实施中小学校党组织领导的校长负责制", "全市符合条件的中小学校全面落实到位，培育示范学校10所", "开展专项督查1轮", "召开现场推进会，总结推广经验", "组织科",
        "人事科,各县（市、区）教育体育局", "何一鸣", "2025年12月", """
        培育示范学校10所 | 党组织领导的校长负责制示范学校 | =10所
        开展专项督查1轮 | 专项督查轮次 | =1轮""", "党组织领导的校长负责制、党建工作")
    row("推进清廉学校建设", "1.创建市级清廉学校示范校25所；\n2.开展廉洁文化进校园活动不少于60场次；\n3.中小学食堂、教辅征订专项整治问题整改率达100%",
        "制定年度任务清单", "组织验收命名", "机关纪委", "行政审批科,市直各学校（园）", "何一鸣", "2025年11月底前", """
        创建市级清廉学校示范校25所 | 市级清廉学校示范校 | =25所
        开展廉洁文化进校园活动不少于60场次 | 廉洁文化进校园活动 | >=60场次
        中小学食堂、教辅征订专项整治问题整改率达100% | 中小学食堂、教辅征订专项整治问题整改率 | =100%""", "清廉学校建设、党风廉政建设")
    d.goal("优质均衡")
    row("扩增基础教育学位供给", "新建、改扩建中小学校18所，新增学位1.6万个，完成投资12.5亿元", "开工率达到70%以上", "9月份投入使用11所，其余项目主体完工", "发展规划科",
        "财务科,各县（市、区）教育体育局", "沈  楠", "2025年12月", """
        新建、改扩建中小学校18所 | 新建、改扩建中小学校 | =18所
        新增学位1.6万个 | 新增学位 | +16000个
        完成投资12.5亿元 | 中小学校建设完成投资 | =1250000000元
        开工率达到70%以上 | 中小学校建设项目开工率 | >=70%
        9月份投入使用11所 | 投入使用的中小学校 | =11所""", "学位供给、学校建设")
    row("创建全国义务教育优质均衡发展县", "丰渚区通过国家认定，2个县通过省级评估", "完成县级自评、市级复核", "迎接省级评估和国家认定", "教育督导科", "义务教育科,财务科,人事科", "沈  楠",
        "2025年10月", """
        2个县通过省级评估 | 通过义务教育优质均衡省级评估的县 | =2个""", "义务教育优质均衡")
    row("实施学前教育普惠保障行动", "公办园在园幼儿占比达到60%，普惠性幼儿园覆盖率稳定在93%以上，托育试点园扩大至40所", "新增托班学位800个", "新增托班学位1200个，完成办园行为督导评估95所",
        "学前教育科", "教育督导科,各县（市、区）教育体育局", "沈  楠", "2025年12月", """
        公办园在园幼儿占比达到60% | 公办园在园幼儿占比 | =60%
        普惠性幼儿园覆盖率稳定在93%以上 | 普惠性幼儿园覆盖率 | >=93%
        托育试点园扩大至40所 | 托育试点园 | =40所
        新增托班学位800个 | 新增托班学位 | +800个
        新增托班学位1200个 | 新增托班学位 | +1200个
        完成办园行为督导评估95所 | 完成办园行为督导评估的幼儿园 | =95所""", "普惠性幼儿园、托幼一体化、办园行为督导评估")
    row("推进县中振兴", "“一县一案”落实托管帮扶，4所县中完成校舍改造，县中本科上线率提高2个百分点左右", "签订托管协议", "开展中期评估", "高中教育科", "市教育科学研究所", "沈  楠", "2025年12月", """
        4所县中完成校舍改造 | 完成校舍改造的县中 | =4所
        县中本科上线率提高2个百分点左右 | 县中本科上线率 | ~2个百分点""", "县域高中振兴")
    d.goal("五育并举")
    row("落实学生每天综合体育活动2小时", "义务教育学校全部落实，每周开设体育课不少于5节，学生体质健康合格率达到96%", "修订课表，配齐器材", "举办市级联赛8项，参赛学生突破2万人", "体育卫生科",
        "市直各学校（园）", "顾  青", "长期坚持", """
        每天综合体育活动2小时 | 学生每天综合体育活动时间 | =2小时
        每周开设体育课不少于5节 | 每周体育课节数 | >=5节
        学生体质健康合格率达到96% | 学生体质健康合格率 | =96%
        举办市级联赛8项 | 市级体育联赛 | =8项
        参赛学生突破2万人 | 市级联赛参赛学生 | >=20000人""", "学校体育、体质健康")
    row("加强学生心理健康工作", "专职心理健康教师配备率达100%，设立心理辅导室标准化学校150所，建立市级医教协同绿色通道3条", "开展春季测评，覆盖四年级以上学生", "组织心理教师轮训约400人次", "德育科",
        "体育卫生科,市教育科学研究所", "顾  青", "2025年12月", """
        专职心理健康教师配备率达100% | 专职心理健康教师配备率 | =100%
        设立心理辅导室标准化学校150所 | 心理辅导室标准化学校 | =150所
        建立市级医教协同绿色通道3条 | 市级医教协同绿色通道 | =3条
        组织心理教师轮训约400人次 | 心理教师轮训 | ~400人次""", "心理健康教育、医教协同")
    row("深化“双减”和课后服务", "制定《汀安市中小学课后服务质量提升指引》，家长满意率不低于92%", "开展作业公示检查", "评选优秀作业设计200份、课后服务精品课程50门", "义务教育科", "校外培训监管科", "顾  青",
        "2025年12月", """
        家长满意率不低于92% | 课后服务家长满意率 | >=92%
        评选优秀作业设计200份 | 优秀作业设计 | =200份
        课后服务精品课程50门 | 课后服务精品课程 | =50门""", "双减、课后服务、作业管理")
    d.goal("强师固本")
    row("统筹教师编制和招聘", "跨县调剂编制320名，招聘教师700－760人，其中硕士以上学历占比不少于30%", "完成岗位需求核定", "新教师全部到岗", "人事科", "", "何一鸣", "2025年8月底前", """
        跨县调剂编制320名 | 跨县调剂教师编制 | =320名
        招聘教师700－760人 | 招聘教师 | #700-760人
        其中硕士以上学历占比不少于30% | 招聘教师中硕士以上学历占比 | >=30%""", "教师队伍建设、编制管理")
    row("实施名优教师倍增计划", "新增正高级教师15名、特级教师8名，市级学科带头人总数超过900名", "启动第六批评选", "组织“名师乡村行”送教45场", "教师工作科", "市教育科学研究所", "何一鸣", "2025年12月", """
        新增正高级教师15名 | 新增正高级教师 | +15名
        特级教师8名 | 新增特级教师 | +8名
        市级学科带头人总数超过900名 | 市级学科带头人总数 | >=900名
        组织“名师乡村行”送教45场 | “名师乡村行”送教 | =45场""", "名师名校长培养")
    row("推动人工智能赋能教育", "建设人工智能教育实验校30所，教师数字素养培训实现全员覆盖", "开发通识课程12节", "举办应用案例展评", "科学技术与信息化科,市电化教育馆", "市教育科学研究所", "顾  青", "2025年12月", """
        建设人工智能教育实验校30所 | 人工智能教育实验校 | =30所
        开发通识课程12节 | 人工智能通识课程 | =12节""", "人工智能教育、教育数字化")
    d.goal("平安和谐")
    row("开展校园安全治理强基行动", "建成市级平安校园120所，重大安全隐患动态清零，校园欺凌投诉办结率100%", "“开学第一课”全覆盖，开展应急演练2次", "组织交叉检查，整改隐患限时销号", "安全稳定科",
        "各县（市、区）教育体育局,市直各学校（园）", "顾  青", "每季度调度", """
        建成市级平安校园120所 | 市级平安校园 | =120所
        校园欺凌投诉办结率100% | 校园欺凌投诉办结率 | =100%
        开展应急演练2次 | 应急演练 | =2次!""", "校园安全、校园欺凌防治")
    row("提升政务服务和信访办理质效", "12345热线按时办结率99.5%以上，群众满意率较上年提高1个百分点", "开展入学“一件事”线上办理", "公布办理情况报告", "办公室", "行政审批科", "何一鸣", "长期坚持", """
        12345热线按时办结率99.5%以上 | 12345热线按时办结率 | >=99.5%
        群众满意率较上年提高1个百分点 | 12345热线群众满意率较上年提高 | +1个百分点""", "政务服务、信访工作")
    d.citations = ["汀安市中小学课后服务质量提升指引"]
    book = Workbook()
    sheet = book.active
    sheet.title = "任务清单"
    sheet.append([d.document["title"]])
    sheet.append(["单位：汀安市教育局", *[None] * 6, "制表时间：2025年2月18日"])
    sheet.append(["序号", "重点领域", "工作任务", "目标要求", "进度安排", None, "责任分工", None, "分管领导", "完成时限"])
    sheet.append([None, None, None, None, "上半年", "下半年", "牵头科室", "配合单位"])
    last = ""
    for cells in rows:
        shown = [int(cells[0]), cells[1] if cells[1] != last else None, *(c or None for c in cells[2:])]
        last = cells[1]
        sheet.append(shown)
    for area in ("A1:J1", "A2:G2", "H2:J2", "E3:F3", "G3:H3", *(f"{c}3:{c}4" for c in "ABCDIJ")):
        sheet.merge_cells(area)
    groups = [cells[1] for cells in rows]
    for group in dict.fromkeys(groups):
        top = 5 + groups.index(group)
        sheet.merge_cells(start_row=top, end_row=top + groups.count(group) - 1, start_column=2, end_column=2)
    sheet.append(["注：各牵头科室于每月25日前将进展情况报局办公室（联系人：周工，电话0000-3312026）。"])
    sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=10)
    sheet["A1"].font = Font(name="方正小标宋简体", size=20, bold=True)
    for column, width in zip("ABCDEFGHIJ", (6, 11, 22, 42, 22, 26, 14, 22, 10, 14), strict=True):
        sheet.column_dimensions[column].width = width
    for line in sheet.iter_rows():
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center" if cell.row < 5 else None)
    d.write(same_bytes(book), seen_in_sheets)


# --- 杏坪区: an action plan's sheet with full-width group rows and years, and a second sheet of indicators -----------

def xingping() -> None:
    d = Doc("xingping-2023-2025-action-plan.xlsx", title="宁汀市杏坪区“学在杏坪”三年行动计划（2023—2025年）任务分解表",
            genre="action_plan", issuer="宁汀市杏坪区教育局", locality="杏坪区", ancestors=["宁汀市"], period=[2023, 2025])
    table: list[list[str]] = []

    def group(title: str) -> None:
        table.append(["一二三四五"[len(d.goals)] + "、" + title])
        d.goal(title)

    def row(name: str, *years: str, lead: str, helpers: str = "", facts: str, about: str) -> None:
        """`years`: main content, then what is due in 2023, 2024 and 2025 (empty: nothing)."""
        num = str(len(d.tasks) + 1)
        owners = f"L:{lead}" + (f" C:{helpers}" if helpers else "")
        shown = [part for part in years if part]
        d.task("\n".join([name, *shown]), owners, facts, about, num=num, annex=True, starts=name, ends=shown[-1][-20:])
        table.append([num, name, *years, lead.replace(",", "、"), helpers.replace(",", "、") or "/"])

    group("布局优化行动")
    row("新建学校提速工程", "三年新建学校（幼儿园）16所，新增学位1.98万个。", "竣工4所，新增学位4500个。", "竣工7所，新增学位9000个。", "竣工5所，新增学位6300个。",
        lead="区教育局", helpers="区发展改革局,区财政局,区住房城乡建设局,各镇（街道）", facts="""
        三年新建学校（幼儿园）16所 | 新建学校（幼儿园） | =16所
        新增学位1.98万个 | 新增学位 | +19800个
        竣工4所 | 竣工的新建学校（幼儿园） | =4所@2023
        新增学位4500个 | 新增学位 | +4500个@2023
        竣工7所 | 竣工的新建学校（幼儿园） | =7所@2024
        新增学位9000个 | 新增学位 | +9000个@2024
        竣工5所 | 竣工的新建学校（幼儿园） | =5所@2025
        新增学位6300个 | 新增学位 | +6300个@2025""", about="学校建设、学位供给")
    row("老旧校舍焕新工程", "分批改造2000年以前建成的校舍，改善采光照明和卫生设施。", "改造校舍6栋，教室照明达标率不低于80%。", "改造校舍8栋，教室照明达标率不低于95%。", "全部完成改造，教室照明达标率100%。",
        lead="区教育局", helpers="区财政局,区消防救援大队", facts="""
        改造校舍6栋 | 改造老旧校舍 | =6栋@2023
        教室照明达标率不低于80% | 教室照明达标率 | >=80%@2023
        改造校舍8栋 | 改造老旧校舍 | =8栋@2024
        教室照明达标率不低于95% | 教室照明达标率 | >=95%@2024
        教室照明达标率100% | 教室照明达标率 | =100%@2025""", about="校舍改造、近视防控")
    group("品质提升行动")
    row("紧密型教育集团工程", "以优质校为龙头组建紧密型教育集团，实行人、财、物统一管理，义务教育集团化办学覆盖率达到90%以上。", "组建集团5个。", "组建集团3－4个，集团内教师交流比例达到20%。",
        "完成集团办学水平评估。", lead="区教育局", helpers="区委编办,区人力资源社会保障局", facts="""
        义务教育集团化办学覆盖率达到90%以上 | 义务教育集团化办学覆盖率 | >=90%
        组建集团5个 | 组建紧密型教育集团 | =5个@2023
        组建集团3－4个 | 组建紧密型教育集团 | #3-4个@2024
        集团内教师交流比例达到20% | 集团内教师交流比例 | =20%@2024""", about="集团化办学、教师交流")
    row("幼小双向衔接工程", "建立幼小学段互通机制，实现入学准备和入学适应课程全覆盖。", "确定试点园12所、试点小学12所。", "试点校（园）增加到60所。", "总结推广，评选优秀案例50个。",
        lead="区教育局", helpers="区教师进修学校", facts="""
        确定试点园12所 | 幼小衔接试点园 | =12所@2023
        试点小学12所 | 幼小衔接试点小学 | =12所@2023
        试点校（园）增加到60所 | 幼小衔接试点校（园） | =60所@2024
        评选优秀案例50个 | 幼小衔接优秀案例 | =50个@2025""", about="幼小衔接")
    row("高品质课堂建设工程", "落实新课标，打造“生长课堂”区域样态，培育省级以上教学成果10项。", "开展全员培训，听评课超过1500节次。", "立项市级以上课题40项左右。", "培育区级教学改革样板校15所。",
        lead="区教师进修学校", helpers="区教育局", facts="""
        培育省级以上教学成果10项 | 省级以上教学成果 | =10项
        听评课超过1500节次 | 听评课 | >=1500节次@2023
        立项市级以上课题40项左右 | 立项市级以上课题 | ~40项@2024
        培育区级教学改革样板校15所 | 区级教学改革样板校 | =15所@2025""", about="课堂教学改革、教育科研")
    row("特殊教育提升工程", "完善“普特融合”办学体系，适龄残疾儿童少年义务教育入学率达到98%。", "新建资源中心1个。", "新增融合教育试点校8所。", "",
        lead="区教育局", helpers="区残联,区卫生健康局,区民政局", facts="""
        适龄残疾儿童少年义务教育入学率达到98% | 适龄残疾儿童少年义务教育入学率 | =98%
        新建资源中心1个 | 特殊教育资源中心 | =1个@2023
        新增融合教育试点校8所 | 新增融合教育试点校 | +8所@2024""", about="特殊教育、融合教育")
    group("强师惠师行动")
    row("青蓝相继培养工程", "构建“新苗—青蓝—名家”梯队，三年培养区级以上骨干教师500名，新增省特级教师5名以上。", "结对师徒300对。", "结对师徒300对，评选区级骨干教师200名。", "结对师徒300对，评选区级骨干教师不少于300名。",
        lead="区教育局,区教师进修学校", facts="""
        三年培养区级以上骨干教师500名 | 培养区级以上骨干教师 | =500名
        新增省特级教师5名以上 | 新增省特级教师 | >=5名
        结对师徒300对 | 结对师徒 | =300对@2023
        结对师徒300对 | 结对师徒 | =300对@2024
        评选区级骨干教师200名 | 评选区级骨干教师 | =200名@2024
        结对师徒300对 | 结对师徒 | =300对@2025
        评选区级骨干教师不少于300名 | 评选区级骨干教师 | >=300名@2025""", about="骨干教师培养、名师名校长培养")
    row("教师减负关爱工程", "落实教师减负清单，面向学校的督查检查评比考核事项压减50%以上，每年为教师免费体检1次。", "出台《杏坪区中小学教师减负十条措施》。", "筹集人才公寓260套。", "教师职业满意度不低于90%。",
        lead="区教育局", helpers="区委办公室,区总工会", facts="""
        面向学校的督查检查评比考核事项压减50%以上 | 面向学校的督查检查评比考核事项压减 | >=50%
        每年为教师免费体检1次 | 每年教师免费体检次数 | =1次!
        筹集人才公寓260套 | 筹集教师人才公寓 | =260套@2024
        教师职业满意度不低于90% | 教师职业满意度 | >=90%@2025""", about="教师减负、教师待遇")
    group("家校共育行动")
    row("家庭教育指导工程", "健全区、街道、学校三级家庭教育指导网络，家长学校建成率达到100%。", "建成区级指导中心1个、街道指导站9个。", "培训家庭教育指导师240人。", "年开展家长课堂1000场以上。",
        lead="区妇联", helpers="区教育局,各镇（街道）", facts="""
        家长学校建成率达到100% | 家长学校建成率 | =100%
        建成区级指导中心1个 | 区级家庭教育指导中心 | =1个@2023
        街道指导站9个 | 街道家庭教育指导站 | =9个@2023
        培训家庭教育指导师240人 | 培训家庭教育指导师 | =240人@2024
        年开展家长课堂1000场以上 | 每年家长课堂场数 | >=1000场@2025""", about="家庭教育、家校社协同育人")
    row("学生成长护航工程", "推行“一生一策”心理档案，建立家校社医联动机制。", "心理辅导室达标率85%。", "心理辅导室达标率95%。", "心理辅导室达标率100%，学生近视率三年累计下降2.4个百分点。",
        lead="区教育局", helpers="区卫生健康局,区公安分局,团区委", facts="""
        心理辅导室达标率85% | 心理辅导室达标率 | =85%@2023
        心理辅导室达标率95% | 心理辅导室达标率 | =95%@2024
        心理辅导室达标率100% | 心理辅导室达标率 | =100%@2025
        学生近视率三年累计下降2.4个百分点 | 学生近视率累计下降 | -2.4个百分点@2025""", about="心理健康教育、近视防控")
    d.citations = ["杏坪区中小学教师减负十条措施"]
    goals_sheet: list[tuple[str, str, str, Any, Any, str]] = [("普及", "普惠性幼儿园覆盖率", "%", 88.4, 93, "约束性"), ("普及", "学前三年毛入园率", "%", 96.1, "≥98", "预期性"),
                   ("普及", "在校中小学生数", "万人", 5.62, 6.1, "预期性"), ("优质", "优质教育资源覆盖率", "", 0.725, 0.85, "预期性"),
                   ("优质", "义务教育56人以上大班额比例", "%", 1.2, 0, "约束性"), ("优质", "省级以上特色学校", "所", 17, 30, "预期性"),
                   ("师资", "专任教师总数", "人", 4386, 4900, "预期性"), ("师资", "义务教育教师本科以上学历比例", "%", 91.3, "95以上", "预期性"),
                   ("保障", "生均教学仪器设备值（小学）", "元", 2650, 3200, "约束性")]
    for _, name, unit, base, aim, _ in goals_sheet:
        for value, due, kind in ((base, 2022, "actual"), (aim, 2025, "target")):
            shown = f"{value * 100:.1f}%" if not unit else f"{value:,}" if unit == "人" else str(value)
            figure = re.sub(r"[^\d.]", "", shown) if unit != "万人" else str(round(value * 10000))
            sign = ">=" if re.search("≥|以上", shown) else "="
            d.fact(f"{shown} | {name} | {sign}{figure.removesuffix('.0')}{'%' if not unit else unit.removeprefix('万')}",
                   None, due, kind)
    book = Workbook()
    sheet = book.active
    sheet.title = "任务分解"
    sheet.append([d.document["title"]])
    sheet.append(["编制单位：宁汀市杏坪区教育局", *[None] * 5, "2023年4月"])
    sheet.append(["序号", "项目名称", "主要内容", "分年度目标", None, None, "责任部门"])
    sheet.append([None, None, None, "2023年", "2024年", "2025年", "牵头", "协同"])
    for cells in table:
        sheet.append([int(cells[0]) if cells[0].isdigit() else cells[0], *(c or None for c in cells[1:])])
        if len(cells) == 1:
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=8)
            sheet.cell(sheet.max_row, 1).font = Font(bold=True)
    for area in ("A1:H1", "A2:F2", "G2:H2", "D3:F3", "G3:H3", "A3:A4", "B3:B4", "C3:C4"):
        sheet.merge_cells(area)
    sheet.print_title_rows, sheet.freeze_panes = "3:4", "C5"
    second = book.create_sheet("主要指标")
    second.append(["附表：“学在杏坪”三年行动计划主要发展指标"])
    second.append(["序号", "类别", "指标名称", "单位", "2022年（基期）", "2025年（目标）", "指标属性"])
    second.merge_cells("A1:G1")
    kinds = [line[0] for line in goals_sheet]
    for at, (kind, *rest) in enumerate(goals_sheet):
        first = kinds.index(kind) == at
        second.append([at + 1, kind if first else None, *(cell if cell != "" else None for cell in rest)])
        if first and kinds.count(kind) > 1:
            second.merge_cells(start_row=at + 3, end_row=at + 2 + kinds.count(kind), start_column=2, end_column=2)
    for cell in (second["E6"], second["F6"]):
        cell.number_format = "0.0%"
    for cell in (second["E9"], second["F9"]):
        cell.number_format = "#,##0"
    d.write(same_bytes(book), seen_in_sheets)


# --- 云丘县: a ledger as CSV in GB18030, saved from a sheet: title line, cells with line breaks, blank merged cells ---

def yunqiu() -> None:
    d = Doc("yunqiu-2022-ledger.csv", title="云丘县教育体育局2022年重点工作推进台账", genre="plan", issuer="云丘县教育体育局",
            locality="云丘县", period=[2022, 2022])
    table = [[d.document["title"], *[""] * 8], ["填报单位：云丘县教育体育局", *[""] * 6, "填报时间：2022年6月30日", ""],
             ["序号", "工作类别", "工作任务", "年度目标", "目前进展", "责任股室", "责任领导", "完成时限", "备注"]]

    def row(work: str, aim: str, state: str, note: str, owners: str, chief: str, by: str, facts: str, about: str) -> None:
        num = str(len(d.tasks) + 1)
        group = d.goals[-1]["title"]
        shown = "" if any(line[1] == group for line in table) else group
        d.task("\n".join((work, aim, state)), owners, facts, about, num=num, annex=True,
               starts=work.splitlines()[0][:20], ends=state[-12:])
        table.append([num, shown, work, aim, state, note, chief, by, ""])

    d.goal("项目建设")
    row("加快推进教育补短板项目建设", "新建学校3所、改扩建学校8所\n新增校舍面积3.6万平方米\n完成年度投资9200万元", "已开工7所，完成投资4100万元",
        "牵头：项目办\n配合：计划财务股、各学区中心校", "L:项目办 C:计划财务股,各学区中心校", "罗桂生", "2022年12月31日", """
        新建学校3所 | 新建学校 | =3所
        改扩建学校8所 | 改扩建学校 | =8所
        新增校舍面积3.6万平方米 | 新增校舍面积 | +36000平方米
        完成年度投资9200万元 | 教育补短板项目年度投资 | =92000000元
        已开工7所 | 已开工学校 | =7所^
        完成投资4100万元 | 教育补短板项目完成投资 | =41000000元^""", "学校建设、教育投入")
    row("实施农村学校温暖工程", "为21所高海拔学校安装空气能取暖设备，农村学生宿舍取暖覆盖率100%", "设备招标已完成", "后勤保障中心", "R:后勤保障中心", "罗桂生", "2022年10月31日", """
        为21所高海拔学校安装空气能取暖设备 | 安装空气能取暖设备的高海拔学校 | =21所
        农村学生宿舍取暖覆盖率100% | 农村学生宿舍取暖覆盖率 | =100%""", "办学条件改善、农村教育")
    row("完成运动场地改造提升", "改造塑胶运动场5个\n新增对外开放学校体育场馆12个", "竣工2个，开放场馆12个", "群众体育股、项目办", "R:群众体育股,项目办", "潘秀英", "2022年8月31日", """
        改造塑胶运动场5个 | 改造塑胶运动场 | =5个
        新增对外开放学校体育场馆12个 | 新增对外开放学校体育场馆 | +12个
        竣工2个 | 改造竣工的塑胶运动场 | =2个^
        开放场馆12个 | 对外开放学校体育场馆 | =12个^""", "体育场地建设、体育场馆开放")
    d.goal("教育质量")
    row("强化控辍保学动态监测", "九年义务教育巩固率保持在95.6%以上，三类残疾儿童入学率达98%", "核查疑似辍学线索33条，全部整改", "牵头：基础教育股\n配合：资助中心", "L:基础教育股 C:资助中心", "潘秀英",
        "2022年12月31日", """
        九年义务教育巩固率保持在95.6%以上 | 九年义务教育巩固率 | >=95.6%
        三类残疾儿童入学率达98% | 三类残疾儿童入学率 | =98%
        核查疑似辍学线索33条 | 核查疑似辍学线索 | =33条^""", "控辍保学、特殊教育")
    row("提升高中教学质量\n（含与省城名校结对帮扶）", "普通高考本科录取率增长2个百分点，与省实验中学开展联合教研10次", "开展联合教研6次", "教研室\n县第一中学", "R:教研室,县第一中学", "覃志强", "2022年7月31日", """
        普通高考本科录取率增长2个百分点 | 普通高考本科录取率 | +2个百分点
        与省实验中学开展联合教研10次 | 与省实验中学联合教研 | =10次
        开展联合教研6次 | 与省实验中学联合教研 | =6次^""", "高考质量、结对帮扶")
    row("深化“双减”与“五项管理”", "课后服务覆盖率100%，学生参与率90%以上\n压减学科类培训机构比例不低于80%", "关停学科类机构19家，压减率76%", "牵头：校外培训监管股\n配合：基础教育股、教研室", "L:校外培训监管股 C:基础教育股,教研室",
        "覃志强", "2022年12月31日", """
        课后服务覆盖率100% | 课后服务覆盖率 | =100%
        学生参与率90%以上 | 课后服务学生参与率 | >=90%
        压减学科类培训机构比例不低于80% | 压减学科类培训机构比例 | >=80%
        关停学科类机构19家 | 关停学科类培训机构 | =19家^
        压减率76% | 学科类培训机构压减率 | =76%^""", "双减、课后服务、五项管理")
    row("推广普及国家通用语言文字", "创建县级语言文字规范化示范校10所\n学前儿童普通话培训4000人左右", "培训幼儿教师260人次", "语委办", "R:语委办", "覃志强", "2022年11月30日", """
        创建县级语言文字规范化示范校10所 | 县级语言文字规范化示范校 | =10所
        学前儿童普通话培训4000人左右 | 学前儿童普通话培训 | ~4000人
        培训幼儿教师260人次 | 普通话培训幼儿教师 | =260人次^""", "语言文字工作、推普")
    d.goal("队伍建设")
    row("补充紧缺学科教师", "招聘教师85名（其中幼儿教师40名），选派支教教师30－35名", "已完成笔试面试，拟录用83名", "人事股", "R:人事股", "黄永胜", "2022年8月31日", """
        招聘教师85名 | 招聘教师 | =85名
        其中幼儿教师40名 | 招聘幼儿教师 | =40名
        选派支教教师30－35名 | 选派支教教师 | #30-35名
        拟录用83名 | 拟录用教师 | =83名^""", "教师队伍建设、支教")
    row("落实乡村教师待遇", "按每人每月400元至1000元分档兑现乡村教师生活补助，惠及教师约1500名", "上半年已发放", "牵头：人事股\n配合：计划财务股", "L:人事股 C:计划财务股", "黄永胜", "长期", """
        按每人每月400元至1000元分档 | 乡村教师每人每月生活补助 | #400-1000元
        惠及教师约1500名 | 乡村教师生活补助惠及教师 | ~1500名""", "教师待遇、乡村教师生活补助")
    row("开展“万名教师大家访”活动", "家访学生不少于3.8万户，班主任家访率100%", "家访学生2.1万户", "德育股、各学区中心校", "R:德育股,各学区中心校", "黄永胜", "2022年12月31日", """
        家访学生不少于3.8万户 | 家访学生户数 | >=38000户
        班主任家访率100% | 班主任家访率 | =100%
        家访学生2.1万户 | 家访学生户数 | =21000户^""", "家访、家校社协同育人")
    d.goal("安全稳定")
    row("抓好校园安全和疫情防控", "每所学校每学期开展应急演练不少于2次\n食堂“互联网+明厨亮灶”覆盖率95%以上\n安全事故起数下降10%", "排查隐患214处，整改209处", "牵头：安全法规股\n配合：后勤保障中心、疫情防控专班", "L:安全法规股 C:后勤保障中心,疫情防控专班",
        "罗桂生", "2022年12月31日", """
        每所学校每学期开展应急演练不少于2次 | 每所学校每学期应急演练次数 | >=2次
        食堂“互联网+明厨亮灶”覆盖率95%以上 | 食堂“互联网+明厨亮灶”覆盖率 | >=95%
        安全事故起数下降10% | 安全事故起数 | -10%
        排查隐患214处 | 排查安全隐患 | =214处^
        整改209处 | 整改安全隐患 | =209处^""", "校园安全、学校疫情防控、校园食品安全")
    row("加强学生防溺水工作", "设置警示牌600块，配备救生设施180套，签订监护责任书100%", "设置警示牌560块", "安全法规股", "R:安全法规股", "罗桂生", "2022年9月30日", """
        设置警示牌600块 | 防溺水警示牌 | =600块
        配备救生设施180套 | 防溺水救生设施 | =180套
        签订监护责任书100% | 监护责任书签订率 | =100%
        设置警示牌560块 | 防溺水警示牌 | =560块^""", "防溺水")
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(table)
    d.write(buffer.getvalue().encode("gb18030"), seen_in_csv)


# --- 苍屏县: an action plan in Markdown: headings with #, lists with owners on a line of their own, a pipe table -------

def cangping() -> None:
    title = "苍屏县学生心理健康促进三年行动计划（2024—2026年）"
    d = Doc("cangping-2024-2026-action-plan.md", title=title, genre="action_plan", issuer="苍屏县教育局", locality="苍屏县",
            period=[2024, 2026], published="2024-03-08")
    lines = [f"# {title}", "> 发布机构：苍屏县教育局　　发布日期：2024-03-08　　文号：苍教〔2024〕9号",
             "为深入贯彻《全面加强和改进新时代学生心理健康工作专项行动计划（2023—2025年）》，切实守护青少年心理健康，结合我县实际，制定本行动计划。",
             "## 一、指导思想", "坚持健康第一的教育理念，遵循学生身心发展规律，坚持预防为先、协同联动、医教结合，促进学生思想道德素质、科学文化素质和身心健康素质协调发展。",
             "## 二、重点行动"]

    def item(num: int, lead: str, text: str, note: str, owners: str, facts: str, about: str) -> None:
        d.task(lead + text, owners, facts, about, num=str(num))
        lines.append(f"{num}. **{lead}**{text}")
        if note:
            lines.append(f"   *{note}*")

    lines.append("### （一）" + d.goal("课程浸润行动"))
    item(1, "开足开好心理健康课。", "中小学每两周至少开设1课时心理健康教育课，2024年秋季学期实现全县覆盖；编写本土化读本4册，遴选优质课例60节。",
         "牵头单位：基础教育股；配合单位：教研室、各学区管理中心", "L:基础教育股 C:教研室,各学区管理中心", """
         每两周至少开设1课时心理健康教育课 | 中小学每两周心理健康教育课 | >=1课时
         编写本土化读本4册 | 心理健康教育本土化读本 | =4册
         遴选优质课例60节 | 心理健康教育优质课例 | =60节""", "心理健康教育课程")
    item(2, "融入五育滋养心灵。", "坚持以德育心、以体强心、以美润心、以劳健心：\n   - 学生每天体育锻炼时间不低于2小时；\n   - 每名学生掌握1至2项艺术特长；\n   - 建设劳动实践基地18个。",
         "牵头单位：体卫艺股；配合单位：德育股、青少年活动中心", "L:体卫艺股 C:德育股,青少年活动中心", """
         学生每天体育锻炼时间不低于2小时 | 学生每天体育锻炼时间 | >=2小时
         每名学生掌握1至2项艺术特长 | 每名学生掌握的艺术特长 | #1-2项
         建设劳动实践基地18个 | 劳动实践基地 | =18个""", "五育并举、学校体育、劳动教育")
    lines.append("### （二）" + d.goal("监测预警行动"))
    item(1, "规范心理健康监测。", "小学高年级、初中、高中每学年开展心理健康测评1次，建立“一生一策”心理档案，建档率到2026年达到100%。",
         "牵头单位：德育股；配合单位：县教师进修学校、县人民医院", "L:德育股 C:县教师进修学校,县人民医院", """
         每学年开展心理健康测评1次 | 每学年心理健康测评次数 | =1次
         建档率到2026年达到100% | 学生心理档案建档率 | =100%""", "心理健康监测")
    item(2, "健全预警干预机制。", "完善班级、年级、学校、家庭“四级”预警网络，培训心理委员2200名左右，重点学生帮扶率不低于98%，危机事件响应时间不超过30分钟。",
         "牵头单位：安全股；责任单位：各中小学校", "L:安全股 R:各中小学校", """
         培训心理委员2200名左右 | 培训心理委员 | ~2200名
         重点学生帮扶率不低于98% | 重点学生帮扶率 | >=98%
         危机事件响应时间不超过30分钟 | 危机事件响应时间 | <=30分钟""", "心理危机干预")
    lines.append("### （三）" + d.goal("咨询服务行动"))
    item(1, "建强心理辅导阵地。", "三年新建标准化心理辅导室45间，改造升级20间，建成县级学生心理健康辅导中心1个，开通24小时心理援助热线。",
         "牵头单位：计财股；配合单位：德育股", "L:计财股 C:德育股", """
         三年新建标准化心理辅导室45间 | 新建标准化心理辅导室 | =45间
         改造升级20间 | 改造升级心理辅导室 | =20间
         建成县级学生心理健康辅导中心1个 | 县级学生心理健康辅导中心 | =1个""", "心理辅导室建设")
    item(2, "配齐配强心理教师。", "2026年底前中小学专职心理健康教师配备率提高到95%以上，新增专职教师50名，每年培训兼职教师400人次。",
         "牵头单位：人事股；配合单位：县教师进修学校", "L:人事股 C:县教师进修学校", """
         专职心理健康教师配备率提高到95%以上 | 中小学专职心理健康教师配备率 | >=95%
         新增专职教师50名 | 新增专职心理健康教师 | +50名
         每年培训兼职教师400人次 | 每年培训兼职心理健康教师 | =400人次""", "心理健康教师队伍、教师培训")
    lines.append("### （四）" + d.goal("家校社医协同行动"))
    item(1, "提升家庭养育能力。", "用好家长学校、家长课堂，学校每学年开展家庭教育指导不少于4次，家长参与率不低于85%，班主任家访覆盖全体学生。",
         "牵头单位：县关工委办公室；配合单位：德育股、各学区管理中心", "L:县关工委办公室 C:德育股,各学区管理中心", """
         学校每学年开展家庭教育指导不少于4次 | 每学年家庭教育指导次数 | >=4次
         家长参与率不低于85% | 家庭教育指导家长参与率 | >=85%""", "家庭教育、家校社协同育人")
    item(2, "畅通医教绿色通道。", "推动县、乡医疗机构与学校结对，2025年底前结对学校达到70所，安排医疗机构精神科医师到校服务每月1次，转介处置率100%。",
         "牵头单位：体卫艺股；配合单位：县疾控中心、县人民医院", "L:体卫艺股 C:县疾控中心,县人民医院", """
         2025年底前结对学校达到70所 | 与医疗机构结对的学校 | =70所@2025
         精神科医师到校服务每月1次 | 精神科医师每月到校服务次数 | =1次!
         转介处置率100% | 心理问题转介处置率 | =100%""", "医教协同")
    lines.append("## 三、" + d.goal("保障措施"))
    item(1, "加强组织领导。", "成立县学生心理健康工作专班，由县教育局主要负责同志任组长，定期研究解决重大问题。", "", "", "", "组织领导")
    item(2, "落实经费投入。", "按照生均每年不低于20元的标准安排心理健康教育经费，三年累计投入专项资金600万元。", "", "", """
         按照生均每年不低于20元的标准 | 生均每年心理健康教育经费 | >=20元
         三年累计投入专项资金600万元 | 心理健康教育专项资金累计投入 | =6000000元""", "经费保障")
    item(3, "严格督导考核。", "将心理健康工作纳入学校年度综合考核，所占分值不少于5分，对工作不力、造成严重后果的依规追责。", "", "", """
         所占分值不少于5分 | 心理健康工作在学校年度综合考核中所占分值 | >=5分""", "教育督导")
    lines += ["## 附件", "**苍屏县学生心理健康促进三年行动计划项目推进表**"]
    rows = ["| 序号 | 行动类别 | 项目 | 2024年 | 2025年 | 2026年 | 牵头股室 | 责任单位 |", "|:---:|---|---|---|---|---|:---:|---|"]

    def row(goal: int, name: str, years: list[str], lead: str, units: str, facts: str, about: str) -> None:
        num = str(len(rows) - 1)
        d.task("\n".join([name, *years]), f"L:{lead} R:{units}", facts, about, num=num, goal=f"g{goal}", annex=True,
               starts=name, ends=years[-1][-20:])
        cells = [num, d.goals[goal - 1]["title"], name, *years, lead, units.replace(",", "<br>")]
        rows.append("| " + " | ".join(cells) + " |")

    row(1, "心理健康优质课程资源库建设", ["课例20节", "课例20节，开发专题资源包6个", "课例20节，资源库访问量超5万次"], "基础教育股", "教研室", """
        课例20节 | 心理健康教育优质课例 | =20节@2024
        课例20节 | 心理健康教育优质课例 | =20节@2025
        开发专题资源包6个 | 心理健康专题资源包 | =6个@2025
        课例20节 | 心理健康教育优质课例 | =20节@2026
        资源库访问量超5万次 | 心理健康课程资源库访问量 | >=50000次@2026""", "心理健康教育课程")
    row(2, "学生心理健康监测平台建设", ["平台上线试运行", "接入学校60%", "接入学校100%"], "德育股", "县教师进修学校,各中小学校", """
        接入学校60% | 心理健康监测平台接入学校比例 | =60%@2025
        接入学校100% | 心理健康监测平台接入学校比例 | =100%@2026""", "心理健康监测")
    row(3, "标准化心理辅导室建设项目", ["新建15间", "新建18间", "新建12间，评选示范辅导室10间"], "计财股", "各学区管理中心", """
        新建15间 | 新建标准化心理辅导室 | =15间@2024
        新建18间 | 新建标准化心理辅导室 | =18间@2025
        新建12间 | 新建标准化心理辅导室 | =12间@2026
        评选示范辅导室10间 | 示范心理辅导室 | =10间@2026""", "心理辅导室建设")
    row(3, "专职心理健康教师补充计划", ["招聘15－18名", "招聘20名左右", "招聘15名"], "人事股", "县教师进修学校", """
        招聘15－18名 | 招聘专职心理健康教师 | #15-18名@2024
        招聘20名左右 | 招聘专职心理健康教师 | ~20名@2025
        招聘15名 | 招聘专职心理健康教师 | =15名@2026""", "心理健康教师队伍")
    row(4, "家庭教育百校巡讲项目", ["巡讲30场", "巡讲40场", "巡讲不少于50场，受益家长2万人次"], "县关工委办公室", "德育股,各中小学校", """
        巡讲30场 | 家庭教育巡讲 | =30场@2024
        巡讲40场 | 家庭教育巡讲 | =40场@2025
        巡讲不少于50场 | 家庭教育巡讲 | >=50场@2026
        受益家长2万人次 | 家庭教育巡讲受益家长 | =20000人次@2026""", "家庭教育")
    d.citations = ["全面加强和改进新时代学生心理健康工作专项行动计划（2023—2025年）"]
    lines.append("\n".join(rows))
    d.write(("\n\n".join(lines) + "\n").encode("utf-8"), seen_in_markdown)


# --- XX市: names masked; plain text in which each item is one line with labels, due date and owners fused -------------

def masked() -> None:
    d = Doc("masked-2023-supervision-list.txt", title="XX市教育局2023年度重点工作督办清单", genre="plan", issuer="XX市教育局",
            locality="XX市", period=[2023, 2023], published="2023-03-02")
    lines = [d.document["title"], "根据市委、市政府工作部署和全市教育工作会议精神，现将2023年度12项重点工作督办事项明确如下，请各科室对照抓好落实。"]

    def item(text: str, chief: str, lead: str, helpers: str, facts: str, about: str) -> None:
        num = str(len(d.tasks) + 1)
        d.task(text, f"L:{lead}" + (f" C:{helpers}" if helpers else ""), facts, about, num=num)
        note = f"【责任领导：{chief}；牵头科室：{lead.replace(',', '、')}"
        lines.append(f"{num}.{text}{note}" + (f"；配合科室：{helpers.replace(',', '、')}】" if helpers else "】"))

    lines.append("一、" + d.goal("资源扩容类"))
    item("学前教育普惠扩容。目标任务：新建公办园14所，回收小区配套园6所，普惠性幼儿园覆盖率达到91%。完成时限：2023年11月底前。工作措施：①建立季度通报机制；"
         "②对XX区、XX县实行重点督办；③落实生均公用经费不低于600元的拨款标准。", "李XX", "学前教育科", "计划财务科,审批服务科", """
         新建公办园14所 | 新建公办园 | =14所
         回收小区配套园6所 | 回收小区配套园 | =6所
         普惠性幼儿园覆盖率达到91% | 普惠性幼儿园覆盖率 | =91%
         落实生均公用经费不低于600元的拨款标准 | 公办园生均公用经费拨款标准 | >=600元""", "普惠性幼儿园、公办幼儿园建设、小区配套园治理")
    item("义务教育学位攻坚。目标任务：XX中学北校区、XX路小学等9个项目竣工交付，新增学位1.25万个，56人以上大班额全部消除。完成时限：2023年8月底前。"
         "工作措施：实行挂图作战，每半月调度一次，对进度滞后的项目约谈属地。", "王XX", "计划财务科", "义务教育科,各县（市、区）教育局", """
         XX中学北校区、XX路小学等9个项目竣工交付 | 竣工交付的义务教育学位建设项目 | =9个
         新增学位1.25万个 | 新增学位 | +12500个
         每半月调度一次 | 每半月调度次数 | =1次!""", "学位供给、消除大班额")
    item("普通高中协同发展。目标任务：组建市域高中教育联盟4个，培育省级学科基地5－7个，县中生源流失率下降3个百分点。工作措施：严禁掐尖招生，推行联盟校同备课、同教研、同考试。",
         "王XX", "高中教育科", "市教育科学研究院,考试招生中心", """
         组建市域高中教育联盟4个 | 市域高中教育联盟 | =4个
         培育省级学科基地5－7个 | 省级学科基地 | #5-7个
         县中生源流失率下降3个百分点 | 县中生源流失率 | -3个百分点""", "县域高中振兴、普通高中教育")
    lines.append("二、" + d.goal("质量提升类"))
    item("义务教育质量监测整改。目标任务：国家监测反馈问题整改率不低于95%，四年级、八年级学生数学学业达标率分别提高到88%和83%。工作措施：开展“一校一单”诊断式视导120校次，"
         "将结果运用于校长考核。", "赵XX", "市教育科学研究院", "义务教育科,教育督导科", """
         国家监测反馈问题整改率不低于95% | 国家监测反馈问题整改率 | >=95%
         学生数学学业达标率分别提高到88% | 四年级学生数学学业达标率 | =88%
         83% | 八年级学生数学学业达标率 | =83%
         开展“一校一单”诊断式视导120校次 | “一校一单”诊断式视导 | =120校次""", "教育质量监测、教育督导")
    item("作业与课后服务提质。目标任务：作业公示制度落实率100%，课后服务学生自愿参与率92%以上，聘请校外兼职教师近2000名。工作措施：遴选“五小”特色课程80门，"
         "建立家长评价反馈渠道，严肃查处随意增减课时行为。", "赵XX", "义务教育科", "", """
         作业公示制度落实率100% | 作业公示制度落实率 | =100%
         课后服务学生自愿参与率92%以上 | 课后服务学生自愿参与率 | >=92%
         聘请校外兼职教师近2000名 | 聘请课后服务校外兼职教师 | ~2000名
         遴选“五小”特色课程80门 | 遴选课后服务特色课程 | =80门""", "双减、课后服务、作业管理")
    item("体教融合。目标任务：建成省级以上体育特色学校35所，校园足球四级联赛参赛学校达到210所，学生体质健康抽测优良率52%。完成时限：2023年12月。工作措施：办好市中小学生第十二届运动会，"
         "补充体育教师不少于90名。", "孙XX", "体育卫生艺术科", "人事科", """
         建成省级以上体育特色学校35所 | 省级以上体育特色学校 | =35所
         校园足球四级联赛参赛学校达到210所 | 校园足球四级联赛参赛学校 | =210所
         学生体质健康抽测优良率52% | 学生体质健康抽测优良率 | =52%
         补充体育教师不少于90名 | 补充体育教师 | >=90名""", "体教融合、学校体育、体质健康")
    lines.append("三、" + d.goal("改革创新类"))
    item("教师“县管校聘”改革。目标任务：所有县（市、区）完成岗位竞聘，交流轮岗教师不低于应交流教师的12%，其中骨干教师不低于交流总数的25%。"
         "工作措施：出台《XX市义务教育教师交流轮岗实施办法》，落实交流教师每月500元补贴。", "周XX", "人事科", "教师工作科,各县（市、区）教育局", """
         交流轮岗教师不低于应交流教师的12% | 交流轮岗教师占应交流教师的比例 | >=12%
         其中骨干教师不低于交流总数的25% | 骨干教师占交流教师总数的比例 | >=25%
         落实交流教师每月500元补贴 | 交流教师每月补贴 | =500元""", "县管校聘、教师交流")
    item("职业教育产教融合。目标任务：创建省级高水平专业群2个，建设校企实训基地15个以上，中职毕业生升学与就业总比率达到98%，为本地企业输送技能人才3500人左右。"
         "工作措施：组建XX产业学院，推行“订单班”培养。", "周XX", "职业教育与成人教育科", "XX职业技术学院,市职教中心", """
         创建省级高水平专业群2个 | 省级高水平专业群 | =2个
         建设校企实训基地15个以上 | 校企实训基地 | >=15个
         中职毕业生升学与就业总比率达到98% | 中职毕业生升学与就业总比率 | =98%
         为本地企业输送技能人才3500人左右 | 为本地企业输送技能人才 | ~3500人""", "职业教育、产教融合")
    item("智慧教育应用。目标任务：新增省级数字校园50所，“三个课堂”常态化应用学校不少于180所，教师信息素养提升培训1.8万人次。工作措施：推进国家平台与市级平台互联互通。",
         "孙XX", "科技与信息化科", "市电化教育馆", """
         新增省级数字校园50所 | 新增省级数字校园 | +50所
         “三个课堂”常态化应用学校不少于180所 | “三个课堂”常态化应用学校 | >=180所
         教师信息素养提升培训1.8万人次 | 教师信息素养提升培训 | =18000人次""", "教育数字化、智慧校园")
    lines.append("四、" + d.goal("安全保障类"))
    item("校园安全标准化。目标任务：校园安全标准化建设达标率100%，新建“护学岗”260个，涉校安全警情同比下降15%以上。工作措施：联合公安、市场监管等部门开展春秋两季拉网式排查，"
         "问题销号率不低于98%。", "吴XX", "安全管理科", "后勤服务中心", """
         校园安全标准化建设达标率100% | 校园安全标准化建设达标率 | =100%
         新建“护学岗”260个 | 新建“护学岗” | =260个
         涉校安全警情同比下降15%以上 | 涉校安全警情同比下降 | >=15%
         问题销号率不低于98% | 校园安全问题销号率 | >=98%""", "校园安全")
    item("学生资助精准化。目标任务：全年资助家庭经济困难学生6.4万人次、资金7800万元，生源地信用助学贷款应贷尽贷，义务教育阶段学生无因贫失学。工作措施：实现与民政、乡村振兴部门数据比对每季度一次。",
         "吴XX", "学生资助管理中心", "计划财务科", """
         全年资助家庭经济困难学生6.4万人次 | 资助家庭经济困难学生 | =64000人次
         资金7800万元 | 家庭经济困难学生资助资金 | =78000000元
         数据比对每季度一次 | 每季度数据比对次数 | =1次!""", "学生资助")
    item("心理健康护航。目标任务：心理辅导室覆盖率100%，专兼职心理教师持证率不低于85%，建立市级心理专家库50人。工作措施：每学期开展全员筛查1次，畅通与XX医院的转介通道。",
         "孙XX", "体育卫生艺术科,德育科", "市教育科学研究院", """
         心理辅导室覆盖率100% | 心理辅导室覆盖率 | =100%
         专兼职心理教师持证率不低于85% | 专兼职心理教师持证率 | >=85%
         建立市级心理专家库50人 | 市级心理专家库专家 | =50人
         每学期开展全员筛查1次 | 每学期心理全员筛查次数 | =1次!""", "心理健康教育")
    lines += ["督办要求：各牵头科室每月28日前报送进展，市教育局办公室（联系人：陈XX，电话：0000-22XXXX6）汇总通报。", "XX市教育局2023年3月2日"]
    d.citations = ["XX市义务教育教师交流轮岗实施办法"]
    d.write(("\r\n".join(lines) + "\r\n").encode("utf-8"), seen_in_text)


# --- 海岳省: text pulled out of a scan: letter-spaced, broken in mid-sentence, page heads and feet in between ---------

PAGE = "\n　　　　　　　　－ {} －\n\f海岳省教育厅　　　　　　　　　　　　　　2020年工作总结\n\n"
PAGE_NOISE = r"\s*－ \d －\s*海岳省教育厅\s+2020年工作总结\s*"


def spaced_out(paragraphs: list[str]) -> str:
    """Break paragraphs after 30 characters, letter-space two in three and put page marks after each 17 lines."""
    lines: list[str] = []
    for at, paragraph in enumerate(paragraphs):
        parts = re.findall(r".{1,29}(?:[\d.]+%?|.)[，。、；”》％]?|.", paragraph)
        lines += [(" " if at % 3 else "").join(part) for part in parts]
    text = ""
    for at, line in enumerate(lines, 1):
        text += line + "\n" + (PAGE.format(at // 17) if at % 17 == 0 else "")
    return text


def raw_match(clean: str, raw: str, start: int = 0) -> re.Match[str]:
    """Where `clean` stands in `raw`, spaces, line breaks and page marks inside allowed."""
    pattern = rf"(?:{PAGE_NOISE}|\s)*".join(re.escape(c) for c in clean if not c.isspace())
    found = re.compile(pattern).search(raw, start)
    assert found, clean
    return found


def haiyue() -> None:
    d = Doc("haiyue-2020-summary.txt", title="海岳省教育厅2020年工作总结", genre="summary", issuer="海岳省教育厅", locality="海岳省",
            period=[2020, 2020], published="2021-01-08")
    lines = [d.document["title"], "2020年，面对疫情大战大考，全省教育系统坚决贯彻省委、省政府决策部署，一手抓防控、一手抓改革发展，“十三五”主要目标任务如期完成。现将有关情况报告如下。"]

    def item(text: str, facts: str, about: str) -> None:
        num = str(len(d.tasks) + 1)
        lines.append(f"　　{num}．" + d.task(text, "", facts, about, num=num, status="reported"))

    def goal(title: str) -> None:
        lines.append("　　" + "一二三四五"[len(d.goals)] + "、" + d.goal(title))

    goal("全力打好校园疫情防控阻击战")
    item("建立省市县校四级防控体系，派出驻校防疫指导员8600名，开展开学核验1.2万校次，全省1100万师生员工实现校园零感染。", """
         派出驻校防疫指导员8600名 | 派出驻校防疫指导员 | =8600名
         开展开学核验1.2万校次 | 开学核验 | =12000校次
         全省1100万师生员工 | 师生员工 | =11000000!""", "学校疫情防控")
    item("组织名师录制“空中课堂”课程资源4200节，点播量突破3亿次，为2.6万名家庭困难学生赠送流量和终端，做到停课不停学。", """
         录制“空中课堂”课程资源4200节 | “空中课堂”课程资源 | =4200节
         点播量突破3亿次 | “空中课堂”点播量 | >=300000000次
         为2.6万名家庭困难学生赠送流量和终端 | 获赠流量和终端的家庭困难学生 | =26000名""", "在线教学、停课不停学")
    goal("全面打赢教育脱贫攻坚收官战")
    item("强化控辍保学，建档立卡辍学学生由台账销号，劝返复学1384人，全省九年义务教育巩固率达到96.2%，比上年提高0.7个百分点。", """
         劝返复学1384人 | 劝返复学学生 | =1384人
         全省九年义务教育巩固率达到96.2% | 九年义务教育巩固率 | =96.2%
         比上年提高0.7个百分点 | 九年义务教育巩固率比上年提高 | +0.7个百分点""", "控辍保学、教育扶贫")
    item("落实各级各类学生资助资金118亿元，惠及学生920万人次，发放生源地信用助学贷款24.5亿元，组织高校与35个脱贫县结对帮扶，购买农产品金额超过1.5亿元。", """
         落实各级各类学生资助资金118亿元 | 学生资助资金 | =11800000000元
         惠及学生920万人次 | 学生资助惠及学生 | =9200000人次
         发放生源地信用助学贷款24.5亿元 | 生源地信用助学贷款 | =2450000000元
         组织高校与35个脱贫县结对帮扶 | 与高校结对帮扶的脱贫县 | =35个
         购买农产品金额超过1.5亿元 | 高校购买脱贫县农产品金额 | >=150000000元""", "学生资助、教育扶贫、结对帮扶")
    item("改善贫困地区办学条件，安排中央和省级资金67亿元，新建改扩建校舍310万平方米，教学点数字资源实现全覆盖，选派支教教师5000余名。", """
         安排中央和省级资金67亿元 | 改善贫困地区办学条件资金 | =6700000000元
         新建改扩建校舍310万平方米 | 新建改扩建校舍面积 | =3100000平方米
         选派支教教师5000余名 | 选派支教教师 | >=5000名""", "办学条件改善、支教")
    goal("加快推进各级各类教育协调发展")
    item("推动学前教育普惠发展，治理城镇小区配套幼儿园1567所，新增普惠性学位21.3万个，公办园在园幼儿占比达到51.4%，普惠性幼儿园覆盖率达到85.9%。", """
         治理城镇小区配套幼儿园1567所 | 治理城镇小区配套幼儿园 | =1567所
         新增普惠性学位21.3万个 | 新增普惠性学位 | +213000个
         公办园在园幼儿占比达到51.4% | 公办园在园幼儿占比 | =51.4%
         普惠性幼儿园覆盖率达到85.9% | 普惠性幼儿园覆盖率 | =85.9%""", "普惠性幼儿园、小区配套园治理")
    item("推进义务教育基本均衡发展，最后9个县通过国家督导评估认定，全省消除大班额2.4万个，大班额比例降至3.1%，随迁子女在公办学校就读比例稳定在88%以上。", """
         最后9个县通过国家督导评估认定 | 通过义务教育基本均衡国家督导评估认定的县 | =9个
         全省消除大班额2.4万个 | 消除大班额 | =24000个
         大班额比例降至3.1% | 大班额比例 | =3.1%
         随迁子女在公办学校就读比例稳定在88%以上 | 随迁子女在公办学校就读比例 | >=88%""", "义务教育均衡发展、消除大班额、随迁子女入学")
    item("提高职业教育质量，立项建设省级高水平高职学校20所、专业群60个，高职扩招完成11.8万人，学生在全国技能大赛中获得一等奖17项、二等奖42项。", """
         立项建设省级高水平高职学校20所 | 立项建设省级高水平高职学校 | =20所
         专业群60个 | 立项建设省级高水平专业群 | =60个
         高职扩招完成11.8万人 | 高职扩招人数 | =118000人
         获得一等奖17项 | 全国技能大赛一等奖 | =17项
         二等奖42项 | 全国技能大赛二等奖 | =42项""", "职业教育、高职扩招")
    item("促进高等教育内涵发展，新增国家级一流本科专业建设点186个、一流课程143门，高等教育毛入学率达到53.7%，新增博士学位授权点12个。", """
         新增国家级一流本科专业建设点186个 | 新增国家级一流本科专业建设点 | +186个
         一流课程143门 | 新增国家级一流课程 | +143门
         高等教育毛入学率达到53.7% | 高等教育毛入学率 | =53.7%
         新增博士学位授权点12个 | 新增博士学位授权点 | +12个""", "高等教育、一流专业建设")
    goal("持续深化教育综合改革")
    item("落实立德树人机制，建设省级思政课名师工作室45个，评选课程思政示范课300门，创建全国文明校园23所，劳动教育实验县增至16个。", """
         建设省级思政课名师工作室45个 | 省级思政课名师工作室 | =45个
         评选课程思政示范课300门 | 课程思政示范课 | =300门
         创建全国文明校园23所 | 全国文明校园 | =23所
         劳动教育实验县增至16个 | 劳动教育实验县 | =16个""", "立德树人、课程思政、劳动教育")
    item("稳妥推进考试招生改革，出台《海岳省深化高考综合改革实施方案》，完成34.9万名考生参加的高考组考任务，建成标准化考点410个，实现平稳顺利。", """
         完成34.9万名考生参加的高考组考任务 | 高考考生 | =349000名
         建成标准化考点410个 | 标准化考点 | =410个""", "高考综合改革、考试招生")
    item("规范校外培训，排查机构1.9万家，取缔无证机构2730家，黑白名单制度覆盖率100%，受理群众投诉办结率99.2%。", """
         排查机构1.9万家 | 排查校外培训机构 | =19000家
         取缔无证机构2730家 | 取缔无证校外培训机构 | =2730家
         黑白名单制度覆盖率100% | 校外培训机构黑白名单制度覆盖率 | =100%
         受理群众投诉办结率99.2% | 校外培训群众投诉办结率 | =99.2%""", "校外培训治理")
    goal("着力夯实教育发展保障基础")
    item("加强教师队伍建设，招聘特岗教师1.1万名，培养公费师范生4500名，培训乡村教师约16万人次，乡村教师月人均生活补助提高120元。", """
         招聘特岗教师1.1万名 | 招聘特岗教师 | =11000名
         培养公费师范生4500名 | 培养公费师范生 | =4500名
         培训乡村教师约16万人次 | 培训乡村教师 | ~160000人次
         乡村教师月人均生活补助提高120元 | 乡村教师月人均生活补助 | +120元""", "教师队伍建设、特岗教师、乡村教师")
    item("守牢安全稳定底线，中小学幼儿园专职保安配备率、封闭化管理率分别达到98.6%和100%，“护校安园”行动整改隐患3.7万处，溺水死亡学生人数下降18%。", """
         专职保安配备率、封闭化管理率分别达到98.6% | 中小学幼儿园专职保安配备率 | =98.6%
         100% | 中小学幼儿园封闭化管理率 | =100%
         整改隐患3.7万处 | “护校安园”行动整改隐患 | =37000处
         溺水死亡学生人数下降18% | 溺水死亡学生人数 | -18%""", "校园安全、防溺水")
    d.citations = ["海岳省深化高考综合改革实施方案"]
    lines += ["　　" * 10 + "海岳省教育厅", "　　" * 10 + "2021年1月8日"]
    raw = spaced_out(lines)
    for task in d.tasks:
        whole = raw_match(d.texts[task["id"]], raw).group()
        d.texts[task["id"]] = whole
        for edge in ("starts", "ends"):
            task[edge] = raw_match(task[edge], whole).group()
            assert not re.search(PAGE_NOISE, task[edge]), task[edge]
        for fact in d.facts:
            if fact["task"] == task["id"]:
                fact["quote"] = raw_match(fact["quote"], whole).group()
    d.write(raw.encode("utf-8"), lambda path: [raw := path.read_bytes().decode("utf-8"), re.sub(r"\s", "", raw)])


BUILDERS = [ruoling, xunchuan, yuechuan, tingan, xingping, yunqiu, cangping, masked, haiyue]


def main() -> None:
    for build in BUILDERS:
        build()


if __name__ == "__main__":
    main()
