"""The info bar: where a page shows what is wrong, why, what to do, and offers an action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from installer import __version__
from installer.diagnostics import redact
from installer.errors.base import SetupError
from installer.gui.accessibility import announce
from installer.gui.controls import Button, Disclosure
from installer.gui.labels import STRETCH, Card, Label, Slot, clear, column, give_role, row
from installer.gui.retranslation import Text, Translated
from installer.gui.status_icon import Icon, StatusIcon
from installer.gui.theme import GRID
from installer.texts import Explanation, explain, translate, what_a_recording_holds

_ICONS: Final = {"error": Icon.FAILED, "warning": Icon.WARNING, "info": Icon.INFO}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done about it, shown as a button."""

    text: Text
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """What the bar shows. `role` is `error`, `warning` or `info`."""

    role: str
    words: Callable[[], Explanation]
    offers: tuple[Offer, ...] = ()
    details: str = ""

    @classmethod
    def of(cls, error: BaseException, *offers: Offer, role: str = "error") -> Notice:
        """For an error. Its words follow the language; its details are for support, and redacted."""
        return cls(role, lambda: explain(error), offers, diagnostic(error))

    @classmethod
    def saying(cls, role: str, title: Text, what: Text, *offers: Offer) -> Notice:
        """For what is no error: a title and a sentence."""
        return cls(role, lambda: Explanation("", title(), what(), ""), offers)


def diagnostic(error: BaseException) -> str:
    """What support needs to know of an error: code, ids and causes, redacted; in English, which GLIMPS reads."""
    told = explain(error)
    causes, cause = [], error.__cause__
    while cause is not None:
        causes.append(repr(cause))
        cause = cause.__cause__
    lines = (
        f"GLIMPS ODSP Setup {__version__}",
        f"code: {told.code}",
        *([f"Microsoft's words: {told.detail}"] if told.detail else []),
        *([f"request-id: {told.request_id}"] if told.request_id else []),
        *([f"correlation-id: {told.correlation_id}"] if told.correlation_id else []),
        f"error: {error!r}",
        *(f"caused by: {cause}" for cause in causes),
    )
    return redact("\n".join(lines))


class InfoBar(Translated, Card):
    """Shows one notice under the main instruction; hidden while there is none.

    `save_recording` is what the button in the technical details does; without it there is none.
    """

    def __init__(self, save_recording: Callable[[], object] | None = None) -> None:
        super().__init__("bar-error", spacing=GRID // 2)
        self._notice: Notice | None = None
        self._icon = StatusIcon(Icon.FAILED)
        self._title, self._what, self._hint = Label("strong"), Label(), Label()
        self._details = Label("small")
        self._buttons = row()
        inside = QWidget()
        lines = column(self._details, inside=inside, margins=(GRID, 0, 0, 0))
        copy = Button(
            lambda: translate("InfoBar", "Copy the diagnostic"), lambda: self._copy(self._details.text()), "small"
        )
        lines.addWidget(copy)
        if save_recording:
            holds = Label("small")
            self.say(holds.setText, what_a_recording_holds)
            lines.addWidget(holds)
            lines.addWidget(Button(lambda: translate("InfoBar", "Save a recording…"), save_recording, "small"))
        self._more = Disclosure(lambda: translate("InfoBar", "Technical details"), inside)
        text = column(self._title, self._what, self._hint, self._buttons, self._more, spacing=GRID // 2)
        self.column.addLayout(row(column(self._icon, STRETCH), text, grows=text))
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown; None while the bar is hidden."""
        return self._notice

    @property
    def has_focus(self) -> bool:
        """Whether the focus is inside the bar."""
        return self.isAncestorOf(self.window().focusWidget())

    def first_offer(self) -> QWidget | None:
        """The button of the first offer."""
        item = self._buttons.itemAt(0)
        return item.widget() if item else None

    def tell(self, notice: Notice | None) -> None:
        """Shows the notice, or nothing."""
        self._notice = notice
        clear(self._buttons)
        if notice:
            give_role(self, f"bar-{notice.role}")
            self._icon.show_icon(_ICONS[notice.role])
            for offer in notice.offers:
                self._buttons.addWidget(Button(offer.text, offer.act))
            if address := notice.words().address:
                self._buttons.addWidget(
                    Button(lambda: translate("InfoBar", "Copy the a&ddress"), lambda: self._copy(address))
                )
            self._buttons.addStretch()
            self._details.setText(notice.details)
            self._more.setVisible(bool(notice.details))
            self._put()
            announce(self, self.accessibleName(), assertive=notice.role == "error")
        self.setVisible(notice is not None)

    def retranslate(self) -> None:
        super().retranslate()
        self._put()

    def _put(self) -> None:
        if not self._notice:
            return
        words = self._notice.words()
        for label, text in ((self._title, words.title), (self._what, words.what), (self._hint, words.hint)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(" ".join(part for part in (words.title, words.what, words.hint) if part))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        announce(self, translate("Controls", "Copied"))


class WarningBars(Slot):
    """What was warned of and stopped nothing: an information bar for each, on the pages that follow."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: tuple[InfoBar, ...] = ()
        self.hide()

    def show_warnings(self, warnings: Sequence[SetupError]) -> None:
        """Shows these, and nothing where there are none."""
        inside = QWidget()
        self.bars = tuple(InfoBar() for _ in warnings)
        column(*self.bars, inside=inside)
        for bar, warning in zip(self.bars, warnings, strict=True):
            bar.tell(Notice.of(warning, role="warning"))
        self.put(inside)
        self.setVisible(bool(warnings))
