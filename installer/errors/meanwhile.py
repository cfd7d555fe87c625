"""The tenant turned out to be otherwise than the plan was made for; a new plan, on what is there, may go on."""

from __future__ import annotations

from installer.errors.base import ExitCode, SetupError, Words


class Overtaken(SetupError, group=True):
    """Nothing was made by the request that met it. The run looks at the tenant again, warns of this, and goes on.

    It ends the run where nobody agreed to what the new plan does beyond the first one.
    """

    exit_code = ExitCode.PART_WAY


class CreatedMeanwhile(Overtaken):
    """The registering request met an application that bears the unique name, and changed it instead of making one.

    `lost`: an answer to the same request was lost before, so that this run itself may have made it. `changed` names the
    properties that the request wrote (Microsoft Graph, application resource).
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
    """Another application has the unique name, mostly a deleted one, which keeps it for 30 days."""

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
