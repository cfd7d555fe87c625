"""What a translation must keep of its source, and how French is set: a rule yields the name of what is wrong."""

import re
from collections.abc import Iterator

NBSP, NARROW = "\u00a0", "\u202f"

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
NUMBER = re.compile(r"%L?[0-9n]\b")
TAG = re.compile(r"</?[a-z][^<>]*>", re.I)
ENTITY = re.compile(r"&#?\w+;")
URL = re.compile(r"\bhttps?://[^\s»”)]*[^\s»”).,;:]")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
ACCELERATOR = re.compile(r"(?<!&)&(?=\w)")
ENDING = re.compile(r"[.…:?!](?=\s*$)")

KEPT = (("placeholders", PLACEHOLDER), ("numbers", NUMBER), ("tags", TAG), ("addresses", URL), ("options", OPTION))

TYPOGRAPHY = (
    ("straight apostrophe, ’ is meant", re.compile("'")),
    ("English or straight quotes, « » is meant", re.compile('["“”„‘]')),
    ("three dots, … is meant", re.compile(r"\.\.\.")),
    ("no U+00A0 before “:”", re.compile(f"(?<!{NBSP}):(?=[\\s)»]|$)|[ {NARROW}]:")),
    ("no U+202F before “;”, “!” or “?”", re.compile(f"(?<![{NARROW}!?/])[;!?]+(?=[\\s)»]|$)|[ {NBSP}][;!?]")),
    ("no U+202F before “%”", re.compile(f"(?<!{NARROW})(?<!%)%(?![LnpvmA-Z0-9])(?<![A-Z]%)")),
    ("no U+202F inside « »", re.compile(f"«(?!{NARROW})|(?<!{NARROW})»")),
    ("space before “,” or “.”", re.compile(r"\s[,.](?!\w)")),
    ("space inside brackets", re.compile(r"\(\s|\s\)")),
    ("capital without its accent", re.compile(r"(?:^|[.!?…:«]\s|\n)(?:A|Ca)(?=\s)")),
    (
        "capital without its accent",
        re.compile(
            r"\bE(?:c(?:art|hange|hantillon|hec|hou|lair|onom|ran|ras|ri[tv])|dit(?:er|ez|ion)|gal|l[eé]ment|lev|mission"
            r"|nerg|num|preuve|quip|quival|ta(?:blir|pe|t\b|ts\b)|tend|tes\b|tes-|tre\b|tude|v[eéè]n|valu|vit)"
        ),
    ),
    ("œ is one letter", re.compile(r"(?:n|c|s|v|b)oe(?:u|ud)|oe(?:uvre|il)", re.I)),
    ("« vous » is meant", re.compile(r"(?<![\w-])(?:t[ue]|toi|ton|ta|tes|tien\w*|t’\w+)(?![\w-])", re.I)),
    (
        "not Microsoft’s French term",
        re.compile(r"(?<![\w-])(?:tenants?|permissions?|r[eé]pertoires?(?! d’organisation))(?![\w-])", re.I),
    ),
    (
        "English word",
        re.compile(
            r"(?<![\w-])(?:the|and|of|your?|click|tokens?|login|logs?|sign|passwords?|files?|folders?|failed|please"
            r"|with|this|clients? secrets?|consent|admin|settings?|back|next|cancel|save|open|close"
            r"|copy|link|device|wizard|upload|download|checks?)(?![\w-])",
            re.I,
        ),
    ),
)
"""Spaces as the Imprimerie nationale sets them: U+00A0 before a colon, U+202F before other high signs and in « »."""


def unlike(source: str, target: str) -> Iterator[str]:
    """What the translation of a text lost, added or moved."""
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


def misset(french: str) -> Iterator[str]:
    """What is wrong with a French text, whatever it says."""
    bare = TAG.sub("", french)
    for pattern, stand_in in ((PLACEHOLDER, "0"), (URL, "x"), (ENTITY, "x"), (NUMBER, "0"), (OPTION, "--x")):
        bare = pattern.sub(stand_in, bare)
    bare = ACCELERATOR.sub("", bare)
    yield from dict.fromkeys(name for name, pattern in TYPOGRAPHY if pattern.search(bare))


def _accelerates(text: str) -> bool:
    return bool(ACCELERATOR.search(ENTITY.sub("", text)))


def _braces(text: str) -> set[str]:
    """The braces outside placeholders: `str.format` takes them for more of these, or fails."""
    return set(re.findall(r"[{}]", PLACEHOLDER.sub("", text)))


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
