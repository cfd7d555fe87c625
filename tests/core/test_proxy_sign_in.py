"""A proxy that wants a sign-in: told as that, and passed with an account, by the best scheme that it offers."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from installer import engine
from installer.cancel import Cancel
from installer.config.manifest import load_manifest
from installer.errors.network import (
    PROXY_SCHEMES,
    HandshakeCut,
    NameNotFound,
    NetworkError,
    ProxyRefused,
    ProxySignInFailed,
    ProxyUnreachable,
    TlsFailed,
    TlsFault,
)
from installer.model import ProxyAccount, Secret
from installer.texts import explain
from installer.transport import Request, Response, Transport
from installer.tunnel import SCHEMES
from tests.core.proxies import Proxy, running
from tests.engine import Engine
from tests.tenants import FULL, Start

PATH = "/common/v2.0/.well-known/openid-configuration"
PASSWORD = "Zq7-pässwörd@:/"


@pytest.fixture
def accounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that pyspnego's server side checks NTLM against; a colon ends a field of it."""
    file = tmp_path / "ntlm.txt"
    file.write_text("CONTOSO:anna:Zq7-pässwörd@\n", encoding="utf-8")
    monkeypatch.setenv("NTLM_USER_FILE", str(file))


def _ask(start: Start, proxy: Proxy, account: ProxyAccount | None = None) -> Response:
    tenant = start()
    transport = Transport(tenant.cloud, proxy=lambda _url: proxy.url, account=account)
    return transport.send(Request("GET", tenant.cloud.authority + PATH), Cancel())


def test_a_proxy_that_asks_nothing_is_told_nothing(start_tenant: Start) -> None:
    """A password in the settings is not sent before the proxy asks for one."""
    with running(Proxy()) as proxy:
        assert _ask(start_tenant, proxy, ProxyAccount("anna", Secret(PASSWORD))).status == 200
        assert proxy.heard == [""]


@pytest.mark.parametrize("closes", [False, True], ids=["stays", "closes"])
@pytest.mark.parametrize("scheme", ["NTLM", "Negotiate", "negotiate"])
@pytest.mark.usefixtures("accounts")
def test_ntlm_and_negotiate_open_the_way(scheme: str, closes: bool, start_tenant: Start) -> None:
    with running(Proxy(scheme, closes=closes)) as proxy:
        account = ProxyAccount("CONTOSO\\anna", Secret("Zq7-pässwörd@"))
        assert _ask(start_tenant, proxy, account).status == 200
        assert len(proxy.opened) == 1


def test_basic_opens_the_way_whatever_the_password_holds(start_tenant: Start) -> None:
    with running(Proxy("Basic", account=f"anna:{PASSWORD}")) as proxy:
        assert _ask(start_tenant, proxy, ProxyAccount("anna", Secret(PASSWORD))).status == 200
        assert proxy.heard == ["", "Basic"]


@pytest.mark.parametrize("scheme", ["Basic", "NTLM", "Negotiate"])
@pytest.mark.usefixtures("accounts")
def test_a_wrong_password_is_told_and_not_shown(scheme: str, start_tenant: Start) -> None:
    with running(Proxy(scheme)) as proxy, pytest.raises(ProxySignInFailed) as caught:
        _ask(start_tenant, proxy, ProxyAccount("CONTOSO\\anna", Secret("Zq7-wrong")))
    assert caught.value.tried
    assert scheme in explain(caught.value).sentence
    assert "Zq7-wrong" not in repr(caught.value) + explain(caught.value).sentence
    assert proxy.opened == []


@pytest.mark.parametrize("scheme", ["Basic", "Digest realm=x", "NTLM", "Negotiate"])
def test_without_an_account_it_is_told_what_the_proxy_offers(scheme: str, start_tenant: Start) -> None:
    with running(Proxy(scheme)) as proxy, pytest.raises(ProxySignInFailed) as caught:
        _ask(start_tenant, proxy)
    assert not caught.value.tried
    assert caught.value.offered == (scheme.split(maxsplit=1)[0],)
    words = explain(caught.value)
    assert "407" in words.sentence
    assert ("--proxy-auth-file" in words.console_hint) is not scheme.startswith("Digest"), (
        "an account is of no use there"
    )


