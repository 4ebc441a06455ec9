"""Python that a page pipes into the interpreter: it compiles, its imports and frames are real."""

import ast
import importlib
from collections.abc import Iterator

from .contract import STREAMS, document, unlike_frame


def piped_python(source: str) -> Iterator[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        yield f"line {error.lineno}: {error.msg}"
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from _missing(node)
        elif isinstance(node, ast.Constant) and str(node.value).startswith('{"type"'):
            yield from unlike_frame(str(node.value), document(STREAMS))


def _missing(node: ast.ImportFrom) -> Iterator[str]:
    try:
        module = importlib.import_module(node.module or "")
    except ImportError as error:
        yield str(error)
        return
    for alias in node.names:
        if not hasattr(module, alias.name):
            yield f"no {alias.name} in {node.module}"
