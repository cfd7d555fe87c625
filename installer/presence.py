"""Shows other runs on this computer that this one is still working: it keeps a port bound as long as it lives.

Nothing listens on the port and nothing is sent: another run only tries to bind it as well. The system frees the port
however the process ends, killed or by a power failure, and no file is left behind.
"""

from __future__ import annotations

import secrets
import socket
import sys
import weakref
from hashlib import sha256
from pathlib import Path
from typing import Final

_HOST: Final = "127.0.0.1"
_NETWORK: Final = Path("/proc/self/ns/net")
"""Linux's network namespace of this process: two containers can bind the same port independently."""


class Presence:
    """A working run, until `close` or the end of its process.

    `sign` identifies it: eight hexadecimal digits for its computer, a hyphen, and the port that it keeps bound.
    """

    def __init__(self) -> None:
        held = _socket()
        self._release = weakref.finalize(self, held.close)
        try:
            held.bind((_HOST, 0))
            self.sign = f"{_computer()}-{held.getsockname()[1]}"
        except OSError:  # no free port: a sign of no computer, so that only the run's age shows its end
            self.sign = f"{secrets.token_hex(4)}-0"

    def close(self) -> None:
        """Ends the presence: other runs may remove what this one left undelivered."""
        self._release()


def is_over(sign: str) -> bool:
    """Whether the run with this sign worked on this computer and has ended; False if that is not known."""
    computer, _, port = sign.partition("-")
    if computer != _computer() or not 0 < int(port) < 65536:
        return False
    with _socket() as probe:
        try:
            probe.bind((_HOST, int(port)))
        except OSError:  # bound by that run or, by now, another program: the run's age decides
            return False
    return True


def _socket() -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform == "win32":  # otherwise two processes could share the port
        made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    return made


def _computer() -> str:
    """This computer in a sign: a truncated hash, from which its name cannot be read."""
    network = _NETWORK.stat().st_ino if _NETWORK.exists() else 0
    return sha256(f"{socket.gethostname()} {network}".encode()).hexdigest()[:8]
