"""The tenant is no longer as it was when the plan was made; the run may continue with a new plan."""

from __future__ import annotations

from installer.errors.base import ExitCode, SetupError, Words


class Overtaken(SetupError, group=True):
    """A request found the tenant changed and created nothing. The run reads the tenant again, warns, and continues.

    It ends the run only if nobody agrees to what the new plan does beyond the first one.
    """

    exit_code = ExitCode.PART_WAY


class CreatedMeanwhile(Overtaken):
    """The request to register met an application with our unique name, and changed it instead of creating one.

    `lost`: an earlier answer to the same request was lost, so this run may have created it itself. `changed` are the
    names of the properties that the request wrote (Microsoft Graph, application resource).
    """

    name: str
    client_id: str
    object_id: str
    lost: bool
    changed: tuple[str, ...] = ()
    request_id: str | None = None

    title = Words("The application was registered meanwhile")
    what = Words(
        "Somebody else, or another run of this program, registered “{name}” (client ID {client_id}) "
        "after the plan was made."
    )
    hint = Words(
        "The application that is there is looked at, and the plan is made anew. "
        "Where this ends the run, run it again to see that plan."
    )


class UniqueNameTaken(Overtaken):
    """Another application has our unique name: usually a deleted one, which holds it for 30 days."""

    unique_name: str
    request_id: str | None = None

    title = Words("The unique name is taken")
    what = Words(
        "Another application of this tenant has the unique name {unique_name}; one that was deleted keeps it for "
        "30 days."
    )
    hint = Words(
        "An application of ours in the recycle bin is restored, else another unique name is taken. "
        "Where this ends the run, run it again to see that plan."
    )
