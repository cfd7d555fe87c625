"""The table of a plan or of a comparison has a sign for whatever becomes of a thing, and says it beside the sign."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from installer.gui.marks import Mark
from installer.gui.pages.line_table import SIGNS, LineTable, TableRow
from installer.model import Fate, Language, Level, Line, Thing, Verdict
from installer.texts import use


def test_every_fate_and_every_verdict_has_a_sign() -> None:
    assert set(SIGNS) == {*Fate, *Verdict}


@pytest.mark.parametrize("sentences", [True, False])
def test_a_line_is_read_aloud_with_what_becomes_of_it(sentences: bool, qtbot: QtBot) -> None:
    use(Language.EN)
    table = LineTable(sentences=sentences)
    qtbot.addWidget(table)
    table.show_rows(
        [TableRow(Line(Thing.PERMISSION, Fate.GRANTED, "Sites.Read.All"), "To find the sites", Level.WRITE)]
    )
    labels = table.findChildren(QLabel)
    assert [mark.sign for mark in table.findChildren(Mark)] == [SIGNS[Fate.GRANTED]]
    assert labels[0].accessibleName() == "Sites.Read.All: will be granted"
    assert {"Sites.Read.All", "To find the sites", "will be granted"} <= {label.text() for label in labels}
