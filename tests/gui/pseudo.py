"""The pseudo-locale, made of the texts that the code has now: longer, accented, and marked by ⟦ and ⟧."""

from __future__ import annotations

import subprocess
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QTranslator

import i18n_ts
from tests.house.source import ROOT


@cache
def load_pseudo() -> QTranslator:
    """To be installed over the translators of a language, and removed again."""
    package = find_spec("PySide6")
    assert package is not None
    assert package.submodule_search_locations is not None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "installer_qps.ts"
        i18n_ts.write_pseudo(i18n_ts.extracted(ROOT), source)
        tool = Path(package.submodule_search_locations[0]) / "lrelease"
        subprocess.run((tool, "-silent", source), check=True)
        translator = QTranslator()
        assert translator.load(str(source.with_suffix(".qm")))
    return translator
