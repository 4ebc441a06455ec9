"""`make wire-faults`: plants each fault of the server and judges it as any client could.

Of the faults of `make mutants` those of the server in rules of the wire. Each must be seen by a
judgement of its rule, or be excused in excused.toml with the reason why nobody outside sees it.
Ends with 1 when one is neither, or when a server without a fault does not pass.
"""

import argparse
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

from .excuses import excuses
from .judging import SERVERS, failures, servers_of
from .report import Finding, report
from .servers import NotServing

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="make wire-faults", description=__doc__)
    parser.add_argument("--rule", action="append", metavar="RULE", help="only it; may be repeated")
    rules = parser.parse_args(argv).rule
    faults = [one for one in wire_faults() if not rules or one.rule in rules]
    excused = excuses(wire_faults())
    began_s = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="wire-faults-") as folder:
        trial = Trial(Path(folder), excused)
        is_healthy = trial.passes_without_fault(faults)
        with ThreadPoolExecutor(WORKERS) as pool:
            findings = list(_told(pool.map(trial.judge, faults if is_healthy else []), len(faults)))
    print(report(findings))
    print(f"{time.monotonic() - began_s:.0f} s")
    return 0 if is_healthy and all(one.is_settled for one in findings) else 1


def wire_faults() -> list[Fault]:
    """Return the faults of the server in rules that a client can judge, by rule."""
    of_wire = {rule.id for rule in read_rules(ROOT) if rule.tag == "wire"}
    faults = [one for one in read_faults() if one.side == SERVER and one.rule in of_wire]
    return sorted(faults, key=lambda fault: fault.rule)


class Trial:
    """Servers from copies of the sources, judged without a fault and with each."""

    def __init__(self, folder: Path, excused: dict[str, str]) -> None:
        self._excused = excused
        self._free: SimpleQueue[Sandbox] = SimpleQueue()
        for number in range(WORKERS):
            self._free.put(Sandbox(ROOT, folder / str(number)))

    def passes_without_fault(self, faults: Iterable[Fault]) -> bool:
        """Say what is wrong with servers that have no fault; nothing is tried then."""
        sandbox = self._free.get()
        rules = {(server, fault.rule) for fault in faults for server in servers_of(fault)}
        wrong = []
        for server in SERVERS:
            of_server = {rule for one, rule in rules if one == server}
            if of_server:
                found = failures(server, sandbox.folder, of_server)
                wrong += [f"{server}: {one}" for one in found]
        self._free.put(sandbox)
        for line in wrong:
            print(f"without a fault: {line}")
        return not wrong

    def judge(self, fault: Fault) -> Finding:
        """Plant one fault and judge by its rule, unless it is excused."""
        if str(fault) in self._excused:
            return Finding(fault, "excused", self._excused[str(fault)])
        sandbox = self._free.get()
        try:
            with sandbox.planted(fault):
                for server in servers_of(fault):
                    wrong = failures(server, sandbox.folder, {fault.rule})
                    if wrong:
                        return Finding(fault, "seen", wrong[0])
        except NotServing as fell:
            return Finding(fault, "UNUSABLE", str(fell))
        finally:
            self._free.put(sandbox)
        return Finding(fault, "HIDDEN", "")


def _told(findings: Iterable[Finding], total: int) -> Iterator[Finding]:
    """Tell how far it is, where somebody watches: the report comes at the end."""
    for number, one in enumerate(findings, 1):
        if sys.stderr.isatty():
            print(f"\r{number} of {total}", end="" if number < total else "\n", file=sys.stderr)
        yield one


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
