"""The system's own proxy settings, automatic configuration (PAC, WPAD) included, asked through Qt.

Python's own look-up reads no PAC file; Qt asks WinHTTP on Windows, CFNetwork on macOS, and the environment elsewhere.
"""

from __future__ import annotations


def system_proxy(url: str) -> str | None:
    """The HTTP proxy for this URL, as `http://host:port`, or None for a direct way. It may take seconds."""
    # Imported here: the first window does not need Qt's network module.
    from PySide6.QtCore import QUrl  # noqa: PLC0415
    from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery  # noqa: PLC0415

    for proxy in QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url))):
        if proxy.type() == QNetworkProxy.ProxyType.NoProxy:
            return None
        if proxy.type() in (QNetworkProxy.ProxyType.HttpProxy, QNetworkProxy.ProxyType.HttpCachingProxy):
            user = QUrl()
            user.setScheme("http")
            user.setHost(proxy.hostName())
            user.setPort(proxy.port())
            user.setUserName(proxy.user())
            user.setPassword(proxy.password())
            return user.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return None
