"""The criteria that are read from the code: each says what is missing, None where nothing is."""

import ast
from collections.abc import Iterable

from trading_api.shared.ws.codegen import bring_up_to_date

from . import frontend
from .mapper import imported_as, mapper_of
from .stream import Stream, contract_test
from .tree import BACKEND, Tree

OPERATIONS = {"subscribe": "receive", "unsubscribe": "receive", "update": "send"}


def models(tree: Tree, stream: Stream) -> str | None:
    for name, base in ((stream.request, "RequestModel"), (stream.update, "WireModel")):
        if name not in tree.models:
            return f"expected a class {name or '(unnamed)'} below models/, found none"
        if base not in _ancestors(tree, name):
            return f"expected {name} to derive from {base}"
    return None


def router(tree: Tree, stream: Stream) -> str | None:
    if not stream.request:
        return f"expected a line `{stream.router}: TypeAlias = WsRouter[…, …]`, found none"
    return None


def registered(tree: Tree, stream: Stream) -> str | None:
    path = f"{BACKEND}/module_sources.py"
    calls = [node for node in ast.walk(tree.python(path)) if isinstance(node, ast.Call)]
    points = [call for call in calls if ast.unparse(call.func) == "EntryPoint" and call.args]
    if stream.module in [ast.literal_eval(point.args[0]) for point in points]:
        return None
    return f"expected the module {stream.module!r} in BUILT_IN of module_sources.py, found none"


def generated(tree: Tree, stream: Stream) -> str | None:
    stale = bring_up_to_date(tree.root / stream.folder, check=True)
    return f"{stale[0].name} is not what ws.py declares" if stale else None


def contract_suite(tree: Tree, stream: Stream) -> str | None:
    if contract_test(tree, stream) is None:
        return f'expected a subclass of WsRouteContract with route = "{stream.route}", found none'
    return None


def operations(tree: Tree, stream: Stream) -> str | None:
    documented = tree.asyncapi.get("operations", {})
    for verb, action in OPERATIONS.items():
        found = documented.get(f"{stream.route}.{verb}", {}).get("action")
        if found != action:
            return (
                f"expected {stream.route}.{verb} to {action}, found {found or 'no such operation'}"
            )
    return None


def types(tree: Tree, stream: Stream) -> str | None:
    if f'"{stream.route}": {{' not in tree.text(f"{frontend.TYPES}/routes.ts"):
        return f"routes.ts does not have {stream.route}"
    index = tree.text(f"{frontend.TYPES}/index.ts")
    for name in (stream.request, stream.update):
        for alias in (f"{name}_backend", f"{name}_Ws_Backend"):
            if f"{name} as {alias}" not in index:
                return f"index.ts does not export {alias}"
    return None


def mapper(tree: Tree, stream: Stream) -> str | None:
    client = frontend.client_of(tree, stream.route)
    name = client.mapper if client else f"map{stream.update}"
    text = tree.text(frontend.MAPPERS)
    alias = f"{stream.update}_Ws_Backend"
    if imported_as(text, alias) != stream.update:
        return f"expected the import `{stream.update} as {alias}` in mappers.ts, found none"
    found = mapper_of(text, name)
    if found is None:
        return f"expected a function {name} of one payload in mappers.ts, found none"
    if alias not in found.takes.split(" | "):
        return f"expected {name} to take {alias}, it takes {found.takes}"
    return None


def fields(tree: Tree, stream: Stream) -> str | None:
    client = frontend.client_of(tree, stream.route)
    name = client.mapper if client else f"map{stream.update}"
    found = mapper_of(tree.text(frontend.MAPPERS), name)
    schema = tree.asyncapi.get("components", {}).get("schemas", {}).get(stream.update, {})
    omitted = found.omitted([*schema.get("properties", {})]) if found else []
    return f"{name} makes nothing of {', '.join(omitted)}" if omitted else None


def client(tree: Tree, stream: Stream) -> str | None:
    found = frontend.client_of(tree, stream.route)
    if found is None:
        return "expected a line in WsAdapterType, a field and a line of the constructor"
    if found.payload != f"{stream.update}_Ws_Backend":
        return f"expected its payload to be {stream.update}_Ws_Backend, found {found.payload}"
    return None


def mocker(tree: Tree, stream: Stream) -> str | None:
    if frontend.has_mocker(tree, stream.route):
        return None
    return f"expected a field and a line for {stream.route}Mocker in WsFallback"


def service(tree: Tree, stream: Stream) -> str | None:
    if frontend.services_of(tree, stream.route):
        return None
    return "no file of services/ uses the client"


def integration_test(tree: Tree, stream: Stream) -> str | None:
    if frontend.integration_tests(tree, stream.route):
        return None
    return "no *.spec.ts imports a service of the stream"


def broadcasting(tree: Tree, stream: Stream) -> str | None:
    wanted = {"create_topic", "remove_topic"}
    for _, node in tree.classes(stream.folder, tests=False, naming="def create_topic"):
        if wanted <= set(_methods(node.body)):
            return None
    return "no class of the module has create_topic and remove_topic"


def smoke_test(tree: Tree, stream: Stream) -> str | None:
    if frontend.journeys_of(tree, stream.route):
        return None
    return f'no journey names "{stream.route}" or a frame of it'


def described(tree: Tree, stream: Stream) -> str | None:
    for name in (stream.request, stream.update):
        node = tree.models.get(name)
        if node is not None and not ast.get_docstring(node):
            return f"{name} has no docstring: it is the description in AsyncAPI and TypeScript"
    return None


def _ancestors(tree: Tree, name: str) -> set[str]:
    node = tree.models.get(name)
    bases = {ast.unparse(base) for base in node.bases} if node else set()
    return bases.union(*(_ancestors(tree, base) for base in bases))


def _methods(body: Iterable[ast.stmt]) -> Iterable[str]:
    return (node.name for node in body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))
