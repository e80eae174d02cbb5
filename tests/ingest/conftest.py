"""Fixtures of the tests of reading.

Rules of one stage are tested on literals; `read` takes a short text all the way, with the places
of the real table or, where a county-level city or an unknown line of places is needed, with the
fictional ones of `docs/places.csv`.
"""

from collections.abc import Callable

import pytest

from ingest import pipeline
from ingest.extract import Knowledge
from tests.ingest.documents import PLACES

Read = Callable[[str], pipeline.Reading]


@pytest.fixture(scope="session")
def known() -> Knowledge:
    """What reading depends on, with the real places."""
    return pipeline.knowledge()


@pytest.fixture(scope="session")
def fictional() -> Knowledge:
    """What reading depends on, with the fictional places of the samples."""
    return pipeline.knowledge(PLACES)


@pytest.fixture(scope="session")
def read(known: Knowledge) -> Read:
    """Read a text as the bytes of a file."""
    return lambda text: pipeline.read(text.encode(), "文件.txt", known)


@pytest.fixture(scope="session")
def read_fictional(fictional: Knowledge) -> Read:
    """Read a text about the fictional places as the bytes of a file."""
    return lambda text: pipeline.read(text.encode(), "文件.txt", fictional)
