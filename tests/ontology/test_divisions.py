"""The administrative divisions: what the table holds, what a name stands for, which place is meant.

Real places where the table is the point, fictional ones where a user adds some.
"""

import csv
import subprocess
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from ontology.choice import Open, Resolved, choose
from ontology.divisions import Division, Mention, load
from ontology.errors import DivisionError

HEADER = "code,name,level,parent,valid_from,valid_to\n"
DIVISIONS = load()
DRUM_TOWERS = ["江苏省南京市鼓楼区", "江苏省徐州市鼓楼区", "福建省福州市鼓楼区",
               "河南省开封市鼓楼区"]


def rows() -> list[dict[str, str]]:
    with (files("ontology") / "divisions.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def place(title: str, body: str = "", issuer: str = "",
          extra: Path | None = None) -> Resolved | Open | None:
    divisions = load(extra)
    return choose(divisions, divisions.find(issuer), divisions.find(title), divisions.find(body))


def paths(answer: Resolved | Open | None) -> list[str]:
    """Write what is left open with the places that it lies in."""
    assert isinstance(answer, Open)
    return ["".join(row.name for row in (*DIVISIONS.ancestors(division.code), division))
            for division in answer.candidates]


def above(code: str) -> tuple[str, ...]:
    return tuple(division.name for division in DIVISIONS.ancestors(code))


# --- the table

def test_counts_of_what_exists_today() -> None:
    levels = Counter(row["level"] for row in rows() if not row["valid_to"])
    assert levels.keys() == {"province", "prefecture", "county"}
    assert levels["province"] == 34
    assert 330 < levels["prefecture"] < 340
    assert 2800 < levels["county"] < 2900


def test_codes_of_today_are_unique_and_every_parent_is_a_row_of_a_higher_level() -> None:
    table = rows()
    today = [row["code"] for row in table if not row["valid_to"]]
    assert len(today) == len(set(today))
    level = {row["code"]: row["level"] for row in table}
    order = ["province", "prefecture", "county"]
    for row in table:
        if row["level"] == "province":
            assert row["parent"] == ""
        else:
            assert order.index(level[row["parent"]]) < order.index(row["level"]), row


def test_what_exists_today_lies_in_what_exists_today() -> None:
    today = {row["code"] for row in rows() if not row["valid_to"]}
    assert {row["parent"] for row in rows() if not row["valid_to"]} - {""} <= today


def test_no_row_is_a_pseudo_level() -> None:
    for row in rows():
        assert len(row["name"]) > 1, row
        assert "市辖区" not in row["name"], row
        assert "直辖" not in row["name"], row
    codes = {row["code"] for row in rows()}
    assert codes.isdisjoint({"110100", "310100", "419000", "429000", "469000", "500100", "500200",
                             "659000"})


def test_years_are_in_order() -> None:
    for row in rows():
        if row["valid_from"] and row["valid_to"]:
            assert 1984 < int(row["valid_from"]) < int(row["valid_to"]) < 2027, row


def test_file_is_small() -> None:
    assert len((files("ontology") / "divisions.csv").read_bytes()) < 300_000


@pytest.mark.parametrize(("code", "name", "last"), [
    ("320483", "武进市", 2002), ("320283", "锡山市", 2000), ("320107", "下关区", 2013),
    ("320611", "港闸区", 2020), ("320602", "崇川区", 2020), ("321088", "江都市", 2011),
    ("360622", "余江县", 2018), ("370802", "市中区", 2013), ("371200", "莱芜市", 2019),
    ("110103", "崇文区", 2010), ("330103", "下城区", 2021), ("500105", "江北区", 2025)])
def test_former_places_are_kept(code: str, name: str, last: int) -> None:
    assert DIVISIONS.by_code(code).name == name
    assert DIVISIONS.by_code(code).valid_to == last


@pytest.mark.parametrize(("code", "name", "first"), [
    ("320412", "武进区", 2002), ("320613", "崇川区", 2020), ("321012", "江都区", 2011),
    ("360603", "余江区", 2018), ("330113", "临平区", 2021), ("653228", "和康县", 2024)])
def test_their_successors_exist(code: str, name: str, first: int) -> None:
    assert DIVISIONS.by_code(code) == Division(
        code, name, "county", code[:4] + "00", first, None)


# --- looking up

