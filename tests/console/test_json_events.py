"""The JSON of every line that a plan or a comparison can hold: others script against it."""

from datetime import UTC, datetime

import pytest

from installer.console.json_events import comparison_finding, plan_change
from installer.model import Fate, Finding, Line, PlanLine, Thing, Verdict

END = datetime(2027, 11, 24, 9, 30, tzinfo=UTC)
DATED = {"subject": "id", "end": "2027-11-24T09:30:00Z"}


def named(thing: Thing, fate: Fate) -> PlanLine:
    return Line(thing, fate, "name")


def dated(thing: Thing, fate: Fate) -> PlanLine:
    return Line(thing, fate, key_id="id", end=END)


CHANGES = [
    (named(Thing.APPLICATION, Fate.CREATED), "application", "create"),
    (named(Thing.APPLICATION, Fate.COMPLETED), "application", "update"),
    (named(Thing.APPLICATION, Fate.KEPT), "application", "none"),
    (named(Thing.APPLICATION, Fate.REMOVED), "application", "delete"),
    (named(Thing.APPLICATION, Fate.RESTORED), "deleted_application", "update"),
    (named(Thing.APPLICATION, Fate.PURGED), "deleted_application", "delete"),
    (named(Thing.SERVICE_PRINCIPAL, Fate.CREATED), "service_principal", "create"),
    (named(Thing.SERVICE_PRINCIPAL, Fate.COMPLETED), "service_principal", "update"),
    (named(Thing.SERVICE_PRINCIPAL, Fate.KEPT), "service_principal", "none"),
    (named(Thing.SERVICE_PRINCIPAL, Fate.REMOVED_WITH_APPLICATION), "service_principal", "delete"),
    (named(Thing.PERMISSION, Fate.GRANTED), "permission", "grant"),
    (named(Thing.PERMISSION, Fate.KEPT), "permission", "none"),
    (named(Thing.PERMISSION, Fate.AWAITED), "awaited_permission", "none"),
    (named(Thing.SECRET, Fate.CREATED), "secret", "create"),
    (named(Thing.CERTIFICATE, Fate.CREATED), "certificate", "create"),
    (dated(Thing.PRINCIPAL_SECRET, Fate.TAKEN_AWAY), "service_principal_secret", "delete"),
    (dated(Thing.PRINCIPAL_CERTIFICATE, Fate.TAKEN_AWAY), "service_principal_certificate", "delete"),
    *(
        (named(thing, Fate.TAKEN_AWAY), key, "delete")
        for thing, key in (
            (Thing.OWNER, "owner"),
            (Thing.PRINCIPAL_OWNER, "service_principal_owner"),
            (Thing.FEDERATION, "federated_credential"),
            (Thing.REDIRECT_ADDRESS, "redirect_uri"),
            (Thing.PUBLIC_CLIENT, "public_client"),
            (Thing.AUDIENCE, "audience"),
            (Thing.EXTRA_PERMISSION, "extra_permission"),
            (Thing.DECLARED_PERMISSION, "declared_permission"),
            (Thing.DELEGATED_PERMISSION, "delegated"),
        )
    ),
    *(
        (dated(thing, fate), f"{why}_{kind}", action)
        for thing, kind in ((Thing.SECRET, "secret"), (Thing.CERTIFICATE, "certificate"))
        for fate, why, action in (
            (Fate.KEPT, "kept", "none"),
            (Fate.REMOVED, "old", "delete"),
            (Fate.REMOVED_WITH_APPLICATION, "kept", "delete"),
            (Fate.CLEANED_UP, "undelivered", "delete"),
            (Fate.TAKEN_AWAY, "foreign", "delete"),
        )
    ),
]


WAITING = [
    (named(Thing.APPLICATION, Fate.IN_QUESTION), "application", "in_question"),
    (dated(Thing.SECRET, Fate.IN_QUESTION), "foreign_secret", "in_question"),
    (named(Thing.DISABLED, Fate.IN_QUESTION), "disabled", "in_question"),
    (named(Thing.OWNER, Fate.UNREAD), "owner", "unread"),
    (named(Thing.APPLICATION, Fate.LEFT), "other_application", "left"),
]


@pytest.mark.parametrize(("line", "key", "action"), CHANGES)
def test_a_change_of_a_plan_keeps_its_names(line: PlanLine, key: str, action: str) -> None:
    facts = DATED if line.key_id else {"subject": "name"}
    assert plan_change(line) == {"key": key, "action": action, **facts}


@pytest.mark.parametrize(("line", "key", "state"), WAITING)
def test_what_a_plan_does_not_touch_says_why(line: PlanLine, key: str, state: str) -> None:
    facts = DATED if line.key_id else {"subject": "name"}
    assert plan_change(line) == {"key": key, "action": "none", "state": state, **facts}


def test_the_examples_of_changes_have_every_fate() -> None:
    assert {line.status for line, _, _ in (*CHANGES, *WAITING)} == set(Fate)


@pytest.mark.parametrize(
    ("line", "thing", "state"),
    [
        (Line(Thing.TOKEN, Verdict.IN_PLACE), "token", "in_place"),
        (Line(Thing.APPLICATION, Verdict.IN_PLACE), "application", "in_place"),
        (Line(Thing.SERVICE_PRINCIPAL, Verdict.MISSING), "service_principal", "missing"),
        (Line(Thing.PERMISSION, Verdict.REFUSED), "permission", "refused"),
        (Line(Thing.PERMISSION, Verdict.EXTRA), "permission", "extra"),
        (Line(Thing.DELEGATED_PERMISSION, Verdict.TOLERATED), "delegated", "tolerated"),
        (Line(Thing.CREDENTIAL, Verdict.MISSING), "secret", "missing"),
        (Line(Thing.SECRET, Verdict.ENDS_SOON), "secret", "ends_soon"),
        (Line(Thing.CERTIFICATE, Verdict.ENDED), "certificate", "ended"),
    ],
)
def test_a_finding_of_a_comparison_keeps_its_names(line: Finding, thing: str, state: str) -> None:
    assert comparison_finding(line) == {"thing": thing, "subject": "", "state": state}


def test_a_finding_about_a_credential_tells_its_key_id_and_its_end() -> None:
    line = Line(Thing.SECRET, Verdict.IN_PLACE, key_id="id", end=END)
    assert comparison_finding(line) == {"thing": "secret", "state": "in_place", **DATED}
