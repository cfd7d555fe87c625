"""The embedded tenant: starts its three servers, and shows tests its state and its records."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from installer.demo.backend import Backend, Canaries, Exchange, Record
from installer.demo.certificates import server_certificate
from installer.demo.directory import Directory
from installer.demo.entra.federation import Issuer
from installer.demo.entra.gateway import EntraGateway
from installer.demo.faults import Faults
from installer.demo.graph.gateway import GraphGateway
from installer.demo.http_server import Handler, Request, Response, Server
from installer.demo.replication import Replication, Summary
from installer.demo.scenarios import CLEAN, Scenario
from installer.demo.seeding import grant_declared_roles, seeded
from installer.model import Cloud


class Tenant:
    """A small but faithful Entra and Microsoft Graph on loopback; a context manager, which runs while it is entered.

    `latency` is the simulated round trip before every API answer, in seconds; `now` the clock for delays and lifetimes;
    `device_interval` the polling interval of the device code flow, in seconds.
    """

    def __init__(
        self,
        scenario: Scenario = CLEAN,
        *,
        latency: float = 0.0,
        now: Callable[[], float] = time.time,
        device_interval: int = 1,
    ) -> None:
        certificate = server_certificate()
        self.scenario = scenario
        self.ca_pem = certificate.ca_pem
        self.faults = Faults(scenario.faults)
        self._server = Server(now)
        graph, entra, page = _LateHandler(), _LateHandler(), _LateHandler()
        graph_site = self._server.add(graph, certificate.context)
        entra_site = self._server.add(entra, certificate.context)
        page_site = self._server.add(page)
        self.backend = Backend(
            scenario,
            seeded(scenario, graph_site.origin, now()),
            Replication(scenario.delays, scenario.seed),
            self.faults,
            Canaries(),
            Record(),
            Record(),
            entra_site.origin,
            graph_site.origin,
            page_site.origin,
            now,
            latency,
            self._server.stopping,
            Issuer(now=now),
        )
        self.backend.canaries.note(*(secret.value for secret in self.state.secrets))
        gateway = EntraGateway(self.backend, device_interval)
        graph.handler, entra.handler, page.handler = GraphGateway(self.backend).answer, gateway.answer, gateway.page
        self.cloud = Cloud(
            id="demo",
            name="Demo",
            authority=entra_site.origin,
            graph=graph_site.origin,
            first_party_client=scenario.first_party_client,
            trust_anchor=certificate.ca_pem,
        )

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stops every server; returns when no thread or socket is left."""
        self._server.stop()

    @property
    def state(self) -> Directory:
        """The tenant's present state."""
        return self.backend.directory

    @property
    def issuer(self) -> Issuer:
        """The issuer of the tokens that the tenant exchanges for applications with a federated credential."""
        return self.backend.issuer

    @property
    def requests(self) -> tuple[Exchange, ...]:
        """The requests to Microsoft Graph, in order."""
        return self.backend.graph_record.snapshot()

    @property
    def entra_requests(self) -> tuple[Exchange, ...]:
        """The requests to the token service and its pages, in order."""
        return self.backend.entra_record.snapshot()

    @property
    def issued(self) -> frozenset[str]:
        """Every secret, token and code that the tenant issued or received: canaries for leak tests."""
        return self.backend.canaries.snapshot()

    @property
    def replication(self) -> Summary:
        """The delays that the run had to wait for."""
        return self.backend.replication.summary()

    def consent_as_another_administrator(self, app_id: str) -> None:
        """Grants the Microsoft Graph app roles that the application declares, as somebody else in the portal would."""
        with self.state.lock:
            if not grant_declared_roles(self.state, app_id, self.backend.now()):
                raise LookupError(app_id)


class _LateHandler:
    """A handler that is set after its site exists: the gateways must know the ports first."""

    def __init__(self) -> None:
        self.handler: Handler = _closed

    def __call__(self, request: Request) -> Response:
        return self.handler(request)


def _closed(_request: Request) -> Response:
    return Response(503)
