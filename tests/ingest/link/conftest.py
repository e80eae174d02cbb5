"""Fixtures of the tests of linking."""

import pytest

from ontology import thesaurus
from ontology.thesaurus import Thesaurus


@pytest.fixture(scope="session")
def known() -> Thesaurus:
    """The thesaurus that comes with the package."""
    return thesaurus.load()
