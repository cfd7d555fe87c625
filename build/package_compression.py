"""Compresses PyInstaller's archives better: libdeflate writes zlib's format, about 3 % smaller.

That saves a megabyte of each download and costs nothing when it is unpacked. Results are reused for the second
executable.
"""

from typing import Any

import deflate

_HARDEST = 12
_packed: dict[bytes, bytes] = {}


class HarderZlib:
    """The part of the module zlib that PyInstaller's writers use."""

    @staticmethod
    def compress(data: bytes, level: int = _HARDEST) -> bytes:
        """As `zlib.compress`, at the highest level, with the results cached."""
        if data not in _packed:
            _packed[data] = bytes(deflate.zlib_compress(data, _HARDEST))
        return _packed[data]

    class compressobj:
        def __init__(self, level: int = _HARDEST) -> None:
            self._parts: list[bytes] = []

        def compress(self, data: Any) -> bytes:
            self._parts.append(bytes(data))
            return b""

        def flush(self) -> bytes:
            return HarderZlib.compress(b"".join(self._parts))
