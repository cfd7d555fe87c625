"""What a token says of itself; it came over TLS from Microsoft's token service: its signature is not judged."""

from __future__ import annotations

import base64
import json
from typing import Any

from installer.errors.sign_in import UntrustedAnswer


def claims_of(token: str) -> dict[str, Any]:
    """The payload of a JWT (RFC 7519); raises `UntrustedAnswer` for what is none."""
    try:
        payload = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (IndexError, ValueError) as error:
        raise UntrustedAnswer("token") from error
    if not isinstance(claims, dict):
        raise UntrustedAnswer("token")
    return claims


def role_hints(token: str) -> frozenset[str]:
    """Template ids of the directory roles that an administrator's token names (`wids`): a hint, no promise.

    Microsoft calls its Graph tokens opaque to clients: one that cannot be read names none.
    """
    try:
        wids = claims_of(token).get("wids")
    except UntrustedAnswer:
        return frozenset()
    return frozenset(map(str, wids)) if isinstance(wids, list) else frozenset()
