"""The Dockerfile as a parser understands it, and its commands as they run without Docker."""

import io
import json
import os
import socket
import sys
from pathlib import Path
from typing import Any

from dockerfile_parse import DockerfileParser

ROOT = Path(__file__).parents[2]
PORT = 8000
BIN = Path(sys.executable).parent


def instructions() -> list[tuple[str, str]]:
    """Return the instructions of the Dockerfile in order, each with its value."""
    parser = DockerfileParser(fileobj=io.BytesIO((ROOT / "Dockerfile").read_bytes()))
    return [(found["instruction"], found["value"]) for found in parser.structure
            if found["instruction"] != "COMMENT"]


def last(instruction: str) -> str:
    """Return the value of the last instruction of a kind, which is the one that counts."""
    return [value for found, value in instructions() if found == instruction][-1]


def start_command(port: int) -> list[str]:
    """Return what the image runs, on another port."""
    return _on_port([*json.loads(last("ENTRYPOINT")), *json.loads(last("CMD"))], port)


def health_command(port: int) -> list[str]:
    """Return what the image asks for its health with, on another port."""
    return _on_port(json.loads(last("HEALTHCHECK").partition("CMD ")[2]), port)


def environment(**variables: str) -> dict[str, str]:
    """Return what a container would have, with our environment's commands first on the path."""
    return {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "PYTHONUNBUFFERED": "1", **variables}


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        return int(holder.getsockname()[1])


def _on_port(command: list[Any], port: int) -> list[str]:
    assert any(str(PORT) in word for word in command)
    words = [str(word).replace(str(PORT), str(port)) for word in command]
    # A process finds its program by the path of its parent, not by the one that it is given.
    return [str(BIN / words[0]), *words[1:]]
