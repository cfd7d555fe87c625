"""RSA keys at a hundredth of the cost: the program's come from a pool, and a PEM is parsed once.

Making one takes a third of a second, and reading one a tenth, because OpenSSL checks its primes each time; a renewal
reads its two keys eight times. True keys are made and read by the processes of the journeys and by the executables.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import cycle
from typing import Any

import jwt.algorithms
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from installer.sign_in.certificate import RSA_BITS

DIFFERENT = 4
"""More than an application ever holds at once: one key after the other is another one."""
_make = rsa.generate_private_key
_read = serialization.load_pem_private_key


@contextmanager
def cheap_keys() -> Iterator[None]:
    """Makes the keys of this process cheap until it is left."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rsa, "generate_private_key", _generate)
        patch.setattr(serialization, "load_pem_private_key", _load)
        patch.setattr(jwt.algorithms, "load_pem_private_key", _load)
        yield


def _generate(public_exponent: int, key_size: int, backend: Any = None) -> rsa.RSAPrivateKey:
    """Tests' own keys have other sizes, and are made anew."""
    return next(_pool()) if key_size == RSA_BITS else _make(public_exponent, key_size, backend)


@cache
def _pool() -> Iterator[rsa.RSAPrivateKey]:
    return cycle([_make(65537, RSA_BITS) for _ in range(DIFFERENT)])


def _load(data: bytes, password: bytes | None, *more: Any, **options: Any) -> Any:
    return _read(data, password, *more, **options) if more or options or password else _loaded(bytes(data))


@lru_cache(maxsize=64)
def _loaded(data: bytes) -> Any:
    return _read(data, None)
