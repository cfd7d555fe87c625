"""No secret is in a receipt: by type, and after a real run."""

import dataclasses
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.gui.pdf import print_pdf
from installer.model import ClientSecret, Credentials, Language, Secret
from installer.report import Receipt, to_html, to_ics, to_mail
from installer.texts import use
from tests.report.outline import Outline
from tests.report.samples import run
from tests.tenants import Start


def types_within(kind: object, seen: set[object]) -> Iterator[object]:
    """Every type that a value of this one can hold, at any depth."""
    if kind in seen:
        return
    seen.add(kind)
    yield kind
    for inner in typing.get_args(kind):
        yield from types_within(inner, seen)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        for hint in typing.get_type_hints(kind).values():
            yield from types_within(hint, seen)


def test_no_field_of_a_receipt_can_hold_a_secret() -> None:
    held = set(types_within(Receipt, set()))
    assert not held & {Secret, ClientSecret, Credentials, object, typing.Any}
    assert Secret in set(types_within(Credentials, set())), "the search does find one"


@pytest.mark.parametrize("language", Language)
def test_after_a_real_run_the_documents_hold_its_ids_and_none_of_its_secrets(
    start_tenant: Start, tmp_path: Path, language: Language
) -> None:
    use(language)
    tenant = start_tenant()
    done = run(tenant, tmp_path)
    documents = [
        to_html(receipt, printing=printing)
        for receipt in (done.before, done.after, done.check)
        for printing in (False, True)
    ]
    documents += [to_ics(done.after).replace("\r\n ", ""), to_mail(done.after)]
    pdf = print_pdf(to_html(done.after, printing=True))
    assert done.secret
    for secret in tenant.issued | {done.secret}:
        assert not [document for document in documents if secret in document]
        assert secret.encode() not in pdf
    outcome = done.after.outcome
    assert outcome.application is not None
    assert outcome.credential is not None
    assert outcome.bundle is not None
    text = Outline(to_html(done.after)).text
    for told in (
        done.after.occasion.organization.id,
        outcome.application.client_id,
        outcome.application.object_id,
        str(outcome.application.service_principal_id),
        outcome.credential.key_id,
        outcome.bundle.sha256,
        "bundle.age",
    ):
        assert told in text
    for told in (outcome.application.client_id, outcome.credential.key_id):
        assert all(told in document for document in documents[-2:])
    assert outcome.credential.key_id in Outline(to_html(done.check)).text
