"""An answer whose connection breaks at any byte of it is lost: asked for again, or told as lost, and never misread."""

from __future__ import annotations

import gzip
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from installer.demo.certificates import server_certificate
from installer.errors.network import ConnectionLost, NotMicrosoft
from installer.graph import Graph
from installer.sign_in.entra import HttpClient
from installer.transport import Transport
from tests.core.scripted import Bearer, lab
from tests.engine import FastClock

BODY = b'{"id": "abcdefgh"}'
PACKED = gzip.compress(BODY, mtime=0)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
WHOLE = {
    "length": HEAD + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY,
    "chunks": HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(BODY), BODY),
    "packed": HEAD
    + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(PACKED), PACKED),
    "until the end": HEAD + b"Connection: close\r\n\r\n" + BODY,
}
STEP = 4
"""Cuts at every byte would take four times as long."""


def whole_request(connection: socket.socket) -> bytes:
    """The headers and the body, which may come apart: closing before the body is read would reset the connection."""
    request = connection.recv(1 << 16)
    while True:
        headers, _, body = request.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", headers)
        if len(body) >= (int(length[1]) if length else 0):
            return request
        more = connection.recv(1 << 16)
        if not more:
            return request
        request += more


@contextmanager
def speaking(*answers: bytes) -> Iterator[tuple[Graph, list[bytes]]]:
    """A Graph whose server says these bytes, a connection each, the last ones for ever; and what it was asked."""
    certificate = server_certificate()
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with suppress(OSError), certificate.context.wrap_socket(connection, server_side=True) as secured:
                    asked.append(whole_request(secured))
                    secured.sendall(answers[min(len(asked), len(answers)) - 1])

        threading.Thread(target=serve, daemon=True).start()
        origin = f"https://localhost:{server.getsockname()[1]}"
        cloud = lab(origin, certificate.ca_pem)
        transport = Transport(cloud)
        yield Graph(cloud, Bearer(), transport, FastClock()), asked
        transport.close()


def cuts(whole: bytes) -> range:
    """Places to cut at; the very last bytes of chunks say nothing."""
    return range(0, len(whole) - 5, STEP)


@pytest.mark.parametrize("whole", WHOLE.values(), ids=WHOLE)
def test_it_is_asked_for_again_where_that_does_no_harm(whole: bytes) -> None:
    for cut in cuts(whole):
        with speaking(whole[:cut], whole) as (graph, asked):
            assert graph.get("/me") == {"id": "abcdefgh"}, whole[:cut]
            assert len(asked) == 2, whole[:cut]


@pytest.mark.parametrize("whole", WHOLE.values(), ids=WHOLE)
def test_it_is_told_as_lost_where_it_may_have_had_its_effect(whole: bytes) -> None:
    for cut in cuts(whole):
        with speaking(whole[:cut], whole) as (graph, asked):
            with pytest.raises(ConnectionLost):
                graph.post("/applications/x/addPassword", {})
            assert len(asked) == 1, whole[:cut]


def test_the_token_service_is_asked_again_too() -> None:
    whole = WHOLE["length"]
    for cut in (len(HEAD) - 2, len(whole) - 2):
        with speaking(whole[:cut], whole) as (graph, asked):
            client = HttpClient(graph.cloud, graph.transport, graph.cancel)
            assert client.post(f"{graph.cloud.authority}/token", data={"grant_type": "x"}).text == BODY.decode()
            assert len(asked) == 2


def test_a_page_that_ends_with_its_connection_is_not_microsofts() -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>Please sign in to Contoso's"
    with speaking(page) as (graph, asked):
        with pytest.raises(NotMicrosoft):
            graph.get("/me")
        assert len(asked) == 1
