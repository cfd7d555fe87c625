"""Finds texts of another language in a window."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

import i18n_ts
from installer.model import Language
from tests.gui.fit import WORD, written
from tests.house.source import ROOT


class Words:
    """Every sentence that the program can say, as patterns, by language."""

    def __init__(self) -> None:
        read = {language: i18n_ts.read(path) for language, path in i18n_ts.files(ROOT).items()}
        said = {
            language: [form for message in messages for form in message.forms] for language, messages in read.items()
        }
        said[Language.EN] = [message.source for message in read[Language.FR]]
        self._patterns = {
            language: [_pattern(text) for text in texts if _tells(text)] for language, texts in said.items()
        }

    def of_others(self, window: QWidget, here: Language) -> Iterator[str]:
        """Texts that only another language has."""
        for text in dict.fromkeys(text.replace("&", "") for _widget, text in written(window)):
            for line in filter(None, text.splitlines()):
                for other in Language if not self._says(here, line) else ():
                    if self._says(other, line):
                        yield f"{other} in {here}: “{line}”"

    def _says(self, language: Language, text: str) -> bool:
        return any(pattern.fullmatch(text) for pattern in self._patterns[language])


def _tells(text: str) -> bool:
    """Whether a sentence is more than what is filled into it."""
    return len("".join(WORD.findall(re.sub(r"\{\w*\}", "", text)))) > 3


def _pattern(text: str) -> re.Pattern[str]:
    pieces = re.split(r"\{\w*\}|%n", text.replace("&", ""))
    return re.compile(".*".join(map(re.escape, pieces)), re.S)
