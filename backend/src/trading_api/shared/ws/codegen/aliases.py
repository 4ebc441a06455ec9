"""Reads the `Name: TypeAlias = WsRouter[Request, Update]` lines of a `ws.py`, never imported."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trading_api.shared.errors import ConfigurationError


@dataclass(frozen=True)
class ImportedName:
    """A name and the module that it can be imported from."""

    module: str
    name: str


@dataclass(frozen=True)
class RouterAlias:
    """One declared router: its name, its generic base and the two models that pin it."""

    name: str
    base: ImportedName
    request: ImportedName
    update: ImportedName


def read_aliases(ws_file: Path) -> list[RouterAlias]:
    """Return the routers that `ws_file` declares, in its order.

    Raises:
        ConfigurationError: names file and line, and the import that is missing.
    """
    aliases = list(_AliasReader(ws_file).aliases())
    names = [alias.name for alias in aliases]
    for name in names:
        if names.count(name) > 1:
            raise ConfigurationError(f"{ws_file}: {name} is declared {names.count(name)} times")
    return aliases


class _AliasReader:
    """One `ws.py`: its syntax tree and what its imports bind."""

    def __init__(self, ws_file: Path) -> None:
        self._file = ws_file
        self._package = _package_of(ws_file.parent)
        try:
            self._tree = ast.parse(ws_file.read_bytes(), filename=str(ws_file))
        except SyntaxError as error:
            raise ConfigurationError(f"{ws_file}:{error.lineno}: {error.msg}") from None
        self._bound = dict(self._bindings())
        self._classes = {n.name for n in ast.walk(self._tree) if isinstance(n, ast.ClassDef)}

    def aliases(self) -> Iterator[RouterAlias]:
        """Yield the declared routers, wherever in the file they stand."""
        for node in ast.walk(self._tree):
            if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
                continue
            value = _unquoted(node.value)
            if self._last_name(node.annotation) != "TypeAlias":
                continue
            if isinstance(value, ast.Subscript) and self._last_name(value.value) == "WsRouter":
                yield self._alias(node, node.target.id, value)

    def _alias(self, node: ast.AnnAssign, name: str, value: ast.Subscript) -> RouterAlias:
        models = value.slice.elts if isinstance(value.slice, ast.Tuple) else [value.slice]
        if len(models) != 2:
            came = ast.unparse(value)
            raise self._error(node, f"{name}: expected WsRouter[Request, Update], got {came}")
        base, request, update = (
            self._imported(node, part, name) for part in (value.value, *models)
        )
        if request.name == update.name and request != update:
            raise self._error(node, f"{name}: two different models are called {update.name}")
        return RouterAlias(name, base, request, update)

    def _imported(self, node: ast.AnnAssign, written: ast.expr, router: str) -> ImportedName:
        dotted = _dotted(written)
        if dotted is None:
            came = ast.unparse(written)
            raise self._error(node, f"{router}: expected the name of a model, got {came}")
        root, *rest = dotted.split(".")
        if root in self._classes:
            remedy = "move it to models/ and import it from there"
            raise self._error(node, f"{router}: {root} is defined in this file; {remedy}")
        if root not in self._bound:
            remedy = f"add an import of it, as in `from ... import {root}`"
            raise self._error(node, f"{router}: {root} is not imported; {remedy}")
        module, _, name = ".".join([self._bound[root], *rest]).rpartition(".")
        if not module:
            raise self._error(node, f"{router}: expected the name of a model, got module {name}")
        return ImportedName(module, name)

    def _last_name(self, node: ast.expr) -> str:
        """Return the last part of the path that `node` stands for, import aliases resolved."""
        root, _, rest = (_dotted(node) or "").partition(".")
        return ".".join(filter(None, [self._bound.get(root, root), rest])).rpartition(".")[2]

    def _bindings(self) -> Iterator[tuple[str, str]]:
        """Yield each name that an import binds, and the dotted path behind it."""
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Import):
                for item in node.names:
                    root = item.name.partition(".")[0]
                    yield (item.asname, item.name) if item.asname else (root, root)
            elif isinstance(node, ast.ImportFrom):
                source = self._source(node)
                yield from ((i.asname or i.name, f"{source}.{i.name}") for i in node.names)

    def _source(self, node: ast.ImportFrom) -> str:
        """Return the absolute module of a `from` import."""
        if not node.level:
            return node.module or ""
        kept = self._package[: len(self._package) - node.level + 1]
        return ".".join([*kept, *filter(None, [node.module])])

    def _error(self, node: ast.AST, message: str) -> ConfigurationError:
        return ConfigurationError(f"{self._file}:{getattr(node, 'lineno', 1)}: {message}")


def _package_of(folder: Path) -> list[str]:
    """Return the dotted name of the package in `folder`, as its parts."""
    parts = [folder.name]
    while (folder.parent / "__init__.py").exists():
        folder = folder.parent
        parts.insert(0, folder.name)
    return parts


def _unquoted(node: ast.expr | None) -> ast.expr | None:
    """Return the expression inside a quoted one."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return node
    try:
        return ast.parse(node.value, mode="eval").body
    except SyntaxError:
        return None


def _dotted(node: ast.expr) -> str | None:
    """Return `a.b.C` for names and attributes, quoted or not; None for anything else."""
    inner = _unquoted(node)
    if isinstance(inner, ast.Attribute):
        owner = _dotted(inner.value)
        return owner and f"{owner}.{inner.attr}"
    return inner.id if isinstance(inner, ast.Name) else None
