"""Pytest fixtures for the real Neo4j and its Browser; `tests/conftest.py` imports them."""

import os
import secrets
from collections.abc import Iterator
from typing import NoReturn

import pytest
from playwright.sync_api import Page

from tests.live.browser import log_in, open_page
from tools.neo4j.programs import MissingToolError
from tools.neo4j.server import Server, start

ALONE = {"browser.post_connect_cmd": ""}  # there is no API whose guide could be played


@pytest.fixture(scope="session")
def neo4j_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Neo4j server on free ports and an empty home, one for the whole run."""
    try:
        server = start(tmp_path_factory.mktemp("neo4j"), password=secrets.token_hex(8),
                       settings=ALONE)
    except MissingToolError as error:
        give_up(error)
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def neo4j_browser(neo4j_url: Server) -> Iterator[Page]:
    """A page of Neo4j Browser that is logged in, closed after each test.

    It does not last longer because Playwright keeps an event loop running, beside which
    asynchronous tests cannot start theirs.
    """
    try:
        with open_page() as page:
            log_in(page, neo4j_url)
            yield page
    except MissingToolError as error:
        give_up(error)


def give_up(error: MissingToolError) -> NoReturn:
    """Skip a test whose program is missing, or fail it in CI, where nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(str(error), pytrace=False)
    pytest.skip(str(error))
