"""Thousands of damaged documents: each is read or refused in one sentence, soon, in little memory.

`EDUPOLICY_FUZZ` sets how many (`make fuzz`: ten thousand). What once went wrong stays in `crashes`.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.fuzz.worker import fault

ROOT = Path(__file__).parents[2]
COUNT = int(os.environ.get("EDUPOLICY_FUZZ", "2000"))
BATCH = 250
HANG = 30.0         # seconds a batch may stand still before it counts as hung
CRASHES = sorted((Path(__file__).parent / "crashes").iterdir())


def read(first: int, folder: Path) -> list[str]:
    """Return what goes wrong in a batch of inputs that a process of its own reads."""
    last = min(first + BATCH, COUNT)
    output = folder / f"{first}.log"
    with output.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.worker", str(first), str(last), str(folder)],
            stdout=log, stderr=subprocess.STDOUT, cwd=ROOT, env={**os.environ, "PYTHONPATH": "."})
        size = -1
        while process.poll() is None and size != (size := output.stat().st_size):
            try:
                process.wait(HANG)
            except subprocess.TimeoutExpired:
                continue
        hung = process.poll() is None
        process.kill()
    lines = output.read_text("utf-8").splitlines()
    wrong = [line for line in lines if line.startswith("!")]
    if hung or process.wait() != 0:
        wrong.append(f"{'hung' if hung else 'died'} after: {' / '.join(lines[-3:])[-600:]}")
    return wrong


def test_damaged_documents_are_read_or_refused(tmp_path: Path) -> None:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        wrong = [line for lines in pool.map(lambda first: read(first, tmp_path),
                                            range(0, COUNT, BATCH)) for line in lines]
    assert not wrong, "\n".join([*wrong, f"the inputs are in {tmp_path}"])


@pytest.mark.parametrize("path", CRASHES, ids=lambda path: path.name)
def test_what_once_went_wrong(path: Path) -> None:
    assert fault(path.read_bytes(), path.name) == ""
