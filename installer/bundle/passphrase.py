"""Passphrases: generated from words, or read from where a script put them."""

from __future__ import annotations

import codecs
import secrets
from pathlib import Path
from typing import BinaryIO, Final

from installer.errors.files import EncryptedInstead, FileFault, KeyInstead, UnreadableFile
from installer.files import MOST_BYTES, read_limited, text_of, translation
from installer.model import Language, Secret

WORDS: Final = 6
SHORTEST: Final = 12
"""Characters of a passphrase that somebody chose."""
STANDARD_INPUT: Final = "-"


def words(language: Language) -> tuple[str, ...]:
    """The language's word list: lower-case ASCII words of 4 to 8 letters."""
    lines = translation(f"words_{language}.txt").read_text(encoding="ascii").split("\n")
    return tuple(line for line in lines if line and not line.startswith("#"))


def generate(language: Language) -> Secret:
    """Six words drawn from 2048 with the system's random generator, joined by hyphens: 66 bits."""
    known = words(language)
    return Secret("-".join(secrets.choice(known) for _ in range(WORDS)))


def read_passphrase(source: str, standard_input: BinaryIO) -> Secret:
    """The first line, without its line ending, of the file named `source`, or of standard input for `-`.

    In UTF-8, or in UTF-16 with a byte order mark, as Windows PowerShell 5.1 writes files.

    Raises UnreadableFile with a FileFault as its reason, EncryptedInstead and KeyInstead.
    """
    if source == STANDARD_INPUT:
        data = standard_input.readline(MOST_BYTES + 1)
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # `readline` may have cut a character
            data += standard_input.read(MOST_BYTES)
    else:
        data = read_limited(Path(source))
    if len(data) > MOST_BYTES:
        raise UnreadableFile(source, FileFault.TOO_BIG)
    text = text_of(data)
    if text is None:
        raise UnreadableFile(source, FileFault.NOT_UTF8)
    line = text.partition("\n")[0].removesuffix("\r")
    if line.startswith(("age-encryption.org/v1", "-----BEGIN AGE")):
        raise EncryptedInstead(source)
    if "AGE-SECRET-KEY-1" in text:
        raise KeyInstead(source)
    return Secret(line)


def looks_piped_wrong(source: str | None, passphrase: Secret) -> bool:
    """Whether a question mark may stand for a letter: Windows PowerShell 5.1 pipes é to a program as ?."""
    return source == STANDARD_INPUT and "?" in passphrase.reveal()
