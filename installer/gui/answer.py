"""What the person decided about an application that was found, and the plan that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from installer import engine
from installer.errors.ownership import DecisionNeeded
from installer.errors.rights import NotEnoughRights
from installer.model import Choices, Decision, Disabled, Prepare, Question, Remove, TenantState

if TYPE_CHECKING:
    from installer.registration import Plan


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision, with all that was shown when it was taken: it covers that, and nothing found later."""

    question: Question
    decision: Decision

    def covers(self, asked: Question) -> bool:
        """Whether it is about the same application, and no other reason has come up since."""
        same = asked.application.object_id == self.question.application.object_id
        return same and self.decision in asked.ways and set(asked.reasons) <= set(self.question.reasons)

    def applied_to(self, choices: Choices) -> Choices:
        """The choices with the decision. Who takes a disabled application as it is takes an untried credential too."""
        match choices:
            case Remove():
                return choices
            case Prepare():
                return replace(choices, decision=self.decision)
        disabled = any(isinstance(reason, Disabled) for reason in self.question.reasons)
        untried = disabled and self.decision is Decision.ADOPT
        return replace(choices, decision=self.decision, accept_unproven=untried)


def plan_as_answered(
    connection: engine.Connection, choices: Choices, state: TenantState, answer: Answer | None
) -> tuple[Plan, Choices]:
    """The plan, and the choices with the decision where one was needed; raises what `engine.plan` raises.

    Among that is `DecisionNeeded` where the answer does not cover what is found now.
    """
    try:
        return engine.plan(connection, choices, state), choices
    except DecisionNeeded as error:
        if answer is None or not answer.covers(error.question):
            raise
    decided = answer.applied_to(choices)
    return engine.plan(connection, decided, state), decided


def open_ways(
    connection: engine.Connection, choices: Choices, state: TenantState, question: Question
) -> Mapping[Decision, Plan]:
    """What each decision would come to: of the ways of the question, those that answer all of it.

    Raises `NotEnoughRights` where the account cannot carry out any of them: then there is nothing to ask.
    """
    plans: dict[Decision, Plan] = {}
    refused: NotEnoughRights | None = None
    for way in question.ways:
        with suppress(DecisionNeeded):
            plan = engine.plan(connection, Answer(question, way).applied_to(choices), state)
            try:
                engine.require_rights(plan, state)
            except NotEnoughRights as error:
                refused = error
            else:
                plans[way] = plan
    if refused and not plans:
        raise refused
    return plans
