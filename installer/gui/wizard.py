"""The shell: a QWizard in modern style with our own sidebar, headings and button texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget, QWizard

from installer.gui.accessibility import Announcer, announce, chain, in_reading_order
from installer.gui.job import Job, Path
from installer.gui.labels import give_role
from installer.gui.page import Page
from installer.gui.retranslation import Translated
from installer.gui.sidebar import Sidebar
from installer.gui.theme import text_scale
from installer.texts import translate

_KIND = QWizard.WizardButton
FORWARD: Final = (_KIND.NextButton, _KIND.CommitButton, _KIND.FinishButton)
"""Qt shows one of these on each page; to the person they are the same button."""


TITLE_BAR: Final = 40
"""Pixels that the system adds above; a screen at 200 % is hardly higher than the window."""


class Wizard(Translated, QWizard):
    """Shows the pages of the current route in order; it knows of them only what `Page` declares."""

    def __init__(self, job: Job, routes: Mapping[Path, Sequence[type[Page]]]) -> None:
        super().__init__()
        self.job = job
        self.announcer = Announcer(self)
        self._routes = routes
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        for arrow in self.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
            arrow.hide()  # on Windows Qt leaves the Aero style's arrow in the corner (seen under Wine, Qt 6.12)
        options = QWizard.WizardOption
        for option in (options.ExtendedWatermarkPixmap, options.NoDefaultButton, options.NoBackButtonOnStartPage):
            self.setOption(option)  # the first lets the sidebar reach down to the window's edge
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        self.setAcceptDrops(True)
        self._passing = False
        kinds = dict.fromkeys(page for route in routes.values() for page in route)
        self.pages = [kind(job) for kind in kinds]
        self.sidebar = Sidebar(job.start.cloud)
        self.setSideWidget(self.sidebar)
        for number, page in enumerate(self.pages):
            self.setPage(number, page)
            page.buttons_changed.connect(lambda page=page: self._refresh(page))
            for signal, act in (
                (page.advance, self.next),
                (page.focus_moved, self._first_focus),
                (page.back_wanted, self.back),
                (page.return_wanted, self.return_to),
                (page.leave_wanted, self.close),
            ):
                signal.connect(self._asked_by(page, act))
        for kind in FORWARD:
            give_role(self.button(kind), "commit")
        self.say(self.setWindowTitle, lambda: translate("Wizard", "GLIMPS ODSP Connector"))
        larger = text_scale()
        room = self.screen().availableSize()
        self.setMinimumSize(QSize(760, 560).boundedTo(room - QSize(0, TITLE_BAR)))
        self.resize((QSize(920, 620) * larger).boundedTo(room))
        self._layout: tuple[QWizard.WizardButton, ...] = ()
        self.currentIdChanged.connect(self._changed)
        help_key = QShortcut(QKeySequence.StandardKey.HelpContents, self)
        help_key.activated.connect(lambda: self.current.open_guide() if self.current else None)
        self.sidebar.language.chosen.connect(self._first_focus)

    @property
    def current(self) -> Page | None:
        page = self.currentPage()
        return page if isinstance(page, Page) else None

    @property
    def commit(self) -> QWidget:
        """Whichever of Qt's three forward buttons is in use."""
        return self.button(self._forward())

    @property
    def route(self) -> list[Page]:
        """The pages of the current route, in order."""
        by_kind = {type(page): page for page in self.pages}
        return [by_kind[kind] for kind in self._routes[self.job.path]]

    def nextId(self) -> int:
        """The number of the page that follows, for Qt; -1 after the last."""
        route = self.route
        if self.current in route:
            following = route[route.index(self.current) + 1 :]
        else:  # a page of another route has led to this one: what was shown is not shown again
            shown = [self.pages[number] for number in self.visitedIds()]
            following = [page for page in route if page not in shown]
        return self.pages.index(following[0]) if following else -1

    def return_to(self, kind: type[Page]) -> None:
        """Goes back to a page shown before, past any commits, without entering the pages in between."""
        self._passing = True
        while self.current and type(self.current) is not kind and self.visitedIds()[0] != self.currentId():
            self.back()
        self._passing = False
        self._changed(self.currentId())

    def reject(self) -> None:
        """Called by Qt for Cancel, Esc, Alt+F4 and the window's close button."""
        page = self.current
        if page is None or page.may_close():
            super().reject()

    @property
    def writing(self) -> bool:
        """Whether the tenant is being changed at this moment."""
        return self.current is not None and self.current.isCommitPage() and self.current.busy

    def show_why_not(self) -> None:
        """Comes to the front and asks what closing the window by hand would ask."""
        self.showNormal()
        self.activateWindow()
        self.raise_()
        QTimer.singleShot(0, self, self.reject)

    def close_down(self, seconds: float = 0) -> None:
        """The window is gone: stops every task, and waits up to `seconds` for one that writes.

        Such a task revokes a secret it has made, so the process must not end before it.
        """
        for page in self.pages:
            page.stop(seconds if page.isCommitPage() else 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.current and self.current.takes_files() and _files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        page, files = self.current, _files_in(event)
        if page and files and page.takes_files():
            event.acceptProposedAction()
            with page.guarded():
                page.drop(files)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (frame := self.sidebar.parentWidget()) and (layout := frame.layout()):
            layout.setContentsMargins(0, 0, 0, 0)  # Qt leaves a margin around the sidebar
        QTimer.singleShot(0, self, self._first_focus)

    def retranslate(self) -> None:
        super().retranslate()
        if self.current:
            self._refresh(self.current)

    def _forward(self) -> QWizard.WizardButton:
        page = self.current
        if page is None or self.nextId() < 0:
            return _KIND.FinishButton
        return _KIND.CommitButton if page.isCommitPage() else _KIND.NextButton

    def _asked_by(self, page: Page, act: Callable[..., object]) -> Callable[..., None]:
        """Wraps `act` so that it runs only while the page that asks for it is shown."""

        def ask(*asked: object) -> None:
            if page is self.current:
                act(*asked)

        return ask

    def _changed(self, _number: int) -> None:
        page = self.current
        if page is None or self._passing:
            return
        self._show_step(page)
        with page.guarded():
            page.enter()
        page.refresh()
        announce(self, page.heading())
        QTimer.singleShot(0, self, self._first_focus)  # once its content is there

    def _show_step(self, page: Page) -> None:
        route = self.route
        self.sidebar.show_steps([shown.step for shown in route])
        if page is route[-1] and page.ends_well:
            self.sidebar.finish()
        else:
            self.sidebar.show_step(route.index(page) if page in route else 0)

    def _refresh(self, page: Page) -> None:
        if page is not self.current:
            return
        self._show_step(page)
        self.sidebar.tenant.show_tenant(self.job.tenant)
        wanted, forward = page.buttons(), self._forward()
        shown = (
            *([_KIND.BackButton] if wanted.back and self.currentId() > 0 else []),
            *([_KIND.CancelButton] if wanted.cancel else []),
            *([forward] if wanted.commit else []),
        )
        if shown != self._layout:
            self._layout = shown
            self.setButtonLayout([_KIND.Stretch, *shown])
        for kind, text in (
            (_KIND.BackButton, translate("Page", "&Back")),
            (_KIND.CancelButton, wanted.cancel),
            (forward, wanted.commit),
        ):
            self.setButtonText(kind, text)
            self.button(kind).setAccessibleName(text.replace("&", ""))
        self.button(forward).setEnabled(wanted.commit_enabled)
        self.button(_KIND.CancelButton).setEnabled(wanted.cancel_enabled)
        for kind in (*FORWARD, _KIND.BackButton, _KIND.CancelButton):
            _push_button(self, kind).setAutoDefault(kind in FORWARD)
        if self._forward() in shown:
            _push_button(self, self._forward()).setDefault(True)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the page as it is now, then commit, back, cancel, and the language menu."""
        kinds = (self._forward(), _KIND.BackButton, _KIND.CancelButton)
        buttons = [self.button(kind) for kind in kinds if kind in self._layout]
        if page := self.current:
            chain([*in_reading_order(page), *buttons, self.sidebar.language])
        return super().focusNextPrevChild(forward)

    def _first_focus(self) -> None:
        page = self.current
        if page is None or not self.isVisible():
            return
        wanted = page.first_focus()
        if wanted is None or not wanted.isVisible() or not wanted.isEnabled():
            wanted = next((self.button(kind) for kind in reversed(self._layout)), None)
        if wanted:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)


def _files_in(event: QDropEvent) -> list[FilePath]:
    """The files of this computer that are being dropped."""
    return [FilePath(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _push_button(wizard: QWizard, kind: QWizard.WizardButton) -> QPushButton:
    button = wizard.button(kind)
    assert isinstance(button, QPushButton)
    return button
