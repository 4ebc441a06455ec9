"""A product that nobody traces: nothing is imported, nothing is made."""

import subprocess
import sys

import pytest

from trading_api.shared.clock import SystemClock
from trading_api.shared.tracing import NO_SPAN, NO_TRACING, tracer_of

HEAVY = ("opentelemetry.sdk", "opentelemetry.exporter", "google.protobuf", "requests")


def run(program: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_app_imports_nothing_of_what_sends_traces() -> None:
    names = run("import sys, trading_api.main; print(*sys.modules)").stdout.split()

    assert "trading_api.shared.tracing" in names
    assert not [name for name in names if name.startswith(HEAVY)]


def test_nothing_is_made_where_nobody_listens() -> None:
    tracer = tracer_of("off", SystemClock())

    assert tracer is NO_TRACING
    assert tracer.begin("work", {}) is NO_SPAN


@pytest.mark.parametrize("missing", ["opentelemetry.sdk", "opentelemetry.exporter"])
def test_without_the_extra_the_error_says_what_to_install(missing: str) -> None:
    program = (
        f"import os, sys; sys.modules['{missing}'] = None; os.environ['TP_TRACES'] = 'console';"
        "from trading_api.cli import main; sys.argv[1:] = ['serve', '--port', '0']; main()"
    )

    ended = run(program)

    assert "pip install 'trading-pro[otel]'" in ended.stderr
    assert "Traceback" not in ended.stderr
