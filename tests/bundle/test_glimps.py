"""What we hand over is what GLIMPS's configuration takes, in each of its three ways, and in the released version."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pytest

from installer.bundle.formats import Format, render
from installer.bundle.payload import Payload, compose, connector_values
from installer.model import Certificate, Federation, RegisteredCertificate, RegisteredFederation, Rotation, Secret
from installer.sign_in.certificate_file import public_part
from tests.bundle import samples
from tests.bundle.glimps import faults, released_faults
from tests.certificates import certificate

Configuration = dict[str, str]
PUBLIC = public_part(certificate())
MADE_HERE = Certificate(
    PUBLIC.pem, PUBLIC.der, Secret("key"), samples.KEY, PUBLIC.expires, PUBLIC.thumbprint_sha1, PUBLIC.thumbprint_sha256
)
FEDERATION = RegisteredFederation(Federation("https://issuer.example/", "one"), samples.KEY, "ours")


def handed(
    credential: Certificate | RegisteredCertificate | RegisteredFederation | None = None,
    rotation: Rotation = Rotation.CONNECTOR,
    object_id: str = samples.OBJECT,
) -> Configuration:
    """What the connector gets of this credential; of a client secret where there is none here."""
    made = samples.credentials()
    made = replace(made, application=replace(made.application, object_id=object_id))
    made = replace(made, credential=credential) if credential else made
    payload = compose(made, (), samples.CREATED, "", samples.CONNECTOR, rotation=rotation)
    return dict(connector_values(payload))


def with_(**changes: str) -> Callable[[Configuration], Configuration]:
    return lambda configuration: configuration | {f"m365_{key}": value for key, value in changes.items()}


def without(*keys: str) -> Callable[[Configuration], Configuration]:
    dropped = {f"m365_{key}" for key in keys}
    return lambda configuration: {key: value for key, value in configuration.items() if key not in dropped}


SECRET = handed()
CERTIFICATE = handed(RegisteredCertificate(PUBLIC, samples.KEY))
FEDERATED = handed(FEDERATION)


@dataclass(frozen=True)
class Case:
    name: str
    configuration: Mapping[str, str]
    accepted: bool


def _changed(start: Configuration, *changes: Callable[[Configuration], Configuration]) -> Configuration:
    for change in changes:
        start = change(start)
    return start


CASES = (
    Case("a secret", SECRET, True),
    Case("a certificate of the connector", CERTIFICATE, True),
    Case("one that is exchanged by us", handed(RegisteredCertificate(PUBLIC, samples.KEY), Rotation.OURS), True),
    Case("one made here", handed(MADE_HERE), True),
    Case("one made here and exchanged by us", handed(MADE_HERE, Rotation.OURS), True),
    Case("one whose application could not be read", handed(MADE_HERE, object_id=""), True),
    Case("a federation", FEDERATED, True),
    Case("an old record, switched to a certificate", SECRET | CERTIFICATE, True),
    Case("the same with its secret cleared", SECRET | CERTIFICATE | {"m365_client_secret": ""}, True),
    Case("an old record, switched to a federation", SECRET | FEDERATED, True),
    Case("an instance that waits for its client", _changed(CERTIFICATE, without("client_id")), True),
    Case("a thumbprint in small letters", _changed(CERTIFICATE, with_(cert_thumbprint="ab" * 20)), True),
    Case("no secret", _changed(SECRET, without("client_secret")), False),
    Case("an empty secret", _changed(SECRET, with_(client_secret="")), False),
    Case("no tenant", _changed(SECRET, without("tenant_id")), False),
    Case("no tenant beside a certificate", _changed(CERTIFICATE, without("tenant_id")), False),
    Case("no tenant beside a federation", _changed(FEDERATED, without("tenant_id")), False),
    Case("no thumbprint", _changed(CERTIFICATE, without("cert_thumbprint")), False),
    Case("a thumbprint of 39 digits", _changed(CERTIFICATE, with_(cert_thumbprint=PUBLIC.thumbprint_sha1[1:])), False),
    Case("a thumbprint with colons", _changed(CERTIFICATE, with_(cert_thumbprint="AB:" * 20)), False),
    Case("SHA-256 in its place", _changed(CERTIFICATE, with_(cert_thumbprint=PUBLIC.thumbprint_sha256)), False),
    Case("an object id that is none", _changed(CERTIFICATE, with_(app_object_id="object")), False),
    Case("a key id that is none", _changed(CERTIFICATE, with_(cert_key_id="key")), False),
    Case("an unknown mode", _changed(CERTIFICATE, with_(auth_mode="certificates")), False),
    Case("the mode of a secret without one", _changed(CERTIFICATE, with_(auth_mode="secret")), False),
    Case("a key that nobody knows", SECRET | {"m365_secret": "x"}, False),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_what_glimps_takes_and_refuses(case: Case) -> None:
    assert (faults(case.configuration) == []) is case.accepted, faults(case.configuration)


def test_the_released_version_takes_a_secret_and_nothing_that_it_does_not_know() -> None:
    assert released_faults(SECRET) == []
    assert released_faults(CERTIFICATE)
    assert released_faults(FEDERATED)


PAYLOADS = (
    samples.secret_payload(),
    samples.certificate_payload(),
    samples.public_certificate_payload(),
    samples.federated_payload(),
)


@pytest.mark.parametrize("payload", PAYLOADS, ids=["secret", "certificate", "public", "federated"])
def test_each_form_for_the_manager_holds_a_configuration_that_it_takes(payload: Payload) -> None:
    fields = dict(line.split(": ", 1) for line in render(payload, Format.CONSOLE, "test1").splitlines())
    patch = json.loads(render(payload, Format.PATCH, "test1"))
    bundle = json.loads(render(payload, Format.JSON, "test1"))["connector"]
    assert fields == patch == bundle
    assert faults(fields) == []
    assert faults(SECRET | patch) == [], "an old record is switched by it"


def test_who_rotates_is_told_by_both_ids_or_by_none() -> None:
    ids = {"m365_app_object_id", "m365_cert_key_id"}
    assert ids <= CERTIFICATE.keys()
    assert not ids & handed(MADE_HERE, Rotation.OURS).keys()
    assert not ids & handed(MADE_HERE, object_id="").keys()
