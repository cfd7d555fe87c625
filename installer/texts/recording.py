"""What a recording of the exchanges with Microsoft contains, shown before it is saved."""

from __future__ import annotations

from installer.texts.language import translate


def what_a_recording_holds() -> str:
    """What a recording contains and what it does not, in two sentences."""
    return translate(
        "Recording",
        "It holds every request to Microsoft and its answer, without secrets, tokens, keys and codes, and with "
        "pseudonyms for all names, addresses and IDs of your organization.",
    )
