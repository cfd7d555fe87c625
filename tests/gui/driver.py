"""Drives the wizard as a person with a keyboard would, against an embedded tenant."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path as FilePath

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from installer import texts
from installer.config.manifest import load_manifest
from installer.demo import Administrator, Tenant
from installer.gui.app import Start, ensure_application
from installer.gui.flow import Path, Screen
from installer.gui.job import Job
from installer.gui.page import Page
from installer.gui.pages import page_class
from installer.gui.pages.choose import START_OPTIONS, ChoosePage
from installer.gui.theme import apply_theme, text_scale
from installer.gui.wizard import Wizard
from installer.model import Language

CHOOSE, SIGN_IN, PLAN, RUN, DELIVER, DONE = range(6)
WINDOW = QSize(920, 620)
SCREEN = QSize(1904, 1000)
"""What a window can use of a screen of 1920 by 1080; Qt's offscreen one is smaller."""
MOST_SECONDS = 30.0
"""Seconds that anything may take on a slow machine."""


class Driver:
    """One wizard in one language; a context manager. `signs_in`: whether the demo administrator answers the browser."""

    def __init__(
        self,
        tenant: Tenant,
        language: Language = Language.EN,
        *,
        signs_in: bool = True,
        looks_around: bool = False,
        enrolments: tuple[FilePath, ...] = (),
        beside: FilePath | None = None,
    ) -> None:
        ensure_application()
        texts.use(language)
        self.tenant, self.administrator = tenant, Administrator(tenant)
        self.opened: list[str] = []
        self._others: list[Driver] = []
        self._signs_in = signs_in
        start = Start(
            manifest=load_manifest(),
            cloud=tenant.cloud,
            open_browser=self._open,
            looks_around=looks_around,
            enrolments=enrolments,
            beside=beside,
        )
        self.wizard = Wizard(Job(start, start.target(), start.credential()), page_class)

    def __enter__(self) -> Driver:
        self.wizard.show()
        self.wizard.resize((WINDOW * text_scale()).boundedTo(SCREEN / self.wizard.devicePixelRatio()))
        settle()
        return self

    def again(self) -> Driver:
        """The same tenant in a new window; that one is closed with this one."""
        other = Driver(self.tenant, texts.language())
        self._others.append(other.__enter__())
        return other

    def __exit__(self, *_exception: object) -> None:
        for other in self._others:
            other.__exit__()
        self.wizard.close_down()
        self.wizard.job.revoked = True  # nothing is asked any more
        self.wizard.hide()
        self.wizard.deleteLater()
        settle()
        QApplication.clipboard().clear()

    @property
    def job(self) -> Job:
        return self.wizard.job

    @property
    def page(self) -> Page:
        return self.wizard.current

    @property
    def number(self) -> int:
        """The number of the page that is shown, in the order of the flow's names for them."""
        return list(Screen).index(self.job.place.screen)

    def until(self, holds: Callable[[], object], what: str = "") -> None:
        end = time.monotonic() + MOST_SECONDS
        while not holds():
            notice = self.page.info.notice
            told = notice.words().title if notice else ""
            assert time.monotonic() < end, f"{what or 'it'} never came on “{self.page.heading()}” {told}"
            QTest.qWait(10)
        settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.wizard, key, modifier)
        settle()

    def tab_to(self, wanted: QWidget) -> None:
        """Goes to a control by Tab alone."""
        for _ in range(80):
            if QApplication.focusWidget() is wanted:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {wanted!r}")

    def choose(self, wanted: QAbstractButton) -> None:
        """Goes to the group of radio buttons by Tab, and on to that one by the arrow keys."""
        group = wanted.group()
        self.tab_to(group.checkedButton() or group.buttons()[0])
        for _ in group.buttons():
            if wanted.isChecked():
                return
            self.key(Qt.Key.Key_Down)
        raise AssertionError(f"the arrow keys do not lead to “{wanted.text()}”")

    def back(self) -> None:
        """Presses Back."""
        assert self.wizard.back.isVisible()
        self.wizard.back.click()
        settle()

    def commit(self) -> None:
        """Goes to the forward button by Tab, once it can be pressed, and presses it."""
        self.until(lambda: self.wizard.commit.isVisible() and self.wizard.commit.isEnabled(), "the forward button")
        self.tab_to(self.wizard.commit)
        self.key(Qt.Key.Key_Space)

    def take(self, path: Path) -> None:
        """Chooses that path on the first page, by Tab and Enter."""
        page = self.page
        assert isinstance(page, ChoosePage)
        self.tab_to(page.links[[option.path for option in START_OPTIONS].index(path)])
        self.key(Qt.Key.Key_Return)
        self.until(lambda: self.number != CHOOSE, "the next page")

    def go_to(self, number: int) -> Page:
        """Goes on, by keyboard, to that page."""
        while self.number < number:
            before = self.number
            if before == CHOOSE:
                self.key(Qt.Key.Key_Return)
            elif before == SIGN_IN and self.job.tenant is None:
                self.commit()
                self.until(lambda: self.job.tenant, "the tenant")
                continue
            elif before != RUN:
                self.commit()
            self.until(lambda before=before: self.number > before, "the next page")  # type: ignore[misc]
        return self.page

    def say_target(self, folder: FilePath) -> FilePath:
        """Has the bundle written there."""
        page = self.page
        target = folder / "bundle.age"
        page.target.show_path(target)  # type: ignore[attr-defined]
        return target

    def _open(self, url: str) -> None:
        self.opened.append(url)
        if self._signs_in:
            self.administrator.open(url)


def dropped(driver: Driver, *paths: FilePath) -> bool:
    """Drops files on the window; returns whether it accepts them."""
    data, action, place = QMimeData(), Qt.DropAction.CopyAction, QPoint(5, 5)
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Qt makes such events itself, and has no other for a test
        enters = QDragEnterEvent(place, action, data, button, modifier)
    enters.ignore()
    QApplication.sendEvent(driver.wizard, enters)
    if enters.isAccepted():
        QApplication.sendEvent(driver.wizard, QDropEvent(QPointF(place), action, data, button, modifier))
        settle()
    return enters.isAccepted()


def settle() -> None:
    """Lets Qt process what is pending; once is not enough, since a due timer may leave posted events behind."""
    for _ in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def texts_of(widget: QWidget) -> Sequence[str]:
    """Every visible text of a widget."""
    found = []
    for child in (widget, *widget.findChildren(QWidget)):
        text = getattr(child, "text", None)
        if callable(text) and child.isVisible():
            found.append(str(text()))
    return [text for text in found if text]


def themed_application() -> QApplication:
    """The application with the theme applied."""
    application = ensure_application()
    apply_theme(application)
    return application
