"""The wizard's flow: which page follows which, what going back means, and when the window may close. No Qt.

A page shows, collects, and reports an outcome; `after` tells where that leads. All that is remembered between two pages
is a `Place`, so every way through the wizard can be tried without a window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from types import MappingProxyType
from typing import Final


class Path(Enum):
    """What the person came for."""

    SETUP = auto()
    PREPARE = auto()
    CREDENTIAL = auto()
    """Verify an existing credential, and deliver it."""
    COMPARE = auto()
    """Sign in, and compare an existing application with what GLIMPS needs."""
    RENEW = auto()
    REMOVE = auto()


class Screen(Enum):
    """The pages, whatever they look like."""

    CHOOSE = auto()
    SIGN_IN = auto()
    PLAN = auto()
    RUN = auto()
    DELIVER = auto()
    DONE = auto()
    CONSENT = auto()
    """Another administrator has to consent."""
    EXISTING = auto()
    """An existing credential is typed in."""
    CREDENTIAL = auto()
    """The health of that credential."""
    APPLICATION = auto()
    """The health of an application, seen by a person who signed in."""
    REMOVED = auto()


ROUTES: Final[Mapping[Path, tuple[Screen, ...]]] = MappingProxyType(
    {
        Path.SETUP: (Screen.CHOOSE, Screen.SIGN_IN, Screen.PLAN, Screen.RUN, Screen.DELIVER, Screen.DONE),
        Path.PREPARE: (Screen.CHOOSE, Screen.SIGN_IN, Screen.PLAN, Screen.RUN, Screen.CONSENT),
        Path.CREDENTIAL: (Screen.CHOOSE, Screen.EXISTING, Screen.CREDENTIAL, Screen.DELIVER, Screen.DONE),
        Path.COMPARE: (
            Screen.CHOOSE,
            Screen.EXISTING,
            Screen.SIGN_IN,
            Screen.APPLICATION,
            Screen.PLAN,
            Screen.RUN,
            Screen.DELIVER,
            Screen.DONE,
        ),
        Path.RENEW: (Screen.CHOOSE, Screen.SIGN_IN, Screen.PLAN, Screen.RUN, Screen.DELIVER, Screen.DONE),
        Path.REMOVE: (Screen.CHOOSE, Screen.SIGN_IN, Screen.PLAN, Screen.RUN, Screen.REMOVED),
    }
)
"""The pages of each path in order, which are also its list of steps.

A path needs a sign-in if SIGN_IN is on its route, and changes the tenant if RUN is. Nothing is written before PLAN.
"""

WRITES: Final = frozenset({Screen.RUN, Screen.DELIVER})
"""Where the tenant may be changed while the page is busy."""
_NO_WAY_BACK: Final = WRITES | {Screen.DONE, Screen.CONSENT, Screen.REMOVED}
"""Pages after a commit, or with a secret to hand over: Back would suggest that something is undone."""
_ENDS: Final = frozenset({Screen.DONE, Screen.REMOVED})
"""Where the job is done. CONSENT is last on its route too, but somebody else still has to act."""


@dataclass(frozen=True, slots=True)
class Next:
    """The page is finished; on `path` from here on, or on the same one."""

    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """To the page before."""


@dataclass(frozen=True, slots=True)
class PlanAgain:
    """Back to the plan, even past a commit: it is shown, and has to be agreed to, again."""

    path: Path | None = None


@dataclass(frozen=True, slots=True)
class AnotherAccount:
    """Back to the sign-in: the account cannot do what is planned."""


@dataclass(frozen=True, slots=True)
class Switched:
    """Another path is taken, on the same page."""

    path: Path


@dataclass(frozen=True, slots=True)
class Leave:
    """The window is asked to close."""


Outcome = Next | Back | PlanAgain | AnotherAccount | Switched | Leave


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is: the path, and the pages seen on the way, the one that is shown last."""

    path: Path = Path.SETUP
    seen: tuple[Screen, ...] = (Screen.CHOOSE,)

    @property
    def screen(self) -> Screen:
        """The page that is shown."""
        return self.seen[-1]

    @property
    def steps(self) -> tuple[Screen, ...]:
        """The pages of the current path, in order."""
        return ROUTES[self.path]

    @property
    def steps_done(self) -> int:
        """How many of `steps` lie behind: all of them at a good end."""
        if self.screen in _ENDS:
            return len(self.steps)
        return self.steps.index(self.screen) if self.screen in self.steps else 0

    @property
    def may_go_back(self) -> bool:
        """Whether the page offers Back."""
        return len(self.seen) > 1 and self.screen not in _NO_WAY_BACK


def after(place: Place, outcome: Outcome) -> Place | None:
    """Where the outcome of the page that is shown leads; None: the window is asked to close.

    An outcome that has nowhere to go leaves the place as it is.
    """
    match outcome:
        case Next(path):
            return _on(replace(place, path=path or place.path))
        case Back():
            return _back_to(place, len(place.seen) - 2) if place.may_go_back else place
        case AnotherAccount():
            return _back_to(place, place.seen.index(Screen.SIGN_IN)) if Screen.SIGN_IN in place.seen else place
        case PlanAgain(path) if Screen.PLAN in place.seen:
            return Place(path or place.path, place.seen[: place.seen.index(Screen.PLAN) + 1])
        case Switched(path):
            return replace(place, path=path)
        case Leave():
            return None
    return place


def _on(place: Place) -> Place | None:
    """The page that follows. A page of another route may have led to this one: what was seen is not shown again."""
    steps = place.steps
    if place.screen in steps:
        following = steps[steps.index(place.screen) + 1 :]
    else:
        following = tuple(screen for screen in steps if screen not in place.seen)
    return replace(place, seen=(*place.seen, following[0])) if following else None


def _back_to(place: Place, number: int) -> Place:
    """Back to that of the pages seen. A page that the current path lacks brings its own path back with it."""
    path = place.path
    for screen in reversed(place.seen[number:-1]):
        if screen not in ROUTES[path]:
            path = next(home for home, route in ROUTES.items() if screen in route)
    return Place(path, place.seen[: number + 1])


class Close(Enum):
    """What a wish to close the window meets."""

    NOW = auto()
    """It closes; what is under way is abandoned."""
    STOP_FIRST = auto()
    """The run is asked to stop; the window stays for what is offered then."""
    WAIT = auto()
    """Nothing happens: a secret is being delivered or revoked, which takes a moment."""
    ASK = auto()
    """A secret would be lost: the person decides."""


def closing(screen: Screen, *, busy: bool, secret_at_risk: bool) -> Close:
    """Whether the window may close while this page is shown."""
    match screen:
        case Screen.RUN if busy:
            return Close.STOP_FIRST
        case Screen.DELIVER if busy:
            return Close.WAIT
        case Screen.DELIVER if secret_at_risk:
            return Close.ASK
    return Close.NOW
