"""The arguments of an endpoint, read from a request without the framework."""

from collections.abc import Callable, Mapping
from inspect import Parameter, signature
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin
from urllib.parse import parse_qsl

from fastapi import params
from pydantic import BaseModel, TypeAdapter
from starlette.requests import ClientDisconnect

from .exact_json import ExactRequest

Endpoint = Callable[..., Any]
Place = Literal["path", "query", "header", "body"]


class Argument(NamedTuple):
    """A part of the request; `accept` raises a ValueError of what its type refuses."""

    name: str
    place: Place
    alias: str
    is_needed: bool
    accept: Callable[[Any], Any]


class ArgumentReader:
    """Reads the arguments of an endpoint that takes values and at most one model."""

    def __init__(self, arguments: list[Argument]) -> None:
        self._arguments = arguments
        self._has_body = any(one.place == "body" for one in arguments)

    @classmethod
    def of(cls, endpoint: Endpoint, path: str) -> "ArgumentReader | None":
        """Return the reader of the endpoint of a path; None where it takes anything else."""
        taken = signature(endpoint).parameters.values()
        arguments = [one for one in map(_argument, taken) if one is not None]
        bodies = sum(one.place == "body" for one in arguments)
        in_path = all(f"{{{one.name}" in path for one in arguments if one.place == "path")
        is_known = len(arguments) == len(taken) and bodies <= 1 and in_path
        return cls(arguments) if is_known else None

    async def read(self, request: ExactRequest) -> dict[str, Any] | None:
        """Return the arguments by name; None where the request is not as it should be."""
        try:
            places: dict[Place, Mapping[str, Any]] = {
                "path": request.path_params,
                "query": _query(request),
                "header": request.headers,
                "body": {"": await request.json()} if self._has_body else {},
            }
            return self._accepted(places)
        except (ValueError, RecursionError, ClientDisconnect):
            return None

    def _accepted(self, places: Mapping[Place, Mapping[str, Any]]) -> dict[str, Any] | None:
        found = {}
        for name, place, alias, is_needed, accept in self._arguments:
            value = places[place].get(alias)
            if value is not None:
                found[name] = accept(value)
            elif is_needed:
                return None
        return found


def _argument(parameter: Parameter) -> Argument | None:
    place, alias = _place_of(parameter)
    if place is None:
        return None
    accept = TypeAdapter(parameter.annotation).validate_python
    return Argument(parameter.name, place, alias, parameter.default is Parameter.empty, accept)


def _place_of(parameter: Parameter) -> tuple[Place | None, str]:
    kind = parameter.annotation
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return "body", ""
    if kind is str:
        return "path", parameter.name
    for note in get_args(kind) if get_origin(kind) is Annotated else ():
        if isinstance(note, params.Query | params.Header):
            alias = note.alias or parameter.name
            return ("query" if isinstance(note, params.Query) else "header"), alias
    return None, ""


def _query(request: ExactRequest) -> dict[str, str]:
    query: bytes = request.scope["query_string"]
    return dict(parse_qsl(query.decode("latin-1"), keep_blank_values=True)) if query else {}
