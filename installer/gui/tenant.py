"""The tenant as a plan is made from it: read, with what was delivered here and consented to a moment ago."""

from __future__ import annotations

from installer import engine
from installer.cancel import Cancel
from installer.events import Report
from installer.gui.documents import delivery_folder
from installer.model import Choices, TenantState


def read_for(choices: Choices, connection: engine.Connection, cancel: Cancel, report: Report) -> TenantState:
    """What the choices are planned on. Sends requests; raises what `engine.read` and `engine.await_consent` raise."""
    state = engine.spare(engine.read(connection, choices.target, cancel, report), delivery_folder())
    return engine.await_consent(connection, choices, state, cancel, report)
