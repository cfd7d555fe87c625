"""Public clients that can sign users in: their redirect URIs, the scopes they ask for, and what has consent."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from installer.demo.backend import Backend
from installer.demo.directory import StoredApplication, StoredServicePrincipal
from installer.demo.entra.errors import EntraError, unknown_client
from installer.demo.people import User
from installer.demo.permissions import GRAPH_APP_ID, GRAPH_CLI_APP_ID, GRAPH_SP_ID, OIDC_SCOPES, SCOPES, SCOPES_BY_NAME

_LOOPBACK = "http://localhost"


@dataclass(frozen=True, slots=True)
class PublicClient:
    """A client without a secret; http://localhost matches with any port (RFC 8252 §7.3)."""

    app_id: str
    name: str
    redirect_uris: tuple[str, ...]
    device_flow: bool

    def allows(self, redirect_uri: str) -> bool:
        """Whether the redirect URI is registered; for loopback addresses, with any port."""
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
    """The redirect URIs registered for native and for web clients."""
    return (*application.resource["publicClient"]["redirectUris"], *application.resource["web"]["redirectUris"])


def redirect_mismatch(client: PublicClient, redirect_uri: str) -> EntraError:
    """AADSTS50011, to be shown on a page: nothing is sent to an address that is not registered."""
    return EntraError(
        "invalid_request",
        50011,
        f"The redirect URI '{redirect_uri}' specified in the request does not match the redirect URIs configured for "
        f"the application '{client.app_id}'. Make sure the redirect URI sent in the request matches one added to your "
        "application in the Azure portal.",
    )


@dataclass(frozen=True, slots=True)
class RequestedScopes:
    """The scopes of a request: `names` of Graph's delegated permissions; `default` if `/.default`; `full` if URLs."""

    names: frozenset[str]
    oidc: frozenset[str]
    default: bool
    full: bool


def read_scopes(backend: Backend, text: str) -> RequestedScopes:
    """The scopes in a request's `scope`: short names, or URLs of the cloud's own Graph host. Raises EntraError."""
    names: set[str] = set()
    oidc: set[str] = set()
    default = full = False
    for word in text.split():
        resource, _, name = word.rpartition("/")
        if resource:
            full = True
            if resource.rstrip("/") not in (backend.graph, GRAPH_APP_ID):
                raise unknown_resource(resource)
        if name in OIDC_SCOPES:
            oidc.add(name)
        elif name == ".default":
            default = True
        elif name in SCOPES_BY_NAME:
            names.add(name)
        else:
            raise EntraError(
                "invalid_client",
                650053,
                f"The application asked for scope '{name}' that doesn't exist on the resource '{GRAPH_APP_ID}'. "
                "Contact the app vendor.",
            )
    if not text.strip():
        raise EntraError("invalid_request", 900144, "The request body must contain the following parameter: 'scope'.")
    if default and names:
        raise EntraError(
            "invalid_scope",
            70011,
            f"The provided request must include a 'scope' input parameter. The scope {text} is not valid.",
        )
    return RequestedScopes(frozenset(names), frozenset(oidc), default, full)


def unknown_resource(resource: str) -> EntraError:
    """AADSTS500011: the scope names an API that the tenant does not have."""
    return EntraError(
        "invalid_resource",
        500011,
        f"The resource principal named {resource} was not found in the tenant named Contoso. This can happen if the "
        "application has not been installed by the administrator of the tenant or consented to by any user in the "
        "tenant. You might have sent your authentication request to the wrong tenant.",
    )


def consented(backend: Backend, client: StoredServicePrincipal | None, user: User) -> frozenset[str]:
    """The delegated permissions of Microsoft Graph that the client already has, for everybody or for this user."""
    if client is None:
        return frozenset()
    grants = backend.directory.grants_of(client.id)
    return frozenset(
        name
        for grant in grants
        if grant["resourceId"] == GRAPH_SP_ID and grant["principalId"] in (None, user.id)
        for name in grant["scope"].split()
    )


def requested_permissions(backend: Backend, client_id: str, asked: RequestedScopes) -> frozenset[str]:
    """The permissions asked for; `/.default` means those the client's registration declares, or else User.Read."""
    if not asked.default:
        return asked.names
    application = backend.directory.application_by_app_id(client_id)
    declared = {
        access["id"]
        for entry in (application.resource["requiredResourceAccess"] if application else ())
        if entry["resourceAppId"] == GRAPH_APP_ID
        for access in entry["resourceAccess"]
        if access["type"] == "Scope"
    }
    return frozenset(scope.name for scope in SCOPES if scope.id in declared) or frozenset({"User.Read"})


def _same_but_port(given: str, registered: str) -> bool:
    if given == registered:
        return True
    asked, allowed = urlsplit(given), urlsplit(registered)
    if allowed.scheme != "http" or allowed.hostname != "localhost":
        return False
    return (asked.scheme, asked.hostname, asked.path.rstrip("/"), asked.query) == (
        allowed.scheme,
        allowed.hostname,
        allowed.path.rstrip("/"),
        allowed.query,
    )
