"""Turns exceptions of requests and urllib3 into ours: their chain of causes shows what failed, and where."""

from __future__ import annotations

import os
import ssl
from pathlib import Path
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError, ReadTimeoutError

from installer.errors.network import (
    ConnectionLost,
    NameNotFound,
    NetworkError,
    ProxyRefused,
    ProxyUnreachable,
    TimedOut,
    TlsFailed,
    TlsFault,
    Unreachable,
)

_CERTIFICATE_FAULTS = {9: TlsFault.CLOCK, 10: TlsFault.CLOCK, 62: TlsFault.WRONG_HOST, 64: TlsFault.WRONG_HOST}
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID, CERT_HAS_EXPIRED, HOSTNAME_MISMATCH, IP_ADDRESS_MISMATCH."""


def network_error(error: Exception, host: str, proxy: str | None) -> NetworkError:
    """The `NetworkError` for an exception of a request to `host`; `proxy` is the proxy's URL, if there was one."""
    chain = _causes(error)
    certificate = next((cause for cause in chain if isinstance(cause, ssl.SSLCertVerificationError)), None)
    if certificate is not None:
        if not _can_judge():
            return TlsFailed(host, TlsFault.STORE)
        return TlsFailed(host, _CERTIFICATE_FAULTS.get(certificate.verify_code, TlsFault.UNTRUSTED))
    never_opened = any(isinstance(cause, NewConnectionError | ConnectTimeoutError) for cause in chain)
    if never_opened and proxy:
        return ProxyUnreachable(host, urlsplit(proxy).netloc.rpartition("@")[2])
    if isinstance(error, requests.exceptions.ProxyError | requests.exceptions.InvalidProxyURL):
        return ProxyRefused(host)
    if isinstance(error, requests.exceptions.SSLError):
        return TlsFailed(host, TlsFault.OTHER)
    if any(isinstance(cause, NameResolutionError) for cause in chain):
        return NameNotFound(host)
    if never_opened:
        return Unreachable(host)
    if any(isinstance(cause, ReadTimeoutError) for cause in chain) or isinstance(error, requests.ReadTimeout):
        return TimedOut(host)
    return ConnectionLost(host)


def _can_judge() -> bool:
    """Whether there are certificate authorities to verify with: on Linux, files where OpenSSL looks for them."""
    paths = ssl.get_default_verify_paths()
    if os.name != "posix" or os.uname().sysname != "Linux":
        return True
    file = os.environ.get(paths.openssl_cafile_env) or paths.openssl_cafile
    folder = os.environ.get(paths.openssl_capath_env) or paths.openssl_capath
    if os.environ.get(paths.openssl_cafile_env):
        return _has_content(Path(file))
    return _has_content(Path(file)) or any(Path(folder).glob("*"))


def _has_content(file: Path) -> bool:
    try:
        return b"-----BEGIN" in file.read_bytes()
    except OSError:
        return False


def _causes(error: BaseException) -> list[BaseException]:
    """The error and everything it wraps as cause, context, argument or urllib3's `reason`."""
    seen: list[BaseException] = []
    todo: list[object] = [error]
    while todo:
        cause = todo.pop()
        if isinstance(cause, BaseException) and cause not in seen:
            seen.append(cause)
            todo += [cause.__cause__, cause.__context__, getattr(cause, "reason", None), *cause.args]
    return seen
