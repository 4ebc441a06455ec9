"""`make conformance`: every case of the Autobahn suite against the socket that is served.

Ends with 1 when a case fails, or an excluded one does not end as its exclusion says.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from announced_process import announced_process

from .expectations import (
    COMPRESSION_GROUPS,
    OVER_THE_FRAME_LIMIT,
    Verdict,
    fault,
    is_compression,
    missing,
)

SCRIPTS = Path(__file__).resolve().parents[1]
PACKAGES = SCRIPTS.parent / "backend" / ".venv" / "conformance"
RUN_LIMIT_S = 300.0
# The last line of a traceback, as Python writes it.
TROUBLE = re.compile(r"^\w[\w.]*(Error|Exception|Warning|Interrupt)\b")


def main() -> int:
    parser = argparse.ArgumentParser(prog="conformance", description=__doc__)
    parser.add_argument("--excluded", action="store_true", help="list what is excluded, and why")
    parser.add_argument("--verbose", action="store_true", help="print each case with its verdict")
    arguments = parser.parse_args()
    if arguments.excluded:
        print(*(f"{case:6} {why}" for case, why in OVER_THE_FRAME_LIMIT.items()), sep="\n")
        return 0
    began_s = time.monotonic()
    with echo_server() as server:
        verdicts = _ask(server.address)
        troubles = server.troubles()
    if arguments.verbose:
        print(*(" ".join(map(str, one)) for one in verdicts.values()), sep="\n")
    faults = [*_faults(verdicts), *(f"FAULT the server logged: {line}" for line in troubles)]
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"conformance: {_figures(verdicts)}, {time.monotonic() - began_s:.0f} s")
    return 1 if faults else 0


class EchoServer(NamedTuple):
    """A running echo; `log` is where it writes its errors."""

    address: str
    log: Path

    def troubles(self) -> list[str]:
        """Return the lines that tell of an exception: no client may cause one."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if TROUBLE.match(line)]


@contextmanager
def echo_server(**more: str) -> Iterator[EchoServer]:
    """Serve the echo in a process of its own; `more` goes into its environment."""
    environment = _environment() | more
    with (
        tempfile.TemporaryDirectory(prefix="conformance-") as folder,
        announced_process("conformance.echo_server", environment, Path(folder)) as server,
    ):
        yield EchoServer(address=server.line, log=server.log)


def _ask(address: str) -> dict[str, Verdict]:
    command = [sys.executable, "-m", "conformance.runner", address]
    run = subprocess.run(
        command, env=_environment(), stdout=subprocess.PIPE, text=True, timeout=RUN_LIMIT_S,
        check=True,
    )  # fmt: skip
    verdicts = [Verdict(*row) for row in json.loads(run.stdout)]
    return {verdict.case: verdict for verdict in verdicts}


def _environment() -> dict[str, str]:
    path = [str(SCRIPTS), str(PACKAGES), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(path)}


def _faults(verdicts: dict[str, Verdict]) -> Iterator[str]:
    for verdict in verdicts.values():
        wrong = fault(verdict)
        if wrong is not None:
            yield f"FAULT {verdict.case}: {wrong}"
    for case in missing(verdicts):
        yield f"FAULT {case}: excluded, but there is no such case"


def _figures(verdicts: dict[str, Verdict]) -> str:
    declined = sum(is_compression(case) for case in verdicts)
    judged = [
        one
        for case, one in verdicts.items()
        if case not in OVER_THE_FRAME_LIMIT and not is_compression(case)
    ]
    counts = Counter(one.behavior for one in judged if one.passed)
    words = ", ".join(f"{count} {word}" for word, count in counts.most_common())
    return (
        f"{sum(one.passed for one in judged)} of {len(judged)} cases passed ({words});"
        f" {len(OVER_THE_FRAME_LIMIT)} over the frame limit closed with 1009,"
        f" {declined} of compression (groups {' and '.join(COMPRESSION_GROUPS)}) declined"
    )


if __name__ == "__main__":
    sys.exit(main())
