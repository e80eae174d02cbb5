"""Runs the notebook of the documentation, and the blocks of the page about notebooks."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell

from tests.package.image import free_port

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
PAGE = ROOT / "docs" / "notebooks.md"
SERVER = "\n## A Neo4j server\n"
ADDRESS = "http://127.0.0.1:8000"
PATIENCE = 300  # seconds for all cells or blocks, which take 10 s on an idle machine
OURS = ("EDUPOLICY_", "NEO4J_")


def environment(**variables: str) -> dict[str, str]:
    """Return our environment with the commands of this install, and none of our settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**kept, "PATH": path, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1", **variables}


def run_notebook(folder: Path, check: str, **variables: str) -> nbformat.NotebookNode:
    """Run all cells, then `check` in the same kernel; return the notebook with its outputs.

    What Jupyter keeps goes into the folder. It runs in a process of its own, as the sockets that
    join it to the kernel outlive the run.
    """
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    notebook.cells.append(new_code_cell(check))
    path = folder / NOTEBOOK.name
    nbformat.write(notebook, path)
    given = environment(IPYTHONDIR=str(folder), JUPYTER_RUNTIME_DIR=str(folder), **variables)
    _run(ROOT, given, sys.executable, "-m", "tests.notebooks", str(path))
    return nbformat.read(path, as_version=4)


def execute(path: Path) -> None:
    """Run a notebook as if it lay in the documentation, and write its outputs into it.

    Raise CellExecutionError where a cell fails.
    """
    notebook = nbformat.read(path, as_version=4)
    with TemporaryDirectory() as short:  # sockets in it join us to the kernel, instead of ports
        kernel = KernelManager(kernel_name="python3", transport="ipc", ip=f"{short}/kernel")
        NotebookClient(notebook, km=kernel, timeout=PATIENCE,
                       resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    nbformat.write(notebook, path)


def blocks(language: str, *, server: bool) -> list[str]:
    """Return the page's blocks in a language, those about a Neo4j server only where asked for.

    What is written after that section needs no server, and stands in both.
    """
    page = PAGE.read_text("utf-8")
    before, about, after = page.partition(SERVER)
    assert about
    text = page if server else before + re.sub(r"(?s)^.*?(?=\n## )", "", after)
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", text)


def run_page(folder: Path, **variables: str) -> None:
    """Run the blocks of the page in a folder: those of the shell first, then all of Python in one.

    The server's blocks run where NEO4J_URI is given.
    """
    server = "NEO4J_URI" in variables
    given = environment(EDUPOLICY_DATA=str(folder / "data"),
                        EDUPOLICY_PLACES=str(ROOT / "docs" / "places.csv"), **variables)
    (folder / "samples").symlink_to(ROOT / "samples")
    for block in blocks("sh", server=server):
        if not block.startswith("pip install"):
            _run(folder, given, "bash", "-ec", block)
    with _served(given) as address:
        program = "\n".join(blocks("python", server=server))
        assert ADDRESS in program
        _run(folder, given, sys.executable, "-c", program.replace(ADDRESS, address))


def _run(folder: Path, given: Mapping[str, str], *command: str) -> None:
    done = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True,
                          timeout=PATIENCE, check=False)
    assert done.returncode == 0, f"{command[-1]}\n{done.stderr}"


@contextmanager
def _served(given: Mapping[str, str]) -> Iterator[str]:
    """Serve the graph and hand out the address."""
    port = free_port()
    with subprocess.Popen(["edupolicy", "serve", "--port", str(port)], env=given,
                          stderr=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + PATIENCE
            while not _ready(port):
                assert process.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def _ready(port: int) -> bool:
    try:
        web = HTTPConnection("127.0.0.1", port, timeout=10)
        web.request("GET", "/readyz")
        return web.getresponse().status == 200
    except OSError:
        return False
    finally:
        web.close()


if __name__ == "__main__":
    execute(Path(sys.argv[1]))
