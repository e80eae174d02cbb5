"""One test for each reported bug, with the smallest text that shows it."""

import pytest

from ingest.clean import clean
from ingest.columns import head_kind
from ingest.errors import ReadError
from ingest.extract import Knowledge
from ingest.facts import Indicator
from ingest.indicators import Setting, indicators
from ingest.marks import blocks, leading
from ingest.notes import notes, prose
from ingest.numbers import numbers
from ingest.owners import parse
from ingest.periods import date, years
from ingest.pipeline import Reading
from ingest.read.charset import decode
from ingest.text import Text
from tests.ingest.conftest import Read
from tests.ingest.test_departments import registry

TITLE = "江阴市教育局2024年工作要点\n"
LONG = ("深入推进各项工作，健全工作体系，完善工作机制，组织各类活动，提升工作能力，推动工作落实，"
        "形成良好氛围，工作成效明显，整体水平稳步提升，得到社会各界广泛好评，为教育发展奠定坚实基础。")


def tasks(found: Reading) -> list[str]:
    return [task["title"] for task in found.answer["tasks"]]


def owners(found: Reading) -> list[list[str]]:
    return [[owner["name"] for owner in task["owners"] if owner["explicit"]]
            for task in found.answer["tasks"]]


def counted(stored: str) -> list[tuple[float, str, str]]:
    form = clean(Text(stored)).form
    return [(one.value, one.unit, one.comparator) for one in numbers(form, 0, len(form))]


def measured(stored: str) -> list[Indicator]:
    cleaned = clean(Text(stored))
    return list(indicators(cleaned.text, cleaned.form, 0, len(cleaned.form),
                           Setting("planned", (2024, 2026))))


def kept(stored: str) -> str:
    return clean(Text(stored)).form


# --- crashes

def test_a_table_whose_rows_have_chinese_numbers_is_read(read: Read) -> None:
    found = read(TITLE + "序号\n重点任务\n责任单位\n一\n校园安全\n安全科\n二\n心理健康\n德育科\n")
    assert tasks(found) == ["校园安全", "心理健康"]
    assert owners(found) == [["安全科"], ["德育科"]]


def test_a_table_without_any_row_is_read(read: Read) -> None:
    assert read("序号\n任务\n责任单位\n").text


def test_per_cent_in_words_before_a_number_is_read() -> None:
    assert (95, "%", "") in counted("覆盖率达到百分之九十五3所学校")


def test_a_line_of_nothing_but_a_sites_number_is_read() -> None:
    assert kept("加强安全，压实责任\n7、\n落实到位")


# --- text that is lost

@pytest.mark.parametrize("line", ["主办单位：机关党委", "承办单位：人事科"])
def test_labels_of_owners_are_no_page_furniture(read: Read, line: str) -> None:
    found = read(TITLE + f"一、加强党建\n1.抓学习。组织学习。\n{line}\n2.抓队伍。培训干部。\n")
    assert owners(found)[0] == [line.partition("：")[2]]


def test_a_last_paragraph_that_begins_like_a_pages_foot_stays(read: Read) -> None:
    found = read(TITLE + f"一、加强安全\n1.排查隐患。{LONG}\n相关科室要抓好落实。\n"
                 "江阴市教育局\n2024年3月5日\n")
    assert found.answer["document"]["published"] == "2024-03-05"
    assert "相关科室" in found.answer["tasks"][0]["text"]


@pytest.mark.parametrize("start", ["注册志愿者2000名，", "登录国家平台学习，", "简体字教学"])
def test_a_wrapped_line_that_begins_like_a_menu_stays(start: str) -> None:
    lines = ["1.完善志愿服务体系，健全志愿服务制度，丰富志愿服务项目，壮大队伍，新增",
             f"{start}开展志愿服务活动，组织学生走进社区，走进乡村，弘扬雷锋",
             "精神，培育时代新人，打造特色品牌项目，推动学雷锋活动常态化长效化。"]
    assert start in kept("\n".join(lines * 3))


