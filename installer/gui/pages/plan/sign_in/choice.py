"""The choice of how the connector will sign in, with what the chosen way needs beneath it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from installer.gui.choices import Radio
from installer.gui.labels import Label
from installer.gui.pages.plan.sign_in.certificate import CertificatePanel
from installer.gui.pages.plan.sign_in.federation import FederationPanel
from installer.gui.pages.plan.sign_in.radio_row import RadioRow
from installer.gui.retranslation import Text, Translated
from installer.gui.theme import GRID
from installer.model import (
    CredentialKind,
    CredentialSpec,
    Federation,
    Manifest,
    PublicCertificate,
    WantedCredential,
)
from installer.texts import translate

MONTHS: Final = (6, 12)


class Way(Enum):
    """In the order in which they are offered."""

    SECRET = auto()
    CERTIFICATE = auto()
    """The connector's own, whose private key never comes here."""
    FEDERATION = auto()
    PAIR = auto()
    """A certificate and its key, both made here."""


class SignInChoice(Translated, QWidget):
    """`changed` is called whenever something else is chosen, loaded or typed."""

    def __init__(self, manifest: Manifest, audience: str, changed: Callable[[], None]) -> None:
        super().__init__()
        self._changed = changed
        self._months = manifest.months
        self._group = QButtonGroup(self)
        self.buttons = {way: self._add(way) for way in Way}
        self.certificate = CertificatePanel(changed)
        self.federation = FederationPanel(audience, changed)
        self.months = RadioRow(_months, self._choose_months)
        self.months.offer(*sorted({*MONTHS, manifest.months}))
        self.say(self.months.setAccessibleName, lambda: translate("PlanPage", "Lifetime"))
        title = Label(wraps=False)
        self.say(title.setText, lambda: translate("PlanPage", "Lifetime"))
        self.lifetime = QWidget()
        line = QVBoxLayout(self.lifetime)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID // 2)
        line.addWidget(title)
        line.addWidget(self.months)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        beneath = {
            Way.SECRET: (),
            Way.CERTIFICATE: (self.certificate,),
            Way.FEDERATION: (self.federation,),
            Way.PAIR: (self.lifetime,),
        }
        for way, button in self.buttons.items():
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            for part in beneath[way]:
                part.setContentsMargins(3 * GRID + 4, 0, 0, GRID // 2)
                column.addWidget(part)
        self._group.buttonClicked.connect(lambda _button: self._chosen())
        self.show_credential(CredentialSpec(manifest.months))

    @property
    def way(self) -> Way:
        return next(way for way, button in self.buttons.items() if button.isChecked())

    def choose(self, way: Way) -> None:
        self.buttons[way].setChecked(True)
        self._chosen()

    def show_credential(self, wanted: WantedCredential) -> None:
        """Shows this one as chosen; what was loaded or typed for another way stays."""
        match wanted:
            case PublicCertificate():
                way = Way.CERTIFICATE
                self.certificate.hold(wanted)
            case Federation():
                way = Way.FEDERATION
                self.federation.hold(wanted)
            case CredentialSpec(months=months, kind=kind):
                way = Way.PAIR if kind is CredentialKind.CERTIFICATE else Way.SECRET
                self._months = months
                self.months.choose(months)
        self.buttons[way].setChecked(True)
        self._show()

    def wanted(self) -> WantedCredential | None:
        """What was chosen; None while the chosen way lacks what it needs."""
        match self.way:
            case Way.CERTIFICATE:
                return self.certificate.certificate
            case Way.FEDERATION:
                return self.federation.federation()
            case Way.PAIR:
                return CredentialSpec(self._months, CredentialKind.CERTIFICATE)
            case Way.SECRET:
                return CredentialSpec(self._months)

    def point_out(self) -> None:
        """Says what the chosen way lacks, at the field."""
        if self.way is Way.CERTIFICATE:
            self.certificate.point_out()
        else:
            self.federation.point_out()

    def take_file(self, path: Path) -> None:
        """A file was dropped: it is the connector's certificate."""
        self.buttons[Way.CERTIFICATE].setChecked(True)
        self._show()
        self.buttons[Way.CERTIFICATE].setFocus()  # or Tab would go on to lead to the way chosen before
        self.certificate.load(path)

    def _choose_months(self, months: int) -> None:
        self._months = months
        self._changed()

    def _chosen(self) -> None:
        self._show()
        self._changed()

    def _show(self) -> None:
        way = self.way
        self.certificate.setVisible(way is Way.CERTIFICATE)
        self.federation.setVisible(way is Way.FEDERATION)
        self.lifetime.setVisible(way in (Way.SECRET, Way.PAIR))

    def _add(self, way: Way) -> Radio:
        button = Radio()
        self.say(button.setText, _words(way))
        self._group.addButton(button)
        return button


def _words(way: Way) -> Text:
    match way:
        case Way.SECRET:
            return lambda: translate("PlanPage", "Client secret")
        case Way.CERTIFICATE:
            return lambda: translate("PlanPage", "Certificate of the connector; its private key never leaves it")
        case Way.FEDERATION:
            return lambda: translate("PlanPage", "Federation; there is no secret at all")
        case Way.PAIR:
            return lambda: translate("PlanPage", "Key pair made here, to be mounted at the connector")


def _months(count: int) -> Text:
    return lambda: translate("PlanPage", "{count} months").format(count=count)
