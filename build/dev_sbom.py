"""The program's components, for those who must approve it: CycloneDX 1.6, and a page with all licence texts."""

import html
import json
import os
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from dev_environment import ROOT

BUILD = ROOT / "build"
LOCK = BUILD / "requirements.txt"
SBOM, PAGE = "sbom.cdx.json", "licences.html"
ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?P<rest>(?:.*\n?)(?:[ \t]+.*\n?)*)", re.M)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
TEXT = re.compile(r"(?i)(licen[cs]e|copying|notice)")
SHIPPED = {"LGPL": ("LGPL-3.0.txt", "GPL-3.0.txt")}
"""Licence texts that a package does not contain, by a word in its licence; the files are in build/licences."""
SPDX = {
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
}


@dataclass(frozen=True)
class Package:
    """A package that the program runs with: what the lock and its own files say about it."""

    name: str
    version: str
    hashes: tuple[str, ...]
    licence: str
    texts: tuple[tuple[str, str], ...]
    """Name of the file, its text."""
    needs: tuple[str, ...]

    @property
    def purl(self) -> str:
        """The package URL (purl), as such lists identify packages."""
        kind = "generic" if self.name == "python" else "pypi"
        return f"pkg:{kind}/{self.name}@{self.version}"


def packages() -> list[Package]:
    """Every locked package that is installed here, and Python itself; on another system some may be missing."""
    found = [_python()]
    locked = list(ENTRY.finditer(LOCK.read_text(encoding="utf-8")))
    names = {_plain(entry["name"]) for entry in locked}
    for entry in locked:
        try:
            files = distribution(entry["name"])
        except PackageNotFoundError:
            print(f"dev.py: {entry['name']} is not for this system, and left out.", file=sys.stderr)
            continue
        hashes = tuple(HASH.findall(entry["rest"]))
        licence, needs = _licence(files), tuple(sorted(set(_needs(files)) & names))
        found.append(Package(entry["name"], entry["version"], hashes, licence, tuple(_texts(files, licence)), needs))
    return found


def _python() -> Package:
    """The interpreter, which is inside the executable."""
    version = ".".join(map(str, sys.version_info[:3]))
    places = (Path(os.__file__).parent / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    text = next((path.read_text(encoding="utf-8") for path in places if path.is_file()), sys.copyright)
    return Package("python", version, (), "PSF-2.0", (("LICENSE.txt", text),), ())


def _plain(name: str) -> str:
    """The normalized name (PyPA, name normalization)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _needs(files: Distribution) -> Iterator[str]:
    for line in files.requires or ():
        named = re.match(r"[A-Za-z0-9._-]+", line)
        if named and "extra ==" not in line:
            yield _plain(named[0])


def _licence(files: Distribution) -> str:
    """The licence as an SPDX expression if the package has one, else in its own words."""
    for field in ("License-Expression", "License"):
        for said in files.metadata.get_all(field) or []:
            if "\n" not in said:
                return str(said)
    classifiers = [
        classifier for classifier in files.metadata.get_all("Classifier") or [] if classifier.startswith("License ::")
    ]
    return next(
        (SPDX.get(name, name) for classifier in classifiers if (name := classifier.rpartition(" :: ")[2])), "MIT"
    )


def _texts(files: Distribution, licence: str) -> Iterator[tuple[str, str]]:
    for file in files.files or ():
        if ".dist-info" in str(file) and TEXT.search(file.name):
            yield file.name, file.read_text(encoding="utf-8")
    for word, names in SHIPPED.items():
        if word in licence:
            yield from ((name, (BUILD / "licences" / name).read_text(encoding="utf-8")) for name in names)


def document(found: Sequence[Package]) -> dict[str, object]:
    """The list as CycloneDX 1.6, without a timestamp, so that the same lock gives the same list."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = project["name"], project["version"]
    purls = {_plain(package.name): package.purl for package in found}
    asked = {_plain(re.match(r"[\w.-]+", line)[0]) for line in project["dependencies"]}  # type: ignore[index]
    top = f"pkg:pypi/{name}@{version}"
    serial = uuid5(NAMESPACE_URL, top + "".join(package.purl for package in found))
    edges = [{"ref": top, "dependsOn": sorted(purls[needed] for needed in {*asked, "python"} & set(purls))}]
    edges += [
        {"ref": package.purl, "dependsOn": sorted(purls[need] for need in package.needs if need in purls)}
        for package in found
    ]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": top,
                "name": name,
                "version": version,
                "purl": top,
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [_component(package) for package in found],
        "dependencies": edges,
    }


def _component(package: Package) -> dict[str, object]:
    """One component. Its hashes are properties, since the lock allows several files, one per platform."""
    known = re.fullmatch(r"[A-Za-z0-9.-]+", package.licence)
    licence = {"license": {"id": package.licence}} if known else {"expression": package.licence}
    return {
        "type": "platform" if package.name == "python" else "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
        "licenses": [licence],
        "properties": [{"name": "lock:sha256", "value": digest} for digest in package.hashes],
    }


def page(found: Sequence[Package]) -> str:
    """A self-contained HTML page with every licence and its text."""
    rows = "".join(
        f'<tr><td><a href="#{package.name}">{package.name}</a>'
        f"<td>{package.version}<td>{html.escape(package.licence)}</tr>"
        for package in found
    )
    texts = "".join(
        f'<section id="{package.name}"><h2>{package.name} {package.version}</h2>'
        + "".join(f"<h3>{html.escape(name)}</h3><pre>{html.escape(text)}</pre>" for name, text in package.texts)
        + "</section>"
        for package in found
    )
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>GLIMPS ODSP Setup: licences</title>'
        "<style>body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}pre{white-space:pre-wrap}"
        "td{padding:.1em 1em .1em 0}</style></head><body><h1>What GLIMPS ODSP Setup is made of</h1>"
        f"<table><thead><tr><th>package<th>version<th>licence</tr></thead><tbody>{rows}</tbody></table>{texts}</body></html>\n"
    )


def main(argv: Sequence[str]) -> int:
    """Writes both into the folder named, dist/ by default; fails if a licence's text is missing."""
    folder, found = Path(argv[0]) if argv else ROOT / "dist", packages()
    lacking = [package.name for package in found if not package.texts]
    if lacking:
        print(f"dev.py: no licence text of {', '.join(lacking)}: put it into build/licences.", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SBOM).write_text(json.dumps(document(found), indent=2) + "\n", encoding="utf-8")
    (folder / PAGE).write_text(page(found), encoding="utf-8")
    print(f"{folder / SBOM}: {len(found)} components")
    print(f"{folder / PAGE}: {sum(len(package.texts) for package in found)} texts")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
