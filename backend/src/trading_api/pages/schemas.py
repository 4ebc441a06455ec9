"""JSON schemas as tables: one row a field, in the words of the document."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from .markup import Part, element, prose, spans, table

Schema = dict[str, Any]
Schemas = dict[str, Schema]
SAFE_INTEGER = 2**53 - 1
BOUNDS = {
    "minimum": "≥ {}",
    "maximum": "≤ {}",
    "exclusiveMinimum": "> {}",
    "exclusiveMaximum": "< {}",
    "minLength": "≥ {} characters",
    "maxLength": "≤ {} characters",
    "minItems": "≥ {} items",
    "maxItems": "≤ {} items",
    "pattern": "matches {}",
    "default": "{} by default",
}


class Field(NamedTuple):
    """One row: `path` has dots where objects are nested."""

    path: str
    schema: Schema
    required: bool


def ref_name(schema: Schema) -> str | None:
    """Return the name of the component that `schema` refers to."""
    ref = schema.get("$ref")
    return ref.rpartition("/")[2] if isinstance(ref, str) else None


def resolved(schema: Schema, schemas: Schemas) -> Schema:
    """Return what `schema` refers to, or `schema` itself."""
    name = ref_name(schema)
    return schemas[name] if name else schema


def fields(schema: Schema, schemas: Schemas, path: str = "", depth: int = 0) -> Iterator[Field]:
    """Yield the members of an object; `depth` says how many levels of objects inside it too."""
    required = schema.get("required", [])
    for name, member in schema.get("properties", {}).items():
        here = f"{path}{name}"
        yield Field(here, member, name in required)
        if depth:
            yield from fields(resolved(member, schemas), schemas, f"{here}.", depth - 1)


def fields_table(rows: list[Field]) -> Part:
    """Return the table of fields; an object without any says so."""
    if not rows:
        return element("p", "No fields.", class_="muted")
    return table(("field", "type", "meaning"), [_row(field) for field in rows])


def _row(field: Field) -> tuple[Part | list[Part], ...]:
    name: list[Part] = [element("code", field.path)]
    if not field.required:
        name.append(element("span", " optional", class_="muted"))
    return name, list(type_text(field.schema)), list(_meaning(field.schema))


def type_text(schema: Schema) -> Iterator[Part]:
    """Yield what a value may be, components as links to their section."""
    name = ref_name(schema)
    if name:
        yield element("a", name, href=f"#schema-{name}")
    elif "const" in schema:
        yield element("code", json.dumps(schema["const"]))
    elif "enum" in schema:
        yield from _joined([[element("code", json.dumps(value))] for value in schema["enum"]])
    elif "anyOf" in schema or "oneOf" in schema:
        choices = schema.get("anyOf") or schema["oneOf"]
        yield from _joined([list(type_text(choice)) for choice in choices])
    elif schema.get("type") == "array":
        yield "list of "
        yield from type_text(item_of(schema))
    else:
        yield schema.get("type", "any value")


def item_of(schema: Schema) -> Schema:
    """Return what the items of an array are; of a tuple, any of its members."""
    items = schema.get("items") or schema.get("prefixItems") or {}
    return {"anyOf": items} if isinstance(items, list) else items


def _joined(choices: list[list[Part]]) -> Iterator[Part]:
    for place, choice in enumerate(choices):
        if place:
            yield " or "
        yield from choice


def _meaning(schema: Schema) -> Iterator[Part]:
    yield from spans(schema.get("description", ""))
    bounds = list(_bounds(schema))
    if bounds:
        yield element("span", " " + ", ".join(bounds), class_="muted")


def _bounds(schema: Schema) -> Iterator[str]:
    # That a number fits JavaScript's is true of all of them and tells nothing about this one.
    for name, said in BOUNDS.items():
        value = schema.get(name)
        if value is not None and value != SAFE_INTEGER and "const" not in schema:
            yield said.format(json.dumps(value))
    for choice in schema.get("anyOf", []):
        yield from _bounds(choice)


def schema_body(schema: Schema, schemas: Schemas) -> Iterator[Part]:
    """Yield the section of one component: what it is, then its fields or its values."""
    yield from prose(schema.get("description", ""))
    if "enum" in schema:
        names = schema.get("x-enum-varnames") or [""] * len(schema["enum"])
        pairs: list[tuple[Part | list[Part], ...]] = [
            (element("code", json.dumps(value)), name)
            for value, name in zip(schema["enum"], names, strict=True)
        ]
        yield table(("value", "name"), pairs)
    elif "properties" in schema:
        yield fields_table(list(fields(schema, schemas)))
    else:
        yield element("p", *type_text(schema))
