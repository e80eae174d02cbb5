"""What the environment says, read once.

Each setting's variable is its name in capitals after `EDUPOLICY_`; its description here is the
one from which the documentation is computed.
"""

import re
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.errors import SettingsError
from ontology.rdf import DEFAULT_BASE

PREFIX = "EDUPOLICY_"
BASE_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*/")


class Settings(BaseSettings):
    """The settings of this process; an empty variable counts as none."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    data: Path = Field(
        default_factory=lambda: user_data_path("edupolicy", appauthor=False),
        description="Folder of the ledger and of the embedded stores; made when it is missing. "
                    "Default: `edupolicy` in the user's data folder.")
    cypher: str = Field(
        default="", repr=False,
        description="Store for Cypher: `ladybug:PATH` or `neo4j://user:password@host:7687`. "
                    "Default: `ladybug:` with a file in the data folder.")
    sparql: str = Field(
        default="", repr=False,
        description="Store for SPARQL: `oxigraph:PATH`. "
                    "Default: `oxigraph:` with a folder in the data folder.")
    base_iri: str = Field(
        default=DEFAULT_BASE,
        description="What the IRIs of nodes and terms begin with; it ends in a slash. "
                    f"Default: `{DEFAULT_BASE}`.")
    places: Path | None = Field(
        default=None,
        description="CSV file of places that are missing in the administrative divisions, in the "
                    "form of `ontology/divisions.csv`. Default: none.")

    @field_validator("data", "places")
    @classmethod
    def _expand(cls, path: Path | None) -> Path | None:
        return path and path.expanduser()

    @field_validator("base_iri")
    @classmethod
    def _check_base(cls, base: str) -> str:
        if not BASE_IRI.fullmatch(base):
            raise ValueError(f"{base!r} is no IRI that ends in a slash, such as {DEFAULT_BASE}")
        return base

    @property
    def cypher_url(self) -> str:
        """The address of the store for Cypher."""
        return self.cypher or f"ladybug:{self.data / 'graph.lbug'}"

    @property
    def sparql_url(self) -> str:
        """The address of the store for SPARQL."""
        return self.sparql or f"oxigraph:{self.data / 'graph.oxigraph'}"


def read() -> Settings:
    """Read the settings; raise SettingsError naming the variable that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name}: {first['msg'].removeprefix('Value error, ')}.") from error
