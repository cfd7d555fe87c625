"""What a client asks for: scope strings read into delegated permissions of Microsoft Graph."""

from __future__ import annotations

from dataclasses import dataclass

from installer.demo.backend import Backend
from installer.demo.directory import StoredServicePrincipal
from installer.demo.entra.errors import EntraError
from installer.demo.people import User
from installer.demo.permissions import GRAPH_APP_ID, GRAPH_SP_ID, OIDC_SCOPES, SCOPES, SCOPES_BY_NAME


@dataclass(frozen=True, slots=True)
class Asked:
    """`names` are Graph's delegated permissions; `default` stands for `/.default`; `full`: URLs were sent."""

    names: frozenset[str]
    oidc: frozenset[str]
    default: bool
    full: bool


def read_scopes(backend: Backend, text: str) -> Asked:
    """Short names, or URLs of the cloud's own Graph host. Raises EntraError."""
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
    return Asked(frozenset(names), frozenset(oidc), default, full)


def unknown_resource(resource: str) -> EntraError:
    return EntraError(
        "invalid_resource",
        500011,
        f"The resource principal named {resource} was not found in the tenant named Contoso. This can happen if the "
        "application has not been installed by the administrator of the tenant or consented to by any user in the "
        "tenant. You might have sent your authentication request to the wrong tenant.",
    )


def consented(backend: Backend, client: StoredServicePrincipal | None, user: User) -> frozenset[str]:
    """What the organization or the person already allowed the client on Microsoft Graph."""
    if client is None:
        return frozenset()
    grants = backend.directory.grants_of(client.id)
    return frozenset(
        name
        for grant in grants
        if grant["resourceId"] == GRAPH_SP_ID and grant["principalId"] in (None, user.id)
        for name in grant["scope"].split()
    )


def wanted(backend: Backend, client_id: str, asked: Asked) -> frozenset[str]:
    """The permissions behind the words: `/.default` is what the client's registration declares, or else User.Read."""
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
