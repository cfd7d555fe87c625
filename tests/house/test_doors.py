"""Who may do what: printing, leaving, revealing a secret, naming Qt."""

import ast
import subprocess
import sys
from collections import Counter

from tests.house.source import ROOT, Source, sources

REVEALS = {
    "installer/bundle/age.py": 2,
    "installer/bundle/strength.py": 1,
    "installer/bundle/files.py": 1,
    "installer/bundle/passphrase.py": 1,
    "installer/bundle/payload.py": 1,
    "installer/graph.py": 1,
    "installer/gui/clipboard.py": 1,
    "installer/gui/secret_field.py": 1,
    "installer/self_renewal/pairs.py": 1,
    "installer/sign_in/credential.py": 3,
    "installer/sign_in/certificate.py": 1,
    "installer/tunnel.py": 1,
}
"""How often `Secret.reveal` is called.

Passphrases and their question marks, the connector's key file, payload, bearer, clipboard, the field that shows it, the
new key on its way, msal, the proof of a key, the proxy.
"""

TRANSLATORS = {"QT_TRANSLATE_NOOP", "QT_TR_NOOP", "tr", "translate"}


def _called(call: ast.Call) -> str:
    """What is called, as it is written: `print`, `sys.exit`."""
    return ast.unparse(call.func)


def _callers(*names: str) -> set[str]:
    return {source.name for source in sources("installer") if any(_called(call) in names for call in source.calls())}


def test_only_main_and_one_file_of_the_console_print() -> None:
    printing = _callers("print", "sys.stdout.write", "sys.stderr.write") - {"installer/__main__.py"}
    assert len(printing) <= 1, "return the words, or report an event: the console's output prints it"
    assert all(name.startswith("installer/console/") for name in printing)


def test_only_main_ends_the_program() -> None:
    leaving = _callers("sys.exit", "os._exit", "os.abort", "exit", "quit", "SystemExit")
    assert leaving <= {"installer/__main__.py"}, "raise an error of installer/errors instead: it has an exit code"


def test_a_secret_is_revealed_in_few_places() -> None:
    found = Counter(
        source.name
        for source in sources("installer")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr == "reveal"
    )
    assert {name: count for name, count in found.items() if count > REVEALS.get(name, 0)} == {}, (
        "pass the `Secret` on; where its text must leave it, count that place in REVEALS and say why"
    )


def test_no_text_is_put_together_before_it_is_translated() -> None:
    """An f-string is extracted by lupdate, but can never match at run time."""
    wrong = [
        f"{source.name}:{call.lineno}"
        for source in sources("installer")
        for call in source.calls()
        if _called(call).rpartition(".")[2] in TRANSLATORS
        and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]
    assert wrong == [], "translate the text with {name} in it, and then call .format(name=…)"


def _strange_qt(source: Source) -> list[str]:
    """What a room names of Qt beyond its due: the wizard all, the texts and the proxy QtCore and QtNetwork."""
    if source.name.startswith("installer/gui/"):
        return []
    small = source.name.startswith(("installer/texts/", "installer/system_proxy.py"))
    due = ("PySide6.QtCore", "PySide6.QtNetwork") if small else ()
    return [name for name in source.imports() if name.startswith("PySide6") and not name.startswith(due)]


def test_the_wizard_alone_knows_widgets() -> None:
    strange = {source.name: _strange_qt(source) for source in sources("installer")}
    assert {name: names for name, names in strange.items() if names} == {}, "show it in installer/gui"


def test_the_flow_knows_neither_qt_nor_a_page() -> None:
    """So every way through the wizard is tried without a window."""
    (flow,) = (source for source in sources("installer") if source.name == "installer/gui/flow.py")
    assert [name for name in flow.imports() if name.startswith(("PySide6", "installer"))] == []


def test_the_window_alone_moves_through_the_flow() -> None:
    """A page reports an outcome: it sets neither the path nor the place."""
    moving = {
        source.name
        for source in sources("installer")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr == "place" and isinstance(node.ctx, ast.Store)
    }
    assert moving == {"installer/gui/wizard.py"}


def test_imports_go_down_only() -> None:
    """The contracts of import-linter in pyproject.toml; in a process of its own, for it sets up logging for itself."""
    run = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    ended = subprocess.run(
        [sys.executable, "-c", run, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout
