"""Who else may talk to the listener: other programs, other pages, other instances; none of them is believed."""

from __future__ import annotations

import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress

import pytest

from installer.cancel import Cancel
from installer.config.manifest import load_manifest
from installer.demo import Administrator
from installer.errors.sign_in import ListenerFailed
from installer.events import Event, SignInBrowser
from installer.sign_in import BrowserSignIn, Entra
from installer.sign_in.loopback import CONNECTION_SECONDS, MOST_CONNECTIONS, PORT_TRIES, Loopback
from installer.transport import Transport
from tests.figures import Figures
from tests.fuzz.mutation import mutated
from tests.sign_in.test_loopback import FORM, STATE, drip, listener, send
from tests.tenants import Start

__all__ = ["listener"]

_binding: list[Callable[[tuple[object, ...]], None]] = []


def _watch_bindings(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook (PEP 578) hears of each address just before it is taken."""
    if event == "socket.bind" and _binding:
        _binding[-1](arguments[1])  # type: ignore[arg-type]


sys.addaudithook(_watch_bindings)


@pytest.fixture
def squatter() -> Iterator[Callable[[int], list[int]]]:
    """Takes ::1 in the moment before the listener does, so many times; tells the ports that it holds."""
    ports: list[int] = []
    with ExitStack() as held:

        def squat(times: int) -> list[int]:
            def take(address: tuple[object, ...]) -> None:
                if address[0] != "::1" or address[1] in (0, *ports[-1:]) or len(ports) == times:
                    return
                ports.append(int(str(address[1])))
                other = held.enter_context(socket.socket(socket.AF_INET6))
                other.bind(("::1", ports[-1]))
                other.listen()

            _binding.append(take)
            return ports

        yield squat
        _binding.clear()


def raw(port: int, data: bytes) -> bytes:
    """Sends these bytes and nothing more; what comes back, if anything."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection, suppress(ConnectionError):
        connection.sendall(data)
        with suppress(OSError):  # ENOTCONN, which is no ConnectionError: the other side has hung up already
            connection.shutdown(socket.SHUT_WR)
        return connection.recv(65536)
    return b""


def test_who_holds_the_other_address_does_not_get_the_browser(squatter: Callable[[int], list[int]]) -> None:
    held = squatter(PORT_TRIES - 1)
    with Loopback(lambda _accepted: "<p>") as loopback:
        loopback.expect(STATE)
        assert len(held) == PORT_TRIES - 1
        assert loopback.port not in held
        assert send(loopback)[0] == 200


def test_who_holds_it_every_time_ends_the_sign_in_with_a_reason(squatter: Callable[[int], list[int]]) -> None:
    squatter(PORT_TRIES)
    with pytest.raises(ListenerFailed) as caught:
        Loopback(lambda _accepted: "<p>")
    assert caught.value.reason


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:1"])
def test_a_page_of_another_origin_learns_nothing_and_needs_the_state(origin: str, listener: Loopback) -> None:
    assert send(listener, body="state=guessed&code=theirs", Origin=origin)[0] == 400
    answer = raw(listener.port, f"OPTIONS / HTTP/1.1\r\nHost: localhost:{listener.port}\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.0 501") or answer.startswith(b"HTTP/1.1 501")
    assert b"access-control" not in answer.lower()
    assert send(listener)[0] == 200


def test_before_a_state_is_expected_none_is_right() -> None:
    with Loopback(lambda _accepted: "<p>") as early:
        assert send(early, body="state=&code=c")[0] == 400
        assert send(early)[0] == 400


@pytest.mark.parametrize(
    "body",
    [
        f"state={STATE}&state=other&code=c",
        f"state=other&state={STATE[:-1]}&code=c",
        f"state={STATE.upper()}&code=c",
        f"state={STATE}%00&code=c",
        f"state={STATE}\n&code=c",
    ],
)
def test_what_only_resembles_the_state_is_refused(body: str, listener: Loopback) -> None:
    assert send(listener, body=body)[0] == 400


def test_a_replayed_answer_is_refused_and_changes_nothing(listener: Loopback) -> None:
    first = send(listener)
    assert [send(listener)[0] for _ in range(3)] == [400, 400, 400]
    assert first[0] == 200
    assert listener.wait(Cancel(), 1)["code"] == "c"


def test_of_a_hundred_answers_at_once_one_is_taken(listener: Loopback) -> None:
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda _number: send(listener)[0], range(100)))
    assert statuses.count(200) == 1
    assert set(statuses) == {200, 400}


@pytest.mark.slow
def test_a_crowd_that_drips_is_cut_and_then_the_answer_comes_through(listener: Loopback) -> None:
    with ExitStack() as stack:
        crowd = [
            stack.enter_context(socket.create_connection(("127.0.0.1", listener.port), timeout=10))
            for _ in range(MOST_CONNECTIONS)
        ]
        start = time.monotonic()
        while time.monotonic() - start < CONNECTION_SECONDS + 3 and True in [drip(connection) for connection in crowd]:
            time.sleep(0.3)
        assert time.monotonic() - start < CONNECTION_SECONDS + 3
        assert send(listener)[0] == 200


@pytest.mark.fuzz
def test_no_request_however_broken_ends_the_wait(listener: Loopback, figures: Figures) -> None:
    body = f"state={STATE[:-1]}X&code=c"
    request = (
        f"POST / HTTP/1.1\r\nHost: localhost:{listener.port}\r\nContent-Type: {FORM}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()
    for number, data in enumerate(mutated(request, 1500, seed=7)):
        with figures.case("fuzz: requests to the loopback listener"):
            start = time.monotonic()
            assert b" 200 " not in raw(listener.port, data)[:20], number
            assert time.monotonic() - start < 2, number
    assert send(listener)[0] == 200


def test_two_instances_at_once_each_get_their_own_answer(start_tenant: Start) -> None:
    """And neither takes the other's, which a person may bring to the wrong window."""
    tenant, manifest = start_tenant(), load_manifest()
    urls: list[str] = []
    both = threading.Barrier(2)

    def sign_in() -> str:
        entra = Entra.of(manifest, tenant.cloud, None, None, Transport(tenant.cloud), Cancel())
        administrator = Administrator(tenant)

        def report(event: Event) -> None:
            assert isinstance(event, SignInBrowser)
            urls.append(event.url)
            both.wait(10)
            administrator.open(event.url)

        return BrowserSignIn(entra, lambda _url: None, lambda _accepted: "<p>", report).sign_in().account.username

    with ThreadPoolExecutor(2) as pool:
        names = [future.result(20) for future in (pool.submit(sign_in), pool.submit(sign_in))]
    assert len(set(urls)) == 2
    assert names == [tenant.scenario.account.username] * 2