def test_a_heading_about_a_public_account_stays() -> None:
    assert "公众号" in kept("一、加强宣传\n1.建好教育微信公众号\n更新内容，回应关切。\n")


# --- facts that are not in the text

def test_a_sentence_that_opens_with_a_count_is_no_item() -> None:
    found = list(blocks(clean(Text(f"1.新建学校。{LONG}2所学校建成投用。\n2.改建学校。"))))
    assert [block.mark and block.mark.label for block in found] == ["1", "2"]


@pytest.mark.parametrize("stored", [
    "新建公办幼儿园2所（城东幼儿园、城西幼儿园）。", "评选先进集体（学校、幼儿园）。",
    "建设智慧校园（10所）。", "健全协同育人机制（政府、学校、社会）。"])
def test_a_bracket_that_lists_objects_names_no_owners(stored: str) -> None:
    form = clean(Text(stored)).form.rstrip("\n")
    found = [parse(form[a:b], first_leads=False) for a, b in notes(form, 0, len(form))]
    assert found == []


def test_a_name_in_prose_begins_behind_the_preposition() -> None:
    form = "建立由教育局牵头、公安局参与的机制。"
    assert [pairs for _, pairs in prose(form, 0, len(form))] == [
        [("教育局", "lead"), ("公安局", "cooperating")]]


def test_a_name_in_prose_is_the_unit_alone() -> None:
    form = "党组织领导的校长负责制由党委牵头落实。"
    assert [pairs for _, pairs in prose(form, 0, len(form))] == [[("党委", "lead")]]


def test_no_concept_is_made_of_the_end_and_the_beginning_of_two_words(read: Read) -> None:
    found = read(TITLE + "1.抓稳定。维护校园稳定。\n")
    assert "校园保安配备" not in [concept["label"] for concept in found.answer["concepts"]]


# --- numbers and measures

@pytest.mark.parametrize(("stored", "number"), [
    ("培训教师近300名", (300, "名", "~")), ("表彰近30名校长", (30, "名", "~"))])
def test_nearly_a_number_of_persons_is_a_number(stored: str,
                                                number: tuple[float, str, str]) -> None:
    assert counted(stored) == [number]


def test_percentage_points_without_a_measure_word_are_no_hundreds() -> None:
    assert counted("优良率提高2百分点") == [(2, "个百分点", "increase")]


def test_blanks_do_not_part_a_number_from_its_comparator() -> None:
    assert counted("培训教师50 人 以上") == [(50, "人", ">=")]


@pytest.mark.parametrize("stored", ["近视率降至45%以下。", "近视率比上年下降1个百分点。"])
def test_short_sight_is_not_nearly_sight(stored: str) -> None:
    (one,) = measured(stored)
    assert one.measure.startswith("近视率")


def test_the_words_of_the_due_year_are_no_part_of_the_measure() -> None:
    (one,) = measured("2025年底前完成改造10所。")
    assert (one.measure, one.due) == ("完成改造", 2025)


def test_respectively_is_no_part_of_the_measure() -> None:
    assert {one.measure for one in measured("覆盖率分别不低于50%和80%。")} == {"覆盖率"}


def test_the_verb_between_baseline_and_target_is_no_part_of_the_measure() -> None:
    assert measured("入园率从90%提高到98%。")[-1].measure == "入园率"


def test_a_paragraph_that_begins_with_a_decimal_has_no_mark() -> None:
    form = "3.5万名学生得到资助"
    assert leading(form, 0, len(form)) is None


# --- document, places, bodies

@pytest.mark.parametrize("title", [
    "江阴市教育局2023年工作总结及2024年工作计划", "江阴市教育局2023年工作总结和2024年工作打算"])
def test_a_title_with_two_years_gives_both(read: Read, title: str) -> None:
    found = read(f"{title}\n一、加强安全\n1.排查隐患。开展检查。\n")
    assert found.answer["document"]["period"] == [2023, 2024]


