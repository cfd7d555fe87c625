"""The proof that an application holds one of its keys, which it needs to exchange them by itself.

(Microsoft, "Generate proof of possession tokens for rolling keys".)
"""

from __future__ import annotations

import base64
from typing import Final

import jwt

from installer.model import Certificate

AUDIENCES: Final = ("00000002-0000-0000-c000-000000000000", "00000003-0000-0000-c000-000000000000")
"""Azure AD Graph as documented, and Microsoft Graph, which is reported to be wanted at times."""
PROOF_SECONDS: Final = 600
"""The longest that a proof may hold."""
_EARLIER: Final = 60
"""Seconds by which it begins earlier, for clocks that are a little behind."""


def proof_of_possession(key: Certificate, object_id: str, audience: str, now: float) -> str:
    """A JWT signed with the key; `object_id` is the app registration's, `now` Microsoft's time since 1970.

    Its thumbprint has no padding: a “=” has the proof refused.
    """
    begins = int(now) - _EARLIER
    thumbprint = base64.urlsafe_b64encode(bytes.fromhex(key.thumbprint_sha1)).decode().rstrip("=")
    claims = {"aud": audience, "iss": object_id, "nbf": begins, "exp": begins + PROOF_SECONDS}
    headers = {"x5t": thumbprint, "kid": key.thumbprint_sha1}
    return jwt.encode(claims, key.private_key.reveal(), algorithm="RS256", headers=headers)
