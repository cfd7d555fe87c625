"""The payload as GLIMPS's own software reads it."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from installer.bundle.formats import Format, client_name, render
from installer.bundle.payload import Payload
from installer.bundle.reading import from_json
from installer.errors.usage import InvalidClientName, NoSuchForm
from tests.bundle import samples

NASTY = [
    "it's",
    'say "hi"',
    "a$HOME",
    "`id`",
    "back\\slash\\",
    "~tilde",
    "a b",
    "#no",
    "é\u2028\x85",
    "a: b",
    "'\"$`\\",
]


def yaml_value(text: str, key: str) -> object:
    """The value of a double-quoted scalar, whose escapes are JSON's."""
    line = next(line for line in text.split("\n") if line.strip().startswith(f"{key}: "))
    return json.loads(line.split(": ", 1)[1])


def test_json_is_the_payload_itself() -> None:
    payload = samples.secret_payload()
    assert from_json(render(payload, Format.JSON, "test1").encode(), "x") == payload


def test_the_console_gets_one_field_a_line() -> None:
    assert render(samples.secret_payload(), Format.CONSOLE, "test1") == (
        f"m365_tenant_id: {samples.TENANT}\nm365_client_id: {samples.CLIENT}\nm365_client_secret: {samples.VALUE}\n"
    )


def test_the_environment_gets_the_documented_variable() -> None:
    assert render(samples.secret_payload(), Format.ENV, "test1") == (
        f"# clients.test1.m365-client.id: {samples.CLIENT}\n"
        f"# clients.test1.m365-client.tenant: {samples.TENANT}\n"
        f"SHAREPOINT_CLIENTS_TEST1_M365_CLIENT_SECRET={samples.VALUE}\n"
    )


def test_yaml_is_the_section_of_sharepoint_yml() -> None:
    assert render(samples.secret_payload(), Format.YAML, "on") == (
        'clients:\n  "on":\n    m365-client:\n'
        f'      id: "{samples.CLIENT}"\n      tenant: "{samples.TENANT}"\n      secret: "{samples.VALUE}"\n'
        '      # api-url: "https://…"\n'
    )


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell here")
@pytest.mark.parametrize("value", [samples.VALUE, *NASTY])
def test_a_shell_reads_the_environment_line_as_it_was(value: str) -> None:
    lines = render(samples.secret_payload(value=value), Format.ENV, "test1")
    script = lines + 'printf %s "$SHAREPOINT_CLIENTS_TEST1_M365_CLIENT_SECRET"'
    assert subprocess.run(["sh", "-c", script], capture_output=True, check=True).stdout.decode() == value


@settings(deadline=None, database=None)
@given(st.text(min_size=1))
def test_yaml_keeps_any_secret_on_one_printable_line(value: str) -> None:
    text = render(samples.secret_payload(value=value), Format.YAML, "test1")
    assert yaml_value(text, "secret") == value
    assert len(text.splitlines()) == 7


def test_compose_gets_the_variable_under_the_service_that_takes_it() -> None:
    """docker-compose.override.yml of GLIMPS's guide; Compose replaces what follows a single dollar sign."""
    assert render(samples.secret_payload(value="a$B~c"), Format.COMPOSE, "test1") == (
        "services:\n  onedrive-connector:\n    environment:\n"
        '      SHAREPOINT_CLIENTS_TEST1_M365_CLIENT_SECRET: "a$$B~c"\n'
    )


@pytest.mark.parametrize("payload", [samples.public_certificate_payload(), samples.federated_payload()])
def test_compose_is_refused_where_there_is_no_secret_to_carry(payload: Payload) -> None:
    with pytest.raises(NoSuchForm):
        render(payload, Format.COMPOSE, "test1")


def test_the_manager_gets_a_patch_of_the_same_fields() -> None:
    assert json.loads(render(samples.certificate_payload(), Format.PATCH, "test1")) == {
        "m365_auth_mode": "certificate",
        "m365_tenant_id": samples.TENANT,
        "m365_client_id": samples.CLIENT,
        "m365_cert_thumbprint": "AB" * 20,
        "m365_app_object_id": samples.OBJECT,
        "m365_cert_key_id": samples.KEY,
    }


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.COMPOSE])
def test_a_certificate_has_no_secret_to_show(form: Format) -> None:
    text = render(samples.certificate_payload(), form, "test1")
    assert "SECRET" not in text
    assert "made-up private key" not in text or form is Format.JSON


@pytest.mark.parametrize("name", ["", "Test", "a-b", "a b", "é", "a\n"])
def test_a_name_whose_variable_is_not_documented_is_refused(name: str) -> None:
    with pytest.raises(InvalidClientName):
        render(samples.secret_payload(), Format.ENV, name)


@pytest.mark.parametrize(
    ("domain", "name"),
    [("contoso.onmicrosoft.com", "contoso"), ("My-Firm.fr", "myfirm"), ("", "client"), ("é.fr", "client")],
)
def test_a_client_name_comes_from_the_domain(domain: str, name: str) -> None:
    assert client_name(domain) == name
