"""Who answers for a task: notes of every kind, prose, and what is no owner."""

import pytest

from ingest import notes as places
from ingest.clean import clean
from ingest.notes import prose
from ingest.owners import parse, units
from ingest.text import Text
from ingest.vocabulary import load
from tests.ingest.conftest import Read

DATA = load("owners")
ROLES = [(stem, role) for role, stems in DATA["stems"].items() for stem in stems]
VERBS = [(verb, role) for role, verbs in DATA["verbs"].items() for verb in verbs]
Pairs = list[tuple[str, str]]

LEAD, TASK, HELP = "lead", "responsible", "cooperating"


def noted(stored: str) -> list[str]:
    """Return the notes of a paragraph."""
    form = clean(Text(stored)).form.rstrip("\n")
    return [form[start:end] for start, end in places.notes(form, 0, len(form))]


def owners(stored: str, *, first_leads: bool = False) -> Pairs:
    """Return the units that the notes of a paragraph name."""
    return [pair for note in noted(stored) for pair in parse(note, first_leads=first_leads)]


def told(stored: str) -> list[Pairs]:
    form = clean(Text(stored)).form.rstrip("\n")
    return [pairs for _, pairs in prose(form, 0, len(form))]


# --- labels

@pytest.mark.parametrize(("stem", "role"), ROLES)
@pytest.mark.parametrize("noun", ["单位", "科室", "部门"])
def test_each_label_names_the_role(stem: str, role: str, noun: str) -> None:
    assert owners(f"加强安全。（{stem}{noun}：安全科、基教科）") == [("安全科", role),
    ("基教科", role)]


@pytest.mark.parametrize("noun", DATA["nouns"])
def test_each_noun_makes_a_label(noun: str) -> None:
    assert owners(f"加强安全。责任{noun}：安全科") == [("安全科", TASK)]


@pytest.mark.parametrize("note", [
    "（责任科室：安全科）", "(责任科室:安全科)", "【责任科室：安全科】", "【责任科室】安全科",
    "责任科室：安全科", "责任科室： 安全科。", "（责任：安全科）", "（安全科）",
    "（责 任 科 室：安全科）", "\u3014责任科室：安全科\u3015"])
def test_forms_of_a_note(note: str) -> None:
    assert owners(f"加强安全。{note}") == [("安全科", TASK)]
    assert noted(note), "a note on a line of its own"


@pytest.mark.parametrize("note", [
    "安全科、基教科", "安全科,基教科", "安全科，基教科", "安全科；基教科", "安全科 基教科",
    "安全科/基教科", "安全科和基教科", "安全科及基教科", "安全科以及基教科", "安全科、 基教科",
    "安全科、基教科等", "安全科、基教科等科室", "安全科、基教科等相关部门"])
def test_lists_of_units(note: str) -> None:
    assert owners(f"责任科室：{note}") == [("安全科", TASK), ("基教科", TASK)]


def test_names_that_lost_their_marks_are_cut() -> None:
    assert owners("责任科室：基教科安全科办公室") == [
        ("基教科", TASK), ("安全科", TASK), ("办公室", TASK)]


@pytest.mark.parametrize("name", [
    "各镇（开发区、街道）", "县委教育工作领导小组办公室", "和平街道", "教育局办公室",
    "城及实验小学", "党委办公室", "人力资源和社会保障局", "县退役军人和双拥事务局",
    "教育督导委员会办公室"])
def test_names_that_stay_whole(name: str) -> None:
    assert owners(f"责任单位：{name}、财政局") == [(name, TASK), ("财政局", TASK)]


# --- roles

@pytest.mark.parametrize(("note", "pairs"), [
    ("牵头科室：安全科；配合科室：基教科、人事科", [("安全科", LEAD), ("基教科", HELP),
    ("人事科", HELP)]),
    ("牵头单位：教育局，责任单位：财政局", [("教育局", LEAD), ("财政局", TASK)]),
    ("牵头科室：安全科责任科室：基教科", [("安全科", LEAD), ("基教科", TASK)]),
    ("责任单位：安全科（牵头）、基教科、县公安局",
     [("安全科", LEAD), ("基教科", TASK), ("县公安局", TASK)]),
    ("安全科牵头，基教科、人事科配合", [("安全科", LEAD), ("基教科", HELP), ("人事科", HELP)]),
    ("由安全科牵头，基教科协助", [("安全科", LEAD), ("基教科", HELP)]),
    ("教育局牵头，发改局、财政局等部门配合", [("教育局", LEAD), ("发改局", HELP),
    ("财政局", HELP)]),
    ("教育局、财政局按职责分工负责", [("教育局", TASK), ("财政局", TASK)]),
    ("责任单位：基教科牵头，安全科配合", [("基教科", LEAD), ("安全科", HELP)]),
    ("主办：安全科，协办：基教科", [("安全科", LEAD), ("基教科", HELP)]),
    ("牵头科室：安全科；责任科室：安全科", [("安全科", LEAD), ("安全科", TASK)])])
