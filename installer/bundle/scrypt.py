"""Runs scrypt in a separate process, because age aborts its whole process if there is not enough memory.

This file is both halves: the code that starts the process and talks to it through pipes, and the program that runs in
it, which imports nothing else of ours. Secrets go through the pipes only, never into an argument, the environment or
a file; like its parent, the process leaves no core dump.
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
"""The argument that tells the packaged executable to be this process; without packaging, Python runs this file."""

_DONE, _REFUSED, _SHORT = b"+", b"-", b"M"


class Work(Enum):
    """What the process does; the value is the first byte of the question."""

    SEAL = b"S"
    OPEN = b"O"


class Shortage(Exception):
    """There is not enough memory for scrypt."""


class Refused(Exception):
    """age refused the file or the passphrase; the text is age's message."""


def apart(work: Work, passphrase: str, data: bytes) -> bytes:
    """Seals `data` (armoured) or opens it, in the other process; raises `Shortage` and `Refused`.

    In this process instead, where the system does not allow to start another.
    """
    typed = passphrase.encode("utf-8", "surrogatepass")
    question = work.value + struct.pack(">I", len(typed)) + typed + data
    try:
        process = subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, **_unseen())
    except OSError as error:
        if error.errno == errno.ENOMEM:
            raise Shortage from error
        return _judged(_answered(question))  # the system does not allow to start a process
    with process:
        try:
            answer, _ = process.communicate(question)
        finally:
            process.kill()
    return _judged(answer)


def serve() -> None:
    """The main function of the process: one question from standard input, one answer to standard output."""
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
    """The data of an answer. If there is none, the system or age ended the process for lack of memory."""
    if answer.startswith(_DONE):
        return answer[1:]
    if answer.startswith(_REFUSED):
        raise Refused(answer[1:].decode())
    raise Shortage


def _command() -> list[str]:
    if getattr(sys, "frozen", False):  # PyInstaller: the same executable uses what is unpacked already
        return [sys.executable, PROGRAM]
    return [sys.executable, "-P", __file__]


def _unseen() -> dict[str, Any]:
    """Popen options: no window; Ctrl-C reaches only this process, which then ends the other; no abort messages."""
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        return {"stderr": subprocess.DEVNULL, "creationflags": flags}
    return {"stderr": subprocess.DEVNULL, "start_new_session": True}


if __name__ == "__main__":
    serve()
