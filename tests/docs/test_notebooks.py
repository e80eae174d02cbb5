"""The notebook and the page about notebooks, as far as they need no server."""

import re
import tomllib
from pathlib import Path

import nbformat

from tests.notebooks import NOTEBOOK, PAGE, ROOT, blocks, run_notebook, run_page

CHECK = """
assert len(cypher) > 100
assert list(cypher.dtypes.astype(str)) == ["str", "str", "str", "Int64"]
assert cypher.attrs["notes"][0] == "concept: 安全 is 安全 (safety)."
assert "食品安全" in set(words["label"])
assert (Path(folder.name) / "pairs.graphml").stat().st_size
assert len(by_rdflib) > 50
"""


def test_the_notebook_is_kept_without_outputs() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


def test_the_links_of_the_notebook_lead_somewhere() -> None:
    for cell in nbformat.read(NOTEBOOK, as_version=4).cells:
        for target in re.findall(r"\]\((?!http)([^)#]+)", cell.source):
            assert (NOTEBOOK.parent / target).exists(), target


def test_the_notebook_runs_without_a_server(tmp_path: Path) -> None:
    """Whatever graph the shell is set to, the notebook leaves it alone."""
    done = run_notebook(tmp_path, CHECK, EDUPOLICY_CYPHER="bolt://127.0.0.1:1",
                        EDUPOLICY_DATA=str(tmp_path / "mine"))
    shown = {cell.id: cell.outputs for cell in done.cells if cell.cell_type == "code"}
    for cell in ("driver", "py2neo"):
        assert shown[cell][0].text == "NEO4J_URI is not set: no server is asked.\n"
    [table] = shown["ask"]
    assert "concept: 安全 is 安全 (safety)." in table.data["text/html"]
    assert not (tmp_path / "mine").exists()


def test_the_blocks_of_the_page_run(tmp_path: Path) -> None:
    run_page(tmp_path)
    for written in ("concepts.graphml", "departments.gexf", "cities.graphml", "graph.ttl",
                    "graph.nq"):
        assert (tmp_path / written).stat().st_size, written


def test_the_page_installs_what_there_is() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    [install] = [block for block in blocks("sh", server=True) if block.startswith("pip install")]
    [extras] = re.findall(r"\.\[(.+?)\]", install)
    assert set(extras.split(",")) <= set(project["optional-dependencies"])
    [pinned] = project["optional-dependencies"]["py2neo"]
    assert pinned.replace("==", " ") in PAGE.read_text("utf-8")


def test_the_image_has_no_py2neo() -> None:
    assert "\npy2neo==" not in (ROOT / "requirements-serve.lock").read_text("utf-8")
