"""Passphrases: made of words, and read from where a script put them."""

from __future__ import annotations

import io
import secrets
from pathlib import Path
from typing import BinaryIO, Final

from installer.errors.files import FileFault, UnreadableFile
from installer.files import MOST_BYTES, read_limited, resource
from installer.model import Language, Secret

WORDS: Final = 6
STANDARD_INPUT: Final = "-"


def words(language: Language) -> tuple[str, ...]:
    """The shipped list: lower-case ASCII words of 4 to 8 letters."""
    lines = resource(f"words_{language.value}.txt").read_text(encoding="ascii").split("\n")
    return tuple(line for line in lines if line and not line.startswith("#"))


def generate(language: Language) -> Secret:
    """Six words drawn from 2048, joined by hyphens: 66 bits."""
    known = words(language)
    return Secret("-".join(secrets.choice(known) for _ in range(WORDS)))


def read_passphrase(source: str, standard_input: BinaryIO) -> Secret:
    """The first line, without its ending, of the file named `source`, or of standard input for `-`; UTF-8.

    Raises UnreadableFile with a FileFault as its reason.
    """
    if source == STANDARD_INPUT:
        line = standard_input.readline(MOST_BYTES + 1)
    else:
        line = io.BytesIO(read_limited(Path(source))).readline()
    if len(line) > MOST_BYTES:
        raise UnreadableFile(source, FileFault.TOO_BIG)
    typed = _decoded(line)
    if typed is None:
        raise UnreadableFile(source, FileFault.NOT_UTF8)
    return Secret(typed.removesuffix("\n").removesuffix("\r"))


def _decoded(line: bytes) -> str | None:
    """The text, or None: a decoder's exception holds the passphrase, and must not be chained to another."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