@pytest.mark.parametrize("account", [None, ProxyAccount("anna", Secret(PASSWORD))], ids=["none", "given"])
def test_a_way_that_we_do_not_know_is_told_as_that(account: ProxyAccount | None, start_tenant: Start) -> None:
    """No account was refused, since none was sent: to say so would have the person look for a typing error."""
    with running(Proxy("Digest realm=x")) as proxy, pytest.raises(ProxySignInFailed) as caught:
        _ask(start_tenant, proxy, account)
    assert not caught.value.takes_an_account
    sentence = explain(caught.value).sentence
    assert "did not accept" not in sentence
    assert all(known in sentence for known in SCHEMES)
    assert {scheme.lower() for scheme in SCHEMES} == PROXY_SCHEMES


@pytest.mark.usefixtures("accounts")
@pytest.mark.parametrize("scheme", ["NTLM", "Negotiate"])
def test_the_whole_sign_in_and_graph_go_through_it(scheme: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    with running(Proxy(scheme)) as proxy:
        account = ProxyAccount("CONTOSO\\anna", Secret("Zq7-pässwörd@"))
        run = Engine(tenant, proxy=lambda _url: proxy.url, proxy_account=account)
        assert run.set_up(tmp_path / "b.age").granted == FULL
        assert {target.rpartition(":")[2] for target in proxy.opened} == {
            cloud.rpartition(":")[2] for cloud in (tenant.cloud.authority, tenant.cloud.graph)
        }


def test_connectivity_tells_it_before_anybody_signs_in(start_tenant: Start) -> None:
    tenant = start_tenant()
    with running(Proxy("NTLM")) as proxy:
        destination = engine.Destination(load_manifest(), tenant.cloud, proxy=lambda _url: proxy.url)
        found = engine.check_connectivity(destination, Cancel())
    assert {type(fault) for fault in found} == {ProxySignInFailed}


def test_a_proxy_that_is_not_there_is_named(start_tenant: Start) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        proxy = Proxy(port=free.getsockname()[1])
    with pytest.raises(ProxyUnreachable) as caught:
        _ask(start_tenant, proxy, ProxyAccount("anna", Secret(PASSWORD)))
    assert caught.value.proxy == f"127.0.0.1:{proxy.port}"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", ProxyRefused),
        (b"HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n<html>", ProxyRefused),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", ProxyRefused),
        (b"", NetworkError),
    ],
    ids=["403", "502", "no HTTP", "nothing"],
)
def test_any_other_answer_of_a_proxy_is_its_refusal(
    answer: bytes, error: type[NetworkError], start_tenant: Start
) -> None:
    with _answering(answer) as port, pytest.raises(error):
        _ask(start_tenant, Proxy(port=port))


def test_a_connection_that_is_cut_before_it_is_secure_is_no_matter_of_trust(start_tenant: Start) -> None:
    """As a filter does it: the certificate was never seen, so nothing is said about it."""
    tenant = start_tenant()
    with _answering(b"") as port:
        cloud = replace(tenant.cloud, authority=f"https://localhost:{port}")
        with pytest.raises(HandshakeCut):
            Transport(cloud).send(Request("GET", cloud.authority + PATH), Cancel())


def test_a_server_without_tls_is_no_matter_of_trust(start_tenant: Start) -> None:
    tenant = start_tenant()
    with _answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") as port:
        cloud = replace(tenant.cloud, authority=f"https://localhost:{port}")
        with pytest.raises(TlsFailed) as caught:
            Transport(cloud).send(Request("GET", cloud.authority + PATH), Cancel())
    assert caught.value.fault is TlsFault.OTHER
    assert "trust" not in explain(caught.value).sentence


def test_a_name_that_does_not_exist_is_told_as_that(start_tenant: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_arguments: object, **_options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    tenant = start_tenant()
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NameNotFound):
        Transport(tenant.cloud).send(Request("GET", tenant.cloud.authority + PATH), Cancel())


@pytest.mark.parametrize("content", [None, b"", b"not a certificate"], ids=["missing", "empty", "nonsense"])
def test_a_stale_list_of_authorities_is_named(
    content: bytes | None, start_tenant: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "gone.pem"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    cloud = replace(start_tenant().cloud, trust_anchor=None)
    with pytest.raises(TlsFailed) as caught:
        Transport(cloud).send(Request("GET", cloud.authority + PATH), Cancel())
    assert caught.value.fault is TlsFault.STORE
    assert "SSL_CERT_FILE" in explain(caught.value).sentence


@contextmanager
def _answering(answer: bytes) -> Iterator[int]:
    """A server that answers everything with this, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                with client:
                    client.recv(4096)
                    client.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]
