"""What the customer is asked to consent to: the one place that repeats the permissions of connector.toml."""

from installer.config.manifest import load_manifest
from installer.model import Level

READS = {
    ("Sites.Read.All", "332a536c-c7ef-4017-ab91-336970924f0d", Level.READ),
    ("Group.Read.All", "5b567255-7703-4780-807c-7be8301ae99b", Level.READ),
    ("User.Read.All", "df021288-bdef-4463-88db-98f22de89214", Level.READ),
}
"""Ids as in Microsoft's permissions reference."""
PROFILES = {
    "remediation": {("Files.ReadWrite.All", "75359482-378d-4052-8f01-80520e7db3cd", Level.WRITE), *READS},
    "detect-only": {("Files.Read.All", "01d4889c-1287-42c6-ac1f-5d1e02578ef6", Level.READ), *READS},
}


def test_no_permission_is_asked_for_by_accident_so_a_row_in_the_manifest_is_a_row_here() -> None:
    asked = [
        (profile.id, [(permission.name, permission.id, permission.level) for permission in profile.permissions])
        for profile in load_manifest().profiles
    ]
    assert [(name, len(permissions)) for name, permissions in asked] == [(name, 4) for name in PROFILES]
    assert {name: set(permissions) for name, permissions in asked} == PROFILES
