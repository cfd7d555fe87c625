"""The languages of the product, and the texts that come from data instead of code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages, by ISO 639-1 code. The words of each are in i18n/; everything else follows from this list.

    English is the source language: its words are in the code and the manifest.
    """

    EN = "en"
    FR = "fr"


class Shown(str):
    """A text in English, marked where it is written for the translators' tools; whoever shows it has it translated."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ManifestText:
    """A text of the manifest in English, collected for translation; `texts.localized` translates it."""

    en: str
