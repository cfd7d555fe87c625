"""The question asked before a secret would be lost: one of the two moments at which the wizard asks back."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from installer.gui.controls import Button
from installer.gui.headings import Heading
from installer.gui.labels import Label, give_role
from installer.gui.marks import Mark, Sign
from installer.gui.theme import GRID
from installer.gui.wording import Speaking
from installer.texts import translate


class Answer(Enum):
    DELIVER = auto()
    REVOKE = auto()


class SecretGuard(Speaking, QDialog):
    """Enter and Esc both keep the secret: only the button that says so revokes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        title, text = Heading("large"), Label()
        self.say(self.setWindowTitle, lambda: translate("Guard", "GLIMPS ODSP Connector"))
        self.say(title.setText, lambda: translate("Guard", "The secret has not been delivered"))
        self.say(
            text.setText, lambda: translate("Guard", "Nobody will be able to read it again once this window is closed.")
        )
        self.deliver = Button(lambda: translate("Guard", "&Deliver now"), self.reject)
        self.revoke = Button(lambda: translate("Guard", "&Revoke the secret and quit"), self.accept)
        give_role(self.deliver, "commit")
        self.deliver.setAutoDefault(True)
        self.deliver.setDefault(True)
        column, head, buttons = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        head.setSpacing(GRID + 4)
        head.addWidget(Mark(Sign.WARNING), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(title)
        words.addWidget(text)
        head.addLayout(words, 1)
        column.addLayout(head)
        buttons.setSpacing(GRID)
        buttons.addStretch()
        buttons.addWidget(self.revoke)
        buttons.addWidget(self.deliver)
        column.addLayout(buttons)
        self.setTabOrder(self.deliver, self.revoke)
        self.say(self.setAccessibleName, title.text)
        self.say(self.setAccessibleDescription, text.text)
        text.setMinimumWidth(400)
        self.deliver.setFocus()


def ask_about_secret(parent: QWidget) -> Answer:
    dialog = SecretGuard(parent)
    answer = Answer.REVOKE if dialog.exec() == QDialog.DialogCode.Accepted else Answer.DELIVER
    dialog.deleteLater()
    return answer
