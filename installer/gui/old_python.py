"""What Python 3.11 needs to live with PySide 6.12."""

from __future__ import annotations

import ctypes
import sys


def keep_none() -> None:
    """Each call of a Qt method without a result takes one reference too many from None (measured: `update`, `setText`).

    Python 3.12 made None, True and False immortal; before, some ten thousand calls, a few minutes of a window that is
    repainted, end the process. So they are given more references than can ever be taken: `ob_refcnt` is an object's
    first field (CPython, Include/object.h).
    """
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value += 1 << 40
