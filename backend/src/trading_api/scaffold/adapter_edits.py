"""A stream's place in the front end: its mapper, its client, and the mapper's test."""

import re

from .naming import camel
from .script_edits import ScriptSource
from .stream import Stream

TYPES = "@clients/ws-types-generated"
INTERFACE = "export interface WsAdapterType {"
ADAPTER = "export class WsAdapter implements WsAdapterType {"
FALLBACK = "export class WsFallback implements Partial<WsAdapterType> {"
ADAPTER_MADE = "constructor() {"
FALLBACK_MADE = "constructor(mockers: Mockers = {}) {"
MAPPERS_TESTED = 'describe("mappers", () => {'
OWN_TYPES = re.compile(r'^import type \{[^}]*\} from "\./\w+";\n', re.MULTILINE)
LINE = 100


def add_mapper(source: ScriptSource, stream: Stream) -> ScriptSource:
    """Add the function that makes the front end's type of the backend's."""
    model, member = stream.model, stream.member
    fields = "".join(f"    {camel(one.name)}: {member}.{one.name},\n" for one in stream.fields)
    function = (
        f"\nexport function map{model}({member}: {model}_Ws_Backend): {model} {{\n"
        f"  return {{\n{fields}  }};\n}}\n"
    )
    return (
        _with_own_type(source, stream)
        .with_names(TYPES, f"{model} as {model}_Ws_Backend")
        .with_function_after(r"map\w+\([^{]*_Ws_Backend\b", function)
    )


def remove_mapper(source: ScriptSource, stream: Stream) -> ScriptSource:
    """Undo `add_mapper`."""
    model = stream.model
    return (
        source.without_names(TYPES, f"{model} as {model}_Ws_Backend")
        .without_line(_own_type(stream))
        .without_function(f"map{model}")
    )


def add_client(source: ScriptSource, stream: Stream) -> ScriptSource:
    """Add the stream to the adapter, and to what takes its place without a server."""
    request, model, name = stream.request, stream.model, _property(stream)
    client = f"WebSocketClient<{request}, {model}_Ws_Backend, {model}>"
    made = f'    {_own(stream)} = new WebSocketClient("{stream.route}", map{model});\n'
    return (
        _with_own_type(source, stream)
        .with_names(TYPES, f"{model}_Ws_Backend", request)
        .with_names("./mappers", f"map{model}")
        .with_last(INTERFACE, f"  {name}: WsStream<{request}, {model}>;\n")
        .with_last_field(ADAPTER, f"  {name}: {client};\n")
        .with_last_of_method(ADAPTER, ADAPTER_MADE, made)
        .with_last_field(FALLBACK, f"  {name}?: WsStream<{request}, {model}>;\n")
        .with_last_of_method(FALLBACK, FALLBACK_MADE, _mocked(stream))
    )


def remove_client(source: ScriptSource, stream: Stream) -> ScriptSource:
    """Undo `add_client`."""
    request, model, name = stream.request, stream.model, _property(stream)
    return (
        source.without_names(TYPES, f"{model}_Ws_Backend", request)
        .without_names("./mappers", f"map{model}")
        .without_line(_own_type(stream))
        .without_statement(f"{name}: WsStream<")
        .without_statement(f"{name}: WebSocketClient<")
        .without_statement(f"{_own(stream)} = new WebSocketClient(")
        .without_statement(f"{name}?: WsStream<")
        .without_statement(f"if ({_mocker(stream)})")
    )


def add_mapper_test(source: ScriptSource, stream: Stream, sample: dict[str, str]) -> ScriptSource:
    """Add a test that every field is taken; `sample` are TypeScript values by field."""
    told = ", ".join(f"{name}: {value}" for name, value in sample.items())
    mapped = ", ".join(f"{camel(name)}: {value}" for name, value in sample.items())
    test = (
        f'\n  it("{_title(stream)}", () => {{\n'
        f"    expect(map{stream.model}({{ {told} }})).toEqual({{ {mapped} }});\n  }});\n"
    )
    imported = source.with_names("../mappers", f"map{stream.model}")
    return imported.with_last(MAPPERS_TESTED, test, "\n});\n")


def remove_mapper_test(source: ScriptSource, stream: Stream) -> ScriptSource:
    """Undo `add_mapper_test`."""
    imported = source.without_names("../mappers", f"map{stream.model}")
    return imported.without_call(f'it("{_title(stream)}", () =>')


def _title(stream: Stream) -> str:
    return f"take {stream.route} field by field"


def _with_own_type(source: ScriptSource, stream: Stream) -> ScriptSource:
    return source.with_line_beside(_own_type(stream) + "\n", OWN_TYPES)


def _own_type(stream: Stream) -> str:
    return f'import type {{ {stream.model} }} from "./{stream.member}Types";'


def _property(stream: Stream) -> str:
    return f'"{stream.route}"' if "-" in stream.route else stream.route


def _own(stream: Stream) -> str:
    return f'this["{stream.route}"]' if "-" in stream.route else f"this.{stream.route}"


def _mocker(stream: Stream) -> str:
    name = f"{stream.route}Mocker"
    return f'mockers["{name}"]' if "-" in stream.route else f"mockers.{name}"


def _mocked(stream: Stream) -> str:
    made = f"{_own(stream)} = new WebSocketFallback({_mocker(stream)});"
    line = f"    if ({_mocker(stream)}) {made}\n"
    return (
        line if len(line) <= LINE + 1 else f"    if ({_mocker(stream)}) {{\n      {made}\n    }}\n"
    )