@pytest.mark.parametrize(("name", "full"), [
    ("市政府", "常州市政府"), ("市政府办公室", "常州市政府办公室"), ("市委", "常州市委")])
def test_the_citys_government_and_committee_are_the_citys(known: Knowledge, name: str,
                                                         full: str) -> None:
    district = registry(known, "常州市武进区教育局", "320000", "320400", "320412")
    body = district.identify(name)
    assert body.place is not None
    assert (body.place.name, body.full_name) == ("常州市", full)


def test_our_bureau_is_the_issuer(known: Knowledge) -> None:
    district = registry(known, "常州市武进区教育局", "320000", "320400", "320412")
    assert district.identify("我局") == district.issuer
    assert district.identify("我局安全科") == district.identify("安全科")


def test_a_section_of_the_bureau_is_that_section(known: Knowledge) -> None:
    district = registry(known, "常州市武进区教育局", "320000", "320400", "320412")
    assert district.identify("局安全科") == district.identify("安全科")


def test_in_a_prefecture_the_districts_bureaus_are_not_its_own(known: Knowledge) -> None:
    prefecture = registry(known, "鹰潭市教育局", "360000", "360600")
    assert prefecture.identify("区教育局") != prefecture.identify("市教育局")


def test_a_heading_of_working_ideas_is_preamble(read: Read) -> None:
    found = read(TITLE + "一、工作思路\n坚持稳中求进，推动教育高质量发展，办好人民满意的教育。\n"
                 "二、重点任务\n1.加强安全。排查隐患。\n")
    assert tasks(found) == ["加强安全"]


# --- tables, periods, files

@pytest.mark.parametrize("head", ["2024年度目标", "2024年度任务", "2024年度计划"])
def test_a_column_of_one_year_is_that_years(head: str) -> None:
    column = head_kind(head)
    assert column is not None
    assert (column.kind, column.year) == ("year", 2024)


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert date("2021年2月30日") is None


def test_the_first_year_of_a_span_in_words_is_named() -> None:
    assert years("2022年至2024年，2025至2027年") == [2022, 2024, 2025, 2027]


@pytest.mark.parametrize("content", [
    b"\xef\xbb\xbf", b"\xef\xbb\xbf \r\n", b"\xff\xfe", "\u3000\u3000\n".encode()],
    ids=["mark", "mark-and-blanks", "utf-16-mark", "wide-blanks"])
def test_a_file_of_nothing_but_mark_and_blanks_is_empty(content: bytes) -> None:
    with pytest.raises(ReadError, match="empty"):
        decode(content, "要点.txt")


def test_utf_32_is_no_utf_16() -> None:
    with pytest.raises(ReadError):
        decode("一、加强安全".encode("utf-32"), "要点.txt")


def test_a_goal_without_a_title_is_none(read: Read) -> None:
    found = read(TITLE + "一、\n1.排查隐患。开展检查。\n")
    assert all(goal["title"] for goal in found.answer["goals"])
    assert tasks(found) == ["排查隐患"]


def test_a_tasks_owners_are_no_other_tasks(read: Read) -> None:
    found = read(TITLE + "一、守牢安全底线\n"
                         "推进“明厨亮灶”建设。学校食堂全部接入监管平台。（责任科室：安全管理科）\n"
                         "推进校舍改造工作。完成三所学校的校舍维修和验收。\n责任科室：基础教育科\n"
                         "推进家庭教育指导。建立家庭、学校和社会协同育人的机制。\n")
    assert owners(found) == [["安全管理科"], ["基础教育科"], []]


def test_named_marks_count_tasks(read: Read) -> None:
    found = read(TITLE + "壹、扩大资源\n任务1：新建幼儿园两所。\n任务2：改造初中校舍。\n"
                         "贰、守牢底线\n任务3：排查校园隐患。\n任务4：开展应急演练。\n")
    assert [goal["title"] for goal in found.answer["goals"]] == ["扩大资源", "守牢底线"]
    assert [task["number"] for task in found.answer["tasks"]] == ["1", "2", "3", "4"]


