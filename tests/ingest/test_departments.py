"""Which body a name in a document stands for."""

from dataclasses import replace

import pytest

from ingest.departments import Body, Place, Registry
from ingest.extract import Knowledge


def registry(known: Knowledge, issuer: str, *codes: str) -> Registry:
    """Return the registry of a document from the place of the last code."""
    places = tuple(Place(code, known.divisions.by_code(code).name,
                         known.divisions.by_code(code).level, known.divisions.full_name(code))
                   for code in codes)
    empty = Registry(places, "doc-1")
    return replace(empty, issuer=empty.identify(issuer))


@pytest.fixture(scope="module")
def district(known: Knowledge) -> Registry:
    """A document of the district 常州市武进区."""
    return registry(known, "常州市武进区教育局", "320000", "320400", "320412")


@pytest.fixture(scope="module")
def county_city(known: Knowledge) -> Registry:
    """A document of the county-level city 江阴市."""
    return registry(known, "江阴市教育局", "320000", "320200", "320281")


@pytest.fixture(scope="module")
def prefecture(known: Knowledge) -> Registry:
    """A document of the prefecture 鹰潭市."""
    return registry(known, "鹰潭市教育局", "360000", "360600")


UNKNOWN = Registry((), "doc-1")


def where(body: Body) -> str | None:
    return body.place and body.place.name


@pytest.mark.parametrize("name", ["教育局", "区教育局", "武进区教育局", "常州市武进区教育局",
"武进教育局",
                                  "教 育 局", "本区教育局"])
def test_one_bureau_under_all_its_names(district: Registry, name: str) -> None:
    body = district.identify(name)
    assert body == district.identify("常州市武进区教育局")
    assert (body.name, body.full_name, body.kind) == ("教育局", "常州市武进区教育局", "bureau")


@pytest.mark.parametrize(("name", "full"), [
    ("市教育局", "常州市教育局"), ("常州市教育局", "常州市教育局"), ("省教育厅", "江苏省教育厅"),
    ("江苏省教育厅", "江苏省教育厅"), ("市公安局", "常州市公安局"),
    ("区公安局", "常州市武进区公安局"), ("公安局", "常州市武进区公安局"),
    ("区人民政府", "常州市武进区人民政府"), ("市市场监管局", "常州市市场监管局")])
def test_place_prefixes_pick_the_ancestor_of_that_level(district: Registry, name: str,
                                                        full: str) -> None:
    assert district.identify(name).full_name == full


def test_the_citys_bureau_is_not_the_districts(district: Registry) -> None:
    assert district.identify("市教育局").id != district.identify("区教育局").id
    assert where(district.identify("市教育局")) == "常州市"


@pytest.mark.parametrize("name", ["教育局", "市教育局", "江阴市教育局", "无锡市江阴市教育局",
"江阴教育局"])
def test_in_a_county_level_city_the_city_is_itself(county_city: Registry, name: str) -> None:
    assert county_city.identify(name).full_name == "江阴市教育局"
    assert where(county_city.identify(name)) == "江阴市"


def test_the_prefecture_of_a_county_level_city_is_named_in_full(county_city: Registry) -> None:
    assert county_city.identify("无锡市教育局").full_name == "无锡市教育局"
    assert county_city.identify("省教育厅").full_name == "江苏省教育厅"


def test_in_a_prefecture_the_city_is_itself(prefecture: Registry) -> None:
    assert prefecture.identify("市教育局") == prefecture.identify("教育局")
    assert prefecture.identify("省教育厅").full_name == "江西省教育厅"


@pytest.mark.parametrize("name", ["市场监管局", "市监局", "市场监督管理局", "市政园林局",
"市容管理局", "区域合作局"])
def test_a_name_that_only_begins_like_a_level_is_the_places_own(district: Registry,
                                                               name: str) -> None:
    body = district.identify(name)
    assert (body.name, where(body)) == (name, "武进区")


# --- sections

@pytest.mark.parametrize("name", ["安全科", "办公室", "基础教育股", "人事处", "教研室",
"教师发展中心"])
def test_sections_belong_to_the_bureau_that_issues(district: Registry, name: str) -> None:
    body = district.identify(name)
    assert body.parent == district.issuer
    assert body.full_name == f"常州市武进区教育局{name}"


def test_a_section_with_its_bureau_is_the_same_section(district: Registry) -> None:
    assert district.identify("教育局办公室") == district.identify("办公室")
    assert district.identify("区教育局办公室") == district.identify("办公室")


def test_the_offices_of_bureau_and_government_are_two(district: Registry) -> None:
    office = district.identify("区政府办公室")
    assert office.id != district.identify("办公室").id
    assert where(office) == "武进区"


def test_a_section_of_another_body_belongs_to_that(district: Registry) -> None:
    body = district.identify("区公安局交警科")
    assert body.parent == district.identify("公安局")
    assert district.identify("财政局办公室").id != district.identify("办公室").id


def test_bodies_belong_to_the_place(district: Registry) -> None:
    for name in ("财政局", "编办", "实验小学", "湖塘镇", "各镇（街道）", "区妇联"):
        assert district.identify(name).parent is None, name
        assert where(district.identify(name)) == "武进区", name


def test_width_and_blanks_do_not_count(district: Registry) -> None:
    assert district.identify("各镇(开发区、街道)") == district.identify("各镇（开发区、街道）")


def test_sections_of_two_cities_are_two(district: Registry, county_city: Registry) -> None:
    assert district.identify("基教科").id != county_city.identify("基教科").id


# --- where the place is unknown

def test_without_a_place_the_document_is_the_scope() -> None:
    body = UNKNOWN.identify("教育局")
    assert (body.full_name, body.place, body.parent) == ("教育局", None, None)
    assert UNKNOWN.identify("教育局").id != replace(UNKNOWN, scope="doc-2").identify("教育局").id
    assert UNKNOWN.identify("安全科").id == UNKNOWN.identify("安 全 科").id


def test_ids_are_made_of_place_parent_and_name_alone(district: Registry, known: Knowledge) -> None:
    other = registry(known, "常州市武进区人民政府", "320000", "320400", "320412")
    assert other.identify("区财政局") == district.identify("财政局")
    assert other.identify("教育局安全科") == district.identify("安全科")
