"""What is to go: the application with all its access, or only old secrets and certificates, each one chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from installer.gui.choices import CheckBox, Radio
from installer.gui.labels import Card, Label, give_role
from installer.gui.theme import GRID
from installer.gui.wording import Speaking
from installer.gui.wrong import Wrong
from installer.model import Application, CredentialEntry, CredentialKind, OldCredentials
from installer.texts import long_date, translate


class Removal(Speaking, Card):
    """Two radio buttons; beneath the second one a box for each credential, none of them ticked beforehand."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__(spacing=2)
        self._changed = changed
        self._shown: Application | None = None
        self.whole, self.old = Radio(), Radio()
        group = QButtonGroup(self)
        for button in (self.whole, self.old):
            give_role(button, "strong")
            group.addButton(button)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.whole.setChecked(True)
        self.say(self.whole.setText, lambda: translate("PlanPage", "The application and all its access"))
        self.say(self.old.setText, lambda: translate("PlanPage", "Only old secrets and certificates"))
        self._list = QWidget()
        self._boxes: dict[str, CheckBox] = {}
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(3 * GRID + 4, 0, 0, 0)
        self._lines.setSpacing(0)
        self.column.addWidget(self._list)
        self._wrong = Wrong()
        self.column.addWidget(self._wrong)
        group.buttonClicked.connect(lambda _button: self._chosen())
        self._list.hide()

    @property
    def keys(self) -> tuple[str, ...]:
        """Key ids of the credentials to remove; none where the application goes, or nothing is ticked."""
        if self.whole.isChecked():
            return ()
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    @property
    def incomplete(self) -> bool:
        return self.old.isChecked() and not self.keys

    def show_application(self, found: Application, now: datetime, old: OldCredentials | None) -> None:
        """The credentials as they are now; those chosen before stay ticked."""
        self.old.setEnabled(bool(found.credentials))
        (self.whole if old is None else self.old).setChecked(True)
        self._list.setVisible(old is not None)
        if found == self._shown:
            return
        self._shown = found
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._boxes = {}
        for entry in found.credentials:
            box, key = _Box(entry, now), Label("small", entry.key_id)
            box.setChecked(old is not None and entry.key_id in old.keys)
            box.toggled.connect(lambda _on: self._chosen())
            key.setContentsMargins(3 * GRID + 4, 0, 0, GRID // 2)
            self._boxes[entry.key_id] = box
            self._lines.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
            self._lines.addWidget(key)

    def point_out(self) -> None:
        first = next(iter(self._boxes.values()), None)
        self._wrong.point_out(lambda: translate("PlanPage", "Tick what is to be removed."), first)

    def _chosen(self) -> None:
        self._wrong.tell(None)
        self._list.setVisible(self.old.isChecked())
        self._changed()


class _Box(Speaking, CheckBox):
    """One credential, to be ticked."""

    def __init__(self, entry: CredentialEntry, now: datetime) -> None:
        super().__init__()
        self.say(self.setText, lambda: _words(entry, now))
        self.say(self.setAccessibleName, lambda: f"{_words(entry, now)} ({entry.key_id})")


def _words(entry: CredentialEntry, now: datetime) -> str:
    name = translate("PlanPage", "Client secret")
    if entry.kind is CredentialKind.CERTIFICATE:
        name = translate("PlanPage", "Certificate")
    if entry.end is None:
        return name
    date = long_date(entry.end)
    if entry.end <= now:
        return translate("PlanPage", "{credential}: ended on {date}").format(credential=name, date=date)
    return translate("PlanPage", "{credential}: valid until {date}").format(credential=name, date=date)
