"""Word lists of the genre: marks, labels, units, comparators, noise. One YAML file a subject."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["load"]


@cache
def load(name: str) -> Any:
    """Return the contents of a vocabulary file by its name without ending."""
    return yaml.safe_load((files(__name__) / f"{name}.yaml").read_text("utf-8"))
