"""The OpenAPI description of operations, made from the types they take and give."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import msgspec

REFUSALS = {
    "400": "The call is wrong; the words say how.",
    "401": "Nobody is signed in.",
    "403": "The person's role may not do this, or the word against forged forms is missing.",
    "404": "There is no such thing.",
    "409": "Somebody decided meanwhile; nothing was changed.",
    "422": "The book refuses; the words say why.",
}


@dataclass(frozen=True, slots=True)
class Operation:
    """A method on a path: what runs, the right it needs, the types of what it takes and gives, and the status of success."""

    method: str
    path: str
    run: Callable[[Any, Any], Any]
    right: str
    takes: type
    gives: Any
    status: int = 200


def described(operations: Sequence[Operation], cookie: str) -> dict[str, Any]:
    """The OpenAPI 3.1 description of the operations; `cookie` is the name of the one that signs in."""
    types = [one.takes for one in operations] + [one.gives for one in operations]
    schemas, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    paths: dict[str, dict[str, Any]] = {}
    for number, one in enumerate(operations):
        gives = schemas[len(operations) + number]
        paths.setdefault(one.path, {})[one.method.lower()] = _described(one, schemas[number], gives, components)
    key = {"type": "apiKey", "in": "cookie", "name": cookie}
    word = {"type": "apiKey", "in": "header", "name": "X-CSRF-Token"}
    return {
        "openapi": "3.1.0",
        "info": {"title": "onrecord desk", "version": version("onrecord")},
        "paths": paths,
        "components": {"schemas": {**components, "Refusal": _refusal()}, "securitySchemes": {"session": key, "word": word}},
        "security": [{"session": [], "word": []}],
    }


def _refusal() -> dict[str, Any]:
    return {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}


def _described(one: Operation, takes: dict[str, Any], gives: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    summary = (one.run.__doc__ or "").strip().partition("\n")[0]
    out: dict[str, Any] = {"operationId": one.run.__name__, "summary": summary, "parameters": _in_path(one.path)}
    if one.method == "GET":
        out["parameters"] += _in_query(components[one.takes.__name__])
    elif components[one.takes.__name__]["properties"]:
        out["requestBody"] = {"required": True, "content": {"application/json": {"schema": takes}}}
    refusal = {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    good = {"description": "Done.", "content": {"application/json": {"schema": gives}}}
    refused = {status: {"description": words, "content": refusal} for status, words in REFUSALS.items()}
    out["responses"] = {str(one.status): good, **refused}
    return out


def _in_path(path: str) -> list[dict[str, Any]]:
    """The parts of a path that vary; each is the id of something."""
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        for name in re.findall(r"\{(\w+)\}", path)
    ]


def _in_query(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"name": name, "in": "query", "required": False, "schema": of} for name, of in schema["properties"].items()]