def test_mixed_notes(note: str, pairs: Pairs) -> None:
    assert owners(f"加强安全。（{note}）") == pairs


@pytest.mark.parametrize(("verb", "role"), VERBS)
def test_each_verb_names_the_role(verb: str, role: str) -> None:
    assert parse(f"安全科{verb}", first_leads=False) == [("安全科", role)]


def test_two_notes_of_one_paragraph() -> None:
    assert owners("加强安全。（牵头科室：安全科）（配合科室：基教科）") == [
        ("安全科", LEAD), ("基教科", HELP)]


def test_the_first_of_each_list_leads_where_the_text_says_so() -> None:
    note = "责任单位：机关党委、组织处（列首位的为牵头单位，下同）"
    assert owners(note, first_leads=True) == [("机关党委", LEAD), ("组织处", TASK)]
    assert owners("责任单位：安全处、办公室", first_leads=True) == [("安全处", LEAD),
    ("办公室", TASK)]
    assert owners("配合单位：安全处、办公室", first_leads=True) == [("安全处", HELP),
    ("办公室", HELP)]


@pytest.mark.parametrize("said", [
    "列首位的为牵头单位", "排在首位的为牵头单位", "排第一位的责任科室为牵头科室",
    "列第一的单位为牵头单位"])
def test_ways_to_say_that_the_first_leads(said: str, read: Read) -> None:
    answer = read(HEAD + f"1.排查隐患。（责任科室：安全科、基教科，{said}，下同）\n"
                  "2.强化校车管理。（责任科室：办公室、安全科）\n").answer
    assert [[(owner["name"], owner["role"]) for owner in task["owners"]]
            for task in answer["tasks"]] == [
        [("安全科", LEAD), ("基教科", TASK)], [("办公室", LEAD), ("安全科", TASK)]]


@pytest.mark.parametrize(("cell", "pairs"), [
    ("公安局、住建局", [("公安局", LEAD), ("住建局", LEAD)]),
    ("各镇（开发区、街道）", [("各镇（开发区、街道）", LEAD)]),
    ("教育局牵头，公安局配合", [("教育局", LEAD), ("公安局", HELP)])])
def test_a_cell_takes_its_role_from_the_head(cell: str, pairs: Pairs) -> None:
    assert units(cell, LEAD, first_leads=False) == pairs


# --- where a note ends, and what is none

@pytest.mark.parametrize("officer", DATA["officers"])
def test_persons_are_no_owners(officer: str) -> None:
    assert owners(f"加强安全。{officer}：张三；责任科室：安全科") == [("安全科", TASK)]
    assert owners(f"{officer}：张三") == []


@pytest.mark.parametrize("time", DATA["times"])
def test_a_time_is_no_owner(time: str) -> None:
    assert owners(f"加强安全。责任科室：安全科；{time}：2024年12月底前") == [("安全科", TASK)]
    assert owners(f"加强安全。{time}：2024年12月底前；责任科室：安全科") == [("安全科", TASK)]


@pytest.mark.parametrize("content", DATA["contents"])
def test_a_note_ends_before_the_items_text(content: str) -> None:
    assert noted(f"责任科室：安全科。{content}：建设学校3所。") == ["责任科室：安全科。"]


@pytest.mark.parametrize("stored", [
    "加强特殊教育（含融合教育学校）", "推进课程改革（重点工作）。", "完善制度（如督导室）",
    "建立机制（以下简称“专班”），压实责任。", "推进改革（试点单位除外）工作落实。",
    "学校的责任：是育人", "（列首位的为牵头单位，下同）", "落实安全责任。"])
