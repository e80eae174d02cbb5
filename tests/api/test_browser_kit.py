"""What Neo4j Browser takes from us: style, guide, saved queries, and who may take it."""

import io
import re
from html import unescape
from html.parser import HTMLParser
from itertools import combinations
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pytest

import queries
from api.app import create_app
from api.browser import guide, saved, style
from api.browser.files import data, read
from api.cli.serve import serve
from api.settings import Settings
from graph.captions import CIRCLE
from ontology import Ontology
from queries.parameters import CLOSED
from tests.api.doors import TestClient

BROWSER = "http://localhost:7474"
KIT = "http://127.0.0.1:8000/browser"
ALL = [one for slide in saved.slides() for one in slide.saved]
# How persons without one kind of cone see colours (Machado, Oliveira and Fernandes 2009).
SIGHTS = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
                 (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
                (0.004733, 0.691367, 0.303900))}
# What Neo4j Browser cuts out of a guide before it shows it.
CLEANED = re.compile(r"""(\s+(on[^\s=]+)[^\s=]*\s*=\s*("[^"]*"|'[^']*'|[\w\-.:]+\s*))|<script""",
                     re.IGNORECASE)


class Slides(HTMLParser):
    """What a reader can click in the guide: Cypher to run, Cypher behind a title, commands."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.slides = 0
        self.shown: list[str] = []
        self.behind: list[str] = []
        self.commands: list[str] = []
        self._open = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.slides += tag == "slide"
        self._open = tag == "pre" and "runnable" in str(given.get("class"))
        if self._open:
            self.shown.append("")
        if "data-populate" in given:
            self.behind.append(str(given["data-populate"]))
        if "data-exec" in given:
            self.commands.append(str(given["data-exec"]))

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.shown[-1] += data


def parse(grass: str) -> dict[str, dict[str, str]]:
    """Read a style as Neo4j Browser does, letter by letter."""
    rules: dict[str, str] = {}
    quoted = inside = False
    selector = rule = ""
    for letter in grass:
        if letter in "'\"":
            quoted = not quoted
        elif letter == "{" and not quoted:
            inside = True
        elif letter == "}" and not quoted:
            rules[selector], inside, selector, rule = rule, False, "", ""
        elif inside:
            rule += letter
        elif not letter.isspace():
            selector += letter
    return {name: {key.strip(): value.strip() for key, colon, value in
                   (line.partition(":") for line in text.split(";")) if colon}
            for name, text in rules.items()}


def lab(colour: str, sight: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    """Return a colour as it is seen, in CIE Lab."""
    shares = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
              for share in shares]
    red, green, blue = (min(1, max(0, sum(weight * value for weight, value
                                          in zip(row, linear, strict=True)))) for row in sight)
    white = (0.9505, 1.0, 1.089)
    x, y, z = ((0.4124 * red + 0.3576 * green + 0.1805 * blue) / white[0],
               0.2126 * red + 0.7152 * green + 0.0722 * blue,
               (0.0193 * red + 0.1192 * green + 0.9505 * blue) / white[2])
    roots = [value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
             for value in (x, y, z)]
    return (116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2]))


def test_every_type_has_its_look(ontology: Ontology) -> None:
    assert style.looks()["nodes"].keys() == ontology.nodes.keys()
    assert style.looks()["relations"].keys() <= {*ontology.relations, style.OTHER}
    rules = parse(style.grass(ontology))
    assert rules.keys() == {"node", "relationship", *(f"node.{name}" for name in ontology.nodes),
                            *(f"relationship.{name}" for name in ontology.relations)}
    for name in ontology.nodes:
        rule = rules[f"node.{name}"]
        assert rule["caption"] == "{caption}"
        assert float(rule["diameter"][:-2]) / float(rule["font-size"][:-2]) == \
            pytest.approx(CIRCLE[name], rel=0.01)
    assert rules["relationship.OWNED_BY"]["caption"] == "{caption}"
    assert rules["relationship.ABOUT"]["caption"] == "涉及"


def test_captions_stand_out_from_what_is_behind_them(ontology: Ontology) -> None:
    for kind in ontology.nodes.values():
        rule = style.node(kind)
        assert style.contrast(rule["text-color-internal"], rule["color"]) >= 4.5
    for tie in ontology.relations.values():
        assert style.contrast(style.relation(tie)["text-color-external"], "#FFFFFF") >= 4.5


@pytest.mark.parametrize("sight", SIGHTS)
def test_types_can_be_told_apart_without_one_kind_of_cone(sight: str) -> None:
    seen = {name: lab(look["colour"], SIGHTS[sight])
            for name, look in style.looks()["nodes"].items()}
    for one, other in combinations(seen, 2):
        distance = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert distance > 12, f"{one} and {other}: {distance:.0f}"


def test_every_question_stands_on_one_slide() -> None:
    names = [one.name for one in ALL]
    assert len(names) == len(set(names))
    assert queries.load().keys() <= set(names)
    last = saved.slides()[-1]
    assert last.name != saved.REST["name"], \
        f"give {', '.join(one.name for one in last.saved)} a place in slides.yaml"
    for slide in saved.slides():
        assert {"zh", "en"} == slide.title.keys() == slide.text.keys()
        assert any(one.drawn for one in slide.saved)


@pytest.mark.parametrize("question", queries.load().values(), ids=lambda one: one.name)
def test_every_column_and_parameter_has_a_chinese_word(question: queries.Query) -> None:
    words = data("words.yaml")
    assert question.params.keys() <= words["parameters"].keys()
    assert question.columns.keys() <= words["columns"].keys()
    for part, names in (("parameters", question.params), ("columns", question.columns)):
        labels = [saved.label(part, name) for name in names]
        assert len(labels) == len(set(labels))
        assert all(re.fullmatch("[\u4e00-\u9fff]+", label) for label in labels)


def test_values_of_a_column_have_chinese_words() -> None:
    assert saved.values("role") == {"lead": "牵头", "responsible": "责任", "cooperating": "配合"}
    assert saved.values("change").keys() == {*CLOSED["change"].values, "new", "dropped"}
    assert saved.values("met") == {"true": "是", "false": "否"}
    assert saved.values("what")["OWNED_BY"] == "责任单位"
    assert saved.values("task") == {}


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_a_saved_query_runs_as_it_stands(one: saved.Saved) -> None:
    """Without parameters, in one statement, under the name that Neo4j Browser shows."""
    assert one.file.startswith(f"// {one.title['zh']}\n// {one.title['en']}\n")
    assert "$" not in one.file
    assert ";" not in one.cypher
    assert (saved.HINT in one.file) is one.cypher.startswith("WITH ")


def test_the_values_to_change_stand_in_the_first_line() -> None:
    first = {one.name: one.cypher.partition("\n")[0] for one in ALL}
    assert first["co_owners"] == "WITH '安全' AS 主题, '' AS 分工, '' AS 地区"
    assert first["indicators"] == "WITH '' AS 主题, '目标' AS 类别, '' AS 地区"
    assert first["department_tasks"] == \
        "WITH '教育局' AS 部门, '' AS 分工, '' AS 地区, true AS 含未写明"
    assert first["locality_chain"] == "WITH '' AS 地区, false AS 含未写明"
    assert first["cited_policies"] == "WITH 1 AS 最少文件"
    assert first["task_history"] == "WITH '' AS 任务"


def test_words_in_quotes_cannot_break_out() -> None:
    assert saved._quoted("a'b\\") == r"'a\'b\\'"


def test_the_guide_shows_every_picture_and_keeps_every_question(ontology: Ontology) -> None:
    text = guide.guide(ontology, KIT)
    slides = Slides(text)
    assert slides.slides == len(saved.slides()) + 1
    assert slides.shown == [f"// {one.title['zh']}\n{one.cypher}" for one in ALL if one.drawn]
    assert slides.behind == [one.file.strip() for one in ALL if not one.drawn]
    assert slides.commands == [f"style {KIT}/style.grass"]
    assert not CLEANED.search(text)
    for kind in ontology.nodes.values():
        assert kind.label["zh"] in text


@pytest.mark.parametrize(("path", "media"), [
    ("", "text/html"), ("guide.html", "text/html"), ("style.grass", "text/plain"),
    ("neo4j.conf", "text/plain"), ("queries.zip", "application/zip"),
    ("queries/one_task.cypher", "text/plain"), ("queries/co_owners.cypher", "text/plain")])
def test_each_file_is_served_to_the_browser(client: TestClient, path: str, media: str) -> None:
    answer = client.get(f"/browser/{path}", headers={"Origin": BROWSER})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media
    assert answer.headers["access-control-allow-origin"] == BROWSER


def test_the_browser_may_ask_before_it_takes(client: TestClient) -> None:
    asked = {"Origin": BROWSER, "Access-Control-Request-Method": "GET",
             "Access-Control-Request-Headers": "cache-control,pragma"}
    answer = client.options("/browser/guide.html", headers=asked)
    assert answer.status_code in (200, 204)
    assert answer.headers["access-control-allow-origin"] == BROWSER
    assert "GET" in answer.headers["access-control-allow-methods"]
    allowed = answer.headers["access-control-allow-headers"].lower()
    assert "cache-control" in allowed
    assert "pragma" in allowed


def test_other_pages_and_other_paths_may_not(client: TestClient) -> None:
    stranger = {"Origin": "https://example.org"}
    assert "access-control-allow-origin" not in \
        client.get("/browser/guide.html", headers=stranger).headers
    preflight = client.options("/browser/guide.html",
                               headers=stranger | {"Access-Control-Request-Method": "GET"})
    assert preflight.status_code == 400
    for path in ("/queries", "/readyz", "/docs"):
        assert "access-control-allow-origin" not in \
            client.get(path, headers={"Origin": BROWSER}).headers


def test_the_kit_needs_no_store(settings: Settings) -> None:
    lost = settings.model_copy(update={"cypher": "bolt://127.0.0.1:1",
                                       "browser_origins": "http://h:1, http://k:2"})
    with TestClient(create_app(lost)) as client:
        page = client.get("/browser/").text
        assert "http://h:1/browser/" in page
        for origin in ("http://h:1", "http://k:2"):
            assert client.get("/browser/style.grass", headers={"Origin": origin}) \
                .headers["access-control-allow-origin"] == origin


def test_the_page_shows_commands_and_links_of_its_own_address(client: TestClient) -> None:
    page = client.get("/browser/", headers={"Host": "graph.example:8080"}).text
    kit = "http://graph.example:8080/browser"
    for command in (f":play {kit}/guide.html", f":style {kit}/style.grass",
                    f":guide {kit}/guide.html"):
        assert f"<code>{command}</code>" in page
    targets = [unescape(target) for target in re.findall(r'href="([^"]+)"', page)]
    for target in targets:
        if not target.startswith("http"):
            assert client.get(f"/browser/{target}").status_code == 200
    opened = [parse_qs(urlsplit(target).query) for target in targets if "cmd=edit" in target]
    assert [query["arg"] for query in opened] == [[one.file.strip()] for one in ALL]


def test_the_archive_holds_every_query_in_the_folder_of_its_slide(client: TestClient) -> None:
    content = client.get("/browser/queries.zip").content
    with ZipFile(io.BytesIO(content)) as archive:
        held = {name: archive.read(name).decode() for name in archive.namelist()}
    assert held == {f"{slide.title['zh']}/{one.name}.cypher": one.file
                    for slide in saved.slides() for one in slide.saved}
    assert client.get("/browser/queries.zip").content == content


def test_what_there_is_not_is_told(client: TestClient) -> None:
    for path in ("queries/nope.cypher", "nope.html", "../settings"):
        answer = client.get(f"/browser/{path}")
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"
    assert client.post("/browser/guide.html").status_code == 405


def test_the_settings_name_the_address_where_we_serve() -> None:
    port = serve.__defaults__[1]    # type: ignore[index]
    found = dict(line.split("=", 1) for line in read("neo4j.conf").splitlines()
                 if line and not line.startswith("#"))
    assert found.keys() == {"browser.remote_content_hostname_whitelist",
                            "browser.post_connect_cmd", "client.allow_telemetry"}
    for command in found["browser.post_connect_cmd"].split("; "):
        address = urlsplit(command.split(" ")[1])
        assert address.port == port
        assert address.hostname in found["browser.remote_content_hostname_whitelist"].split(",")
