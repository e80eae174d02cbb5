"""Markdown: its marks are kept in the stored text and left out of what is read."""

from ingest.clean import clean
from ingest.read.markdown import read

STORED = """# 澄岭县2024年教育工作要点

## 一、安全

1. **排查隐患。**整改率达到*100%*，见[通知](http://example.org/a_b.html)。
   *（责任股室：安全股）*

* 配备保安
- 建设<br>警务室

---
"""


def test_marks_are_no_text() -> None:
    text = read(STORED.encode(), "要点.md")
    assert text.stored == STORED
    cleaned = clean(text)
    assert [cleaned.text[a:b] for a, b in cleaned.bounds] == [
        "澄岭县2024年教育工作要点", "一、安全", "1.排查隐患。整改率达到100%，见通知。",
        "（责任股室：安全股）", "配备保安", "- 建设警务室"]


def test_headings_and_bold_lines_are_headings() -> None:
    text = read("# 甲\n正文\n**乙**\n**丙**丁\n".encode(), "x.md")
    assert {text.stored[at] for at in text.bold} == {"甲", "乙"}


def test_a_quote_leads_back_to_the_file() -> None:
    cleaned = clean(read(STORED.encode(), "要点.md"))
    start = cleaned.text.index("排查")
    span = cleaned.span(start, start + 13)
    assert span.quote == STORED[span.start:span.end] == "排查隐患。**整改率达到*100"
