"""Qt's application object, the windowed one: a process has but one, and the wizard's tests come later."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from installer.model import Language
from installer.texts import use


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    """It is there before any text is asked for; each test leaves English behind."""
    use(Language.EN)
    yield
    use(Language.EN)
