"""How quick extraction is beside mere word segmentation of the same text by rjieba (Rust).

Extraction is read → clean → extract, its vocabularies, thesaurus and divisions loaded before.
All three run in one thread. jieba (Python) stands beside them for context.
"""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import jieba
import rjieba
from rich.table import Table

from bench import data
from bench.rounds import interleave
from bench.screen import table
from ingest.clean import clean
from ingest.extract import extract
from ingest.facts import Facts
from ingest.read import read

ROUNDS = 15
AIM = 0.15  # of rjieba's characters a second
OURS, RJIEBA, JIEBA = "extraction", "rjieba.cut", "jieba.cut"


def measure() -> Table:
    """Return the table: characters a second of each, and extraction's share of rjieba's."""
    jieba.setLogLevel(logging.WARNING)
    shown = table(f"Extraction beside word segmentation: characters a second, median of {ROUNDS} "
                  "interleaved rounds, one thread",
                  "document", "#characters", f"#{OURS}", f"#{RJIEBA}", f"#{JIEBA}",
                  f"#{OURS} / {RJIEBA}")
    characters = 0
    total: dict[str, list[float]] = {name: [0.0] * ROUNDS for name in (OURS, RJIEBA, JIEBA)}
    for path in (*data.corpus(), *data.samples()):
        text = read(path.read_bytes(), path.name).stored
        seconds = interleave(_calls(path, text), ROUNDS)
        shown.add_row(path.name, *_cells(len(text), seconds))
        characters += len(text)
        total = {name: [a + b for a, b in zip(total[name], seconds[name], strict=True)]
                 for name in total}
    shown.add_row("all", *_cells(characters, total))
    ratio = median(total[RJIEBA]) / median(total[OURS])
    shown.caption = (f"Aim: {AIM} of rjieba or more over all documents; measured {ratio:.3f}: "
                     f"{'reached' if ratio >= AIM else 'missed'}.")
    return shown


def _calls(path: Path, text: str) -> dict[str, Callable[[], object]]:
    return {OURS: partial(_extract, path.read_bytes(), path.name),
            RJIEBA: lambda: list(rjieba.cut(text)),
            JIEBA: lambda: list(jieba.cut(text))}


def _extract(content: bytes, name: str) -> Facts:
    return extract(clean(read(content, name)), data.known())


def _cells(characters: int, seconds: dict[str, list[float]]) -> list[str]:
    rates = {name: characters / median(values) for name, values in seconds.items()}
    return [f"{characters:,}", *(f"{rate:,.0f}" for rate in rates.values()),
            f"{rates[OURS] / rates[RJIEBA]:.3f}"]
