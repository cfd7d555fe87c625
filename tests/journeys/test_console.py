"""From a command to a bundle that the stock `age` opens, with the sign-in in the real browser."""

import json
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

from installer.cancel import Cancel
from installer.demo import BRISK, Tenant
from installer.files import resource
from installer.model import ClientSecret, Secret, utc_now
from installer.sign_in import AppSignIn
from installer.transport import Transport
from tests.journeys.chromium import chromium
from tests.journeys.program import Json, Program, event, the_rest
from tests.tenants import FULL, Start

pytestmark = pytest.mark.journey

CLOSE = {"en": "You can close this tab", "fr": "Vous pouvez fermer cet onglet"}
FAILED = {"en": "The sign-in was not completed", "fr": "La connexion n’a pas abouti"}


def opened_by_age(folder: Path) -> Json:
    """What Debian's age prints."""
    age = shutil.which("age")
    if age is None:
        pytest.skip("no age here: `build/dev.py test` installs it on Debian")
    command = [age, "-d", "-i", "key.txt", "b.age"]
    payload: Json = json.loads(subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout)
    return payload


def check_bundle(folder: Path, tenant: Tenant) -> None:
    """The payload satisfies the schema, and its secret gets a token with every role."""
    payload = opened_by_age(folder)
    schema = json.loads(resource("bundle.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(payload, schema)
    assert (folder / "b.age").stat().st_mode & 0o777 == 0o600
    transport = Transport(tenant.cloud)
    app_sign_in = AppSignIn(tenant.cloud, payload["tenant"]["id"], transport, Cancel())
    secret = ClientSecret(Secret(payload["credential"]["secret"]), payload["credential"]["key_id"], utc_now())
    assert app_sign_in.token(payload["application"]["client_id"], secret).roles == frozenset(FULL)


def check_ending(told: list[Json], sentences: str, language: str) -> None:
    assert told[-1]["event"] == "finished"
    assert told[-1]["exit_code"] == 0, sentences
    (verified,) = [event for event in told if event["event"] == "verified"]
    assert set(verified["roles"]["granted"]) == set(FULL)
    assert ("Locataire" if language == "fr" else "Tenant") in sentences


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_setup_by_browser_delivers_a_secret_that_age_opens(
    language: str, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant(delays=BRISK)
    program = Program(tenant, tmp_path, language)
    with chromium(tmp_path / "profile", language) as person:
        process = program.set_up("--sign-in", "browser", "--no-browser")
        heading = person.sign_in(event(process, "sign_in.browser")["url"])
        assert heading == CLOSE[language]
        assert set(person.seen) == {language}
    check_ending(*the_rest(process), language)
    check_bundle(tmp_path, tenant)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_setup_by_device_code_delivers_a_secret_that_age_opens(
    language: str, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant(delays=BRISK)
    program = Program(tenant, tmp_path, language)
    with chromium(tmp_path / "profile", language) as person:
        process = program.set_up("--sign-in", "device-code")
        code = event(process, "sign_in.device_code")
        person.enter_code(code["verification_uri"], code["user_code"])
        assert set(person.seen) == {language}
    check_ending(*the_rest(process), language)
    check_bundle(tmp_path, tenant)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_consent_refused_in_the_browser_ends_in_a_sentence(
    language: str, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    program = Program(tenant, tmp_path, language)
    with chromium(tmp_path / "profile", language) as person:
        process = program.set_up("--sign-in", "browser", "--no-browser")
        assert person.refuse(event(process, "sign_in.browser")["url"]) == FAILED[language]
    told, sentences = the_rest(process)
    assert told[-1]["exit_code"] == process.returncode == 4
    assert "AADSTS65004" in sentences
    assert not tenant.state.applications
    assert not (tmp_path / "b.age").exists()


def test_the_tenant_that_was_named_is_enforced(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    program = Program(tenant, tmp_path, "en")
    process = program.set_up("--sign-in", "device-code", "--tenant", "fabrikam.com")
    told, sentences = the_rest(process)
    assert told[-1]["exit_code"] == 4, sentences
    assert not tenant.state.applications
