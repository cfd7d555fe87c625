"""Hundreds of runs: none reads the system's certificates, because each is given the tenant's own."""

from pathlib import Path

import pytest

from installer.demo.certificates import server_certificate


@pytest.fixture(autouse=True)
def no_other_authority(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Reading them is half of the time that a run takes."""
    folder: Path = tmp_path_factory.mktemp("authorities")
    (folder / "ca.pem").write_text(server_certificate().ca_pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(folder))
