"""Which applications may sign a person in, and where the answer may be sent."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from installer.demo.backend import Backend
from installer.demo.directory import StoredApplication
from installer.demo.entra.errors import EntraError, unknown_client
from installer.demo.permissions import GRAPH_CLI_APP_ID

_LOOPBACK = "http://localhost"


@dataclass(frozen=True, slots=True)
class PublicClient:
    """A client without a secret; on http://localhost any port will do (RFC 8252, section 7.3)."""

    app_id: str
    name: str
    redirect_uris: tuple[str, ...]
    device_flow: bool

    def allows(self, redirect_uri: str) -> bool:
        return any(_same_but_port(redirect_uri, registered) for registered in self.redirect_uris)


def find_public_client(backend: Backend, client_id: str, tenant: str) -> PublicClient:
    """Microsoft Graph Command Line Tools, or a public client registered in the tenant. Raises EntraError 700016."""
    if client_id.lower() == GRAPH_CLI_APP_ID and backend.scenario.first_party_client:
        return PublicClient(GRAPH_CLI_APP_ID, "Microsoft Graph Command Line Tools", (_LOOPBACK,), True)
    application = backend.directory.application_by_app_id(client_id)
    if application is None:
        raise unknown_client(client_id, tenant)
    public = bool(application.resource["isFallbackPublicClient"])
    return PublicClient(
        application.app_id, str(application.resource["displayName"]), redirect_uris(application), public
    )


def redirect_uris(application: StoredApplication) -> tuple[str, ...]:
    """The registered ones, of a native and of a web client."""
    return (*application.resource["publicClient"]["redirectUris"], *application.resource["web"]["redirectUris"])


def wrong_redirect(client: PublicClient, redirect_uri: str) -> EntraError:
    """Shown on a page: nothing is ever sent to an address that is not registered."""
    return EntraError(
        "invalid_request",
        50011,
        f"The redirect URI '{redirect_uri}' specified in the request does not match the redirect URIs configured for "
        f"the application '{client.app_id}'. Make sure the redirect URI sent in the request matches one added to your "
        "application in the Azure portal.",
    )


def _same_but_port(given: str, registered: str) -> bool:
    if given == registered:
        return True
    one, other = urlsplit(given), urlsplit(registered)
    if other.scheme != "http" or other.hostname != "localhost":
        return False
    return (one.scheme, one.hostname, one.path.rstrip("/"), one.query) == (
        other.scheme,
        other.hostname,
        other.path.rstrip("/"),
        other.query,
    )
