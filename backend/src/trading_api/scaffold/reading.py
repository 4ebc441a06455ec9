"""Reads back from the code what a stream is, as far as `new stream` could have written it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from trading_api.shared.errors import ConfigurationError

from .places import created, module_folder, read_python
from .refusal import Refused
from .rendering import PYTHON_TYPES
from .router_edits import route_calls
from .stream import Stream, asked_for

KIND_OF = {written: kind for kind, written in PYTHON_TYPES.items()}


def modules_of(root: Path) -> list[str]:
    """Return the names of the modules that have streams."""
    folder = root / module_folder("x").rpartition("/")[0]
    return sorted(path.parent.name for path in folder.glob("*/ws.py"))


def owner(root: Path, route: str) -> str | None:
    """Return the module that serves a route; None where none does."""
    for module in modules_of(root):
        if any(route_calls(read_python(root, f"{module_folder(module)}/ws.py"), route)):
            return module
    return None


def read_stream(root: Path, route: str) -> Stream:
    """Return the stream of a route.

    Raises:
        Refused: no module serves it, or it was not written by `new stream`.
    """
    module = owner(root, route)
    if module is None:
        raise Refused(f"no module serves the stream {route!r}: nothing to remove")
    source = read_python(root, f"{module_folder(module)}/ws.py")
    call = source.only(route_calls(source, route), f"a router of {route!r}")
    keywords = {one.arg: one.value for one in call.keywords}
    policy, key = _delivery(keywords.get("delivery"))
    bare = Stream(route, module, (), ())
    paths = created(root, bare)
    missing = [path for path in paths if not (root / path).is_file()]
    if missing:
        raise Refused(f"{route!r} is not as `new stream` writes it: there is no {missing[0]}")
    models = read_python(root, next(iter(paths)))
    try:
        return asked_for(
            route,
            module,
            params=[*_members(models.tree, bare.request)],
            fields=[*_members(models.tree, bare.model)],
            delivery=policy,
            key=key,
        )
    except ConfigurationError as refused:
        raise Refused(f"{models.name}: not as `new stream` writes it: {refused}") from None


def _delivery(node: ast.expr | None) -> tuple[str, str | None]:
    if not isinstance(node, ast.Call) or not node.args:
        return "latest", None
    policy = node.args[0]
    keys = [one.value for one in node.keywords if one.arg == "key"]
    key = keys[0].value if keys and isinstance(keys[0], ast.Constant) else None
    return str(getattr(policy, "value", "")), None if key is None else str(key)


def _members(tree: ast.Module, name: str) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            for one in node.body:
                if isinstance(one, ast.AnnAssign) and one.value is None:
                    written = ast.unparse(one.annotation)
                    yield f"{ast.unparse(one.target)}:{KIND_OF.get(written, written)}"
