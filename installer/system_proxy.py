"""The system's proxy settings, including automatic configuration (PAC, WPAD), read through Qt.

Python's own look-up does not read PAC files; Qt asks WinHTTP on Windows and CFNetwork on macOS. On Linux there is only
the environment.
"""

from __future__ import annotations

import os
import platform
import sys
from urllib.parse import quote, urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from installer.errors.network import UnusableSystemProxy
from installer.proxy_variables import named_proxy, variable_proxy


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
