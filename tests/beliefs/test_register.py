"""Each belief about Microsoft is contradicted: the job still ends well, or it stops with words that are true."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tests.beliefs.belonging import BELONGING
from tests.beliefs.connector import CONNECTOR
from tests.beliefs.credentials import CREDENTIALS
from tests.beliefs.looking import LOOKING
from tests.beliefs.proving import PROVING
from tests.beliefs.register import Belief, Grade, Trial
from tests.beliefs.self_renewal import SELF_RENEWAL
from tests.beliefs.signing_in import SIGNING_IN
from tests.beliefs.waiting import WAITING
from tests.beliefs.writing import WRITING
from tests.figures import Figures

BELIEFS = (*SIGNING_IN, *LOOKING, *BELONGING, *WRITING, *CREDENTIALS, *CONNECTOR, *WAITING, *PROVING, *SELF_RENEWAL)
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.filterwarnings("ignore:Attempted too soon")  # msal looks at the real clock, which does not run here
@pytest.mark.parametrize("belief", BELIEFS, ids=str)
def test_the_job_survives_that_it_is_otherwise(belief: Belief, figures: Figures, tmp_path: Path) -> None:
    with figures.belief():
        if isinstance(belief.contrary, str):
            _find(belief.contrary)
            figures.contradicted += 1
        else:
            trial = Trial(belief.contrary, tmp_path)
            try:
                trial.run()
            finally:
                figures.contradicted += trial.met


def _find(name: str) -> None:
    """The test that tries it is there."""
    file, _, test = name.partition("::")
    module = importlib.import_module(file.removesuffix(".py").replace("/", "."))
    assert callable(getattr(module, test))


def test_each_row_says_one_thing_and_stands_alone() -> None:
    assert len(BELIEFS) >= 100
    assert len({belief.what for belief in BELIEFS}) == len({str(belief) for belief in BELIEFS}) == len(BELIEFS)
    for belief in BELIEFS:
        assert belief.source or belief.grade is Grade.ASSUMED, belief.what
        assert ".md" not in belief.source, "a plain clone does not have our notes"
        assert belief.otherwise, belief.what
