"""Only the two origins of the chosen cloud are sent anything, whatever an answer names, and only https is opened."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from installer import engine
from installer.cancel import Cancel
from installer.config.manifest import load_manifest
from installer.demo.certificates import server_certificate
from installer.demo.http_server import Request, Response, Server
from installer.errors.base import ExitCode
from installer.errors.network import OtherHost
from installer.errors.sign_in import UntrustedAnswer
from installer.events import Event, SignInBrowser, SignInDeviceCode
from installer.model import Cloud, GivenSecret, Secret
from installer.sign_in import AppSignIn
from installer.transport import Request as Asked
from installer.transport import Transport
from tests.core.scripted import JSON, lab

TENANT = "5d0ae6c1-7a3e-4b58-9f0b-2f6c5b8d9e01"
ELSEWHERE = "https://login.evil.example"
SECRET = "a-secret-that-must-not-leave"


@contextmanager
def cloud_that_names(**endpoints: str) -> Iterator[tuple[Cloud, list[Request], list[Request]]]:
    """A sign-in host whose discovery document names these endpoints, `{other}` being another host that listens.

    Gives what each of the two was asked.
    """
    certificate = server_certificate()
    server, asked, strayed = Server(), list[Request](), list[Request]()

    def stray(request: Request) -> Response:
        strayed.append(request)
        return Response(200, JSON, json.dumps({"access_token": "x", "device_code": "d", "user_code": "u"}).encode())

    def sign_in(request: Request) -> Response:
        asked.append(request)
        base = f"{site.origin}/{TENANT}"
        document: dict[str, Any] = {
            "issuer": f"{base}/v2.0",
            "authorization_endpoint": f"{base}/authorize",
            "token_endpoint": f"{base}/token",
            "device_authorization_endpoint": f"{base}/devicecode",
        }
        hosts = {"other": other.origin, "host": site.origin, "graph": graph.origin}
        told = {name: value.format(**hosts) for name, value in endpoints.items()}
        if request.target.endswith("/devicecode"):
            document = {"device_code": "d", "user_code": "u", "verification_uri": "https://x.example", **told}
        return Response(200, JSON, json.dumps({**document, **told}).encode())

    site = server.add(sign_in, certificate.context)
    other = server.add(stray, certificate.context)
    graph = server.add(stray, certificate.context)
    server.start()
    try:
        yield Cloud("lab", "Lab", site.origin, graph.origin, trust_anchor=certificate.ca_pem), asked, strayed
    finally:
        server.stop()


@pytest.mark.parametrize(
    "endpoint",
    [
        f"{ELSEWHERE}/token",
        "{other}/token",
        "{graph}/token",
        "{host}.evil.example/token",
        "{host}@login.evil.example/token",
        "http://localhost:9/token",
        "//login.evil.example/token",
        "",
    ],
)
def test_a_secret_does_not_go_to_a_token_endpoint_elsewhere(endpoint: str) -> None:
    with cloud_that_names(token_endpoint=endpoint) as (cloud, asked, strayed):
        transport = Transport(cloud)
        with pytest.raises((OtherHost, UntrustedAnswer)) as caught:
            AppSignIn(cloud, TENANT, transport, Cancel()).token("app", GivenSecret(Secret(SECRET)))
        transport.close()
    assert caught.value.exit_code in (ExitCode.NETWORK, ExitCode.SIGN_IN)
    assert strayed == []
    assert not [request for request in asked if SECRET.encode() in request.body]


def connect(cloud: Cloud, method: engine.SignInMethod, report: Callable[[Event], None]) -> None:
    destination = engine.Destination(load_manifest(), cloud, proxy=lambda _url: None)
    engine.connect(destination, method, Cancel(), report)


def test_no_code_is_asked_for_elsewhere() -> None:
    names = cloud_that_names(device_authorization_endpoint="{other}/devicecode")
    with names as (cloud, _, strayed), pytest.raises(OtherHost) as caught:
        connect(cloud, engine.DeviceCode(), lambda _event: None)
    assert (caught.value.host, strayed) == ("localhost", [])


@pytest.mark.parametrize(
    "address",
    [
        "http://login.evil.example/authorize",
        "smb://evil.example/share",
        "javascript:alert(1)",
        "ms-settings:privacy",
        "https:///authorize",
        "https://[::1/authorize",
        "https://x.example/\r\nforged",
        "https://x.example/\u202egnp",
        "-opt",
        "",
    ],
)
def test_only_https_is_opened_or_told(address: str) -> None:
    opened: list[str] = []
    told: list[Event] = []
    with cloud_that_names(authorization_endpoint=address, verification_uri=address) as (cloud, _, _):
        for method in (engine.Browser(opened.append), engine.DeviceCode()):
            with pytest.raises(UntrustedAnswer):
                connect(cloud, method, told.append)
    assert opened == []
    assert not [event for event in told if isinstance(event, SignInBrowser | SignInDeviceCode)]


@pytest.mark.parametrize(
    "url",
    [
        "https://graph.example.evil.example/v1.0/me",
        "https://graph.example@evil.example/v1.0/me",
        "https://graph.example:444/v1.0/me",
        "http://graph.example/v1.0/me",
        "https://graph.example",
        "//graph.example/v1.0/me",
        "https://[graph.example/v1.0/me",
        "",
    ],
)
def test_the_transport_refuses_before_anything_is_sent(url: str) -> None:
    def proxy(url: str) -> str | None:
        raise AssertionError(url)

    with pytest.raises(OtherHost):
        Transport(lab("https://graph.example"), proxy=proxy).send(Asked("GET", url), Cancel())
