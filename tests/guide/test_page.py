"""The guide as a page: what it tells, how it is built, and that nothing of it can drift from the manifest."""

import re
import shlex
from dataclasses import replace
from html import unescape

import pytest

import i18n_rules
from installer.config.clouds import known_clouds
from installer.config.manifest import load_manifest
from installer.guide import Subject, browser_copy, subject_of, to_html
from installer.guide.plain import blocks
from installer.guide.subject import Shell
from installer.model import Cloud, Language
from installer.report.style import BROWSER
from installer.texts import localized, use
from tests.house.test_documents import GUID
from tests.report.outline import Outline
from tests.report.test_page import contrast

BOTH = pytest.mark.parametrize("language", Language)
MANIFEST = load_manifest()
CLOUDS = known_clouds()
SUBJECTS = {
    "default": subject_of(MANIFEST),
    "detect-only": subject_of(MANIFEST, profile=MANIFEST.profiles[1]),
    "named": subject_of(MANIFEST, name="Contoso <b>&amp;</b>"),
    **{name: subject_of(MANIFEST, cloud) for name, cloud in CLOUDS.items()},
}
EACH = pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS)
PERMISSION = re.compile(r"\b[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z]+)*\b")
CODE = re.compile(r"<code[^>]*>.*?</code>", re.S)


def page(subject: Subject = SUBJECTS["default"], language: Language = Language.EN) -> Outline:
    use(language)
    return Outline(to_html(subject))


@EACH
@BOTH
def test_the_page_is_well_formed_and_can_be_read_aloud(subject: Subject, language: Language) -> None:
    outline = page(subject, language)
    assert outline.language == language
    assert outline.title
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip(outline.headings, outline.headings[1:], strict=False))
    assert len(set(outline.ids)) == len(outline.ids)
    labels = {value for _, name, value in outline.attributes if name == "aria-labelledby"}
    inside = {value[1:] for _, name, value in outline.attributes if name == "href" and value.startswith("#")}
    assert labels | inside <= set(outline.ids)
    for table in outline.tables:
        assert set(table.heads) == {"row", "col"}
        assert len(set(table.widths)) == 1
        assert table.labelled_by
    assert "${" not in outline.text, "every placeholder is filled"


@EACH
def test_the_page_needs_nothing_from_outside_and_runs_nothing(subject: Subject) -> None:
    outline = page(subject)
    assert not {"script", "img", "link", "iframe", "object", "form", "base"} & set(outline.tags)
    assert not [name for _, name, _ in outline.attributes if name.startswith("on") or name in ("src", "srcset")]
    links = {value for _, name, value in outline.attributes if name == "href" and not value.startswith("#")}
    assert links <= {subject.portal}
    assert not re.search(r"url\(|@import", to_html(subject))


def test_both_languages_have_the_same_sections_tables_and_steps() -> None:
    english, french = page(language=Language.EN), page(language=Language.FR)
    assert english.ids == french.ids
    assert english.headings == french.headings
    assert english.tags == french.tags


@EACH
@BOTH
def test_a_language_is_set_by_its_rules_and_english_holds_no_french(subject: Subject, language: Language) -> None:
    use(language)
    texts = [block.text for block in blocks(CODE.sub("<code>X</code>", to_html(subject)))]
    assert len(texts) > 100
    if language is not Language.EN:
        assert {text: found for text in texts if (found := list(i18n_rules.misset(text, language)))} == {}
    else:
        assert not [text for text in texts if re.search("[\u00a0\u202f«»]|\\b(les|des|une?)\\b", text)]


@EACH
@BOTH
def test_every_permission_that_is_named_is_one_of_the_manifest(subject: Subject, language: Language) -> None:
    text = page(subject, language).text
    known = {permission.name for profile in MANIFEST.profiles for permission in profile.permissions}
    known |= {*MANIFEST.tolerated.values(), *MANIFEST.sign_in_scopes}
    assert set(PERMISSION.findall(text)) == known
    for permission in subject.profile.permissions:
        assert localized(permission.why) in " ".join(block.text for block in blocks(to_html(subject)))


@BOTH
def test_what_the_manifest_says_stands_in_the_guide(language: Language) -> None:
    use(language)
    first, *others = MANIFEST.profiles
    added = replace(first.permissions[0], name="Lists.Read.All")
    changed = replace(
        MANIFEST,
        profiles=(replace(first, permissions=(*first.permissions, added)), *others),
        months=6,
        secret_description="another description",
        roles=MANIFEST.roles[:1],
    )
    text = Outline(to_html(subject_of(changed))).text
    assert "Lists.Read.All" in text
    assert "another description" in text
    assert f"6 {'mois' if language is Language.FR else 'months'}" in text
    assert localized(MANIFEST.roles[1].name) not in text


@BOTH
def test_only_the_roles_that_may_consent_are_said_to(language: Language) -> None:
    use(language)
    consenting = [localized(role.name) for role in MANIFEST.roles if role.consents]
    items = [block.text for block in blocks(to_html(SUBJECTS["default"]))]
    start = next(index for index, text in enumerate(items) if text.startswith("3. "))
    assert items[start + 2 : start + 2 + len(consenting)] == consenting
    assert len(consenting) == 2


@EACH
@BOTH
def test_no_identifier_but_zeros_stands_in_it(subject: Subject, language: Language) -> None:
    use(language)
    assert set(GUID.findall(to_html(subject))) == {"00000000-0000-0000-0000-000000000000"}


