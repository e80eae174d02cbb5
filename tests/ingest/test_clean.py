"""Page noise goes, broken lines join, and every place leads back to the stored text."""

import pytest

from ingest.clean import Clean, clean
from ingest.lines import noise
from ingest.text import Text


def paragraphs(stored: str) -> list[str]:
    cleaned = clean(Text(stored))
    return [cleaned.form[start:end] for start, end in cleaned.bounds]


def check(cleaned: Clean) -> None:
    assert len(cleaned.form) == len(cleaned.text)
    for start, end in cleaned.bounds:
        span = cleaned.span(start, end)
        assert span.quote
        assert cleaned.stored[span.start:span.end] == span.quote
        assert cleaned.text[end] == "\n"


@pytest.mark.parametrize("stored", [
    "一、加强安全\n\n1.排查隐患。\r\n\r\n2.完善制度。\n",
    "　　一、加强\u200b安全，\n继续加强。\f（责 任 单 位：安全科）",
    "首页\n江阴市教育局工作要点\n— 1 —\n1 .新建 3 所学校，\n\n— 2 —\n\n改建 5 所。",
    "只有一行",
    "\ufeff\n\n最后一行没有换行",
], ids=["plain", "noise-inside", "pages", "one-line", "blank-start"])
def test_every_paragraph_leads_back_to_the_stored_text(stored: str) -> None:
    check(clean(Text(stored)))


def test_every_character_that_stays_leads_back_to_itself() -> None:
    cleaned = clean(Text("　一、新建 3 所\u200b学校，\n— 4 —\n改建 5 所。\n\n责 任 单 位：安全科"))
    for start, end in cleaned.bounds:
        for position in range(start, end):
            assert cleaned.span(position, position + 1).quote == cleaned.text[position]


def test_a_quote_over_a_page_break_holds_the_noise() -> None:
    cleaned = clean(Text("配备心理健康教\n\n— 3 —\n\n师75名，\n结对帮扶。"))
    start = cleaned.text.index("师75名")
    span = cleaned.span(start, start + 9)
    assert span.quote == "师75名，\n结对帮扶"


def test_nothing_but_noise_gives_no_paragraph() -> None:
    assert clean(Text("")).bounds == ()
    assert clean(Text("首页\n— 1 —\n\u3000")).bounds == ()


# --- one form

@pytest.mark.parametrize(("stored", "form"), [
    ("\uff12\uff10\uff12\uff14年，新建\uff11\uff10所", "2024年，新建10所"),
    ("达到\uff11\uff10\uff10％", "达到100%"),
    ("(责任单位:安全科;基教科)", "（责任单位：安全科；基教科）"),
    ("【责任单位】安全科", "（责任单位）安全科"),
    ("责任单位∶安全科", "责任单位：安全科"),
    ("「双减」工作", "“双减”工作"),
    ("3—5所", "3-5所"), ("3～5所", "3-5所"), ("3－5所", "3-5所"), ("3–5所", "3-5所"),
    ("1．抓好", "1.抓好"),
    ("比例为45：55", "比例为45:55"),
    ("1，200名", "1,200名"),
    ("甲丶乙﹑丙", "甲、乙、丙"),
    ("二○二四年", "二〇二四年"),
])
def test_width_and_shape_become_one(stored: str, form: str) -> None:
    cleaned = clean(Text(stored))
    assert paragraphs(stored) == [form]
    assert cleaned.text == f"{stored}\n"


# --- spacing

@pytest.mark.parametrize(("stored", "form"), [
    ("责 任 单 位：安全科", "责任单位：安全科"),
    ("配 合 单 位：县妇联", "配合单位：县妇联"),
    ("岫　川　县　教　育　局", "岫川县教育局"),
    ("新建 3 所", "新建3所"),
    ("教师 75 名 ，", "教师75名，"),
    ("覆盖率 95 %", "覆盖率95%"),
    ("（ 安全科 ）", "（安全科）"),
    ("2 .强化校车安全", "2.强化校车安全"),
])
def test_blanks_that_separate_nothing_go(stored: str, form: str) -> None:
    assert paragraphs(stored) == [form]


def test_a_blank_between_names_stays() -> None:
    assert paragraphs("责任科室：安全科 基教科") == ["责任科室：安全科 基教科"]


# --- page noise

@pytest.mark.parametrize("line", [
    "- 3 -", "— 12 —", "第 3 页", "第3页 共10页", "第3页/共10页", "3 页", "Page 3 of 10", "3/10"])
def test_page_numbers_go(line: str) -> None:
    assert paragraphs(f"一、加强安全\n{line}\n二、提升质量") == ["一、加强安全", "二、提升质量"]


def test_a_bare_number_goes_where_it_cuts_a_sentence() -> None:
    assert paragraphs("组织开展校园安全大检查和大整改，全面\n12\n压实责任。")[0].endswith("全面")
    assert "12" not in paragraphs("组织开展校园安全大检查和大整改，\n12\n压实责任。")[0]


