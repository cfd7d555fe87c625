"""One page to look through all the pictures: grouped by step and state, filtered by look, without a script."""

from __future__ import annotations

from html import escape
from itertools import groupby
from pathlib import Path as FilePath
from typing import Final

from PySide6.QtGui import QImageReader

TITLE: Final = "Title"
"""The key under which a picture holds its window's main instruction."""
STEPS: Final = {
    "1": "Choose", "2": "Sign in", "3": "Plan and check", "4": "Run and consent", "5": "Deliver", "6": "Done",
    "7": "Unexpected",
}  # fmt: skip
WORDS: Final = {
    "en": "English", "fr": "French", "qps": "pseudo-locale", "light": "light", "dark": "dark",
    "contrast": "high contrast", "contrast-white": "white high contrast", "text200": "text at 200 %",
    "scale200": "screen at 200 %",
}  # fmt: skip

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8884; --ground: Canvas; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 0 24px 64px; max-width: 1960px; }
header { position: sticky; top: 0; background: var(--ground); border-bottom: 1px solid var(--line); padding: 12px 0; }
header fieldset { border: 0; padding: 0; margin: 4px 0; display: flex; flex-wrap: wrap; gap: 4px 16px; }
legend { float: left; font-weight: 600; margin-right: 16px; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
h2 { margin: 40px 0 0; } h3 { margin: 24px 0 8px; font-weight: 500; }
h2, h3 { scroll-margin-top: 128px; }
.row { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 440px), 1fr)); gap: 16px; }
figure { margin: 0; } figcaption { font-size: 13px; opacity: .8; }
img { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px; }
"""


def write_index(folder: FilePath) -> None:
    """Looks at what lies in the folder, and writes index.html beside it."""
    pictures = sorted(folder.glob("*.*-*.png"))
    looks = list(dict.fromkeys(_look(picture) for picture in sorted(pictures, key=_look)))
    steps = [(step, list(group)) for step, group in groupby(pictures, key=lambda one: one.name[0])]
    links = "".join(f'<a href="#step-{step}">{escape(STEPS.get(step, step))}</a>' for step, _ in steps)
    body = "".join(_step(step, group) for step, group in steps)
    (folder / "index.html").write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page, every state</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}{_rules(looks)}</style>'
        f'<header><nav aria-label="Steps">{links}</nav>{_filter(looks)}</header><main>{body}</main></html>\n',
        encoding="utf-8",
    )


def _step(step: str, pictures: list[FilePath]) -> str:
    states = groupby(pictures, key=lambda one: one.name.split(".")[0])
    parts = "".join(
        f'<h3>{escape(_words(state))}</h3><div class="row">{"".join(map(_figure, one))}</div>' for state, one in states
    )
    return f'<section><h2 id="step-{step}">{escape(STEPS.get(step, step))}</h2>{parts}</section>'


def _figure(picture: FilePath) -> str:
    reader, look = QImageReader(str(picture)), _look(picture)
    size, heading = reader.size(), reader.text(TITLE)
    told = f"{heading}: {_words(picture.name.split('.')[0])}, {_told(look)}"
    return (
        f'<figure class="{look}"><a href="{picture.name}"><img loading="lazy" src="{picture.name}" '
        f'width="{size.width()}" height="{size.height()}" alt="{escape(told)}"></a>'
        f"<figcaption>{escape(_told(look))}</figcaption></figure>"
    )


def _filter(looks: list[str]) -> str:
    def radio(value: str, words: str, checked: str = "") -> str:
        return f'<label><input type="radio" name="look" id="only-{value}"{checked}> {escape(words)}</label>'

    options = "".join(radio(look, _told(look)) for look in looks)
    return f"<fieldset><legend>Show</legend>{radio('all', 'all', ' checked')}{options}</fieldset>"


def _rules(looks: list[str]) -> str:
    return "".join(f"body:has(#only-{look}:checked) figure:not(.{look}) {{ display: none }}\n" for look in looks)


def _look(picture: FilePath) -> str:
    return picture.name.split(".")[1]


def _told(look: str) -> str:
    language, scheme = look.split("-", 1)
    return f"{WORDS.get(language, language)}, {WORDS.get(scheme, scheme)}"


def _words(state: str) -> str:
    return state[2:].replace("-", " ").capitalize()
