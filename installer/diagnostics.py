"""The diagnostic log, written only with `--log`; everything that could be a secret is masked."""

from __future__ import annotations

import logging
import os
import re
import sys
from pathlib import Path
from typing import Final, TextIO

from installer.private_file import append_to

_SECRETS: Final = re.compile(
    r"eyJ[\w-]+\.[\w-]*\.?[\w-]*"  # JSON Web Tokens
    r"|(?i:bearer\s+)\S+"
    r"|[\w.~-]{3}\dQ~[\w.~-]{20,}"  # client secrets as Microsoft Entra makes them
    r"|(?<![\w.~-])(?=[\w.~-]*\d)(?=[\w.~-]*[A-Z])(?=[\w.~-]*[a-z])[\w.~-]{40,}"  # a bare code or token
    r"|AGE-SECRET-KEY-1[A-Z0-9]+"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)"
    r"|(?i:(?<=[?&\"' ])(?:code|client_secret|assertion|code_verifier|device_code|refresh_token|state|nonce)"
    r"[\"']?[=:] ?)[^&\s,}]+",
    re.DOTALL,
)
_TALKATIVE: Final = ("msal", "urllib3", "requests", "spnego")
"""Libraries that log secrets at DEBUG (msal: the authorization code; spnego: NTLM responses, from which a password can
be guessed offline)."""


def redact(text: str) -> str:
    """The text with everything replaced by … that looks like a token, a secret, a key or a code."""
    return _SECRETS.sub("…", text)


class _Redacting(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class _LogFile(logging.StreamHandler[TextIO]):
    """Stops silently if the file cannot be written any more: a failing log must not disturb the run or its output."""

    def handleError(self, record: logging.LogRecord) -> None:
        if isinstance(sys.exc_info()[1], OSError):
            self.setLevel(logging.CRITICAL + 1)


def silence() -> None:
    """Limits these libraries to warnings, wherever the log goes.

    Without a log, also keeps Python from writing warnings and tracebacks, which may quote anything, to standard error
    (logging.lastResort).
    """
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def log_to(path: Path) -> None:
    """Appends the log to this file; a new one is readable by its owner only. Raises `UnwritableFolder` and `IsLink`."""
    handler = _LogFile(os.fdopen(append_to(path), "a", encoding="utf-8", errors="backslashreplace"))
    handler.setFormatter(_Redacting("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("installer")
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
