"""Inspects the tenant, plans the difference, carries it out and proves the credential. Never asks the user anything."""

from installer.registration.apply import StepReport, apply
from installer.registration.changes import Made
from installer.registration.compare import compare, findings
from installer.registration.health import application_health, credential_health, refused_health
from installer.registration.inspect import inspect
from installer.registration.meanwhile import await_consent, inspect_again, judging_the_met
from installer.registration.need import to_keep
from installer.registration.plan import (
    Plan,
    existing,
    in_question,
    missing_consent,
    plan,
    require_rights,
)
from installer.registration.register import Demand, register, revoke
from installer.registration.settle import Registration, settle, unsettle
from installer.registration.verify import examine

__all__ = [
    "Demand",
    "Made",
    "Plan",
    "Registration",
    "StepReport",
    "application_health",
    "apply",
    "await_consent",
    "compare",
    "credential_health",
    "examine",
    "existing",
    "findings",
    "in_question",
    "inspect",
    "inspect_again",
    "judging_the_met",
    "missing_consent",
    "plan",
    "refused_health",
    "register",
    "require_rights",
    "revoke",
    "settle",
    "to_keep",
    "unsettle",
]
