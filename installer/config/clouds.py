"""The known Microsoft clouds, and cloud files for any other one."""

from __future__ import annotations

from pathlib import Path

from installer.config.table import Table, read_table
from installer.errors.usage import InvalidChoice
from installer.files import resource
from installer.model import TOKEN_AUDIENCE, Cloud


def known_clouds() -> dict[str, Cloud]:
    """The clouds in resources/clouds.toml, by id; the first one is the default."""
    table = read_table(resource("clouds.toml"))
    clouds = [_cloud(row) for row in table.tables("cloud")]
    table.close()
    return {cloud.id: cloud for cloud in clouds}


def load_cloud(name_or_file: str | None) -> Cloud:
    """A known cloud by its id, or a cloud file by its path; the default cloud for None.

    Raises `InvalidChoice` for a name that is neither, `UnreadableFile` or `InvalidToml` for a bad file.
    """
    known = known_clouds()
    if name_or_file is None:
        return next(iter(known.values()))
    if name_or_file in known:
        return known[name_or_file]
    path = Path(name_or_file)
    if path.suffix == "" and path.name == name_or_file and not path.exists():
        raise InvalidChoice("--cloud", name_or_file, tuple(known))
    return _cloud(read_table(path))


def _cloud(row: Table) -> Cloud:
    cloud = Cloud(
        id=row.text("id", pattern=r"[a-z0-9-]+"),
        name=row.text("name"),
        authority=row.origin("authority"),
        graph=row.origin("graph"),
        portal=row.origin("portal") if row.has("portal") else None,
        token_audience=row.text("token_audience") if row.has("token_audience") else TOKEN_AUDIENCE,
        first_party_client=row.flag("first_party_client") if row.has("first_party_client") else True,
    )
    row.close()
    return cloud
