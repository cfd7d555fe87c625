"""What both infrastructure forms of the manifest say in their comments."""

from __future__ import annotations

import textwrap

from installer import __version__
from installer.guide.subject import THIS_APP, Subject
from installer.texts import language, translate


def head(subject: Subject, mark: str, *more: str) -> str:
    """The comment at the top: what this is, how its secret is made, and `more`."""
    made = translate(
        "Guide",
        "{application}: access “{profile}”. Written by GLIMPS ODSP Setup {version}; it changes nothing by itself.",
    ).format(application=subject.name, profile=subject.profile.title.in_(language()), version=__version__)
    secret = translate(
        "Guide",
        "No secret is made here, for it would stay readable in a state or a deployment record. Once the application "
        "exists, make it with:",
    )
    renew = subject.command("renew", *THIS_APP)
    rights = translate(
        "Guide",
        "The consent takes an account or a deployment identity that may grant application permissions of Microsoft "
        "Graph: {roles}.",
    ).format(roles=", ".join(one.name.in_(language()) for one in subject.manifest.roles if one.consents))
    parts = [comment(made, mark), mark, comment(secret, mark), f"{mark}   {renew}", mark, comment(rights, mark)]
    for text in more:
        parts += [mark, comment(text, mark)]
    return "\n".join(parts)


def comment(text: str, mark: str, indent: str = "") -> str:
    """The text as comment lines of at most 100 columns."""
    begin = f"{indent}{mark} "
    return textwrap.fill(
        text, 100, initial_indent=begin, subsequent_indent=begin, break_long_words=False, break_on_hyphens=False
    )
