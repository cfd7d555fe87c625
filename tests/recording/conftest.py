"""Recorded runs, which read no authorities but the tenant's."""

from tests.faults.conftest import no_other_authority

__all__ = ["no_other_authority"]
