"""Neo4j Browser with our kit: it plays the guide, draws in our style and keeps our queries."""

import base64
import os
import re
import secrets
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import ProxyHandler, build_opener

import pytest
from neo4j import Driver, GraphDatabase
from playwright.sync_api import Locator, Page, expect

import queries
from api.browser import saved
from graph import Limits, open_store
from ontology import load
from ontology.rdf import DEFAULT_BASE
from tests.live.browser import PATIENCE, log_in, open_page, screenshot, settle
from tests.live.fixtures import give_up
from tests.live.test_graph import COMMAND, ROOT, edupolicy
from tools.neo4j import settings
from tools.neo4j.home import KIT
from tools.neo4j.programs import MissingToolError
from tools.neo4j.server import HOST, Server, choose_ports, start

WEB = build_opener(ProxyHandler({}))  # a proxy of the environment cannot reach this machine
YEARS = ROOT / "tests" / "gold" / "years" / "development" / "qichuan"
EMPTY = {"policy_followers"}    # whose example names a policy that these documents do not cite
DROP = """([name, bytes]) => {
  const content = Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([content], name));
  for (const kind of ["dragenter", "dragover", "drop"])
    document.querySelector(".filedrop").dispatchEvent(
      new DragEvent(kind, {dataTransfer: carried, bubbles: true, cancelable: true}));
}"""
DRAWN = """all => all.map(one => [
  one.__data__.labels[0], one.querySelector("circle.b-outline").getAttribute("fill"),
  one.__data__.propertyMap.caption,
  [...one.querySelectorAll("text.caption")].map(text => text.textContent.trim())])"""


@dataclass(frozen=True, slots=True)
class Kit:
    """A server filled with documents, its user's address for drivers, and the kit's address."""

    server: Server
    store: str
    address: str

    def read(self, path: str) -> bytes:
        with WEB.open(f"{self.address}/{path}", timeout=30) as answer:
            content: bytes = answer.read()
            return content


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kit]:
    """A server with the settings of the kit, and the API that serves it, on free ports."""
    bolt, http, port = choose_ports(0, 0, 0)
    given = {name: value.replace("http://127.0.0.1:8000", f"http://{HOST}:{port}")
             for name, value in settings.read(KIT).items()}
    assert f":{port}" in given["browser.post_connect_cmd"]
    try:
        server = start(tmp_path_factory.mktemp("kit"), bolt, http, password=secrets.token_hex(8),
                       settings=given)
    except MissingToolError as error:
        give_up(error)
    api = None
    try:
        store = server.uri.replace("://", f"://{server.user}:{quote(server.password)}@")
        environment = os.environ | {
            "EDUPOLICY_DATA": str(tmp_path_factory.mktemp("data")), "EDUPOLICY_CYPHER": store,
            "EDUPOLICY_PLACES": str(ROOT / "docs" / "places.csv"),
            "EDUPOLICY_BROWSER_ORIGINS": server.http}
        edupolicy("ingest", str(ROOT / "samples"), str(YEARS), environment=environment)
        api = subprocess.Popen([COMMAND, "serve", "--port", str(port)], env=environment,
                               stderr=subprocess.DEVNULL)
        found = Kit(server, store, f"http://{HOST}:{port}/browser")
        wait(found)
        yield found
    finally:
        if api:
            api.terminate()
            api.wait(30)
        server.stop()


def wait(kit: Kit) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            kit.read("style.grass")
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return


@pytest.fixture
def page(kit: Kit) -> Iterator[Page]:
    """A page of Neo4j Browser that is logged in and shows the guide."""
    try:
        with open_page() as page:
            log_in(page, kit.server)
            guide(page).get_by_text("教育政策图谱").wait_for()
            page.get_by_test_id("styleResetButton").wait_for()  # the style has been taken
            yield page
    except MissingToolError as error:
        give_up(error)


@pytest.fixture
def driver(kit: Kit) -> Iterator[Driver]:
    with GraphDatabase.driver(kit.server.uri, auth=(kit.server.user, kit.server.password),
                              notifications_min_severity="OFF") as driver:
        yield driver


def guide(page: Page) -> Locator:
    return page.get_by_test_id("frame").filter(
        has=page.get_by_test_id("frameCommand").get_by_text(":play http")).first


def turn(page: Page, title: str) -> Locator:
    """Turn the guide to the slide of a title."""
    slide = guide(page).locator(".slide").filter(has=page.get_by_role("heading", name=title))
    for _ in saved.slides():
        guide(page).get_by_test_id("nextSlide").click()
        if slide.count():
            return slide
    raise AssertionError(title)


