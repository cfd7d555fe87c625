"""What the program never does: plain text, weak TLS, a redirect followed, another host, a code used twice."""

from __future__ import annotations

import json
import re
import socket
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from installer.cancel import Cancel
from installer.demo import INSTANT, SCENARIOS, Tenant
from installer.demo.certificates import server_certificate
from installer.demo.http_server import Request, Response, Server
from installer.errors.network import NetworkError, NotMicrosoft
from installer.graph import Graph
from installer.model import Secret
from installer.transport import Request as Asked
from installer.transport import Response as Answered
from installer.transport import Transport
from tests.core.scripted import lab
from tests.faults.commands import JOURNEYS, Journey, Person, started
from tests.figures import Figures
from tests.house.source import sources

OFF = re.compile(
    r"verify\s*=\s*False|CERT_NONE|check_hostname\s*=|_create_unverified|disable_warnings|trust_env\s*=\s*True"
)
_connecting: list[Callable[[str, object], None]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook (PEP 578) hears of each connection, whoever opens it."""
    if event in ("socket.connect", "socket.getaddrinfo") and _connecting:
        _connecting[-1](event, arguments[1] if event == "socket.connect" else arguments[0])


sys.addaudithook(_watch)


@pytest.fixture
def contacted() -> Iterator[set[object]]:
    """Every address that the program itself connects to; the administrator before the browser is another person."""
    seen: set[object] = set()

    def note(event: str, address: object) -> None:
        if not threading.current_thread().name.startswith(("demo-administrator", "embedded-tenant")):
            seen.add(address[1] if isinstance(address, tuple) else address)

    _connecting.append(note)
    yield seen
    _connecting.clear()


def test_nothing_in_the_source_turns_the_judgement_of_certificates_off() -> None:
    found = {source.name for source in sources("installer") if OFF.search(source.text) and "/demo/" not in source.name}
    assert found == set()
    assert OFF.search("requests.get(url, verify=False)"), "the search does find it"


@pytest.mark.parametrize("url", ["http://localhost:{port}/", "ftp://localhost:{port}/", "gopher://localhost:{port}/"])
def test_only_https_has_a_way_out(url: str, contacted: set[object]) -> None:
    address = url.format(port=9)
    with pytest.raises(NetworkError):
        Transport(lab(address.rstrip("/"))).send(Asked("GET", address, {"Authorization": "Bearer x"}), Cancel())
    assert not contacted


def test_only_tls_1_2_and_1_3_are_offered() -> None:
    """As the supported_versions of the greeting say (RFC 8446 §4.2.1)."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"https://localhost:{server.getsockname()[1]}/"

        def ask() -> None:
            with suppress(NetworkError):
                Transport(lab(url.rstrip("/"))).send(Asked("GET", url), Cancel())

        client = threading.Thread(target=ask)
        client.start()
        connection, _ = server.accept()
        with connection:
            hello = connection.recv(4096)
        client.join()
    extension = hello.index(b"\x00\x2b\x00", 60)
    count = hello[extension + 4]
    versions = hello[extension + 5 : extension + 5 + count]
    assert {versions[start : start + 2] for start in range(0, count, 2)} == {b"\x03\x03", b"\x03\x04"}


class Elsewhere:
    """Two hosts: one that redirects every request to the other, which notes what it is sent."""

    def __init__(self, status: int) -> None:
        certificate = server_certificate()
        self.ca_pem, self.asked = certificate.ca_pem, list[Request]()
        self._server = Server()
        other = self._server.add(self._note, certificate.context)
        self.first = self._server.add(
            lambda _request: Response(status, {"Location": other.origin}), certificate.context
        )

    def __enter__(self) -> Elsewhere:
        self._server.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._server.stop()

    def _note(self, request: Request) -> Response:
        self.asked.append(request)
        return Response(200, {"Content-Type": "application/json"}, b"{}")


class Bearer:
    bearer = Secret("a-token")

    def renew(self, refused: Secret, claims: str | None) -> None:
        raise AssertionError


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "DELETE"])
def test_a_redirect_is_never_followed(status: int, method: str) -> None:
    with Elsewhere(status) as elsewhere:
        cloud = lab(elsewhere.first.origin, elsewhere.ca_pem)
        graph = Graph(cloud, Bearer(), Transport(cloud), Cancel())
        calls: dict[str, Callable[[], object]] = {
            "GET": lambda: graph.get("/me"),
            "POST": lambda: graph.post("/me", {}),
            "PATCH": lambda: graph.patch("/me", {}),
            "DELETE": lambda: graph.delete("/me"),
        }
        with pytest.raises(NotMicrosoft):
            calls[method]()
        assert elsewhere.asked == []


@pytest.mark.parametrize(
    "link", ["https://evil.example/v1.0/x", "http://{host}/v1.0/x", "https://{host}.evil.example/v1.0/x"]
)
def test_a_next_page_elsewhere_is_never_asked_for(link: str) -> None:
    origin = "https://graph.invalid"
    page = {"value": [], "@odata.nextLink": link.format(host="graph.invalid")}

    class Paging(Transport):
        def __init__(self) -> None:
            """Without the sockets of a true one."""

        def send(self, request: Asked, cancel: Cancel) -> Answered:
            assert request.url == f"{origin}/v1.0/me"
            return Answered("graph.invalid", 200, {}, json.dumps(page).encode())

    graph = Graph(lab(origin), Bearer(), Paging(), Cancel())
    with pytest.raises(NotMicrosoft):
        graph.all("/me")


@pytest.mark.matrix
@pytest.mark.parametrize("journey", JOURNEYS, ids=str)
def test_only_the_two_hosts_of_the_cloud_are_contacted_in_a_whole_run(
    journey: Journey, contacted: set[object], figures: Figures, tmp_path: Path
) -> None:
    with (
        started(journey, tmp_path / "work") as (tenant, person),
        figures.case("boundaries: hosts contacted in a whole run"),
    ):
        contacted.clear()
        assert person.run(journey.argv) in journey.again
        ports = {urlsplit(origin).port for origin in (tenant.cloud.authority, tenant.cloud.graph)}
        assert contacted - {"localhost"} == ports


@pytest.mark.parametrize("number", [0, 1], ids=["browser", "device-code"])
def test_each_code_is_redeemed_once(number: int, tmp_path: Path) -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        person = Person(tenant, tmp_path)
        assert person.run(JOURNEYS[number].argv) == 0
        assert person.run(JOURNEYS[number].argv) == 0
        answered = [request for request in tenant.entra_requests if request.status == 200]
        forms = [request.body for request in answered if request.path.endswith("/token")]
        codes = Counter(form.get("device_code") or form.get("code") for form in forms) - Counter({None: 99})
        assert len(codes) == 2
        assert set(codes.values()) == {1}
        verifiers = {form["code_verifier"] for form in forms if "code_verifier" in form}
        assert len(verifiers) == (2 if number == 0 else 0), "PKCE, anew for each sign-in"


def test_a_name_cannot_command_the_terminal(tmp_path: Path) -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        tenant.state.display_name = "Contoso\x1b]0;evil\x07\x1b[2J\x9b31m\r"
        person = Person(tenant, tmp_path)
        assert person.run(JOURNEYS[1].argv) == 0
        said = person.said.getvalue()
        assert "Contoso\\u001b]0;evil\\u0007" in said
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", said)
