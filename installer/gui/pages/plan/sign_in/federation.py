"""A federation: whose tokens Microsoft exchanges for its own, typed exactly as they stand in the tokens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from installer.errors.certificates import InvalidFederation
from installer.gui.fields import FieldError, Labelled
from installer.gui.labels import Label
from installer.gui.retranslation import Text, Translated
from installer.gui.theme import GRID
from installer.inputs import read_audience, read_issuer, read_subject
from installer.model import Federation
from installer.texts import translate

Reader = Callable[[str], str]


class FederationPanel(Translated, QWidget):
    """`audience` is the cloud's, which most federations take."""

    def __init__(self, audience: str, changed: Callable[[], None]) -> None:
        super().__init__()
        self.issuer, self.subject, self.audience = QLineEdit(), QLineEdit(), QLineEdit(audience)
        self.say(self.issuer.setPlaceholderText, lambda: translate("PlanPage", "https://…"))
        self._rows: tuple[tuple[QLineEdit, Reader, FieldError], ...] = (
            (self.issuer, read_issuer, FieldError()),
            (self.subject, read_subject, FieldError()),
            (self.audience, read_audience, FieldError()),
        )
        names: tuple[Text, ...] = (
            lambda: translate("PlanPage", "Issuer of the connector’s tokens (iss)"),
            lambda: translate("PlanPage", "Subject (sub)"),
            lambda: translate("PlanPage", "Audience (aud)"),
        )
        note = Label("muted")
        self.say(
            note.setText,
            lambda: translate(
                "PlanPage",
                "Microsoft reads the issuer’s discovery document from the Internet, and compares all three byte for "
                "byte, a slash at the end included.",
            ),
        )
        column = QVBoxLayout(self)
        column.setSpacing(GRID // 2)
        for (field, _read, error), name in zip(self._rows, names, strict=True):
            column.addWidget(Labelled(name, field))
            column.addWidget(error)
            field.textChanged.connect(lambda _text, error=error: error.tell(None))
            field.editingFinished.connect(changed)
        column.addWidget(note)

    def hold(self, federation: Federation) -> None:
        for field, value in (
            (self.issuer, federation.issuer),
            (self.subject, federation.subject),
            (self.audience, federation.audience),
        ):
            if field.text() != value:
                field.setText(value)

    def federation(self) -> Federation | None:
        """What is typed; None while anything of it cannot be used."""
        try:
            return Federation(*(read(field.text()) for field, read, _error in self._rows))
        except InvalidFederation:
            return None

    def point_out(self) -> None:
        """Shows the first fault beneath its field."""
        for field, read, error in self._rows:
            if not field.text():
                error.point_out(
                    lambda: translate("PlanPage", "Type it exactly as it stands in the connector’s tokens."), field
                )
                return
            try:
                read(field.text())
            except InvalidFederation as fault:
                error.tell(fault, field)
                return
