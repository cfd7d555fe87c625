"""Receipts of real runs against an embedded tenant, and of what only Microsoft's own clouds would show."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from installer.bundle import parse_recipients
from installer.cancel import Cancel
from installer.clouds import load_cloud
from installer.delivery import deliver
from installer.demo import Tenant
from installer.events import CredentialFacts, PlanRow, SignedIn
from installer.manifest import load_manifest
from installer.model import (
    Account,
    Application,
    Bundle,
    CredentialKind,
    Organization,
    Proof,
    Rights,
    Secret,
)
from installer.registration import Plan, compare, plan_removal, register
from installer.report import (
    Kind,
    Occasion,
    Outcome,
    Receipt,
    check_receipt,
    credential_facts,
    plan_receipt,
    result_receipt,
)
from installer.events import Action
from installer.sign_in import AppSignIn
from tests.engine import Engine

MOMENT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TENANT_ID, CLIENT_ID, OBJECT_ID, PRINCIPAL_ID, KEY_ID, ACCOUNT_ID = (
    f"{digit * 8}-0000-0000-0000-{digit * 12}" for digit in "123456"
)
