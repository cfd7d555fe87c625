"""What a screen reader and a keyboard meet: names, labels, mnemonics, contrast."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QProgressBar, QRadioButton, QWidget

from installer.gui.pages.deliver import DeliverPage
from installer.model import ClientSecret, Language
from tests.gui.conftest import Launch
from tests.gui.driver import CHOOSE, DELIVER, PLAN, SIGN_IN, Driver, settle

MNEMONIC = re.compile(r"&(\w)")


def _visible(widget: QWidget) -> list[QWidget]:
    return [one for one in widget.findChildren(QWidget) if one.isVisible()]


def _unnamed(widget: QWidget) -> list[str]:
    """Everything that takes the focus, or moves, and has no name."""
    found = []
    for one in _visible(widget):
        focusable = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
        if not focusable and not isinstance(one, QProgressBar):
            continue
        interface = QAccessible.queryAccessibleInterface(one)
        if not interface.text(QAccessible.Text.Name):
            found.append(repr(one))
    return found


def _mnemonics(driver: Driver) -> Counter[str]:
    texts = [
        one.text() for one in _visible(driver.wizard) if isinstance(one, QAbstractButton | QLabel) and one.isEnabled()
    ]
    buddies = [text for text in texts if "&" in text]
    return Counter(found[1].lower() for text in buddies if (found := MNEMONIC.search(text)))


def _states(driver: Driver) -> list[str]:
    """Walks through the pages; what is wrong on each."""
    wrong = []
    for number in (CHOOSE, SIGN_IN, PLAN, DELIVER):
        page = driver.go_to(number)
        ways = page.ways.choices if isinstance(page, DeliverPage) else (None,)
        for way in ways:
            if way and isinstance(page, DeliverPage):
                page.ways.choose(way)
                settle()
            wrong += [f"{page.heading()}: {one} has no name" for one in _unnamed(driver.wizard)]
            twice = [key for key, count in _mnemonics(driver).items() if count > 1]
            wrong += [f"{page.heading()}: Alt+{key} means two things" for key in twice]
    return wrong


@pytest.mark.parametrize("language", Language)
def test_every_control_has_a_name_and_no_mnemonic_means_two_things(launch: Launch, language: Language) -> None:
    assert _states(launch(language=language)) == []


def test_the_page_is_announced_by_its_instruction(driver: Driver) -> None:
    page = driver.go_to(SIGN_IN)
    assert page.accessibleName() == page.heading()


def test_tab_goes_through_the_page_then_commit_back_cancel(driver: Driver) -> None:
    driver.go_to(PLAN)
    driver.tab_to(driver.wizard.commit)
    seen = []
    for _ in range(2):
        driver.key(Qt.Key.Key_Tab)
        focus = driver.wizard.focusWidget()
        assert isinstance(focus, QAbstractButton)
        seen.append(focus.text().replace("&", ""))
    assert seen == ["Back", "Cancel"]


def test_a_field_of_text_does_not_trap_tab(driver: Driver) -> None:
    assert all(one.tabChangesFocus() for one in driver.wizard.findChildren(QPlainTextEdit))


def test_the_secret_is_not_in_any_accessible_text(driver: Driver) -> None:
    driver.go_to(DELIVER)
    registration = driver.walk.registration
    assert registration is not None
    secret = registration.credentials.credential
    assert isinstance(secret, ClientSecret)
    value = secret.value.reveal()
    for one in _visible(driver.wizard):
        interface = QAccessible.queryAccessibleInterface(one)
        kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
        assert all(value not in interface.text(kind) for kind in kinds)


def test_labels_show_foreign_names_as_they_are(driver: Driver) -> None:
    driver.go_to(DELIVER)
    labels = [one for one in driver.wizard.findChildren(QLabel) if one.text() and one.buddy() is None]
    assert labels
    assert [one.text() for one in labels if one.textFormat() is not Qt.TextFormat.PlainText] == []


def test_typed_passphrases_are_masked(driver: Driver) -> None:
    page = driver.go_to(DELIVER)
    assert isinstance(page, DeliverPage)
    fields = (page.ways.passphrase.first, page.ways.passphrase.second)
    assert all(field.echoMode() is QLineEdit.EchoMode.Password for field in fields)


def test_no_choice_is_told_by_colour_alone(driver: Driver) -> None:
    driver.go_to(PLAN)
    assert all(one.text() for one in driver.wizard.findChildren(QRadioButton))
