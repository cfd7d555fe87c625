"""The table of a plan or of a comparison has an icon for every fate and verdict, and words beside the icon."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from installer.gui.pages.line_table import ICONS, LineTable, TableRow
from installer.gui.status_icon import StatusIcon
from installer.model import Fate, Language, Level, Line, Thing, Verdict
from installer.texts import use


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
