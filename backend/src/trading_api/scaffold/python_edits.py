"""Edits of Python source at places that its syntax tree names; all else stays as it is.

Offsets are of UTF-8 bytes, as the syntax tree counts. Layout is left to the formatter, but for
trailing commas: it reads from them whether something that would fit in a line stands in several.
"""

import ast
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from .refusal import Refused

LINE = 100
Node = TypeVar("Node", bound=ast.AST)


class PythonSource:
    """One file: its text and tree; every edit returns the new file."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.bytes = text.encode()
        try:
            self.tree = ast.parse(self.bytes)
        except SyntaxError as error:
            raise Refused(f"{name}:{error.lineno}: {error.msg}; mend it first") from None
        starts = [0]
        for line in self.bytes.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        self._starts = starts

    def only(self, found: Iterable[Node], what: str) -> Node:
        """Return the one node that was found.

        Raises:
            Refused: there is none, or there are several.
        """
        nodes = list(found)
        if len(nodes) != 1:
            raise Refused(f"{self.name}: expected {what} once, found it {len(nodes)} times")
        return nodes[0]

    def start(self, node: ast.expr | ast.stmt | ast.arg | ast.alias) -> int:
        return self._starts[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.stmt | ast.arg | ast.alias) -> int:
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self._starts[node.end_lineno - 1] + node.end_col_offset

    def line_start(self, node: ast.stmt) -> int:
        return self._starts[node.lineno - 1]

    def spliced(self, start: int, end: int, text: str) -> "PythonSource":
        """Return the file with other text between two offsets."""
        changed = self.bytes[:start] + text.encode() + self.bytes[end:]
        return PythonSource(self.name, changed.decode())

    def with_import(self, module: str, *names: str) -> "PythonSource":
        """Import names at the top; the formatter sorts and joins."""
        imports = [n for n in self.tree.body if isinstance(n, ast.Import | ast.ImportFrom)]
        if not imports:
            raise Refused(f"{self.name}: expected imports at its top, found none")
        line = f"\nfrom {module} import {', '.join(names)}"
        return self.spliced(self.end(imports[-1]), self.end(imports[-1]), line)

    def without_import(self, module: str, *names: str) -> "PythonSource":
        """Take names out of the imports from `module`, wherever they stand."""
        source = self
        for name in names:
            statements = (n for n in ast.walk(source.tree) if isinstance(n, ast.ImportFrom))
            found = source.only(
                (
                    n
                    for n in statements
                    if "." * n.level + (n.module or "") == module
                    and name in [one.name for one in n.names]
                ),
                f"an import of {name} from {module}",
            )
            if len(found.names) == 1:
                source = source.without_statement(found)
            else:
                alias = next(one for one in found.names if one.name == name)
                source = source.without_item(found, found.names, alias)
        return source

    def uses(self, name: str) -> bool:
        """Tell whether anything but an import names it."""
        return any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(self.tree))

    def without_unused(self, module: str, name: str) -> "PythonSource":
        """Take an import away that nothing names any more."""
        return self if self.uses(name) else self.without_import(module, name)

    def without_statement(self, node: ast.stmt) -> "PythonSource":
        """Take a statement away, with its line."""
        end = self.end(node)
        end += self.bytes[end : end + 1] == b"\n"
        return self.spliced(self.line_start(node), end, "")

    def with_item(
        self, items: Sequence[ast.expr] | Sequence[ast.arg], text: str, closing: int
    ) -> "PythonSource":
        """Add the last item before the bracket that ends at `closing`."""
        if not items:
            return self.spliced(closing - 1, closing - 1, text)
        end = self.end(items[-1])
        return self.spliced(end, end, f", {text}")

    def without_item(
        self,
        statement: ast.stmt,
        items: Sequence[ast.expr] | Sequence[ast.arg] | Sequence[ast.alias],
        item: ast.expr | ast.arg | ast.alias,
    ) -> "PythonSource":
        """Take one of several items away.

        What stood in several lines because it did not fit in one loses its trailing comma, so that
        the formatter may join it again.
        """
        place = list(items).index(item)
        start, end = self.start(item), self.end(item)
        if place:
            start = self.end(items[place - 1])
        elif len(items) > 1:
            end = self.start(items[1])
        comma = self._trailing_comma(self.end(items[-1]))
        kept = self
        if comma is not None and (not fits(statement) or len(items) == 1):
            kept = self.spliced(comma, comma + 1, "")
        return kept.spliced(start, end, "")

    def _trailing_comma(self, end: int) -> int | None:
        rest = self.bytes[end:]
        skipped = len(rest) - len(rest.lstrip())
        return end + skipped if rest[skipped : skipped + 1] == b"," else None


def fits(statement: ast.stmt) -> bool:
    """Tell whether a statement, or the head of a function, could stand in one line."""
    if isinstance(statement, ast.FunctionDef):
        returns = f" -> {ast.unparse(statement.returns)}" if statement.returns else ""
        flat = f"def {statement.name}({ast.unparse(statement.args)}){returns}:"
    else:
        flat = ast.unparse(statement)
    return "\n" not in flat and statement.col_offset + len(flat) <= LINE


def edited(name: str, edit: Callable[[PythonSource], PythonSource]) -> Callable[[str], str]:
    """Return an edit of a file's text."""
    return lambda text: edit(PythonSource(name, text)).text