@pytest.mark.parametrize(("code", "name", "ancestors", "full"), [
    ("320281", "江阴市", ("江苏省", "无锡市"), "江阴市"),
    ("320412", "武进区", ("江苏省", "常州市"), "常州市武进区"),
    ("110105", "朝阳区", ("北京市",), "北京市朝阳区"),
    ("500101", "万州区", ("重庆市",), "重庆市万州区"),
    ("429004", "仙桃市", ("湖北省",), "仙桃市"),
    ("429021", "神农架林区", ("湖北省",), "神农架林区"),
    ("659001", "石河子市", ("新疆维吾尔自治区",), "石河子市"),
    ("422800", "恩施土家族苗族自治州", ("湖北省",), "恩施土家族苗族自治州"),
    ("441900", "东莞市", ("广东省",), "东莞市"),
    ("710000", "台湾省", (), "台湾省"),
    ("320107", "下关区", ("江苏省", "南京市"), "南京市下关区")])
def test_a_code_tells_name_and_ancestors(code: str, name: str, ancestors: tuple[str, ...],
                                         full: str) -> None:
    assert DIVISIONS.by_code(code).name == name
    assert above(code) == ancestors
    assert DIVISIONS.full_name(code) == full


def test_a_renamed_place_bears_its_last_name() -> None:
    assert DIVISIONS.by_code("420600").name == "襄阳市"
    assert [row.code for row in DIVISIONS.named("襄樊市")] == ["420600"]


def test_an_unknown_code_is_refused_by_name() -> None:
    with pytest.raises(DivisionError, match="'999999'"):
        DIVISIONS.by_code("999999")


@pytest.mark.parametrize(("name", "codes"), [
    ("武进区", ["320412"]), ("江阴", ["320281"]), ("内蒙古", ["150000"]), ("广西", ["450000"]),
    ("宁夏", ["640000"]), ("新疆", ["650000"]), ("西藏", ["540000"]), ("香港", ["810000"]),
    ("浦东", ["310115"]), ("神农架", ["429021"]), ("沙", []), ("合作", ["623001"]), ("无此地", [])])
def test_a_name_or_short_form_finds_its_bearers(name: str, codes: list[str]) -> None:
    assert [row.code for row in DIVISIONS.named(name) if row.valid_to is None] == codes


@pytest.mark.parametrize(("name", "code"), [
    ("恩施州", "422800"), ("延边州", "222400"), ("湘西州", "433100"), ("峨山县", "530426"),
    ("大通县", "630121"), ("瀍河区", "410304"), ("鄂伦春旗", "150723"), ("积石山县", "622927")])
def test_names_without_their_people_are_full_names(name: str, code: str) -> None:
    assert DIVISIONS.named(name)[0].code == code
    assert not DIVISIONS.find(name)[0].short


def test_existing_bearers_stand_before_former_ones() -> None:
    found = DIVISIONS.named("市中区")
    assert {row.code for row in found} >= {"370103", "370402", "370802", "511002", "511102"}
    ended = [row.valid_to is not None for row in found]
    assert ended == sorted(ended)
    assert {True, False} <= set(ended)


# --- finding

def test_find_tells_places_in_code_points_and_reads_chains() -> None:
    text = "𠀀按江苏省常州市武进区、江阴的要求"
    assert DIVISIONS.find(text) == [
        Mention(2, 5, "江苏省", ("320000",), False),
        Mention(5, 8, "常州市", ("320400",), False),
        Mention(8, 11, "武进区", ("320412",), False),
        Mention(12, 14, "江阴", ("320281",), True)]
    assert text[8:11] == "武进区"


def test_a_chain_narrows_a_name_that_several_bear() -> None:
    alone, *_ = DIVISIONS.find("鼓楼区")
    assert set(alone.candidates) >= {"320106", "320302", "350102", "410204"}
    assert DIVISIONS.find("南京市鼓楼区")[-1].candidates == ("320106",)
    assert DIVISIONS.find("济宁市市中区")[-1].candidates == ("370802",)
    assert DIVISIONS.find("山西晋城市城区")[-1].candidates == ("140502",)


@pytest.mark.parametrize("text", [
    "校企合作办学", "推进校企合作市级示范", "建设平安校园", "公安县级部门", "各市和县教育局",
    "城区学校与郊区学校", "提高安全意识", "学习水平", "义务教育均衡水平", "隆重庆祝教师节",
    "幸福建设", "家长沙龙", "全市中小学", "全州教育", "南京大学", "南京师范大学附属中学",
    "中山路小学", "党委和政府", "文化德育", "新建学校", "获得荣誉"])
