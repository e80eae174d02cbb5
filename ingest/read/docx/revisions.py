"""Makes a Word document's tree what the page shows: changes accepted, hidden text gone.

Each function changes the tree in place; what it need not touch costs one scan in the library.
"""

from ingest.read.docx.fields import mark_contents, show_results
from ingest.read.docx.package import Element, W
from ingest.read.docx.printed import PRINTED, RUN, TABLE, P, drop, spell
from ingest.read.docx.styles import ON, PPR, RPR, VAL, Styles, child, on

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DELETED, MOVED, VANISH = W + "del", W + "moveFrom", W + "vanish"
CELL, SDT, BOX = W + "tc", W + "sdt", W + "txbxContent"
FORMER = tuple(W + tag for tag in (
    "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange",
    "tcPrChange", "tblGridChange", "numberingChange", "rt"))       # w:rt: how to pronounce a word
NEAR = 20                   # elements without text that may stand between two paragraphs


def accept(root: Element, styles: Styles) -> None:
    """Leave in a document's tree, or in that of its notes, what the page shows.

    A text box comes to stand behind its paragraph. Then `printed` gives a paragraph's text.
    """
    _one_alternative(root)
    drop(list(root.iter(*FORMER)))
    spell(root)
    _drop_deleted(root)
    _drop_hidden(root, styles.hiding())
    show_results(root)
    mark_contents(root)
    _join(root)
    for box in reversed(list(root.iter(BOX))):
        if (host := next(box.iterancestors(P), None)) is not None:
            host.addnext(box)


def _one_alternative(root: Element) -> None:
    for alternatives in list(root.iter(MC + "AlternateContent")):
        if (choices := alternatives.findall(MC + "Choice")):
            drop([*choices[1:], *alternatives.findall(MC + "Fallback")])


def _drop_deleted(root: Element) -> None:
    """Drop what is deleted or moved away; deleted paragraph marks stay for `_join`."""
    found: list[Element | None] = []
    for element in root.iter(DELETED, MOVED):
        parent = element.getparent()
        if parent is None or parent.tag == RPR:
            continue
        found.append(parent.getparent() if parent.tag == W + "trPr" else element)
    found += [next(mark.iterancestors(CELL), None) for mark in root.iter(W + "cellDel")]
    drop([element for element in found if element is not None])


def _drop_hidden(root: Element, hiding: set[str]) -> None:
    """Drop hidden runs, and the paragraphs of hidden styles; hidden marks stay for `_join`."""
    found: list[Element | None] = []
    for switch in root.iter(VANISH):
        parent = switch.getparent()
        owner = None if parent is None else parent.getparent()
        if owner is not None and owner.tag == RUN and switch.get(VAL) in ON:
            found.append(owner)
    for named in root.iter(W + "rStyle", W + "pStyle") if hiding else ():
        if named.get(VAL) in hiding:
            owner = next(named.iterancestors(RUN, P), None)
            if owner is not None and not any(on(child(run, RPR), VANISH) is False
                                             for run in owner.iter(RUN)):
                found.append(owner)
    drop([element for element in found if element is not None])


def _join(root: Element) -> None:
    """Join each paragraph whose mark is deleted or hidden with the one behind it.

    The joined paragraph is set as the one behind, whose mark is left; behind a hidden mark, as the
    one before, which Word calls a style separator. From the last to the first, so that nothing is
    moved twice.
    """
    marks = [mark for mark in root.iter(DELETED, MOVED, VANISH) if mark.get(VAL) in ON]
    for mark in reversed(marks):
        properties = next(mark.iterancestors(PPR), None)
        paragraph = None if properties is None else properties.getparent()
        if properties is None or paragraph is None or paragraph.getparent() is None:
            continue
        printed = next(paragraph.iter(*PRINTED), None) is not None
        following = _following(paragraph)
        if printed and following is None:
            continue
        if printed and following is not None:
            _prepend(paragraph, following, properties if mark.tag == VANISH else None)
        drop([paragraph])


def _prepend(paragraph: Element, following: Element, properties: Element | None) -> None:
    """Put a paragraph's content before that of the following, under its properties if given."""
    first = next(following.iterchildren(), None)
    if first is not None and first.tag == PPR:
        own, first = first, first.getnext()
        drop([own] if properties is not None else [])
    if properties is not None:
        drop(list(properties.iter(VANISH, W + "specVanish")))
        following.insert(0, properties)
    for each in list(paragraph):
        if each.tag == PPR:
            continue
        if first is None:
            following.append(each)
        else:
            first.addprevious(each)


def _following(paragraph: Element) -> Element | None:
    """Return the paragraph behind this one, unless a table or something else comes first."""
    at = paragraph.getnext()
    for _ in range(NEAR):
        if at is None or at.tag in (P, TABLE, SDT):
            break
        at = at.getnext()
    return at if at is not None and at.tag == P else None

