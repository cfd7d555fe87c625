"""What Python 3.11 needs to live with PySide 6.12."""

from __future__ import annotations

import ctypes
import sys


def keep_none() -> None:
    """Each call of a Qt method without a result takes one reference too many from None (measured: `update`, `setText`).

    Python 3.12 made None immortal; before, some ten thousand calls, a few minutes of a window that is repainted, end
    the process. So it is given more references than can ever be taken: `ob_refcnt` is an object's first field
    (CPython, Include/object.h).
    """
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40
