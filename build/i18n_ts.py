"""Qt Linguist's .ts files: read into messages, brought up to date by lupdate, written as a pseudo-locale."""

import ast
import json
import math
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

KEPT = re.compile(r"\{[^{}]*\}|%L?[0-9n]\b|%[pvm]|</?[A-Za-z][^<>]*>|&\w+;|&&|&(?=\w)|https?://\S+|--[a-z][a-z-]*|\s+")
"""What a pseudo-locale does not change: placeholders, numbers, tags, accelerator marks, addresses, options."""
MARKS = {"Errors": ("installer/errors", "Words"), "Rehearsal": ("installer/demo", "Shown")}
"""By context, the folder in which texts are marked where they are written, and the mark."""
ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")


@dataclass(frozen=True, slots=True)
class Message:
    """One text: where it belongs, its English, and its translation, of several forms where it counts something."""

    context: str
    source: str
    comment: str
    counts: bool
    state: str
    forms: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str, bool]:
        """What identifies the message within a .ts file."""
        return self.context, self.source, self.comment, self.counts


def files(root: Path) -> dict[str, Path]:
    """The .ts file of each language, by its code."""
    return {path.stem.partition("_")[2]: path for path in sorted((root / "i18n").glob("installer_*.ts"))}


def locale_of(path: Path) -> str:
    """The locale that a .ts file is written in, such as `fr_FR`."""
    return ElementTree.parse(path).getroot().get("language", "")  # noqa: S314 (a file of this checkout)


def read(path: Path) -> list[Message]:
    """Every message of a .ts file, in order."""
    tree = ElementTree.parse(path)  # noqa: S314 (a file of this checkout, or made by lupdate a moment ago)
    return [_message(name.text or "", element) for context in tree.iter("context") for name, element in _named(context)]


def extracted(root: Path, language: str = "en") -> list[Message]:
    """Every text to be translated now, as lupdate sees it, with as many empty forms as that language has."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / f"installer_{language}.ts"
        _lupdate(root, fresh)
        return read(fresh)


def update(root: Path) -> None:
    """Brings each language to the texts of the code; English needs those alone that count something."""
    for path in files(root).values():
        _lupdate(root, path, *(("-pluralonly",) if path.name == "installer_en.ts" else ()))


def write_pseudo(messages: Iterable[Message], target: Path, locale: str = "en_US") -> None:
    """A language that nobody speaks, to see what is not translated and what does not fit; it counts as English does.

    `locale` is the one that it stands in for.
    """
    tree = ElementTree.Element("TS", version="2.1", language=locale)
    contexts: dict[str, ElementTree.Element] = {}
    for message in messages:
        if message.context not in contexts:
            contexts[message.context] = ElementTree.SubElement(tree, "context")
            ElementTree.SubElement(contexts[message.context], "name").text = message.context
        element = ElementTree.SubElement(
            contexts[message.context], "message", {"numerus": "yes"} if message.counts else {}
        )
        ElementTree.SubElement(element, "source").text = message.source
        if message.comment:
            ElementTree.SubElement(element, "comment").text = message.comment
        translation = ElementTree.SubElement(element, "translation")
        if message.counts:
            for _ in range(2):
                ElementTree.SubElement(translation, "numerusform").text = pseudo(message.source)
        else:
            translation.text = pseudo(message.source)
    ElementTree.indent(tree)
    text = ElementTree.tostring(tree, encoding="unicode")
    target.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def pseudo(source: str) -> str:
    """The text with accents, in ⟦brackets⟧ and 40 % longer; what the program fills in or reads stays as it is."""
    core = source.strip()
    if not core:
        return source
    before, after = source[: source.index(core)], source[source.index(core) + len(core) :]
    pieces, end = [], 0
    for kept in KEPT.finditer(core):
        pieces += [core[end : kept.start()].translate(ACCENTS), kept.group()]
        end = kept.end()
    pieces.append(core[end:].translate(ACCENTS))
    padding = (" ~~~~" * math.ceil(len(core) * 0.4 / 5))[: math.ceil(len(core) * 0.4)]
    return f"{before}⟦{''.join(pieces)}{padding}⟧{after}"


def _named(context: ElementTree.Element) -> Iterable[tuple[ElementTree.Element, ElementTree.Element]]:
    name = context.find("name")
    if name is None:
        raise ValueError("a context without a name")
    return ((name, message) for message in context.iter("message"))


def _message(context: str, element: ElementTree.Element) -> Message:
    translation = element.find("translation")
    counts = element.get("numerus") == "yes"
    forms = () if translation is None else tuple(translation.iter("numerusform")) if counts else (translation,)
    return Message(
        context,
        _text(element.find("source")),
        _text(element.find("comment")),
        counts,
        "" if translation is None else translation.get("type", ""),
        tuple(_text(form) for form in forms),
    )


def _text(element: ElementTree.Element | None) -> str:
    """The text, with the control characters that Qt writes as <byte value="x9"/>."""
    if element is None:
        return ""
    bytes_ = (f"{chr(int(byte.get('value', 'x0')[1:], 16))}{byte.tail or ''}" for byte in element.iter("byte"))
    return "".join((element.text or "", *bytes_))


def _lupdate(root: Path, target: Path, *options: str) -> None:
    package = find_spec("PySide6")
    folder = package.submodule_search_locations if package else None
    if not folder:
        raise FileNotFoundError("PySide6, whose lupdate collects the texts")
    tool = Path(folder[0]) / ("lupdate.exe" if sys.platform == "win32" else "lupdate")
    sources = (*(root / "installer").rglob("*.py"), *(root / "build").glob("windows_resources.py"))
    code = sorted(path.relative_to(root).as_posix() for path in sources)
    always = ("-silent", "-no-obsolete", "-sort-messages", "-locations", "none")
    with tempfile.TemporaryDirectory() as made:
        marked = Path(made, "marked.py")
        marked.write_text("".join(_as_translations(root)), encoding="utf-8")
        command = (str(tool), *always, *options, *code, str(marked), "-ts", str(target))
        done = subprocess.run(command, cwd=root, check=False, capture_output=True)
    if done.returncode:
        raise RuntimeError(f"lupdate failed: {done.stderr.decode(errors='replace').strip()}")


def _as_translations(root: Path) -> Iterator[str]:
    """The texts that are marked, as lupdate knows texts: it knows no mark in Python but its own, and no TOML."""
    manifest = tomllib.loads((root / "resources" / "connector.toml").read_text(encoding="utf-8"))
    yield from (_translation("Manifest", text) for text in _marked(manifest))
    for context, (folder, mark) in MARKS.items():
        trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sorted((root / folder).rglob("*.py")))
        calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
        marked = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == mark)
        texts = (text.value for call in marked for text in call.args if isinstance(text, ast.Constant))
        yield from (_translation(context, text) for text in texts)


def _translation(context: str, text: object) -> str:
    return f'translate("{context}", {json.dumps(text, ensure_ascii=False)})\n'


def _marked(value: object) -> Iterator[str]:
    """The texts of a manifest: what stands under a key `en`."""
    match value:
        case {"en": str(text)}:
            yield text
        case dict():
            for inner in value.values():
                yield from _marked(inner)
        case list():
            for inner in value:
                yield from _marked(inner)
