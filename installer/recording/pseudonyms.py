"""Stand-ins for what names a customer: each value keeps its identity within one recording, and its shape.

A GUID becomes a GUID, a domain a domain. They are made by HMAC-SHA-256 (RFC 2104) with a key that the caller makes for
one recording and forgets: nobody can try names against them, and two recordings have no stand-in in common.
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
"""Application ids that Microsoft gave to its own services, Graph and SharePoint among them."""
_TOP: Final = frozenset({"ch", "cn", "com", "de", "es", "eu", "fr", "gov", "it", "mil", "net", "nl", "org", "uk", "us"})
_MICROSOFTS: Final = frozenset({"onmicrosoft", "sharepoint", "mail", "www"})
"""Labels of domains that say what they are, and not whose."""


class Pseudonyms:
    """The stand-ins of one recording. `public` are ids that everybody knows, which stay; in lower case."""

    def __init__(self, key: bytes, public: frozenset[str]) -> None:
        self._key = key
        self._public = set(public)
        self._guids: dict[str, str] = {}

    def publish(self, *ids: str) -> None:
        """These ids stay, too."""
        self._public.update(known.lower() for known in ids)

    def guid(self, text: str) -> str:
        if text.lower() in self._public or _FIRST_PARTY.fullmatch(text):
            return text
        stand_in = str(UUID(bytes=self._digest("guid", text, 16), version=4))
        return self._guids.setdefault(text.lower(), stand_in)

    def digits(self, text: str) -> str:
        """Hexadecimal digits, as many; the beginning of a GUID that was met before stays that of its stand-in."""
        lower = text.lower()
        known = next((stand_in for guid, stand_in in self._guids.items() if guid.startswith(lower)), "")
        made = known[: len(text)] or self._digest("hex", text, (len(text) + 1) // 2).hex()[: len(text)]
        return made.upper() if text.isupper() else made

    def thumbprint(self, text: str) -> str:
        """The SHA-1 of a certificate in base64."""
        return base64.b64encode(self._digest("thumbprint", text, 20)).decode()

    def domain(self, text: str) -> str:
        *labels, top = text.split(".")
        kept = [label if label.lower() in _MICROSOFTS else self._label(label) for label in labels]
        return ".".join([*kept, top if top.lower() in _TOP else "example"])

    def mail(self, text: str) -> str:
        user, _, domain = text.rpartition("@")
        return f"u{self._digest('user', user, 4).hex()}@{self.domain(domain) if '.' in domain else self._label(domain)}"

    def address(self, text: str) -> str:
        """An IP address, as one that is routed nowhere (RFC 2544, RFC 3849)."""
        digest = self._digest("ip", text, 6)
        if ":" in text:
            return f"2001:db8::{digest[:2].hex()}:{digest[2:4].hex()}:{digest[4:].hex()}"
        return f"198.{18 + digest[0] % 2}.{digest[1]}.{digest[2]}"

    def number(self, text: str) -> str:
        digits = str(int.from_bytes(self._digest("number", text, max(8, len(text))), "big"))
        return digits.zfill(len(text))[-len(text) :]

    def name(self, text: str) -> str:
        """Anything else: a name, an address, an opaque word."""
        return f"name-{self._digest('name', text, 6).hex()}"

    def _label(self, text: str) -> str:
        return f"d{self._digest('label', text, 5).hex()}"

    def _digest(self, kind: str, text: str, length: int) -> bytes:
        """Letters' case makes no difference: directories do not tell it apart."""
        message = f"{kind}\0{text.casefold()}".encode("utf-8", "surrogatepass")
        digest, block = b"", 0
        while len(digest) < length:
            digest += hmac.new(self._key, bytes([block]) + message, hashlib.sha256).digest()
            block += 1
        return digest[:length]
