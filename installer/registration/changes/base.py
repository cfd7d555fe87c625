"""What every change of a plan is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from installer.errors.base import SetupError
from installer.events import Step
from installer.graph import Graph
from installer.model import Application, Credential, PlanLine, Registered


@dataclass(frozen=True, slots=True)
class Made:
    """What exists by now. `doubtful`: a secret may have been made whose answer was lost.

    `warnings` are what the last change could not do, and what stops nothing.
    """

    application: Application | None = None
    credential: Credential | Registered | None = None
    doubtful: bool = False
    warnings: tuple[SetupError, ...] = ()

    @property
    def existing(self) -> Application:
        """The application, for the changes that come after it was created or found."""
        if self.application is None:
            raise AssertionError("the plan puts the application first")
        return self.application


class Change(ABC):
    """One step of a plan."""

    step: ClassVar[Step]
    needs_consent: ClassVar[bool] = False

    @property
    def scopes(self) -> tuple[str, ...]:
        """Delegated permissions of Microsoft Graph that it takes beyond those of every sign-in."""
        return ()

    @property
    @abstractmethod
    def lines(self) -> tuple[PlanLine, ...]:
        """How the plan shows it."""

    @abstractmethod
    def carry_out(self, graph: Graph, made: Made) -> Made:
        """Does it. Doing it again after a lost answer changes nothing more. Raises what `Graph` raises."""
