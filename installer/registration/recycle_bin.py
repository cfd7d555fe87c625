"""The tenant's recycle bin: what was deleted within the last 30 days, and still holds its unique name.

Its lists are not filtered by display name, because the holder of our unique name may have any. They are read up to
`MOST_PAGES` pages: a tenant that deletes thousands of applications a month gets a derived unique name instead.
"""

from __future__ import annotations

from typing import Final

from installer.answers import Row
from installer.errors.graph import GraphError
from installer.graph import Graph, Part, query
from installer.model import Application, Manifest
from installer.registration.compare import is_ours
from installer.registration.mapper import APPLICATION_FIELDS, read_application

DELETED: Final = "/directory/deletedItems"
APPLICATIONS: Final = f"{DELETED}/microsoft.graph.application"
PRINCIPALS: Final = f"{DELETED}/microsoft.graph.servicePrincipal"
FIELDS: Final = f"{APPLICATION_FIELDS},deletedDateTime"
MOST_PAGES: Final = 10
_LARGEST_PAGE: Final = "999"


def holder_of(graph: Graph, manifest: Manifest, unique_name: str) -> Application | None:
    """The deleted application that has the unique name; else the last deleted one of ours.

    None if there is none, or if the list cannot be read. Raises `GraphError` where an entry of it cannot be read.
    """
    try:
        page = graph.get(query(APPLICATIONS, top=_LARGEST_PAGE, select=FIELDS))
        rows = graph.rest(page, MOST_PAGES)
    except GraphError:
        return None
    found = [read_application(row) for row in by_deletion(rows)]
    ours = [application for application in found if is_ours(manifest, application)]
    holders = [application for application in found if application.unique_name == unique_name] or ours
    still = [holder for holder in reversed(holders) if is_deleted(graph, holder.object_id)]
    return still[0] if still else None


def is_deleted(graph: Graph, object_id: str) -> bool:
    """Whether the object is in the recycle bin now, read by its id; raises `GraphError` for any refusal but 404."""
    try:
        graph.get(f"{DELETED}/{object_id}")
    except GraphError as error:
        if error.status == 404:
            return False
        raise
    return True


def deleted_principal(graph: Graph, client_id: str) -> str | None:
    """Object id of the application's service principal in the recycle bin; of several, the last one deleted.

    None if there is none, or if this account may not read the list.
    """
    wanted = query(PRINCIPALS, filter=f"appId eq '{client_id}'", count="true", select="id,appId,deletedDateTime")
    everything = query(PRINCIPALS, top=_LARGEST_PAGE, select="id,appId,deletedDateTime")
    (filtered,) = graph.batch([Part("GET", wanted, eventual=True)])
    if filtered.error and filtered.status in (401, 403):
        return None
    rows = graph.rest(filtered.body if not filtered.error else graph.get(everything), MOST_PAGES)
    found = [str(row["id"]) for row in by_deletion(rows) if row.get("appId") == client_id]
    return found[-1] if found else None


def by_deletion(rows: list[Row]) -> list[Row]:
    """The rows in the order of their deletion, the latest one at the end."""
    return sorted(rows, key=lambda row: str(row.get("deletedDateTime") or ""))
