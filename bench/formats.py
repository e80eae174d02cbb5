"""How quick Word and PDF files of a hundred pages are read, and how much memory that takes.

A generated plan of a hundred pages is written in both formats. The peers are what the libraries
beneath take for the bare text: pdfium's text of each page, and the XML of the Word file parsed by
lxml. The stages after the reader (clean, extract) are the same for every format.
"""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO
from statistics import median

import docx
import pypdfium2
from lxml import etree
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from rich.table import Table

from bench import data
from bench.rounds import interleave
from bench.screen import table
from ingest.clean import clean
from ingest.extract import extract
from ingest.read import read

ROUNDS = 5
PAGES = 100
LINES, WIDTH = 28, 28       # of a page, and characters of a line
SHARE, MEMORY = 0.30, 300   # aims: of the time behind the reader, and MiB
ITEM = ("{n}.推进第{n}项工作。全年新建学校{n}所，新增学位{m}个，覆盖率达到{p}%以上，"
        "培训教师{m}人次，完善制度，压实责任，确保各项任务落到实处、见到成效。（责任科室：基教科、人事科）")


def paragraphs() -> list[str]:
    """Return the paragraphs of the plan."""
    items = (ITEM.format(n=n, m=n * 10, p=n % 50 + 50) for n in range(1, PAGES * 9))
    return ["临澜市教育局2024年教育工作要点", "一、主要任务", *items]


def word() -> bytes:
    """Return the plan as a Word file."""
    document = docx.Document()
    for paragraph in paragraphs():
        document.add_paragraph(paragraph)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def pdf() -> bytes:
    """Return the plan as a PDF, its lines broken inside sentences."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    lines = [f"　　{paragraph}"[i:i + WIDTH] for paragraph in paragraphs()
             for i in range(0, len(paragraph) + 2, WIDTH)]
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for page in range(PAGES):
        canvas.setFont("STSong-Light", 16)
        for i, line in enumerate(lines[page * LINES:(page + 1) * LINES]):
            canvas.drawString(75, 760 - 25 * i, line)
        canvas.drawCentredString(297, 40, f"— {page + 1} —")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def measure() -> Table:
    """Return the table: milliseconds a page of each step, our share, and the peak of memory."""
    shown = table(f"{PAGES} pages: milliseconds a page, median of {ROUNDS} interleaved rounds",
                  "format", "#library alone", "#reader", "#clean and extract", "#their share",
                  "#peak MiB")
    shares, peaks = [], []
    for name, content, bare in (("docx", word(), bare_word), ("pdf", pdf(), bare_pdf)):
        seconds = {step: median(values) * 1000 / PAGES for step, values in
                   interleave(_calls(f"x.{name}", content, bare), ROUNDS).items()}
        share = seconds["behind"] / (seconds["reader"] + seconds["behind"])
        peak = memory(name)
        shown.add_row(name, *(f"{seconds[step]:.2f}" for step in ("library", "reader", "behind")),
                      f"{share:.2f}", f"{peak:.0f}")
        shares.append(share)
        peaks.append(peak)
    shown.caption = (f"Aims: a share below {SHARE:.2f} and a peak below {MEMORY} MiB: share "
                     f"{'reached' if max(shares) < SHARE else 'missed'}, peak "
                     f"{'reached' if max(peaks) < MEMORY else 'missed'}.")
    return shown


def _calls(name: str, content: bytes,
           bare: Callable[[bytes], object]) -> dict[str, Callable[[], object]]:
    text = read(content, name)
    return {"library": partial(bare, content), "reader": partial(read, content, name),
            "behind": lambda: extract(clean(text), data.known())}


def bare_word(content: bytes) -> object:
    """Parse the XML of a Word file."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def bare_pdf(content: bytes) -> list[str]:
    """Return pdfium's text of each page."""
    document = pypdfium2.PdfDocument(content)
    return [document[i].get_textpage().get_text_range() for i in range(len(document))]


def memory(name: str) -> float:
    """Return the peak of memory, in MiB, of a process (on Linux) that reads the plan."""
    # VmHWM, as ru_maxrss still holds what the process that started this one took.
    code = ("import re, sys\n"
            "from ingest import pipeline\n"
            "pipeline.read(sys.stdin.buffer.read(), sys.argv[1], pipeline.knowledge())\n"
            "print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])")
    done = subprocess.run([sys.executable, "-c", code, f"x.{name}"], check=True,
                          capture_output=True, input=word() if name == "docx" else pdf())
    return int(done.stdout) / 1024
