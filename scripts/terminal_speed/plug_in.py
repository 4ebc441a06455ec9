"""Puts the crowd where a server finds it: beside its packages, with an entry point."""

import os
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
PLUG_IN = "crowd = terminal_speed.crowd:crowd"


def environment_with_crowd(folder: Path) -> dict[str, str]:
    """Return the environment of a server that knows `--feed crowd`; writes into `folder`."""
    metadata = folder / "crowd-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Name: crowd\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(f"[trading_pro.providers]\n{PLUG_IN}\n")
    paths = [str(SCRIPTS), str(folder), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
