"""A virtual screen for what shows windows: the tests, and the figures of start and memory."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """Starts Xvfb on the first free number, and gives its environment variables; none if it is not installed.

    `-noreset`: otherwise the server resets when its last client leaves, and drops a program that connects meanwhile.
    """
    program = shutil.which("Xvfb")
    if program is None:
        yield {}
        return
    reading, writing = os.pipe()
    command = (program, "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset")
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as answer:
                number = answer.readline().strip()
            if not number:
                print("Xvfb did not start: whatever needs a screen is skipped.", file=sys.stderr)
            yield {"DISPLAY": f":{number}"} if number else {}
        finally:
            server.terminate()
