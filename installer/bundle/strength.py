"""How hard a passphrase is to guess. zxcvbn's lists take 25 MB, so this is imported only when somebody types one."""

from __future__ import annotations

from typing import Final

from zxcvbn import zxcvbn

from installer.bundle.passphrase import SHORTEST
from installer.errors.files import WeakPassphrase
from installer.model import Secret

_LONGEST_JUDGED: Final = 72
"""Characters; zxcvbn raises ValueError for more (measured with 4.5)."""
_GOOD_SCORE: Final = 3
"""zxcvbn's "safely unguessable: moderate protection from an offline attack", of 0 to 4 (zxcvbn, README)."""


def check(passphrase: Secret, *known: str) -> None:
    """Raises WeakPassphrase unless it has 12 characters and is hard to guess for somebody who knows `known`."""
    typed = passphrase.reveal()
    if len(typed) < SHORTEST or zxcvbn(typed[:_LONGEST_JUDGED], user_inputs=list(known))["score"] < _GOOD_SCORE:
        raise WeakPassphrase(SHORTEST)