def test_a_lead_in_below_a_parts_heading_is_no_heading(read: Read) -> None:
    found = read("江阴市2023年教育工作总结和2024年工作打算\n第一部分 2023年工作总结\n"
                 "1.教育质量稳步提升。完成课程改革。\n2.办学条件持续改善。完成校舍维修。\n"
                 "第二部分 2024年工作打算\n明年，我们将重点做好以下工作：\n"
                 "1.深化“双减”工作。提高课后服务质量。\n2.办好特殊教育。完善随班就读。\n")
    assert found.answer["document"]["period"] == [2023, 2024]
    assert [goal["title"] for goal in found.answer["goals"]] == ["2023年工作总结", "2024年工作打算"]
    assert [task["period"] for task in found.answer["tasks"]] == [[2023, 2023]] * 2 + [
        [2024, 2024]] * 2


def test_the_month_by_which_it_is_done_is_not_measured() -> None:
    assert [one.measure for one in measured("8月底前完成3所初中校舍改造。")] == ["完成初中校舍改造"]


def test_named_fields_open_a_task_without_a_number(read: Read) -> None:
    found = read(TITLE + "工作名称：课后服务提质\n工作内容：丰富课程资源\n牵头领导：张某某\n"
                         "责任单位：基础教育股（牵头）、各中小学\n"
                         "工作名称：智慧校园\n工作内容：推进平台建设\n")
    assert [(task["number"], task["title"]) for task in found.answer["tasks"]] == [
        (None, "课后服务提质"), (None, "智慧校园")]
    assert owners(found) == [["基础教育股", "各中小学"], []]


def test_a_spoken_number_opens_a_task_however_short(read: Read) -> None:
    found = read(TITLE + "一是加强组织领导。各校要成立工作领导小组并明确分工。\n"
                         "二是开展隐患排查。各校要在开学之前完成全面自查。\n"
                         "三是做好值班值守。落实值班制度。\n")
    assert len(tasks(found)) == 3


# --- third look: layouts made up for the readers of formats

LOOK = "澄岭县教育局2024年工作要点\n"


def test_named_goals_group_named_tasks(read: Read) -> None:
    answer = read(LOOK + "目标一：办好学前教育\n任务1：新建公办幼儿园3所，公办园占比达52%。\n"
                         "目标二：提升义务教育\n任务2：义务教育巩固率达到99.5%，消除大班额。\n").answer
    assert [goal["title"] for goal in answer["goals"]] == ["办好学前教育", "提升义务教育"]
    assert [(task["goal"], task["number"]) for task in answer["tasks"]] == [
        ("g1", "1"), ("g2", "2")]


def test_a_note_in_words_without_a_colon(read: Read) -> None:
    text = "一、资源\n1.扩大资源。新建幼儿园12所，新增学位3600个。责任单位为教育局、财政局。\n"
    assert owners(read(LOOK + text)) == [["教育局", "财政局"]]


def test_a_masked_place_is_printed_and_makes_no_shared_place(read: Read) -> None:
    reading = read("XX市教育局2024年工作要点\n一、安全\n"
                   "1.排查隐患。整改率达到100%，全年排查4次。\n")
    assert reading.answer["document"]["issuer"] == "XX市教育局"
    assert reading.answer["document"]["locality"] == "XX市"
    assert not [node for node in reading.batch.nodes if node.type == "Locality"]


def test_a_year_as_a_whole_and_what_is_amiss_are_no_tasks(read: Read) -> None:
    answer = read("澄岭县教育局2023年工作总结及2024年工作计划\n第一部分 2023年工作总结\n"
                  "2023年，在县委、县政府的坚强领导下，全县教育系统砥砺前行。\n"
                  "投入3.2亿元新建学校6所，新增学位8400个，大班额全部消除，群众满意。\n"
                  "存在的主要问题：优质资源不足。\n第二部分 2024年工作计划\n"
                  "（1）扩大优质资源。新建学校4所，改扩建9所，新增学位1万个。\n").answer
    assert [task["title"][:4] for task in answer["tasks"]] == ["投入3.", "扩大优质"]


