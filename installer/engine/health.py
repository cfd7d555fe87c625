"""The health of an application or of one of its credentials, from what was read before. Sends no request."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from installer.engine.connection import Connection
from installer.errors.proof import ApplicationDisabled, ApplicationRefused, VerificationFailed
from installer.model import Application, Expected, GivenAssertion, Health, Profile, Proof, Target, TenantState

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
