"""Cuts a short span into words, where the automata leave it open; never a whole text."""

import logging
import warnings
from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol

from ingest.vocabulary import load
from ontology import thesaurus


class Cutter(Protocol):
    """What is used of jieba's tokenizer."""

    def lcut(self, sentence: str) -> list[str]:
        """Return the words of a span."""
        ...

    def add_word(self, word: str) -> None:
        """Add a word to the dictionary."""
        ...


@cache
def cutter() -> Cutter:
    """Return jieba with the thesaurus and common names of bodies as its user dictionary.

    It is loaded at its first use, which takes about a second.
    """
    tokenizer: Cutter = _jieba().Tokenizer()
    for label in thesaurus.load().labels:
        tokenizer.add_word(label)
    for name in load("bodies")["names"]:
        tokenizer.add_word(name)
    return tokenizer


def cut(span: str) -> list[str]:
    """Return the words of a span: 基教科安全科 → 基教科, 安全科."""
    return cutter().lcut(span)


@cache
def tags() -> Mapping[str, str]:
    """Return the tags of words in jieba's own dictionary: 推进 is v, 的 is uj."""
    with _jieba().get_dict_file() as file:
        return {word: tag for word, _, tag in (line.decode().split() for line in file)}


@cache
def _jieba() -> Any:
    with warnings.catch_warnings():     # jieba 0.42 has invalid escapes and uses pkg_resources
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.WARNING)
    return jieba
