"""What the documents may hold: no identifier of a real tenant, and no path that leads nowhere."""

import re

from tests.house.source import ROOT, files, texts

GUID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.I)
SAMPLE = re.compile(r"(?:([0-9a-f])\1{3})+", re.I)
"""Microsoft's own samples (and zero): every four digits are alike, as in aaaabbbb-0000-cccc-1111-dddd2222eeee."""

DESCRIBING = ("README.md", "build/CHANGES.md", "build/DECISIONS.md", "build/NOTES.md", "build/RELEASE.md")
PATH = re.compile(r"(?<![\w/.-])(?:installer|tests|build|resources|i18n)/[\w./-]*\w")
MODULE = re.compile(r"(?<=`)\w+\.py(?=`)")


def _published() -> set[str]:
    """Microsoft's identifiers, the same in every tenant: the manifest and the clouds hold those that we use."""
    data = (text for name, text in texts() if name in ("resources/connector.toml", "resources/clouds.toml"))
    return {guid.lower() for text in data for guid in GUID.findall(text)}


def _is_document(name: str) -> bool:
    return name == "README.md" or (name.startswith(("resources/", "i18n/")) and name.endswith((".md", ".html", ".txt")))


def test_no_document_names_a_real_tenant() -> None:
    published = _published()
    strange = [
        f"{name}: {guid}"
        for name, text in texts()
        if _is_document(name)
        for guid in GUID.findall(text)
        if guid.lower() not in published and not SAMPLE.fullmatch(guid.replace("-", ""))
    ]
    assert strange == []


def test_every_file_that_the_documents_name_exists() -> None:
    documents = {name: text for name, text in texts() if name in DESCRIBING}
    assert documents.keys() == set(DESCRIBING)
    modules = {path.name for path in files() if path.suffix == ".py"}
    lost = [
        f"{name}: {path}"
        for name, text in documents.items()
        for path in PATH.findall(text)
        if not (ROOT / path).exists()
    ]
    lost += [
        f"{name}: {module}"
        for name, text in documents.items()
        for module in MODULE.findall(text)
        if module not in modules
    ]
    assert lost == []
