"""The bounds of a process, set in one of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import sys
from graph.bounds import address_space, confine
confine(1 << 30, 1)
assert address_space() == 1 << 30
"""


def confined(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process with a GiB of addresses, a second of time and no files."""
    return subprocess.run([sys.executable, "-c", CODE + code, *arguments], capture_output=True,
                          text=True, check=False, cwd=Path(__file__).parents[2])


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have fewer bounds")


def test_memory_is_bounded() -> None:
    done = confined("bytearray(1 << 20)\nprint('small', flush=True)\nbytearray(2 << 30)")
    assert done.stdout == "small\n"
    assert done.stderr.endswith("MemoryError\n")


def test_no_file_is_written(tmp_path: Path) -> None:
    done = confined("import os\nfile = open(sys.argv[1], 'wb', buffering=0)\nfile.write(b'x')",
                    str(tmp_path / "out"))
    assert "File too large" in done.stderr
    assert (tmp_path / "out").read_bytes() == b""


def test_processor_time_is_bounded() -> None:
    assert confined("while True: pass").returncode < 0
