"""The tenant that was signed in to: the question that everything after depends on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from installer.gui.controls import Button, Facts
from installer.gui.labels import Card, ElidedLabel, Label, rule
from installer.gui.marks import Mark, Sign
from installer.gui.theme import GRID
from installer.gui.walk import Tenant
from installer.gui.wording import Speaking
from installer.model import Manifest
from installer.texts import role_names, translate


class TenantCard(Speaking, QWidget):
    def __init__(self, manifest: Manifest, change_account: Callable[[], None]) -> None:
        super().__init__()
        self._manifest = manifest
        self._tenant: Tenant | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._card: QWidget | None = None
        self.change = Button(lambda: translate("TenantCard", "Use another account…"), change_account, "link")
        self._column.addWidget(self.change)

    def show_tenant(self, tenant: Tenant) -> None:
        self._tenant = tenant
        if self._card:
            self._column.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = self._build(tenant)
        self._column.insertWidget(0, self._card)

    def retranslate(self) -> None:
        super().retranslate()
        if self._tenant:
            self.show_tenant(self._tenant)

    def _build(self, tenant: Tenant) -> QWidget:
        organization, rights = tenant.state.organization, tenant.state.rights
        card, facts = Card(), Facts()
        card.column.addWidget(ElidedLabel("large", organization.name))
        card.column.addWidget(ElidedLabel("muted", organization.domain))
        card.column.addWidget(rule())
        facts.add(lambda: translate("TenantCard", "Directory (tenant) ID"), organization.id)
        facts.add(lambda: translate("TenantCard", "Account"), tenant.account.username, copy=False)
        roles = ", ".join(role_names(self._manifest, rights)) or translate(
            "TenantCard", "none of those that matter here"
        )
        facts.add(lambda: translate("TenantCard", "Roles"), roles, copy=False)
        card.column.addWidget(facts)
        card.column.addWidget(rule())
        card.column.addWidget(
            _able(
                rights.can_register,
                translate("TenantCard", "May register the application"),
                translate("TenantCard", "May not register the application"),
            )
        )
        card.column.addWidget(
            _able(
                rights.can_consent,
                translate("TenantCard", "May grant admin consent"),
                translate("TenantCard", "May not grant admin consent"),
            )
        )
        return card


def _able(able: bool, yes: str, no: str) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    layout.addWidget(Mark(Sign.DONE if able else Sign.FAILED))
    layout.addWidget(Label("", yes if able else no), 1)
    return line
