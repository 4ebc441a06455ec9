"""What a package of models exports: its imports and its `__all__`."""

import ast
from collections.abc import Sequence

from .python_edits import PythonSource
from .refusal import Refused


def add(source: PythonSource, module: str, names: Sequence[str]) -> PythonSource:
    """Export names of a module of the package; the formatter sorts them."""
    for name in names:
        _, listed = _exported(source)
        if name in [ast.literal_eval(one) for one in listed.elts]:
            raise Refused(f"{source.name}: {name} is exported already; choose another name")
        source = source.with_item(listed.elts, f'"{name}"', source.end(listed))
    return source.with_import(f".{module}", *names)


def remove(source: PythonSource, module: str, names: Sequence[str]) -> PythonSource:
    """Undo `add`."""
    for name in names:
        statement, listed = _exported(source)
        found = (one for one in listed.elts if ast.literal_eval(one) == name)
        item = source.only(found, f"{name} in __all__")
        source = source.without_item(statement, listed.elts, item)
    return source.without_import(f".{module}", *names)


def _exported(source: PythonSource) -> tuple[ast.Assign, ast.List]:
    assigned = (n for n in source.tree.body if isinstance(n, ast.Assign))
    statement = source.only(
        (n for n in assigned if ast.unparse(n.targets[0]) == "__all__"), "__all__"
    )
    if not isinstance(statement.value, ast.List):
        raise Refused(f"{source.name}:{statement.lineno}: expected __all__ to be a list")
    return statement, statement.value
