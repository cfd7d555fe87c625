"""A payload in the formats of GLIMPS's own software: Connector manager, sharepoint.yml, Compose, environment."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from installer.bundle.payload import Payload, SecretCredential, connector_values, in_clear, to_json
from installer.errors.usage import InvalidClientName, NoSuchForm

_SERVICE: Final = "onedrive-connector"
"""The service's name in GLIMPS's docker-compose.yml."""
_CLIENT_NAME: Final = re.compile(r"[a-z0-9]+")
_SAFE_IN_ENVIRONMENT: Final = re.compile(r"[A-Za-z0-9._-][A-Za-z0-9~._-]*")
_UNPRINTABLE_IN_YAML: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that YAML 1.2 §5.1 requires to be escaped but JSON does not; also line separators, for older readers."""


class Format(StrEnum):
    """The values of `open --format`."""

    JSON = "json"
    ENV = "env"
    YAML = "yaml"
    COMPOSE = "compose"
    CONSOLE = "console"
    PATCH = "patch"


def client_name(domain: str) -> str:
    """A name for the tenant in the connector's configuration: letters and digits of its domain's first label."""
    return re.sub(r"[^a-z0-9]", "", domain.partition(".")[0].lower()) or "client"


def render(payload: Payload, form: Format, client: str) -> str:
    """The payload in this format, as plain text. `client` names the tenant in the connector's configuration.

    It must match `[a-z0-9]+`: GLIMPS's deployment guide writes test1 as TEST1 in the environment, and does not say how
    other characters are written. Raises InvalidClientName, and NoSuchForm for a credential for which GLIMPS does not
    document this format.
    """
    if not _CLIENT_NAME.fullmatch(client):
        raise InvalidClientName(client)
    match form:
        case Format.JSON:
            return to_json(payload).decode()
        case Format.CONSOLE:
            return _lines(f"{key}: {value}" for key, value in connector_values(payload).items())
        case Format.PATCH:
            return json.dumps(connector_values(payload), ensure_ascii=False, indent=2) + "\n"
        case Format.COMPOSE:
            return _compose(payload, client)
        case Format.YAML:
            return _yaml(payload, client)
        case Format.ENV:
            return _environment(payload, client)


def _environment(payload: Payload, client: str) -> str:
    """Lines for a shell: the one variable that GLIMPS's guide documents; the values of sharepoint.yml as comments.

    For a certificate or a federation no variable is documented.
    """
    section = f"# clients.{client}.m365-client"
    lines = [f"{section}.id: {payload.application.client_id}", f"{section}.tenant: {payload.tenant.id}"]
    if isinstance(payload.credential, SecretCredential):
        secret = _quoted_in_environment(in_clear(payload.credential))
        lines.append(f"{_variable(client)}={secret}")
    return _lines(lines)


def _compose(payload: Payload, client: str) -> str:
    """docker-compose.override.yml with the variable, because the base file reads no .env (GLIMPS's guide)."""
    if not isinstance(payload.credential, SecretCredential):
        raise NoSuchForm(Format.COMPOSE.value)
    # Compose interpolates what follows a dollar sign, unless it is doubled (Docker, Compose file: interpolation).
    secret = _quoted_in_yaml(in_clear(payload.credential).replace("$", "$$"))
    lines = ["services:", f"  {_SERVICE}:", "    environment:", f"      {_variable(client)}: {secret}"]
    return _lines(lines)


def _variable(client: str) -> str:
    return f"SHAREPOINT_CLIENTS_{client.upper()}_M365_CLIENT_SECRET"


def _yaml(payload: Payload, client: str) -> str:
    """The client's section of sharepoint.yml.

    `api-url`, the connector's public address for webhooks, is known to its owner only, and so left as a comment
    (GLIMPS's guide).
    """
    lines = [
        "clients:",
        f"  {_quoted_in_yaml(client)}:",
        "    m365-client:",
        f"      id: {_quoted_in_yaml(payload.application.client_id)}",
        f"      tenant: {_quoted_in_yaml(payload.tenant.id)}",
    ]
    if isinstance(payload.credential, SecretCredential):
        lines.append(f"      secret: {_quoted_in_yaml(in_clear(payload.credential))}")
    return _lines([*lines, '      # api-url: "https://…"'])


def _quoted_in_yaml(value: str) -> str:
    """A double-quoted YAML scalar: a JSON string, with the characters escaped that YAML considers unprintable."""
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE_IN_YAML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)


def _quoted_in_environment(value: str) -> str:
    """The value quoted for a POSIX shell; the secrets that Entra generates need no quotes."""
    return value if _SAFE_IN_ENVIRONMENT.fullmatch(value) else shlex.quote(value)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
