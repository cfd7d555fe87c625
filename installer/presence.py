"""Shows the other runs on this computer that this one is still at work: it holds a port, which ends with its process.

Nothing listens at that port, and nothing is sent: another run only tries whether it could hold it too. The system frees
a port however a process ends, killed or without power, and no file is left behind.
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
"""Linux's name of the network that a process sees: two containers have the same ports, and do not share them."""


class Presence:
    """One run at work, until `close` or the end of its process.

    `sign` names it among all runs: eight hexadecimal digits of its computer, a hyphen, and the port that it holds.
    """

    def __init__(self) -> None:
        held = _socket()
        self._release = weakref.finalize(self, held.close)
        try:
            held.bind((_HOST, 0))
            self.sign = f"{_computer()}-{held.getsockname()[1]}"
        except OSError:  # no port is left: a computer that nobody is on, so that only its age tells that it is over
            self.sign = f"{secrets.token_hex(4)}-0"

    def close(self) -> None:
        """The run is over, and what it left undelivered may be removed."""
        self._release()


def is_over(sign: str) -> bool:
    """Whether the run of that sign was at work on this computer and is no more; False where that cannot be told."""
    computer, _, port = sign.partition("-")
    if computer != _computer() or not 0 < int(port) < 65536:
        return False
    with _socket() as probe:
        try:
            probe.bind((_HOST, int(port)))
        except OSError:  # held by that run, or by now by another program: its age will tell
            return False
    return True


def _socket() -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform == "win32":  # else the port could be shared
        made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    return made


def _computer() -> str:
    """What stands for this computer in a sign; its name cannot be read out of it."""
    network = _NETWORK.stat().st_ino if _NETWORK.exists() else 0
    return sha256(f"{socket.gethostname()} {network}".encode()).hexdigest()[:8]
