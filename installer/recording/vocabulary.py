"""Words that are kept in a recorded message: common English, Microsoft's terms, and names from the API.

Every other word may be a customer's name and gets a pseudonym. A list of dangerous words would not do: recordings are
made for messages that nobody has seen before.
"""

from __future__ import annotations

import re
from typing import Final

from zxcvbn.frequency_lists import FREQUENCY_LISTS

_ENGLISH: Final = frozenset(FREQUENCY_LISTS["english_wikipedia"]) | frozenset(FREQUENCY_LISTS["us_tv_and_film"])
_TERMS: Final = frozenset(
    re.findall(
        r"\w+",
        "aad aadsts ad org access acr activate active admin administrator admins allow api apis app appid apps arm "
        "audience auth authenticator azure azureactivedirectory backend basic bearer blocked boolean browser cae "
        "cannot cert certificate certs changed cidr claims client cloud code conditional config consent contains "
        "cors cp credential csp daemon datetime dev device devops dns does email endpoint entitlement entra error "
        "ests exchange expired false fido grant graph guid hash header hidden hint host href html http https id idp "
        "ids int invalid ip ipv json jwks jwt kerberos key keycredential keyid location login logout manage max mfa "
        "microsoft min mobile msa msal msi my myapps mygroup namespace nonce ntlm null oauth odata ods office oid "
        "onboarding onedrive online openid otp params passkey passthrough password passwords permission pfx phone "
        "pim pkce plugin portal post preauthorized prem premium prompt proxy pwd query rbac read realm redirect "
        "regex repo resubmit rh role root saml scim scope scopes sdk secret security server session sharepoint sid "
        "signin sites sku skype spo sql sso sts sub suberror subscription suppress teams tenant test tls token totp "
        "ietf urn jwt "
        "true ttl uid unauthorized unicode unlicensed updated upn uri uris url urls user username users usgov utc "
        "uuid value verify via visit web webhook whitelisted windows workload www xml ",
    )
)
_PATTERNS: Final = re.compile(
    r"AADSTS\d+|v?\d{1,6}(\.\d{1,2}){0,2}|(?:oauth|saml|ipv|sha|utf|rfc|http|x|o|m|p|rs|ps|c|cp)-?\d{1,4}"
    r"|(?:Pending)?\d{8}T\d{6}Z",
    re.IGNORECASE,
)
"""Words with digits that identify nobody."""
_CAMEL: Final = re.compile(r"(?:[Oo]auth|[Ss]aml|[Bb]ase)\d+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^A-Za-z]+")


def is_known(word: str) -> bool:
    """Whether a word, or every part of a compound (`uniqueName`, `Request_BadRequest`), is a known one."""
    if _PATTERNS.fullmatch(word):
        return True
    parts = _CAMEL.findall(word)
    return "".join(parts) == word and all(_is_part(part) for part in parts)


def _is_part(part: str) -> bool:
    lower = part.lower()
    return (
        lower.rstrip("0123456789") in _TERMS
        or lower in _ENGLISH
        or bool(re.fullmatch(r"[_'’.-]+", part))
        or (len(part) == 1 and part.isalpha())
    )
