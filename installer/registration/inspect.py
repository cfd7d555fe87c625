"""Reads the tenant: the organization, the account's roles, Microsoft Graph's app roles, our application. Read-only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, NamedTuple

from installer.answers import Row
from installer.errors.graph import GraphError, TokenRefused
from installer.errors.rights import NotEnoughRights
from installer.errors.usage import ApplicationNotFound
from installer.events import Step
from installer.graph import Answer, Graph, Part, literal, query
from installer.model import (
    GRAPH_APP_ID,
    Able,
    Account,
    Application,
    Manifest,
    Organization,
    Rights,
    Target,
    TenantState,
    utc_now,
)
from installer.registration import recycle_bin
from installer.registration.compare import is_ours
from installer.registration.judgement import MOST_CONTENDERS, Standard, choose, contenders
from installer.registration.mapper import (
    APPLICATION_FIELDS,
    ORGANIZATION_FIELDS,
    application_path,
    read_app_roles,
    read_application,
    read_directory_roles,
    read_organization,
    unique_path,
)
from installer.registration.recycle_bin import DELETED
from installer.registration.scrutiny import GraphApi, read_lightly, scrutinize
from installer.registration.tags import runs_over
from installer.registration.unique_name import NO_SUCH_KEY

MY_ROLES: Final = "/me/transitiveMemberOf/microsoft.graph.directoryRole"
"""An OData cast, which needs an advanced query (Microsoft Graph, List a user's memberships)."""


def inspect(
    graph: Graph,
    manifest: Manifest,
    target: Target,
    hints: frozenset[str] = frozenset(),
    account: Account | None = None,
    now: datetime | None = None,
) -> TenantState:
    """The tenant as it is now. One request for a tenant without our application, two or three more if it is found.

    `hints` are the directory roles in the token (template ids); the directory does not list all of them for every
    account. `account` is who signed in, `now` the time by Microsoft's clock.

    Raises `ApplicationNotFound` if `target.app` names none, `NotEnoughRights` for an account that may not even read,
    and whatever else `Graph` raises.
    """
    try:
        return _inspect(graph, manifest, target, hints, account, now or utc_now())
    except GraphError as error:
        if error.status != 403 or isinstance(error, TokenRefused):
            raise
        raise NotEnoughRights(Rights(), refused=Step.INSPECT, request_id=error.request_id) from error


def _inspect(
    graph: Graph, manifest: Manifest, target: Target, hints: frozenset[str], account: Account | None, now: datetime
) -> TenantState:
    organization, roles, resource, *found = graph.batch(_questions(manifest, target))
    graph_principal = resource.json()
    seen = _candidates(graph, manifest, target, found)
    deleted = seen.deleted[-1] if seen.deleted and not seen.alive else None
    bearers = [*seen.alive, *([deleted] if deleted else [])]
    state = TenantState(
        organization=_organization(organization, account.tenant_id if account else ""),
        rights=_rights(manifest, hints | _listed_roles(graph, roles)),
        graph_service_principal=graph_principal["id"],
        app_roles=read_app_roles(graph_principal),
        application=None,
        candidates=(),
        deleted=deleted,
        viewer=account.object_id if account else "",
        over=runs_over((tag for application in bearers for tag in application.tags), manifest.tag),
    )
    return _with_application(graph, manifest, target, state, seen.alive, now)


def _with_application(
    graph: Graph, manifest: Manifest, target: Target, state: TenantState, candidates: list[Application], now: datetime
) -> TenantState:
    """`state` with the application that is meant and the others, read in depth; of many, only the contenders are."""
    api = GraphApi(
        state.graph_service_principal, {role: name for name, role in state.app_roles.items()}, manifest.tolerated
    )
    if len(candidates) > MOST_CONTENDERS:
        known = read_lightly(graph, candidates, api.principal)
        near = contenders(manifest, target.profile, known)
    else:
        known = near = candidates
    closer = {application.object_id: application for application in scrutinize(graph, near, api)}
    known = [closer.get(application.object_id, application) for application in known]
    standard = Standard(
        manifest, target.profile, api.principal, state.app_roles, now, grants=False, viewer=state.viewer
    )
    return replace(state, application=choose(known, standard), candidates=tuple(known))


def _organization(answer: Answer, tenant_id: str) -> Organization:
    """The organization; if this account may not read it, one that has only its id, which suffices."""
    if tenant_id and (answer.status in (400, 403, 404) or not (answer.error or answer.body.rows("value"))):
        return Organization(tenant_id, tenant_id, tenant_id)
    return read_organization(answer.json())


def _questions(manifest: Manifest, target: Target) -> list[Part]:
    """The look-ups that depend on no answer, for one batch; those for the application come last."""
    questions = [
        Part("GET", query("/organization", select=ORGANIZATION_FIELDS)),
        Part("GET", query(MY_ROLES, count="true", select="id,displayName,roleTemplateId"), eventual=True),
        Part("GET", query(f"/servicePrincipals(appId='{GRAPH_APP_ID}')", select="id,appRoles")),
    ]
    if target.app:
        places = (f"/applications(appId='{target.app}')", f"/applications/{target.app}")
        return [*questions, *(Part("GET", query(place, select=APPLICATION_FIELDS)) for place in places)]
    tagged = f"tags/any(t:t eq {literal(manifest.tag)})"
    named = f"displayName eq {literal(target.application_name)}"
    return [
        *questions,
        Part("GET", query(unique_path(manifest.unique_name), select=APPLICATION_FIELDS)),
        Part("GET", query("/applications", filter=tagged, select=APPLICATION_FIELDS)),
        Part("GET", query("/applications", filter=named, select=APPLICATION_FIELDS)),
        Part(
            "GET",
            query(
                recycle_bin.APPLICATIONS,
                filter=_named_in_bin(manifest, target),
                count="true",
                select=recycle_bin.FIELDS,
            ),
            eventual=True,
        ),
        Part("GET", query(recycle_bin.APPLICATIONS, select=recycle_bin.FIELDS)),  # ours may have had another name
    ]


def _named_in_bin(manifest: Manifest, target: Target) -> str:
    """The filter for the recycle bin: the wanted display name and the usual one, which may hold our unique name."""
    names = dict.fromkeys((target.application_name, manifest.application_name))
    return " or ".join(f"displayName eq {literal(name)}" for name in names)


def _candidates(graph: Graph, manifest: Manifest, target: Target, found: Sequence[Answer]) -> Seen:
    """The application that was named; or all with our unique name, our tag or the display name, and ours in the bin.

    What only a list showed is read again by its id. Raises `ApplicationNotFound`, and refusals of the look-ups.
    """
    if target.app:
        named = [answer.body for answer in found if not answer.error]
        if not named:
            raise_unless_absent(found)
            raise ApplicationNotFound(target.app)
        return Seen([read_application(named[0])], [])
    by_key, by_tag, by_name, bin_by_name, bin_page = found
    # The answers for the recycle bin are not checked: without them, a taken unique name still shows what it holds.
    raise_unless_absent([by_tag])
    if by_key.error and by_key.status not in NO_SUCH_KEY:
        by_key.json()
    surely = [] if by_key.error else [read_application(by_key.body)]
    tagged = [] if by_tag.error else graph.rest(by_tag.body)
    listed = _once_each([*tagged, *graph.rest(by_name.json())], but=surely)
    binned: list[Row] = []
    if not surely:  # a live application has our unique name, so no deleted one can hold it
        binned = [*([] if bin_by_name.error else graph.rest(bin_by_name.body)), *bin_page.body.rows("value")]
    deleted = [one for one in _once_each(recycle_bin.by_deletion(binned)) if is_ours(manifest, one)]
    seen = look_closer(graph, manifest, listed, deleted)
    return Seen([*surely, *seen.alive], seen.deleted)


def _once_each(rows: Sequence[Row], but: Sequence[Application] = ()) -> list[Application]:
    """The applications of several lists without repetitions, and without those in `but`."""
    known = {application.object_id for application in but}
    found = {application.object_id: application for application in map(read_application, rows)}
    return [application for object_id, application in found.items() if object_id not in known]


def _listed_roles(graph: Graph, answer: Answer) -> frozenset[str]:
    """The account's roles as the directory lists them; none where it refuses, as for a partner's account."""
    return frozenset() if answer.error else read_directory_roles(graph.rest(answer.body))


def _rights(manifest: Manifest, active: frozenset[str]) -> Rights:
    """What the active roles say about the account. Custom roles and members' default permissions are in no list.

    An account with only roles known not to allow consent certainly cannot consent; one with no known role may try.
    """
    matching = [role for role in manifest.roles if role.template_id in active]
    otherwise = Able.CANNOT if matching else Able.UNKNOWN
    return Rights(
        roles=tuple(role.template_id for role in matching),
        can_register=Able.CAN if any(role.registers for role in matching) else Able.UNKNOWN,
        can_consent=Able.CAN if any(role.consents for role in matching) else otherwise,
    )


class Seen(NamedTuple):
    """The applications that exist, and those in the recycle bin, each in the order they were listed in."""

    alive: list[Application]
    deleted: list[Application]


def look_closer(graph: Graph, manifest: Manifest, listed: Sequence[Application], binned: Sequence[Application]) -> Seen:
    """The listed applications, and those listed as deleted, as they are now; one batch, or no request for none.

    What no longer exists is left out. One of ours that was listed as live is also looked up in the recycle bin.
    Raises what `Graph` raises, and any refusal of a live application but 400 and 404; a recycle bin that this account
    may not read counts as empty.
    """
    perhaps = [*(application for application in listed if is_ours(manifest, application)), *binned]
    answers = graph.batch(
        [
            *(Part("GET", query(application_path(one), select=APPLICATION_FIELDS)) for one in listed),
            *(Part("GET", f"{DELETED}/{one.object_id}") for one in perhaps),
        ]
    )
    raise_unless_absent(answers[: len(listed)])
    alive = [read_application(answer.body) for answer in answers[: len(listed)] if not answer.error]
    deleted = {
        one.object_id: one
        for one, answer in zip(perhaps, answers[len(listed) :], strict=True)
        if not answer.error and one.object_id not in (other.object_id for other in alive)
    }
    return Seen(alive, list(deleted.values()))


def raise_unless_absent(answers: Sequence[Answer]) -> None:
    """Raises the first refusal that is neither 404 nor 400, which Graph answers for an id of another kind of object."""
    for answer in answers:
        if answer.error and answer.status not in (400, 404):
            answer.json()
