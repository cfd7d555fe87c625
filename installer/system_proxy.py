"""The system's proxy settings, including automatic configuration (PAC, WPAD), read through Qt.

Python's own look-up does not read PAC files; Qt asks WinHTTP on Windows and CFNetwork on macOS. On Linux there is only
the environment.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Mapping
from ipaddress import ip_address, ip_network
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from installer.errors.network import UnusableProxy, UnusableSystemProxy

NAMES: Final = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
"""In order of precedence; HTTP_PROXY is not among them, because Microsoft's addresses are all https."""
EXCEPTIONS: Final = ("no_proxy", "NO_PROXY")
_PORTS: Final = {"http": 80, "https": 443}
_ADDRESS: Final = re.compile(r"(?P<host>\[[0-9A-Fa-f:.%]+\]|[^\[\]:/?#]+)(?::(?P<port>\d{0,5}))?/?")


def system_proxy(url: str) -> str | None:
    """The HTTP proxy for this URL, as `http://host:port`, or None for a direct connection. Can take seconds.

    Except on Windows, environment variables take precedence. Raises `UnusableProxy` and `UnusableSystemProxy`.
    """
    if sys.platform != "win32" and named_proxy(os.environ):
        return variable_proxy(url, os.environ)
    if platform.system() == "Linux":  # Qt would only read the same variables, and less well
        return None
    found = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url)))
    for proxy in found:
        match proxy.type():
            case QNetworkProxy.ProxyType.NoProxy:
                return None
            case QNetworkProxy.ProxyType.HttpProxy | QNetworkProxy.ProxyType.HttpCachingProxy:
                return _address(proxy.hostName(), proxy.port(), proxy.user(), proxy.password())
    if found:
        raise UnusableSystemProxy(urlsplit(url).hostname or "")
    return None


def _address(host: str, port: int, user: str, password: str) -> str:
    """The proxy as a URL, with the user and password in the system's settings, if any."""
    access = f"{quote(user, safe='')}:{quote(password, safe='')}@" if user else ""
    return f"http://{access}[{host}]:{port}" if ":" in host else f"http://{access}{host}:{port}"


def named_proxy(environment: Mapping[str, str]) -> str | None:
    """The name of the variable that sets the proxy for https addresses; None if none does."""
    return next((name for name in NAMES if environment.get(name, "").strip()), None)


def variable_proxy(url: str, environment: Mapping[str, str]) -> str | None:
    """The proxy for `url`, as `http://host:port` with any user and password; None for a direct connection.

    Raises `UnusableProxy`, which never quotes the value: it may contain a password.
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
    """User and password, percent-encoded, whether they were before or not."""
    if not access:
        return ""
    user, _, password = access.partition(":")
    return f"{quote(unquote(user), safe='')}:{quote(unquote(password), safe='')}@"


def _is_excepted(url: str, environment: Mapping[str, str]) -> bool:
    """Whether an exception applies: `*`, a domain and its subdomains, an address or network; each may have a port."""
    parts = urlsplit(url)
    host, port = (parts.hostname or "").rstrip("."), parts.port or _PORTS.get(parts.scheme, 443)
    value = next((value for name in EXCEPTIONS if (value := environment.get(name, "").strip())), "")
    return any(_fits(entry, host, port) for entry in re.split(r"[\s,]+", value.lower()) if entry)


def _fits(entry: str, host: str, port: int) -> bool:
    if entry == "*":
        return True
    try:
        return ip_address(host) in ip_network(entry.strip("[]"), strict=False)
    except ValueError:  # one of them is a name, or has a port
        pass
    named, colon, wanted = entry.rpartition(":")
    if colon and wanted.isdecimal():
        return int(wanted) == port and _fits(named, host, port)
    domain = entry.removeprefix("*").strip(".[]")
    return bool(domain) and (host == domain or host.endswith(f".{domain}"))