def test_everyday_words_name_no_place(text: str) -> None:
    assert DIVISIONS.find(text) == []


@pytest.mark.parametrize(("text", "name"), [
    ("和县2021年教育工作要点", "和县"), ("马鞍山市和县教育局", "和县"), ("《横县教育志》", "横县"),
    ("公安县教育局", "公安县"), ("合作市教育局", "合作市"), ("沙市区", "沙市区")])
def test_short_county_names_are_found_where_they_stand(text: str, name: str) -> None:
    assert name in [mention.name for mention in DIVISIONS.find(text)]


# --- choosing

@pytest.mark.parametrize(("title", "body", "code"), [
    ("江阴市教育局2021年重点工作", "", "320281"),
    ("武进区教育高质量发展三年行动方案", "", "320412"),
    ("江苏省常州市武进区教育局", "常州市" * 9, "320412"),
    ("常州市教育局2024年工作要点", "武进区武进区武进区天宁区", "320400"),
    ("江阴市教育局转发无锡市教育局文件", "", "320281"),
    ("鼓楼区教育局2021年工作要点", "按南京市教育局要求", "320106"),
    ("鼓楼区教育局2021年工作要点", "在福州举行", "350102"),
    ("鼓楼区教育局", "南京市江苏省南京市南京市，学习福州市经验", "320106"),
    ("南京市鼓楼区教育局", "徐州市徐州市", "320106"),
    ("朝阳区教育局", "长春市", "220104"),
    ("北京市朝阳区教育委员会", "", "110105"),
    ("吉林省教育厅", "吉林市" * 9, "220000"), ("吉林市教育局", "吉林省" * 9, "220200"),
    ("吉林教育", "", "220000"), ("吉林教育", "吉林市吉林市吉林市吉林省", "220200"),
    ("辽阳县教育局", "辽阳市", "211021"), ("辽阳市教育局", "辽阳县", "211000"),
    ("承德市承德县教育局", "", "130821"), ("承德教育", "", "130800"),
    ("海南教育", "", "460000"), ("海南藏族自治州", "", "632500"),
    ("仙桃市教育局", "", "429004"), ("武进教育2021年工作要点", "", "320412")])
def test_title_and_text_decide(title: str, body: str, code: str) -> None:
    assert place(title, body) == Resolved(code)


@pytest.mark.parametrize(("title", "body", "code"), [
    ("下关区教育局", "", "320107"), ("武进市教育局", "", "320483"), ("余江县教育局", "", "360622"),
    ("射洪县教育局", "", "510922"), ("武隆县教委", "", "500232"),
    ("市中区教育局", "济宁市", "370802"), ("市中区教育局", "济南市", "370103"),
    ("江北区教委", "重庆市", "500105"), ("江北区教育局", "", "330205"),
    ("崇川区教育局", "", "320613"), ("东乡县教育局", "抚州市", "361029")])
def test_former_places_are_meant_only_where_no_existing_one_fits(title: str, body: str,
                                                                 code: str) -> None:
    assert place(title, body) == Resolved(code)


@pytest.mark.parametrize(("title", "body", "candidates"), [
    ("鼓楼区教育局", "", DRUM_TOWERS),
    ("鼓楼区教育局", "江苏省教育厅", ["江苏省南京市鼓楼区", "江苏省徐州市鼓楼区"]),
    ("鼓楼区教育局", "南京市，福州市", ["江苏省南京市鼓楼区", "福建省福州市鼓楼区"]),
    ("朝阳区教育局", "", ["北京市朝阳区", "吉林省长春市朝阳区"]),
    ("武进区天宁区联合行动", "", ["江苏省常州市武进区", "江苏省常州市天宁区"]),
    ("", "鼓楼区的学校，鼓楼区的教师", DRUM_TOWERS),
    ("", "常州市的学校，武进区的教师", ["江苏省常州市武进区"]),
    ("", "武进区武进区，天宁区天宁区", ["江苏省常州市天宁区", "江苏省常州市武进区"])])
def test_what_the_text_does_not_decide_stays_open(title: str, body: str,
                                                  candidates: list[str]) -> None:
    assert paths(place(title, body)) == candidates