@pytest.mark.parametrize(("said", "value", "unit", "comparator"), [
    ("普惠率翻一番", 1, "番", "increase"), ("学位翻两番", 2, "番", "increase"),
    ("优质园比例达到四分之三", 0.75, "", "="), ("辍学率控制在千分之三以内", 3, "‰", "<=")])
def test_parts_and_doublings(read: Read, said: str, value: float, unit: str,
                             comparator: str) -> None:
    found = read(LOOK + f"一、资源\n1.扩大资源。到年底，{said}。\n").answer["indicators"]
    assert [(i["value"], i["unit"], i["comparator"]) for i in found] == [(value, unit, comparator)]


def test_a_baseline_was_reached_before(read: Read) -> None:
    found = read(LOOK + "一、质量\n1.集团化办学。覆盖率由60%提高到75%。\n").answer["indicators"]
    assert [(i["value"], i["kind"], i["due"]) for i in found] == [
        (60, "actual", 2023), (75, "target", 2024)]


def test_hedged_numbers_are_soft(read: Read) -> None:
    found = read(LOOK + "一、质量\n1.创建。力争创建5所示范校，改建食堂3个。\n").answer["indicators"]
    assert [i["soft"] for i in found] == [True, False]


def test_a_news_item_gives_no_tasks_and_says_so(read: Read) -> None:
    reading = read("市教育局召开2024年度工作推进会\n"
                   "3月4日上午，市教育局召开2024年度重点工作推进会，局党委书记张某出席并讲话。会议强调，一是抓党建。二是抓质量，新建学校6所。\n")
    assert reading.answer["tasks"] == []
    assert any("新闻" in text for text in reading.warnings)


def test_a_jump_in_the_numbers_is_said(read: Read) -> None:
    body = "落实各项要求，全年开展检查4次，做到全覆盖。"
    reading = read(LOOK + f"一、安全\n1.甲事。{body}\n2.乙事。{body}\n4.丁事。{body}\n")
    assert any("“2”之后是“4”" in text for text in reading.warnings)


def test_radicals_stand_for_the_characters_of_their_shape(read: Read) -> None:
    text = LOOK.replace("工", "\u2f2f").replace("教育局", "教育\u5c40")
    reading = read(text + "一、质量\n1.提\u2ed3效。新建学校5所，改建食堂3个。"
                          "（责任科室：基教科、\u2f08事科）\n")
    assert reading.answer["document"]["title"] == LOOK.strip()
    assert reading.answer["tasks"][0]["title"] == "提长效"
    assert owners(reading) == [["基教科", "人事科"]]
    assert "\u2f08事科" in reading.text


def test_each_number_behind_respectively_has_its_own_measure(read: Read) -> None:
    found = read(LOOK + "一、学前\n1.普惠。公办率、普惠率分别达到55%、90%，"
                        "新建园所和班级分别为3所和9个。\n").answer["indicators"]
    assert [(i["measure"], i["value"]) for i in found] == [
        ("公办率", 55), ("普惠率", 90), ("新建园所", 3), ("班级", 9)]


def test_until_a_year_is_no_reach(read: Read) -> None:
    found = read(LOOK + "一、学前\n1.扩容。到2024年累计新增学位9000个。\n").answer["indicators"]
    assert [(i["comparator"], i["value"]) for i in found] == [("increase", 9000)]


TWO_PLANS = """关于印发《岭泉县2023年教育督导工作计划》和《岭泉县2023年校园安全工作计划》的通知
各乡镇中心学校：
现将两个计划印发给你们，请遵照执行。
岭泉县教育局
2023年3月1日
岭泉县2023年教育督导工作计划
1 总体要求
坚持依法督导。
2 重点工作
2.1 开展综合督导
2.1.1 对12所学校开展综合督导，合格率达到95%以上。
2.1.2 组织责任督学每月入校，全年不少于9次。
岭泉县2023年校园安全工作计划
一、强化责任（责任股室：安全股）
1．层层签订责任书，签订率100%，压实各方责任。
"""


