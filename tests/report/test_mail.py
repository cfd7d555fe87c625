"""The mail to GLIMPS: complete, plain, and without a way for a name to add lines to it."""

from dataclasses import replace

import pytest

from installer.model import Language, Organization
from installer.report import result_receipt, to_mail
from installer.texts import use
from tests.report.samples import (
    BUNDLE,
    CLIENT_ID,
    KEY_ID,
    OUTCOME,
    RECIPIENT,
    SAID,
    SHA256,
    TENANT_ID,
    UNPROVEN,
    occasion,
    samples,
    setup_plan,
)


@pytest.mark.parametrize("language", Language)
def test_it_names_the_tenant_the_application_and_the_file(language: Language) -> None:
    use(language)
    mail = to_mail(samples()["result"])
    for told in (TENANT_ID, CLIENT_ID, KEY_ID, SHA256, RECIPIENT, "glimps-odsp-contoso.onmicrosoft.com-2026-11-24.age"):
        assert told in mail
    assert "/home/ada" not in mail
    assert "{" not in mail
    assert mail.endswith("Ada Lambert\n")


def test_a_passphrase_never_travels_with_the_file() -> None:
    assert "another way, not by email" in to_mail(samples()["result-passphrase"])
    assert "another, secure way" in to_mail(samples()["result-vault"])


def test_what_microsoft_said_beside_the_proof_is_passed_on() -> None:
    mail = to_mail(samples()["result-warned"])
    assert "is proven to work" in mail
    assert SAID in mail
    assert "is proven to work" not in to_mail(samples()["result"]), "where nothing was said"


@pytest.mark.parametrize(
    ("recipients", "key"), [((RECIPIENT,), "--identity key.txt"), ((), "--passphrase-file passphrase.txt")]
)
def test_an_unproven_credential_is_called_so_with_the_command_that_proves_it(
    recipients: tuple[str, ...], key: str
) -> None:
    outcome = replace(UNPROVEN, bundle=replace(BUNDLE, recipients=recipients))
    mail = to_mail(result_receipt(occasion(), setup_plan(), outcome))
    assert "is not proven yet" in mail
    assert "AADSTS53003" in mail
    assert f"GLIMPS-ODSP-Setup-cli verify glimps-odsp-contoso.onmicrosoft.com-2026-11-24.age {key}\n" in mail


def test_a_name_cannot_add_a_line() -> None:
    where = occasion(Organization(TENANT_ID, "Contoso\r\nBcc: mallory@example.com", "contoso.onmicrosoft.com"))
    assert "\nBcc:" not in to_mail(result_receipt(where, setup_plan(), OUTCOME))


def test_there_is_no_mail_without_a_credential() -> None:
    for name in ("plan", "result-removal", "check"):
        with pytest.raises(AssertionError):
            to_mail(samples()[name])
    with pytest.raises(AssertionError):
        to_mail(result_receipt(occasion(), setup_plan(), replace(OUTCOME, credential=None)))
