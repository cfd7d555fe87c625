"""The wheel's translations: compiled as it is built, or there is no wheel. hatchling runs it, `pip install .` too."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import PySide6
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface[Any]):
    """Compiles every i18n/*.ts beside itself, leaving unfinished texts out. `pip install .` comes by here."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Raises `RuntimeError` where a text cannot be compiled: half a translation is none."""
        lrelease = Path(PySide6.__path__[0]) / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
        for source in sorted((Path(self.root) / "i18n").glob("*.ts")):
            compiled = source.with_suffix(".qm")
            command = (str(lrelease), "-silent", "-nounfinished", str(source), "-qm", str(compiled))
            compiled.unlink(missing_ok=True)
            ended = subprocess.run(command, capture_output=True, text=True, check=False)
            if ended.returncode or not compiled.is_file():
                raise RuntimeError(f"{source.name} was not compiled: {ended.stderr or ended.stdout}")
