"""Neo4j Browser in a headless Chromium: log in, run Cypher, read what is drawn, take pictures."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

from tools.neo4j.programs import find
from tools.neo4j.server import Server

SCREENSHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"
PATIENCE = 60_000  # milliseconds; the first log-in takes 5 s idle and 15 s on a busy machine

# Neo4j Browser asks for fonts and statistics from other hosts; nothing may leave this machine.
OPTIONS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


class BrowserError(AssertionError):
    """Neo4j Browser shows an error, or no graph, where a graph is expected."""


@contextmanager
def open_page() -> Iterator[Page]:
    """Give an empty page of Debian's Chromium; raises MissingToolError without it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find("chromium"), args=OPTIONS)
        try:
            # The locale makes Chromium choose the Chinese glyphs of characters such as 直 and 骨.
            page = chromium.new_page(locale="zh-CN", viewport={"width": 1400, "height": 900})
            page.set_default_timeout(PATIENCE)
            yield page
        finally:
            chromium.close()


def log_in(page: Page, server: Server) -> None:
    """Open Neo4j Browser and connect with the server's user and password."""
    page.goto(f"{server.http}/browser/")
    page.get_by_test_id("username").fill(server.user)
    page.get_by_test_id("password").fill(server.password)
    page.get_by_role("button", name="Connect", exact=True).click()
    # The prompt names the database once Neo4j Browser has chosen one.
    page.get_by_test_id("activeEditor").get_by_text("neo4j$", exact=True).wait_for()


def run(page: Page, cypher: str) -> Locator:
    """Run a text in the editor and return the frame that shows its result.

    Raises BrowserError with the server's message when the text is refused.
    """
    command = page.get_by_test_id("frameCommand").get_by_text(cypher, exact=True)
    frames = page.get_by_test_id("frame").filter(has=command)
    seen = frames.count()
    page.get_by_test_id("activeEditor").locator(".monaco-editor").first.click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(cypher)
    page.keyboard.press("ControlOrMeta+Enter")
    expect(frames).to_have_count(seen + 1, timeout=PATIENCE)
    frame = frames.first  # the newest stands on top
    frame.get_by_test_id("frame-loaded-contents").wait_for()
    if frame.get_by_test_id("cypherFrameErrorMessage").count():
        raise BrowserError(f"{cypher}\n{frame.get_by_test_id('frameContents').inner_text()}")
    return frame


def draw(page: Page, cypher: str) -> list[str]:
    """Run Cypher, wait until its nodes are drawn and lie still, and return their captions.

    Captions are as shown: Neo4j Browser cuts what does not fit its circle (建设智慧…). Raises
    BrowserError when no node is drawn.
    """
    frame = run(page, cypher)
    frame.get_by_test_id("cypherFrameSidebarCode").wait_for()  # offered with every result
    if not frame.get_by_test_id("cypherFrameSidebarVisualization").count():
        shown = frame.get_by_test_id("frameContents").inner_text()
        raise BrowserError(f"No node was drawn for {cypher}; shown instead:\n{shown}")
    frame.locator("g.node circle").first.wait_for()
    settle(frame)
    nodes = frame.locator("g.node").all()
    return ["".join(node.locator("text.caption").all_text_contents()).strip() for node in nodes]


def settle(frame: Locator) -> None:
    """Wait until the drawing has stopped moving, for at most 20 seconds."""
    drawn, places = frame.locator("svg g[transform]"), None
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        now = drawn.evaluate_all("all => all.map(one => one.getAttribute('transform'))")
        if now == places:
            return
        places = now
        frame.page.wait_for_timeout(500)
    raise BrowserError("The drawn nodes still move after 20 s.")


def screenshot(page: Page, name: str) -> Path:
    """Keep a picture of the page as `build/screenshots/NAME.png`."""
    path = SCREENSHOTS / f"{name}.png"
    page.screenshot(path=path)
    return path
