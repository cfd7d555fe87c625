"""The table of a plan or of a comparison has an icon for every fate and verdict, and words beside the icon."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from installer.gui.pages.line_table import ICONS, LineTable, TableRow
from installer.gui.status_icon import StatusIcon
from installer.model import Fate, Language, Level, Line, Thing, Verdict
from installer.texts import use
from tests.gui import fit
from tests.gui.driver import Driver, settle
from tests.gui.pseudo import load_pseudo


def test_every_fate_and_every_verdict_has_an_icon() -> None:
    assert set(ICONS) == {*Fate, *Verdict}


@pytest.mark.parametrize("sentences", [True, False])
def test_a_line_is_read_aloud_with_what_becomes_of_it(sentences: bool, qtbot: QtBot) -> None:
    use(Language.EN)
    table = LineTable(sentences=sentences)
    qtbot.addWidget(table)
    table.show_rows(
        [TableRow(Line(Thing.PERMISSION, Fate.GRANTED, "Sites.Read.All"), "To find the sites", Level.WRITE)]
    )
    labels = table.findChildren(QLabel)
    assert [icon.shown for icon in table.findChildren(StatusIcon)] == [ICONS[Fate.GRANTED]]
    assert labels[0].accessibleName() == "Sites.Read.All: will be granted"
    assert {"Sites.Read.All", "To find the sites", "will be granted"} <= {label.text() for label in labels}


def test_an_id_without_a_place_to_break_has_room_beside_levels_and_fates(driver: Driver) -> None:
    """Between digits a hyphen is no place to break (Unicode UAX #14), so how wide an id is depends on its digits."""
    page = driver.wizard.current
    assert page is not None
    QCoreApplication.installTranslator(load_pseudo())
    table = LineTable()
    page.body.insertWidget(0, table)
    table.show_rows(
        [
            TableRow(Line(thing, fate, key_id="88888888-8888-8888-8888-888888888888"))
            for thing in (Thing.SECRET, Thing.FEDERATION, Thing.PRINCIPAL_CERTIFICATE)
            for fate in (Fate.KEPT, Fate.TAKEN_AWAY, Fate.IN_QUESTION, Fate.REMOVED)
        ]
        + [TableRow(Line(Thing.PERMISSION, Fate.GRANTED, "Files.ReadWrite.All"), "why", Level.WRITE)]
    )
    settle()
    assert list(fit.clipped(driver.wizard)) == []
    QCoreApplication.removeTranslator(load_pseudo())