@BOTH
def test_it_claims_nothing_of_mail(language: Language) -> None:
    text = page(language=language).text
    told = {Language.EN: "None of these permissions opens the users’ mailboxes."}
    told[Language.FR] = "Aucune de ces autorisations n’ouvre les boîtes aux lettres des utilisateurs."
    assert told[language] in text
    rest = text.replace(told[language], "")
    assert not re.search(r"mail|courriel|messagerie|boîtes? aux lettres", rest, re.I)
    assert "File.ReadWrite.All" not in text


@BOTH
@pytest.mark.parametrize("cloud", CLOUDS.values(), ids=CLOUDS)
def test_a_chosen_cloud_is_told_of_alone(cloud: Cloud, language: Language) -> None:
    text = page(SUBJECTS[cloud.id], language).text
    hosts = {address.removeprefix("https://") for address in (cloud.authority, cloud.graph, cloud.portal) if address}
    others = {known.authority.removeprefix("https://") for known in CLOUDS.values()} - hosts
    assert all(host in text for host in hosts)
    assert not [host for host in others if host in text]
    assert (f"verify --cloud {cloud.id}" in text) == (cloud.id != "global")
    assert text.count("--sign-in-client") == 2 * (5 if not cloud.first_party_client else 1), "for each shell"
    assert "--tenant contoso.onmicrosoft.com --app" in text


@BOTH
def test_without_a_cloud_all_hosts_are_told(language: Language) -> None:
    text = page(language=language).text
    for cloud in CLOUDS.values():
        assert cloud.authority.removeprefix("https://") in text
        assert cloud.graph.removeprefix("https://") in text
    assert "setup --cloud bleu --tenant contoso.onmicrosoft.com --sign-in-client" in text
    assert "bleu" in CLOUDS


def test_a_rehearsal_is_left_out_and_a_cloud_file_is_named_as_it_was_typed() -> None:
    lab = Cloud("demo", "Demo", "https://login.contoso.com", "https://graph.contoso.com")
    assert subject_of(MANIFEST, lab) == SUBJECTS["default"]
    text = page(subject_of(MANIFEST, lab, option="lab.toml")).text
    assert "GLIMPS-ODSP-Setup-cli verify --cloud lab.toml" in text
    assert "login.contoso.com" in text
    assert "Open the Microsoft Entra admin center of your cloud and sign in" in text


def test_another_profile_and_name_stand_in_the_commands() -> None:
    subject = subject_of(MANIFEST, profile=MANIFEST.profiles[1], name='The "Contoso" one')
    text = page(subject).text
    assert "GLIMPS-ODSP-Setup-cli verify --name 'The \"Contoso\" one' --profile detect-only" in text
    assert ".\\GLIMPS-ODSP-Setup-cli.exe verify --name 'The \\\"Contoso\\\" one' --profile detect-only" in text


@EACH
@BOTH
def test_every_command_is_given_for_powershell_too(subject: Subject, language: Language) -> None:
    use(language)
    commands = re.findall(r'<code class="command"[^>]*>(.*?)</code>', to_html(subject))
    lines = [unescape(re.sub("<[^>]+>", "", command)) for command in commands]
    typed = [line for line in lines if "schtasks" not in line and not re.match(r"\d", line)]
    shells = typed[::2], typed[1::2]
    assert len(typed) >= 14
    assert [line.removeprefix("GLIMPS-ODSP-Setup-cli ") for line in shells[0]] == [
        line.removeprefix(".\\GLIMPS-ODSP-Setup-cli.exe ") for line in shells[1]
    ]


@pytest.mark.parametrize(
    ("word", "posix", "powershell"),
    [
        ("Contoso", "Contoso", "Contoso"),
        ("Contoso SA", "'Contoso SA'", "'Contoso SA'"),
        ("$HOME `id`", "'$HOME `id`'", "'$HOME `id`'"),
        ("L'an", "'L'\"'\"'an'", "'L''an'"),
        ("L’an", "'L’an'", "'L’’an'"),
        ("a,b", "a,b", "'a,b'"),
        ("@a", "@a", "'@a'"),
        ("C:\\lab.toml", "'C:\\lab.toml'", "C:\\lab.toml"),
        ("", "''", "''"),
    ],
)
def test_each_shell_passes_a_word_on_as_it_is(word: str, posix: str, powershell: str) -> None:
    assert Shell.POSIX.line("setup", [word]) == f"GLIMPS-ODSP-Setup-cli setup {posix}"
    assert Shell.POWERSHELL.line("setup", [word]) == f".\\GLIMPS-ODSP-Setup-cli.exe setup {powershell}"
    assert shlex.split(Shell.POSIX.line("setup", [word]))[-1] == word


def test_the_contents_stand_out_from_their_ground() -> None:
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w+)", part)) for part in BROWSER.split("@media screen")[:2])
    for colours in (light, light | dark):
        assert contrast(colours["link"], colours["panel"]) >= 4.5


def test_the_browsers_copy_is_a_file_of_its_own() -> None:
    first, second = browser_copy(SUBJECTS["default"]), browser_copy(SUBJECTS["default"])
    assert first != second
    assert first.name == "glimps-odsp-guide-en.html"
    assert first.read_text(encoding="utf-8") == to_html(SUBJECTS["default"])