def test_two_plans_in_one_notice_are_both_read(read: Read) -> None:
    answer = read(TWO_PLANS).answer
    assert answer["document"]["title"] == TWO_PLANS.partition("\n")[0]
    assert [goal["title"] for goal in answer["goals"]] == ["开展综合督导", "强化责任"]
    titles = [task["title"][:4] for task in answer["tasks"]]
    assert titles == ["对12所", "组织责任", "层层签订"]


def test_a_signature_of_several_bodies_is_no_task(read: Read) -> None:
    answer = read("川源省教育厅等部门关于推进优质均衡发展的实施意见\n一、主要任务\n"
                  "（一）优化布局。编制布局规划，到2025年新增学位20万个，到2030年消除大班额。\n"
                  "（二）建强队伍。完善编制管理，健全交流机制，提高教师待遇，做到应补尽补。\n"
                  "二、保障措施\n加强组织领导，压实县级政府主体责任，建立监测机制，每年通报进展情况。\n"
                  "川源省教育厅 川源省发展改革委\n川源省财政厅\n2023年9月20日\n").answer
    titles = [task["title"][:4] for task in answer["tasks"]]
    assert titles == ["优化布局", "建强队伍", "加强组织"]
    assert answer["document"]["period"] == [2023, 2030]
    assert answer["indicators"][0]["due"] == 2025


def test_a_column_of_values_measures_the_task(read: Read) -> None:
    answer = read("2024年度重点任务清单\n| 任务编号 | 任务内容 | 目标值 | 主责科室 | 时限 |\n"
                  "| A-1 | 新建公办幼儿园 | 5所 | 学前科 | 8月底前 |\n"
                  "| A-2 | 集团化办学覆盖率 | ≥80% | 基教科 | 12月底 |\n").answer
    assert [(i["task"], i["measure"], i["comparator"], i["value"], i["unit"])
            for i in answer["indicators"]] == [
        ("t1", "新建公办幼儿园", "=", 5, "所"), ("t2", "集团化办学覆盖率", ">=", 80, "%")]


def test_parts_fused_in_one_of_several_items_are_no_tasks(read: Read) -> None:
    answer = read("丰岭县教育局2021年工作总结\n一、主要工作\n"
                  "（一）坚持党建引领。全年开展中心组学习15次，发展党员42名，党建品牌更加响亮。\n"
                  "（二）聚焦质量提升，教学有新突破。1.学前教育普惠发展。新增普惠园8所，普惠率达86.3%，"
                  "群众更加满意。2.义务教育均衡发展。投入1.2亿元改造薄弱学校16所，大班额全部消除。"
                  "3.高中教育特色发展。本科上线736人，再创历史新高。\n"
                  "（三）强化队伍建设。招聘教师126人，培训教师3200余人次，骨干教师占比稳步提高。\n").answer
    assert [(task["goal"], task["number"]) for task in answer["tasks"]] == [
        ("g1", "一"), ("g1", "二"), ("g1", "三")]


def test_tasks_of_a_government_report_are_a_plan(read: Read) -> None:
    answer = read("2023年市政府工作报告重点任务责任分解\n"
                  "1、新建中小学、幼儿园30所，新增学位3.2万个。\n"
                  "责任领导：张某某\n责任科室：规建科\n2、落实资助资金1.5亿元。\n责任科室：资助中心\n").answer
    assert answer["document"]["genre"] == "plan"
    assert {i["kind"] for i in answer["indicators"]} == {"target"}


