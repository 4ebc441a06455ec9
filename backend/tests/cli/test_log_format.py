import json
import logging
import sys
from typing import Any

import pytest
from tests.tracing.spans import Spans

from trading_api.cli.log_format import JsonFormatter, TextFormatter
from trading_api.shared.log_context import CONNECTION


def record(message: str, *args: object, fault: bool = False) -> logging.LogRecord:
    exc_info = sys.exc_info() if fault else None
    made = logging.LogRecord("trading_api.x", logging.ERROR, "x.py", 1, message, args, exc_info)
    made.created = 1_700_000_000.25
    made.msecs = 250.0
    return made


def in_json(made: logging.LogRecord) -> dict[str, Any]:
    text = JsonFormatter().format(made)
    assert "\n" not in text
    line: dict[str, Any] = json.loads(text)
    return line


def test_a_line_of_json_has_the_event_and_what_it_is_about() -> None:
    assert in_json(record("history_faulty topic=%s step=%s fault=%s", "orders:{}", 7, "late")) == {
        "ts": "2023-11-14T22:13:20.250Z",
        "level": "error",
        "logger": "trading_api.x",
        "event": "history_faulty",
        "message": "history_faulty topic=orders:{} step=7 fault=late",
        "topic": "orders:{}",
        "step": 7,
        "fault": "late",
    }


def test_what_has_no_name_in_the_message_stays_in_its_text() -> None:
    line = in_json(record("refused client=%s %s", "192.0.2.7", "Host: expected ours"))

    assert (line["event"], line["client"]) == ("refused", "192.0.2.7")
    assert line["message"].endswith("Host: expected ours") and len(line) == 6


@pytest.mark.parametrize("message", ["Some library says so", "it took a while"])
def test_a_sentence_has_no_event(message: str) -> None:
    assert in_json(record(message))["event"] is None


def test_a_text_that_looks_like_fields_cannot_become_any() -> None:
    line = in_json(record("update_refused reason=%s", 'x level=info\n{"event": "y"}'))

    assert (line["event"], line["level"]) == ("update_refused", "error")


def test_a_fault_is_told_with_its_traceback() -> None:
    try:
        raise ValueError("planted")
    except ValueError:
        line = in_json(record("turn_failed", fault=True))

    assert line["event"] == "turn_failed" and "ValueError: planted" in line["exception"]


@pytest.mark.parametrize("form", [JsonFormatter, TextFormatter])
def test_a_line_of_a_connections_task_names_it(form: type[logging.Formatter]) -> None:
    token = CONNECTION.set(41)
    try:
        text = form().format(record("authorize_failed topic=%s", "x"))
    finally:
        CONNECTION.reset(token)

    named = '"connection": 41' if form is JsonFormatter else " topic=x connection=41"
    assert named in text


def test_text_is_as_it_was_before() -> None:
    text = TextFormatter().format(record("turn_failed"))

    assert text == "2023-11-14T22:13:20.250Z ERROR trading_api.x: turn_failed"


def test_what_happens_within_a_trace_carries_its_id() -> None:
    with Spans().tracer.begin("command", {}) as span:
        line, text = in_json(record("feed_failed")), TextFormatter().format(record("feed_failed"))

    assert line["trace_id"] == span.trace_id and len(span.trace_id) == 32
    assert text.endswith(f" trace_id={span.trace_id}")
