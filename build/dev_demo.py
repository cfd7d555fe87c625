"""The rehearsal: a whole run in the embedded tenant, with a display or without."""

import os
import sys
import tempfile
from pathlib import Path

from dev_environment import ROOT, become, call

MAKE_IDENTITY = """
import os, sys
from pyrage import x25519
identity = x25519.Identity.generate()
with open(os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
    print(f"# public key: {identity.to_public()}", identity, sep="\\n", file=stream)
"""


def rehearse(options: list[str]) -> int:
    """Starts the wizard if there is a display; else runs `setup`, and prints the command that opens its bundle."""
    if _has_screen():
        return become("-P", "-m", "installer", "--demo", *options)
    folder = _folder()
    identity, bundle = folder / "key.txt", folder / "glimps-odsp-demo.age"
    bundle.unlink(missing_ok=True)
    if code := call("-c", MAKE_IDENTITY, str(identity)):
        return code
    recipient = identity.read_text().split()[3]
    into = ("--recipient", recipient, "--out", str(bundle), "--force")
    code = call("-P", "-m", "installer", "setup", "--demo", "--yes", "--sign-in", "browser", *into, *options)
    if code == 0 and bundle.is_file():
        shown = [path.relative_to(ROOT) if path.is_relative_to(ROOT) else path for path in (identity, bundle)]
        print(f"\nThis opens the bundle:\n  age -d -i {shown[0]} {shown[1]}")
    return code


def _folder() -> Path:
    """The folder for the bundle: in the checkout or, if that is not writable, elsewhere."""
    folder = ROOT / "dist" / "demo"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except PermissionError:
        return Path(tempfile.mkdtemp(prefix="glimps-odsp-demo-"))
    return folder if os.access(folder, os.W_OK) else Path(tempfile.mkdtemp(prefix="glimps-odsp-demo-"))


def _has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
