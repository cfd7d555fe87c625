"""Runs in the executable before the program, so that other programs load the system's libraries and not ours.

PyInstaller's bootloader sets these variables to point the dynamic loader to the unpacked libraries. The loader has read
them by now; a browser that inherited them would load our libraries instead of its own (PyInstaller's manual, "Launching
external programs from the frozen application").
"""

import os

original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if original is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = original