def run(page: Page, title: str) -> Locator:
    """Run what stands in the editor and return the frame that shows it, known by its title."""
    page.get_by_test_id("editor-Run").click()
    frame = page.get_by_test_id("frame").filter(
        has=page.get_by_test_id("frameCommand").get_by_text(f"// {title}")).first
    frame.get_by_test_id("frame-loaded-contents").wait_for(timeout=PATIENCE)
    return frame


def type_and_run(page: Page, cypher: str, title: str) -> Locator:
    """Write Cypher into the editor, run it and return the frame that draws its nodes."""
    page.get_by_test_id("activeEditor").locator(".monaco-editor").first.click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(f"// {title}\n{cypher}")
    frame = run(page, title)
    frame.locator("g.node circle").first.wait_for()
    return frame


def rules(grass: str) -> dict[str, dict[str, str]]:
    """Read a style file: selectors with what they say."""
    found = re.findall(r"(?m)^(\S+) \{\n((?:  .*\n)*)\}", grass)
    return {selector: dict(re.findall(r"(?m)^  ([\w-]+): '?(.*?)'?;$", lines))
            for selector, lines in found}


def drop(page: Page, name: str, content: bytes) -> None:
    page.evaluate(DROP, [name, base64.b64encode(content).decode()])


def test_a_click_in_the_guide_and_run_draws_a_task_in_our_style(kit: Kit, page: Page) -> None:
    style = rules(kit.read("style.grass").decode())
    screenshot(page, "kit-guide")
    slide = turn(page, "一项任务")
    screenshot(page, "kit-guide-task")
    slide.locator("pre.runnable").click()
    frame = run(page, "一项任务的全貌")
    frame.locator("g.node circle").first.wait_for()
    settle(frame)
    frame.scroll_into_view_if_needed()
    screenshot(page, "kit-one-task")
    drawn = frame.locator("g.node").evaluate_all(DRAWN)
    assert {kind for kind, *_ in drawn} >= {"Task", "Goal", "Department", "Indicator", "Concept",
                                            "Document"}
    for kind, fill, caption, shown in drawn:
        rule = style[f"node.{kind}"]
        assert rule["caption"] == "{caption}"
        assert fill == rule["color"]
        assert " ".join(shown) == caption
        assert re.search("[\u4e00-\u9fff]", caption)
    captions = [caption for _, _, caption, _ in drawn]
    assert len(captions) == len(set(captions))
    ties = set(frame.locator("g.relationship text").all_text_contents())
    assert {"牵头", "责任", "涉及"} <= ties
    assert not re.search("[A-Za-z]", "".join(ties))


def test_what_is_seen_first_are_plans(page: Page, driver: Driver) -> None:
    """Neo4j shows what was written first, at least where nothing was deleted before."""
    frame = type_and_run(page, "MATCH (n) RETURN n LIMIT 300", "first")
    settle(frame)
    screenshot(page, "kit-first-look")
    kinds = [kind for kind, *_ in frame.locator("g.node").evaluate_all(DRAWN)]
    documents = driver.execute_query("MATCH (d:Document) RETURN count(d) AS n").records[0]["n"]
    assert set(kinds) <= {"Document", "Goal", "Task", "Indicator"}
    assert kinds.count("Document") == documents
    assert kinds.count("Task") > 100


def test_every_caption_is_shown_whole(page: Page) -> None:
    """Neo4j Browser cuts what finds no room; our captions are broken so that all do."""
    for kind in load().nodes:
        frame = type_and_run(page, f"MATCH (n:{kind}) RETURN n LIMIT 150", kind)
        expect(frame.locator("g.node text.caption").first).to_be_attached()
        drawn = frame.locator("g.node").evaluate_all(DRAWN)
        assert drawn
        for _, _, caption, shown in drawn:
            assert " ".join(shown) == caption


def test_a_saved_query_that_is_dropped_can_be_run(kit: Kit, page: Page) -> None:
    one = saved.find("co_owners")
    assert one
    drop(page, "co_owners.cypher", kit.read("queries/co_owners.cypher"))
    page.get_by_text("Save to favorites").click()
    page.get_by_test_id("navigationFavorites").click()
    title = one.title["zh"]
    item = page.get_by_test_id("savedScriptListItem").filter(has_text=title)
    item.get_by_test_id("savedScriptsButton-Run").click()
    frame = page.get_by_test_id("frame").filter(
        has=page.get_by_test_id("frameCommand").get_by_text(f"// {title}")).first
    frame.get_by_test_id("frame-loaded-contents").wait_for()
    expect(frame.get_by_role("table")).to_contain_text("另一部门")
    screenshot(page, "kit-saved-query")


