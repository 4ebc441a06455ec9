"""The text of generated router files, laid out as the formatter would, which never runs."""

import re
from collections.abc import Iterable

from .aliases import ImportedName, RouterAlias

# First line of every generated file; a file without it is never overwritten or removed.
MARKER = '"""Generated from ws.py: edit that, never this file."""'
LINE_LENGTH = 100


def file_name(alias: RouterAlias) -> str:
    """Return the file of a router: `BarWsRouter` lives in `bar_ws_router.py`."""
    return f"{_snake_case(alias.name)}.py"


def render_router(alias: RouterAlias) -> str:
    """Return the file of one router: a subclass that pins its two models."""
    imports = "\n".join(_import_lines([alias.base, alias.request, alias.update]))
    return (
        f"{MARKER}\n\n{imports}\n\n\n{_class_line(alias)}\n"
        f"    request_model = {alias.request.name}\n"
        f"    update_model = {alias.update.name}\n"
    )


def render_package(aliases: Iterable[RouterAlias]) -> str:
    """Return the `__init__.py` that exports the routers of one module."""
    ordered = sorted(aliases, key=lambda alias: _natural(alias.name))
    by_file = sorted(ordered, key=lambda alias: _natural(_snake_case(alias.name)))
    imports = "\n".join(_import_line(f".{_snake_case(a.name)}", [a.name]) for a in by_file)
    names = [f'"{alias.name}"' for alias in ordered]
    return f"{MARKER}\n\n{imports}\n\n__all__ = {_bracketed('[', names, ']', len('__all__ = '))}\n"


def _import_lines(imported: Iterable[ImportedName]) -> list[str]:
    names: dict[str, set[str]] = {}
    for item in imported:
        names.setdefault(item.module, set()).add(item.name)
    return [_import_line(module, names[module]) for module in sorted(names, key=_natural)]


def _import_line(module: str, names: Iterable[str]) -> str:
    ordered = sorted(names, key=_natural)
    line = f"from {module} import {', '.join(ordered)}"
    if len(line) <= LINE_LENGTH:
        return line
    return f"from {module} import {_bracketed('(', ordered, ')', LINE_LENGTH)}"


def _class_line(alias: RouterAlias) -> str:
    base, models = alias.base.name, [alias.request.name, alias.update.name]
    pinned = f"{base}[{', '.join(models)}]"
    line = f"class {alias.name}({pinned}):"
    if len(line) <= LINE_LENGTH:
        return line
    if len(pinned) + 4 <= LINE_LENGTH:
        return f"class {alias.name}(\n    {pinned}\n):"
    exploded = _bracketed("[", models, "]", LINE_LENGTH).replace("\n", "\n    ")
    return f"class {alias.name}(\n    {base}{exploded}\n):"


def _bracketed(opening: str, items: list[str], closing: str, column: int) -> str:
    """Return the items on one line if they fit behind `column`, else one a line."""
    flat = f"{opening}{', '.join(items)}{closing}"
    if column + len(flat) <= LINE_LENGTH:
        return flat
    return f"{opening}\n" + "".join(f"    {item},\n" for item in items) + closing


def _snake_case(name: str) -> str:
    words = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    return re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", words).lower()


def _natural(name: str) -> list[tuple[int, int | str]]:
    """Sort as import sorters do: ignoring case, digits by their value."""
    parts = re.split(r"(\d+)", name.lower())
    return [(0, int(part)) if part.isdigit() else (1, part) for part in parts]
