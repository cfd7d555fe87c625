"""Judges answers of Microsoft Graph by Microsoft's own OpenAPI description."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from jsonschema import Draft202012Validator

from installer.demo import Exchange


class AnswerContract:
    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._routes = sorted(
            (
                (re.compile(r"[^/()']+".join(map(re.escape, re.split(r"\{[^}]+\}", template)))), operations)
                for template, operations in document["paths"].items()
            ),
            key=lambda route: route[0].pattern.count("[^/()"),
        )

    def violations(self, exchange: Exchange) -> list[str]:
        """Everything the answer (or one of a batch's) has that the description does not allow."""
        found = [f"{exchange.method} {exchange.path} {exchange.status}: {text}" for text in self._judge(exchange)]
        return found + [text for part in exchange.parts for text in self.violations(part)]

    def _judge(self, exchange: Exchange) -> list[str]:
        path = unquote(urlsplit(exchange.path).path).removeprefix("/v1.0")
        operation = next(
            (
                ops[exchange.method.lower()]
                for pattern, ops in self._routes
                if pattern.fullmatch(path) and exchange.method.lower() in ops
            ),
            None,
        )
        if operation is None:
            return ["not described"]
        status = str(exchange.status)
        declared = operation["responses"].get(status) or operation["responses"].get(f"{status[0]}XX")
        if declared is None:
            return ["status not declared"]
        content = declared.get("content")
        if content is None or exchange.answer is None:
            return (
                [] if (content is None) == (exchange.answer is None) else ["a body, or none, against the description"]
            )
        schema = {**content["application/json"]["schema"], "components": self._document["components"]}
        validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(exchange.answer)]
