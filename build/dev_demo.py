"""The rehearsal: the whole walk in the embedded tenant, on a screen or without one."""

import os
import sys

from dev_environment import ROOT, become, call

FOLDER = ROOT / "dist" / "demo"
IDENTITY = FOLDER / "key.txt"
BUNDLE = FOLDER / "glimps-odsp-demo.age"

MAKE_IDENTITY = """
import os, sys
from pyrage import x25519
identity = x25519.Identity.generate()
with open(os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
    print(f"# public key: {identity.to_public()}", identity, sep="\\n", file=stream)
"""


def rehearse(options: list[str]) -> int:
    """The wizard where there is a screen; else `setup`, and then the line that opens its bundle."""
    if _has_screen():
        return become("-P", "-m", "installer", "--demo", *options)
    FOLDER.mkdir(parents=True, exist_ok=True)
    BUNDLE.unlink(missing_ok=True)
    if code := call("-c", MAKE_IDENTITY, str(IDENTITY)):
        return code
    recipient = IDENTITY.read_text().split()[3]
    into = ("--recipient", recipient, "--out", str(BUNDLE), "--force")
    code = call("-P", "-m", "installer", "setup", "--demo", "--yes", "--sign-in", "browser", *into, *options)
    if code == 0 and BUNDLE.is_file():
        print(f"\nThis opens the bundle:\n  age -d -i {IDENTITY.relative_to(ROOT)} {BUNDLE.relative_to(ROOT)}")
    return code


def _has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
