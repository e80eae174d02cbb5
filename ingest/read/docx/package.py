"""Opens the archive that a Word file is: its parts, unpacked within bounds and parsed safely."""

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from ingest.errors import ReadError

Element = etree._Element  # noqa: SLF001 - lxml has no other name for the type

MAX_ENTRIES = 10_000        # files in the archive
MAX_BYTES = 64 << 20        # of all parts that are read, unpacked
MAX_MARKS = 1_200_000       # tags and attributes of these parts, of up to 300 bytes in memory each
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math",
     b"http://schemas.openxmlformats.org/officeDocument/2006/math"))
ZIP, OLE2 = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRY = b"PK\1\2"           # opens each entry of the archive's directory
UTF16 = (b"\xff\xfe", b"\xfe\xff")
DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError,
          OverflowError)
SAVE = "open it in Word or WPS and save it as .docx."
PARSER = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True,
                         huge_tree=False, remove_comments=True, remove_pis=True)


class Package:
    """A Word file's archive.

    Raise ReadError where the bytes are no archive, or one that no Word wrote. `name` is the file's
    name, for messages.
    """

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        self._bytes, self._marks = MAX_BYTES, MAX_MARKS
        self._archive = _archive(content, name)
        self._entries = {entry.filename.replace("\\", "/").lower(): entry
                         for entry in self._archive.infolist()}
        root = self._related("")
        self._main = root.get("officeDocument", "word/document.xml")
        self._parts = self._related(self._main)

    def document(self) -> Element:
        """Return the document's root; raise ReadError where there is none or it is damaged."""
        root = self._xml(self._main)
        if root is None or root.tag != W + "document":
            raise ReadError(f"{self._name}: the archive holds no Word text (word/document.xml); "
                            + SAVE)
        return root

    def part(self, kind: str) -> Element | None:
        """Return the root of a part beside the document, such as `styles`; None without one.

        Raise ReadError where it is there and cannot be read.
        """
        return self._xml(self._parts.get(kind) or f"word/{kind}.xml")

    def properties(self) -> Element | None:
        """Return the root of the file's properties; None where they are missing or damaged."""
        try:
            return self._xml("docProps/core.xml")
        except ReadError:
            return None

    def _related(self, part: str) -> dict[str, str]:
        """Return the paths of the parts that a part names, by kind; the first of each kind."""
        folder, file = posixpath.split(part)
        try:
            root = self._xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        except ReadError:
            root = None
        found: dict[str, str] = {}
        for relation in () if root is None else root.iter(REL):
            if relation.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                found.setdefault(posixpath.basename(relation.get("Type", "")), path.lstrip("/"))
        return found

    def _xml(self, path: str) -> Element | None:
        entry = self._entries.get(path.lower())
        if entry is None:
            return None
        content = self._unpacked(entry)
        self._bytes -= len(content)
        self._marks -= content.count(b"<") + content.count(b"=")
        if self._marks < 0:
            raise ReadError(f"{self._name}: the Word file holds more than {MAX_MARKS:,} marks; "
                            "split it.")
        return parse(content, self._name)

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & 1:
            raise ReadError(f"{self._name}: the archive is protected by a password; {SAVE}")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _damaged(self._name)          # the others unpack without a bound
        if entry.file_size <= self._bytes:
            try:
                with self._archive.open(entry) as stream:
                    content = stream.read(self._bytes + 1)
            except DAMAGE as error:
                raise _damaged(self._name) from error
            if len(content) <= self._bytes:
                return content
        raise ReadError(f"{self._name}: the Word file unpacks to more than {MAX_BYTES >> 20} MiB; "
                        "split it.")


def parse(content: bytes, name: str) -> Element:
    """Return the root of a part's XML; raise ReadError for what is damaged or a trap."""
    try:
        if content.startswith(UTF16):
            content = content.decode("utf-16").encode()
        if b"<!DOCTYPE" in content:
            raise ReadError(f"{name}: the Word file declares entities, which no Word writes; "
                            + SAVE)
        for strict, transitional in STRICT:
            content = content.replace(strict, transitional)
        return etree.fromstring(content, PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name) from error


def _archive(content: bytes, name: str) -> zipfile.ZipFile:
    if content.startswith(OLE2):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise ReadError(f"{name}: the document is protected by a password; open it in Word or "
                            "WPS and save it as .docx without one.")
        raise ReadError(f"{name}: the document is in the old .doc format; {SAVE}")
    if not content.startswith(ZIP):
        raise ReadError(f"{name}: the file is no Word document; {SAVE}")
    if content.count(ENTRY) > MAX_ENTRIES:
        raise ReadError(f"{name}: the archive holds more than {MAX_ENTRIES:,} files; {SAVE}")
    try:
        return zipfile.ZipFile(BytesIO(content))
    except DAMAGE as error:
        raise _damaged(name) from error


def _damaged(name: str) -> ReadError:
    return ReadError(f"{name}: the Word file is damaged or cut off; fetch it again or save it anew "
                     "as .docx.")
