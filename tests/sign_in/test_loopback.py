"""The loopback listener: it takes one answer with the right state, and survives everything else."""

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from installer.cancel import Cancel
from installer.errors.base import Cancelled
from installer.errors.sign_in import SignInTimedOut
from installer.sign_in.loopback import CONNECTION_SECONDS, MOST_BYTES, MOST_CONNECTIONS, Loopback
from tests.engine import FastClock

FORM = "application/x-www-form-urlencoded"
STATE = "a-state-nobody-guesses"


@pytest.fixture
def listener() -> Iterator[Loopback]:
    with Loopback(lambda accepted: f"<p>accepted: {accepted}</p>") as loopback:
        loopback.expect(STATE)
        yield loopback


def send(
    listener: Loopback,
    method: str = "POST",
    path: str = "/",
    body: str | None = None,
    host: str | None = None,
    **headers: str,
) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", listener.port, timeout=10)
    body = urlencode({"state": STATE, "code": "c"}) if body is None else body
    connection.request(
        method,
        path,
        body if method == "POST" else None,
        {"Host": host or f"localhost:{listener.port}", "Content-Type": FORM, **headers},
    )
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_the_answer_with_the_right_state_is_taken(listener: Loopback) -> None:
    assert send(listener) == (200, "<p>accepted: True</p>")
    assert listener.wait(Cancel(), 1) == {"state": STATE, "code": "c"}


def test_a_refusal_is_taken_too_and_the_page_says_so(listener: Loopback) -> None:
    assert send(listener, body=urlencode({"state": STATE, "error": "access_denied"})) == (
        200,
        "<p>accepted: False</p>",
    )
    assert listener.wait(Cancel(), 1)["error"] == "access_denied"


def test_a_second_answer_is_refused(listener: Loopback) -> None:
    send(listener)
    assert send(listener, body=urlencode({"state": STATE, "code": "other"}))[0] == 400
    assert listener.wait(Cancel(), 1)["code"] == "c"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"body": urlencode({"state": "wrong", "code": "c"})}, 400),
        ({"body": urlencode({"code": "c"})}, 400),
        ({"body": "é"}, 400),
        ({"body": "&".join(f"a{n}=1" for n in range(100))}, 400),
        ({"method": "GET", "path": f"/?code=c&state={STATE}"}, 404),
        ({"path": "/other"}, 404),
        ({"host": "evil.example"}, 404),
        ({"host": "127.0.0.1"}, 404),
        ({"body": "x" * (MOST_BYTES + 1)}, 413),
        ({"method": "PUT"}, 501),
    ],
    ids=["state", "no-state", "not-ascii", "many-fields", "get", "path", "host", "address", "oversized", "put"],
)
def test_anything_else_is_refused_and_the_wait_goes_on(
    request_: dict[str, str], status: int, listener: Loopback
) -> None:
    assert send(listener, **request_)[0] == status
    assert send(listener)[0] == 200


def test_a_content_type_that_is_no_form_is_refused(listener: Loopback) -> None:
    assert send(listener, **{"Content-Type": "application/json"})[0] == 400


def test_a_tls_hello_is_survived(listener: Loopback) -> None:
    with socket.create_connection(("127.0.0.1", listener.port), timeout=10) as connection:
        connection.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64 + b"\n")
        connection.recv(1024)
    assert send(listener)[0] == 200


def drip(connection: socket.socket) -> bool:
    """Sends one more byte; False when the other side has closed."""
    try:
        connection.sendall(b"X")
    except OSError:
        return False
    return True


@pytest.mark.slow
def test_a_drip_is_cut_and_does_not_hold_the_listener(listener: Loopback) -> None:
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", listener.port), timeout=20) as connection:
        connection.sendall(f"POST / HTTP/1.1\r\nHost: localhost:{listener.port}\r\n".encode())
        while time.monotonic() - start < CONNECTION_SECONDS + 5 and drip(connection):
            time.sleep(0.5)
    assert time.monotonic() - start < CONNECTION_SECONDS + 4
    assert send(listener)[0] == 200


def test_a_flood_of_connections_is_survived(listener: Loopback) -> None:
    flood = [socket.create_connection(("127.0.0.1", listener.port)) for _ in range(MOST_CONNECTIONS * 2)]
    for connection in flood:
        connection.close()
    end = time.monotonic() + 5
    while time.monotonic() < end:
        try:
            assert send(listener)[0] == 200
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the listener never came back")


def test_both_loopback_addresses_are_held(listener: Loopback) -> None:
    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    with socket.socket(socket.AF_INET6) as squatter, pytest.raises(OSError):
        squatter.bind(("::1", listener.port))


def test_two_at_once_have_ports_of_their_own(listener: Loopback) -> None:
    with Loopback(lambda _accepted: "") as other:
        assert other.port != listener.port


def test_the_wait_ends_with_a_cancel(listener: Loopback) -> None:
    cancel = Cancel()
    threading.Timer(0.1, cancel.request).start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        listener.wait(cancel, 10)
    assert time.monotonic() - start < 0.6


def test_the_wait_ends_after_its_minutes(listener: Loopback) -> None:
    class Late(FastClock):
        def now(self) -> float:
            self.time += 30
            return self.time

    with pytest.raises(SignInTimedOut) as caught:
        listener.wait(Late(), 1)
    assert caught.value.minutes == 1


def test_the_page_may_do_nothing_and_is_not_kept(listener: Loopback) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", listener.port, timeout=10)
    connection.request(
        "POST", "/", urlencode({"state": STATE}), {"Host": f"localhost:{listener.port}", "Content-Type": FORM}
    )
    answer = connection.getresponse()
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
