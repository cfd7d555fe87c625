"""GLIMPS's own validation of a configuration, by its public rules alone (connector-integration, above v0.9.0).

And what the released version (v0.8) takes: three keys, all of them required.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from uuid import UUID

KNOWN = {
    "m365_tenant_id", "m365_client_id", "m365_client_secret", "m365_auth_mode", "m365_cert_thumbprint",
    "m365_app_object_id", "m365_cert_key_id",
}  # fmt: skip
RELEASED = {"m365_tenant_id", "m365_client_id", "m365_client_secret"}


def faults(configuration: Mapping[str, object]) -> list[str]:
    """What the connector manager refuses of it; nothing where it takes it."""
    found = [f"{key} is not known" for key in configuration if key not in KNOWN]
    values = {key: value for key, value in configuration.items() if isinstance(value, str)}
    found += [f"{key} is no text" for key in configuration.keys() - values.keys()]
    if not _is_uuid(values.get("m365_tenant_id", "")):
        found.append("no tenant")
    if values.get("m365_client_id") and not _is_uuid(values["m365_client_id"]):
        found.append("client is no UUID")
    for key in ("m365_app_object_id", "m365_cert_key_id"):
        if values.get(key) and not _is_uuid(values[key]):
            found.append(f"{key} is no UUID")
    thumbprint = values.get("m365_cert_thumbprint", "")
    if thumbprint and not re.fullmatch(r"[0-9a-fA-F]{40}", thumbprint):
        found.append("thumbprint is not 40 hexadecimal digits")
    match values.get("m365_auth_mode") or "secret":
        case "secret":
            found += [] if values.get("m365_client_secret") else ["no secret"]
        case "certificate":
            found += [] if thumbprint else ["no thumbprint"]
        case "federated":
            pass
        case mode:
            found.append(f"mode {mode} is not known")
    return found


def released_faults(configuration: Mapping[str, object]) -> list[str]:
    """What v0.8 refuses: it knows three keys, and wants each of them."""
    unknown = [f"{key} is not known" for key in configuration if key not in RELEASED]
    return unknown + [f"no {key}" for key in sorted(RELEASED) if not configuration.get(key)]


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
