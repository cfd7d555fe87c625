"""The door to the network, over real TLS on loopback: trust, time-outs, errors, cancel."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from installer.cancel import Cancel
from installer.demo import BadGateway, Hang, ResetAfter, ResetBefore, Rule, Truncated
from installer.errors.base import Cancelled
from installer.errors.network import (
    ConnectionLost,
    NetworkError,
    NotMicrosoft,
    ProxySignInFailed,
    TlsFailed,
    TlsFault,
    Unreachable,
)
from installer.transport import Request, Transport
from tests.core.scripted import lab
from tests.tenants import Start

PATH = "/common/v2.0/.well-known/openid-configuration"


def test_an_answer_is_read_over_the_systems_trust_and_ours(start_tenant: Start) -> None:
    tenant = start_tenant()
    transport = Transport(tenant.cloud)
    response = transport.send(Request("GET", tenant.cloud.authority + PATH), Cancel())
    assert response.status == 200
    assert "issuer" in response.json()
    assert response.headers["CONTENT-TYPE"].startswith("application/json")


def test_an_unknown_authority_is_never_trusted(start_tenant: Start) -> None:
    tenant = start_tenant()
    with pytest.raises(TlsFailed) as caught:
        Transport(replace(tenant.cloud, trust_anchor=None)).send(
            Request("GET", tenant.cloud.authority + PATH), Cancel()
        )
    assert caught.value.fault is TlsFault.UNTRUSTED


def test_a_certificate_for_another_name_is_told_as_such(start_tenant: Start) -> None:
    tenant = start_tenant()
    cloud = replace(tenant.cloud, authority=tenant.cloud.authority.replace("localhost", "127.0.0.2"))
    with pytest.raises(NetworkError) as caught:
        Transport(cloud).send(Request("GET", cloud.authority + PATH), Cancel())
    assert isinstance(caught.value, Unreachable) or caught.value.fault is TlsFault.WRONG_HOST  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("fault", "error"),
    [(ResetBefore(), ConnectionLost), (ResetAfter(), ConnectionLost), (Truncated(), NetworkError)],
    ids=["reset before", "reset after", "truncated"],
)
def test_a_broken_line_is_one_of_our_errors(
    fault: ResetBefore | ResetAfter | Truncated, error: type[NetworkError], start_tenant: Start
) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(fault, host="entra"))
    with pytest.raises(error):
        Transport(tenant.cloud).send(Request("GET", tenant.cloud.authority + PATH), Cancel()).json()


def test_a_page_instead_of_json_is_not_microsofts(start_tenant: Start) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(BadGateway(), host="entra"))
    response = Transport(tenant.cloud).send(Request("GET", tenant.cloud.authority + PATH), Cancel())
    assert response.status == 502
    with pytest.raises(NotMicrosoft):
        response.json()


def test_nobody_there_is_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Unreachable):
        Transport(lab(f"https://127.0.0.1:{port}")).send(Request("GET", f"https://127.0.0.1:{port}/"), Cancel())


def test_a_cancel_does_not_wait_for_a_server_that_hangs(start_tenant: Start) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(Hang(5), host="entra"))
    cancel = Cancel()
    threading.Timer(0.2, cancel.request).start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        Transport(tenant.cloud).send(Request("GET", tenant.cloud.authority + PATH, may_abandon=True), cancel)
    assert time.monotonic() - start < 0.7


def test_a_proxy_that_wants_a_sign_in_is_told_as_that() -> None:
    with _refusing_proxy() as port:
        transport = Transport(lab("https://localhost:9"), proxy=lambda _url: f"http://127.0.0.1:{port}")
        with pytest.raises(ProxySignInFailed) as caught:
            transport.send(Request("GET", "https://localhost:9/"), Cancel())
    assert caught.value.offered == ("Negotiate",)


def test_the_environment_does_not_decide_where_requests_go(
    start_tenant: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nonexistent")
    tenant = start_tenant()
    response = Transport(tenant.cloud).send(Request("GET", tenant.cloud.authority + PATH), Cancel())
    assert response.status == 200


@contextmanager
def _refusing_proxy() -> Iterator[int]:
    """Answers every CONNECT with 407, as a proxy does that wants Kerberos."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(4096)
                    connection.sendall(
                        b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\n"
                        b"Content-Length: 0\r\nConnection: close\r\n\r\n"
                    )

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]
