"""Beliefs that no tenant can contradict: what is only stated is marked as that, or stated as Microsoft does."""

import tomllib

from installer.config.clouds import known_clouds
from tests.house.source import ROOT

_CLOUDS, _GUIDE = ROOT / "resources" / "clouds.toml", ROOT / "i18n" / "guide_fr.html"
_CONFIRMED = frozenset({"global", "usgov", "usgov-dod", "china", "bleu"})
"""Whose hosts stand in Microsoft's documentation, or in the source of Microsoft's own clients."""


def test_hosts_that_nobody_published_are_marked_as_unconfirmed() -> None:
    confirmed, _, unconfirmed = _CLOUDS.read_text(encoding="utf-8").partition("# Unconfirmed: ")
    assert _ids(confirmed) == _CONFIRMED
    assert _ids(unconfirmed.partition("\n")[2]) == set(known_clouds()) - _CONFIRMED


def test_the_french_guide_names_single_tenancy_as_the_portal_does() -> None:
    """Microsoft's documentation in French, « Inscrire une application »."""
    guide = _GUIDE.read_text(encoding="utf-8")
    assert "Comptes dans ce répertoire d’organisation uniquement" in guide
    assert "cet annuaire d’organisation" not in guide


def _ids(tables: str) -> set[str]:
    return {cloud["id"] for cloud in tomllib.loads(tables).get("cloud", ())}