@pytest.mark.parametrize(("body", "code"), [
    ("武进区的学校，常州市武进区的教师，武进区的学生，江苏省", "320412"),
    ("武进教育，走进武进，武进教师，武进学生", "320412"),
    ("常州市的学校，常州市，武进区，天宁区，金坛区", "320400"),
    ("江阴市，江阴市，无锡市，江苏省，上海", "320281")])
def test_a_text_without_title_speaks_for_what_it_mostly_names(body: str, code: str) -> None:
    assert place("", body) == Resolved(code)


@pytest.mark.parametrize("body", [
    "", "区教育局要求各校落实。", "到南京学习", "北京市、上海市、广东省、江苏省、浙江省、山东省",
    "到江苏省和山东省学习"])
def test_a_text_that_names_no_place_of_its_own_leaves_it_unknown(body: str) -> None:
    assert place("2021年教育工作总结", body) is None


def test_the_issuer_goes_before_a_title_about_elsewhere() -> None:
    assert place("对口支援铜仁市工作方案", "铜仁市", issuer="苏州市教育局") == Resolved("320500")
    assert place("武进区教育工作要点", issuer="常州市教育局") == Resolved("320412")


# --- places of a user's own

def extra(folder: Path, text: str) -> Path:
    path = folder / "places.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_file_adds_places(tmp_path: Path) -> None:
    path = extra(tmp_path, HEADER + "990102,青砚区,county,990100,,\n990000,澄海省,province,,,\n"
                 "990100,临澜市,prefecture,990000,2001,\n990191,高新区,zone,990100,,\n"
                 "320491,高新区,zone,320400,,\n")
    added = load(path)
    assert [row.name for row in added.ancestors("990102")] == ["澄海省", "临澜市"]
    assert added.full_name("990191") == "临澜市高新区"
    assert place("青砚区教育工作要点", extra=path) == Resolved("990102")
    assert place("武进区", extra=path) == Resolved("320412")
    assert place("临澜市高新区教育局", extra=path) == Resolved("990191")
    assert place("高新区教育局", "常州市", extra=path) == Resolved("320491")
    open_ = place("高新区教育局", extra=path)
    assert isinstance(open_, Open)
    assert [row.code for row in open_.candidates] == ["320491", "990191"]


def test_a_lone_zone_needs_its_place_beside_it(tmp_path: Path) -> None:
    path = extra(tmp_path, HEADER + "320491,高新区,zone,320400,,\n")
    open_ = place("高新区教育局", "苏州市", extra=path)
    assert isinstance(open_, Open)
    assert [row.code for row in open_.candidates] == ["320491"]
    assert place("高新区教育局", "常州", extra=path) == Resolved("320491")


@pytest.mark.parametrize(("text", "line", "expected"), [
    ("", 1, "write code,name,level"),
    ("code,name\n", 1, "write code,name,level"),
    (HEADER + "990000,澄海省,province,\n", 2, "give 6"),
    (HEADER + "\n99,澄海省,province,,,\n", 3, "six to twelve digits"),
    (HEADER + "320412,青砚区,county,320400,,\n", 2, "give one that is free"),
    (HEADER + "990000,x,province,,,\n", 2, "full Chinese name"),
    (HEADER + "990000,澄海省,region,,,\n", 2, "province, prefecture, county, zone"),
    (HEADER + "990000,澄海省,province,,2001,1999\n", 2, "four digits or nothing"),
    (HEADER + "990000,澄海省,province,,soon,\n", 2, "four digits or nothing"),
    (HEADER + "990100,临澜市,prefecture,990000,,\n", 2, "code of a higher level"),
    (HEADER + "990100,临澜市,prefecture,,,\n", 2, "code of a higher level"),
    (HEADER + "990100,临澜市,prefecture,320400,,\n", 2, "code of a higher level"),
    (HEADER + "990000,澄海省,province,320000,,\n", 2, "none for a province")])
def test_a_broken_row_is_named_with_file_and_line(tmp_path: Path, text: str, line: int,
                                                  expected: str) -> None:
    path = extra(tmp_path, text)
    with pytest.raises(DivisionError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert expected in str(caught.value)


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    with pytest.raises(DivisionError, match=r"places\.csv cannot be read"):
        load(path)
    path.write_bytes(HEADER.encode() + "990000,澄海省,province,,,\n".encode("gb18030"))
    with pytest.raises(DivisionError, match=r"places\.csv cannot be read"):
        load(path)


def test_importing_the_module_reads_nothing() -> None:
    code = "import ontology.divisions as d; print(d.load.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
