"""The health of an application or of one of its credentials, from what was read before. Sends no request."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from installer.engine.connection import Connection
from installer.errors.base import SetupError
from installer.errors.certificates import NotRegistered
from installer.errors.health import EndsSoon, EndUnknown, ExpectedGone, NoLiveCredential, Questionable
from installer.errors.proof import ApplicationDisabled, ApplicationRefused, VerificationFailed
from installer.events import HealthChecked
from installer.model import (
    SOON,
    Application,
    Aspect,
    Ending,
    Expected,
    GivenAssertion,
    Health,
    HealthState,
    NothingLive,
    Profile,
    Proof,
    ReasonCode,
    Target,
    TenantState,
    UnknownCertificate,
)

if TYPE_CHECKING:
    from installer.registration import Registration

NO_SERVICE_PRINCIPAL = 7000229
"""AADSTS7000229: the application has no service principal in this tenant (Microsoft, error codes)."""


def application_health(
    connection: Connection,
    target: Target,
    state: TenantState,
    found: Application,
    proof: Proof,
    expected: Expected,
    notice: timedelta | None = None,
) -> Health:
    """The health of the application that `compare` found.

    `expected` is what the caller knows about the connector's credentials. With `notice`, it is a reason if the last
    credential expires within that time.
    """
    from installer.registration import application_health
    from installer.registration.judgement import Standard

    standard = Standard(
        connection.manifest,
        target.profile,
        state.graph_service_principal,
        state.app_roles,
        connection.now(),
        grants=False,
        named=target.app is not None,
        viewer=state.viewer,
    )
    return application_health(found, proof, standard, expected, notice)


def credential_health(
    connection: Connection, tried: Registration, profile: Profile, notice: timedelta | None = None
) -> Health:
    """The health of a credential for which `examine` got a token; `notice` as for `application_health`."""
    from installer.registration import credential_health

    credential = tried.credentials.credential
    endless = isinstance(credential, GivenAssertion)
    ends = None if endless else credential.expires
    return credential_health(tried.proof, profile, ends, connection.now(), endless=endless, notice=notice)


def refused_health(error: VerificationFailed | ApplicationRefused) -> Health:
    """The health of a credential for which `examine` got no token, from its error."""
    from installer.registration import refused_health

    return refused_health(
        disabled=isinstance(error, ApplicationDisabled), no_principal=error.code == NO_SERVICE_PRINCIPAL
    )


def health_problem(checked: HealthChecked, proof: Proof, address: str, *, listed: bool) -> SetupError | None:
    """The error of the first reason, which is the gravest; None where there is none.

    `address` is the enterprise application's in the portal, empty where that is not known; `listed`: whether the
    reasons are told one by one already.
    """
    health = checked.health
    if health.state is HealthState.QUESTIONABLE:
        reasons = () if listed else health.reasons
        by_description = health.by_description and ReasonCode.CREDENTIALS in health.codes
        return Questionable(checked.name, checked.client_id, reasons, by_description)
    if not health.reasons:
        return None
    if not proof.holds:
        return VerificationFailed(proof, revoked=None)
    match health.reasons[0]:
        case Ending(end):
            return EndsSoon(end)
        case NothingLive(expected):
            return NoLiveCredential(checked.name, expected)
        case UnknownCertificate(thumbprint):
            return NotRegistered(thumbprint, checked.client_id)
    return ApplicationDisabled(address, revoked=None)


def health_warnings(health: Health, within: timedelta | None, now: datetime) -> Iterator[SetupError]:
    """What is to be known, and changes no exit code; `within`: how long before its end a credential is a reason."""
    if health.gone:
        yield ExpectedGone(health.gone)
    if within is not None and Aspect.END in health.not_looked_at:
        yield EndUnknown()
    if within is None and health.ends and health.ends <= now + SOON:
        yield EndsSoon(health.ends)
