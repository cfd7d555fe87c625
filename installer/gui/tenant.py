"""Reads the tenant for a plan: what this computer delivered is kept, and a consent given a moment ago is waited for."""

from __future__ import annotations

from installer import engine
from installer.cancel import Cancel
from installer.events import Report
from installer.gui.documents import delivery_folder
from installer.model import Choices, TenantState


def read_for(choices: Choices, connection: engine.Connection, cancel: Cancel, report: Report) -> TenantState:
    """The state to plan the choices on. Sends requests; raises what `read` and `await_consent` of the engine raise."""
    state = engine.spare(engine.read(connection, choices.target, cancel, report), delivery_folder())
    return engine.await_consent(connection, choices, state, cancel, report)
