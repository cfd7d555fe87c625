"""Runs in the executable before the program: other programs get the system's own libraries, not ours.

PyInstaller's starter leads the loader, by these variables, to the unpacked libraries. The loader has read them by now;
a browser that inherited them would load our libraries in place of its own (PyInstaller's manual, "Launching external
programs from the frozen application").
"""

import os

original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if original is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = original
