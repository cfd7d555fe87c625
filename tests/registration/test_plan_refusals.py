"""What a plan refuses: states it cannot be made for, and accounts that surely may not carry it out."""

import itertools
from dataclasses import replace

import pytest

from installer.errors.base import SetupError
from installer.errors.proof import VerificationFailed
from installer.errors.rights import NotEnoughRights
from installer.errors.usage import (
    AmbiguousApplication,
    ApplicationNotFound,
    CredentialNotFound,
    IdOfFederation,
    NotOurs,
    UnknownPermission,
)
from installer.model import (
    Able,
    Choices,
    FoundFederation,
    OldCredentials,
    Prepare,
    Remove,
    Renew,
    Rights,
    SetUp,
    TenantState,
)
from installer.registration import require_rights
from tests.registration.states import COMPLETE, FOREIGN, INTERRUPTED, TARGET, YEAR, planned, tenant
from tests.registration.test_judgement import with_

SETUP, RENEW, PREPARE, REMOVE = SetUp(TARGET, YEAR), Renew(TARGET, YEAR), Prepare(TARGET), Remove(TARGET)
FEDERATED = with_(COMPLETE, federated=(FoundFederation("f", "ours", "https://issuer.example", "s"),))
TWO = (FOREIGN, replace(FOREIGN, object_id="another", client_id="another"))


@pytest.mark.parametrize(
    ("state", "choices", "error"),
    [
        *((tenant(candidates=TWO), choices, AmbiguousApplication) for choices in (SETUP, PREPARE, RENEW, REMOVE)),
        *((tenant(), choices, ApplicationNotFound) for choices in (RENEW, REMOVE)),
        *((replace(tenant(COMPLETE), app_roles={}), choices, UnknownPermission) for choices in (SETUP, PREPARE)),
        (tenant(replace(COMPLETE, granted=frozenset())), RENEW, VerificationFailed),
        (tenant(FOREIGN), REMOVE, NotOurs),
        (tenant(FOREIGN), Remove(TARGET, OldCredentials(("live",))), NotOurs),
        (tenant(COMPLETE), Remove(TARGET, OldCredentials(("unknown",))), CredentialNotFound),
        (tenant(FEDERATED), Remove(TARGET, OldCredentials(("f",))), IdOfFederation),
    ],
)
def test_what_cannot_be_planned_is_refused(state: TenantState, choices: Choices, error: type[SetupError]) -> None:
    with pytest.raises(error):
        planned(state, choices)


@pytest.mark.parametrize(
    ("state", "choices", "consents"),
    [
        (tenant(), SETUP, True),
        (tenant(), PREPARE, False),
        (tenant(deleted=COMPLETE), SETUP, True),
        (tenant(replace(COMPLETE, granted=frozenset(), credentials=())), SETUP, True),
        (tenant(COMPLETE), SETUP, False),
        (tenant(INTERRUPTED), RENEW, False),
        (tenant(COMPLETE), REMOVE, False),
    ],
)
def test_an_account_that_certainly_cannot_consent_is_refused_where_consent_is_needed(
    state: TenantState, choices: Choices, consents: bool
) -> None:
    plan = planned(state, choices)
    for can_register, can_consent in itertools.product((Able.CAN, Able.UNKNOWN), Able):
        given = replace(state, rights=Rights((), can_register, can_consent))
        if consents and can_consent is Able.CANNOT:
            with pytest.raises(NotEnoughRights) as caught:
                require_rights(plan, given)
            assert caught.value.rights == given.rights
        else:
            require_rights(plan, given)
