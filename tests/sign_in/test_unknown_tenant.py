"""The commonest typing mistake, told by the real msal client over a real connection."""

from __future__ import annotations

import pytest

from installer import engine
from installer.cancel import Cancel
from installer.config.manifest import load_manifest
from installer.demo import INSTANT, SCENARIOS, Tenant
from installer.errors.sign_in import SignInRefused
from installer.events import ignore

METHODS = (engine.DeviceCode(), engine.Browser(lambda _url: None))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ["nosuch.onmicrosoft.com", "00000000-0000-0000-0000-00000000dead"])
def test_a_tenant_that_microsoft_does_not_know_is_told_as_that(method: engine.SignInMethod, name: str) -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        destination = engine.Destination(load_manifest(), tenant.cloud, name, proxy=lambda _url: None)
        with pytest.raises(SignInRefused) as caught:
            engine.connect(destination, method, Cancel(), ignore)
    assert caught.value.code == 90002
