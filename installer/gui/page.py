"""The base of every page: instruction, info bar, body, the buttons it wants, and background work."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from installer import engine
from installer.cancel import Cancel
from installer.errors.base import Cancelled, SetupError
from installer.errors.files import UnwritableFolder
from installer.errors.sign_in import NoBrowser
from installer.events import Event, Report
from installer.gui.accessibility import Heading, announce
from installer.gui.documents import ask_for_recording, delivery_folder
from installer.gui.flow import Close, Next, Outcome
from installer.gui.info_bar import InfoBar, Notice, Offer
from installer.gui.job import Job
from installer.gui.labels import Label, column
from installer.gui.retranslation import Translated
from installer.gui.theme import GRID
from installer.gui.worker import Task, Worker
from installer.model import Choices, TenantState
from installer.texts import translate

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Buttons:
    """The wizard's buttons as a page wants them: `commit` and `cancel` are texts; empty for no button."""

    commit: str = ""
    cancel: str = ""
    commit_enabled: bool = True
    cancel_enabled: bool = True


class Page(Translated, QWidget):
    """A step of the wizard. A subclass fills `body` once, and answers the questions below at any time."""

    buttons_changed = Signal()
    outcome = Signal(object)
    """What the page came to, an `Outcome`; where that leads is for the flow to say."""
    focus_moved = Signal()
    """Other controls are shown now: move the focus to the first."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.job = job
        self._worker: Worker | None = None
        self._heading, self._subheading = Heading(), Label("muted")
        self.info = InfoBar(self._save_recording)
        content = QWidget()
        self.body = column(inside=content, spacing=2 * GRID - 4, margins=(2, 2, 2, 2))
        self.area = QScrollArea()
        self.area.setWidget(content)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        above = column(self._heading, self._subheading, self.info, margins=(2, 0, 2, 0))  # as the body beneath it
        around = column(above, GRID // 2, inside=self, margins=(3 * GRID, 3 * GRID, 2 * GRID, 0))
        around.addWidget(self.area, 1)

    # --- what a subclass answers ------------------------------------------------------------------------------------

    def heading(self) -> str:
        """The main instruction."""
        raise NotImplementedError

    def subheading(self) -> str:
        """What stands beneath the main instruction; empty for nothing."""
        return ""

    def buttons(self) -> Buttons:
        """The buttons for the present state; asked again after each `refresh`."""
        return Buttons(translate("Page", "&Next"), translate("Page", "Cancel"))

    def first_focus(self) -> QWidget | None:
        """The control to start on; None for the commit button."""
        return None

    def enter(self) -> None:
        """The page is shown, by Next or by Back."""

    def apply(self) -> Outcome | None:
        """The commit button was pressed: does its work and returns what that comes to; None to stay for now."""
        return Next()

    def takes_files(self) -> bool:
        """Whether files that are dropped on the window now are of use."""
        return False

    def drop(self, paths: Sequence[Path]) -> None:
        """Takes what was dropped: one file at least."""

    def leave(self) -> None:
        """The person goes back from here, or past here."""
        self.stop()

    def fail(self, error: BaseException) -> None:
        """The page could not show its content: shows the error, and hides what is stale or half built."""
        self.show_error(error)

    def let_go(self) -> None:
        """The window closes now."""
        self.stop()

    def hold(self, close: Close) -> None:
        """The window may not close yet: does what has to be done first."""

    # --- what the shell calls ---------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        super().retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Sets the instruction again, and has the wizard update its buttons."""
        self._heading.setText(self.heading())
        self._subheading.setText(self.subheading())
        self._subheading.setVisible(bool(self.subheading()))
        self.setAccessibleName(self.heading())
        self.buttons_changed.emit()

    @contextmanager
    def guarded(self, otherwise: Callable[[BaseException], object] | None = None) -> Iterator[None]:
        """Shows any exception raised inside on the page, by `otherwise` or else by `fail`, and raises none."""
        try:
            yield
        except Exception as error:  # noqa: BLE001  # shown, and logged if it is not one of ours
            (otherwise or self.fail)(error)

    # --- background work --------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether a task is under way."""
        return self._worker is not None

    def work(
        self,
        task: Task,
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object] | None = None,
        event: Callable[[Event], object] | None = None,
    ) -> None:
        """Runs the task; the callbacks run on the GUI thread, and not at all after `stop`."""
        self.stop()
        self.info.tell(None)
        worker = self._worker = Worker(task)

        def finish(then: Callable[[Any], object], value: object) -> None:
            if self._worker is worker:
                self._worker = None
                with self.guarded():
                    then(value)
                self.refresh()

        def tell(told: Event) -> None:
            if event and self._worker is worker:
                with self.guarded(self._tell_error):
                    event(told)

        worker.told.connect(tell)
        worker.done.connect(lambda result: finish(done, result))
        worker.failed.connect(lambda error: finish(failed or self.fail, error))
        worker.start()
        self.refresh()

    def open_in_browser(self, url: str) -> None:
        """Opens the system's browser, where passkeys and the account's own protections work; says so if none opens."""
        if not re.match(r"https://|http://(localhost|127\.0\.0\.1|\[::1\])[:/]", url):
            return
        ours = self.job.start.open_browser
        opened = ours(url) if ours else QDesktopServices.openUrl(QUrl(url))
        if opened is False:
            self.no_browser(url)

    def no_browser(self, url: str) -> None:
        """No browser opened this address."""
        self.info.tell(Notice.of(NoBrowser(url), role="warning"))

    def open_guide(self) -> None:
        """Opens the offline guide in the browser: the manual setup, and how to make one's own sign-in application."""
        start = self.job.start
        try:
            page = engine.guide_page(start.manifest, start.cloud, start.cloud_option)
        except OSError as error:
            self.show_error(UnwritableFolder(str(error.filename or "")))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))

    def stop(self, seconds: float = 0) -> None:
        """Abandons the current task: asks it to end, waits up to `seconds` for it, and ignores its result."""
        if self._worker is not None:
            self._worker.stop(seconds)
            self._worker = None

    def ask_to_stop(self) -> None:
        """Asks the current task to end; its result is still handled."""
        if self._worker is not None:
            self._worker.cancel.request()

    def show_error(self, error: BaseException, *offers: Offer) -> None:
        """Shows the error under the instruction. A cancel is silent; an error that is not ours is logged as well."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, SetupError):
            self.job.error = error
        self._tell_error(error, *offers)

    def _tell_error(self, error: BaseException, *offers: Offer) -> None:
        if not isinstance(error, SetupError):
            _log.error("unexpected on %s", type(self).__name__, exc_info=error)
        self.info.tell(Notice.of(error, *offers))

    def _save_recording(self) -> None:
        if error := ask_for_recording(self, self.job.start):
            self._tell_error(error)

    def announce(self, text: str) -> None:
        """Has a screen reader say the text, when it is done with what it says now."""
        announce(self, text)


def read_for(choices: Choices, connection: engine.Connection, cancel: Cancel, report: Report) -> TenantState:
    """The state to plan the choices on. Sends requests; raises what `read` and `await_consent` of the engine raise."""
    state = engine.spare(engine.read(connection, choices.target, cancel, report), delivery_folder())
    return engine.await_consent(connection, choices, state, cancel, report)
