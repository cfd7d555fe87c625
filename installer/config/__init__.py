"""The files that say what must exist in a tenant and where: connector.toml, clouds.toml and cloud files, validated."""
