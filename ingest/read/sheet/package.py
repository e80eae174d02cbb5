"""Opens a workbook's package with bounds, and hands on a copy that holds nothing but its sheets.

The copy is not compressed, so what reads it can neither be blown up nor led outside.
"""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from posixpath import join, normpath
from zlib import error as ZlibError  # noqa: N812

from lxml import etree

from ingest.errors import ReadError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_UNPACKED = 96 * 1024 * 1024     # bytes of a workbook's parts in all
MAX_PARTS = 2000
WANTED = re.compile(r"(?:\[Content_Types\]\.xml|_rels/\.rels|xl/(?!(?:external|drawings|charts|"
                    r"media|theme|embeddings|ctrlProps|query|pivot|comments|threaded|printer|custom|"
                    r"tables))[^/]*(?:/[^/]*)?\.(?:xml|rels))", re.IGNORECASE)
DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook's clean copy, and the markup of its sheets by name, styles and shared texts."""

    copy: BytesIO
    sheets: Mapping[str, bytes]
    styles: bytes
    shared: bytes
    from_1904: bool


def package(content: bytes, name: str) -> Package:
    """Return what a workbook's file holds; raise ReadError where it cannot be opened safely."""
    if content.startswith(OLE):
        raise ReadError(f"{name}: the workbook has a password or is an old .xls; "
                        "save it as .xlsx without a password.")
    try:
        parts = _unpacked(content, name)
        workbook = etree.fromstring(parts["xl/workbook.xml"], _parser())
        relations = etree.fromstring(parts["xl/_rels/workbook.xml.rels"], _parser())
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError, ZlibError, OSError, EOFError,
            ValueError, NotImplementedError, RuntimeError) as error:
        raise ReadError(f"{name}: the workbook is damaged or cut short; open it in a spreadsheet "
                        "program and save it again as .xlsx.") from error
    targets = {node.get("Id"): normpath(join("xl", node.get("Target", ""))).lstrip("/")
               for node in relations}
    sheets = {node.get("name", ""):
              parts.get(targets.get(node.get(RELATION, node.get(STRICT)), ""), b"")
              for node in workbook.iterfind("{*}sheets/{*}sheet")}
    properties = workbook.find("{*}workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    return Package(_packed(parts), sheets, parts.get("xl/styles.xml", b""),
                   parts.get("xl/sharedStrings.xml", b""), from_1904)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _unpacked(content: bytes, name: str) -> dict[str, bytes]:
    """Return the parts that make up the sheets, unpacked no further than the bound."""
    left = MAX_UNPACKED
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if WANTED.fullmatch(entry.filename)]
        for entry in entries[:MAX_PARTS]:
            if entry.flag_bits & 1:
                raise ReadError(f"{name}: the workbook has a password; save it without one.")
            with archive.open(entry) as part:
                data = part.read(left + 1)
            left -= len(data)
            if left < 0:
                raise ReadError(f"{name}: the workbook unpacks to more than {MAX_UNPACKED >> 20} "
                                "MiB; save its sheets apart.")
            if DECLARED.search(data) or data.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise ReadError(f"{name}: the workbook declares entities of its own, which no "
                                "spreadsheet program does; save it again as .xlsx.")
            parts[entry.filename] = data
    return parts


def _packed(parts: Mapping[str, bytes]) -> BytesIO:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    target.seek(0)
    return target
