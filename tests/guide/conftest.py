"""Guides are made in the language in use; each test leaves English behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from installer.model import Language
from installer.texts import use


@pytest.fixture(autouse=True)
def english_again(qapp: QGuiApplication) -> Iterator[None]:
    use(Language.EN)
    yield
    use(Language.EN)
