"""What a translation must keep of its source, and how its language is set: a rule yields the name of what is wrong."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "i18n"

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
NUMBER = re.compile(r"%L?[0-9n]\b")
TAG = re.compile(r"</?[a-z][^<>]*>", re.I)
ENTITY = re.compile(r"&#?\w+;")
URL = re.compile(r"\bhttps?://[^\s»”)]*[^\s»”).,;:]")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
ACCELERATOR = re.compile(r"(?<!&)&(?=\w)")
ENDING = re.compile(r"[.…:?!](?=\s*$)")

KEPT = (("placeholders", PLACEHOLDER), ("numbers", NUMBER), ("tags", TAG), ("addresses", URL), ("options", OPTION))


def unlike(source: str, target: str) -> Iterator[str]:
    """What a translation has lost, added or moved compared with its source."""
    for name, pattern in KEPT:
        if set(pattern.findall(source)) != set(pattern.findall(target)):
            yield f"{name} differ from the source"
    if _braces(source) != _braces(target):
        yield "a brace that opens or closes nothing"
    if _accelerates(source) != _accelerates(target):
        yield "accelerator (&) in only one of the two"
    if ENDING.findall(source) != ENDING.findall(target):
        yield "ending differs from the source"
    if _edges(source) != _edges(target):
        yield "space at the start or the end differs from the source"
    if "  " in target and "  " not in source:
        yield "two spaces in a row"


@cache
def typography(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules of i18n/typography_LANGUAGE.toml: what is wrong where a pattern is found. A language may have none."""
    path = FOLDER / f"typography_{language}.toml"
    rules = tomllib.loads(path.read_text(encoding="utf-8"))["rule"] if path.is_file() else ()
    return tuple((rule["wrong"], re.compile(rule["pattern"])) for rule in rules)


def misset(text: str, language: str) -> Iterator[str]:
    """What is wrong with a text of that language, whatever it says."""
    bare = TAG.sub("", text)
    for pattern, stand_in in ((PLACEHOLDER, "0"), (URL, "x"), (ENTITY, "x"), (NUMBER, "0"), (OPTION, "--x")):
        bare = pattern.sub(stand_in, bare)
    bare = ACCELERATOR.sub("", bare)
    yield from dict.fromkeys(name for name, pattern in typography(language) if pattern.search(bare))


def _accelerates(text: str) -> bool:
    return bool(ACCELERATOR.search(ENTITY.sub("", text)))


def _braces(text: str) -> set[str]:
    """The braces outside placeholders: `str.format` takes them for more of these, or fails."""
    return set(re.findall(r"[{}]", PLACEHOLDER.sub("", text)))


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
