"""The keys of a process are made once, even where several tenants need them at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from installer.demo import certificates
from installer.demo.certificates import once
from installer.demo.entra import federation


@pytest.mark.parametrize("make", [certificates.signing_key, certificates.server_certificate, federation.issuer_key])
def test_threads_that_ask_at_once_get_the_same_key(make: Callable[[], object]) -> None:
    together, anew = Barrier(4), once(make.__wrapped__)  # type: ignore[attr-defined]  # functools.wraps sets it

    def ask() -> object:
        together.wait(10)
        return anew()

    with ThreadPoolExecutor(4) as pool:
        made = [future.result(30) for future in [pool.submit(ask) for _ in range(4)]]
    assert all(one is made[0] for one in made)
    assert make() is make()
