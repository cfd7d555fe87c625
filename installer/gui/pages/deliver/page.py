"""The delivery page: the only time the secret can be handed over, and the question asked before it would be lost."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from installer import engine
from installer.bundle.files import check_target, default_name
from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.files import FileExists, UnwritableFolder
from installer.errors.proof import NotTriedHere
from installer.errors.work import DeliveryFailed
from installer.events import Delivered, Event, Report, Warned
from installer.gui.accessibility import Heading
from installer.gui.clipboard import SecretClipboard
from installer.gui.controls import Button, Disclosure
from installer.gui.documents import delivery_folder, remember_folder_of
from installer.gui.flow import Close, Leave, Next, Outcome
from installer.gui.info_bar import Notice, Offer, WarningBars
from installer.gui.job import Job
from installer.gui.labels import STRETCH, Label, column, give_role, row
from installer.gui.page import Buttons, Page
from installer.gui.pages.deliver.handover import Deployment, Identifiers, Notes, TargetFile
from installer.gui.pages.deliver.options import DeliveryOptions
from installer.gui.retranslation import Translated
from installer.gui.status_icon import Icon, StatusIcon
from installer.gui.theme import GRID
from installer.model import Bundle, utc_now
from installer.texts import translate


class DeliverPage(Page):
    """Hands the credential over in the way that is chosen, or revokes it if the person leaves without."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self._revoking = False
        self.clipboard = SecretClipboard(self)
        self.verified, self.verdict = Label("strong"), StatusIcon(Icon.DONE)
        self.warnings = WarningBars()
        self.target = TargetFile()
        self.options = DeliveryOptions(job.manifest, self.clipboard)
        self.options.changed.connect(self._option_changed)
        self.options.add_beneath(self.target)
        self.deployment, self.notes = Deployment(self._deploy), Notes()
        self.remarks = Disclosure(lambda: translate("DeliverPage", "Remarks for GLIMPS (optional)"), self.notes)
        self.options.add_beneath(self.remarks)
        self.identifiers = Identifiers()
        self.body.addLayout(row(self.verdict, self.verified, grows=self.verified))
        self.body.addWidget(self.warnings)
        self.body.addWidget(self.deployment)
        self.body.addWidget(self.options)
        self.body.addWidget(self.identifiers)
        self.body.setSpacing(GRID)
        self.body.addStretch()
        self.say(self.verified.setText, self._proof)

    def heading(self) -> str:
        if self._revoking:
            return translate("DeliverPage", "Revoking the secret…")
        if self.options.plain:
            return translate("DeliverPage", "Hand over what the connector asks for")
        return translate("DeliverPage", "Hand the credentials to the right person")

    def subheading(self) -> str:
        if self._revoking:
            return translate("DeliverPage", "Nobody will be able to use it.")
        if self.options.plain:
            return translate("DeliverPage", "As a file, or value by value. Nothing in it is secret.")
        if not self.job.made_here:
            return translate("DeliverPage", "As a file that only the recipient can open.")
        return translate("DeliverPage", "The secret cannot be read again later: deliver it now.")

    def buttons(self) -> Buttons:
        commit = translate("DeliverPage", "Save &encrypted file")
        if self.options.by_clipboard:
            commit = translate("DeliverPage", "&Finish")
        elif self.options.plain:
            commit = translate("DeliverPage", "Save the &file")
        cancel = translate("DeliverPage", "Close without delivering…")
        if not self.job.secret_at_risk:
            cancel = translate("DeliverPage", "Close")
        return Buttons(commit, cancel, commit_enabled=not self.busy, cancel_enabled=not self.busy)

    def first_focus(self) -> QWidget | None:
        return self.target.field if self.options.plain else self.options.chosen_button()

    def enter(self) -> None:
        registration = self.job.registration
        if registration is None:
            return
        credentials = registration.credentials
        self.options.prepare(credentials.credential)
        if self.job.enrolment and self.job.enrolment.recipient and not self.options.plain:
            self.options.offer_recipient(self.job.enrolment.recipient.key)
        self.identifiers.show_credentials(credentials)
        plain = self.options.plain
        suffix = ".json" if plain else ".age"
        name = default_name(credentials.organization.domain, utc_now().astimezone().date(), suffix)
        self.target.show_path(delivery_folder() / name, plain=plain)
        self.verified.setText(self._proof())
        self.verdict.show_icon(Icon.DONE if registration.proven or plain else Icon.WARNING)
        self.warnings.show_warnings([told for told in registration.warnings if not isinstance(told, NotTriedHere)])

    def apply(self) -> Outcome | None:
        if self.job.bundle or self.job.stored:
            return Next()
        if not self.options.by_clipboard:
            self._save()
        elif self.options.vault.confirmed():
            self._settle()
        return None

    def let_go(self) -> None:
        super().let_go()
        self.clipboard.clear()

    def hold(self, close: Close) -> None:
        if close is not Close.ASK:
            return
        if ask_about_secret(self) is Answer.REVOKE:
            self._revoke()
        else:
            self.focus_moved.emit()

    # --- delivering -------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        connection, registration = self.job.connection, self.job.registration
        encryption = self.options.encryption()
        if not (encryption or self.options.plain) or connection is None or registration is None:
            return
        target = engine.Handover(encryption, self.target.path(), self.target.may_overwrite, self.notes.text)
        try:
            check_target(target.path, target.overwrite)
        except (FileExists, UnwritableFolder) as error:
            self.target.tell(error)
            return
        self.target.tell(None)

        found = self.job.tenant.state if self.job.tenant else None

        def task(cancel: Cancel, report: Report) -> Bundle:
            if found:
                engine.finish_earlier(connection, found, target.path.parent, report)
            return engine.deliver(connection, registration, target, cancel, report)

        self.work(task, self._handed_over, self._not_handed_over, self._event)

    def _settle(self) -> None:
        """The person has the secret: takes the undelivered mark off, so that a later run does not remove it."""
        connection, registration = self.job.connection, self.job.registration
        if connection is None or registration is None:
            return
        self.job.stored = True

        def task(cancel: Cancel, report: Report) -> None:
            engine.settle(connection, registration, delivery_folder(), cancel, report)

        self.work(task, lambda _nothing: self._finish(), self._not_handed_over, self._event)

    def _event(self, event: Event) -> None:
        match event:
            case Delivered():
                self.job.bundle = event.bundle
            case Warned():
                self.job.warning = event.problem

    def _handed_over(self, bundle: Bundle) -> None:
        self.job.bundle = bundle
        remember_folder_of(Path(bundle.path))
        self._finish()

    def _not_handed_over(self, error: BaseException) -> None:
        if isinstance(error, DeliveryFailed):
            self.target.tell(error)
        else:
            self.show_error(error)

    def _finish(self) -> None:
        self.job.error = None
        self.options.forget()
        self.identifiers.forget()
        self.outcome.emit(Next())

    # --- not delivering ---------------------------------------------------------------------------------------------

    def _revoke(self) -> None:
        connection, registration = self.job.connection, self.job.registration
        if connection is None or registration is None:
            return
        self._revoking = True

        def task(cancel: Cancel, report: Report) -> bool:
            return engine.revoke(connection, registration, cancel, report)

        self.work(task, self._revoked, self._not_revoked)

    def _revoked(self, revoked: bool) -> None:
        self._revoking = False
        if revoked:
            self.job.revoked = True
            self.outcome.emit(Leave())
        else:
            self._could_not_revoke()

    def _not_revoked(self, error: BaseException) -> None:
        self._revoking = False
        if isinstance(error, SetupError):
            self._could_not_revoke()
        else:
            self.show_error(error)

    def _could_not_revoke(self) -> None:
        def leave() -> None:
            self.job.revoked = True
            self.outcome.emit(Leave())

        self.info.tell(
            Notice.saying(
                "error",
                lambda: translate("DeliverPage", "The secret could not be revoked"),
                lambda: translate(
                    "DeliverPage",
                    "Microsoft did not confirm it. The secret is marked, and the next run of this program removes it.",
                ),
                Offer(lambda: translate("DeliverPage", "Revoke again"), self._revoke),
                Offer(lambda: translate("DeliverPage", "Close anyway"), leave),
            )
        )

    # --- options ----------------------------------------------------------------------------------------------------

    def _option_changed(self) -> None:
        for part in (self.target, self.remarks):
            part.setVisible(not self.options.by_clipboard)
        self.refresh()

    def _deploy(self, local: bool) -> None:
        """On premises, GLIMPS's own key is of no use: the customer has to open the file."""
        self.job.local = local
        self.options.prefer_own(local)

    def _proof(self) -> str:
        registration = self.job.registration
        if not registration:
            return ""
        if not registration.has_secret:
            return translate("DeliverPage", "Registered. Only the connector can prove it")
        if not registration.proven:
            return translate("DeliverPage", "Not proven: the credentials could not be tried here")
        words = translate(
            "DeliverPage", "Verified: token obtained, {granted} permissions of {asked}, trial reads accepted"
        )
        if registration.warnings:
            words = translate("DeliverPage", "Verified: token obtained, {granted} permissions of {asked}")
        proof = registration.proof
        return words.format(granted=len(proof.granted), asked=len(proof.granted) + len(proof.missing))


class Answer(Enum):
    """What is to become of a secret that was not delivered."""

    DELIVER = auto()
    REVOKE = auto()


class SecretGuard(Translated, QDialog):
    """Asks before a secret is lost. Enter and Esc both keep it: only the button that says so revokes it."""

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
        words = column(title, text)
        head = row(column(StatusIcon(Icon.WARNING), STRETCH), words, grows=words, spacing=GRID + 4)
        buttons = row(STRETCH, self.revoke, self.deliver)
        column(head, buttons, inside=self, spacing=2 * GRID, margins=(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID))
        self.setTabOrder(self.deliver, self.revoke)
        self.say(self.setAccessibleName, title.text)
        self.say(self.setAccessibleDescription, text.text)
        text.setMinimumWidth(400)
        self.deliver.setFocus()


def ask_about_secret(parent: QWidget) -> Answer:
    """Asks in a dialog, and waits for the answer."""
    dialog = SecretGuard(parent)
    answer = Answer.REVOKE if dialog.exec() == QDialog.DialogCode.Accepted else Answer.DELIVER
    dialog.deleteLater()
    return answer
