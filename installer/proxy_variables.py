"""The proxy that the environment names (HTTPS_PROXY, ALL_PROXY, NO_PROXY), as curl and Go understand it.

There is no standard. Where programs differ, what people really write decides: an address without a scheme or a port, a
password with a raw `@`. What cannot be used is refused by the variable's name; the connection is never silently direct.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from ipaddress import ip_address, ip_network
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from installer.errors.network import UnusableProxy

NAMES: Final = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
"""In the order in which they win; that of HTTP alone is not meant for Microsoft's addresses."""
EXCEPTIONS: Final = ("no_proxy", "NO_PROXY")
_PORTS: Final = {"http": 80, "https": 443}
_ADDRESS: Final = re.compile(r"(?P<host>\[[0-9A-Fa-f:.%]+\]|[^\[\]:/?#]+)(?::(?P<port>\d{0,5}))?/?")


def named_proxy(environment: Mapping[str, str]) -> str | None:
    """The variable that names the proxy for https addresses; None where none does."""
    return next((name for name in NAMES if environment.get(name, "").strip()), None)


def variable_proxy(url: str, environment: Mapping[str, str]) -> str | None:
    """The proxy for `url`, as `http://host:port` with its sign-in; None for a direct connection.

    Raises `UnusableProxy`, which never repeats the value: it may hold a password.
    """
    name = named_proxy(environment)
    if name is None or _is_excepted(url, environment):
        return None
    scheme, separator, rest = environment[name].strip().rpartition("://")
    scheme = scheme.lower() if separator else "http"
    if scheme not in _PORTS:
        raise UnusableProxy(name, scheme)
    access, _, address = rest.rpartition("@")
    found = _ADDRESS.fullmatch(address)
    if not found or int(found["port"] or 1) not in range(1, 65536):
        raise UnusableProxy(name, "")
    return f"{scheme}://{_sign_in(access)}{found['host']}:{found['port'] or _PORTS[scheme]}"


def _sign_in(access: str) -> str:
    """User and password, percent-encoded, whether they were or not."""
    if not access:
        return ""
    user, _, password = access.partition(":")
    return f"{quote(unquote(user), safe='')}:{quote(unquote(password), safe='')}@"


def _is_excepted(url: str, environment: Mapping[str, str]) -> bool:
    """Whether an exception fits: `*`, a domain with all below it, an address or a range of them, each with a port."""
    parts = urlsplit(url)
    host, port = (parts.hostname or "").rstrip("."), parts.port or _PORTS.get(parts.scheme, 443)
    value = next((value for name in EXCEPTIONS if (value := environment.get(name, "").strip())), "")
    return any(_fits(entry, host, port) for entry in re.split(r"[\s,]+", value.lower()) if entry)


def _fits(entry: str, host: str, port: int) -> bool:
    if entry == "*":
        return True
    try:
        return ip_address(host) in ip_network(entry.strip("[]"), strict=False)
    except ValueError:  # one of them is a name, or there is a port
        pass
    named, colon, wanted = entry.rpartition(":")
    if colon and wanted.isdecimal():
        return int(wanted) == port and _fits(named, host, port)
    domain = entry.removeprefix("*").strip(".[]")
    return bool(domain) and (host == domain or host.endswith(f".{domain}"))
