"""Values that must never be shown."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import NoReturn


class Secret:
    """A value that must never be shown: it prints as a mask, cannot be pickled, and only `reveal` returns it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value. A test lists every place that calls this, with the reason."""
        return self._value

    def begins_with(self, hint: str) -> bool:
        """Whether the value begins with `hint`: Microsoft shows the first characters of a client secret."""
        return self._value.startswith(hint)

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._value.encode(), other._value.encode())

    __hash__ = None  # type: ignore[assignment]  # never a key in a dict or set

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret cannot be pickled or copied")


@dataclass(frozen=True, slots=True)
class ProxyAccount:
    """The account for an authenticating proxy. `user` can include a domain: CONTOSO\\anna, anna@contoso.com."""

    user: str
    password: Secret
