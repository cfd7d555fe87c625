"""Reads and validates the TOML files: connector.toml, clouds.toml, cloud files and enrolment files."""
