"""Types of the fixtures by which tests use the doors, and the client of HTTP tests."""

import subprocess
import warnings
from collections.abc import Callable
from typing import Any

from typer.testing import Result

with warnings.catch_warnings():  # starlette warns that it would rather have another client package
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

Run = Callable[..., Result]
Rows = Callable[..., list[dict[str, Any]]]
Spawn = Callable[..., "subprocess.Popen[str]"]

__all__ = ["Rows", "Run", "Spawn", "TestClient"]
