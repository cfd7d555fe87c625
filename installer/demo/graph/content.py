"""SharePoint and OneDrive, as far as a proof of access reads them: /sites, /sites/root, /drives."""

from __future__ import annotations

from installer.demo.graph.access import DRIVES, SITES, Access
from installer.demo.graph.answers import Answer, malformed
from installer.demo.graph.calls import Call
from installer.demo.graph.queries import Query, check_properties, context, page, selected
from installer.demo.resources import Json


def list_sites(call: Call) -> Answer:
    """Also with search=, which lists what it finds."""
    _check(call, SITES)
    sites = [_site(call, "", "Contoso"), _site(call, "/sites/direction", "Direction")]
    words = (call.query.search or "*").strip('"')
    if words != "*":
        sites = [site for site in sites if words.casefold() in site["displayName"].casefold()]
    check_properties(call.query, sites[0] if sites else {}, "site")
    return Answer(200, page(sites, call.query, call.graph, "/sites", "sites"))


def read_root_site(call: Call) -> Answer:
    _check(call, SITES)
    site = _site(call, "", "Contoso")
    check_properties(call.query, site, "site")
    body = {"@odata.context": context(call.graph, "sites/$entity", call.query)}
    return Answer(200, body | selected(site, call.query))


def list_drives(call: Call) -> Answer:
    _check(call, DRIVES)
    drive: Json = {
        "createdDateTime": "2020-02-03T09:00:00Z",
        "description": "",
        "id": "b!t18F8ybsHUq1z3LTz8xvZqP8zaSWjkFNhsME-Fepo75dTf9vQKfeRblBZjoSQrd7",
        "lastModifiedDateTime": "2026-01-12T10:15:00Z",
        "name": "Documents",
        "webUrl": f"https://{_sharepoint(call)}/Shared%20Documents",
        "driveType": "documentLibrary",
        "owner": {"group": {"displayName": "Contoso"}},
        "quota": {"deleted": 0, "remaining": 1099511000000, "state": "normal", "total": 1099511627776, "used": 627776},
    }
    check_properties(call.query, drive, "drive")
    plain = Query(select=call.query.select, raw=call.query.raw)
    return Answer(200, page([drive], plain, call.graph, "/drives", "drives"))


def _check(call: Call, access: Access) -> None:
    access.check(call.caller)
    if not call.backend.scenario.sharepoint:
        raise malformed("Tenant does not have a SPO license.")


def _sharepoint(call: Call) -> str:
    return f"{call.directory.domain.partition('.')[0]}.sharepoint.com"


def _site(call: Call, path: str, name: str) -> Json:
    host = _sharepoint(call)
    site: Json = {
        "createdDateTime": "2020-02-03T09:00:00Z",
        "description": "",
        "id": f"{host},2c712604-1370-44e7-a1f5-426573fda8{len(path):02d},2d2244c3-251a-49ea-93a8-39e1c3a060fe",
        "lastModifiedDateTime": "2026-01-12T10:15:00Z",
        "name": path.rpartition("/")[2],
        "webUrl": f"https://{host}{path}",
        "displayName": name,
        "siteCollection": {"hostname": host},
    }
    if not path:
        site["root"] = {}
    return site
