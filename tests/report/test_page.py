"""The receipt as a page: what it tells, how it is built, and what can never get into it."""

import re
from dataclasses import replace

import pytest

from installer.model import (
    PORTAL_TAG,
    Account,
    CredentialKind,
    Exposure,
    Fate,
    GrantedRole,
    Language,
    Organization,
    Owner,
    OwnerKind,
    SetUp,
    Thing,
)
from installer.registration import plan
from installer.registration.judgement import Standard, judge
from installer.report import Receipt, check_receipt, plan_receipt, result_receipt, to_html
from installer.report.style import BROWSER, PRINTER
from installer.texts import localized, use
from tests.report.outline import Outline
from tests.report.samples import (
    ACCOUNT_ID,
    ADA,
    APPLICATION,
    BUNDLE,
    CLIENT_ID,
    FACTS,
    KEY_ID,
    MANIFEST,
    MOMENT,
    OBJECT_ID,
    OLD_KEY_ID,
    OUTCOME,
    PRINCIPAL_ID,
    PROFILE,
    PROOF,
    RECIPIENT,
    ROLES,
    SAID,
    SHA256,
    TARGET,
    TENANT_ID,
    YEAR,
    occasion,
    samples,
    setup_plan,
    state,
)

EACH = pytest.mark.parametrize("receipt", samples().values(), ids=samples())
BOTH = pytest.mark.parametrize("language", Language)
STANDARD = Standard(MANIFEST, PROFILE, "graph", ROLES, MOMENT, grants=False)
HOSTILE = '<script>alert("x")</script>\u202egnp.exe &amp; \'"\x00\ud800{organization}'


@EACH
@BOTH
@pytest.mark.parametrize("printing", [False, True], ids=["screen", "printer"])
def test_the_page_is_well_formed_and_can_be_read_aloud(receipt: Receipt, language: Language, printing: bool) -> None:
    use(language)
    page = to_html(receipt, printing=printing)
    outline = Outline(page)
    assert outline.language == language
    assert outline.title
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip(outline.headings, outline.headings[1:], strict=False))
    assert len(set(outline.ids)) == len(outline.ids)
    labels = [value for _, name, value in outline.attributes if name == "aria-labelledby"]
    assert set(labels) == set(outline.ids)
    for table in outline.tables:
        assert set(table.heads) <= {"row", "col"}
        assert len(set(table.widths)) == 1
        assert table.labelled_by or not table.heads, "a table with heads has a name"
    assert "{" not in outline.text, "every placeholder is filled"


@EACH
def test_the_page_needs_nothing_from_outside_and_runs_nothing(receipt: Receipt) -> None:
    for page in (to_html(receipt), to_html(receipt, printing=True)):
        outline = Outline(page)
        assert not {"script", "img", "link", "iframe", "object", "form", "base"} & set(outline.tags)
        assert not [name for _, name, _ in outline.attributes if name.startswith("on") or name in ("src", "srcset")]
        links = {value for _, name, value in outline.attributes if name == "href"}
        assert links <= {"https://entra.microsoft.com"}
        assert "url(" not in page
        assert "@import" not in page


def test_the_result_tells_every_id_who_when_and_what() -> None:
    text = Outline(to_html(samples()["result"])).text
    for told in (
        TENANT_ID, CLIENT_ID, OBJECT_ID, PRINCIPAL_ID, KEY_ID, ACCOUNT_ID, SHA256, RECIPIENT,
        "Contoso SA", "contoso.onmicrosoft.com", "Ada Lambert", "admin@contoso.onmicrosoft.com", "Global Administrator",
        "2027-11-24T09:30:00Z", "November 24, 2027", f"GLIMPS-ODSP-Setup-cli remove --app {CLIENT_ID}",
    ):  # fmt: skip
        assert told in text
    assert "/home/ada" not in text, "the file is named, not its place"
    for permission in PROFILE.permissions:
        assert permission.name in text
        assert permission.id in text
        assert permission.why.en in text
    assert text.count("succeeded (HTTP 200)") == len(PROFILE.permissions)


def test_the_plan_says_that_nothing_is_done_yet_and_claims_no_id() -> None:
    text = Outline(to_html(samples()["plan"])).text
    assert "Nothing has been changed yet" in text
    assert text.count("to be granted") == len(PROFILE.permissions)
    assert text.count("will be created") == 3
    assert CLIENT_ID not in text
    assert "November 24, 2027" in text
    assert "Proof" not in text


def test_a_plan_without_changes_has_nothing_to_undo() -> None:
    lines = tuple(line for line in setup_plan(APPLICATION).lines if line.thing is not Thing.SECRET)
    todo = replace(setup_plan(APPLICATION), lines=lines, expires=None)
    text = Outline(to_html(plan_receipt(occasion(), todo))).text
    assert "there is nothing to do" in text
    assert "How to undo it" not in text


