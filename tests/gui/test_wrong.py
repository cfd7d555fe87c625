"""What is wrong with a field is read without scrolling, however small the window is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from installer.gui.fields import Wrong
from tests.gui.conftest import Launch
from tests.gui.driver import SIGN_IN


def _whole(wrong: Wrong) -> bool:
    return wrong.isVisible() and wrong.visibleRegion().boundingRect().height() == wrong.height()


def test_the_options_that_are_opened_for_it_show_the_whole_sentence(launch: Launch, qtbot: QtBot) -> None:
    driver = launch()
    driver.wizard.resize(driver.wizard.minimumSize())
    driver.go_to(SIGN_IN)
    driver.page.findChildren(QLineEdit)[0].setText("contoso")
    driver.commit()
    (wrong,) = (error for error in driver.page.findChildren(Wrong) if error.isVisible())
    qtbot.waitUntil(lambda: _whole(wrong))


def test_the_sentence_is_brought_into_view_where_it_is_far_below_its_field(qtbot: QtBot) -> None:
    area, content = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    field, between, wrong = QLineEdit(), QWidget(), Wrong()
    between.setFixedHeight(400)
    column = QVBoxLayout(content)
    for widget in (field, between, wrong):
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    area.setWidgetResizable(True)
    area.setWidget(content)
    area.resize(300, 200)
    area.show()
    wrong.point_out(lambda: "This is not the name of a tenant. " * 4, field)
    qtbot.waitUntil(lambda: _whole(wrong))
    wrong.point_out(None)
    assert not wrong.isVisible()
