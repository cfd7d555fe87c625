"""The translations: they fit the code, and every rule of their check catches what it is there for."""

import ast
from pathlib import Path

import pytest

import i18n_check
import i18n_ts
from i18n_lint import flaws
from i18n_rules import misset, unlike

NARROW, NBSP = "\u202f", "\u00a0"
MANIFEST = 'version = "1"\n'
HEAD = "from installer.texts import translate\n"


def test_the_checkout_has_nothing_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert i18n_check.main([]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "target", "problem"),
    [
        ("Signed in to {tenant}", "Connecté à {locataire}", "placeholders"),
        ("Signed in to {tenant}", "Connecté", "placeholders"),
        ("%n steps", "étapes", "numbers"),
        ("<b>All</b>", "Tout", "tags"),
        ("See --help.", "Voyez l’aide.", "options"),
        ("See https://contoso.com/a.", "Voyez https://contoso.com/b.", "addresses"),
        ("&Open", "Ouvrir", "accelerator"),
        ("Open", "&Ouvrir", "accelerator"),
        ("Save…", "Enregistrer", "ending"),
        ("Plan:", "Plan", "ending"),
        ("Ready", "Prêt.", "ending"),
        ("Plan: ", f"Plan{NBSP}:", "space at the start or the end"),
        ("Plan", " Plan", "space at the start or the end"),
        ("One two", "Un  deux", "two spaces"),
    ],
)
def test_what_a_translation_loses_is_found(source: str, target: str, problem: str) -> None:
    assert [found for found in unlike(source, target) if problem in found]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("&Save {name}…", "&Enregistrer {name}…"),
        ("Save && quit", "Enregistrer et quitter"),
        ("{a} of {b}:\n", f"{{b}}, {{a}}{NBSP}:\n"),
        ("<a href='x'>Why?</a>", f"<a href='x'>Pourquoi{NARROW}?</a>"),
    ],
)
def test_a_faithful_translation_passes(source: str, target: str) -> None:
    assert list(unlike(source, target)) == []


@pytest.mark.parametrize(
    ("french", "problem"),
    [
        ("l'application", "apostrophe"),
        ("le nom “Contoso”", "quotes"),
        ('le nom "Contoso"', "quotes"),
        ("Patientez...", "three dots"),
        ("Plan :", "“:”"),
        ("Plan:", "“:”"),
        (f"Plan{NARROW}: tout", "“:”"),
        ("{path}: absent", "“:”"),
        ("Bien ; fait", "“;”"),
        (f"Bien{NBSP}; fait", "“;”"),
        ("Bien; fait", "“;”"),
        ("Pourquoi ?", "“?”"),
        ("Pourquoi?", "“?”"),
        ("Fait!", "“!”"),
        ("58 %", "“%”"),
        ("58%", "“%”"),
        ("{part}%", "“%”"),
        ("« nom »", "inside « »"),
        ("«nom»", "inside « »"),
        ("Lu , écrit", "“,”"),
        ("Lu .", "“.”"),
        ("( lu )", "brackets"),
        ("A propos", "capital"),
        ("Lu. A écrire", "capital"),
        ("Ca ira", "capital"),
        ("Etape suivante", "capital"),
        ("Echec", "capital"),
        ("Enregistrer dans Ecran", "capital"),
        ("la mise en oeuvre", "œ"),
        ("Choisis ton compte", "vous"),
        ("Ce que tu veux", "vous"),
        ("C’est à toi", "vous"),
        ("le tenant", "Microsoft"),
        ("les permissions", "Microsoft"),
        ("le répertoire", "Microsoft"),
        ("Le token a expiré", "English"),
        ("Click ici", "English"),
        ("Ouvrez the page", "English"),
    ],
)
def test_bad_french_is_found(french: str, problem: str) -> None:
    assert [found for found in misset(french, "fr") if problem in found]


