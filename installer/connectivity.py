"""Checks before the sign-in whether Microsoft can be reached, so that proxies and TLS inspection show up early."""

from __future__ import annotations

import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.network import NotMicrosoft
from installer.errors.sign_in import ListenerFailed
from installer.model import Cloud
from installer.transport import Request, Transport


def check_connectivity(cloud: Cloud, transport: Transport, cancel: Cancel) -> tuple[SetupError, ...]:
    """The obstacles found: a `NetworkError` for each host, `ListenerFailed` for this computer; empty if there are none.

    Requests the sign-in host's discovery document, and a Graph resource without a token: both answer in JSON, unlike
    the page of a web filter. Raises `Cancelled`.
    """

    def sign_in() -> None:
        _ask(transport, cancel, f"{cloud.authority}/organizations/v2.0/.well-known/openid-configuration", "issuer")

    def graph() -> None:
        _ask(transport, cancel, f"{cloud.graph}/v1.0/organization", "error")

    with ThreadPoolExecutor(3, thread_name_prefix="connectivity") as pool:
        found = list(pool.map(_fault_of, (sign_in, graph, _listen)))
    cancel.check()
    return tuple(fault for fault in found if fault)


def _fault_of(look: Callable[[], None]) -> SetupError | None:
    try:
        look()
    except SetupError as error:
        return error
    return None


def _ask(transport: Transport, cancel: Cancel, url: str, key: str) -> None:
    response = transport.send(Request("GET", url, may_abandon=True), cancel)
    document = response.json()
    if not isinstance(document, dict) or key not in document:
        raise NotMicrosoft(response.host, response.status)


def _listen() -> None:
    """Checks that a port of this computer can be opened and reached, as the browser's redirect needs one."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), 5):
            pass
    except OSError as error:
        raise ListenerFailed(error.strerror or str(error)) from error
