"""Removes single credentials from an application."""

from __future__ import annotations

import re
from datetime import datetime

from installer.errors.graph import GraphError
from installer.graph import Graph, query
from installer.model import Application, CredentialKind
from installer.registration.keys import write_certificates
from installer.registration.mapper import read_credentials


def remove_credential(graph: Graph, application: Application, kind: CredentialKind, key_id: str) -> None:
    """Removes one secret or certificate by its key id; one that no longer exists is fine. Raises `GraphError`."""
    if kind is CredentialKind.CERTIFICATE:
        write_certificates(graph, application, drop=key_id)
        return
    try:
        graph.post(f"{_path(application)}/removePassword", {"keyId": key_id}, repeatable=True)
    except GraphError as error:
        if not re.search(r"(?i)no password credential found|not found|does not exist", error.message):
            raise


def remove_strays(
    graph: Graph, application: Application, description: str, expires: datetime, keep: str | None = None
) -> None:
    """Removes secrets with this description and expiry that were added since `application` was read, except `keep`."""
    before = {entry.key_id for entry in application.credentials}
    row = graph.get(query(_path(application), select="id,passwordCredentials"), replicating=True)
    for entry in read_credentials(row):
        made_by_us = entry.description == description and entry.end == expires
        if made_by_us and entry.key_id not in before and entry.key_id != keep:
            remove_credential(graph, application, entry.kind, entry.key_id)


def _path(application: Application) -> str:
    return f"/applications/{application.object_id}"
