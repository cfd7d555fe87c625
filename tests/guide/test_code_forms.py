"""The manifest as Terraform and as Bicep: what stands in them, and that nothing in a name can break out."""

import re
import shutil
import subprocess

import pytest

from installer.config.manifest import load_manifest
from installer.guide import Subject, subject_of, to_bicep, to_terraform
from installer.model import GRAPH_APP_ID, PORTAL_TAG, Language
from installer.texts import localized, use
from tests.guide.test_page import BOTH, EACH
from tests.house.test_documents import GUID

MANIFEST = load_manifest()
FORMS = {"terraform": (to_terraform, "#"), "bicep": (to_bicep, "//")}
HOSTILE = "Contoso \"x\" 'y' ${z} %{if} \\ }"
FORM = pytest.mark.parametrize("form", FORMS)


def code_of(form: str, subject: Subject) -> str:
    """The form without its comments."""
    make, mark = FORMS[form]
    return "\n".join(line for line in make(subject).splitlines() if not line.strip().startswith(mark))


@FORM
@EACH
@BOTH
def test_it_holds_the_manifest_and_no_secret(form: str, subject: Subject, language: Language) -> None:
    use(language)
    code = code_of(form, subject)
    for permission in subject.profile.permissions:
        assert permission.name in code
        assert permission.id in code
    assert set(GUID.findall(code)) == {GRAPH_APP_ID, *(permission.id for permission in subject.profile.permissions)}
    for told in ("AzureADMyOrg", MANIFEST.tag, localized(MANIFEST.notes)):
        assert told in code
    assert not re.search(r"password|secret", code, re.I)


@FORM
@BOTH
def test_the_comments_say_how_the_secret_is_made_and_who_may_consent(form: str, language: Language) -> None:
    use(language)
    make, mark = FORMS[form]
    told = make(subject_of(MANIFEST))
    assert f"{mark}   GLIMPS-ODSP-Setup-cli renew --app 00000000-0000-0000-0000-000000000000\n" in told
    flowing = told.replace(f"\n{mark} ", " ")
    assert all(localized(role.name) in flowing for role in MANIFEST.roles if role.consents)
    assert max(len(line) for line in told.splitlines() if line.strip().startswith(mark)) <= 120


@FORM
@pytest.mark.parametrize("name", [MANIFEST.application_name, HOSTILE])
def test_brackets_are_balanced_whatever_the_name(form: str, name: str) -> None:
    bare = re.sub(
        r'"(?:[^"\\]|\\.)*"' if form == "terraform" else r"'(?:[^'\\]|\\.)*'",
        "0",
        code_of(form, subject_of(MANIFEST, name=name)),
    )
    assert not re.search("[\"'\\\\$%]", bare)
    opened: list[str] = []
    for sign in bare:
        if sign in "([{":
            opened.append(sign)
        elif sign in ")]}":
            assert opened.pop() + sign in ("()", "[]", "{}")
    assert opened == []


def test_a_name_is_quoted_so_that_no_template_begins_in_it() -> None:
    subject = subject_of(MANIFEST, name=HOSTILE)
    assert 'display_name            = "Contoso \\"x\\" \'y\' $${z} %%{if} \\\\ }"' in to_terraform(subject)
    assert "displayName: 'Contoso \"x\" \\'y\\' \\${z} %{if} \\\\ }'" in to_bicep(subject)


def test_terraform_names_what_the_provider_knows() -> None:
    """HashiCorp's documentation of azuread 3."""
    code = code_of("terraform", subject_of(MANIFEST))
    kinds = re.findall(r'^(resource|data) "(\w+)"', code, re.M)
    assert kinds == [
        ("data", "azuread_service_principal"),
        ("resource", "azuread_application"),
        ("resource", "azuread_service_principal"),
        ("resource", "azuread_app_role_assignment"),
        ("resource", "azuread_application_certificate"),
        ("resource", "azuread_application_federated_identity_credential"),
    ]
    names = set(re.findall(r"^ +(\w+) +=", code, re.M)) - {"microsoft_graph", "permissions", "azuread"}
    assert "  feature_tags {\n    enterprise = true\n  }\n" in code, "the portal's tag, by the provider's name for it"
    assert names == {
        "source", "version", "client_id", "display_name", "prevent_duplicate_names", "sign_in_audience", "notes",
        "tags", "resource_app_id", "for_each", "id", "type", "ignore_changes", "app_role_id", "principal_object_id",
        "resource_object_id", "value", "enterprise",
        "description", "default", "issuer", "subject", "audience", "audiences", "count", "application_id", "encoding",
    }  # fmt: skip
    assert set(re.findall(r'^variable "(\w+)"', code, re.M)) == {"connector_certificate", "connector_federation"}


def test_bicep_names_what_microsoft_graph_knows() -> None:
    """Microsoft's reference of the Bicep types, v1.0; the unique name is what setup looks for."""
    code = code_of("bicep", subject_of(MANIFEST))
    assert re.findall(r"'(Microsoft\.Graph/[\w/]+@v1\.0)'", code) == [
        "Microsoft.Graph/servicePrincipals@v1.0",
        "Microsoft.Graph/applications@v1.0",
        "Microsoft.Graph/servicePrincipals@v1.0",
        "Microsoft.Graph/appRoleAssignedTo@v1.0",
        "Microsoft.Graph/applications/federatedIdentityCredentials@v1.0",
    ]
    assert f"  name: '${{application.uniqueName}}/{MANIFEST.unique_name}'\n" in code
    assert "keyCredentials" not in code, "a template would replace the keys that the connector has exchanged"
    assert f"  uniqueName: '{MANIFEST.unique_name}'\n" in code
    assert re.search(rf"appId: application\.appId\n  tags: \[\n    '{PORTAL_TAG}'\n  \]\n", code)
    names = set(re.findall(r"^ +(\w+):", code, re.M))
    assert names == {
        "name", "id", "type", "appId", "uniqueName", "displayName", "signInAudience", "notes", "tags",
        "requiredResourceAccess", "resourceAppId", "resourceAccess", "appRoleId", "principalId", "resourceId",
        "issuer", "subject", "audiences",
    }  # fmt: skip


@EACH
@BOTH
def test_terraform_itself_would_leave_it_as_it_is(subject: Subject, language: Language) -> None:
    program = shutil.which("terraform")
    if program is None:
        pytest.skip("no Terraform here")
    use(language)
    ended = subprocess.run(
        [program, "fmt", "-check", "-diff", "-"],
        input=to_terraform(subject),
        env={"CHECKPOINT_DISABLE": "1", "PATH": "/nowhere", "HOME": "/nowhere"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr
