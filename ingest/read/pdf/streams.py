"""Finds the streams of a PDF that are small in the file and huge in memory, before it is opened."""

import re
import zlib

MAX_STREAM = 24 << 20           # bytes of a page's drawing
MAX_BULK = 100 << 20            # bytes of a font or an image
RATIO = 1032                    # what deflate packs into a byte at best
STEP = 1 << 20
START = re.compile(rb"stream\r?\n")
HEAD = 1000                     # bytes before a stream in which its dictionary stands
BULK = re.compile(rb"/(?:Image|Length1|CIDFontType0C|Type1C|OpenType)\b")
TWICE = re.compile(rb"(?:Flate|LZW)Decode\s*/(?:Flate|LZW)Decode")


def too_large(content: bytes) -> bool:
    """Tell whether a stream of a file unpacks to more than is allowed."""
    for match in START.finditer(content):
        start = match.end()
        end = content.find(b"endstream", start)
        end = len(content) if end < 0 else end
        head = content[max(start - HEAD, 0):start].rpartition(b" obj")[2]
        limit = MAX_BULK if BULK.search(head) else MAX_STREAM
        packed = memoryview(content)[start:end]
        if TWICE.search(head) or (len(packed) > limit // RATIO and _exceeds(packed, limit)):
            return True
    return False


def _exceeds(packed: memoryview, limit: int) -> bool:
    """Tell whether deflated bytes unpack to more; what is packed otherwise is taken as it is."""
    unpacker = zlib.decompressobj()
    size = 0
    try:
        for at in range(0, len(packed), STEP):
            rest = bytes(packed[at:at + STEP])
            while rest and size <= limit and not unpacker.eof:
                size += len(unpacker.decompress(rest, STEP))
                rest = unpacker.unconsumed_tail
    except zlib.error:
        return False
    return size > limit
