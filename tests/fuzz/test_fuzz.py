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


@pytest.mark.parametrize("piece", [
    "教", "9", "1,", "，", "、", "（", "“", "《", "：", "　", "\n", "\r", "5所", "3-", "百分之",
    "一、", "（一）", "1.建学校3所。", "责任单位：", "（责任单位：教育局）", "由教育局牵头，",
    "一是抓好", "2024年", "北京市",
    "a\tb\tc\n", "| a | b |\n", "序号\n", "序号\t任务\t责任单位\n", "安全\n",
    "序号\n任务\n责任单位\n1\n建学校\n教育局\n"])
def test_long_runs_of_one_thing(piece: str) -> None:
    content = f"某县教育局2024年工作要点\n一、安全\n{piece * (20_000 // len(piece))}".encode()
    assert fault(content, "要点.txt") == ""
