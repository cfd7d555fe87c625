"""Judges requests to Microsoft Graph by Microsoft's own OpenAPI description of the operations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from jsonschema import Draft202012Validator

DESCRIPTION = Path(__file__).resolve().parents[2] / "shared" / "contract" / "graph-v1.0-subset.openapi.json"

Schema = Mapping[str, Any]
Query = Mapping[str, object] | None


@dataclass(frozen=True)
class Route:
    """One path of the description, with the operations declared on it."""

    template: str
    pattern: re.Pattern[str]
    operations: Mapping[str, Schema]

    @classmethod
    def of(cls, template: str, operations: Mapping[str, Schema]) -> Route:
        """A parameter stands for anything but a slash, a parenthesis or a quote."""
        literal = re.split(r"\{[^}]+\}", template)
        return cls(template, re.compile(r"[^/()']+".join(map(re.escape, literal))), operations)


@dataclass(frozen=True)
class Contract:
    """An OpenAPI 3.1 description, asked one request at a time."""

    document: Mapping[str, Any]

    @classmethod
    def load(cls, path: Path) -> Contract:
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def check(
        self, method: str, path: str, query: Mapping[str, object] | None = None, body: object = None
    ) -> list[str]:
        """Everything that is wrong with the request; nothing for a good one. `path` may begin with /v1.0."""
        route = self._route(unquote(path).removeprefix("/v1.0"))
        if route is None:
            return [f"unknown path: {path}"]
        operation = route.operations.get(method.lower())
        if operation is None:
            return [f"{route.template} has no {method}"]
        declared = {entry["name"] for entry in operation.get("parameters", ()) if entry["in"] == "query"}
        violations = [f"{method} {route.template} has no {name}" for name in (query or {}) if name not in declared]
        violations += self._check_body(operation.get("requestBody"), body)
        if route.template == "/$batch" and not violations:
            violations += self._check_batch(body)
        return violations

    @cached_property
    def _routes(self) -> list[Route]:
        """Those with fewer parameters first: /sites/root before /sites/{id}."""
        routes = [Route.of(template, operations) for template, operations in self.document["paths"].items()]
        return sorted(routes, key=lambda route: route.template.count("{"))

    def _route(self, path: str) -> Route | None:
        return next((route for route in self._routes if route.pattern.fullmatch(path)), None)

    def _check_body(self, declared: Schema | None, body: object) -> list[str]:
        if declared is None:
            return [] if body is None else ["a body where none is declared"]
        if body is None:
            return ["no body"] if declared.get("required") else []
        schema = declared["content"]["application/json"]["schema"]
        rooted = {**schema, "components": self.document["components"]}
        validator = Draft202012Validator(rooted, format_checker=Draft202012Validator.FORMAT_CHECKER)
        violations = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(body)]
        return violations + [f"{place}: no such property" for place in self._strangers(body, schema, "$")]

    def _check_batch(self, body: Any) -> list[str]:
        """Each part as a request of its own (Microsoft: a part with a body needs its Content-Type)."""
        violations = []
        for part in body["requests"]:
            url = urlsplit(part["url"])
            found = self.check(part["method"], url.path, parse_qs(url.query, keep_blank_values=True), part.get("body"))
            if "body" in part and "content-type" not in {name.lower() for name in part.get("headers", {})}:
                found.append("a body without Content-Type")
            violations += [f"part {part['id']}: {violation}" for violation in found]
        return violations

    def _strangers(self, value: object, schema: Schema, place: str) -> Iterator[str]:
        """The places of all properties that the schema does not know, whatever it tolerates."""
        faces = list(self._faces(schema))
        if isinstance(value, list):
            for face in (face for face in faces if "items" in face):
                for index, item in enumerate(value):
                    yield from self._strangers(item, face["items"], f"{place}[{index}]")
        known = {name: inner for face in faces for name, inner in face.get("properties", {}).items()}
        if not isinstance(value, dict) or not known:
            return
        for name, item in value.items():
            if name in known:
                yield from self._strangers(item, known[name], f"{place}.{name}")
            elif "@" not in name and not any(isinstance(face.get("additionalProperties"), dict) for face in faces):
                yield f"{place}.{name}"

    def _faces(self, schema: Schema) -> Iterator[Schema]:
        """The schema and all that it is composed of, references followed."""
        if "$ref" in schema:
            target: Any = self.document
            for key in schema["$ref"].removeprefix("#/").split("/"):
                target = target[key.replace("~1", "/").replace("~0", "~")]
            yield from self._faces(target)
        yield schema
        for combination in ("allOf", "anyOf", "oneOf"):
            for part in schema.get(combination, ()):
                yield from self._faces(part)
