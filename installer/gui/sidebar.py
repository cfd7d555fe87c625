"""The sidebar: the steps, the tenant, and the language menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QWidget

from installer.gui.flow import Screen
from installer.gui.job import Tenant
from installer.gui.labels import STRETCH, ElidedLabel, Label, column, give_role, row, rule
from installer.gui.retranslation import Text, Translated
from installer.gui.status_icon import Icon, StatusIcon
from installer.gui.theme import GRID, colours_in_use, text_scale
from installer.model import Cloud, Language
from installer.texts import language, own_name, translate, use

STEPS: Final[Mapping[Screen, Text]] = MappingProxyType(
    {
        Screen.CHOOSE: lambda: translate("ChoosePage", "Choose"),
        Screen.SIGN_IN: lambda: translate("SignInPage", "Sign in"),
        Screen.PLAN: lambda: translate("PlanPage", "Plan"),
        Screen.RUN: lambda: translate("RunPage", "Run"),
        Screen.DELIVER: lambda: translate("DeliverPage", "Deliver"),
        Screen.DONE: lambda: translate("DonePage", "Done"),
        Screen.CONSENT: lambda: translate("ConsentPage", "Consent"),
        Screen.EXISTING: lambda: translate("ExistingPage", "Credentials"),
        Screen.CREDENTIAL: lambda: translate("HealthPage", "Check"),
        Screen.APPLICATION: lambda: translate("HealthPage", "Check"),
        Screen.REMOVED: lambda: translate("RemovedPage", "Done"),
    }
)
"""What each page is called in the list of steps; a page that is not made yet is named, too."""

WIDTH: Final = 216
BAND: Final = 4


class Sidebar(Translated, QFrame):
    """Shows the steps with their status, the tenant once it is known, and the language menu."""

    def __init__(self, cloud: Cloud) -> None:
        super().__init__()
        give_role(self, "side")
        self.setFixedWidth(min(round(WIDTH * text_scale()), 300))
        brand, under = Label("large"), Label("small")
        self.say(brand.setText, lambda: translate("Sidebar", "GLIMPS ODSP Connector"))
        under.setText(cloud.name)
        self.steps: list[_StepLine] = []
        self._lines, self.tenant, self.language = column(), _TenantCard(), LanguageMenu()
        margins = (BAND + 2 * GRID, 3 * GRID, GRID, GRID)
        column(
            brand,
            under,
            2 * GRID,
            self._lines,
            STRETCH,
            self.tenant,
            row(self.language, STRETCH),
            inside=self,
            margins=margins,
        )

    def show_steps(self, screens: Sequence[Screen]) -> None:
        """Shows the steps of the current route; does nothing if they are the same."""
        if [line.step for line in self.steps] == list(screens):
            return
        for step in self.steps:
            self._lines.removeWidget(step)
            step.hide()
            step.deleteLater()
        self.steps = [_StepLine(screen) for screen in screens]
        for step in self.steps:
            self._lines.addWidget(step)

    def show_step(self, current: int) -> None:
        """Shows the steps before this one as done, and all of them for the number after the last."""
        for number, step in enumerate(self.steps):
            step.show_icon(Icon.DONE if number < current else Icon.CURRENT if number == current else Icon.AHEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        gradient = QLinearGradient(0, 0, 0, self.height())
        for place, colour in enumerate(colours_in_use().brand):
            gradient.setColorAt(place, colour)
        painter.fillRect(0, 0, BAND, self.height(), gradient)
        painter.end()


class _StepLine(Translated, QWidget):
    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.step, self.text = screen, STEPS[screen]
        self._icon, self._label = StatusIcon(Icon.AHEAD), Label("muted", wraps=False)
        row(self._icon, self._label, inside=self, margins=(0, 2, 0, 2), grows=self._label)
        self.say(self._label.setText, self.text)
        self.say(self._label.setAccessibleName, self._spoken)

    @property
    def icon(self) -> Icon:
        return self._icon.shown

    def show_icon(self, icon: Icon) -> None:
        self._icon.show_icon(icon)
        give_role(self._label, {Icon.CURRENT: "strong", Icon.AHEAD: "muted"}.get(icon, ""))
        self._label.setAccessibleName(self._spoken())

    def _spoken(self) -> str:
        match self._icon.shown:
            case Icon.DONE:
                return translate("Sidebar", "{step}: done").format(step=self.text())
            case Icon.CURRENT:
                return translate("Sidebar", "{step}: current step").format(step=self.text())
        return translate("Sidebar", "{step}: to do").format(step=self.text())


class _TenantCard(Translated, QWidget):
    """Names the tenant on every page, so that nobody sets up the wrong one."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._domain, self._account = ElidedLabel("strong"), ElidedLabel("small"), ElidedLabel("small")
        names = (self._name, self._domain, self._account)
        column(rule(), GRID // 2, *names, inside=self, spacing=2, margins=(0, 0, GRID, 0))
        self.hide()

    def show_tenant(self, tenant: Tenant | None) -> None:
        self.setVisible(tenant is not None)
        if tenant:
            self._name.setText(tenant.state.organization.name)
            self._domain.setText(tenant.state.organization.domain)
            self._account.setText(tenant.account.username)


class LanguageMenu(Translated, QPushButton):
    """Switches the language of the whole window at once."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        give_role(self, "link")
        self.setAutoDefault(False)
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._actions: dict[Language, QAction] = {}
        for choice in Language:
            action = menu.addAction(own_name(choice))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked, choice=choice: self.choose(choice))
            self._actions[choice] = action
        self.setMenu(menu)
        self.say(self._put, lambda: own_name(language()))
        self.say(
            self.setAccessibleName,
            lambda: translate("Sidebar", "Language: {name}").format(name=own_name(language())),
        )

    def choose(self, choice: Language) -> None:
        """Switches the language; `chosen` follows even where it is the present one, to give the focus back."""
        if choice is not language():
            use(choice)
        self.chosen.emit()

    def _put(self, name: str) -> None:
        self.setText(f"{name}  ▾")
        for choice, action in self._actions.items():
            action.setChecked(choice is language())
