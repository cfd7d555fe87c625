"""The engine: inspect the tenant, plan the difference, carry it out, prove the credential. It asks nobody anything."""

from installer.registration.apply import Telling, apply
from installer.registration.inspect import inspect
from installer.registration.plan import (
    Plan,
    existing,
    missing_consent,
    plan,
    plan_preparation,
    plan_removal,
    plan_renewal,
    require_rights,
)
from installer.registration.register import Registration, register, revoke, settle
from installer.registration.verify import compare

__all__ = [
    "Plan",
    "Registration",
    "Telling",
    "apply",
    "compare",
    "existing",
    "inspect",
    "missing_consent",
    "plan",
    "plan_preparation",
    "plan_removal",
    "plan_renewal",
    "register",
    "require_rights",
    "revoke",
    "settle",
]