def test_all_saved_queries_are_dropped_at_once_in_folders(kit: Kit, page: Page) -> None:
    drop(page, "queries.zip", kit.read("queries.zip"))
    page.get_by_test_id("navigationFavorites").click()
    for slide in saved.slides():
        if slide.saved:
            page.get_by_test_id(f"expandFolder-{slide.title['zh']}").click()
            for one in slide.saved:
                page.get_by_test_id(f"scriptTitle-{one.title['zh']}").wait_for()
    screenshot(page, "kit-favourites")


def test_the_guide_can_stay_beside_the_editor(kit: Kit, page: Page) -> None:
    page.get_by_test_id("activeEditor").locator(".monaco-editor").first.click()
    page.keyboard.insert_text(f":guide {kit.address}/guide.html")
    page.get_by_test_id("editor-Run").click()
    drawer = page.get_by_test_id("guidesDrawer")
    drawer.get_by_test_id("guideNextSlide").click()
    expect(drawer).to_contain_text("先看一眼")


def test_a_link_of_our_page_opens_a_query_in_the_editor(kit: Kit) -> None:
    try:
        with open_page() as page:
            page.goto(f"{kit.address}/")
            screenshot(page, "kit-page")
            target = page.get_by_role("link", name="打开 open").nth(3).get_attribute("href")
            log_in(page, kit.server)
            page.goto(str(target))
            expect(page.get_by_test_id("activeEditor")).to_contain_text("一项任务的全貌")
    except MissingToolError as error:
        give_up(error)


@pytest.mark.parametrize("one", [one for slide in saved.slides() for one in slide.saved],
                         ids=lambda one: one.name)
def test_every_saved_query_runs_and_finds_something(driver: Driver, one: saved.Saved) -> None:
    with driver.session(default_access_mode="READ") as session:
        result = session.run(one.file)
        found = list(result)
        assert result.consume().query_type == "r"
    assert bool(found) is (one.name not in EMPTY)
    if one.drawn:
        assert any(value.nodes if hasattr(value, "nodes") else value.labels
                   for value in found[0].values() if value is not None)


@pytest.mark.parametrize("name", ["co_owners", "task_owners", "indicators", "concept_coverage",
                                  "co_ownership", "cited_policies", "shared_concepts"])
def test_a_saved_question_gives_the_rows_of_the_question(kit: Kit, driver: Driver,
                                                         name: str) -> None:
    question = queries.find(name)
    store = open_store(kit.store, base=DEFAULT_BASE)
    try:
        answer = queries.run(question, store,
                             {key: value for key, value in question.example.items()
                              if not value.isdigit() or question.params[key].kind == "integer"},
                             labels={"安全": "safety"})
    finally:
        store.close()
    words = [saved.values(column) for column in answer.columns]
    expected = sorted(
        tuple(translations.get(str(cell).lower() if isinstance(cell, bool) else cell, cell)
              if cell is not None else "" for cell, translations in zip(row, words, strict=True))
        for row in answer.rows)
    one = saved.find(name)
    assert one
    rows = [tuple("" if value is None else value for value in record.values())
            for record in driver.execute_query(one.file).records]
    assert sorted(rows, key=str) == sorted(expected, key=str)


def test_captions_are_for_drawings_alone(kit: Kit, driver: Driver) -> None:
    text = "MATCH (t:Task)-[o:OWNED_BY]->(d:Department) RETURN t, o, d LIMIT 1"
    record = driver.execute_query(text).records[0]
    assert all("caption" in entity for entity in record.values())
    store = open_store(kit.store, base=DEFAULT_BASE)
    try:
        answer = store.run(text, {}, Limits()).rows[0]
    finally:
        store.close()
    assert "caption" not in str(answer)


def test_the_settings_of_the_kit_are_those_of_the_server(kit: Kit, driver: Driver) -> None:
    found = {record["name"]: record["value"] for record in
             driver.execute_query("SHOW SETTINGS YIELD name, value").records}
    for name, value in settings.read(Path(kit.server.home / "conf" / "neo4j.conf")).items():
        if name in settings.read(KIT):
            assert found[name] == value
