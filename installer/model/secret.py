"""A value that must never be shown."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import NoReturn


class Secret:
    """A value that must never be shown: it prints as a mask, does not pickle, and is read only by `reveal`."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value itself, for the one place that needs it."""
        return self._value

    def begins_with(self, hint: str) -> bool:
        """Whether these are its first characters, which Microsoft goes on showing of a client secret."""
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

    __hash__ = None  # type: ignore[assignment]  # a secret is no key of a mapping

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret cannot be pickled or copied")


@dataclass(frozen=True, slots=True)
class ProxyAccount:
    """Who signs in to a proxy that asks. `user` may name its domain: CONTOSO\\anna, anna@contoso.com."""

    user: str
    password: Secret
