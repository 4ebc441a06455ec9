"""The other engine in an environment of its own, its packages pinned by hash: no dependency."""

import json
import os
import subprocess
import sys
from pathlib import Path

from .workloads import Workload

HERE = Path(__file__).parent
LOCK = HERE / "requirements.lock"


def environment_in(folder: Path) -> Path:
    """Return the interpreter of the environment in `folder`, made when there is none; blocks."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print("installing the other engine", file=sys.stderr, flush=True)
        uv = [sys.executable, "-m", "uv"]
        made = [*uv, "venv", "--quiet", "--python", sys.executable, str(folder)]
        subprocess.run(made, check=True)
        install = [*uv, "pip", "install", "--quiet", "--python", str(python)]
        subprocess.run([*install, "--require-hashes", "-r", str(LOCK)], check=True)
    return python


def their_fills(python: Path, workload: Workload) -> dict[str, list[list[int]]]:
    """Return the other engine's fills: Unix ms, price in cents and quantity; blocks."""
    # -I: neither this environment's packages nor the product's are seen.
    command = [str(python), "-I", str(HERE / "other_engine.py")]
    given = json.dumps(workload.given())
    done = subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, list[list[int]]] = json.loads(done.stdout.splitlines()[-1])
    return found