ANNEXED = """松原坝市教育局2024年工作总结和2025年工作计划
2024年工作总结
一、党建工作
1.全年开展主题党日1200场次，发展党员85名，清廉学校建设走在前列。
2.创建清廉学校20所，党建品牌更加响亮，政治生态更加清朗。
2025年工作计划
二、项目建设
1.新建学校3所，投资2.4亿元，进一步优化学校布局结构。责任科室：规划科
2.改造厕所56座。责任科室：装备站
| 项目类别 | 建设内容 | 建设规模 | 责任单位 | 完成时限 |
| 学校建设 | 新建实验二小 | 36个班，新增学位1620个 | 规划科 | 8月 |
| 设备更新 | 更新课桌椅 | 1.2万套 | 装备站 | 全年 |
"""


def test_an_item_just_above_a_table_is_no_caption(read: Read) -> None:
    answer = read(ANNEXED).answer
    assert [task["title"] for task in answer["tasks"]][3:] == [
        "改造厕所56座", "新建实验二小", "更新课桌椅"]


def test_a_table_has_the_years_and_the_status_of_its_part(read: Read) -> None:
    row = read(ANNEXED).answer["tasks"][-1]
    assert (row["period"], row["status"]) == ([2025, 2025], "planned")


def test_a_column_of_counted_things_is_read(read: Read) -> None:
    found = read(ANNEXED).answer["indicators"]
    assert [(i["measure"], i["value"], i["due"]) for i in found][-3:] == [
        ("班", 36, 2025), ("新增学位", 1620, 2025), ("更新课桌椅", 12000, 2025)]


def test_a_unit_before_a_label_in_a_note_is_an_owner(read: Read) -> None:
    reading = read(LOOK + "一、质量\n1.打造优质课堂。评选好课60节。（教研室；配合：基教股）\n")
    assert [(o["name"], o["role"]) for o in reading.answer["tasks"][0]["owners"]] == [
        ("教研室", "responsible"), ("基教股", "cooperating")]


CONTENTS = """凤栖州教育局2024年教育工作要点
目录
一、党建工作
二、安全稳定

一、党建工作
1)强化理论武装,全年集中学习12次以上,覆盖率100%;
二、安全稳定
1)完善机制,每学期至少开展2次演练,安防达标率100%。
领导小组成员：组长：张某；成员：基教科、人事科主要负责人
联系人：李某，电话：0123-4567890
凤栖州教育局
2024年2月28日
"""


def test_contents_without_page_numbers_are_no_tasks(read: Read) -> None:
    answer = read(CONTENTS).answer
    assert [(task["goal"], task["number"]) for task in answer["tasks"]] == [
        ("g1", "1"), ("g2", "1")]
    assert answer["document"]["locality"] == "凤栖州"


def test_members_and_contacts_above_the_signature_are_no_part_of_a_task(read: Read) -> None:
    last = read(CONTENTS).answer["tasks"][-1]
    assert last["text"] == "完善机制,每学期至少开展2次演练,安防达标率100%。"


@pytest.mark.parametrize("compared", ["同比下降", "一年间下降了", "较年初下降"])
def test_a_comparison_with_another_time_is_of_what_was_measured_before(
        read: Read, compared: str) -> None:
    text = f"{TITLE}一、健康\n（一）近视防控。近视率为47.2%，{compared}0.7个百分点。\n"
    answer = read(text).answer
    assert [(one["measure"][:3], one["value"]) for one in answer["indicators"]] == [
        ("近视率", 47.2), ("近视率", 0.7)]


def test_numbers_of_what_fell_short_are_reached_ones_without_a_task(read: Read) -> None:
    text = ("江阴市教育局2024年工作总结\n一、主要成效\n（一）扩充学位。新建学校3所。\n"
            "二、存在问题\n（一）投资不足。全年完成投资17亿元，未达到年初安排的18亿元。\n")
    answer = read(text).answer
    assert [task["text"] for task in answer["tasks"]] == ["扩充学位。新建学校3所。"]
    assert [(one["task"], one["value"], one["kind"], one["due"])
            for one in answer["indicators"]] == [
        ("t1", 3, "actual", 2024), (None, 1.7e9, "actual", 2024), (None, 1.8e9, "target", 2024)]
