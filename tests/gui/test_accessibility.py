"""What a screen reader and a keyboard meet beside what test_every_state.py holds of every page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from installer.gui.pages.deliver import DeliverPage
from installer.model import ClientSecret
from tests.gui.driver import DELIVER, PLAN, SIGN_IN, Driver


def _visible(widget: QWidget) -> list[QWidget]:
    return [child for child in widget.findChildren(QWidget) if child.isVisible()]


def test_the_page_is_announced_by_its_instruction(driver: Driver) -> None:
    page = driver.go_to(SIGN_IN)
    assert page.accessibleName() == page.heading()


def test_a_field_of_text_does_not_trap_tab(driver: Driver) -> None:
    assert all(field.tabChangesFocus() for field in driver.wizard.findChildren(QPlainTextEdit))


def test_the_secret_is_not_in_any_accessible_text(driver: Driver) -> None:
    driver.go_to(DELIVER)
    registration = driver.job.registration
    assert registration is not None
    secret = registration.credentials.credential
    assert isinstance(secret, ClientSecret)
    value = secret.value.reveal()
    for child in _visible(driver.wizard):
        interface = QAccessible.queryAccessibleInterface(child)
        kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
        assert all(value not in interface.text(kind) for kind in kinds)


def test_labels_show_foreign_names_as_they_are(driver: Driver) -> None:
    driver.go_to(DELIVER)
    labels = [label for label in driver.wizard.findChildren(QLabel) if label.text() and label.buddy() is None]
    assert labels
    assert [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []


def test_typed_passphrases_are_masked(driver: Driver) -> None:
    page = driver.go_to(DELIVER)
    assert isinstance(page, DeliverPage)
    fields = (page.options.passphrase.first, page.options.passphrase.second)
    assert all(field.echoMode() is QLineEdit.EchoMode.Password for field in fields)


def test_no_choice_is_told_by_colour_alone(driver: Driver) -> None:
    driver.go_to(PLAN)
    assert all(button.text() for button in driver.wizard.findChildren(QRadioButton))
