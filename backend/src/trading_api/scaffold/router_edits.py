"""A stream's place in its module: the lines of `ws.py`, and what its record needs beside it."""

import ast
from collections.abc import Iterator

from .python_edits import PythonSource
from .refusal import Refused
from .stream import RECENT_HELD, Stream

ROUTE_MODULE = "trading_api.shared.ws.generic_route"
INTERFACE_MODULE = "trading_api.shared.ws.router_interface"
KEPT = "self._data_dir = (settings or Settings()).data_dir"
"""What a module that does not keep its settings keeps for its lossless streams."""


def add_router(source: PythonSource, stream: Stream, models: str) -> PythonSource:
    """Declare the stream's router in a `ws.py` and add it to the module's routes."""
    source = _with_declaration(source, stream)
    source = _with_route(source, stream)
    if stream.delivery == "lossless":
        source = _with_data_dir(source)
        source = source.with_import("pathlib", "Path")
    if stream.delivery != "latest" or stream.key is not None:
        source = source.with_import(INTERFACE_MODULE, "Delivery")
    source = source.with_import("typing", "TYPE_CHECKING", "TypeAlias")
    source = source.with_import(ROUTE_MODULE, "WsRouter")
    source = source.with_import(models, stream.model, stream.request)
    return source.with_import(f".{stream.folder}.service", stream.service)


def remove_router(source: PythonSource, stream: Stream, models: str) -> PythonSource:
    """Undo `add_router`."""
    source = _without_route(source, stream)
    source = _without_declaration(source, stream)
    source = source.without_import(models, stream.model, stream.request)
    source = source.without_import(f".{stream.folder}.service", stream.service)
    for name in ("TYPE_CHECKING", "TypeAlias"):
        source = source.without_unused("typing", name)
    source = source.without_unused(ROUTE_MODULE, "WsRouter")
    if stream.delivery == "lossless":
        source = _without_data_dir(source)
    if stream.delivery != "latest" or stream.key is not None:
        source = source.without_unused(INTERFACE_MODULE, "Delivery")
    return source


def add_argument(source: PythonSource, routers: str) -> PythonSource:
    """Hand the data directory to the routes, in a module's `__init__.py`."""
    call = _construction(source, routers)
    if [one for one in call.args if ast.unparse(one).endswith("data_dir")]:
        return source
    if _keeps_settings(source):
        return source.with_item(call.args, "self._settings.data_dir", source.end(call))
    changed = source.with_item(call.args, "self._data_dir", source.end(call))
    first = _of_settings(changed).body[0]
    start = changed.line_start(first)
    return changed.spliced(start, start, f"        {KEPT}\n")


def remove_argument(source: PythonSource, routers: str) -> PythonSource:
    """Undo `add_argument`."""
    call = _construction(source, routers)
    written = ("self._settings.data_dir", "self._data_dir")
    argument = source.only(
        (one for one in call.args if ast.unparse(one) in written),
        "the data directory among the arguments of the routes",
    )
    statement = source.only(
        (n for n in ast.walk(source.tree) if isinstance(n, ast.Return) and n.value is call),
        "the return of the routes",
    )
    changed = source.without_item(statement, call.args, argument)
    if ast.unparse(argument) != "self._data_dir":
        return changed
    body = _of_settings(changed).body
    return changed.without_statement(
        changed.only((n for n in body if ast.unparse(n) == KEPT), f"`{KEPT}`")
    )


def _keeps_settings(source: PythonSource) -> bool:
    attributes = (n for n in ast.walk(source.tree) if isinstance(n, ast.Attribute))
    return any(ast.unparse(one) == "self._settings" for one in attributes)


def _of_settings(source: PythonSource) -> ast.FunctionDef:
    """Return the `__init__` that a module is given its settings by."""
    functions = (n for n in ast.walk(source.tree) if isinstance(n, ast.FunctionDef))
    return source.only(
        (
            n
            for n in functions
            if n.name == "__init__" and "settings" in [one.arg for one in n.args.args]
        ),
        "an __init__ with `settings: Settings | None = None`",
    )


def routers_class(source: PythonSource) -> ast.ClassDef:
    """Return the class of a `ws.py` that lists the module's routes."""
    classes = (n for n in source.tree.body if isinstance(n, ast.ClassDef))
    return source.only(
        (n for n in classes if [ast.unparse(one) for one in n.bases] == ["list[WsRouteInterface]"]),
        "a class that derives from list[WsRouteInterface]",
    )


def takes_data_dir(source: PythonSource) -> bool:
    """Tell whether the routes are given the data directory."""
    return "data_dir" in [one.arg for one in _initializer(source).args.args]


