"""Texts in the code: each goes through translate(), as a literal, or it is not collected or never matches."""

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

SHOWN = frozenset(
    {
        "setText", "setWindowTitle", "setTitle", "setSubTitle", "setToolTip", "setStatusTip", "setWhatsThis",
        "setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setDescription", "setLabelText",
        "setInformativeText", "setDetailedText", "setButtonText", "setItemText", "setTabText", "setPlainText",
        "setHtml", "setMarkdown", "setPrefix", "setSuffix", "setFormat", "setHeaderLabels",
        "setHorizontalHeaderLabels", "setVerticalHeaderLabels", "addItem", "addItems", "insertItem", "addAction",
        "addMenu", "addButton", "addTab", "addRow", "appendPlainText", "showMessage", "setIconText",
        "QAction", "QCheckBox", "QCommandLinkButton", "QGroupBox", "QLabel", "QMessageBox", "QPushButton",
        "QRadioButton", "QToolButton", "QAccessibleAnnouncementEvent", "say",
    }
)  # fmt: skip
"""Names of functions that show text: Qt's and the wizard's own."""

WORD = re.compile(r"[^\W\d_]{2}")
NAME = re.compile(r"[\w-]+(?:\.[\w-]+)+|\w*\d…?")
"""A domain, a file or the start of a key, the same in every language."""
TAG = re.compile(r"<[^<>]*>|&\w+;")
MARKS = {"Words": "Errors", "Shown": "Rehearsal"}
"""Their contexts."""
SENTENCE = re.compile(r"(?<![\w-])[^\W\d_]+ [^\W\d_]{2}")
"""Two words in a row, the first of which is no option."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A finding: the line, what is wrong, and the text it is about."""

    line: int
    problem: str
    text: str


def flaws(
    tree: ast.Module, *, shows: bool, marks: bool = False, collected: Collection[tuple[str, str]]
) -> Iterator[Flaw]:
    """What is wrong in a module; `shows` for one with widgets, `marks` for one of the errors.

    `collected` holds lupdate's contexts and sources.
    """
    if marks:
        yield from _unmarked(tree)
    of_words = {call for node in ast.walk(tree) if _translates_words(node) for call in ast.walk(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        if _translates(node):
            if node not in of_words:
                yield from _of_translation(node, collected)
        elif (marks and name == "Words") or name == "Shown":
            yield from _of_mark(node, name, collected)
        elif name in ("tr", "trUtf8", "_"):
            yield Flaw(node.lineno, f"{name}() instead of translate()", ast.unparse(node))
        elif shows and name in SHOWN:
            for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                for literal in _words(argument):
                    yield Flaw(node.lineno, f"text outside translate() in {name}()", literal)


def _translates(call: ast.Call) -> bool:
    """Whether a text is translated: by the bare name or by Qt's class, not a painter or a string of that method."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr == "translate" and ast.unparse(function.value) == "QCoreApplication"
    return isinstance(function, ast.Name) and function.id == "translate"


def _translates_words(node: ast.AST) -> bool:
    """Whether it is one of the two functions that translate texts which were collected where they are written."""
    takes = {"translated": "words: Words", "localized": "text: ManifestText"}
    return isinstance(node, ast.FunctionDef) and ast.unparse(node.args) == takes.get(node.name)


def _unmarked(tree: ast.Module) -> Iterator[Flaw]:
    """The texts of errors outside `Words()`; docstrings, and what `raise` says, speak to engineers."""
    apart = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr | ast.Raise) or (isinstance(node, ast.Call) and _name(node.func) == "Words")
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if node not in apart and SENTENCE.search(text):
                yield Flaw(node.lineno, "text outside Words()", text)


def _of_mark(call: ast.Call, mark: str, collected: Collection[tuple[str, str]]) -> Iterator[Flaw]:
    """`Words("…")` marks a text in the errors' own classes, `Shown("…")` one of the embedded tenant's pages."""
    match call.args:
        case [ast.Constant(value=str(source))]:
            if (MARKS[mark], source) not in collected:
                yield Flaw(call.lineno, "this is not collected", source)
        case _:
            yield Flaw(call.lineno, f"not a literal in {mark}(), it cannot be collected", ast.unparse(call))


def _of_translation(call: ast.Call, collected: Collection[tuple[str, str]]) -> Iterator[Flaw]:
    texts = [*call.args[:3], *(keyword.value for keyword in call.keywords if keyword.arg not in (None, "n"))]
    for text in texts:
        if isinstance(text, ast.JoinedStr):
            yield Flaw(call.lineno, "f-string in translate(), it can never match", ast.unparse(text))
        elif not isinstance(text, ast.Constant) or not isinstance(text.value, str | None):
            yield Flaw(call.lineno, "not a literal in translate(), it cannot be collected", ast.unparse(text))
    values = [text.value for text in call.args[:2] if isinstance(text, ast.Constant)]
    match values:
        case [str(context), str(source)]:
            if (context, source) not in collected:
                yield Flaw(call.lineno, "lupdate does not collect this", source)
        case _ if len(call.args) < 2:
            yield Flaw(call.lineno, "translate() without its context and its text in place", ast.unparse(call))


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _words(node: ast.expr) -> Iterator[str]:
    """The literals with words in them that this expression may show."""
    match node:
        case ast.Constant(value=str(text)) if WORD.search(TAG.sub("", text)) and not NAME.fullmatch(text):
            yield text
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.BoolOp(values=parts):
            for part in parts:
                yield from _words(part)
        case ast.IfExp(body=first, orelse=second) | ast.BinOp(left=first, right=second):
            yield from _words(first)
            yield from _words(second)
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "join")) | ast.Lambda(body=value):
            yield from _words(value)
