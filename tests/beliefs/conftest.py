"""Dozens of runs, told in English, which read no authorities but the tenant's."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from installer.model import Language
from installer.texts import use
from tests.faults.conftest import no_other_authority

__all__ = ["no_other_authority"]


@pytest.fixture(autouse=True)
def in_english(qapp: QApplication) -> Iterator[None]:
    use(Language.EN)
    yield
    use(Language.EN)
