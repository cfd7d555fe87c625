"""The branches that only Windows runs, each tried: `python -m tests.package.on_windows FOLDER`, in a Windows Python."""

import ctypes
import os
import socket
import struct
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from installer.bundle.files import save
from installer.gui.clipboard import guarded
from installer.sign_in.loopback import Loopback
from installer.system_proxy import system_proxy

assert sys.platform == "win32"

import winreg

_DACL = 0x4
MARKS = (
    "ExcludeClipboardContentFromMonitorProcessing",
    "CanIncludeInClipboardHistory",
    "CanUploadToCloudClipboard",
    "Clipboard Viewer Ignore",
)
SETTINGS = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings\Connections"
_WININET, _DIRECT, _PROXY = 0x46, 1, 2
"""The head of DefaultConnectionSettings, where the settings dialog leaves its answers."""


def access_list(folder: Path) -> None:
    """The file's access list has one entry, and inherits none; it can still be read back by its owner."""
    path = folder / "accès.age"
    save(b"sealed", path, overwrite=False)
    assert path.read_bytes() == b"sealed"
    size = ctypes.c_uint32()
    get = ctypes.windll.advapi32.GetFileSecurityW
    get(str(path), _DACL, None, 0, ctypes.byref(size))
    descriptor = ctypes.create_string_buffer(size.value)
    assert get(str(path), _DACL, descriptor, size, ctypes.byref(size))
    text = ctypes.c_wchar_p()
    convert = ctypes.windll.advapi32.ConvertSecurityDescriptorToStringSecurityDescriptorW
    assert convert(descriptor, 1, _DACL, ctypes.byref(text), None)
    print("access list", text.value)
    for everyone in (";WD)", ";BU)", ";AU)"):  # Everyone, Users, Authenticated Users
        assert everyone not in (text.value or ""), text.value


def replaced_and_refused(folder: Path) -> None:
    """A file is replaced where that was asked for, and never silently."""
    path = folder / "deux.age"
    save(b"one", path, overwrite=False)
    save(b"two", path, overwrite=True)
    try:
        save(b"three", path, overwrite=False)
    except Exception as error:  # noqa: BLE001  # whatever its class, the file is what counts here
        print("refused", type(error).__name__)
    assert path.read_bytes() == b"two"
    assert not list(folder.glob(".glimps-*"))


def listener() -> None:
    """Nobody else can listen at the port of the sign-in, not even by asking to share it."""
    with Loopback(lambda _accepted: "") as loopback, socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            other.bind(("127.0.0.1", loopback.port))
        except OSError as error:
            print("port refused", error.winerror)
        else:
            raise AssertionError("another program can listen at the same port")


def clipboard() -> None:
    """Windows itself shows the marks to whoever asks for them, and the text."""
    application = QGuiApplication(["on_windows"])
    board = application.clipboard()
    board.setMimeData(guarded("contoso"))
    application.processEvents()
    user = ctypes.windll.user32
    numbers = {mark: user.RegisterClipboardFormatW(mark) for mark in MARKS}
    available = {mark: bool(user.IsClipboardFormatAvailable(number)) for mark, number in numbers.items()}
    print("clipboard", available)
    assert all(available.values())
    assert board.text() == "contoso"
    board.clear()


def proxy() -> None:
    """The person's own settings are read: a proxy that is set there is used, and its exceptions go without."""
    host, without = b"proxy.contoso.example:8080", b"*.fabrikam.example"
    blob = struct.pack("<III", _WININET, 0, _DIRECT | _PROXY)
    blob += b"".join(struct.pack("<I", len(text)) + text for text in (host, without, b""))
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, SETTINGS) as key:
        before = _value(key)
        winreg.SetValueEx(key, "DefaultConnectionSettings", 0, winreg.REG_BINARY, blob)
        try:
            found = {name: system_proxy(f"https://{name}/") for name in ("graph.example", "x.fabrikam.example")}
        finally:
            if before is None:
                winreg.DeleteValue(key, "DefaultConnectionSettings")
            else:
                winreg.SetValueEx(key, "DefaultConnectionSettings", 0, winreg.REG_BINARY, before)
    print("proxy", found)
    assert found["graph.example"] == f"http://{host.decode()}"
    assert found["x.fabrikam.example"] is None


def _value(key: winreg.HKEYType) -> bytes | None:
    """What the person had set before, to be set again."""
    try:
        return bytes(winreg.QueryValueEx(key, "DefaultConnectionSettings")[0])
    except FileNotFoundError:
        return None


if __name__ == "__main__":
    work = Path(sys.argv[1])
    assert os.name == "nt"
    access_list(work)
    replaced_and_refused(work)
    listener()
    clipboard()
    proxy()
    print("all of it")
