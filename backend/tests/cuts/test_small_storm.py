"""The thousand cuts in small; `make cuts` makes them all."""

from pathlib import Path

import pytest
from cuts.play import Play, Size
from cuts.topics import LOSSLESS

# Silence is found in seconds, so that who vanished is gone when the counts are compared.
QUICK = {
    "TP_PING_INTERVAL_S": "3", "TP_PING_TIMEOUT_S": "2", "TP_SEND_STALL_S": "8", "TP_LINGER_S": "1",
}  # fmt: skip


@pytest.mark.timeout(600)
async def test_no_cut_loses_or_doubles_anything(tmp_path: Path) -> None:
    size = Size(cuts=40, kills=4, python=5, typescript=3, settings=QUICK)

    outcome = await Play(tmp_path, size, seed=3).run(lambda _: None)

    assert list(outcome.faults()) == [], outcome.figures()
    assert all(outcome.verdict.updates[route] for route in (*LOSSLESS, "quotes", "bars"))
    assert all(outcome.episodes.values()), "listeners of both languages were cut"