@pytest.mark.parametrize(
    "french",
    [
        f"Réponse{NBSP}: «{NARROW}oui{NARROW}»{NARROW}; merci{NARROW}!",
        f"Voyez https://contoso.com/?a=b;c ou {{path}}{NBSP}: 58{NARROW}%, %n fichiers, --sign-in browser",
        "Enregistrez le fichier .age à 10:30, clé age1…, ou --passphrase-file.",
        "À propos de l’Europe et d’Entra, Enregistrer, Effacer, Erreur",
        f"«{NARROW}Ouvrez{NARROW}»{NARROW}?!",
        "&Ouvrir l’&amp;",
    ],
)
def test_good_french_passes(french: str) -> None:
    assert list(misset(french, "fr")) == []


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("translate('C', f'{x} apps')", "f-string"),
        ("translate('C', 'a' + x)", "not a literal"),
        ("translate('C', text)", "not a literal"),
        ("translate(context, 'Text')", "not a literal"),
        ("QCoreApplication.translate('C', 'Text', why)", "not a literal"),
        ("QCoreApplication.translate('C', 'Text', disambiguation=f'{why}')", "f-string"),
        ("translate('C', 'Unseen')", "does not collect"),
        ("def translated(text: str): return translate('C', text)", "not a literal"),
        ("def localized(words: Words): return translate('C', words)", "not a literal"),
        ("self.tr('Text')", "instead of translate"),
        ("label.setText('Text')", "setText"),
        ("label.setText(f'<b>Text</b> {x}')", "setText"),
        ("label.setText('' if x else 'Text')", "setText"),
        ("label.setToolTip('Hello {x}'.format(x=x))", "setToolTip"),
        ("self.setWindowTitle(x + ' title')", "setWindowTitle"),
        ("field.setPlaceholderText('Text')", "setPlaceholderText"),
        ("field.setAccessibleName('Text')", "setAccessibleName"),
        ("QLabel('Text')", "QLabel"),
        ("QPushButton(text='Text')", "QPushButton"),
        ("self.say(label.setText, lambda: 'Text')", "say"),
        ("table.setHorizontalHeaderLabels(['Name', x])", "setHorizontalHeaderLabels"),
    ],
)
def test_a_text_that_cannot_be_translated_is_found(code: str, problem: str) -> None:
    found = list(flaws(ast.parse(code), shows=True, collected={("C", "Text")}))
    assert [flaw for flaw in found if problem in flaw.problem]


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("title = Words(f'{x} apps')", "not a literal"),
        ("title = Words(text)", "not a literal"),
        ("title = Words('Unseen')", "not collected"),
        ("title = 'Not found'", "outside Words"),
        ("hint = f'Choose {x}, or another name.'", "outside Words"),
        ("class A:\n def what(self): return 'It is gone.'", "outside Words"),
        ("TABLE = {'Code': Refusal((Words('Text'),), 'It is gone.')}", "outside Words"),
    ],
)
def test_words_of_an_error_that_cannot_be_translated_are_found(code: str, problem: str) -> None:
    found = list(flaws(ast.parse(code), shows=False, marks=True, collected={("Errors", "Text")}))
    assert [flaw for flaw in found if problem in flaw.problem]


@pytest.mark.parametrize(("code", "problem"), [("Shown(text)", "not a literal"), ("Shown('Unseen')", "not collected")])
def test_a_text_of_the_embedded_tenant_that_cannot_be_translated_is_found(code: str, problem: str) -> None:
    found = list(flaws(ast.parse(f"{code}; Shown('Text')"), shows=False, collected={("Rehearsal", "Text")}))
    assert len([flaw for flaw in found if problem in flaw.problem]) == len(found) == 1


@pytest.mark.parametrize(
    "code",
    [
        "title = Words('Text')",
        "console = '--sign-in browser, --sign-in device-code'",
        "console = f'--months {months}'",
        "class A:\n 'A thing that is wrong.'\n path: str\n 'Where it is.'",
        "raise TypeError(f'{name} has no words')",
    ],
)
def test_words_of_an_error_that_can_be_translated_pass(code: str) -> None:
    assert list(flaws(ast.parse(code), shows=False, marks=True, collected={("Errors", "Text")})) == []


@pytest.mark.parametrize(
    "code",
    [
        "translate('C', 'Text')",
        "label.setText(translate('C', 'Text').format(x='hello'))",
        "QCoreApplication.translate('C', 'Text', None, 3)",
        "QCoreApplication.translate('C', 'Text', n=count)",
        "name.translate(table)",
        "label.setText('… <br>')",
        "field.setPlaceholderText('contoso.onmicrosoft.com')",
        "field.setPlaceholderText('age1…')",
        "self.say(label.setText, lambda: translate('C', 'Text'))",
        "label.setText(words.title)",
        "label.setObjectName('title')",
    ],
)
def test_a_text_that_can_be_translated_passes(code: str) -> None:
    assert list(flaws(ast.parse(code), shows=True, collected={("C", "Text")})) == []


def test_a_package_without_widgets_may_name_its_own_functions() -> None:
    assert list(flaws(ast.parse("report.setText('Text')"), shows=False, collected=set())) == []


def _tree(folder: Path, code: str, french: str, english: str = "", manifest: str = MANIFEST) -> Path:
    """A checkout of one module and its translations; `french` and `english` are the messages of context C."""
    for name in ("installer/gui", "i18n", "resources"):
        (folder / name).mkdir(parents=True)
    (folder / "installer" / "gui" / "page.py").write_text(HEAD + code, encoding="utf-8")
    (folder / "resources" / "connector.toml").write_text(manifest, encoding="utf-8")
    for language, messages in (("fr_FR", french), ("en_US", english)):
        context = f"<context><name>C</name>{messages}</context>" if messages else ""
        text = (
            f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="{language}">{context}</TS>'
        )
        (folder / "i18n" / f"installer_{language[:2]}.ts").write_text(text, encoding="utf-8")
    return folder


