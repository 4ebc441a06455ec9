"""All that is judged by running, one after the other: what is timed comes last, alone."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from trading_api.phases.stream import Stream
from trading_api.phases.tree import Tree
from trading_api.phases.verdicts import Finding, Findings

from . import broadcasting, latency, own_tests
from .processes import frontend_tool, ran


def judge(tree: Tree, streams: Sequence[Stream], tell: Callable[[str], None]) -> Findings:
    """Run what must be run; `tell` hears what is being done.

    Raises:
        ConfigurationError: something that is needed is not installed, or does not start.
    """
    with tempfile.TemporaryDirectory(prefix="trading-pro-phases-") as name:
        folder = Path(name)
        tell("compiling the types")
        found = _compiled(tree, streams)
        tell("contracts and coverage of the services")
        found |= own_tests.judge(tree, streams, folder)
        tell(f"integration tests, green, and with each of {len(streams)} producers switched off")
        found |= broadcasting.judge(tree, streams, folder)
        tell("latency")
        found |= latency.judge(tree, streams, folder)
    return found


def _compiled(tree: Tree, streams: Sequence[Stream]) -> Findings:
    command = [frontend_tool(tree.root, "vue-tsc"), "--build"]
    is_green, said = ran(command, tree.root / "frontend")
    first = next(iter(said.strip().splitlines()), "")
    finding = Finding() if is_green else Finding(f"vue-tsc: {first}")
    return {("compiles", stream.route): finding for stream in streams}
