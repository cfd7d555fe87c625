"""A wizard on an embedded tenant without delays."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from installer.bundle import age
from installer.demo import INSTANT, Tenant
from installer.gui import worker
from installer.model import Language
from installer.sign_in import credential
from tests import cheap_scrypt
from tests.faults.conftest import no_other_authority
from tests.gui.driver import Driver, themed_application
from tests.gui.hurried import Hurried, tenant_time
from tests.tenants import SCENARIOS

__all__ = ["no_other_authority"]

Launch = Callable[..., Driver]


@pytest.fixture(autouse=True, scope="module")
def in_no_time() -> Iterator[None]:
    """What only costs time here, and is tested where it belongs: scrypt, and the pauses before another request."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worker, "Cancel", Hurried)
        patch.setattr(age, "apart", cheap_scrypt.apart)
        patch.setattr(credential, "APART_SECONDS", 0.01)
        yield


@pytest.fixture
def launch(qtbot: QtBot) -> Iterator[Launch]:
    """Starts a wizard in one of the demo's scenarios; `signs_in=False` leaves the browser unanswered."""
    with ExitStack() as stack:

        def start(scenario: str = "clean", language: Language = Language.EN, **options: Any) -> Driver:
            themed_application()
            tenant = stack.enter_context(Tenant(SCENARIOS[scenario].with_delays(INSTANT), now=tenant_time))
            return stack.enter_context(Driver(tenant, language, **options))

        yield start


@pytest.fixture
def driver(launch: Launch) -> Driver:
    """A Global Administrator in a clean tenant, in English."""
    return launch()