def test_other_brackets_are_no_notes(stored: str) -> None:
    assert owners(stored) == []


# --- prose

@pytest.mark.parametrize(("stored", "pairs"), [
    ("由教育局牵头，财政局、人社局配合，共同推进。",
     [("教育局", LEAD), ("财政局", HELP), ("人社局", HELP)]),
    ("形成教育行政部门负责具体工作、相关部门协调配合的体制机制。",
     [("教育行政部门", TASK), ("相关部门", HELP)]),
    ("由办公室牵头建立台账。", [("办公室", LEAD)]),
    ("教育局、财政局按职责分工负责。", [("教育局", TASK), ("财政局", TASK)]),
    ("由督导室负责每季度通报。", [("督导室", TASK)])])
def test_prose_names_owners(stored: str, pairs: Pairs) -> None:
    assert told(stored) == [pairs]


@pytest.mark.parametrize("stored", [
    "各校要配合做好工作。", "教育局负责统筹。", "由校长负责。", "由县长牵头。", "实行校长负责制。",
    "家庭配合、社会参与。", "落实党组织领导的校长负责制。", "压实责任，牵头抓总。",
    "对学生负责，让家长满意。"])
def test_prose_that_names_nobody(stored: str) -> None:
    assert told(stored) == []


def test_each_sentence_stands_for_itself() -> None:
    stored = "由教育局牵头。建设学校3所。由财政局负责。"
    form = clean(Text(stored)).form
    assert [form[slice(*at)] for at, _ in prose(form, 0, len(stored))] == [
        "由教育局牵头。", "由财政局负责。"]


# --- in a document

HEAD = "江阴市教育局2024年工作要点\n一、加强安全\n"


def owned(answer: dict[str, object]) -> list[list[tuple[str, str, bool]]]:
    tasks = answer["tasks"]
    assert isinstance(tasks, list)
    return [[(one["name"], one["role"], one["explicit"]) for one in task["owners"]]
            for task in tasks]


def test_a_note_on_a_line_of_its_own_belongs_to_the_item_above(read: Read) -> None:
    answer = read(HEAD + "1.排查隐患。开展检查。\n责任科室：安全科\n2.完善制度。制定办法。\n"
                  "牵头科室：办公室；配合科室：安全科\n").answer
    assert owned(answer) == [[("安全科", TASK, True)], [("办公室", LEAD, True),
    ("安全科", HELP, True)]]
    assert [task["text"] for task in answer["tasks"]] == ["排查隐患。开展检查。",
    "完善制度。制定办法。"]


def test_a_headings_note_holds_for_the_items_below_but_for_their_own(read: Read) -> None:
    answer = read("江阴市教育局2024年工作要点\n一、加强安全（责任科室：安全科）\n"
                  "1.排查隐患。开展检查。\n2.完善制度。制定办法。（办公室）\n"
                  "二、提升质量\n3.深化课改。推进教研。\n").answer
    assert owned(answer) == [[("安全科", TASK, True)], [("办公室", TASK, True)],
                             [("江阴市教育局", TASK, False)]]
    assert answer["goals"][0]["title"] == "加强安全"


def test_a_note_between_a_heading_and_its_items_holds_for_them(read: Read) -> None:
    answer = read("江阴市教育局2024年工作要点\n一、加强安全\n责任科室：安全科\n"
                  "1.排查隐患。开展检查。\n2.完善制度。制定办法。\n二、提升质量\n3.深化课改。推进教研。\n").answer
    assert owned(answer) == [[("安全科", TASK, True)], [("安全科", TASK, True)],
                             [("江阴市教育局", TASK, False)]]


def test_where_nobody_is_named_the_issuer_is_meant(read: Read) -> None:
    answer = read(HEAD + "1.排查隐患。开展检查。\n").answer
    assert owned(answer) == [[("江阴市教育局", TASK, False)]]


def test_where_the_issuer_is_unknown_nobody_owns(read: Read) -> None:
    assert owned(read("一、加强安全\n1.排查隐患。开展检查。\n").answer) == [[]]


def test_names_stay_as_written(read: Read) -> None:
    answer = read(HEAD + "1.排查隐患。开展检查。(责任单位:各镇(开发区、街道))\n").answer
    assert owned(answer) == [[("各镇(开发区、街道)", TASK, True)]]
