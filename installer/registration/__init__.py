"""The engine: inspect the tenant, plan the difference, carry it out, prove the credential. It asks nobody anything."""

from installer.registration.inspect import inspect
from installer.registration.plan import Plan, plan, require_rights
from installer.registration.register import Registration, register, revoke, settle

__all__ = ["Plan", "Registration", "inspect", "plan", "register", "require_rights", "revoke", "settle"]
