"""The files of the checkout, read and parsed once for all rules."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

OUR_FOLDERS = ("installer", "resources", "i18n", "tests", "build", ".github", ".ci")
MADE = frozenset({"__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".import_linter_cache"})
TEXT = frozenset(
    {".cfg", ".css", ".html", ".in", ".json", ".md", ".py", ".qss", ".spec", ".toml", ".ts", ".txt", ".yml"}
)


@dataclass(frozen=True)
class Source:
    """One Python file of ours: its path from the root, its text and its tree."""

    name: str
    text: str
    tree: ast.Module

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def imports(self) -> Iterator[str]:
        """Every imported name with its module: `PySide6.QtCore.QObject`, `requests`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def files() -> tuple[Path, ...]:
    """Every file that belongs to the project, what the commands make left out."""
    inside = (path for folder in OUR_FOLDERS for path in sorted((ROOT / folder).rglob("*")))
    top = (path for path in sorted(ROOT.iterdir()) if path.is_file())
    return tuple(path for path in (*top, *inside) if path.is_file() and not MADE.intersection(path.parts))


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """The path and the content of every text file, dot-files included."""
    chosen = (path for path in files() if path.suffix in TEXT or path.name.startswith(".") or path.parent.name == ".ci")
    return tuple((name_of(path), path.read_text(encoding="utf-8")) for path in chosen)


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """The Python files of these folders of the root."""
    chosen = (path for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders)
    read = ((name_of(path), path.read_text(encoding="utf-8")) for path in chosen)
    return tuple(Source(name, text, ast.parse(text, name)) for name, text in read)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
