"""Parses what a person types or pastes into the values that the engine takes; raises the product's own errors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from uuid import UUID

from installer.errors.certificates import InvalidAudience, InvalidIssuer, InvalidSubject, NotAToken
from installer.errors.files import FileFault, InvalidProxyAuthFile, UnreadableFile
from installer.errors.usage import (
    ControlInName,
    EmptySecret,
    InvalidGuid,
    InvalidName,
    InvalidTenant,
    NameTooLong,
    SecretIdGiven,
)
from installer.files import read_limited, text_of
from installer.foreign import is_plain
from installer.model import ProxyAccount, Secret

LONGEST_CLAIM: Final = 600
"""The most characters of an issuer, a subject or an audience (Microsoft, federatedIdentityCredential)."""
LONGEST_NAME: Final = 120
"""The most characters of a single-tenant application's name (Microsoft, supported accounts validation)."""
_GUID: Final = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_ISSUER: Final = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[!-~]*)?")
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
"""A signed JWT in its compact form (RFC 7515 §7.1)."""
_DOMAIN: Final = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}")


def read_guid(text: str, what: str) -> str:
    """A GUID in its usual form, in lower case; raises `InvalidGuid`, where `what` names the option or field."""
    try:
        return str(UUID(text.strip()))
    except ValueError:
        raise InvalidGuid(what, text) from None


def read_tenant(text: str) -> str:
    """A directory (tenant) ID or a domain, in lower case; raises `InvalidTenant`."""
    plain = text.strip()
    if not _GUID.fullmatch(plain) and not _DOMAIN.fullmatch(plain):
        raise InvalidTenant(text)
    return plain.lower()


def read_name(text: str) -> str:
    """An application's display name without white space around it.

    Raises `InvalidName`, `NameTooLong` and `ControlInName`.
    """
    plain = text.strip()
    if len(plain) > LONGEST_NAME:
        raise NameTooLong(text, len(plain))
    if not plain:
        raise InvalidName(text)
    for sign in plain:
        if not is_plain(sign):
            raise ControlInName(text, f"U+{ord(sign):04X}")
    return plain


def read_proxy_account(path: Path) -> ProxyAccount:
    """The proxy account in a file: the user name on the first line, the password on the second.

    Raises `UnreadableFile` and `InvalidProxyAuthFile`.
    """
    text = text_of(read_limited(path))
    if text is None:
        raise UnreadableFile(str(path), FileFault.NOT_UTF8)
    lines = text.splitlines()
    if len(lines) < 2 or not lines[0].strip() or not lines[1] or any(line.strip() for line in lines[2:]):
        raise InvalidProxyAuthFile(str(path))
    return ProxyAccount(lines[0].strip(), Secret(lines[1]))


def read_client_secret(text: str) -> Secret:
    """A client secret's value without the white space that copying adds.

    Raises `EmptySecret`, and `SecretIdGiven` for the secret's ID, which the portal shows beside the value.
    """
    plain = text.strip()
    if not plain:
        raise EmptySecret
    if _GUID.fullmatch(plain):
        raise SecretIdGiven
    return Secret(plain)


def read_issuer(text: str) -> str:
    """The issuer of a federation, unchanged: Microsoft compares it byte for byte, including a final slash.

    No field can contain wildcards (Microsoft, considerations for federated identity credentials). Raises
    `InvalidIssuer`.
    """
    if not _ISSUER.fullmatch(text) or len(text) > LONGEST_CLAIM or set(text) & set('?#*@\\"<>'):
        raise InvalidIssuer(text)
    return text


def read_subject(text: str) -> str:
    """The subject of a federation, unchanged; raises `InvalidSubject`."""
    if not _is_claim(text):
        raise InvalidSubject(text)
    return text


def read_audience(text: str) -> str:
    """The audience of a federation, unchanged; raises `InvalidAudience`."""
    if not _is_claim(text) or " " in text:
        raise InvalidAudience(text)
    return text


def read_token(text: str, path: str) -> Secret:
    """The token in a file's text, without white space around it; raises `NotAToken`, which names `path`."""
    plain = text.strip()
    if not _TOKEN.fullmatch(plain):
        raise NotAToken(path)
    return Secret(plain)


def _is_claim(text: str) -> bool:
    return 1 <= len(text) <= LONGEST_CLAIM and text == text.strip() and text.isprintable() and "*" not in text
