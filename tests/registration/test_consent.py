"""Admin consent where Microsoft's answers and its lists do not agree: what decides, and what an error tells."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from installer.demo.http_server import Request, Response
from installer.errors.base import ExitCode, SetupError
from installer.errors.graph import ConsentRefused
from installer.errors.rights import NotEnoughRights
from installer.errors.work import StoppedPartWay
from installer.events import Event, Step, StepWaiting, WaitReason
from installer.model import Language, Permission
from installer.registration import Made, Plan, apply
from installer.registration.changes import CompleteServicePrincipal, GrantConsent
from installer.retry import BUDGET
from installer.texts import explain, use
from tests.core.scripted import Script, answer, batch, error, part, refusal
from tests.registration.states import COMPLETE, EVERYTHING, MANIFEST, PROFILE

ALL = PROFILE.permissions
NAMES = tuple(permission.name for permission in ALL)
THERE = ("Permission being assigned already exists on the object", "EntitlementGrant entry already exists.")
DENIED = (403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
Refusal = tuple[int, str, str]
UNCONSENTED = replace(COMPLETE, granted=frozenset())


@pytest.fixture(autouse=True)
def _english(qapp: QCoreApplication) -> Iterator[None]:
    use(Language.EN)
    yield
    use(Language.EN)


@dataclass
class Directory:
    """Answers each permission's grant by `refusals`, and the list of grants by `listing`, given the time."""

    listing: Callable[[float], Sequence[Permission] | Response]
    refusals: Mapping[str, Refusal] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    def grant(self, plan_first: bool = False) -> Made:
        script = Script(self._reply)
        self.script = script
        changes = (GrantConsent(ALL, "graph"),)
        before = (CompleteServicePrincipal(UNCONSENTED, MANIFEST.tag),) if plan_first else ()
        with script as graph:
            return apply(Plan(UNCONSENTED, (*before, *changes), ()), graph, self.events.append, EVERYTHING)

    @property
    def reads(self) -> int:
        return sum(request.method == "GET" for request in self.script.asked)

    def _reply(self, request: Request) -> Response:
        if request.method == "POST":
            return batch(self._granted)(request)
        listed = self.listing(self.script.clock.time)
        if isinstance(listed, Response):
            return listed
        rows = [{"appRoleId": permission.id, "resourceId": "graph"} for permission in listed]
        return answer(200, {"value": rows})

    def _granted(self, request: Mapping[str, Any]) -> dict[str, Any]:
        role = request["body"]["appRoleId"]
        (name,) = (permission.name for permission in ALL if permission.id == role)
        if name in self.refusals:
            status, code, message = self.refusals[name]
            return part(request, status, error(code, message), request_id=f"request of {name}")
        return part(request, 201, {"appRoleId": role})


def failed(directory: Directory, plan_first: bool = False) -> SetupError:
    with pytest.raises(SetupError) as caught:
        directory.grant(plan_first)
    return caught.value


@pytest.mark.parametrize("message", THERE)
@pytest.mark.parametrize("status", [400, 409])
def test_a_grant_that_exists_already_is_waited_for_until_the_list_shows_it(status: int, message: str) -> None:
    directory = Directory(
        lambda now: ALL if now >= 60 else ALL[:2], {NAMES[-1]: (status, "Request_BadRequest", message)}
    )
    made = directory.grant()
    assert made.existing.granted == {permission.id for permission in ALL}
    assert 60 <= directory.script.clock.time < 75
    waits = [event for event in directory.events if isinstance(event, StepWaiting)]
    assert {(wait.step, wait.reason, wait.request_id) for wait in waits} == {
        (Step.CONSENT, WaitReason.REPLICATION, f"request of {NAMES[-1]}")
    }


def test_only_what_exists_already_has_to_be_in_the_list() -> None:
    """A grant that succeeded is one, whatever a stale list says."""
    directory = Directory(lambda _now: ALL[-1:], {NAMES[-1]: (400, "Request_BadRequest", THERE[0])})
    assert directory.grant().existing.granted == {permission.id for permission in ALL}
    assert directory.script.clock.time == 0


def test_a_grant_that_never_shows_is_told_once_the_budget_is_spent() -> None:
    directory = Directory(lambda _now: (), {NAMES[-1]: (400, "Request_BadRequest", THERE[0])})
    told = failed(directory)
    assert isinstance(told, ConsentRefused)
    assert (told.denied, told.standing) == (NAMES[-1:], NAMES[:-1])
    assert BUDGET - 20 < directory.script.clock.time <= BUDGET


def test_the_list_itself_may_be_late() -> None:
    missing = refusal(404, "Request_ResourceNotFound", "Resource 'p' does not exist or one of its queried "
                      "reference-property objects are not present.")  # fmt: skip
    directory = Directory(lambda now: ALL if now >= 30 else missing, {NAMES[0]: (400, "Request_BadRequest", THERE[0])})
    assert directory.grant().existing.granted == {permission.id for permission in ALL}


def test_a_refusal_of_rights_is_raised_at_once_whatever_the_list_would_say() -> None:
    refusals = {NAMES[0]: (400, "Request_BadRequest", THERE[0]), NAMES[2]: DENIED}
    directory = Directory(lambda _now: refusal(404, "Request_ResourceNotFound"), refusals)
    told = failed(directory)
    assert isinstance(told, NotEnoughRights)
    assert (told.exit_code, told.refused, told.request_id) == (
        ExitCode.RIGHTS,
        Step.CONSENT,
        f"request of {NAMES[2]}",
    )
    assert (directory.reads, directory.script.clock.time) == (0, 0)


@pytest.mark.parametrize(
    ("language", "refused", "stand"),
    [(Language.EN, "refused the consent to", "stands for"), (Language.FR, "a refusé", "est en place")],
)
def test_a_partial_grant_names_what_was_refused_and_what_stands(language: Language, refused: str, stand: str) -> None:
    use(language)
    for refusals in ({NAMES[2]: DENIED}, {NAMES[2]: (400, "Request_BadRequest", "Something new.")}):
        words = explain(failed(Directory(lambda _now: ALL[:2], refusals)))
        assert refused in words.what
        before, after = words.what.split(stand)
        assert NAMES[2] in before
        assert all(name in after for name in NAMES if name != NAMES[2])


def test_another_refusal_is_told_as_itself_and_not_as_what_the_list_answers() -> None:
    refusals = {NAMES[1]: (400, "Directory_QuotaExceeded", "Too many.")}
    directory = Directory(lambda _now: refusal(404, "Request_ResourceNotFound"), refusals)
    alone = failed(directory)
    assert isinstance(alone, ConsentRefused)
    assert alone.exit_code is ExitCode.PART_WAY
    assert "Directory_QuotaExceeded" in explain(alone).what
    assert "recycle bin" in explain(alone).hint
    after_another = failed(Directory(directory.listing, refusals), plan_first=True)
    assert isinstance(after_another, StoppedPartWay)
    for told in (NAMES[1], NAMES[0], "Directory_QuotaExceeded"):
        assert told in explain(after_another).what


def test_another_refusal_of_what_the_directory_holds_is_a_success() -> None:
    """Microsoft's words for "it is there already" have varied."""
    directory = Directory(lambda _now: ALL, {NAMES[1]: (409, "Request_Conflict", "It is there.")})
    assert directory.grant().existing.granted == {permission.id for permission in ALL}
    assert directory.reads == 1
