"""From a file's bytes to its text: encodings, and what is refused with which sentence."""

import codecs
import re
from pathlib import Path

import pytest

from ingest import read
from ingest.errors import IngestError, ReadError
from ingest.read import load
from ingest.read.charset import decode

TEXT = "一、加强校园安全\r\n1．排查隐患\uff11\uff10\uff10处。\n"


@pytest.mark.parametrize("content", [
    TEXT.encode(),
    codecs.BOM_UTF8 + TEXT.encode(),
    codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    TEXT.encode("gb18030"),
    TEXT.encode("utf-16-le"),
], ids=["utf-8", "utf-8-bom", "utf-16-le", "utf-16-be", "gb18030", "utf-16-without-mark"])
def test_each_encoding_gives_the_same_text_and_keeps_line_ends(content: bytes) -> None:
    assert decode(content, "要点.txt") == (TEXT, ())


def test_gb18030_keeps_four_byte_characters() -> None:
    assert decode("𠮷安县教育局".encode("gb18030"), "x") == ("𠮷安县教育局", ())


def test_ascii_is_text() -> None:
    assert decode(b"1. plan\n", "x") == ("1. plan\n", ())


def test_a_little_damage_is_read_and_said() -> None:
    content = TEXT.encode("gb18030")
    text, warnings = decode(content + b"\xff\n" + content * 19, "x")
    assert text == TEXT + "\ufffd\n" + TEXT * 19
    assert warnings == ("有1处编码损坏，这些字未能读出。",)


@pytest.mark.parametrize(("content", "said"), [
    (b"", "empty"),
    (b" \r\n\t\n", "empty"),
    (b"\x7fELF\x00\x01", "binary"),
    (b"\x89PNG\r\n\x1a\n\xfa\xce", "encoding"),
    ("教育局".encode() + b"\xff", "encoding"),
    ("教育局工作".encode()[:-1], "encoding"),               # cut inside a character
    ("план работы управления образования".encode("cp1251"), "encoding"),
    (codecs.BOM_UTF16_LE + b"\x00", "encoding"),
], ids=["nothing", "blank", "binary", "png", "stray-byte", "truncated", "cyrillic",
        "half-a-unit"])
def test_what_holds_no_text_is_refused_by_name(content: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said) as refusal:
        decode(content, "要点.txt")
    assert str(refusal.value).startswith("要点.txt: ")
    assert str(refusal.value).endswith(".")


def test_reading_errors_have_one_root() -> None:
    assert issubclass(ReadError, IngestError)


@pytest.mark.parametrize("name", ["要点.TXT", *(f"要点{suffix}" for suffix in read.FORMATS)])
def test_text_files_are_loaded_as_they_are(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(TEXT.encode("gb18030"))
    assert load(path) == TEXT.encode("gb18030")


def test_big5_is_read() -> None:
    text = "教育局關於加強校園安全工作的通知，各學校要認真落實責任"
    assert decode(text.encode("big5"), "x") == (text, ())


@pytest.mark.parametrize("name", ["要点.doc", "要点.xls", "要点.zip", "要点"])
def test_another_type_is_refused_with_the_types_that_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"1")
    with pytest.raises(ReadError, match=re.escape(", ".join(read.FORMATS))) as refusal:
        load(path)
    assert str(refusal.value).startswith(f"{name}: ")


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MAX_BYTES", 4 << 20)
    path = tmp_path / "大.txt"
    path.write_bytes(b"1" * (4 << 20))
    assert len(load(path)) == 4 << 20
    path.write_bytes(b"1" * ((4 << 20) + 1))
    with pytest.raises(ReadError, match="4 MiB"):
        load(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"没有\.txt: the file cannot be opened") as refusal:
        load(tmp_path / "没有.txt")
    assert isinstance(refusal.value.__cause__, OSError)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "文件夹.txt"
    folder.mkdir()
    with pytest.raises(ReadError, match=r"文件夹\.txt: the file cannot be opened"):
        load(folder)


def test_the_message_does_not_tell_where_the_file_lies(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as refusal:
        load(tmp_path / "没有.txt")
    assert str(tmp_path) not in str(refusal.value)


def test_what_the_bytes_show_goes_before_the_ending() -> None:
    page = "<!doctype html><body><p>一、加强校园安全</p></body>".encode()
    assert read.read(page, "要点.txt").stored.strip() == "一、加强校园安全"
    with pytest.raises(ReadError, match="PDF"):
        read.read(b"%PDF-1.7 broken", "要点.docx")
    with pytest.raises(ReadError, match="RTF"):
        read.read(b"{\\rtf1 x}", "要点.docx")


@pytest.mark.parametrize(("name", "said"), [("要点.docx", "old .doc format"),
                                            ("要点.xlsx", "password")])
def test_old_and_locked_files_are_refused(name: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read.read(read.OLE + b"\0" * 600, name)
