"""The shape of an explanation's words, and lists in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from installer.errors import FileFault
from installer.texts.language import translate


class Words(NamedTuple):
    """`option` is what the console says in brackets after the hint: the wizard has controls instead."""

    title: str
    what: str
    hint: str
    option: str = ""


class Refusal(NamedTuple):
    """`Words` without their title, which is the same for every refused sign-in."""

    what: str
    hint: str
    option: str = ""


def joined(names: Iterable[str]) -> str:
    return ", ".join(names)


def file_fault(fault: FileFault) -> str:
    """Why a file could not be read or written, to stand in brackets."""
    match fault:
        case FileFault.DISK_FULL:
            return translate("Errors", "the disk is full")
        case FileFault.READ_ONLY:
            return translate("Errors", "the drive is read-only")
        case FileFault.EXISTS:
            return translate("Errors", "a file of this name exists")
        case FileFault.PERMISSION:
            return translate("Errors", "access is denied")
        case FileFault.NAME_TOO_LONG:
            return translate("Errors", "the name is too long")
        case FileFault.VANISHED:
            return translate("Errors", "it does not exist")
        case FileFault.IS_FOLDER:
            return translate("Errors", "it is a folder")
        case FileFault.TOO_BIG:
            return translate("Errors", "it is too big")
        case FileFault.NOT_UTF8:
            return translate("Errors", "it is not text in UTF-8")
    return translate("Errors", "the system refused")
