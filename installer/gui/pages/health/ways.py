"""The ways out: where each finding of a check leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto

from installer.model import (
    Disabled,
    Ending,
    Health,
    HealthReason,
    HealthState,
    LiveCredential,
    MissingPermission,
    NoServicePrincipal,
    NothingLive,
    NoToken,
    UnknownCertificate,
    Unread,
    state_of,
)
from installer.texts import translate


class WayOut(Enum):
    """Where a finding can lead."""

    COMPLETE = auto()
    """Set up what is missing."""
    RENEW = auto()
    """One new credential."""
    CLEAN = auto()
    """Set up, with the decision that what does not belong goes first."""
    REMOVE = auto()
    """Remove the credentials that nobody is known to use, and nothing else."""
    PORTAL = auto()
    """In the portal, where a person can enable a disabled service principal."""
    CORRECT = auto()
    """Another credential was meant."""


def findings_by_way(health: Health) -> Mapping[HealthState, Mapping[WayOut | None, tuple[HealthReason, ...]]]:
    """The findings, the gravest first, by the state that they make and the way out; None where there is none here."""
    grouped: dict[HealthState, dict[WayOut | None, tuple[HealthReason, ...]]] = {}
    for reason in health.reasons:
        ways, way = grouped.setdefault(state_of(reason), {}), way_out(reason, health.reasons)
        ways[way] = (*ways.get(way, ()), reason)
    return grouped


def way_out(reason: HealthReason, among: Iterable[HealthReason] = ()) -> WayOut | None:
    """Where one finding leads to. Completing makes a credential too, and a renewal needs what completing brings."""
    match reason:
        case NoServicePrincipal() | MissingPermission():
            return WayOut.COMPLETE
        case NothingLive() | UnknownCertificate() | Ending():
            lacks = any(isinstance(other, NoServicePrincipal | MissingPermission) for other in among)
            return WayOut.COMPLETE if lacks else WayOut.RENEW
        case Disabled():
            return WayOut.PORTAL
        case NoToken():
            return WayOut.CORRECT
        case LiveCredential():
            return WayOut.REMOVE
        case Unread():
            return None
    return WayOut.CLEAN


def way_words(way: WayOut) -> str:
    """The text of its button."""
    return {
        WayOut.COMPLETE: translate("HealthPage", "&Complete what is missing…"),
        WayOut.RENEW: translate("HealthPage", "Make a &new secret…"),
        WayOut.CLEAN: translate("HealthPage", "&Remove what does not belong…"),
        WayOut.REMOVE: translate("HealthPage", "Remove &these credentials…"),
        WayOut.PORTAL: translate("HealthPage", "Open the enterprise application in the &portal"),
        WayOut.CORRECT: translate("HealthPage", "C&orrect the values"),
    }[way]


def state_words(state: HealthState) -> str:
    """What stands above the findings that make it."""
    return {
        HealthState.INCOMPLETE: translate("HealthPage", "The connector cannot do its work:"),
        HealthState.QUESTIONABLE: translate(
            "HealthPage", "This does not belong to the connector, or could not be read:"
        ),
        HealthState.ENDING: translate("HealthPage", "The connector will stop:"),
    }[state]
