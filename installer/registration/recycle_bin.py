"""The recycle bin of the tenant: what was deleted within 30 days, and keeps its unique name meanwhile.

Its lists are read without a filter on the name, which the holder of our unique name need not have, and only so far:
whoever deletes thousands of applications a month gets another unique name instead.
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
    """The deleted application that has the unique name, or the last one deleted that is ours otherwise.

    None where there is none, or it cannot be read.
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
    """Whether it is in the bin now, whatever a list says."""
    try:
        graph.get(f"{DELETED}/{object_id}")
    except GraphError as error:
        if error.status == 404:
            return False
        raise
    return True


def deleted_principal(graph: Graph, client_id: str) -> str | None:
    """The object id of the application's service principal in the bin, the last one deleted; None for none."""
    wanted = query(PRINCIPALS, filter=f"appId eq '{client_id}'", count="true", select="id,appId,deletedDateTime")
    everything = query(PRINCIPALS, top=_LARGEST_PAGE, select="id,appId,deletedDateTime")
    (filtered,) = graph.batch([Part("GET", wanted, eventual=True)])
    if filtered.error and filtered.status in (401, 403):
        return None
    rows = graph.rest(filtered.body if not filtered.error else graph.get(everything), MOST_PAGES)
    found = [str(row["id"]) for row in by_deletion(rows) if row.get("appId") == client_id]
    return found[-1] if found else None


def by_deletion(rows: list[Row]) -> list[Row]:
    """Those deleted last at the end."""
    return sorted(rows, key=lambda row: str(row.get("deletedDateTime") or ""))
