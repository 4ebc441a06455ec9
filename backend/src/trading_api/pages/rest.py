"""The page of the REST API: its OpenAPI document as a person reads it, with a line to try each."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from .markup import Part, element, prose, spans, table
from .reference import Section, folded, reference_page, schema_sections
from .samples import sample, sample_text
from .schemas import Field, Schema, Schemas, fields, fields_table, resolved, type_text

SOURCE = "/api/v1/openapi.json"
ABOUT = "Answers are JSON. One that is no success is `{code, message}`; `code` says why."
JSON = "application/json"


def rest_page(document: dict[str, Any], base_url: str) -> str:
    """Return the page of an OpenAPI document; `base_url` is where the shown commands ask."""
    schemas = _schemas(document)
    operations = [
        _operation(document, method, path, base_url.rstrip("/"))
        for path, item in document["paths"].items()
        for method in item
    ]
    sections = [*sorted(operations, key=lambda section: section.group), *schema_sections(schemas)]
    return reference_page(f"{document['info']['title']} REST", ABOUT, SOURCE, sections)


def _schemas(document: dict[str, Any]) -> Schemas:
    schemas: Schemas = document.get("components", {}).get("schemas", {})
    return schemas


def _operation(document: dict[str, Any], method: str, path: str, base_url: str) -> Section:
    operation = document["paths"][path][method]
    schemas = _schemas(document)
    asked = _request_schema(operation)
    body: list[Part] = [
        *prose(operation.get("description", "")),
        element("pre", _command(operation, schemas, method, base_url + path)),
        *_parameters(operation),
        *_request(asked, schemas),
        *_answers(operation, schemas),
    ]
    group = operation.get("tags", ["other"])[0]
    return Section(group, operation["operationId"], f"{method.upper()} {path}", body)


def _command(operation: dict[str, Any], schemas: Schemas, method: str, url: str) -> str:
    """Return the request as a line for a shell, with sample values."""
    query: dict[str, Any] = {}
    for parameter in operation.get("parameters", []):
        if not parameter.get("required"):
            continue
        value = sample(parameter["schema"], schemas, parameter["name"])
        if parameter["in"] == "path":
            url = url.replace(f"{{{parameter['name']}}}", str(value))
        else:
            query[parameter["name"]] = value
    address = f"{url}?{urlencode(query)}" if query else url
    asked = _request_schema(operation)
    parts = ["curl -s", "" if method == "get" else f"-X {method.upper()}", f"'{address}'"]
    if asked is not None or method in ("post", "put"):
        parts.append(f"-H 'Content-Type: {JSON}'")
    if asked is not None:
        parts.append(f"-d '{json.dumps(sample(asked, schemas))}'")
    return " ".join(filter(None, parts))


def _request_schema(operation: dict[str, Any]) -> Schema | None:
    content = operation.get("requestBody", {}).get("content", {})
    return content.get(JSON, {}).get("schema") if content else None


def _parameters(operation: dict[str, Any]) -> Iterator[Part]:
    rows = [
        Field(
            parameter["name"],
            {**parameter["schema"], "description": parameter.get("description", "")},
            bool(parameter.get("required")),
        )
        for parameter in operation.get("parameters", [])
    ]
    if rows:
        yield fields_table(rows)


def _request(asked: Schema | None, schemas: Schemas) -> Iterator[Part]:
    if asked is not None:
        yield element("p", "Takes ", *type_text(asked), ".")
        yield fields_table(list(fields(resolved(asked, schemas), schemas, depth=1)))


def _answers(operation: dict[str, Any], schemas: Schemas) -> Iterator[Part]:
    responses = sorted(operation["responses"].items())
    for status, response in responses:
        schema = response.get("content", {}).get(JSON, {}).get("schema")
        if status.startswith("2") and schema is None:
            yield element("p", "Answers ", element("code", status), ".")
        elif status.startswith("2"):
            yield element("p", "Answers ", *type_text(schema), ".")
            yield folded("Example answer", element("pre", sample_text(sample(schema, schemas))))
    rows: list[tuple[Part | list[Part], ...]] = [
        (element("code", status), list(spans(response["description"])))
        for status, response in responses
        if not status.startswith("2")
    ]
    yield folded("Refusals", table(("status", "means"), rows))
