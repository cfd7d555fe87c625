"""The window: the sidebar, the page that is shown, and its buttons. Which page that is, the flow says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from installer.gui.accessibility import Announcer, announce, chain, in_reading_order
from installer.gui.flow import WRITES, Back, Close, Outcome, Place, Screen, after, closing
from installer.gui.job import Job
from installer.gui.labels import STRETCH, column, give_role, row, rule
from installer.gui.page import Page
from installer.gui.retranslation import Translated
from installer.gui.sidebar import Sidebar
from installer.gui.theme import GRID, text_scale
from installer.texts import translate

TITLE_BAR: Final = 40
"""Pixels that the system adds above; a screen at 200 % is hardly higher than the window."""


class Wizard(Translated, QDialog):
    """Shows the page where the person is; it knows of the pages only what `Page` declares."""

    def __init__(self, job: Job, page_class: Callable[[Screen], type[Page]]) -> None:
        super().__init__()
        self.job = job
        self.announcer = Announcer(self)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        self.setAcceptDrops(True)
        self._page_class, self._pages = page_class, dict[Screen, Page]()
        self.sidebar = Sidebar(job.start.cloud)
        self.commit, self.back, self.cancel = QPushButton(), QPushButton(), QPushButton()
        self._shown = column(rule(), self._buttons(), spacing=0)
        row(self.sidebar, self._shown, inside=self, spacing=0, grows=self._shown)
        self.current.show()
        self.say(self.setWindowTitle, lambda: translate("Wizard", "GLIMPS ODSP Connector"))
        self.say(self.back.setText, lambda: translate("Page", "&Back"))
        room = self.screen().availableSize()
        self.setMinimumSize(QSize(760, 560).boundedTo(room - QSize(0, TITLE_BAR)))
        self.resize((QSize(920, 620) * text_scale()).boundedTo(room))
        help_key = QShortcut(QKeySequence.StandardKey.HelpContents, self)
        help_key.activated.connect(self._open_guide)
        self.sidebar.language.chosen.connect(lambda: self._first_focus(self.current))

    def _buttons(self) -> QHBoxLayout:
        for button, pressed in (
            (self.back, lambda: self._go(Back(), self.current)),
            (self.cancel, self.reject),
            (self.commit, self._commit),
        ):
            button.setAutoDefault(button is self.commit)
            button.clicked.connect(pressed)
        give_role(self.commit, "commit")
        return row(STRETCH, self.back, self.cancel, self.commit, margins=(GRID + 4,) * 4)

    def page(self, screen: Screen) -> Page:
        """The page for this name, made when it is asked for first: the first window waits for no other one.

        The pages share a column, not a stack, so that none but the one that is shown asks for room.
        """
        if screen not in self._pages:
            page = self._pages[screen] = self._page_class(screen)(self.job)
            page.hide()
            self._shown.insertWidget(0, page)
            page.buttons_changed.connect(lambda: self._refresh(page))
            page.outcome.connect(lambda outcome: self._go(outcome, page))
            page.focus_moved.connect(lambda: self._first_focus(page))
        return self._pages[screen]

    @property
    def place(self) -> Place:
        """Where the person is, by the flow."""
        return self.job.place

    @property
    def current(self) -> Page:
        """The page that is shown."""
        return self.page(self.place.screen)

    @property
    def writing(self) -> bool:
        """Whether the tenant is being changed at this moment."""
        return self.place.screen in WRITES and self.current.busy

    def reject(self) -> None:
        """Called by Qt for Cancel, Esc, Alt+F4 and the window's close button."""
        page = self.current
        close = closing(self.place.screen, busy=page.busy, secret_at_risk=self.job.secret_at_risk)
        if close is Close.NOW:
            page.let_go()
            super().reject()
        else:
            page.hold(close)

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
        for screen, page in self._pages.items():
            page.stop(seconds if screen in WRITES else 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Called by Qt: files hover over the window."""
        if self.current.takes_files() and _files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Called by Qt: the page that is shown gets the files."""
        page, files = self.current, _files_in(event)
        if files and page.takes_files():
            event.acceptProposedAction()
            with page.guarded():
                page.drop(files)

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: the first page begins its work when the window is on the screen."""
        super().showEvent(event)
        if not event.spontaneous():  # not when it comes back from the task bar
            self._enter()

    def retranslate(self) -> None:
        super().retranslate()
        self._refresh(self.current)

    def _open_guide(self) -> None:
        self.current.open_guide()

    # --- from page to page ------------------------------------------------------------------------------------------

    def _commit(self) -> None:
        page = self.current
        if outcome := page.apply():
            self._go(outcome, page)

    def _go(self, outcome: Outcome, page: Page) -> None:
        """Leads to where the outcome of that page does; a page that is not shown any more moves nothing."""
        if page is not self.current:
            return
        before, place = self.place, after(self.place, outcome)
        if place is None:
            self.close()
        elif place.seen == before.seen:
            self.job.place = place
            self._refresh(page)
        else:
            for screen in reversed(before.seen[len(place.seen) :]):
                self.page(screen).leave()
            self.job.place = place
            page.hide()
            self.current.show()
            self._enter()

    def _enter(self) -> None:
        page = self.current
        self._show_step()
        with page.guarded():
            page.enter()
        page.refresh()
        announce(self, page.heading())
        QTimer.singleShot(0, self, lambda: self._first_focus(page))  # once its content is there

    def _show_step(self) -> None:
        self.sidebar.show_steps(self.place.steps)
        self.sidebar.show_step(self.place.steps_done)

    # --- the buttons ------------------------------------------------------------------------------------------------

    def _refresh(self, page: Page) -> None:
        if page is not self.current:
            return
        self._show_step()
        self.sidebar.tenant.show_tenant(self.job.tenant)
        wanted = page.buttons()
        self.commit.setText(wanted.commit)
        self.cancel.setText(wanted.cancel)
        self.commit.setEnabled(wanted.commit_enabled)
        self.cancel.setEnabled(wanted.cancel_enabled)
        self.commit.setVisible(bool(wanted.commit))
        self.cancel.setVisible(bool(wanted.cancel))
        self.back.setVisible(self.place.may_go_back)
        self.commit.setDefault(bool(wanted.commit))
        for button in (self.commit, self.back, self.cancel):
            button.setAccessibleName(button.text().replace("&", ""))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the page, then commit, back, cancel, and the language menu."""
        buttons = [button for button in (self.commit, self.back, self.cancel) if button.isVisible()]
        chain([*in_reading_order(self.current), *buttons, self.sidebar.language])
        return super().focusNextPrevChild(forward)

    def _first_focus(self, page: Page) -> None:
        if page is not self.current or not self.isVisible():
            return
        wanted = page.first_focus()
        if wanted is None or not wanted.isVisible() or not wanted.isEnabled():
            wanted = next((button for button in (self.commit, self.cancel, self.back) if button.isVisible()), None)
        if wanted:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)


def _files_in(event: QDropEvent) -> list[FilePath]:
    """The files of this computer that are being dropped."""
    return [FilePath(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
