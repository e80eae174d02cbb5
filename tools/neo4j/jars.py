"""The jars of Neo4j, copied by Maven once and kept in `.neo4j/lib`."""

import fcntl
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from tools.neo4j.programs import find

POM = Path(__file__).with_name("pom.xml")
ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".neo4j"
LIB = CACHE / "lib"


class FetchError(Exception):
    """Maven could not bring the jars; the message ends with what Maven said."""


def version() -> str:
    """Return the version of the Neo4j server, which stands in `pom.xml` alone."""
    found = re.search(r"<neo4j\.version>(.+)</neo4j\.version>", POM.read_text("utf-8"))
    assert found
    return found[1]


def fetch() -> Path:
    """Return the folder of the jars that `pom.xml` names; run Maven when it is not current.

    A copy of the pom beside the jars says which versions they are; it is written last, so an
    interrupted copy is done again. Raises MissingToolError without Maven and FetchError when
    Maven fails.
    """
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "lock").open("w") as lock:  # two test runs may start at once
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = LIB / POM.name
        if not stamp.is_file() or stamp.read_bytes() != POM.read_bytes():
            copy()
    return LIB


def copy() -> None:
    """Replace `.neo4j/lib` by the jars of `pom.xml`, about 215 files and 137 MB."""
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        fresh = Path(folder) / LIB.name
        command = [find("mvn"), "-B", "-q", "-f", str(POM), "dependency:copy-dependencies"]
        options = ["-DincludeScope=runtime", f"-DoutputDirectory={fresh}"]
        done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            said = (done.stdout + done.stderr).strip()
            raise FetchError(f"Maven could not copy the jars that {POM} names:\n{said[-2000:]}")
        shutil.copy(POM, fresh)
        shutil.rmtree(LIB, ignore_errors=True)
        fresh.rename(LIB)
