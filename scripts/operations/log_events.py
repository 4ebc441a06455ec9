"""The log events of the product: each literal message of a logger in its source."""

import ast
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trading_api.cli.log_format import FIELD, event_of

LEVELS = {
    "debug": "debug", "info": "info", "warning": "warning", "error": "error", "exception": "error",
    "log": "debug or warning",
}  # fmt: skip
# Rooms and files that work for one connection at a time: their lines carry its number.
OF_ONE_CONNECTION = tuple(
    f"shared/ws/{part}"
    for part in ("connections/", "delivery/", "transport/", "hub/service_options.py")
)


@dataclass(frozen=True, order=True)
class LogEvent:
    """One event: its name, level and fields; `message` is as it stands in the source."""

    name: str
    level: str
    fields: tuple[str, ...]
    message: str
    file: str


def events_of(folder: Path) -> list[LogEvent]:
    """Return the events logged below `folder`, tests left out, by name.

    Raises:
        ValueError: a message that names no event; it says where.
    """
    files = (file for file in sorted(folder.rglob("*.py")) if "tests" not in file.parts)
    found = (event for file in files for event in _events(file, folder))
    return sorted(set(found))


def _events(file: Path, folder: Path) -> Iterator[LogEvent]:
    where = file.relative_to(folder).as_posix()
    for method, message in _messages(ast.walk(ast.parse(file.read_text(encoding="utf-8")))):
        name = event_of(logging.makeLogRecord({"msg": message}))
        if name is None:
            expected = "a message such as `commit_failed accounts=%s`"
            raise ValueError(f"{where}: expected {expected}, got {message!r}")
        fields = [field for field in FIELD.findall(message) if field]
        if where.startswith(OF_ONE_CONNECTION):
            fields.append("connection")
        yield LogEvent(name, LEVELS[method], tuple(fields), message, where)


def _messages(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        method, owner = node.func.attr, node.func.value
        if isinstance(owner, ast.Name) and owner.id == "logger" and method in LEVELS:
            message = node.args[1 if method == "log" else 0]
            yield method, ast.literal_eval(message)
