"""The eleven ways in which a person without a role prepares a tenant for himself; each by his own requests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from installer.model import ReasonCode
from tests.ownership.intruder import TAG, UNIQUE_NAME, WIDE, Intruder

REDIRECT: dict[str, Any] = {"web": {"redirectUris": ["https://intruder.example/"]}}


class Moment(Enum):
    BEFORE = auto()
    """Before anybody has set up anything."""
    BESIDE = auto()
    """After a genuine one was set up."""
    BETWEEN = auto()
    """After the plan was shown, and before our own registration."""


@dataclass(frozen=True)
class Way:
    name: str
    prepare: Callable[[Intruder], Any]
    reasons: frozenset[ReasonCode]
    moment: Moment = Moment.BEFORE

    def __str__(self) -> str:
        return self.name


def way(name: str, prepare: Callable[[Intruder], Any], *reasons: ReasonCode, moment: Moment = Moment.BEFORE) -> Way:
    return Way(name, prepare, frozenset(reasons), moment)


def _name(intruder: Intruder) -> None:
    intruder.register(signInAudience="AzureADMultipleOrgs", **REDIRECT)
    intruder.add_secret()


def _tag(intruder: Intruder) -> None:
    intruder.register(tags=[TAG])
    intruder.add_secret()
    intruder.leave()


def register_by_unique_name(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG])
    intruder.add_secret()
    intruder.leave()


def _wide(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG], requiredResourceAccess=WIDE)
    intruder.leave()


def own(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG])


def _federated(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG])
    intruder.federate()
    intruder.leave()


def _principal(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG])
    intruder.add_secret_to_principal()
    intruder.leave()


def _bin(intruder: Intruder) -> None:
    own(intruder)
    intruder.add_secret()
    intruder.delete()


def _beside(intruder: Intruder) -> None:
    intruder.register(tags=[TAG])
    intruder.add_secret()


def _redirect(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG], **REDIRECT, isFallbackPublicClient=True)
    intruder.leave()


FOUND = (
    way(
        "name",
        _name,
        ReasonCode.NAME_ONLY,
        ReasonCode.CREDENTIALS,
        ReasonCode.OWNERS,
        ReasonCode.AUDIENCE,
        ReasonCode.REDIRECT_URIS,
    ),
    way("tag", _tag, ReasonCode.NAME_ONLY, ReasonCode.CREDENTIALS),
    way("unique name", register_by_unique_name, ReasonCode.CREDENTIALS),
    way("wide declaration", _wide, ReasonCode.DECLARED_PERMISSIONS),
    way("owner of a prepared one", own, ReasonCode.OWNERS),
    way("federated credential", _federated, ReasonCode.FEDERATED_CREDENTIALS),
    way("secret of the principal", _principal, ReasonCode.PRINCIPAL_CREDENTIALS),
    way("redirect address", _redirect, ReasonCode.REDIRECT_URIS, ReasonCode.PUBLIC_CLIENT),
)
"""What lies in the tenant when it is read."""
WAYS = (
    *FOUND,
    way("recycle bin", _bin),
    way("beside a genuine one", _beside, moment=Moment.BESIDE),
    way("race at the registration", register_by_unique_name, ReasonCode.CREDENTIALS, moment=Moment.BETWEEN),
)
"""All eleven."""
