"""Removes single credentials from an application."""

from __future__ import annotations

import re
from datetime import datetime

from installer.errors.base import SetupError
from installer.errors.graph import GraphError
from installer.events import WaitReason
from installer.graph import Graph, query
from installer.model import Application, CredentialKind
from installer.registration.keys import write_certificates
from installer.registration.mapper import application_path, read_credentials
from installer.registration.tags import look
from installer.retry import LIST_LAG, Pause, Retry


def remove_credential(graph: Graph, application: Application, kind: CredentialKind, key_id: str) -> None:
    """Removes one secret or certificate by its key id; one that no longer exists is fine. Raises `GraphError`."""
    if kind is CredentialKind.CERTIFICATE:
        write_certificates(graph, application, drop=key_id)
        return
    _remove_secret(graph, application, key_id)


def certainly_removed(graph: Graph, application: Application, kind: CredentialKind, key_id: str) -> bool:
    """Removes a credential that this run has just created; False unless it is certainly gone. Raises nothing.

    "Not found" proves nothing about a new credential: the server that answers may not know it yet. Certain is
    Microsoft's 204, or a list that has shown it and no longer does. Tried again for `LIST_LAG`.
    """
    retry, shown = Retry(graph.cancel, graph.on_wait), False
    try:
        while True:
            if kind is CredentialKind.SECRET and _remove_secret(graph, application, key_id):
                return True
            listed = key_id in (entry.key_id for entry in read_credentials(look(graph, application)))
            if shown and not listed:
                return True
            shown = shown or listed
            if listed and kind is CredentialKind.CERTIFICATE:
                write_certificates(graph, application, drop=key_id)
            if not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
                return False
    except SetupError:
        return False


def _remove_secret(graph: Graph, application: Application, key_id: str) -> bool:
    """Whether Microsoft says that it removed the secret; False if it knows none of this id. Raises `GraphError`."""
    try:
        graph.post(f"{application_path(application)}/removePassword", {"keyId": key_id}, repeatable=True)
    except GraphError as error:
        if not re.search(r"(?i)no password credential found|not found|does not exist", error.message):
            raise
        return False
    return True


def remove_strays(
    graph: Graph, application: Application, description: str, expires: datetime, keep: str | None = None
) -> None:
    """Removes secrets with this description and expiry that were added since `application` was read, except `keep`.

    With `keep`, a later secret, it first waits for up to `LIST_LAG` until that is shown: then the strays are, too.
    """
    before = {entry.key_id for entry in application.credentials}
    retry = Retry(graph.cancel, graph.on_wait)
    while True:
        row = graph.get(query(application_path(application), select="id,passwordCredentials"), replicating=True)
        shown = read_credentials(row)
        known = keep is None or keep in (entry.key_id for entry in shown)
        if known or not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
            break
    for entry in shown:
        made_by_us = entry.description == description and entry.end == expires
        if made_by_us and entry.key_id not in before and entry.key_id != keep:
            remove_credential(graph, application, entry.kind, entry.key_id)
