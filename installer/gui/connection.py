"""The ways to Microsoft that a walk may have found: as a signed-in administrator, or as nobody.

It loads msal and requests: import it off the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from installer.cancel import Cancel
from installer.events import Report
from installer.graph import Graph
from installer.model import Cloud, Manifest
from installer.sign_in import Authorization, Entra, Nobody, Session, SignIn
from installer.transport import Transport

Method = Callable[[Entra, Report], SignIn]


class Reach(Protocol):
    """A way to Microsoft Graph: each task brings its own cancel and report."""

    def graph(self, cancel: Cancel, report: Report) -> Graph: ...


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Where no administrator signed in, and only a credential is tried."""

    cloud: Cloud
    transport: Transport

    def graph(self, cancel: Cancel, report: Report) -> Graph:
        return Graph(self.cloud, Nobody(), self.transport, cancel, on_call=report)


@dataclass(frozen=True, slots=True)
class Connection:
    """A signed-in administrator, and how to go on as the same person: each task brings its own cancel and report."""

    manifest: Manifest
    entra: Entra
    method: Method
    session: Session

    @property
    def cloud(self) -> Cloud:
        return self.entra.cloud

    def graph(self, cancel: Cancel, report: Report) -> Graph:
        """Microsoft Graph for one task, which a new sign-in in its midst can be cancelled with."""
        signing = self.method(replace(self.entra, cancel=cancel), report)
        authorization = Authorization(signing, self.session)
        return Graph(self.cloud, authorization, self.entra.transport, cancel, on_call=report)
