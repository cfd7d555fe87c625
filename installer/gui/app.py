"""The wizard from start to end.

The door has parsed the command line and chosen the language. Then, in this order: the application object, so that Qt
has a screen; the look, before anything is drawn; the hooks, so that from here on no error passes unseen; the window,
with nothing loaded that it does not show; and, once it is on the screen, the engine's libraries in the background,
while the person reads the first page. At the end the task under way is stopped, the clipboard is cleared, and the exit
code says how it went.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QSessionManager
from PySide6.QtWidgets import QApplication

from installer import engine
from installer.cancel import Cancel
from installer.events import Report
from installer.files import resource
from installer.gui.accessibility import tell_headings
from installer.gui.documents import ask_for_recording
from installer.gui.flow import Screen
from installer.gui.job import Job, Start
from installer.gui.old_python import keep_none
from installer.gui.pages import page_class
from installer.gui.theme import follow_system
from installer.gui.unexpected import UnexpectedErrors
from installer.gui.wizard import Wizard
from installer.gui.worker import Worker

__all__ = ["Start", "ensure_application", "run_wizard"]

LINGER: Final = 10.0
"""Seconds for the running task to end if the window closes without a question, as on Ctrl-C in its terminal."""


def ensure_application() -> QApplication:
    """The application object with widgets; the one that exists already, where there is one."""
    keep_none()
    application = QApplication.instance()
    if isinstance(application, QApplication):
        tell_headings(application)
        return application
    application = QApplication(["glimps-odsp-setup"])
    tell_headings(application)
    application.setApplicationName("GLIMPS ODSP Setup")
    application.setOrganizationName("GLIMPS")
    application.setDesktopFileName("glimps-odsp-setup")
    return application


def run_wizard(start: Start) -> int:
    """Shows the wizard until it is closed, and returns the exit code.

    Raises `InvalidChoice`, before anything is shown, for a profile that the manifest does not have.
    """
    job = Job(start, start.target(), start.credential())
    application = ensure_application()
    application.setWindowIcon(QIcon(str(resource("icons/setup.png"))))
    follow_system(application)
    unexpected_errors = UnexpectedErrors(application, lambda parent: ask_for_recording(parent, start))
    unexpected_errors.install()
    try:
        wizard = Wizard(job, page_class)
        application.commitDataRequest.connect(lambda manager: keep_session(manager, wizard))
        warming = Worker(_load_engine)
        QTimer.singleShot(200, warming.start)
        wizard.show()
        application.exec()
        wizard.close_down(LINGER)
        return job.exit_code
    finally:
        unexpected_errors.remove()


def keep_session(manager: QSessionManager, wizard: Wizard) -> None:
    """Called when the system ends the session: refuses while a secret would be lost, and the window says why."""
    if wizard.job.secret_at_risk or wizard.writing:
        manager.cancel()
        wizard.show_why_not()


def _load_engine(_cancel: Cancel, _report: Report) -> None:
    """Loads the other pages, msal, requests, cryptography and pyrage, a second, while nobody waits for them."""
    for screen in Screen:
        page_class(screen)
    engine.load()
