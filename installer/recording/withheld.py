"""What never gets into a recording: secrets, tokens, keys and codes. Only the claims of a token are kept."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

WITHHELD: Final = "(withheld)"
JWT: Final = "(jwt)"
"""The key of the claims, in the object that replaces a token."""
_TOKENS: Final = frozenset({"access_token", "id_token", "client_assertion", "assertion", "proof"})
_SECRETS: Final = frozenset(
    {
        *("secrettext", "client_secret", "password", "refresh_token", "client_info", "nonce", "state"),
        *("code", "code_verifier", "code_challenge", "device_code", "user_code"),
        *("key", "hint", "passphrase", "session_state", "login_hint", "id_token_hint", "samlresponse"),
    }
)
"""Names of fields, in lower case, whose values are withheld everywhere, except for `_OF_FORMS`."""
_OF_FORMS: Final = frozenset({"code", "state"})
"""Those that are secret in a form only: in Graph's JSON they are an error's code and a policy's state."""
_FORM: Final = frozenset({"grant_type", "session_state", "error_description", "error"})
_SPENT: Final = frozenset({"nonce", "aio", "rh", "uti", "at_hash", "c_hash", "sid", "jti", "puid", "deviceid"})
"""Claims that identify a single token or sign-in, and are of no use."""


def without_secrets(document: Any) -> Any:
    """The JSON document or form without its secrets, which the names of its fields identify."""
    if isinstance(document, Mapping):
        return {name: _kept(name, value, document) for name, value in document.items()}
    if isinstance(document, list):
        return [without_secrets(item) for item in document]
    return document


def secrets_in(document: Any) -> Iterator[str]:
    """The secret strings in a document, to mask them elsewhere: an answer can quote its request."""
    if isinstance(document, Mapping):
        for name, value in document.items():
            if isinstance(value, str) and (_is_secret(name, document) or name.lower() in _TOKENS):
                yield value
            yield from secrets_in(value)
    elif isinstance(document, list):
        for item in document:
            yield from secrets_in(item)


def mask(document: Any, secrets: Iterable[str]) -> Any:
    """The document with each of these strings masked wherever it occurs, if it has more than three characters."""
    known = sorted({secret for secret in secrets if len(secret) > 3}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, known))) if known else None
    return _replaced(document, pattern) if pattern else document


def _replaced(document: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(document, Mapping):
        return {pattern.sub(WITHHELD, name): _replaced(value, pattern) for name, value in document.items()}
    if isinstance(document, list):
        return [_replaced(item, pattern) for item in document]
    return pattern.sub(WITHHELD, document) if isinstance(document, str) else document


def _is_secret(name: str, document: Mapping[str, Any]) -> bool:
    lower = name.lower()
    if lower in _OF_FORMS:
        return bool(_FORM & document.keys()) or {"code", "state"} <= document.keys()
    return lower in _SECRETS


def _kept(name: str, value: Any, document: Mapping[str, Any]) -> Any:
    if isinstance(value, str) and name.lower() in _TOKENS:
        return _claims(value)
    if _is_secret(name, document) and value and not isinstance(value, bool | int | float):
        return WITHHELD
    if name.lower() == "claims" and isinstance(value, str) and (demanded := _json(value)) is not None:
        return without_secrets(demanded)  # a claims challenge: JSON in a string
    return without_secrets(value)


def _claims(token: str) -> Any:
    """The claims and the algorithm of a JWT (RFC 7519), without its signature and the `_SPENT` claims."""
    parts = token.split(".")
    if len(parts) != 3:
        return WITHHELD
    header, claims = (_json(_decoded(part)) for part in parts[:2])
    if not isinstance(header, dict) or not isinstance(claims, dict):
        return WITHHELD
    kept = {name: value for name, value in claims.items() if name.lower() not in _SPENT}
    return {JWT: without_secrets(kept), "alg": str(header.get("alg", ""))}


def _decoded(part: str) -> str:
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode()
    except ValueError:
        return ""


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
