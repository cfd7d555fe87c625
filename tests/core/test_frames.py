"""How deep a change stands over the network: each frame between is one that a reader of a traceback goes through."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType

import pytest
import requests

from installer.registration.apply import apply
from tests.engine import Engine
from tests.tenants import Start

MOST_FRAMES = 10
_sending: list[Callable[[bytes], None]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook (PEP 578) hears of each request, on the thread that sends it; it cannot be taken off again."""
    if event == "http.client.send" and _sending and isinstance(arguments[1], bytes):
        _sending[-1](arguments[1])


sys.addaudithook(_watch)


@pytest.fixture
def stacks() -> Iterator[list[list[str]]]:
    """For each PATCH that is sent: the frames of the thread that applies the plan, and those of the request's own.

    From `apply` down to where it waits, and from the thread's start down to `requests.Session.request`.
    """
    waiting, found = threading.get_ident(), list[list[str]]()

    def note(message: bytes) -> None:
        if not message.startswith(b"PATCH "):
            return
        inner = _until(_frames(sys._getframe()), requests.Session.request.__code__)
        end = time.monotonic() + 10
        while _is_starting(outer := _frames(sys._current_frames()[waiting])) and time.monotonic() < end:
            time.sleep(0.01)
        above = [frame.f_code for frame in outer].index(apply.__code__)
        found.append([_name(frame) for frame in (*outer[above:], *inner)])

    _sending.append(note)
    yield found
    _sending.clear()


def _frames(innermost: FrameType | None) -> list[FrameType]:
    """The frames of a thread, the outermost first."""
    frames = []
    while innermost:
        frames.append(innermost)
        innermost = innermost.f_back
    return frames[::-1]


def _until(frames: list[FrameType], code: CodeType) -> list[FrameType]:
    return frames[: [frame.f_code for frame in frames].index(code) + 1]


def _is_starting(frames: list[FrameType]) -> bool:
    """Whether the thread still starts the other one, and does not wait for its answer yet."""
    return any(frame.f_code is threading.Thread.start.__code__ for frame in frames)


def _name(frame: FrameType) -> str:
    return f"{Path(frame.f_code.co_filename).name}:{frame.f_code.co_qualname}"


def test_few_frames_lie_between_a_change_and_the_network(start_tenant: Start, stacks: list[list[str]]) -> None:
    Engine(start_tenant()).register()
    assert stacks, "a change of a clean tenant is a PATCH"
    for frames in stacks:
        assert frames[0] == "apply.py:apply"
        assert frames[1].endswith(".carry_out")
        assert any("send" in name for name in frames), frames
        assert frames[-1] == "sessions.py:Session.request"
        assert len(frames) <= MOST_FRAMES, "\n".join(frames)
