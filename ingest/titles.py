"""The title of a task: its first sentence, cut at a comma where that is long."""

import re

from ingest.clean import Clean
from ingest.text import Range

SENTENCE = re.compile(r"[^。！？；\n]+")
LONGEST = 40            # characters


def title(clean: Clean, ranges: tuple[Range, ...]) -> Range:
    """Return the place of a task's title in the first stretch of its text."""
    if not ranges:
        return 0, 0
    start, end = ranges[0]
    match = SENTENCE.match(clean.form, start, end)
    stop = match.end() if match else end
    if stop - start > LONGEST:
        cut = clean.form.rfind("，", start + 8, start + LONGEST)
        stop = cut if cut > 0 else stop
    return start, stop
