"""scrypt in a process of its own: age aborts the whole process where there is too little memory for it.

This file is both halves: what starts that process and talks to it by pipes, and the program that runs in it, which
needs nothing else of ours. What is secret goes through the pipes alone, never into an argument, the environment or a
file; like its parent, the process leaves no core dump.
"""

from __future__ import annotations

import errno
import os
import struct
import subprocess
import sys
from enum import Enum
from typing import Any, Final

import pyrage  # type: ignore[import-untyped]  # it ships no types

PROGRAM: Final = "--scrypt-process"
"""The one argument by which the executable file knows that it is this process; Python is given this file instead."""

_DONE, _REFUSED, _SHORT = b"+", b"-", b"M"


class Work(Enum):
    SEAL = b"S"
    OPEN = b"O"


class Shortage(Exception):
    """There is too little memory for scrypt."""


class Refused(Exception):
    """What age says of the file or the passphrase."""


def apart(work: Work, passphrase: str, data: bytes) -> bytes:
    """Seals `data`, armoured, or opens it; raises `Shortage`, and `Refused` where age refuses."""
    typed = passphrase.encode("utf-8", "surrogatepass")
    question = work.value + struct.pack(">I", len(typed)) + typed + data
    try:
        process = subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, **_unseen())
    except OSError as error:
        if error.errno == errno.ENOMEM:
            raise Shortage from error
        return _judged(_answered(question))  # a system that lets no program start another
    with process:
        try:
            answer, _ = process.communicate(question)
        finally:
            process.kill()
    return _judged(answer)


def serve() -> None:
    """The program of that process: one question from standard input, one answer to standard output."""
    with os.fdopen(0, "rb") as questions, os.fdopen(1, "wb") as answers:
        answers.write(_answered(questions.read()))


def _answered(question: bytes) -> bytes:
    (length,) = struct.unpack(">I", question[1:5])
    passphrase, data = question[5 : 5 + length].decode("utf-8", "surrogatepass"), question[5 + length :]
    try:
        if question[:1] == Work.SEAL.value:
            return _DONE + bytes(pyrage.passphrase.encrypt(data, passphrase, armored=True))
        return _DONE + bytes(pyrage.passphrase.decrypt(data, passphrase))
    except MemoryError:
        return _SHORT
    except pyrage.DecryptError as error:
        return _REFUSED + str(error).encode()


def _judged(answer: bytes) -> bytes:
    """The data of an answer. A process that gave none was ended by the system, or by age for want of memory."""
    if answer.startswith(_DONE):
        return answer[1:]
    if answer.startswith(_REFUSED):
        raise Refused(answer[1:].decode())
    raise Shortage


def _command() -> list[str]:
    if getattr(sys, "frozen", False):  # PyInstaller: a process of the same file finds what is unpacked already
        return [sys.executable, PROGRAM]
    return [sys.executable, "-P", __file__]


def _unseen() -> dict[str, Any]:
    """Ctrl-C is for us, who end that process; it opens no window, and what age says as it aborts is for nobody."""
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        return {"stderr": subprocess.DEVNULL, "creationflags": flags}
    return {"stderr": subprocess.DEVNULL, "start_new_session": True}


if __name__ == "__main__":
    serve()
