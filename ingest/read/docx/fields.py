"""Leaves the results of Word's fields, and marks the paragraphs of contents lists."""

import re
from dataclasses import dataclass, field

from ingest.read.docx.package import Element, W
from ingest.read.docx.printed import PRINTED, P, drop
from ingest.read.docx.styles import VAL

FIELD, INSTRUCTION, SDT = W + "fldChar", W + "instrText", W + "sdt"
NOISE = "noise"             # attribute of the paragraphs of a contents list
CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
OPENING = 20                # characters of an instruction in which its name stands


@dataclass(slots=True)
class Field:
    """A field that has begun: its instruction, and what hides or lists its contents."""

    outer: "Field | None"           # the outermost field in whose instruction this one stands
    listing: "Field | None"         # the contents list in whose result this one stands
    instruction: str = ""
    shown: bool = False
    hidden: list[Element] = field(default_factory=list)
    entries: list[Element] = field(default_factory=list)


def show_results(root: Element) -> None:
    """Leave the results of fields, and mark the paragraphs of a contents list."""
    if next(root.iter(FIELD), None) is None:
        return
    stack: list[Field] = []
    for element in root.iter(FIELD, INSTRUCTION, *PRINTED):
        top = stack[-1] if stack else None
        if element.tag == FIELD:
            _turn(stack, element.get(W + "fldCharType"))
        elif top is None:
            continue
        elif element.tag == INSTRUCTION:
            top.instruction += (element.text or "") if len(top.instruction) < OPENING else ""
        elif top.outer or not top.shown:
            (top.outer or top).hidden.append(element)
        elif top.listing:
            top.listing.entries.append(element)


def _turn(stack: list[Field], kind: str | None) -> None:
    """Begin a field, go over to its result, or end it; one that does not end hides nothing."""
    top = stack[-1] if stack else None
    if kind == "begin":
        outer = None if top is None else top.outer or (None if top.shown else top)
        stack.append(Field(outer, top.listing if top else None))
    elif kind == "separate" and top:
        top.shown = True
        if CONTENTS.match(top.instruction):
            top.listing = top.listing or top
    elif kind == "end" and top:
        stack.pop()
        drop(top.hidden)
        for entry in top.entries:
            if (paragraph := next(entry.iterancestors(P), None)) is not None:
                paragraph.set(NOISE, "1")


def mark_contents(root: Element) -> None:
    """Mark the paragraphs of a content control that holds a contents list."""
    for gallery in root.iter(W + "docPartGallery"):
        control = next(gallery.iterancestors(SDT), None)
        if gallery.get(VAL) == "Table of Contents" and control is not None \
                and not any(outer.get(NOISE) for outer in control.iterancestors(SDT)):
            control.set(NOISE, "1")
            for paragraph in control.iter(P):
                paragraph.set(NOISE, "1")
