"""Passphrases: the shipped words, the judge, and where they are read from."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from installer.bundle.passphrase import generate, read_passphrase, words
from installer.bundle.strength import check
from installer.errors.files import FileFault, UnreadableFile, WeakPassphrase
from installer.files import translation
from installer.model import Language, Secret


@pytest.mark.parametrize("language", Language)
def test_each_list_has_2048_plain_words(language: Language) -> None:
    known = words(language)
    folded = {unicodedata.normalize("NFKD", word).casefold() for word in known}
    assert len(known) == len(folded) == 2048
    assert all(word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 8 for word in known)
    assert list(known) == sorted(known)


@pytest.mark.parametrize("language", Language)
def test_each_list_says_where_it_comes_from(language: Language) -> None:
    first = translation(f"words_{language}.txt").read_text("ascii").split("\n")[0]
    assert first.startswith("# ")
    assert "MIT" in first


@pytest.mark.parametrize("language", Language)
def test_a_generated_passphrase_is_six_listed_words_and_passes_the_check(language: Language) -> None:
    made = generate(language)
    parts = made.reveal().split("-")
    assert len(parts) == 6
    assert set(parts) <= set(words(language))
    assert made != generate(language)
    check(made)


@pytest.mark.parametrize("weak", ["", "court", "azertyuiop12", "password1234", "aaaaaaaaaaaaaaaaaaaa", "qK7$zP2!vX9"])
def test_a_weak_passphrase_is_refused(weak: str) -> None:
    with pytest.raises(WeakPassphrase) as caught:
        check(Secret(weak))
    assert caught.value.shortest == 12


def test_what_everybody_knows_of_the_tenant_makes_a_passphrase_weak() -> None:
    check(Secret("glimpsville-zq"))
    with pytest.raises(WeakPassphrase):
        check(Secret("glimpsville-zq"), "glimpsville-zq")


@pytest.mark.parametrize("strong", ["cheval correct pile agrafe", "trüb-würfel-zèbre-quai", "correct horse " * 40])
def test_a_strong_passphrase_of_any_length_is_taken(strong: str) -> None:
    check(Secret(strong))


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"one two", "one two"),
        (b"one two\n", "one two"),
        (b"one two\r\nthree", "one two"),
        (b"\xef\xbb\xbfone two\n", "one two"),
        (b" spaces count \n", " spaces count "),
        ("clé à molette\n".encode(), "clé à molette"),
        (b"", ""),
        (b"\nsecond", ""),
    ],
)
def test_the_first_line_is_the_passphrase(data: bytes, read: str, tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(data)
    assert read_passphrase(str(tmp_path / "p"), io.BytesIO()).reveal() == read
    assert read_passphrase("-", io.BytesIO(data)).reveal() == read


@pytest.mark.parametrize(
    ("data", "reason"), [(b"caf\xe9 secret\n", FileFault.NOT_UTF8), (b"x" * 2_000_000, FileFault.TOO_BIG)]
)
def test_other_encodings_and_endless_lines_are_refused(data: bytes, reason: FileFault, tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(data)
    for source in (str(tmp_path / "p"), "-"):
        with pytest.raises(UnreadableFile) as caught:
            read_passphrase(source, io.BytesIO(data))
        assert (caught.value.path, caught.value.reason) == (source, reason)
        assert caught.value.__cause__ is caught.value.__context__ is None


def test_a_missing_file_is_named() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_passphrase("no/such/file", io.BytesIO())
    assert caught.value.reason == FileFault.VANISHED


def test_importing_bundle_does_not_load_zxcvbn() -> None:
    seen = "import sys, installer.bundle; print('zxcvbn' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", seen], cwd=root, capture_output=True, check=True).stdout == b"False\n"
