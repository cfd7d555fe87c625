"""How an application, or a credential of it, stands; nothing is asked of Microsoft here."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from installer.engine.connection import Connection
from installer.errors.proof import ApplicationDisabled, ApplicationRefused, VerificationFailed
from installer.model import Application, Expected, GivenAssertion, Health, Profile, Proof, Target, TenantState

if TYPE_CHECKING:
    from installer.registration import Registration

NO_SERVICE_PRINCIPAL = 7000229
"""The AADSTS number of an application that this tenant has no service principal of (Microsoft, error codes)."""


def application_health(
    connection: Connection,
    target: Target,
    state: TenantState,
    found: Application,
    proof: Proof,
    expected: Expected,
    notice: timedelta | None = None,
) -> Health:
    """Of the application that `compare` found. With `notice`, a credential that ends within that time is a reason."""
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
    """Of a credential that `examine` tried, and that got a token."""
    from installer.registration import credential_health

    credential = tried.credentials.credential
    endless = isinstance(credential, GivenAssertion)
    ends = None if endless else credential.expires
    return credential_health(tried.proof, profile, ends, connection.now(), endless=endless, notice=notice)


def refused_health(error: VerificationFailed | ApplicationRefused) -> Health:
    """Of one that `examine` got no token for."""
    from installer.registration import refused_health

    return refused_health(
        disabled=isinstance(error, ApplicationDisabled), no_principal=error.code == NO_SERVICE_PRINCIPAL
    )
