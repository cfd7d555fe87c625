"""Checks the example enrolment files, one for each mode, with the schema and with the program's own parser."""

import json
import sys
import tomllib
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from installer import engine  # noqa: E402  # the root is on the path only now
from installer.config.manifest import load_manifest  # noqa: E402
from installer.errors.base import SetupError  # noqa: E402
from installer.model import CredentialKind  # noqa: E402


def main() -> int:
    """Prints what is wrong, one line each; returns 1 if anything is, else 0."""
    manifest = load_manifest()
    schema = json.loads((ROOT / "resources" / "enrolment.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    profiles = [profile.id for profile in manifest.profiles]
    wrong = (
        [] if schema["properties"]["profile"]["enum"] == profiles else ["the schema's profiles are not the manifest's"]
    )
    for mode in CredentialKind:
        path = ROOT / "build" / "enrolment" / f"{mode}.toml"
        try:
            jsonschema.validate(tomllib.loads(path.read_text("utf-8")), schema)
            if engine.read_enrolment(path, manifest).mode is not mode:
                wrong.append(f"{path.name} is of another mode")
        except (jsonschema.ValidationError, SetupError) as error:
            wrong.append(f"{path.name}: {error}")
    print("\n".join(wrong) or f"{len(CredentialKind)} examples read")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
