"""The operating system's proxy for an address, PAC files included, as Qt knows it. Needs no widgets."""

from __future__ import annotations


def system_proxy(url: str) -> str | None:
    """`http://host:port`, or None for a direct way. It may take seconds: a PAC file is fetched and run."""
    # QtNetwork takes 20 ms to load, and only the first request needs it.
    from PySide6.QtCore import QUrl  # noqa: PLC0415
    from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery  # noqa: PLC0415

    for proxy in QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url))):
        match proxy.type():
            case QNetworkProxy.ProxyType.NoProxy:
                return None
            case QNetworkProxy.ProxyType.HttpProxy | QNetworkProxy.ProxyType.HttpCachingProxy:
                host = f"[{proxy.hostName()}]" if ":" in proxy.hostName() else proxy.hostName()
                return f"http://{host}:{proxy.port()}"
    return None
