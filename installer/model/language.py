"""The languages of the product, and the texts that come from data instead of code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A line for each language (its code of ISO 639-1); its words are in i18n/, and everything else follows.

    English is the source: the code and the manifest hold its words.
    """

    EN = "en"
    FR = "fr"


@dataclass(frozen=True, slots=True)
class ManifestText:
    """A text of the manifest in English, collected for the translators; `texts.localized` says it to a person."""

    en: str
