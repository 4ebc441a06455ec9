"""`make wire-faults`: plants each fault of the server and judges it as any client could.

A fault that the judge does not see is no failure: many are seen in the process alone. Names of
rules as arguments run only theirs. Ends with 1 when the server without a fault does not pass.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from mutants.sandbox import Sandbox
from mutants.table import Fault, read_faults
from rules.page import SERVER, read_rules

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
LIMIT_S = 60
JUDGED = "tests/wire_rules/test_server_passes.py"
STAGE = "test_a_server_without_faults_passes_every_rule_of_the_wire"


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="make wire-faults", description=__doc__)
    parser.add_argument("rules", nargs="*", metavar="RULE", help="whose faults (all)")
    rules = parser.parse_args(argv).rules
    faults = [one for one in read_faults() if one.side == SERVER]
    faults = [one for one in faults if not rules or one.rule in rules]
    began_s = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="wire-faults-") as folder:
        free: SimpleQueue[Sandbox] = SimpleQueue()
        for number in range(WORKERS):
            free.put(Sandbox(ROOT, Path(folder) / str(number)))
        if not passes(free, None):
            print("The server fails without a fault; nothing tried.")
            return 1
        with ThreadPoolExecutor(WORKERS) as pool:
            judged = pool.map(lambda fault: passes(free, fault), faults)
            seen = [not one for one in _told(judged, len(faults))]
    print(report(dict(zip(map(str, faults), seen, strict=True)), faults))
    print(f"{time.monotonic() - began_s:.0f} s")
    return 0


def _told(judged: Iterable[bool], total: int) -> Iterator[bool]:
    """Tell how far it is, where somebody watches: the report comes at the end."""
    for number, one in enumerate(judged, 1):
        if sys.stderr.isatty():
            print(f"\r{number} of {total}", end="" if number < total else "\n", file=sys.stderr)
        yield one


def passes(free: "SimpleQueue[Sandbox]", fault: Fault | None) -> bool:
    """Judge the server in a copy of the sources, with the fault in it."""
    sandbox = free.get()
    try:
        if fault is None:
            return _judged(sandbox.folder / "backend")
        with sandbox.planted(fault):
            return _judged(sandbox.folder / "backend")
    finally:
        free.put(sandbox)


def report(seen: dict[str, bool], faults: Iterable[Fault]) -> str:
    """Return a line for each fault, then how many of those in rules of the wire were seen."""
    tags = {rule.id: rule.tag for rule in read_rules(ROOT)}
    lines = [
        f"{'seen  ' if seen[str(one)] else 'hidden'}  {tags[one.rule]:7}  {one}" for one in faults
    ]
    for tag in ("wire", "process", "code"):
        of_tag = [seen[str(one)] for one in faults if tags[one.rule] == tag]
        lines.append(f"rules of the {tag}: {sum(of_tag)} of {len(of_tag)} faults seen")
    return "\n".join(sorted(lines[:-3]) + lines[-3:])


def _judged(backend: Path) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=no"]
    command += [f"--timeout={LIMIT_S - 10}", JUDGED, "-k", STAGE]
    environment = {"PYTHONPATH": str(backend / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        run = subprocess.run(
            command, cwd=backend, env={**os.environ, **environment}, capture_output=True,
            timeout=LIMIT_S, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return False
    return run.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
