"""How the connector will sign in: the choice, and what each way needs."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import Final, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from installer import engine
from installer.errors.base import SetupError
from installer.errors.certificates import InvalidFederation, MaySignCertificates, WeakSignature
from installer.gui.accessibility import announce
from installer.gui.controls import Button, Facts, Radio
from installer.gui.documents import ask_for_file
from installer.gui.fields import FieldError, Labelled
from installer.gui.labels import STRETCH, Label, Row, Slot, column, in_groups, row
from installer.gui.retranslation import Text, Translated
from installer.gui.theme import GRID, radio_indent
from installer.inputs import read_audience, read_issuer, read_subject
from installer.model import (
    CredentialKind,
    CredentialSpec,
    Federation,
    Manifest,
    PublicCertificate,
    WantedCredential,
)
from installer.texts import explain, long_date, translate

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
        column(title, self.months, inside=self.lifetime, spacing=GRID // 2)
        lines = column(inside=self, spacing=GRID // 2)
        beneath = {
            Way.SECRET: (),
            Way.CERTIFICATE: (self.certificate,),
            Way.FEDERATION: (self.federation,),
            Way.PAIR: (self.lifetime,),
        }
        for way, button in self.buttons.items():
            lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            for part in beneath[way]:
                part.setContentsMargins(radio_indent(), 0, 0, GRID // 2)
                lines.addWidget(part)
        self._group.buttonClicked.connect(lambda _button: self._chosen())
        self.show_credential(CredentialSpec(manifest.months))

    @property
    def way(self) -> Way:
        """The way that is chosen."""
        return next(way for way, button in self.buttons.items() if button.isChecked())

    def choose(self, way: Way) -> None:
        """Chooses a way as a click does."""
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


class CertificatePanel(Translated, QWidget):
    """`changed` is called after each file that was read, whether or not it can be used."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__()
        self._changed = changed
        self.certificate: PublicCertificate | None = None
        self.browse = Button(lambda: translate("PlanPage", "&Load the certificate…"), self._browse, "small")
        drop, self._compare, self._doubts = Label("muted", wraps=False), Label("muted"), Label("muted")
        self.say(drop.setText, lambda: translate("PlanPage", "or drop the file here (.cer, .pem, .p7b)"))
        self.say(self._compare.setText, self._advice)
        self._field_error, self._facts = FieldError(), Slot()
        parts = (Row(self.browse, drop), self._field_error, self._facts, self._compare, self._doubts)
        column(*parts, inside=self, spacing=GRID // 2)
        self._show()

    @property
    def error(self) -> str:
        """The sentence at the field, where there is one."""
        return self._field_error.text()

    def hold(self, certificate: PublicCertificate) -> None:
        """Shows one that was read elsewhere."""
        self.certificate = certificate
        self._field_error.tell(None)
        self._show()

    def load(self, path: Path) -> None:
        """Reads a file, and says at the field why one cannot be used; then none is held."""
        self.certificate = None
        try:
            self.certificate = engine.read_certificate(path)
        except SetupError as error:
            self._field_error.tell(error, self.browse)
        else:
            self._field_error.tell(None)
            print_ = self.certificate.thumbprint_sha256
            announce(self, translate("PlanPage", "Certificate loaded, fingerprint {print}").format(print=print_))
        self._show()
        self._changed()

    def point_out(self) -> None:
        """Asks for the certificate while there is none."""
        if self.certificate is None:
            words = self._field_error.text()
            self._field_error.point_out(
                lambda: words or translate("PlanPage", "Load the connector’s certificate first."), self.browse
            )

    def retranslate(self) -> None:
        super().retranslate()
        self._show()

    def _browse(self) -> None:
        title = translate("PlanPage", "Load the connector’s certificate")
        kinds = translate("PlanPage", "Certificates (*.cer *.crt *.pem *.der *.p7b *.p7c);;All files (*)")
        if path := ask_for_file(self, title, kinds):
            self.load(path)

    def _show(self) -> None:
        shown, facts = self.certificate, Facts()
        if shown:
            end, fingerprint = shown.expires, Label("mono", in_groups(shown.thumbprint_sha256))
            facts.add(lambda: translate("PlanPage", "Subject"), shown.subject, copy=False)
            facts.add(lambda: translate("PlanPage", "Valid until"), lambda: long_date(end), copy=False)
            facts.add_widget(lambda: translate("PlanPage", "Fingerprint (SHA-256)"), fingerprint)
        self._facts.put(facts)
        self._facts.setVisible(shown is not None)
        self._compare.setVisible(shown is not None)
        doubts = self._doubts_of(shown) if shown else []
        self._doubts.setText("\n".join(doubts))
        self._doubts.setVisible(bool(doubts))

    @staticmethod
    def _advice() -> str:
        return translate("PlanPage", "Compare the fingerprint with your GLIMPS contact before you go on.")

    @staticmethod
    def _doubts_of(shown: PublicCertificate) -> list[str]:
        name = translate("PlanPage", "this file")
        doubts: list[SetupError] = [MaySignCertificates(name)] if shown.authority else []
        doubts += [WeakSignature(name)] if shown.weak_signature else []
        return [explain(doubt).sentence for doubt in doubts]


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
        lines = column(inside=self, spacing=GRID // 2)
        for (field, _read, error), name in zip(self._rows, names, strict=True):
            lines.addWidget(Labelled(name, field))
            lines.addWidget(error)
            field.textChanged.connect(lambda _text, error=error: error.tell(None))
            field.editingFinished.connect(changed)
        lines.addWidget(note)

    def hold(self, federation: Federation) -> None:
        """Shows one that is known."""
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


T = TypeVar("T")


class RadioRow(Translated, QWidget, Generic[T]):
    """A value chosen elsewhere gets a button too."""

    def __init__(self, words: Callable[[T], Text], chosen: Callable[[T], None]) -> None:
        super().__init__()
        self._words = words
        self._values: list[T] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda number: chosen(self._values[number]))
        self._line = row(STRETCH, inside=self)

    def offer(self, *values: T) -> None:
        """Adds a button for each value."""
        for value in values:
            button = Radio()
            self._group.addButton(button, len(self._values))
            self._values.append(value)
            self.say(button.setText, self._words(value))
            self._line.insertWidget(self._line.count() - 1, button)

    def choose(self, value: T) -> None:
        """Checks the button of this value."""
        if value not in self._values:
            self.offer(value)
        self._group.button(self._values.index(value)).setChecked(True)

    def button(self, value: T) -> QWidget:
        """The button of a value that is offered."""
        return self._group.button(self._values.index(value))
