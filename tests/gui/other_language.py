"""Finds texts of the other language in a window."""

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
        messages = i18n_ts.read(ROOT / "i18n" / "installer_fr.ts")
        self._patterns = {
            Language.EN: [_pattern(message.source) for message in messages if _tells(message.source)],
            Language.FR: [_pattern(form) for message in messages for form in message.forms if _tells(form)],
        }

    def of_the_other(self, window: QWidget, here: Language) -> Iterator[str]:
        """Texts that only the other language has."""
        other = Language.EN if here is Language.FR else Language.FR
        for text in dict.fromkeys(text.replace("&", "") for _widget, text in written(window)):
            for line in filter(None, text.splitlines()):
                if self._says(other, line) and not self._says(here, line):
                    yield f"{other} in {here}: “{line}”"

    def _says(self, language: Language, text: str) -> bool:
        return any(pattern.fullmatch(text) for pattern in self._patterns[language])


def _tells(text: str) -> bool:
    """Whether a sentence is more than what is filled into it."""
    return len("".join(WORD.findall(re.sub(r"\{\w*\}", "", text)))) > 3


def _pattern(text: str) -> re.Pattern[str]:
    pieces = re.split(r"\{\w*\}|%n", text.replace("&", ""))
    return re.compile(".*".join(map(re.escape, pieces)), re.S)
