"""What a recording of the exchanges with Microsoft contains, shown before it is saved."""

from __future__ import annotations

from installer.texts.language import translate


def what_a_recording_holds() -> str:
    """What a recording contains and what it does not, in two sentences."""
    return translate(
        "Recording",
        "It holds every request to Microsoft and its answer; no secret, token, key or code, and pseudonyms in place of "
        "all names, addresses and IDs of your organization.",
    )