def test_a_bare_number_stays_where_a_table_counts_its_rows() -> None:
    table = "序号\n重点任务\n1\n开展校园安全隐患大排查大整治行动\n2\n开展心理健康筛查"
    assert paragraphs(table) == table.split("\n")


FURNITURE = [
    "您当前的位置：首页 > 政务公开", "首页 > 政务公开", "登录  |  注册", "繁體版", "无障碍浏览",
    "设为首页", "上一篇：无", "下一条", "打印 关闭", "分享到：", "扫一扫在手机打开",
    "澜教公众号二维码", "相关阅读：", "浏览次数：1286 次", "版权所有 ICP备00000000号",
    "版权：教育局", "邮编：000000", "主办：某县人民政府办公室", "政务公开", "正文：",
    "要闻 | 公告 | 通知", "本方案自印发之日起施行，有效期三年。", "特此通知。",
    "附件：重点任务清单", "抄送：县政府办公室", "（此件公开发布）", "局办公室 2024年3月5日 印发",
    "- 3 -", "第3页", "Page 3", "3 / 10"]


@pytest.mark.parametrize("line", FURNITURE)
def test_page_furniture_goes(line: str) -> None:
    assert paragraphs(f"一、加强安全\n{line}\n二、提升质量") == ["一、加强安全", "二、提升质量"]


def test_bullets_before_furniture_do_not_save_it() -> None:
    assert paragraphs("• 首页\n• 政务公开\n· 无障碍浏览") == []


@pytest.mark.parametrize("noisy", [
    "加强\u200b校园安全", "加强[bookmark:_Toc1]校园安全", "加强\ufeff校园安全",
    "加强校园安全《工作要点》由会员分享，可在线阅读，更多请搜索。"])
def test_inline_noise_goes(noisy: str) -> None:
    assert paragraphs(noisy) == ["加强校园安全"]
    assert noise("inline").search(noisy)


def test_what_follows_the_foot_of_a_page_goes() -> None:
    body = "1.开展校园安全隐患排查，建立台账，逐项整改，做到全覆盖、无死角，确保师生平安。"
    assert paragraphs(f"{body}\n上一篇：无\n某局简介\n热点新闻") == [body]


# --- broken lines

def test_a_line_that_ends_in_a_comma_goes_on() -> None:
    assert paragraphs("加强领导，\n压实责任。") == ["加强领导，压实责任。"]
    assert paragraphs("安全科、\n基教科") == ["安全科、基教科"]


def test_a_short_line_without_a_comma_is_a_paragraph() -> None:
    assert paragraphs("加强领导\n压实责任") == ["加强领导", "压实责任"]


@pytest.mark.parametrize(
    "opening", ["一、", "（一）", "1.", "(1)", "①", "第一章 ", "责任单位：", "附件1"])
def test_a_mark_opens_a_paragraph_even_behind_a_comma(opening: str) -> None:
    assert len(paragraphs(f"加强领导，\n{opening}压实责任")) == 2


WRAPPED = """一、筑牢安全防线，建设平安校园，开展校园安全隐患
清零行动，实行领导联片、股室联校、教师联班制度，
排查整治安全隐患，重大隐患整改率达到百分之百，落
实校长陪餐和食材集中配送制度，学校食堂明厨亮灶覆
盖率稳步提升，营养改善计划受益学生持续增加。
二、推进均衡发展，办好山区学校，每个乡镇办好一所
公办中心幼儿园，改造村级幼儿园，推进集团化办学，
由县城优质学校领办乡镇薄弱学校，组建城乡教育共同
体，压减作业总量，丰富课后服务内容。
"""


def test_wrapped_lines_become_paragraphs() -> None:
    found = paragraphs(WRAPPED)
    assert [text[:4] for text in found] == ["一、筑牢", "二、推进"]
    assert "落实校长陪餐" in found[0]
    check(clean(Text(WRAPPED)))


BLOCK = ("开展校园安全隐患排查整治，建立问题台账和整改清单，逐项销号管理，健全人防物防技防"
         "体系，完善应急预案并定期组织演练，持续提升学校安全管理水平，压实安全工作责任，健全督查"
         "通报机制，")


def test_numbers_of_a_sites_blocks_go() -> None:
    stored = (f"{BLOCK}确保师\n1、生平安。{BLOCK}确保校\n2、园平安。{BLOCK}确保社\n"
              f"3、会平安。{BLOCK}")
    assert "确保师生平安" in paragraphs(stored)[0]
    assert "确保社会平安" in paragraphs(stored)[0]
    check(clean(Text(stored)))


def test_a_sites_number_that_is_not_next_goes() -> None:
    stored = ("1.压减作业总量。\n3.落实“双减”要求。压减作业总量，丰富课后服务\n"
              "2、内容，依法查处无证培训。\n4.振兴高中。")
    assert "课后服务内容" in paragraphs(stored)[1]


def test_numbers_of_items_stay() -> None:
    items = ["1、加强领导。", "2、加强督导。", "3、加强宣传。"]
    assert paragraphs("\n".join(items)) == items
