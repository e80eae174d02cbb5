"""Weighs the concepts that a task names: what it is about, and what it mentions in passing.

A concept is prominent by the most prominent place that names it. One that stands late in a list of
many, in the title or in the lead sentence, is only passed by; one named again and again is not.
"""

import re
from collections.abc import Iterable, Iterator

from ingest.clean import Clean
from ingest.facts import About, Mention, Task
from ingest.text import Range

SENTENCE_ENDS = "。！？；\n"
ENDING = re.compile(f"[{SENTENCE_ENDS}]")
CLOSING = " 。！？；：，\n"       # what may stand between a title and its lead sentence
WEIGHTS = {"title": 1.0, "lead": 0.6, "passing": 0.3}
LOWER = {"title": "lead", "lead": "passing", "passing": "passing"}
LISTED = 3      # concepts at the head of a sentence; those behind them are items of a list
OFTEN = 3       # mentions with which a concept is no longer named in passing
AGAIN = 0.85    # what each further mention leaves of the way to weight 1


def weigh(clean: Clean, task: Task, mentions: Iterable[Mention]) -> Iterator[About]:
    """Yield a task's concepts, each once, in the order in which they are first named."""
    every: dict[str, list[tuple[str, Mention, Range]]] = {}
    listed: dict[Range, set[str]] = {}      # concepts of each sentence, as far as it was read
    ordered = sorted(mentions, key=lambda one: (one.at[0], -one.at[1]))
    lead = _lead(clean, task)
    sentence = (0, 0)
    for mention in ordered:
        if not sentence[0] <= mention.at[0] < mention.at[1] <= sentence[1]:
            sentence = _sentence(clean, mention.at, task.ranges)
        before = listed.setdefault(sentence, set())
        before.add(mention.concept)
        place = _place(mention.at, sentence, lead, task)
        if len(before) > LISTED:
            place = LOWER[place]
        every.setdefault(mention.concept, []).append((place, mention, sentence))
    for concept, found in every.items():
        place, mention, sentence = max(found, key=lambda one: WEIGHTS[one[0]])
        if place == "passing" and len(found) >= OFTEN:
            place = "lead"
        weight = 1 - (1 - WEIGHTS[place]) * AGAIN ** (len(found) - 1)
        yield About(concept, sentence, mention.method, place, round(weight, 3))


def _place(at: Range, sentence: Range, lead: int | None, task: Task) -> str:
    if task.title[0] <= at[0] < task.title[1]:
        return "title"
    return "lead" if lead is not None and sentence[0] <= lead < sentence[1] else "passing"


def _lead(clean: Clean, task: Task) -> int | None:
    """Return where the first sentence behind a task's title begins; None where there is none."""
    for low, high in task.ranges:
        start = max(low, task.title[1])
        while start < high and clean.form[start] in CLOSING:
            start += 1
        if start < high:
            return start
    return None


def _sentence(clean: Clean, at: Range, ranges: tuple[Range, ...]) -> Range:
    """Return the sentence around a term, inside the stretch of text that holds it."""
    low, high = next((a, b) for a, b in ranges if a <= at[0] < b)
    start = max(clean.form.rfind(mark, low, at[0]) + 1 for mark in SENTENCE_ENDS)
    end = ENDING.search(clean.form, at[1], high)
    return max(low, start), end.start() if end else high