def route_calls(source: PythonSource, route: str) -> Iterator[ast.Call]:
    """Yield each construction of a router of this route."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            keywords = {one.arg: one.value for one in node.keywords}
            named = keywords.get("route")
            if isinstance(named, ast.Constant) and named.value == route:
                yield node


def _construction(source: PythonSource, routers: str) -> ast.Call:
    calls = (n for n in ast.walk(source.tree) if isinstance(n, ast.Call))
    return source.only((n for n in calls if ast.unparse(n.func) == routers), f"{routers}(…)")


def _initializer(source: PythonSource) -> ast.FunctionDef:
    body = routers_class(source).body
    found = (n for n in body if isinstance(n, ast.FunctionDef) and n.name == "__init__")
    return source.only(found, "an __init__ of the routes")


def _listed(source: PythonSource) -> tuple[ast.stmt, ast.List]:
    """Return `super().__init__([…])` and the list in it."""
    statements = (n for n in _initializer(source).body if isinstance(n, ast.Expr))
    found = source.only(
        (n for n in statements if ast.unparse(n).startswith("super().__init__([")),
        "super().__init__([…]) with the routes in it",
    )
    assert isinstance(found.value, ast.Call)
    listed = found.value.args[0]
    if not isinstance(listed, ast.List):
        raise Refused(f"{source.name}:{found.lineno}: expected a list of the routes")
    return found, listed


def _names_its_routes(listed: ast.List) -> bool:
    return bool(listed.elts) and all(isinstance(one, ast.Name) for one in listed.elts)


def _with_declaration(source: PythonSource, stream: Stream) -> PythonSource:
    alias = f"{stream.router}: TypeAlias = WsRouter[{stream.request}, {stream.model}]"
    generated = f"from .ws_generated import {stream.router}"
    blocks = [*_type_checking(source)]
    if not blocks:
        end = source.end(
            [n for n in source.tree.body if isinstance(n, ast.Import | ast.ImportFrom)][-1]
        )
        text = f"\n\nif TYPE_CHECKING:\n    {alias}\nelse:\n    {generated}\n"
        return source.spliced(end, end, text)
    block = source.only(blocks, "`if TYPE_CHECKING:`")
    if not block.orelse:
        raise Refused(f"{source.name}:{block.lineno}: expected an `else:` with generated routers")
    end = source.end(block.orelse[-1])
    changed = source.spliced(end, end, f"\n    {generated}")
    end = source.end(block.body[-1])
    return changed.spliced(end, end, f"\n    {alias}")


def _without_declaration(source: PythonSource, stream: Stream) -> PythonSource:
    block = source.only(_type_checking(source), "`if TYPE_CHECKING:`")
    declared = (n for n in block.body if isinstance(n, ast.AnnAssign))
    alias = source.only(
        (n for n in declared if ast.unparse(n.target) == stream.router),
        f"the line of {stream.router}",
    )
    if len(block.body) == 1:
        return source.without_statement(block)
    changed = source.without_import(".ws_generated", stream.router)
    return changed.without_statement(alias)


def _type_checking(source: PythonSource) -> Iterator[ast.If]:
    for node in source.tree.body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield node


def _with_route(source: PythonSource, stream: Stream) -> PythonSource:
    statement, listed = _listed(source)
    tags = f'tags=["{stream.module}"]'
    made = f'{stream.router}(route="{stream.route}", {tags}, service={_service(stream)}'
    made += f"{_delivery(stream)})"
    named = _names_its_routes(listed)
    item = stream.folder if named else made
    changed = source.with_item(listed.elts, item, source.end(listed))
    if not named:
        return changed
    start = source.line_start(statement)
    return changed.spliced(start, start, f"        {stream.folder} = {made}\n")


def _without_route(source: PythonSource, stream: Stream) -> PythonSource:
    call = source.only(route_calls(source, stream.route), f"a router of {stream.route!r}")
    statement, listed = _listed(source)
    assigned = [
        n for n in _initializer(source).body if isinstance(n, ast.Assign) and n.value is call
    ]
    if not assigned:
        return source.without_item(statement, listed.elts, call)
    name = ast.unparse(assigned[0].targets[0])
    item = source.only((n for n in listed.elts if ast.unparse(n) == name), f"{name} in the routes")
    # The list stands after the assignment: its offsets hold until it is changed.
    return source.without_item(statement, listed.elts, item).without_statement(assigned[0])


def _service(stream: Stream) -> str:
    kept = f'data_dir / "{stream.route}.sqlite3"' if stream.delivery == "lossless" else ""
    return f"{stream.service}({kept})"


def _delivery(stream: Stream) -> str:
    if stream.delivery == "lossless":
        return ', delivery=Delivery("lossless")'
    if stream.delivery == "recent":
        return f', delivery=Delivery("recent", held={RECENT_HELD})'
    return f', delivery=Delivery("latest", key="{stream.key}")' if stream.key else ""


def _with_data_dir(source: PythonSource) -> PythonSource:
    if takes_data_dir(source):
        return source
    arguments = _initializer(source).args.args
    return source.with_item(arguments, "data_dir: Path", 0)


def _without_data_dir(source: PythonSource) -> PythonSource:
    """Take the parameter away unless another stream's record needs it."""
    if source.uses("data_dir"):
        return source
    function = _initializer(source)
    found = source.only((n for n in function.args.args if n.arg == "data_dir"), "data_dir")
    changed = source.without_item(function, function.args.args, found)
    return changed.without_unused("pathlib", "Path")
