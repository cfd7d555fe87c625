"""Dialogs for files: each starts in the folder used last, and Qt's own speaks the language in use."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from installer.gui.documents import ask_for_file, ask_where_to_save, delivery_folder, remember_folder_of
from installer.model import Language
from installer.texts import use


def test_a_dialog_starts_in_the_folder_used_last(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starts: list[Path] = []

    def answer(chosen: str, *arguments: object) -> tuple[str, str]:
        starts.append(Path(str(arguments[2])))
        return chosen, ""

    parent = QWidget()
    qtbot.addWidget(parent)
    remember_folder_of(delivery_folder() / "bundle.age")
    other = tmp_path / "other" / "report.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: answer(str(other), *given))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: answer("", *given))
    assert ask_where_to_save(parent, "Save", "report.html", "") == other
    assert ask_for_file(parent, "Load") is None, "cancelled"
    ask_where_to_save(parent, "Save", "end.ics", "")
    remember_folder_of(tmp_path / "contoso.age")
    ask_where_to_save(parent, "Save", "end.ics", "")
    assert starts == [delivery_folder() / "report.html", other.parent, other.parent / "end.ics", tmp_path / "end.ics"]


def test_qts_own_dialog_is_whole_in_french(qtbot: QtBot) -> None:
    use(Language.EN)
    english = _words(qtbot)
    use(Language.FR)
    french = _words(qtbot)
    use(Language.EN)
    assert english & french == set()


def _words(qtbot: QtBot) -> set[str]:
    dialog = QFileDialog(None, "", "", "PDF (*.pdf)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    labels = (label.text() for label in dialog.findChildren(QLabel))
    buttons = (words for button in dialog.findChildren(QAbstractButton) for words in (button.text(), button.toolTip()))
    return {words.replace("&", "") for words in (*labels, *buttons) if words}
