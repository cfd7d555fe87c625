"""The application replaces its own key: nobody signs in but itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installer.cancel import Cancel
from installer.engine.connection import Destination, open_transport, undisturbed
from installer.events import Report

if TYPE_CHECKING:
    from installer.self_renewal import Renewed, Wanted


def renew_key(destination: Destination, wanted: Wanted, cancel: Cancel, report: Report) -> Renewed:
    """Replaces the key, unless it is good for long enough; finishes what a run that died began.

    Raises what `self_renewal.renew_key` raises.
    """
    from installer import self_renewal
    from installer.graph import Graph
    from installer.sign_in import AppSignIn, Nobody

    report = undisturbed(report)
    transport = open_transport(destination)
    try:
        app_sign_in = AppSignIn(destination.cloud, wanted.tenant_id, transport, cancel)
        graph = Graph(destination.cloud, Nobody(), transport, cancel, on_call=report)
        return self_renewal.renew_key(wanted, app_sign_in, graph, report)
    finally:
        transport.close()
