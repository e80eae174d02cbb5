"""What the environment says, read once.

Each setting's variable is its name in capitals after `EDUPOLICY_`; its description here is the
one from which the documentation is computed.
"""

import re
from pathlib import Path
from urllib.parse import quote

from platformdirs import user_data_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.errors import SettingsError
from ontology.rdf import DEFAULT_BASE

PREFIX = "EDUPOLICY_"
ORIGIN = re.compile(r"https?://(\[[0-9a-f:]+\]|[\w.-]+)(:\d{1,5})?")
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
    cypher_auth: str = Field(
        default="", repr=False,
        description="Who asks the server for Cypher where its address names nobody, as "
                    "`user/password`; any character may stand in the password. Default: nobody.")
    cypher_auth_file: Path | None = Field(
        default=None,
        description="File that holds `user/password`, such as a secret of Docker; it goes before "
                    "`EDUPOLICY_CYPHER_AUTH`. Default: none.")
    cypher_ca: Path | None = Field(
        default=None,
        description="File of certificates (PEM) by which the server for Cypher is known where its "
                    "own is not signed by an authority that this machine knows; the address "
                    "begins with `neo4j+s://` or `bolt+s://`. Default: none.")
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
    browser_origins: str = Field(
        default="http://localhost:7474,http://127.0.0.1:7474",
        description="Addresses of the Neo4j Browsers that may fetch what is under `/browser/`, "
                    "with commas between them; links there lead to the first. "
                    "Default: `http://localhost:7474,http://127.0.0.1:7474`.")

    @field_validator("data", "places", "cypher_auth_file", "cypher_ca")
    @classmethod
    def _expand(cls, path: Path | None) -> Path | None:
        return path and path.expanduser()

    @field_validator("cypher_auth")
    @classmethod
    def _check_login(cls, login: str) -> str:
        user, _, password = login.partition("/")
        if login and not (user and password):
            raise ValueError("it has to be `user/password`")  # without the value: it is a secret
        return login

    @field_validator("cypher_auth_file")
    @classmethod
    def _check_login_file(cls, path: Path | None) -> Path | None:
        if path:
            try:
                cls._check_login(_line(path) or "/")  # an empty file names nobody
            except (OSError, UnicodeDecodeError) as error:
                raise ValueError(f"{path} cannot be read "
                                 f"({getattr(error, 'strerror', 'no UTF-8')})") from error
        return path

    @field_validator("base_iri")
    @classmethod
    def _check_base(cls, base: str) -> str:
        if not BASE_IRI.fullmatch(base):
            raise ValueError(f"{base!r} is no IRI that ends in a slash, such as {DEFAULT_BASE}")
        return base

    @field_validator("browser_origins")
    @classmethod
    def _check_origins(cls, origins: str) -> str:
        for origin in origins.split(","):
            if not ORIGIN.fullmatch(origin.strip()):
                raise ValueError(f"{origin.strip()!r} is no address such as http://localhost:7474")
        return origins

    @property
    def browsers(self) -> list[str]:
        """The addresses of the Neo4j Browsers that may fetch the kit."""
        return [origin.strip() for origin in self.browser_origins.split(",")]

    @property
    def cypher_url(self) -> str:
        """The address of the store for Cypher, with user and password where they are known."""
        return self.signed(self.cypher or f"ladybug:{self.data / 'graph.lbug'}")

    def signed(self, url: str) -> str:
        """Return an address with user and password, if it is a server's that names nobody."""
        scheme, is_server, place = url.partition("://")
        login = _line(self.cypher_auth_file) if self.cypher_auth_file else self.cypher_auth
        if not is_server or not login or "@" in place:
            return url
        user, _, password = login.partition("/")
        return f"{scheme}://{quote(user, safe='')}:{quote(password, safe='')}@{place}"

    @property
    def authority(self) -> str:
        """The file of certificates by which the server for Cypher is known, or ""."""
        return str(self.cypher_ca or "")

    @property
    def sparql_url(self) -> str:
        """The address of the store for SPARQL."""
        return self.sparql or f"oxigraph:{self.data / 'graph.oxigraph'}"


def _line(path: Path) -> str:
    """Return the text of a file without the line break at its end."""
    return path.read_text("utf-8").rstrip("\r\n")


def read() -> Settings:
    """Read the settings; raise SettingsError naming the variable that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name}: {first['msg'].removeprefix('Value error, ')}.") from error
