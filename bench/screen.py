"""Shows tables and what machine they were measured on; the output is Markdown as it stands."""

import os
import platform
import sys
from collections.abc import Iterable
from importlib.metadata import version

from rich import box
from rich.console import Console
from rich.table import Table

WIDTH = 150  # columns where the output is no terminal
ENGINES = ("ladybug", "pyoxigraph", "neo4j", "rdflib", "rjieba", "jieba", "lxml", "pypdfium2")


def console() -> Console:
    """Return a console that is wide enough for the tables when its output goes to a file."""
    return Console(width=None if sys.stdout.isatty() else WIDTH)


def table(title: str, *columns: str) -> Table:
    """Return an empty table; a column whose name begins with # holds numbers."""
    shown = Table(title=title, box=box.MARKDOWN, title_justify="left", caption_justify="left",
                  title_style="bold", caption_style="")
    for name in columns:
        shown.add_column(name.removeprefix("#"), justify="right" if name[0] == "#" else "left")
    return shown


def machine(packages: Iterable[str] = ENGINES) -> str:
    """Return what the figures depend on: cores, Python, versions of the engines and peers."""
    versions = ", ".join(f"{name} {version(name)}" for name in packages)  # neo4j is the driver
    return (f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}, "
            f"{platform.python_implementation()} {platform.python_version()}; {versions}.")
