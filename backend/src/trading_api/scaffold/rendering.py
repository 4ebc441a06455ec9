"""The files that a stream has for itself: text of templates, laid out by the formatters later."""

import json
from collections.abc import Iterable
from pathlib import Path
from string import Template

from .naming import camel
from .stream import Member, Stream

TEMPLATES = Path(__file__).parent / "templates"

PYTHON_TYPES = {
    "str": "str",
    "int": "int",
    "float": "float",
    "decimal": "Decimal",
    "bool": "bool",
}
SCRIPT_TYPES = {
    "str": "string",
    "int": "number",
    "float": "number",
    "decimal": "string",
    "bool": "boolean",
}
DRAWN = {
    "int": "chance.randrange(100)",
    "float": "chance.randrange(100) / 4",
    "decimal": "Decimal(chance.randrange(100)) / 4",
    "bool": "chance.random() < 0.5",
}
PYTHON_SAMPLES = {"int": "7", "float": "1.5", "decimal": 'Decimal("1.5")', "bool": "True"}
SCRIPT_SAMPLES = {"int": "7", "float": "1.5", "decimal": '"1.5"', "bool": "true"}


def rendered(template: str, stream: Stream, models: str) -> str:
    """Return the text of a template; `models` is the module that the models come from."""
    text = (TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(_words(stream, models))


def script_samples(stream: Stream) -> dict[str, str]:
    """Return a TypeScript value of each field, by the name that it has on the wire."""
    return {one.name: _script_sample(one) for one in stream.fields}


def _words(stream: Stream, models: str) -> dict[str, str]:
    return {
        "route": stream.route,
        "module": stream.module,
        "model": stream.model,
        "request": stream.request,
        "service": stream.service,
        "folder": stream.folder,
        "member": stream.member,
        "models": models,
        **_python_words(stream),
        **_script_words(stream),
    }


def _python_words(stream: Stream) -> dict[str, str]:
    params = _params(stream)
    is_exact = any(one.kind == "decimal" for one in stream.fields)
    decimal = "from decimal import Decimal\n"
    made = ", ".join(f"{one.name}={_python_sample(one)}" for one in stream.fields)
    delivery = "" if stream.delivery == "latest" else f'    delivery = "{stream.delivery}"\n'
    return {
        "model_imports": f"{decimal}\n" if is_exact else "",
        "sample_imports": decimal if is_exact else "",
        "request_members": "".join(f"\n{line}" for line in _declared(stream.params)) + "\n",
        "model_members": "\n".join(_declared(stream.fields)),
        "sample_members": "".join(
            f"            {one.name}={_drawn(one)},\n" for one in stream.fields
        ),
        "params_py": repr(params),
        "test_class": f"Test{stream.model}",
        "test_delivery": delivery,
        "model_var": f"{stream.folder.upper()}",
        "sample_model": f"{stream.model}({made})",
        "test_imports": decimal if is_exact else "",
    }


def _script_words(stream: Stream) -> dict[str, str]:
    params = _params(stream)
    samples = [f"{camel(one.name)}: {_script_sample(one)}" for one in stream.fields]
    kinds = [(one, _script_type(one)) for one in stream.fields]
    quoted = f'"{stream.route}"'
    return {
        "access": f"[{quoted}]" if "-" in stream.route else f".{stream.route}",
        "mock_name": stream.folder.upper(),
        "mocker_key": f'"{stream.route}Mocker"' if "-" in stream.route else f"{stream.route}Mocker",
        "ts_members": "\n".join(
            f"  {camel(one.name)}: {_script_type(one)};" for one in stream.fields
        ),
        "ts_mock": ", ".join(samples),
        "ts_expected": _script_object(
            (camel(one.name), f"expect.any({kind.title()}) as {kind}") for one, kind in kinds
        ),
        "ts_wire_expected": _script_object(
            (one.name, f"expect.any({kind.title()})") for one, kind in kinds
        ),
        "ts_payload": _script_object((name, json.dumps(value)) for name, value in params.items()),
        **_script_parameters(stream),
    }


def _script_parameters(stream: Stream) -> dict[str, str]:
    """Return how the front end's service takes what is asked for: one by itself, more as one."""
    values = {name: json.dumps(value) for name, value in _params(stream).items()}
    if not stream.params:
        return {"ts_params": "", "ts_request": "{}", "ts_arguments": ""}
    if len(stream.params) == 1:
        (one,) = stream.params
        name = camel(one.name)
        asked = name if name == one.name else f"{one.name}: {name}"
        return {
            "ts_params": f"{name}: {_script_type(one)}, ",
            "ts_request": f"{{ {asked} }}",
            "ts_arguments": f"{values[one.name]}, ",
        }
    declared = "; ".join(f"{one.name}: {_script_type(one)}" for one in stream.params)
    return {
        "ts_params": f"asked: {{ {declared} }}, ",
        "ts_request": "asked",
        "ts_arguments": f"{_script_object(values.items())}, ",
    }


def _params(stream: Stream) -> dict[str, str | int | bool]:
    """Return what the tests ask for."""
    known = {"symbol": "AAPL"}
    values = {"int": 1, "bool": True}
    return {one.name: values.get(one.kind, known.get(one.name, "any")) for one in stream.params}


def _declared(members: Iterable[Member]) -> list[str]:
    return [f"    {one.name}: {PYTHON_TYPES[one.kind]}" for one in members]


def _drawn(one: Member) -> str:
    return DRAWN.get(one.kind) or f'f"{one.name} {{chance.randrange(100)}}"'


def _python_sample(one: Member) -> str:
    return PYTHON_SAMPLES.get(one.kind) or f'"{one.name}"'


def _script_sample(one: Member) -> str:
    return SCRIPT_SAMPLES.get(one.kind) or f'"{one.name}"'


def _script_type(one: Member) -> str:
    return SCRIPT_TYPES[one.kind]


def _script_object(members: Iterable[tuple[str, str]]) -> str:
    inside = ", ".join(f"{name}: {value}" for name, value in members)
    return f"{{ {inside} }}" if inside else "{}"