def test_a_preparation_waits_for_somebody_elses_consent() -> None:
    for name in ("plan-preparation", "result-preparation"):
        text = Outline(to_html(samples()[name])).text
        assert text.count("awaits consent") == len(PROFILE.permissions)
        assert "Credential" not in text
    assert "waits for an administrator’s consent" in text


def test_a_renewal_warns_that_the_application_serves_already() -> None:
    assert "The application was there before" in Outline(to_html(samples()["result-renewal"])).text
    assert "The application was there before" not in Outline(to_html(samples()["result"])).text


def test_a_removal_is_undone_from_the_recycle_bin() -> None:
    before, after = (Outline(to_html(samples()[name])).text for name in ("plan-removal", "result-removal"))
    assert before.count("to be withdrawn") == len(PROFILE.permissions)
    assert after.count("withdrawn") == len(PROFILE.permissions)
    assert "GLIMPS no longer has access" in after
    for text in (before, after):
        assert OLD_KEY_ID in text
        assert "“Deleted applications” → Microsoft ODSP Connector GLIMPS → “Restore”" in text
        assert "What GLIMPS gets" not in text


def test_a_check_tells_what_is_missing_and_what_is_too_much() -> None:
    text = Outline(to_html(samples()["check-gap"])).text
    assert "Something that GLIMPS needs is missing" in text
    assert "does not need: Mail.Read" in text
    assert "How to undo it" not in text


def test_a_refused_read_is_told_in_microsofts_words_beside_the_proof() -> None:
    text = Outline(to_html(samples()["result-warned"])).text
    assert "is proven to work. A trial read was refused" in text
    assert "refused (HTTP 400)" in text
    assert SAID in text


def test_a_credential_that_was_not_tried_is_not_called_proven() -> None:
    text = Outline(to_html(samples()["result-unproven"])).text
    assert "is proven to work" not in text
    assert "could not be tried here: see “Proof”" in text
    assert "handed over, but not proven" in text
    assert "AADSTS53003" in text
    assert "succeeded" not in text


def test_a_disabled_application_is_not_called_complete() -> None:
    disabled = replace(APPLICATION, enabled=False)
    text = Outline(to_html(check_receipt(occasion(), disabled, replace(PROOF, reads={}, token=False)))).text
    assert "The enterprise application is disabled" in text
    assert "Everything that GLIMPS needs" not in text


def test_nothing_is_said_of_mailboxes_where_it_was_not_read_or_is_not_so() -> None:
    closed = "None of them opens the users’ mailboxes."
    proof = replace(PROOF, reads={}, token=False)
    assert closed in Outline(to_html(check_receipt(occasion(), APPLICATION, proof))).text
    exchange = GrantedRole("1", "2", "Office 365 Exchange Online", "3", "full_access_as_app")
    for exposure in (None, Exposure(roles=None), Exposure(delegated=None), Exposure(roles=(exchange,))):
        found = replace(APPLICATION, exposure=exposure)
        judged = judge(found, replace(STANDARD, named=True))
        assert closed not in Outline(to_html(check_receipt(occasion(), found, proof, judged))).text
    deleted = replace(state(None), deleted=replace(APPLICATION, exposure=None))
    restored = plan(MANIFEST, SetUp(TARGET, YEAR), deleted, MOMENT, MANIFEST.notes.en)
    assert any(line.status is Fate.RESTORED for line in restored.lines)
    assert closed not in Outline(to_html(plan_receipt(occasion(), restored))).text
    read = replace(OUTCOME, application=replace(APPLICATION, exposure=Exposure()))
    assert closed in Outline(to_html(result_receipt(occasion(), restored, read))).text


def test_what_a_check_found_beside_stands_in_its_receipt() -> None:
    owner = Owner("1", "Nadia Bernard", OwnerKind.USER, "nadia@contoso.onmicrosoft.com", manages=False)
    found = replace(APPLICATION, exposure=Exposure(owners=(owner,)))
    text = Outline(to_html(check_receipt(occasion(), found, PROOF, judge(found, STANDARD)))).text
    assert "Nadia Bernard (nadia@contoso.onmicrosoft.com)" in text


def test_who_can_open_the_file_is_told() -> None:
    assert f"The holder of the key {RECIPIENT}" in Outline(to_html(samples()["result"])).text
    assert "Anyone who knows the passphrase" in Outline(to_html(samples()["result-passphrase"])).text
    assert "No file was written" in Outline(to_html(samples()["result-vault"])).text
    known = replace(occasion(), manifest=replace(occasion().manifest, vendor_recipient=RECIPIENT))
    assert f"GLIMPS, with the key {RECIPIENT}" in Outline(to_html(result_receipt(known, setup_plan(), OUTCOME))).text


