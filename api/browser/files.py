"""The files beside this module: data in YAML, and HTML with names after `$` to fill in."""

from importlib.resources import files
from string import Template
from typing import Any

import yaml


def read(name: str) -> str:
    """Return the text of a file."""
    return (files("api.browser") / name).read_text("utf-8")


def data(name: str) -> Any:
    """Return what a YAML file holds."""
    return yaml.safe_load(read(name))


def fill(name: str, **values: str) -> str:
    """Return an HTML file with values in the place of the names."""
    return Template(read(name)).substitute(values)
