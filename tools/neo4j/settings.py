"""Settings of a Neo4j server by name: as lines of `neo4j.conf` and as variables of its image."""

from collections.abc import Mapping
from pathlib import Path

PREFIX = "NEO4J_"


def read(path: Path) -> dict[str, str]:
    """Return the settings of a file in the form of `neo4j.conf`."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def write(path: Path, settings: Mapping[str, str]) -> None:
    """Write settings in the form of `neo4j.conf`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{name}={value}\n" for name, value in settings.items()), "utf-8")


def name(variable: str) -> str:
    """Return the setting that a variable of the image stands for.

    NEO4J_server_memory_heap_max__size stands for server.memory.heap.max_size.
    """
    words = variable.removeprefix(PREFIX).split("__")
    return "_".join(word.replace("_", ".") for word in words)


def variable(setting: str) -> str:
    """Return the variable of the image that stands for a setting."""
    return PREFIX + setting.replace("_", "__").replace(".", "_")
