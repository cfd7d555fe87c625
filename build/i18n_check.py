"""Checks the translations: usage: i18n_check.py [--update | --pseudo FILE.ts].

Without an option, i18n/ is compared with the code, and each language is read for its typography; --update first
collects the texts of the code into i18n/*.ts; --pseudo writes a locale for looking at the layout. Every finding is one
line.
"""

import argparse
import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import i18n_lint
import i18n_rules
import i18n_ts
from i18n_ts import Message

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = "en"
"""The source: its file holds only what counts something."""


def findings(root: Path = ROOT) -> Iterator[str]:
    """One line for each thing that is wrong in the checkout."""
    now = i18n_ts.extracted(root)
    for language, path in i18n_ts.files(root).items():
        if language == ENGLISH:
            yield from _source(path, now)
        else:
            yield from _translation(path, language, i18n_ts.extracted(root, language))
    collected = {(message.context, message.source) for message in now}
    for path in sorted((root / "installer").rglob("*.py")):
        name = path.relative_to(root)
        tree = ast.parse(path.read_text(encoding="utf-8"), str(name))
        shows, marks = name.parts[:2] == ("installer", "gui"), name.parts[:2] == ("installer", "errors")
        for flaw in i18n_lint.flaws(tree, shows=shows, marks=marks, collected=collected):
            yield f"{name.as_posix()}:{flaw.line}: {flaw.problem}: {flaw.text}"


def _translation(path: Path, language: str, now: list[Message]) -> Iterator[str]:
    """A language holds every text of the code and no other, all of them translated, in each of its forms."""
    held, forms = i18n_ts.read(path), {message.key: len(message.forms) for message in now}
    yield from _outdated(held, now, now, path)
    for message in held:
        if message.state == "unfinished" or not _whole(message, forms.get(message.key, len(message.forms))):
            yield _line(path, message, "not translated")
            continue
        for form in message.forms:
            for problem in (*i18n_rules.unlike(message.source, form), *i18n_rules.misset(form, language)):
                yield _line(path, message, problem, form)


def _source(path: Path, now: list[Message]) -> Iterator[str]:
    """English is the source: it holds the texts that count something, and others only as they are."""
    held = i18n_ts.read(path)
    yield from _outdated(held, [message for message in now if message.counts], now, path)
    for message in held:
        if not message.counts:
            if any(form not in ("", message.source) for form in message.forms):
                yield _line(path, message, "differs from the source", message.forms[0])
        elif message.state == "unfinished" or not _whole(message, 2):
            yield _line(path, message, "plural form missing")
        else:
            for form in message.forms:
                for problem in i18n_rules.unlike(message.source, form):
                    yield _line(path, message, problem, form)


def _whole(message: Message, forms: int) -> bool:
    return len(message.forms) == forms and all(form.strip() for form in message.forms)


def _outdated(held: list[Message], needed: list[Message], known: list[Message], path: Path) -> Iterator[str]:
    held_keys = {message.key for message in held if message.state not in ("vanished", "obsolete")}
    known_keys = {message.key for message in known}
    for message in needed:
        if message.key not in held_keys:
            yield _line(path, message, "new in the code, run --update")
    for message in held:
        if message.key not in known_keys or message.state in ("vanished", "obsolete"):
            yield _line(path, message, "no longer in the code, run --update")


def _line(path: Path, message: Message, problem: str, text: str | None = None) -> str:
    return f"i18n/{path.name}:{message.context}: {problem}: {(message.source if text is None else text)!r}"


def main(argv: list[str], root: Path = ROOT) -> int:
    """Prints the findings; returns 1 if there are any, else 0."""
    parser = argparse.ArgumentParser(prog="i18n_check.py", description="Checks the translations of i18n/.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--update", action="store_true", help="collect the texts of the code into i18n/*.ts first")
    choice.add_argument("--pseudo", type=Path, metavar="FILE.ts", help="write a pseudo-locale there, and nothing else")
    options = parser.parse_args(argv)
    if options.pseudo:
        i18n_ts.write_pseudo(i18n_ts.extracted(root), options.pseudo)
        return 0
    if options.update:
        i18n_ts.update(root)
    found = list(findings(root))
    for line in found:
        print(line)
    for language, path in i18n_ts.files(root).items():
        texts = i18n_ts.read(path)
        done = sum(1 for message in texts if message.state == "" and all(message.forms))
        print(f"i18n: {language}: {len(texts)} texts, {done} done")
    print(f"i18n: {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
