"""Pseudonyms for what identifies a customer: the same value gets the same pseudonym within a recording, of its shape.

A GUID becomes a GUID, a domain a domain. They are HMAC-SHA-256 values (RFC 2104) under a key that the caller makes for
one recording and forgets: nobody can test guesses against them, and two recordings have no pseudonyms in common.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from typing import Final
from uuid import UUID

GUID: Final = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
MAIL: Final = re.compile(r"[^\s@'\"<>(),:;/]+@(?:[\w-]+\.)*[\w-]+")
DOMAIN: Final = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
IP: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){3,7}")
HEX: Final = re.compile(r"[0-9a-fA-F]{16,}")
THUMBPRINT: Final = re.compile(r"[A-Za-z0-9+/]{27}=")
_FIRST_PARTY: Final = re.compile(r"0000[0-9a-f]{4}-0000-(?:0000-c000|0ff1-ce00)-0000[0-9a-f]{8}", re.I)
"""Application ids of Microsoft's own services, such as Graph and SharePoint."""
_TOP: Final = frozenset({"ch", "cn", "com", "de", "es", "eu", "fr", "gov", "it", "mil", "net", "nl", "org", "uk", "us"})
_MICROSOFTS: Final = frozenset({"onmicrosoft", "sharepoint", "mail", "www"})
"""Labels of domain names that do not identify anybody."""


class Pseudonyms:
    """The pseudonyms of one recording. `public` are well-known ids, in lower case, which are not replaced.

    All methods ignore the case of letters, as directories do.
    """

    def __init__(self, key: bytes, public: frozenset[str]) -> None:
        self._key = key
        self._public = set(public)
        self._guids: dict[str, str] = {}

    def publish(self, *ids: str) -> None:
        """Adds ids that are not replaced."""
        self._public.update(known.lower() for known in ids)

    def guid(self, text: str) -> str:
        """A GUID (version 4) for a GUID; public ids and those of Microsoft's own services stay."""
        if text.lower() in self._public or _FIRST_PARTY.fullmatch(text):
            return text
        stand_in = str(UUID(bytes=self._digest("guid", text, 16), version=4))
        return self._guids.setdefault(text.lower(), stand_in)

    def digits(self, text: str) -> str:
        """As many hexadecimal digits. The beginning of a known GUID becomes the beginning of its pseudonym."""
        lower = text.lower()
        known = next((stand_in for guid, stand_in in self._guids.items() if guid.startswith(lower)), "")
        made = known[: len(text)] or self._digest("hex", text, (len(text) + 1) // 2).hex()[: len(text)]
        return made.upper() if text.isupper() else made

    def thumbprint(self, text: str) -> str:
        """A pseudonym for a certificate's SHA-1 in base64."""
        return base64.b64encode(self._digest("thumbprint", text, 20)).decode()

    def domain(self, text: str) -> str:
        """A domain name with as many labels; common top-level domains and labels of Microsoft's stay."""
        *labels, top = text.split(".")
        kept = [label if label.lower() in _MICROSOFTS else self._label(label) for label in labels]
        return ".".join([*kept, top if top.lower() in _TOP else "example"])

    def mail(self, text: str) -> str:
        """An email address or user principal name; its domain as by `domain`."""
        user, _, domain = text.rpartition("@")
        return f"u{self._digest('user', user, 4).hex()}@{self.domain(domain) if '.' in domain else self._label(domain)}"

    def address(self, text: str) -> str:
        """An IP address from the ranges for tests and documentation (RFC 2544, RFC 3849)."""
        digest = self._digest("ip", text, 6)
        if ":" in text:
            return f"2001:db8::{digest[:2].hex()}:{digest[2:4].hex()}:{digest[4:].hex()}"
        return f"198.{18 + digest[0] % 2}.{digest[1]}.{digest[2]}"

    def number(self, text: str) -> str:
        """As many decimal digits."""
        digits = str(int.from_bytes(self._digest("number", text, max(8, len(text))), "big"))
        return digits.zfill(len(text))[-len(text) :]

    def name(self, text: str) -> str:
        """A pseudonym for anything else, such as a person's name."""
        return f"name-{self._digest('name', text, 6).hex()}"

    def _label(self, text: str) -> str:
        return f"d{self._digest('label', text, 5).hex()}"

    def _digest(self, kind: str, text: str, length: int) -> bytes:
        """`length` bytes of HMAC for this kind of value; the case of letters makes no difference."""
        message = f"{kind}\0{text.casefold()}".encode("utf-8", "surrogatepass")
        digest, block = b"", 0
        while len(digest) < length:
            digest += hmac.new(self._key, bytes([block]) + message, hashlib.sha256).digest()
            block += 1
        return digest[:length]
