"""Keeps contract/ and the TypeScript clients in step with the Python sources."""

import subprocess
import sys
from pathlib import Path

GENERATORS = ("scripts/generate-ws-types.mjs", "scripts/generate-rest-client.mjs")


class ClientGeneration:
    """Exports the contract when a source changed, and the clients when the contract did."""

    def __init__(self, root: Path) -> None:
        self._backend = root / "backend"
        self._frontend = root / "frontend"
        self._sources = self._backend / "src"
        self._contract = root / "contract"
        self._seen = _stamps(self._sources, "*.py")

    def run_if_sources_changed(self) -> None:
        stamps = _stamps(self._sources, "*.py")
        if stamps != self._seen:
            self._seen = stamps
            self.run()

    def run(self) -> None:
        """Export and generate; a fault in a source is printed, the next change tries again."""
        before = _stamps(self._contract, "*.json")
        exported = subprocess.run(
            [sys.executable, "-m", "trading_api", "spec", "export"],
            cwd=self._backend,
            capture_output=True,
            text=True,
            check=False,
        )
        if exported.returncode:
            print(f"   types | {exported.stderr.strip().splitlines()[-1]}", flush=True)
        elif _stamps(self._contract, "*.json") != before:
            print(f"   types | {exported.stdout.strip()}", flush=True)
            self._generate_clients()

    def _generate_clients(self) -> None:
        running = [subprocess.Popen(["node", script], cwd=self._frontend) for script in GENERATORS]
        for process in running:
            process.wait()


def _stamps(folder: Path, pattern: str) -> dict[Path, int]:
    stamps: dict[Path, int] = {}
    for path in folder.rglob(pattern):
        try:
            stamps[path] = path.stat().st_mtime_ns
        except FileNotFoundError:
            continue
    return stamps
