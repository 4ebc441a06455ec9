"""What a log line looks like: text for people, or a JSON object a line for machines.

Messages are written `event_name key=%s key=%s` where they are logged; the JSON has the event and
each key as members of their own.
"""

import json
import logging
import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from trading_api.shared.log_context import CONNECTION
from trading_api.shared.tracing import SPAN

LogFormat = Literal["text", "json"]

EVENT = re.compile(r"([a-z][a-z_]+)(?= |$)")
FIELD = re.compile(r"(?:\b(\w+)=)?%[srdfg]")


class TextFormatter(logging.Formatter):
    """One line a message, times in UTC; the connection, where there is one, at the end."""

    def __init__(self) -> None:
        line = "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s: %(message)s"
        super().__init__(line, "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    def formatMessage(self, record: logging.LogRecord) -> str:
        line, connection, span = super().formatMessage(record), CONNECTION.get(), SPAN.get()
        if connection is not None and "connection=" not in line:
            line = f"{line} connection={connection}"
        return line if span is None else f"{line} trace_id={span.trace_id}"


class JsonFormatter(logging.Formatter):
    """A JSON object a line: `ts`, `level`, `logger`, `event`, `message`, then what it is about."""

    def format(self, record: logging.LogRecord) -> str:
        time_utc = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, Any] = {
            "ts": time_utc.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": event_of(record),
            "message": record.getMessage(),
        }
        connection = CONNECTION.get()
        if connection is not None:
            line["connection"] = connection
        span = SPAN.get()
        if span is not None:
            line["trace_id"] = span.trace_id
        line |= _fields(record)
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def log_to_stderr(form: LogFormat, level: str) -> None:
    """Have all loggers write lines of this form, from this level up."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter())
    logging.basicConfig(handlers=[handler], level=level.upper())
    logging.getLogger("uvicorn").setLevel(logging.WARNING)


def event_of(record: logging.LogRecord) -> str | None:
    """Return the name of what happened; None of a message that is a sentence."""
    message = str(record.msg)
    found = EVENT.match(message)
    has_fields = found is not None and (found.end() == len(message) or "=%" in message)
    return found.group(1) if found is not None and has_fields else None


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    values = record.args
    if isinstance(values, Mapping) or not values:
        return {}
    named = zip(FIELD.findall(str(record.msg)), values, strict=False)
    return {name: _plain(value) for name, value in named if name}


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | int | float | str | None) else str(value)
