"""The interface that every change of a plan implements."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from installer.errors.base import SetupError
from installer.events import Step
from installer.graph import Graph
from installer.model import Application, Credential, PlanLine, Registered
from installer.registration.tags import MarkedRun


@dataclass(frozen=True, slots=True)
class Made:
    """What the changes have produced so far; each change returns an updated copy.

    `doubtful`: a secret may exist whose value was lost with Microsoft's answer. `warnings` is what the last change
    could not do, where the run goes on without it.
    """

    application: Application | None = None
    credential: Credential | Registered | None = None
    doubtful: bool = False
    warnings: tuple[SetupError, ...] = ()
    run: MarkedRun | None = None
    """The run, as its undelivered marks name it."""

    @property
    def existing(self) -> Application:
        """The application, for the changes that come after the one that creates it."""
        if self.application is None:
            raise AssertionError("the plan puts the application first")
        return self.application


class Change(ABC):
    """One step of a plan: immutable, planned without a request, carried out once."""

    step: ClassVar[Step]
    needs_consent: ClassVar[bool] = False

    @property
    def scopes(self) -> tuple[str, ...]:
        """Delegated Microsoft Graph permissions that it needs beyond those every sign-in asks for."""
        return ()

    @property
    @abstractmethod
    def lines(self) -> tuple[PlanLine, ...]:
        """The lines by which the plan shows it."""

    @abstractmethod
    def carry_out(self, graph: Graph, made: Made) -> Made:
        """Carries it out, and returns `made` with what it produced.

        Repeating it after a lost answer changes nothing more. Raises what `Graph` raises.
        """
