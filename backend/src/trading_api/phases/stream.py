"""The streams of a checkout, as the `ws.py` of its modules declare them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trading_api.shared.errors import ConfigurationError

from .tree import MODULES, Tree

CONTRACT_SUITE = "WsRouteContract"
ALIAS_OF = "WsRouter"


@dataclass(frozen=True)
class ContractTest:
    """The class by which a route's contract is tested, and what it asks for."""

    path: str
    name: str
    params: dict[str, Any]


@dataclass(frozen=True)
class Stream:
    """One route; `request` and `update` are empty where its router has no `TypeAlias` line."""

    route: str
    module: str
    router: str
    request: str
    update: str
    delivery: str

    @property
    def folder(self) -> str:
        return f"{MODULES}/{self.module}"

    @property
    def ws_file(self) -> str:
        return f"{self.folder}/ws.py"


def streams_of(tree: Tree) -> list[Stream]:
    """Return all streams of the checkout, by module, in the order in which they are declared."""
    found = []
    for path in tree.files(MODULES, "ws.py"):
        module = path.removeprefix(f"{MODULES}/").partition("/")[0]
        if path == f"{MODULES}/{module}/ws.py":
            found += list(_declared(tree.python(path), module))
    return found


def chosen(streams: list[Stream], route: str | None, module: str | None) -> list[Stream]:
    """Return the streams of one name, or of one module, or all.

    Raises:
        ConfigurationError: there is none such.
    """
    found = [one for one in streams if route in (None, one.route) and module in (None, one.module)]
    if not found:
        names = ", ".join(dict.fromkeys(one.route if route else one.module for one in streams))
        what = f"stream {route!r}" if route else f"module {module!r} with streams"
        raise ConfigurationError(f"no {what}: expected one of {names}")
    return found


def contract_test(tree: Tree, stream: Stream) -> ContractTest | None:
    """Return the subclass of `WsRouteContract` that names the route; None where there is none."""
    classes = [*tree.classes(stream.folder, tests=True, naming=CONTRACT_SUITE)]
    for path, node in classes:
        bases = _bases(path, node, classes)
        if CONTRACT_SUITE in {one.name for one in bases} | _base_names([node, *bases]):
            members = _members(tree.python(path), [node, *bases])
            if members.get("route") == stream.route:
                return ContractTest(path, node.name, dict(members.get("params") or {}))
    return None


def _declared(tree: ast.Module, module: str) -> Iterator[Stream]:
    aliases = dict(_aliases(tree))
    constants = dict(_assigned(tree.body))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            given = {one.arg: one.value for one in node.keywords}
            route = given.get("route")
            if node.func.id.endswith(ALIAS_OF) and isinstance(route, ast.Constant):
                request, update = aliases.get(node.func.id, ("", ""))
                delivery = _policy(given.get("delivery"), constants)
                yield Stream(str(route.value), module, node.func.id, request, update, delivery)


def _aliases(tree: ast.Module) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the routers that a `TypeAlias` line names, with their two models."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.AnnAssign) or not isinstance(node.value, ast.Subscript):
            continue
        written = ast.unparse(node.annotation), ast.unparse(node.value.value)
        models = node.value.slice
        if written == ("TypeAlias", ALIAS_OF) and isinstance(models, ast.Tuple):
            request, update = map(ast.unparse, models.elts)
            yield ast.unparse(node.target), (request, update)


def _policy(node: ast.expr | None, constants: dict[str, ast.expr]) -> str:
    if isinstance(node, ast.Name):
        node = constants.get(node.id)
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        return str(node.args[0].value)
    return "latest"


def _assigned(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    for node in body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            yield ast.unparse(node.target), node.value


def _bases(
    path: str, node: ast.ClassDef, classes: list[tuple[str, ast.ClassDef]]
) -> list[ast.ClassDef]:
    """Return the classes of the same file that a class derives from, the nearest first."""
    names = {ast.unparse(base) for base in node.bases}
    found = [one for where, one in classes if where == path and one.name in names]
    return [*found, *(far for one in found for far in _bases(path, one, classes))]


def _base_names(nodes: list[ast.ClassDef]) -> set[str]:
    return {ast.unparse(base) for node in nodes for base in node.bases}


def _members(tree: ast.Module, nodes: list[ast.ClassDef]) -> dict[str, Any]:
    """Return the literal members of a class and its bases; constants of the file are read."""
    constants = dict(_assigned(tree.body))
    found: dict[str, Any] = {}
    for node in nodes:
        for name, value in _assigned(node.body):
            written = constants.get(value.id, value) if isinstance(value, ast.Name) else value
            try:
                found.setdefault(name, ast.literal_eval(written))
            except ValueError:
                continue
    return found
