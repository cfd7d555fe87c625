"""The mail to GLIMPS: complete, plain, and without a way for a name to add lines to it."""

from dataclasses import replace

import pytest

from installer.model import Language, Organization
from installer.report import result_receipt, to_mail
from installer.texts import use
from tests.report.samples import CLIENT_ID, KEY_ID, OUTCOME, RECIPIENT, SHA256, TENANT_ID, occasion, samples, setup_plan


@pytest.mark.parametrize("language", [Language.EN, Language.FR])
def test_it_names_the_tenant_the_application_and_the_file(language: Language) -> None:
    use(language)
    mail = to_mail(samples()["result"])
    for told in (TENANT_ID, CLIENT_ID, KEY_ID, SHA256, RECIPIENT, "glimps-odsp-contoso.onmicrosoft.com-2026-11-24.age"):
        assert told in mail
    assert "/home/ada" not in mail
    assert "{" not in mail
    assert mail.endswith("Ada Lambert\n")


def test_a_passphrase_never_travels_with_the_file() -> None:
    assert "by another way, not by mail" in to_mail(samples()["result-passphrase"])
    assert "by another, safe way" in to_mail(samples()["result-vault"])


def test_a_name_cannot_add_a_line() -> None:
    where = occasion(Organization(TENANT_ID, "Contoso\r\nBcc: mallory@example.com", "contoso.onmicrosoft.com"))
    assert "\nBcc:" not in to_mail(result_receipt(where, setup_plan(), OUTCOME))


def test_there_is_no_mail_without_a_credential() -> None:
    for name in ("plan", "result-removal", "check"):
        with pytest.raises(AssertionError):
            to_mail(samples()[name])
    with pytest.raises(AssertionError):
        to_mail(result_receipt(occasion(), setup_plan(), replace(OUTCOME, credential=None)))
