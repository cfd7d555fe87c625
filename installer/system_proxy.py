"""The system's own proxy settings, automatic configuration (PAC, WPAD) included, asked through Qt.

Python's own look-up reads no PAC file; Qt asks WinHTTP on Windows, CFNetwork on macOS, and the environment elsewhere.
"""

from __future__ import annotations

from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery


def system_proxy(url: str) -> str | None:
    """The HTTP proxy for this URL, as `http://host:port`, or None for a direct connection. It may take seconds."""
    for proxy in QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url))):
        match proxy.type():
            case QNetworkProxy.ProxyType.NoProxy:
                return None
            case QNetworkProxy.ProxyType.HttpProxy | QNetworkProxy.ProxyType.HttpCachingProxy:
                return _address(proxy.hostName(), proxy.port(), proxy.user(), proxy.password())
    return None


def _address(host: str, port: int, user: str, password: str) -> str:
    """The proxy as a URL, with what the settings hold to sign in to it (Basic is all that the transport can do)."""
    access = f"{quote(user, safe='')}:{quote(password, safe='')}@" if user else ""
    return f"http://{access}[{host}]:{port}" if ":" in host else f"http://{access}{host}:{port}"