def test_in_french_the_manifest_the_roles_and_the_dates_are_french() -> None:
    use(Language.FR)
    text = Outline(to_html(samples()["result"])).text
    assert "24 novembre 2027" in text
    assert "Administrateur général" in text
    assert all(localized(permission.why) in text for permission in PROFILE.permissions)
    assert localized(PROFILE.title) in text
    assert localized(PROFILE.title) == "Analyse et remédiation"


@BOTH
@pytest.mark.parametrize("name", ["plan", "result", "result-removal", "check-gap"])
def test_a_hostile_name_is_text_and_nothing_else(name: str, language: Language) -> None:
    use(language)
    receipt = samples()[name]
    organization = Organization(TENANT_ID, HOSTILE, HOSTILE)
    where = replace(
        receipt.occasion,
        organization=organization,
        account=Account(TENANT_ID, HOSTILE, HOSTILE, HOSTILE),
        cloud=replace(receipt.occasion.cloud, name=HOSTILE),
    )
    lines = tuple(
        replace(line, name=line.name and HOSTILE, key_id=line.key_id and HOSTILE)
        if line.thing is not Thing.PERMISSION
        else line
        for line in receipt.lines
    )
    application = replace(APPLICATION, name=HOSTILE, client_id=HOSTILE, object_id=HOSTILE, service_principal_id=HOSTILE)
    bundle = replace(BUNDLE, path=HOSTILE.replace("/", ""), sha256=HOSTILE, recipients=(HOSTILE,))
    outcome = replace(receipt.outcome, application=application if receipt.outcome.application else None)
    outcome = replace(outcome, bundle=bundle if receipt.outcome.bundle else None)
    page = to_html(replace(receipt, occasion=where, lines=lines, outcome=outcome))
    page.encode()  # no lone surrogate is left
    outline, plain = Outline(page), Outline(to_html(receipt))
    assert [tag for tag in outline.tags if tag not in ("bdi", "br")] == [
        tag for tag in plain.tags if tag not in ("bdi", "br")
    ]
    assert '<script>alert("x")</script>' in outline.text
    assert not re.search("[\x00\u202e]", page)


def test_a_rehearsal_says_so() -> None:
    where = replace(occasion(), cloud=replace(occasion().cloud, id="demo", portal=None))
    text = Outline(to_html(result_receipt(where, setup_plan(), OUTCOME))).text
    assert "A rehearsal in the embedded tenant" in text
    assert "Microsoft Entra admin center" in text


def test_another_cloud_is_named_in_the_command() -> None:
    where = replace(occasion(), account=ADA, cloud=replace(occasion().cloud, id="bleu"))
    text = Outline(to_html(result_receipt(where, setup_plan(), OUTCOME))).text
    assert f"GLIMPS-ODSP-Setup-cli remove --cloud bleu --app {CLIENT_ID}" in text


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: str, ground: str) -> float:
    darker, lighter = sorted((luminance(text), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_text_stands_out_from_its_ground_in_light_and_in_dark() -> None:
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w+)", part)) for part in BROWSER.split("@media screen")[:2])
    for colours in (light, light | dark):
        for text in ("text", "muted", "link", "done", "warn", "bad"):
            assert contrast(colours[text], colours["ground"]) >= 4.5
        for ground in ("panel", "done-ground", "warn-ground", "bad-ground"):
            assert contrast(colours["text"], colours[ground]) >= 4.5
        assert contrast(colours["info"], colours["info-ground"]) >= 4.5
    for colour in set(re.findall(r"(?<![-\w])color: (#\w{6})", PRINTER)):
        assert contrast(colour, "#ffffff") >= 4.5


def test_a_certificate_is_called_one_and_its_private_key_is_named_not_shown() -> None:
    facts = replace(FACTS, kind=CredentialKind.CERTIFICATE)
    text = Outline(to_html(result_receipt(occasion(), setup_plan(), replace(OUTCOME, credential=facts)))).text
    assert "Kind Certificate" in text
    assert "the certificate with its private key" in text
    assert "m365_client_secret" not in text


@pytest.mark.parametrize(("tags", "told"), [((PORTAL_TAG,), "completed"), ((), "in place, unchanged")])
def test_an_enterprise_application_that_could_not_be_shown_is_not_called_completed(
    tags: tuple[str, ...], told: str
) -> None:
    plan = setup_plan(replace(APPLICATION, principal_tags=()))
    outcome = replace(OUTCOME, application=replace(APPLICATION, principal_tags=tags))
    assert f"{PRINCIPAL_ID} {told}" in Outline(to_html(result_receipt(occasion(), plan, outcome))).text
