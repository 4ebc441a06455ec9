"""Modules for a server under judgement: one silences a route, one makes every topic speak."""

import os
from pathlib import Path

from trading_api.settings import load_settings

SILENCE = "silence"
METRONOME = "metronome"
SILENT_ROUTE = "TRADING_PRO_SILENT_ROUTE"
"""Names the route whose producer is switched off; empty for none."""
ENTRY_POINTS = f"""\
[trading_pro.modules]
{SILENCE} = trading_api.phases.running.silence:Silence
{METRONOME} = trading_api.phases.running.metronome:Metronome
"""


def environment_with(module: str, folder: Path, **more: str) -> dict[str, str]:
    """Return the environment of a server that has the module beside all others.

    Writes into `folder` what makes the module known, as an installed package would.
    """
    metadata = folder / "phases-1.0.dist-info"
    metadata.mkdir(parents=True, exist_ok=True)
    (metadata / "METADATA").write_text("Name: phases\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(ENTRY_POINTS)
    paths = [str(folder), os.environ.get("PYTHONPATH", "")]
    modules = f"{load_settings().modules},{module}"
    path = os.pathsep.join(filter(None, paths))
    return {**os.environ, "PYTHONPATH": path, "TP_MODULES": modules, **more}
