"""Eleven ways in which a person without a role prepares the tenant, against each answer in the wizard, by keyboard.

He tries everything he can sign in with: he has nothing that was not shown and given knowingly.
"""

from __future__ import annotations

from pathlib import Path as FilePath

import pytest

from installer.errors.base import ExitCode
from installer.gui.flow import Path
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.plan import PlanPage
from installer.model import Decision
from tests.faults.commands import Person
from tests.figures import Figures
from tests.gui.driver import Driver, texts_of, themed_application
from tests.gui.ownership_states import intruded
from tests.gui.steps import choose_way, code, delivered, planned
from tests.ownership.intruder import Intruder
from tests.ownership.ways import WAYS, Moment, Way
from tests.tenants import FULL


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("decision", Decision)
@pytest.mark.parametrize("intrusion", WAYS, ids=str)
def test_he_gets_nothing_that_was_not_given_knowingly(
    intrusion: Way, decision: Decision, tmp_path: FilePath, figures: Figures
) -> None:
    themed_application()
    with figures.case("intruder: eleven ways, in the wizard"), intruded() as (driver, intruder):
        page = begin(intrusion, driver, intruder, tmp_path)
        asked = page.parts.asks_whose
        assert asked or not intrusion.reasons
        if asked:
            assert code(driver) is ExitCode.DECISION
            assert not intruder.granted()
            told = "\n".join(texts_of(page))
            assert all(key_id in told for key_id in intruder.key_ids), "what he holds is named"
            choose_way(driver, decision)
        driver.commit()
        driver.until(lambda: isinstance(driver.page, DeliverPage) or page.parts.asks_whose, "the end of the run")
        if isinstance(driver.page, DeliverPage):
            delivered(driver, tmp_path)
        loot = intruder.loot()
        assert loot <= (set(FULL) if asked and decision is Decision.ADOPT else set())


def begin(intrusion: Way, driver: Driver, intruder: Intruder, folder: FilePath) -> PlanPage:
    """On the plan page, where he has done what he can, and where the run that met him has led back."""
    if intrusion.moment is Moment.BESIDE:
        assert Person(driver.tenant, folder).run(("setup", "--sign-in", "device-code")) == ExitCode.DONE
    if intrusion.moment is not Moment.BETWEEN:
        intrusion.prepare(intruder)
    page = planned(driver, Path.SETUP)
    if intrusion.moment is Moment.BETWEEN:
        intrusion.prepare(intruder)
        driver.commit()
        driver.until(lambda: driver.page is page and page.parts.asks_whose, "the question")
    return page