def _message(source: str, translation: str, attribute: str = "", numerus: bool = False) -> str:
    count = ' numerus="yes"' if numerus else ""
    return f"<message{count}><source>{source}</source><translation{attribute}>{translation}</translation></message>"


ONE, COUNT = "translate('C', 'One')\n", "translate('C', '%n files', None, 2)\n"
DONE = _message("One", "Un")
FORMS = "<numerusform>%n fichier</numerusform><numerusform>%n fichiers</numerusform>"
ONE_FORM = "<numerusform>%n file</numerusform>"
PLURALS = "<numerusform>%n file</numerusform><numerusform>%n files</numerusform>"


@pytest.mark.parametrize(
    ("code", "french", "english", "finding"),
    [
        (ONE, "", "", "installer_fr.ts:C: new in the code, run --update: 'One'"),
        ("", DONE, "", "installer_fr.ts:C: no longer in the code, run --update: 'One'"),
        (ONE, _message("One", "Un", ' type="vanished"'), "", "no longer in the code"),
        (ONE, _message("One", "Un", ' type="unfinished"'), "", "installer_fr.ts:C: not translated: 'One'"),
        (ONE, _message("One", ""), "", "not translated"),
        (ONE, _message("One", "l'un"), "", "installer_fr.ts:C: straight apostrophe"),
        (ONE, DONE, _message("One", "Uno"), "installer_en.ts:C: differs from the source: 'Uno'"),
        (COUNT, _message("%n files", FORMS, numerus=True), "", "installer_en.ts:C: new in the code"),
        (
            COUNT,
            _message("%n files", ONE_FORM, numerus=True),
            _message("%n files", PLURALS, numerus=True),
            "not trans",
        ),
        (COUNT, _message("%n files", FORMS, numerus=True), _message("%n files", ONE_FORM, numerus=True), "missing"),
        ("setText('Hello')\n", "", "", "installer/gui/page.py:2: text outside translate() in setText(): Hello"),
    ],
)
def test_a_checkout_with_a_fault_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str, french: str, english: str, finding: str
) -> None:
    assert i18n_check.main([], _tree(tmp_path, code, french, english)) == 1
    assert finding in capsys.readouterr().out


def test_what_the_manifest_marks_is_collected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = '[notes]\nen = "Read it."\n[[permission]]\nname = "Not this"\nwhy.en = "Access"\n'
    assert i18n_check.main([], _tree(tmp_path, ONE, DONE, manifest=manifest)) == 1
    told = capsys.readouterr().out
    assert "installer_fr.ts:Manifest: new in the code, run --update: 'Access'" in told
    assert "installer_fr.ts:Manifest: new in the code, run --update: 'Read it.'" in told
    assert "Not this" not in told


def test_every_language_is_checked_and_by_its_own_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _tree(tmp_path, ONE, DONE)
    german, french = root / "i18n" / "installer_de.ts", (root / "i18n" / "installer_fr.ts").read_text(encoding="utf-8")
    german.write_text(french.replace("fr_FR", "de_DE").replace("Un<", "<"), encoding="utf-8")
    assert i18n_check.main([], root) == 1
    assert "i18n/installer_de.ts:C: not translated: 'One'" in capsys.readouterr().out
    german.write_text(french.replace("fr_FR", "de_DE").replace("Un<", "der Tenant<"), encoding="utf-8")
    assert i18n_check.main([], root) == 0, capsys.readouterr().out


def test_update_brings_new_texts_and_drops_old_ones(tmp_path: Path) -> None:
    root = _tree(tmp_path, ONE + COUNT, DONE + _message("Old", "Ancien"), _message("Old", "Old"))
    assert i18n_check.main(["--update"], root) == 1
    files = i18n_ts.files(root)
    held = {message.source: message.state for message in i18n_ts.read(files["fr"])}
    assert held == {"One": "", "%n files": "unfinished"}
    assert [message.source for message in i18n_ts.read(files["en"])] == ["%n files"]


def test_the_pseudo_locale_is_longer_and_keeps_what_the_program_fills_in(tmp_path: Path) -> None:
    root = _tree(tmp_path, "translate('C', '&Send {name} to <b>all</b> (%1)… ')\n" + COUNT, "")
    target = tmp_path / "installer_qps.ts"
    assert i18n_check.main(["--pseudo", str(target)], root) == 0
    count, send = sorted(i18n_ts.read(target), key=lambda message: message.source)
    assert list(unlike(send.source.replace("… ", ""), send.forms[0].strip())) == []
    assert send.forms[0].startswith("⟦&Séñd {name} tó <b>áll</b> (%1)…")
    assert send.forms[0].endswith("⟧ ")
    assert len(send.forms[0]) >= 1.4 * len(send.source)
    assert len(count.forms) == 2
