"""The error in a field can be read without scrolling, however small the window is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from installer.gui.fields import FieldError
from installer.gui.pages.sign_in import SignInPage
from tests.gui.conftest import Launch
from tests.gui.driver import SIGN_IN


def _whole(error: FieldError) -> bool:
    return error.isVisible() and error.visibleRegion().boundingRect().height() == error.height()


def test_the_options_that_are_opened_for_it_show_the_whole_sentence(launch: Launch, qtbot: QtBot) -> None:
    driver = launch()
    driver.wizard.resize(driver.wizard.minimumSize())
    driver.go_to(SIGN_IN)
    page = driver.page
    assert isinstance(page, SignInPage)
    page.before.tenant.setText("contoso")
    driver.commit()
    (error,) = (error for error in driver.page.findChildren(FieldError) if error.isVisible())
    qtbot.waitUntil(lambda: _whole(error))


def test_the_sentence_is_brought_into_view_where_it_is_far_below_its_field(qtbot: QtBot) -> None:
    area, content = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    field, between, error = QLineEdit(), QWidget(), FieldError()
    between.setFixedHeight(400)
    column = QVBoxLayout(content)
    for widget in (field, between, error):
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    area.setWidgetResizable(True)
    area.setWidget(content)
    area.resize(300, 200)
    area.show()
    error.point_out(lambda: "This is not the name of a tenant. " * 4, field)
    qtbot.waitUntil(lambda: _whole(error))
    error.point_out(None)
    assert not error.isVisible()
