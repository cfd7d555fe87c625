"""How Windows' own channels get the executables: manifests for winget, and a recipe for Intune, made from the files.

Both hold the sums of the files as they are released, so the release makes them again once the files are signed. Nothing
but Python's own library is needed: `python3 build/dev_channels.py FOLDER`.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WIZARD, CONSOLE = "GLIMPS-ODSP-Setup.exe", "GLIMPS-ODSP-Setup-cli.exe"
IDENTIFIERS = {WIZARD: "GLIMPS.ODSPSetup", CONSOLE: "GLIMPS.ODSPSetup.CLI"}
DESCRIPTIONS = {
    WIZARD: "Registers the Microsoft ODSP Connector GLIMPS in a Microsoft 365 tenant: the wizard",
    CONSOLE: "Registers the Microsoft ODSP Connector GLIMPS in a Microsoft 365 tenant: the console program",
}
SCHEMA = "1.10.0"
"""Of the manifests: https://github.com/microsoft/winget-cli/tree/master/schemas."""
PLACE = r"$env:ProgramW6432\GLIMPS"
"""The same to a 32-bit PowerShell, which Intune starts, as to a 64-bit one."""


def write(folder: Path) -> list[Path]:
    """Writes `winget/` and `intune/` beside Windows' executables in `folder`; returns what was written."""
    written = []
    for path, text in (*_winget(folder), *_intune(folder)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def version() -> str:
    """The program's, as its source has it: that cannot be imported where its packages are not."""
    source = (ROOT / "installer" / "__init__.py").read_text(encoding="utf-8")
    return source.partition('__version__ = "')[2].partition('"')[0]


def repository() -> str:
    """Where the releases are: GitHub passes it to its own workflows."""
    return f"https://github.com/{os.environ.get('GITHUB_REPOSITORY', 'OWNER/REPOSITORY')}"


def _winget(folder: Path) -> Iterator[tuple[Path, str]]:
    """Three files for each program, in the folder that winget's repository wants them in."""
    for name, identifier in IDENTIFIERS.items():
        place = folder / "winget" / identifier / version()
        for suffix, kind, body in (
            ("", "version", "DefaultLocale: en-US\n"),
            (".installer", "installer", _installer(folder / name)),
            (".locale.en-US", "defaultLocale", _locale(name)),
        ):
            yield (
                place / f"{identifier}{suffix}.yaml",
                f"# yaml-language-server: $schema=https://aka.ms/winget-manifest.{kind}.{SCHEMA}.schema.json\n"
                f"PackageIdentifier: {identifier}\nPackageVersion: {version()}\n{body}"
                f"ManifestType: {kind}\nManifestVersion: {SCHEMA}\n",
            )


def _installer(file: Path) -> str:
    """A single file that needs no set-up is `portable` to winget."""
    address = f"{repository()}/releases/download/v{version()}/{file.name}"
    return (
        "InstallerType: portable\nMinimumOSVersion: 10.0.17763.0\n"
        f"Commands:\n- {file.stem}\nInstallers:\n- Architecture: x64\n"
        f"  InstallerUrl: {address}\n  InstallerSha256: {_sum(file).upper()}\n"
    )


def _locale(name: str) -> str:
    return (
        f"PackageLocale: en-US\nPublisher: GLIMPS\nPackageName: {Path(name).stem}\nPackageUrl: {repository()}\n"
        f"License: MIT\nLicenseUrl: {repository()}/blob/v{version()}/LICENSE\nShortDescription: {DESCRIPTIONS[name]}\n"
    )


def _intune(folder: Path) -> Iterator[tuple[Path, str]]:
    place = folder / "intune"
    yield place / "install.ps1", INSTALL
    yield place / "uninstall.ps1", UNINSTALL
    yield place / "detect.ps1", DETECT.replace("SUM", _sum(folder / CONSOLE))
    yield place / "README.md", RECIPE.replace("VERSION", version())


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


INSTALL = rf"""# Copies the console program, which lies beside this script, to where everybody may run it and nobody but
# administrators may change it.
$ErrorActionPreference = "Stop"
$place = "{PLACE}"
New-Item -ItemType Directory -Force -Path $place | Out-Null
Copy-Item -Force -Path (Join-Path $PSScriptRoot "{CONSOLE}") -Destination $place
"""
UNINSTALL = rf"""# Removes the program; what it delivered, and the application in the tenant, stay.
$ErrorActionPreference = "Stop"
Remove-Item -Force -ErrorAction SilentlyContinue -Path (Join-Path "{PLACE}" "{CONSOLE}")
"""
DETECT = rf"""# Intune takes the program for installed where this writes a line and ends with 0: if it is this release.
$file = Join-Path "{PLACE}" "{CONSOLE}"
if ((Test-Path $file) -and (Get-FileHash -Algorithm SHA256 $file).Hash -eq "SUM") {{ Write-Output "installed" }}
exit 0
"""
RECIPE = rf"""# GLIMPS ODSP Setup VERSION by Intune

The console program as a Win32 app, for the computers that watch the connector. Put `install.ps1`, `uninstall.ps1` and
`{CONSOLE}` of this release into a folder of their own, then, with Microsoft's Win32 Content Prep Tool:

    IntuneWinAppUtil.exe -c FOLDER -s install.ps1 -o OUT

| in Intune | value |
|---|---|
| Install command | `powershell.exe -ExecutionPolicy Bypass -File install.ps1` |
| Uninstall command | `powershell.exe -ExecutionPolicy Bypass -File uninstall.ps1` |
| Install behavior | System |
| Device restart behavior | No specific action |
| Operating system | Windows 10 1809 or newer, x64 |
| Detection rules | a custom script: `detect.ps1`, as 64-bit |

## Silent use

The program asks nothing where it is told everything, and its exit code says how it went; it needs no administrator.
With a file that `setup` or `renew` delivered, and its key, in a folder that only the account of the task may read:

    & "{PLACE}\{CONSOLE}" verify C:\GLIMPS\contoso.age --identity C:\GLIMPS\key.txt --warn-days 30
    exit $LASTEXITCODE

`setup --sign-in device-code --yes --json` runs without a question too, but a person has to sign in to the tenant: it is
nothing for a script that Intune runs on its own.
"""


def main(argv: list[str]) -> int:
    """Writes the files for the folder named, dist/ by default."""
    for path in write(Path(argv[0]) if argv else ROOT / "dist"):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
