"""The papers of what only the connector can sign in with: no secret is promised, and nothing is said to be proven."""

from __future__ import annotations

from dataclasses import replace

import pytest

from installer.events import CredentialFacts
from installer.model import Bundle, CredentialKind, Fate, Line, Thing
from installer.report.html import to_html
from installer.report.mail import to_mail
from installer.report.receipt import Receipt
from tests.report.samples import FACTS, samples

PLAIN = Bundle("/tmp/b.json", "ab" * 32, (), plain=True)  # a name, no file
CERTIFICATE = replace(FACTS, kind=CredentialKind.CERTIFICATE)
FEDERATION = CredentialFacts(CredentialKind.FEDERATED, FACTS.key_id, None)


def of(facts: CredentialFacts) -> Receipt:
    made = samples()["result"]
    thing = Thing.of(facts.kind)
    outcome = replace(made.outcome, credential=facts, bundle=PLAIN, proof=None)
    return replace(made, lines=(Line(thing, Fate.CREATED, "ours"),), outcome=outcome, from_connector=True, expires=None)


@pytest.mark.parametrize("facts", [CERTIFICATE, FEDERATION], ids=["certificate", "federation"])
def test_the_mail_says_that_nothing_in_the_file_is_secret(facts: CredentialFacts) -> None:
    text = to_mail(of(facts))
    assert "Nothing in this file is secret." in text
    assert "b.json" in text
    assert "passphrase" not in text
    assert "encrypted" not in text
    assert "GLIMPS-ODSP-Setup-cli verify b.json --" in text


@pytest.mark.parametrize("facts", [CERTIFICATE, FEDERATION], ids=["certificate", "federation"])
def test_the_receipt_promises_no_secret(facts: CredentialFacts) -> None:
    text = to_html(of(facts))
    assert "Encrypted file" not in text
    assert "Anyone: nothing in it is secret." in text
    assert "m365_auth_mode" in text
    assert "m365_client_secret" not in text


def test_a_federation_has_no_end() -> None:
    text = to_html(of(FEDERATION))
    assert "does not expire" in text
    assert "There is none: Microsoft exchanges the connector’s own tokens." in text
    assert "valid until" not in to_mail(of(FEDERATION)).lower()


def test_a_key_pair_made_here_says_where_its_key_belongs() -> None:
    text = to_html(replace(of(CERTIFICATE), from_connector=False))
    assert "to be installed where the connector runs" in text
