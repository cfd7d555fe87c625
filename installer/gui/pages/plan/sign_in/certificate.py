"""The connector's certificate: loaded or dropped, shown with its fingerprint, or refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from installer import engine
from installer.errors.base import SetupError
from installer.errors.certificates import MaySignCertificates, WeakSignature
from installer.gui.accessibility import announce
from installer.gui.controls import Button, Facts
from installer.gui.fields import FieldError
from installer.gui.labels import Label, Row, Slot, in_groups
from installer.gui.retranslation import Translated
from installer.gui.theme import GRID
from installer.model import PublicCertificate
from installer.texts import explain, long_date, translate


class CertificatePanel(Translated, QWidget):
    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__()
        self._changed = changed
        self.certificate: PublicCertificate | None = None
        self.browse = Button(lambda: translate("PlanPage", "&Load the certificate…"), self._browse, "small")
        drop, self._compare, self._doubts = Label("muted", wraps=False), Label("muted"), Label("muted")
        self.say(drop.setText, lambda: translate("PlanPage", "or drop the file here (.cer, .pem, .p7b)"))
        self.say(self._compare.setText, self._advice)
        self._field_error, self._facts = FieldError(), Slot()
        column = QVBoxLayout(self)
        column.setSpacing(GRID // 2)
        for widget in (Row(self.browse, drop), self._field_error, self._facts, self._compare, self._doubts):
            column.addWidget(widget)
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
        path, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self.load(Path(path))

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
