"""Payloads of both kinds, and the nouns they are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from installer.bundle.payload import (
    CertificateCredential,
    ConnectorKeys,
    FederatedCredential,
    Payload,
    PayloadApplication,
    PayloadCloud,
    SecretCredential,
    compose,
)
from installer.config.manifest import load_manifest
from installer.model import (
    Application,
    ClientSecret,
    Cloud,
    Credentials,
    Federation,
    Level,
    ManifestText,
    Organization,
    Permission,
    Profile,
    Secret,
)

TENANT = "11111111-1111-4111-8111-111111111111"
CLIENT = "22222222-2222-4222-8222-222222222222"
OBJECT = "33333333-3333-4333-8333-333333333333"
PRINCIPAL = "44444444-4444-4444-8444-444444444444"
KEY = "55555555-5555-4555-8555-555555555555"
VALUE = "abc8Q~made.up-for_tests~0123456789"
CREATED = datetime(2026, 11, 23, 10, 20, 30, tzinfo=UTC)
EXPIRES = datetime(2027, 11, 23, 10, 20, 30, tzinfo=UTC)
CONNECTOR = load_manifest().connector


def credentials() -> Credentials:
    text = ManifestText("Text")
    permission = Permission("Sites.Read.All", "332a536c-c7ef-4017-ab91-336970924f0d", Level.READ, text, "/sites/root")
    return Credentials(
        cloud=Cloud("global", "Global", "https://login.microsoftonline.com", "https://graph.microsoft.com"),
        organization=Organization(TENANT, "Société Générale d’Élagage", "contoso.onmicrosoft.com"),
        application=Application(
            object_id=OBJECT,
            client_id=CLIENT,
            name="Microsoft ODSP Connector GLIMPS",
            created=CREATED,
            unique_name="glimps-odsp-connector",
            tags=(),
            required=(),
            credentials=(),
            service_principal_id=PRINCIPAL,
        ),
        profile=Profile("remediation", text, text, (permission,)),
        credential=ClientSecret(Secret(VALUE), KEY, EXPIRES.replace(microsecond=7)),
    )


def secret_payload(notes: str = "Pour l’équipe réseau\n— Zoë", value: str = VALUE) -> Payload:
    created = CREATED.replace(microsecond=999_999)
    made = compose(credentials(), ("Sites.Read.All",), created, notes, CONNECTOR, proven=True)
    return Payload(
        created=made.created,
        cloud=made.cloud,
        tenant=made.tenant,
        application=made.application,
        credential=SecretCredential(KEY, EXPIRES, Secret(value)),
        profile=made.profile,
        granted=made.granted,
        connector=made.connector,
        notes=made.notes,
        proven=made.proven,
    )


def certificate_payload() -> Payload:
    return Payload(
        created=CREATED,
        cloud=PayloadCloud("bleu", "https://login.sovcloud-identity.fr", "https://graph.svc.sovcloud.fr"),
        tenant=Organization(TENANT, "Contoso", "contoso.fr"),
        application=PayloadApplication("ODSP", CLIENT, OBJECT, None, None),
        credential=CertificateCredential(
            key_id=KEY,
            expires=EXPIRES,
            pem="-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            private_key=Secret("made-up private key\n"),
            thumbprint_sha1="AB" * 20,
            thumbprint_sha256="CD" * 32,
        ),
        profile="detect-only",
        granted=(),
        connector=ConnectorKeys(
            "m365_tenant_id",
            "m365_client_id",
            None,
            "m365_auth_mode",
            "m365_cert_thumbprint",
            "m365_app_object_id",
            "m365_cert_key_id",
        ),
        notes="",
        proven=False,
    )


def public_certificate_payload() -> Payload:
    """A certificate whose private key never left the connector, exchanged by `renew --key`."""
    whole = certificate_payload()
    assert isinstance(whole.credential, CertificateCredential)
    keys = replace(whole.connector, object_id=None, key_id=None)
    return replace(whole, credential=replace(whole.credential, private_key=None), connector=keys)


def federated_payload() -> Payload:
    federation = Federation("https://issuer.example/", "system:serviceaccount:glimps:connector")
    keys = ConnectorKeys("m365_tenant_id", "m365_client_id", auth_mode="m365_auth_mode")
    return replace(certificate_payload(), credential=FederatedCredential(KEY, federation), connector=keys)
