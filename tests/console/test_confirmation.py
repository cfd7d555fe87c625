"""Nothing is written before somebody has typed the tenant's own word."""

from __future__ import annotations

import sys
from dataclasses import replace
from io import StringIO

import pytest

from installer.cancel import Cancel
from installer.config.clouds import load_cloud
from installer.console.arguments import parse
from installer.console.output import Output
from installer.console.session import Command, Environment
from installer.errors.base import Cancelled
from installer.events import ignore
from installer.model import Organization, TenantState
from installer.registration import Plan
from tests.registration.states import MANIFEST, tenant

CONTOSO = Organization("148e23e1-b78b-48b4-b30d-7a3f00000001", "Contoso", "contoso.onmicrosoft.com")
NO_DOMAIN = replace(CONTOSO, domain="")


def _confirm(organization: Organization, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(typed))
    environment = Environment(MANIFEST, load_cloud(None), lambda _url: None, lambda _url: None, ignore, str.encode)
    command = Command(parse(["remove"]), environment, Output(MANIFEST, json=False), Cancel())
    state: TenantState = replace(tenant(), organization=organization)
    command.confirm(Plan(None, (), ()), state)


@pytest.mark.parametrize(
    ("organization", "typed"), [(CONTOSO, "contoso\n"), (CONTOSO, " Contoso \n"), (NO_DOMAIN, f"{NO_DOMAIN.id}\n")]
)
def test_the_tenants_word_confirms(organization: Organization, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _confirm(organization, typed, monkeypatch)


@pytest.mark.parametrize("organization", [CONTOSO, NO_DOMAIN])
@pytest.mark.parametrize("typed", ["", "\n", "  \n", "yes\n", "y\n"])
def test_nothing_but_the_tenants_word_confirms(
    organization: Organization, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Cancelled):
        _confirm(organization, typed, monkeypatch)
